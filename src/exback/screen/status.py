"""The status page: where somebody is, drawn with rich, and the same in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from exback.dates import in_minutes, in_words
from exback.guide import WITHHELD, Guide, Standing, State, ending_words, endings
from exback.insights.streak import Streak
from exback.insights.stretches import figures, milestone_sentence, milestones_sentence
from exback.insights.summary import Glance
from exback.program import Program, Stage
from exback.screen.charts import bar
from exback.screen.page import ACCENT, QUIET, render
from exback.screen.weeks import draw_own, draw_weeks
from exback.visit import coming_sentence, day_sentence, next_opening

MARKS = {State.DONE: "●", State.STARTED: "◐", State.OPEN: "○", State.CLOSED: "·", State.WITHHELD: "×"}
LEGEND = {State.DONE: "done", State.STARTED: "begun", State.OPEN: "open", State.CLOSED: "not yet"}
NARROW = 60
BEGIN = "To begin: exback"
NOTHING = Glance()


def draw_status(
    program: Program,
    guide: Guide,
    today: date,
    width: int,
    *,
    colour: bool,
    seen: Glance = NOTHING,
    in_ascii: bool = False,
) -> str:
    """Give the status page as text of a width. `seen` is what the last weeks show."""
    parts: list[RenderableType] = [Text(), *_days(program, guide, today, width, in_ascii=in_ascii)]
    parts += [_stages(program, guide, today, width), Text(), *draw_weeks(seen, width, in_ascii=in_ascii)]
    parts += [*_now(guide, today), *draw_own(seen)]
    return render(Padding(Group(*parts), (0, 1)), width, colour=colour)


def plain_status(program: Program, guide: Guide, today: date, seen: Glance = NOTHING) -> Iterator[str]:
    """Give the status as sentences, to be read aloud."""
    yield _day(guide, today)
    if guide.days:
        yield from _told_days(program, guide, guide.days, today)
    for stage in _open_stages(program, guide):
        yield f"{stage.title}: {stage_words(guide, stage, today)}"
    yield from (f"{one.step.title}: {ending_words(one, today)}." for one in endings(program, guide))
    yield from (one.read for one in seen.lines)
    if seen.told:
        yield f"{seen.told}."
    yield from (f"{label}: {words}" for label, words in _lines(guide, today))
    if not guide.runs:
        yield BEGIN
    if seen.own:
        yield f"{seen.own.lead} “{seen.own.words}”"


# The days


def _told_days(program: Program, guide: Guide, days: Streak, today: date) -> Iterator[str]:
    if days.day and not days.is_uncertain:
        yield f"Since {in_words(days.since, today)}."
    if _fills_up(guide, days):
        yield milestones_sentence(days)
    if sentence := milestone_sentence(days):
        yield sentence
    if told := _figures(program, guide):
        yield f"{'; '.join(told).capitalize()}."


def _days(program: Program, guide: Guide, today: date, width: int, *, in_ascii: bool) -> Iterator[RenderableType]:
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
    if told := _figures(program, guide):
        between = "; " if in_ascii else " · "  # a line may break there, where no dot can be told from a full stop
        yield Text(between.join(told).capitalize(), style=QUIET)
    yield Text()


def _fills_up(guide: Guide, days: Streak) -> bool:
    """Tell whether there is an end to fill up to: it opens something, and how far it is off is known."""
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
    """Give the milestones under the bar, each where its day ends; one that would touch another is left out."""
    line = ""
    for mark in days.milestones:
        end = round(cells * mark / days.of)
        number = str(mark)
        if mark <= days.of and end - len(number) >= len(line) + (1 if line else 0):
            line += number.rjust(end - len(line))
    return Text(line, style=QUIET, no_wrap=True)


def _day(guide: Guide, today: date) -> str:
    if guide.days is None:
        return "Your contact rule is not made yet."
    return day_sentence(guide.days, today, withheld=guide.leads_nowhere)


def _figures(program: Program, guide: Guide) -> tuple[str, ...]:
    held = [boundary.id for boundary in guide.boundaries]
    return () if guide.days is None else figures(guide.days, program.streak.thing, held)


# The stages


def _stages(program: Program, guide: Guide, today: date, width: int) -> RenderableType:
    """Draw a row for each stage; on a narrow screen its news stands under it."""
    rows = []
    for stage in _open_stages(program, guide):
        signs = "" if stage.id in guide.ended else " ".join(MARKS[one.state] for one in guide.in_stage(stage))
        rows.append((stage.title, signs, news(guide, stage, today)))
    rows += [
        (one.step.title, MARKS[State.DONE if one.finished else State.STARTED], ending_words(one, today))
        for one in endings(program, guide)
    ]
    drawn = [_narrow(*row) for row in rows] if width < NARROW else [_wide(rows)]
    return Group(*drawn, _legend(rows))


def _legend(rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    """Say what the signs mean that stand on the page; no sign is parted from its word."""
    shown = {sign for _title, signs, _told in rows for sign in signs}
    told = (f"{MARKS[state]} {words}" for state, words in LEGEND.items() if MARKS[state] in shown)
    return Columns([Text(words, style=QUIET) for words in told], padding=(0, 2, 0, 0))


def _narrow(title: str, signs: str, told: str) -> RenderableType:
    if not signs:
        return Text.assemble(title, "  ", (told, QUIET))
    head = Text.assemble(title, "  ", (signs, ACCENT))
    return Group(head, Padding(Text(told, style=QUIET), (0, 0, 0, 2))) if told else head


def _wide(rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    for _ in range(2):
        grid.add_column(no_wrap=True)
    for title, signs, told in rows:
        grid.add_row(title, Text(signs, style=ACCENT), Text(told, style=QUIET))
    return grid


def _open_stages(program: Program, guide: Guide) -> list[Stage]:
    """Leave out a stage that is withheld as a whole: six steps not done would be a task still to do."""
    return [stage for stage in program.stages if not all(one.state is State.WITHHELD for one in guide.in_stage(stage))]


def stage_words(guide: Guide, stage: Stage, today: date) -> str:
    """Give how a stage stands, in sentences."""
    steps, told = guide.in_stage(stage), news(guide, stage, today)
    if stage.id in guide.ended:
        return f"{told}."
    done = sum(1 for one in steps if one.state is State.DONE)
    return f"{done} of {len(steps)} steps done. {told[:1].upper()}{told[1:]}".strip()


def news(guide: Guide, stage: Stage, today: date) -> str:
    """Give what there is to say of a stage: what closed it, the next step in it, or why and until when it is closed."""
    if stage.id in guide.ended:
        return guide.ended[stage.id]
    steps = guide.in_stage(stage)
    if guide.next is not None and any(one.step.id == guide.next.id for one in steps):
        return f"next: {guide.next.title}"
    open_now = sum(1 for one in steps if one.may_begin and one.state is State.OPEN)
    if open_now:
        return f"{open_now} open now"
    shut = [one for one in steps if not one.may_begin and one.state is State.CLOSED]
    if not shut:
        return ""
    return until(min(shut, key=lambda one: (one.date is None, one.date or today)), today)


def until(standing: Standing, today: date) -> str:
    """Give until when a step is closed or, where that is not known, why."""
    if standing.date is not None and standing.date > today:
        return f"opens {in_words(standing.date, today)}"
    return standing.reason[:1].lower() + standing.reason[1:].rstrip(".")


# What is to do


def _now(guide: Guide, today: date) -> Iterator[RenderableType]:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for label, words in _lines(guide, today):
        grid.add_row(Text(label, style=ACCENT), words)
    yield grid
    if not guide.runs:
        yield Text(BEGIN)


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
