from functools import partial

from django.conf import settings
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from bkk_portal.accounts.access import agency_desk
from bkk_portal.accounts.audit.events import record
from bkk_portal.accounts.enums import AuditKind
from bkk_portal.kit.web.files import private_file_response
from bkk_portal.kit.web.listing import Listing
from bkk_portal.kit.web.pages import attempt
from trainings.equipment.contracts.models import ProcurementContract
from trainings.programmes.models import Training
from trainings.reports.actions import ask_for_pack, filename_of
from trainings.reports.enums import PackStatus
from trainings.reports.models import AuditPack


@agency_desk
@require_safe
def pack_list(request):
    rows = AuditPack.objects.visible_to(request.actor).for_list()
    listing = Listing(request, rows, order=("-created_at", "-pk"))
    return render(request, "trainings_reports/dinas_packs.html", {"listing": listing})


@agency_desk
@require_POST
def pack_of_training(request, pk):
    training = get_object_or_404(Training.objects.visible_to(request.actor), pk=pk)
    return _ask(request, training=training)


@agency_desk
@require_POST
def pack_of_contract(request, pk):
    contract = get_object_or_404(ProcurementContract.objects.visible_to(request.actor), pk=pk)
    return _ask(request, contract=contract)


def _ask(request, **subject):
    pack = attempt(request, partial(ask_for_pack, actor=request.actor, **subject))
    pack = pack or AuditPack.objects.visible_to(request.actor).filter(**subject).order_by("-pk").first()
    return redirect("dinas:pack_page", pack.pk) if pack else redirect("dinas:pack_list")


@agency_desk
@require_safe
def pack_page(request, pk):
    context = {"pack": _pack(request, pk), "keep_days": settings.RULES["audit_pack_days"]}
    return render(request, "trainings_reports/dinas_pack.html", context)


@agency_desk
@require_safe
def pack_progress(request, pk):
    """The running part of the page; when it is over, htmx is told to load the page again."""
    pack = _pack(request, pk)
    response = render(request, "trainings_reports/parts/pack_progress.html", {"pack": pack})
    if not pack.is_running:
        response["HX-Refresh"] = "true"
    return response


@agency_desk
@require_safe
def pack_file(request, pk):
    pack = get_object_or_404(AuditPack.objects.visible_to(request.actor).filter(status=PackStatus.READY), pk=pk)
    record(AuditKind.EXPORTED, actor=request.actor, target="paket audit", detail=f"unduh {pack.pk}")
    return private_file_response(request, pack.file, f"{filename_of(pack)}.zip")


def _pack(request, pk):
    return get_object_or_404(AuditPack.objects.visible_to(request.actor).for_list(), pk=pk)
