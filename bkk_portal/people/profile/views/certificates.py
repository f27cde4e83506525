"""/saya/profil/sertifikat/: what the portal issued stands by itself, what the person adds is theirs to change."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import person_desk
from bkk_portal.kit import registry
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.web.files import stored_file_response
from bkk_portal.kit.web.pages import act, get_or_post, posted
from bkk_portal.people.enums import CredentialSource
from bkk_portal.people.models import Credential
from bkk_portal.people.profile.actions import remove_credential, save_credential
from bkk_portal.people.profile.forms import CredentialForm
from bkk_portal.people.profile.views.profile import own_person, step_page


@person_desk
@require_safe
def certificates(request):
    person = own_person(request)
    proofs = {number: code for entry in registry.person_proofs for number, code in entry.function(person).items()}
    rows = list(person.credentials.order_by("-issued_on", "-pk"))
    for row in rows:
        row.is_own = row.source == CredentialSource.SELF
        row.proof_code = "" if row.is_own else proofs.get(row.number, "")
    return step_page(request, person, "certificates", "people/saya_certificates.html", rows=rows)


def own_entry(request, pk):
    return get_object_or_404(Credential.objects.own_entries(request.actor), pk=pk)


@person_desk
@get_or_post
def add(request):
    return _form(request, Credential(), "Tambah sertifikat")


@person_desk
@get_or_post
def edit(request, pk):
    credential = own_entry(request, pk)
    return _form(request, credential, f"Ubah {credential.title}")


def _form(request, credential, title):
    has_file = bool(credential.file)
    form = CredentialForm(posted(request), request.FILES or None, instance=credential)
    if form.is_valid() and _saved(request, form):
        return redirect("saya:profile_certificates")
    return render(request, "people/saya_certificate.html", {"form": form, "title": title, "has_file": has_file})


def _saved(request, form):
    """A refused file is a fault of the field, so that what else was typed is not lost."""
    try:
        save_credential(form=form, person=own_person(request), actor=request.actor)
    except Refused as answer:
        form.add_error("file" if "file" in form.files else None, answer.message)
        return False
    return True


@person_desk
@require_safe
def file(request, pk):
    credential = get_object_or_404(Credential.objects.own_entries(request.actor).exclude(file=""), pk=pk)
    return stored_file_response(request, credential.file, credential.title)


remove = act(
    person_desk,
    own_entry,
    remove_credential,
    "Sertifikat dihapus.",
    row="credential",
    to=lambda credential: "saya:profile_certificates",
)
