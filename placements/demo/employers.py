"""80 invented employers of the trades Kupang lives on."""

from bkk_portal.accounts.offers import make_user
from bkk_portal.people.models import Industry
from placements.employers.models import Employer, EmployerContact, EmployerMembership

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
