"""Draw the last few weeks for the status page: a row of marks for each scale, and a sentence the person wrote."""

from __future__ import annotations

from collections.abc import Iterator

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding

from exback.insights.chart import Marks, marks
from exback.insights.summary import DAYS, RecentScale, Summary
from exback.screen.pages.charts import caption, legend, sparkline
from exback.screen.rendering import QUIET, Text

WIDE = 100


def draw_weeks(summary: Summary, width: int, *, in_ascii: bool = False) -> Iterator[RenderableType]:
    """Yield the scales of the last few weeks, side by side on a wide screen; nothing without entries.

    In ASCII nothing looks like a height, so the numbers themselves are printed.
    """
    if not summary.scales:
        return
    longest = max(len(scale.line.title) for scale in summary.scales)
    columns = max(1, min(DAYS, width - 4 - longest))
    days = 1 + max((point.ago for scale in summary.scales for point in scale.line.points), default=0)
    rows = [marks(scale.line, columns, days=days) for scale in summary.scales]
    drawn = [
        (scale, _drawn(scale, row, longest, in_ascii=in_ascii)) for scale, row in zip(summary.scales, rows, strict=True)
    ]
    if width >= WIDE:
        pairs = [Group(line, Padding(Text(scale.says, style=QUIET), (0, 0, 0, longest + 2))) for scale, line in drawn]
        yield Columns(pairs, padding=(0, 4))
    else:
        for scale, line in drawn:
            yield from _with_words(scale, line, width)
    yield caption(filter(None, (summary.rests_on, summary.bounds, *legend(rows, in_ascii=in_ascii))), width - 2)
    yield Text()


def _drawn(scale: RecentScale, row: Marks, longest: int, *, in_ascii: bool) -> Text:
    line = sparkline(row, scale.line.low, scale.line.high, in_ascii=in_ascii)
    return Text.assemble(scale.line.title.ljust(longest + 2), line, no_wrap=True)


def _with_words(scale: RecentScale, line: Text, width: int) -> Iterator[RenderableType]:
    """Yield a line and its words: beside it, or under it where they would break."""
    if line.cell_len + len(scale.says) + 4 <= width:
        yield Text.assemble(line, "  ", (scale.says, QUIET))
    else:
        yield line
        yield Padding(Text(scale.says, style=QUIET), (0, 0, 0, 2))


def draw_own(summary: Summary) -> Iterator[RenderableType]:
    """Yield the sentence of the day, with an empty line above."""
    if summary.own is not None:
        yield Text()
        yield Text.assemble(summary.own.lead, " ", (f"“{summary.own.words}”", "italic"))
