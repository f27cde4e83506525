"""What makes a recipient doubtful: then only the head hands over, with a written reason."""

import datetime

from django.conf import settings
from django.db.models import Q

from bkk_portal.kit.text.dates import years_before
from bkk_portal.kit.text.formatting import angka, tanggal
from bkk_portal.offices.models import AgencyMembership
from trainings.equipment.handovers.models import Handover
from trainings.participants.models import Participant

HEAD_ONLY = "Hanya kepala dinas yang dapat menyerahkan, dengan alasan tertulis."


def concerns_about(participant: Participant, day: datetime.date) -> list[str]:
    """[sentence] about this recipient: a kit lately, office staff, never present at the training."""
    found = [_earlier(participant, day), _staff(participant), _never_present(participant)]
    return [sentence for sentence in found if sentence]


def concern_about_proxy(handover: Handover) -> str:
    """A sentence when the same proxy stood for more recipients than one may; else empty."""
    name = " ".join(handover.proxy_name.split())
    most = settings.RULES["recipients_per_proxy"]
    if not name:
        return ""
    training_id = handover.participant.training_id
    others = Handover.objects.standing().filter(participant__training_id=training_id, proxy_name__iexact=name)
    count = others.exclude(participant_id=handover.participant_id).count()
    if count < most:
        return ""
    return f"{name} sudah mewakili {angka(count)} penerima lain di pelatihan ini."


def refusal(sentences: list[str]) -> str:
    """What an officer is told."""
    return f"{' '.join(sentences)} {HEAD_ONLY}"


def earlier_kit(participant: Participant, day: datetime.date) -> Handover | None:
    """The standing Handover of another kit to this person within RULES["second_kit_years"] before `day`, or None."""
    since = years_before(day, settings.RULES["second_kit_years"])
    mine = Handover.objects.standing().filter(participant__person_id=participant.person_id, handed_on__gt=since)
    return mine.order_by("-handed_on", "-pk").first()


def _earlier(participant: Participant, day: datetime.date) -> str:
    earlier = earlier_kit(participant, day)
    if earlier is None:
        return ""
    years = settings.RULES["second_kit_years"]
    name = participant.person.name
    return f"{name} sudah menerima paket pada {tanggal(earlier.handed_on)}, belum {years} tahun."


def _staff(participant: Participant) -> str:
    """By account, phone or e-mail: staff may be enrolled under a person record without an account."""
    person = participant.person
    same = Q(user_id=person.user_id) if person.user_id else Q(pk__in=[])
    if person.phone:
        same |= Q(user__phone=person.phone)
    if person.email:
        same |= Q(user__email__iexact=person.email)
    seat = AgencyMembership.objects.filter(same, ended_on__isnull=True).select_related("agency").first()
    return f"{person.name} adalah pegawai {seat.agency}." if seat else ""


def _never_present(participant: Participant) -> str:
    row = Participant.objects.with_attendance().get(pk=participant.pk)
    if not row.recorded or row.present:
        return ""
    return f"{participant.person.name} tidak pernah hadir: 0 dari {angka(row.recorded)} hari yang tercatat."
