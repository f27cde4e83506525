"""Whom and what is compared at all: bounded sets, found through indexes, so that a list costs the same at any size.

Whatever shares a konsentrasi, a program, a certificate or a skill is a candidate, the newest of each kind up to the
limits below. In one city they are never reached; where they are, the explanation page says so.
"""

from django.core.exceptions import EmptyResultSet
from django.db.models import Exists, OuterRef
from django.db.models.expressions import RawSQL
from django.utils import timezone

from bkk_portal.accounts.enums import ConsentPurpose
from bkk_portal.accounts.models import Consent
from bkk_portal.people.models import Credential, PersonSkill
from placements.alumni.models import Alumnus
from placements.matching.enums import Distance
from placements.matching.facts import valid_credentials
from placements.matching.spectrum import family
from placements.vacancies.enums import VacancyStatus
from placements.vacancies.models import Vacancy

# The newest so many of each konsentrasi at that distance, of each skill, of each certificate, and of all.
OF_KONSENTRASI = {Distance.SAME: 200, Distance.PROGRAM: 60, Distance.FIELD: 20}
OF_SKILL, OF_CERTIFICATE, OF_ALL = 60, 100, 400


def any_of(querysets, *, using):
    """Primary keys found by any of these, which may be sliced: `pk__in=any_of([…])`.

    Written out because SQLite takes no LIMIT inside a UNION unless it is wrapped, which Django does not do.
    """
    parts, params = [], []
    for queryset in querysets:
        try:
            sql, values = queryset.query.get_compiler(using).as_sql()
        except EmptyResultSet:
            continue
        parts.append(f"SELECT * FROM ({sql}) AS part")
        params.extend(values)
    return RawSQL(" UNION ".join(parts), params) if parts else []


def fitting_vacancies(vacancies, seeker):
    """Those of `vacancies` worth comparing with this Seeker; open ones only."""
    return vacancies.filter(pk__in=any_of(_vacancy_sources(seeker), using=vacancies.db))


def _vacancy_sources(seeker):
    near = family(seeker.konsentrasi)
    certified = family(seeker.certified)[Distance.SAME]
    yield _among_the_newest(near, seeker)
    for step in (Distance.SAME, Distance.PROGRAM):
        for pk in near[step]:
            yield _newest_links(Vacancy.konsentrasi.through, konsentrasi=pk)[: OF_KONSENTRASI[step]]
    for pk in certified:
        yield _newest_links(Vacancy.konsentrasi.through, konsentrasi=pk)[:OF_CERTIFICATE]
    for pk in sorted(seeker.skills):
        yield _newest_links(Vacancy.skills.through, skill=pk)[:OF_SKILL]


def _newest_links(through, **to):
    today = timezone.localdate()
    rows = through.objects.filter(**to, vacancy__status=VacancyStatus.PUBLISHED)
    rows = rows.filter(vacancy__opens_on__lte=today, vacancy__closes_on__gte=today)
    return rows.order_by("-vacancy_id").values("vacancy_id")


def _among_the_newest(near, seeker):
    """Of the newest open ones: those of the same bidang, and those open to every konsentrasi.

    Whoever tells too little to be compared gets the newest as they are.
    """
    newest = Vacancy.objects.open().order_by("-published_at", "-pk").values("pk")[:OF_ALL]
    if seeker.says_little:
        return newest
    links = Vacancy.konsentrasi.through.objects.filter(vacancy=OuterRef("pk"))
    related = links.filter(konsentrasi__in=[pk for step in Distance for pk in near[step]])
    rows = Vacancy.objects.filter(pk__in=newest).order_by()
    return rows.filter(Exists(related) | ~Exists(links)).values("pk")


def fitting_alumni(alumni, wish):
    """Those of `alumni` worth comparing with this Wish."""
    return alumni.filter(pk__in=any_of(_alumnus_sources(alumni, wish), using=alumni.db))


def _alumnus_sources(alumni, wish):
    newest = alumni.order_by("-graduation_year", "-pk").values("pk")
    if not wish.konsentrasi:
        yield newest[:OF_ALL]
    near = family(wish.konsentrasi)
    for step in Distance:
        for pk in near[step]:
            yield newest.filter(konsentrasi=pk)[: OF_KONSENTRASI[step]]
    proven = _certified_people("konsentrasi", near[Distance.SAME])
    yield newest.filter(person__in=proven)[:OF_CERTIFICATE]
    for pk in wish.skill_ids:
        named = PersonSkill.objects.filter(skill=pk).order_by().values("person_id")
        yield newest.filter(person__in=named)[:OF_SKILL]
    if wish.skills:
        yield newest.filter(person__in=_certified_people("skills", wish.skill_ids))[:OF_SKILL]


def _certified_people(what, keys):
    through = getattr(Credential, what).through
    links = through.objects.filter(credential=OuterRef("pk"), **{f"{_target(what)}__in": list(keys)})
    return valid_credentials().filter(Exists(links)).order_by().values("person_id")


def _target(what):
    return {"konsentrasi": "konsentrasi", "skills": "skill"}[what]


def alumni_of(actor):
    """Whom this actor may compare: the own school's; for the forum, those who let other schools find them."""
    if actor.is_forum:
        return _findable()
    return Alumnus.objects.visible_to(actor).exclude(_withdrew())


def _findable():
    """One record of each person who agreed, the newest."""
    agreed = _consents(ConsentPurpose.SHARE_WITH_FORUM).current()
    newer = Alumnus.objects.filter(person=OuterRef("person_id"), pk__gt=OuterRef("pk"))
    return Alumnus.objects.filter(Exists(agreed), ~Exists(newer.order_by()))


def _withdrew():
    """Once the consent for the account is taken back, processing stops (UU 27/2022)."""
    consents = _consents(ConsentPurpose.ACCOUNT)
    return Exists(consents.filter(withdrawn_at__isnull=False)) & ~Exists(consents.current())


def _consents(purpose):
    return Consent.objects.filter(user__person=OuterRef("person_id"), purpose=purpose).order_by()
