"""/saya/profil/cv/: choose what stands on it, see its pages, take it as PDF or keep it among the documents."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.web.pages import attempt, get_or_post, pdf_response, posted
from bkk_portal.people.profile.actions import keep_cv, save_cv_choice
from bkk_portal.people.profile.cv import choice_of, cv_pdf, cv_pictures, entries, person_for_cv, photo_of
from bkk_portal.people.profile.forms import CvForm


@person_desk
@get_or_post
def cv(request):
    person = person_for_cv(request.actor.person_id)
    offered = {"has_photo": photo_of(person) is not None, "entries": entries(person)}
    form = CvForm(posted(request), instance=choice_of(person), **offered)
    if form.is_valid():
        attempt(request, save_cv_choice, success="Pilihan CV tersimpan.", form=form, person=person)
        return redirect("saya:cv")
    pictures = attempt(request, cv_pictures, person=person, choice=choice_of(person), dots=20)
    pages = range(1, len(pictures or ()) + 1)
    return render(request, "people/saya_cv.html", {"person": person, "form": form, "pages": pages})


@person_desk
@require_safe
def download(request):
    person = person_for_cv(request.actor.person_id)
    content = attempt(request, cv_pdf, person=person, choice=choice_of(person))
    if content is None:
        return redirect("saya:cv")
    return pdf_response(content, f"CV {person.name}.pdf", download=True)


@person_desk
@require_safe
def page(request, number):
    """One page as a picture, made anew from what is kept now."""
    person = person_for_cv(request.actor.person_id)
    pictures = attempt(request, cv_pictures, person=person, choice=choice_of(person)) or []
    if not 1 <= number <= len(pictures):
        raise Http404
    return HttpResponse(pictures[number - 1], content_type="image/png", headers={"Cache-Control": "private, no-store"})


@person_desk
@require_POST
def keep(request):
    person = person_for_cv(request.actor.person_id)
    attempt(request, keep_cv, success="CV disimpan di Dokumen saya, siap dilampirkan saat melamar.", person=person)
    return redirect("saya:documents")
