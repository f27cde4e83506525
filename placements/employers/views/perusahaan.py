"""An employer's own entry of the register: its people put right what they know best."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import employer_desk
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.pages import act, form_page, get_or_post, posted
from placements.employers import actions
from placements.employers.forms import ContactForm, own_form
from placements.employers.models import Employer, EmployerContact
from placements.employers.pages import saved_text
from placements.employers.partners.models import PartnershipAgreement

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
@get_or_post
def profile_edit(request):
    before, employer = _own(request), _own(request)
    form = own_form(employer)(posted(request), request.FILES or None, instance=employer)
    return form_page(
        request,
        form,
        FORM,
        actions.update_employer,
        given=lambda: {"employer": before, "fields": form.values},
        to=lambda _: "perusahaan:profile",
        success=lambda row: saved_text(before, row),
        title="Ubah profil perusahaan",
        employer=before,
    )


@employer_desk
@get_or_post
def contact_create(request):
    return _contact_form(request, EmployerContact(employer=_own(request)), "Tambah narahubung")


def _contact(request, pk):
    rows = EmployerContact.objects.visible_to(request.actor).select_related("employer")
    return get_object_or_404(rows, pk=pk)


@employer_desk
@get_or_post
def contact_edit(request, pk):
    return _contact_form(request, _contact(request, pk), "Ubah narahubung")


contact_remove = act(
    employer_desk,
    _contact,
    actions.remove_contact,
    "Narahubung dihapus.",
    row="contact",
    to=lambda _: "perusahaan:profile",
)


@employer_desk
@require_safe
def agreement_file(request, pk):
    rows = PartnershipAgreement.objects.visible_to(request.actor).exclude(file="")
    agreement = get_object_or_404(rows, pk=pk)
    return private_file_response(request, agreement.file, f"mou-{agreement.pk}")


def _contact_form(request, contact, title):
    form = ContactForm(posted(request), instance=contact)
    return form_page(
        request,
        form,
        FORM,
        actions.save_contact,
        given=lambda: {"contact": form.save(commit=False)},
        to=lambda _: "perusahaan:profile",
        success="Narahubung tersimpan.",
        title=title,
        employer=contact.employer,
    )


def _own(request):
    related = ("industry", "regency", "village", "added_by_school")
    rows = Employer.objects.visible_to(request.actor).select_related(*related)
    return get_object_or_404(rows, pk=request.actor.employer_id)
