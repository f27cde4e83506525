from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.pages import attempt, posted
from placements.vacancies.models import Vacancy
from placements.vacancies.questions import actions
from placements.vacancies.questions.forms import QuestionFormSet


@school_desk
@require_http_methods(["GET", "HEAD", "POST"])
def vacancy_questions(request, pk):
    """What applicants are asked, edited by the BKK that announces the vacancy."""
    own = Vacancy.objects.visible_to(request.actor).filter(school_id=request.actor.school_id)
    vacancy = get_object_or_404(own.select_related("employer"), pk=pk)
    obstacle = actions.obstacle(vacancy, request.actor)
    formset = QuestionFormSet(posted(request), initial=list(vacancy.questions.values(*actions.FIELDS)))
    if request.method == "POST" and not obstacle and formset.is_valid() and _saved(request, vacancy, formset):
        return redirect("bkk:vacancy_page", pk)
    context = {
        "vacancy": vacancy,
        "obstacle": obstacle,
        "formset": formset,
        "seen": actions.fingerprint(vacancy),
        "questions": vacancy.questions.all(),
    }
    return render(request, "vacancies/bkk_questions.html", context)


def _saved(request, vacancy, formset):
    return attempt(
        request,
        actions.set_questions,
        success="Pertanyaan untuk pelamar tersimpan.",
        vacancy=vacancy,
        questions=formset.values,
        seen=request.POST.get("terakhir", ""),
        actor=request.actor,
    )
