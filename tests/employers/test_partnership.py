import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from placements.employers.partners import actions
from placements.employers.partners.models import PartnershipAgreement, PklPlace
from placements.employers.partners.queries import PartnerYear, years_with
from placements.outcomes.models import Placement
from tests.factories.employers import AgreementFactory, EmployerFactory, PklPlaceFactory
from tests.factories.outcomes import PlacementFactory
from tests.factories.people import KonsentrasiFactory
from tests.factories.schools import SchoolFactory

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7\n%%EOF\n"


def day(number):
    return timezone.localdate() + dt.timedelta(days=number)


def filled(**changes):
    return {
        "number": "421.5/001/MOU/2026",
        "scopes": ["pkl", "rekrutmen"],
        "signed_on": day(-2).isoformat(),
        "starts_on": day(0).isoformat(),
        "ends_on": day(365).isoformat(),
        "school_signer": "Maria Tefa, Kepala Sekolah",
        "employer_signer": "Petrus Lay, Direktur",
    } | changes


def create_url(employer):
    return f"/bkk/mitra/{employer.pk}/mou/baru/"


def test_an_agreement_is_recorded_with_its_file(coordinator):
    employer = EmployerFactory()
    file = SimpleUploadedFile("mou.pdf", PDF)
    response = coordinator.client.post(create_url(employer), filled(file=file))
    row = PartnershipAgreement.objects.get()
    assert response["Location"] == f"/bkk/mitra/{employer.pk}/kerja-sama/"
    assert (row.employer, row.school, row.recorded_by) == (employer, coordinator.school, coordinator.user)
    assert (row.scopes, row.ends_on, row.status) == (["pkl", "rekrutmen"], day(365), ("Berlaku", "done"))
    answer = coordinator.client.get(f"/bkk/mitra/mou/{row.pk}/berkas/")
    assert b"".join(answer.streaming_content) == PDF


def test_an_agreement_that_ends_before_it_starts_is_refused(coordinator):
    response = coordinator.client.post(create_url(EmployerFactory()), filled(ends_on=day(-1).isoformat()))
    sentence = "MoU ini berakhir sebelum mulai berlaku. Periksa kedua tanggalnya."
    assert response.context["form"].errors == {"ends_on": [sentence]}
    assert PartnershipAgreement.objects.count() == 0


def test_the_action_and_the_database_refuse_it_too(coordinator):
    wrong = AgreementFactory.build(employer=EmployerFactory(), starts_on=day(0), ends_on=day(-1), signed_on=day(-2))
    wrong.school, wrong.recorded_by = None, None
    with pytest.raises(Refused, match="berakhir sebelum mulai"):
        actions.save_agreement(agreement=wrong, actor=coordinator.actor)
    with pytest.raises(IntegrityError, match="agreement_ends_after_start"), transaction.atomic():
        AgreementFactory(starts_on=day(0), ends_on=day(-1))


@pytest.mark.parametrize(
    ("changes", "field", "error"),
    [
        ({"signed_on": "2099-01-01"}, "signed_on", "Tanggal ini belum tiba."),
        ({"scopes": []}, "scopes", "Centang paling sedikit satu ruang lingkup."),
        (
            {"file": SimpleUploadedFile("mou.pdf", b"bukan pdf")},
            "file",
            "mou.pdf bukan PDF atau gambar JPG, PNG, atau WebP yang utuh.",
        ),
    ],
)
def test_bad_input_is_told_at_its_field(coordinator, changes, field, error):
    response = coordinator.client.post(create_url(EmployerFactory()), filled(**changes))
    assert response.context["form"].errors == {field: [error]}


def test_a_number_is_recorded_once_by_a_school(coordinator):
    there = AgreementFactory(school=coordinator.school)
    response = coordinator.client.post(create_url(EmployerFactory()), filled(number=f" {there.number} "))
    assert response.context["form"].errors == {"number": ["MoU dengan nomor ini sudah dicatat sekolah Anda."]}
    copy = AgreementFactory.build(employer=there.employer, number=there.number, recorded_by=None, school=None)
    with pytest.raises(Refused, match="sudah dicatat"):
        actions.save_agreement(agreement=copy, actor=coordinator.actor)


