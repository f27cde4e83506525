"""2,500 applications in every status, each with the steps that led there, and the placements of those hired."""

import datetime as dt
import random

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from bkk_portal.people.enums import SpellKind, SpellSource
from bkk_portal.people.models import ActivitySpell
from placements.alumni.enums import Tracing
from placements.alumni.models import Alumnus
from placements.applications.enums import ApplicationStatus as S
from placements.applications.models import Application, ApplicationStatusLog
from placements.applications.nomination.actions import write_letter
from placements.applications.nomination.enums import CAN_BE_NAMED, MOVED_ON
from placements.applications.queries import with_hired_counts
from placements.applications.selection.enums import CallStatus, Outcome, Presence, Stage, Venue
from placements.applications.selection.models import SelectionDay, SelectionInvitation, SelectionSession
from placements.employers.models import EmployerMembership
from placements.outcomes.enums import ContractKind, PlacementScope
from placements.outcomes.models import Placement
from placements.vacancies.enums import LeadStatus, VacancyStatus
from placements.vacancies.models import Vacancy, VacancyLead, VacancyStatusLog
from placements.vacancies.search import index

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


LEADS, LETTERS = 60, 3
HEARD = [
    ("Kasir", "Gaji sekitar UMK, langsung kerja minggu depan."),
    ("Tukang las", "Butuh dua orang yang bisa las listrik. Tempatnya di dekat pelabuhan."),
    ("Staf gudang", "Atasan saya minta dicarikan anak SMK yang jujur. Lamaran diantar sampai akhir bulan."),
    ("Resepsionis", "Yang bisa bahasa Inggris sedikit-sedikit. Ada mes."),
    ("Teknisi AC", ""),
]
CONTACTS = ["Ibu Ratna, 0812-0000-1111", "Pak Yan 0813 0000 2222", "Datang langsung ke toko", ""]
DECLINED = ["Sudah kami tanyakan, ternyata sudah terisi. Terima kasih!", "Perusahaannya tidak dapat kami hubungi.", ""]
SENT = [  # (title, status, why it was sent back, what the work is)
    ("Kasir akhir pekan", VacancyStatus.REVIEW, "", "Melayani pembayaran tamu setiap Jumat sampai Minggu."),
    ("Penjaga malam", VacancyStatus.REVIEW, "", "Menjaga gedung pukul 22.00 sampai 06.00, bergantian seminggu sekali."),
    ("Staf pemasaran", VacancyStatus.DRAFT, "Gaji dan jam kerjanya belum ditulis.", "Mencari pelanggan baru."),
]


def demo_pipeline(city):
    """After applications, placements and searches. Draws from a chance of its own."""
    chance = random.Random("meja")  # noqa: S311
    _results(chance)
    _leads(city, chance)
    _from_employer(city)
    _letters(city)


def _results(chance):
    """Most closed vacancies know how many they took on; the latest still wait to be asked."""
    closed = with_hired_counts(Vacancy.objects.filter(status=VacancyStatus.CLOSED)).order_by("-closed_at", "-pk")
    rows = list(closed[5:])
    for row in rows:
        row.filled_via_bkk = row.hired
        row.filled = max(row.hired, chance.randrange(row.headcount + 1))
    Vacancy.objects.bulk_update(rows, ["filled", "filled_via_bkk"], batch_size=200)


def _leads(city, chance):
    people = list(Alumnus.objects.filter(person__user__isnull=False).select_related("person").order_by("pk"))
    placed = Placement.objects.standing().filter(application__isnull=False)
    vacancies = list(Vacancy.objects.filter(applications__placement__in=placed).distinct().order_by("pk"))
    first = city.get("alumni1@demo.test")
    senders = [first, first, first, *(chance.choice(people) for _ in range(LEADS))]
    rows = [_lead(city, chance, number, alumnus, vacancies) for number, alumnus in enumerate(senders)]
    VacancyLead.objects.bulk_create(rows)
    for row in rows:
        row.created_at = city.at(city.days_ago(chance.randrange(1, 120)))
    VacancyLead.objects.bulk_update(rows, ["created_at"])


def _lead(city, chance, number, alumnus, vacancies):
    """In turn used, new and declined. Only a vacancy of the same school comes of one."""
    title, note = HEARD[number % len(HEARD)]
    own = [vacancy for vacancy in vacancies if vacancy.school_id == alumnus.school_id]
    row = VacancyLead(
        person=alumnus.person,
        school_id=alumnus.school_id,
        employer_name=chance.choice(city.get("employers")).name,
        title=title,
        contact=chance.choice(CONTACTS),
        note=note,
        status=(LeadStatus.USED, LeadStatus.NEW, LeadStatus.DECLINED)[number % 3],
    )
    if row.status == LeadStatus.DECLINED:
        row.answer = chance.choice(DECLINED)
    if row.status == LeadStatus.USED and not own:
        row.status = LeadStatus.NEW
    if row.status == LeadStatus.USED:
        row.vacancy = chance.choice(own)
        row.title = row.vacancy.title
    return row


