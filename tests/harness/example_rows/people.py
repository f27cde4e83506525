"""Example rows of the ground: accounts, people, documents, notifications, regions, insights."""

from allauth.mfa.models import Authenticator
from django.core.files.base import ContentFile
from django.utils import timezone

from bkk_portal.notifications.enums import Topic
from bkk_portal.notifications.letters import SIGNER
from tests.factories.accounts import InvitationFactory, UserFactory
from tests.factories.applications import (
    ApplicationFactory,
    ApplicationStatusLogFactory,
)
from tests.factories.documents import IssuedDocumentFactory
from tests.factories.employers import EmployerFactory
from tests.factories.insights import LabourFigureFactory
from tests.factories.notifications import NotificationFactory
from tests.factories.people import (
    CredentialFactory,
    PersonDocumentFactory,
    PersonFactory,
    PortfolioLinkFactory,
    SpellFactory,
)
from tests.factories.regions import VillageFactory
from tests.harness.example_rows.owners import NUMBERS, person_of
from tests.harness.examples import example


def _nominated(seat, own, **fields):
    employer = seat.employer if own else EmployerFactory()
    application = ApplicationFactory(nominated=True, vacancy__employer=employer, **fields)
    ApplicationStatusLogFactory(application=application, to_status="nominated")
    return application


def _unless_head(seat, own, pk):
    """A head reads every office's rows: nothing is foreign."""
    return None if seat.actor.is_agency_head and not own else {"pk": pk}


@example("invitation_accept")
def invitation_link(seat, own):
    token = f"undangan-matriks-{next(NUMBERS)}"
    if own:
        InvitationFactory(token=token)
    return {"token": token}


@example("account_reset_password_from_key")
def reset_link(seat, own):
    return {"uidb36": "1", "key": "kedaluwarsa"} if own else None


@example("invitation_revoke")
def invitation(seat, own):
    if seat.actor.is_superuser and not own:
        return None
    return {"pk": InvitationFactory(invited_by=seat.user if own else UserFactory()).pk}


@example("mfa_edit_webauthn", "mfa_remove_webauthn")
def security_key(seat, own):
    user = seat.user if own else UserFactory()
    data = {"name": "Kunci", "credential": {}}
    return {"pk": Authenticator.objects.create(user=user, type=Authenticator.Type.WEBAUTHN, data=data).pk}


@example("saya:document")
def own_file(seat, own):
    return {"pk": PersonDocumentFactory(person=person_of(seat, own)).pk}


@example("saya:certificate_")
def own_certificate(seat, own):
    person = person_of(seat, own)
    return {"pk": CredentialFactory(own=True, person=person, file=ContentFile(b"%PDF-1.7", "kursus.pdf")).pk}


@example("saya:spell_")
def own_spell(seat, own):
    return {"pk": SpellFactory(person=person_of(seat, own)).pk}


@example("saya:link_")
def own_link(seat, own):
    return {"pk": PortfolioLinkFactory(person=person_of(seat, own)).pk}


@example("saya:cv_page")
def cv_page(seat, own):
    return {"number": 1 if own else 9}


@example("saya:consent")
def purpose(seat, own):
    return {"purpose": "tracer"} if own else None


@example("verify_document")
def document_code(seat, own):
    return {"code": IssuedDocumentFactory().code if own else "AAAAAAAAAAAA"}


@example("document_download")
def document_of_issuer(seat, own):
    if seat.actor.is_superuser and not own:
        return None
    person, issuer = PersonFactory(), "agency:0"
    if own and seat.person:
        person = seat.person
    elif own and (seat.agency or seat.school):
        issuer = f"agency:{seat.agency.pk}" if seat.agency else f"school:{seat.school.pk}"
    return {"code": IssuedDocumentFactory(issuer_key=issuer, person=person).code}


@example("notification_open")
def notification(seat, own):
    return {"pk": NotificationFactory(user=seat.user if own else UserFactory(), url="/akun/").pk}


@example("bkk:plan_edit")
def plan_year(seat, own):
    return {"year": timezone.localdate().year if own else 1990}


@example("sitemap_part")
def sitemap_part(seat, own):
    return {"name": "schools", "part": 0 if own else 1}


@example("village_page")
def village(seat, own):
    return {"code": VillageFactory().code if own else "00.00.00.0000"}


@example("open_data_file")
def table(seat, own):
    return {"slug": "angkatan-kerja" if own else "tidak-ada"}


@example("dinas:labour_edit")
def labour_figure(seat, own):
    return {"pk": LabourFigureFactory().pk if own else 0}


@example("unsubscribe")
def link_to_unsubscribe(seat, own):
    token = SIGNER.sign(f"{UserFactory().pk}.{Topic.ALERT}").replace(":", "~")
    return {"token": token if own else "palsu"}


@example("perusahaan:applicant_page")
def nominee(seat, own):
    return {"pk": _nominated(seat, own).pk}
