import django_filters as df

from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant
from trainings.programmes.filters import search_box, years_of
from trainings.programmes.models import Training


class ParticipantFilters(df.FilterSet):
    q = search_box("Nama")
    status = df.ChoiceFilter(label="Status", choices=ParticipantStatus.choices, empty_label="Semua")
    tahun = df.ChoiceFilter(
        label="Tahun",
        field_name="training__starts_on__year",
        choices=lambda: years_of(Training.objects),
        empty_label="Semua",
    )

    class Meta:
        model = Participant
        fields = ["q", "status", "tahun"]
