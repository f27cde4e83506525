from placements.employers.models.dealings import EmployerNote, EmployerVisit
from placements.employers.models.merging import EmployerMergeProposal
from placements.employers.models.partnership import PartnershipAgreement, PklPlace
from placements.employers.models.register import (
    Employer,
    EmployerContact,
    EmployerMembership,
    EmployerVerification,
    NameKeyField,
)

__all__ = [
    "Employer",
    "EmployerContact",
    "EmployerMembership",
    "EmployerMergeProposal",
    "EmployerNote",
    "EmployerVerification",
    "EmployerVisit",
    "NameKeyField",
    "PartnershipAgreement",
    "PklPlace",
]
