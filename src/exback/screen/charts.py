"""Draws numbers with rich: a line as a row of marks or as columns, and bars with their numbers beside them.

Block signs of the page's own font are sharper on a narrow screen than what plotting libraries draw, and each of them has a
look-alike in ASCII, but for heights. Every number that matters stands beside its drawing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table as Grid
from rich.text import Text

from exback.dates import short
from exback.insights.chart import Bars, Line, Lines, Marks, Row, marks
from exback.screen.page import ACCENT, QUIET

FULL, EMPTY, UNTOLD = "█", "░", "╌"
TEN, LAST_DIGIT = "X", 9
LEVELS = "▁▂▃▄▅▆▇█"
WIDEST_BAR = 30
WIDEST_COLUMN = 3
HEIGHT = 4
MOST_COLUMNS = 42
"""Six weeks of days; over a longer time averages show more than every up and down."""
GAP = 2
SPANS = {1: "a day", 7: "a week", 28: "four weeks", 91: "a quarter", 364: "a year"}


def draw(drawing: Lines | Bars, width: int, *, in_ascii: bool = False) -> Iterator[RenderableType]:
    """Draw numbers on a page of a width. In ASCII nothing looks like a height, so that the numbers themselves stand there."""
    if isinstance(drawing, Bars):
        return _bars(drawing, width)
    over = _over_days if drawing.by_day else _entries
    return over(drawing, width, in_ascii=in_ascii)


def bar(share: float, width: int) -> Text:
    """Give a bar of a width, filled to a share from 0 to 1."""
    filled = min(width, max(0, round(width * share)))
    return Text.assemble((FULL * filled, ACCENT), (EMPTY * (width - filled), QUIET))


def sparkline(told: Marks, low: int, high: int, *, in_ascii: bool = False) -> Text:
    """Give a row of marks, each as high as its number; a day of which nothing was told is a quiet dash."""
    return _digits(told, 1) if in_ascii else _row_of(told, low, high, 1, 0, wide=1)


def legend(drawn: Sequence[Marks], *, in_ascii: bool) -> Iterator[str]:
    """Say what those signs mean among rows of marks that nobody could guess."""
    values = [value for told in drawn for value in told.values]
    if in_ascii and any(value is not None and _digit(value) == TEN for value in values):
        yield f"{TEN} is 10"
    if None in values:
        yield f"{UNTOLD} no check-in"


def caption(parts: Iterable[str], width: int) -> Text:
    """Set what is said of a drawing in lines of a width, broken only between two parts, so that no sign is parted from its word."""
    lines: list[str] = []
    for part in parts:
        if lines and len(f"{lines[-1]}, {part},") <= width:
            lines[-1] += f", {part}"
        else:
            lines.append(part)
    return Text(",\n".join(lines), style=QUIET)


def _row_of(told: Marks, low: int, high: int, height: int, above: int, *, wide: int) -> Text:
    """Give one row of columns of some height, with a gap between two of them where they are wide.

    `above` is how many rows lie under it.
    """
    text = Text(no_wrap=True)
    for value in told.values:
        if value is None:
            sign, style = " " if above else UNTOLD, QUIET
        else:
            level = _level(value, low, high, height * len(LEVELS)) - above * len(LEVELS)
            sign, style = " " if level <= 0 else LEVELS[min(level, len(LEVELS)) - 1], ACCENT
        text.append((sign * max(1, wide - 1)).ljust(wide), style)
    return text


def _digits(told: Marks, wide: int) -> Text:
    """Give a row of numbers, halves up, each as one sign: ten is an X."""
    text = Text(no_wrap=True)
    for value in told.values:
        digit = UNTOLD if value is None else _digit(value)
        text.append(digit.ljust(wide), QUIET if value is None else ACCENT)
    return text


def _digit(value: float) -> str:
    number = int(value + 0.5)
    return TEN if number > LAST_DIGIT else str(number)


def _level(value: float, low: int, high: int, levels: int) -> int:
    """Give a height from 1, so that the lowest number is seen, too."""
    share = (value - low) / (high - low) if high > low else 1.0
    return 1 + int(share * levels)


def _over_days(drawing: Lines, width: int, *, in_ascii: bool) -> Iterator[RenderableType]:
    for line in drawing.lines:
        if len(drawing.lines) > 1:
            yield Text(line.title, style=QUIET)
        room = max(1, width - len(str(line.high)) - GAP)
        told = marks(line, min(room, MOST_COLUMNS))
        wide = max(1, min(WIDEST_COLUMN, room // len(told.values)))
        yield _digits(told, wide) if in_ascii else _columns(line, told, wide)
        each = f"each {'number' if in_ascii else 'column'} {SPANS[told.span]}"
        began = f"{short(line.points[0].day)} to today"
        yield caption((began, each, *legend((told,), in_ascii=in_ascii)), width)


def _columns(line: Line, told: Marks, wide: int) -> RenderableType:
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    grid.add_column(justify="right")
    for above in reversed(range(HEIGHT)):
        number = {HEIGHT - 1: str(line.high), 0: str(line.low)}.get(above, "")
        grid.add_row(Text(number, style=QUIET), _row_of(told, line.low, line.high, HEIGHT, above, wide=wide))
    return grid


def _entries(drawing: Lines, width: int, *, in_ascii: bool) -> Iterator[RenderableType]:
    """Draw a mark for each entry, and the numbers themselves while they fit beside them; in ASCII those alone."""
    named = max(len(line.title) for line in drawing.lines)
    room = max(1, width - named - GAP)
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    shown = [line.points[-room:] for line in drawing.lines]
    numbers = [" ".join(f"{point.value:2}" for point in points) for points in shown]
    fits = all(len(points) + GAP + len(told) <= room for points, told in zip(shown, numbers, strict=True))
    rows = [Marks(tuple(float(point.value) for point in points), 0) for points in shown]
    for line, row, told in zip(drawing.lines, rows, numbers, strict=True):
        drawn = sparkline(row, line.low, line.high, in_ascii=in_ascii)
        beside = [Text(told, style=QUIET, no_wrap=True)] if fits and not in_ascii else []
        grid.add_row(Text(line.title, no_wrap=True), drawn, *beside)
    yield grid
    first, last = (short(shown[0][place].day) for place in (0, -1))
    yield caption((first if first == last else f"{first} to {last}", *legend(rows, in_ascii=in_ascii)), width)


def _bars(drawing: Bars, width: int) -> Iterator[RenderableType]:
    high = drawing.high or max((value for row in drawing.rows for value in row.values if value), default=1)
    for row in drawing.rows:
        if row.title:
            yield Text(row.title, style=QUIET)
        yield _labelled(drawing, row, high, width)


def _labelled(drawing: Bars, row: Row, high: float, width: int) -> RenderableType:
    grid = Grid.grid(padding=(0, GAP, 0, 0))
    grid.add_column()
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True)
    told = row.figures
    named = max(len(label) for label in drawing.labels)
    beside = max(map(len, told)) + 3 * GAP
    room = max(4, min(WIDEST_BAR, width - min(named, width // 2) - beside))
    for label, number, value in zip(drawing.labels, told, row.values, strict=True):
        grid.add_row(label, number, Text() if value is None else _filled(value / high, room))
    return grid


def _filled(share: float, room: int) -> Text:
    """Give a bar without its empty part; what is more than nothing is never drawn as nothing."""
    cells = max(1, round(room * share)) if share > 0 else 0
    return Text(FULL * cells, style=ACCENT)
