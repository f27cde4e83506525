"""How forms are written: Django's way, but no choice is a row of dashes (settings.FORM_RENDERER)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.renderers import DjangoTemplates

if TYPE_CHECKING:
    from django.http import HttpRequest

DASHES = BLANK_CHOICE_DASH[0][1]
CHOOSE = "Pilih"
LEFT_OUT = "Tidak diisi"


class Renderer(DjangoTemplates):
    def render(
        self,
        template_name: str,
        context: dict[str, Any],
        request: HttpRequest | None = None,
    ) -> Any:
        widget = context.get("widget", {})
        if "optgroups" in widget:
            widget["optgroups"] = _in_words(widget)
        return super().render(template_name, context, request)


def _in_words(widget: dict[str, Any]) -> list[tuple[str | None, list[dict[str, Any]], int]]:
    """A list of options begins with "Pilih"; buttons side by side need no first one where an answer is wanted."""
    is_list = "select" in widget["template_name"]
    asked = widget.get("required") or widget["attrs"].get("required")
    groups = []
    for name, options, index in widget["optgroups"]:
        blank = [option for option in options if option["label"] == DASHES]
        if blank and not is_list and asked:
            continue
        for option in blank:
            option["label"] = CHOOSE if is_list else LEFT_OUT
        groups.append((name, options, index))
    return groups
