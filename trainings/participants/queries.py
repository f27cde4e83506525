from django.db import models

from trainings.participants.enums import ENROLLED, ParticipantStatus


class ParticipantQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """An officer sees those of the own office's trainings, the head all, a person their own."""
        if actor.is_superuser or actor.is_agency_head:
            return self.all()
        if actor.is_agency:
            return self.filter(training__agency_id=actor.agency_id)
        return self.filter(person_id=actor.person_id) if actor.person_id else self.none()

    def enrolled(self):
        return self.filter(status__in=ENROLLED)

    def passed(self):
        return self.filter(status=ParticipantStatus.PASSED)


class ParticipantRowQuerySet(models.QuerySet):
    """Rows that hang on a participant and are as visible as that participant."""

    def visible_to(self, actor):
        participants = self.model._meta.get_field("participant").related_model.objects
        return self.filter(participant__in=participants.visible_to(actor).order_by().values("pk"))


class ParticipantLogQuerySet(ParticipantRowQuerySet):
    pass


class AttendanceQuerySet(ParticipantRowQuerySet):
    pass


class CertificateQuerySet(ParticipantRowQuerySet):
    pass
