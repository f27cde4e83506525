import pytest
from django.db import models

from bkk_portal.accounts.audit.changes import DELETED
from bkk_portal.accounts.models import AuditEvent, Change
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from bkk_portal.people.merging.moving import links
from placements.employers.enums import MergeStatus
from placements.employers.merging import actions
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer
from tests.factories.accounts import InvitationFactory, UserFactory
from tests.factories.base import every_factory
from tests.factories.employers import (
    EmployerContactFactory,
    EmployerFactory,
    EmployerMembershipFactory,
    MergeProposalFactory,
    PklPlaceFactory,
)
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
FACTORIES = {factory._meta.model: factory for factory in every_factory()}


def propose(kept, dropped, seat):
    return actions.propose_merge(kept=kept, dropped=dropped, reason="Alamatnya sama.", actor=seat.actor)


def approve(proposal, seat, **how):
    return actions.approve_merge(proposal=proposal, actor=seat.actor, **how)


ITSELF = "placements.EmployerMergeProposal.dropped"  # names the one that goes, and is answered with the merge


def hanging_on(employer):
    """{label of the field: row} with one of every table that leads to an employer, made through its factory."""
    return {
        f"{field.model._meta.label}.{field.name}": FACTORIES[field.model](**{field.name: employer})
        for field in links(Employer)
    }


def test_every_row_that_leads_to_the_employer_moves(forum_chair):
    """Enumerated through the models: a table that comes tomorrow is in this test by itself."""
    rows = hanging_on(EmployerFactory())
    proposal = rows.pop(ITSELF)
    approve(proposal, forum_chair)
    after = {name: type(row)._base_manager.get(pk=row.pk) for name, row in rows.items()}
    leads_to = {name: getattr(row, name.rsplit(".", 1)[1]) for name, row in after.items()}
    assert leads_to == dict.fromkeys(rows, proposal.kept)
    assert {"placements.Vacancy.employer", "placements.Placement.employer"} < set(rows)


def test_no_relation_to_an_employer_is_left_out_of_the_enumeration():
    related = {
        f"{relation.field.model._meta.label}.{relation.field.name}"
        for relation in Employer._meta.related_objects
        if relation.on_delete is not models.DO_NOTHING
    }
    assert related == {f"{field.model._meta.label}.{field.name}" for field in links(Employer)}


def test_merging_into_itself_is_refused(coordinator):
    employer = EmployerFactory()
    with pytest.raises(Refused, match="dirinya sendiri"):
        propose(employer, employer, coordinator)
    assert EmployerMergeProposal.objects.count() == 0


def test_a_proposal_tells_the_forums_chair(coordinator, forum_chair):
    proposal = propose(EmployerFactory(name="Hotel Teluk"), EmployerFactory(name="PT Hotel Teluk"), coordinator)
    assert (proposal.status, proposal.school, proposal.dropped_name) == (
        MergeStatus.WAITING,
        coordinator.school,
        "PT Hotel Teluk",
    )
    told = Notification.objects.get(user=forum_chair.user)
    assert (told.title, told.url) == (
        "Usul menyatukan PT Hotel Teluk ke Hotel Teluk",
        f"/forum/mitra/penyatuan/{proposal.pk}/",
    )


def test_a_second_proposal_says_that_one_waits(coordinator, other_coordinator):
    kept, dropped = EmployerFactory(), EmployerFactory()
    propose(kept, dropped, coordinator)
    for pair in ((kept, dropped), (dropped, kept), (EmployerFactory(), dropped)):
        with pytest.raises(AlreadyDone, match="^Sudah ada usul"):
            propose(*pair, other_coordinator)
    assert EmployerMergeProposal.objects.count() == 1


@pytest.mark.parametrize("seat", ["officer", "employer_user", "alumnus_user"])
def test_others_propose_nothing(request, seat):
    with pytest.raises(Refused, match="koordinator BKK"):
        propose(EmployerFactory(), EmployerFactory(), request.getfixturevalue(seat))


@pytest.mark.parametrize(("decide", "values"), [("approve_merge", {}), ("decline_merge", {"answer": "Beda."})])
def test_only_the_forums_chair_decides(coordinator, decide, values):
    proposal = MergeProposalFactory()
    with pytest.raises(Refused, match="ketua forum"):
        getattr(actions, decide)(proposal=proposal, actor=coordinator.actor, **values)
    assert Employer.objects.count() == 2


