"""Show the page of `exback insights`: sections of charts drawn with rich, or in words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule

from exback.insights.chart import MOST_READ, Bars, Chart, Lines, Row, Section, in_numbers, is_empty
from exback.insights.overview import PARTS
from exback.model.dates import spelt
from exback.screen.pages.charts import draw
from exback.screen.rendering import ACCENT, MEASURE, QUIET, Text, render_page

INDENT = 2
NOTHING_YET = "There's nothing to look back on yet. It starts with the first thing you write down: exback checkin"
LIMITS = "These are the numbers you gave. They show what happened, not why."
EVERY = "{title}: {numbers}."
LATEST = f"{{title}}, the latest {MOST_READ}: {{numbers}}."
HAS_PARTS = f"This page has {spelt(len(PARTS))} parts: {', '.join(PARTS)}."
SEE_ONE = f"{HAS_PARTS} To see one on its own, for example: exback insights moods"
HEAR_ONE = f"{HAS_PARTS} To hear one on its own, for example: exback insights moods"


def draw_insights(
    sections: Sequence[Section], width: int, *, colour: bool, part: str = "", in_ascii: bool = False
) -> str:
    """Return the page as text for a width in columns, with numbers in place of heights `in_ascii`.

    An empty section is shown if its `part` was asked for, or if others have something to show.
    """
    shown = _shown(sections, part)
    parts: list[RenderableType] = [Text(), Text(LIMITS if shown else NOTHING_YET, style=QUIET)]
    if shown and not part:
        parts.append(_readable(Text(SEE_ONE, style=QUIET), width))
    for section in shown:
        parts += [Text(), Text(section.title, style=f"bold {ACCENT}"), Rule(style=QUIET)]
        if section.empty:
            parts.append(Text(section.empty, style=QUIET))
        for chart in section.charts:
            parts += _chart(chart, width, in_ascii=in_ascii)
    return render_page(parts, width, colour=colour)


def _shown(sections: Sequence[Section], part: str) -> Sequence[Section]:
    return () if is_empty(sections) and not part else sections


def _chart(chart: Chart, width: int, *, in_ascii: bool) -> Iterator[RenderableType]:
    room = min(width - 2, MEASURE)
    yield Text()
    yield Text(chart.title, style="bold")
    yield _readable(Text(chart.says), width)
    if chart.drawing is not None:
        yield Text()
        yield Padding(Group(*draw(chart.drawing, room - INDENT, in_ascii=in_ascii)), (0, 0, 0, INDENT))
    quiet = " ".join(part for part in (chart.rests_on, chart.note, chart.key) if part)
    if quiet:
        yield Text()
        yield _readable(Text(quiet, style=QUIET), width)


def _readable(text: Text, width: int) -> RenderableType:
    return Padding(text, (0, max(0, width - 2 - MEASURE), 0, 0))


def plain_insights(sections: Sequence[Section], part: str = "") -> Iterator[str]:
    """Yield the page as sentences and numbers, to be read aloud. The whole page is long, so it begins with a list of its parts."""
    shown = _shown(sections, part)
    if shown and not part:
        yield HEAR_ONE
    yield LIMITS if shown else NOTHING_YET
    for section in shown:
        yield ""
        yield f"{section.title}."
        if section.empty:
            yield section.empty
        for chart in section.charts:
            yield ""
            yield f"{chart.title}. {chart.says}"
            if chart.drawing is not None:
                yield from _drawing_lines(chart.drawing)
            yield from (part for part in (chart.rests_on, chart.note) if part)  # no key to what isn't drawn


def _drawing_lines(drawing: Lines | Bars) -> Iterator[str]:
    if isinstance(drawing, Bars):
        for row, numbers in _numbers(drawing):
            yield f"{row.title}: {numbers}." if row.title else f"{numbers[:1].upper()}{numbers[1:]}."
    elif drawing.by_day:
        yield from (in_numbers(line) for line in drawing.lines)
    else:
        read = LATEST if len(drawing.lines[0].points) > MOST_READ else EVERY
        for line in drawing.lines:
            numbers = ", ".join(str(point.value) for point in line.points[-MOST_READ:])
            yield read.format(title=line.title, numbers=numbers)


def _numbers(drawing: Bars) -> Iterator[tuple[Row, str]]:
    """Yield each row with its numbers. Counts of zero are left out."""
    for row in drawing.rows:
        labelled = (f"{label}: {beside}" for label, beside in zip(drawing.labels, row.figures, strict=True))
        spoken = zip(row.spoken or labelled, row.values, strict=True)
        yield row, "; ".join(words for words, value in spoken if value or not drawing.counts)
