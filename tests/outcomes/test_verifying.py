"""A placement is what somebody says until the BKK has made sure; an activity ends on a day that fits."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.outcomes.actions import record_placement, verify_placement
from placements.outcomes.enums import PayBand
from placements.outcomes.models import Placement
from placements.outcomes.spells import end_spell
from placements.outcomes.views.bkk import band_of, band_of_placement
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.employers import EmployerFactory
from tests.factories.outcomes import MinimumWageFactory, PlacementFactory
from tests.factories.people import SpellFactory
from tests.outcomes.acts import form_data, messages, of_school, unsaved

pytestmark = pytest.mark.django_db
LETTER = b"%PDF-1.7\nkontrak\n%%EOF\n"


def test_work_that_nobody_checked_waits_for_the_bkk(coordinator):
    placement = record_placement(alumnus=of_school(coordinator), placement=unsaved(), actor=coordinator.actor)
    assert (placement.is_verified, placement.spell.verified_by) == (False, None)
    assert list(Placement.objects.unverified()) == [placement]


def test_the_process_of_an_application_is_a_proof(coordinator):
    alumnus = of_school(coordinator)
    application = ApplicationFactory(alumnus=alumnus, accepted=True)
    placement = record_placement(alumnus=alumnus, placement=unsaved(), application=application, actor=coordinator.actor)
    assert (placement.proof, placement.spell.verified_by) == ("application", coordinator.user)


def test_page_verifies_with_the_evidence(coordinator):
    placement = PlacementFactory(alumnus__school=coordinator.school)
    data = {"proof": "letter", "evidence": SimpleUploadedFile("kontrak.pdf", LETTER)}
    response = coordinator.client.post(f"/bkk/penempatan/{placement.pk}/periksa/", data, follow=True)
    placement.refresh_from_db()
    assert messages(response) == ["Penempatan sudah diperiksa."]
    assert (placement.proof, placement.is_verified, placement.spell.verified_by) == ("letter", True, coordinator.user)
    file = coordinator.client.get(f"/bkk/penempatan/{placement.pk}/bukti/")
    assert b"".join(file.streaming_content) == LETTER


def test_page_refuses_evidence_that_is_no_paper(coordinator):
    placement = PlacementFactory(alumnus__school=coordinator.school)
    data = {"proof": "letter", "evidence": SimpleUploadedFile("kontrak.pdf", b"MZ program")}
    response = coordinator.client.post(f"/bkk/penempatan/{placement.pk}/periksa/", data)
    placement.refresh_from_db()
    errors = response.context["verify_form"].errors
    assert errors == {"evidence": ["kontrak.pdf bukan PDF atau gambar JPG, PNG, atau WebP yang utuh."]}
    assert placement.is_verified is False


def test_verified_twice_is_already_done(coordinator, other_coordinator):
    placement = PlacementFactory(alumnus__school=coordinator.school)
    verify_placement(placement=placement, proof="call", actor=coordinator.actor)
    with pytest.raises(AlreadyDone, match=r"^Sudah diperiksa\.$"):
        verify_placement(placement=placement, proof="visit", actor=coordinator.actor)
    with pytest.raises(Refused, match=r"^Penempatan ini dicatat BKK sekolah lain\.$"):
        verify_placement(placement=placement, proof="visit", actor=other_coordinator.actor)
    placement.refresh_from_db()
    assert placement.proof == "call"


def test_the_database_refuses_work_abroad():
    with pytest.raises(IntegrityError), transaction.atomic():
        PlacementFactory(scope="AKAN")


def test_unknown_employer_is_answered_with_similar_names(coordinator):
    EmployerFactory(name="Hotel Teluk Kupang")
    alumnus = of_school(coordinator)
    data = form_data(nisn=alumnus.person.nisn, employer_name="Hotel Teluk")
    form = coordinator.client.post("/bkk/penempatan/baru/", data).context["form"]
    assert form.errors == {
        "employer_name": ["Perusahaan ini belum ada di daftar mitra. Mungkin maksud Anda: Hotel Teluk Kupang."]
    }


# pay


@pytest.mark.parametrize(
    ("pay", "band"),
    [
        (1_499_999, PayBand.UNDER),
        (1_500_000, PayBand.NEAR),
        (1_999_999, PayBand.NEAR),
        (2_000_000, PayBand.ABOVE),
        (2_399_999, PayBand.ABOVE),
        (2_400_000, PayBand.WELL_ABOVE),
    ],
)
def test_band_lies_between_the_limits_of_the_national_form(pay, band):
    assert band_of(pay, 2_000_000) == band


def test_band_follows_from_pay_where_the_wage_is_known():
    exact = PlacementFactory(monthly_pay=2_000_000, pay_band="under")
    assert band_of_placement(exact) == PayBand.UNDER  # no UMK of that year yet: what was chosen
    MinimumWageFactory(year=exact.starts_on.year, amount=2_000_000)
    assert band_of_placement(exact) == PayBand.ABOVE
    assert band_of_placement(PlacementFactory(monthly_pay=None)) is None


# the end of an activity


def test_page_ends_an_activity_of_an_alumnus(coordinator):
    alumnus = of_school(coordinator)
    spell = SpellFactory(person=alumnus.person, since=datetime.date(2025, 9, 1))
    url = f"/bkk/alumni/kegiatan/{spell.pk}/selesai/"
    response = coordinator.client.post(url, {"last_day": "31/03/2026"}, follow=True)
    spell.refresh_from_db()
    assert (messages(response), spell.until) == (["Tanggal selesai tersimpan."], datetime.date(2026, 3, 31))
    again = coordinator.client.post(url, {"last_day": "01/05/2026"}, follow=True)
    spell.refresh_from_db()
    assert messages(again) == ["Sudah berakhir: tanggal selesainya sudah tercatat."]
    assert spell.until == datetime.date(2026, 3, 31)


@pytest.mark.parametrize(
    ("last_day", "why"),
    [
        (datetime.date(2025, 8, 31), "Hari terakhir tidak boleh sebelum hari pertama kegiatan itu."),
        (
            timezone.localdate() + datetime.timedelta(days=1),
            "Hari terakhir belum tiba. Isi setelah kegiatan itu benar-benar berakhir.",
        ),
    ],
)
def test_a_day_that_does_not_fit_is_refused(coordinator, last_day, why):
    spell = SpellFactory(person=of_school(coordinator).person, since=datetime.date(2025, 9, 1))
    with pytest.raises(Refused) as caught:
        end_spell(spell=spell, last_day=last_day, actor=coordinator.actor)
    spell.refresh_from_db()
    assert (caught.value.message, spell.until) == (why, None)


def test_another_schools_activity_is_not_ended(coordinator):
    with pytest.raises(Refused, match=r"^Kegiatan ini bukan milik alumni sekolah Anda\.$"):
        end_spell(
            spell=SpellFactory(person=AlumnusFactory().person), last_day=timezone.localdate(), actor=coordinator.actor
        )
