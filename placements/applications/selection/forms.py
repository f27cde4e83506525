import datetime as dt
import re

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.db.models import Q
from django.forms import inlineformset_factory
from django.utils import timezone

from bkk_portal.kit.forms.choices import ChecksByGroup, GroupedMultipleChoiceField
from bkk_portal.kit.forms.editing import EditForm
from bkk_portal.kit.forms.fields import IndonesianDateField, PhoneField
from bkk_portal.kit.text.dates import whole_number
from bkk_portal.kit.text.formatting import angka, tanggal
from placements.applications.models import Application
from placements.applications.queries import with_applicant_counts
from placements.applications.selection.models import SelectionDay, SelectionSession
from placements.vacancies.models import Vacancy

MOST_PLACES = 1_000
MOST_AHEAD = dt.timedelta(days=365)
LINE = re.compile(r"(?:hadir|hasil)-(\d{1,18})")


def vacancies_for(actor, day):
    """What can be chosen for a day: what own alumni applied to and is not decided yet, and what stands there already.

    Overseas work is information only: nobody is selected for it here (Permenaker 39/2016).
    """
    applied = Application.objects.visible_to(actor).open().order_by().values("vacancy_id")
    chosen = day.vacancies.order_by().values("pk") if day.pk else Vacancy.objects.none().values("pk")
    rows = Vacancy.objects.visible_to(actor).filter(is_overseas=False).filter(Q(pk__in=applied) | Q(pk__in=chosen))
    rows = with_applicant_counts(rows, actor).select_related("employer")
    return rows.order_by("employer__name", "employer_id", "title", "pk")


class DayForm(EditForm):
    held_on = IndonesianDateField(label="Tanggal")
    contact_phone = PhoneField(label="HP/WhatsApp narahubung")
    vacancies = GroupedMultipleChoiceField(
        Vacancy.objects.none(),
        group=lambda vacancy: vacancy.employer.name,
        label_from=lambda vacancy: f"{vacancy.title} ({angka(vacancy.applicants)} pelamar)",
        label="Lowongan yang diseleksi",
        widget=ChecksByGroup,
        help_text="Boleh beberapa lowongan dan perusahaan. Yang muncul di sini: lowongan yang dilamar alumni Anda.",
        error_messages={"required": "Pilih paling sedikit satu lowongan."},
    )

    class Meta:
        model = SelectionDay
        fields = ["title", "stage", "held_on", "venue", "place", "vacancies", "bring", "notes"]
        fields += ["contact_name", "contact_phone", "is_shared", "is_public"]
        widgets = {"notes": forms.Textarea(attrs={"rows": 2})}
        help_texts = {
            "title": "Misalnya “Bursa kerja SMKN 1” atau “Tes tertulis PT Flobamora”.",
            "place": "Tulis sampai orang menemukannya, misalnya “Aula SMKN 1, Jalan Tamrin 1, Oebobo”.",
            "bring": "Misalnya “KTP, pas foto 2 lembar, pulpen”.",
            "is_public": "Umum melihat nama kegiatan, tanggal, jam, tempat dan lowongannya; tidak ada nama orang.",
        }

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["vacancies"].queryset = vacancies_for(actor, self.instance)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        self.helper.layout = _layout()

    def clean_held_on(self):
        day = self.cleaned_data["held_on"]
        today = timezone.localdate()
        if day < today:
            raise forms.ValidationError(f"Tanggal {tanggal(day)} sudah lewat. Pilih hari ini atau sesudahnya.")
        if day > today + MOST_AHEAD:
            raise forms.ValidationError("Terlalu jauh: hari seleksi paling lama setahun dari sekarang.")
        return day

    def clean_vacancies(self):
        """Whose applicants are called already must stay."""
        chosen = self.cleaned_data["vacancies"]
        called = Vacancy.objects.filter(applications__selection_calls__day=self.instance) if self.instance.pk else ()
        missing = sorted({vacancy.title for vacancy in called} - {vacancy.title for vacancy in chosen})
        if missing:
            raise forms.ValidationError(f"Pelamarnya sudah diundang, jadi tidak dapat dikeluarkan: {missing[0]}.")
        return chosen


