"""What this room keeps about one person, and which of its pages the world may find."""

from bkk_portal.accounts.actor import ANONYMOUS
from bkk_portal.kit.formatting import waktu
from bkk_portal.kit.sitemaps import InParts
from placements.vacancies.models import Vacancy


def export_saved(person):
    """For /saya/data-saya/ (UU 27/2022 art. 7)."""
    rows = person.saved_vacancies.select_related("vacancy__employer").order_by("saved_at", "pk")
    return "Lowongan tersimpan", [
        {"lowongan": row.vacancy.title, "perusahaan": row.vacancy.employer.name, "disimpan": waktu(row.saved_at)}
        for row in rows
    ]


def export_searches(person):
    return "Pencarian tersimpan", [
        {"nama": row.name, "alamat": row.results_url, "kabar": row.get_frequency_display()}
        for row in person.saved_searches.order_by("pk")
    ]


def export_alerts(person):
    rows = person.vacancy_alerts.told().select_related("vacancy", "search").order_by("told_at", "pk")
    return "Kabar lowongan", [
        {"lowongan": row.vacancy.title, "pencarian": row.search.name if row.search else "", "waktu": waktu(row.told_at)}
        for row in rows
    ]


def export_leads(person):
    rows = person.leads.select_related("school").order_by("created_at", "pk")
    return "Info loker yang dibagikan", [
        {
            "pekerjaan": lead.title,
            "perusahaan": lead.employer_name,
            "yang dapat dihubungi": lead.contact,
            "keterangan": lead.note,
            "untuk": f"BKK {lead.school}",
            "status": lead.get_status_display(),
            "dikirim": waktu(lead.created_at),
        }
        for lead in rows
    ]


def _public():
    rows = Vacancy.objects.visible_to(ANONYMOUS).open().select_related("employer")
    return rows.only("title", "updated_at", "employer__name")


sitemap_vacancies = InParts(_public, lambda row: (row.get_absolute_url(), row.updated_at), first="/lowongan/")
