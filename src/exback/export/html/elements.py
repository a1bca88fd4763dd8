"""Builds HTML: elements are made here and nowhere else, and everything that isn't one is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape
from itertools import chain
from typing import TypeAlias

from exback.insights.numbers import figure
from exback.model.prose import visible

ALONE = frozenset({"meta"})
"""Elements without an end tag."""


class Markup(str):
    """Text that is HTML already. Only `element` and `joined` make it."""

    __slots__ = ()


Content: TypeAlias = "str | Markup | Iterable[str | Markup]"


def element(tag: str, /, *content: Content, **attributes: str | float | None) -> Markup:
    """Return an element. `class_` becomes the attribute `class`, and `aria_label` becomes `aria-label`.

    An attribute that is None is left out.
    """
    pairs = "".join(_attribute(key, value) for key, value in attributes.items() if value is not None)
    end = "" if tag in ALONE else f"{joined(*content)}</{tag}>"
    return Markup(f"<{tag}{pairs}>{end}")


def joined(*content: Content) -> Markup:
    """Return words and elements one after the other."""
    parts = chain.from_iterable([part] if isinstance(part, str) else part for part in content)
    return Markup("".join(part if isinstance(part, Markup) else _escaped(part) for part in parts))


def table(head: Iterable[str], rows: Iterable[Sequence[str]]) -> Markup:
    """Return a table. The first cell of a row is its name."""
    titles = element("tr", (element("th", title, scope="col") for title in head))
    named = ((element("th", name, scope="row"), map(partial(element, "td"), cells)) for name, *cells in rows)
    return element("table", element("thead", titles), element("tbody", (element("tr", *row) for row in named)))


def _escaped(words: str) -> str:
    return escape(visible(words), quote=True)


def _attribute(key: str, value: str | float) -> str:
    name = key.rstrip("_").replace("_", "-")
    return f' {name}="{_escaped(value if isinstance(value, str) else figure(value))}"'
