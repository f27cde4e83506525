"""2,500 applications in every state, each with the steps that led there, and the placements of those hired."""

import datetime as dt

from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from placements.applications.enums import ApplicationStatus as S
from placements.applications.models import Application, ApplicationStatusLog
from placements.outcomes.enums import ContractKind, PlacementScope
from placements.outcomes.models import Placement
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy

APPLICATIONS = 2_500
PATH = [S.APPLIED, S.CHECKED, S.NOMINATED, S.TEST, S.INTERVIEW, S.OFFERED, S.ACCEPTED, S.HIRED]
ENDS_OPEN = [
    (S.APPLIED, 30),
    (S.CHECKED, 20),
    (S.NOMINATED, 16),
    (S.TEST, 8),
    (S.INTERVIEW, 8),
    (S.OFFERED, 3),
    (S.ACCEPTED, 2),
    (S.REJECTED, 8),
    (S.WITHDRAWN, 3),
    (S.HIRED, 2),
]
ENDS_CLOSED = [(S.HIRED, 28), (S.REJECTED, 44), (S.NO_ANSWER, 20), (S.WITHDRAWN, 8)]
REASONS = [
    "Perusahaan memilih pelamar yang sudah berpengalaman.",
    "Nilai tes belum memenuhi batas yang diminta.",
    "Berkas tidak lengkap sampai batas waktu.",
    "Lowongan sudah terisi.",
]


def demo_applications(city):
    """Fills applications and their logs, then the placements."""
    pairs = _pairs(city)
    applications = [_application(city, alumnus, vacancy) for alumnus, vacancy in pairs]
    Application.objects.bulk_create(applications, batch_size=500)
    steps = [step for application in applications for step in _steps(city, application)]
    ApplicationStatusLog.objects.bulk_create(steps, batch_size=1000)
    hired = [application for application in applications if application.status == S.HIRED]
    _place(city, hired)
    _first_steps(city)


def _pairs(city):
    """Distinct (alumnus, vacancy), mostly where the konsentrasi fits; nobody who has other plans applies."""
    by_konsentrasi, everyone = {}, []
    for alumnus in city.get("alumni"):
        if alumnus.tracing == Tracing.TRACED:
            everyone.append(alumnus)
            by_konsentrasi.setdefault(alumnus.konsentrasi_id, []).append(alumnus)
    wanted = {}
    for vacancy_id, konsentrasi_id in Vacancy.konsentrasi.through.objects.values_list("vacancy_id", "konsentrasi_id"):
        wanted.setdefault(vacancy_id, []).extend(by_konsentrasi.get(konsentrasi_id, []))
    vacancies = [v for v in city.get("vacancies") if v.status != VacancyStatus.DRAFT]
    pairs = {}
    while len(pairs) < APPLICATIONS - 1:  # the last one is alumni1's own
        vacancy = city.random.choice(vacancies)
        fitting = wanted.get(vacancy.pk)
        alumnus = city.random.choice(fitting if fitting and city.random.random() < 0.85 else everyone)
        pairs[alumnus.pk, vacancy.pk] = (alumnus, vacancy)
    return list(pairs.values())


def _application(city, alumnus, vacancy):
    ends = ENDS_OPEN if vacancy.status == VacancyStatus.PUBLISHED else ENDS_CLOSED
    statuses, weights = zip(*ends, strict=True)
    status = city.random.choices(statuses, weights)[0]
    if status == S.HIRED and alumnus.person.age_on(vacancy.closes_on) < 19:
        status = S.NO_ANSWER
    last_day = min(vacancy.closes_on, city.today)
    applied = vacancy.opens_on + dt.timedelta(days=city.random.randrange(max((last_day - vacancy.opens_on).days, 1)))
    return Application(
        alumnus=alumnus,
        vacancy=vacancy,
        status=status,
        reason=city.random.choice(REASONS) if status == S.REJECTED else "",
        applied_at=city.at(applied, hour=city.random.randrange(7, 21)),
    )


