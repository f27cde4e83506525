import datetime as dt
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from bkk_portal.accounts.audit.changes import changes_of
from bkk_portal.kit.errors import Refused
from tests.factories.programmes import JournalFactory, JournalPhotoFactory, SessionFactory, TrainingFactory
from trainings.programmes.days.actions import write_journal
from trainings.programmes.models import JournalEntry, JournalPhoto

pytestmark = pytest.mark.django_db


def held_day(officer, **fields):
    training = TrainingFactory(running=True, programme__agency=officer.agency)
    return SessionFactory(training=training, held_on=timezone.localdate(), **fields)


def photo(width=3000, height=2000):
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "HP rahasia"
    Image.new("RGB", (width, height), "teal").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile("IMG_1.jpg", out.getvalue(), "image/jpeg")


def write(session, officer, photos=()):
    return write_journal(session=session, text="Praktik", problems="", photos=photos, actor=officer.actor)


def test_photos_are_kept_small_and_without_the_cameras_notes(officer):
    entry = write(held_day(officer), officer, [photo()])
    with Image.open(entry.photos.get().image) as kept:
        assert (kept.size, dict(kept.getexif())) == ((1600, 1067), {})


def test_second_writing_changes_the_same_entry(officer):
    session = held_day(officer)
    write(session, officer)
    entry = write_journal(session=session, text="Baru", problems="Hujan", photos=[], actor=officer.actor)
    assert (JournalEntry.objects.count(), entry.text, changes_of(entry).count()) == (1, "Baru", 2)


def test_photo_that_is_not_one_is_refused_and_nothing_is_written(officer):
    fake = SimpleUploadedFile("foto.jpg", b"bukan gambar", "image/jpeg")
    with pytest.raises(Refused, match="bukan gambar"):
        write(held_day(officer), officer, [photo(), fake])
    assert JournalEntry.objects.count() == 0


def test_seventh_photo_of_a_day_is_refused(officer):
    session = held_day(officer)
    entry = JournalFactory(session=session)
    JournalPhotoFactory.create_batch(5, entry=entry)
    with pytest.raises(Refused, match="Paling banyak 6 foto"):
        write(session, officer, [photo(20, 20), photo(20, 20)])
    assert entry.photos.count() == 5


@pytest.mark.parametrize(
    ("fields", "message"), [({"cancelled": True}, "ditiadakan"), ({"held_on": dt.date(2100, 1, 1)}, "belum tiba")]
)
def test_day_that_is_not_held_has_no_journal(officer, fields, message):
    session = held_day(officer)
    for name, value in fields.items():
        setattr(session, name, value)
    session.save()
    with pytest.raises(Refused, match=message):
        write(session, officer)


def test_training_that_has_not_begun_has_no_journal(officer):
    session = SessionFactory(training=TrainingFactory(programme__agency=officer.agency), held_on=timezone.localdate())
    with pytest.raises(Refused, match="belum dimulai"):
        write(session, officer)


def test_page_takes_several_photos_and_the_journal_shows_them(officer):
    session = held_day(officer)
    url = f"/dinas/pelatihan/hari/{session.pk}/jurnal/"
    answer = officer.client.post(url, {"text": "Praktik", "photos": [photo(30, 30), photo(40, 30)]})
    assert answer["Location"] == f"/dinas/pelatihan/{session.training_id}/jurnal/"
    assert officer.client.get(answer["Location"]).content.decode().count('<figure class="photo">') == 2


def test_photo_is_for_the_office_only_and_can_be_taken_away(officer, other_officer):
    row = JournalPhotoFactory(entry__session=held_day(officer))
    url = f"/dinas/pelatihan/jurnal/foto/{row.pk}/"
    assert (officer.client.get(url).status_code, other_officer.client.get(url).status_code) == (200, 404)
    assert other_officer.client.post(f"{url}hapus/").status_code == 404
    officer.client.post(f"{url}hapus/")
    assert JournalPhoto.objects.count() == 0
