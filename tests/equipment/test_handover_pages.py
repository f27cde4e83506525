import datetime

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from PIL import Image

from bkk_portal.accounts.models import AuditEvent
from tests.equipment.acts import create_url, data_url, drawing, form_data, jpeg, photo_bytes, ready
from tests.factories.equipment import HandoverFactory, HandoverLineFactory, SerialNumberFactory
from tests.factories.participants import ParticipantFactory
from trainings.equipment.handovers.models import Handover


def errors_of(response):
    return {name: list(found) for name, found in response.context["form"].errors.items()}


def refused(officer, participant, line, **fields):
    """The form's errors; nothing is saved."""
    response = officer.client.post(create_url(participant), form_data(line, **fields))
    assert response.status_code == 200
    assert not Handover.objects.exists()
    return errors_of(response)


def test_form_hands_over_and_leads_to_the_act(officer):
    participant, line = ready(officer.agency, quantity=2)
    response = officer.client.post(create_url(participant), form_data(line))
    handover = Handover.objects.get()
    assert response.url == reverse("dinas:handover_page", args=[handover.pk])
    assert (handover.participant, handover.lines.get().given) == (participant, 2)
    page = officer.client.get(response.url).content.decode()
    assert "Rp 3.700.000" in page
    assert "tiga juta tujuh ratus ribu rupiah" in page
    assert reverse("document_download", args=[handover.document.code]) in page


def test_refusal_of_the_action_is_shown(officer):
    participant, line = ready(officer.agency, stock=1, quantity=2)
    response = officer.client.post(create_url(participant), form_data(line))
    assert [str(message) for message in response.context["messages"]] == [
        f"Stok {line.item} tinggal 1 unit; tidak cukup untuk 2."
    ]


@pytest.mark.parametrize("status", ["accepted", "failed", "dropped"])
def test_no_form_for_who_did_not_pass(officer, status):
    participant, line = ready(officer.agency)
    type(participant).objects.filter(pk=participant.pk).update(status=status, reason="Alasan")
    for response in (officer.client.get(create_url(participant)), officer.client.post(create_url(participant))):
        assert "belum dinyatakan lulus" in response.content.decode()
        assert "form" not in response.context


def test_officer_is_told_that_the_head_decides_on_a_second_kit(officer, head):
    participant, line = ready(officer.agency)
    HandoverFactory(participant__person=participant.person, handed_on=timezone.localdate() - datetime.timedelta(100))
    assert "Hanya kepala dinas" in officer.client.get(create_url(participant)).content.decode()
    form = head.client.get(create_url(participant)).context["form"]
    assert form.fields["override_reason"].required


def test_numbers_in_stock_of_the_own_office_are_offered(officer):
    participant, line = ready(officer.agency, serial=True)
    lot = line.item.lots.get()
    for number, fields in (("SN-2", {}), ("SN-1", {}), ("SN-0", {"in_stock": False})):
        SerialNumberFactory(lot=lot, number=number, **fields)
    SerialNumberFactory(number="SN-9")
    page = officer.client.get(create_url(participant))
    assert [row["serials"] for row in page.context["form"].rows] == [["SN-2", "SN-1"]]
    assert f'list="nomor-{line.pk}"' in page.content.decode()


def test_second_opening_leads_to_the_act(officer):
    handover = HandoverFactory(participant__training__programme__agency=officer.agency)
    response = officer.client.get(create_url(handover.participant))
    assert response.url == reverse("dinas:handover_page", args=[handover.pk])


def test_without_a_kit_one_is_told_to_make_it(officer):
    participant = ParticipantFactory(passed=True, training__programme__agency=officer.agency)
    page = officer.client.get(create_url(participant)).content.decode()
    assert f"{reverse('dinas:kit_create')}?programme={participant.training.programme_id}" in page


@pytest.mark.parametrize(
    ("signature", "message"),
    [
        (None, "Penerima harus menandatangani, di kotak atau di kertas yang difoto."),
        (data_url(drawing(blank=True)), "Kotak tanda tangan masih kosong."),
        ("data:image/png;base64,bukan!", "Tanda tangan tidak terbaca. Ulangi tanda tangannya."),
        ("https://contoh.test/a.png", "Tanda tangan tidak terbaca. Ulangi tanda tangannya."),
        (data_url(jpeg()), "Tanda tangan tidak terbaca. Ulangi tanda tangannya."),
        (data_url(b"x" * 600_000), "Tanda tangan tidak terbaca. Ulangi tanda tangannya."),
    ],
    ids=["none", "blank", "no base64", "no data", "jpeg", "too large"],
)
def test_signature_must_be_a_real_drawing(officer, signature, message):
    participant, line = ready(officer.agency)
    assert refused(officer, participant, line, signature_data=signature) == {"signature_data": [message]}


