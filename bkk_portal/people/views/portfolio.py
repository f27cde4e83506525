"""/saya/profil/portofolio/: at most five links to the person's own work."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web import attempt, posted
from bkk_portal.people.models import PortfolioLink
from bkk_portal.people.profile_actions import MOST_LINKS, remove_link, save_link
from bkk_portal.people.profile_forms import LinkForm
from bkk_portal.people.views.profile import step_page
from bkk_portal.people.views.saya import own_person


def own_links(request):
    return PortfolioLink.objects.visible_to(request.actor).filter(person_id=request.actor.person_id)


@person_desk
@require_http_methods(["GET", "HEAD", "POST"])
def portfolio(request):
    person, form = own_person(request), LinkForm(posted(request), instance=PortfolioLink())
    if form.is_valid():
        attempt(request, save_link, success="Tautan ditambahkan.", form=form, person=person)
        return redirect("saya:profile_portfolio")
    links = own_links(request).order_by("pk")
    return step_page(
        request, person, "portfolio", "people/saya_portfolio.html", form=form, links=links, most=MOST_LINKS
    )


@person_desk
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request, pk):
    form = LinkForm(posted(request), instance=get_object_or_404(own_links(request), pk=pk))
    if form.is_valid():
        attempt(request, save_link, success="Tautan tersimpan.", form=form, person=own_person(request))
        return redirect("saya:profile_portfolio")
    return render(request, "people/saya_link.html", {"form": form})


@person_desk
@require_POST
def remove(request, pk):
    attempt(request, remove_link, success="Tautan dihapus.", link=get_object_or_404(own_links(request), pk=pk))
    return redirect("saya:profile_portfolio")
