import datetime

from django import forms
from django.utils import timezone

from bkk_portal.kit.forms.fields import IndonesianDateField, RupiahField
from bkk_portal.kit.forms.uploads import checked_upload
from bkk_portal.kit.web.files import check_pdf_or_image
from bkk_portal.people.enums import SpellKind
from bkk_portal.people.forms import occupation_field
from bkk_portal.people.models import ActivitySpell
from placements.alumni.models import Alumnus
from placements.employers.models import Employer
from placements.outcomes.actions import OVERSEAS
from placements.outcomes.enums import FollowUpOutcome, PlacementScope, Proof
from placements.outcomes.models import Placement

KINDS_TO_REPORT = [SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.STUDYING, SpellKind.JOB_SEEKING]
ABROAD = ("AKAN", "Luar negeri (AKAN)")
UNKNOWN = "Belum diketahui"
SIMILAR_SHOWN = 5
PROOF_HELP = "Kosongkan bila belum diperiksa; penempatannya menunggu di daftar sampai Anda memastikannya."


class PlacementForm(forms.ModelForm):
    """From an application: employer and alumnus are known already and not asked."""

    scope = forms.ChoiceField(
        label="Tempat kerja",
        choices=[*PlacementScope.choices, ABROAD],
        help_text="AKL: bekerja di NTT. AKAD: bekerja di provinsi lain. Ke luar negeri tidak lewat BKK.",
    )
    starts_on = IndonesianDateField(label="Mulai bekerja")
    monthly_pay = RupiahField(label="Gaji per bulan", required=False)

    class Meta:
        model = Placement
        fields = ["position", "occupation", "scope", "contract", "starts_on", "monthly_pay", "pay_band", "alignment"]
        fields += ["evidence"]
        labels = {"evidence": "Bukti (boleh kosong)"}
        help_texts = {
            "pay_band": "Hanya bila gaji pastinya tidak diketahui.",
            "alignment": "Seberapa dekat pekerjaan ini dengan konsentrasi alumni.",
            "evidence": "Kontrak, surat keterangan atau slip gaji: PDF atau foto, paling besar 10 MB.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["occupation"] = occupation_field()
        for name, empty in (("contract", "Pilih ikatan kerja"), ("pay_band", UNKNOWN), ("alignment", UNKNOWN)):
            self.fields[name].choices = [("", empty), *self.fields[name].choices[1:]]

    def clean_scope(self):
        scope = self.cleaned_data["scope"]
        if scope == ABROAD[0]:
            raise forms.ValidationError(OVERSEAS)
        return scope

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        if day > timezone.localdate() + datetime.timedelta(days=180):
            raise forms.ValidationError("Tanggal mulai terlalu jauh di depan (lebih dari 6 bulan).")
        return day

    def clean_evidence(self):
        return checked_upload(self, "evidence", check_pdf_or_image)


class OutsidePlacementForm(PlacementForm):
    """Work found outside the portal: whose, and where."""

    nisn = forms.CharField(label="NISN alumni", max_length=10, help_text="10 angka, ada di halaman alumni itu.")
    employer_name = forms.CharField(label="Nama perusahaan", max_length=150, help_text="Seperti di daftar mitra.")
    proof = forms.ChoiceField(
        label="Sudah diperiksa lewat",
        choices=[("", "Belum diperiksa"), *[(p.value, p.label) for p in Proof if p != Proof.APPLICATION]],
        required=False,
        help_text=PROOF_HELP,
    )

    field_order = ["nisn", "employer_name", *PlacementForm.Meta.fields, "proof"]

    class Meta(PlacementForm.Meta):
        fields = [*PlacementForm.Meta.fields, "proof"]

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
        employers = Employer.objects.visible_to(self.actor)
        employer = employers.filter(name__iexact=name).order_by("pk").first()
        if employer is None:
            raise forms.ValidationError(f"Perusahaan ini belum ada di daftar mitra. {_advice(employers, name)}")
        return employer


def _advice(employers, name):
    """Those whose name holds the longest word of what was typed; else where to add it."""
    word = max(name.split(), key=len, default="")
    similar = employers.filter(name__icontains=word).order_by("name", "pk").values_list("name", flat=True)
    names = ", ".join(similar[:SIMILAR_SHOWN]) if len(word) > 2 else ""
    return f"Mungkin maksud Anda: {names}." if names else "Tambahkan dulu di menu Mitra."


class VerifyForm(forms.Form):
    """How the BKK made sure of a placement."""

    proof = forms.ChoiceField(
        label="Diperiksa lewat", choices=[(p.value, p.label) for p in Proof if p != Proof.APPLICATION]
    )
    evidence = forms.FileField(label="Bukti (boleh kosong)", required=False, help_text="PDF atau foto.")

    def clean_evidence(self):
        return checked_upload(self, "evidence", check_pdf_or_image)


class CancelForm(forms.Form):
    reason = forms.CharField(label="Alasan pembatalan", max_length=300)


class EndForm(forms.Form):
    last_day = IndonesianDateField(label="Hari terakhir")


class FollowUpForm(forms.Form):
    """Still there, moved or stopped; what else is asked depends on it."""

    outcome = forms.ChoiceField(label="Kabarnya", choices=FollowUpOutcome.choices, widget=forms.RadioSelect)
    left_on = IndonesianDateField(label="Hari kerja terakhir", required=False, help_text="Bila pindah atau berhenti.")
    organisation = forms.CharField(label="Tempat kerja baru", max_length=150, required=False, help_text="Bila pindah.")
    position = forms.CharField(label="Jabatan baru", max_length=150, required=False)
    since = IndonesianDateField(label="Mulai di tempat baru", required=False, help_text="Bila pindah.")
    is_searching = forms.BooleanField(label="Berhenti, dan sekarang mencari kerja lagi", required=False)
    note = forms.CharField(label="Catatan", max_length=300, required=False)

    def clean(self):
        cleaned = super().clean()
        outcome = cleaned.get("outcome")
        if outcome in (FollowUpOutcome.MOVED, FollowUpOutcome.ENDED) and not cleaned.get("left_on"):
            self.add_error("left_on", "Isi hari kerja terakhirnya. Perkiraan boleh.")
        if outcome == FollowUpOutcome.MOVED:
            for name, what in (("organisation", "tempat kerja barunya"), ("since", "kapan mulai di sana")):
                if not cleaned.get(name):
                    self.add_error(name, f"Isi {what}.")
        return cleaned

    def next_work(self):
        """The unsaved spell of who moved, or None."""
        cleaned = self.cleaned_data
        if cleaned["outcome"] != FollowUpOutcome.MOVED:
            return None
        fields = {name: cleaned[name] for name in ("organisation", "position", "since")}
        return ActivitySpell(kind=SpellKind.WORKING, **fields)


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
