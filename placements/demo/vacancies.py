"""300 vacancies of which 120 are open, with pay in line with Kupang."""

import datetime as dt
import random

from bkk_portal.accounts.enums import BY_PURPOSE, ConsentPurpose
from bkk_portal.accounts.models import Consent, User
from bkk_portal.people.enums import Education
from bkk_portal.people.models import Konsentrasi, Occupation, Person, Skill
from placements.alumni.models import Alumnus
from placements.applications.enums import ApplicationStatus
from placements.applications.models import Application, ApplicationStatusLog
from placements.matching.enums import ANSWERED, InvitationStatus
from placements.matching.fit.facts import wish_of
from placements.matching.fit.ranking import ranked_alumni
from placements.matching.models import FitWeights, VacancyInvitation
from placements.vacancies.enums import VacancyKind, VacancyStatus, Visibility
from placements.vacancies.models import Vacancy, VacancyStatusLog
from placements.vacancies.search import index

VACANCIES, OPEN = 300, 120
# (title, KBJI, pay from/to in Rp 100.000, konsentrasi, skills, description)
JOBS = [
    (
        "Kasir",
        "5230",
        20,
        26,
        ["Akuntansi", "Bisnis Retail"],
        ["Kasir", "Pelayanan pelanggan"],
        "Melayani pembayaran pelanggan, menghitung kas di awal dan akhir kerja, dan membuat laporan penjualan harian.",
    ),
    (
        "Pramuniaga toko",
        "5223",
        18,
        24,
        ["Bisnis Retail"],
        ["Penjualan toko", "Pelayanan pelanggan"],
        "Menata barang, membantu pembeli memilih, dan mencatat stok yang menipis.",
    ),
    (
        "Staf administrasi",
        "4110",
        22,
        30,
        ["Manajemen Perkantoran", "Akuntansi"],
        ["Microsoft Office", "Pengarsipan"],
        "Mengelola surat masuk dan keluar, mengarsipkan dokumen, dan menyiapkan laporan mingguan.",
    ),
    (
        "Staf pembukuan",
        "4311",
        24,
        32,
        ["Akuntansi"],
        ["Pembukuan", "Laporan keuangan"],
        "Mencatat transaksi harian, menyusun laporan keuangan bulanan, dan menyiapkan dokumen pajak.",
    ),
    (
        "Teknisi jaringan komputer",
        "3513",
        26,
        38,
        ["Teknik Komputer dan Jaringan"],
        ["Instalasi jaringan LAN", "Konfigurasi MikroTik", "Pasang kabel fiber optik"],
        "Memasang dan merawat jaringan internet pelanggan, menarik kabel fiber optik, dan menangani keluhan gangguan.",
    ),
    (
        "Pengembang web junior",
        "2513",
        30,
        45,
        ["Rekayasa Perangkat Lunak"],
        ["Pemrograman web", "Basis data SQL"],
        "Membuat dan merawat situs pelanggan bersama tim kecil di Kupang.",
    ),
    (
        "Mekanik mobil",
        "7231",
        23,
        35,
        ["Teknik Kendaraan Ringan"],
        ["Servis berkala mobil", "Perbaikan mesin mobil"],
        "Mengerjakan servis berkala, memeriksa rem dan mesin, dan mencatat suku cadang yang dipakai.",
    ),
    (
        "Mekanik sepeda motor",
        "7231",
        20,
        30,
        ["Teknik Sepeda Motor"],
        ["Servis sepeda motor", "Kelistrikan otomotif"],
        "Memperbaiki dan merawat sepeda motor pelanggan.",
    ),
    (
        "Tukang las",
        "7212",
        25,
        38,
        ["Teknik Pengelasan"],
        ["Las listrik SMAW", "Fabrikasi logam"],
        "Mengelas pagar, kanopi, dan rangka baja ringan sesuai gambar kerja.",
    ),
    (
        "Teknisi listrik bangunan",
        "7411",
        25,
        36,
        ["Teknik Instalasi Tenaga Listrik"],
        ["Instalasi listrik rumah", "Pasang AC"],
        "Memasang instalasi listrik rumah dan gedung serta merawat panel.",
    ),
    (
        "Juru gambar bangunan",
        "3118",
        26,
        38,
        ["Desain Pemodelan dan Informasi Bangunan"],
        ["Gambar AutoCAD", "Rencana anggaran biaya (RAB)"],
        "Menggambar rencana bangunan dan menghitung volume pekerjaan.",
    ),
    (
        "Resepsionis hotel",
        "4224",
        22,
        30,
        ["Perhotelan"],
        ["Kantor depan hotel", "Bahasa Inggris"],
        "Menerima tamu, mengurus pemesanan kamar, dan menjawab pertanyaan tamu.",
    ),
    (
        "Petugas tata graha",
        "5151",
        20,
        26,
        ["Perhotelan"],
        ["Tata graha (housekeeping)"],
        "Membersihkan kamar dan ruang umum hotel serta menyiapkan perlengkapan tamu.",
    ),
    (
        "Juru masak",
        "5120",
        22,
        34,
        ["Kuliner"],
        ["Memasak masakan Indonesia", "Kerja tim"],
        "Menyiapkan bahan, memasak masakan Indonesia, dan menjaga kebersihan dapur.",
    ),
    (
        "Pembuat roti",
        "7512",
        20,
        28,
        ["Kuliner"],
        ["Membuat roti dan kue"],
        "Mengadon, memanggang, dan mengemas roti setiap pagi.",
    ),
    (
        "Pramusaji",
        "5131",
        18,
        24,
        ["Kuliner", "Perhotelan"],
        ["Tata hidang", "Pelayanan pelanggan"],
        "Melayani tamu di meja, mencatat pesanan, dan menjaga kerapian ruang makan.",
    ),
    (
        "Penjahit",
        "7531",
        18,
        28,
        ["Desain dan Produksi Busana"],
        ["Menjahit", "Membuat pola busana"],
        "Menjahit seragam dan busana tenun sesuai ukuran pelanggan.",
    ),
    (
        "Desainer grafis",
        "2166",
        24,
        35,
        ["Desain Komunikasi Visual"],
        ["Desain grafis", "Fotografi"],
        "Membuat desain spanduk, kemasan, dan bahan promosi digital.",
    ),
    (
        "Asisten apotek",
        "3213",
        22,
        30,
        ["Layanan Penunjang Kefarmasian Klinis dan Komunitas"],
        ["Asisten apotek"],
        "Membantu apoteker menyiapkan obat dan melayani pembeli.",
    ),
    (
        "Asisten perawat",
        "5321",
        22,
        30,
        ["Layanan Penunjang Keperawatan dan Caregiving"],
        ["Asisten perawat", "Perawatan lansia"],
        "Membantu perawat melayani pasien dan menjaga kebersihan ruang perawatan.",
    ),
    (
        "Anak buah kapal",
        "8350",
        28,
        45,
        ["Nautika Kapal Niaga", "Nautika Kapal Penangkap Ikan"],
        ["Jaga kapal (deck)"],
        "Bertugas jaga di kapal antarpulau dan membantu bongkar muat.",
    ),
    (
        "Pengemudi pengantaran",
        "8322",
        22,
        30,
        [],
        ["Mengemudi (SIM A)"],
        "Mengantar barang ke toko dan pelanggan di Kota Kupang.",
    ),
    (
        "Petugas gudang",
        "4321",
        20,
        27,
        ["Bisnis Retail", "Manajemen Perkantoran"],
        ["Kerja tim"],
        "Menerima barang, mencatat stok, dan menyiapkan kiriman.",
    ),
    (
        "Pemandu wisata",
        "5113",
        20,
        32,
        ["Usaha Layanan Wisata"],
        ["Pemandu wisata", "Bahasa Inggris"],
        "Memandu tamu mengunjungi tempat wisata di Kupang dan Pulau Semau.",
    ),
]
# KBLI codes of the employers that offer such a job (placements.demo.employers.TRADES)
OFFERED_BY = {
    "Kasir": ["561", "471", "477", "641"],
    "Pramuniaga toko": ["471", "141"],
    "Staf administrasi": ["410", "522", "641", "862", "620"],
    "Staf pembukuan": ["641", "410", "522", "551"],
    "Teknisi jaringan komputer": ["620"],
    "Pengembang web junior": ["620"],
    "Mekanik mobil": ["452"],
    "Mekanik sepeda motor": ["452"],
    "Tukang las": ["452", "410"],
    "Teknisi listrik bangunan": ["410", "551"],
    "Juru gambar bangunan": ["410"],
    "Resepsionis hotel": ["551"],
    "Petugas tata graha": ["551"],
    "Juru masak": ["561", "551"],
    "Pembuat roti": ["561"],
    "Pramusaji": ["561", "551"],
    "Penjahit": ["141"],
    "Desainer grafis": ["731"],
    "Asisten apotek": ["477"],
    "Asisten perawat": ["862"],
    "Anak buah kapal": ["522"],
    "Pengemudi pengantaran": ["471", "522", "103"],
    "Petugas gudang": ["471", "522", "103"],
    "Pemandu wisata": ["551"],
}
STEPS = "1. Pemeriksaan berkas oleh BKK\n2. Tes keterampilan\n3. Wawancara dengan perusahaan"
BENEFITS = "BPJS Kesehatan dan Ketenagakerjaan\nMakan siang"