def _from_employer(city):
    """What perusahaan1 wrote and sent to the BKK of SMKN 1."""
    member = EmployerMembership.objects.select_related("user").get(user__email="perusahaan1@demo.test")
    school = city.get("alumni1@demo.test").school
    model = Vacancy.objects.filter(employer=member.employer_id, published_at__isnull=False).order_by("pk").first()
    model = model or Vacancy.objects.filter(published_at__isnull=False).order_by("pk").first()
    rows = [_sent(city, member, school, model, *asked) for asked in SENT]
    Vacancy.objects.bulk_create(rows)
    steps = []
    for row, (_, status, reason, _) in zip(rows, SENT, strict=True):
        steps.append(_step(city, row, "draft", "review", member.user, 3))
        if status == VacancyStatus.DRAFT:
            steps.append(_step(city, row, "review", "draft", city.get(f"coordinator:{school.pk}"), 1, reason))
    VacancyStatusLog.objects.bulk_create(steps)
    index.put(rows)


def _sent(city, member, school, model, title, status, reason, description):
    return Vacancy(
        employer_id=member.employer_id,
        title=title,
        kind=model.kind,
        description=description,
        requirements=model.requirements,
        headcount=2,
        opens_on=city.days_ago(0),
        closes_on=city.days_ago(-30),
        pay_min=None if reason else model.pay_min,
        regency_id=model.regency_id,
        village_id=model.village_id,
        school=school,
        from_employer=True,
        status=status,
        created_by=member.user,
    )


def _step(city, vacancy, before, to, by, days, reason=""):
    at = city.at(city.days_ago(days))
    return VacancyStatusLog(vacancy=vacancy, from_status=before, to_status=to, by=by, at=at, reason=reason)


def _letters(city):
    """SMKN 1 puts the applicants of a few vacancies before their employers; perusahaan1 has a letter as well."""
    school = city.get("alumni1@demo.test").school
    waiting = Application.objects.filter(alumnus__school=school, status__in=MOVED_ON)
    vacancies = Vacancy.objects.open().filter(applications__in=waiting).select_related("employer")
    for vacancy in vacancies.distinct().order_by("closes_on", "pk")[:LETTERS]:
        _letter(city, vacancy, school, waiting)
    nominated = Application.objects.filter(status__in=CAN_BE_NAMED, vacancy__in=Vacancy.objects.open())
    at_hotel = nominated.filter(vacancy__employer__memberships__user__email="perusahaan1@demo.test")
    for application in at_hotel.select_related("vacancy__employer", "alumnus__school").order_by("pk")[:1]:
        _letter(city, application.vacancy, application.alumnus.school, at_hotel)


def _letter(city, vacancy, school, applications):
    coordinator = city.get(f"coordinator:{school.pk}")
    actor = Actor(role=Role.SCHOOL_COORDINATOR, user_id=coordinator.pk, school_id=school.pk, label=f"BKK {school.name}")
    recipient = vacancy.contact_name or "Pimpinan"
    write_letter(vacancy=vacancy, applications=applications, recipient=recipient, actor=actor)


HOSTS = ("50304998", "50304997")
MORNING = [
    (dt.time(8), dt.time(10), "Aula"),
    (dt.time(10, 30), dt.time(12, 30), "Aula"),
    (dt.time(13), dt.time(15), ""),
]
RESULTS = {S.HIRED: Outcome.HIRED, S.REJECTED: Outcome.REJECTED}
RESULTS |= dict.fromkeys((S.INTERVIEW, S.OFFERED, S.ACCEPTED), Outcome.PASSED)
ANSWERS = [(CallStatus.ACCEPTED, 65), (CallStatus.SENT, 25), (CallStatus.DECLINED, 10)]
SELECTION_REASONS = ["Ada ujian di kampus pada hari yang sama.", "Sedang sakit.", "Sudah bekerja di tempat lain."]
BRING = "KTP, pas foto 3×4 dua lembar, pulpen"
PHONE = "+6281234500101"


def demo_selection(city):
    """Draws from chances of its own, so that the parts after it stay as they are."""
    chance = random.Random(20264)
    for school in (school for school in city.get("schools") if school.npsn in HOSTS):
        mine = Application.objects.filter(alumnus__school=school)
        _fair(city, chance, school)
        _day(city, chance, school, mine.filter(status=S.TEST), 0, title="Tes tertulis bersama", stage=Stage.TEST)
        _coming(city, chance, school, mine)
        _called_off(city, school, mine)


