from django.db import models
from django.db.models import Q
from django.utils import timezone

from placements.vacancies.enums import VacancyStatus, Visibility


class VacancyQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """What is shown at all depends on status and visibility; the writer's own desk sees its drafts too."""
        if actor.is_superuser or actor.is_agency:
            return self.all()
        shown = Q(status__in=[VacancyStatus.PUBLISHED, VacancyStatus.CLOSED])
        seen = Q(visibility=Visibility.EVERYONE)
        if actor.school_id:
            mine = Q(school_id=actor.school_id)
            seen |= Q(visibility=Visibility.ALL_BKK) | Q(pk__in=self._shown_to_schools([actor.school_id]))
            return self.filter(mine | (shown & seen))
        if actor.employer_id:
            return self.filter(Q(employer_id=actor.employer_id) | (shown & seen))
        if actor.person_id:
            seen |= self._seen_by_alumnus(actor.person_id)
        return self.filter(shown & seen)

    def _shown_to_schools(self, schools):
        through = self.model.visible_schools.through.objects
        return through.filter(school_id__in=schools).values("vacancy_id")

    def _seen_by_alumnus(self, person_id):
        schools = self.model._meta.get_field("school").related_model.objects.filter(
            alumni__person_id=person_id
        )
        is_alumnus = models.Exists(schools)
        return (Q(visibility=Visibility.ALL_BKK) & Q(is_alumnus)) | Q(
            pk__in=self._shown_to_schools(schools.values("pk"))
        )

    def open(self):
        today = timezone.localdate()
        return self.filter(status=VacancyStatus.PUBLISHED, opens_on__lte=today, closes_on__gte=today)


class VacancyLogQuerySet(models.QuerySet):
    def visible_to(self, actor):
        vacancies = self.model._meta.get_field("vacancy").related_model.objects
        return self.filter(vacancy__in=vacancies.visible_to(actor).order_by().values("pk"))


class LeadQuerySet(models.QuerySet):
    def visible_to(self, actor):
        if actor.is_superuser:
            return self.all()
        if actor.school_id:
            return self.filter(school_id=actor.school_id)
        return self.filter(person_id=actor.person_id) if actor.person_id else self.none()
