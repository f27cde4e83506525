"""What this room has waiting on a coordinator's desk."""

from placements.alumni.duplicates import pairs_of

DUPLICATES = "/bkk/alumni/ganda/"


def due(actor):
    """[(rows, what they are, where they are done)]; see kit.registry.desk_dues."""
    return [(pairs_of(actor).open(), "pasang catatan alumni yang mungkin ganda", DUPLICATES)]
