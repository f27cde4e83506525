"""Pages of fit: /saya/cocok/, invitations, the coordinator's and the forum's lists, the explanation, the weights."""

import re

import pytest
from django.test import Client

from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.people.models import PersonSkill
from placements.applications.models import Application
from placements.matching.enums import InvitationStatus
from placements.matching.models import FitWeights, VacancyInvitation
from tests.factories.accounts import ConsentFactory
from tests.factories.alumni import AlumnusFactory
from tests.factories.applications import ApplicationFactory
from tests.factories.base import days, moment
from tests.factories.matching import FitWeightsFactory, VacancyInvitationFactory
from tests.factories.people import CredentialFactory, KonsentrasiFactory, PersonSkillFactory, SkillFactory, SpellFactory
from tests.factories.programmes import ProgrammeFactory, TrainingFactory
from tests.factories.regions import VillageFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
PAGE = "/saya/cocok/"
PANEL = "Kecocokan dengan Anda"


def titles(seat):
    return [vacancy.title for vacancy in seat.client.get(PAGE).context["listing"].rows]


def text_of(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


# /saya/cocok/


def test_open_and_visible_ones_best_first(alumnus_user, other_coordinator):
    VacancyFactory(title="Umum", published_at=moment(-1))
    VacancyFactory(title="Cocok", konsentrasi=[KonsentrasiFactory()], published_at=moment(-9))
    VacancyFactory(title="Untuk BKK saja", for_all_bkk=True, published_at=moment(-2))
    VacancyFactory(title="Sekolah lain", for_schools=True, visible_schools=[other_coordinator.school])
    VacancyFactory(title="Luar negeri", overseas=True)
    for title, trait in (("Sudah dilamar", {}), ("Pernah ditolak", {"rejected": True})):
        applied = VacancyFactory(title=title, konsentrasi=[KonsentrasiFactory()])
        ApplicationFactory(alumnus=alumnus_user.alumnus, vacancy=applied, **trait)
    for title, trait in (("Tutup", "closed"), ("Habis", "expired"), ("Draf", "draft"), ("Sembunyi", "hidden")):
        VacancyFactory(title=title, **{trait: True})
    assert titles(alumnus_user) == ["Cocok", "Umum", "Untuk BKK saja"]


def test_each_card_carries_its_reasons_and_what_is_missing(alumnus_user):
    known, missing = SkillFactory(name="Crimping"), SkillFactory(name="Mengelas")
    PersonSkillFactory(person=alumnus_user.person, skill=known)
    VacancyFactory(konsentrasi=[KonsentrasiFactory()], skills=[known, missing], experience_months=12)
    ((_, advice),) = alumnus_user.client.get(PAGE).context["cards"]
    assert advice.fit.texts == ["konsentrasi sama", "1 dari 2 keterampilan", "pendidikan cukup"]
    assert (advice.fit.gaps, [skill.name for skill in advice.fit.missing]) == (("pengalaman 12 bulan",), ["Mengelas"])


def test_training_that_closes_the_gap_is_offered(alumnus_user):
    skill = SkillFactory(name="Mengelas")
    VacancyFactory(konsentrasi=[KonsentrasiFactory()], skills=[skill])
    for name, fields in (("Las Dasar", {}), ("Las Penuh", {"planned": True})):
        programme = ProgrammeFactory(name=name, skills=[skill])
        TrainingFactory(programme=programme, starts_on=days(10), ends_on=days(20), **fields)
    ((_, advice),) = alumnus_user.client.get(PAGE).context["cards"]
    assert [offer.name for offer in advice.trainings] == ["Las Dasar"]
    PersonSkill.objects.create(person=alumnus_user.person, skill=skill)
    ((_, advice),) = alumnus_user.client.get(PAGE).context["cards"]
    assert advice.trainings == ()


def test_who_is_no_alumnus_is_told_and_sees_the_newest(participant_user):
    VacancyFactory(title="Umum")
    page = participant_user.client.get(PAGE)
    assert [row.title for row in page.context["listing"].rows] == ["Umum"]
    assert "Portal belum mengenal sekolah dan keterampilan Anda" in text_of(page)


def test_empty_page_says_where_to_look(alumnus_user):
    assert "Belum ada lowongan yang cocok" in text_of(alumnus_user.client.get(PAGE))


def test_page_takes_the_same_queries(alumnus_user, same_queries):
    skill, missing = SkillFactory(), SkillFactory(name="Lain")
    CredentialFactory(person=alumnus_user.person, konsentrasi=[KonsentrasiFactory()], skills=[skill])
    TrainingFactory(programme=ProgrammeFactory(skills=[missing]))

    def more(count):
        for _ in range(count):
            VacancyFactory(konsentrasi=[KonsentrasiFactory()], skills=[skill, missing])

    same_queries(alumnus_user.client, PAGE, more, 26)


# on a vacancy's page and in the public list


def test_vacancy_page_says_why_and_what_is_missing(alumnus_user):
    known, missing = SkillFactory(name="Crimping"), SkillFactory(name="Mengelas")
    PersonSkillFactory(person=alumnus_user.person, skill=known)
    row = VacancyFactory(konsentrasi=[KonsentrasiFactory()], skills=[known, missing])
    panel = alumnus_user.client.get(row.get_absolute_url()).content.decode().partition(PANEL)[2]
    words = ("konsentrasi sama", "1 dari 2 keterampilan", "Mengelas")
    assert [f">{word}</li>" in panel for word in words] == [True] * 3


def test_vacancy_page_shows_the_invitation(alumnus_user):
    row = VacancyInvitationFactory(alumnus=alumnus_user.alumnus)
    page = alumnus_user.client.get(row.vacancy.get_absolute_url()).content.decode()
    assert f'href="/saya/undangan/{row.pk}/"' in page


def test_strangers_and_desks_get_no_panel(coordinator):
    row = VacancyFactory()
    for client in (Client(), coordinator.client):
        assert PANEL not in client.get(row.get_absolute_url()).content.decode()


def test_list_can_be_sorted_by_fit(alumnus_user):
    VacancyFactory(title="Baru", konsentrasi=[KonsentrasiFactory(other=True)], published_at=moment(-1))
    VacancyFactory(title="Cocok", konsentrasi=[KonsentrasiFactory()], published_at=moment(-9))
    cards = alumnus_user.client.get("/lowongan/?urut=cocok").context["cards"]
    assert [card.title for card in cards] == ["Cocok", "Baru"]


# the invited person's pages


def test_invitation_leads_from_the_dashboard_to_the_application_form(alumnus_user):
    row = VacancyInvitationFactory(alumnus=alumnus_user.alumnus, vacancy__title="Teknisi Jaringan")
    address = f"/saya/undangan/{row.pk}/"
    assert f'href="{address}"' in alumnus_user.client.get("/saya/").content.decode()
    page = alumnus_user.client.get(address)
    assert (page.status_code, VacancyInvitation.objects.get().opened_at) == (200, None)  # nothing changes on GET
    alumnus_user.client.post(f"{address}dibuka/")
    alumnus_user.client.post(f"{address}dibuka/")
    assert VacancyInvitation.objects.get().opened_at is not None
    answer = alumnus_user.client.post(f"{address}terima/")
    assert (answer.status_code, answer["Location"]) == (302, f"/saya/lamar/{row.vacancy_id}/")
    again = alumnus_user.client.post(f"{address}terima/", follow=True)
    assert [str(message) for message in again.context["messages"]][-1] == "Sudah diterima."
    assert (VacancyInvitation.objects.get().status, Application.objects.count()) == (InvitationStatus.ACCEPTED, 0)
    assert "Lanjut melamar" in text_of(alumnus_user.client.get(address))


@pytest.mark.parametrize(("days", "sentence"), [(-1, "Anda sudah melamar"), (-5, "lamarannya belum dikirim")])
def test_invitation_knows_the_application_that_came_of_it_and_ended(alumnus_user, days, sentence):
    row = VacancyInvitationFactory(alumnus=alumnus_user.alumnus, accepted=True)
    ApplicationFactory(alumnus=row.alumnus, vacancy=row.vacancy, rejected=True, applied_at=moment(days))
    assert sentence in text_of(alumnus_user.client.get(f"/saya/undangan/{row.pk}/"))


def test_declining_needs_no_reason_and_leaves_the_dashboard(alumnus_user):
    row = VacancyInvitationFactory(alumnus=alumnus_user.alumnus)
    alumnus_user.client.post(f"/saya/undangan/{row.pk}/tolak/", {"reason": ""})
    assert VacancyInvitation.objects.get().status == InvitationStatus.DECLINED
    assert "Undangan melamar" not in text_of(alumnus_user.client.get("/saya/"))
    assert "Ditolak" in text_of(alumnus_user.client.get("/saya/undangan/"))


def test_too_long_a_reason_is_shown_again(alumnus_user):
    row = VacancyInvitationFactory(alumnus=alumnus_user.alumnus)
    page = alumnus_user.client.post(f"/saya/undangan/{row.pk}/tolak/", {"reason": "x" * 201})
    assert (page.status_code, VacancyInvitation.objects.get().status) == (200, InvitationStatus.SENT)


def test_own_invitations_take_the_same_queries(alumnus_user, same_queries):
    def more(count):
        for _ in range(count):
            VacancyInvitationFactory(alumnus=alumnus_user.alumnus)

    same_queries(alumnus_user.client, "/saya/undangan/", more, 9)


# the coordinator


def fit_page(vacancy):
    return f"/bkk/lowongan/{vacancy.pk}/cocok/"


def test_own_alumni_best_first(coordinator, other_coordinator):
    tkj, row = KonsentrasiFactory(), VacancyFactory(konsentrasi=[KonsentrasiFactory()], village=VillageFactory())
    far = AlumnusFactory(school=coordinator.school, konsentrasi=tkj)
    near = AlumnusFactory(school=coordinator.school, konsentrasi=tkj, person__village=VillageFactory())
    SpellFactory(person=far.person, since=days(-9))
    AlumnusFactory(school=coordinator.school, konsentrasi=KonsentrasiFactory(other=True))
    AlumnusFactory(school=other_coordinator.school, konsentrasi=tkj)
    cards = coordinator.client.get(fit_page(row)).context["cards"]
    assert [alumnus for alumnus, _ in cards] == [near, far]
    assert cards[0][1].texts == ["konsentrasi sama", "dekat: Oetete", "tanpa pengalaman", "pendidikan cukup"]
    assert cards[1][1].gaps == ("sedang bekerja",)


def test_ticking_invites_and_tells_each_result(coordinator):
    row = VacancyFactory(konsentrasi=[KonsentrasiFactory()])
    new = AlumnusFactory(school=coordinator.school, claimed=True)
    silent = AlumnusFactory(school=coordinator.school)
    page = coordinator.client.get(fit_page(row)).content.decode()
    boxes = re.findall(r'name="alumni" value="(\d+)"', page)
    assert boxes == [str(new.pk)]
    chosen = {"alumni": [new.pk, silent.pk, "abc", "9" * 30]}
    answer = coordinator.client.post(f"/bkk/lowongan/{row.pk}/undang/", chosen)
    assert {alumnus: str(result.label) for alumnus, result, *_ in answer.context["results"]} == {
        new: "Diundang",
        silent: "Belum punya akun",
    }
    assert re.findall(r'name="alumni"', coordinator.client.get(fit_page(row)).content.decode()) == []


def test_ticking_nobody_goes_back_with_a_sentence(coordinator):
    row = VacancyFactory()
    answer = coordinator.client.post(f"/bkk/lowongan/{row.pk}/undang/", {}, follow=True)
    assert [str(message) for message in answer.context["messages"]] == ["Pilih dulu alumni yang diundang."]


def test_filters_narrow_the_fitting_ones(coordinator):
    row = VacancyFactory(konsentrasi=[KonsentrasiFactory()])
    ready = AlumnusFactory(school=coordinator.school, claimed=True, graduation_year=2024)
    SpellFactory(person=ready.person, job_seeking=True, since=days(-9))
    invited = AlumnusFactory(school=coordinator.school, claimed=True, graduation_year=2023)
    VacancyInvitationFactory(alumnus=invited, vacancy=row)
    silent = AlumnusFactory(school=coordinator.school, graduation_year=2022)

    def found(query):
        return {alumnus for alumnus, _ in coordinator.client.get(f"{fit_page(row)}?{query}").context["cards"]}

    assert [found(query) for query in ("siap=on", "akun=on", "baru=on", "tahun=2022")] == [
        {ready},
        {ready, invited},
        {ready, silent},
        {silent},
    ]


def test_closed_vacancy_shows_who_fits_but_invites_nobody(coordinator):
    row = VacancyFactory(closed=True, konsentrasi=[KonsentrasiFactory()])
    AlumnusFactory(school=coordinator.school, claimed=True)
    page = coordinator.client.get(fit_page(row)).content.decode()
    assert ("Undangan hanya untuk lowongan yang terbuka." in page, 'name="alumni"' in page) == (True, False)


def test_desk_page_counts_what_came_of_the_invitations(coordinator):
    row = VacancyFactory(school=coordinator.school)
    alumnus = AlumnusFactory(school=coordinator.school, claimed=True)
    VacancyInvitationFactory(alumnus=alumnus, vacancy=row, accepted=True)
    ApplicationFactory(alumnus=alumnus, vacancy=row, applied_at=moment(-1))
    panel = text_of(coordinator.client.get(f"/bkk/lowongan/{row.pk}/")).partition("Alumni yang cocok")[2]
    counts = "Diundang 1 Dibuka 1 Diterima 1 Ditolak 0 Tidak dijawab 0 Melamar 1 Ditempatkan 0"
    assert counts in panel


def test_invitations_of_a_vacancy_with_the_reason(coordinator):
    row = VacancyFactory()
    alumnus = AlumnusFactory(school=coordinator.school, claimed=True)
    VacancyInvitationFactory(alumnus=alumnus, vacancy=row, declined=True)
    VacancyInvitationFactory(vacancy=row)  # another school's
    page = coordinator.client.get(f"/bkk/lowongan/{row.pk}/undangan/")
    assert [invitation.alumnus for invitation in page.context["listing"].rows] == [alumnus]
    assert "Tempatnya terlalu jauh." in text_of(page)


@pytest.mark.parametrize(("page", "queries"), [("cocok", 24), ("undangan", 11)])
def test_coordinators_lists_take_the_same_queries(coordinator, same_queries, page, queries):
    row = VacancyFactory(konsentrasi=[KonsentrasiFactory()], skills=[SkillFactory()])

    def more(count):
        for _ in range(count):
            alumnus = AlumnusFactory(school=coordinator.school, claimed=True)
            CredentialFactory(person=alumnus.person, konsentrasi=[KonsentrasiFactory()], skills=[SkillFactory()])
            SpellFactory(person=alumnus.person)
            VacancyInvitationFactory(alumnus=alumnus, vacancy=row)

    same_queries(coordinator.client, f"/bkk/lowongan/{row.pk}/{page}/", more, queries)


# the forum


def agreed(**fields):
    alumnus = AlumnusFactory(claimed=True, **fields)
    ConsentFactory(user=alumnus.person.user, purpose=ConsentPurpose.SHARE_WITH_FORUM)
    return alumnus


def test_forum_sees_who_agreed_without_name_address_or_number(forum_chair):
    row = VacancyFactory(konsentrasi=[KonsentrasiFactory()], village=VillageFactory(), title="Teknisi")
    alumnus = agreed()
    person = alumnus.person
    person.name, person.phone, person.village = "Maria Yuliana Nenobais", "+6281234567890", VillageFactory()
    person.address, person.expected_pay = "Jl. Timor Raya 9", 9_000_000
    person.save()
    AlumnusFactory(claimed=True)
    page = forum_chair.client.get(f"/forum/lowongan/{row.pk}/cocok/")
    assert [row for row, _ in page.context["cards"]] == [alumnus]
    text = text_of(page)
    assert "Maria Y. N." in text
    told = ("Yuliana", "Nenobais", "81234567890", "Oetete", "Timor Raya", "harapan", person.nisn)
    assert [word for word in told if word in text] == []


def test_forum_reaches_every_open_vacancy(forum_chair):
    row = VacancyFactory(title="Teknisi")
    VacancyFactory(title="Tutup", closed=True)
    page = forum_chair.client.get("/forum/lowongan/")
    assert [vacancy.title for vacancy in page.context["listing"].rows] == ["Teknisi"]
    assert f'href="/forum/lowongan/{row.pk}/cocok/"' in page.content.decode()


def test_forum_lists_take_the_same_queries(forum_chair, same_queries):
    row = VacancyFactory(konsentrasi=[KonsentrasiFactory()])
    same_queries(forum_chair.client, "/forum/lowongan/", lambda count: [VacancyFactory() for _ in range(count)], 9)
    url = f"/forum/lowongan/{row.pk}/cocok/"
    same_queries(forum_chair.client, url, lambda count: [agreed() for _ in range(count)], 21)


# what counts how much


def posted(weights, **changes):
    values = {name: getattr(weights, name) for name in FitWeights.names()}
    return values | {"terakhir_diubah": weights.updated_at.isoformat()} | changes


def test_forum_changes_a_weight_and_everyone_reads_it(forum_chair):
    weights = FitWeightsFactory()
    answer = forum_chair.client.post("/forum/kecocokan/", posted(weights, same_konsentrasi=77))
    assert (answer.status_code, FitWeights.objects.get().same_konsentrasi) == (302, 77)
    change = FitWeights.history.order_by("-history_id").first()
    assert (change.history_user, change.same_konsentrasi) == (forum_chair.user, 77)
    changes = [changed for _, changed in forum_chair.client.get("/forum/kecocokan/").context["changes"]]
    assert changes == [[("Konsentrasi keahlian sama", weights.same_konsentrasi, 77)], []]
    assert "dipelajari di sekolah. 77" in text_of(Client().get("/lowongan/kecocokan/"))


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"same_program": 60}, "Yang lebih dekat di spektrum tidak boleh bernilai lebih kecil"),
        ({"skills": 101}, "Setiap bobot paling besar 100 poin."),
        ({"skills": -1}, "sama dengan 0"),
    ],
)
def test_weights_that_make_no_sense_are_refused(forum_chair, wrong, sentence):
    weights = FitWeightsFactory()
    page = forum_chair.client.post("/forum/kecocokan/", posted(weights, **wrong))
    assert (page.status_code, sentence in text_of(page)) == (200, True)
    assert FitWeights.objects.get().skills == 30


def test_two_tabs_do_not_overwrite_each_other(forum_chair):
    weights = FitWeightsFactory()
    first, second = posted(weights, ready=20), posted(weights, ready=5)
    forum_chair.client.post("/forum/kecocokan/", first)
    page = forum_chair.client.post("/forum/kecocokan/", second)
    assert ("sudah diubah di tempat lain" in text_of(page), FitWeights.objects.get().ready) == (True, 20)


def test_explanation_is_there_before_anybody_set_a_weight():
    page = Client().get("/lowongan/kecocokan/")
    assert "Umur dan jenis kelamin tidak pernah ikut dihitung" in text_of(page)
    told = {line.name: line.points for _, _, lines in page.context["groups"] for line in lines}
    assert told == {name: getattr(FitWeights(), name) for name in FitWeights.names()}


@pytest.mark.parametrize("page", ["/saya/cocok/", "/saya/undangan/{}/"])
def test_lists_of_fit_lead_to_the_explanation(alumnus_user, page):
    row = VacancyInvitationFactory(alumnus=alumnus_user.alumnus)
    assert 'href="/lowongan/kecocokan/"' in alumnus_user.client.get(page.format(row.pk)).content.decode()
