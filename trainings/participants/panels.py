from trainings.participants.models import Participant

SHOWN = 20


def trainings_panel(actor):
    """On the dashboard of /saya/: the latest participations, or nothing for who never took part."""
    rows = list(Participant.objects.visible_to(actor).for_list().order_by("-training__starts_on", "pk")[:3])
    return ("participants/saya_panel.html", {"participations": rows}) if rows else None


def desk_panel(actor, person):
    """On a coordinator's page of an alumnus: every training, also of other offices, and what came of it."""
    rows = Participant.objects.filter(person=person).for_list().with_certificate()
    return "participants/desk_panel.html", {"participations": rows.order_by("-training__starts_on", "-pk")[:SHOWN]}


def trainings_of(person):
    """A person's own data, for /saya/data-saya/."""
    rows = Participant.objects.filter(person=person).for_list().order_by("training__starts_on", "pk")
    return "Pelatihan", [
        {
            "pelatihan": str(row.training),
            "mulai": row.training.starts_on.isoformat(),
            "selesai": row.training.ends_on.isoformat(),
            "status": row.get_status_display(),
        }
        for row in rows
    ]