def test_data_that_is_no_picture_is_no_signature(officer):
    participant, line = ready(officer.agency)
    errors = refused(officer, participant, line, signature_data=data_url(b"bukan gambar"))
    assert errors == {"signature_data": ["tanda-tangan.png bukan gambar JPG, PNG, atau WebP yang utuh."]}


def test_a_photographed_signature_will_do(officer):
    participant, line = ready(officer.agency)
    scan = SimpleUploadedFile("ttd.jpg", photo_bytes(), "image/jpeg")
    officer.client.post(create_url(participant), form_data(line, signature_data=None, scan=scan))
    assert Handover.objects.get().signature.name.endswith(".jpg")


def test_photo_that_is_too_large(officer):
    participant, line = ready(officer.agency)
    large = SimpleUploadedFile("foto.jpg", photo_bytes() + b"\0" * (5 * 1024 * 1024), "image/jpeg")
    assert refused(officer, participant, line, photo=large) == {"photo": ["foto.jpg terlalu besar. Paling besar 5 MB."]}


def test_photo_that_is_none(officer):
    participant, line = ready(officer.agency)
    fake = SimpleUploadedFile("foto.jpg", b"MZ bukan gambar", "image/jpeg")
    errors = refused(officer, participant, line, photo=fake)
    assert list(errors) == ["photo"]


def test_where_the_camera_was_is_not_kept(officer):
    participant, line = ready(officer.agency)
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (10.0, 10.0, 13.0)
    photo = SimpleUploadedFile("foto.jpg", jpeg(exif=exif), "image/jpeg")
    officer.client.post(create_url(participant), form_data(line, photo=photo))
    handover = Handover.objects.get()
    with Image.open(handover.photo) as kept:
        assert dict(kept.getexif()) == {}
    assert (handover.latitude, handover.longitude) == (None, None)


def test_location_is_kept_only_when_sent_with_both_numbers(officer):
    participant, line = ready(officer.agency)
    response = officer.client.post(create_url(participant), form_data(line, latitude="-10.17"))
    assert [str(message) for message in response.context["messages"]] == [
        "Lokasi foto tidak lengkap. Catat lagi atau kosongkan."
    ]
    officer.client.post(create_url(participant), form_data(line, latitude="-10.17812", longitude="123.59731"))
    assert Handover.objects.get().coordinates == "-10.17812, 123.59731"


def test_signature_of_30_megabytes(officer):
    participant, line = ready(officer.agency)
    url = "data:image/png;base64," + "A" * (30 * 1024 * 1024)
    response = officer.client.post(create_url(participant), form_data(line, signature_data=url))
    assert response.status_code in (400, 413)
    large = SimpleUploadedFile("ttd.png", drawing() + b"\0" * (30 * 1024 * 1024), "image/png")
    errors = refused(officer, participant, line, signature_data=None, scan=large)
    assert errors == {"scan": ["ttd.png terlalu besar. Paling besar 5 MB."]}


def test_photo_and_identity_are_asked_for(officer):
    participant, line = ready(officer.agency)
    assert set(refused(officer, participant, line, photo=None, identity_checked=None)) == {"photo", "identity_checked"}


def test_a_missing_number_or_reason_is_said_at_its_field(officer):
    participant, line = ready(officer.agency, quantity=2, serial=True)
    number, reason = f"seri_{line.pk}", f"alasan_{line.pk}"
    wanted = "isi 2 nomor seri yang berbeda, satu untuk tiap barang."
    assert refused(officer, participant, line) == {number: [f"Diserahkan 2: {wanted}"]}
    assert refused(officer, participant, line, **{f"jumlah_{line.pk}": 1}) == {
        number: ["Diserahkan 1: isi satu nomor seri."],
        reason: ["Diserahkan 1: tulis alasan selisihnya."],
    }


