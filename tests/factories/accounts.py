import datetime

import factory
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from bkk_portal.accounts import models
from bkk_portal.accounts.enums import AuditKind, ConsentPurpose, Role
from bkk_portal.accounts.queries import token_hash
from tests.factories.base import RowFactory, moment
from tests.factories.names import person_name

PASSWORD = "sandi-uji-kupang-2026"


class UserFactory(RowFactory):
    class Meta:
        model = models.User

    name = factory.Sequence(person_name)
    email = factory.Sequence(lambda n: f"orang{n}@contoh.test")
    password = factory.django.Password(PASSWORD)

    class Params:
        superuser = factory.Trait(is_staff=True, is_superuser=True)
        by_phone = factory.Trait(email=None, phone=factory.Sequence(lambda n: f"+62812{n:08d}"))


class MembershipFactory(RowFactory):
    class Meta:
        abstract = True

    user = factory.SubFactory(UserFactory)
    started_on = datetime.date(2024, 1, 1)

    class Params:
        ended = factory.Trait(ended_on=datetime.date(2025, 1, 1), end_reason="Pindah tugas")


class InvitationFactory(RowFactory):
    """`token` is what the link carries; only its hash is stored."""

    class Meta:
        model = models.Invitation

    role = Role.SCHOOL_COORDINATOR
    scope_label = "BKK SMKN 1 Kupang"
    name = factory.Sequence(person_name)
    login = factory.Sequence(lambda n: f"undangan{n}@contoh.test")
    token_hash = factory.LazyAttribute(lambda row: token_hash(row.token))
    expires_at = moment(14)
    invited_by = factory.SubFactory(UserFactory)

    class Params:
        token = factory.Sequence(lambda n: f"undangan-uji-{n}")
        expired = factory.Trait(expires_at=moment(-1))
        revoked = factory.Trait(revoked_at=moment(-1))


class ConsentFactory(RowFactory):
    class Meta:
        model = models.Consent

    user = factory.SubFactory(UserFactory)
    purpose = ConsentPurpose.ACCOUNT
    version = "2026-1"
    wording = "Saya setuju data saya dipakai untuk layanan penempatan kerja."


class AuditEventFactory(RowFactory):
    class Meta:
        model = models.AuditEvent

    kind = AuditKind.EXPORTED
    user = factory.SubFactory(UserFactory)
    target = "alumni"


class FormSubmissionFactory(RowFactory):
    class Meta:
        model = models.FormSubmission

    user = factory.SubFactory(UserFactory)
    at = factory.LazyFunction(timezone.now)


class ChangeFactory(RowFactory):
    """A line about a user's name."""

    class Meta:
        model = models.Change

    content_type = factory.LazyFunction(lambda: ContentType.objects.get_for_model(models.User))
    object_pk = "1"
    object_id = 1
    action = models.Change.Action.UPDATE
    changes = {"name": ["Ana", "Ani"]}
    object_repr = "-"
    serialized_data = {"-": ""}
