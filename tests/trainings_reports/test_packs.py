"""The audit pack: everything on file, the sums counted again, and what disagrees said aloud."""

import csv
import datetime
import hashlib
import io
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from bkk_portal.accounts.enums import AuditKind
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.text.formatting import nama_singkat, tanggal
from tests.equipment.acts import ready, unsaved, whole
from tests.factories.audits import PackFactory
from tests.factories.equipment import ContractPaperFactory, HandoverFactory
from tests.factories.monitoring import VisitFactory
from tests.factories.participants import AttendanceFactory, CertificateFactory, ParticipantFactory, ProposalFactory
from tests.factories.programmes import SessionFactory, TrainingFactory
from trainings.equipment.handovers.actions import hand_over
from trainings.equipment.handovers.models import Handover
from trainings.reports import actions
from trainings.reports.actions import ask_for_pack, drop_old_packs
from trainings.reports.enums import PackStatus
from trainings.reports.models import AuditPack
from trainings.reports.packs.scope import scope_of
from trainings.reports.packs.totals import totals_of

pytestmark = pytest.mark.django_db
LIST = "/dinas/audit/paket/"


@pytest.fixture
def handover(officer):
    """One kit handed over the real way, with its BAST."""
    participant, line = ready(officer.agency)
    return hand_over(handover=unsaved(participant, line), given=whole(line), actor=officer.actor)


def made(on_commit, **fields):
    with on_commit(execute=True):
        pack = ask_for_pack(**fields)
    pack.refresh_from_db()
    return pack


@pytest.fixture
def make_pack(django_capture_on_commit_callbacks):
    return lambda **fields: made(django_capture_on_commit_callbacks, **fields)


def content_of(pack):
    with pack.file.open("rb") as file:
        return {name: data for name, data in _read(file.read())}


