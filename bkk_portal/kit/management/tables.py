"""A migration operation for the short way to a new database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.migrations.operations import CreateModel
from django.db.migrations.operations.base import Operation

if TYPE_CHECKING:
    from django.db.migrations.operations.fields import AddField
    from django.db.migrations.operations.models import AddConstraint, AddIndex
    from django.db.migrations.state import ProjectState


class TablesAtOnce(Operation):
    """What a list of operations comes to in an empty database: each table is made once, as it is in the end.

    One by one, Django would draw up every model anew after each of them: minutes, for some hundred models.
    """

    def __init__(self, operations: list[CreateModel | AddField | AddConstraint | AddIndex]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)  # drawn up again when next asked for, instead of after each operation
        for operation in self.operations:
            operation.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in self._models(app_label, schema_editor, to_state):
            schema_editor.create_model(model)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        for model in reversed(self._models(app_label, schema_editor, from_state)):
            schema_editor.delete_model(model)

    def _models(self, app_label: str, schema_editor: Any, state: ProjectState) -> list[Any]:
        names = [operation.name for operation in self.operations if isinstance(operation, CreateModel)]
        models = [state.apps.get_model(app_label, name) for name in names]
        return [model for model in models if self.allow_migrate_model(schema_editor.connection.alias, model)]

    def describe(self) -> str:
        return "Create all tables at once"
