from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from bkk_portal.accounts.access import public
from bkk_portal.accounts.forms import AccountForm
from bkk_portal.accounts.session import sign_in
from bkk_portal.kit.errors import Refused
from bkk_portal.people.models import Person
from placements.alumni import claiming
from placements.alumni.forms import ClaimForm

FOUND = "klaim"  # session: whose record was found; it binds step two to step one


@public
@never_cache
@require_http_methods(["GET", "POST"])
def claim(request):
    form = ClaimForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            request.session[FOUND] = claiming.find_record(**form.cleaned_data).pk
            return redirect("claim_account")
        except Refused as refusal:
            form.add_error(None, refusal.message)
    return render(request, "alumni/public_claim.html", {"form": form})


@public
@never_cache
@require_http_methods(["GET", "POST"])
def claim_account(request):
    person = Person.objects.filter(pk=request.session.get(FOUND), user__isnull=True).first()
    if person is None:
        return redirect("claim")
    form = AccountForm(request.POST or None, birth_date=person.birth_date, nisn=person.nisn)
    if request.method == "POST" and form.is_valid():
        try:
            account = form.account()
            account.pop("nisn", None)
            user = claiming.claim(person=person, account=account)
        except Refused as refusal:
            form.add_error(None, refusal.message)
        else:
            del request.session[FOUND]
            sign_in(request, user)
            messages.success(request, "Selamat datang. Data alumni Anda sudah terhubung dengan akun ini.")
            return redirect("saya:dashboard")
    return render(request, "alumni/public_claim_account.html", {"form": form, "person": person})
