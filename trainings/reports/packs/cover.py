"""The first pages of a pack: what it is about, the sums counted again, what disagrees, what lies in it."""

from django.utils import timezone

from bkk_portal.kit.formatting import angka, waktu
from bkk_portal.kit.pdf.forms import Column, OfficialList, official_list
from bkk_portal.kit.pdf.joining import joined
from trainings.participants.certificates import letterhead_of

NUMBER = Column(title="No.", align="right", width=0)


def cover_pdf(scope, totals, findings, files, *, asked_by):
    """PDF bytes. `findings`: [sentence]; `files`: [(path, bytes as a number, SHA-256)]."""
    pages = [_totals(scope, totals, findings, asked_by), _findings(scope, findings), _files(scope, files)]
    return joined([official_list(page) for page in pages], title=f"Paket audit {scope.title}", portrait=True)


def _page(scope, title, columns, rows, **fields):
    today, head = timezone.localdate(), letterhead_of(scope.agency)
    return OfficialList(
        letterhead=head, title=title, subtitle=scope.title, date=today, columns=columns, rows=rows, **fields
    )


def _totals(scope, totals, findings, asked_by):
    facts = (
        *((name, text) for name, text in scope.facts if text),
        ("Disusun", f"{waktu(timezone.now())}, atas permintaan {asked_by}"),
        ("Ketidaksesuaian", f"{angka(len(findings))}, lihat daftar berikut" if findings else "tidak ada"),
    )
    columns = (
        Column(title="Menurut", width=3),
        Column(title="Angka", align="right", width=2),
        Column(title="Menurut", width=3),
        Column(title="Angka", align="right", width=2),
        Column(title="Selisih", align="right", width=2),
    )
    notes = ("Semua angka dihitung ulang dari catatan satu per satu pada saat paket ini disusun.",)
    rows = tuple(total.cells for total in totals)
    return _page(scope, "Paket Audit", columns, rows, facts=facts, notes=notes)


def _findings(scope, findings):
    columns = (NUMBER, Column(title="Yang tidak sesuai", width=1))
    rows = tuple((str(number), sentence) for number, sentence in enumerate(findings, 1))
    return _page(scope, "Daftar Ketidaksesuaian", columns, rows, empty="Tidak ada ketidaksesuaian.")


def _files(scope, files):
    columns = (
        NUMBER,
        Column(title="Berkas", width=5),
        Column(title="KB", align="right", width=1),
        Column(title="Sidik SHA-256 (16 huruf pertama)", width=2),
    )
    rows = tuple(
        (str(number), path, angka(-(-size // 1024)), digest[:16])
        for number, (path, size, digest) in enumerate(files, 1)
    )
    notes = ("Sidik lengkap ada di daftar-berkas.csv.",)
    return _page(scope, "Isi Paket", columns, rows, notes=notes, font_size=8)
