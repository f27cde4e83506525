"""The portal's parts as template tags, built in everywhere (settings: builtins). Examples: docs/look.md."""

from __future__ import annotations

import functools
import uuid
from typing import TYPE_CHECKING, Any

from django import template
from django.db import models
from django.forms.utils import flatatt
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from bkk_portal.kit.web import navigation

if TYPE_CHECKING:
    from django.template import Context
    from django.template.base import FilterExpression, NodeList, Parser, TextNode, Token

    from bkk_portal.kit.web.navigation import Menu

register = template.Library()
STATUS_KINDS = frozenset({"done", "waiting", "stopped", "attention", "new", "neutral"})


@functools.cache
def icon_html(name: str) -> str:
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', static("icons.svg"), name)


class IconNode(template.Node):
    def __init__(self, name: FilterExpression) -> None:
        self.name = name

    def render(self, context: Context) -> str:
        return icon_html(self.name.resolve(context))


@register.tag
def icon(parser: Parser, token: Token) -> TextNode | IconNode:
    """A drawing from static/icons.svg; it says nothing to a screen reader, so a word must stand beside it.

    `{% icon "pin" %}` is plain text once the template is compiled: a page carries up to a hundred.
    """
    words = token.split_contents()
    if len(words) != 2:
        raise template.TemplateSyntaxError('Write {% icon "name" %}')
    name = parser.compile_filter(words[1])
    is_literal = isinstance(name.var, str) and not name.filters
    return template.base.TextNode(icon_html(name.var)) if is_literal else IconNode(name)


@register.simple_tag
def status(label: str, kind: str = "neutral") -> str:
    """A status as a word with a shape. Kinds: done, waiting, stopped, attention, new, neutral."""
    if kind not in STATUS_KINDS:
        raise template.TemplateSyntaxError(f"status kind {kind!r} is none of {sorted(STATUS_KINDS)}")
    return format_html('<span class="status status-{}">{}</span>', kind, label)


@register.simple_tag
def once() -> str:
    """One use number for a POST form: sent twice, it makes one row (accounts.middleware.OnceMiddleware)."""
    return format_html('<input type="hidden" name="_sekali" value="{}">', uuid.uuid4())


@register.simple_tag
def fact(label: str, value: str | int | models.Model | None) -> str:
    """A row of <dl class="facts">; nothing known is shown as a dash."""
    known = value if value not in (None, "") else "–"
    return format_html("<div><dt>{}</dt><dd>{}</dd></div>", label, known)


@register.simple_tag
def crumb(label, where: str = "", *args: Any):
    """One step of {% block breadcrumbs %}: a link to a URL name (or an address); without one, the page one is on."""
    if not where:
        return format_html('<li aria-current="page">{}</li>', label)
    return format_html('<li><a href="{}">{}</a></li>', address(where, *args), label)


@register.simple_block_tag(takes_context=True)
def post_button(context, content, where, *args: Any, kind: str = "", **attributes: Any):
    """A button that is a whole POST form, double click and token seen to: {% post_button "url_name" pk kind="small" %}.

    `where`: a URL name with its arguments, or an address. `kind`: words after "btn-". Also: confirm, name, value.
    """
    attributes = {"data-confirm" if name == "confirm" else name: value for name, value in attributes.items()}
    return format_html(
        '<form method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">{}'
        '<button class="{}" type="submit"{}>{}</button></form>',
        address(where, *args),
        context.get("csrf_token", ""),
        once(),
        " ".join(["btn", *(f"btn-{word}" for word in kind.split())]),
        flatatt(attributes),
        SafeString(content.strip()),  # strip() forgets that it was escaped
    )


def address(where, *args: Any):
    return where if where.startswith("/") else reverse(where, args=args)


@register.inclusion_tag("parts/stat.html")
def stat(value: str, label: str, note: str | int = "", url: str = "") -> dict[str, str | int]:
    """A tile of <div class="stats">: the number first, then what it counts."""
    return {"value": value, "label": label, "note": note, "url": url}


@register.inclusion_tag("parts/empty.html")
def empty(title: str, text: str = "", url: str = "", label: str = "") -> dict[str, str]:
    """What a list shows when it has no rows: what is missing and what to do next."""
    return {"title": title, "text": text, "url": url, "label": label}


@register.simple_tag(takes_context=True)
def desk_menu(context: Context) -> Menu:
    """The actor's own menu on this page; without a signed-in actor it is empty."""
    return navigation.menu(context.get("nav") or (), _path(context))


@register.simple_tag(takes_context=True)
def public_menu(context: Context) -> Menu:
    return navigation.menu(navigation.lines("public"), _path(context), in_bar=4)


@register.simple_tag(takes_context=True)
def public_more(context: Context) -> Menu:
    return navigation.menu(navigation.lines("public_more"), _path(context), in_bar=0)


@register.simple_tag(takes_context=True)
def frame(context: Context, name: str) -> str:
    """A part around every page, such as its header. For strangers it is written once for each link of the menus."""
    template = context.template.engine.get_template(name)
    actor = context.get("actor")
    if actor is None or actor.is_authenticated:
        return template.render(context)
    key = name, navigation.public_place(_path(context))
    if key not in _frames_for_strangers:
        _frames_for_strangers[key] = template.render(context)
    return _frames_for_strangers[key]


_frames_for_strangers = {}  # as many as parts times links: three times a dozen


def _path(context: Context) -> str:
    request = context.get("request")
    return request.path if request else ""


class CaptureNode(template.Node):
    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist = nodelist
        self.name = name

    def render(self, context: Context) -> str:
        context[self.name] = SafeString(self.nodelist.render(context).strip())  # strip() forgets that it was escaped
        return ""


@register.tag
def capture(parser: Parser, token: Token) -> CaptureNode:
    """`{% capture as name %}…{% endcapture %}`: renders once, to be shown more than once (the title and its h1)."""
    words = token.split_contents()
    if len(words) != 3 or words[1] != "as":
        raise template.TemplateSyntaxError("Write {% capture as name %}…{% endcapture %}")
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return CaptureNode(nodelist, words[2])
