import django_filters as df
from django import forms
from django.db.models import Max, Min

from trainings.equipment.catalogue.models import EquipmentItem
from trainings.equipment.contracts.models import ProcurementContract
from trainings.equipment.enums import HandoverStatus, MovementKind
from trainings.equipment.handovers.models import Handover
from trainings.equipment.stock.models import StockLocation, StockMovement
from trainings.programmes.filters import own_programmes, search_box


def years_between(rows, field):
    """[(2026, 2026), …] from the newest to the oldest date in that field."""
    span = rows.order_by().aggregate(first=Min(field), last=Max(field))
    if span["first"] is None:
        return []
    return [(year, year) for year in range(span["last"].year, span["first"].year - 1, -1)]


def own_locations(request):
    return StockLocation.objects.visible_to(request.actor)


class HandoverFilters(df.FilterSet):
    """`pelatihan` comes in links from a training's page; nobody types it."""

    q = search_box("Cari", "Nama penerima atau nomor BAST")
    keadaan = df.ChoiceFilter(label="Keadaan", field_name="status", choices=HandoverStatus.choices, empty_label="Semua")
    tahun = df.ChoiceFilter(label="Tahun", field_name="handed_on__year", empty_label="Semua")
    program = df.ModelChoiceFilter(
        label="Program", field_name="participant__training__programme", queryset=own_programmes, empty_label="Semua"
    )
    pelatihan = df.NumberFilter(field_name="participant__training", widget=forms.HiddenInput)

    class Meta:
        model = Handover
        fields = []

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        years = years_between(Handover.objects.visible_to(request.actor), "handed_on")
        self.filters["tahun"].extra["choices"] = years


class ItemFilters(df.FilterSet):
    q = search_box("Cari barang", "Nama atau kategori")

    class Meta:
        model = EquipmentItem
        fields = []


class ContractFilters(df.FilterSet):
    q = search_box("Cari kontrak", "Nomor atau penyedia")

    class Meta:
        model = ProcurementContract
        fields = []


class StockFilters(df.FilterSet):
    """Over items annotated with their balance."""

    q = search_box("Cari barang", "Nama atau kategori")
    tipis = df.BooleanFilter(
        label="Hanya yang tipis",
        widget=forms.CheckboxInput,
        method=lambda rows, name, value: rows.low() if value else rows,
    )

    class Meta:
        model = EquipmentItem
        fields = []


class MovementFilters(df.FilterSet):
    q = search_box("Barang atau kontrak")
    jenis = df.ChoiceFilter(label="Jenis", field_name="kind", choices=MovementKind.choices, empty_label="Semua")
    gudang = df.ModelChoiceFilter(
        label="Gudang", field_name="lot__location", queryset=own_locations, empty_label="Semua"
    )

    class Meta:
        model = StockMovement
        fields = []
