"""Catalogue, kits, 700 handovers and their monitoring visits; what lies in the stores is in stockroom.py."""

import datetime as dt
import io

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from trainings.demo.stockroom import demo_stockroom, receive_all
from trainings.equipment.catalogue.models import EquipmentItem, EquipmentKit, KitLine
from trainings.equipment.enums import MovementKind
from trainings.equipment.handovers.models import Handover, HandoverLine, HandoverStatusLog
from trainings.equipment.stock.models import StockLot, StockMovement
from trainings.monitoring.enums import EquipmentUse, IncomeBand, Met
from trainings.monitoring.visits.actions import months_after
from trainings.monitoring.visits.models import MonitoringVisit
from trainings.participants.enums import ParticipantStatus

HANDOVERS = 700
STILL_WAITING = 45  # days after the end of a class
# programme: [(item, unit, quantity per kit, unit price in Rp, brand, has serial)]
KITS = {
    "Las Listrik SMAW 2G": [
        ("Mesin las inverter 900 W", "unit", 1, 2_150_000, "Lakoni Falcon 121e", True),
        ("Gerinda tangan 4 inci", "unit", 1, 485_000, "Maktec MT90", True),
        ("Topeng las otomatis", "buah", 1, 265_000, "Krisbow", False),
        ("Elektroda RB-26 2,6 mm", "kotak", 3, 165_000, "Kobe Steel", False),
    ],
    "Menjahit Pakaian Jadi": [
        ("Mesin jahit portabel", "unit", 1, 2_350_000, "Singer 4423", True),
        ("Mesin obras mini", "unit", 1, 1_850_000, "Butterfly", True),
        ("Gunting kain", "buah", 1, 95_000, "Kai", False),
        ("Set benang 24 warna", "set", 2, 120_000, "Extra", False),
    ],
    "Servis Sepeda Motor Injeksi": [
        ("Set kunci pas dan ring", "set", 1, 725_000, "Tekiro", False),
        ("Kompresor udara 1 HP", "unit", 1, 2_450_000, "Lakoni Imola", True),
        ("Alat pindai injeksi", "unit", 1, 1_350_000, "Asuki", True),
    ],
    "Instalasi Listrik Rumah Tinggal": [
        ("Bor listrik 13 mm", "unit", 1, 865_000, "Bosch GSB 550", True),
        ("Multimeter digital", "unit", 1, 325_000, "Sanwa CD800a", False),
        ("Set obeng dan tang", "set", 1, 410_000, "Tekiro", False),
    ],
    "Perawatan AC Rumah": [
        ("Pompa vakum 1/4 HP", "unit", 1, 1_650_000, "Value VE115N", True),
        ("Manifold gauge R32", "set", 1, 585_000, "Tasco", False),
        ("Mesin cuci AC", "unit", 1, 1_250_000, "Lakoni Laguna", True),
    ],
    "Pembuatan Roti dan Kue": [
        ("Oven gas 2 susun", "unit", 1, 2_650_000, "Bima", True),
        ("Mixer 5 liter", "unit", 1, 1_950_000, "Signora", True),
        ("Loyang aluminium", "buah", 6, 45_000, "Kiwi", False),
    ],
    "Barista": [
        ("Mesin espreso 15 bar", "unit", 1, 2_900_000, "Delonghi EC230", True),
        ("Penggiling kopi", "unit", 1, 1_450_000, "Latina", True),
    ],
    "Tata Rias dan Pangkas Rambut": [
        ("Kursi pangkas hidrolik", "unit", 1, 2_100_000, "Barber Co", False),
        ("Mesin cukur", "unit", 1, 645_000, "Wahl", True),
        ("Set rias dasar", "set", 1, 850_000, "Inez", False),
    ],
    "Teknisi Komputer dan Jaringan": [
        ("Laptop 14 inci", "unit", 1, 4_850_000, "Acer Aspire 3", True),
        ("Tang crimping dan LAN tester", "set", 1, 245_000, "Belden", False),
    ],
    "Mebel Kayu": [
        ("Gergaji bundar 7 inci", "unit", 1, 1_150_000, "Makita 5806", True),
        ("Ketam listrik", "unit", 1, 985_000, "Maktec MT192", True),
        ("Set pahat kayu", "set", 1, 275_000, "Camel", False),
    ],
    "Pengolahan Ikan dan Abon": [
        ("Penggiling daging", "unit", 1, 1_850_000, "Fomac", True),
        ("Penyegel plastik", "unit", 1, 385_000, "Powerpack", False),
    ],
    "Tenun Ikat dan Pewarnaan Alami": [
        ("Alat tenun gedogan", "set", 1, 1_500_000, "Buatan setempat", False),
        ("Benang katun", "kilogram", 5, 135_000, "Texmaco", False),
    ],
}
SEEN = [EquipmentUse.IN_USE, EquipmentUse.LENT, EquipmentUse.SOLD, EquipmentUse.BROKEN, EquipmentUse.MISSING]
DIFFERENCE = "Stok barang ini habis; disusulkan pada pengadaan berikutnya."


def demo_equipment(city):
    recipients = _recipients(city)
    kits = _kits(city, recipients)
    lots = receive_all(city, recipients, kits, _officer, KITS)
    photo, signature = _pictures()
    handovers = [_handover(city, participant, kits, photo, signature) for participant in recipients]
    Handover.objects.bulk_create(handovers, batch_size=500)
    _lines(city, handovers, kits, lots)
    HandoverStatusLog.objects.bulk_create(
        HandoverStatusLog(handover=h, to_status=h.status, by=h.officer, at=city.at(h.handed_on)) for h in handovers
    )
    _visits(city, handovers)
    demo_stockroom(city, handovers, lots)
    city.put("handovers", handovers)


