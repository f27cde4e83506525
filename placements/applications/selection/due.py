"""What selection days have waiting on a coordinator's desk."""

from placements.applications.selection.models import SelectionDay


def due(actor):
    """[(rows, what they are, where they are done)], see kit.registry.desk_dues."""
    days = SelectionDay.objects.held_by(actor)
    past = "/bkk/seleksi/?waktu=lewat"
    return [
        (days.attendance_due(), "hari seleksi belum lengkap kehadirannya", past),
        (days.results_due(), "hari seleksi belum lengkap hasilnya", past),
    ]
