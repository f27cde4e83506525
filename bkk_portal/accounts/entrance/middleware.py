from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.functional import SimpleLazyObject
from django.utils.http import url_has_allowed_host_and_scheme

from bkk_portal.accounts.actor import ANONYMOUS, actor_for, hats_of
from bkk_portal.accounts.entrance.mfa import lacks_second_factor
from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.models import FormSubmission
from bkk_portal.kit import registry
from bkk_portal.kit.web.navigation import desk_items

if TYPE_CHECKING:
    from uuid import UUID

    from bkk_portal.accounts.actor import Actor, Request

HAT_SESSION_KEY = "hat"
ONCE_FIELD = "_sekali"


class ActorMiddleware:
    """Works out once for whom a request acts, and puts it on `request.actor` (and all choices on `request.hats`)."""

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> Any:
        request.hats = hats_of(request.user) if request.user.is_authenticated else []
        request.actor = self._actor(request)
        return self.get_response(request)

    def _actor(self, request: Request) -> Actor:
        if not request.user.is_authenticated:
            return ANONYMOUS
        chosen = request.session.get(HAT_SESSION_KEY)
        hat = next((hat for hat in request.hats if hat.key == chosen), None)
        if chosen and hat is None:
            self._tell_it_ended(request)
        return actor_for(request.user, hat or next(iter(request.hats), None))

    @staticmethod
    def _tell_it_ended(request: Request) -> None:
        del request.session[HAT_SESSION_KEY]
        messages.info(request, "Peran yang tadi Anda pakai sudah berakhir.")


class SignInMiddleware(LoginRequiredMiddleware):
    """Django's, but what was sent signed out leads back to the page with the button: its own address takes no visit."""

    UNSENT = "Anda sudah keluar, jadi belum ada yang tersimpan. Masuk, lalu tekan tombolnya sekali lagi."

    def handle_no_permission(self, request: Request, view_func: Callable) -> HttpResponse:
        if request.htmx:  # a whole page in the place of a button: portal.js says what is the matter instead
            return HttpResponse(status=401)
        if request.method in ("GET", "HEAD"):
            return super().handle_no_permission(request, view_func)
        messages.info(request, self.UNSENT)
        return redirect_to_login(self._page_before(request), resolve_url(settings.LOGIN_URL))

    @staticmethod
    def _page_before(request: Request) -> str:
        referer = request.headers.get("Referer", "")
        if not url_has_allowed_host_and_scheme(referer, allowed_hosts={request.get_host()}):
            return "/"
        return urlsplit(referer)._replace(scheme="", netloc="", fragment="").geturl() or "/"


class SecondFactorMiddleware:
    """Who must have a second factor gets nowhere but to the page that sets one up (settings.STAFF_MFA_REQUIRED)."""

    OPEN = ("/akun/keamanan/", "/akun/konfirmasi/", "/akun/sandi/", "/keluar/")

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> Any:
        return self.get_response(request)

    def process_view(
        self, request: Request, view: Callable, args: tuple[Any, ...], kwargs: dict[str, str | int]
    ) -> HttpResponse | None:
        if not request.user.is_authenticated or request.path.startswith(self.OPEN):
            return None
        is_public = getattr(view, "access_rule", "") == "public"
        if is_public or not lacks_second_factor(request.user, request.hats):
            return None
        messages.warning(request, "Peran Anda wajib memakai pengaman tambahan. Pasang salah satu di bawah ini.")
        return redirect("security")


class OnceMiddleware:
    """A double click on any button makes one row.

    A form that carries `{% once %}` is taken in under its key, in one transaction with what it causes. The same key
    again finds the first answer and is sent to where that one led, so nothing happens twice. A form shown again, or
    an action that refused (`request.refused`, set by kit.web.attempt), gives its key back: it may come once more.
    """

    def __init__(self, get_response: Callable) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> Any:
        return self.get_response(request)

    def process_view(
        self, request: Request, view: Callable, args: tuple[Any, ...], kwargs: dict[str, str | int]
    ) -> HttpResponse | None:
        key = self._key(request)
        if key is None:
            return None
        user_id = request.user.pk if request.user.is_authenticated else None
        with transaction.atomic():
            # get_or_create takes the row in a savepoint of its own: an IntegrityError of the view is never taken
            # for a key that was used. Two at once: the second waits here until the first is through.
            submission, is_first = FormSubmission.objects.get_or_create(key=key, defaults={"user_id": user_id})
            if is_first:
                return self._answer(request, submission, view(request, *args, **kwargs))
        return self._first_answer(request, submission) if submission.user_id == user_id else None

    @staticmethod
    def _key(request: Request) -> UUID | None:
        if request.method != "POST":
            return None
        try:
            return uuid.UUID(request.POST.get(ONCE_FIELD, ""))
        except ValueError:
            return None

    @staticmethod
    def _answer(request: Request, submission: FormSubmission, response: HttpResponse) -> HttpResponse:
        if response.status_code in (301, 302, 303) and not getattr(request, "refused", False):
            submission.result_url = response["Location"][:500]
            submission.save(update_fields=["result_url"])
        else:
            submission.delete()
        if hasattr(response, "render") and not response.is_rendered:
            response.render()  # a page that cannot be shown takes back what it would have told
        return response

    @staticmethod
    def _first_answer(request: Request, submission: FormSubmission) -> HttpResponse:
        messages.info(request, "Sudah tersimpan. Isian yang sama tidak disimpan dua kali.")
        return redirect(submission.result_url or request.path)


def portal(request: Request) -> dict[str, Any]:
    """What every page knows: for whom it acts, where that person can go, what waits for them."""
    actor = getattr(request, "actor", ANONYMOUS)
    return {
        "actor": actor,
        "hats": getattr(request, "hats", []),
        "nav": () if _is_newcomer(actor) else desk_items(actor.role),
        "unread_notifications": SimpleLazyObject(lambda: _unread(actor)),
    }


def _is_newcomer(actor: Actor) -> bool:
    """Signed in, but nobody yet: the desk's pages would all lead back to the start."""
    return actor.role == Role.PERSON and actor.person_id is None


def _unread(actor: Actor) -> int:
    return registry.unread_counters["notifications"](actor) if actor.is_authenticated else 0
