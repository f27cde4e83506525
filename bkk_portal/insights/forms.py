from django import forms

from bkk_portal.insights.models import LabourFigure
from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.regions.reference import KUPANG


class LabourFigureForm(EditForm):
    regency = KUPANG

    class Meta:
        model = LabourFigure
        fields = ["year", "indicator", "sex", "value", "source"]
        help_texts = {"source": "Sebut terbitan, tanggal dan halaman atau alamatnya."}
        widgets = {"source": forms.Textarea(attrs={"rows": 2})}

    def clean_year(self):
        year = self.cleaned_data["year"]
        if not 1990 <= year <= 2100:
            raise forms.ValidationError("Tahun harus antara 1990 dan 2100.")
        return year

    def _get_validation_exclusions(self):
        """The regency is fixed, and part of the rule that a figure stands only once."""
        return super()._get_validation_exclusions() - {"regency"}

    def _post_clean(self):
        self.instance.regency_id = self.regency
        super()._post_clean()
