"""What the views of every desk share: between a form or a button and an action, and what comes back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db import models
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST

from bkk_portal.kit.errors import AlreadyDone, Refused

View = Callable[..., HttpResponse]
Asked = Any  # accounts.actor.Request: with the actor, who stands above kit
get_or_post = require_http_methods(["GET", "HEAD", "POST"])


def attempt(request: Asked, function: Callable, *, success: str | Callable | None = None, **kwargs: Any) -> Any:
    """Call an action; its answer becomes a message for the next page.

    `success` is a sentence, or a function of the result that gives one. Returns the result, or None when the
    action refused (error message) or had nothing left to do (information).
    """
    try:
        result = function(**kwargs)
    except AlreadyDone as answer:
        messages.info(request, answer.message)
        return None
    except Refused as answer:
        request.refused = True  # nothing was saved: OnceMiddleware lets the same form come again
        messages.error(request, answer.message)
        return None
    if success:
        messages.success(request, success(result) if callable(success) else success)
    return result


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: the data of a POST, also of an empty one; else nothing."""
    return request.POST if request.method == "POST" else None


def form_page(
    request: Asked,
    form: BaseForm,
    template: str,
    action: Callable,
    *,
    given: Callable[[], dict],
    to: Callable[[Any], str | tuple],
    success: str | Callable | None = None,
    **context: Any,
) -> HttpResponse:
    """The page of one form whose values one action takes; shown again with what is wrong.

    `given()`: the action's values once the form is valid, but the actor. `to(result)`: where it leads when done, as
    redirect() takes it: one value, or a tuple of several. `context`: what the template shows beside `form`.
    """
    if request.method == "POST" and form.is_valid():
        result = attempt(request, action, success=success, actor=request.actor, **given())
        if result:
            where = to(result)
            return redirect(*where) if isinstance(where, tuple) else redirect(where)
    return render(request, template, {"form": form, **context})


def act(
    rule: Callable[[View], View],
    find: Callable[..., models.Model],
    action: Callable,
    success: str | Callable | None = None,
    *,
    row: str,
    to: str | Callable[[models.Model], str | tuple],
    given: Callable[[HttpRequest], dict] | None = None,
) -> View:
    """A view that is one action on one row, by POST: `vacancy_pause = act(school_desk, own_vacancy, actions.pause, …)`.

    `rule`: its access rule. `find(request, **parameters of the address)`: the row, or Http404 when it is not the
    actor's. `row`: the name under which the action takes it. `to`: the URL name of the page it leads back to, with the
    same parameters; or a function of the row, as in form_page. `given(request)`: further values for the action.
    """

    @rule
    @require_POST
    def view(request: Asked, **parameters: Any) -> HttpResponse:
        found = find(request, **parameters)
        more = given(request) if given else {}
        attempt(request, action, success=success, **{row: found}, **more, actor=request.actor)
        if isinstance(to, str):
            return redirect(to, **parameters)
        where = to(found)
        return redirect(*where) if isinstance(where, tuple) else redirect(where)

    return view


def pdf_response(content: bytes, filename: str, *, download: bool = False) -> HttpResponse:
    """A PDF made for who asks: shown in place unless `download`, and never kept by a cache."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(download, filename) or ""
    response["Cache-Control"] = "private, no-store"
    return response
