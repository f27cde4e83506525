"""Fields that several rooms ask of a person, a vacancy or a placement."""

from bkk_portal.kit.choices import GroupedChoiceField
from bkk_portal.people.models import Occupation

KBJI = 2014  # the edition that ../data holds


def occupation_field():
    """KBJI's occupations of four digits, under the titles of their groups."""
    occupations = Occupation.objects.filter(edition=KBJI)
    groups = dict(occupations.filter(code__regex=r"^[0-9]{3}$").order_by().values_list("code", "title"))
    return GroupedChoiceField(
        occupations.filter(code__regex=r"^[0-9]{4}$").order_by("parent_code", "code"),
        group=lambda row: groups.get(row.parent_code, row.parent_code),
        label_from=lambda row: row.title,
        label="Golongan jabatan (KBJI)",
        required=False,
        empty_label="Belum dipilih",
    )
