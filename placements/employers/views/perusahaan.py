"""An employer's own entry of the register: its people put right what they know best."""

from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from bkk_portal.accounts.access import employer_desk
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.pages import attempt, posted
from placements.employers import actions
from placements.employers.forms import own_form
from placements.employers.models import Employer, EmployerContact
from placements.employers.partners.forms import ContactForm
from placements.employers.partners.models import PartnershipAgreement
from placements.employers.views.bkk import saved_text
from placements.employers.views.editing import edit

FORM = "employers/perusahaan_form.html"


@employer_desk
@require_safe
def profile(request):
    employer = _own(request)
    agreements = employer.agreements.visible_to(request.actor).with_renewals().select_related("school")
    context = {
        "employer": employer,
        "contacts": employer.contacts.visible_to(request.actor),
        "agreements": agreements.order_by("-starts_on", "-pk"),
    }
    return render(request, "employers/perusahaan_profile.html", context)


@employer_desk
@require_http_methods(["GET", "POST"])
def profile_edit(request):
    before, employer = _own(request), _own(request)
    form = own_form(employer)(posted(request), request.FILES or None, instance=employer)
    return edit(
        request,
        form,
        (actions.update_employer, {"employer": before, "fields": lambda: form.values}),
        title="Ubah profil perusahaan",
        success=lambda row: saved_text(before, row),
        back=("perusahaan:profile",),
        context={"employer": before},
        template=FORM,
    )


@employer_desk
@require_http_methods(["GET", "POST"])
def contact_create(request):
    return _contact_form(request, EmployerContact(employer=_own(request)), "Tambah narahubung")


@employer_desk
@require_http_methods(["GET", "POST"])
def contact_edit(request, pk):
    return _contact_form(request, _contact(request, pk), "Ubah narahubung")


@employer_desk
@require_POST
def contact_remove(request, pk):
    contact = _contact(request, pk)
    attempt(request, actions.remove_contact, success="Narahubung dihapus.", contact=contact, actor=request.actor)
    return redirect("perusahaan:profile")


@employer_desk
@require_safe
def agreement_file(request, pk):
    rows = PartnershipAgreement.objects.visible_to(request.actor).exclude(file="")
    agreement = get_object_or_404(rows, pk=pk)
    return private_file_response(request, agreement.file, f"mou-{agreement.pk}")


def _contact_form(request, contact, title):
    form = ContactForm(posted(request), instance=contact)
    return edit(
        request,
        form,
        (actions.save_contact, {"contact": lambda: form.save(commit=False)}),
        title=title,
        success="Narahubung tersimpan.",
        back=("perusahaan:profile",),
        context={"employer": contact.employer},
        template=FORM,
    )


def _own(request):
    related = ("industry", "regency", "village", "added_by_school")
    rows = Employer.objects.visible_to(request.actor).select_related(*related)
    return get_object_or_404(rows, pk=request.actor.employer_id)


def _contact(request, pk):
    rows = EmployerContact.objects.visible_to(request.actor).select_related("employer")
    return get_object_or_404(rows, pk=pk)
