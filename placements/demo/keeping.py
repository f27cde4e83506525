"""What people keep and are told of, what vacancies ask, and what was sent along with applications."""

import datetime as dt
import random

from django.db.models import F

from bkk_portal.people.profile.cv import choice_of, cv_pdf, person_for_cv
from placements.alumni.models import Alumnus
from placements.applications.actions import attach
from placements.applications.enums import Sharing
from placements.applications.models import Application, ApplicationAnswer, ApplicationDraft
from placements.vacancies.enums import AlertFrequency, QuestionKind
from placements.vacancies.models import Vacancy, VacancyQuestion
from placements.vacancies.saved.anchors import anchors_of
from placements.vacancies.saved.criteria import found_by, name_of
from placements.vacancies.saved.models import SavedSearch, SavedVacancy, SearchAnchor, VacancyAlert

SEARCHES = ["q=kasir", "q=teknisi", "q=las", "jenis=internship", "gaji=2500000&tempat=53.71", "q=staf&difabel=on", ""]
FREQUENCIES = [AlertFrequency.DAILY, AlertFrequency.WEEKLY, AlertFrequency.AT_ONCE, AlertFrequency.NONE]
# (text, kind, options, answers that applicants give)
QUESTIONS = [
    ("Kapan Anda bisa mulai bekerja?", QuestionKind.TEXT, "", ["Minggu depan", "Awal bulan depan", "Kapan saja"]),
    ("Punya SIM C yang masih berlaku?", QuestionKind.YES_NO, "", ["Ya", "Tidak"]),
    ("Bersedia bekerja pada hari Minggu?", QuestionKind.YES_NO, "", ["Ya", "Tidak"]),
    ("Berapa tahun pengalaman di pekerjaan serupa?", QuestionKind.NUMBER, "", ["0", "1", "2", "0,5"]),
    ("Kendaraan ke tempat kerja", QuestionKind.CHOICE, "Motor sendiri\nAngkutan umum\nJalan kaki", ["Motor sendiri"]),
]
ASKING = 80  # vacancies


def demo_keeping(city):
    """After the applications and the profiles. Draws from a chance of its own."""
    chance = random.Random("simpan")  # noqa: S311
    Vacancy.objects.filter(published_at__isnull=False).update(announced_at=F("published_at"))
    seekers = list(Alumnus.objects.filter(person__user__isnull=False).select_related("person").order_by("pk"))
    _searches(chance, seekers)
    _told(city, chance)
    _questions(city, chance)
    first = city.get("alumni1@demo.test")
    _keep_some(city, first)
    _send_along(first)


def _searches(chance, seekers):
    rows = []
    for alumnus in seekers:
        for query in chance.sample(SEARCHES, chance.choice((0, 1, 2))):
            frequency = chance.choice(FREQUENCIES)
            rows.append(SavedSearch(person=alumnus.person, query=query, name=name_of(query), frequency=frequency))
    SavedSearch.objects.bulk_create(rows, batch_size=500)
    SearchAnchor.objects.bulk_create(
        SearchAnchor(search=row, token=token) for row in rows for token in anchors_of(row.query)
    )


def _told(city, chance):
    """What went out in the last days."""
    found = {query: list(_newest(query)) for query in SEARCHES}
    rows = [
        VacancyAlert(person=search.person, search=search, vacancy=vacancy, found_at=moment, told_at=moment)
        for search in SavedSearch.objects.alerting().select_related("person").order_by("pk")
        for vacancy in found[search.query]
        if (moment := city.at(city.days_ago(chance.randrange(5)), hour=6))
    ]
    VacancyAlert.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def _newest(query):
    return found_by(query, Vacancy.objects.open().filter(visibility="everyone")).order_by("-published_at", "-pk")[:4]


def _questions(city, chance):
    """Of some vacancies, with the answers of who has applied to them."""
    chosen = Vacancy.objects.filter(published_at__isnull=False, is_overseas=False).order_by("-published_at", "-pk")
    questions = {vacancy.pk: chance.sample(QUESTIONS, chance.choice((1, 2, 3))) for vacancy in chosen[:ASKING]}
    VacancyQuestion.objects.bulk_create(
        VacancyQuestion(vacancy_id=key, position=position, text=text, kind=kind, options=options)
        for key, asked in questions.items()
        for position, (text, kind, options, _) in enumerate(asked, 1)
    )
    applications = list(Application.objects.filter(vacancy__in=questions).order_by("pk"))
    for application in applications:
        application.sharing = chance.choice(Sharing.values)
    Application.objects.bulk_update(applications, ["sharing"], batch_size=500)
    ApplicationAnswer.objects.bulk_create(
        [
            ApplicationAnswer(application=application, position=position, question=text, answer=chance.choice(answers))
            for application in applications
            for position, (text, _, _, answers) in enumerate(questions[application.vacancy_id], 1)
        ],
        batch_size=1000,
    )


def _keep_some(city, alumnus):
    """alumni1 keeps vacancies in every status and has begun one application."""
    others = Vacancy.objects.exclude(applications__alumnus=alumnus).filter(visibility="everyone", is_overseas=False)
    soon = others.open().filter(closes_on__lte=city.today + dt.timedelta(days=7)).order_by("closes_on", "pk")
    later = others.open().order_by("-closes_on", "-pk")
    closed = others.filter(status="closed").order_by("-closed_at", "-pk")
    kept = [*soon[:2], *later[:3], *closed[:1]]
    SavedVacancy.objects.bulk_create(
        [
            SavedVacancy(person=alumnus.person, vacancy=vacancy, saved_at=city.at(city.days_ago(number + 1)))
            for number, vacancy in enumerate(kept)
        ],
        ignore_conflicts=True,
    )
    note = "Saya pernah PKL enam bulan dan siap mulai kapan saja."
    ApplicationDraft.objects.create(person=alumnus.person, vacancy=later[0], data={"note": note, "with_cv": "on"})


def _send_along(alumnus):
    """The CV and the documents of alumni1, with the application that is under way."""
    application = Application.objects.filter(alumnus=alumnus).order_by("-status_changed_at", "-pk").first()
    application.sharing, application.note = Sharing.DOCUMENTS, "Terima kasih sudah membaca lamaran saya."
    application.save()
    person = person_for_cv(alumnus.person_id)
    attach(application, person.documents.all()[:3], cv_pdf(person, choice_of(person)))
