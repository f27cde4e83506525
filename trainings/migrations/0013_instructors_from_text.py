"""Instructors typed as one line become rows of their office; the line itself stays where it was."""

import re

from django.db import migrations

BETWEEN = re.compile(r"[,;/\n]|\s(?:dan|&)\s")
TITLE = re.compile(r"(?:[A-Za-z]{1,6}\.)+[A-Za-z]{0,6}|ST|SE|SH|SST|MM|MT|MA")  # S.Pd., M.Kom, ST
LONGEST = 150
BATCH = 1000


def names_in(text):
    """Yosep Nalle, S.Pd.; Ina Tnunay → two names, the title with the first."""
    found = []
    for piece in (" ".join(part.split()) for part in BETWEEN.split(text)):
        if piece and found and TITLE.fullmatch(piece):
            found[-1] = f"{found[-1]}, {piece}"
        elif piece:
            found.append(piece)
    return list(dict.fromkeys(name[:LONGEST] for name in found))


def write_down(apps, schema_editor):
    Training, Instructor = apps.get_model("trainings", "Training"), apps.get_model("trainings", "Instructor")
    rows = Training.objects.exclude(instructors="").filter(teachers__isnull=True).order_by("pk")
    known, last = {(row.agency_id, row.name.casefold()): row for row in Instructor.objects.all()}, 0
    while batch := list(rows.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        links = []
        for training in batch:
            people = {_row(Instructor, known, training.agency_id, name).pk for name in names_in(training.instructors)}
            links += [Training.teachers.through(training_id=training.pk, instructor_id=pk) for pk in sorted(people)]
        Training.teachers.through.objects.bulk_create(links)


def _row(Instructor, known, agency_id, name):
    key = (agency_id, name.casefold())
    if key not in known:
        known[key] = Instructor.objects.create(agency_id=agency_id, name=name)
    return known[key]


class Migration(migrations.Migration):
    dependencies = [("trainings", "0012_instructors_and_tours")]
    operations = [migrations.RunPython(write_down, migrations.RunPython.noop)]
