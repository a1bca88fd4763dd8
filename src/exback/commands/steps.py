"""x."""

from __future__ import annotations

from functools import partial

from exback.commands.environment import Environment
from exback.commands.output import put

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from datetime import date

    from exback.engine.status import Status
    from exback.model.program import Program


def step(environment: Environment, step_id: str | None = None) -> int:
    """Show the map of steps, or open one. Gives the exit code."""
    if step_id is not None:
        return environment.start(step_id)
    program = environment.program
    journey = environment.journey(program)
    from exback.engine.status import status_of

    show_map(environment, program, status_of(program, journey), journey.today)
    return 0


def show_map(environment: Environment, program: Program, guide: Status, today: date) -> None:
    """Print the map."""
    from exback.screen.pages.step_map import draw_map, plain_map

    put(environment, plain_map(program, guide, today), partial(draw_map, program, guide, today))
