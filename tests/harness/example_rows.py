"""The example rows of every room, for tests/test_matrix.py (see examples.py)."""

import itertools

from allauth.mfa.models import Authenticator
from django.core.files.base import ContentFile
from django.utils import timezone

from bkk_portal.kit import nik_vault
from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.letters import SIGNER
from placements.applications.enums import Sharing
from placements.vacancies.sharing import picture_digest
from tests.factories.accounts import InvitationFactory, UserFactory
from tests.factories.alumni import AlumniImportFactory, AlumnusFactory
from tests.factories.applications import (
    ApplicationDocumentFactory,
    ApplicationDraftFactory,
    ApplicationFactory,
    ApplicationStatusLogFactory,
)
from tests.factories.base import PIXEL
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.employers import EmployerFactory, EmployerMembershipFactory
from tests.factories.equipment import (
    ContractFactory,
    ContractPaperFactory,
    HandoverFactory,
    HandoverLineFactory,
    ItemFactory,
    KitFactory,
    LocationFactory,
    LotFactory,
    StocktakeFactory,
    WriteOffFactory,
)
from tests.factories.insights import LabourFigureFactory
from tests.factories.matching import VacancyInvitationFactory
from tests.factories.monitoring import VisitFactory
from tests.factories.notifications import NotificationFactory
from tests.factories.offices import AgencyFactory, AgencyMembershipFactory
from tests.factories.participants import (
    CertificateFactory,
    CompetenceFactory,
    ParticipantFactory,
    ProposalFactory,
    ProposedNameFactory,
    UploadFactory,
)
from tests.factories.people import (
    CredentialFactory,
    PersonDocumentFactory,
    PersonFactory,
    PortfolioLinkFactory,
    SpellFactory,
)
from tests.factories.programmes import (
    BudgetFactory,
    JournalPhotoFactory,
    ProgrammeFactory,
    SessionFactory,
    TrainingFactory,
)
from tests.factories.regions import VillageFactory
from tests.factories.schools import (
    ActivityPhotoFactory,
    DecisionFactory,
    RequestFactory,
    SchoolActivityFactory,
    SchoolFactory,
    SchoolMembershipFactory,
)
from tests.factories.vacancies import SavedSearchFactory, VacancyFactory, VacancyLeadFactory
from tests.harness import example_rows_outcomes  # noqa: F401  (registers its own)
from tests.harness.examples import example

NUMBERS = itertools.count()
PAPER = ContentFile(b"%PDF-1.7", "surat.pdf")
PHOTO = ContentFile(PIXEL, "foto.png")


def agency_of(seat, own):
    return seat.agency if own else AgencyFactory(other=seat.agency.supervises_bkk)


def school_of(seat, own):
    return seat.school if own else SchoolFactory()


def person_of(seat, own):
    return seat.person if own else PersonFactory()


# accounts, people, documents, notifications


@example("invitation_accept")
def invitation_link(seat, own):
    token = f"undangan-matriks-{next(NUMBERS)}"
    if own:
        InvitationFactory(token=token)
    return {"token": token}


@example("account_reset_password_from_key")
def reset_link(seat, own):
    return {"uidb36": "1", "key": "kedaluwarsa"} if own else None


@example("member_end")
def colleague(seat, own):
    if seat.school:
        membership = SchoolMembershipFactory(school=school_of(seat, own))
    elif seat.agency:
        membership = AgencyMembershipFactory(agency=agency_of(seat, own))
    else:
        membership = EmployerMembershipFactory(employer=seat.employer if own else EmployerFactory())
    return {"pk": membership.pk}


@example("invitation_revoke")
def invitation(seat, own):
    if seat.actor.is_superuser and not own:
        return None
    return {"pk": InvitationFactory(invited_by=seat.user if own else UserFactory()).pk}


@example("mfa_edit_webauthn", "mfa_remove_webauthn")
def security_key(seat, own):
    user = seat.user if own else UserFactory()
    data = {"name": "Kunci", "credential": {}}
    return {"pk": Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data).pk}


@example("reveal_nik", "password_link")
def person_with_nik(seat, own):
    person = PersonFactory(with_nik=True)
    if seat.school:
        AlumnusFactory(person=person, school=school_of(seat, own))
    else:
        ParticipantFactory(person=person, training__programme__agency=agency_of(seat, own))
    return None if seat.actor.is_agency_head and not own else {"pk": person.pk}