def test_proxy_needs_a_letter(officer):
    participant, line = ready(officer.agency)
    errors = refused(officer, participant, line, proxy_name="Petrus Tefa")
    assert errors == {"proxy_letter": ["Unggah surat kuasa dari penerima."]}


def test_list_takes_the_same_queries(officer, same_queries):
    def make(count):
        for handover in HandoverFactory.create_batch(count, participant__training__programme__agency=officer.agency):
            HandoverLineFactory(handover=handover)
        ParticipantFactory.create_batch(count, passed=True, training__programme__agency=officer.agency)

    same_queries(officer.client, reverse("dinas:handover_list"), make, 15)


def test_page_takes_the_same_queries(officer, same_queries):
    handover = HandoverFactory(participant__training__programme__agency=officer.agency)
    make = lambda count: HandoverLineFactory.create_batch(count, handover=handover)  # noqa: E731
    same_queries(officer.client, reverse("dinas:handover_page", args=[handover.pk]), make, 12)


def test_search_by_name_and_number(officer):
    mine = {"participant__training__programme__agency": officer.agency}
    found = HandoverFactory(participant__person__name="Yohanes Lete", **mine)
    HandoverFactory(participant__person__name="Maria Bano", **mine)
    listing = officer.client.get(reverse("dinas:handover_list"), {"q": "lete yoha"}).context["listing"]
    assert listing.rows == [found]


def test_list_of_one_training_shows_who_waits_there(officer):
    one = ParticipantFactory(passed=True, training__programme__agency=officer.agency)
    ParticipantFactory(passed=True, training__programme__agency=officer.agency)
    response = officer.client.get(reverse("dinas:handover_list"), {"pelatihan": one.training_id})
    assert response.context["classes"] == [(one.training, 1)]


def test_export_is_what_is_filtered_and_is_recorded(officer, tmp_path):
    mine = {"participant__training__programme__agency": officer.agency}
    handover = HandoverFactory(participant__person__name="Yohanes Lete", **mine)
    HandoverLineFactory.create_batch(2, handover=handover)
    HandoverFactory(cancelled=True, **mine)
    response = officer.client.get(reverse("dinas:handover_export"), {"keadaan": "handed_over"})
    path = tmp_path / "unduh.xlsx"
    path.write_bytes(b"".join(response.streaming_content))
    rows = list(openpyxl.load_workbook(path).active.iter_rows(min_row=2, values_only=True))
    assert [(row[2], row[6], row[7]) for row in rows] == [("Yohanes Lete", 3_700_000, "Diserahkan")]
    assert list(AuditEvent.objects.filter(kind="exported").values_list("target")) == [("daftar serah terima",)]


def test_foreign_rows_are_not_found(other_officer, officer):
    handover = HandoverFactory(participant__training__programme__agency=officer.agency)
    pages = [
        reverse("dinas:handover_page", args=[handover.pk]),
        reverse("dinas:handover_file", args=[handover.pk, "foto"]),
        reverse("dinas:handover_file", args=[handover.pk, "tanda-tangan"]),
        create_url(handover.participant),
    ]
    assert {page: other_officer.client.get(page).status_code for page in pages} == dict.fromkeys(pages, 404)
    cancel = reverse("dinas:handover_cancel", args=[handover.pk])
    assert other_officer.client.post(cancel, {"reason": "Iseng"}).status_code == 404


def test_files_are_private_and_others_do_not_exist(officer, client):
    handover = HandoverFactory(participant__training__programme__agency=officer.agency)
    photo = officer.client.get(reverse("dinas:handover_file", args=[handover.pk, "foto"]))
    assert (photo.status_code, photo["Cache-Control"]) == (200, "private, no-store")
    for kind in ("surat-kuasa", "status", "participant"):
        assert officer.client.get(reverse("dinas:handover_file", args=[handover.pk, kind])).status_code == 404


def test_cancelling_from_the_page(officer):
    participant, line = ready(officer.agency)
    officer.client.post(create_url(participant), form_data(line))
    handover = Handover.objects.get()
    officer.client.post(reverse("dinas:handover_cancel", args=[handover.pk]), {"reason": "Salah orang"})
    handover.refresh_from_db()
    assert (handover.status, handover.cancel_reason) == ("cancelled", "Salah orang")
    page = officer.client.get(reverse("dinas:handover_page", args=[handover.pk])).content.decode()
    assert "Dibatalkan" in page
    assert reverse("dinas:handover_cancel", args=[handover.pk]) not in page
