"""12 programmes and 90 trainings over all six kecamatan; some kelurahan have none, as in life."""

import datetime as dt

from bkk_portal.people.models import Konsentrasi, Occupation, Skill
from trainings.demo.money import demo_budgets, pay
from trainings.programmes.enums import RuleEffect, RuleKind, TrainingStatus
from trainings.programmes.models import (
    CompetenceUnit,
    EligibilityRule,
    PriorityGroup,
    SelectionCriterion,
    Training,
    TrainingProgramme,
    TrainingSession,
)

TRAININGS = 90
# (office, name, trade, JP, konsentrasi, skills)
PROGRAMMES = [
    ("manpower", "Las Listrik SMAW 2G", "Las", 240, "Teknik Pengelasan", ["Las listrik SMAW", "Fabrikasi logam"]),
    (
        "manpower",
        "Menjahit Pakaian Jadi",
        "Menjahit",
        240,
        "Desain dan Produksi Busana",
        ["Menjahit", "Membuat pola busana"],
    ),
    (
        "manpower",
        "Servis Sepeda Motor Injeksi",
        "Otomotif",
        240,
        "Teknik Sepeda Motor",
        ["Servis sepeda motor", "Kelistrikan otomotif"],
    ),
    (
        "manpower",
        "Instalasi Listrik Rumah Tinggal",
        "Listrik",
        240,
        "Teknik Instalasi Tenaga Listrik",
        ["Instalasi listrik rumah"],
    ),
    ("manpower", "Perawatan AC Rumah", "Listrik", 160, "Teknik Instalasi Tenaga Listrik", ["Pasang AC"]),
    ("manpower", "Pembuatan Roti dan Kue", "Kuliner", 160, "Kuliner", ["Membuat roti dan kue"]),
    ("manpower", "Barista", "Kuliner", 160, "Kuliner", ["Barista", "Pelayanan pelanggan"]),
    (
        "manpower",
        "Tata Rias dan Pangkas Rambut",
        "Kecantikan",
        160,
        "Tata Kecantikan Kulit dan Rambut",
        ["Tata rias", "Pangkas rambut"],
    ),
    (
        "manpower",
        "Teknisi Komputer dan Jaringan",
        "Teknologi informasi",
        240,
        "Teknik Komputer dan Jaringan",
        ["Merakit komputer", "Instalasi jaringan LAN"],
    ),
    ("manpower", "Mebel Kayu", "Pertukangan", 240, "Desain dan Teknik Furnitur", ["Pertukangan kayu"]),
    (
        "trade",
        "Pengolahan Ikan dan Abon",
        "Olahan pangan",
        120,
        "Agribisnis Pengolahan Hasil Perikanan",
        ["Pengolahan ikan"],
    ),
    (
        "trade",
        "Tenun Ikat dan Pewarnaan Alami",
        "Tenun",
        160,
        "Kriya Kreatif Batik dan Tekstil",
        ["Tenun dan kriya tekstil"],
    ),
]
# trade: (SKKNI sector, KBJI code, titles of units)
STANDARDS = {
    "Las": (
        "C.24LAS01",
        "7212",
        [
            "Menerapkan K3 di tempat kerja",
            "Membaca gambar teknik dan simbol las",
            "Mengelas pelat posisi 2G dengan SMAW",
        ],
    ),
    "Menjahit": (
        "C.14STY02",
        "7531",
        ["Mengukur tubuh pelanggan", "Membuat pola dasar", "Menjahit pakaian jadi dengan mesin"],
    ),
    "Otomotif": ("G.45SSM00", "7231", ["Memelihara mesin sepeda motor", "Mendiagnosis sistem injeksi"]),
    "Listrik": ("D.35HIL00", "7411", ["Memasang instalasi listrik bangunan sederhana", "Menguji instalasi listrik"]),
    "Kuliner": (
        "I.56PPR00",
        "7512",
        ["Menerapkan kebersihan pangan", "Menyiapkan bahan dan alat", "Membuat produk sesuai resep"],
    ),
    "Kecantikan": ("S.96KEC00", "5142", ["Melakukan sanitasi alat", "Memangkas rambut", "Merias wajah sehari-hari"]),
    "Teknologi informasi": ("J.611000", "3513", ["Merakit komputer", "Memasang jaringan lokal"]),
    "Pertukangan": ("C.31MEB00", "7522", ["Menyiapkan bahan kayu", "Membuat sambungan kayu"]),
    "Olahan pangan": ("C.10IKN00", "7511", ["Menerapkan sanitasi pengolahan ikan", "Membuat abon ikan"]),
    "Tenun": ("C.13TNN00", "7318", ["Menyiapkan benang lungsi", "Mewarnai dengan bahan alami", "Menenun ikat"]),
}
GROUPS = ["Korban PHK", "Keluarga tidak mampu (terdata DTKS)", "Penyandang disabilitas", "Perempuan kepala keluarga"]
CRITERIA = [("Wawancara", 40), ("Tes tertulis", 30), ("Praktik dasar", 30)]
HOURS = (dt.time(8), dt.time(15))
OFFICERS = {"manpower": "dinas@demo.test", "trade": "opd@demo.test"}


