import hashlib
import threading

import pytest
from django.db import connection

from bkk_portal.documents.actions import Issuer, Paper, issue, issue_all, normalise_code, revoke
from bkk_portal.documents.checks import number_gaps
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.factories.people import PersonFactory

ISSUER = Issuer("agency:1", "Dinas Contoh", "Dinas Contoh")


def paper(**fields):
    fields = {"title": "Sertifikat", "build": lambda ticket: f"{ticket.number} {ticket.code}".encode()} | fields
    return Paper(**fields)


def make(officer, **fields):
    return issue(kind=IssuedKind.CERTIFICATE, issuer=ISSUER, paper=paper(**fields), actor=officer.actor)


def test_issue_numbers_in_order_and_keeps_what_was_built(officer):
    first, second = make(officer), make(officer)
    assert (first.sequence, second.sequence) == (1, 2)
    assert first.number == f"001/SERT/DINAS-CONTOH/{first.year}"
    content = first.file.read()
    assert content == f"{first.number} {first.code}".encode()
    assert first.sha256 == hashlib.sha256(content).hexdigest()


def test_issue_shortens_the_name_for_strangers(officer):
    person = PersonFactory(name="Maria Yuliana Nenobais")
    assert make(officer, person=person).short_name == "Maria Y. N."


def test_issue_that_fails_leaves_no_gap(officer):
    def broken(ticket):
        raise Refused("Tidak dapat dicetak.")

    with pytest.raises(Refused):
        make(officer, build=broken)
    assert make(officer).sequence == 1
    assert list(number_gaps()) == []


def test_issue_all_runs_on_from_the_last_number(officer):
    make(officer)
    batch = issue_all(
        kind=IssuedKind.CERTIFICATE, issuer=ISSUER, papers=[paper(), paper(), paper()], actor=officer.actor
    )
    assert [document.sequence for document in batch] == [2, 3, 4]


def test_kinds_are_numbered_apart(officer):
    make(officer)
    bast = issue(kind=IssuedKind.BAST, issuer=ISSUER, paper=paper(), actor=officer.actor)
    assert bast.sequence == 1


def test_revoke_wants_a_reason_and_happens_once(officer):
    document = make(officer)
    with pytest.raises(Refused):
        revoke(document=document, reason=" ", actor=officer.actor)
    revoked = revoke(document=document, reason="Salah nama", actor=officer.actor)
    assert (revoked.is_revoked, revoked.revoke_reason, revoked.revoked_by) == (True, "Salah nama", officer.user)
    with pytest.raises(AlreadyDone):
        revoke(document=document, reason="Salah nama", actor=officer.actor)


def test_number_gaps_are_reported(officer):
    make(officer)
    gone = make(officer)
    make(officer)
    IssuedDocument.objects.filter(pk=gone.pk).delete()
    assert len(list(number_gaps())) == 1


@pytest.mark.parametrize("typed", ["abc0 1def-23gh", "ABCO1DEF23GH", "abcoldef23gh"])
def test_normalise_code_reads_what_people_type(typed):
    assert normalise_code(typed) == "ABC01DEF23GH"


def test_stranger_reads_the_facts_and_a_shortened_name(client, officer):
    document = make(officer, person=PersonFactory(name="Maria Yuliana Nenobais"), facts=(("Jam pelajaran", "240 JP"),))
    page = client.get(f"/verifikasi/{document.code.lower()}/")
    text = page.content.decode()
    assert page.status_code == 200
    assert "Maria Y. N." in text
    assert "Nenobais" not in text
    assert "240 JP" in text


def test_stranger_reads_why_a_document_was_revoked(client, officer):
    document = revoke(document=make(officer), reason="Salah nama", actor=officer.actor)
    assert "Alasan: Salah nama" in client.get(f"/verifikasi/{document.code}/").content.decode()


def test_unknown_code_is_404(client, db):
    assert client.get("/verifikasi/AAAABBBBCCCC/").status_code == 404


def test_typed_code_leads_to_the_document(client, db):
    answer = client.get("/verifikasi/?kode=aaaa-bbbb-cccc")
    assert (answer.status_code, answer["Location"]) == (302, "/verifikasi/AAAABBBBCCCC/")


def test_file_is_for_its_issuer_and_its_person_only(officer, coordinator, participant_user):
    issuer = Issuer.of_agency(officer.agency)
    document = issue(
        kind=IssuedKind.CERTIFICATE, issuer=issuer, paper=paper(person=participant_user.person), actor=officer.actor
    )
    url = f"/dokumen/{document.code}/unduh/"
    assert officer.client.get(url).status_code == 200
    assert participant_user.client.get(url).status_code == 200
    assert coordinator.client.get(url).status_code == 404


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_clerks_at_once_get_different_numbers(officer):
    start = threading.Barrier(4)

    def clerk():
        start.wait()
        make(officer)
        connection.close()

    threads = [threading.Thread(target=clerk) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = IssuedDocument.objects.order_by("sequence").values_list("sequence", flat=True)
    assert list(numbers) == [1, 2, 3, 4]
