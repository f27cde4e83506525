"""Info loker: what alumni have heard, and what their BKK makes of it."""

from django.db import transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.vacancies import notices
from placements.vacancies.actions import create_vacancy
from placements.vacancies.enums import LeadStatus
from placements.vacancies.models import VacancyLead

DONE = {
    LeadStatus.USED: "Sudah dijadikan lowongan.",
    LeadStatus.DECLINED: "Sudah ditandai tidak dipakai.",
}


def create_lead(*, fields, school, actor):
    """What a person has heard of a job, for one of the schools they are an alumnus of."""
    if not school.alumni.filter(person_id=actor.person_id).exists():
        raise Refused("Info loker hanya dapat dikirim ke BKK sekolah Anda sendiri.")
    with transaction.atomic():
        lead = VacancyLead.objects.create(**fields, school=school, person_id=actor.person_id)
        notices.lead_received(lead)
    return lead


def use_lead(*, lead, fields, actor):
    """A draft vacancy made of the lead; whoever brought it is told."""
    with transaction.atomic():
        row = _waiting(lead, actor)
        vacancy = create_vacancy(fields=fields, actor=actor)
        row.status, row.vacancy = LeadStatus.USED, vacancy
        row.save()
        notices.lead_used(row)
    return vacancy


def decline_lead(*, lead, answer, actor):
    with transaction.atomic():
        row = _waiting(lead, actor)
        row.status, row.answer = LeadStatus.DECLINED, answer
        row.save()
        notices.lead_declined(row)
    return row


def _waiting(lead, actor):
    row = VacancyLead.objects.visible_to(actor).select_for_update().get(pk=lead.pk)
    if row.school_id != actor.school_id:
        raise Refused("Info loker ini untuk BKK sekolah lain.")
    if row.status != LeadStatus.NEW:
        raise AlreadyDone(DONE[row.status])
    return row
