import datetime
import hashlib
import re
import threading

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.documents.actions import Issuer, Paper, issue, issue_all, revoke
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.documents.models import IssuedDocument, NumberSeries
from bkk_portal.documents.offers import number_gaps
from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.people import PersonFactory

DAY = datetime.date(2026, 11, 24)


def paper(**changes):
    facts = {"title": "Pelatihan Las Dasar", "build": lambda ticket: f"{ticket.number} {ticket.code}".encode()}
    return Paper(**(facts | changes))


def issue_as(seat, *papers, **changes):
    facts = {"kind": IssuedKind.CERTIFICATE, "issuer": Issuer.of_agency(seat.agency), "issued_on": DAY}
    return issue_all(papers=papers or [paper()], actor=seat.actor, **(facts | changes))


def files():
    return sorted(name for folder in default_storage.listdir("terbit")[0] for name in _names(f"terbit/{folder}"))


def _names(folder):
    inner, names = default_storage.listdir(folder)
    return names + [name for part in inner for name in _names(f"{folder}/{part}")]


def test_issued_document_has_number_code_file_and_fingerprint(officer):
    person = PersonFactory(name="Maria Yuliana Nenobais")
    built = paper(facts=(("Hasil", "Lulus"), ("Jam", "240 JP")), person=person)

    document = issue(
        kind=IssuedKind.CERTIFICATE,
        issuer=Issuer.of_agency(officer.agency),
        paper=built,
        actor=officer.actor,
        issued_on=DAY,
    )

    document.refresh_from_db()
    content = document.file.read()
    assert document.number == "001/SERT/DISNAKERTRANS/2026"
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{12}", document.code)
    assert content == f"{document.number} {document.code}".encode()
    assert document.sha256 == hashlib.sha256(content).hexdigest()
    assert document.short_name == "Maria Y. N."
    assert document.facts == [["Hasil", "Lulus"], ["Jam", "240 JP"]]
    assert (document.person, document.issued_on, document.issued_by) == (person, DAY, officer.user)


def test_each_issuer_kind_and_year_counts_on_its_own(officer, other_officer):
    numbers = [
        document.number
        for documents in (
            issue_as(officer),
            issue_as(officer),
            issue_as(officer, kind=IssuedKind.BAST),
            issue_as(officer, issued_on=datetime.date(2027, 1, 2)),
            issue_as(other_officer),
        )
        for document in documents
    ]

    assert numbers == [
        "001/SERT/DISNAKERTRANS/2026",
        "002/SERT/DISNAKERTRANS/2026",
        "001/BAST/DISNAKERTRANS/2026",
        "001/SERT/DISNAKERTRANS/2027",
        "001/SERT/PERINDAGKOP/2026",
    ]


def test_batch_is_numbered_in_its_order(officer):
    documents = issue_as(officer, *(paper(title=f"Kelas {number}") for number in range(1, 4)))

    assert [(document.sequence, document.title) for document in documents] == [
        (1, "Kelas 1"),
        (2, "Kelas 2"),
        (3, "Kelas 3"),
    ]


def test_paper_that_cannot_be_built_leaves_no_row_no_file_and_no_gap(officer):
    issue_as(officer)
    before = files()

    def broken(ticket):
        raise Refused("Nama peserta belum diisi.")

    with pytest.raises(Refused, match="Nama peserta"):
        issue_as(officer, paper(), paper(build=broken))

    assert files() == before
    assert [document.sequence for document in issue_as(officer)] == [2]


def test_nobody_issues_in_anothers_name(officer, other_officer, coordinator, alumnus_user):
    for seat in (other_officer, coordinator, alumnus_user):
        with pytest.raises(Refused, match="atas nama"):
            issue_all(
                kind=IssuedKind.LETTER,
                issuer=Issuer.of_agency(officer.agency),
                papers=[paper()],
                actor=seat.actor,
            )

    assert not IssuedDocument.objects.exists()
    assert not NumberSeries.objects.exists()


def test_school_issues_in_its_own_name(coordinator):
    issuer = Issuer(f"school:{coordinator.school.pk}", "SMKN 1 Kupang", "SMKN-1-KUPANG")

    document = issue(kind=IssuedKind.REPORT, issuer=issuer, paper=paper(), actor=coordinator.actor, issued_on=DAY)

    assert document.number == "001/LAP/SMKN-1-KUPANG/2026"


def test_series_with_a_missing_number_is_reported(officer):
    documents = issue_as(officer, paper(), paper(), paper())
    assert list(number_gaps()) == []

    IssuedDocument.objects.filter(pk=documents[1].pk).delete()

    name = officer.agency.name
    assert list(number_gaps()) == [f"Nomor certificate 2026 dari {name}: 2 dokumen, nomor akhir 3."]


# revoking


def test_revoked_document_keeps_its_number_and_says_why(officer):
    (document,) = issue_as(officer)

    revoke(document=document, reason=" Nama salah tulis. ", actor=officer.actor)

    document.refresh_from_db()
    assert document.is_revoked
    assert (document.revoke_reason, document.revoked_by) == ("Nama salah tulis.", officer.user)
    assert changes_of(document).count() == 2
    assert [later.sequence for later in issue_as(officer)] == [2]


def test_revoking_twice_changes_nothing(officer):
    document = IssuedDocumentFactory(issuer_key=f"agency:{officer.agency.pk}", revoked=True)

    with pytest.raises(AlreadyDone, match="^Sudah dicabut"):
        revoke(document=document, reason="Lain lagi", actor=officer.actor)

    document.refresh_from_db()
    assert document.revoke_reason == "Salah nama"


@pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
def test_revoking_needs_a_reason_of_readable_length(officer, reason):
    (document,) = issue_as(officer)

    with pytest.raises(Refused, match="alasan"):
        revoke(document=document, reason=reason, actor=officer.actor)

    document.refresh_from_db()
    assert not document.is_revoked


def test_nobody_revokes_anothers_document(officer, other_officer):
    (document,) = issue_as(officer)

    with pytest.raises(Refused, match="atas nama"):
        revoke(document=document, reason="Salah", actor=other_officer.actor)


# races


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_documents_issued_at_the_same_moment_have_no_gap_and_no_repeat(officer):
    start, faults = threading.Barrier(6), []

    def broken(ticket):
        raise Refused("gagal")

    def work(turn):
        start.wait()
        try:
            for step in range(4):
                build = broken if (turn + step) % 4 == 0 else paper().build
                try:
                    issue_as(officer, paper(build=build))
                except Refused:
                    faults.append(turn)
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(turn,)) for turn in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    sequences = IssuedDocument.objects.order_by("sequence").values_list("sequence", flat=True)
    assert (len(faults), list(sequences)) == (6, list(range(1, 19)))


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_who_revoke_at_the_same_moment_are_told_apart(officer):
    (document,) = issue_as(officer)
    start, answers = threading.Barrier(2), []

    def work(reason):
        start.wait()
        try:
            revoke(document=document, reason=reason, actor=officer.actor)
            answers.append("dicabut")
        except AlreadyDone:
            answers.append("sudah")
        finally:
            connection.close()

    threads = [threading.Thread(target=work, args=(reason,)) for reason in ("satu", "dua")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(answers) == ["dicabut", "sudah"]
