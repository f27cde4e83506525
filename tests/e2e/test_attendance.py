"""Attendance on a telephone whose network goes and comes back."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import PHONE
from tests.factories.offices import AgencyMembershipFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.programmes import SessionFactory, TrainingFactory
from trainings.participants.models import Attendance


@pytest.mark.console("ERR_INTERNET_DISCONNECTED")
def test_what_is_marked_without_network_is_sent_once_when_it_is_back(open_page, login, shot, city):
    membership = AgencyMembershipFactory()
    training = TrainingFactory(running=True, programme__agency=membership.agency)
    session = SessionFactory(training=training)
    ParticipantFactory.create_batch(3, training=training)
    phone = open_page(**PHONE)
    login(phone, membership.user.email)
    phone.goto(f"/dinas/pelatihan/hari/{session.pk}/kehadiran/")
    phone.context.set_offline(True)
    phone.get_by_role("button", name="Tandai semua hadir").click()
    phone.get_by_role("button", name="Simpan kehadiran").click()
    expect(phone.locator("[data-offline-note]")).to_contain_text("tidak ada jaringan")
    shot(phone, "hadir-tanpa-jaringan")
    assert Attendance.objects.count() == 0
    phone.context.set_offline(False)
    expect(phone.locator("[data-offline-note]")).to_have_text("Kehadiran tersimpan.")
    assert list(Attendance.objects.values_list("presence", flat=True)) == ["present"] * 3
    assert phone.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('hadir:'))") == []
    phone.reload()
    assert phone.locator("input:checked").count() == 3
