"""Why a vacancy suits a person, in words. Age and sex never rank or hide."""

import dataclasses
from functools import cached_property

from django.db.models import Case, Count, Exists, IntegerField, OuterRef, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from bkk_portal.people.models import Credential, Konsentrasi, Person, PersonSkill, Skill
from placements.alumni.models import Alumnus
from placements.vacancies.models import Vacancy

# Points; what they stand for is told on every card in words.
WEIGHTS = {"konsentrasi": 50, "program": 30, "field": 15, "certificate": 25, "skill": 8, "village": 10, "district": 6}


@dataclasses.dataclass(frozen=True)
class Seeker:
    """What matching reads of a person, fetched once."""

    person: Person

    @cached_property
    def konsentrasi(self):
        records = Alumnus.objects.filter(person=self.person, konsentrasi__isnull=False)
        return list(Konsentrasi.objects.filter(pk__in=records.values("konsentrasi_id")))

    @cached_property
    def skill_ids(self):
        """What they named themselves, and what their certificates stand for."""
        named = PersonSkill.objects.filter(person=self.person).order_by().values("skill_id")
        certified = Credential.skills.through.objects.filter(credential__in=self._valid.values("pk")).values("skill_id")
        return set(Skill.objects.filter(Q(pk__in=named) | Q(pk__in=certified)).values_list("pk", flat=True))

    @cached_property
    def certificates(self):
        """{konsentrasi primary key: title of the newest} of what the person can prove today."""
        titles = self._valid.filter(konsentrasi__isnull=False).order_by("issued_on", "pk")
        return dict(titles.values_list("konsentrasi__pk", "title"))

    @property
    def _valid(self):
        in_force = Q(expires_on__isnull=True) | Q(expires_on__gte=timezone.localdate())
        return Credential.objects.filter(in_force, person=self.person, revoked_at__isnull=True).order_by()


def seeker_of(actor):
    """The Seeker behind an actor, or None for one who acts for an office, a school or an employer."""
    if actor.person_id is None:
        return None
    return Seeker(Person.objects.select_related("village__district").get(pk=actor.person_id))


def ranked(vacancies, seeker):
    """The vacancies ordered by fit, then newest; annotated with `fit_points`, computed in the database."""
    points = sum(_points(seeker), Value(0))
    return vacancies.annotate(fit_points=points).order_by("-fit_points", "-published_at", "-pk")


def _points(seeker):
    links, names = Vacancy.konsentrasi.through.objects.filter(vacancy=OuterRef("pk")), seeker.konsentrasi
    spectrum = Case(
        When(Exists(links.filter(konsentrasi__name__in=[k.name for k in names])), then=Value(WEIGHTS["konsentrasi"])),
        When(Exists(links.filter(konsentrasi__program__in=[k.program for k in names])), then=Value(WEIGHTS["program"])),
        When(Exists(links.filter(konsentrasi__field__in=[k.field for k in names])), then=Value(WEIGHTS["field"])),
        default=Value(0),
        output_field=IntegerField(),
    )
    certificate = Case(
        When(Exists(links.filter(konsentrasi__in=list(seeker.certificates))), then=Value(WEIGHTS["certificate"])),
        default=Value(0),
        output_field=IntegerField(),
    )
    return [spectrum, certificate, _skill_points(seeker), _place_points(seeker.person)]


def _skill_points(seeker):
    wanted = Vacancy.skills.through.objects.filter(vacancy=OuterRef("pk"), skill__in=seeker.skill_ids)
    known = wanted.order_by().values("vacancy").annotate(number=Count("pk")).values("number")
    return Coalesce(known, Value(0), output_field=IntegerField()) * Value(WEIGHTS["skill"])


def _place_points(person):
    if person.village is None:
        return Value(0)
    return Case(
        When(village=person.village, then=Value(WEIGHTS["village"])),
        When(village__district=person.village.district, then=Value(WEIGHTS["district"])),
        default=Value(0),
        output_field=IntegerField(),
    )


def reasons(actor, vacancies):
    """{vacancy primary key: [sentence]} for a page of vacancies; a fixed number of queries, none for other actors."""
    seeker = seeker_of(actor)
    return {} if seeker is None else reasons_by_vacancy(vacancies, seeker)


def reasons_by_vacancy(vacancies, seeker):
    """{vacancy primary key: [sentence]}; those without any are left out."""
    found = {row.pk: row for row in _with_wishes([vacancy.pk for vacancy in vacancies])}
    return {pk: sentences for pk, row in found.items() if (sentences := reasons_for(row, seeker))}


def _with_wishes(keys):
    rows = Vacancy.objects.filter(pk__in=keys).select_related("village__district")
    return rows.only("pk", "village", "education", "experience_months").prefetch_related("konsentrasi", "skills")


def reasons_for(vacancy, seeker):
    """[sentence]: what speaks for this vacancy, strongest first."""
    found = [_spectrum_reason(vacancy, seeker), _certificate_reason(vacancy, seeker), _skill_reason(vacancy, seeker)]
    found += [_place_reason(vacancy, seeker.person), _experience_reason(vacancy)]
    return [sentence for sentence in found if sentence]


def missing_for(vacancy, seeker):
    """[skill name] that the vacancy wants and the person has not named."""
    return [skill.name for skill in vacancy.skills.all() if skill.pk not in seeker.skill_ids]


def _spectrum_reason(vacancy, seeker):
    for attribute, sentence in [
        ("name", "konsentrasi sama"),
        ("program", "program keahlian sama"),
        ("field", "bidang keahlian sama"),
    ]:
        mine = {getattr(konsentrasi, attribute) for konsentrasi in seeker.konsentrasi}
        if any(getattr(konsentrasi, attribute) in mine for konsentrasi in vacancy.konsentrasi.all()):
            return sentence
    return "" if vacancy.konsentrasi.all() or not seeker.konsentrasi else "terbuka untuk semua konsentrasi"


def _certificate_reason(vacancy, seeker):
    titles = (seeker.certificates.get(konsentrasi.pk) for konsentrasi in vacancy.konsentrasi.all())
    title = next((title for title in titles if title), None)
    return f"sertifikat pelatihan {title}" if title else ""


def _skill_reason(vacancy, seeker):
    wanted = [skill.pk for skill in vacancy.skills.all()]
    known = len(seeker.skill_ids.intersection(wanted))
    return f"{known} dari {len(wanted)} keterampilan" if known else ""


def _place_reason(vacancy, person):
    if vacancy.village is None or person.village is None:
        return ""
    if vacancy.village == person.village:
        return f"dekat: {vacancy.village.name}"
    near = vacancy.village.district_id == person.village.district_id
    return f"satu kecamatan: {vacancy.village.district.name}" if near else ""


def _experience_reason(vacancy):
    return "" if vacancy.experience_months else "tanpa pengalaman"
