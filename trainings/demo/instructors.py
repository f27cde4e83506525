"""Who teaches: two for each trade, always the same."""

from trainings.programmes.models import Instructor, Training

LENT = ["BLK Penfui", "Bengkel Karya Contoh", ""]  # where an instructor comes from
PEOPLE = [
    "Yosep Nalle Contoh, S.Pd.",
    "Ina Tnunay Contoh",
    "Gerson Bessie Contoh, S.T.",
    "Maria Lay Contoh, S.Pd.",
    "Domi Taek Contoh",
    "Ance Fanggidae Contoh, A.Md.",
    "Rambu Ndun Contoh",
    "Markus Seran Contoh, S.Kom.",
    "Lily Haning Contoh",
    "Okto Benu Contoh, S.T.",
]


def demo_instructors(city):
    pairs = {}
    for number, programme in enumerate(city.get("programmes")):
        pairs[programme.pk] = [_instructor(programme, 2 * number + place) for place in range(2)]
    links = Training.teachers.through
    links.objects.bulk_create(
        links(training=training, instructor=instructor)
        for training in city.get("trainings")
        for instructor in pairs[training.programme_id]
    )


def _instructor(programme, number):
    row, _ = Instructor.objects.get_or_create(
        agency=programme.agency,
        name=PEOPLE[number % len(PEOPLE)],
        employer=LENT[number % len(LENT)],
        defaults={
            "competence": programme.trade,
            "certificate_number": "" if number % 2 else f"CONTOH-INS-{number + 1:03d}",
        },
    )
    return row