def _recipients(city):
    """700 who passed, one kit a person, oldest class first. Who came before there were kits has none; the latest
    classes still wait."""
    by_class = [p for p in city.get("participants") if p.status == ParticipantStatus.PASSED]
    by_class = sorted(by_class, key=lambda p: (p.training.ends_on, p.pk), reverse=True)
    waited_for = city.days_ago(STILL_WAITING)
    seen, recipients = set(), []
    for participant in by_class:
        if participant.training.ends_on < waited_for and participant.person_id not in seen:
            seen.add(participant.person_id)
            recipients.append(participant)
    return recipients[:HANDOVERS][::-1]


def _kits(city, recipients):
    """{(programme, year): kit} with the catalogue items they are made of."""
    items, kits = {}, {}
    for participant in recipients:
        programme, year = participant.training.programme, participant.training.ends_on.year
        if (programme.pk, year) in kits:
            continue
        kit = EquipmentKit.objects.create(programme=programme, year=year, name=f"Paket {programme.trade.lower()}")
        kits[programme.pk, year] = kit
        for name, unit, quantity, _, _, has_serial in KITS[programme.name]:
            key = (programme.agency_id, name)
            if key not in items:
                items[key] = EquipmentItem.objects.create(
                    agency=programme.agency,
                    name=name,
                    unit=unit,
                    category=programme.trade,
                    has_serial=has_serial,
                    specification=f"{name}, baru, dengan buku petunjuk dan garansi penyedia satu tahun.",
                )
            KitLine.objects.create(kit=kit, item=items[key], quantity=quantity)
    return kits


def _officer(city, kit):
    return city.get("dinas@demo.test" if kit.programme.agency.supervises_bkk else "opd@demo.test")


def _handover(city, participant, kits, photo, signature):
    training = participant.training
    kit = kits[training.programme_id, training.ends_on.year]
    return Handover(
        participant=participant,
        agency=training.agency,
        kit=kit,
        handed_on=min(training.ends_on + dt.timedelta(days=city.random.randrange(5, 25)), city.today),
        place=training.venue,
        officer=_officer(city, kit),
        identity_checked=True,
        photo=photo,
        signature=signature,
    )


def _lines(city, handovers, kits, lots):
    contents = {kit.pk: list(kit.lines.select_related("item")) for kit in kits.values()}
    lines = [
        _line(city, handover, line, lots[handover.kit_id, line.item_id], number)
        for number, handover in enumerate(handovers)
        for line in contents[handover.kit_id]
    ]
    HandoverLine.objects.bulk_create(lines, batch_size=500)
    given = [line for line in lines if line.given]
    StockMovement.objects.bulk_create(
        [
            StockMovement(
                lot=line.lot,
                kind=MovementKind.HANDED_OVER,
                quantity=-line.given,
                handover_line=line,
                at=city.at(line.handover.handed_on),
                by=line.handover.officer,
            )
            for line in given
        ],
        batch_size=500,
    )
    for line in given:
        line.lot.balance -= line.given
    StockLot.objects.bulk_update(set(lots.values()), ["balance"], batch_size=200)


def _line(city, handover, line, lot, number):
    short = line.quantity > 1 and city.random.random() < 0.04
    return HandoverLine(
        handover=handover,
        item=line.item,
        lot=lot,
        planned=line.quantity,
        given=line.quantity - short,
        unit_price=lot.unit_price,
        brand=lot.brand,
        serial_number=f"{lot.pk:03d}-{number + 1:05d}" if line.item.has_serial else "",
        difference_reason=DIFFERENCE if short else "",
    )


def _visits(city, handovers):
    """Due after 3, 6 and 12 months; most of those due were made, some are overdue."""
    rows = []
    for handover in handovers:
        for months in (3, 6, 12):
            due = months_after(handover.handed_on, months)
            made = due < city.today and city.random.random() < 0.8
            rows.append(_visit(city, handover, due) if made else MonitoringVisit(handover=handover, due_on=due))
    MonitoringVisit.objects.bulk_create(rows, batch_size=500)


def _visit(city, handover, due):
    use = city.random.choices(SEEN, [80, 6, 4, 8, 2])[0]
    running = use == EquipmentUse.IN_USE and city.random.random() < 0.85
    return MonitoringVisit(
        handover=handover,
        due_on=due,
        visited_on=min(due + dt.timedelta(days=city.random.randrange(0, 12)), city.today),
        officer=handover.officer,
        met=Met.RECIPIENT,
        equipment_use=use,
        business_running=running,
        workers=city.random.randrange(1, 4) if running else 0,
        income_band=city.random.choice(IncomeBand.values[1:]) if running else IncomeBand.NONE,
    )


def _pictures():
    """One drawn picture for all: nobody is in it."""
    photo = Image.new("RGB", (640, 480), "#e7dcc8")
    draw = ImageDraw.Draw(photo)
    draw.rectangle((170, 250, 470, 400), fill="#0b5563")
    draw.rectangle((230, 190, 410, 250), fill="#8a2b2b")
    draw.text((250, 430), "Foto contoh", fill="#222222")
    signature = Image.new("RGB", (400, 160), "white")
    ImageDraw.Draw(signature).line([(20, 110), (90, 40), (130, 120), (200, 50), (260, 115), (380, 70)], "#1b2a4a", 4)
    return _saved(Handover, "photo", photo, "JPEG"), _saved(Handover, "signature", signature, "PNG")


def _saved(model, field, image, kind):
    buffer = io.BytesIO()
    image.save(buffer, kind)
    storage_field = model._meta.get_field(field)
    name = storage_field.generate_filename(model(), f"contoh.{kind.lower()}")
    return storage_field.storage.save(name, ContentFile(buffer.getvalue()))
