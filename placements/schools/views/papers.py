"""The papers of a tanda daftar request, read by the BKK that sent them and by the office."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from bkk_portal.kit.files import private_file_response
from placements.schools.models import RegistrationRequest

REQUEST_FILES = {"sk": "decree_file", "struktur": "structure_file", "rencana": "plan_file"}


def request_file(request, pk, what):
    """`what` is a key of REQUEST_FILES."""
    field = REQUEST_FILES.get(what)
    if field is None:
        raise Http404
    rows = RegistrationRequest.objects.visible_to(request.actor).exclude(**{field: ""})
    row = get_object_or_404(rows, pk=pk)
    return private_file_response(request, getattr(row, field), f"{what}-{row.pk}")