def test_a_superuser_decides_too(superuser):
    assert approve(MergeProposalFactory(), superuser).status == MergeStatus.MERGED


def test_deciding_twice_says_so(forum_chair):
    proposal = MergeProposalFactory()
    approve(proposal, forum_chair)
    with pytest.raises(AlreadyDone, match="^Sudah diputuskan: disatukan"):
        approve(proposal, forum_chair)
    with pytest.raises(AlreadyDone, match="^Sudah diputuskan"):
        actions.decline_merge(proposal=proposal, answer="Beda.", actor=forum_chair.actor)


def test_declining_says_why_and_keeps_both(forum_chair):
    proposal = MergeProposalFactory()
    with pytest.raises(Refused, match="Tulis alasan"):
        actions.decline_merge(proposal=proposal, answer=" ", actor=forum_chair.actor)
    row = actions.decline_merge(proposal=proposal, answer="Beda kota.", actor=forum_chair.actor)
    assert (row.status, row.answer, Employer.objects.count()) == (MergeStatus.DECLINED, "Beda kota.", 2)
    assert Notification.objects.get(user=proposal.proposed_by).body == "Beda kota."


def test_what_the_one_that_stays_lacks_comes_from_the_other(forum_chair):
    proposal = MergeProposalFactory(
        kept__phone="",
        kept__website="https://tetap.example",
        dropped__nib="1234567890123",
        dropped__website="https://lebur.example",
    )
    kept = approve(proposal, forum_chair).kept
    kept.refresh_from_db()
    assert (kept.nib, kept.phone, kept.website) == ("1234567890123", "+62380821234", "https://tetap.example")


def test_the_other_way_round_than_proposed(forum_chair):
    proposal = MergeProposalFactory(kept__name="Salah ketik", dropped__name="Hotel Teluk Kupang")
    row = approve(proposal, forum_chair, swapped=True)
    assert (row.kept.name, row.dropped_name) == ("Hotel Teluk Kupang", "Salah ketik")
    assert [employer.name for employer in Employer.objects.all()] == ["Hotel Teluk Kupang"]


def test_the_last_values_stand_in_the_history_and_the_merge_is_audited(forum_chair):
    proposal = MergeProposalFactory(dropped__name="Lebur")
    key = proposal.dropped.pk
    approve(proposal, forum_chair)
    last = Change.objects.for_model(Employer).filter(object_id=key).last()
    assert (last.action, last.changes["name"][0], last.actor) == (DELETED, "Lebur", forum_chair.user)
    event = AuditEvent.objects.get(kind="employers_merged")
    assert (event.target, event.detail) == (f"employer {proposal.kept.pk}", f"employer {key}")


def test_who_was_a_member_of_both_stays_a_member_of_one(forum_chair):
    proposal, user = MergeProposalFactory(), UserFactory()
    ours = EmployerMembershipFactory(user=user, employer=proposal.kept)
    theirs = EmployerMembershipFactory(user=user, employer=proposal.dropped)
    approve(proposal, forum_chair)
    theirs.refresh_from_db()
    assert [row.pk for row in user.employermemberships.current()] == [ours.pk]
    assert (theirs.employer, theirs.end_reason) == (proposal.kept, "Dua catatan perusahaan disatukan")


def test_pkl_places_recorded_on_both_add_up(forum_chair):
    proposal = MergeProposalFactory()
    ours = PklPlaceFactory(employer=proposal.kept, places=4, filled=3)
    same = {"school": ours.school, "year": ours.year, "konsentrasi": ours.konsentrasi}
    PklPlaceFactory(employer=proposal.dropped, places=2, filled=2, **same)
    approve(proposal, forum_chair)
    (place,) = proposal.kept.pkl_places.all()
    assert (place.places, place.filled) == (6, 5)


def test_the_first_contact_of_the_one_that_stays_is_called_first(forum_chair):
    proposal = MergeProposalFactory()
    EmployerContactFactory(employer=proposal.kept, name="A", is_main=True)
    EmployerContactFactory(employer=proposal.dropped, name="B", is_main=True)
    approve(proposal, forum_chair)
    assert [(row.name, row.is_main) for row in proposal.kept.contacts.all()] == [("A", True), ("B", False)]


def test_open_invitations_lead_to_the_one_that_stays(forum_chair):
    proposal = MergeProposalFactory()
    invitation = InvitationFactory(role="employer_member", scope_id=proposal.dropped.pk)
    approve(proposal, forum_chair)
    invitation.refresh_from_db()
    assert invitation.scope_id == proposal.kept.pk


