"""The status page: where somebody is, drawn with rich, and the same in plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from exback.dates import count, in_minutes, in_words
from exback.guide import WITHHELD, Guide, Standing, State
from exback.insight import Days
from exback.program import Program, Stage
from exback.screen.page import ACCENT, QUIET, render
from exback.visit import coming_sentence, day_sentence, next_opening

MARKS = {State.DONE: "●", State.STARTED: "◐", State.OPEN: "○", State.CLOSED: "·", State.WITHHELD: "×"}
MARK_WORDS = {
    State.DONE: "done",
    State.STARTED: "begun",
    State.OPEN: "open",
    State.CLOSED: "closed",
    State.WITHHELD: "withheld",
}
BAR = 30
NARROW = 60


def draw_status(program: Program, guide: Guide, today: date, width: int, *, colour: bool) -> str:
    """Give the status page as text of a width."""
    parts: list[RenderableType] = [Text(), *_days(guide, today), _stages(program, guide, today, width)]
    parts += [Text(), *_now(guide, today)]
    return render(Padding(Group(*parts), (0, 1)), width, colour=colour)


def plain_status(program: Program, guide: Guide, today: date) -> Iterator[str]:
    """Give the status as sentences, to be read aloud."""
    yield _day(guide)
    if guide.days:
        yield _figures(guide.days).replace(" · ", ", ") + "."
    for stage in _open_stages(program, guide):
        steps = guide.in_stage(stage)
        done = sum(1 for one in steps if one.state is State.DONE)
        news = _news(guide, stage, today)
        yield f"{stage.title}: {done} of {len(steps)} steps done. {news[:1].upper()}{news[1:]}".strip()
    yield from (f"{label}: {words}" for label, words in _lines(guide, today))


def _days(guide: Guide, today: date) -> Iterator[RenderableType]:
    days = guide.days
    if days is None:
        return
    filled = min(BAR, round(BAR * days.day / days.of))
    yield Text.assemble((_day(guide), "bold"), (f"  since {in_words(days.since, today)}", QUIET), overflow="fold")
    yield Text.assemble(("█" * filled, ACCENT), ("░" * (BAR - filled), QUIET))
    yield Text(_figures(days), style=QUIET)
    yield Text()


def _day(guide: Guide) -> str:
    if guide.days is None:
        return "Your contact rule is not made yet."
    return day_sentence(guide.days, withheld=bool(guide.boundaries))


def _figures(days: Days) -> str:
    parts = [f"{count(days.apart, 'day')} kept in a row", f"longest {days.best}"]
    if days.breaks:
        parts.append(f"{days.total} days kept in all")
    if days.uncounted:
        parts.append(f"{count(days.uncounted, 'exception')}, not counted")
    return " · ".join(parts).capitalize()


def _stages(program: Program, guide: Guide, today: date, width: int) -> RenderableType:
    """Draw a row for each stage; on a narrow screen its news stands under it."""
    grid = Grid.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        grid.add_column(no_wrap=True)
    rows: list[RenderableType] = []
    for stage in _open_stages(program, guide):
        marks = Text(" ".join(MARKS[one.state] for one in guide.in_stage(stage)), style=ACCENT)
        news = Text(_news(guide, stage, today), style=QUIET)
        if width < NARROW:
            rows += [Text.assemble(stage.title, "  ", marks), Padding(news, (0, 0, 0, 2))]
        else:
            grid.add_row(stage.title, marks, news)
    return Group(*rows) if rows else grid


def _open_stages(program: Program, guide: Guide) -> list[Stage]:
    """Leave out a stage that is withheld as a whole: six steps not done would be a task still to do."""
    return [stage for stage in program.stages if not all(one.state is State.WITHHELD for one in guide.in_stage(stage))]


def _news(guide: Guide, stage: Stage, today: date) -> str:
    """Give what there is to say of a stage: the next step in it, or why and until when it is closed."""
    steps = guide.in_stage(stage)
    if guide.next is not None and any(one.step.id == guide.next.id for one in steps):
        return f"next: {guide.next.title}"
    open_now = sum(1 for one in steps if one.may_begin and one.state is State.OPEN)
    if open_now:
        return f"{open_now} open now"
    shut = [one for one in steps if not one.may_begin and one.state is State.CLOSED]
    if not shut:
        return ""
    return _until(min(shut, key=lambda one: (one.date is None, one.date or today)), today)


def _until(standing: Standing, today: date) -> str:
    if standing.date is not None and standing.date > today:
        return f"opens {in_words(standing.date, today)}"
    return standing.reason[:1].lower() + standing.reason[1:].rstrip(".")


def _now(guide: Guide, today: date) -> Iterator[RenderableType]:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column()
    for label, words in _lines(guide, today):
        grid.add_row(Text(label, style=ACCENT), words)
    yield grid
    if not guide.runs:
        yield Text("To begin: exback")


def _lines(guide: Guide, today: date) -> Iterator[tuple[str, str]]:
    if guide.next is not None:
        yield "Next", f"{guide.next.title}, about {in_minutes(guide.next.minutes)}"
    if guide.due:
        yield "Today", "; ".join(step.title for step in guide.due)
    soon = next_opening(guide, today)
    if guide.next is None and soon is not None and soon.date is not None:
        yield "Soon", f"{soon.step.title}, {in_words(soon.date, today)}"
    if guide.paused_until is not None:
        yield "Pause", f"until {in_words(guide.paused_until, today)}"
    if guide.coming:
        yield "Ahead", coming_sentence(guide.coming[0], guide, today)
    if guide.boundaries:
        yield "Closed", WITHHELD
    if guide.walks > 1:
        yield "Walk", f"number {guide.walks}; all that you wrote before is kept"


def draw_map(program: Program, guide: Guide, today: date, width: int, *, colour: bool) -> str:
    """Give the map of all steps with their states as text of a width."""
    parts: list[RenderableType] = []
    for stage in program.all_stages:
        parts += [Text(), Text(stage.title, style=f"bold {ACCENT}"), _steps(guide, stage, today)]
    legend = "   ".join(f"{MARKS[state]} {MARK_WORDS[state]}" for state in State)
    parts += [Text(), Text(legend, style=QUIET), Text("To open one: exback step ID", style=QUIET)]
    return render(Padding(Group(*parts), (0, 1)), width, colour=colour)


def _steps(guide: Guide, stage: Stage, today: date) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column()
    for one in guide.in_stage(stage):
        why = _until(one, today) if one.state is State.CLOSED else one.step.title
        grid.add_row(MARKS[one.state], one.step.id, Text(why, style=QUIET))
    return grid


def plain_map(program: Program, guide: Guide, today: date) -> Iterator[str]:
    """Give the map as sentences."""
    for stage in program.all_stages:
        yield f"{stage.title}:"
        for one in guide.in_stage(stage):
            until = f", {_until(one, today)}" if one.state is State.CLOSED else ""
            yield f"{one.step.id}, {one.step.title}: {MARK_WORDS[one.state]}{until}."
