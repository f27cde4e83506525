"""The tanda daftar, kept by the office that supervises BKKs (Permenaker 39/2016)."""

import datetime
import io

import pytest
from PIL import Image

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import Refused
from placements.schools.models import School
from placements.schools.registration.actions import save_registration
from tests.factories.schools import SchoolFactory
from tests.schools.acts import messages, pdf, registration_data, version

pytestmark = pytest.mark.django_db
LIST = "/dinas/bkk/"
TOGETHER = ["Nomor dan tanggal tanda daftar diisi bersama."]


@pytest.fixture
def school():
    return SchoolFactory(smkn1=True)


def post(seat, school, **fields):
    data = registration_data(**fields) | version(school)
    return seat.client.post(f"{LIST}{school.pk}/tanda-daftar/", data, follow=True)


def kept(school):
    return School.objects.get(pk=school.pk).registration_number


@pytest.mark.parametrize("who", ["officer", "head"])
def test_supervising_office_registers_a_bkk(who, school, request):
    response = post(request.getfixturevalue(who), school, registration_file=pdf())
    school.refresh_from_db()
    assert (response.redirect_chain, messages(response)) == (
        [(f"{LIST}{school.pk}/", 302)],
        ["Tanda daftar BKK SMKN 1 Kupang tersimpan."],
    )
    assert (school.registration_number, str(school.registered_on), school.bkk_head) == (
        "560/12/2026",
        "2026-03-02",
        "Petrus Tefa",
    )
    assert (school.registration_file.read()[:8], changes_of(school).count()) == (b"%PDF-1.7", 2)


def test_it_is_taken_back_by_emptying_both(officer, school):
    post(officer, school)
    post(officer, school, registration_number="", registered_on="")
    school.refresh_from_db()
    assert (school.registration_number, school.registered_on) == ("", None)


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        ({"registered_on": ""}, {"registered_on": TOGETHER}),
        ({"registration_number": ""}, {"registration_number": TOGETHER}),
        (
            {"registered_on": "2099-01-01"},
            {"registered_on": ["Tanggal ini belum tiba. Isi tanggal yang tertulis di tanda daftar."]},
        ),
        (
            {"registered_until": "2026-03-02"},
            {"registered_until": ["Tanggal berlaku harus setelah tanggal tanda daftar."]},
        ),
        (
            {"registration_file": pdf(content=b"MZ\x90\x00 bukan PDF")},
            {"registration_file": ["tanda-daftar.pdf bukan PDF atau gambar JPG, PNG, atau WebP yang utuh."]},
        ),
    ],
)
def test_form_refuses_with_a_clear_sentence(officer, school, changes, errors):
    response = post(officer, school, **changes)
    assert (response.context["form"].errors, kept(school)) == (errors, "")


def test_form_that_is_out_of_date_overwrites_nothing(officer, school):
    opened = version(school)
    for number in ("560/1/2026", "560/2/2026"):
        officer.client.post(f"{LIST}{school.pk}/tanda-daftar/", registration_data(registration_number=number) | opened)
    assert kept(school) == "560/1/2026"


def test_save_registration_refuses_everyone_else(school, other_officer, coordinator, forum_chair):
    school.registration_number = "560/12/2026"
    for seat in (other_officer, coordinator, forum_chair):
        with pytest.raises(Refused) as caught:
            save_registration(school=school, actor=seat.actor)
        assert caught.value.message == "Tanda daftar BKK hanya dicatat oleh dinas yang membina BKK."
    assert kept(school) == ""


def test_another_office_reads_the_list_and_has_nothing_to_press(school, other_officer):
    school.registration_file = pdf()
    school.save()
    page = other_officer.client.get(LIST).content.decode()
    address = f"{LIST}{school.pk}/"
    assert (school.name in page, address in page) == (True, False)
    for url in (address, f"{address}tanda-daftar/", f"{address}berkas/"):
        assert (other_officer.client.get(url).status_code, other_officer.client.post(url).status_code) != (200, 200)
        assert other_officer.client.get(url).status_code == 404
    assert post(other_officer, school).status_code == 404


def test_file_is_shown_to_the_supervising_office_only(school, officer, coordinator):
    url = f"{LIST}{school.pk}/berkas/"
    assert officer.client.get(url).status_code == 404  # there is none yet
    post(officer, school, registration_file=pdf())
    answer = officer.client.get(url)
    assert (answer.status_code, b"".join(answer.streaming_content)[:8], answer["Cache-Control"]) == (
        200,
        b"%PDF-1.7",
        "private, no-store",
    )
    assert coordinator.client.get(url).status_code == 404


def test_picture_of_the_paper_is_taken_too(officer, school):
    buffer = io.BytesIO()
    Image.new("RGB", (40, 30), "#888888").save(buffer, "JPEG")
    post(officer, school, registration_file=pdf("foto.jpg", buffer.getvalue()))
    school.refresh_from_db()
    assert school.registration_file.read() == buffer.getvalue()


def test_list_begins_with_those_that_are_not_registered(officer, time_machine):
    time_machine.move_to("2026-11-24T03:00:00Z", tick=False)
    SchoolFactory(name="SMK Terdaftar", registration_number="560/1/2026", registered_on=datetime.date(2026, 1, 5))
    SchoolFactory(name="SMK Zaitun")
    SchoolFactory(name="SMK Anggrek")
    page = officer.client.get(LIST)
    assert [row.name for row in page.context["listing"].rows] == ["SMK Anggrek", "SMK Zaitun", "SMK Terdaftar"]
    assert [status.word for status in page.context["states"]] == ["Belum terdaftar", "Belum terdaftar", "Terlambat"]


def test_list_takes_the_same_queries(officer, same_queries):
    same_queries(officer.client, LIST, SchoolFactory.create_batch, 19)
