from django.shortcuts import get_object_or_404, redirect, render

from bkk_portal.accounts.access import school_desk
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from placements.applications.models import Application
from placements.vacancies.models import Vacancy
from placements.vacancies.questions import actions
from placements.vacancies.questions.forms import QuestionFormSet


@school_desk
@get_or_post
def vacancy_questions(request, pk):
    """What applicants are asked, edited by the BKK that announces the vacancy."""
    own = Vacancy.objects.visible_to(request.actor).filter(school_id=request.actor.school_id)
    vacancy = get_object_or_404(own.select_related("employer"), pk=pk)
    obstacle = actions.obstacle(vacancy, Application.objects.filter(vacancy=vacancy), request.actor)
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
        applications=Application.objects.filter(vacancy=vacancy),
        actor=request.actor,
    )
