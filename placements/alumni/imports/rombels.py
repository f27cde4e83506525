"""What a school calls a class, and the konsentrasi it stands for."""

import dataclasses
import re

from django.conf import settings

from bkk_portal.people.models import Konsentrasi
from placements.alumni.models import RombelMapping

WORD = re.compile(r"[A-Z]+|\d+")
GRADES = frozenset("KELAS KLS KL TINGKAT X XI XII XIII I II III IV".split())
MOST_ROMBELS = 300  # more than any school has; a page with a question for each must still be answerable


@dataclasses.dataclass(frozen=True)
class Proposal:
    konsentrasi_id: int | None = None
    remembered: bool = False


def edition_for(year):
    """The spectrum (2018 or 2022) under which graduates of that year studied."""
    return 2022 if year >= settings.RULES["spectrum_2022_from"] else 2018


def core_of(rombel):
    """ "XII TKJ-2" → "TKJ": without grade, number and parallel letter."""
    words = [word for word in WORD.findall(rombel.upper()) if not word.isdigit() and word not in GRADES]
    if len(words) > 1 and len(words[-1]) == 1:
        words.pop()
    return " ".join(words)


def propose(rombels, *, school, edition):
    """{rombel: Proposal}: what the school said last time, else what the abbreviation commonly means."""
    remembered = dict(
        RombelMapping.objects.filter(school=school, edition=edition, rombel__in=list(rombels))
        .order_by("pk")
        .values_list("rombel", "konsentrasi_id")
    )
    common = common_meanings(edition)
    return {
        rombel: Proposal(remembered[rombel], remembered=True)
        if rombel in remembered
        else Proposal(common.get(core_of(rombel)))
        for rombel in rombels
    }


def common_meanings(edition):
    """{abbreviation or name in capitals: pk of Konsentrasi}; what could mean two of them means none."""
    meanings = {}
    for konsentrasi in Konsentrasi.objects.filter(edition=edition).order_by("pk"):
        for words in (konsentrasi.name, *konsentrasi.abbreviations.split(";")):
            if core := core_of(words):
                meanings.setdefault(core, set()).add(konsentrasi.pk)
    return {core: found.pop() for core, found in meanings.items() if len(found) == 1}


def remember(mapping, *, school, edition, user=None):
    """Keep {rombel: pk of Konsentrasi or None} for the school's next import; what is so already stays untouched."""
    known = {row.rombel: row for row in RombelMapping.objects.filter(school=school, edition=edition).order_by("pk")}
    for rombel, konsentrasi_id in mapping.items():
        row = known.get(rombel) or RombelMapping(school=school, edition=edition, rombel=rombel)
        if row.pk is None or row.konsentrasi_id != konsentrasi_id:
            row.konsentrasi_id = konsentrasi_id
            row._history_user = user
            row.save()
