import datetime
import smtplib
import threading

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.utils import timezone

from bkk_portal.notifications.models import OutboxMessage
from bkk_portal.notifications.offers import send_outbox
from bkk_portal.notifications.sending import forget_sent, send_due
from tests.factories.notifications import OutboxMessageFactory

pytestmark = pytest.mark.django_db


class Broken(EmailBackend):
    def send_messages(self, messages):
        raise smtplib.SMTPRecipientsRefused({"rahasia@contoh.test": (550, b"tidak ada")})


@pytest.fixture
def broken(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Broken"


def later(**span):
    return time_machine.travel(timezone.now() + datetime.timedelta(**span))


def test_sent_letter_is_marked_and_its_text_is_gone():
    OutboxMessageFactory(address="maria@contoh.test", body="Buka tautan rahasia.")
    assert send_due() == (1, 0)
    row = OutboxMessage.objects.get()
    assert (row.attempts, row.body, row.sent_at is None) == (1, "", False)
    assert [(letter.to, letter.body) for letter in mail.outbox] == [(["maria@contoh.test"], "Buka tautan rahasia.")]


def test_letter_is_sent_once():
    OutboxMessageFactory()
    send_due()
    assert send_due() == (0, 0)


def test_failed_letter_waits_and_keeps_no_address_in_its_error(broken, caplog):
    letter = OutboxMessageFactory()
    assert send_due() == (0, 1)
    assert send_due() == (0, 0)  # not due before five minutes
    row = OutboxMessage.objects.get()
    assert (row.attempts, row.last_error, row.sent_at) == (1, "SMTPRecipientsRefused", None)
    assert caplog.messages == [f"outbox {letter.pk}: attempt 1 failed: SMTPRecipientsRefused"]


def test_failed_letter_is_tried_again_and_arrives(settings, broken):
    OutboxMessageFactory()
    send_due()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with later(minutes=6):
        assert send_due() == (1, 0)
    assert OutboxMessage.objects.get().last_error == ""


def test_letter_is_given_up_after_five_tries(broken):
    OutboxMessageFactory()
    for days in range(7):
        with later(days=days):
            send_due()
    assert OutboxMessage.objects.get().attempts == 5


def test_without_a_mail_server_letters_wait(settings):
    settings.MAIL_IS_ON = False
    OutboxMessageFactory()
    assert send_due() == (0, 0)
    assert send_outbox(dry_run=False) == "Surat keluar tidak dikirim: EMAIL_URL belum diisi."
    assert OutboxMessage.objects.get().attempts == 0


def test_chore_says_what_it_would_do_and_does_it():
    OutboxMessageFactory.create_batch(2)
    assert send_outbox(dry_run=True) == "Surat keluar menunggu dikirim: 2."
    assert mail.outbox == []
    assert send_outbox(dry_run=False) == "Surat keluar: 2 terkirim, 0 gagal dan dicoba lagi nanti."


def test_letters_sent_a_month_ago_are_forgotten():
    waiting = OutboxMessageFactory()
    fresh = OutboxMessageFactory(sent=True)
    OutboxMessageFactory(sent_at=timezone.now() - datetime.timedelta(days=31))
    assert forget_sent() == 1
    assert set(OutboxMessage.objects.all()) == {waiting, fresh}


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_workers_never_send_a_letter_twice():
    OutboxMessageFactory.create_batch(5)
    start = threading.Barrier(2)

    def work():
        start.wait()
        send_due()
        connection.close()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(mail.outbox) == 5
    assert set(OutboxMessage.objects.values_list("attempts", flat=True)) == {1}
