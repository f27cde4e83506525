import pytest

from placements.employers.models import Employer
from tests.factories.employers import EmployerFactory
from tests.factories.regions import RegencyFactory, VillageFactory
from tests.factories.schools import SchoolFactory
from tests.factories.vacancies import VacancyFactory

pytestmark = pytest.mark.django_db
CHECKED = {"checks": ["address", "phone"]}
LIST, CREATE = "/bkk/mitra/", "/bkk/mitra/baru/"


def filled(**changes):
    return {"name": "Hotel Teluk Kupang", "regency": RegencyFactory().pk, "address": "Jl. Timor Raya 1"} | changes


def messages(response):
    return [str(message) for message in response.context["messages"]]


def test_list_takes_the_same_queries_for_one_and_three(coordinator, same_queries):
    same_queries(coordinator.client, LIST, EmployerFactory.create_batch, 10)


def test_list_is_searched_and_filtered(coordinator):
    EmployerFactory(name="Hotel Teluk", verified=True)
    EmployerFactory(name="Hotel Aston")
    rows = {
        query: [employer.name for employer in coordinator.client.get(LIST + query).context["listing"].rows]
        for query in ("?q=teluk", "?status=belum", "?status=sudah")
    }
    assert rows == {"?q=teluk": ["Hotel Teluk"], "?status=belum": ["Hotel Aston"], "?status=sudah": ["Hotel Teluk"]}


def test_create_saves_and_leads_to_the_page(coordinator):
    response = coordinator.client.post(CREATE, filled(nib="1234-5678-90123", phone="(0380) 821234"))
    employer = Employer.objects.get()
    assert response["Location"] == f"/bkk/mitra/{employer.pk}/"
    assert (employer.nib, employer.phone, employer.added_by_school) == (
        "1234567890123",
        "+62380821234",
        coordinator.school,
    )


def test_create_asks_when_a_similar_name_exists(coordinator):
    there = EmployerFactory(name="PT Teluk Kupang Hotel")
    response = coordinator.client.post(CREATE, filled())
    assert "Apakah ini perusahaan yang sama?" in response.content.decode()
    assert f'href="/bkk/mitra/{there.pk}/"' in response.content.decode()
    assert Employer.objects.count() == 1
    coordinator.client.post(CREATE, filled(is_another="on"))
    assert Employer.objects.count() == 2


@pytest.mark.parametrize(
    ("changes", "field", "error"),
    [
        ({"nib": "123"}, "nib", "NIB harus 13 angka. Lihat di dokumen NIB dari OSS."),
        ({"npwp": "12a"}, "npwp", "NPWP harus 15 atau 16 angka."),
        ({"name": ""}, "name", "Bidang ini tidak boleh kosong."),
    ],
)
def test_create_refuses_with_a_clear_sentence(coordinator, changes, field, error):
    response = coordinator.client.post(CREATE, filled(**changes))
    assert response.context["form"].errors[field] == [error]
    assert Employer.objects.count() == 0


def test_a_taken_nib_is_refused(coordinator):
    EmployerFactory(nib="1234567890123")
    response = coordinator.client.post(CREATE, filled(nib="1234567890123"))
    assert "Perusahaan dengan NIB ini sudah terdaftar." in response.content.decode()


def test_kelurahan_must_lie_in_the_regency(coordinator):
    village, elsewhere = VillageFactory(), RegencyFactory(code="53.01", name="Kabupaten Kupang")
    response = coordinator.client.post(CREATE, filled(regency=elsewhere.pk, village=village.pk))
    assert response.context["form"].errors["village"] == ["Kelurahan ini tidak berada di kabupaten/kota yang dipilih."]


def test_edit_in_two_tabs_does_not_overwrite(coordinator):
    employer = EmployerFactory(name="Semula")
    form = coordinator.client.get(f"/bkk/mitra/{employer.pk}/ubah/").context["form"]
    seen = form.initial["terakhir_diubah"]
    employer.name = "Dari tab lain"
    employer.save()
    response = coordinator.client.post(
        f"/bkk/mitra/{employer.pk}/ubah/", filled(name="Dari tab ini", terakhir_diubah=seen)
    )
    employer.refresh_from_db()
    assert "sudah diubah di tempat lain" in response.content.decode()
    assert employer.name == "Dari tab lain"


def test_page_offers_what_the_coordinator_may_do(coordinator):
    foreign = EmployerFactory(verified=True, added_by_school=SchoolFactory(smkn2=True))
    open_to_all = EmployerFactory()
    pages = [coordinator.client.get(f"/bkk/mitra/{employer.pk}/").context for employer in (foreign, open_to_all)]
    assert [(page["can_edit"], page["can_verify"]) for page in pages] == [(False, False), (True, True)]


def test_page_takes_the_same_queries_for_one_vacancy_and_three(coordinator, same_queries):
    employer = EmployerFactory()
    same_queries(
        coordinator.client,
        f"/bkk/mitra/{employer.pk}/",
        lambda count: VacancyFactory.create_batch(count, employer=employer),
        13,
    )


def test_edit_of_a_foreign_verified_entry_is_refused(coordinator):
    employer = EmployerFactory(name="Semula", verified=True, added_by_school=SchoolFactory(smkn2=True))
    seen = employer.updated_at.isoformat()
    response = coordinator.client.post(
        f"/bkk/mitra/{employer.pk}/ubah/", filled(name="Lain", terakhir_diubah=seen), follow=True
    )
    employer.refresh_from_db()
    assert employer.name == "Semula"
    assert messages(response) == [
        "Data perusahaan ini sudah diverifikasi dan hanya dapat diubah oleh BKK yang menambahkannya."
    ]


def test_verify_from_the_page(coordinator):
    employer = EmployerFactory()
    url = f"/bkk/mitra/{employer.pk}/verifikasi/"
    first = coordinator.client.post(url, CHECKED | {"basis": "nib"}, follow=True)
    second = coordinator.client.post(url, CHECKED | {"basis": "visit"}, follow=True)
    employer.refresh_from_db()
    assert employer.verified_basis == "nib"
    assert messages(first) == [f"{employer.name} diverifikasi."]
    assert messages(second) == [f"Sudah diverifikasi: {employer.name}."]


def test_verify_without_saying_how_changes_nothing(coordinator):
    employer = EmployerFactory()
    response = coordinator.client.post(f"/bkk/mitra/{employer.pk}/verifikasi/", {}, follow=True)
    employer.refresh_from_db()
    assert (employer.is_verified, messages(response)) == (
        False,
        ["Belum diverifikasi. Pilih bagaimana perusahaan ini diperiksa, dan apa saja."],
    )
