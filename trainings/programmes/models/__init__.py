from trainings.programmes.models.budgets import Budget
from trainings.programmes.models.instructors import Instructor
from trainings.programmes.models.journal import JournalEntry, JournalPhoto
from trainings.programmes.models.programmes import (
    CompetenceUnit,
    EligibilityRule,
    PriorityGroup,
    SelectionCriterion,
    TrainingProgramme,
)
from trainings.programmes.models.trainings import Training, TrainingSession

__all__ = [
    "Budget",
    "CompetenceUnit",
    "EligibilityRule",
    "Instructor",
    "JournalEntry",
    "JournalPhoto",
    "PriorityGroup",
    "SelectionCriterion",
    "Training",
    "TrainingProgramme",
    "TrainingSession",
]
