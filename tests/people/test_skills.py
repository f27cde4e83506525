import pytest

from bkk_portal.people.enums import SkillLevel
from bkk_portal.people.models import PersonSkill, Skill
from bkk_portal.people.profile.skills import ASKED, AT_SCHOOL, suggestions
from tests.factories.alumni import AlumnusFactory
from tests.factories.people import KonsentrasiFactory, PersonFactory, PersonSkillFactory, SkillFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
URL = "/saya/profil/keterampilan/"


def add(seat, **values):
    return seat.client.post(f"{URL}tambah/", values)


def names(person):
    return list(person.skills.order_by("name").values_list("name", flat=True))


def told(seat):
    return [str(message) for message in seat.client.get(URL).context["messages"]]


# adding -----------------------------------------------------------------------------------------------------


def test_ticked_and_typed_skills_are_added_at_once(participant_user):
    skill = SkillFactory(name="Las SMAW")
    add(participant_user, chosen=[skill.pk], names="memasak, Menjahit")
    assert names(participant_user.person) == ["Las SMAW", "Memasak", "Menjahit"]
    assert told(participant_user) == ["3 keterampilan ditambahkan."]


@pytest.mark.parametrize("typed", ["las smaw", "  LAS   SMAW ", "Las SMAW.", "las smaw, LAS SMAW"])
def test_typed_skill_is_the_listed_one_in_any_letters(participant_user, typed):
    skill = SkillFactory(name="Las SMAW")
    add(participant_user, names=typed)
    assert [row.skill for row in PersonSkill.objects.all()] == [skill]
    assert Skill.objects.count() == 1


def test_free_skill_is_not_offered_to_others_until_several_have_it(participant_user):
    add(participant_user, names="Menyulam sasirangan")
    skill = Skill.objects.get()
    assert (skill.name, skill.is_listed) == ("Menyulam sasirangan", False)
    stranger = PersonFactory()
    assert suggestions(stranger, "sasi") == []
    PersonSkillFactory.create_batch(2, skill=skill)
    assert suggestions(stranger, "sasi") == [("Hasil pencarian", [skill])]


def test_what_is_there_already_is_said_and_not_doubled(participant_user):
    row = PersonSkillFactory(person=participant_user.person)
    add(participant_user, chosen=[row.skill_id])
    assert told(participant_user) == ["Sudah ada di daftar Anda."]
    assert PersonSkill.objects.count() == 1


def test_thirty_first_skill_is_refused(participant_user):
    PersonSkillFactory.create_batch(30, person=participant_user.person)
    add(participant_user, names="Satu lagi")
    assert told(participant_user) == ["Paling banyak 30 keterampilan. Hapus yang kurang penting dulu."]
    assert (PersonSkill.objects.count(), Skill.objects.filter(name="Satu lagi").count()) == (30, 0)


@pytest.mark.parametrize("text", ["0812-3456-7890", "maria@contoh.example", "https://contoh.example", "12", "x"])
def test_what_is_no_skill_is_refused(participant_user, text):
    answer = add(participant_user, names=f"Memasak, {text}")
    assert answer.context["form"].errors["names"][0].lower().startswith(text)
    assert Skill.objects.count() == 0


# levels and taking away -------------------------------------------------------------------------------------


def change(seat, **values):
    return seat.client.post(f"{URL}ubah/", values)


def test_level_is_kept(participant_user):
    row = PersonSkillFactory(person=participant_user.person)
    change(participant_user, **{f"semula-{row.pk}": "", f"tingkat-{row.pk}": "3"})
    row.refresh_from_db()
    assert row.level == SkillLevel.EXPERT


def test_stale_form_leaves_alone_what_it_did_not_change(participant_user):
    first, second = PersonSkillFactory.create_batch(2, person=participant_user.person, level=SkillLevel.BASIC)
    PersonSkill.objects.filter(pk=first.pk).update(level=SkillLevel.EXPERT)
    stale = {f"semula-{first.pk}": "1", f"tingkat-{first.pk}": "1"}
    change(participant_user, **stale, **{f"semula-{second.pk}": "1", f"tingkat-{second.pk}": "2"})
    assert list(PersonSkill.objects.order_by("pk").values_list("level", flat=True)) == [3, 2]


