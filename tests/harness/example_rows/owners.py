"""Whose a row is: of the seat that looks, or of somebody else."""

import itertools

from django.core.files.base import ContentFile

from tests.factories.base import PIXEL
from tests.factories.offices import AgencyFactory
from tests.factories.people import (
    PersonFactory,
)
from tests.factories.schools import (
    SchoolFactory,
)

NUMBERS = itertools.count()


PAPER = ContentFile(b"%PDF-1.7", "surat.pdf")


PHOTO = ContentFile(PIXEL, "foto.png")


def agency_of(seat, own):
    return seat.agency if own else AgencyFactory(other=seat.agency.supervises_bkk)


def school_of(seat, own):
    return seat.school if own else SchoolFactory()


def person_of(seat, own):
    return seat.person if own else PersonFactory()


def unless_head(seat, own, pk):
    """A head reads every office's rows: nothing is foreign."""
    return None if seat.actor.is_agency_head and not own else {"pk": pk}
