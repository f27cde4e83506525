import datetime as dt

from allauth.decorators import rate_limit
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from bkk_portal.accounts.access import public
from bkk_portal.accounts.entrance.session import sign_in
from bkk_portal.accounts.forms import AccountForm
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.web.pages import get_or_post
from bkk_portal.people.models import Person
from placements.alumni.claiming import actions
from placements.alumni.forms import ClaimForm
from placements.alumni.models import Alumnus

FOUND = "klaim"  # session: whose record was found, and until when; it binds step two to step one
TIME_FOR_STEP_TWO = dt.timedelta(minutes=30)


@public
@get_or_post
@never_cache
@rate_limit(action="claim")
def claim(request):
    form = ClaimForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = actions.find_record(**form.cleaned_data)
        except AlreadyDone as answer:
            messages.info(request, answer.message)
            return redirect("account_login")
        except Refused as answer:
            form.add_error(None, answer.message)
        else:
            until = timezone.now() + TIME_FOR_STEP_TWO
            request.session[FOUND] = {"person": person.pk, "until": until.timestamp()}
            return redirect("claim_account")
    return render(request, "alumni/public_claim.html", {"form": form})


@public
@get_or_post
@never_cache
@sensitive_post_parameters()
@rate_limit(action="claim")
def claim_account(request):
    person = _person_found(request)
    if person is None:
        return redirect("claim")
    form = AccountForm(request.POST or None, birth_date=person.birth_date, nisn=person.nisn)
    if request.method == "POST" and form.is_valid():
        try:
            user = actions.claim(person_id=person.pk, account=form.account())
        except AlreadyDone as answer:
            messages.info(request, answer.message)
            return redirect("account_login")
        except Refused as answer:
            form.add_error("login", answer.message)
        else:
            return _welcome(request, user)
    alumni = Alumnus.objects.filter(person=person).select_related("school").order_by("-graduation_year", "pk")
    return render(request, "alumni/public_claim_account.html", {"form": form, "person": person, "alumni": alumni})


def _person_found(request):
    found = request.session.get(FOUND)
    if found and timezone.now().timestamp() < found["until"]:
        return Person.objects.filter(pk=found["person"], user__isnull=True).first()
    return None


def _welcome(request, user):
    del request.session[FOUND]
    sign_in(request, user)
    messages.success(request, "Selamat datang. Data alumni Anda sudah terhubung dengan akun ini.")
    return redirect("saya:dashboard")
