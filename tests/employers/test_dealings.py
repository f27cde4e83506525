import datetime as dt
import io

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from bkk_portal.kit.errors import Refused
from placements.employers import actions
from placements.employers.dealings import actions as dealings
from placements.employers.dealings.models import EmployerNote, EmployerVisit
from placements.employers.models import EmployerContact
from placements.employers.offers import due
from placements.schools.enums import ActivityKind
from tests.factories.employers import (
    AgreementFactory,
    EmployerContactFactory,
    EmployerFactory,
    EmployerNoteFactory,
    EmployerVisitFactory,
)
from tests.factories.schools import SchoolFactory

_buffer = io.BytesIO()
Image.new("RGB", (4, 4), "teal").save(_buffer, "PNG")
PICTURE = _buffer.getvalue()
pytestmark = pytest.mark.django_db


def day(number):
    return timezone.localdate() + dt.timedelta(days=number)


def visit_of(seat, number, **fields):
    activity = {"activity__school": seat.school, "activity__held_on": day(number)}
    return EmployerVisitFactory(**activity, **fields)


def test_a_visit_is_an_activity_of_the_school(coordinator):
    employer = EmployerFactory(name="Hotel Teluk")
    values = {"held_on": day(-1).isoformat(), "met_with": "Ibu Maria", "notes": "Bersedia.", "next_step": "Telepon"}
    values["next_on"] = day(7).isoformat()
    coordinator.client.post(f"/bkk/mitra/{employer.pk}/kunjungan/baru/", values)
    visit = EmployerVisit.objects.get()
    activity = visit.activity
    assert (visit.employer, visit.met_with, visit.next_on) == (employer, "Ibu Maria", day(7))
    assert (activity.school, activity.kind, activity.title, activity.partner, activity.notes) == (
        coordinator.school,
        ActivityKind.COMPANY_VISIT,
        "Kunjungan ke Hotel Teluk",
        "Hotel Teluk",
        "Bersedia.",
    )


def test_a_visit_is_changed_together_with_its_activity(coordinator):
    visit = visit_of(coordinator, -5)
    url = f"/bkk/mitra/kunjungan/{visit.pk}/ubah/"
    seen = coordinator.client.get(url).context["form"].initial["terakhir_diubah"]
    coordinator.client.post(url, {"held_on": day(-4).isoformat(), "notes": "Ralat.", "terakhir_diubah": seen})
    visit.activity.refresh_from_db()
    assert (visit.activity.held_on, visit.activity.notes) == (day(-4), "Ralat.")


@pytest.mark.parametrize(
    ("changes", "field", "error"),
    [
        ({"held_on": "2099-01-01"}, "held_on", "Tanggal ini belum tiba."),
        ({"next_on": "2026-12-01"}, "next_step", "Tulis apa tindak lanjutnya, atau kosongkan tanggalnya."),
        (
            {"next_on": "2020-01-01", "next_step": "Telepon"},
            "next_on",
            "Tindak lanjut tidak dapat sebelum kunjungannya.",
        ),
    ],
)
def test_a_visit_with_days_that_do_not_fit_is_refused(coordinator, changes, field, error):
    values = {"held_on": "2026-01-05", "notes": "x"} | changes
    response = coordinator.client.post(f"/bkk/mitra/{EmployerFactory().pk}/kunjungan/baru/", values)
    assert response.context["form"].errors == {field: [error]}
    assert EmployerVisit.objects.count() == 0


def test_visits_and_notes_are_the_schools_own(coordinator, other_coordinator):
    visit = visit_of(coordinator, -5, met_with="Rahasia Satu")
    EmployerNoteFactory(employer=visit.employer, school=coordinator.school, text="Rahasia Dua")
    url = f"/bkk/mitra/{visit.employer_id}/kunjungan/"
    own, foreign = (seat.client.get(url).content.decode() for seat in (coordinator, other_coordinator))
    assert [text in own for text in ("Rahasia Satu", "Rahasia Dua")] == [True, True]
    assert [text in foreign for text in ("Rahasia Satu", "Rahasia Dua")] == [False, False]


def test_a_visit_waits_until_the_next_one(coordinator):
    visit = visit_of(coordinator, -30, next_step="Telepon", next_on=day(-1))
    visit_of(coordinator, -30, next_step="Nanti", next_on=day(5))
    listed = coordinator.client.get("/bkk/mitra/kunjungan/?keadaan=tindak-lanjut").context["listing"].rows
    assert [row.pk for row in listed] == [visit.pk]
    visit_of(coordinator, -2, employer=visit.employer)
    assert list(EmployerVisit.objects.to_follow_up()) == []


