"""Draw charts with rich: lines as a row of marks or as columns, and bars with their numbers beside them.

On a narrow screen the block characters of the terminal's own font are sharper than what plotting libraries draw, and all
of them but the heights have a look-alike in ASCII. Every number that matters is written beside its drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Column
from rich.text import Text as RichText

from exback.insights.chart import Bars, Line, Lines, Marks, Row, entry_marks, marks
from exback.insights.summary import DAYS, Summary
from exback.model.dates import short
from exback.screen.rendering import ACCENT, QUIET, Text, fitted, grid

FULL, EMPTY, NO_ENTRY = "█", "░", "╌"
TEN, LAST_DIGIT = "X", 9
LEVELS = "▁▂▃▄▅▆▇█"
WIDEST_BAR = 30
WIDEST_COLUMN = 3
HEIGHT = 4
WIDE = 100
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


def bar(share: float, width: int) -> RichText:
    """Return a bar of a width in columns, filled to a share from 0 to 1."""
    filled = min(width, max(0, round(width * share)))
    return Text.assemble((FULL * filled, ACCENT), (EMPTY * (width - filled), QUIET))


def sparkline(row: Marks, low: int, high: int, *, in_ascii: bool = False) -> Text:
    """Return a row of marks, each as high as its number. A day without an entry is a dim dash."""
    return _digits(row, 1) if in_ascii else _heights(row, low, high, height=1)


def legend(rows: Sequence[Marks], *, in_ascii: bool) -> Iterator[str]:
    """Yield the meaning of those signs in the rows that no one could guess."""
    values = [value for row in rows for value in row.values]
    if in_ascii and any(value is not None and _digit(value) == TEN for value in values):
        yield f"{TEN} is 10"
    if None in values:
        yield f"{NO_ENTRY} no check-in"


def caption(parts: Iterable[str], width: int) -> Text:
    """Return the parts of a caption in lines of a width, broken between parts if they fit, so that a sign stays with its word."""
    whole = list(parts)
    with_commas = (*(f"{part}," for part in whole[:-1]), *whole[-1:])
    return Text("\n".join(fitted(with_commas, " ", width)), style=QUIET)


def draw_weeks(summary: Summary, width: int, *, in_ascii: bool = False) -> Iterator[RenderableType]:
    """Yield the scales of the last few weeks, side by side on a wide screen; nothing without entries.

    The words of a scale are beside its line, or under it where they would break or the scales are side by side. In ASCII nothing looks like a height, so the numbers themselves are printed.
    """
    if not summary.scales:
        return
    longest = max(len(scale.line.title) for scale in summary.scales)
    columns = max(1, min(DAYS, width - 4 - longest))
    days = 1 + max((point.ago for scale in summary.scales for point in scale.line.points), default=0)
    rows = [marks(scale.line, columns, days=days) for scale in summary.scales]
    is_wide = width >= WIDE
    drawn: list[RenderableType] = []
    for scale, row in zip(summary.scales, rows, strict=True):
        signs = sparkline(row, scale.line.low, scale.line.high, in_ascii=in_ascii)
        line = Text.assemble(scale.line.title.ljust(longest + 2), signs, no_wrap=True)
        if not is_wide and line.cell_len + len(scale.says) + 4 <= width:
            drawn.append(Text.assemble(line, "  ", (scale.says, QUIET)))
        else:
            indent = longest + 2 if is_wide else 2
            drawn.append(Group(line, Padding(Text(scale.says, style=QUIET), (0, 0, 0, indent))))
    yield Columns(drawn, padding=(0, 4)) if is_wide else Group(*drawn)
    yield caption(filter(None, (summary.rests_on, summary.bounds, *legend(rows, in_ascii=in_ascii))), width - 2)
    yield Text()


def _heights(row: Marks, low: int, high: int, *, height: int, below: int = 0, wide: int = 1) -> Text:
    """Return one row of columns that are `height` rows high, with a gap between two columns if they are wide.

    `below` is how many rows are under this one.
    """

    def sign(value: float) -> str:
        level = _level(value, low, high, height * len(LEVELS)) - below * len(LEVELS)
        return f" {LEVELS}"[max(0, min(level, len(LEVELS)))]

    return _signs(row, sign, " " if below else NO_ENTRY, repeated=max(1, wide - 1), wide=wide)


def _digits(row: Marks, wide: int) -> Text:
    """Return a row of rounded numbers (halves up), each as one character: ten is an X."""
    return _signs(row, _digit, NO_ENTRY, repeated=1, wide=wide)


def _signs(row: Marks, sign: Callable[[float], str], no_entry: str, *, repeated: int, wide: int) -> Text:
    """Return a row with a sign for each mark, `repeated` in its place, which is `wide` columns."""
    text = Text(no_wrap=True)
    for value in row.values:
        shown, style = (no_entry, QUIET) if value is None else (sign(value), ACCENT)
        text.append((shown * repeated).ljust(wide), style)
    return text


def _digit(value: float) -> str:
    number = int(value + 0.5)
    return TEN if number > LAST_DIGIT else str(number)


def _level(value: float, low: int, high: int, levels: int) -> int:
    """Return a height of at least 1, so that even the lowest number can be seen."""
    share = (value - low) / (high - low) if high > low else 1.0
    return 1 + int(share * levels)


def _over_days(drawing: Lines, width: int, *, in_ascii: bool) -> Iterator[RenderableType]:
    for line in drawing.lines:
        if len(drawing.lines) > 1:
            yield Text(line.title, style=QUIET)
        room = max(1, width - len(str(line.high)) - GAP)
        row = marks(line, min(room, MOST_COLUMNS))
        wide = max(1, min(WIDEST_COLUMN, room // len(row.values)))
        yield _digits(row, wide) if in_ascii else _columns(line, row, wide)
        days = f"{short(line.points[0].day)} to today"
        yield caption((days, SPANS[row.span][in_ascii], *legend((row,), in_ascii=in_ascii)), width)


def _columns(line: Line, row: Marks, wide: int) -> RenderableType:
    numbers = (str(line.high), *[""] * (HEIGHT - 2), str(line.low))
    heights = (
        _heights(row, line.low, line.high, height=HEIGHT, below=below, wide=wide) for below in reversed(range(HEIGHT))
    )
    rows = ((Text(number, style=QUIET), drawn) for number, drawn in zip(numbers, heights, strict=True))
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
