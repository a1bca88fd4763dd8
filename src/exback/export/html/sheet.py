"""The sheet for a doctor or a counsellor as one page of HTML."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from exback.export.brief import TITLE, WRITTEN_BY, Part
from exback.export.html.elements import Markup, element, table
from exback.export.html.report import document
from exback.model.dates import in_full
from exback.model.prose import Block, Table

ITEM = "- "


def render(parts: Iterable[Part], today: date) -> str:
    """Return the parts of a sheet as HTML, dated today."""
    sections = (element("section", element("h2", part.title), map(_block, part.content)) for part in parts)
    head = element(
        "header", element("h1", TITLE), element("p", in_full(today)), element("p", WRITTEN_BY, class_="quiet")
    )
    return document(TITLE, element("body", head, element("main", sections), class_="sheet"))


def _block(block: Block) -> Markup:
    if isinstance(block, Table):
        return table(block.head, block.rows)
    lines = str(block).split("\n")
    if all(line.startswith(ITEM) for line in lines):
        return element("ul", (element("li", line.removeprefix(ITEM)) for line in lines))
    return element("p", str(block))
