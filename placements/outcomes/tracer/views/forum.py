"""The forum: every school's response rate side by side, and the questionnaire that all of them ask."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import forum_desk
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.outcomes.tracer import questionnaire
from placements.outcomes.tracer.enums import Block
from placements.outcomes.tracer.figures import rate_of, rates_by, results_of
from placements.outcomes.tracer.forms import LOCKED, QuestionForm
from placements.outcomes.tracer.models import TracerCampaign, TracerQuestion, TracerQuestionnaire
from placements.schools.models import School


@forum_desk
@require_safe
def rates(request):
    """Totals only: no school's answers, nobody's name."""
    campaigns = TracerCampaign.objects.visible_to(request.actor)
    years = list(campaigns.order_by("-graduation_year").values_list("graduation_year", flat=True).distinct())
    year = _year(request, years)
    of_year = campaigns.filter(graduation_year=year)
    by_school = rates_by(of_year)
    schools = School.objects.order_by("name", "pk")
    context = {
        "years": years,
        "year": year,
        "rows": [(school, by_school.get(school.pk)) for school in schools],
        "whole": rate_of(of_year),
        "in_force": TracerQuestionnaire.objects.in_force(),
    }
    return render(request, "outcomes/forum_tracer.html", context)


def _year(request, years):
    asked = request.GET.get("tahun", "")
    return int(asked) if asked.isdecimal() and int(asked) in years else next(iter(years), None)


@forum_desk
@require_safe
def results(request, year):
    """All schools together, under the newest questionnaire of that class; few people are suppressed."""
    campaigns = TracerCampaign.objects.visible_to(request.actor).filter(graduation_year=year)
    newest = campaigns.select_related("questionnaire").order_by("-questionnaire__number").first()
    if newest is None:
        return redirect("forum:tracer")
    same = campaigns.filter(questionnaire=newest.questionnaire)
    context = {"year": year, "results": results_of(same, newest.questionnaire, is_public=True)}
    return render(request, "outcomes/forum_results.html", context)


@forum_desk
@require_safe
def questionnaire_list(request):
    versions = list(TracerQuestionnaire.objects.visible_to(request.actor).select_related("published_by"))
    draft = next((version for version in versions if version.is_draft), None)
    return render(request, "outcomes/forum_questionnaires.html", {"versions": versions, "draft": draft})


@forum_desk
@require_POST
def questionnaire_create(request):
    attempt(
        request, questionnaire.start_draft, actor=request.actor, success="Rancangan dibuat dari versi yang berlaku."
    )
    draft = TracerQuestionnaire.objects.filter(published_at__isnull=True).order_by("pk").first()
    return redirect("forum:questionnaire_page", draft.pk) if draft else redirect("forum:questionnaire_list")


@forum_desk
@require_safe
def questionnaire_page(request, pk):
    """One part of the questionnaire at a time: all of it is 46 questions long."""
    version, asked = _version(request, pk), request.GET.get("bagian", "")
    part = Block(asked if asked in Block.values else Block.STATUS)
    context = {
        "version": version,
        "parts": list(Block),
        "part": part,
        "questions": version.questions.filter(block=part).order_by("position", "pk"),
        "problems": questionnaire.problems_of(version) if version.is_draft else [],
    }
    return render(request, "outcomes/forum_questionnaire.html", context)


@forum_desk
@get_or_post
def question_create(request, pk):
    return _question_form(request, _version(request, pk), TracerQuestion())


@forum_desk
@get_or_post
def question_edit(request, pk):
    question = _question(request, pk)
    return _question_form(request, question.questionnaire, question)


def _question_form(request, version, question):
    form = QuestionForm(posted(request), instance=question, questionnaire=version)
    if request.method == "POST" and form.is_valid():
        saved = {"questionnaire": version, "question": form.save(commit=False), "actor": request.actor}
        if attempt(request, questionnaire.save_question, success="Pertanyaan tersimpan.", **saved):
            return redirect(_part(question))
    context = {"form": form, "version": version, "locked": LOCKED if question.meaning else ""}
    return render(request, "outcomes/forum_question.html", context | {"is_new": question.pk is None})


@forum_desk
@require_POST
def question_move(request, pk):
    question, up = _question(request, pk), request.POST.get("arah") == "naik"
    attempt(request, questionnaire.move_question, question=question, up=up, actor=request.actor)
    return redirect(_part(question))


@forum_desk
@require_POST
def question_remove(request, pk):
    question = _question(request, pk)
    said = f"Pertanyaan no.{question.number} dihapus dari rancangan."
    attempt(request, questionnaire.remove_question, question=question, actor=request.actor, success=said)
    return redirect(_part(question))


@forum_desk
@require_POST
def questionnaire_publish(request, pk):
    version = _version(request, pk)
    said = "Diterbitkan. Tracer study yang dibuka mulai sekarang memakai versi ini."
    note = request.POST.get("note", "")
    attempt(request, questionnaire.publish, questionnaire=version, note=note, actor=request.actor, success=said)
    return redirect("forum:questionnaire_page", pk)


@forum_desk
@require_POST
def questionnaire_discard(request, pk):
    attempt(
        request,
        questionnaire.discard,
        questionnaire=_version(request, pk),
        actor=request.actor,
        success="Rancangan dihapus.",
    )
    return redirect("forum:questionnaire_list")


def _part(question):
    """The page that shows this question among the others of its part."""
    return f"{reverse('forum:questionnaire_page', args=[question.questionnaire_id])}?bagian={question.block}"


def _version(request, pk):
    return get_object_or_404(TracerQuestionnaire.objects.visible_to(request.actor), pk=pk)


def _question(request, pk):
    rows = TracerQuestion.objects.visible_to(request.actor).select_related("questionnaire")
    return get_object_or_404(rows, pk=pk)
