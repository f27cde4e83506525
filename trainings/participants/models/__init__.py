from trainings.participants.models.attendance import Attendance
from trainings.participants.models.certificates import Certificate, CompetenceCertificate
from trainings.participants.models.participants import Participant, ParticipantStatusLog, SelectionScore
from trainings.participants.models.proposals import ParticipantUpload, Proposal, ProposedName

__all__ = [
    "Attendance",
    "Certificate",
    "CompetenceCertificate",
    "Participant",
    "ParticipantStatusLog",
    "ParticipantUpload",
    "Proposal",
    "ProposedName",
    "SelectionScore",
]
