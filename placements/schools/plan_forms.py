"""The placement plan of a year: a number for each thing in each quarter."""

from django import forms

from bkk_portal.kit.editing import EditForm
from bkk_portal.kit.formatting import ROMAN
from placements.schools.enums import PlanItem
from placements.schools.models import QUARTERS, PlacementPlan

MOST = 100_000


def _name(item, quarter):
    return f"{item}_{quarter}"


class PlanForm(EditForm):
    class Meta:
        model = PlacementPlan
        fields = ["notes"]
        widgets = {"notes": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for item in PlanItem:
            for quarter in QUARTERS:
                self.fields[_name(item, quarter)] = _number(f"{item.label}, triwulan {ROMAN[quarter]}")
        if self.instance.pk:
            kept = self.instance.targets.all()
            self.initial |= {_name(target.item, target.quarter): target.target for target in kept}

    def rows(self):
        """[(label, [("IV", bound field) of each quarter])] for the table."""
        return [(item.label, [(ROMAN[one], self[_name(item, one)]) for one in QUARTERS]) for item in PlanItem]

    @property
    def targets(self):
        """{(item, quarter): number} of a valid form."""
        cells = {
            (str(item), quarter): self.cleaned_data[_name(item, quarter)] for item in PlanItem for quarter in QUARTERS
        }
        return {cell: number for cell, number in cells.items() if number is not None}


def _number(label):
    widget = forms.NumberInput(attrs={"inputmode": "numeric", "aria-label": label, "class": "form-control"})
    return forms.IntegerField(label=label, required=False, min_value=0, max_value=MOST, widget=widget)
