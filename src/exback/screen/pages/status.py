"""Show where someone is in the program, drawn with rich or in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Column

from exback.engine.sentences import (
    coming_days,
    day_sentence,
    is_ahead,
    next_opening,
    no_rule_sentence,
    round_sentence,
    steps_done,
)
from exback.engine.status import WITHHELD, State, Status, StepStatus, ending_words, endings
from exback.insights.days_so_far import figures, milestone_sentence
from exback.insights.summary import Summary
from exback.model.dates import count, in_minutes, in_words
from exback.model.program import Program, Stage
from exback.model.streak import Streak
from exback.screen.pages.sparklines import bar, draw_weeks
from exback.screen.rendering import ACCENT, QUIET, Text, fitted, grid, render_page

MARKS = {State.DONE: "●", State.STARTED: "◐", State.OPEN: "○", State.CLOSED: "·"}
LEGEND = {State.DONE: "done", State.STARTED: "started", State.OPEN: "open", State.CLOSED: "not yet"}
NARROW = 60
BEGIN = "To begin: exback"
NOTHING = Summary()


def draw_status(
    program: Program,
    status: Status,
    today: date,
    width: int,
    *,
    colour: bool,
    summary: Summary = NOTHING,
    in_ascii: bool = False,
) -> str:
    """Return the status page as text for a width in columns. `summary` is about the last few weeks."""
    parts: list[RenderableType] = [Text(), *_days(status, today, width)]
    parts += [_stages(program, status, today, width), Text(), *draw_weeks(summary, width, in_ascii=in_ascii)]
    parts += [*_now(status, today), *_own(summary)]
    return render_page(parts, width, colour=colour)


def plain_status(program: Program, status: Status, today: date, summary: Summary = NOTHING) -> Iterator[str]:
    """Yield the status as sentences, to be read aloud."""
    yield _day(status, today)
    if status.days:
        yield from _plain_days(status, status.days, today)
    for stage in filter(status.in_stage, program.stages):
        yield f"{stage.title}: {stage_words(status, stage, today)}"
    yield from (f"{ending.step.title}: {ending_words(ending, today)}." for ending in endings(program, status))
    yield from (scale.read for scale in summary.scales)
    if summary.rests_on:
        yield f"{summary.rests_on}."
    yield from (f"{label}: {words}" for label, words in _lines(status, today))
    if not status.runs:
        yield BEGIN
    if summary.own:
        yield f"{summary.own.lead} “{summary.own.words}”"


# The days


def _plain_days(status: Status, streak: Streak, today: date) -> Iterator[str]:
    if since := _since(status, streak, today):
        yield f"{since.removesuffix('.')}."
    if sentence := milestone_sentence(streak):
        yield sentence
    yield from _figures(status, streak)


def _days(status: Status, today: date, width: int) -> Iterator[RenderableType]:
    streak = status.days
    if streak is None:
        yield from (Text(_day(status, today), style="bold"), Text())
        return
    yield _head(_day(status, today), _since(status, streak, today), width)
    if _has_bar(status, streak):
        yield bar(streak.day / streak.of, min(streak.of, width - 2))
    if sentence := milestone_sentence(streak):
        yield Text(sentence)
    if sentences := _figures(status, streak):
        yield Text(" ".join(sentences), style=QUIET)
    yield Text()


def _since(status: Status, streak: Streak, today: date) -> str:
    """Return since when the rule is running, or when it ended; empty where the sentence of the day says it."""
    if streak.day == 0 or streak.is_uncertain:
        return ""
    if streak.day > streak.of and not (status.leads_nowhere or streak.is_kept):
        return "" if streak.since_contact is None else f"Your rule ended on {in_words(streak.ends, today)}."
    return f"Since {in_words(streak.since, today)}"


def _has_bar(status: Status, streak: Streak) -> bool:
    """Whether to draw a bar: its end opens something, and it's known how far off that is."""
    return not status.leads_nowhere and not streak.is_uncertain


def _head(left: str, right: str, width: int) -> RenderableType:
    if not right:
        return Text(left, style="bold")
    if len(left) + len(right) + 4 > width:
        return Group(Text(left, style="bold"), Text(right, style=QUIET))
    row = Text(left, style="bold"), Text(right, style=QUIET)
    return grid([row], Column(), Column(justify="right", no_wrap=True), gap=0, expand=True)


def _day(status: Status, today: date) -> str:
    if status.days is None:
        return no_rule_sentence(status)
    return day_sentence(status.days, today, withheld=status.leads_nowhere)


def _figures(status: Status, streak: Streak) -> list[str]:
    left, boundaries = streak.of - streak.day, [boundary.id for boundary in status.boundaries]
    to_go = [f"You have {count(left, 'day')} to go."] if 1 < left < streak.of and _has_bar(status, streak) else []
    return [*to_go, *figures(streak, boundaries)]


# The stages


def _stages(program: Program, status: Status, today: date, width: int) -> RenderableType:
    """Return a row for each stage. On a narrow screen its news is on the next line."""
    rows = []
    # Stages that are withheld as a whole are left out: six steps not done would look like a task.
    for stage in filter(status.in_stage, program.stages):
        shown = [] if stage.id in status.ended else status.in_stage(stage)
        rows.append((stage.title, " ".join(MARKS[step.state] for step in shown), news(status, stage, today)))
    rows += [
        (ending.step.title, MARKS[State.DONE if ending.finished else State.STARTED], ending_words(ending, today))
        for ending in endings(program, status)
    ]
    drawn = _narrow(rows, width - 2) if width < NARROW else [_wide(rows)]
    return Group(*drawn, _legend(rows, width - 2))


