"""What the alumni list can show of each alumnus beside the name."""

import dataclasses
from collections.abc import Callable

from django.utils import timezone

from bkk_portal.kit.formatting import NOTHING, tanggal, telepon
from bkk_portal.kit.templatetags.look import status


@dataclasses.dataclass(frozen=True)
class ListColumn:
    """`value(alumnus)`: text, or a status as HTML; person, village and current spells are fetched."""

    key: str
    label: str
    value: Callable


def _doing(alumnus):
    spells = alumnus.person.current_spells
    words = (", ".join(filter(None, [spell.get_kind_display(), spell.organisation])) for spell in spells)
    return "; ".join(words) or "Belum diketahui"


def _age(alumnus):
    age = alumnus.person.age_on(timezone.localdate())
    return NOTHING if age is None else f"{age} tahun"


def _tracing(alumnus):
    return status(alumnus.get_tracing_display(), alumnus.tracing_shape)


def _account(alumnus):
    return status("Ada", "done") if alumnus.person.user_id else status("Belum", "waiting")


COLUMNS = (
    ListColumn("lulus", "Lulus", lambda row: row.graduation_year),
    ListColumn("konsentrasi", "Konsentrasi", lambda row: row.konsentrasi or NOTHING),
    ListColumn("rombel", "Rombel", lambda row: row.rombel or NOTHING),
    ListColumn("nis", "NIS", lambda row: row.nis or NOTHING),
    ListColumn("kegiatan", "Kegiatan sekarang", _doing),
    ListColumn("penelusuran", "Penelusuran", _tracing),
    ListColumn("akun", "Akun", _account),
    ListColumn("diundang", "Diundang", lambda row: tanggal(row.invited_at)),
    ListColumn("hp", "Nomor HP", lambda row: telepon(row.person.phone) if row.person.phone else NOTHING),
    ListColumn("surel", "Surel", lambda row: row.person.email or NOTHING),
    ListColumn("kelurahan", "Kelurahan", lambda row: row.person.village or NOTHING),
    ListColumn("jk", "Jenis kelamin", lambda row: row.person.get_sex_display() or NOTHING),
    ListColumn("usia", "Usia", _age),
)
CHOICES = [(column.key, column.label) for column in COLUMNS]
USUAL = ("lulus", "konsentrasi", "kegiatan", "penelusuran")


def columns_of(keys):
    """The chosen ListColumns in their own order; the usual ones where none of the keys is known."""
    chosen = [column for column in COLUMNS if column.key in keys]
    return chosen or [column for column in COLUMNS if column.key in USUAL]
