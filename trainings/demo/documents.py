"""The papers of the demo: a BAST for each handover, a certificate for each who passed, as real PDF files.

Setting type is most of the demo's time, so it is spread over the machine's processors; everything that asks the
database is asked before, and the rows are written in bulk after. `make run` serves the city first and writes the files
beside it (write_papers).
"""

import dataclasses
import hashlib
import os
from concurrent.futures import ThreadPoolExecutor

from django.core.files.base import ContentFile

from bkk_portal.documents.actions import Issuer, Ticket, number_of
from bkk_portal.documents.enums import IssuedKind
from bkk_portal.documents.models import IssuedDocument, NumberSeries
from bkk_portal.kit.text.formatting import nama_singkat
from bkk_portal.people.enums import CredentialSource
from bkk_portal.people.models import Credential
from trainings.equipment.handovers.documents import bast_paper
from trainings.equipment.handovers.models import Handover
from trainings.participants.certificates.actions import paper_of, sheet_of
from trainings.participants.certificates.models import Certificate
from trainings.participants.enums import ParticipantStatus
from trainings.participants.models import Participant

CODE_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclasses.dataclass(frozen=True)
class Job:
    """One paper to issue, and the row it belongs to."""

    kind: IssuedKind
    agency: object
    paper: object
    day: object
    by: object
    row: object


def demo_documents(city):
    jobs = [*_acts(), *_certificates()]
    documents = _issue(city, jobs)
    pairs = list(zip(jobs, documents, strict=True))
    _attach_acts([pair for pair in pairs if pair[0].kind == IssuedKind.BAST])
    _attach_certificates([pair for pair in pairs if pair[0].kind == IssuedKind.CERTIFICATE])


def _acts():
    rows = Handover.objects.for_list().select_related("officer", "participant__person__village")
    for handover in rows.prefetch_related("lines__item").order_by("handed_on", "pk"):
        paper = bast_paper(handover, list(handover.lines.all()))
        yield Job(IssuedKind.BAST, handover.agency, paper, handover.handed_on, handover.officer, handover)


def _certificates():
    """A class that is over has its certificates the day it ended."""
    rows = Participant.objects.filter(status=ParticipantStatus.PASSED).for_list().select_related("training__created_by")
    sheets = {}
    for participant in rows.order_by("training__ends_on", "training", "person__name", "pk"):
        training = participant.training
        if training.pk not in sheets:
            sheets[training.pk] = sheet_of(training, training.ends_on)
        paper = paper_of(training, participant, sheets[training.pk])
        yield Job(IssuedKind.CERTIFICATE, training.agency, paper, training.ends_on, training.created_by, participant)


def _issue(city, jobs):
    """[IssuedDocument] in the order of the jobs, numbered per office, kind and year."""
    last, tickets = {}, []
    for job in jobs:
        series = (f"agency:{job.agency.pk}", job.kind, job.day.year)
        last[series] = last.get(series, 0) + 1
        number = number_of(job.kind, Issuer.of_agency(job.agency), job.day.year, last[series])
        tickets.append((last[series], Ticket(number, "".join(city.random.choices(CODE_SIGNS, k=12)))))
    papers = [(job.paper, ticket) for job, (_, ticket) in zip(jobs, tickets, strict=True)]
    contents = _built(papers) if city.with_papers else [b""] * len(jobs)
    documents = [_document(*parts) for parts in zip(jobs, tickets, contents, strict=True)]
    NumberSeries.objects.bulk_create(
        NumberSeries(issuer_key=key, kind=kind, year=year, last_number=number)
        for (key, kind, year), number in last.items()
    )
    return IssuedDocument.objects.bulk_create(documents, batch_size=200)


def _document(job, numbered, content):
    sequence, ticket = numbered
    person = job.paper.person
    document = IssuedDocument(
        kind=job.kind,
        issuer_key=f"agency:{job.agency.pk}",
        issuer_name=job.agency.name,
        year=job.day.year,
        sequence=sequence,
        number=ticket.number,
        code=ticket.code,
        title=job.paper.title,
        person=person,
        short_name=nama_singkat(person.name),
        facts=[list(fact) for fact in job.paper.facts],
        file=f"terbit/{ticket.code}.pdf",
        issued_on=job.day,
        issued_by=job.by,
    )
    if content:
        _keep(document, content)
    return document


def _built(papers):
    """The PDF of each (Paper, Ticket), as they are ready."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(lambda pair: pair[0].build(pair[1]), papers)


def _keep(document, content):
    document.file.storage.save(document.file.name, ContentFile(content))
    document.sha256 = hashlib.sha256(content).hexdigest()


def write_papers():
    """The files that the demo left for later, the newest first; how many. A second time there are none left."""
    waiting = [(_of(job), job.paper) for job in [*_certificates(), *_acts()]]
    waiting = sorted(((row, paper) for row, paper in waiting if not row.sha256), key=lambda pair: pair[0].issued_on)[
        ::-1
    ]
    papers = [(paper, Ticket(row.number, row.code)) for row, paper in waiting]
    for (row, _), content in zip(waiting, _built(papers), strict=True):
        _keep(row, content)
        row.save(update_fields=["sha256"])
    return len(waiting)


def _of(job):
    """The IssuedDocument of a handover, or of who holds a certificate."""
    if job.kind == IssuedKind.BAST:
        return job.row.document
    return Certificate.objects.select_related("document").get(participant=job.row).document


def _attach_acts(pairs):
    for job, document in pairs:
        job.row.document = document
    Handover.objects.bulk_update([job.row for job, _ in pairs], ["document"], batch_size=200)


def _attach_certificates(pairs):
    credentials = Credential.objects.bulk_create([_credential(*pair) for pair in pairs], batch_size=500)
    Certificate.objects.bulk_create(
        [
            Certificate(participant=job.row, document=document, credential=credential)
            for (job, document), credential in zip(pairs, credentials, strict=True)
        ],
        batch_size=500,
    )
    _share(Credential.konsentrasi, "konsentrasi", pairs, credentials)
    _share(Credential.skills, "skills", pairs, credentials)


def _credential(job, document):
    return Credential(
        person=job.row.person,
        title=f"Pelatihan {job.row.training.programme.name}",
        issuer=job.agency.name,
        number=document.number,
        source=CredentialSource.TRAINING,
        issued_on=document.issued_on,
    )


def _share(relation, name, pairs, credentials):
    """What the programme teaches is what the credential proves."""
    through, of_programme = relation.through, {}
    column = through._meta.get_fields()[2].attname
    rows = []
    for (job, _), credential in zip(pairs, credentials, strict=True):
        programme = job.row.training.programme
        if programme.pk not in of_programme:
            of_programme[programme.pk] = list(getattr(programme, name).values_list("pk", flat=True))
        rows += [through(**{"credential_id": credential.pk, column: pk}) for pk in of_programme[programme.pk]]
    through.objects.bulk_create(rows, batch_size=1000)
