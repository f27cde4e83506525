"""The personal link: a form without a password, once, while it lives; saved as one goes."""

import datetime
import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from placements.outcomes.tracer.actions import renew_link, save_draft
from placements.outcomes.tracer.models import TracerResponse
from placements.outcomes.tracer.notices import path_of
from tests.harness.threads import at_once, raised
from tests.outcomes.acts import messages
from tests.outcomes.tracer.acts import EMPLOYEE, asking, response_to, send, sent

pytestmark = pytest.mark.django_db
NO_DATE = "Tanggal tidak dikenali. Tulis misalnya 24/11/2026 atau 24 November 2026."
NO_CHOICE = "Masukkan pilihan yang valid. Banyak bukan salah satu dari pilihan yang tersedia."
THANKS = "Terima kasih. Jawaban Anda sudah kami terima."


@pytest.fixture
def response():
    return response_to(asking())


@pytest.fixture
def link(response):
    return path_of(response)


def step(link, name, client=None, follow=False, **data):
    shown = ",".join(str(number) for number in range(1, 47))  # as with JavaScript: everything asked was there
    client = client or Client()
    return client.post(f"{link}?langkah={name}", {"tampil": shown} | data, follow=follow)


def fill(link, client=None):
    """The whole way of an employee; the answer to the last press."""
    client = client or Client()
    step(link, "status", client, q1="Tidak", q2="Ya", q3="Buruh/karyawan/pegawai")
    work = {f"q{number}": values for number, values in EMPLOYEE.items() if int(number) > 3}
    step(link, "work", client, **work)
    return client.post(f"{link}?langkah=kirim", follow=True)


def test_link_greets_by_the_first_name_only(response, link):
    text = Client().get(link).content.decode()
    person = response.alumnus.person
    assert re.search(r"<h1>\s*Apa kabar, (\w+)\?", text)[1] == person.name.split()[0]
    assert person.name not in text
    assert person.nisn not in text


def test_page_after_page_to_the_end(response, link):
    client = Client()
    first = step(link, "status", client, q1="Tidak", q2="Ya", q3="Buruh/karyawan/pegawai")
    assert first["Location"] == f"{link}?langkah=work"
    page = fill(link, client)
    response.refresh_from_db()
    assert messages(page) == [THANKS]
    assert (response.status, response.channel, response.draft) == ("submitted", "link", {})
    assert sent(response) == EMPLOYEE


def test_each_page_is_saved_by_itself(response, link):
    step(link, "status", q1="Tidak", q2="Ya", q3="Buruh/karyawan/pegawai")
    response.refresh_from_db()
    assert (response.status, response.draft["3"]) == ("started", ["Buruh/karyawan/pegawai"])
    assert Client().get(f"{link}?langkah=").context["step"] == "work"  # goes on where it stood


def test_every_change_is_saved_without_complaint(response, link):
    answer = step(link, "status", simpan="otomatis", q1="Tidak")
    response.refresh_from_db()
    assert (answer.status_code, response.draft) == (204, {"1": ["Tidak"]})


def test_without_javascript_a_new_question_brings_the_page_again(link):
    client = Client()
    answer = step(link, "status", client, tampil="1,2", q1="Tidak", q2="Ya")
    assert answer["Location"] == f"{link}?langkah=status"
    page = client.get(answer["Location"])
    form = page.context["form"]
    assert [(question.number, is_asked) for question, _, is_asked, _ in form.items] == [
        (1, True),
        (2, True),
        (3, True),
        (4, False),
        (5, False),
        (6, False),
        (7, False),
    ]
    assert form.errors == {}


def test_what_was_asked_and_not_answered_is_named(response, link):
    page = step(link, "status", tampil="1,2,3", q1="Tidak", q2="Ya")
    assert page.context["form"].errors == {"q3": ["Pertanyaan ini belum dijawab."]}
    response.refresh_from_db()
    assert response.draft["2"] == ["Ya"]  # what could be read is kept


@pytest.mark.parametrize(
    ("data", "errors"),
    [
        (
            {"q23": (timezone.localdate() + datetime.timedelta(days=2)).isoformat()},
            {"q23": ["Tanggal ini belum tiba atau terlalu lama. Periksa tahunnya."]},
        ),
        (
            {"q23": "kemarin dulu"},
            {"q23": ["Tanggal tidak dikenali. Tulis misalnya 24/11/2026 atau 24 November 2026."]},
        ),
        (
            {"q29": "Banyak"},
            {"q29": ["Masukkan pilihan yang valid. Banyak bukan salah satu dari pilihan yang tersedia."]},
        ),
    ],
)
def test_bad_values_are_explained(response, link, data, errors):
    step(link, "status", q1="Tidak", q2="Ya", q3="Buruh/karyawan/pegawai")
    work = {f"q{number}": values for number, values in EMPLOYEE.items() if int(number) > 3}
    assert step(link, "work", **(work | data)).context["form"].errors == errors
    response.refresh_from_db()
    assert set(data).isdisjoint(f"q{number}" for number in response.draft)  # what is wrong is never kept