def demo_programmes(city):
    konsentrasi = {k.name: k for k in Konsentrasi.objects.filter(edition=2022)}
    skills = {skill.name: skill for skill in Skill.objects.all()}
    programmes = [_programme(city, row, konsentrasi, skills) for row in PROGRAMMES]
    _describe(programmes)
    trainings = [_training(city, number, programmes, _villages(city)) for number in range(TRAININGS)]
    pay(trainings, demo_budgets(city, trainings))
    Training.objects.bulk_create(trainings)
    sessions = [session for training in trainings for session in _sessions(training)]
    _call_off(city, sessions)
    TrainingSession.objects.bulk_create(sessions, batch_size=1000)
    city.put("trainings", trainings)
    city.put("sessions", sessions)
    city.put("programmes", programmes)


def _programme(city, row, konsentrasi, skills):
    office, name, trade, hours, konsentrasi_name, skill_names = row
    programme = TrainingProgramme.objects.create(
        agency=city.get("agencies")[office],
        name=name,
        trade=trade,
        hours=hours,
        description=f"Pelatihan {name.lower()} untuk pencari kerja muda Kota Kupang.",
        requirements="Warga Kota Kupang, umur 17–35 tahun, belum bekerja.",
    )
    programme.konsentrasi.set([konsentrasi[konsentrasi_name]])
    programme.skills.set([skills[skill] for skill in skill_names])
    return programme


def _describe(programmes):
    """Units of competence, conditions of joining, criteria of selection, groups taken first, occupations."""
    groups = PriorityGroup.objects.bulk_create(PriorityGroup(name=name) for name in GROUPS)
    codes = [code for _, code, _ in STANDARDS.values()]
    occupations = {row.code: row for row in Occupation.objects.filter(code__in=codes)}
    for programme in programmes:
        sector, code, titles = STANDARDS[programme.trade]
        CompetenceUnit.objects.bulk_create(
            CompetenceUnit(programme=programme, code=f"{sector}.{n:03d}.1", title=title, position=n)
            for n, title in enumerate(titles, 1)
        )
        programme.occupations.set([occupations[code]] if code in occupations else [])
        programme.priority_groups.set(groups)
    EligibilityRule.objects.bulk_create(rule for programme in programmes for rule in _rules(programme))
    SelectionCriterion.objects.bulk_create(
        SelectionCriterion(programme=programme, name=name, weight=weight, position=place)
        for programme in programmes
        for place, (name, weight) in enumerate(CRITERIA, 1)
    )


def _rules(programme):
    yield EligibilityRule(programme=programme, kind=RuleKind.AGE, effect=RuleEffect.REFUSE, min_age=17, max_age=35)
    for kind in (RuleKind.DOMICILE, RuleKind.NOT_STUDYING, RuleKind.NOT_WORKING):
        yield EligibilityRule(programme=programme, kind=kind, effect=RuleEffect.WARN)


def _call_off(city, sessions):
    """Some day of a class to come falls on a holiday."""
    ahead = [session for session in sessions if session.held_on > city.today]
    for session in ahead[3::40]:
        session.cancelled, session.cancel_reason = True, "Libur bersama"


def _villages(city):
    """Four kelurahan of five: no training has reached the others yet."""
    return [village for number, village in enumerate(city.get("villages")) if number % 5 != 2]


def _training(city, number, programmes, villages):
    programme = programmes[number % len(programmes)]
    village = villages[number * 7 % len(villages)]
    starts = city.days_ago(1_000 - number * 12 if number < 80 else 30 - (number - 80) * 9)
    ends = starts + dt.timedelta(days=programme.hours // 8 * 7 // 5)
    return Training(
        programme=programme,
        agency=programme.agency,
        village=village,
        batch=f"Angkatan {number // len(programmes) + 1}",
        venue=f"Aula Kantor Lurah {village.name}",
        starts_on=starts,
        ends_on=ends,
        quota=20 if number % 3 else 16,
        decree_number=f"CONTOH/{number + 1:03d}/{starts.year}",
        decree_date=starts - dt.timedelta(days=14),
        decree_subject=f"Penetapan peserta pelatihan {programme.name}",
        status=_status(city, starts, ends),
        created_by=city.get(OFFICERS["manpower" if programme.agency.supervises_bkk else "trade"]),
    )


def _status(city, starts, ends):
    if ends < city.today:
        return TrainingStatus.FINISHED
    if starts <= city.today:
        return TrainingStatus.RUNNING
    return TrainingStatus.OPEN if (starts - city.today).days < 40 else TrainingStatus.PLANNED


def _sessions(training):
    days = (training.ends_on - training.starts_on).days + 1
    dates = [training.starts_on + dt.timedelta(days=n) for n in range(days)]
    return [
        TrainingSession(training=training, held_on=day, starts_at=HOURS[0], ends_at=HOURS[1])
        for day in dates
        if day.weekday() < 5
    ]
