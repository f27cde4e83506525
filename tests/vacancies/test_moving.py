"""publish, pause, reopen, close: what the school does with its own vacancy."""

import pytest

from bkk_portal.kit.errors import AlreadyDone, Refused
from placements.vacancies import actions
from placements.vacancies.checklist import CHECKLIST, items_for
from tests.factories.employers import EmployerFactory, EmployerMembershipFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory
from tests.vacancies.acts import log, published, told, yes_to_all

pytestmark = pytest.mark.django_db
TEXTS = {item.key: item.text for item in CHECKLIST}


def draft(seat, **traits):
    return VacancyFactory(draft=True, school=seat.school, **traits)


def refused(vacancy, seat, sentence, **changes):
    """Publishing is refused with this sentence, and nothing is changed or told."""
    with pytest.raises(Refused) as answer:
        published(vacancy, seat, **changes)
    vacancy.refresh_from_db()
    assert (answer.value.message, vacancy.status, log(vacancy)) == (sentence, "draft", [])


def test_publish_records_the_answers_and_the_time(coordinator):
    vacancy = published(draft(coordinator), coordinator)
    vacancy.refresh_from_db()
    assert vacancy.status == "published"
    assert vacancy.published_at.isoformat()[:16] == vacancy.checklist["at"][:16]
    assert (vacancy.checklist["answers"], vacancy.checklist["by"]) == (yes_to_all(vacancy), coordinator.user.pk)
    assert log(vacancy) == [("draft", "published", "", coordinator.user.pk)]


def test_publish_also_out_of_review(coordinator):
    vacancy = published(VacancyFactory(in_review=True, school=coordinator.school), coordinator)
    assert log(vacancy) == [("review", "published", "", coordinator.user.pk)]


def test_the_employers_people_are_told_but_not_those_who_left(coordinator):
    vacancy = draft(coordinator, title="Kasir")
    member = EmployerMembershipFactory(employer=vacancy.employer)
    gone = EmployerMembershipFactory(employer=vacancy.employer, ended=True)
    published(vacancy, coordinator)
    assert [told(row.user) for row in (member, gone)] == [
        [
            (
                "Lowongan Kasir ditayangkan",
                "Bila perusahaan Anda tidak membuka lowongan ini, hubungi BKK yang mengumumkannya.",
                vacancy.get_absolute_url(),
            )
        ],
        [],
    ]


def test_publish_names_every_fault_of_the_checklist(coordinator):
    vacancy = draft(coordinator)
    answers = yes_to_all(vacancy) | {"no_fee": False}
    del answers["reachable"]
    with pytest.raises(Refused) as answer:
        actions.publish(vacancy=vacancy, answers=answers, actor=coordinator.actor)
    vacancy.refresh_from_db()
    assert vacancy.status == "draft"
    assert answer.value.message == (
        f"Lowongan belum dapat ditayangkan. Belum dijawab: {TEXTS['reachable']}. Tidak terpenuhi: {TEXTS['no_fee']}."
    )


@pytest.mark.parametrize("key", ["no_fee", "no_private_data", "reachable", "plausible_pay"])
def test_publish_wants_these_to_hold(coordinator, key):
    vacancy = draft(coordinator)
    refused(vacancy, coordinator, f"Lowongan belum dapat ditayangkan. Tidak terpenuhi: {TEXTS[key]}.", **{key: False})


@pytest.mark.parametrize("key", ["own_domain", "proper_language"])
def test_publish_lets_these_be_otherwise(coordinator, key):
    assert published(draft(coordinator), coordinator, **{key: False}).checklist["answers"][key] is False


def test_of_a_verified_employer_only_two_things_are_asked():
    keys = [[item.key for item in items_for(EmployerFactory(verified=known))] for known in (True, False)]
    assert keys == [["no_fee", "no_private_data"], [item.key for item in CHECKLIST]]


def test_publish_is_refused_after_the_closing_date(coordinator):
    sentence = "Tanggal tutupnya sudah lewat. Ubah tanggalnya dulu."
    refused(draft(coordinator, expired=True), coordinator, sentence)


def test_publish_is_refused_when_nobody_could_see_it(coordinator):
    sentence = "Pilih dulu sekolah yang alumninya dapat melihat lowongan ini."
    refused(draft(coordinator, for_schools=True), coordinator, sentence)


def test_publish_for_named_schools(coordinator):
    vacancy = draft(coordinator, for_schools=True, visible_schools=[SchoolFactory(smkn2=True)])
    assert published(vacancy, coordinator).status == "published"


