"""BKK reports in every status: accepted, returned, waiting, a draft; and BKKs that stay silent, one of them reminded."""

import datetime as dt
import io

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from bkk_portal.accounts.offers import make_user
from bkk_portal.documents.actions import issue
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.offices.models import AgencyMembership
from bkk_portal.regions.models import Regency
from placements.reports.actions import issuer_of, paper_of
from placements.reports.enums import PeriodKind, ReportStatus
from placements.reports.figures import frozen, sections_of
from placements.reports.figures.scope import Scope
from placements.reports.models import BkkReminder, BkkReport, BkkReportLog
from placements.reports.periods import last_finished
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

RETURNED = "Jumlah mitra pada bagian kerja sama belum sesuai dengan MoU yang kami terima. Mohon diperiksa lagi."
S = ReportStatus
# NPSN, how many quarters ago, what became of it
REPORTS = [
    ("50304998", 1, S.ACCEPTED),
    ("50304998", 0, S.RETURNED),
    ("50304997", 1, S.ACCEPTED),
    ("50304997", 0, S.SENT),
    ("50304991", 0, S.ACCEPTED),
    ("50304992", 0, S.SENT),
]
DAYS_AFTER_END = 9
NEVER = 5  # BKKs that have never reported
ENDING = "50304991"  # its tanda daftar names an end that is near
OTHER_HEAD = "50304992"  # whose head has changed since


def demo_reports(city):
    schools = {school.npsn: school for school in city.get("schools")}
    officer = AgencyMembership.objects.filter(agency__supervises_bkk=True).select_related("user").order_by("pk").first()
    newest = last_finished(PeriodKind.QUARTER, city.today)
    for npsn, ago, status in REPORTS:
        period = newest.before if ago else newest
        _report(city, schools[npsn], period, status, officer.user)
    _draft(city, schools["50304998"], last_finished(PeriodKind.SCHOOL_YEAR, city.today))
    _reminded(city, schools, officer)
    _registrations(city, schools)


def _report(city, school, period, status, officer):
    coordinator = city.get(f"coordinator:{school.pk}")
    issued_on = min(period.end + dt.timedelta(days=DAYS_AFTER_END), city.today)
    report = _row(school, period, coordinator)
    sections = sections_of(Scope(school.pk, period))
    report.document = issue(
        kind=IssuedKind.REPORT,
        issuer=issuer_of(school),
        paper=paper_of(report, sections, issued_on),
        actor=Actor(role=Role.SCHOOL_COORDINATOR, user_id=coordinator.pk, school_id=school.pk),
        issued_on=issued_on,
    )
    report.figures, report.status, report.sent_at = frozen(sections), status, city.at(issued_on, hour=10)
    if status != S.SENT:
        report.decided_by, report.decided_at = officer, city.at(issued_on + dt.timedelta(days=3), hour=14)
        report.reason = RETURNED if status == S.RETURNED else ""
    report.save()
    _steps(report, officer)


def _steps(report, officer):
    school, office = f"BKK {report.school}", "Petugas Disnakertrans"
    steps = [
        (S.DRAFT, report.sent_at - dt.timedelta(hours=2), report.created_by, school),
        (S.ISSUED, report.sent_at - dt.timedelta(hours=1), report.created_by, school),
        (S.SENT, report.sent_at, report.created_by, school),
    ]
    if report.decided_at:
        steps.append((report.status, report.decided_at, officer, office))
    BkkReportLog.objects.bulk_create(
        BkkReportLog(
            report=report,
            to_status=status,
            at=at,
            by=by,
            by_label=label,
            reason=report.reason if status == S.RETURNED else "",
        )
        for status, at, by, label in steps
    )


def _draft(city, school, period):
    report = _row(school, period, city.get(f"coordinator:{school.pk}"))
    report.note = "Data lulusan angkatan terakhir masih dilengkapi."
    report.save()
    BkkReportLog.objects.create(
        report=report, to_status=S.DRAFT, by=report.created_by, by_label=f"BKK {school}", at=city.at(city.days_ago(2))
    )


def _row(school, period, coordinator):
    return BkkReport(
        school=school, period=period.kind, starts_on=period.start, ends_on=period.end, created_by=coordinator
    )


def _reminded(city, schools, officer):
    """One that was registered long ago and has never reported."""
    reported = {npsn for npsn, _, _ in REPORTS}
    silent = [school for npsn, school in sorted(schools.items()) if school.registration_number and npsn not in reported]
    for number, school in enumerate(silent[NEVER:], 1):  # the others were registered lately and owe nothing yet
        school.registered_on = city.days_ago(12 * number)
        school.save()
    BkkReminder.objects.create(
        school=silent[0], agency=officer.agency, recipients=1, sent_by=officer.user, sent_at=city.at(city.days_ago(30))
    )


def _registrations(city, schools):
    ending, other = schools[ENDING], schools[OTHER_HEAD]
    if ending.registration_number:
        ending.registered_until = city.days_ago(-45)
        ending.save()
    if other.registration_number:
        other.bkk_head = "Yohana Tallo"
        other.save()


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
