"""Who may join, by the programme's conditions and by what holds for every training."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from django.db.models import Q

from bkk_portal.kit.errors import Refused
from bkk_portal.kit.text.formatting import bulan_tahun
from bkk_portal.offices.enums import AgencyRole
from bkk_portal.offices.models import AgencyMembership
from bkk_portal.people.enums import SpellKind
from trainings.participants.enums import UNDECIDED, Activity, ParticipantStatus
from trainings.participants.models import Participant
from trainings.programmes.enums import BEFORE_START, ENROLLING, HELD, RuleEffect, RuleKind

if TYPE_CHECKING:
    from bkk_portal.accounts.actor import Actor
    from bkk_portal.people.models import Person
    from trainings.participants.proposals.models import Proposal
    from trainings.programmes.models import EligibilityRule, Training

TAKES_IN = (*UNDECIDED, ParticipantStatus.ACCEPTED)
NEEDS_CLASS = (ParticipantStatus.PASSED, ParticipantStatus.FAILED)
STAFF, ELSEWHERE, IDENTITY = "staff", "elsewhere", "identity"
HEAD = "head"  # the effect that only the head of the office can set aside
SHOWN_ELSEWHERE = 3
COUNTS_ELSEWHERE = ~Q(status__in=[ParticipantStatus.REFUSED, ParticipantStatus.WITHDRAWN])
IS_STAFF = "Tercatat sebagai pegawai dinas. Hanya kepala dinas yang dapat menerimanya, dengan alasan."
ASK_HEAD = "{name} pegawai dinas. Daftarkan untuk seleksi; kepala dinas yang dapat menerimanya, dengan alasan."


def status_allows(training: Training, status: ParticipantStatus) -> bool:
    """Nobody is taken in once a training is over or off; nobody passes or fails what has not begun.

    Turning somebody away, and noting that somebody stopped, is always possible; to withdraw is for the time before.
    """
    if status == ParticipantStatus.WITHDRAWN:
        return training.status in BEFORE_START
    if status in TAKES_IN:
        return training.status in ENROLLING
    return status not in NEEDS_CLASS or training.status in HELD


def may_work_on(actor: Actor, row: Proposal | Training | None) -> bool:
    """Officers and heads work on their own office's trainings and proposals."""
    return row is not None and actor.is_agency and actor.agency_id == row.agency_id


@dataclasses.dataclass(frozen=True)
class Finding:
    """What speaks against somebody: `effect` is a RuleEffect or HEAD, `sentence` is read by officers and the person."""

    kind: str
    effect: str
    sentence: str

    @property
    def blocks(self) -> bool:
        """Keeps somebody from being registered, unless an officer gives a reason."""
        return self.effect == RuleEffect.REFUSE

    def as_row(self) -> list[str]:
        return [self.kind, str(self.effect), self.sentence]


class Unsuitable(Refused):
    """Conditions of the programme are not met; `findings` says which."""

    def __init__(self, findings: list[Finding]) -> None:
        self.findings = findings
        sentences = " ".join(finding.sentence for finding in findings)
        super().__init__(f"Belum memenuhi syarat: {sentences}")


def findings_of(
    training: Training, person: Person, *, activity: str = "", groups: Collection[int] = ()
) -> list[Finding]:
    """[Finding] against this Person joining. `activity`: what they say they do now, else their current spells tell;
    `groups`: primary keys of PriorityGroup they say they belong to.
    """
    found: list[Finding] = []
    for rule in training.programme.rules.all():
        sentence = CHECKS[RuleKind(rule.kind)](rule, training, person, activity, groups)
        if sentence:
            found.append(Finding(rule.kind, rule.effect, sentence))
    if person.pk:
        found += _elsewhere(training, person)
    if is_office_staff(person):
        found.append(Finding(STAFF, HEAD, IS_STAFF))
    return found


def _domicile(rule: EligibilityRule, training: Training, person: Person, activity: str, groups: Collection[int]) -> str:
    if person.village_id is None:
        return "Kelurahan tempat tinggal belum tercatat."
    wanted = dict(training.origin_villages.values_list("pk", "name"))
    if not wanted or person.village_id in wanted:
        return ""
    return f"Tinggal di {person.village}; pelatihan ini untuk {', '.join(sorted(wanted.values()))}."


def _age(rule: EligibilityRule, training: Training, person: Person, activity: str, groups: Collection[int]) -> str:
    age = person.age_on(training.starts_on)
    if age is None:
        return "Tanggal lahir belum tercatat."
    if (rule.min_age and age < rule.min_age) or (rule.max_age and age > rule.max_age):
        return f"Umur {age} tahun pada hari pertama. {rule.sentence}"
    return ""


def _not_studying(
    rule: EligibilityRule, training: Training, person: Person, activity: str, groups: Collection[int]
) -> str:
    does = _activities(person, activity)
    return "Masih sekolah atau kuliah." if Activity.STUDYING in does else ""


def _not_working(
    rule: EligibilityRule, training: Training, person: Person, activity: str, groups: Collection[int]
) -> str:
    does = _activities(person, activity)
    return "Sudah bekerja atau punya usaha sendiri." if does & {Activity.WORKING, Activity.SELF_EMPLOYED} else ""


def _priority(rule: EligibilityRule, training: Training, person: Person, activity: str, groups: Collection[int]) -> str:
    wanted = set(training.programme.priority_groups.values_list("pk", flat=True))
    return "" if wanted & set(groups) else "Bukan dari kelompok yang didahulukan."


CHECKS = {
    RuleKind.DOMICILE: _domicile,
    RuleKind.AGE: _age,
    RuleKind.NOT_STUDYING: _not_studying,
    RuleKind.NOT_WORKING: _not_working,
    RuleKind.PRIORITY: _priority,
}


def _activities(person: Person, said: str) -> set[str]:
    if said:
        return {said}
    if person.pk is None:
        return set()
    kinds = (SpellKind.WORKING, SpellKind.SELF_EMPLOYED, SpellKind.STUDYING)
    return set(person.spells.current().filter(kind__in=kinds).values_list("kind", flat=True))


def _elsewhere(training: Training, person: Person) -> Iterator[Finding]:
    rows = Participant.objects.filter(COUNTS_ELSEWHERE, person=person).exclude(training=training)
    for row in rows.for_list().order_by("-training__starts_on", "pk")[:SHOWN_ELSEWHERE]:
        when = bulan_tahun(row.training.starts_on)
        sentence = f"Juga di pelatihan {row.training.programme}, {when}: {row.get_status_display().lower()}."
        yield Finding(ELSEWHERE, RuleEffect.WARN, sentence)


def is_office_staff(person: Person) -> bool:
    """By the account, else by phone or e-mail: whoever hands out trainings does not give them to themselves."""
    same = Q(user_id=person.user_id) if person.user_id else Q(pk__in=())
    if person.phone:
        same |= Q(user__phone=person.phone)
    if person.email:
        same |= Q(user__email__iexact=person.email)
    return AgencyMembership.objects.current().filter(same).exists()


def check_staff(participant: Participant, actor: Actor | None = None) -> None:
    """Refused for office staff whom no head has let in. `actor`: who takes them in now, with a reason on the row."""
    if not is_office_staff(participant.person):
        return
    if participant.override_reason and (_is_head(participant) or (actor and actor.is_agency_head)):
        return
    raise Refused(ASK_HEAD.format(name=participant.person.name))


def _is_head(participant: Participant) -> bool:
    heads = AgencyMembership.objects.current().filter(role=AgencyRole.HEAD, agency=participant.training.agency_id)
    return heads.filter(user=participant.override_by_id).exists()
