"""What goes along when a vacancy is shared: a sentence, a picture, and the days worth a place in a calendar."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode, urlparse

from django.conf import settings
from django.core.cache import caches
from django.urls import reverse

from bkk_portal.kit.pdf.sharing import share_picture
from bkk_portal.kit.text.formatting import tanggal
from bkk_portal.kit.text.ical import Event
from placements.vacancies.cards import NO_PAY

if TYPE_CHECKING:
    from placements.vacancies.models import Vacancy

LAYOUT = 1  # counted up when the picture's design changes
PICTURE_SECONDS = 30 * 24 * 3600


def page_url(vacancy: Vacancy) -> str:
    return f"{settings.PUBLIC_URL}{vacancy.get_absolute_url()}"


def whatsapp_url(vacancy: Vacancy) -> str:
    """Opens WhatsApp with the text written; the person chooses whom it goes to."""
    text = f"{vacancy.title} di {vacancy.employer.name}, ditutup {tanggal(vacancy.closes_on)}.\n{page_url(vacancy)}"
    return f"https://wa.me/?{urlencode({'text': text})}"


def picture_texts(vacancy: Vacancy) -> dict[str, Any]:
    pay = vacancy.pay if vacancy.pay != NO_PAY else "Dibicarakan"
    return {
        "kicker": "Lowongan kerja",
        "headline": vacancy.title,
        "by": vacancy.employer.name,
        "cells": [
            ("Tempat kerja", vacancy.place or "Indonesia"),
            ("Gaji per bulan", pay),
            ("Ditutup", tanggal(vacancy.closes_on)),
        ],
        "sender": "Portal BKK Kota Kupang",
        "note": "Hanya informasi" if vacancy.is_overseas else "Melamar selalu gratis",
    }


def picture_digest(vacancy: Vacancy) -> str:
    """Changes with what the picture says, and with nothing else."""
    texts = json.dumps([LAYOUT, picture_texts(vacancy)], ensure_ascii=False)
    return hashlib.sha256(texts.encode()).hexdigest()[:16]


def picture_path(vacancy: Vacancy) -> str:
    return reverse("vacancy_picture", args=[vacancy.pk, picture_digest(vacancy)])


def picture(vacancy: Vacancy) -> bytes:
    """PNG bytes, made once per content."""
    key = f"share-{picture_digest(vacancy)}"
    made = caches["pictures"].get(key)
    if made is None:
        made = share_picture(**picture_texts(vacancy))
        caches["pictures"].set(key, made, PICTURE_SECONDS)
    return made


def closing_day(vacancy: Vacancy) -> Event:
    """The last day to apply, as a calendar has it."""
    host = urlparse(settings.PUBLIC_URL).hostname
    return Event(
        uid=f"lowongan-{vacancy.pk}-tutup@{host}",
        changed_at=vacancy.updated_at,
        first=vacancy.closes_on,
        last=vacancy.closes_on,
        summary=f"Hari terakhir melamar: {vacancy.title}",
        location=vacancy.place,
        description=f"{vacancy.employer.name}. Melamar lewat BKK selalu gratis.",
        url=page_url(vacancy),
        cancelled=not vacancy.is_open,
    )
