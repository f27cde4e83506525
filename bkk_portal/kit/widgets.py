from django import forms
from django.template.loader import render_to_string


class ChecksByGroup(forms.SelectMultiple):
    """Checkboxes, each group folded away under its name; a group with a chosen box stands open.

    `opened`: name of a group that always does.
    """

    def __init__(self, *args, opened=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.opened = opened

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(key) for key in value or []}
        groups = [_group(label, options, chosen, self.opened) for label, options in self.choices]
        return render_to_string("parts/checks_by_group.html", {"name": name, "groups": groups})

    def id_for_label(self, id_):
        return ""


def _group(label, options, chosen, opened):
    boxes = [{"value": str(value), "label": text, "checked": str(value) in chosen} for value, text in options]
    number = sum(box["checked"] for box in boxes)
    return {"label": label, "boxes": boxes, "chosen": number, "is_open": bool(number) or label == opened}
