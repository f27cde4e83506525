"""What this room keeps about one person, for /saya/data-saya/ (UU 27/2022 art. 7), and what goes when they ask."""

from functools import partial

from django.db import transaction

from bkk_portal.kit.formatting import tanggal, waktu
from trainings.monitoring.models import (
    Finding,
    HelpRequest,
    MonitoringVisit,
    ReminderLetter,
    SelfReport,
    UseReport,
)


def export_follow_up(person):
    """Visits, findings, letters, LPJ, what the person reported and asked."""
    mine = {"handover__participant__person": person}
    own = {"participant__person": person}
    return "Pemantauan pelatihan", [
        *[_visit(row) for row in MonitoringVisit.objects.done().filter(**mine).order_by("visited_on", "pk")],
        *[_finding(row) for row in Finding.objects.filter(**mine).order_by("found_on", "pk")],
        *[
            {"surat": row.document.number, "dijawab paling lambat": tanggal(row.answer_by)}
            for row in ReminderLetter.objects.filter(**mine).select_related("document").order_by("pk")
        ],
        *[
            {"LPJ": row.get_state_display(), "jatuh tempo": tanggal(row.due_on), "alasan": row.return_reason}
            for row in UseReport.objects.filter(**mine).order_by("due_on", "pk")
        ],
        *[_own_word(row) for row in SelfReport.objects.filter(**own).order_by("reported_on", "pk")],
        *[
            {
                "permintaan": row.get_kind_display(),
                "isi": row.text,
                "dikirim": waktu(row.asked_at),
                "jawaban": row.answer,
            }
            for row in HelpRequest.objects.filter(**own).order_by("asked_at", "pk")
        ],
    ]


def _visit(row):
    return {
        "kunjungan": tanggal(row.visited_on),
        "yang ditemui": f"{row.get_met_display()} {row.met_name}".strip(),
        "keadaan alat": row.get_equipment_use_display(),
        "usaha berjalan": row.business_running,
        "pekerja": row.workers,
        "penghasilan": row.get_income_band_display(),
        "catatan": row.note,
    }


def _finding(row):
    return {
        "temuan": row.get_kind_display(),
        "isi": row.text,
        "batas": tanggal(row.deadline),
        "penyelesaian": row.resolution,
    }


def _own_word(row):
    return {
        "kabar": tanggal(row.reported_on),
        "kegiatan": row.get_activity_display(),
        "pekerja": row.workers,
        "penghasilan": row.get_income_band_display(),
        "keadaan alat": row.get_equipment_use_display(),
        "cerita": row.note,
    }


def erase_own_words(person):
    """How many went: what the person told and nobody has checked, with earlier versions and photographs."""
    rows = list(SelfReport.objects.unchecked().filter(participant__person=person))
    for row in rows:
        if row.photo:
            transaction.on_commit(partial(row.photo.storage.delete, row.photo.name))
    keys = [row.pk for row in rows]
    SelfReport.objects.filter(pk__in=keys).delete()
    SelfReport.history.filter(id__in=keys).delete()
    return len(keys)
