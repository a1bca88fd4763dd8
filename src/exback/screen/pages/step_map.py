"""Show every step that no boundary closes, with its state, drawn with rich or in plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Column

from exback.engine.status import State, Status, StepStatus
from exback.model.dates import on_day
from exback.model.program import Program, Stage
from exback.screen.pages.status import MARKS, until
from exback.screen.rendering import ACCENT, QUIET, Text, grid, render_page

MARK_WORDS = {State.DONE: "done", State.OPEN: "open", State.STARTED: "started", State.CLOSED: "closed"}


def draw_map(program: Program, status: Status, today: date, width: int, *, colour: bool) -> str:
    """Return the steps that may be named, with their states, as text for a width in columns."""
    parts: list[RenderableType] = []
    for stage in filter(status.in_stage, program.all_stages):
        parts += [Text(), Text(stage.title, style=f"bold {ACCENT}")]
        parts += [Padding(Text(reason, style=QUIET), (0, 0, 0, 1)) for reason in _ended(status, stage)]
        parts.append(_steps(status, stage, today))
    legend = "   ".join(f"{MARKS[state]} {MARK_WORDS[state]}" for state in MARK_WORDS)
    parts += [Text(), Text(legend, style=QUIET), Text("To open one: exback step ID", style=QUIET)]
    return render_page(parts, width, colour=colour)


def _ended(status: Status, stage: Stage) -> list[str]:
    """Return why an ending closes steps of a stage, and where to take it back: once for all of them."""
    return list(dict.fromkeys(each.reason for each in status.in_stage(stage) if each.closed_by))


def _steps(status: Status, stage: Stage, today: date) -> RenderableType:
    rows = []
    for step_status in status.in_stage(stage):
        is_closed = step_status.state == State.CLOSED and not step_status.closed_by
        title, again = step_status.step.title, _asked_again(step_status, today)
        words = until(step_status, today) if is_closed else f"{title}, asked again {again}" if again else title
        rows.append((MARKS[step_status.state], step_status.step.id, Text(words, style=QUIET)))
    return grid(rows, Column(no_wrap=True), Column(no_wrap=True))


def _asked_again(step_status: StepStatus, today: date) -> str:
    """Return when a step that may begin is asked again; empty if it isn't, or that isn't known."""
    day = step_status.date if step_status.may_begin else None
    return on_day(day, today) if day is not None and day > today else ""


def plain_map(program: Program, status: Status, today: date) -> Iterator[str]:
    """Yield the steps as sentences."""
    for stage in filter(status.in_stage, program.all_stages):
        yield " ".join([f"{stage.title}:", *_ended(status, stage)])
        for step_status in status.in_stage(stage):
            step, state = step_status.step, step_status.state
            mark = MARK_WORDS[state]
            name_and_mark = f"{step.title} {mark.capitalize()}" if step.title.endswith("?") else f"{step.title}: {mark}"
            line = f"{step.id}, {name_and_mark}."
            if state == State.CLOSED and not step_status.closed_by and (closed := until(step_status, today)):
                line = f"{line} {closed}."
            again = _asked_again(step_status, today)
            yield f"{line} Asked again {again}." if again else line
