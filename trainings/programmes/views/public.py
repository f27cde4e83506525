import datetime as dt
from urllib.parse import urlparse

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public
from bkk_portal.kit.formatting import rentang_tanggal
from bkk_portal.kit.ical import Event, calendar
from bkk_portal.kit.listing import Listing
from trainings.programmes.calendars import month_of, month_page
from trainings.programmes.filters import PAST_STATES, PublicTrainingFilters
from trainings.programmes.models import Training

CALENDAR_DAYS_BACK = 30
CALENDAR_LENGTH = 500


@public
@require_safe
def training_list(request):
    order = "-starts_on" if request.GET.get("keadaan") in PAST_STATES else "starts_on"
    listing = Listing(request, Training.objects.announced().for_list(), order=order, filterset=PublicTrainingFilters)
    return render(request, "programmes/public_list.html", {"listing": listing})


@public
@require_safe
def training_page(request, pk, slug):
    training = get_object_or_404(Training.objects.announced().for_list(), pk=pk)
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
    content = calendar("Pelatihan kerja Kota Kupang", [_event(training) for training in trainings])
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="pelatihan.ics"'
    return response


def _event(training):
    return Event(
        uid=f"pelatihan-{training.pk}@{urlparse(settings.PUBLIC_URL).hostname}",
        changed_at=training.updated_at,
        first=training.starts_on,
        last=training.ends_on,
        summary=str(training),
        location=f"{training.venue}, Kelurahan {training.village}, Kota Kupang",
        description=f"{training.agency.name}. {rentang_tanggal(training.starts_on, training.ends_on)}.",
        url=f"{settings.PUBLIC_URL}{training.get_absolute_url()}",
        cancelled=training.is_cancelled,
    )
