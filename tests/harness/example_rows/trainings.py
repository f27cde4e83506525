"""Example rows of trainings, participants, equipment and monitoring."""

from django.core.files.base import ContentFile

from bkk_portal.kit import nik_vault
from tests.factories.alumni import AlumnusFactory
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
from tests.factories.participants import (
    CertificateFactory,
    CompetenceFactory,
    ParticipantFactory,
    ProposalFactory,
    ProposedNameFactory,
    UploadFactory,
)
from tests.factories.people import (
    PersonFactory,
)
from tests.factories.programmes import (
    BudgetFactory,
    InstructorFactory,
    JournalPhotoFactory,
    ProgrammeFactory,
    SessionFactory,
    TrainingFactory,
)
from tests.harness.example_rows.owners import NUMBERS, PAPER, PHOTO, agency_of, person_of, school_of, unless_head
from tests.harness.examples import example


@example("reveal_nik", "password_link")
def person_with_nik(seat, own):
    person = PersonFactory(with_nik=True)
    if seat.school:
        AlumnusFactory(person=person, school=school_of(seat, own))
    else:
        ParticipantFactory(person=person, training__programme__agency=agency_of(seat, own))
    return None if seat.actor.is_agency_head and not own else {"pk": person.pk}


@example("training_page")
def training(seat, own):
    row = TrainingFactory(planned=not own)
    return {"pk": row.pk, "slug": row.slug}