def test_publish_by_another_school_is_refused(coordinator, other_coordinator):
    sentence = "Lowongan ini diumumkan BKK lain; hanya mereka yang dapat mengubahnya."
    refused(draft(coordinator), other_coordinator, sentence)


def test_publish_twice_says_so_and_changes_nothing(coordinator):
    vacancy = published(draft(coordinator), coordinator)
    with pytest.raises(AlreadyDone, match=r"^Sudah tayang\.$"):
        published(vacancy, coordinator)
    assert len(log(vacancy)) == 1


@pytest.mark.parametrize(("trait", "word"), [("closed", "Ditutup"), ("hidden", "Disembunyikan")])
def test_publish_is_no_way_back(coordinator, trait, word):
    vacancy = VacancyFactory(school=coordinator.school, **{trait: True})
    with pytest.raises(Refused, match=f"Lowongan berstatus “{word}” tidak dapat ditayangkan."):
        published(vacancy, coordinator)


def test_pause_and_reopen_keep_the_place_in_the_list(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    actions.pause(vacancy=vacancy, actor=coordinator.actor, reason="Menunggu perusahaan")
    reopened = actions.reopen(vacancy=vacancy, actor=coordinator.actor)
    by = coordinator.user.pk
    assert reopened.published_at == vacancy.published_at
    assert log(vacancy) == [("published", "paused", "Menunggu perusahaan", by), ("paused", "published", "", by)]


def test_reopen_is_refused_after_the_closing_date(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, expired=True, status="paused")
    with pytest.raises(Refused, match="Tanggal tutupnya sudah lewat"):
        actions.reopen(vacancy=vacancy, actor=coordinator.actor)
    vacancy.refresh_from_db()
    assert vacancy.status == "paused"


@pytest.mark.parametrize(
    ("action", "status", "sentence"),
    [("pause", "paused", r"^Sudah ditunda\.$"), ("reopen", "published", r"^Sudah tayang\.$")],
)
def test_pause_and_reopen_twice_say_so(coordinator, action, status, sentence):
    vacancy = VacancyFactory(school=coordinator.school, status=status)
    with pytest.raises(AlreadyDone, match=sentence):
        getattr(actions, action)(vacancy=vacancy, actor=coordinator.actor)
    assert log(vacancy) == []


def test_a_draft_is_not_paused(coordinator):
    with pytest.raises(Refused, match="Lowongan berstatus “Draf” tidak dapat ditunda."):
        actions.pause(vacancy=draft(coordinator), actor=coordinator.actor)


@pytest.mark.parametrize("action", ["pause", "reopen", "close"])
def test_another_school_moves_nothing(other_coordinator, action):
    vacancy = VacancyFactory(school=SchoolFactory(smkn1=True), status="paused" if action == "reopen" else "published")
    reason = {"reason": "Sudah terisi"} if action == "close" else {}
    with pytest.raises(Refused, match="diumumkan BKK lain"):
        getattr(actions, action)(vacancy=vacancy, actor=other_coordinator.actor, **reason)
    assert log(vacancy) == []


@pytest.mark.parametrize("status", ["published", "paused"])
def test_close_keeps_the_reason_and_the_time(coordinator, status):
    vacancy = VacancyFactory(school=coordinator.school, status=status)
    actions.close(vacancy=vacancy, reason="  Sudah terisi ", actor=coordinator.actor)
    vacancy.refresh_from_db()
    assert (vacancy.status, vacancy.close_reason) == ("closed", "Sudah terisi")
    assert vacancy.closed_at is not None
    assert log(vacancy) == [(status, "closed", "Sudah terisi", coordinator.user.pk)]


def test_close_without_a_reason_is_refused(coordinator):
    vacancy = VacancyFactory(school=coordinator.school)
    with pytest.raises(Refused, match="Tulis dulu alasannya"):
        actions.close(vacancy=vacancy, reason="  ", actor=coordinator.actor)
    vacancy.refresh_from_db()
    assert (vacancy.status, log(vacancy)) == ("published", [])


def test_close_twice_says_so_and_keeps_the_first_reason(coordinator):
    vacancy = VacancyFactory(school=coordinator.school, closed=True)
    with pytest.raises(AlreadyDone, match=r"^Sudah ditutup\.$"):
        actions.close(vacancy=vacancy, reason="Lain", actor=coordinator.actor)
    vacancy.refresh_from_db()
    assert (vacancy.close_reason, log(vacancy)) == ("Sudah terisi", [])
