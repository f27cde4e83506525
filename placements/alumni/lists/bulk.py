"""What each BulkKind does to alumni, given by primary key, in the caller's transaction."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.urls import reverse
from django.utils import timezone

from bkk_portal.kit.history import record_history
from bkk_portal.kit.pdf import qr, render
from bkk_portal.notifications.actions import queue_letters
from bkk_portal.notifications.models import OutboxMessage
from placements.alumni.enums import BulkKind, Tracing
from placements.alumni.exports import XLSX, for_export, write_alumni
from placements.alumni.models import Alumnus

if TYPE_CHECKING:
    from bkk_portal.kit.web.progress import Reporter
    from placements.alumni.lists.models import BulkRun
    from placements.schools.models import School

BATCH = 500
SUBJECT = "Undangan dari BKK {school}"
LETTER = """Halo {name},

BKK {school} mengundang Anda membuat akun di portal kerja Kota Kupang: lowongan kerja, pelatihan gratis, dan undangan
seleksi dari sekolah Anda. Semuanya tanpa biaya.

Buat akun di sini: {url}

Siapkan NISN (ada di ijazah) dan tanggal lahir Anda. Data Anda sebagai lulusan sudah dicatat sekolah.

Bukan {name}? Abaikan saja surat ini.

--
BKK {school}
"""
SHOWN_DIGITS = 4


def in_batches(keys: list[int]) -> Iterator[list[int]]:
    for start in range(0, len(keys), BATCH):
        yield keys[start : start + BATCH]


def _people(keys: list[int]) -> list[Alumnus]:
    """Alumni with their person, in the order of `keys`."""
    rows = Alumnus.objects.select_related("person").in_bulk(keys)
    return [rows[key] for key in keys]


def _change(run: BulkRun, keys: list[int], **fields: Any) -> None:
    Alumnus.objects.filter(pk__in=keys).update(updated_at=timezone.now(), **fields)
    record_history(Alumnus, keys, kind="~", user=run.created_by, reason=f"Tindakan massal {run.pk}")


def invite(run: BulkRun, keys: list[int], tell: Reporter) -> None:
    done = 0
    for batch in in_batches(keys):
        queue_letters([_letter(alumnus, run.school) for alumnus in _people(batch)])
        _change(run, batch, invited_at=timezone.now())
        done += len(batch)
        tell(done, len(keys))


def _letter(alumnus: Alumnus, school: School) -> OutboxMessage:
    body = LETTER.format(name=alumnus.person.name.split()[0], school=school.name, url=claim_url())
    return OutboxMessage(address=alumnus.person.email, subject=SUBJECT.format(school=school.name), body=body)


def mark_untraced(run: BulkRun, keys: list[int], tell: Reporter) -> None:
    done = 0
    for batch in in_batches(keys):
        _change(run, batch, tracing=Tracing.UNTRACEABLE)
        done += len(batch)
        tell(done, len(keys))


def print_slips(run: BulkRun, keys: list[int], tell: Reporter) -> None:
    if keys:
        alumni = [alumnus for batch in in_batches(keys) for alumnus in _people(batch)]
        run.file.save("slip-klaim.pdf", ContentFile(slips_pdf(alumni, school=run.school)), save=False)


def export(run: BulkRun, keys: list[int], tell: Reporter) -> None:
    """Into a file of the run's; without NIK, which is never kept in the clear (exports.with_numbers)."""
    ending = run.options.get("format", XLSX)
    with tempfile.TemporaryFile() as file:
        write_alumni(file, ending, _told(keys, tell))
        file.seek(0)
        run.file.save(f"alumni.{ending}", File(file), save=False)


def _told(keys: list[int], tell: Reporter) -> Iterator[Alumnus]:
    done = 0
    for batch in in_batches(keys):
        yield from for_export(batch)
        done += len(batch)
        tell(done, len(keys))


DO = {
    BulkKind.INVITE: invite,
    BulkKind.SLIPS: print_slips,
    BulkKind.UNTRACED: mark_untraced,
    BulkKind.EXPORT: export,
}


def claim_url() -> str:
    return f"{settings.PUBLIC_URL}{reverse('claim')}"


def slips_pdf(alumni: list[Alumnus], *, school: School) -> bytes:
    """PDF bytes: ten slips to an A4 sheet, with lines to cut along. `alumni` with their person, in their order."""
    url = claim_url()
    data = {
        "title": f"Slip klaim akun alumni {school.name}",
        "author": school.name,
        "date": timezone.localdate().isoformat(),
        "school": school.name,
        "address": url.removeprefix("https://").removeprefix("http://"),
        "qr": "klaim.svg",
        "slips": [_slip(alumnus) for alumnus in alumni],
    }
    return render("slips", data, files={"klaim.svg": qr.svg_bytes(url)})


def _slip(alumnus: Alumnus) -> dict[str, str]:
    return {
        "name": alumnus.person.name,
        "nisn": f"••••••{alumnus.person.nisn[-SHOWN_DIGITS:]}",
        "about": ", ".join(filter(None, [f"Lulus {alumnus.graduation_year}", alumnus.rombel])),
    }