@example("dinas:training_page", "dinas:training_schedule", "dinas:training_results")
def training_to_read(seat, own):
    return unless_head(seat, own, TrainingFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:training_", "dinas:day_")
def training_of_agency(seat, own):
    return {"pk": TrainingFactory(programme__agency=agency_of(seat, own)).pk}


@example("dinas:programme_")
def programme(seat, own):
    return {"pk": ProgrammeFactory(agency=agency_of(seat, own)).pk}


@example("dinas:programme_page")
def programme_to_read(seat, own):
    return unless_head(seat, own, ProgrammeFactory(agency=agency_of(seat, own)).pk)


@example("dinas:budget_edit")
def budget(seat, own):
    return {"pk": BudgetFactory(agency=agency_of(seat, own)).pk}


@example("dinas:budget_page")
def budget_to_read(seat, own):
    return unless_head(seat, own, BudgetFactory(agency=agency_of(seat, own)).pk)


@example("dinas:instructor_edit")
def instructor(seat, own):
    return {"pk": InstructorFactory(agency=agency_of(seat, own)).pk}


@example("dinas:instructor_page")
def instructor_to_read(seat, own):
    return unless_head(seat, own, InstructorFactory(agency=agency_of(seat, own)).pk)


@example("dinas:training_journal")
def journal_to_read(seat, own):
    return unless_head(seat, own, TrainingFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:journal_day")
def day_with_journal(seat, own):
    return unless_head(seat, own, SessionFactory(training__programme__agency=agency_of(seat, own)).pk)


@example("dinas:journal_photo")
def photo_of_journal(seat, own):
    agency = agency_of(seat, own)
    return unless_head(seat, own, JournalPhotoFactory(entry__session__training__programme__agency=agency).pk)


@example("dinas:journal_photo_remove")
def photo_to_remove(seat, own):
    agency = agency_of(seat, own)
    return {"pk": JournalPhotoFactory(entry__session__training__programme__agency=agency).pk}


@example("training_register")
def training_to_register_for(seat, own):
    return {"pk": TrainingFactory(planned=not own).pk}


@example("dinas:training_selection", "dinas:selection_ranking")
def applicants_to_read(seat, own):
    return unless_head(seat, own, TrainingFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:selection_decide")
def applicants_to_decide(seat, own):
    return {"pk": TrainingFactory(programme__agency=agency_of(seat, own)).pk}


@example("dinas:proposal_")
def proposal_of_agency(seat, own):
    return {"pk": ProposalFactory(programme__agency=agency_of(seat, own)).pk}


@example("dinas:proposal_page", "dinas:proposal_letter")
def proposal_to_read(seat, own):
    return unless_head(seat, own, ProposalFactory(programme__agency=agency_of(seat, own)).pk)


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
    return unless_head(seat, own, row.pk)


@example("dinas:participation", "dinas:participant_status", "dinas:participant_override")
def participant_of_agency(seat, own):
    return unless_head(seat, own, ParticipantFactory(training__programme__agency=agency_of(seat, own)).pk)


@example("dinas:participant_", "dinas:attendance_overview", "dinas:attendance_recap", "dinas:certificates")
def class_of_agency(seat, own):
    return unless_head(seat, own, TrainingFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:attendance")
def day_of_agency(seat, own):
    return unless_head(seat, own, SessionFactory(training__programme__agency=agency_of(seat, own)).pk)


@example("dinas:certificate_class")
def certified_class(seat, own):
    agency = agency_of(seat, own)
    certificate = CertificateFactory(participant__passed=True, participant__training__programme__agency=agency)
    return unless_head(seat, own, certificate.participant.training_id)


@example("dinas:certificate_revoke")
def certificate_of_agency(seat, own):
    agency = agency_of(seat, own)
    return {"pk": CertificateFactory(participant__passed=True, participant__training__programme__agency=agency).pk}


@example("dinas:item_edit")
def item_of_agency(seat, own):
    return {"pk": ItemFactory(agency=agency_of(seat, own)).pk}


@example("dinas:item_page", "dinas:item_photo")
def item_to_look_at(seat, own):
    return unless_head(seat, own, ItemFactory(agency=agency_of(seat, own), photo=PHOTO).pk)


@example("dinas:kit_")
def kit_of_agency(seat, own):
    return {"pk": KitFactory(programme__agency=agency_of(seat, own)).pk}


@example("dinas:stock_write_off", "dinas:stock_transfer", "dinas:stock_to_supplier")
def lot_of_agency(seat, own):
    return {"pk": LotFactory(received=5, item__agency=agency_of(seat, own)).pk}


@example("dinas:lot_page")
def lot_to_look_at(seat, own):
    return unless_head(seat, own, lot_of_agency(seat, own)["pk"])


@example("dinas:location_edit")
def store_of_agency(seat, own):
    return {"pk": LocationFactory(agency=agency_of(seat, own)).pk}


@example("dinas:write_off_approve", "dinas:write_off_refuse")
def write_off_of_agency(seat, own):
    return {"pk": WriteOffFactory(lot__item__agency=agency_of(seat, own)).pk}


@example("dinas:stocktake_book", "dinas:stocktake_drop")
def stocktake_of_agency(seat, own):
    return {"pk": StocktakeFactory(location__agency=agency_of(seat, own), location__name=f"Gudang {next(NUMBERS)}").pk}


@example("dinas:stocktake_page", "dinas:stocktake_print")
def stocktake_to_look_at(seat, own):
    return unless_head(seat, own, stocktake_of_agency(seat, own)["pk"])


@example("dinas:reservation_", "dinas:handover_sheets")
def class_to_supply(seat, own):
    agency = agency_of(seat, own)
    participant = ParticipantFactory(passed=True, training__programme__agency=agency)
    KitFactory(programme=participant.training.programme)
    return {"training_pk": participant.training_id}


@example("dinas:handover_class")
def class_to_hand_over_to(seat, own):
    row = unless_head(seat, own, class_to_supply(seat, own)["training_pk"])
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
    return unless_head(seat, own, paper_of_agency(seat, own)["pk"])


@example("dinas:handover_create")
def recipient_of_agency(seat, own):
    participant = ParticipantFactory(passed=True, training__programme__agency=agency_of(seat, own))
    return {"participant_pk": participant.pk}


@example("dinas:handover_")
def handover_of_agency(seat, own):
    agency = agency_of(seat, own)
    return unless_head(seat, own, HandoverFactory(participant__training__programme__agency=agency).pk)


@example("dinas:handover_file")
def photo_of_handover(seat, own):
    row = handover_of_agency(seat, own)
    return row and row | {"kind": "foto"}


@example("dinas:contract_")
def contract_of_agency(seat, own):
    return unless_head(seat, own, ContractFactory(agency=agency_of(seat, own), file=PAPER).pk)


@example("dinas:write_off_page", "dinas:write_off_file")
def write_off_to_look_at(seat, own):
    return unless_head(seat, own, write_off_of_agency(seat, own)["pk"])
