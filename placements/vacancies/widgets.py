from django import forms
from django.template.loader import render_to_string


class ChecksByGroup(forms.SelectMultiple):
    """Checkboxes, each group folded away under its name; a group with a chosen box stands open."""

    def render(self, name, value, attrs=None, renderer=None):
        chosen = {str(key) for key in value or []}
        groups = [_group(label, options, chosen) for label, options in self.choices]
        return render_to_string("parts/checks_by_group.html", {"name": name, "groups": groups})

    def id_for_label(self, id_):
        return ""


def _group(label, options, chosen):
    boxes = [
        {"value": str(value), "label": text, "checked": str(value) in chosen, "number": number}
        for number, (value, text) in enumerate(options)
    ]
    return {"label": label, "boxes": boxes, "chosen": sum(box["checked"] for box in boxes)}
