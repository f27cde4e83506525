"""A double click makes one row. The registration form is the example: it writes, redirects and can be refused."""

import threading
import uuid

import pytest
from django.db import IntegrityError, connection, transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.test import Client
from django.urls import include, path

from bkk_portal.accounts.access import public
from bkk_portal.accounts.models import FormSubmission, Invitation
from bkk_portal.accounts.offers import forget_form_keys
from bkk_portal.kit.errors import AlreadyDone, Refused
from bkk_portal.kit.web.pages import attempt
from bkk_portal.people.models import Skill
from tests.factories.accounts import FormSubmissionFactory, UserFactory

ALREADY = "Sudah tersimpan. Isian yang sama tidak disimpan dua kali."


def add_skill(name):
    return Skill.objects.create(name=name)


@public
def add(request):
    """Adds a skill unless its name is empty: then the page is shown again, as for an invalid form."""
    if not request.POST["name"]:
        return HttpResponse("isi nama")
    add_skill(request.POST["name"])
    return redirect("/hasil/?nama=las")


@public
def clash(request):
    add_skill("pertama")
    add_skill("pertama")
    return redirect("/hasil/")


@public
def clash_that_is_caught(request):
    add_skill("sebelum")
    try:
        with transaction.atomic():
            add_skill("sebelum")
    except IntegrityError:
        return redirect("/ditolak/")
    return redirect("/hasil/")


@public
def refused(request):
    def refuse():
        raise Refused("Stok habis.")

    attempt(request, refuse)
    return redirect("/hasil/")


@public
def already(request):
    def refuse():
        raise AlreadyDone("Sudah diserahkan.")

    attempt(request, refuse)
    return redirect("/hasil/")


@public
def broken_page(request):
    add_skill("tidak boleh tinggal")
    return TemplateResponse(request, "tidak/ada.html")


urlpatterns = [
    path("tambah/", add),
    path("bentrok/", clash),
    path("bentrok-ditangkap/", clash_that_is_caught),
    path("ditolak/", refused),
    path("sudah/", already),
    path("rusak/", broken_page),
    path("", include("bkk_portal.urls")),
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def key():
    return str(uuid.uuid4())


def send(client, url, key, **data):
    return client.post(url, data | {"_sekali": key})


def names():
    return sorted(Skill.objects.values_list("name", flat=True))


def shown(client):
    return [str(message) for message in client.get("/masuk/").context["messages"]]


def test_same_form_twice_makes_one_row_and_leads_to_the_same_place(key):
    client = Client()
    first, second = (send(client, "/tambah/", key, name="las") for _ in range(2))
    assert (first["Location"], second["Location"]) == ("/hasil/?nama=las", "/hasil/?nama=las")
    assert names() == ["las"]
    assert shown(client) == [ALREADY]


def test_another_key_is_another_form(key):
    send(Client(), "/tambah/", key, name="las")
    send(Client(), "/tambah/", str(uuid.uuid4()), name="listrik")
    assert names() == ["las", "listrik"]


def test_invalid_form_may_come_again_with_the_same_key(key):
    assert send(Client(), "/tambah/", key, name="").status_code == 200
    assert send(Client(), "/tambah/", key, name="las").status_code == 302
    assert names() == ["las"]


def test_refused_action_may_be_tried_again_with_the_same_key(key):
    client = Client()
    for _ in range(2):
        send(client, "/ditolak/", key)
    assert shown(client) == ["Stok habis.", "Stok habis."]


def test_thing_done_before_counts_as_taken_in(key):
    client = Client()
    for _ in range(2):
        send(client, "/sudah/", key)
    assert shown(client) == ["Sudah diserahkan.", ALREADY]


def test_integrity_error_of_the_view_is_no_double_click(key):
    with pytest.raises(IntegrityError):
        send(Client(), "/bentrok/", key)
    assert (names(), FormSubmission.objects.count()) == ([], 0)


def test_integrity_error_that_the_view_catches_stays_its_own(key):
    assert send(Client(), "/bentrok-ditangkap/", key)["Location"] == "/ditolak/"
    assert names() == ["sebelum"]


def test_page_that_cannot_be_rendered_takes_everything_back(key):
    with pytest.raises(Exception, match="tidak/ada"):
        send(Client(), "/rusak/", key)
    assert (names(), FormSubmission.objects.count()) == ([], 0)


def test_somebody_elses_key_is_not_an_answer_to_me(key, coordinator):
    send(Client(), "/tambah/", key, name="las")
    assert send(coordinator.client, "/tambah/", key, name="listrik")["Location"] == "/hasil/?nama=las"
    assert names() == ["las", "listrik"]
    assert ALREADY not in [str(m) for m in coordinator.client.get("/akun/").context["messages"]]


@pytest.mark.parametrize("nonsense", ["", "1", "zzzz"])
def test_form_without_a_key_is_taken_in_each_time(nonsense):
    for name in ("las", "listrik"):
        send(Client(), "/tambah/", nonsense, name=name)
    assert names() == ["las", "listrik"]


def test_real_form_sent_twice_makes_one_invitation(coordinator):
    page = coordinator.client.get("/akun/undangan/").content.decode()
    key = page.split('name="_sekali" value="')[1][:36]
    for _ in range(2):
        send(coordinator.client, "/akun/undangan/", key, name="Yohana Lay", login="yohana@contoh.test")
    assert Invitation.objects.count() == 1


def test_keys_older_than_a_day_are_forgotten():
    user = UserFactory()
    FormSubmissionFactory(user=user)
    old = FormSubmissionFactory(user=user)
    FormSubmission.objects.filter(pk=old.pk).update(at=old.at.replace(year=2020))
    assert forget_form_keys(dry_run=True) == "Kunci formulir lama dihapus: 1."
    assert FormSubmission.objects.count() == 2
    assert forget_form_keys(dry_run=False) == "Kunci formulir lama dihapus: 1."
    assert FormSubmission.objects.count() == 1


@pytest.mark.races
@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_make_one_row(key):
    start, answers = threading.Barrier(4), []

    def click():
        start.wait()
        try:
            answers.append(send(Client(), "/tambah/", key, name=f"las {threading.get_ident()}")["Location"])
        finally:
            connection.close()

    threads = [threading.Thread(target=click) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == ["/hasil/?nama=las"] * 4
    assert len(names()) == 1
