"""What this room has waiting on a coordinator's desk."""

from placements.outcomes.models import Placement, PlacementFollowUp
from placements.outcomes.tracer.models import Contradiction, TracerCampaign, TracerResponse


def due(actor):
    """[(rows, what they are, where they are done)]; see kit.registry.desk_dues."""
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


def _silent(actor, tracer):
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
