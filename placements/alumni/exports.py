"""Alumni handed out: to their own BKK as a workbook, to a person their own."""

from bkk_portal.accounts.audit import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.formatting import telepon, waktu
from bkk_portal.kit.spreadsheets import OutSheet, xlsx_response
from placements.alumni.models import Alumnus

HEADINGS = ["Nama", "NISN", "NIS", "JK", "Tanggal lahir", "Tahun lulus", "Konsentrasi", "Rombel", "Nomor HP", "Surel"]
HEADINGS += ["Kelurahan", "Penelusuran", "Akun", "Kegiatan sekarang", "Tempat"]
WIDTHS = [30, 13, 12, 5, 14, 12, 32, 14, 16, 26, 18, 16, 8, 18, 28]
CHUNK = 1000


def alumni_workbook(queryset, *, actor):
    """Download of exactly these alumni, without NIK; who took it is in the audit log."""
    record(AuditKind.EXPORTED, actor=actor, target="alumni")
    return xlsx_response("alumni.xlsx", [OutSheet("Alumni", HEADINGS, _rows(queryset), WIDTHS)])


def _rows(queryset):
    alumni = queryset.select_related("person__village", "konsentrasi").with_current_spells()
    for alumnus in alumni.iterator(chunk_size=CHUNK):
        person = alumnus.person
        spells = person.current_spells
        yield [
            *(person.name, person.nisn, alumnus.nis, person.sex, person.birth_date, alumnus.graduation_year),
            *(str(alumnus.konsentrasi or ""), alumnus.rombel),
            *(telepon(person.phone) if person.phone else "", person.email, str(person.village or "")),
            *(alumnus.get_tracing_display(), "Ada" if person.user_id else "Belum"),
            ", ".join(spell.get_kind_display() for spell in spells),
            ", ".join(spell.organisation for spell in spells if spell.organisation),
        ]


def export_alumni(person):
    rows = Alumnus.objects.filter(person=person).select_related("school", "konsentrasi").order_by("pk")
    return "Data alumni", [
        {
            "sekolah": alumnus.school.name,
            "tahun lulus": alumnus.graduation_year,
            "konsentrasi": str(alumnus.konsentrasi or ""),
            "NIS": alumnus.nis,
            "rombel": alumnus.rombel,
            "nomor ijazah": alumnus.diploma_number,
            "penelusuran": alumnus.get_tracing_display(),
            "akun diklaim": waktu(alumnus.claimed_at),
        }
        for alumnus in rows
    ]
