from bkk_portal.kit import registry
from trainings.reports.actions import drop_old_packs


def register() -> None:
    registry.chores.register("audit packs", drop_old_packs)
