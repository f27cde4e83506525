"""The forum's meetings with what they decided, plans of the year and requests for a tanda daftar, all invented."""

import datetime as dt
import io

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from bkk_portal.accounts.offers import make_user
from bkk_portal.regions.models import Regency
from placements.schools.enums import ActivityKind, PlanItem, RequestKind
from placements.schools.models import (
    QUARTERS,
    ForumMembership,
    MeetingDecision,
    PlacementPlan,
    PlanTarget,
    SchoolActivity,
)
from placements.schools.registration.models import RegistrationRequest

# days ago (negative: still to come), title, share of the schools that came, decisions
MEETINGS = [
    (320, "Rapat kerja tahunan forum BKK", 0.8, ["Satu daftar mitra industri dipakai bersama semua sekolah"]),
    (
        120,
        "Rapat persiapan bursa kerja kota",
        0.9,
        ["Bursa kerja kota digelar setelah kelulusan", "Undangan satu pintu"],
    ),
    (20, "Rapat evaluasi triwulan", 0.7, ["Semua BKK melengkapi data lulusan tiga tahun terakhir"]),
    (-25, "Rapat akhir tahun forum BKK", 0, []),
]
AGENDA = "1. Laporan tiap BKK\n2. Rencana berikutnya\n3. Lain-lain"
TARGETS = {PlanItem.PLACEMENTS: 12, PlanItem.VACANCIES: 15, PlanItem.PARTNERS: 2, PlanItem.SOCIALISATION: 1}


def demo_forum(city, schools):
    chair = make_user(city, "forum@demo.test", "Agustinus Fanggidae")
    kupang = Regency.objects.get(code="53.71")
    ForumMembership.objects.create(user=chair, regency=kupang, started_on=city.days_ago(400))
    for days, title, share, decisions in MEETINGS:
        meeting = _meeting(city, chair, days, title)
        meeting.schools_present.set(city.random.sample(schools, round(len(schools) * share)))
        _decisions(city, meeting, days, decisions, schools)


def _meeting(city, chair, days, title):
    return SchoolActivity.objects.create(
        kind=ActivityKind.MEETING,
        title=title,
        held_on=city.days_ago(days),
        starts_at=dt.time(9, 0),
        place="Aula SMKN 1 Kupang",
        agenda=AGENDA,
        is_public=days < 0,
        created_by=chair,
    )


def _decisions(city, meeting, days, texts, schools):
    MeetingDecision.objects.bulk_create(
        MeetingDecision(
            activity=meeting,
            text=text,
            owner=f"BKK {city.random.choice(schools).name}",
            due_on=city.days_ago(days - 60),
            done_on=city.days_ago(days - 45) if days > 100 else None,
        )
        for text in texts
    )


def demo_papers(city, schools):
    """Every other school has planned its year; two wait for the office's answer."""
    for school in schools[::2]:
        _plan(city, school)
    waiting = [school for school in schools if not school.registration_number][:2]
    for school in waiting:
        _request(city, school)


def _plan(city, school):
    plan = PlacementPlan.objects.create(school=school, year=city.today.year)
    PlanTarget.objects.bulk_create(
        PlanTarget(plan=plan, item=item, quarter=quarter, target=city.random.randrange(number, 2 * number + 1))
        for item, number in TARGETS.items()
        for quarter in QUARTERS
    )


def _request(city, school):
    coordinator = city.get(f"coordinator:{school.pk}")
    RegistrationRequest.objects.create(
        school=school,
        kind=RequestKind.FIRST,
        head=coordinator.name,
        decree_number=f"CONTOH/SK/{school.npsn}",
        decree_date=city.days_ago(90),
        decree_file=_paper("Contoh SK pembentukan BKK"),
        structure_file=_paper("Contoh struktur organisasi"),
        plan_file=_paper("Contoh rencana penempatan"),
        sent_by=coordinator,
    )


def _paper(text):
    picture = Image.new("RGB", (595, 842), "white")
    ImageDraw.Draw(picture).text((60, 60), text, fill="black")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return ContentFile(buffer.getvalue(), "contoh.png")
