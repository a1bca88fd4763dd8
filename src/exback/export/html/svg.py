"""Charts as SVG within the page: legible without colour, each with a title and its sentence for screen readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exback.export.html.elements import Markup, element
from exback.insights.chart import Bars, Drawing, Lines, Row
from exback.insights.series import SPANS, Line, Marks, entry_marks, marks
from exback.model.dates import short

WIDTH = 340.0
"""The width of a figure on a phone, so that its text is as large there as all other text. All lengths are in SVG units."""
TEXT = 14.0
ROW = 38.0
BAR = 10.0
FIELD = 84.0
"""The height in which a line is drawn, from its lowest number to its highest."""
LEFT = 24.0
GAP = 24.0
MOST = 140
"""The most marks of one line that the eye can tell apart; more days are drawn as averages."""
DOTS = 60


def svg(chart_id: str, title: str, says: str, drawing: Drawing) -> Markup:
    """Return a drawing as an `svg` element. `chart_id` must be unique on the page."""
    parts, height = _bars(drawing) if isinstance(drawing, Bars) else _lines(drawing)
    return element(
        "svg",
        element("title", title, id=f"{chart_id}-title"),
        element("desc", says, id=f"{chart_id}-says"),
        parts,
        role="img",
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        aria_labelledby=f"{chart_id}-title",
        aria_describedby=f"{chart_id}-says",
    )


def _bars(bars: Bars) -> tuple[list[Markup], float]:
    """Return a bar for each label, and their height. Titled rows are one below the other, so they need no colours."""
    parts: list[Markup] = []
    top = 0.0
    for row in bars.rows:
        if row.title:
            parts.append(_text(row.title, 0, top + TEXT, "name"))
            top += TEXT + 8
        parts += _row(bars.labels, row, bars.full, top)
        top += ROW * len(bars.labels) + (10 if row.title else 0)
    return parts, top


def _row(labels: Sequence[str], row: Row, full: float, top: float) -> Iterator[Markup]:
    for index, (label, value, beside) in enumerate(zip(labels, row.values, row.figures, strict=True)):
        y = top + index * ROW
        yield _text(label, 0, y + TEXT)
        yield _text(beside, WIDTH, y + TEXT, "figure")
        yield element("rect", class_="full", x=0, y=y + TEXT + 5, width=WIDTH, height=BAR, rx=2)
        if value:
            wide = max(2.0, WIDTH * min(1.0, value / full))
            yield element("rect", class_="bar", x=0, y=y + TEXT + 5, width=wide, height=BAR, rx=2)


def _lines(lines: Lines) -> tuple[list[Markup], float]:
    """Return a field for each line, and their height; more than two are in two columns, so that they fit on a page of paper."""
    columns = 2 if len(lines.lines) > 2 else 1
    wide = (WIDTH - GAP * (columns - 1)) / columns
    named = len(lines.lines) > 1
    high = FIELD + TEXT + 22 + (TEXT + 6 if named else 0)
    parts: list[Markup] = []
    for index, line in enumerate(lines.lines):
        left, top = (wide + GAP) * (index % columns), high * (index // columns)
        if named:
            parts.append(_text(line.title, left, top + TEXT, "name"))
            top += TEXT + 6
        parts += _line(line, left, top, wide, by_day=lines.by_day)
    return parts, high * -(-len(lines.lines) // columns)


def _line(line: Line, left: float, top: float, wide: float, *, by_day: bool) -> Iterator[Markup]:
    """Yield one line with its lowest and highest number at the side, and its first and last day below."""
    row = _marks(line, by_day=by_day)
    begin, end = left + LEFT, left + wide
    for number, y in ((line.high, top + 8), (line.low, top + 8 + FIELD)):
        yield element("line", class_="edge", x1=begin, x2=end, y1=y, y2=y)
        yield _text(str(number), begin - 6, y + 5, "figure")
    step = (wide - LEFT - 12) / max(1, len(row.values) - 1)
    unit = FIELD / max(1, line.high - line.low)
    points = [
        None if value is None else (begin + 6 + index * step, top + 8 + unit * (line.high - value))
        for index, value in enumerate(row.values)
    ]
    yield from _strokes(points, far=3 if by_day else 1)
    if _has_dots(row):
        yield from (_dot(*point, radius=3) for point in points if point)
    if line.points:
        y = top + 8 + FIELD + TEXT + 6
        yield _text(short(line.points[0].day), begin, y, "quiet")
        yield _text(short(line.points[-1].day), end, y, "quiet figure")


def reading(drawing: Drawing) -> str:
    """Return the sentence that says what a mark stands for; empty for bars, which have their numbers beside them."""
    if isinstance(drawing, Bars):
        return ""
    if not drawing.by_day:
        return "The marks are evenly spaced, however much time passed between them."
    row = _marks(drawing.lines[0], by_day=True)
    stands_for, _ = SPANS[row.span]
    if _has_dots(row):
        return f"Each dot is {stands_for}, from the first entry to the last."
    return f"Each point of the line is {stands_for}, from the first entry to the last."


def _marks(line: Line, *, by_day: bool) -> Marks:
    """Return the marks of a line, from its first entry to its last."""
    if not by_day:
        return entry_marks(line.points)
    row = marks(line, MOST)
    last = max((index for index, value in enumerate(row.values) if value is not None), default=-1)
    return Marks(row.values[: last + 1], row.span)


def _has_dots(row: Marks) -> bool:
    return sum(value is not None for value in row.values) <= DOTS


def _strokes(points: Sequence[tuple[float, float] | None], far: int) -> Iterator[Markup]:
    """Join points that are at most `far` marks apart; across a longer gap nothing is known, and nothing is drawn."""
    strokes: list[list[tuple[float, float]]] = []
    last = 0
    for index, point in enumerate(points):
        if point is None:
            continue
        if not strokes or index - last > far:
            strokes.append([])
        strokes[-1].append(point)
        last = index
    for stroke in strokes:
        if len(stroke) > 1:
            yield element("polyline", class_="stroke", points=" ".join(f"{x:.1f},{y:.1f}" for x, y in stroke))
        else:
            yield _dot(*stroke[0], radius=2)


def _dot(x: float, y: float, radius: int) -> Markup:
    return element("circle", class_="dot", cx=x, cy=y, r=radius)


def _text(words: str, x: float, y: float, class_: str = "") -> Markup:
    return element("text", words, x=x, y=y, class_=class_ or None)
