"""What this room has waiting on a coordinator's desk."""

from placements.outcomes.models import Placement, PlacementFollowUp
from placements.outcomes.tracer.models import Contradiction, TracerResponse


def due(actor):
    """[(rows, what they are, where they are done)], as placements.reports.queries shows them."""
    placements, tracer = "/bkk/penempatan/", "/bkk/tracer/"
    unverified = Placement.objects.visible_to(actor).unverified()
    follow_ups = PlacementFollowUp.objects.visible_to(actor).due()
    contradictions = Contradiction.objects.visible_to(actor).open()
    silent = TracerResponse.objects.visible_to(actor).missing()
    return [
        (unverified, "penempatan belum diperiksa", f"{placements}?keadaan=periksa"),
        (follow_ups, "penempatan perlu ditanyakan kabarnya", f"{placements}tindak-lanjut/"),
        (contradictions, "jawaban alumni berbeda dari data yang sudah diperiksa", f"{tracer}perbedaan/"),
        (silent, "alumni belum menjawab tracer study", tracer),
    ]
