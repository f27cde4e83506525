"""What offices do while people join and classes run: points, a waiting list, proposals, journal, certificates of LSPs."""

import datetime as dt
import io

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from bkk_portal.people.enums import CredentialSource
from bkk_portal.people.models import Credential
from trainings.participants.certificates.models import CompetenceCertificate
from trainings.participants.enums import Channel, ProposalStatus
from trainings.participants.enums import ParticipantStatus as S
from trainings.participants.models import Participant, SelectionScore
from trainings.participants.proposals.models import Proposal, ProposedName
from trainings.programmes.enums import TrainingStatus
from trainings.programmes.models import JournalEntry, JournalPhoto, SelectionCriterion

DID = [
    "Pembukaan, pembagian kelompok, dan pengenalan alat keselamatan kerja.",
    "Teori singkat, lalu latihan berpasangan dengan bahan latihan.",
    "Praktik penuh. Setiap peserta menyelesaikan satu benda kerja.",
    "Pelatih memeriksa hasil kerja satu per satu dan memberi catatan.",
]
PAPER = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
PAPER += b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
LETTERS = [ProposalStatus.ACCEPTED, ProposalStatus.RECEIVED, ProposalStatus.RECEIVED, ProposalStatus.REFUSED]
WITH_COMPETENCE = 40


def demo_running(city):
    trainings, participants = city.get("trainings"), city.get("participants")
    _points(city, [row for row in participants if row.status == S.REGISTERED])
    _journal(city, [row for row in trainings if row.status == TrainingStatus.RUNNING][:3])
    _proposals(city, [row for row in trainings if row.status in (TrainingStatus.OPEN, TrainingStatus.PLANNED)])
    long_ago = city.days_ago(90)
    graduates = [row for row in participants if row.status == S.PASSED and row.training.ends_on < long_ago]
    _competence(city, graduates[:WITH_COMPETENCE])


def _points(city, applicants):
    """Every second class has been interviewed; the others wait for it."""
    criteria = {}
    for criterion in SelectionCriterion.objects.order_by("position"):
        criteria.setdefault(criterion.programme_id, []).append(criterion)
    SelectionScore.objects.bulk_create(
        SelectionScore(
            participant=row,
            criterion=criterion,
            points=city.random.randrange(55, 96),
            given_by=row.training.created_by,
        )
        for row in applicants
        if row.training_id % 2
        for criterion in criteria[row.training.programme_id]
    )


def _journal(city, trainings):
    """The last four days of the classes that run, two of them with a photograph."""
    photo = _photo()
    for training in trainings:
        days = [day for day in city.get("sessions") if day.training_id == training.pk and day.held_on <= city.today]
        for number, day in enumerate(days[-4:]):
            text = DID[number % len(DID)]
            entry = JournalEntry.objects.create(session=day, text=text, written_by=training.created_by)
            if number >= 2:
                row = JournalPhoto(entry=entry, added_by=training.created_by)
                row.image.save("foto.jpg", ContentFile(photo), save=False)
                row.save()


def _photo():
    picture = Image.new("RGB", (960, 640), "#8a6b4a")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 420, 960, 640), fill="#5d5348")
    for place in range(5):
        pen.ellipse((120 + place * 160, 220, 190 + place * 160, 290), fill="#3b2b20")
        pen.rectangle((105 + place * 160, 290, 205 + place * 160, 470), fill=("#0b5563", "#b5731a")[place % 2])
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()


def _proposals(city, trainings):
    """Letters of four kelurahan: one granted and on its way, two waiting, one turned down."""
    for number, (status, training) in enumerate(zip(LETTERS, trainings, strict=False), 1):
        proposal = Proposal(
            agency=training.agency,
            village=training.village,
            programme=training.programme,
            letter_number=f"CONTOH/{number:03d}/KEL/{city.today.year}",
            letter_date=city.days_ago(30 + number * 4),
            note="Diantar oleh staf kelurahan.",
            status=status,
            training=training if status == ProposalStatus.ACCEPTED else None,
            reason="Program ini sudah diadakan di kelurahan itu tahun lalu."
            if status == ProposalStatus.REFUSED
            else "",
            recorded_by=training.created_by,
        )
        proposal.letter_file.save("surat.pdf", ContentFile(PAPER), save=False)
        proposal.save()
        _names(city, proposal)


def _names(city, proposal):
    maker = city.get("people")
    people = [maker.person(birth_year=city.today.year - age, with_nisn=False) for age in (19, 21, 22, 24, 27, 30)]
    for person in people:
        person.village = proposal.village
        person.save()
    names = [ProposedName(proposal=proposal, person=person) for person in people]
    if proposal.status == ProposalStatus.ACCEPTED:
        names[0].participant = Participant.objects.create(
            training=proposal.training,
            person=people[0],
            origin_village=proposal.village,
            status=S.REGISTERED,
            channel=Channel.PROPOSAL,
            registered_by=proposal.recorded_by,
        )
        names[1].reason = "Sudah bekerja tetap."
    ProposedName.objects.bulk_create(names)


def _competence(city, graduates):
    """The certificates of an LSP that some graduates brought in afterwards."""
    for number, row in enumerate(graduates, 1):
        issued = row.training.ends_on + dt.timedelta(days=45)
        body, number = f"LSP {row.training.programme.trade} Nusa Tenggara (contoh)", f"CONTOH 7212 {number:05d}"
        scheme, until = row.training.programme.name, issued + dt.timedelta(days=3 * 365)
        credential = Credential.objects.create(
            person=row.person,
            title=scheme,
            issuer=body,
            number=number,
            source=CredentialSource.COMPETENCE,
            issued_on=issued,
            expires_on=until,
        )
        CompetenceCertificate.objects.create(
            participant=row,
            scheme=scheme,
            body=body,
            number=number,
            issued_on=issued,
            expires_on=until,
            credential=credential,
            recorded_by=row.training.created_by,
        )
