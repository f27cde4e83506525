from django.db import models


class TrainingState(models.TextChoices):
    PLANNED = "planned", "Direncanakan"
    OPEN = "open", "Pendaftaran dibuka"
    SELECTING = "selecting", "Seleksi"
    RUNNING = "running", "Berlangsung"
    FINISHED = "finished", "Selesai"
    CANCELLED = "cancelled", "Dibatalkan"


S = TrainingState
TRAINING_TRANSITIONS = {
    S.PLANNED: {S.OPEN, S.RUNNING, S.CANCELLED},
    S.OPEN: {S.SELECTING, S.RUNNING, S.CANCELLED},
    S.SELECTING: {S.RUNNING, S.CANCELLED},
    S.RUNNING: {S.FINISHED, S.CANCELLED},
    S.FINISHED: set(),
    S.CANCELLED: set(),
}
ENROLLING_STATES = (S.PLANNED, S.OPEN, S.SELECTING, S.RUNNING)
