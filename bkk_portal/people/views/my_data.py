"""/saya/data-saya/: what is kept, consents, everything as a file, requests (UU 27/2022 art. 5–13)."""

import json

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.accounts.actions import give_consent, withdraw_consent
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import WORDINGS, AuditKind, ConsentPurpose
from bkk_portal.accounts.models import AuditEvent
from bkk_portal.kit import registry
from bkk_portal.kit.web.pages import attempt
from bkk_portal.people.actions import request_data
from bkk_portal.people.enums import DataWish
from bkk_portal.people.erasing import erase_own_content
from bkk_portal.people.forms import DataRequestForm, EraseForm
from bkk_portal.people.profile.views.profile import own_person

OWN_PURPOSES = frozenset(wording.purpose for wording in WORDINGS)


@person_desk
@require_safe
@never_cache
def my_data(request):
    return _page(request, DataRequestForm())


def _page(request, form, erase_form=None):
    kept = [(heading, len(rows)) for heading, rows in _everything(own_person(request))]
    requests = AuditEvent.objects.filter(user=request.user, kind=AuditKind.DATA_REQUESTED).order_by("-at")
    context = {"kept": kept, "consents": _consents(request.user), "requests": requests[:5], "form": form}
    context["erase_form"] = erase_form or EraseForm()
    return render(request, "people/saya_my_data.html", context)


def _everything(person):
    """(heading, list of dicts) from every room that keeps something about a person."""
    return [entry.function(person) for entry in registry.person_exports]


def _consents(user):
    """One per purpose: the wording that was agreed to, or would be."""
    given = {consent.purpose: consent for consent in user.consents.current().order_by("pk")}
    return [{"wording": wording, "given": given.get(wording.purpose)} for wording in WORDINGS]


@person_desk
@require_POST
def consent(request, purpose):
    if purpose not in OWN_PURPOSES:
        return redirect("saya:my_data")
    action = give_consent if "setuju" in request.POST else withdraw_consent
    done = "Persetujuan dicatat." if action is give_consent else "Persetujuan ditarik."
    taken_back = attempt(request, action, success=done, user=request.user, purpose=purpose, actor=request.actor)
    if taken_back and action is withdraw_consent and purpose == ConsentPurpose.ACCOUNT:
        _stop_processing(request)
    return redirect("saya:my_data")


def _stop_processing(request):
    """Without the consent for the account staff must stop within 3 × 24 h, so they are told at once."""
    note = "Persetujuan akun ditarik."
    sentence = "Pengelola diberi tahu. Pemakaian data Anda dihentikan paling lambat 3 × 24 jam."
    wish = DataWish.DELETION
    attempt(request, request_data, success=sentence, user=request.user, actor=request.actor, wish=wish, note=note)


@person_desk
@require_POST
def export(request):
    record(AuditKind.EXPORTED, actor=request.actor, target="data pribadi sendiri")
    content = {heading: rows for heading, rows in _everything(own_person(request))}
    content["diunduh"] = timezone.localtime().isoformat(timespec="seconds")
    response = HttpResponse(json.dumps(content, ensure_ascii=False, indent=2), content_type="application/json")
    response["Content-Disposition"] = 'attachment; filename="data-saya.json"'
    response["Cache-Control"] = "private, no-store"
    return response


@person_desk
@require_POST
def ask(request):
    form = DataRequestForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    attempt(
        request,
        request_data,
        success="Permintaan terkirim. Dijawab paling lambat 3 × 24 jam.",
        user=request.user,
        actor=request.actor,
        wish=DataWish(form.cleaned_data["wish"]),
        note=form.cleaned_data["note"],
    )
    return redirect("saya:my_data")


@person_desk
@require_POST
def erase(request):
    """What the person made goes at once; what others have on record is asked for by `ask`."""
    form = EraseForm(request.POST)
    if not form.is_valid():
        return _page(request, DataRequestForm(), form)
    done = "Isi profil, dokumen dan simpanan Anda sudah dihapus."
    attempt(request, erase_own_content, success=done, person=own_person(request), actor=request.actor)
    return redirect("saya:my_data")
