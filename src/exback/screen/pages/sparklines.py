"""Rows of marks, one for a day or a week, and bars: what the status page draws, and the charts are made of.

On a narrow screen the block characters of the terminal's own font are sharper than what plotting libraries draw, and all
of them but the heights have a look-alike in ASCII. Every number that matters is written beside its drawing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text as RichText

from exback.insights.series import Marks, marks
from exback.insights.summary import DAYS, Summary
from exback.screen.rendering import ACCENT, QUIET, Text, fitted

FULL, EMPTY, NO_ENTRY = "█", "░", "╌"
TEN, LAST_DIGIT = "X", 9
LEVELS = "▁▂▃▄▅▆▇█"
WIDE = 100


def bar(share: float, width: int) -> RichText:
    """Return a bar of a width in columns, filled to a share from 0 to 1."""
    filled = min(width, max(0, round(width * share)))
    return Text.assemble((FULL * filled, ACCENT), (EMPTY * (width - filled), QUIET))


def sparkline(row: Marks, low: int, high: int, *, in_ascii: bool = False) -> Text:
    """Return a row of marks, each as high as its number. A day without an entry is a dim dash."""
    return digits(row, 1) if in_ascii else heights(row, low, high, height=1)


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

    The words of a scale are beside its line, or under it where they would break or the scales are side by side. In ASCII nothing
    looks like a height, so the numbers themselves are printed.
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


def heights(row: Marks, low: int, high: int, *, height: int, below: int = 0, wide: int = 1) -> Text:
    """Return one row of columns that are `height` rows high, with a gap between two columns if they are wide.

    `below` is how many rows are under this one.
    """

    def sign(value: float) -> str:
        level = _level(value, low, high, height * len(LEVELS)) - below * len(LEVELS)
        return f" {LEVELS}"[max(0, min(level, len(LEVELS)))]

    return _signs(row, sign, " " if below else NO_ENTRY, repeated=max(1, wide - 1), wide=wide)


def digits(row: Marks, wide: int) -> Text:
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
