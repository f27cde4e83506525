"""Imports as tests make them."""

import io

from django.core.files.uploadedfile import SimpleUploadedFile

from placements.alumni.imports.reading import read_upload
from placements.alumni.imports.work import carry_out, plan_import
from tests.alumni.sheets import dapodik

YEAR = 2026


def read(content, name="daftar_pd.xlsx"):
    return read_upload(io.BytesIO(content), name)


def read_rows(rows, **layout):
    return read(dapodik(rows, **layout))


def plan(rows, school, year=YEAR):
    return plan_import(io.BytesIO(dapodik(rows)), "daftar_pd.xlsx", school=school, year=year)


def bring_in(rows, school, year=YEAR):
    """The whole import without questions; the saved AlumniImport."""
    return carry_out(plan(rows, school, year), school=school, year=year, filename="daftar_pd.xlsx")


def upload(rows, name="daftar_pd.xlsx"):
    return SimpleUploadedFile(name, dapodik(rows))


def kinds(planned):
    """{row number: kind} of the rows that were readable."""
    return {outcome.pupil.row: outcome.kind.value for outcome in planned.outcomes}
