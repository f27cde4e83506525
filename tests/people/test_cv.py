import datetime
import io
import shutil
import subprocess

import pytest
from PIL import Image

from bkk_portal.people.enums import CredentialSource, CvLayout, CvPart, DocumentKind, SkillLevel, SpellSource
from bkk_portal.people.models import CvChoice, PersonDocument
from bkk_portal.people.profile import cv
from tests.factories.alumni import AlumnusFactory
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.people import (
    CredentialFactory,
    CvChoiceFactory,
    KonsentrasiFactory,
    PersonDocumentFactory,
    PersonFactory,
    PersonSkillFactory,
    PortfolioLinkFactory,
    SkillFactory,
    SpellFactory,
)
from tests.factories.regions import RegencyFactory, VillageFactory

pytestmark = pytest.mark.django_db
URL = "/saya/profil/cv/"
NIK = "5371035705050001"
LAYOUTS = [CvLayout.PLAIN, CvLayout.FINE]


def read(document, *options):
    """The lines of a PDF as a machine reads them; `-raw` in the order of the file, else in that of the page."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed (Debian: apt-get install poppler-utils)")
    said = subprocess.run(["pdftotext", *options, "-", "-"], input=document, capture_output=True, check=True)
    return [line.strip() for line in said.stdout.decode().splitlines() if line.strip()]


def pages_of(document):
    said = subprocess.run(["pdfinfo", "-"], input=document, capture_output=True, check=True).stdout.decode()
    return {line.partition(":")[0]: line.partition(":")[2].strip() for line in said.splitlines()}


def full_person(**changes):
    facts = {
        "name": "Maria Nenobais",
        "nik": NIK,
        "phone": "+6281234567890",
        "email": "maria@contoh.example",
        "address": "Jl. Rahasia No. 7",
        "village": VillageFactory(),
        "summary": "Lulusan yang teliti.",
        "wished_work": "Teknisi jaringan",
        "available_from": datetime.date(2020, 1, 1),
    }
    person = PersonFactory(**(facts | changes))
    konsentrasi = KonsentrasiFactory()
    AlumnusFactory(person=person, konsentrasi=konsentrasi, graduation_year=2024, school__name="SMKN 1 Kupang")
    PersonSkillFactory(person=person, skill=SkillFactory(name="Crimping"))
    PersonSkillFactory(person=person, skill=SkillFactory(name="Mikrotik"), level=SkillLevel.EXPERT)
    SpellFactory(person=person, description="- Memasang kabel\n• Merapikan rak")
    PortfolioLinkFactory(person=person, title="Foto karya", url="https://www.contoh.example/maria/")
    return cv.person_for_cv(person.pk)


def choice(person, layout=CvLayout.PLAIN, parts=tuple(CvPart)):
    return CvChoice(person=person, layout=layout, parts=[*parts])


def made(person, layout=CvLayout.PLAIN, parts=tuple(CvPart)):
    return cv.cv_pdf(person, choice(person, layout, parts))


# what stands on it ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("options", [(), ("-raw",), ("-layout",)])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_machine_reads_the_cv_in_the_order_of_the_page(layout, options):
    lines = " ".join(read(made(full_person(), layout), *options)).lower()
    order = [
        *("maria nenobais", "teknisi jaringan", "kota kupang", "0812-3456-7890", "maria@contoh.example"),
        *("tentang saya", "lulusan yang teliti", "pengalaman", "bengkel sinar timor", "memasang kabel"),
        *("merapikan rak", "pendidikan", "teknik komputer dan jaringan", "smkn 1 kupang", "keterampilan"),
        *("mikrotik (mahir)", "crimping", "portofolio", "contoh.example/maria", "kesediaan", "siap mulai"),
    ]
    places = [lines.find(words) for words in order]
    assert places == sorted(places)
    assert -1 not in places


@pytest.mark.parametrize("layout", LAYOUTS)
def test_file_is_tagged_and_in_indonesian(layout):
    document = made(full_person(), layout)
    facts = pages_of(document)
    assert (facts["Tagged"], facts["Title"]) == ("yes", "Daftar Riwayat Hidup Maria Nenobais")
    assert b"/Lang" in document


@pytest.mark.parametrize("layout", LAYOUTS)
def test_numbers_birth_sex_and_home_are_never_on_it(layout):
    person = full_person()
    text = " ".join(read(made(person, layout)))
    private = [NIK, "5371", person.nisn, "2005", "17 Mei", "Perempuan", "Rahasia", "Lahir"]
    assert [word for word in private if word in text] == []


PARTS = {
    CvPart.PHONE: "0812-3456-7890",
    CvPart.EMAIL: "maria@contoh.example",
    CvPart.PLACE: "Kota Kupang",
    CvPart.SUMMARY: "Lulusan yang teliti.",
    CvPart.WORK: "Bengkel Sinar Timor",
    CvPart.EDUCATION: "SMKN 1 Kupang",
    CvPart.SKILLS: "Crimping",
    CvPart.LINKS: "contoh.example/maria",
    CvPart.WISHES: "Siap mulai bekerja sekarang",
}


@pytest.mark.parametrize("part", PARTS)
def test_part_that_is_not_chosen_leaves_no_trace(part):
    person = full_person()
    text = " ".join(read(made(person, parts=[other for other in CvPart if other != part])))
    assert {other for other, words in PARTS.items() if words in text} == set(PARTS) - {part}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_filled_in_is_a_name_and_no_empty_heading(layout):
    person = cv.person_for_cv(PersonFactory(name="Ana").pk)
    assert read(made(person, layout)) == ["Ana"]


def test_certificate_of_the_portal_says_where_to_check_it(settings):
    person = full_person()
    paper = IssuedDocumentFactory(person=person)
    CredentialFactory(person=person, title="Pelatihan Las", number=paper.number)
    CredentialFactory(person=person, own=True, title="Kursus Roti", number=paper.number)
    found = cv._content(person, choice(person, parts=[CvPart.CERTIFICATES]))["certificates"]
    proofs = {row["title"]: row["proof"] for row in found}
    assert proofs == {"Pelatihan Las": f"{settings.PUBLIC_URL}/verifikasi/{paper.code}/", "Kursus Roti": ""}


def test_revoked_and_expired_certificates_stay_away():
    person = full_person()
    past = datetime.date(2020, 1, 1)
    CredentialFactory(person=person, revoked_at=datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC))
    CredentialFactory(person=person, issued_on=past, expires_on=past, source=CredentialSource.COMPETENCE)
    assert cv._content(person, choice(person, parts=[CvPart.CERTIFICATES]))["certificates"] == []


def test_placement_that_was_cancelled_stays_away():
    person, day = PersonFactory(), datetime.date(2026, 3, 2)
    SpellFactory(person=person, source=SpellSource.PLACEMENT, since=day, until=day)
    assert cv._content(person, choice(person, parts=[CvPart.WORK]))["work"] == []


def test_internship_is_called_so():
    person = PersonFactory()
    SpellFactory(person=person, internship=True, position="Resepsionis", until=datetime.date(2025, 12, 31))
    entry = cv._content(person, choice(person, parts=[CvPart.WORK]))["work"][0]
    assert (entry["title"], entry["period"]) == (
        "Resepsionis (PKL atau magang)",
        "September 2025 – Desember 2025",
    )


def test_wished_places_are_named():
    person = full_person(willing_to_move=True)
    person.wished_regencies.add(RegencyFactory())
    assert cv._wishes(person) == [
        "Siap mulai bekerja sekarang",
        "Wilayah kerja: Kota Kupang",
        "Bersedia pindah kota",
    ]


# two pages at most ------------------------------------------------------------------------------------------


def crowded_person():
    person = full_person(
        name="Maria Yuliana Kristina Elisabet Margaretha Febriani Nenobais Fanggidae", summary="Kata. " * 160
    )
    line = "Mengelola pembukuan harian dan mencocokkan uang kas dengan nota penjualan setiap sore\n"
    for year in range(1996, 2026):
        SpellFactory(person=person, since=datetime.date(year, 1, 1), position="Kasir " * 20, description=line * 7)
    CredentialFactory.create_batch(20, person=person, title="Pelatihan " * 18)
    PersonSkillFactory.create_batch(28, person=person)
    PortfolioLinkFactory.create_batch(4, person=person, title="Karya " * 12)
    return person


@pytest.mark.parametrize("layout", LAYOUTS)
def test_longest_profile_fits_on_two_pages_with_the_newest(layout):
    document = made(crowded_person(), layout)
    assert pages_of(document)["Pages"] == "2"
    assert "September 2025 – sekarang" in " ".join(read(document))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_usual_profile_fits_on_one_page(layout):
    assert pages_of(made(full_person(), layout))["Pages"] == "1"


# the pages --------------------------------------------------------------------------------------------------


@pytest.fixture
def seat(participant_user):
    return participant_user


def choose(seat, **values):
    token = seat.client.get(URL).context["form"]["terakhir_diubah"].value() or ""
    return seat.client.post(URL, {"terakhir_diubah": token} | values)


def test_cv_is_one_tap_away_without_choosing_anything(seat):
    answer = seat.client.get(f"{URL}unduh/")
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")
    assert answer["Content-Disposition"].startswith("attachment; ")
    assert answer["Cache-Control"] == "private, no-store"
    assert CvChoice.objects.count() == 0


def test_choice_is_kept_and_used(seat):
    assert choose(seat, layout="fine", parts=["phone"])["Location"] == URL
    choose(seat, layout="plain", parts=["email", "skills"])
    assert CvChoice.objects.values_list("person", "layout", "parts").get() == (
        seat.person.pk,
        "plain",
        ["email", "skills"],
    )


def test_choice_in_two_tabs_is_not_overwritten_silently(seat):
    CvChoiceFactory(person=seat.person)
    earlier = seat.client.get(URL).context["form"]["terakhir_diubah"].value()
    choose(seat, layout="fine", parts=["phone"])
    answer = choose(seat, layout="plain", parts=[], terakhir_diubah=earlier)
    assert "sudah diubah di tempat lain" in str(answer.context["form"].non_field_errors())
    assert CvChoice.objects.get().layout == "fine"


def test_unknown_part_is_refused(seat):
    assert "parts" in choose(seat, layout="plain", parts=["nik"]).context["form"].errors


def test_entry_that_is_left_out_is_not_on_it_and_what_comes_later_is(seat):
    kept, other = (SpellFactory(person=seat.person, position=name) for name in ("Kasir Toko", "Penjaga Gudang"))
    SpellFactory(person=seat.person, position="Sopir Truk")
    offered = f"spell-{kept.pk} spell-{other.pk}"  # the page was open before the third came
    choose(seat, layout="plain", parts=["work"], ditawarkan=offered, isi_work=[f"spell-{kept.pk}"])
    assert CvChoice.objects.get().left_out == [f"spell-{other.pk}"]
    said = " ".join(read(seat.client.get(f"{URL}unduh/").content))
    assert [name in said for name in ("Kasir Toko", "Penjaga Gudang", "Sopir Truk")] == [True, False, True]


def test_every_kind_of_entry_can_be_left_out():
    person = full_person()
    CredentialFactory(person=person)
    offered = cv.entries(person)
    assert set(offered) == {CvPart.WORK, CvPart.EDUCATION, CvPart.SKILLS, CvPart.CERTIFICATES, CvPart.LINKS}
    left_out = [key for rows in offered.values() for key, _ in rows]
    nothing = CvChoice(person=person, parts=[*CvPart], left_out=left_out)
    without = CvChoice(person=person, parts=[part for part in CvPart if part not in offered])
    assert read(cv.cv_pdf(person, nothing)) == read(cv.cv_pdf(person, without))


def test_page_is_a_picture_of_what_is_downloaded(seat):
    answer = seat.client.get(f"{URL}halaman/1/")
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert (picture.format, round(picture.height / picture.width, 2)) == ("PNG", 1.41)
    assert seat.client.get(f"{URL}halaman/2/").status_code == 404


def test_photo_is_offered_only_where_there_is_one_and_shown_when_chosen(seat):
    form = seat.client.get(URL).context["form"]
    assert CvPart.PHOTO not in dict(form.fields["parts"].choices)
    out = io.BytesIO()
    Image.new("RGB", (300, 400), "#7b1e2b").save(out, "JPEG")
    photo = PersonDocumentFactory(person=seat.person, kind=DocumentKind.PHOTO, file=None)
    photo.file.save("foto.jpg", io.BytesIO(out.getvalue()))
    assert CvPart.PHOTO in dict(seat.client.get(URL).context["form"].fields["parts"].choices)
    without = len(seat.client.get(f"{URL}unduh/").content)
    choose(seat, layout="plain", parts=["photo"])
    assert b"/Image" in seat.client.get(f"{URL}unduh/").content
    assert len(seat.client.get(f"{URL}unduh/").content) != without


def test_kept_cv_is_a_document_of_ones_own_and_the_same_is_kept_once(seat):
    seat.client.post(f"{URL}simpan/")
    seat.client.post(f"{URL}simpan/")
    row = PersonDocument.objects.get()
    assert (row.person, row.kind, row.file.read()[:5]) == (seat.person, DocumentKind.CV, b"%PDF-")
    assert row.title.startswith(f"CV {seat.person.name}, ")


def test_page_takes_the_same_queries_for_more_rows(seat, same_queries):
    def make_rows(count):
        SpellFactory.create_batch(count, person=seat.person)
        CredentialFactory.create_batch(count, person=seat.person)
        PersonSkillFactory.create_batch(count, person=seat.person)

    same_queries(seat.client, URL, make_rows, 24)
