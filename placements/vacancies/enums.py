import dataclasses

from django.db import models

from bkk_portal.kit.states import StatusChoices

CLOSING_DAYS = 7  # a vacancy that ends so soon waits on its BKK's desk


class VacancyStatus(StatusChoices):
    DRAFT = "draft", "neutral", "Draf"
    REVIEW = "review", "waiting", "Menunggu persetujuan"
    PUBLISHED = "published", "done", "Tayang"
    PAUSED = "paused", "waiting", "Ditunda"
    CLOSED = "closed", "stopped", "Ditutup"
    HIDDEN = "hidden", "attention", "Disembunyikan"


S = VacancyStatus
# What people outside the desks may open; only PUBLISHED ones are listed.
SHOWN = (S.PUBLISHED, S.PAUSED, S.CLOSED)
EDITABLE_BY_EMPLOYER = (S.DRAFT, S.REVIEW)
EXTENDABLE = (S.PUBLISHED, S.PAUSED)
EDITABLE = (S.DRAFT, S.REVIEW, S.PUBLISHED, S.PAUSED, S.HIDDEN)


class VacancyKind(models.TextChoices):
    PERMANENT = "permanent", "Tetap"
    CONTRACT = "contract", "Kontrak"
    INTERNSHIP = "internship", "Magang"
    PART_TIME = "part_time", "Paruh waktu"
    DAILY = "daily", "Harian"


class Visibility(models.TextChoices):
    EVERYONE = "everyone", "Semua orang"
    ALL_BKK = "all_bkk", "Alumni semua BKK"
    SCHOOLS = "schools", "Alumni sekolah tertentu"


class SexRequirement(models.TextChoices):
    ANY = "", "Laki-laki atau perempuan"
    MALE = "L", "Laki-laki"
    FEMALE = "P", "Perempuan"


class AlertFrequency(models.TextChoices):
    """How often somebody hears of what a saved search finds; the most frequent first."""

    AT_ONCE = "at_once", "Begitu tayang"
    DAILY = "daily", "Setiap pagi"
    WEEKLY = "weekly", "Setiap Senin"
    NONE = "none", "Jangan kabari"


class QuestionKind(models.TextChoices):
    TEXT = "text", "Jawaban singkat"
    YES_NO = "yes_no", "Ya atau tidak"
    CHOICE = "choice", "Pilih satu"
    NUMBER = "number", "Angka"


class CloseReason(models.TextChoices):
    """Why a BKK ends a vacancy; everyone reads the words."""

    FILLED = "filled", "Sudah terisi"
    PARTLY = "partly", "Terisi sebagian, tidak dilanjutkan"
    NOBODY = "nobody", "Tidak ada pelamar yang cocok"
    CANCELLED = "cancelled", "Dibatalkan perusahaan"
    OTHER = "other", "Alasan lain"


class LeadStatus(StatusChoices):
    NEW = "new", "new", "Baru"
    USED = "used", "done", "Menjadi lowongan"
    DECLINED = "declined", "stopped", "Tidak dipakai"


class ReportReason(models.TextChoices):
    """What makes a reader doubt a vacancy; the checklist of its BKK asks after the same."""

    MONEY = "money", "Meminta uang"
    DATA = "data", "Meminta foto KTP atau nomor rekening"
    FAKE = "fake", "Perusahaan atau alamatnya tidak ada"
    WRONG = "wrong", "Isinya tidak sesuai kenyataan"
    FILLED = "filled", "Sudah terisi atau sudah ditutup"
    OTHER = "other", "Hal lain"


class Mover(models.TextChoices):
    """Who may make a change of status."""

    SCHOOL = "school", "BKK yang mengumumkan"
    OFFICE = "office", "Dinas pembina BKK"
    EMPLOYER = "employer", "Perusahaan yang menulis"
    READERS = "readers", "Laporan pembaca"
    TIME = "time", "Waktu"


@dataclasses.dataclass(frozen=True)
class Transition:
    """`done` says that it is so already; `word` completes "tidak dapat …"."""

    sources: frozenset
    target: VacancyStatus
    by: Mover
    word: str
    done: str
    needs_reason: bool = False


VACANCY_TRANSITIONS = {
    "submit": Transition(frozenset({S.DRAFT}), S.REVIEW, Mover.EMPLOYER, "dikirim ke BKK", "Sudah dikirim ke BKK."),
    "take_back": Transition(frozenset({S.REVIEW}), S.DRAFT, Mover.EMPLOYER, "ditarik", "Sudah ditarik."),
    "send_back": Transition(
        frozenset({S.REVIEW}),
        S.DRAFT,
        Mover.SCHOOL,
        "dikembalikan",
        "Sudah dikembalikan ke perusahaan.",
        needs_reason=True,
    ),
    "publish": Transition(frozenset({S.DRAFT, S.REVIEW}), S.PUBLISHED, Mover.SCHOOL, "ditayangkan", "Sudah tayang."),
    "pause": Transition(frozenset({S.PUBLISHED}), S.PAUSED, Mover.SCHOOL, "ditunda", "Sudah ditunda."),
    "reopen": Transition(frozenset({S.PAUSED}), S.PUBLISHED, Mover.SCHOOL, "dibuka lagi", "Sudah tayang."),
    "close": Transition(
        frozenset({S.PUBLISHED, S.PAUSED}), S.CLOSED, Mover.SCHOOL, "ditutup", "Sudah ditutup.", needs_reason=True
    ),
    "expire": Transition(
        frozenset({S.PUBLISHED, S.PAUSED}), S.CLOSED, Mover.TIME, "ditutup", "Sudah ditutup.", needs_reason=True
    ),
    "hide": Transition(
        frozenset({S.PUBLISHED, S.PAUSED}),
        S.HIDDEN,
        Mover.OFFICE,
        "disembunyikan",
        "Sudah disembunyikan.",
        needs_reason=True,
    ),
    "flag": Transition(
        frozenset({S.PUBLISHED, S.PAUSED}),
        S.HIDDEN,
        Mover.READERS,
        "disembunyikan",
        "Sudah disembunyikan.",
        needs_reason=True,
    ),
    "show": Transition(frozenset({S.HIDDEN}), S.PUBLISHED, Mover.OFFICE, "ditampilkan lagi", "Sudah tayang."),
}
