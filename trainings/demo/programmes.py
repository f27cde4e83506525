"""12 programmes and 90 trainings over all six kecamatan; some kelurahan have none, as in life."""

import datetime as dt

from bkk_portal.people.models import Konsentrasi, Skill
from trainings.programmes.enums import TrainingState
from trainings.programmes.models import Training, TrainingProgramme, TrainingSession

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
OFFICERS = {"manpower": "dinas@demo.test", "trade": "opd@demo.test"}


def demo_programmes(city):
    konsentrasi = {k.name: k for k in Konsentrasi.objects.filter(edition=2022)}
    skills = {skill.name: skill for skill in Skill.objects.all()}
    programmes = [_programme(city, row, konsentrasi, skills) for row in PROGRAMMES]
    trainings = [_training(city, number, programmes, _villages(city)) for number in range(TRAININGS)]
    Training.objects.bulk_create(trainings)
    sessions = [session for training in trainings for session in _sessions(training)]
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
        instructors=", ".join(city.get("people").name(city.random.choice("LP")) for _ in range(2)),
        decree_number=f"CONTOH/{number + 1:03d}/{starts.year}",
        decree_date=starts - dt.timedelta(days=14),
        decree_subject=f"Penetapan peserta pelatihan {programme.name}",
        state=_state(city, starts, ends),
        created_by=city.get(OFFICERS["manpower" if programme.agency.supervises_bkk else "trade"]),
    )


def _state(city, starts, ends):
    if ends < city.today:
        return TrainingState.FINISHED
    if starts <= city.today:
        return TrainingState.RUNNING
    return TrainingState.OPEN if (starts - city.today).days < 40 else TrainingState.PLANNED


def _sessions(training):
    days = (training.ends_on - training.starts_on).days + 1
    dates = [training.starts_on + dt.timedelta(days=n) for n in range(days)]
    return [TrainingSession(training=training, held_on=day) for day in dates if day.weekday() < 5]
