"""Example rows of monitoring and of usaha binaan."""

from tests.factories.businesses import BusinessFactory, BusinessPhotoFactory
from tests.factories.equipment import HandoverFactory
from tests.factories.monitoring import (
    FindingFactory,
    HelpFactory,
    SelfReportFactory,
    TourFactory,
    UseReportFactory,
    VisitFactory,
)
from tests.factories.participants import ParticipantFactory
from tests.harness.example_rows.owners import PAPER, PHOTO, agency_of, person_of
from tests.harness.examples import example


def _unless_head(seat, own, pk):
    """A head reads every office's rows: nothing is foreign."""
    return None if seat.actor.is_agency_head and not own else {"pk": pk}


@example("dinas:visit_")
def visit_of_agency(seat, own):
    training = {"handover__participant__training__programme__agency": agency_of(seat, own)}
    return _unless_head(seat, own, VisitFactory(photo=PHOTO, **training).pk)


def _handed_by(seat, own):
    return {"handover__participant__training__programme__agency": agency_of(seat, own)}


def _taught_by(seat, own):
    return {"participant__training__programme__agency": agency_of(seat, own)}


@example("dinas:recipient_")
def recipient_to_act_on(seat, own):
    agency = agency_of(seat, own)
    return {"pk": HandoverFactory(participant__training__programme__agency=agency).pk}


@example("dinas:recipient_page")
def recipient_to_look_at(seat, own):
    return _unless_head(seat, own, recipient_to_act_on(seat, own)["pk"])


@example("dinas:visit_attempt")
def visit_to_note(seat, own):
    return {"pk": VisitFactory(**_handed_by(seat, own)).pk}


@example("dinas:finding_resolve")
def finding_of_agency(seat, own):
    return {"pk": FindingFactory(**_handed_by(seat, own)).pk}


@example("dinas:lpj_")
def report_of_agency(seat, own):
    return {"pk": UseReportFactory(sent=True, **_handed_by(seat, own)).pk}


@example("dinas:lpj_file")
def report_to_read(seat, own):
    return _unless_head(seat, own, report_of_agency(seat, own)["pk"])


@example("dinas:help_page")
def request_of_agency(seat, own):
    return _unless_head(seat, own, HelpFactory(**_taught_by(seat, own)).pk)


@example("dinas:own_word_photo")
def photo_of_participant(seat, own):
    return _unless_head(seat, own, SelfReportFactory(photo=PHOTO, **_taught_by(seat, own)).pk)


@example("saya:participation", "saya:own_report", "saya:help_ask", "saya:business")
def own_course(seat, own):
    return {"pk": ParticipantFactory(passed=True, person=person_of(seat, own)).pk}


@example("saya:participation_withdraw")
def own_registration(seat, own):
    return {"pk": ParticipantFactory(person=person_of(seat, own)).pk}


@example("saya:report_")
def own_account_of_use(seat, own):
    return {"pk": UseReportFactory(sent=True, handover__participant__person=person_of(seat, own)).pk}


@example("saya:own_photo")
def own_picture(seat, own):
    return {"pk": SelfReportFactory(photo=PHOTO, participant__person=person_of(seat, own)).pk}


@example("saya:business_withdraw", "saya:business_photo_add")
def own_business(seat, own):
    return {"pk": BusinessFactory(participant__person=person_of(seat, own)).pk}


@example("saya:business_photo", "saya:business_photo_remove")
def own_business_photo(seat, own):
    return {"pk": BusinessPhotoFactory(business__participant__person=person_of(seat, own)).pk}


@example("dinas:business_")
def business_of_agency(seat, own):
    return {"pk": BusinessFactory(**_taught_by(seat, own)).pk}


@example("dinas:business_check", "dinas:business_paper")
def business_to_look_at(seat, own):
    return _unless_head(seat, own, BusinessFactory(consent_paper=PAPER, **_taught_by(seat, own)).pk)


@example("dinas:business_photo")
def business_photo_to_look_at(seat, own):
    agency = agency_of(seat, own)
    row = BusinessPhotoFactory(business__participant__training__programme__agency=agency)
    return _unless_head(seat, own, row.pk)


@example("dinas:business_photo_add")
def business_to_picture(seat, own):
    return business_of_agency(seat, own)


@example("dinas:business_record")
def owner_without_account(seat, own):
    return {"pk": ParticipantFactory(passed=True, training__programme__agency=agency_of(seat, own)).pk}


@example("business_page")
def shown_business(seat, own):
    row = BusinessFactory(published=True) if own else BusinessFactory(withdrawn=True)
    return {"pk": row.pk, "slug": row.slug}


@example("business_photo")
def shown_photo(seat, own):
    return {"pk": BusinessPhotoFactory(checked=own, business__published=True).pk}


@example("dinas:tour_page")
def tour_to_look_at(seat, own):
    return _unless_head(seat, own, TourFactory(agency=agency_of(seat, own)).pk)


@example("dinas:tour_drop")
def tour_of_agency(seat, own):
    return {"pk": TourFactory(agency=agency_of(seat, own)).pk}
