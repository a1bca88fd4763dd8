"""The status page: where someone is in the program, drawn with rich, and the same in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid

from exback.engine.sentences import coming_sentence, day_sentence, next_opening
from exback.engine.status import WITHHELD, State, Status, StepStatus, ending_words, endings
from exback.insights.streak import Streak
from exback.insights.stretches import figures, milestone_sentence, milestones_sentence
from exback.insights.summary import Summary
from exback.model.dates import in_minutes, in_words
from exback.model.program import Program, Stage
from exback.screen.pages.charts import bar
from exback.screen.pages.trends import draw_own, draw_weeks
from exback.screen.rendering import ACCENT, QUIET, Text, render

MARKS = {State.DONE: "●", State.STARTED: "◐", State.OPEN: "○", State.CLOSED: "·"}
LEGEND = {State.DONE: "done", State.STARTED: "begun", State.OPEN: "open", State.CLOSED: "not yet"}
NARROW = 60
BEGIN = "To begin: exback"
NOTHING = Summary()


def draw_status(
    program: Program,
    guide: Status,
    today: date,
    width: int,
    *,
    colour: bool,
    summary: Summary = NOTHING,
    in_ascii: bool = False,
) -> str:
    """Return the status page as text for a width in columns. `summary` is about the last weeks."""
    parts: list[RenderableType] = [Text(), *_days(program, guide, today, width, in_ascii=in_ascii)]
    parts += [_stages(program, guide, today, width), Text(), *draw_weeks(summary, width, in_ascii=in_ascii)]
    parts += [*_now(guide, today), *draw_own(summary)]
    return render(Padding(Group(*parts), (0, 1)), width, colour=colour)


def plain_status(program: Program, guide: Status, today: date, summary: Summary = NOTHING) -> Iterator[str]:
    """Yield the status as sentences, to be read aloud."""
    yield _day(guide, today)
    if guide.days:
        yield from _plain_days(program, guide, guide.days, today)
    for stage in _open_stages(program, guide):
        yield f"{stage.title}: {stage_words(guide, stage, today)}"
    yield from (f"{ending.step.title}: {ending_words(ending, today)}." for ending in endings(program, guide))
    yield from (scale.read for scale in summary.scales)
    if summary.rests_on:
        yield f"{summary.rests_on}."
    yield from (f"{label}: {words}" for label, words in _lines(guide, today))
    if not guide.runs:
        yield BEGIN
    if summary.own:
        yield f"{summary.own.lead} “{summary.own.words}”"


# The days


def _plain_days(program: Program, guide: Status, days: Streak, today: date) -> Iterator[str]:
    if days.day and not days.is_uncertain:
        yield f"Since {in_words(days.since, today)}."
    if _fills_up(guide, days):
        yield milestones_sentence(days)
    if sentence := milestone_sentence(days):
        yield sentence
    if parts := _figures(program, guide):
        yield f"{'; '.join(parts).capitalize()}."


def _days(program: Program, guide: Status, today: date, width: int, *, in_ascii: bool) -> Iterator[RenderableType]:
    days = guide.days
    if days is None:
        yield from (Text(_day(guide, today), style="bold"), Text())
        return
    since = "" if days.is_uncertain else f"since {in_words(days.since, today)}"
    yield _head(_day(guide, today), since, width)
    if _fills_up(guide, days):
        cells = min(days.of, width - 2)
        yield bar(days.day / days.of, cells)
        yield _milestones(days, cells)
    if sentence := milestone_sentence(days):
        yield Text(sentence)
    if parts := _figures(program, guide):
        between = "; " if in_ascii else " · "  # in ASCII a dot at the end of a line would look like a full stop
        yield Text(between.join(parts).capitalize(), style=QUIET)
    yield Text()


def _fills_up(guide: Status, days: Streak) -> bool:
    """Whether there is an end to fill up to: it opens something, and it's known how far off it is."""
    return not guide.leads_nowhere and not days.is_uncertain


def _head(left: str, right: str, width: int) -> RenderableType:
    if not right:
        return Text(left, style="bold")
    if len(left) + len(right) + 4 > width:
        return Group(Text(left, style="bold"), Text(right, style=QUIET))
    row = Grid.grid(expand=True)
    row.add_column()
    row.add_column(justify="right", no_wrap=True)
    row.add_row(Text(left, style="bold"), Text(right, style=QUIET))
    return row


