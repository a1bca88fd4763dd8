"""HTML as values: what is an element was made here, and everything else is words and is escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import TypeAlias

from exback.prose import visible

ALONE = frozenset({"meta", "br"})
"""Elements of HTML without an end."""


class Markup(str):
    """Text that is HTML already. Only `element` and `joined` make it."""

    __slots__ = ()


Content: TypeAlias = "str | Markup | Iterable[str | Markup]"


def element(tag: str, /, *content: Content, **attributes: str | float | bool | None) -> Markup:
    """Give an element. A name of an attribute may end in an underscore, and has hyphens for those within (`class_`).

    An attribute that is None or False is left out; one that is True stands without a value.
    """
    told = "".join(
        _attribute(key, value) for key, value in attributes.items() if value is not None and value is not False
    )
    if tag in ALONE:
        return Markup(f"<{tag}{told}>")
    return Markup(f"<{tag}{told}>{joined(*content)}</{tag}>")


def joined(*content: Content) -> Markup:
    """Give words and elements one after the other."""
    return Markup("".join(_said(part) for part in _flat(content)))


def _flat(content: Iterable[Content]) -> Iterable[str | Markup]:
    for part in content:
        if isinstance(part, str):
            yield part
        else:
            yield from part


def _said(part: str | Markup) -> str:
    return part if isinstance(part, Markup) else escape(visible(part), quote=True)


def _attribute(key: str, value: str | float | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{escape(visible(_figure(value)), quote=True)}"'


def _figure(value: str | float) -> str:
    return value if isinstance(value, str) else f"{value:.1f}".removesuffix(".0")
