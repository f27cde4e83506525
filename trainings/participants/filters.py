import django_filters as df
from django import forms

from bkk_portal.regions.models import Village
from trainings.participants.enums import ParticipantStatus, ProposalStatus
from trainings.participants.models import Participant
from trainings.participants.proposals.models import Proposal
from trainings.programmes.filters import search_box, years_of
from trainings.programmes.models import Training

LACKS = {
    "keputusan": ("Keputusan diterima atau tidak", lambda rows: rows.undecided().open()),
    "sertifikat": ("Lulus, belum bersertifikat", lambda rows: rows.passed().without_certificate()),
    "paket": ("Lulus, belum menerima paket", lambda rows: rows.passed().filter(has_kit=False)),
}


def trainings_of(request):
    return Training.objects.visible_to(request.actor).select_related("programme").order_by("-starts_on", "-pk")


def in_year(rows, name, year):
    return rows.filter(training__in=Training.objects.in_year(int(year)).order_by().values("pk"))


def lacking(rows, name, what):
    _, pick = LACKS[what]
    return pick(rows)


class ParticipantFilters(df.FilterSet):
    """Of rows read with_kit()."""

    q = search_box("Cari nama", "Nama peserta")
    status = df.ChoiceFilter(label="Status", choices=ParticipantStatus.choices, empty_label="Semua")
    tahun = df.ChoiceFilter(label="Tahun mulai", method=in_year, empty_label="Semua")
    kelurahan = df.ModelChoiceFilter(
        field_name="origin_village",
        queryset=Village.objects.order_by("name"),
        label="Kelurahan asal",
        empty_label="Semua",
    )
    kurang = df.ChoiceFilter(
        label="Yang masih kurang",
        choices=[(key, label) for key, (label, _) in LACKS.items()],
        method=lacking,
        empty_label="Semua",
    )
    # comes from a training's page, so it needs no list of all trainings to choose from
    pelatihan = df.ModelChoiceFilter(field_name="training", queryset=trainings_of, widget=forms.HiddenInput)

    class Meta:
        model = Participant
        fields = []

    def __init__(self, data=None, queryset=None, *, request=None, prefix=None):
        super().__init__(data, queryset, request=request, prefix=prefix)
        self.filters["tahun"].extra["choices"] = years_of(Training.objects.visible_to(request.actor))


class ProposalFilters(df.FilterSet):
    q = search_box("Cari usulan", "Nomor surat, kelurahan, atau program")
    keadaan = df.ChoiceFilter(field_name="status", choices=ProposalStatus.choices, label="Keadaan", empty_label="Semua")

    class Meta:
        model = Proposal
        fields = []