@example("saya:document")
def own_file(seat, own):
    return {"pk": PersonDocumentFactory(person=person_of(seat, own)).pk}


@example("saya:certificate_")
def own_certificate(seat, own):
    person = person_of(seat, own)
    return {"pk": CredentialFactory(own=True, person=person, file=ContentFile(b"%PDF-1.7", "kursus.pdf")).pk}


@example("saya:spell_")
def own_spell(seat, own):
    return {"pk": SpellFactory(person=person_of(seat, own)).pk}


@example("saya:link_")
def own_link(seat, own):
    return {"pk": PortfolioLinkFactory(person=person_of(seat, own)).pk}


@example("saya:cv_page")
def cv_page(seat, own):
    return {"number": 1 if own else 9}


@example("saya:consent")
def purpose(seat, own):
    return {"purpose": "tracer"} if own else None


@example("verify_document")
def document_code(seat, own):
    return {"code": IssuedDocumentFactory().code if own else "AAAAAAAAAAAA"}


@example("document_download")
def document_of_issuer(seat, own):
    if seat.actor.is_superuser and not own:
        return None
    person, issuer = PersonFactory(), "agency:0"
    if own and seat.person:
        person = seat.person
    elif own and (seat.agency or seat.school):
        issuer = f"agency:{seat.agency.pk}" if seat.agency else f"school:{seat.school.pk}"
    return {"code": IssuedDocumentFactory(issuer_key=issuer, person=person).code}


@example("notification_open")
def notification(seat, own):
    return {"pk": NotificationFactory(user=seat.user if own else UserFactory(), url="/akun/").pk}


# placements


@example("employer_page")
def employer(seat, own):
    row = EmployerFactory(verified=True)
    return {"pk": row.pk if own else 0, "slug": row.slug}


@example("bkk:employer_")
def employer_of_register(seat, own):
    """One register for all schools: nobody's employer is foreign."""
    return {"pk": EmployerFactory(added_by_school=seat.school).pk if own else 0}


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


@example("bkk:plan_edit")
def plan_year(seat, own):
    return {"year": timezone.localdate().year if own else 1990}


@example("bkk:registration_request_file")
def own_request(seat, own):
    return {"pk": RequestFactory(school=school_of(seat, own)).pk, "what": "sk"}


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


@example("sitemap_part")
def sitemap_part(seat, own):
    return {"name": "schools", "part": 0 if own else 1}


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


# trainings


@example("training_page")
def training(seat, own):
    row = TrainingFactory(planned=not own)
    return {"pk": row.pk, "slug": row.slug}


