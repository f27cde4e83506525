"""What this room has waiting on a coordinator's desk."""

from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy, VacancyLead

VACANCIES = "/bkk/lowongan/"
CLOSING_DAYS = 7


def due(actor):
    """[(rows, what they are, where they are done)]; see kit.registry.desk_dues."""
    own = Vacancy.objects.visible_to(actor).filter(school_id=actor.school_id)
    leads = VacancyLead.objects.visible_to(actor).waiting()
    closing, hidden = own.open().closing_within(CLOSING_DAYS), own.filter(status=VacancyStatus.HIDDEN)
    asked = own.filter(status=VacancyStatus.REVIEW)
    return [
        (asked, "lowongan dari perusahaan menunggu persetujuan", f"{VACANCIES}?status=review"),
        (closing, "lowongan akan ditutup minggu ini", f"{VACANCIES}?tutup=minggu-ini"),
        (own.filter(status=VacancyStatus.DRAFT), "lowongan masih draf", f"{VACANCIES}?status=draft"),
        (hidden, "lowongan disembunyikan, perlu diperiksa", f"{VACANCIES}?status=hidden"),
        (own.without_result(), "lowongan ditutup, hasilnya belum dicatat", f"{VACANCIES}?hasil=belum"),
        (leads, "info loker dari alumni belum dibaca", f"{VACANCIES}info-loker/?status=new"),
    ]