def test_agreements_of_another_school_are_closed(other_coordinator):
    row = AgreementFactory(school=SchoolFactory(smkn1=True))
    with pytest.raises(Refused, match="milik BKK lain"):
        actions.save_agreement(agreement=row, actor=other_coordinator.actor)
    with pytest.raises(Refused, match="milik BKK lain"):
        actions.end_agreement(agreement=row, ended_on=day(0), reason="x", actor=other_coordinator.actor)
    html = other_coordinator.client.get(f"/bkk/mitra/{row.employer_id}/kerja-sama/").content.decode()
    assert row.number not in html


def test_renewing_keeps_the_old_one_and_leads_to_the_new(coordinator):
    old = AgreementFactory(school=coordinator.school, starts_on=day(-300), ends_on=day(20))
    url = f"/bkk/mitra/mou/{old.pk}/perpanjang/"
    initial = coordinator.client.get(url).context["form"].initial
    assert (initial["starts_on"], initial["ends_on"], initial["scopes"]) == (day(21), day(341), old.scopes)
    coordinator.client.post(url, filled(starts_on=day(21).isoformat(), ends_on=day(400).isoformat()))
    new = PartnershipAgreement.objects.exclude(pk=old.pk).get()
    assert (new.renews, new.employer, PartnershipAgreement.objects.ending_within(90).count()) == (old, old.employer, 0)
    assert "Sudah diperpanjang dengan" in coordinator.client.get(f"/bkk/mitra/mou/{old.pk}/").content.decode()


def test_renewing_twice_says_so(coordinator):
    old = AgreementFactory(school=coordinator.school)
    new = AgreementFactory(school=coordinator.school, renews=old)
    again = AgreementFactory.build(employer=None, school=None, recorded_by=None)
    with pytest.raises(AlreadyDone, match=f"^Sudah diperpanjang dengan MoU {new.number}"):
        actions.renew_agreement(agreement=old, renewal=again, actor=coordinator.actor)


def test_a_renewal_does_not_start_before_the_old_one(coordinator):
    old = AgreementFactory(school=coordinator.school)
    new = AgreementFactory.build(
        employer=None, school=None, recorded_by=None, starts_on=old.starts_on - dt.timedelta(1)
    )
    with pytest.raises(Refused, match="sebelum yang lama"):
        actions.renew_agreement(agreement=old, renewal=new, actor=coordinator.actor)


def test_ending_early_says_when_and_why(coordinator):
    row = AgreementFactory(school=coordinator.school)
    url = f"/bkk/mitra/mou/{row.pk}/akhiri/"
    assert coordinator.client.post(url, {"ended_on": ""}).context["end_form"].errors.keys() == {"ended_on", "reason"}
    coordinator.client.post(url, {"ended_on": day(0).isoformat(), "reason": "Perusahaan tutup."})
    row.refresh_from_db()
    assert (row.ended_on, row.end_reason, row.status) == (day(0), "Perusahaan tutup.", ("Diakhiri", "stopped"))
    with pytest.raises(AlreadyDone, match="^Sudah diakhiri"):
        actions.end_agreement(agreement=row, ended_on=day(0), reason="x", actor=coordinator.actor)


@pytest.mark.parametrize(("number", "sentence"), [(-400, "tidak dapat berakhir sebelumnya"), (400, "berakhir sendiri")])
def test_ending_early_lies_within_its_time(coordinator, number, sentence):
    row = AgreementFactory(school=coordinator.school)
    with pytest.raises(Refused, match=sentence):
        actions.end_agreement(agreement=row, ended_on=day(number), reason="x", actor=coordinator.actor)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"ends_on": None}, ("Berlaku", "done")),
        ({"ends_on": day(0)}, ("Berakhir hari ini", "attention")),
        ({"ends_on": day(30)}, ("Berakhir 30 hari lagi", "attention")),
        ({"ends_on": day(91)}, ("Berlaku", "done")),
        ({"ends_on": day(-1)}, ("Berakhir", "stopped")),
        ({"starts_on": day(3)}, ("Belum mulai", "new")),
        ({"ended_on": day(-1), "end_reason": "x"}, ("Diakhiri", "stopped")),
    ],
)
def test_state_of_an_agreement(fields, status):
    assert AgreementFactory(**fields).status == status


