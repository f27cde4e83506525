"""The portal's pages as its URLconf lists them."""

import dataclasses
from collections.abc import Callable

from django.urls import URLResolver, get_resolver, reverse

# Addresses of other packages, which say themselves who may see them.
THIRD_PARTY = {"admin/": "Django admin checks is_staff and the permissions of each model"}


@dataclasses.dataclass(frozen=True)
class Page:
    route: str
    name: str
    view: Callable
    parameters: tuple

    def url(self, **values):
        return reverse(self.name, kwargs=values)


def _pages(resolver, route="", namespace=""):
    for pattern in resolver.url_patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _pages(pattern, here, inner)
        else:
            parameters = tuple(pattern.pattern.converters)
            yield Page(here, f"{namespace}{pattern.name}", pattern.callback, parameters)


def all_pages():
    return list(_pages(get_resolver()))


def is_third_party(page):
    return page.route.startswith(tuple(THIRD_PARTY))


def our_pages():
    return [page for page in all_pages() if not is_third_party(page)]


def rules_of(view):
    """The names of the access rules a view carries; more than one when decorators were stacked."""
    desks, level = 0, view
    while level is not None:
        code = getattr(level, "__code__", None)
        desks += bool(code) and code.co_qualname == "_desk.<locals>.rule.<locals>.guarded"
        level = getattr(level, "__wrapped__", None)
    rule = getattr(view, "access_rule", None)
    rules = [rule] if rule else []
    return rules + ["desk"] * (desks - (1 if rule not in (None, "public") else 0))
