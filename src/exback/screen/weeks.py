"""The last weeks on the status page: a row of marks for each scale with its words, and a sentence of one's own."""

from __future__ import annotations

from collections.abc import Iterator

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from exback.insights.chart import Marks, marks
from exback.insights.summary import DAYS, Glance, Glimpse
from exback.screen.charts import caption, legend, sparkline
from exback.screen.page import QUIET

WIDE = 100


def draw_weeks(seen: Glance, width: int, *, in_ascii: bool = False) -> Iterator[RenderableType]:
    """Draw the scales of the last weeks, side by side on a wide screen; nothing where nothing was told.

    In ASCII nothing looks like a height, so that the numbers themselves stand there.
    """
    if not seen.lines:
        return
    named = max(len(one.line.title) for one in seen.lines)
    room = max(1, min(DAYS, width - 4 - named))
    days = 1 + max((point.ago for one in seen.lines for point in one.line.points), default=0)
    rows = [marks(one.line, room, days=days) for one in seen.lines]
    drawn = [(one, _drawn(one, row, named, in_ascii=in_ascii)) for one, row in zip(seen.lines, rows, strict=True)]
    if width >= WIDE:
        pairs = [Group(line, Padding(Text(one.says, style=QUIET), (0, 0, 0, named + 2))) for one, line in drawn]
        yield Columns(pairs, padding=(0, 4))
    else:
        for one, line in drawn:
            yield from _beside(one, line, width)
    yield caption(filter(None, (seen.told, seen.bounds, *legend(rows, in_ascii=in_ascii))), width - 2)
    yield Text()


def _drawn(one: Glimpse, row: Marks, named: int, *, in_ascii: bool) -> Text:
    line = sparkline(row, one.line.low, one.line.high, in_ascii=in_ascii)
    return Text.assemble(one.line.title.ljust(named + 2), line, no_wrap=True)


def _beside(one: Glimpse, line: Text, width: int) -> Iterator[RenderableType]:
    """Give a line and what it says: beside it, or under it where that would break."""
    if line.cell_len + len(one.says) + 4 <= width:
        yield Text.assemble(line, "  ", (one.says, QUIET))
    else:
        yield line
        yield Padding(Text(one.says, style=QUIET), (0, 0, 0, 2))


def draw_own(seen: Glance) -> Iterator[RenderableType]:
    """Draw the sentence of the day, with an empty line above."""
    if seen.own is not None:
        yield Text()
        yield Text.assemble(seen.own.lead, " ", (f"“{seen.own.words}”", "italic"))
