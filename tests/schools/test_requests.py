"""A BKK asks for its tanda daftar; the office that supervises BKKs answers."""

import pytest
from django.db import IntegrityError, transaction

from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.notifications.models import Notification
from placements.schools.enums import RequestKind, RequestStatus
from placements.schools.registration.actions import approve_request, return_request
from placements.schools.registration.models import RegistrationRequest
from tests.factories.schools import PlanFactory, RequestFactory, SchoolFactory
from tests.schools.acts import messages, pdf

pytestmark = pytest.mark.django_db
OURS, OFFICE = "/bkk/tanda-daftar/", "/dinas/bkk/permohonan/"


def request_data(**fields):
    papers = {"decree_file": pdf(), "structure_file": pdf(), "plan_file": pdf()}
    words = {"kind": "first", "head": "Petrus Tefa", "decree_number": "01/SK/2026", "decree_date": "2026-01-05"}
    return papers | words | fields


def send(coordinator, **fields):
    return coordinator.client.post(f"{OURS}baru/", request_data(**fields), follow=True)


def test_request_reaches_the_office(coordinator, officer, other_officer):
    response = send(coordinator)
    asked = RegistrationRequest.objects.get()
    assert (response.redirect_chain, messages(response)) == ([(OURS, 302)], ["Permohonan terkirim ke dinas."])
    assert (asked.school, asked.status, asked.sent_by) == (coordinator.school, RequestStatus.SENT, coordinator.user)
    told = Notification.objects.get(user=officer.user)
    assert (told.title, told.url) == ("Permohonan SMKN 1 Kupang", f"{OFFICE}{asked.pk}/")
    assert not Notification.objects.filter(user=other_officer.user).exists()
    assert list(officer.client.get("/dinas/bkk/").context["requests"]) == [asked]


def test_second_request_says_that_one_waits(coordinator):
    send(coordinator)
    said = messages(send(coordinator))
    assert said == ["Permohonan sebelumnya sudah dikirim dan masih menunggu jawaban dinas."]
    assert RegistrationRequest.objects.count() == 1


def test_database_keeps_one_waiting_request_a_school(coordinator):
    RequestFactory(school=coordinator.school)
    with pytest.raises(IntegrityError), transaction.atomic():
        RequestFactory(school=coordinator.school)


def test_without_any_plan_it_is_refused(coordinator, time_machine):
    time_machine.move_to("2026-11-24T03:00:00Z")
    said = messages(send(coordinator, plan_file=""))
    assert said == ["Lampirkan rencana penempatan, atau isi dulu rencana tahun ini di halaman Rencana."]
    PlanFactory(school=coordinator.school, year=2026)
    assert messages(send(coordinator, plan_file="")) == ["Permohonan terkirim ke dinas."]


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"decree_date": "2099-01-01"}, {"decree_date": ["Tanggal ini belum tiba. Isi tanggal yang tertulis di SK."]}),
        (
            {"decree_file": pdf("sk.pdf", b"MZ")},
            {"decree_file": ["sk.pdf bukan PDF atau gambar JPG, PNG, atau WebP yang utuh."]},
        ),
    ],
)
def test_form_refuses_with_a_clear_sentence(coordinator, changes, errors):
    assert send(coordinator, **changes).context["form"].errors == errors
    assert RegistrationRequest.objects.count() == 0


def test_approval_becomes_the_schools_tanda_daftar(coordinator, officer):
    asked = RequestFactory(school=coordinator.school, head="Maria Lay")
    data = {"number": "560/12/2026", "issued_on": "2026-03-02", "file": pdf()}
    response = officer.client.post(f"{OFFICE}{asked.pk}/setujui/", data, follow=True)
    coordinator.school.refresh_from_db()
    school = coordinator.school
    assert messages(response) == ["Tanda daftar SMKN 1 Kupang terbit."]
    assert (school.registration_number, str(school.registered_on), school.bkk_head, school.registered_head) == (
        "560/12/2026",
        "2026-03-02",
        "Maria Lay",
        "Maria Lay",
    )
    assert Notification.objects.get(user=coordinator.user).title == "Tanda daftar BKK terbit: 560/12/2026"
    answer = coordinator.client.get(f"{OURS}berkas/")
    assert b"".join(answer.streaming_content)[:8] == b"%PDF-1.7"


