"""Example rows of schools, alumni, employers, vacancies, matching and applications."""

from placements.alumni.enums import BulkKind
from placements.applications.enums import Sharing
from placements.schools.enums import RequestStatus
from placements.vacancies.sharing.links import picture_digest
from tests.factories.accounts import UserFactory
from tests.factories.alumni import AlumniImportFactory, AlumnusFactory, BulkRunFactory, SavedListFactory
from tests.factories.applications import (
    ApplicationDocumentFactory,
    ApplicationDraftFactory,
    ApplicationFactory,
    ApplicationStatusLogFactory,
    NominationLetterFactory,
)
from tests.factories.employers import EmployerFactory, EmployerMembershipFactory
from tests.factories.matching import VacancyInvitationFactory
from tests.factories.offices import AgencyMembershipFactory
from tests.factories.people import DuplicatePairFactory
from tests.factories.schools import (
    ActivityPhotoFactory,
    DecisionFactory,
    RequestFactory,
    SchoolActivityFactory,
    SchoolFactory,
    SchoolMembershipFactory,
)
from tests.factories.vacancies import SavedSearchFactory, VacancyFactory, VacancyLeadFactory
from tests.harness.example_rows.owners import NUMBERS, PAPER, agency_of, person_of, school_of
from tests.harness.examples import example


def _nominated(seat, own, **fields):
    employer = seat.employer if own else EmployerFactory()
    application = ApplicationFactory(nominated=True, vacancy__employer=employer, **fields)
    ApplicationStatusLogFactory(application=application, to_status="nominated")
    return application


@example("member_end")
def colleague(seat, own):
    if seat.school:
        membership = SchoolMembershipFactory(school=school_of(seat, own))
    elif seat.agency:
        membership = AgencyMembershipFactory(agency=agency_of(seat, own))
    else:
        membership = EmployerMembershipFactory(employer=seat.employer if own else EmployerFactory())
    return {"pk": membership.pk}


@example("school_page")
def school(seat, own):
    return {"npsn": SchoolFactory(smkn1=True).npsn if own else "00000000"}


@example("bkk:activity_")
def activity(seat, own):
    return {"pk": SchoolActivityFactory(school=school_of(seat, own)).pk}


@example("bkk:photo_", "bkk:decision_")
def of_activity(seat, own):
    return {"pk": SchoolActivityFactory(school=school_of(seat, own)).pk}


@example("bkk:photo_file", "bkk:photo_remove")
def activity_photo(seat, own):
    return {"pk": ActivityPhotoFactory(activity__school=school_of(seat, own)).pk}


@example("bkk:decision_finish")
def activity_decision(seat, own):
    return {"pk": DecisionFactory(activity=SchoolActivityFactory(school=school_of(seat, own))).pk}


@example("bkk:registration_request_file")
def own_request(seat, own):
    answered = {"status": RequestStatus.RETURNED, "reason": "Belum lengkap"}  # one school may have several of these
    return {"pk": RequestFactory(school=school_of(seat, own), **answered).pk, "what": "sk"}


@example("dinas:registration_")
def asked_request(seat, own):
    return {"pk": RequestFactory().pk if own else 0}


@example("dinas:registration_request_file")
def asked_paper(seat, own):
    return {"pk": RequestFactory().pk, "what": "sk" if own else "lain"}


@example("forum:photo_file", "forum:photo_remove")
def meeting_photo(seat, own):
    return {"pk": ActivityPhotoFactory(activity=SchoolActivityFactory(of_forum=own)).pk}


@example("forum:decision_finish")
def meeting_decision(seat, own):
    return {"pk": DecisionFactory(activity=SchoolActivityFactory(of_forum=own)).pk}


@example("forum:meeting_", "forum:photo_", "forum:decision_")
def meeting(seat, own):
    row = SchoolActivityFactory(of_forum=True) if own else SchoolActivityFactory()
    return {"pk": row.pk}


@example("dinas:bkk_")
def supervised_school(seat, own):
    return {"pk": SchoolFactory(registration_file=PAPER).pk if own else 0}


@example("vacancy_page")
def vacancy(seat, own):
    row = VacancyFactory()
    return {"pk": row.pk if own else 0, "slug": row.slug}


@example("vacancy_picture")
def vacancy_picture(seat, own):
    row = VacancyFactory()
    return {"pk": row.pk if own else 0, "digest": picture_digest(row)}


@example("vacancy_calendar", "vacancy_report")
def vacancy_itself(seat, own):
    return {"pk": VacancyFactory().pk if own else 0}


@example("school_feed")
def school_feed(seat, own):
    return {"npsn": SchoolFactory().npsn if own else "00000000"}


@example("api:vacancy")
def vacancy_as_json(seat, own):
    return {"pk": VacancyFactory(draft=not own).pk}


@example("saya:apply")
def vacancy_to_apply_for(seat, own):
    return {"pk": VacancyFactory(draft=not own).pk}