def demo_vacancies(city):
    catalogue = _catalogue()
    vacancies = [_vacancy(city, number, catalogue) for number in range(VACANCIES)]
    Vacancy.objects.bulk_create(vacancies, batch_size=200)
    _link(vacancies, catalogue)
    VacancyStatusLog.objects.bulk_create([row for vacancy in vacancies for row in _log(vacancy)], batch_size=500)
    index.rebuild(Vacancy.objects.all())
    city.put("vacancies", vacancies)


def _catalogue():
    return {
        "konsentrasi": {k.name: k.pk for k in Konsentrasi.objects.filter(edition=2022)},
        "skills": dict(Skill.objects.values_list("name", "pk")),
        "occupations": {o.code: o for o in Occupation.objects.filter(code__in={job[1] for job in JOBS})},
    }


def _vacancy(city, number, catalogue):
    title, code, low, high, _, _, description = JOBS[number % len(JOBS)]
    employer = city.random.choice([e for e in city.get("employers") if e.industry.code in OFFERED_BY[title]])
    school = employer.added_by_school
    village = employer.village if city.random.random() < 0.8 else city.random.choice(city.get("villages"))
    pay_low = (low + city.random.randrange(3)) * 100_000
    vacancy = Vacancy(
        employer=employer,
        title=title,
        occupation=catalogue["occupations"].get(code),
        description=description,
        requirements="Jujur, rajin, dan mau belajar.",
        benefits=BENEFITS,
        selection_steps=STEPS,
        kind=city.random.choices(VacancyKind.values, [30, 40, 12, 10, 8])[0],
        headcount=city.random.choice([1, 1, 2, 2, 3, 5]),
        education=city.random.choices([Education.SMA_SMK, Education.SMP, Education.NONE], [85, 8, 7])[0],
        experience_months=city.random.choice([0, 0, 0, 6, 12]),
        pay_min=pay_low,
        pay_max=pay_low + (high - low) * 100_000,
        regency_id="53.71",
        village=village,
        work_address=employer.address if village == employer.village else "",
        disability_friendly=city.random.random() < 0.25,
        contact_name=city.get("contacts")[employer.pk].name,
        contact_phone=city.get("contacts")[employer.pk].phone,
        visibility=city.random.choices(Visibility.values[:2], [85, 15])[0],
        school=school,
        created_by=city.get(f"coordinator:{school.pk}"),
        checklist={"answered": True},
    )
    _date(city, vacancy, number)
    return vacancy


