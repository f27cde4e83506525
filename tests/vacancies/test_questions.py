"""The questions of a vacancy: who sets them, what is refused, and when they are fixed."""

import pytest
from django.db import IntegrityError, transaction

from placements.vacancies.models import VacancyQuestion
from placements.vacancies.questions.actions import FROZEN, fingerprint
from tests.factories.applications import ApplicationFactory
from tests.factories.vacancies import VacancyFactory, VacancyQuestionFactory
from tests.vacancies.acts import form_data, messages

pytestmark = pytest.mark.django_db


@pytest.fixture
def vacancy(coordinator):
    return VacancyFactory(school=coordinator.school, draft=True)


def page_of(vacancy):
    return f"/bkk/lowongan/{vacancy.pk}/pertanyaan/"


def sent(vacancy, *rows, **changes):
    """What a browser sends; rows: (text, kind, options, required)."""
    data = {"form-TOTAL_FORMS": 5, "form-INITIAL_FORMS": 0, "terakhir": fingerprint(vacancy)} | changes
    for number in range(5):
        text, kind, options, required = rows[number] if number < len(rows) else ("", "text", "", True)
        data |= {f"form-{number}-text": text, f"form-{number}-kind": kind, f"form-{number}-options": options}
        if required:
            data[f"form-{number}-is_required"] = "on"
    return data


def asked(vacancy):
    rows = vacancy.questions.order_by("position")
    return list(rows.values_list("position", "text", "kind", "options", "is_required"))


def test_coordinator_sets_and_changes_them(coordinator, vacancy):
    rows = [
        ("Punya SIM C?", "yes_no", "abaikan", True),
        ("", "text", "", True),
        ("Ukuran?", "choice", "S\n\nM ", False),
    ]
    response = coordinator.client.post(page_of(vacancy), sent(vacancy, *rows), follow=True)
    assert messages(response) == ["Pertanyaan untuk pelamar tersimpan."]
    assert asked(vacancy) == [(1, "Punya SIM C?", "yes_no", "", True), (2, "Ukuran?", "choice", "S\nM", False)]
    coordinator.client.post(page_of(vacancy), sent(vacancy, ("Kapan mulai?", "text", "", True)))
    assert asked(vacancy) == [(1, "Kapan mulai?", "text", "", True)]
    assert "Kapan mulai?" in coordinator.client.get(f"/bkk/lowongan/{vacancy.pk}/").content.decode()


@pytest.mark.parametrize("options", ["", "Satu", "Sama\nSama", "\n".join("abcdefghi"), "a\n" + "b" * 101])
def test_a_choice_needs_choices(coordinator, vacancy, options):
    response = coordinator.client.post(page_of(vacancy), sent(vacancy, ("Ukuran?", "choice", options, True)))
    assert list(response.context["formset"].errors[0]) == ["options"]
    assert asked(vacancy) == []


def test_two_windows_do_not_overwrite_each_other(coordinator, vacancy):
    seen = fingerprint(vacancy)
    coordinator.client.post(page_of(vacancy), sent(vacancy, ("Pertama?", "text", "", True)))
    response = coordinator.client.post(page_of(vacancy), sent(vacancy, ("Kedua?", "text", "", True), terakhir=seen))
    assert "Pertanyaan ini baru saja diubah di tempat lain." in response.content.decode()
    assert 'value="Kedua?"' in response.content.decode()
    assert [row[1] for row in asked(vacancy)] == ["Pertama?"]


def test_fixed_once_somebody_has_applied(coordinator, vacancy):
    VacancyQuestionFactory(vacancy=vacancy)
    ApplicationFactory(vacancy=vacancy)
    shown = coordinator.client.get(page_of(vacancy)).content.decode()
    coordinator.client.post(page_of(vacancy), sent(vacancy, ("Lain?", "text", "", True)))
    assert (FROZEN in shown, '<form method="post" class="panel' in shown) == (True, False)
    assert [row[1] for row in asked(vacancy)] == ["Punya SIM C?"]


def test_only_the_own_bkk(other_coordinator, vacancy):
    assert other_coordinator.client.post(page_of(vacancy), sent(vacancy)).status_code == 404


def test_a_copy_asks_the_same(coordinator, vacancy):
    VacancyQuestionFactory(vacancy=vacancy, text="Bisa lembur?")
    coordinator.client.post(f"/bkk/lowongan/baru/?salin={vacancy.pk}", form_data())
    copy = VacancyQuestion.objects.exclude(vacancy=vacancy).get()
    assert (copy.text, copy.position) == ("Bisa lembur?", 1)


@pytest.mark.parametrize("fields", [{"position": 6}, {"position": 0}, {"kind": "choice", "options": ""}])
def test_database_keeps_them_at_five_and_whole(fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        VacancyQuestionFactory(**fields)
