"""Usaha binaan: businesses of recipients that run, most of them shown, each by invented consent."""

import io
import random

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from trainings.businesses.enums import VERSION, WORDING, BusinessStatus
from trainings.businesses.models import Business, BusinessPhoto
from trainings.equipment.handovers.models import Handover

SHOWN, WAITING = 64, 6
WITH_PHOTO = 24
# programme: (name of the business, what it does)
TRADES = {
    "Las Listrik SMAW 2G": ("Bengkel Las", "Pagar, teralis, kanopi dan perbaikan kecil. Ukur di tempat, gratis."),
    "Menjahit Pakaian Jadi": ("Penjahit", "Seragam sekolah, kebaya, permak celana. Selesai tiga hari."),
    "Servis Sepeda Motor Injeksi": ("Servis Motor", "Servis ringan, ganti oli, periksa injeksi. Bisa dipanggil."),
    "Instalasi Listrik Rumah Tinggal": ("Listrik Rumah", "Pasang dan perbaiki instalasi rumah, lampu, stopkontak."),
    "Perawatan AC Rumah": ("Servis AC", "Cuci AC, tambah freon, bongkar pasang. Garansi satu bulan."),
    "Pembuatan Roti dan Kue": ("Dapur Kue", "Roti, bolu, kue basah untuk acara. Pesan dua hari sebelumnya."),
    "Barista": ("Kedai Kopi", "Kopi susu, kopi Flores, pesanan untuk rapat."),
    "Tata Rias dan Pangkas Rambut": ("Salon", "Pangkas, rias pengantin dan wisuda. Bisa ke rumah."),
    "Teknisi Komputer dan Jaringan": ("Servis Komputer", "Pasang ulang, bersih virus, jaringan kantor kecil."),
    "Mebel Kayu": ("Mebel", "Meja, kursi, lemari dari kayu lokal menurut ukuran."),
    "Pengolahan Ikan dan Abon": ("Abon Ikan", "Abon tuna dan cakalang, kemasan 100 dan 250 gram."),
    "Tenun Ikat dan Pewarnaan Alami": ("Tenun", "Selendang dan sarung tenun ikat, pewarna alami."),
}
HOURS = ["Senin–Sabtu 08.00–17.00", "Setiap hari 07.00–20.00", ""]


def demo_businesses(city):
    chance = random.Random(56)
    own = city.get("peserta@demo.test")
    running = Handover.objects.standing().filter(visits__business_running=True).exclude(participant=own)
    rows = list(running.order_by().values_list("participant", flat=True).distinct().order_by("participant"))
    chosen = chance.sample(rows, min(len(rows), SHOWN + WAITING))
    participants = list(own.__class__.objects.for_list().select_related("person__village").filter(pk__in=chosen))
    states = [BusinessStatus.PUBLISHED] * SHOWN + [BusinessStatus.WAITING] * WAITING
    pairs = zip([own, *sorted(participants, key=lambda row: chosen.index(row.pk))], states, strict=False)
    businesses = [_business(city, chance, participant, status) for participant, status in pairs]
    Business.objects.bulk_create(businesses, batch_size=500)
    _photos(city, businesses[:WITH_PHOTO])


def _business(city, chance, participant, status):
    label, description = TRADES[participant.training.programme.name]
    family = participant.person.name.split()[-1]
    is_reachable = chance.random() < 0.85
    day = city.days_ago(chance.randrange(5, 200))
    is_shown = status == BusinessStatus.PUBLISHED
    return Business(
        participant=participant,
        name=f"{label} {family}",
        trade=participant.training.programme.trade,
        description=description,
        village=participant.person.village or participant.training.village,
        hours=chance.choice(HOURS),
        phone=f"+62811{chance.randrange(10_000_000):08d}" if is_reachable else "",
        show_phone=is_reachable and chance.random() < 0.6,
        show_whatsapp=is_reachable,
        status=status,
        decided_by=participant.training.created_by if is_shown else None,
        decided_at=city.at(day) if is_shown else None,
        consent_version=VERSION,
        consent_wording=WORDING,
        consented_at=city.at(day),
    )


def _photos(city, businesses):
    storage = BusinessPhoto._meta.get_field("image").storage
    names = [storage.save("usaha/contoh.jpg", ContentFile(_picture(colour))) for colour in ("#0b5563", "#b5731a")]
    BusinessPhoto.objects.bulk_create(
        BusinessPhoto(business=business, image=names[place % 2], checked_at=city.now if business.decided_at else None)
        for place, business in enumerate(businesses)
    )


def _picture(colour):
    """A drawn workshop: nobody is in it."""
    picture = Image.new("RGB", (800, 600), "#e7dcc8")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((120, 220, 680, 520), fill=colour)
    pen.polygon([(80, 220), (400, 90), (720, 220)], fill="#76202d")
    pen.rectangle((340, 340, 460, 520), fill="#3b2b20")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=75)
    return out.getvalue()
