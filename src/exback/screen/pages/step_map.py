"""The map: every step that no boundary closes, with its state, drawn with rich, and the same in plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid

from exback.engine.status import State, Status
from exback.model.program import Program, Stage
from exback.screen.pages.status import MARKS, until
from exback.screen.rendering import ACCENT, QUIET, Text, render

MARK_WORDS = {
    State.DONE: "done",
    State.OPEN: "open",
    State.STARTED: "begun",
    State.CLOSED: "closed",
}


def draw_map(program: Program, guide: Status, today: date, width: int, *, colour: bool) -> str:
    """Return the map of the steps that may be named, with their states, as text of a width."""
    parts: list[RenderableType] = []
    for stage in _named(program, guide):
        parts += [Text(), Text(stage.title, style=f"bold {ACCENT}"), _steps(guide, stage, today)]
    legend = "   ".join(f"{MARKS[state]} {MARK_WORDS[state]}" for state in MARK_WORDS)
    parts += [Text(), Text(legend, style=QUIET), Text("To open one: exback step ID", style=QUIET)]
    return render(Padding(Group(*parts), (0, 1)), width, colour=colour)


def _named(program: Program, guide: Status) -> list[Stage]:
    return [stage for stage in program.all_stages if guide.in_stage(stage)]


def _steps(guide: Status, stage: Stage, today: date) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column()
    for one in guide.in_stage(stage):
        why = until(one, today) if one.state is State.CLOSED else one.step.title
        grid.add_row(MARKS[one.state], one.step.id, Text(why, style=QUIET))
    return grid


def plain_map(program: Program, guide: Status, today: date) -> Iterator[str]:
    """Give the map as sentences."""
    for stage in _named(program, guide):
        yield f"{stage.title}:"
        for one in guide.in_stage(stage):
            closed = f", {until(one, today)}" if one.state is State.CLOSED else ""
            yield f"{one.step.id}, {one.step.title}: {MARK_WORDS[one.state]}{closed}."
