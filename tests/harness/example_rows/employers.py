"""Example rows of the register of employers and of what schools have to do with them."""

from tests.factories.employers import (
    AgreementFactory,
    EmployerContactFactory,
    EmployerFactory,
    EmployerNoteFactory,
    EmployerVisitFactory,
    MergeProposalFactory,
    PklPlaceFactory,
)
from tests.harness.example_rows.owners import PHOTO, school_of
from tests.harness.examples import example


@example("employer_page")
def employer(seat, own):
    row = EmployerFactory(verified=True)
    return {"pk": row.pk if own else 0, "slug": row.slug}


@example("employer_logo")
def employer_with_logo(seat, own):
    return {"pk": EmployerFactory(verified=own, logo=PHOTO).pk}


@example("bkk:employer_", "forum:employer_")
def employer_of_register(seat, own):
    """One register for all schools: nobody's employer is foreign."""
    return {"pk": EmployerFactory(added_by_school=seat.school).pk if own else 0}


@example("forum:employer_merge_")
def proposal(seat, own):
    return {"pk": MergeProposalFactory().pk if own else 0}


@example("bkk:agreement_")
def agreement(seat, own):
    return {"pk": AgreementFactory(school=school_of(seat, own)).pk}


@example("perusahaan:agreement_")
def agreement_of_employer(seat, own):
    return {"pk": AgreementFactory(employer=seat.employer if own else EmployerFactory()).pk}


@example("bkk:pkl_")
def pkl_place(seat, own):
    return {"pk": PklPlaceFactory(school=school_of(seat, own)).pk}


@example("bkk:visit_")
def visit(seat, own):
    return {"pk": EmployerVisitFactory(activity__school=school_of(seat, own)).pk}


@example("bkk:note_")
def note(seat, own):
    return {"pk": EmployerNoteFactory(school=school_of(seat, own)).pk}


@example("bkk:contact_")
def contact(seat, own):
    """Shared by all schools."""
    return {"pk": EmployerContactFactory().pk if own else 0}


@example("perusahaan:contact_")
def contact_of_employer(seat, own):
    return {"pk": EmployerContactFactory(employer=seat.employer if own else EmployerFactory()).pk}
