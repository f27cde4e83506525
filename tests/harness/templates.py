"""An undefined variable in one of our templates fails the test; so does a `{% for %}` over one.

Third-party templates lean on undefined variables: a fault counts only where the asking node is in our folder.
`{% if name %}` and `{{ name|default:"" }}` say that the name may be missing and stay allowed.
"""

import copy
import sys

from django.conf import settings
from django.core.signals import setting_changed
from django.template import engines
from django.template.defaulttags import ForNode

OURS = str(settings.BASE_DIR / "templates")
FORGIVING = {"default", "default_if_none"}


class UndefinedVariable(AssertionError):
    pass


class Undefined(str):
    """Django's engine calls `% variable` on it when a template names what is not in its context."""

    def __contains__(self, text):
        return text == "%s"

    def __mod__(self, variable):
        frame = sys._getframe(1)
        expression = frame.f_locals.get("self")
        filters = [function.__name__ for function, _ in getattr(expression, "filters", [])]
        template = _asking_template(frame)
        if template.startswith(OURS) and not (filters and filters[0] in FORGIVING):
            raise UndefinedVariable(f"{template}: {{{{ {variable} }}}} is not defined")
        if not filters:
            return ""
        empty = copy.copy(expression)
        empty.var, empty.is_var = "", False
        return empty.resolve(frame.f_locals["context"])


class StrictSequence:
    """The sequence of a `{% for %}`, which Django resolves with ignore_failures."""

    def __init__(self, expression):
        self.expression = expression

    def __getattr__(self, name):
        return getattr(self.expression, name)

    def resolve(self, context, ignore_failures=False):
        return self.expression.resolve(context)


def _asking_template(frame):
    while frame:
        if frame.f_code.co_name == "render_annotated":
            origin = getattr(frame.f_locals["self"], "origin", None)
            return str(getattr(origin, "name", ""))
        frame = frame.f_back
    return ""


def _arm():
    for engine in engines.all():
        engine.engine.string_if_invalid = Undefined("undefined")


def _arm_again(*, setting, **kwargs):
    """Django builds its engines anew when a test changes one of these settings."""
    if setting in {"TEMPLATES", "DEBUG", "INSTALLED_APPS"}:
        _arm()


def install():
    _arm()
    setting_changed.connect(_arm_again)
    make = ForNode.__init__

    def strict_init(self, loopvars, sequence, *args, **kwargs):
        make(self, loopvars, StrictSequence(sequence), *args, **kwargs)

    ForNode.__init__ = strict_init