@example("dinas:training_page", "dinas:training_schedule", "dinas:training_results")
def training_to_read(seat, own):
    return _unless_head(seat, own, TrainingFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:training_", "dinas:day_")
def training_of_agency(seat, own):
    return {"pk": TrainingFactory(programme__agency=agency_of(seat, own)).pk}


@example("dinas:programme_")
def programme(seat, own):
    return {"pk": ProgrammeFactory(agency=agency_of(seat, own)).pk}


@example("dinas:programme_page")
def programme_to_read(seat, own):
    return _unless_head(seat, own, ProgrammeFactory(agency=agency_of(seat, own)).pk)


@example("dinas:budget_edit")
def budget(seat, own):
    return {"pk": BudgetFactory(agency=agency_of(seat, own)).pk}


@example("dinas:budget_page")
def budget_to_read(seat, own):
    return _unless_head(seat, own, BudgetFactory(agency=agency_of(seat, own)).pk)


@example("dinas:training_journal")
def journal_to_read(seat, own):
    return _unless_head(seat, own, TrainingFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:journal_day")
def day_with_journal(seat, own):
    return _unless_head(seat, own, SessionFactory(training__programme__agency=agency_of(seat, own)).pk)


@example("dinas:journal_photo")
def photo_of_journal(seat, own):
    agency = agency_of(seat, own)
    return _unless_head(seat, own, JournalPhotoFactory(entry__session__training__programme__agency=agency).pk)


@example("dinas:journal_photo_remove")
def photo_to_remove(seat, own):
    agency = agency_of(seat, own)
    return {"pk": JournalPhotoFactory(entry__session__training__programme__agency=agency).pk}


# insights


@example("village_page")
def village(seat, own):
    return {"code": VillageFactory().code if own else "00.00.00.0000"}


@example("open_data_file")
def table(seat, own):
    return {"slug": "angkatan-kerja" if own else "tidak-ada"}


@example("dinas:labour_edit")
def labour_figure(seat, own):
    return {"pk": LabourFigureFactory().pk if own else 0}


# what the desks work on


@example("bkk:alumnus_")
def alumnus_of_school(seat, own):
    return {"pk": AlumnusFactory(school=school_of(seat, own)).pk}


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


@example("unsubscribe")
def link_to_unsubscribe(seat, own):
    token = SIGNER.sign(f"{UserFactory().pk}.{Topic.ALERT}").replace(":", "~")
    return {"token": token if own else "palsu"}


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


@example("perusahaan:applicant_page")
def nominee(seat, own):
    return {"pk": _nominated(seat, own).pk}


@example("perusahaan:applicant_file")
def file_of_a_nominee(seat, own):
    sharing = Sharing.DOCUMENTS if own else Sharing.ANSWERS
    return {"pk": ApplicationDocumentFactory(application=_nominated(seat, True, sharing=sharing)).pk}


def _nominated(seat, own, **fields):
    employer = seat.employer if own else EmployerFactory()
    application = ApplicationFactory(nominated=True, vacancy__employer=employer, **fields)
    ApplicationStatusLogFactory(application=application, to_status="nominated")
    return application


@example("saya:vacancy_")
def vacancy_to_keep(seat, own):
    return {"pk": VacancyFactory(draft=not own).pk}


@example("dinas:vacancy_")
def moderated_vacancy(seat, own):
    return {"pk": VacancyFactory(draft=not own).pk}


@example("training_register")
def training_to_register_for(seat, own):
    return {"pk": TrainingFactory(planned=not own).pk}


@example("saya:participation_withdraw")
def own_participation(seat, own):
    return {"pk": ParticipantFactory(person=person_of(seat, own)).pk}


@example("dinas:training_selection", "dinas:selection_ranking")
def applicants_to_read(seat, own):
    return _unless_head(seat, own, TrainingFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:selection_decide")
def applicants_to_decide(seat, own):
    return {"pk": TrainingFactory(programme__agency=agency_of(seat, own)).pk}


@example("dinas:proposal_")
def proposal_of_agency(seat, own):
    return {"pk": ProposalFactory(programme__agency=agency_of(seat, own)).pk}


@example("dinas:proposal_page", "dinas:proposal_letter")
def proposal_to_read(seat, own):
    return _unless_head(seat, own, ProposalFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:proposed_name_refuse")
def name_of_proposal(seat, own):
    return {"pk": ProposedNameFactory(proposal__programme__agency=agency_of(seat, own)).pk}


@example("dinas:upload_")
def list_on_its_way(seat, own):
    sealed = ContentFile(nik_vault.seal(b"[]"), "daftar.segel")
    return {"pk": UploadFactory(training__programme__agency=agency_of(seat, own), rows=sealed).pk}


@example("dinas:competence_add")
def who_earned_a_certificate(seat, own):
    return {"pk": ParticipantFactory(training__programme__agency=agency_of(seat, own)).pk}


@example("dinas:competence_withdraw")
def certificate_of_another_body(seat, own):
    return {"pk": CompetenceFactory(participant__training__programme__agency=agency_of(seat, own)).pk}


@example("dinas:competence_file")
def file_of_another_body(seat, own):
    agency = agency_of(seat, own)
    row = CompetenceFactory(participant__training__programme__agency=agency, file=PAPER)
    return _unless_head(seat, own, row.pk)


@example("dinas:participation", "dinas:participant_status", "dinas:participant_override")
def participant_of_agency(seat, own):
    return _unless_head(seat, own, ParticipantFactory(training__programme__agency=agency_of(seat, own)).pk)


@example("dinas:participant_", "dinas:attendance_overview", "dinas:attendance_recap", "dinas:certificates")
def class_of_agency(seat, own):
    return _unless_head(seat, own, TrainingFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:attendance")
def day_of_agency(seat, own):
    return _unless_head(seat, own, SessionFactory(training__programme__agency=agency_of(seat, own)).pk)


@example("dinas:certificate_class")
def certified_class(seat, own):
    agency = agency_of(seat, own)
    certificate = CertificateFactory(participant__passed=True, participant__training__programme__agency=agency)
    return _unless_head(seat, own, certificate.participant.training_id)


@example("dinas:certificate_revoke")
def certificate_of_agency(seat, own):
    agency = agency_of(seat, own)
    return {"pk": CertificateFactory(participant__passed=True, participant__training__programme__agency=agency).pk}


@example("dinas:item_edit")
def item_of_agency(seat, own):
    return {"pk": ItemFactory(agency=agency_of(seat, own)).pk}


@example("dinas:item_page", "dinas:item_photo")
def item_to_look_at(seat, own):
    return _unless_head(seat, own, ItemFactory(agency=agency_of(seat, own), photo=PHOTO).pk)


@example("dinas:kit_")
def kit_of_agency(seat, own):
    return {"pk": KitFactory(programme__agency=agency_of(seat, own)).pk}


@example("dinas:stock_write_off", "dinas:stock_transfer", "dinas:stock_to_supplier")
def lot_of_agency(seat, own):
    return {"pk": LotFactory(received=5, item__agency=agency_of(seat, own)).pk}


@example("dinas:lot_page")
def lot_to_look_at(seat, own):
    return _unless_head(seat, own, lot_of_agency(seat, own)["pk"])


@example("dinas:location_edit")
def store_of_agency(seat, own):
    return {"pk": LocationFactory(agency=agency_of(seat, own)).pk}


@example("dinas:write_off_approve", "dinas:write_off_refuse")
def write_off_of_agency(seat, own):
    return {"pk": WriteOffFactory(lot__item__agency=agency_of(seat, own)).pk}


@example("dinas:write_off_page", "dinas:write_off_file")
def write_off_to_look_at(seat, own):
    return _unless_head(seat, own, write_off_of_agency(seat, own)["pk"])


@example("dinas:stocktake_book", "dinas:stocktake_drop")
def stocktake_of_agency(seat, own):
    return {"pk": StocktakeFactory(location__agency=agency_of(seat, own)).pk}


@example("dinas:stocktake_page", "dinas:stocktake_print")
def stocktake_to_look_at(seat, own):
    return _unless_head(seat, own, stocktake_of_agency(seat, own)["pk"])


@example("dinas:reservation_", "dinas:handover_sheets")
def class_to_supply(seat, own):
    agency = agency_of(seat, own)
    participant = ParticipantFactory(passed=True, training__programme__agency=agency)
    KitFactory(programme=participant.training.programme)
    return {"training_pk": participant.training_id}


@example("dinas:handover_class")
def class_to_hand_over_to(seat, own):
    row = _unless_head(seat, own, class_to_supply(seat, own)["training_pk"])
    return row and {"training_pk": row["pk"]}


@example("dinas:handover_take_back")
def line_of_agency(seat, own):
    handover = HandoverFactory(participant__training__programme__agency=agency_of(seat, own))
    return {"pk": HandoverLineFactory(handover=handover).pk}


@example("saya:handover_answer")
def own_kit(seat, own):
    return {"pk": HandoverFactory(participant__person=person_of(seat, own)).pk}


@example("dinas:contract_edit", "dinas:contract_explain", "dinas:contract_paper_add")
def contract_to_change(seat, own):
    return {"pk": ContractFactory(agency=agency_of(seat, own)).pk}


@example("dinas:contract_paper_remove")
def paper_of_agency(seat, own):
    return {"pk": ContractPaperFactory(contract__agency=agency_of(seat, own)).pk}


@example("dinas:contract_paper")
def paper_to_look_at(seat, own):
    return _unless_head(seat, own, paper_of_agency(seat, own)["pk"])


@example("dinas:handover_create")
def recipient_of_agency(seat, own):
    participant = ParticipantFactory(passed=True, training__programme__agency=agency_of(seat, own))
    return {"participant_pk": participant.pk}


@example("dinas:handover_")
def handover_of_agency(seat, own):
    agency = agency_of(seat, own)
    return _unless_head(seat, own, HandoverFactory(participant__training__programme__agency=agency).pk)


@example("dinas:handover_file")
def photo_of_handover(seat, own):
    row = handover_of_agency(seat, own)
    return row and row | {"kind": "foto"}


@example("dinas:contract_")
def contract_of_agency(seat, own):
    return _unless_head(seat, own, ContractFactory(agency=agency_of(seat, own), file=PAPER).pk)


@example("dinas:visit_")
def visit_of_agency(seat, own):
    training = {"handover__participant__training__programme__agency": agency_of(seat, own)}
    return _unless_head(seat, own, VisitFactory(photo=PHOTO, **training).pk)


def _unless_head(seat, own, pk):
    """A head reads every office's rows: nothing is foreign."""
    return None if seat.actor.is_agency_head and not own else {"pk": pk}
