import pytest

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import Refused
from tests.factories.participants import ScoreFactory
from tests.factories.people import OccupationFactory
from tests.factories.programmes import (
    CriterionFactory,
    GroupFactory,
    ProgrammeFactory,
    RuleFactory,
    TrainingFactory,
    UnitFactory,
)
from tests.programmes.test_pages import programme_form
from trainings.programmes.actions import save_programme
from trainings.programmes.catalogue.actions import read_criteria, read_units
from trainings.programmes.models import TrainingProgramme

pytestmark = pytest.mark.django_db


def test_units_are_read_as_pasted():
    text = "C.24LAS01.001.1  Menerapkan K3\n\n c.24las01.002.1: Mengelas posisi 2G "
    assert read_units(text) == [
        ("C.24LAS01.001.1", "Menerapkan K3"),
        ("C.24LAS01.002.1", "Mengelas posisi 2G"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Menerapkan K3", "Baris 1 .* tidak terbaca"),
        ("C.24.1 Satu\nC.24.1 Dua", "Kode unit C.24.1 ditulis dua kali"),
        ("C.24.1 " + "x" * 251, "terlalu panjang"),
    ],
)
def test_units_that_cannot_be_read_say_which_and_why(text, message):
    with pytest.raises(ValueError, match=message):
        read_units(text)


def test_criteria_are_read_with_their_weights():
    assert read_criteria("Wawancara: 40\nTes tulis = 60 %") == [("Wawancara", 40), ("Tes tulis", 60)]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Wawancara", "tidak terbaca"),
        ("Wawancara: 0", "antara 1 dan 100"),
        ("Tes: 10\ntes: 20", "Kriteria tes ditulis dua kali"),
    ],
)
def test_criteria_that_cannot_be_read_say_why(text, message):
    with pytest.raises(ValueError, match=message):
        read_criteria(text)


def test_form_writes_units_rules_criteria_groups_and_occupations(officer):
    group, occupation = GroupFactory(), OccupationFactory(code="7212")
    data = programme_form(
        units="C.24LAS01.001.1 Menerapkan K3",
        criteria="Wawancara: 40",
        rule_age="refuse",
        min_age="17",
        max_age="35",
        rule_domicile="warn",
        priority_groups=[group.pk],
        occupations=[occupation.pk],
    )
    officer.client.post("/dinas/pelatihan/program/baru/", data)
    programme = TrainingProgramme.objects.get()
    assert list(programme.units.values_list("code", "title")) == [("C.24LAS01.001.1", "Menerapkan K3")]
    assert list(programme.criteria.values_list("name", "weight")) == [("Wawancara", 40)]
    assert list(programme.rules.order_by("kind").values_list("kind", "effect", "min_age", "max_age")) == [
        ("age", "refuse", 17, 35),
        ("domicile", "warn", None, None),
    ]
    assert (programme.priority_groups.get(), programme.occupations.get()) == (group, occupation)


def test_form_shows_what_is_stored_and_keeps_rows_that_stay(officer):
    programme = ProgrammeFactory(agency=officer.agency)
    unit = UnitFactory(programme=programme, code="C.24.1", title="Satu", position=1)
    RuleFactory(programme=programme)
    CriterionFactory(programme=programme, name="Wawancara", weight=40)
    url = f"/dinas/pelatihan/program/{programme.pk}/ubah/"
    initial = officer.client.get(url).context["form"].initial
    assert (initial["units"], initial["criteria"], initial["rule_age"], initial["min_age"]) == (
        *("C.24.1 Satu", "Wawancara: 40", "refuse", 17),
    )
    data = programme_form(units="C.24.1 Satu\nC.24.2 Dua", terakhir_diubah=initial["terakhir_diubah"])
    officer.client.post(url, data)
    assert list(programme.units.values_list("pk", flat=True))[0] == unit.pk
    assert (programme.units.count(), programme.rules.count(), programme.criteria.count()) == (2, 0, 0)
    assert changes_of(unit).count() == 1


def test_ages_that_contradict_each_other_are_shown_at_the_field(officer):
    data = programme_form(rule_age="warn", min_age="40", max_age="20")
    page = officer.client.post("/dinas/pelatihan/program/baru/", data)
    assert page.context["form"].errors["max_age"] == ["Umur sampai harus sama dengan atau lebih dari umur dari."]


def test_criterion_with_points_is_not_dropped(officer):
    score = ScoreFactory(participant__training__programme__agency=officer.agency)
    with pytest.raises(Refused, match="sudah dipakai menilai"):
        save_programme(programme=score.criterion.programme, actor=officer.actor)


def test_programme_page_of_another_office_is_for_the_head_only(officer, head):
    programme = ProgrammeFactory(agency__other=True)
    url = f"/dinas/pelatihan/program/{programme.pk}/"
    assert (officer.client.get(url).status_code, head.client.get(url).status_code) == (404, 200)


def test_public_page_names_units_and_conditions(client):
    programme = ProgrammeFactory()
    UnitFactory(programme=programme, title="Mengelas posisi 2G")
    RuleFactory(programme=programme)
    text = client.get(TrainingFactory(programme=programme).get_absolute_url()).content.decode()
    assert "Mengelas posisi 2G" in text
    assert "Umur paling muda 17 dan paling tua 35 tahun pada hari pertama." in text
