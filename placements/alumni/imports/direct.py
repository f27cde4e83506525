"""An import without a person to ask, for the command line: the same reading, matching and writing in one go."""

import dataclasses

from django.db import transaction
from django.utils import timezone

from bkk_portal.kit.errors import Refused
from placements.alumni.enums import ImportState, RowKind
from placements.alumni.imports.matching import match
from placements.alumni.imports.outcomes import Outcome
from placements.alumni.imports.preview import build_preview, refused_faults
from placements.alumni.imports.pupils import Fault, Stage
from placements.alumni.imports.reading import read_upload
from placements.alumni.imports.rombels import edition_for, propose
from placements.alumni.imports.writing import write
from placements.alumni.models import AlumniImport
from placements.schools.models import School

ONLY_ON_THE_PAGE = "Perlu dijawab seseorang di halaman impor: {question}"


@dataclasses.dataclass
class Plan:
    stage: Stage
    outcomes: list[Outcome]
    mapping: dict
    preview: dict

    @property
    def counts(self):
        return self.preview["counts"]

    @property
    def refused(self):
        """[Fault]: rows that cannot be taken, and those that ask something nobody is here to answer."""
        asking = [outcome for outcome in self.outcomes if outcome.kind == RowKind.QUESTION]
        return sorted([*refused_faults(self.stage, self.outcomes), *map(_unanswered, asking)], key=lambda f: f.row)

    @property
    def unmapped(self):
        """{rombel: pupils} that stay without konsentrasi."""
        return {rombel: count for rombel, count in self.stage.rombels().items() if not self.mapping[rombel]}


def _unanswered(outcome):
    message = ONLY_ON_THE_PAGE.format(question=outcome.question.text)
    return Fault(outcome.pupil.row, "NISN", outcome.pupil.nisn, message)


def plan_import(file, filename, *, school, year):
    """What an import would do. Raises Refused where the whole file is useless."""
    stage = read_upload(file, filename)
    proposals = propose(stage.rombels(), school=school, edition=edition_for(year))
    mapping = {rombel: proposal.konsentrasi_id for rombel, proposal in proposals.items()}
    return _planned(stage, mapping, school, year)


def _planned(stage, mapping, school, year):
    outcomes = match(stage.pupils, school=school, year=year, mapping=mapping, answers={})
    return Plan(stage, outcomes, mapping, build_preview(stage, outcomes))


def carry_out(plan, *, school, year, filename):
    """Writes the plan, in one transaction. Refused when the portal's data changed since it was made."""
    with transaction.atomic():
        School.objects.select_for_update(no_key=True).get(pk=school.pk)
        if _planned(plan.stage, plan.mapping, school, year).preview["digest"] != plan.preview["digest"]:
            raise Refused("Data portal berubah selama impor; tidak ada yang disimpan. Jalankan sekali lagi.")
        job = AlumniImport.objects.create(
            school=school,
            graduation_year=year,
            original_name=filename[-200:],
            state=ImportState.DONE,
            counts=plan.counts | {"unmapped": [list(item) for item in plan.unmapped.items()]},
        )
        write(plan.outcomes, job=job, mapping=plan.mapping)
        job.finished_at = timezone.now()
        job.save()
    return job