def _milestones(days: Streak, cells: int) -> Text:
    """Return the milestones under the bar, each where its day ends, without those that would touch another."""
    line = ""
    for mark in days.milestones:
        end = round(cells * mark / days.of)
        number = str(mark)
        if mark <= days.of and end - len(number) >= len(line) + (1 if line else 0):
            line += number.rjust(end - len(line))
    return Text(line, style=QUIET, no_wrap=True)


def _day(guide: Status, today: date) -> str:
    if guide.days is None:
        return "Your contact rule is not made yet."
    return day_sentence(guide.days, today, withheld=guide.leads_nowhere)


def _figures(program: Program, guide: Status) -> tuple[str, ...]:
    held = [boundary.id for boundary in guide.boundaries]
    return () if guide.days is None else figures(guide.days, program.streak.thing, held)


# The stages


def _stages(program: Program, guide: Status, today: date, width: int) -> RenderableType:
    """Return a row for each stage; on a narrow screen its news is under it."""
    rows = []
    for stage in _open_stages(program, guide):
        signs = "" if stage.id in guide.ended else " ".join(MARKS[step.state] for step in guide.in_stage(stage))
        rows.append((stage.title, signs, news(guide, stage, today)))
    rows += [
        (ending.step.title, MARKS[State.DONE if ending.finished else State.STARTED], ending_words(ending, today))
        for ending in endings(program, guide)
    ]
    drawn = [_narrow(*row) for row in rows] if width < NARROW else [_wide(rows)]
    return Group(*drawn, _legend(rows))


def _legend(rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    """Return what the signs on the page mean; each sign stays with its word."""
    shown = {sign for _title, signs, _news in rows for sign in signs}
    meanings = (f"{MARKS[state]} {words}" for state, words in LEGEND.items() if MARKS[state] in shown)
    return Columns([Text(meaning, style=QUIET) for meaning in meanings], padding=(0, 2, 0, 0))


def _narrow(title: str, signs: str, news: str) -> RenderableType:
    if not signs:
        return Text.assemble(title, "  ", (news, QUIET))
    head = Text.assemble(title, "  ", (signs, ACCENT))
    return Group(head, Padding(Text(news, style=QUIET), (0, 0, 0, 2))) if news else head


def _wide(rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        grid.add_column(no_wrap=True)
    for title, signs, news in rows:
        grid.add_row(title, Text(signs, style=ACCENT), Text(news, style=QUIET))
    return grid


def _open_stages(program: Program, guide: Status) -> list[Stage]:
    """Return the stages without those that are withheld as a whole: six steps not done would look like a task."""
    return [stage for stage in program.stages if guide.in_stage(stage)]


def stage_words(guide: Status, stage: Stage, today: date) -> str:
    """Return the state of a stage in sentences."""
    steps, latest = guide.in_stage(stage), news(guide, stage, today)
    if stage.id in guide.ended:
        return f"{latest}."
    done = sum(1 for step in steps if step.state is State.DONE)
    return f"{done} of {len(steps)} steps done. {latest[:1].upper()}{latest[1:]}".strip()


def news(guide: Status, stage: Stage, today: date) -> str:
    """Return the news of a stage: what ended it, the next step in it, or why and until when it is closed."""
    if stage.id in guide.ended:
        return guide.ended[stage.id]
    steps = guide.in_stage(stage)
    if guide.next is not None and any(standing.step.id == guide.next.id for standing in steps):
        return f"next: {guide.next.title}"
    open_now = sum(1 for standing in steps if standing.may_begin and standing.state is State.OPEN)
    if open_now:
        return f"{open_now} open now"
    closed = [standing for standing in steps if not standing.may_begin and standing.state is State.CLOSED]
    if not closed:
        return ""
    return until(min(closed, key=lambda standing: (standing.date is None, standing.date or today)), today)


def until(standing: StepStatus, today: date) -> str:
    """Return until when a step is closed or, if that isn't known, why."""
    if standing.date is not None and standing.date > today:
        return f"opens {in_words(standing.date, today)}"
    return standing.reason[:1].lower() + standing.reason[1:].rstrip(".")


# What is to do


def _now(guide: Status, today: date) -> Iterator[RenderableType]:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, words in _lines(guide, today):
        grid.add_row(Text(label, style=ACCENT), words)
    yield grid
    if not guide.runs:
        yield Text(BEGIN)


def _lines(guide: Status, today: date) -> Iterator[tuple[str, str]]:
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
