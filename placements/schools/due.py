"""What a BKK owes about itself, for the coordinator's desk."""

from placements.schools.models import School

REGISTRATION = "/bkk/tanda-daftar/"


def due(actor):
    """[(rows, what they are, where they are done)], as placements.reports.queries shows them."""
    own = School.objects.filter(pk=actor.school_id)
    return [
        (own.needing_reissue(), "tanda daftar perlu diterbitkan ulang karena ketua berganti", REGISTRATION),
        (own.registration_ending(), "tanda daftar segera atau sudah berakhir", REGISTRATION),
    ]