def _legend(rows: Sequence[tuple[str, str, str]], width: int) -> RenderableType:
    """Return what the signs on the page mean. A line never breaks between a sign and its word."""
    shown = {sign for _title, signs, _news in rows for sign in signs}
    meanings = (f"{MARKS[state]} {words}" for state, words in LEGEND.items() if MARKS[state] in shown)
    return Text("\n".join(fitted(meanings, "  ", width)), style=QUIET)


def _narrow(rows: Sequence[tuple[str, str, str]], width: int) -> Iterator[RenderableType]:
    """Yield each row. Where the signs of one don't fit beside its title, all are drawn close together, so that none wraps."""
    is_tight = any(len(f"{title}  {signs}") > width for title, signs, _news in rows)
    for title, signs, news in rows:
        yield Text.assemble(
            title, "  ", (signs.replace(" ", "") if is_tight else signs, ACCENT) if signs else (news, QUIET)
        )
        if signs and news:
            yield Padding(Text(news, style=QUIET), (0, 0, 0, 2))


def _wide(rows: Sequence[tuple[str, str, str]]) -> RenderableType:
    cells = ((title, Text(signs, style=ACCENT), Text(news, style=QUIET)) for title, signs, news in rows)
    return grid(cells, Column(no_wrap=True), Column(no_wrap=True))


def stage_words(status: Status, stage: Stage, today: date) -> str:
    """Return the state of a stage in sentences."""
    steps, latest = status.in_stage(stage), news(status, stage, today)
    if stage.id in status.ended:
        return f"{latest}."
    done = sum(1 for step_status in steps if step_status.state == State.DONE)
    return f"{steps_done(done, len(steps))}. {latest}".strip()


def news(status: Status, stage: Stage, today: date) -> str:
    """Return the news of a stage: what ended it, its next step, or why and until when it is closed."""
    if stage.id in status.ended:
        return status.ended[stage.id]
    steps = status.in_stage(stage)
    if status.next is not None and any(step_status.step.id == status.next.id for step_status in steps):
        return f"Next: {status.next.title}"
    open_now = sum(1 for step_status in steps if step_status.may_begin and step_status.state == State.OPEN)
    if open_now:
        return f"{open_now} open now"
    usual = [step_status for step_status in steps if not step_status.step.opens_anyway]
    closed = [step_status for step_status in usual if not step_status.may_begin and step_status.state == State.CLOSED]
    closed.sort(key=lambda step_status: (step_status.date is None, step_status.date or today))
    if not closed:
        return ""
    if closed[0].date is not None and closed[0].date > today and any(each.state == State.DONE for each in steps):
        return f"Next step on {in_words(closed[0].date, today)}"
    return until(closed[0], today)


def until(step_status: StepStatus, today: date) -> str:
    """Return until when a step is closed or, if that isn't known, why."""
    if step_status.date is not None and step_status.date > today and not step_status.is_chance:
        opens = "You can look again" if step_status.has_run else "Opens"
        return f"{opens} on {in_words(step_status.date, today)}"
    return step_status.reason.rstrip(".")


# What is to do


def _now(status: Status, today: date) -> Iterator[RenderableType]:
    rows = ((Text(label, style=ACCENT), words) for label, words in _lines(status, today))
    yield grid(rows, Column(no_wrap=True), Column(overflow="fold"))
    if not status.runs:
        yield Text(BEGIN)


def _lines(status: Status, today: date) -> Iterator[tuple[str, str]]:
    if status.next is not None:
        following = status.step_status(status.next)
        is_new = not following.has_run and following.state == State.OPEN  # else the page that opens may be a later one
        minutes = f", about {in_minutes(status.next.minutes)}" if is_new else ""
        yield "Next", f"{status.next.title}{minutes}"
    if status.due:
        yield "To do", "; ".join(step.title for step in status.due)
    soon, ahead = next_opening(status, today), list(coming_days(status).items())[:1]
    is_said = soon is not None and is_ahead(status, soon) and soon.date == ahead[0][0]
    if status.next is None and soon is not None and soon.date is not None and not is_said:
        yield "Soon", f"{soon.step.title}, {in_words(soon.date, today)}"
    if status.paused_until is not None:
        yield "Paused", "until you go on" if status.is_stopped else f"until {in_words(status.paused_until, today)}"
    for day, words in ahead:
        yield ("Today", words) if day == today else ("Ahead", f"{in_words(day, today)}: {words}")
    if status.boundaries:
        yield "Closed", WITHHELD
    if status.began_again is not None:
        yield "Again", f"{round_sentence(status, today)} Everything you wrote before is still here."


def _own(summary: Summary) -> Iterator[RenderableType]:
    """Yield the sentence of the day, with an empty line above."""
    if summary.own is not None:
        yield Text()
        yield Text.assemble(summary.own.lead, " ", (f"“{summary.own.words}”", "italic"))
