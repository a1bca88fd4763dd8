"""Draw charts with rich: lines as a row of marks or as columns, and bars with their numbers beside them."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.table import Column

from exback.insights.chart import Bars, Lines, Row
from exback.insights.series import Line, Marks, entry_marks, marks
from exback.model.dates import short
from exback.screen.pages.sparklines import FULL, caption, digits, heights, legend, sparkline
from exback.screen.rendering import ACCENT, QUIET, Text, grid

WIDEST_BAR = 30
WIDEST_COLUMN = 3
HEIGHT = 4
MOST_COLUMNS = 42
"""Six weeks of days; over a longer time averages show more than every up and down."""
GAP = 2
SPANS = {
    1: ("each column a day", "each number a day"),
    7: ("each column a week", "each number a week"),
    28: ("each column four weeks", "each number four weeks"),
    91: ("each column a quarter", "each number a quarter"),
    364: ("each column a year", "each number a year"),
}
"""What a mark stands for, as a column and, in ASCII, as a number."""


def draw(drawing: Lines | Bars, width: int, *, in_ascii: bool = False) -> Iterator[RenderableType]:
    """Return a drawing for a width in columns. In ASCII nothing looks like a height, so the numbers themselves are printed."""
    if isinstance(drawing, Bars):
        return _bars(drawing, width)
    over = _over_days if drawing.by_day else _entries
    return over(drawing, width, in_ascii=in_ascii)


def _over_days(drawing: Lines, width: int, *, in_ascii: bool) -> Iterator[RenderableType]:
    for line in drawing.lines:
        if len(drawing.lines) > 1:
            yield Text(line.title, style=QUIET)
        room = max(1, width - len(str(line.high)) - GAP)
        row = marks(line, min(room, MOST_COLUMNS))
        wide = max(1, min(WIDEST_COLUMN, room // len(row.values)))
        yield digits(row, wide) if in_ascii else _columns(line, row, wide)
        days = f"{short(line.points[0].day)} to today"
        yield caption((days, SPANS[row.span][in_ascii], *legend((row,), in_ascii=in_ascii)), width)


def _columns(line: Line, row: Marks, wide: int) -> RenderableType:
    numbers = (str(line.high), *[""] * (HEIGHT - 2), str(line.low))
    columns = (
        heights(row, line.low, line.high, height=HEIGHT, below=below, wide=wide) for below in reversed(range(HEIGHT))
    )
    rows = ((Text(number, style=QUIET), drawn) for number, drawn in zip(numbers, columns, strict=True))
    return grid(rows, Column(justify="right"), gap=GAP)


def _entries(drawing: Lines, width: int, *, in_ascii: bool) -> Iterator[RenderableType]:
    """Yield a row with a mark for each entry, and the numbers beside it if they fit; in ASCII the numbers alone."""
    longest = max(len(line.title) for line in drawing.lines)
    room = max(1, width - longest - GAP)
    shown = [line.points[-room:] for line in drawing.lines]
    numbers = [" ".join(f"{point.value:2}" for point in points) for points in shown]
    fits = all(len(points) + GAP + len(beside) <= room for points, beside in zip(shown, numbers, strict=True))
    rows = [entry_marks(points) for points in shown]
    drawn = [
        [Text(line.title, no_wrap=True), sparkline(row, line.low, line.high, in_ascii=in_ascii)]
        for line, row in zip(drawing.lines, rows, strict=True)
    ]
    if fits and not in_ascii:
        for cells, beside in zip(drawn, numbers, strict=True):
            cells.append(Text(beside, style=QUIET, no_wrap=True))
    yield grid(drawn, gap=GAP)
    first, last = (short(shown[0][index].day) for index in (0, -1))
    yield caption((first if first == last else f"{first} to {last}", *legend(rows, in_ascii=in_ascii)), width)


def _bars(drawing: Bars, width: int) -> Iterator[RenderableType]:
    for row in drawing.rows:
        if row.title:
            yield Text(row.title, style=QUIET)
        yield _labelled(drawing, row, width)


def _labelled(drawing: Bars, row: Row, width: int) -> RenderableType:
    longest = max(len(label) for label in drawing.labels)
    beside = max(map(len, row.figures)) + 3 * GAP
    room = max(4, min(WIDEST_BAR, width - min(longest, width // 2) - beside))
    bars = (Text(FULL * _length(value, drawing.full, room), style=ACCENT) for value in row.values)
    rows = zip(drawing.labels, row.figures, bars, strict=True)
    return grid(rows, Column(), Column(justify="right", no_wrap=True), Column(no_wrap=True), gap=GAP)


def _length(value: float | None, full: float, room: int) -> int:
    """Return how long a bar is. Any number above 0 is at least one column."""
    return max(1, round(room * (value / full))) if value else 0