def test_none_of_these_does_not_go_with_others(link):
    step(link, "status", q1="Tidak", q2="Tidak", q4="Tidak", q6="Tidak")
    page = step(link, "seeking", q8=["Mengurus rumah tangga", "Tidak termasuk semua pilihan di atas"], q9=["x"])
    assert page.context["form"].errors["q8"] == ["Pilihan “Tidak …” tidak dapat digabung dengan pilihan lain."]


def test_used_twice_says_so_and_changes_nothing(response, link):
    client = Client()
    fill(link, client)
    page = client.get(link)
    problem = "Tautan ini sudah dipakai: jawabannya sudah kami terima, jadi tidak berlaku lagi."
    assert page.context["problem"] == problem
    step(link, "status", client, q1="Ya", q2="Tidak")
    client.post(f"{link}?langkah=kirim")
    assert sent(response) == EMPLOYEE


def test_form_open_in_two_tabs_is_sent_once(response, link):
    save_draft(response=response, answers=EMPLOYEE)
    Client().post(f"{link}?langkah=kirim")
    second = Client().post(f"{link}?langkah=kirim", follow=True)
    assert "sudah dipakai" in second.context["problem"]
    assert response.answers.count() == sum(map(len, EMPLOYEE.values()))


def test_sent_before_everything_is_answered_leads_back(response, link):
    page = Client().post(f"{link}?langkah=kirim", follow=True)
    assert page.redirect_chain == [(f"{link}?langkah=status", 302)]
    assert messages(page) == [
        "Masih ada pertanyaan yang belum dijawab: Apakah Anda sedang melanjutkan studi di perguruan tinggi?"
    ]
    response.refresh_from_db()
    assert response.status == "waiting"


def test_expired_replaced_or_closed_says_so(coordinator):
    response = response_to(asking(coordinator.school))
    link = path_of(response)
    with time_machine.travel(timezone.now() + datetime.timedelta(days=61)):
        TracerCampaignDays(response.campaign).stay_open()
        late = Client().get(link)
    renew_link(response=response, actor=coordinator.actor)
    replaced = Client().get(link)
    response.refresh_from_db()
    TracerCampaignDays(response.campaign).close()
    closed = Client().get(path_of(response))
    assert [(page.status_code, page.context["problem"]) for page in (late, replaced, closed)] == [
        (410, "Tautan ini sudah kedaluwarsa. Minta tautan baru kepada BKK sekolah Anda."),
        (410, "Tautan ini sudah diganti dengan yang lebih baru. Buka tautan dari pesan yang terakhir."),
        (410, "Tracer study ini sudah ditutup atau belum dimulai, jadi jawaban tidak dapat dikirim."),
    ]


class TracerCampaignDays:
    def __init__(self, campaign):
        self.campaign = campaign

    def stay_open(self):
        self.campaign.closes_on = timezone.localdate() + datetime.timedelta(days=100)
        self.campaign.save()

    def close(self):
        self.campaign.closed_at = timezone.now()
        self.campaign.save()


@pytest.mark.parametrize("token", ["palsu", "1.1:palsu", "1.1:1xVn2m:qQ2Y6kdID7Dii1U2p30Za"])
def test_a_link_that_nobody_signed_is_not_there(token):
    assert Client().get(f"/tracer/{token}/").status_code == 404


def test_whoever_does_not_want_to_is_left_alone(response, link):
    page = Client().post(link, {"jawab": "tidak"}, follow=True)
    response.refresh_from_db()
    assert (response.status, page.context["problem"]) == (
        "declined",
        "Anda sudah memilih tidak ikut. Kami tidak akan mengingatkan lagi.",
    )
    assert TracerResponse.objects.missing().count() == 0


def test_nothing_changes_on_get(response, link):
    for address in (link, f"{link}?langkah=", f"{link}?langkah=kirim", f"{link}?langkah=work"):
        Client().get(address)
    response.refresh_from_db()
    assert (response.status, response.draft) == ("waiting", {})


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_sent_by_two_at_once_is_one_answer():
    response = response_to(asking())
    outcomes = at_once(*[lambda: send(response, EMPLOYEE)] * 2)
    assert [fault.message[:12] for fault in raised(outcomes)] == ["Sudah dikiri"]
    assert response.answers.count() == sum(map(len, EMPLOYEE.values()))


# the other ways in


def test_own_account_leads_to_the_form(alumnus_user):
    response = response_to(asking(alumnus_user.school), alumnus=alumnus_user.alumnus)
    assert list(alumnus_user.client.get("/saya/tracer/").context["asked"]) == [response]
    url = f"/saya/tracer/{response.pk}/"
    fill(url, alumnus_user.client)
    response.refresh_from_db()
    assert (response.status, response.channel, sent(response)) == ("submitted", "account", EMPLOYEE)
    assert alumnus_user.client.get(url)["Location"] == "/saya/tracer/"


def test_coordinator_fills_it_in_during_a_call(coordinator):
    response = response_to(asking(coordinator.school))
    fill(f"/bkk/tracer/jawaban/{response.pk}/isi/", coordinator.client)
    response.refresh_from_db()
    assert (response.channel, response.recorded_by, sent(response)) == ("phone", coordinator.user, EMPLOYEE)
