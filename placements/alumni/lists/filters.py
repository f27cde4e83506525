"""By what a coordinator finds alumni, and what their list can show of each beside the name."""

import dataclasses
from collections.abc import Callable

import django_filters
from django import forms
from django.utils import timezone

from bkk_portal.kit.templatetags.look import status
from bkk_portal.kit.text.formatting import NOTHING, tanggal, telepon
from bkk_portal.people.models import Konsentrasi
from placements.alumni.enums import NowDoing, Tracing
from placements.alumni.models import Alumnus

SEARCH = forms.TextInput(attrs={"type": "search"})
CLAIMED = [("sudah", "Sudah punya akun"), ("belum", "Belum punya akun")]
CONTACT = [("surel", "Ada surel"), ("hp", "Ada nomor HP"), ("tidak", "Tanpa surel dan nomor HP")]
INVITED = [("sudah", "Sudah diundang"), ("belum", "Belum diundang")]
COLUMNS_FIELD = "kolom"
USUAL = ("lulus", "konsentrasi", "kegiatan", "penelusuran")


@dataclasses.dataclass(frozen=True)
class ListColumn:
    """`value(alumnus)`: text, or a status as HTML; person, village and current spells are fetched."""

    key: str
    label: str
    value: Callable


def _doing(alumnus):
    spells = alumnus.person.current_spells
    words = (", ".join(filter(None, [spell.get_kind_display(), spell.organisation])) for spell in spells)
    return "; ".join(words) or "Belum diketahui"


def _age(alumnus):
    age = alumnus.person.age_on(timezone.localdate())
    return NOTHING if age is None else f"{age} tahun"


def _tracing(alumnus):
    return status(alumnus.get_tracing_display(), alumnus.tracing_shape)


def _account(alumnus):
    return status("Ada", "done") if alumnus.person.user_id else status("Belum", "waiting")


COLUMNS = (
    ListColumn("lulus", "Lulus", lambda row: row.graduation_year),
    ListColumn("konsentrasi", "Konsentrasi", lambda row: row.konsentrasi or NOTHING),
    ListColumn("rombel", "Rombel", lambda row: row.rombel or NOTHING),
    ListColumn("nis", "NIS", lambda row: row.nis or NOTHING),
    ListColumn("kegiatan", "Kegiatan sekarang", _doing),
    ListColumn("penelusuran", "Penelusuran", _tracing),
    ListColumn("akun", "Akun", _account),
    ListColumn("diundang", "Diundang", lambda row: tanggal(row.invited_at)),
    ListColumn("hp", "Nomor HP", lambda row: telepon(row.person.phone) if row.person.phone else NOTHING),
    ListColumn("surel", "Surel", lambda row: row.person.email or NOTHING),
    ListColumn("kelurahan", "Kelurahan", lambda row: row.person.village or NOTHING),
    ListColumn("jk", "Jenis kelamin", lambda row: row.person.get_sex_display() or NOTHING),
    ListColumn("usia", "Usia", _age),
)
CHOICES = [(column.key, column.label) for column in COLUMNS]


def columns_of(keys):
    """The chosen ListColumns in their own order; the usual ones where none of the keys is known."""
    chosen = [column for column in COLUMNS if column.key in keys]
    return chosen or [column for column in COLUMNS if column.key in USUAL]


def years_of(request):
    years = Alumnus.objects.visible_to(request.actor).order_by("-graduation_year")
    return [(year, str(year)) for year in years.values_list("graduation_year", flat=True).distinct()]


def konsentrasi_of(request):
    taught = Alumnus.objects.visible_to(request.actor).order_by().values("konsentrasi_id").distinct()
    return Konsentrasi.objects.filter(pk__in=taught).order_by("-edition", "name")


class AlumnusFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Nama atau NISN", method="by_text", widget=SEARCH)
    tahun = django_filters.ChoiceFilter(label="Tahun lulus", field_name="graduation_year", empty_label="Semua tahun")
    konsentrasi = django_filters.ModelChoiceFilter(
        label="Konsentrasi", queryset=konsentrasi_of, empty_label="Semua konsentrasi"
    )
    kegiatan = django_filters.ChoiceFilter(
        label="Kegiatan sekarang", choices=NowDoing.choices, method="by_activity", empty_label="Semua"
    )
    penelusuran = django_filters.ChoiceFilter(
        label="Penelusuran", field_name="tracing", choices=Tracing.choices, empty_label="Semua"
    )
    akun = django_filters.ChoiceFilter(label="Akun", choices=CLAIMED, method="by_account", empty_label="Semua")
    kontak = django_filters.ChoiceFilter(label="Kontak", choices=CONTACT, method="by_contact", empty_label="Semua")
    undangan = django_filters.ChoiceFilter(
        label="Undangan surel", choices=INVITED, method="by_invitation", empty_label="Semua"
    )
    # Not a filter, but chosen, shared and saved with them.
    kolom = django_filters.MultipleChoiceFilter(
        label="Kolom", choices=CHOICES, method="all_of_them", widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Alumnus
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["tahun"].extra["choices"] = years_of(self.request)

    def by_text(self, queryset, name, value):
        return queryset.search(value)

    def by_activity(self, queryset, name, value):
        return queryset.now_doing(value)

    def by_account(self, queryset, name, value):
        return queryset.claimed(value == "sudah")

    def by_contact(self, queryset, name, value):
        return queryset.reachable_by(value)

    def by_invitation(self, queryset, name, value):
        return queryset.filter(invited_at__isnull=value == "belum")

    def all_of_them(self, queryset, name, value):
        return queryset
