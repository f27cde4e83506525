from tests.factories.audits import PackFactory
from tests.factories.equipment import ContractFactory
from tests.factories.programmes import TrainingFactory
from tests.harness.example_rows.owners import agency_of, unless_head
from tests.harness.examples import example


@example("dinas:pack_page", "dinas:pack_progress", "dinas:pack_file")
def pack_of_agency(seat, own):
    return unless_head(seat, own, PackFactory(training__programme__agency=agency_of(seat, own)).pk)


@example("training_days")
def training_with_days(seat, own):
    return {"pk": TrainingFactory(planned=not own).pk}


@example("dinas:pack_of_training")
def training_to_audit(seat, own):
    return unless_head(seat, own, TrainingFactory(programme__agency=agency_of(seat, own)).pk)


@example("dinas:pack_of_contract")
def contract_to_audit(seat, own):
    return unless_head(seat, own, ContractFactory(agency=agency_of(seat, own)).pk)
