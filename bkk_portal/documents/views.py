from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from bkk_portal.accounts.access import public, signed_in
from bkk_portal.documents.codes import normalise_code
from bkk_portal.documents.models import IssuedDocument
from bkk_portal.kit.pdf.forms import grouped
from bkk_portal.kit.web.files import private_file_response


@public
@require_safe
def verify(request):
    """A box for the code on the paper; with a code, straight on to what it says."""
    typed = request.GET.get("kode", "")
    if code := normalise_code(typed):
        return redirect("verify_document", code)
    return render(request, "documents/verify.html", {"unreadable": typed})


@public
@never_cache
@require_safe
def verify_document(request, code):
    """Confirms a paper to a stranger: what stands in `facts`, and the name shortened. 404 when there is none."""
    document = IssuedDocument.objects.filter(code=normalise_code(code)).first()
    if document is None:
        return render(request, "documents/unknown.html", {"code": code[:20]}, status=404)
    return render(request, "documents/verified.html", {"document": document, "code": grouped(document.code)})


@signed_in
@require_safe
def download(request, code):
    """The paper itself, for its issuer and the person it is for."""
    document = get_object_or_404(IssuedDocument.objects.visible_to(request.actor), code=code)
    if not document.file.storage.exists(document.file.name):
        raise Http404("Berkas tidak ada lagi.")
    return private_file_response(request, document.file, f"{document.number.replace('/', '-')}.pdf")
