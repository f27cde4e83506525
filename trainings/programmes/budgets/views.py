"""Budget lines: planned against spent."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import form_page, get_or_post, posted
from trainings.programmes.budgets.actions import save_budget, uses_of
from trainings.programmes.filters import BudgetFilters
from trainings.programmes.forms import BudgetForm
from trainings.programmes.models import Budget
from trainings.programmes.rules import may_edit


@agency_desk
@require_safe
def budget_list(request):
    budgets = Budget.objects.visible_to(request.actor).select_related("agency")
    listing = Listing(request, budgets, order=["-year", "code"], filterset=BudgetFilters)
    uses = uses_of(budget.pk for budget in listing)
    lines = [(budget, uses[budget.pk], budget.ceiling - uses[budget.pk].planned) for budget in listing]
    return render(request, "programmes/dinas_budgets.html", {"listing": listing, "lines": lines})


@agency_desk
@require_safe
def budget_page(request, pk):
    budget = get_object_or_404(Budget.objects.visible_to(request.actor).select_related("agency"), pk=pk)
    use = uses_of([budget.pk])[budget.pk]
    trainings = budget.trainings.for_list()
    context = {
        "budget": budget,
        "use": use,
        "left": budget.ceiling - use.planned,
        "listing": Listing(request, trainings, order="-starts_on"),
        "may_edit": may_edit(request.actor, budget),
    }
    return render(request, "programmes/dinas_budget.html", context)


@agency_desk
@get_or_post
def budget_create(request):
    return _form(request, None)


@agency_desk
@get_or_post
def budget_edit(request, pk):
    return _form(request, get_object_or_404(Budget.objects.workable_by(request.actor), pk=pk))


def _form(request, budget):
    initial = {"year": timezone.localdate().year}
    form = BudgetForm(posted(request), instance=budget, agency_id=request.actor.agency_id, initial=initial)
    return form_page(
        request,
        form,
        "programmes/dinas_budget_form.html",
        save_budget,
        given=lambda: {"budget": form.save(commit=False)},
        to=lambda row: ("dinas:budget_page", row.pk),
        success="Anggaran disimpan.",
        budget=budget,
    )
