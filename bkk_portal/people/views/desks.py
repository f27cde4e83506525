from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk, caretaker_desk
from bkk_portal.accounts.actions import make_password_link
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt
from bkk_portal.people.actions import reveal_nik
from bkk_portal.people.models import DuplicatePair, Person


@caretaker_desk
@require_POST
@never_cache
def reveal(request, pk):
    """The full number, once, on a page that no browser or proxy keeps; the reading is logged. By POST only."""
    person = get_object_or_404(Person.objects.visible_to(request.actor), pk=pk)
    back = request.POST.get("kembali", "")
    back = back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else request.actor.home
    nik = attempt(request, reveal_nik, person=person, actor=request.actor)
    if nik is None:
        return redirect(back)
    return render(request, "people/nik.html", {"person": person, "nik": nik, "back": back})


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


@agency_desk
@require_safe
def duplicate_list(request):
    """Participants of this office who may be one person: to be looked at; the portal's keeper joins them."""
    pairs = DuplicatePair.objects.visible_to(request.actor).open().select_related("first", "second")
    listing = Listing(request, pairs, order=["-weight", "pk"])
    return render(request, "people/dinas_duplicates.html", {"listing": listing})
