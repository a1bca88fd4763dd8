"""What the days show, as figures: a drawing, its sentence, and the numbers behind it as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from exback.export.html.elements import Markup, element
from exback.export.html.svg import chart, reading
from exback.insights.chart import Lines, Picture, Section, in_numbers, table
from exback.prose import Table

LIMITS = "Numbers that were given, set side by side. They show what was, and not why."


def section(told: Section, today: date) -> Markup:
    """Give a section of pictures."""
    parts = [_figure(picture, today) for picture in told.pictures] or [element("p", told.empty, class_="quiet")]
    return element("section", element("h2", told.title, id=told.id), parts, aria_labelledby=told.id)


def _figure(picture: Picture, today: date) -> Markup:
    return element("figure", element("figcaption", _words(picture)), _drawn(picture, today))


def _words(picture: Picture) -> Iterator[Markup]:
    yield element("h3", picture.title)
    yield element("p", picture.says)
    read = reading(picture.drawing) if picture.drawing is not None else ""
    quiet = " ".join(part for part in (picture.rests_on, picture.note, picture.key, read) if part)
    if quiet:
        yield element("p", quiet, class_="note")


def _drawn(picture: Picture, today: date) -> Iterator[Markup]:
    if picture.drawing is None:
        return
    yield chart(picture.id, picture.title, picture.says, picture.drawing)
    if isinstance(picture.drawing, Lines) and picture.drawing.by_day:  # on paper nobody can open the numbers
        yield element("p", (f"{in_numbers(line)} " for line in picture.drawing.lines), class_="note paper")
    yield element(
        "details",
        element("summary", "The numbers", element("span", f" behind “{picture.title}”", class_="quiet")),
        _table(table(picture.drawing, today), picture.title),
    )


def _table(numbers: Table, title: str) -> Markup:
    head = [element("th", cell or "What", scope="col") for cell in numbers.head]
    if len(numbers.head) == 2 and not numbers.head[1]:
        head[1] = element("th", "How many", scope="col")
    rows = (
        element("tr", element("th", row[0], scope="row"), (element("td", cell) for cell in row[1:]))
        for row in numbers.rows
    )
    whole = element("table", element("thead", element("tr", head)), element("tbody", rows))
    return element("div", whole, class_="scrolls", tabindex="0", role="group", aria_label=f"The numbers behind {title}")