def test_level_that_another_tab_changed_is_not_overwritten(participant_user):
    row = PersonSkillFactory(person=participant_user.person, level=SkillLevel.EXPERT)
    change(participant_user, **{f"semula-{row.pk}": "1", f"tingkat-{row.pk}": "2"})
    row.refresh_from_db()
    assert row.level == SkillLevel.EXPERT
    assert told(participant_user)[0].endswith("sudah diubah di tempat lain. Periksa, lalu simpan lagi.")


@pytest.mark.parametrize("value", ["9", "x", "-1"])
def test_level_that_does_not_exist_changes_nothing(participant_user, value):
    row = PersonSkillFactory(person=participant_user.person)
    change(participant_user, **{f"semula-{row.pk}": "", f"tingkat-{row.pk}": value, "tingkat-x": "1"})
    row.refresh_from_db()
    assert row.level is None


def test_skill_is_taken_off_once(participant_user):
    row, stays = PersonSkillFactory.create_batch(2, person=participant_user.person)
    change(participant_user, hapus=row.pk)
    change(participant_user, hapus=row.pk)
    assert list(PersonSkill.objects.all()) == [stays]
    assert told(participant_user) == ["Keterampilan dihapus.", "Sudah dihapus."]


def test_somebody_elses_skill_stays(participant_user):
    row = PersonSkillFactory()
    change(participant_user, hapus=row.pk, **{f"semula-{row.pk}": "", f"tingkat-{row.pk}": "3"})
    change(participant_user, **{f"semula-{row.pk}": "", f"tingkat-{row.pk}": "3"})
    row.refresh_from_db()
    assert row.level is None


# what is offered --------------------------------------------------------------------------------------------


def test_skills_of_the_school_come_first_then_what_employers_and_trainings_name():
    konsentrasi = KonsentrasiFactory()
    person = AlumnusFactory(konsentrasi=konsentrasi).person
    SkillFactory(name="Aaa")
    taught, asked, trained = (SkillFactory(name=name) for name in ("Zzz", "Yyy", "Xxx"))
    taught.konsentrasi.add(konsentrasi)
    VacancyFactory(konsentrasi=[konsentrasi], skills=[asked])
    programme = ProgrammeFactory()
    programme.konsentrasi.add(konsentrasi)
    programme.skills.add(trained)
    groups = [(name, [skill.name for skill in found]) for name, found in suggestions(person)]
    assert groups == [(AT_SCHOOL, ["Zzz"]), (ASKED, ["Xxx", "Yyy"]), ("Umum", ["Aaa"])]


def test_what_somebody_has_is_not_offered_again():
    row = PersonSkillFactory()
    assert suggestions(row.person) == []


def test_search_by_htmx_renews_the_suggestions_and_keeps_the_ticks(participant_user):
    ticked, found = SkillFactory(name="Kasir"), SkillFactory(name="Las SMAW")
    answer = participant_user.client.get(URL, {"q": "las", "chosen": ticked.pk}, headers={"HX-Request": "true"})
    assert (answer.context["chosen"], answer.context["groups"]) == ([ticked], [("Hasil pencarian", [found])])
    assert "<html" not in answer.content.decode()


def test_search_looks_at_the_beginnings_of_words():
    for name in ("Instalasi jaringan", "Las SMAW", "Tukang (las)", "Juru las"):
        SkillFactory(name=name)
    found = [skill.name for _, group in suggestions(PersonFactory(), "las") for skill in group]
    assert found == ["Juru las", "Las SMAW", "Tukang (las)"]


def test_search_works_without_script(participant_user):
    found = SkillFactory(name="Las SMAW")
    page = participant_user.client.get(URL, {"q": "las"})
    assert page.context["groups"] == [("Hasil pencarian", [found])]
    assert "<html" in page.content.decode()


def test_page_takes_the_same_queries_for_more_skills(participant_user, same_queries):
    def make_rows(count):
        PersonSkillFactory.create_batch(count, person=participant_user.person)

    same_queries(participant_user.client, URL, make_rows, 14)
