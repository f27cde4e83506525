"""The desk's last rows: what alumni heard of, what employers wrote themselves, results of what has closed, letters."""

import random

from bkk_portal.accounts.actor import Actor
from bkk_portal.accounts.enums import Role
from placements.alumni.models import Alumnus
from placements.applications.models import Application
from placements.applications.nomination.actions import write_letter
from placements.applications.nomination.enums import CAN_BE_NAMED, MOVED_ON
from placements.employers.models import EmployerMembership
from placements.outcomes.models import Placement
from placements.vacancies.enums import LeadStatus, VacancyStatus
from placements.vacancies.models import Vacancy, VacancyLead, VacancyStatusLog
from placements.vacancies.search import index

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
    closed = Vacancy.objects.filter(status=VacancyStatus.CLOSED).with_results().order_by("-closed_at", "-pk")
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
