import datetime

from django import forms
from django.utils import timezone

from bkk_portal.kit.fields import IndonesianDateField, RupiahField
from bkk_portal.people.enums import SpellKind
from bkk_portal.people.models import ActivitySpell
from placements.alumni.models import Alumnus
from placements.employers.models import Employer
from placements.outcomes.models import Placement

KINDS_TO_REPORT = [SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.STUDYING, SpellKind.JOB_SEEKING]


class PlacementForm(forms.ModelForm):
    """From an application: employer and alumnus are known already and not asked."""

    starts_on = IndonesianDateField(label="Mulai bekerja")
    monthly_pay = RupiahField(label="Gaji per bulan", required=False)

    class Meta:
        model = Placement
        fields = ["position", "scope", "contract", "starts_on", "monthly_pay", "alignment"]
        help_texts = {
            "scope": "AKL: bekerja di NTT. AKAD: bekerja di provinsi lain. Ke luar negeri tidak lewat BKK.",
            "alignment": "Seberapa dekat pekerjaan ini dengan konsentrasi alumni.",
        }

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        if day > timezone.localdate() + datetime.timedelta(days=180):
            raise forms.ValidationError("Tanggal mulai terlalu jauh di depan (lebih dari 6 bulan).")
        return day


class OutsidePlacementForm(PlacementForm):
    """Work found outside the portal: whose, and where."""

    nisn = forms.CharField(label="NISN alumni", max_length=10, help_text="10 angka, ada di halaman alumni itu.")
    employer_name = forms.CharField(label="Nama perusahaan", max_length=150, help_text="Seperti di daftar mitra.")

    field_order = ["nisn", "employer_name", *PlacementForm.Meta.fields]

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.actor = actor

    def clean_nisn(self):
        nisn = self.cleaned_data["nisn"].strip()
        alumnus = Alumnus.objects.visible_to(self.actor).filter(person__nisn=nisn).first()
        if alumnus is None:
            raise forms.ValidationError("Tidak ada alumni sekolah ini dengan NISN tersebut. Periksa lagi 10 angkanya.")
        return alumnus

    def clean_employer_name(self):
        name = " ".join(self.cleaned_data["employer_name"].split())
        employer = Employer.objects.visible_to(self.actor).filter(name__iexact=name).order_by("pk").first()
        if employer is None:
            raise forms.ValidationError("Perusahaan ini belum ada di daftar mitra. Tambahkan dulu di menu Mitra.")
        return employer


class CancelForm(forms.Form):
    reason = forms.CharField(label="Alasan pembatalan", max_length=300)


class ActivityForm(forms.ModelForm):
    """What a graduate does now, in their own words."""

    kind = forms.ChoiceField(label="Sekarang saya", choices=[(k.value, k.label) for k in KINDS_TO_REPORT])
    since = IndonesianDateField(label="Sejak tanggal")
    monthly_pay = RupiahField(label="Penghasilan per bulan (boleh kosong)", required=False)

    class Meta:
        model = ActivitySpell
        fields = ["kind", "since", "organisation", "position", "monthly_pay", "alignment"]

    def clean_since(self):
        day = self.cleaned_data["since"]
        if day > timezone.localdate():
            raise forms.ValidationError("Tanggal ini belum tiba. Isi tanggal mulai yang sudah lewat atau hari ini.")
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("kind") != SpellKind.JOB_SEEKING and not cleaned.get("organisation"):
            self.add_error("organisation", "Isi nama tempat kerja, usaha atau kampus.")
        return cleaned