def test_other_proposals_about_the_same_pair_are_answered(forum_chair):
    proposal = MergeProposalFactory()
    turned = MergeProposalFactory(kept=proposal.dropped, dropped=proposal.kept)
    third = MergeProposalFactory(kept=proposal.dropped)
    approve(proposal, forum_chair)
    turned.refresh_from_db()
    third.refresh_from_db()
    assert (turned.status, turned.dropped) == (MergeStatus.DECLINED, None)
    assert (third.status, third.kept) == (MergeStatus.WAITING, proposal.kept)


def test_old_addresses_lead_on(client, coordinator, forum_chair):
    proposal = MergeProposalFactory(kept__verified=True, kept__name="Hotel Teluk", dropped__verified=True)
    old, key = proposal.dropped.get_absolute_url(), proposal.dropped.pk
    approve(proposal, forum_chair)
    answers = [
        client.get(old),
        coordinator.client.get(f"/bkk/mitra/{key}/"),
        forum_chair.client.get(f"/forum/mitra/{key}/"),
    ]
    kept = proposal.kept
    assert [(answer.status_code, answer["Location"]) for answer in answers] == [
        (301, kept.get_absolute_url()),
        (302, f"/bkk/mitra/{kept.pk}/"),
        (302, f"/forum/mitra/{kept.pk}/"),
    ]


def test_a_coordinator_finds_the_other_compares_and_proposes(coordinator):
    kept = EmployerFactory(name="Hotel Teluk Kupang")
    other = EmployerFactory(name="PT Hotel Teluk Kupang")
    url = f"/bkk/mitra/{kept.pk}/satukan/"
    assert f'href="?dengan={other.pk}"' in coordinator.client.get(url).content.decode()
    assert f'href="?dengan={other.pk}"' in coordinator.client.get(f"{url}?q=teluk").content.decode()
    page = coordinator.client.get(f"{url}?dengan={other.pk}")
    assert ("Nama", "Hotel Teluk Kupang", "PT Hotel Teluk Kupang", False) in page.context["rows"]
    coordinator.client.post(f"{url}?dengan={other.pk}", {"stays": other.pk, "reason": "Satu gedung."})
    proposal = EmployerMergeProposal.objects.get()
    assert (proposal.kept, proposal.dropped, proposal.reason) == (other, kept, "Satu gedung.")


def test_comparing_with_itself_is_refused(coordinator):
    employer = EmployerFactory()
    url = f"/bkk/mitra/{employer.pk}/satukan/?dengan={employer.pk}"
    response = coordinator.client.get(url, follow=True)
    assert "dirinya sendiri" in response.content.decode()


def test_the_chair_approves_and_declines_from_the_page(forum_chair):
    first, second = MergeProposalFactory(), MergeProposalFactory()
    VacancyFactory(employer=first.dropped)
    url = f"/forum/mitra/penyatuan/{first.pk}/"
    assert ("Lowongan", "0", "1", False) in forum_chair.client.get(url).context["rows"]
    forum_chair.client.post(f"{url}setujui/", {"tetap": "tetap"})
    forum_chair.client.post(f"/forum/mitra/penyatuan/{second.pk}/tolak/", {"answer": "Beda pemilik."})
    rows = dict(EmployerMergeProposal.objects.values_list("pk", "status"))
    assert rows == {first.pk: "merged", second.pk: "declined"}
    assert forum_chair.client.get(url).status_code == 200
    assert first.kept.vacancies.count() == 1


@pytest.mark.parametrize(
    ("seat", "url", "number"),
    [("coordinator", "/bkk/mitra/penyatuan/", 9), ("forum_chair", "/forum/mitra/penyatuan/", 9)],
)
def test_lists_take_the_same_queries_for_one_and_three(request, same_queries, seat, url, number):
    same_queries(request.getfixturevalue(seat).client, url, MergeProposalFactory.create_batch, number)


def test_a_superuser_merges_in_the_admin(superuser):
    proposal = MergeProposalFactory(kept__name="Hotel Teluk", dropped__name="PT Hotel Teluk")
    values = {"action": "merge", "_selected_action": [proposal.pk]}
    response = superuser.client.post("/admin/placements/employermergeproposal/", values, follow=True)
    assert [str(message) for message in response.context["messages"]] == [
        "Disatukan: PT Hotel Teluk sekarang Hotel Teluk."
    ]
    assert [employer.name for employer in Employer.objects.all()] == ["Hotel Teluk"]
