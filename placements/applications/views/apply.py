"""Applying in one page: what is asked, what is kept while typing, what is sent."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import jam
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.people.models import PersonDocument
from bkk_portal.people.profile.cv import choice_of, cv_pdf, person_for_cv
from placements.applications import actions
from placements.applications.enums import Sharing
from placements.applications.forms import ApplyForm
from placements.applications.models import Application, ApplicationDraft
from placements.vacancies.models import Vacancy

SIMILAR = 4


@person_desk
@get_or_post
def apply(request, pk):
    vacancy = _vacancy(request, pk)
    standing = Application.objects.visible_to(request.actor).open().filter(vacancy=vacancy).first()
    if standing:
        return _sent_already(request, standing)
    if obstacle := actions.obstacle(vacancy, request.actor):
        context = {
            "vacancy": vacancy,
            "obstacle": obstacle,
            "is_alumnus": obstacle != actions.NO_ALUMNUS,
            "similar": _similar(request.actor, vacancy),
        }
        return render(request, "applications/saya_cannot_apply.html", context)
    draft = _drafts(request).filter(vacancy=vacancy).first()
    form = _form(request, vacancy, draft)
    if request.method == "POST" and form.is_valid():
        return _applied(request, vacancy, form)
    return render(request, "applications/saya_apply.html", {"vacancy": vacancy, "form": form, "draft": draft})


def _sent_already(request, standing):
    if request.method == "POST":
        messages.info(request, actions.APPLIED_ALREADY)
    return redirect("saya:application_page", standing.pk)


def _form(request, vacancy, draft=None):
    own = PersonDocument.objects.filter(person_id=request.actor.person_id).order_by("-uploaded_at", "-pk")
    questions = vacancy.questions.order_by("position")
    initial = draft.data if draft else {}
    if draft:
        initial = {"with_cv": False} | initial  # an unticked box leaves nothing behind
    return ApplyForm(posted(request), documents=own, questions=questions, initial=initial)


def _applied(request, vacancy, form):
    application = attempt(
        request,
        _send,
        vacancy=vacancy,
        actor=request.actor,
        form=form,
        success="Lamaran terkirim ke BKK sekolah Anda.",
    )
    if application is None:
        standing = Application.objects.visible_to(request.actor).filter(vacancy=vacancy).first()
        return redirect("saya:application_page", standing.pk) if standing else redirect(vacancy)
    return redirect("saya:application_page", application.pk)


def _send(*, vacancy, actor, form):
    data = form.cleaned_data
    return actions.apply(
        vacancy=vacancy,
        actor=actor,
        note=data["note"],
        answers=form.answers,
        documents=data.get("documents", ()),
        cv=_cv(actor) if data["with_cv"] else None,
        sharing=Sharing(data["sharing"]),
    )


def _cv(actor):
    """The CV as it is today."""
    person = person_for_cv(actor.person_id)
    return cv_pdf(person, choice_of(person))


@person_desk
@require_POST
def draft_save(request, pk):
    """By itself while one types (htmx), or by its button."""
    vacancy = _vacancy(request, pk)
    form = _form(request, vacancy)
    if not request.htmx:
        attempt(request, actions.save_draft, success="Draf tersimpan.", vacancy=vacancy, form=form, actor=request.actor)
        return redirect("saya:apply", pk)
    try:
        draft = actions.save_draft(vacancy=vacancy, form=form, actor=request.actor)
    except Refused as answer:
        return _status(request, answer.message)
    return _status(request, f"Draf tersimpan pukul {jam(draft.updated_at)}.")


def _status(request, sentence):
    return render(request, "applications/draft_state.html", {"sentence": sentence})


@person_desk
@require_POST
def draft_remove(request, pk):
    draft = get_object_or_404(_drafts(request), vacancy_id=pk)
    attempt(request, actions.remove_draft, success="Draf dihapus.", draft=draft)
    return redirect("saya:applications")


def _drafts(request):
    return ApplicationDraft.objects.filter(person_id=request.actor.person_id)


def _vacancy(request, pk):
    return get_object_or_404(Vacancy.objects.visible_to(request.actor).select_related("employer"), pk=pk)


def _similar(actor, vacancy):
    konsentrasi = [key for (key,) in vacancy.konsentrasi.order_by().values_list("pk")]
    return Vacancy.objects.visible_to(actor).open().similar_to(vacancy, konsentrasi).cards(SIMILAR)
