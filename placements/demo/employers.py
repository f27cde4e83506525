"""80 invented employers of the trades Kupang lives on."""

import datetime as dt
import io
import random

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from bkk_portal.accounts.models import User
from bkk_portal.accounts.offers import make_user
from bkk_portal.people.models import Industry, Konsentrasi
from placements.demo.schools import offers_of
from placements.employers.dealings.models import EmployerNote, EmployerVisit
from placements.employers.enums import AgreementScope, Checked, MergeStatus, VerificationBasis, VerificationOutcome
from placements.employers.merging.models import EmployerMergeProposal
from placements.employers.models import Employer, EmployerContact, EmployerMembership, EmployerVerification
from placements.employers.partners.models import PartnershipAgreement, PklPlace
from placements.schools.enums import ActivityKind
from placements.schools.models import SchoolActivity

EMPLOYERS = 80
# (kind of business, KBLI code, words for names, jobs it offers)
TRADES = [
    ("Hotel", "551", ["Pantai Lasiana", "Teluk Kupang", "Sasando Indah", "Bukit Cinta", "Neo Timor", "Kelapa Lima"]),
    (
        "Rumah Makan",
        "561",
        ["Se'i Oebobo", "Nelayan Namosain", "Dapur Timor", "Depot Flobamora", "Ikan Bakar Tablolong"],
    ),
    ("Toko", "471", ["Rukun Jaya", "Sinar Flobamora", "Lontar Baru", "Oesapa Makmur", "Piet Tallo Mart"]),
    ("Bengkel", "452", ["Lontar Motor", "Timor Diesel", "Liliba Motor", "Penfui Servis", "Alak Teknik"]),
    ("CV", "410", ["Sasando Karya", "Bangun Timor", "Cendana Konstruksi", "Fatuleu Mandiri", "Oebobo Persada"]),
    ("PT", "620", ["Timor Data Nusa", "Kupang Digital Karya", "Flobamora Siber", "Lontar Teknologi"]),
    ("Klinik", "862", ["Kasih Ibu Maulafa", "Sehat Oebufu", "Bunda Naikoten", "Harapan Sikumana"]),
    ("Apotek", "477", ["Sehat Kuanino", "Farma Oesapa", "Bintang Timor"]),
    ("Koperasi", "641", ["Simpan Pinjam Obor Kupang", "Kredit Tiga Lilin", "Swastika Timor"]),
    ("CV", "522", ["Angkutan Oesapa", "Pelabuhan Tenau Jaya", "Logistik Flobamora"]),
    ("Butik", "141", ["Tenun Ikat Amarasi", "Rumah Jahit Rote", "Songke Kupang"]),
    ("UD", "103", ["Hasil Laut Namosain", "Kacang Kupang", "Garam Oebelo", "Olahan Lontar"]),
    ("Studio", "731", ["Cetak Kreatif Kupang", "Warna Timor", "Foto Oebobo"]),
]
MEMBERS = [("perusahaan1@demo.test", "Sofia Lay"), ("perusahaan2@demo.test", "Charles Doko")]


def demo_employers(city):
    industries = {i.code: i for i in Industry.objects.filter(code__in={code for _, code, _ in TRADES})}
    schools = city.get("schools")
    made = [_employer(city, number, industries, schools) for number in range(EMPLOYERS)]
    employers = Employer.objects.bulk_create(employer for employer, _ in made)
    _contacts(city, made)
    for (login, name), employer in zip(MEMBERS, employers, strict=False):
        user = make_user(city, login, name)
        EmployerMembership.objects.create(
            user=user, employer=employer, position="Staf personalia", started_on=city.days_ago(300)
        )
    city.put("employers", employers)


def _employer(city, number, industries, schools):
    kind, code, words = TRADES[number % len(TRADES)]
    round_ = number // len(TRADES)
    word = words[round_ % len(words)] + (f" {round_ // len(words) + 1}" if round_ >= len(words) else "")
    village = city.random.choice(city.get("villages"))
    school = city.random.choice([school for school in schools if school.status == "negeri"])
    slug = "".join(letter for letter in word.lower() if letter.isalnum())
    verified = city.random.random() < 0.75
    employer = Employer(
        name=f"{kind} {word}",
        nib=f"{1_200_000_000_000 + number * 7_919:013d}" if verified else "",
        industry=industries.get(code),
        regency_id="53.71",
        village=village,
        address=f"{city.random.choice(['Jl. Timor Raya', 'Jl. Frans Seda', 'Jl. W.J. Lalamentik', 'Jl. Piet A. Tallo'])} No. {city.random.randrange(2, 220)}",
        phone=f"+62380{820_000 + number}",
        email=f"hrd@{slug}.example",
        website=f"https://{slug}.example" if city.random.random() < 0.4 else "",
        description=f"{kind} {word} melayani warga Kota Kupang dan sekitarnya.",
        verified_at=city.now if verified else None,
        verified_by=city.get(f"coordinator:{school.pk}") if verified else None,
        added_by_school=school,
    )
    return employer, city.get("people").name(city.random.choice("LP"))


