"""Taking an import back: what it added goes, what it changed is as before. All of it, or nothing where one row stands.

A row stands when somebody has built on it since: a later change, an account, an application, another school.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone

from bkk_portal.accounts.models import User
from bkk_portal.kit.errors import Refused
from bkk_portal.kit.history import delete_with_history, record_history
from bkk_portal.kit.text.formatting import angka
from bkk_portal.people.models import DuplicatePair, Person
from placements.alumni.enums import ImportStatus
from placements.alumni.imports import jobs
from placements.alumni.imports.matching import chunks
from placements.alumni.models import Alumnus
from placements.schools.models import School

if TYPE_CHECKING:
    from django.db.models.fields.reverse_related import ManyToOneRel

    from placements.alumni.models import AlumniImport

WITHOUT_END = dt.timedelta(hours=1)  # of imports from before their end was noted
LATER = "Datanya diubah sesudah impor ini."
NO_BEFORE = "Keadaannya sebelum impor tidak tercatat."
NIK_LOST = "NIK-nya diganti oleh impor ini, dan nomor lama tidak disimpan."
STANDS = "Impor ini tidak dapat diurungkan: {count} data sudah dipakai. Tidak ada yang berubah."


@dataclasses.dataclass
class Undoing:
    """`created`: {model: keys}; `before`: {model: {key: record to go back to}}; `standing`: {person: reason}."""

    created: dict
    before: dict
    standing: dict

    @property
    def is_empty(self) -> bool:
        return not any(self.created.values()) and not any(self.before.values()) and not self.standing

    @property
    def changed(self) -> int:
        """How many people and records go back to what they were."""
        return sum(map(len, self.before.values()))

    def named(self, most: int) -> list[tuple[str, str]]:
        """[(name, reason)] of the first that stand."""
        keys = sorted(self.standing)[:most]
        people = Person.objects.in_bulk(keys)
        return [(people[key].name if key in people else "–", self.standing[key]) for key in keys]


def plan_undo(job: AlumniImport) -> Undoing:
    """What taking this finished import back would do, as things stand now."""
    plan = Undoing({}, {}, {})
    for model in (Alumnus, Person):
        _look_back(job, model, plan)
    _built_on(job, plan)
    for key in job.nik_changes.get("replaced", ()):
        plan.standing.setdefault(key, NIK_LOST)
    return plan


def _look_back(job: AlumniImport, model: type[Alumnus | Person], plan: Undoing) -> None:
    """Sorts what the import wrote of this model into created and changed; what was written since stands."""
    until = job.finished_at or job.created_at + WITHOUT_END
    written = model.history.filter(history_date__range=(job.created_at, until), history_change_reason=job.signature)
    own = {row.id: row for row in written.order_by("history_id")}
    newest: dict[int, int] = {}
    for chunk in chunks(own):
        rows = model.history.filter(id__in=chunk).order_by().values("id").annotate(newest=Max("history_id"))
        newest |= {row["id"]: row["newest"] for row in rows}
    for key, row in own.items():
        if newest[key] != row.history_id:
            plan.standing[_person_of(row)] = LATER
    plan.created[model] = [key for key, row in own.items() if row.history_type == "+"]
    plan.before[model] = _before(model, {key: row for key, row in own.items() if row.history_type == "~"}, plan)


def _person_of(record: Any) -> int:
    return getattr(record, "person_id", record.id)


def _before(model: type[Alumnus | Person], changed: dict[int, Any], plan: Undoing) -> dict[int, Any]:
    """{key: the record before the import's}; without one the row stands."""
    keys = {}
    for chunk in chunks(changed):
        rows = model.history.filter(id__in=chunk).order_by("history_id").values_list("id", "history_id")
        for key, history_id in rows:
            if history_id < changed[key].history_id:
                keys[key] = history_id
    for key in changed.keys() - keys.keys():
        plan.standing.setdefault(_person_of(changed[key]), NO_BEFORE)
    records: dict[int, Any] = {}
    for chunk in chunks(keys.values()):
        records |= {row.id: row for row in model.history.filter(history_id__in=chunk).order_by("history_id")}
    return records


def _built_on(job: AlumniImport, plan: Undoing) -> None:
    """Rows of any other table that point to what the import created; one question a table."""
    people = set(plan.created[Person])
    for relation in _relations(Alumnus):
        rows = _pointing(relation, {"imported_by": job}).values_list(f"{relation.field.name}__person_id", flat=True)
        _stand(plan, rows.distinct(), relation.related_model)
    for relation in _relations(Person):
        rows = _pointing(relation, {"alumni__imported_by": job})
        if relation.related_model is Alumnus:
            rows = rows.exclude(imported_by=job)
        elif relation.related_model is DuplicatePair:
            rows = rows.filter(decided_at__isnull=False)  # else only the portal's own guess
        keys = set(rows.values_list(f"{relation.field.name}_id", flat=True).distinct())
        _stand(plan, keys & people, relation.related_model)
    with_account = Person.objects.filter(alumni__imported_by=job, user__isnull=False).order_by("pk")
    for key in people & set(with_account.values_list("pk", flat=True)):
        plan.standing.setdefault(key, "Sudah punya akun.")


def _relations(model: type[Alumnus | Person]) -> list[ManyToOneRel]:
    """Every foreign key that points to the model, histories left out."""
    fields = model._meta.get_fields(include_hidden=True)
    found = (field for field in fields if field.auto_created and not field.concrete and not field.many_to_many)
    return [relation for relation in found if not hasattr(relation.related_model, "history_type")]


def _pointing(relation: ManyToOneRel, to: dict[str, AlumniImport]) -> models.QuerySet:
    conditions = {f"{relation.field.name}__{name}": value for name, value in to.items()}
    return relation.related_model._base_manager.filter(**conditions).order_by()


def _stand(plan: Undoing, keys: models.QuerySet | set[int], model: type[Any | models.Model]) -> None:
    for key in keys:
        plan.standing.setdefault(key, f"Sudah ada {model._meta.verbose_name} untuknya.")


def undo(job: AlumniImport, user_id: int) -> None:
    """Carries it out, in one transaction. Raises Refused where a row stands, IntegrityError where one was built upon
    at this very moment.
    """
    with transaction.atomic():
        School.objects.select_for_update(no_key=True).get(pk=job.school_id)
        job = jobs.locked(job.pk)
        if job.status != ImportStatus.UNDOING:
            return
        plan = plan_undo(job)
        if plan.standing:
            raise Refused(STANDS.format(count=angka(len(plan.standing))))
        signed = {"user": User.objects.get(pk=user_id), "reason": f"Urung impor {job.pk}"}
        for model in (Alumnus, Person):
            _restore(model, plan.before[model], _without_nik(job, model), signed)
        for chunk in chunks(plan.created[Person]):
            DuplicatePair.objects.filter(Q(first__in=chunk) | Q(second__in=chunk)).delete()
        for model in (Alumnus, Person):
            delete_with_history(model, plan.created[model], **signed)
        job.status, job.undone_at, job.started_at = ImportStatus.UNDONE, timezone.now(), None
        job.answers, job.nik_changes = {}, {}
        job.save()


def _without_nik(job: AlumniImport, model: type[Alumnus | Person]) -> frozenset:
    return frozenset(job.nik_changes.get("filled", ())) if model is Person else frozenset()


def _restore(
    model: type[Alumnus | Person], before: dict[int, Any], without_nik: frozenset, signed: dict[str, Any]
) -> None:
    """Rows as their records say; those `without_nik` lose the number they were given."""
    names = [field.attname for field in model.history.model.tracked_fields if not field.primary_key]
    for chunk in chunks(before):
        rows = model._default_manager.select_for_update().in_bulk(chunk)
        for key, row in rows.items():
            for name in names:
                setattr(row, name, getattr(before[key], name))
            row.updated_at = timezone.now()
            if key in without_nik and isinstance(row, Person):
                row.set_nik("")
        columns = [*(field.name for field in model._meta.concrete_fields if not field.primary_key)]
        model._default_manager.bulk_create(
            rows.values(), update_conflicts=True, unique_fields=["id"], update_fields=columns
        )
        record_history(model, list(rows), kind="~", **signed)
