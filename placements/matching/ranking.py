"""Lists in the order of fit: what is worth comparing, then one query that computes the points and cuts the page.

The same order on both databases. The candidates go in as keys, so that no plan can start from the whole table.
"""

from django.db.models import Case, Exists, IntegerField, OuterRef, Value, When

from placements.alumni.models import Alumnus
from placements.matching.facts import seeker_of
from placements.matching.models import FitWeights, VacancyInvitation
from placements.matching.pools import alumni_worth_comparing, vacancies_worth_comparing
from placements.matching.scoring import alumnus_points, vacancy_points

VACANCY_ORDER = ("-fit_points", "-published_at", "-pk")
ALUMNUS_ORDER = ("-fit_points", "-graduation_year", "-pk")


def ranked_vacancies(vacancies, seeker, weights):
    """Those of the open `vacancies` that suit this Seeker, annotated with `fit_points`, best first, then newest."""
    fitting = vacancies.filter(pk__in=vacancies_worth_comparing(seeker))
    return fitting.annotate(fit_points=vacancy_points(seeker, weights)).order_by(*VACANCY_ORDER)


def ranked_alumni(alumni, wish, weights, *, everywhere=False):
    """Those of `alumni` who suit this Wish, annotated with `fit_points`, best first, then the latest graduates.

    `everywhere`: the alumni are of all schools, not of one.
    """
    fitting = Alumnus.objects.filter(pk__in=alumni_worth_comparing(alumni, wish, everywhere=everywhere))
    return fitting.annotate(fit_points=alumnus_points(wish, weights)).order_by(*ALUMNUS_ORDER)


def fitting_first(actor, vacancies):
    """For kit.registry.vacancy_rankers: all the vacancies, the fitting ones first, the others newest first."""
    if (seeker := seeker_of(actor)) is None:
        return vacancies.order_by("-published_at", "-pk")
    points = vacancy_points(seeker, FitWeights.objects.current())
    fitting = When(pk__in=vacancies_worth_comparing(seeker), then=points)
    scored = Case(fitting, default=Value(-1), output_field=IntegerField())
    return vacancies.annotate(fit_points=scored).order_by(*VACANCY_ORDER)


def with_standing(alumni, vacancy):
    """`has_invitation`, `has_applied`: whether each was invited for this vacancy, and stands in an application."""
    mine = {"alumnus": OuterRef("pk"), "vacancy": vacancy}
    applications = Alumnus._meta.get_field("applications").related_model.objects.open()
    return alumni.annotate(
        has_invitation=Exists(VacancyInvitation.objects.filter(**mine).order_by()),
        has_applied=Exists(applications.filter(**mine).order_by()),
    )
