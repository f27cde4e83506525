"""/saya/dokumen/: files of the person's own."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt, get_or_post, posted
from bkk_portal.people.actions import add_document, remove_document
from bkk_portal.people.enums import DocumentKind
from bkk_portal.people.forms import DocumentForm
from bkk_portal.people.models import PersonDocument
from bkk_portal.people.profile.views.profile import own_person, step_page


def own_documents(request):
    """Only one's own: nobody else's are reachable here, whatever else this actor may see."""
    return PersonDocument.objects.visible_to(request.actor).filter(person_id=request.actor.person_id)


@person_desk
@get_or_post
def documents(request):
    form = DocumentForm(posted(request), request.FILES or None, initial={"kind": DocumentKind.DIPLOMA})
    if request.method == "POST" and form.is_valid() and _saved(request, form):
        return redirect("saya:documents")
    rows = Listing(request, own_documents(request), order="-uploaded_at")
    return step_page(request, own_person(request), "documents", "people/saya_documents.html", form=form, rows=rows)


def _saved(request, form):
    """A refused file is a fault of the field, so that what else was typed is not lost."""
    try:
        add_document(person=own_person(request), **form.cleaned_data)
    except Refused as answer:
        form.add_error("file", answer.message)
        return False
    messages.success(request, "Dokumen tersimpan.")
    return True


@person_desk
@require_safe
def download(request, pk):
    document = get_object_or_404(own_documents(request), pk=pk)
    return stored_file_response(request, document.file, document.title)


@person_desk
@require_POST
def remove(request, pk):
    document = get_object_or_404(own_documents(request), pk=pk)
    attempt(request, remove_document, success="Dokumen dihapus.", document=document)
    return redirect("saya:documents")