def _date(city, vacancy, number):
    """The first 120 are open, a few are drafts, the rest closed over the last two years."""
    if number < OPEN:
        vacancy.opens_on, vacancy.closes_on = (
            city.days_ago(city.random.randrange(1, 25)),
            city.days_ago(-city.random.randrange(4, 45)),
        )
        vacancy.status = VacancyStatus.PUBLISHED
    elif number < OPEN + 12:
        vacancy.opens_on, vacancy.closes_on = city.days_ago(0), city.days_ago(-30)
        vacancy.status = VacancyStatus.DRAFT
        return
    else:
        vacancy.opens_on = city.days_ago(city.random.randrange(60, 720))
        vacancy.closes_on = vacancy.opens_on + dt.timedelta(days=30)
        vacancy.status = VacancyStatus.CLOSED
        vacancy.close_reason = city.random.choice(["Sudah terisi", "Masa berlaku habis"])
        vacancy.closed_at = city.at(vacancy.closes_on)
    vacancy.published_at = city.at(vacancy.opens_on, minute=number % 60)


def _link(vacancies, catalogue):
    fields, skills = [], []
    for number, vacancy in enumerate(vacancies):
        _, _, _, _, konsentrasi_names, skill_names, _ = JOBS[number % len(JOBS)]
        fields += [
            Vacancy.konsentrasi.through(vacancy_id=vacancy.pk, konsentrasi_id=catalogue["konsentrasi"][name])
            for name in konsentrasi_names
        ]
        skills += [
            Vacancy.skills.through(vacancy_id=vacancy.pk, skill_id=catalogue["skills"][name]) for name in skill_names
        ]
    Vacancy.konsentrasi.through.objects.bulk_create(fields)
    Vacancy.skills.through.objects.bulk_create(skills)


def _log(vacancy):
    if vacancy.status == VacancyStatus.DRAFT:
        return
    yield VacancyStatusLog(
        vacancy=vacancy, from_status="draft", to_status="published", by=vacancy.created_by, at=vacancy.published_at
    )
    if vacancy.status == VacancyStatus.CLOSED:
        yield VacancyStatusLog(
            vacancy=vacancy,
            from_status="published",
            to_status="closed",
            reason=vacancy.close_reason,
            by=vacancy.created_by,
            at=vacancy.closed_at,
        )