class TestReminders:
    """90, 30 and 7 days before, once each."""

    def remind(self, row, left):
        PartnershipAgreement.objects.filter(pk=row.pk).update(ends_on=day(left))
        actions.remind_of_endings(False)
        return Notification.objects.count()

    def test_each_step_once(self, coordinator):
        row = AgreementFactory(school=coordinator.school)
        steps = [91, 90, 89, 31, 30, 30, 8, 7, 6, 0, -1]
        told = [self.remind(row, left) for left in steps]
        assert told == [0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 3]

    def test_after_a_standstill_it_is_told_once(self, coordinator):
        row = AgreementFactory(school=coordinator.school, employer__name="Hotel Teluk")
        assert self.remind(row, 5) == 1
        told = Notification.objects.get()
        assert (told.user, told.title) == (coordinator.user, "MoU dengan Hotel Teluk berakhir 5 hari lagi")
        assert told.url == f"/bkk/mitra/mou/{row.pk}/"

    def test_a_dry_run_tells_nobody(self, coordinator):
        AgreementFactory(school=coordinator.school, ends_on=day(5))
        assert actions.remind_of_endings(True) == "1 MoU akan berakhir; BKK-nya akan diingatkan."
        assert Notification.objects.count() == 0

    @pytest.mark.parametrize("kind", ["renewed", "ended", "endless", "over"])
    def test_what_needs_nothing_is_left_alone(self, coordinator, kind):
        fields = {
            "ended": {"ended_on": day(-1), "end_reason": "x", "ends_on": day(5)},
            "endless": {"endless": True},
            "over": {"over": True},
        }.get(kind, {"ends_on": day(5)})
        row = AgreementFactory(school=coordinator.school, **fields)
        if kind == "renewed":
            AgreementFactory(school=coordinator.school, renews=row)
        actions.remind_of_endings(False)
        assert Notification.objects.count() == 0

    def test_a_later_end_is_reminded_of_anew(self, coordinator):
        row = AgreementFactory(school=coordinator.school, ends_on=day(5))
        actions.remind_of_endings(False)
        row.refresh_from_db()
        row.ends_on = day(80)
        actions.save_agreement(agreement=row, actor=coordinator.actor)
        actions.remind_of_endings(False)
        assert Notification.objects.count() == 2


def test_pkl_places_are_recorded_and_changed(coordinator):
    employer, konsentrasi = EmployerFactory(), KonsentrasiFactory()
    values = {"year": 2026, "konsentrasi": konsentrasi.pk, "places": 4, "filled": 0}
    coordinator.client.post(f"/bkk/mitra/{employer.pk}/pkl/baru/", values)
    place = PklPlace.objects.get()
    assert (place.employer, place.school, place.places) == (employer, coordinator.school, 4)
    seen = {"terakhir_diubah": place.updated_at.isoformat()}
    coordinator.client.post(f"/bkk/mitra/pkl/{place.pk}/ubah/", values | seen | {"filled": 3})
    place.refresh_from_db()
    assert place.filled == 3


def test_more_pupils_than_places_are_refused(coordinator):
    values = {"year": 2026, "konsentrasi": KonsentrasiFactory().pk, "places": 2, "filled": 3}
    response = coordinator.client.post(f"/bkk/mitra/{EmployerFactory().pk}/pkl/baru/", values)
    sentence = "Tempatnya hanya 2. Tambah dulu tempatnya, atau periksa jumlah siswanya."
    assert response.context["form"].errors == {"filled": [sentence]}


def test_the_same_places_twice_are_refused(coordinator):
    there = PklPlaceFactory(school=coordinator.school)
    values = {"year": there.year, "konsentrasi": there.konsentrasi.pk, "places": 2, "filled": 0}
    response = coordinator.client.post(f"/bkk/mitra/{there.employer_id}/pkl/baru/", values)
    assert [str(m) for m in response.context["messages"]] == [actions.PKL_TAKEN]
    assert PklPlace.objects.count() == 1


def test_places_are_removed_while_nobody_went(coordinator):
    empty = PklPlaceFactory(school=coordinator.school)
    used = PklPlaceFactory(school=coordinator.school, filled=1)
    for place in (empty, used):
        coordinator.client.post(f"/bkk/mitra/pkl/{place.pk}/hapus/")
    assert list(PklPlace.objects.all()) == [used]