@example("saya:application_")
def own_application(seat, own):
    alumnus = seat.alumnus if own and seat.alumnus else AlumnusFactory(person=person_of(seat, own))
    return {"pk": ApplicationFactory(alumnus=alumnus).pk}


@example("saya:invitation_")
def own_invitation(seat, own):
    alumnus = seat.alumnus if own and seat.alumnus else AlumnusFactory(person=person_of(seat, own))
    return {"pk": VacancyInvitationFactory(alumnus=alumnus).pk}


@example("forum:vacancy_")
def vacancy_of_all_schools(seat, own):
    return {"pk": VacancyFactory(draft=not own).pk}


@example("bkk:application_", "bkk:placement_from_application")
def application_of_school(seat, own):
    return {"pk": ApplicationFactory(alumnus__school=school_of(seat, own)).pk}


@example("bkk:alumnus_")
def alumnus_of_school(seat, own):
    return {"pk": AlumnusFactory(school=school_of(seat, own)).pk}


@example("bkk:duplicate_")
def pair_of_alumni(seat, own):
    school = school_of(seat, own)
    first, second = (AlumnusFactory(school=school).person for _ in range(2))
    return {"pk": DuplicatePairFactory(first=first, second=second).pk}


@example("bkk:import_")
def import_of_school(seat, own):
    counts = dict.fromkeys(("new", "changed", "same", "refused", "question", "skipped", "total", "notes"), 0)
    return {"pk": AlumniImportFactory(school=school_of(seat, own), counts=counts | {"unmapped": []}).pk}


@example("bkk:lead_")
def lead_of_school(seat, own):
    return {"pk": VacancyLeadFactory(school=school_of(seat, own)).pk}


@example("bkk:vacancy_")
def vacancy_of_school(seat, own):
    return {"pk": VacancyFactory(school=school_of(seat, own), draft=True).pk}


@example("saya:search_")
def own_search(seat, own):
    return {"pk": SavedSearchFactory(person=person_of(seat, own), query=f"q=kasir{next(NUMBERS)}").pk}


@example("search_feed")
def feed_of_a_search(seat, own):
    return {"token": SavedSearchFactory().token if own else "tidak-ada"}


@example("saya:draft_")
def draft_of_own(seat, own):
    draft = ApplicationDraftFactory(person=person_of(seat, own), vacancy__hidden=not own)
    return {"pk": draft.vacancy_id}


@example("saya:application_file")
def own_file_sent(seat, own):
    alumnus = seat.alumnus if own and seat.alumnus else AlumnusFactory(person=person_of(seat, own))
    return {"pk": ApplicationDocumentFactory(application__alumnus=alumnus).pk}


@example("bkk:application_file")
def file_of_an_applicant(seat, own):
    return {"pk": ApplicationDocumentFactory(application__alumnus__school=school_of(seat, own)).pk}


@example("perusahaan:applicant_file")
def file_of_a_nominee(seat, own):
    sharing = Sharing.DOCUMENTS if own else Sharing.ANSWERS
    return {"pk": ApplicationDocumentFactory(application=_nominated(seat, True, sharing=sharing)).pk}


@example("bkk:letter_", "perusahaan:letter_")
def nomination_letter(seat, own):
    if seat.employer:
        return {"pk": NominationLetterFactory(vacancy__employer=seat.employer if own else EmployerFactory()).pk}
    return {"pk": NominationLetterFactory(school=school_of(seat, own)).pk}


@example("bkk:vacancy_letter")
def vacancy_with_applicants(seat, own):
    """Also of another school, where its own alumni see it."""
    return {"pk": VacancyFactory(draft=not own).pk}


@example("perusahaan:vacancy_")
def vacancy_of_employer(seat, own):
    return {
        "pk": VacancyFactory(employer=seat.employer if own else EmployerFactory(), from_employer=True, draft=True).pk
    }


@example("bkk:vacancy_send_back")
def vacancy_asked_for(seat, own):
    return {"pk": VacancyFactory(school=school_of(seat, own), in_review=True, from_employer=True).pk}


@example("bkk:vacancy_poster")
def vacancy_on_a_poster(seat, own):
    return {"pk": VacancyFactory(school=school_of(seat, own), hidden=not own).pk}


@example("saya:vacancy_")
def vacancy_to_keep(seat, own):
    return {"pk": VacancyFactory(draft=not own).pk}


@example("dinas:vacancy_")
def moderated_vacancy(seat, own):
    return {"pk": VacancyFactory(draft=not own).pk}


@example("bkk:saved_list_")
def own_saved_list(seat, own):
    user = seat.user if own else UserFactory()
    return {"pk": SavedListFactory(user=user, school=school_of(seat, own), query=f"q=kasir{next(NUMBERS)}").pk}


@example("bkk:bulk_")
def bulk_run_of_school(seat, own):
    return {"pk": BulkRunFactory(school=school_of(seat, own)).pk}


@example("bkk:bulk_file")
def file_of_a_bulk_run(seat, own):
    return {"pk": BulkRunFactory(school=school_of(seat, own), kind=BulkKind.SLIPS, file=PAPER).pk}
