"""Files sent along with applications, for those who may open them and nobody else."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import employer_desk, person_desk, school_desk
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.web.files import stored_file_response
from placements.applications.enums import SHARED_TEXTS, Sharing
from placements.applications.models import ApplicationAnswer, ApplicationDocument


def sent_along(actor, application):
    """What of the message, the answers and the files this actor may see: context of sent_along.html."""
    answers = ApplicationAnswer.objects.visible_to(actor).filter(application=application).order_by("position")
    files = ApplicationDocument.objects.visible_to(actor).filter(application=application)
    reads_note = not actor.employer_id or application.sharing != Sharing.NOTHING
    return {
        "note": application.note if reads_note else "",
        "answers": answers,
        "files": files.select_related("document").order_by("pk"),
        "sharing": SHARED_TEXTS[application.sharing],
    }


@person_desk
@require_safe
def own_file(request, pk):
    return _answer(request, pk)


@school_desk
@require_safe
def applicant_file(request, pk):
    return _answer(request, pk, is_logged=True)


@employer_desk
@require_safe
def nominee_file(request, pk):
    return _answer(request, pk, is_logged=True)


def _answer(request, pk, *, is_logged=False):
    """404 also for a file that its person has deleted. That somebody else opened it goes into the audit log."""
    rows = ApplicationDocument.objects.visible_to(request.actor).select_related("document")
    sent = get_object_or_404(rows, pk=pk)
    if not sent.file:
        raise Http404
    if is_logged:
        record(AuditKind.FILE_OPENED, actor=request.actor, target=f"application {sent.application_id}, file {sent.pk}")
    return stored_file_response(request, sent.file, sent.title)
