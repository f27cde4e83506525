"""Who is told of what happened to a vacancy or a lead. Letters name no person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse

from bkk_portal.notifications.actions import notify
from bkk_portal.notifications.enums import Topic
from bkk_portal.offices.models import AgencyMembership
from placements.employers.notices import tell_members
from placements.schools.models import SchoolMembership

if TYPE_CHECKING:
    from bkk_portal.accounts.models import User
    from placements.vacancies.models import Vacancy, VacancyLead


def published(vacancy: Vacancy) -> None:
    """The employer's own people see at once what is announced in their name."""
    tell_members(
        vacancy.employer,
        topic=Topic.VACANCY,
        title=f"Lowongan {vacancy} ditayangkan"[:150],
        body="Bila perusahaan Anda tidak membuka lowongan ini, hubungi BKK yang mengumumkannya.",
        url=vacancy.get_absolute_url(),
    )
    for lead in vacancy.leads.select_related("person__user").order_by("pk"):
        body = "BKK sudah memeriksa dan menayangkannya. Bagikan juga ke teman Anda."
        _tell(lead.person.user, f"Info loker Anda sudah tayang: {lead}", body, vacancy.get_absolute_url())


def submitted(vacancy: Vacancy) -> None:
    body = f"Dari {vacancy.employer}. Periksa, lalu tayangkan atau kembalikan."
    _tell_school(vacancy.school_id, f"Lowongan menunggu persetujuan: {vacancy}", body, _desk(vacancy))


def sent_back(vacancy: Vacancy, reason: str) -> None:
    _tell_employer(vacancy, f"Lowongan {vacancy} dikembalikan BKK", f"Alasan: {reason}")


def expired(vacancy: Vacancy) -> None:
    body = "Masa berlakunya habis. Salin menjadi lowongan baru bila masih dibuka."
    _tell_school(vacancy.school_id, f"Lowongan {vacancy} ditutup", body, _desk(vacancy))


def hidden(vacancy: Vacancy, reason: str) -> None:
    body = f"Alasan: {reason}. Hubungi dinas pembina BKK untuk membahasnya."
    _tell_school(vacancy.school_id, f"Lowongan {vacancy} disembunyikan dinas", body, _desk(vacancy))
    if vacancy.from_employer:
        _tell_employer(vacancy, f"Lowongan {vacancy} disembunyikan dinas", f"Alasan: {reason}. Hubungi BKK Anda.")


def rejected(vacancy: Vacancy) -> None:
    body = "Perusahaannya tidak lolos verifikasi. Sampaikan kepada pelamar. Bila keliru, hubungi ketua forum BKK."
    _tell_school(vacancy.school_id, f"Lowongan {vacancy} disembunyikan", body, _desk(vacancy))


def shown_again(vacancy: Vacancy) -> None:
    _tell_school(vacancy.school_id, f"Lowongan {vacancy} tampil lagi", "Sudah diperiksa dinas.", _desk(vacancy))


def reported(vacancy: Vacancy) -> None:
    """The supervising offices; the reports themselves stay on their desk."""
    members = AgencyMembership.objects.current().filter(agency__supervises_bkk=True).select_related("user")
    for member in members:
        _tell(
            member.user,
            f"Lowongan {vacancy} dilaporkan",
            "Seseorang meragukan lowongan ini. Periksa laporannya.",
            reverse("dinas:vacancy_page", args=[vacancy.pk]),
        )


def lead_received(lead: VacancyLead) -> None:
    _tell_school(lead.school_id, f"Info loker baru: {lead}", "Dari alumni Anda.", reverse("bkk:lead_list"))


def lead_used(lead: VacancyLead) -> None:
    body = "BKK menjadikannya lowongan. Terima kasih sudah membantu teman yang lain."
    _tell(lead.person.user, f"Info loker Anda dipakai: {lead}", body, reverse("saya:leads"))


def lead_declined(lead: VacancyLead) -> None:
    title = f"Info loker Anda belum dapat dipakai: {lead}"
    _tell(lead.person.user, title, lead.answer or "BKK sudah membacanya. Terima kasih.", reverse("saya:leads"))


def _desk(vacancy: Vacancy) -> str:
    return reverse("bkk:vacancy_page", args=[vacancy.pk])


def _tell_employer(vacancy: Vacancy, title: str, body: str) -> None:
    url = reverse("perusahaan:vacancy_page", args=[vacancy.pk])
    tell_members(vacancy.employer, topic=Topic.VACANCY, title=title[:150], body=body[:500], url=url)


def _tell_school(school_id: int | None, title: str, body: str, url: str) -> None:
    members = SchoolMembership.objects.current().filter(school_id=school_id)
    for member in members.select_related("user"):
        _tell(member.user, title, body, url)


def _tell(user: User | None, title: str, body: str, url: str) -> None:
    if user is not None:
        notify(user=user, topic=Topic.VACANCY, title=title[:150], body=body[:500], url=url)
