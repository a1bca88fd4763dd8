"""The page of insights: sections of pictures, drawn with rich, and the same in words and numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from exback.dates import spelt
from exback.insights.chart import MOST_READ, Bars, Lines, Picture, Row, Section, in_numbers, is_empty
from exback.insights.numbers import joined
from exback.insights.overview import PARTS
from exback.screen.charts import draw
from exback.screen.page import ACCENT, MEASURE, QUIET, render

INDENT = 2
NOTHING_YET = "There is nothing to look back on yet. It begins with the first thing you write down: exback checkin"
LIMITS = "Numbers you gave, set side by side. They show what was, and not why."
ONE_ALONE = (
    f"This page has {spelt(len(PARTS))} parts: {joined(list(PARTS))}. "
    "To {take_in} one alone, for example: exback insights moods"
)


def draw_insights(
    sections: Sequence[Section], today: date, width: int, *, colour: bool, part: str = "", in_ascii: bool = False
) -> str:
    """Give the page as text of a width, with numbers in place of heights `in_ascii`.

    Of a `part` that is asked for alone an empty section is shown, too.
    """
    told = [] if is_empty(sections) and not part else sections
    parts: list[RenderableType] = [Text(), Text(LIMITS if told else NOTHING_YET, style=QUIET)]
    if told and not part:
        parts.append(_within(Text(ONE_ALONE.format(take_in="see"), style=QUIET), width))
    for section in told:
        parts += [Text(), Text(section.title, style=f"bold {ACCENT}"), Rule(style=QUIET)]
        if section.empty:
            parts.append(Text(section.empty, style=QUIET))
        for picture in section.pictures:
            parts += _picture(picture, width, in_ascii=in_ascii)
    return render(Padding(Group(*parts), (0, 1)), width, colour=colour)


def _picture(picture: Picture, width: int, *, in_ascii: bool) -> Iterator[RenderableType]:
    room = min(width - 2, MEASURE)
    yield Text()
    yield Text(picture.title, style="bold")
    yield _within(Text(picture.says), width)
    if picture.drawing is not None:
        yield Text()
        yield Padding(Group(*draw(picture.drawing, room - INDENT, in_ascii=in_ascii)), (0, 0, 0, INDENT))
    quiet = " ".join(part for part in (picture.rests_on, picture.note, picture.key) if part)
    if quiet:
        yield Text()
        yield _within(Text(quiet, style=QUIET), width)


def _within(text: Text, width: int) -> RenderableType:
    return Padding(text, (0, max(0, width - 2 - MEASURE), 0, 0))


def plain_insights(sections: Sequence[Section], part: str = "") -> Iterator[str]:
    """Give the page as sentences and numbers, to be read aloud; the whole of it is long, so it begins with its parts."""
    told = [] if is_empty(sections) and not part else sections
    if told and not part:
        yield ONE_ALONE.format(take_in="hear")
    yield LIMITS if told else NOTHING_YET
    for section in told:
        yield ""
        yield f"{section.title}."
        if section.empty:
            yield section.empty
        for picture in section.pictures:
            yield ""
            yield f"{picture.title}. {picture.says}"
            if picture.drawing is not None:
                yield from _read(picture.drawing)
            yield from (part for part in (picture.rests_on, picture.note) if part)  # and no key to what is not drawn


def _read(drawing: Lines | Bars) -> Iterator[str]:
    if isinstance(drawing, Bars):
        for row, told in _numbers(drawing):
            yield f"{row.title}: {told}." if row.title else f"{told[:1].upper()}{told[1:]}."
    elif drawing.by_day:
        yield from (in_numbers(line) for line in drawing.lines)
    else:
        latest = f", the latest {MOST_READ}" if len(drawing.lines[0].points) > MOST_READ else ""
        for line in drawing.lines:
            yield f"{line.title}{latest}: {', '.join(str(point.value) for point in line.points[-MOST_READ:])}."


def _numbers(drawing: Bars) -> Iterator[tuple[Row, str]]:
    """Give each row with its numbers; where things are counted, what there was none of is left out."""
    for row in drawing.rows:
        labelled = (f"{label}: {beside}" for label, beside in zip(drawing.labels, row.figures, strict=True))
        told = zip(row.spoken or labelled, row.values, strict=True)
        yield row, "; ".join(said for said, value in told if value or not drawing.counts)
