"""The page of one alumnus: everything the school may know, and who changed what."""

import datetime as dt

from django.utils import timezone

from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.people.models import Person
from placements.alumni.enums import Tracing
from placements.alumni.history import changes_of
from placements.alumni.models import Alumnus
from tests.factories.accounts import ConsentFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationDocumentFactory, ApplicationFactory
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.people import CredentialFactory, PersonDocumentFactory, SpellFactory

LIST = "/bkk/alumni/"


def page_of(seat, alumnus, part=""):
    return seat.client.get(f"{LIST}{alumnus.pk}/{part}").content.decode()


def test_page_shows_trainings_papers_files_and_consents(coordinator):
    alumnus = AlumnusFactory(school=coordinator.school, claimed=True)
    person = alumnus.person
    participant = ParticipantFactory(person=person)
    IssuedDocumentFactory(person=person, title="Sertifikat Las Dasar")
    CredentialFactory(person=person, title="Kursus Barista")
    application = ApplicationFactory(alumnus=alumnus)
    ApplicationDocumentFactory(application=application, title="Ijazah saya")
    PersonDocumentFactory(person=person, title="Surat rahasia")
    ConsentFactory(user=person.user, purpose=ConsentPurpose.TRACER)
    ConsentFactory(user=person.user, purpose=ConsentPurpose.SHARE_WITH_FORUM, withdrawn_at=timezone.now())
    page = page_of(coordinator, alumnus)
    for words in (
        str(participant.training),
        "Sertifikat Las Dasar",
        "Kursus Barista",
        "Ijazah saya",
        ConsentPurpose.TRACER.label,
        ConsentPurpose.SHARE_WITH_FORUM.label,
        "Ditarik",
    ):
        assert words in page
    assert "Surat rahasia" not in page  # nobody sees it before it is sent along


def test_files_sent_to_another_school_are_not_there(coordinator, other_coordinator):
    alumnus = AlumnusFactory(school=coordinator.school)
    elsewhere = AlumnusFactory(school=other_coordinator.school, person=alumnus.person)
    ApplicationDocumentFactory(application=ApplicationFactory(alumnus=elsewhere), title="Ijazah saya")
    assert ("Ijazah saya" in page_of(coordinator, alumnus), "Ijazah saya" in page_of(other_coordinator, elsewhere)) == (
        False,
        True,
    )


def test_page_of_somebody_of_whom_nothing_is_known_says_what_to_do(coordinator):
    page = page_of(coordinator, AlumnusFactory(school=coordinator.school))
    for words in ("Belum ada kabar.", "Belum pernah melamar", "Belum pernah ikut pelatihan", "Undang ia membuat akun"):
        assert words in page


def changed(row, user, reason=None, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row._history_user, row._change_reason = user, reason
    row.save()


def test_history_says_who_changed_what_newest_first(coordinator, tkj, akl):
    alumnus = AlumnusFactory(school=coordinator.school, konsentrasi=tkj, person__phone="+6281230000001")
    changed(alumnus, coordinator.user, konsentrasi=akl, tracing=Tracing.TRACED)
    changed(alumnus.person, None, "Impor 5", phone="+6281230000002", birth_date=dt.date(2006, 4, 30))
    newest, before, *_ = changes_of(alumnus)
    assert (newest.what, newest.by, newest.reason, newest.fields) == (
        "Data diri diubah",
        None,
        "Impor 5",
        [
            ("Tanggal lahir", "17 Mei 2005", "30 April 2006"),
            ("Nomor HP", "0812-3000-0001", "0812-3000-0002"),
        ],
    )
    assert (before.by, before.fields) == (
        coordinator.user,
        [
            ("Konsentrasi", str(tkj), str(akl)),
            ("Penelusuran", "Belum dihubungi", "Terlacak"),
        ],
    )


def test_history_holds_what_they_do_and_that_it_was_deleted(coordinator):
    alumnus = AlumnusFactory(school=coordinator.school)
    spell = SpellFactory(person=alumnus.person, organisation="Toko Rukun")
    spell.delete()
    gone, made, *_ = changes_of(alumnus)
    assert (gone.what, made.what) == ("Kegiatan dihapus", "Kegiatan dicatat")
    assert ("Tempat kerja, usaha atau kampus", "–", "Toko Rukun") in made.fields


def test_a_new_nik_is_told_without_the_number(coordinator):
    alumnus = AlumnusFactory(school=coordinator.school)
    person = Person.objects.get(pk=alumnus.person_id)
    person.set_nik("5371041705050001")
    changed(person, coordinator.user)
    (newest, *_) = changes_of(Alumnus.objects.get(pk=alumnus.pk))
    assert (newest.what, newest.fields) == ("Data diri diubah", [])
    page = page_of(coordinator, alumnus, "riwayat/")
    assert ("Isian lain, misalnya NIK atau profil." in page, "5371041705050001" in page) == (True, False)


def test_history_takes_the_same_queries_however_long(coordinator, same_queries):
    alumnus = AlumnusFactory(school=coordinator.school)

    def more(count):
        SpellFactory.create_batch(count, person=alumnus.person)

    same_queries(coordinator.client, f"{LIST}{alumnus.pk}/riwayat/", more, 13)