def _layout():
    half = "col-md-6"
    return Layout(
        "title",
        Row(Column("stage", css_class=half), Column("held_on", css_class=half)),
        Row(Column("venue", css_class=half), Column("place", css_class=half)),
        "vacancies",
        Fieldset(
            "Dibaca yang diundang",
            "bring",
            Row(Column("contact_name", css_class=half), Column("contact_phone", css_class=half)),
            "notes",
        ),
        Fieldset("Siapa yang ikut", "is_shared", "is_public"),
        "terakhir_diubah",
    )


class SessionForm(forms.ModelForm):
    capacity = forms.IntegerField(label="Tempat", min_value=1, max_value=MOST_PLACES)

    class Meta:
        model = SelectionSession
        fields = ["starts_at", "ends_at", "room", "capacity"]
        labels = {"room": "Ruang atau meja (boleh kosong)"}
        widgets = {
            "starts_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "ends_at": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = FormHelper()
        self.helper.form_tag = False
        self.helper.disable_csrf = True
        names = [name for name in ("starts_at", "ends_at", "capacity", "room") if name in self.fields]
        self.helper.layout = Layout(Row(*(Column(name, css_class="col-md-6") for name in names)))

    def clean(self):
        cleaned = super().clean()
        starts, ends = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts and ends and ends <= starts:
            self.add_error("ends_at", f"Sesi harus selesai setelah {starts:%H.%M}.")
        places = cleaned.get("capacity")
        if places and places < self.instance.taken:
            self.add_error("capacity", f"Sudah {self.instance.taken} orang diundang ke sesi ini.")
        return cleaned

    def _get_validation_exclusions(self):
        """What `clean` has said already is not said a second time by the constraint."""
        return super()._get_validation_exclusions() | {"taken"}


class BaseSessionFormSet(forms.BaseInlineFormSet):
    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = "Hapus sesi ini"
            form.helper.layout.fields.append("DELETE")
        form.helper.layout.fields.append("id")

    def clean(self):
        super().clean()
        for form in self.deleted_forms:
            if form.instance.pk and form.instance.calls.exists():
                form.add_error(None, "Sesi ini sudah punya undangan. Pindahkan dulu orangnya, lalu hapus sesinya.")
                raise forms.ValidationError("Satu sesi yang dihapus masih punya undangan.")
        if not any(form.cleaned_data.get("starts_at") for form in self.forms if form not in self.deleted_forms):
            raise forms.ValidationError("Tulis paling sedikit satu sesi: jam mulai, jam selesai, dan jumlah tempat.")


SessionFormSet = inlineformset_factory(
    SelectionDay, SelectionSession, form=SessionForm, formset=BaseSessionFormSet, extra=3, max_num=40, can_delete=True
)


class CancelForm(forms.Form):
    reason = forms.CharField(
        label="Alasan", max_length=199, help_text="Dibaca semua yang diundang, misalnya “Perusahaan menunda tes.”"
    )


class DeclineForm(forms.Form):
    reason = forms.CharField(
        label="Alasan (boleh kosong)", required=False, max_length=200, help_text="Hanya dibaca BKK sekolah Anda."
    )


class AnswerForm(forms.Form):
    """What somebody said on the telephone."""

    status = forms.ChoiceField(
        label="Jawaban",
        choices=[("accepted", "Akan datang"), ("declined", "Tidak dapat datang")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(label="Alasan bila tidak datang (boleh kosong)", required=False, max_length=200)


class ReseatForm(forms.Form):
    session = forms.ModelChoiceField(None, label="Sesi", empty_label=None)

    def __init__(self, *args, call, **kwargs):
        super().__init__(*args, **kwargs)
        others = SelectionSession.objects.filter(day=call.day_id).exclude(pk=call.session_id)
        self.fields["session"].queryset = others.order_by("starts_at", "pk")


class ReissueForm(forms.Form):
    reason = forms.CharField(
        label="Alasan menerbitkan ulang", max_length=200, help_text="Tampil di halaman verifikasi laporan lama."
    )


def named_keys(data):
    """Primary keys of all invitations that a list's form speaks of."""
    return {int(match[1]) for match in map(LINE.fullmatch, data) if match}


def keys_of(values):
    """Primary keys of what was ticked; anything else is passed over."""
    return [number for value in values if (number := whole_number(value)) is not None]
