"""Builds HTML: elements are made here and nowhere else, and everything that isn't one is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

from exback.insights.numbers import figure
from exback.model.prose import visible

ALONE = frozenset({"meta", "br"})
"""Elements without an end tag."""


class Markup(str):
    """Text that is HTML already. Only `element` and `joined` make it."""

    __slots__ = ()


Content: TypeAlias = "str | Markup | Iterable[str | Markup]"


def element(tag: str, /, *content: Content, **attributes: str | float | bool | None) -> Markup:
    """Return an element. `class_` becomes the attribute `class`, and `aria_label` becomes `aria-label`.

    An attribute that is None or False is left out; one that is True has no value.
    """
    pairs = "".join(
        _attribute(key, value) for key, value in attributes.items() if value is not None and value is not False
    )
    if tag in ALONE:
        return Markup(f"<{tag}{pairs}>")
    return Markup(f"<{tag}{pairs}>{joined(*content)}</{tag}>")


def joined(*content: Content) -> Markup:
    """Return words and elements one after the other."""
    return Markup("".join(_escaped(part) for part in _flat(content)))


def _flat(content: Iterable[Content]) -> Iterable[str | Markup]:
    for part in content:
        if isinstance(part, str):
            yield part
        else:
            yield from part


def _escaped(part: str | Markup) -> str:
    return part if isinstance(part, Markup) else escape(visible(part), quote=True)


def _attribute(key: str, value: str | float | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    text = value if isinstance(value, str) else figure(value)
    return f" {name}" if value is True else f' {name}="{escape(visible(text), quote=True)}"'