def _contacts(city, made):
    rows = [
        EmployerContact(
            employer=employer,
            name=name,
            position="Personalia",
            phone=f"+62813{39_000_000 + number}",
            is_main=True,
        )
        for number, (employer, name) in enumerate(made)
    ]
    EmployerContact.objects.bulk_create(rows)
    city.put("contacts", {row.employer_id: row for row in rows})


# days until the end: one about to end at each reminder, some in force, some over, one without an end
ENDINGS = [5, 27, 84, 200, 420, 700, -40, -300, None]
PARTNERS = 5  # of an ordinary school; SMKN 1 has one for each of the endings
YEARS = 3
RESULTS = [
    "Perusahaan bersedia menerima siswa PKL lagi semester depan.",
    "Membutuhkan dua teknisi mulai bulan depan, minta daftar calon.",
    "Bagian personalia berganti orang; narahubung baru sudah dicatat.",
]
STEPS = ["Kirim daftar calon", "Telepon lagi untuk memastikan jadwal PKL", "Siapkan naskah perpanjangan MoU"]
NOTES = [
    "Lebih suka dihubungi lewat WhatsApp sore hari.",
    "Dua alumni kami dipuji kerjanya tahun lalu.",
    "Minta calon yang tinggal dekat, karena masuk jam enam pagi.",
]
FAKE = ("CV Karya Sukses Cepat", "Meminta uang seragam Rp 750.000 sebelum wawancara; alamatnya rumah kosong.")


def demo_partners(city):
    """Draws from a chance of its own: the parts before it stay as they are."""
    chance, employers = random.Random("mitra"), city.get("employers")  # noqa: S311
    partners = {school: _partners_of(chance, school, employers) for school in city.get("schools")}
    _verifications(city, chance, employers)
    _agreements(city, chance, partners)
    _pkl(city, chance, partners)
    _visits(city, chance, partners)
    _notes(city, chance, partners)
    _rejected(city)
    _doubles(city, employers)


def _partners_of(chance, school, employers):
    return chance.sample(employers, len(ENDINGS) if school.npsn == "50304998" else PARTNERS)


def _verifications(city, chance, employers):
    for employer in employers:
        employer.verified_basis = chance.choice(VerificationBasis.values) if employer.verified_at else ""
    Employer.objects.bulk_update(employers, ["verified_basis"])
    EmployerVerification.objects.bulk_create(
        EmployerVerification(
            employer=employer,
            outcome=VerificationOutcome.VERIFIED,
            basis=employer.verified_basis,
            checks=[Checked.ADDRESS, Checked.NIB, Checked.PHONE],
            school=employer.added_by_school,
            by=employer.verified_by,
            at=employer.verified_at,
        )
        for employer in employers
        if employer.verified_at
    )


def _agreements(city, chance, partners):
    rows = [
        _agreement(city, chance, school, employer, number)
        for school, employers in partners.items()
        for number, employer in enumerate(employers)
    ]
    for row in rows:
        if row.school.npsn == "50304998":
            row.file = _paper(f"Contoh MoU {row.number}")
            row.file.save("mou.png", row.file, save=False)
    PartnershipAgreement.objects.bulk_create(rows)


def _agreement(city, chance, school, employer, number):
    left = ENDINGS[(number + (0 if school.npsn == "50304998" else school.pk)) % len(ENDINGS)]
    first = city.days_ago(600) if left is None else city.today + dt.timedelta(days=left - 730)
    coordinator = city.get(f"coordinator:{school.pk}")
    return PartnershipAgreement(
        employer=employer,
        school=school,
        number=f"CONTOH/{number + 1:02d}/MOU/{school.npsn[-3:]}/{first.year}",
        scopes=["pkl", *sorted(chance.sample(AgreementScope.values[1:], chance.choice((1, 2))))],
        signed_on=min(first, city.today),
        starts_on=first,
        ends_on=None if left is None else city.today + dt.timedelta(days=left),
        school_signer=f"{coordinator.name}, Ketua BKK",
        employer_signer=f"{city.get('contacts')[employer.pk].name}, Pimpinan",
        recorded_by=coordinator,
    )