def _steps(city, application):
    """Log rows from applied to the present status; sets status_changed_at to the last."""
    coordinator = city.get(f"coordinator:{application.alumnus.school_id}")
    reached = PATH.index(application.status) if application.status in PATH else city.random.randrange(0, 5)
    statuses = PATH[: reached + 1]
    if application.status not in PATH:
        statuses = [*statuses, application.status]
    moment, before = application.applied_at, ""
    for status in statuses:
        own = status in (S.APPLIED, S.WITHDRAWN)
        yield ApplicationStatusLog(
            application=application,
            from_status=before,
            to_status=status,
            reason=application.reason if status == S.REJECTED else "",
            by=None if own else coordinator,
            by_label="Pelamar" if own else f"BKK {application.alumnus.school}",
            at=moment,
        )
        application.status_changed_at = moment
        moment, before = min(moment + dt.timedelta(days=city.random.randrange(1, 6)), city.now), status


def _place(city, hired):
    Application.objects.bulk_update(hired, ["status_changed_at"], batch_size=500)
    seen, rows = set(), []
    for application in hired:
        if application.alumnus_id not in seen:
            seen.add(application.alumnus_id)
            rows.append(_placement(city, application))
    ActivitySpell.objects.bulk_create([placement.spell for placement in rows], batch_size=500)
    Placement.objects.bulk_create(rows, batch_size=500)
    for placement in rows:
        placement.alumnus.tracing = Tracing.TRACED
    Alumnus.objects.bulk_update([placement.alumnus for placement in rows], ["tracing"], batch_size=500)


def _placement(city, application):
    vacancy, alumnus = application.vacancy, application.alumnus
    starts = min(application.status_changed_at.date() + dt.timedelta(days=7), city.today)
    coordinator = city.get(f"coordinator:{alumnus.school_id}")
    pay = vacancy.pay_min + city.random.randrange(5) * 50_000
    alignment = city.random.choices([4, 3, 2, 1], [35, 35, 20, 10])[0]
    spell = ActivitySpell(
        person=alumnus.person,
        kind=SpellKind.WORKING,
        since=starts,
        organisation=vacancy.employer.name,
        position=vacancy.title,
        occupation=vacancy.occupation,
        monthly_pay=pay,
        alignment=alignment,
        source=SpellSource.PLACEMENT,
        verified_by=coordinator,
        verified_at=city.now,
    )
    return Placement(
        alumnus=alumnus,
        application=application,
        employer=vacancy.employer,
        spell=spell,
        position=vacancy.title,
        occupation=vacancy.occupation,
        scope=PlacementScope.AKL,
        contract=city.random.choice(ContractKind.values[:2]),
        starts_on=starts,
        age_at_start=alumnus.person.age_on(starts),
        monthly_pay=pay,
        alignment=alignment,
        recorded_by=coordinator,
    )


def _first_steps(city):
    """alumni1 has one application under way, so that the timeline has something to show."""
    alumnus = city.get("alumni1@demo.test")
    vacancy = (
        Vacancy.objects.open().filter(konsentrasi=alumnus.konsentrasi).exclude(applications__alumnus=alumnus).first()
    )
    application = Application.objects.create(
        alumnus=alumnus, vacancy=vacancy, status=S.INTERVIEW, applied_at=city.at(city.days_ago(12))
    )
    steps = []
    for days, status, before in [
        (12, S.APPLIED, ""),
        (10, S.CHECKED, S.APPLIED),
        (7, S.NOMINATED, S.CHECKED),
        (2, S.INTERVIEW, S.NOMINATED),
    ]:
        steps.append(
            ApplicationStatusLog(
                application=application,
                from_status=before,
                to_status=status,
                by=city.get(f"coordinator:{alumnus.school_id}") if before else None,
                by_label=f"BKK {alumnus.school}" if before else "Pelamar",
                at=city.at(city.days_ago(days)),
            )
        )
    ApplicationStatusLog.objects.bulk_create(steps)
