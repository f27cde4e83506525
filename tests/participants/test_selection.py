import pytest

from bkk_portal.kit.errors import Refused
from bkk_portal.notifications.models import Notification
from tests.factories.offices import AgencyMembershipFactory
from tests.factories.participants import ParticipantFactory, ScoreFactory
from tests.factories.people import PersonFactory
from tests.factories.programmes import CriterionFactory, GroupFactory, TrainingFactory
from trainings.participants.models import Participant, SelectionScore
from trainings.participants.running.documents import ranking_pdf
from trainings.participants.selection import Decision, decide, ranking_of, save_points

pytestmark = pytest.mark.django_db


@pytest.fixture
def training(officer):
    row = TrainingFactory(programme__agency=officer.agency, quota=2)
    CriterionFactory(programme=row.programme, name="Wawancara", weight=30, position=1)
    CriterionFactory(programme=row.programme, name="Tes", weight=10, position=2)
    return row


def applicant(training, name, *points, **fields):
    row = ParticipantFactory(training=training, registered=True, person__name=name, **fields)
    for criterion, value in zip(training.programme.criteria.all(), points, strict=False):
        ScoreFactory(participant=row, criterion=criterion, points=value)
    return row


def places(training):
    return [row.participant.person.name for row in ranking_of(training)]


def test_ranking_weighs_the_points(training):
    applicant(training, "Ana", 60, 100)  # 70
    applicant(training, "Budi", 80, 40)  # 70, later
    applicant(training, "Cici", 90, 20)  # 72.5
    applicant(training, "Dodi")
    assert places(training) == ["Cici", "Ana", "Budi", "Dodi"]
    assert [row.participant.total for row in ranking_of(training)] == [72.5, 70, 70, None]


def test_equal_points_put_the_groups_taken_first_before(training):
    group = GroupFactory()
    training.programme.priority_groups.add(group)
    applicant(training, "Ana", 70, 70)
    applicant(training, "Budi", 70, 70, groups=[group])
    assert places(training) == ["Budi", "Ana"]


def test_who_withdrew_is_not_ranked(training):
    applicant(training, "Ana", 70, 70)
    ParticipantFactory(training=training, withdrawn=True)
    assert places(training) == ["Ana"]


def test_points_are_written_changed_and_taken_away(training, officer):
    row = applicant(training, "Ana")
    first, second = training.programme.criteria.all()
    points = {row.pk: {first.pk: 80, second.pk: 60}}
    assert save_points(training=training, points=points, actor=officer.actor) == 2
    assert save_points(training=training, points=points, actor=officer.actor) == 0
    save_points(training=training, points={row.pk: {first.pk: None}}, actor=officer.actor)
    assert list(SelectionScore.objects.values_list("criterion", "points")) == [(second.pk, 60)]


def test_points_of_another_trainings_applicant_or_criterion_are_refused(training, officer):
    row, criterion = applicant(training, "Ana"), training.programme.criteria.first()
    for points in ({ParticipantFactory().pk: {criterion.pk: 1}}, {row.pk: {CriterionFactory().pk: 1}}):
        with pytest.raises(Refused, match="bukan dari pelatihan ini"):
            save_points(training=training, points=points, actor=officer.actor)


def test_selection_is_over_once_the_training_has_begun(training, officer):
    training.status = "running"
    training.save()
    with pytest.raises(Refused, match="sebelum hari pertama"):
        decide(training=training, reason="", actor=officer.actor)


def test_best_are_taken_in_while_seats_are_left_and_the_others_wait(training, officer):
    rows = [applicant(training, name, value, value) for name, value in [("Ana", 50), ("Budi", 90), ("Cici", 70)]]
    assert decide(training=training, reason="", actor=officer.actor) == Decision(2, 1, 0)
    assert [Participant.objects.get(pk=row.pk).status for row in rows] == ["waiting", "accepted", "accepted"]


def test_those_turned_down_read_the_reason_and_their_place(training, officer):
    for name, value in [("Ana", 90), ("Budi", 80)]:
        applicant(training, name, value, value)
    last = applicant(training, "Cici", 70, 70, person=PersonFactory(with_user=True))
    decide(training=training, reason="Nilai belum cukup.", actor=officer.actor)
    told = "Nilai belum cukup. Peringkat 3 dari 3 pendaftar, kuota 2."
    assert Participant.objects.get(pk=last.pk).reason == told
    assert Notification.objects.get(user=last.person.user).body == f"Alasan: {told}"


def test_nobody_is_decided_on_while_points_are_missing(training, officer):
    applicant(training, "Ana", 90, 90)
    applicant(training, "Budi", 90)
    with pytest.raises(Refused, match="^1 pendaftar belum dinilai lengkap, misalnya Budi"):
        decide(training=training, reason="", actor=officer.actor)
    assert training.participants.seated().count() == 0


def test_office_staff_are_left_for_the_head(training, officer):
    staff = PersonFactory(user=AgencyMembershipFactory(agency=officer.agency).user)
    row = applicant(training, "Pegawai", 100, 100, person=staff)
    applicant(training, "Ana", 50, 50)
    assert decide(training=training, reason="", actor=officer.actor) == Decision(1, 0, 1)
    assert Participant.objects.get(pk=row.pk).status == "registered"


def test_nothing_to_decide_says_so(training, officer):
    with pytest.raises(Refused, match="Tidak ada pendaftar"):
        decide(training=training, reason="", actor=officer.actor)


# the page


def test_page_takes_points_and_says_which_are_none(training, officer):
    row = applicant(training, "Ana")
    first, second = training.programme.criteria.all()
    url = f"/dinas/pelatihan/{training.pk}/seleksi/"
    names = [f"p{row.pk}-k{criterion.pk}" for criterion in (first, second)]
    page = officer.client.post(url, {names[0]: "101", names[1]: "50"})
    cells = page.context["lines"][0][1]
    assert [(cell["value"], cell["wrong"]) for cell in cells] == [("101", True), ("50", False)]
    assert SelectionScore.objects.count() == 0
    officer.client.post(url, {names[0]: "100", names[1]: ""})
    assert list(SelectionScore.objects.values_list("criterion", "points")) == [(first.pk, 100)]


def test_page_asks_for_the_reason_when_the_rest_is_turned_down(training, officer):
    applicant(training, "Ana", 90, 90)
    url = f"/dinas/pelatihan/{training.pk}/seleksi/putuskan/"
    officer.client.post(url, {"sisanya": "tolak", "reason": " "})
    assert training.participants.seated().count() == 0
    officer.client.post(url, {"sisanya": "tunggu"})
    assert training.participants.seated().count() == 1


def test_page_takes_the_same_queries_for_any_number_of_applicants(training, officer, same_queries):
    def make(count):
        for number in range(count):
            applicant(training, f"Ana {number}", 90, 90)

    same_queries(officer.client, f"/dinas/pelatihan/{training.pk}/seleksi/", make, 12)


def test_ranking_is_printed(training, officer):
    applicant(training, "Ana", 90, 90)
    assert ranking_pdf(training).startswith(b"%PDF-")
    answer = officer.client.get(f"/dinas/pelatihan/{training.pk}/seleksi/peringkat.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