def _paper(text):
    picture = Image.new("RGB", (595, 842), "white")
    ImageDraw.Draw(picture).text((60, 60), text, fill="black")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return ContentFile(buffer.getvalue(), "mou.png")


def _pkl(city, chance, partners):
    known = {row.name: row for row in Konsentrasi.objects.filter(edition=2022)}
    rows = []
    for school, employers in partners.items():
        offers = [known[name] for name in offers_of(school) if name in known]
        for employer in employers:
            for ago in range(YEARS):
                rows.append(_place(city, chance, school, employer, chance.choice(offers), ago))
    PklPlace.objects.bulk_create(rows)


def _place(city, chance, school, employer, konsentrasi, ago):
    places = chance.randrange(2, 9)
    return PklPlace(
        employer=employer,
        school=school,
        year=city.today.year - ago,
        konsentrasi=konsentrasi,
        places=places,
        filled=chance.randrange(places + 1) if ago == 0 else places,
    )


def _visits(city, chance, partners):
    pairs = [(school, employer) for school, employers in partners.items() for employer in employers[:3]]
    activities = SchoolActivity.objects.bulk_create(
        SchoolActivity(
            school=school,
            kind=ActivityKind.COMPANY_VISIT,
            title=f"Kunjungan ke {employer.name}",
            partner=employer.name,
            place=employer.address[:150],
            notes=chance.choice(RESULTS),
            held_on=city.days_ago(chance.randrange(10, 200)),
            created_by=city.get(f"coordinator:{school.pk}"),
        )
        for school, employer in pairs
    )
    EmployerVisit.objects.bulk_create(
        _visit(city, chance, employer, activity) for (_, employer), activity in zip(pairs, activities, strict=True)
    )


def _visit(city, chance, employer, activity):
    step = chance.choice([*STEPS, ""])
    return EmployerVisit(
        employer=employer,
        activity=activity,
        met_with=city.get("contacts")[employer.pk].name,
        next_step=step,
        next_on=activity.held_on + dt.timedelta(days=chance.choice((14, 30, 90))) if step else None,
    )


def _notes(city, chance, partners):
    EmployerNote.objects.bulk_create(
        EmployerNote(
            employer=employer, school=school, text=chance.choice(NOTES), by=city.get(f"coordinator:{school.pk}")
        )
        for school, employers in partners.items()
        for employer in employers[:2]
    )


def _rejected(city):
    name, reason = FAKE
    school = city.get("schools")[0]
    by = city.get(f"coordinator:{school.pk}")
    employer = Employer.objects.create(
        name=name,
        regency_id="53.71",
        address="Jl. Contoh No. 1",
        phone="+62380829999",
        added_by_school=school,
        rejected_at=city.now,
        rejected_by=by,
        rejection_reason=reason,
    )
    EmployerVerification.objects.create(
        employer=employer, outcome=VerificationOutcome.REJECTED, reason=reason, school=school, by=by, at=city.now
    )


def _doubles(city, employers):
    """Two waiting proposals and one that was declined."""
    schools = city.get("schools")
    pairs = [(employers[0], MergeStatus.WAITING), (employers[5], MergeStatus.WAITING)]
    for number, (kept, status) in enumerate([*pairs, (employers[2], MergeStatus.DECLINED)]):
        school = schools[number]
        _double(city, kept, status, school, city.get(f"coordinator:{school.pk}"))


def _double(city, kept, status, school, by):
    form, _, rest = kept.name.partition(" ")
    dropped = Employer.objects.create(
        name=f"{rest} {form}", regency_id=kept.regency_id, phone=kept.phone, added_by_school=school
    )
    declined = status == MergeStatus.DECLINED
    EmployerMergeProposal.objects.create(
        kept=kept,
        dropped=dropped,
        dropped_key=dropped.pk,
        dropped_name=dropped.name,
        reason="Nomor teleponnya sama, hanya urutan namanya berbeda.",
        school=school,
        proposed_by=by,
        status=status,
        decided_by=User.objects.get(email="forum@demo.test") if declined else None,
        decided_at=city.now if declined else None,
        answer="Cabang lain dengan pemilik lain." if declined else "",
    )
