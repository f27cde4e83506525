"""The public list as a visitor asked for it: what is found, how it was understood, and in which order."""

import dataclasses

import django_filters
from django import forms
from django.utils.functional import cached_property

from bkk_portal.kit.registry import vacancy_rankers
from bkk_portal.kit.search.spelling import Understood
from bkk_portal.kit.web.cache import kept
from bkk_portal.kit.web.listing import OneAfterAnother
from placements.vacancies.enums import CLOSING_DAYS, LeadStatus, VacancyStatus
from placements.vacancies.models import Vacancy, VacancyLead
from placements.vacancies.search import choices, facets, index
from placements.vacancies.search.facets import Counts

SEARCH = forms.TextInput(attrs={"type": "search"})
NEWEST = ("-published_at", "-pk")
FIRST_ORDER = "baru"  # that of the list itself
ORDERS = {
    FIRST_ORDER: NEWEST,
    "tutup": ("closes_on", "pk"),
    "gaji": ("-pay_from", "-pk"),
}
FIT = "fit"  # of kit.registry.vacancy_rankers
NOT_IN_THE_SHEET = ("q", "urut")
FEW = 100  # so few keys are given to the database faster than it looks for their rows once more


class TickFilter(django_filters.BooleanFilter):
    """A checkbox: ticked it keeps what choices.tick_conditions() says, left alone it filters nothing."""

    def __init__(self, name):
        super().__init__(label=choices.TICKS[name], field_name=name, widget=forms.CheckboxInput)

    def filter(self, queryset, value):
        return queryset.filter(choices.tick_conditions()[self.field_name]) if value else queryset


class VacancyFilter(django_filters.FilterSet):
    """The public list's filters, all in the URL. `qs` is in the queryset's own order, or in the one chosen.

    Choices are given as functions: lists would be copied entry by entry for every visit.
    """

    jurusan = django_filters.ChoiceFilter(
        label="Jurusan", choices=choices.jurusan, method="by_jurusan", empty_label="Semua jurusan"
    )
    tempat = django_filters.ChoiceFilter(
        label="Tempat kerja", choices=choices.known_places, method="by_place", empty_label="Semua tempat"
    )
    jenis = django_filters.ChoiceFilter(
        label="Jenis pekerjaan", field_name="kind", choices=choices.kinds, empty_label="Semua jenis"
    )
    gaji = django_filters.ChoiceFilter(
        label="Gaji", choices=choices.pays, field_name="pay_from", lookup_expr="gte", empty_label="Berapa pun"
    )
    pendidikan = django_filters.ChoiceFilter(
        label="Pendidikan saya",
        choices=choices.schooling,
        field_name="education",
        lookup_expr="lte",
        empty_label="Semua",
    )
    tanpa_pengalaman = TickFilter("tanpa_pengalaman")
    tanpa_gelar = TickFilter("tanpa_gelar")
    difabel = TickFilter("difabel")
    minggu_ini = TickFilter("minggu_ini")
    segera = TickFilter("segera")
    sekolah = django_filters.ChoiceFilter(
        label="Diumumkan oleh", field_name="school__npsn", choices=(), empty_label="Semua sekolah"
    )
    urut = django_filters.ChoiceFilter(label="Urutkan", choices=(), empty_label=None)
    q = django_filters.CharFilter(label="Cari", method="by_words", widget=SEARCH)

    class Meta:
        model = Vacancy
        fields = []

    def __init__(self, data=None, *args, **kwargs):
        data = {} if data is None else data
        super().__init__(data, *args, **kwargs)
        self.actor = getattr(self.request, "actor", None)
        self.schools = choices.schools_for(self.actor, data.get("sekolah", ""))
        self.filters["sekolah"].extra["choices"] = [(npsn, name) for npsn, name, _ in self.schools]
        self.filters["urut"].extra["choices"] = self._orders()
        if not self.schools:
            del self.filters["sekolah"]

    def _orders(self):
        """Without a choice of order a search shows the best first, the plain list the newest."""
        is_search = self.data.get("q", "").strip()
        first = [("", "Paling sesuai"), ("baru", "Terbaru")] if is_search else [("", "Terbaru")]
        knows_fit = self.actor and self.actor.person_id and FIT in vacancy_rankers
        fit = [("cocok", "Paling cocok untuk saya")] if knows_fit else []
        return [*first, *fit, ("tutup", "Segera ditutup"), ("gaji", "Gaji tertinggi")]

    @cached_property
    def values(self):
        """{name: value} of what is set and can be understood."""
        self.form.full_clean()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def typed(self):
        return self.values.get("q", "")

    @cached_property
    def understood(self):
        return Understood(index.read(self.typed))

    @property
    def chosen(self):
        """[name] of the filters that are set, without the search and the order."""
        return [name for name in self.values if name not in NOT_IN_THE_SHEET]

    def filter_queryset(self, queryset):
        return self.ordered(self.narrowed())

    def narrowed(self, *, without=""):
        """The vacancies that all filters but one leave, in the queryset's own order; that one may also be "q"."""
        queryset = self.queryset.all()
        for name, value in self.values.items():
            if name not in (without, "urut"):
                queryset = self.filters[name].filter(queryset, value)
        return queryset

    def understand(self):
        """Reads a search that finds nothing as what was probably meant; says whether that is something else."""
        question, typed = f"understood {facets.question(self)}", self.understood
        self.understood = kept(question, lambda: index.understood(self.queryset, self.typed))
        self.__dict__.pop("_qs", None)
        return self.understood.query != typed.query

    def by_jurusan(self, queryset, name, value):
        return queryset.for_konsentrasi(choices.konsentrasi_of(value))

    def by_place(self, queryset, name, value):
        kind = choices.kind_of_place(value)
        if kind == choices.ELSEWHERE:
            return queryset.exclude(regency__province_id=choices.HOME)
        if kind == choices.ABROAD:
            return queryset.filter(is_overseas=True)
        field = {"province": "regency__province_id", "regency": "regency_id", "village": "village_id"}[kind]
        return queryset.filter(**{field: value})

    def ordered(self, queryset):
        """In the order that was chosen, if any."""
        order = self.values.get("urut")
        if order == "cocok":
            return vacancy_rankers[FIT](self.actor, queryset)
        return queryset.order_by(*ORDERS[order]) if order else queryset

    def by_words(self, queryset, name, value):
        return index.matching(queryset, self.understood.query)