def _fair(city, chance, school):
    """Ten days ago, open to the alumni of all schools; everyone who came has a result."""
    title, held = f"Bursa kerja {school.name}", city.days_ago(10)
    day = _planned(city, school, held, title=title, is_shared=True, is_public=True)
    applied = Application.objects.filter(status__in=[*RESULTS, S.NO_ANSWER], applied_at__lt=city.at(held))
    own = list(_with_people(applied.filter(alumnus__school=school))[:60])
    guests = list(_with_people(applied.exclude(alumnus__school__npsn__in=HOSTS))[:40])
    calls = _calls(city, chance, day, _once_each(own + guests))
    for call in calls:
        call.status = CallStatus.ACCEPTED
        _note(city, call, came=call.application.status in RESULTS)
    _save(day, calls)


def _coming(city, chance, school, mine):
    """Interviews at the school, and at the company that signs in as perusahaan1 or 2."""
    talks = mine.filter(status=S.INTERVIEW)
    _day(city, chance, school, talks, -6, title="Wawancara bersama", stage=Stage.INTERVIEW, is_public=True)
    member = EmployerMembership.objects.filter(
        user__email=f"perusahaan{HOSTS.index(school.npsn) + 1}@demo.test"
    ).first()
    if member is None:
        return
    theirs = Application.objects.filter(vacancy__employer=member.employer_id, status__in=(S.TEST, S.INTERVIEW))
    where = {"venue": Venue.COMPANY, "place": f"Kantor {member.employer}, {member.employer.address}"[:200]}
    title = f"Tes dan wawancara {member.employer}"[:120]
    _day(city, chance, school, theirs, -9, title=title, is_shared=True, **where)


def _called_off(city, school, mine):
    reason = {"cancelled_at": city.now, "cancel_reason": "Perusahaan menunda perekrutan sampai tahun depan."}
    day = _planned(city, school, city.days_ago(-14), title="Tes psikologi", **reason)
    _save(day, _calls(city, random.Random(1), day, _once_each(_with_people(mine.filter(status=S.TEST))[:4])))


def _day(city, chance, school, applications, ago, **fields):
    """A day whose invitations are answered, some of them, and nothing more."""
    day = _planned(city, school, city.days_ago(ago), **fields)
    calls = _calls(city, chance, day, _once_each(_with_people(applications)[:40]))
    statuses, weights = zip(*ANSWERS, strict=True)
    for call in calls:
        own = call.application.alumnus == city.get("alumni1@demo.test")
        call.status = CallStatus.SENT if own else chance.choices(statuses, weights)[0]
        call.reason = chance.choice(SELECTION_REASONS) if call.is_declined else ""
        call.answered_at = None if call.waits else city.at(city.days_ago(1))
    _save(day, calls)


def _planned(city, school, held_on, **fields):
    usual = {"place": f"Aula {school.name}, {school.address}"[:200], "bring": BRING, "contact_phone": PHONE}
    coordinator = city.get(f"coordinator:{school.pk}")
    common = {"contact_name": coordinator.name, "created_by": coordinator, "held_on": held_on}
    return SelectionDay.objects.create(school=school, **(common | usual | fields))


def _with_people(applications):
    return applications.select_related("alumnus__person", "alumnus__school", "vacancy").order_by("-applied_at", "pk")


def _once_each(applications):
    """Nobody is called to two sessions of one day."""
    return list({application.alumnus_id: application for application in applications}.values())


def _calls(city, chance, day, applications):
    """Unsaved invitations, spread over the day's sessions."""
    places = max(-(-len(applications) // len(MORNING)) + 2, 10)
    sessions = SelectionSession.objects.bulk_create(
        SelectionSession(day=day, starts_at=starts, ends_at=ends, room=room, capacity=places)
        for starts, ends, room in MORNING
    )
    invited = city.at(min(city.today, day.held_on) - dt.timedelta(days=5), hour=chance.randrange(8, 15))
    return [
        SelectionInvitation(
            day=day,
            session=sessions[number % len(sessions)],
            application=application,
            invited_by=day.created_by,
            invited_at=invited,
        )
        for number, application in enumerate(applications)
    ]


def _note(city, call, *, came):
    noted = city.at(call.day.held_on, hour=15)
    call.answered_at = call.invited_at
    call.presence, call.presence_at, call.presence_by = Presence.ABSENT, noted, call.invited_by
    if came:
        call.presence, call.result = Presence.PRESENT, RESULTS[call.application.status]
        call.result_at, call.result_by, call.result_reason = noted, call.invited_by, call.application.reason


def _save(day, calls):
    SelectionInvitation.objects.bulk_create(calls, batch_size=500)
    day.vacancies.set({call.application.vacancy for call in calls})
    sessions = {call.session_id: call.session for call in calls}.values()
    for session in sessions:
        session.taken = sum(call.session_id == session.pk and not call.is_declined for call in calls)
    SelectionSession.objects.bulk_update(sessions, ["taken"])
