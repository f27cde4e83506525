import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import Refused
from bkk_portal.offices.actions import update_agency
from bkk_portal.offices.models import Agency

pytestmark = pytest.mark.django_db
URL = "/dinas/pengaturan/"


def form(seat, **data):
    token = seat.client.get(URL).context["form"].initial["terakhir_diubah"]
    values = {"government": "Pemerintah Kota Kupang", "address": "Jalan Contoh 1", "phone": "", "email": ""}
    values |= {"head_title": "Kepala Dinas", "head_name": "Dra. Maria Bere", "head_nip": "19700101 199503 2 001"}
    return values | {"terakhir_diubah": token} | data


def test_head_sets_who_signs(head):
    answer = head.client.post(URL, form(head))
    assert answer["Location"] == URL
    agency = Agency.objects.get(pk=head.agency.pk)
    assert (agency.head_name, agency.head_nip) == ("Dra. Maria Bere", "197001011995032001")
    assert changes_of(agency).count() == 2


def test_nip_that_is_none_and_a_logo_that_is_no_picture_are_shown_at_the_field(head):
    logo = SimpleUploadedFile("logo.png", b"bukan gambar", "image/png")
    errors = head.client.post(URL, form(head, head_nip="123", logo=logo)).context["form"].errors
    assert set(errors) == {"head_nip", "logo"}


def test_officer_reads_it_and_changes_nothing(officer):
    officer.client.post(URL, form(officer))
    assert Agency.objects.get(pk=officer.agency.pk).head_name != "Dra. Maria Bere"
    assert "Hanya kepala dinas" in officer.client.get(URL).content.decode()


def test_head_of_another_office_is_refused(head, other_officer):
    with pytest.raises(Refused, match="Hanya kepala dinas"):
        update_agency(agency=other_officer.agency, actor=head.actor)
