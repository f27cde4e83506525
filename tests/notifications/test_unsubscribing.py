"""Letters end with one click, without signing in (RFC 8058)."""

import pytest
from django.core import mail
from django.test import Client

from bkk_portal.notifications.actions import notify, wants_letters
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.letters import LetterItem, unsubscribe_path
from bkk_portal.notifications.models import Notification, OutboxMessage
from bkk_portal.notifications.sending import send_due
from tests.factories.accounts import UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    return UserFactory(name="Maria <b>Lay", email="maria@contoh.test")


@pytest.fixture
def stranger():
    """A mail program: no cookie, and every form is checked for its token."""
    return Client(enforce_csrf_checks=True)


def test_letter_carries_the_headers_of_one_click(user):
    notify(user=user, topic=Topic.ALERT, title="Lowongan baru", url="/lowongan/")
    path = OutboxMessage.objects.get().unsubscribe_url
    send_due()
    headers = mail.outbox[0].extra_headers
    assert headers == {
        "List-Unsubscribe": f"<http://127.0.0.1:8000{path}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    assert path == unsubscribe_path(user, Topic.ALERT)
    assert not {"maria", "contoh", "@"} & set(path.split("/")[2].lower().split("."))


def test_letters_on_ones_account_cannot_be_ended(user):
    notify(user=user, topic=Topic.ACCOUNT, title="Kata sandi Anda diganti")
    send_due()
    assert (mail.outbox[0].extra_headers, "Berhenti" in mail.outbox[0].body) == ({}, False)


def test_letter_has_both_forms_and_escapes_what_people_wrote(user):
    items = [LetterItem("Kasir & Admin", "Toko <Rukun>", "/lowongan/1-kasir/", "Las di Oebobo")]
    notify(user=user, topic=Topic.ALERT, title="Lowongan baru", body="Isi.", url="/lowongan/", items=items)
    send_due()
    letter = mail.outbox[0]
    html, kind = letter.alternatives[0]
    assert kind == "text/html"
    assert "Las di Oebobo\n\n* Kasir & Admin\n  Toko <Rukun>\n  http://127.0.0.1:8000/lowongan/1-kasir/" in letter.body
    assert (
        '<a href="http://127.0.0.1:8000/lowongan/1-kasir/"><b>Kasir &amp; Admin</b></a><br>Toko &lt;Rukun&gt;' in html
    )
    assert "Halo Maria &lt;b&gt;Lay," in html
    row = OutboxMessage.objects.get()
    assert (row.body, row.html) == ("", "")


def test_a_subject_of_two_lines_becomes_one(user):
    notify(user=user, topic=Topic.ALERT, title="Kasir\nBcc: semua@contoh.test")
    assert OutboxMessage.objects.get().subject == "Kasir Bcc: semua@contoh.test"


def test_a_visit_changes_nothing(user, stranger):
    page = stranger.get(unsubscribe_path(user, Topic.ALERT))
    assert "Berhenti menerima" in page.content.decode()
    assert wants_letters(user, Topic.ALERT)


def test_one_click_ends_this_topic_and_no_other(user, stranger):
    path = unsubscribe_path(user, Topic.ALERT)
    for sentence in ("Surel “{}” tidak dikirim lagi.", "Sudah berhenti. Surel “{}” tidak dikirim lagi."):
        response = stranger.post(path, {"List-Unsubscribe": "One-Click"})
        assert (response.status_code, response.context["told"]) == (200, sentence.format(Topic.ALERT.label))
    assert (wants_letters(user, Topic.ALERT), wants_letters(user, Topic.APPLICATION)) == (False, True)
    notify(user=user, topic=Topic.ALERT, title="Lowongan baru")
    assert (Notification.objects.count(), OutboxMessage.objects.count()) == (1, 0)


def test_it_can_be_undone_on_the_same_page(user, stranger):
    path = unsubscribe_path(user, Topic.ALERT)
    assert "tidak dikirim lagi" in stranger.post(path).content.decode()
    page = stranger.post(path, {"lagi": "1"}).content.decode()
    assert (f"Surel “{Topic.ALERT.label}” dikirim lagi." in page, "tidak dikirim lagi" in page) == (True, False)
    assert wants_letters(user, Topic.ALERT)


def test_a_forged_link_leads_nowhere(user, stranger):
    path = unsubscribe_path(user, Topic.ALERT)
    forged = path.replace(f"/{user.pk}.", f"/{user.pk + 1}.")
    assert forged != path
    assert {stranger.post(address).status_code for address in (forged, "/berhenti/palsu/")} == {404}
    assert wants_letters(user, Topic.ALERT)