def test_years_count_pkl_and_placements_of_ones_own_and_of_all(coordinator):
    employer = EmployerFactory()
    own = {"alumnus__school": coordinator.school, "employer": employer}
    PlacementFactory(**own, starts_on=dt.date(2025, 7, 1))
    PlacementFactory(employer=employer, starts_on=dt.date(2025, 8, 1))
    PklPlaceFactory(employer=employer, school=coordinator.school, year=2026, places=4, filled=2)
    PklPlaceFactory(employer=employer, year=2026, places=9)
    placements, actor = Placement.objects.filter(employer=employer), coordinator.actor
    years = years_with(employer, actor, own_placements=placements.visible_to(actor), placements=placements)
    assert years == [
        PartnerYear(2026, 4, 2, 0, 0),
        PartnerYear(2025, 0, 0, 1, 2),
    ]


def test_lists_are_filtered(coordinator):
    soon = AgreementFactory(school=coordinator.school, ends_on=day(20), employer__name="Apotek Unik")
    over = AgreementFactory(school=coordinator.school, over=True)
    later = AgreementFactory(school=coordinator.school)
    shown = {
        query: [row.pk for row in coordinator.client.get(f"/bkk/mitra/mou/{query}").context["listing"].rows]
        for query in ("", "?keadaan=segera", "?keadaan=berlaku", "?keadaan=berakhir", "?q=unik", f"?q={over.number}")
    }
    assert shown == {
        "": [soon.pk, later.pk, over.pk],
        "?keadaan=segera": [soon.pk],
        "?keadaan=berlaku": [soon.pk, later.pk],
        "?keadaan=berakhir": [over.pk],
        "?q=unik": [soon.pk],
        f"?q={over.number}": [over.pk],
    }


def test_pkl_list_sums_what_is_filtered(coordinator):
    year = timezone.localdate().year
    full = PklPlaceFactory(school=coordinator.school, year=year, places=3, filled=3)
    free = PklPlaceFactory(school=coordinator.school, year=year, places=5, filled=1)
    PklPlaceFactory(places=50)
    everything, room = (coordinator.client.get(f"/bkk/mitra/pkl/{q}").context for q in ("", "?sisa=on"))
    assert {row.pk for row in everything["listing"].rows} == {full.pk, free.pk}
    assert everything["totals"] == {"places": 8, "filled": 4}
    assert ([row.pk for row in room["listing"].rows], room["totals"]) == ([free.pk], {"places": 5, "filled": 1})


@pytest.mark.parametrize(
    ("url", "factory", "number"),
    [("/bkk/mitra/mou/", AgreementFactory, 9), ("/bkk/mitra/pkl/", PklPlaceFactory, 11)],
)
def test_lists_take_the_same_queries_for_one_and_three(coordinator, same_queries, url, factory, number):
    same_queries(coordinator.client, url, lambda count: factory.create_batch(count, school=coordinator.school), number)


def test_partnership_page_takes_the_same_queries_for_one_and_three(coordinator, same_queries):
    employer = EmployerFactory()

    def rows(count):
        AgreementFactory.create_batch(count, school=coordinator.school, employer=employer)
        PklPlaceFactory.create_batch(count, school=coordinator.school, employer=employer)

    same_queries(coordinator.client, f"/bkk/mitra/{employer.pk}/kerja-sama/", rows, 14)


@pytest.mark.parametrize(
    "url", ["/bkk/mitra/mou/", "/bkk/mitra/pkl/", "/bkk/mitra/kunjungan/", "/bkk/mitra/penyatuan/"]
)
def test_empty_lists_say_what_to_do(coordinator, url):
    assert 'href="/bkk/mitra/"' in coordinator.client.get(url).content.decode()


def test_the_public_page_names_partner_schools_and_nothing_of_the_agreement(client):
    row = AgreementFactory(employer__verified=True, school__name="SMK Mitra", number="RAHASIA/1")
    AgreementFactory(employer=row.employer, school__name="SMK Dahulu", over=True)
    html = client.get(row.employer.get_absolute_url()).content.decode()
    assert "SMK Mitra" in html
    assert "SMK Dahulu" not in html
    assert "RAHASIA/1" not in html
    assert row.employer_signer not in html