INVITING = {"50304998": "alumni1@demo.test", "50304997": "alumni2@demo.test"}
VACANCIES_EACH, INVITED_EACH = 4, 12
AGREED = [ConsentPurpose.ACCOUNT, ConsentPurpose.SHARE_WITH_EMPLOYERS, ConsentPurpose.SHARE_WITH_FORUM]
ANSWERS = [(InvitationStatus.SENT, 40), (InvitationStatus.ACCEPTED, 40), (InvitationStatus.DECLINED, 20)]
REASONS = ["Tempatnya terlalu jauh dari rumah.", "Masih menunggu hasil pendaftaran kuliah.", ""]


def demo_invitations(city):
    """Draws from chances of its own, so that the parts after it stay as they are."""
    chance = random.Random(20261)
    pairs = []
    for school in (school for school in city.get("schools") if school.npsn in INVITING):
        own = city.get(INVITING[school.npsn])
        offers = _offers(own)
        pairs += [(vacancy, alumnus) for vacancy in offers for alumnus in _suited(school, vacancy)]
        pairs += [(vacancy, own) for vacancy in offers[-1:]]
    _accounts(city, {alumnus.person_id: alumnus for _, alumnus in pairs}.values())
    rows = [_invitation(city, chance, vacancy, alumnus) for vacancy, alumnus in pairs]
    VacancyInvitation.objects.bulk_create(rows, batch_size=500)
    _apply([row for row in rows if row.is_accepted and chance.random() < 0.7])


def _offers(alumnus):
    """Open ones that ask for what this alumnus learned, which nobody of the demo's two has applied for."""
    fitting = Vacancy.objects.open().filter(konsentrasi=alumnus.konsentrasi).exclude(applications__alumnus=alumnus)
    return list(fitting.order_by("closes_on", "pk")[:VACANCIES_EACH])


def _suited(school, vacancy):
    """The best of the school who have not applied."""
    alumni = Alumnus.objects.filter(school=school, person__user=None).exclude(applications__vacancy=vacancy)
    ranked = ranked_alumni(alumni, wish_of(vacancy), FitWeights.objects.current())
    return list(ranked.select_related("person")[:INVITED_EACH])


def _accounts(city, alumni):
    """A login for everyone invited; they agreed to be found by other schools as well."""
    people = [alumnus.person for alumnus in alumni if alumnus.person.user_id is None]
    users = User.objects.bulk_create(
        User(email=f"alumni-{person.pk}@demo.test", name=person.name, password=city.password_hash) for person in people
    )
    for person, user in zip(people, users, strict=True):
        person.user, person.email = user, user.email
    Person.objects.bulk_update(people, ["user", "email"], batch_size=500)
    Alumnus.objects.filter(person__in=people).update(claimed_at=city.now)
    wordings = [BY_PURPOSE[purpose] for purpose in AGREED]
    Consent.objects.bulk_create(
        Consent(user=user, purpose=wording.purpose, version=wording.version, wording=wording.text, given_at=city.now)
        for user in users
        for wording in wordings
    )


def _invitation(city, chance, vacancy, alumnus):
    statuses, weights = zip(*ANSWERS, strict=True)
    is_own = alumnus == city.get(INVITING[alumnus.school.npsn])
    status = InvitationStatus.SENT if is_own else chance.choices(statuses, weights)[0]
    invited = city.at(max(vacancy.opens_on, city.days_ago(chance.randrange(3, 8))))
    opened = (
        None if status == InvitationStatus.SENT and (is_own or chance.random() < 0.5) else city.at(city.days_ago(2))
    )
    return VacancyInvitation(
        alumnus=alumnus,
        vacancy=vacancy,
        status=status,
        invited_by=city.get(f"coordinator:{alumnus.school_id}"),
        invited_at=invited,
        opened_at=opened and max(opened, invited),
        answered_at=max(opened, invited) if status in ANSWERED else None,
        reason=chance.choice(REASONS) if status == InvitationStatus.DECLINED else "",
    )


def _apply(invitations):
    applications = [
        Application(
            alumnus=row.alumnus, vacancy=row.vacancy, applied_at=row.answered_at, status_changed_at=row.answered_at
        )
        for row in invitations
    ]
    Application.objects.bulk_create(applications, batch_size=500)
    ApplicationStatusLog.objects.bulk_create(
        ApplicationStatusLog(
            application=application, to_status=ApplicationStatus.APPLIED, by_label="Pelamar", at=application.applied_at
        )
        for application in applications
    )