def test_return_tells_the_reason_and_lets_ask_again(coordinator, officer):
    asked = RequestFactory(school=coordinator.school)
    officer.client.post(f"{OFFICE}{asked.pk}/kembalikan/", {"reason": "Struktur belum ditandatangani"})
    asked.refresh_from_db()
    assert (asked.status, asked.decided_by) == (RequestStatus.RETURNED, officer.user)
    assert Notification.objects.get(user=coordinator.user).body == "Struktur belum ditandatangani"
    assert messages(send(coordinator)) == ["Permohonan terkirim ke dinas."]


def test_answering_twice_changes_nothing(officer):
    asked = RequestFactory()
    return_request(asked=asked, reason="Belum lengkap", actor=officer.actor)
    with pytest.raises(AlreadyDone) as caught:
        approve_request(asked=asked, number="1", issued_on="2026-03-02", file=None, actor=officer.actor)
    asked.refresh_from_db()
    assert caught.value.message == "Permohonan ini sudah dijawab: dikembalikan."
    assert (asked.number, asked.school.registration_number) == ("", "")


def test_return_wants_a_reason(officer):
    asked = RequestFactory()
    page = officer.client.post(f"{OFFICE}{asked.pk}/kembalikan/", {"reason": " "})
    assert list(page.context["return_form"].errors) == ["reason"]
    with pytest.raises(Refused):
        return_request(asked=asked, reason=" ", actor=officer.actor)


def test_others_neither_see_nor_answer(coordinator, other_coordinator, other_officer):
    asked = RequestFactory(school=coordinator.school)
    assert other_coordinator.client.get(f"{OURS}{asked.pk}/berkas/sk/").status_code == 404
    for path in ("", "berkas/sk/"):
        assert other_officer.client.get(f"{OFFICE}{asked.pk}/{path}").status_code == 404
    for seat in (coordinator, other_officer):
        with pytest.raises(Refused) as caught:
            return_request(asked=asked, reason="Belum", actor=seat.actor)
        assert caught.value.message == "Tanda daftar BKK hanya dicatat oleh dinas yang membina BKK."


def test_papers_are_read_by_both_sides(coordinator, officer):
    asked = RequestFactory(school=coordinator.school)
    for client, base in ((coordinator.client, OURS), (officer.client, OFFICE)):
        answer = client.get(f"{base}{asked.pk}/berkas/sk/")
        assert b"".join(answer.streaming_content)[:8] == b"%PDF-1.7"
        assert client.get(f"{base}{asked.pk}/berkas/rencana/").status_code == 404  # none was attached


def test_another_head_than_the_papers_asks_for_a_reissue(coordinator):
    school = coordinator.school
    school.registration_number, school.registered_head, school.bkk_head = "560/1", "Petrus Tefa", "Petrus Tefa"
    assert not school.needs_reissue
    school.bkk_head = "Maria Lay"
    school.save()
    assert school.needs_reissue
    page = coordinator.client.get(f"{OURS}baru/")
    assert page.context["form"].initial == {"kind": RequestKind.HEAD_CHANGED, "head": "Maria Lay"}


def test_pages_take_the_same_queries(coordinator, officer, same_queries):
    def answered(count):
        RequestFactory.create_batch(count, school=coordinator.school, status=RequestStatus.RETURNED, reason="Belum")

    same_queries(coordinator.client, OURS, answered, 10)


def test_office_list_takes_the_same_queries(officer, same_queries):
    same_queries(
        officer.client, "/dinas/bkk/", lambda count: [RequestFactory(school=SchoolFactory()) for _ in range(count)], 19
    )