def test_a_note_is_written_and_removed(coordinator):
    employer = EmployerFactory()
    coordinator.client.post(f"/bkk/mitra/{employer.pk}/catatan/", {"text": " Telepon sore. "})
    note = EmployerNote.objects.get()
    assert (note.text, note.school, note.by) == ("Telepon sore.", coordinator.school, coordinator.user)
    coordinator.client.post(f"/bkk/mitra/catatan/{note.pk}/hapus/")
    assert EmployerNote.objects.count() == 0


def test_an_empty_note_is_told(coordinator):
    response = coordinator.client.post(f"/bkk/mitra/{EmployerFactory().pk}/catatan/", {"text": ""})
    assert response.context["note_form"].errors == {"text": ["Bidang ini tidak boleh kosong."]}


def test_a_note_of_another_school_stays(other_coordinator):
    note = EmployerNoteFactory(school=SchoolFactory(smkn1=True))
    with pytest.raises(Refused, match="milik BKK lain"):
        dealings.remove_note(note=note, actor=other_coordinator.actor)
    assert EmployerNote.objects.count() == 1


def test_dealings_take_the_same_queries_for_one_and_three(coordinator, same_queries):
    employer = EmployerFactory()

    def rows(count):
        for _ in range(count):
            visit_of(coordinator, -3, employer=employer)
            EmployerNoteFactory(employer=employer, school=coordinator.school)

    same_queries(coordinator.client, f"/bkk/mitra/{employer.pk}/kunjungan/", rows, 11)


def test_visit_list_takes_the_same_queries_for_one_and_three(coordinator, same_queries):
    same_queries(
        coordinator.client,
        "/bkk/mitra/kunjungan/",
        lambda count: [visit_of(coordinator, -3) for _ in range(count)],
        9,
    )


def test_the_first_contact_is_the_one_to_call(coordinator):
    employer = EmployerFactory()
    url = f"/bkk/mitra/{employer.pk}/narahubung/baru/"
    coordinator.client.post(url, {"name": "Maria", "phone": "0812 3456 7890"})
    coordinator.client.post(url, {"name": "Petrus", "email": "petrus@contoh.test", "is_main": "on"})
    rows = {row.name: (row.phone, row.is_main) for row in employer.contacts.all()}
    assert rows == {"Maria": ("+6281234567890", False), "Petrus": ("", True)}


def test_a_contact_needs_a_number_or_an_address(coordinator):
    response = coordinator.client.post(f"/bkk/mitra/{EmployerFactory().pk}/narahubung/baru/", {"name": "Maria"})
    assert response.context["form"].errors == {"phone": ["Isi nomor HP atau surel narahubung ini."]}


def test_when_the_first_contact_goes_the_next_is_called(coordinator):
    employer = EmployerFactory()
    first = EmployerContactFactory(employer=employer, is_main=True)
    heir = EmployerContactFactory(employer=employer)
    coordinator.client.post(f"/bkk/mitra/narahubung/{first.pk}/hapus/")
    assert [(row.pk, row.is_main) for row in employer.contacts.all()] == [(heir.pk, True)]


def test_there_is_a_most_of_contacts(coordinator):
    employer = EmployerFactory()
    EmployerContactFactory.create_batch(actions.MOST_CONTACTS, employer=employer)
    new = EmployerContact(employer=employer, name="Satu lagi", phone="+6281234567890")
    with pytest.raises(Refused, match="Paling banyak 20 narahubung"):
        actions.save_contact(contact=new, actor=coordinator.actor)


@pytest.mark.parametrize("seat", ["officer", "alumnus_user", "forum_chair", "other_employer_user"])
def test_contacts_are_changed_by_bkks_and_the_employer_itself(request, seat):
    contact = EmployerContactFactory()
    with pytest.raises(Refused, match="BKK atau perusahaan itu sendiri"):
        actions.save_contact(contact=contact, actor=request.getfixturevalue(seat).actor)


def test_creating_an_employer_keeps_its_first_contact(coordinator):
    values = {"name": "Hotel Teluk", "regency": EmployerFactory().regency.pk, "address": "Jl. Timor Raya 1"}
    coordinator.client.post("/bkk/mitra/baru/", values | {"contact_name": "Maria", "contact_phone": "081234567890"})
    (contact,) = EmployerContact.objects.filter(employer__name="Hotel Teluk")
    assert (contact.name, contact.phone, contact.is_main) == ("Maria", "+6281234567890", True)


