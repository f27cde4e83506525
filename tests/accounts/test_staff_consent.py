"""The consent of those who work here, on /akun/: shown, given, taken back."""

import pytest

from bkk_portal.accounts.enums import STAFF_WORDING, AuditKind, ConsentPurpose
from bkk_portal.accounts.models import AuditEvent, Consent
from bkk_portal.notifications.models import Notification
from tests.factories.accounts import ConsentFactory

pytestmark = pytest.mark.django_db
URL = "/akun/persetujuan/"


@pytest.fixture
def given(coordinator):
    return ConsentFactory(user=coordinator.user, purpose=ConsentPurpose.STAFF, wording="Bunyi lama.")


def shown(seat):
    return seat.client.get("/akun/").context["consent"]


def changes():
    return list(AuditEvent.objects.filter(kind=AuditKind.CONSENT_CHANGED).values_list("user", "detail").order_by("pk"))


def test_who_works_here_sees_what_they_agreed_to(coordinator, given):
    assert shown(coordinator) == {"wording": STAFF_WORDING, "given": given}
    assert "Bunyi lama." in coordinator.client.get("/akun/").content.decode()


def test_who_works_here_without_it_is_asked(coordinator):
    assert shown(coordinator) == {"wording": STAFF_WORDING, "given": None}
    coordinator.client.post(URL, {"setuju": "1"})
    consent = Consent.objects.get(user=coordinator.user)
    assert (consent.purpose, consent.wording) == (ConsentPurpose.STAFF, STAFF_WORDING.text)
    assert changes() == [(coordinator.user.pk, "diberikan")]


def test_job_seekers_are_not_asked(participant_user):
    assert shown(participant_user) is None


def test_taking_it_back_tells_the_keepers_by_number_only(coordinator, given, superuser):
    assert coordinator.client.post(URL, {"tarik": "1"})["Location"] == "/akun/"
    given.refresh_from_db()
    assert given.withdrawn_at is not None
    assert changes() == [(coordinator.user.pk, "ditarik")]
    line = Notification.objects.get()
    assert (line.user, line.title, line.body, line.url) == (
        superuser.user,
        f"Persetujuan bekerja ditarik: akun nomor {coordinator.user.pk}",
        "Akhiri keanggotaannya dalam 3 × 24 jam.",
        f"/admin/accounts/user/{coordinator.user.pk}/change/",
    )


def test_taking_it_back_twice_changes_nothing(coordinator, given, superuser):
    for _ in range(2):
        coordinator.client.post(URL, {"tarik": "1"})
    assert (Notification.objects.count(), len(changes())) == (1, 1)