class DeskVacancyFilter(django_filters.FilterSet):
    """Search on the desks; the status is chosen by tabs, what is due by the desk's list of what waits."""

    status = django_filters.ChoiceFilter(label="Status", choices=VacancyStatus.choices, empty_label="Semua status")
    q = django_filters.CharFilter(label="Cari lowongan", method="by_words", widget=SEARCH)
    tutup = django_filters.ChoiceFilter(
        label="Ditutup", choices=[("minggu-ini", "Minggu ini")], method="closing_soon", empty_label="Kapan saja"
    )

    hasil = django_filters.ChoiceFilter(
        label="Hasil", choices=[("belum", "Belum dicatat")], method="without_result", empty_label="Semua"
    )

    class Meta:
        model = Vacancy
        fields = []

    def without_result(self, queryset, name, value):
        return queryset.without_result()

    def by_words(self, queryset, name, value):
        return index.search(queryset, value)

    def closing_soon(self, queryset, name, value):
        return queryset.open().closing_within(CLOSING_DAYS)


class LeadFilter(django_filters.FilterSet):
    status = django_filters.ChoiceFilter(label="Status", choices=LeadStatus.choices, empty_label="Semua status")

    class Meta:
        model = VacancyLead
        fields = ["status"]


@dataclasses.dataclass(frozen=True)
class Found:
    filters: VacancyFilter
    counts: Counts

    @property
    def understood(self):
        return self.filters.understood

    def in_order(self, prepare):
        """Something to take a page of: best first in a search, unless another order was chosen."""
        order = self.filters.values.get("urut")
        if self.understood.query and not order:
            others = self.filters.narrowed(without="q")
            ranked = index.best_first(others, self.understood.query, self.counts.total)
            return OneAfterAnother([prepare(queryset) for queryset in ranked])
        if not order or order == FIRST_ORDER:
            return CountedFirst(self.filters, self.counts.keys, prepare)
        if self.counts.total <= FEW:
            return prepare(self.filters.ordered(self.filters.queryset.filter(pk__in=self.counts.keys)))
        return prepare(self.filters.qs)


class CountedFirst:
    """The list in its own order: rows that were counted are fetched by key, only those after them looked for again."""

    def __init__(self, filters, keys, prepare):
        self.filters = filters
        self.keys = keys
        self.prepare = prepare

    def __getitem__(self, page):
        is_all_counted = len(self.keys) <= facets.MOST
        if page.stop > len(self.keys) and not is_all_counted:
            return self.prepare(self.filters.qs)[page]
        wanted = self.keys[page]
        return self.prepare(self.filters.queryset.filter(pk__in=wanted)) if wanted else []


def find(filters):
    """The Found of a VacancyFilter. A search that finds nothing at all is read as what was probably meant."""
    counts = facets.count(filters)
    if counts.total == 0 and filters.typed and filters.understand():
        counts = facets.count(filters)
    return Found(filters, counts)
