from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bkk_portal.accounts.access import caretaker_desk
from bkk_portal.accounts.actions import make_password_link
from bkk_portal.kit.web import attempt
from bkk_portal.people.models import Person


@caretaker_desk
@require_POST
@never_cache
def password_link(request, pk):
    """Help for somebody who signs in by phone or NISN and forgot the password: a link, shown once, logged."""
    person = get_object_or_404(Person.objects.visible_to(request.actor).select_related("user"), pk=pk)
    back = request.POST.get("kembali", "")
    back = back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else request.actor.home
    if person.user is None:
        messages.error(request, "Orang ini belum punya akun. Minta mendaftar dulu di halaman Daftar.")
        return redirect(back)
    link = attempt(request, make_password_link, user=person.user, actor=request.actor)
    if link is None:
        return redirect(back)
    return render(request, "people/password_link.html", {"person": person, "link": link, "back": back})
