from bkk_portal.accounts.offers import make_user
from placements.demo.reports import demo_forum, demo_papers
from placements.schools.enums import ActivityKind
from placements.schools.models import School, SchoolActivity, SchoolMembership

# What the invented alumni of each kind of school learned; the schools' real offers are theirs to enter.
TECHNICAL = ["Teknik Komputer dan Jaringan", "Teknik Kendaraan Ringan", "Teknik Sepeda Motor", "Teknik Pengelasan"]
BUILDING = ["Desain Pemodelan dan Informasi Bangunan", "Teknik Instalasi Tenaga Listrik", "Teknik Audio Video"]
BUSINESS = ["Akuntansi", "Manajemen Perkantoran", "Bisnis Retail", "Layanan Perbankan"]
SERVICE = ["Perhotelan", "Kuliner", "Usaha Layanan Wisata", "Desain dan Produksi Busana"]
HEALTH = ["Layanan Penunjang Keperawatan dan Caregiving", "Layanan Penunjang Kefarmasian Klinis dan Komunitas"]
SEA = ["Nautika Kapal Niaga", "Teknika Kapal Niaga", "Nautika Kapal Penangkap Ikan"]
BY_WORD = {
    "KESEHATAN": HEALTH,
    "PELAYARAN": SEA,
    "INFORMATIKA": ["Teknik Komputer dan Jaringan", "Rekayasa Perangkat Lunak"],
}
OFFERS = {
    "50304998": [*BUSINESS, "Teknik Komputer dan Jaringan", "Perhotelan"],
    "50304997": [*TECHNICAL, *BUILDING],
    "50304991": [*SERVICE, "Tata Kecantikan Kulit dan Rambut"],
    "50304992": ["Desain Komunikasi Visual", "Seni Musik", "Seni Tari", "Desain dan Produksi Busana"],
    "50305267": [*TECHNICAL, "Teknik Instalasi Tenaga Listrik"],
}
COORDINATORS = {"50304998": ("bkk1@demo.test", "Ferderika Manafe"), "50304997": ("bkk2@demo.test", "Stefanus Bire")}
ACTIVITIES = [
    (ActivityKind.SOCIALISATION, "Sosialisasi bursa kerja kepada kelas XII", "Aula sekolah"),
    (ActivityKind.COMPANY_VISIT, "Kunjungan ke perusahaan mitra", "Kupang"),
    (ActivityKind.AGREEMENT, "Penandatanganan kerja sama dengan mitra industri", "Ruang kepala sekolah"),
]


def offers_of(school):
    """Names of the konsentrasi the invented alumni of this school studied."""
    if school.npsn in OFFERS:
        return OFFERS[school.npsn]
    matching = (names for word, names in BY_WORD.items() if word in school.name)
    return next(matching, [*BUSINESS[:2], *TECHNICAL[:2]])


def demo_schools(city):
    schools = list(School.objects.order_by("npsn"))
    for number, school in enumerate(schools, 1):
        _coordinator(city, school, number)
        if school.status == "negeri" or number % 2:
            _register(city, school, number)
        _activities(city, school)
    city.put("schools", schools)
    demo_forum(city, schools)
    demo_papers(city, schools)


def _coordinator(city, school, number):
    made_up = city.get("people").name(city.random.choice("LP"))
    login, name = COORDINATORS.get(school.npsn, (f"bkk-{school.npsn}@demo.test", made_up))
    user = make_user(city, login, name)
    SchoolMembership.objects.create(user=user, school=school, started_on=city.days_ago(600 + number))
    city.put(f"coordinator:{school.pk}", user)


def _register(city, school, number):
    school.registration_number = f"CONTOH/{number:03d}/BKK"
    school.registered_on = city.days_ago(200 + 30 * number)
    school.bkk_head = school.registered_head = city.get(f"coordinator:{school.pk}").name
    school.save()


def _activities(city, school):
    SchoolActivity.objects.bulk_create(
        SchoolActivity(
            school=school,
            kind=kind,
            title=title,
            place=place,
            held_on=city.days_ago(city.random.randrange(10, 300)),
            attendance=city.random.randrange(8, 160),
            is_public=kind == ActivityKind.SOCIALISATION,
            created_by=city.get(f"coordinator:{school.pk}"),
        )
        for kind, title, place in city.random.sample(ACTIVITIES, 2)
    )
