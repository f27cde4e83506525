from allauth.decorators import rate_limit
from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from bkk_portal.accounts.access import public
from bkk_portal.accounts.entrance.middleware import HAT_SESSION_KEY
from bkk_portal.accounts.entrance.session import sign_in
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.people.actions import join, join_as
from bkk_portal.people.forms import OwnPersonForm, RegistrationForm
from bkk_portal.people.models import Person


@public
@get_or_post
@never_cache
@sensitive_post_parameters()
@rate_limit(action="signup")
def register_general(request):
    """A light account for somebody who is no SMK graduate; who is signed in already only says who they are."""
    if request.user.is_authenticated:
        return _with_account(request)
    form = RegistrationForm(posted(request))
    if form.is_valid():
        try:
            person = join(person=form.person(), account=form.account())
        except Refused as answer:
            form.add_error("login", answer.message)
        else:
            sign_in(request, person.user)
            messages.success(request, "Selamat datang. Akun Anda sudah siap dipakai.")
            return redirect("saya:dashboard")
    return render(request, "people/public_register.html", {"form": form})


def _with_account(request):
    if Person.objects.filter(user=request.user).exists():
        return redirect("account")
    given = request.user.consents.current().purposes()
    form = OwnPersonForm(posted(request), initial={"name": request.user.name}, given=given)
    if not form.is_valid():
        return render(request, "people/public_register.html", {"form": form})
    answers = {"person": form.person(), **form.agreed()}
    person = attempt(request, join_as, success="Data diri tersimpan.", user=request.user, **answers)
    if person:
        request.session[HAT_SESSION_KEY] = f"person:{person.pk}"
    return redirect("saya:dashboard" if person else "account")
