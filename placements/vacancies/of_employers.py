"""What becomes of vacancies whose employer turns out not to be real."""

from placements.vacancies import notices
from placements.vacancies.enums import VACANCY_TRANSITIONS, VacancyStatus
from placements.vacancies.models import Vacancy, VacancyStatusLog

REASON = "Perusahaannya tidak lolos verifikasi: {}"


def hide_rejected(employer):
    """Takes them from the public, as readers' reports do: the supervising office may show one again."""
    shown = VACANCY_TRANSITIONS["flag"].sources
    for row in Vacancy.objects.select_for_update(of=("self",)).filter(employer=employer, status__in=shown):
        before, row.status = row.status, VacancyStatus.HIDDEN
        row.save()
        reason = REASON.format(employer.rejection_reason)[:300]
        VacancyStatusLog.objects.create(vacancy=row, from_status=before, to_status=row.status, reason=reason)
        notices.rejected(row)
