"""Charts as HTML figures: a drawing, its sentences, and the numbers behind it as a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from exback.export.html import elements
from exback.export.html.elements import Markup, element
from exback.export.html.svg import reading, svg
from exback.insights.chart import Chart, Lines, Section, in_numbers, table
from exback.model.prose import Table

LIMITS = "These are numbers that one person gave. They show what happened, not why."


def section(content: Section, today: date) -> Markup:
    """Return a section of charts."""
    empty = element("p", content.empty, class_="quiet") if content.empty else ""
    charts = (element("figure", element("figcaption", _words(chart)), _drawn(chart, today)) for chart in content.charts)
    return element("section", element("h2", content.title, id=content.id), charts, empty, aria_labelledby=content.id)


def _words(chart: Chart) -> Iterator[Markup]:
    yield element("h3", chart.title)
    yield element("p", chart.says)
    read = reading(chart.drawing) if chart.drawing is not None else ""
    quiet = " ".join(part for part in (chart.rests_on, chart.note, chart.key, read) if part)
    if quiet:
        yield element("p", quiet, class_="note")


def _drawn(chart: Chart, today: date) -> Iterator[Markup]:
    if chart.drawing is None:
        return
    yield svg(chart.id, chart.title, chart.says, chart.drawing)
    if isinstance(chart.drawing, Lines) and chart.drawing.by_day:  # on paper no one can open the numbers
        yield element("p", (f"{in_numbers(line)} " for line in chart.drawing.lines), class_="note paper")
    yield element(
        "details",
        element("summary", f"The numbers behind “{chart.title}”"),
        _table(table(chart.drawing, today), chart.title),
    )


def _table(numbers: Table, title: str) -> Markup:
    titles = ("What", *(title or "How many" for title in numbers.head[1:]))
    whole = elements.table(titles, numbers.rows)
    return element(
        "div", whole, class_="scrolls", tabindex="0", role="group", aria_label=f"The numbers behind “{title}”"
    )
