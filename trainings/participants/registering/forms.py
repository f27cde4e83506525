"""What somebody fills in to put themselves down for a training."""

from django import forms

from bkk_portal.kit.forms.fields import IndonesianDateField, NikField, PhoneField
from bkk_portal.people.forms import RegistrationForm, check_birth_date
from bkk_portal.regions.forms import village_field
from trainings.participants.forms import JoinFields

NIK_HELP = "16 angka di KTP atau kartu keluarga. Tersimpan tersandi, tampil tersamar."


class StrangerForm(JoinFields, RegistrationForm):
    """A light account and the application in one go."""

    nik = NikField(label="NIK", help_text=NIK_HELP)
    phone = PhoneField(label="Nomor HP", required=False, help_text="Kosongkan bila sama dengan yang di atas.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["village"] = village_field(label="Kelurahan tempat tinggal")
        self.order_fields(
            ["name", "nik", "birth_date", "sex", "village", "activity", "groups", "login", "phone", "password"]
        )

    def clean(self):
        cleaned = super().clean()
        if getattr(self, "login_field", "phone") == "email" and not cleaned.get("phone"):
            self.add_error("phone", "Isi nomor HP supaya dinas dapat menghubungi Anda.")
        return cleaned

    def person(self):
        phone = self.cleaned_data["phone"]
        return super().person() | ({"phone": phone} if phone else {})


class OwnForm(JoinFields):
    """For somebody who is known: only what is still missing of them is asked."""

    nik = NikField(label="NIK", help_text=NIK_HELP)
    birth_date = IndonesianDateField(label="Tanggal lahir")
    phone = PhoneField(label="Nomor HP")

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.fields["village"] = village_field(label="Kelurahan tempat tinggal")
        known = {
            "nik": person.nik_hash,
            "birth_date": person.birth_date,
            "phone": person.phone,
            "village": person.village_id,
        }
        for name in [name for name, value in known.items() if value]:
            del self.fields[name]
        self.order_fields(["nik", "birth_date", "phone", "village", "activity", "groups"])

    def clean_birth_date(self):
        return check_birth_date(self.cleaned_data["birth_date"])

    def missing(self):
        """{field of Person: value} that was asked and given."""
        names = ("birth_date", "phone", "village")
        return {name: self.cleaned_data[name] for name in names if name in self.fields}


class WithdrawForm(forms.Form):
    reason = forms.CharField(label="Alasan", max_length=300)
