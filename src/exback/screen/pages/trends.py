"""Draw the last few weeks for the status page: a row of marks for each scale, and a sentence the person wrote."""

from __future__ import annotations

from collections.abc import Iterator

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding

from exback.insights.chart import marks
from exback.insights.summary import DAYS, Summary
from exback.screen.pages.charts import caption, legend, sparkline
from exback.screen.rendering import QUIET, Text

WIDE = 100


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


def draw_own(summary: Summary) -> Iterator[RenderableType]:
    """Yield the sentence of the day, with an empty line above."""
    if summary.own is not None:
        yield Text()
        yield Text.assemble(summary.own.lead, " ", (f"“{summary.own.words}”", "italic"))