def test_a_company_with_the_same_telephone_is_asked_about(coordinator):
    there = EmployerFactory(name="Apotek Sehat", phone="+62380821234")
    values = {"name": "Bengkel Lontar", "regency": there.regency.pk, "phone": "(0380) 821234"}
    response = coordinator.client.post("/bkk/mitra/baru/", values)
    assert response.context["form"].similar == [there]


def test_what_is_due_on_the_desk(coordinator):
    AgreementFactory(school=coordinator.school, ends_on=day(20))
    AgreementFactory(ends_on=day(20))
    EmployerFactory(added_by_school=coordinator.school)
    visit_of(coordinator, -30, next_step="Telepon", next_on=day(-1))
    waiting = [(rows.count(), text) for rows, text, _ in due(coordinator.actor)]
    assert waiting == [
        (1, "MoU berakhir dalam 90 hari"),
        (1, "kunjungan perusahaan perlu ditindaklanjuti"),
        (1, "perusahaan yang Anda tambahkan belum diverifikasi"),
    ]


def test_each_due_line_leads_to_exactly_those_rows(coordinator):
    AgreementFactory(school=coordinator.school, ends_on=day(20))
    AgreementFactory(school=coordinator.school)
    EmployerFactory(added_by_school=coordinator.school)
    EmployerFactory(added_by_school=coordinator.school, verified=True)
    visit_of(coordinator, -30, next_step="Telepon", next_on=day(-1))
    visit_of(coordinator, -3)
    for rows, _, url in due(coordinator.actor):
        listed = coordinator.client.get(url).context["listing"].rows
        assert [row.pk for row in listed] == [row.pk for row in rows]


class TestOwnDesk:
    """/perusahaan/profil/"""

    def values(self, employer, **changes):
        kept = {"phone": employer.phone, "terakhir_diubah": employer.updated_at.isoformat()}
        return kept | {"email": "baru@contoh.test", "website": "contoh.test"} | changes

    def test_a_verified_employer_changes_how_it_is_reached(self, employer_user):
        employer = EmployerFactory.create(verified=True)
        type(employer).objects.filter(pk=employer_user.employer.pk).update(
            verified_at=employer.verified_at, verified_by=employer.verified_by, address="Jl. Lama"
        )
        employer = employer_user.employer
        employer.refresh_from_db()
        values = self.values(employer, name="Nama Lain", address="Jl. Baru", logo=ContentFile(PICTURE, "logo.png"))
        employer_user.client.post("/perusahaan/profil/ubah/", values)
        employer.refresh_from_db()
        assert (employer.email, employer.website, employer.is_verified) == (
            "baru@contoh.test",
            "https://contoh.test",
            True,
        )
        assert (employer.name != "Nama Lain", employer.address) == (True, "Jl. Lama")
        answer = employer_user.client.get(f"/mitra/{employer.pk}/logo/")
        assert b"".join(answer.streaming_content) == PICTURE

    def test_an_unverified_employer_changes_everything(self, employer_user):
        employer = employer_user.employer
        values = self.values(employer, name="Hotel Baru", address="Jl. Baru", regency=employer.regency.pk)
        employer_user.client.post("/perusahaan/profil/ubah/", values | {"nib": "1234567890123"})
        employer.refresh_from_db()
        assert (employer.name, employer.address, employer.nib) == ("Hotel Baru", "Jl. Baru", "1234567890123")

    def test_it_sees_its_contacts_and_agreements(self, employer_user):
        own = EmployerContactFactory(employer=employer_user.employer, name="Maria Sendiri")
        EmployerContactFactory(name="Orang Lain")
        agreement = AgreementFactory(employer=employer_user.employer)
        html = employer_user.client.get("/perusahaan/profil/").content.decode()
        assert "Maria Sendiri" in html
        assert agreement.number in html
        assert "Orang Lain" not in html
        employer_user.client.post(f"/perusahaan/profil/narahubung/{own.pk}/hapus/")
        assert not EmployerContact.objects.filter(pk=own.pk).exists()

    def test_it_is_told_that_it_was_rejected(self, employer_user):
        row = EmployerFactory(rejected=True)
        type(row).objects.filter(pk=employer_user.employer.pk).update(
            rejected_at=row.rejected_at, rejected_by=row.rejected_by, rejection_reason="Alamat palsu."
        )
        assert "Alamat palsu." in employer_user.client.get("/perusahaan/profil/").content.decode()

    def test_another_employers_agreement_file_is_not_found(self, employer_user):
        foreign = AgreementFactory()
        assert employer_user.client.get(f"/perusahaan/profil/mou/{foreign.pk}/berkas/").status_code == 404
