"""`exback step`: the map of all steps, or one step to open."""

from __future__ import annotations

from exback.commands.environment import Environment


def step(environment: Environment, step_id: str | None = None) -> int:
    """Show the map of steps, or open one step. Return the exit code."""
    if step_id is not None:
        return environment.start(step_id, looks_back=True)
    from functools import partial

    from exback.commands.output import show
    from exback.engine.status import status_of
    from exback.screen.pages.step_map import draw_map, plain_map

    program = environment.program
    journey = environment.journey()
    status = status_of(program, journey)
    draw = partial(draw_map, program, status, journey.today)
    return show(environment, "Your steps", plain_map(program, status, journey.today), draw)
