from bkk_portal.people.models.classifications import Industry, Konsentrasi, Occupation, Skill
from bkk_portal.people.models.duplicates import DuplicatePair, PersonMerge
from bkk_portal.people.models.person import Person, PersonDocument, PersonSkill, WishedKind
from bkk_portal.people.models.showing import CvChoice, PortfolioLink
from bkk_portal.people.models.spells import ActivitySpell, Credential

__all__ = [
    "ActivitySpell",
    "Credential",
    "CvChoice",
    "DuplicatePair",
    "Industry",
    "Konsentrasi",
    "Occupation",
    "Person",
    "PersonDocument",
    "PersonMerge",
    "PersonSkill",
    "PortfolioLink",
    "Skill",
    "WishedKind",
]
