from crispy_forms.layout import Column, Row
from django import forms

from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.web.files import MEGABYTE, check_pdf_or_image
from bkk_portal.regions.forms import village_field
from trainings.participants.proposals.models import Proposal
from trainings.participants.queries import enrolling_for
from trainings.programmes.forms import layout_helper
from trainings.programmes.models import Training

LETTER = {"accept": "application/pdf,image/*", "data-shrink": "2000"}
LIST_BYTES = 5 * MEGABYTE


class ProposalForm(EditForm):
    village = village_field(label="Dari kelurahan")
    letter_date = IndonesianDateField(label="Tanggal surat")

    class Meta:
        model = Proposal
        fields = ["village", "programme", "letter_number", "letter_date", "letter_file", "note"]
        widgets = {"letter_file": forms.FileInput(LETTER)}
        help_texts = {"letter_file": "Pindaian atau foto suratnya: PDF, JPG, PNG, atau WebP, paling besar 10 MB."}

    helper = layout_helper(
        Row(Column("village"), Column("programme")),
        Row(Column("letter_number"), Column("letter_date")),
        "letter_file",
        "note",
    )

    def __init__(self, *args, agency_id, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.agency_id = self.instance.agency_id or agency_id
        programmes = self.fields["programme"].queryset
        self.fields["programme"].queryset = programmes.filter(agency_id=agency_id)
        self.fields["programme"].empty_label = "Pilih program"
        if self.instance.pk:
            self.fields["letter_file"].required = False

    def clean_letter_file(self):
        return checked_upload(self, "letter_file", check_pdf_or_image)

    def clean(self):
        cleaned = super().clean()
        twins = Proposal.objects.filter(
            agency_id=self.instance.agency_id,
            village=cleaned.get("village"),
            letter_number=cleaned.get("letter_number"),
        )
        if twins.exclude(pk=self.instance.pk).exists():
            self.add_error("letter_number", "Surat ini sudah dicatat.")
        return cleaned


class AcceptForm(forms.Form):
    """Which training the letter's people go to: the same office's that still take people, the same programme first."""

    training = forms.ModelChoiceField(Training.objects.none(), label="Pelatihan", empty_label="Pilih pelatihan")

    def __init__(self, *args, proposal, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["training"].queryset = enrolling_for(Training.objects.all(), proposal)
        self.fields["training"].label_from_instance = _label


def _label(training):
    return f"{training}, {training.village}, mulai {training.starts_on:%d/%m/%Y}"


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Daftar orang",
        help_text="Excel (.xlsx, .xls) atau .csv, paling besar 5 MB dan 500 orang.",
        widget=forms.FileInput({"accept": ".xlsx,.xls,.csv"}),
        error_messages={"empty": "Berkas ini kosong."},
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LIST_BYTES:
            raise forms.ValidationError(f"{file.name} lebih besar dari 5 MB. Bagi menjadi beberapa berkas.")
        return file
