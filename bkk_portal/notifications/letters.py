"""A letter as text and as simple HTML: what happened, the things it is about, and how to have no more of them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.template.loader import render_to_string
from django.urls import reverse

from bkk_portal.notifications.enums import Topic

if TYPE_CHECKING:
    from bkk_portal.accounts.models import User

ALWAYS = frozenset({Topic.ACCOUNT})  # who signs in, and who changed it, is told whatever they chose
SIGNER = Signer(salt="notifications.unsubscribe")


@dataclasses.dataclass(frozen=True)
class LetterItem:
    """One thing a letter is about. `url`: a path of the portal. `heading`: of the group that begins with it."""

    title: str
    detail: str
    url: str
    heading: str = ""


@dataclasses.dataclass(frozen=True)
class Letter:
    text: str
    html: str
    unsubscribe_url: str


def letter_for(
    user: User, *, topic: str, title: str, body: str = "", url: str = "", items: tuple[Any, ...] | list[LetterItem] = ()
) -> Letter:
    """The Letter. Its links are whole addresses; that to unsubscribe works without signing in."""
    unsubscribe = "" if topic in ALWAYS else unsubscribe_path(user, topic)
    context = {
        "name": user.name,
        "title": title,
        "body": body,
        "items": items,
        "portal": settings.PUBLIC_URL,
        "link": url or "/",
        "topic": Topic(topic).label,
        "unsubscribe": unsubscribe,
        "preferences": reverse("notifications"),
    }
    text = render_to_string("notifications/letter.txt", context)
    return Letter(text, render_to_string("notifications/letter.html", context), unsubscribe)


def unsubscribe_path(user: User, topic: str) -> str:
    """The address that ends this person's letters on this topic. It names row numbers, signed, and nothing else."""
    return reverse("unsubscribe", args=[SIGNER.sign(f"{user.pk}.{topic}").replace(":", "~")])


def read_unsubscribe_token(token: str) -> tuple[int, Topic] | None:
    """(user's primary key, Topic), or None when nobody signed that."""
    try:
        number, _, name = SIGNER.unsign(token.replace("~", ":")).partition(".")
    except BadSignature:
        return None
    return (int(number), Topic(name)) if number.isdigit() and name in Topic.values else None


def mail_headers(unsubscribe_url: str) -> dict[str, str]:
    """RFC 8058: the mail program itself can unsubscribe, with one POST."""
    if not unsubscribe_url:
        return {}
    return {
        "List-Unsubscribe": f"<{settings.PUBLIC_URL}{unsubscribe_url}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
