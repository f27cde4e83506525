import datetime as dt

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit.text.ical import calendar
from bkk_portal.kit.web.listing import Listing
from trainings.participants.queries import with_people_counts
from trainings.programmes.days.calendars import day_event, month_of, month_page, training_event
from trainings.programmes.filters import PAST_STATES, PublicTrainingFilters
from trainings.programmes.models import Training

CALENDAR_DAYS_BACK = 30
CALENDAR_LENGTH = 500


@public
@require_safe
def training_list(request):
    order = "-starts_on" if request.GET.get("keadaan") in PAST_STATES else "starts_on"
    trainings = with_people_counts(Training.objects.announced().for_list())
    listing = Listing(request, trainings, order=order, filterset=PublicTrainingFilters)
    return render(request, "programmes/public_list.html", {"listing": listing})


@public
@require_safe
def training_page(request, pk, slug):
    training = get_object_or_404(with_people_counts(Training.objects.announced().for_list()), pk=pk)
    if slug != training.slug:
        return redirect(training, permanent=True)
    programme = training.programme
    context = {
        "training": training,
        "skills": programme.skills.all(),
        "units": programme.units.all(),
        "rules": programme.rules.all(),
        "origins": training.origin_villages.all(),
    }
    return render(request, "programmes/public_training.html", context)


@public
@require_safe
def training_month(request):
    """What is on in a month: a grid on desks, a list on phones."""
    month = month_page(month_of(request.GET.get("bulan")), Training.objects.announced())
    return render(request, "programmes/public_month.html", {"month": month, "calendar_url": reverse("training_month")})


@public
@require_safe
def training_calendar(request):
    since = timezone.localdate() - dt.timedelta(days=CALENDAR_DAYS_BACK)
    trainings = Training.objects.announced().filter(starts_on__gte=since).order_by("starts_on", "pk")
    trainings = trainings.select_related("programme", "village", "agency")[:CALENDAR_LENGTH]
    return _as_calendar("Pelatihan kerja Kota Kupang", map(training_event, trainings), "pelatihan")


@public
@require_safe
def training_days(request, pk):
    """The days of one training, for who is in it or thinks of it."""
    training = get_object_or_404(Training.objects.announced().for_list(), pk=pk)
    days = training.sessions.order_by("held_on", "pk")
    return _as_calendar(str(training), [day_event(day, training) for day in days], f"pelatihan-{training.pk}")


def _as_calendar(name, events, filename):
    response = HttpResponse(calendar(name, events), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{filename}.ics"'
    return response
