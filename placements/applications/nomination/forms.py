from django import forms

from bkk_portal.documents.actions import LONGEST_REASON


class LetterForm(forms.Form):
    """`rows`: the applications that may be named, with people; those waiting for it are ticked already."""

    recipient = forms.CharField(
        label="Kepada",
        max_length=120,
        help_text="Misalnya nama dan jabatan narahubung. Nama perusahaan ditulis sendiri.",
    )

    def __init__(self, *args, rows, ticked, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(row.pk, _label(row)) for row in rows]
        self.fields["applications"] = forms.TypedMultipleChoiceField(
            label="Yang diajukan",
            choices=choices,
            coerce=int,
            initial=[row.pk for row in rows if row.status in ticked],
            widget=forms.CheckboxSelectMultiple,
            error_messages={"required": "Pilih dulu pelamar yang diajukan."},
        )


def _label(row):
    konsentrasi = row.alumnus.konsentrasi.name if row.alumnus.konsentrasi else "tanpa konsentrasi"
    return f"{row.alumnus.person.name}, {konsentrasi}, lulus {row.alumnus.graduation_year} ({row.get_status_display()})"


class RevokeForm(forms.Form):
    reason = forms.CharField(label="Alasan pencabutan", max_length=LONGEST_REASON)
