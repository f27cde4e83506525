"""Usaha binaan: by consent, looked at, gone at once when the owner says so."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image

from bkk_portal.accounts.models import AuditEvent, Change
from bkk_portal.kit import registry
from bkk_portal.kit.errors import AlreadyDone, Refused
from tests.equipment.acts import jpeg
from tests.factories.businesses import BusinessFactory, BusinessPhotoFactory
from tests.factories.participants import ParticipantFactory
from tests.factories.regions import VillageFactory
from trainings.businesses import actions
from trainings.businesses.enums import VERSION, WORDING
from trainings.businesses.models import Business, BusinessPhoto
from trainings.businesses.offers import erase_businesses, export_businesses


def passed(seat, **fields):
    return ParticipantFactory(person=seat.person, passed=True, **fields)


def form_data(village, **fields):
    values = {
        "name": "Kue Mama Yuli",
        "description": "Kue basah dan roti untuk acara.",
        "village": village.pk,
        "phone": "0812-3456-7890",
        "show_whatsapp": "on",
        "agreed": "on",
    }
    return {name: value for name, value in (values | fields).items() if value is not None}


def shown(**query):
    return list(Client().get(reverse("business_list"), query).context["listing"].rows)


def of_office(seat, **fields):
    return BusinessFactory(participant__training__programme__agency=seat.agency, **fields)


def test_owner_writes_office_looks_world_sees(participant_user, officer):
    row = passed(participant_user, training__programme__agency=officer.agency)
    participant_user.client.post(reverse("saya:business", args=[row.pk]), form_data(row.training.village))
    business = Business.objects.get()
    assert (business.consent_version, business.consent_wording, business.phone) == (VERSION, WORDING, "+6281234567890")
    assert shown() == []
    officer.client.post(reverse("dinas:business_publish", args=[business.pk]))
    assert shown() == [business]
    text = Client().get(business.get_absolute_url()).content.decode()
    assert 'href="https://wa.me/6281234567890"' in text
    assert 'href="tel:' not in text
    assert AuditEvent.objects.filter(kind="consent_changed", target=f"business {business.pk}").count() == 1


def test_without_consent_there_is_no_page(participant_user):
    row = passed(participant_user)
    url = reverse("saya:business", args=[row.pk])
    response = participant_user.client.post(url, form_data(row.training.village, agreed=None))
    assert list(response.context["form"].errors) == ["agreed"]
    business = BusinessFactory.build(participant=row, village=row.training.village)
    with pytest.raises(Refused):
        actions.save_business(business=business, agreed=False, actor=participant_user.actor)
    assert Business.objects.count() == 0


def test_withdrawn_it_is_gone_at_once(participant_user):
    business = BusinessFactory(participant=passed(participant_user), published=True)
    photo = BusinessPhotoFactory(business=business, checked=True)
    picture = reverse("business_photo", args=[photo.pk])
    assert (Client().get(business.get_absolute_url()).status_code, Client().get(picture).status_code) == (200, 200)
    participant_user.client.post(reverse("saya:business_withdraw", args=[business.pk]))
    assert (Client().get(business.get_absolute_url()).status_code, Client().get(picture).status_code) == (404, 404)
    assert shown() == []
    with pytest.raises(AlreadyDone):
        actions.withdraw_business(business=business, actor=participant_user.actor)


def test_database_shows_nothing_without_consent(db):
    business = BusinessFactory(withdrawn=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Business.objects.filter(pk=business.pk).update(status="published")


def test_office_cannot_show_what_was_withdrawn(officer):
    business = of_office(officer, withdrawn=True)
    with pytest.raises(Refused):
        actions.publish_business(business=business, actor=officer.actor)


def test_number_without_tick_stays_hidden(db):
    business = BusinessFactory(published=True, phone="+6281234567890")
    assert "81234567890" not in Client().get(business.get_absolute_url()).content.decode()


def test_page_names_the_business_and_not_the_person(db):
    business = BusinessFactory(published=True, reachable=True)
    person = business.participant.person
    text = Client().get(business.get_absolute_url()).content.decode()
    assert person.name not in text
    assert business.name in text


def test_tick_without_number_is_refused(participant_user):
    row = passed(participant_user)
    url = reverse("saya:business", args=[row.pk])
    response = participant_user.client.post(url, form_data(row.training.village, phone=None))
    assert list(response.context["form"].errors) == ["phone"]


def test_new_words_are_looked_at_again_contact_is_not(participant_user):
    row = passed(participant_user)
    business = BusinessFactory(participant=row, published=True)
    url = reverse("saya:business", args=[row.pk])
    same = form_data(business.village, name=business.name, description=business.description, agreed=None)
    participant_user.client.post(url, same | {"hours": "Tiap hari"})
    assert Business.objects.get().status == "published"
    participant_user.client.post(url, same | {"name": "Nama lain"})
    assert Business.objects.get().status == "waiting"


def test_who_did_not_pass_has_none(participant_user):
    row = ParticipantFactory(person=participant_user.person, failed=True)
    assert participant_user.client.get(reverse("saya:business", args=[row.pk])).status_code == 404


def test_returned_and_hidden_with_a_reason(participant_user, officer):
    row = passed(participant_user, training__programme__agency=officer.agency)
    business = BusinessFactory(participant=row)
    url = reverse("dinas:business_turn_down", args=[business.pk])
    officer.client.post(url, {"reason": ""})
    assert Business.objects.get().status == "waiting"
    officer.client.post(url, {"reason": "Tulis apa yang dijual"})
    assert (Business.objects.get().status, Business.objects.get().reason) == ("returned", "Tulis apa yang dijual")
    officer.client.post(url, {"reason": "Menipu", "sembunyikan": "ya"})
    again = BusinessFactory.build(participant=row, village=business.village, name="Baru")
    with pytest.raises(Refused):
        actions.save_business(business=again, agreed=True, actor=participant_user.actor)


def test_of_another_office(other_officer):
    business = BusinessFactory()
    with pytest.raises(Refused):
        actions.publish_business(business=business, actor=other_officer.actor)


def test_owner_without_account_signs_a_sheet(officer):
    participant = ParticipantFactory(passed=True, training__programme__agency=officer.agency)
    url = reverse("dinas:business_record", args=[participant.pk])
    data = form_data(participant.training.village, agreed=None)
    assert list(officer.client.post(url, data).context["form"].errors) == ["consent_paper"]
    sheet = SimpleUploadedFile("setuju.pdf", b"%PDF-1.7\n%%EOF\n", "application/pdf")
    officer.client.post(url, data | {"consent_paper": sheet})
    business = Business.objects.get()
    assert (business.recorded_by, bool(business.consent_paper)) == (officer.user, True)
    officer.client.post(reverse("dinas:business_take_off", args=[business.pk]))
    assert Business.objects.get().is_withdrawn


class TestPhotos:
    def send(self, seat, business, content, name="foto.jpg"):
        file = SimpleUploadedFile(name, content, "image/jpeg")
        seat.client.post(reverse("saya:business_photo_add", args=[business.pk]), {"photo": file})

    def test_is_checked_before_the_world_sees_it(self, participant_user, officer):
        row = passed(participant_user, training__programme__agency=officer.agency)
        business = BusinessFactory(participant=row, published=True)
        self.send(participant_user, business, jpeg())
        photo = BusinessPhoto.objects.get()
        url = reverse("business_photo", args=[photo.pk])
        assert Client().get(url).status_code == 404
        assert officer.client.get(reverse("dinas:business_list")).context["listing"].rows == [business]
        officer.client.post(reverse("dinas:business_publish", args=[business.pk]))
        assert Client().get(url).status_code == 200

    def test_carries_no_place(self, participant_user):
        exif = Image.Exif()
        exif[0x010F] = "Kamera"
        business = BusinessFactory(participant=passed(participant_user))
        self.send(participant_user, business, jpeg(exif=exif))
        with BusinessPhoto.objects.get().image.open("rb") as file:
            assert dict(Image.open(io.BytesIO(file.read())).getexif()) == {}

    def test_that_is_none_is_refused(self, participant_user):
        business = BusinessFactory(participant=passed(participant_user))
        self.send(participant_user, business, b"bukan foto")
        assert BusinessPhoto.objects.count() == 0

    def test_the_fifth_is_refused(self, participant_user):
        business = BusinessFactory(participant=passed(participant_user))
        for _ in range(5):
            self.send(participant_user, business, jpeg())
        assert BusinessPhoto.objects.count() == 4

    def test_is_taken_away_by_its_owner(self, participant_user):
        photo = BusinessPhotoFactory(business__participant=passed(participant_user))
        participant_user.client.post(reverse("saya:business_photo_remove", args=[photo.pk]))
        assert BusinessPhoto.objects.count() == 0


class TestDirectory:
    def test_by_kelurahan_and_trade(self, db):
        here = VillageFactory(code="53.71.04.1009", name="Merdeka")
        first = BusinessFactory(published=True, village=here, trade="Pengelasan", name="A")
        second = BusinessFactory(published=True, trade="Tata boga", name="B")
        BusinessFactory(village=here)
        assert shown() == [first, second]
        assert shown(kelurahan=here.pk) == [first]
        assert shown(bidang="Tata boga") == [second]
        assert shown(q="tata boga") == [second]
        assert shown(q="boga") == [second]
        assert shown(q="oga") == []

    def test_takes_the_same_queries(self, db, same_queries):
        def make(count):
            for _ in range(count):
                BusinessFactory(published=True)

        same_queries(Client(), reverse("business_list"), make, 4)

    def test_desk_takes_the_same_queries(self, officer, same_queries):
        def make(count):
            for _ in range(count):
                of_office(officer)

        same_queries(officer.client, reverse("dinas:business_list"), make, 9)

    def test_old_address_leads_to_the_new(self, db):
        business = BusinessFactory(published=True)
        response = Client().get(reverse("business_page", args=[business.pk, "lama"]))
        assert (response.status_code, response["Location"]) == (301, business.get_absolute_url())

    def test_is_in_the_sitemap_and_on_the_home_page(self, db):
        business = BusinessFactory(published=True)
        hidden = BusinessFactory()
        pages = [path for path, _ in registry.sitemap_pages["businesses"]()]
        assert (business.get_absolute_url() in pages, hidden.get_absolute_url() in pages) == (True, False)
        assert business.get_absolute_url() in Client().get("/").content.decode()


def test_person_reads_and_erases_their_own(participant_user):
    business = BusinessFactory(participant=passed(participant_user), published=True)
    BusinessPhotoFactory(business=business)
    assert [row["nama usaha"] for row in export_businesses(participant_user.person)[1]] == [business.name]
    assert erase_businesses(participant_user.person) == 1
    assert (Business.objects.count(), Change.objects.for_model(Business).count(), BusinessPhoto.objects.count()) == (
        0,
        0,
        0,
    )