def _read(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            yield name, archive.read(name)


def numbers(pack):
    return {(total.first, total.second): (total.number, total.other) for total in totals_of(scope_of(pack))}


# what lies in it


def test_pack_of_a_training_holds_every_paper(officer, handover, make_pack):
    training = handover.participant.training
    ProposalFactory(agency=training.agency, training=training, letter_number="12/KEL/2026", status="accepted")
    contract = handover.lines.first().lot.contract
    contract.file.save("kontrak.pdf", ContentFile(b"%PDF-1.7\n%%EOF\n"))
    pack = make_pack(actor=officer.actor, training=training)
    number = handover.document.number.replace("/", "-").lower()
    names = set(content_of(pack))
    folder = f"7-serah-terima/{handover.pk}-{number}"
    assert {name for name in names if name.startswith("7-")} == {
        "7-serah-terima/rincian.xlsx",
        f"{folder}/bast.pdf",
        f"{folder}/foto.jpg",
        f"{folder}/tanda-tangan.png",
    }
    assert {"0-sampul.pdf", "daftar-berkas.csv", "1-surat/usulan-12-kel-2026.pdf", "6-stok/mutasi.xlsx"} <= names
    assert (pack.status, pack.done, pack.total) == (PackStatus.READY, len(names) - 1, len(names) - 1)


def test_papers_are_the_very_files_and_the_index_proves_it(officer, handover, make_pack):
    content = content_of(make_pack(actor=officer.actor, training=handover.participant.training))
    [act] = [data for name, data in content.items() if name.endswith("/bast.pdf")]
    assert hashlib.sha256(act).hexdigest() == handover.document.sha256
    index = csv.reader(io.StringIO(content["daftar-berkas.csv"].decode("utf-8-sig")), delimiter=";")
    listed = {name: (int(size), digest) for name, size, digest in list(index)[1:]}
    inside = {name: data for name, data in content.items() if name not in ("0-sampul.pdf", "daftar-berkas.csv")}
    assert listed == {name: (len(data), hashlib.sha256(data).hexdigest()) for name, data in inside.items()}
    assert content["0-sampul.pdf"].startswith(b"%PDF-")


def test_pack_of_a_contract_holds_its_papers_and_what_became_of_the_goods(officer, handover, make_pack):
    contract = handover.lines.first().lot.contract
    extra = ContractPaperFactory(contract=contract, title="Faktur")
    content = content_of(make_pack(actor=officer.actor, contract=contract))
    folders = {name.split("/")[0] for name in content if "/" in name}
    assert folders == {"5-kontrak", "6-stok", "7-serah-terima", "8-monitoring"}
    assert [name for name in content if name.endswith(f"faktur-{extra.pk}.pdf")] != []


def test_a_file_that_is_gone_is_named_and_the_rest_is_packed(officer, handover, make_pack):
    handover.photo.storage.delete(handover.photo.name)
    pack = make_pack(actor=officer.actor, training=handover.participant.training)
    [sentence] = [text for text, _ in pack.faults if "tidak ada di penyimpanan" in text]
    assert sentence.endswith("/foto.jpg: Berkasnya tercatat, tetapi tidak ada di penyimpanan.")
    assert pack.status == PackStatus.READY


# the sums


def test_sums_are_counted_twice(officer, handover):
    pack = PackFactory.build(training=handover.participant.training)
    given = sum(line.given for line in handover.lines.all())
    found = numbers(pack)
    assert found["Barang di tangan penerima", "Barang keluar dari stok"] == (given, given)
    assert found["Peserta lulus", "Paket yang diserahkan"] == (1, 1)
    value = sum(line.value for line in handover.lines.all())
    assert found["Nilai menurut BAST", "Nilai menurut harga kontrak"] == (value, value)


def test_39_registered_and_40_on_the_attendance_list(officer, make_pack):
    """A fault from a real case: made by hand past every form, it is named."""
    training = TrainingFactory(programme__agency=officer.agency, running=True, quota=40)
    day = SessionFactory(training=training)
    for participant in ParticipantFactory.create_batch(39, training=training):
        AttendanceFactory(session=day, participant=participant)
    stranger = AttendanceFactory(session=day, participant=ParticipantFactory())
    pack = make_pack(actor=officer.actor, training=training)
    who = f"orangnya bukan peserta pelatihan itu. ({nama_singkat(stranger.participant.person.name)})"
    assert {
        ("Peserta diterima 39, tetapi nama di daftar hadir 40.", f"/dinas/pelatihan/{training.pk}/"),
        (
            f"Kehadiran {stranger.pk} pada {tanggal(day.held_on)}: {who}",
            f"/dinas/pelatihan/hari/{day.pk}/kehadiran/",
        ),
    } <= set(pack.faults)


def test_a_balance_changed_by_hand_is_named(officer, handover, make_pack):
    lot = handover.lines.first().lot
    lot.refresh_from_db()
    was = lot.balance
    type(lot).objects.filter(pk=lot.pk).update(balance=was + 5)
    pack = make_pack(actor=officer.actor, contract=lot.contract)
    assert f"Sisa menurut stok {was + 5}, tetapi jumlah mutasi {was}." in dict(pack.faults)


def test_findings_are_of_this_training_only(officer, handover, make_pack):
    HandoverFactory(participant__training__programme__agency=officer.agency)  # without BAST
    pack = make_pack(actor=officer.actor, training=handover.participant.training)
    assert [text for text, _ in pack.faults if "belum ada BAST" in text] == []


def test_certificates_and_visits_are_counted(officer):
    training = TrainingFactory(programme__agency=officer.agency, finished=True)
    passed = ParticipantFactory.create_batch(3, training=training, passed=True)
    CertificateFactory(participant=passed[0])
    handover = HandoverFactory(participant=passed[1])
    VisitFactory(handover=handover, done=True)
    VisitFactory(handover=handover, due_on=timezone.localdate() - datetime.timedelta(days=3))
    found = numbers(PackFactory.build(training=training))
    assert found["Peserta lulus", "Sertifikat berlaku"] == (3, 1)
    assert found["Kunjungan jatuh tempo", "Kunjungan dilakukan"] == (2, 1)


def test_a_finding_names_the_bast_and_opens_the_page_that_mends_it(officer, handover, make_pack):
    Handover.objects.filter(pk=handover.pk).update(recipient_answer="not_received")
    pack = make_pack(actor=officer.actor, training=handover.participant.training)
    name = nama_singkat(handover.participant.person.name)
    text = f"BAST {handover.document.number}: penerima menyatakan tidak menerima barangnya. ({name})"
    page = reverse("dinas:handover_page", args=[handover.pk])
    assert (text, page) in pack.faults
    assert f'<a href="{page}">{text}</a>' in officer.client.get(f"{LIST}{pack.pk}/").content.decode()
    for _, address in pack.faults:
        assert officer.client.get(address).status_code == 200


# who may, and when


def test_only_the_own_office_and_the_heads(officer, other_officer, head):
    training = TrainingFactory(programme__agency=officer.agency)
    with pytest.raises(Refused, match="hanya untuk dinas yang menyelenggarakan"):
        ask_for_pack(actor=other_officer.actor, training=training)
    assert ask_for_pack(actor=head.actor, training=training).agency == officer.agency


def test_asking_twice_makes_one(officer):
    training = TrainingFactory(programme__agency=officer.agency)
    ask_for_pack(actor=officer.actor, training=training)
    with pytest.raises(AlreadyDone, match="Sudah sedang disusun"):
        ask_for_pack(actor=officer.actor, training=training)
    assert AuditPack.objects.count() == 1


def test_one_left_behind_by_a_dead_worker_is_in_nobodys_way(officer):
    training = TrainingFactory(programme__agency=officer.agency)
    dead = ask_for_pack(actor=officer.actor, training=training)
    AuditPack.objects.update(status=PackStatus.WORKING, created_at=timezone.now() - actions.STALLED * 2)
    ask_for_pack(actor=officer.actor, training=training)
    dead.refresh_from_db()
    assert dead.status == PackStatus.FAILED


def test_two_workers_make_it_once(officer, handover, make_pack):
    pack = make_pack(actor=officer.actor, training=handover.participant.training)
    before = pack.file.name
    actions.make(pack.pk)
    pack.refresh_from_db()
    assert pack.file.name == before


def test_an_error_in_the_middle_tells_who_waits(officer, monkeypatch):
    pack = PackFactory(status=PackStatus.WAITING, file="", finished_at=None)
    monkeypatch.setattr(actions, "build", lambda pack, report: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.make(pack.pk)
    pack.refresh_from_db()
    assert pack.status == PackStatus.FAILED


def test_old_packs_are_thrown_away_with_their_file(settings):
    kept, old = PackFactory(), PackFactory()
    AuditPack.objects.filter(pk=old.pk).update(created_at=timezone.now() - datetime.timedelta(days=31))
    assert drop_old_packs(dry_run=True) == "Paket audit: 1 lebih lama dari 30 hari dihapus."
    drop_old_packs(dry_run=False)
    assert list(AuditPack.objects.all()) == [kept]
    assert not old.file.storage.exists(old.file.name)


# the pages


def test_asked_for_from_the_training_and_taken_from_its_page(officer, handover, django_capture_on_commit_callbacks):
    training = handover.participant.training
    url = f"{LIST}pelatihan/{training.pk}/"
    assert f'action="{url}"' in officer.client.get(f"/dinas/pelatihan/{training.pk}/").content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        response = officer.client.post(url, follow=True)
    pack = AuditPack.objects.get()
    assert response.redirect_chain == [(f"{LIST}{pack.pk}/", 302)]
    download = officer.client.get(f"{LIST}{pack.pk}/unduh/")
    assert b"".join(download.streaming_content).startswith(b"PK")
    details = AuditEvent.objects.filter(kind=AuditKind.EXPORTED).order_by("pk").values_list("detail", flat=True)
    assert list(details) == [str(pack.pk), f"unduh {pack.pk}"]


def test_page_shows_progress_until_it_is_over(officer):
    pack = PackFactory(training__programme__agency=officer.agency, status=PackStatus.WORKING, file="", finished_at=None)
    page = officer.client.get(f"{LIST}{pack.pk}/").content.decode()
    assert '<progress value="12" max="12" aria-label="Menyusun berkas">' in page
    assert "HX-Refresh" not in officer.client.get(f"{LIST}{pack.pk}/kemajuan/")
    assert officer.client.get(f"{LIST}{pack.pk}/unduh/").status_code == 404
    AuditPack.objects.update(status=PackStatus.READY, file="x.zip", finished_at=timezone.now())
    assert officer.client.get(f"{LIST}{pack.pk}/kemajuan/")["HX-Refresh"] == "true"


def test_list_takes_the_same_queries(officer, same_queries):
    same_queries(
        officer.client,
        LIST,
        lambda count: PackFactory.create_batch(count, training__programme__agency=officer.agency),
        9,
    )
