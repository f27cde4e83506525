from bkk_portal.people.models.classifications import Industry, Konsentrasi, Occupation, Skill
from bkk_portal.people.models.person import Person, PersonDocument, PersonSkill
from bkk_portal.people.models.spells import ActivitySpell, Credential

__all__ = [
    "ActivitySpell",
    "Credential",
    "Industry",
    "Konsentrasi",
    "Occupation",
    "Person",
    "PersonDocument",
    "PersonSkill",
    "Skill",
]
