from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from bkk_portal.accounts.access import caretaker_desk
from bkk_portal.kit.web import attempt
from bkk_portal.people.actions import reveal_nik
from bkk_portal.people.models import Person


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
