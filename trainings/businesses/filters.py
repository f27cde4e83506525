import django_filters as df

from bkk_portal.regions.models import District, Village
from trainings.businesses.enums import BusinessStatus
from trainings.businesses.models import Business
from trainings.programmes.filters import search_box


def shown_trades():
    names = Business.objects.published().order_by("trade").values_list("trade", flat=True).distinct()
    return [(name, name) for name in names]


def shown_villages(request):
    shown = Business.objects.published().order_by().values("village")
    return Village.objects.filter(pk__in=shown).order_by("name")


class PublicBusinessFilters(df.FilterSet):
    q = search_box("Cari usaha", "Misalnya: las, jahit, kue")
    bidang = df.ChoiceFilter(field_name="trade", choices=shown_trades, label="Bidang", empty_label="Semua")
    kecamatan = df.ModelChoiceFilter(
        field_name="village__district", queryset=District.objects.all(), label="Kecamatan", empty_label="Semua"
    )
    kelurahan = df.ModelChoiceFilter(
        field_name="village", queryset=shown_villages, label="Kelurahan", empty_label="Semua"
    )

    class Meta:
        model = Business
        fields = []


class DeskBusinessFilters(df.FilterSet):
    """Without a status: what waits for the office."""

    q = search_box("Cari", "Nama usaha")
    keadaan = df.ChoiceFilter(
        label="Keadaan",
        choices=[("semua", "Semua"), *BusinessStatus.choices[1:]],
        empty_label="Perlu diperiksa",
        method=lambda rows, name, value: rows,
    )

    class Meta:
        model = Business
        fields = []

    def filter_queryset(self, queryset):
        found, status = super().filter_queryset(queryset), self.form.cleaned_data.get("keadaan")
        if not status:
            return found.to_check()
        return found if status == "semua" else found.filter(status=status)
