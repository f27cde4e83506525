from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models

from bkk_portal.kit import registry
from bkk_portal.kit.text.formatting import tanggal
from placements.alumni.models import Alumnus
from placements.outcomes import bmw
from placements.outcomes.bmw import published
from placements.outcomes.follow_ups import plan_follow_ups, remind_of_follow_ups
from placements.outcomes.models import Placement, PlacementFollowUp
from placements.outcomes.tracer import campaigns
from placements.outcomes.tracer.models import Contradiction, TracerCampaign, TracerResponse
from placements.outcomes.tracer.offers import answered, load_questionnaire
from placements.outcomes.tracer.spreadsheets import export_tracer

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from placements.outcomes.tracer.queries import ResponseQuerySet
    from placements.schools.models import School


def due(actor: Actor) -> list[tuple[models.QuerySet, str, str]]:
    """[(rows, what they are, where they are done)]: what waits on a coordinator's desk."""
    placements, tracer = "/bkk/penempatan/", "/bkk/tracer/"
    unverified = Placement.objects.visible_to(actor).unverified()
    follow_ups = PlacementFollowUp.objects.visible_to(actor).due()
    contradictions = Contradiction.objects.visible_to(actor).open()
    return [
        (unverified, "penempatan belum diperiksa", f"{placements}?keadaan=periksa"),
        (follow_ups, "penempatan perlu ditanyakan kabarnya", f"{placements}tindak-lanjut/"),
        (contradictions, "jawaban alumni berbeda dari data yang sudah diperiksa", f"{tracer}perbedaan/"),
        *_silent(actor, tracer),
    ]


def _silent(actor: Actor, tracer: str) -> list[tuple[ResponseQuerySet, str, str]]:
    studies = TracerCampaign.objects.visible_to(actor).running().order_by("graduation_year", "pk")
    missing = TracerResponse.objects.visible_to(actor).missing()
    return [
        (
            missing.filter(campaign_id=pk),
            f"lulusan {year} belum menjawab tracer study",
            f"{tracer}{pk}/?status=belum",
        )
        for pk, year in studies.values_list("pk", "graduation_year")
    ]


def export_placements(person: Person) -> tuple[str, list[dict[str, int | str]]]:
    """For /saya/data-saya/ (UU 27/2022 art. 7)."""
    rows = Placement.objects.filter(alumnus__person=person).select_related("employer", "spell")
    return "Penempatan", [
        {
            "perusahaan": row.employer.name,
            "jabatan": row.position,
            "mulai": tanggal(row.starts_on),
            "ikatan kerja": row.get_contract_display(),
            "gaji per bulan": row.monthly_pay or row.get_pay_band_display(),
            "keadaan": row.status[0],
        }
        for row in rows.order_by("starts_on", "pk")
    ]


def school_panel(actor: Actor, school: School) -> tuple[str, dict[str, Any]] | None:
    """On a school's public page: what its graduates do; nothing at all of a school with too few of them."""
    figures = bmw.figures(Alumnus.objects.filter(school=school))
    if figures.total < settings.RULES["suppress_under"]:
        return None
    told = TracerCampaign.objects.filter(school=school, published_at__isnull=False).order_by("-graduation_year")
    context = {
        "school": school,
        "figures": published(figures),
        "suppress_under": settings.RULES["suppress_under"],
        "tracer_years": told.values_list("graduation_year", flat=True).distinct(),
    }
    return "outcomes/school_panel.html", context


def tracer_panel(actor: Actor) -> tuple[str, dict[str, list[TracerResponse]]] | None:
    """On the dashboard of /saya/: the tracer studies that wait for this person; nothing when none does."""
    asked = TracerResponse.objects.visible_to(actor).missing().select_related("campaign__school").order_by("pk")
    return ("outcomes/saya_panel.html", {"asked": list(asked)}) if actor.person_id else None


def register() -> None:
    registry.person_panels.register("tracer", tracer_panel, order=5)
    registry.person_exports.register("placements", export_placements, order=40)
    registry.person_exports.register("tracer", export_tracer, order=41)
    registry.reference_loaders.register("tracer questionnaire", load_questionnaire, order=50)
    registry.chores.register("placement follow-ups", plan_follow_ups, order=60)
    registry.chores.register("placement follow-ups, reminder", remind_of_follow_ups, order=61)
    registry.chores.register("tracer studies over", campaigns.close_overdue, order=62)
    registry.chores.register("tracer waves", campaigns.send_waves, order=63)
    registry.chores.register("tracer uploads", campaigns.drop_old_uploads, order=64)
    registry.merge_rules.register("placements.TracerResponse", answered)
