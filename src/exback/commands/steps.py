"""x."""

from __future__ import annotations

from functools import partial

from exback.commands.environment import Desk
from exback.commands.output import put

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from datetime import date

    from exback.engine.status import Guide
    from exback.model.program import Program


def step(desk: Desk, step_id: str | None = None) -> int:
    """Show the map of steps, or open one. Gives the exit code."""
    if step_id is not None:
        return desk.visit(step_id)
    program = desk.program
    journey = desk.journey(program)
    from exback.engine.status import look

    show_map(desk, program, look(program, journey), journey.today)
    return 0


def show_map(desk: Desk, program: Program, guide: Guide, today: date) -> None:
    """Print the map."""
    from exback.screen.pages.step_map import draw_map, plain_map

    put(desk, plain_map(program, guide, today), partial(draw_map, program, guide, today))
