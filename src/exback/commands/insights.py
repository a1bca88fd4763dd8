"""x."""

from __future__ import annotations

from exback.commands.environment import Environment
from exback.errors import WrongUse


def insights(environment: Environment, part: str = "") -> int:
    """Show what the days add up to, or a part of it. Gives the exit code."""
    environment.heed_keys()
    from functools import partial

    from exback.commands.output import in_ascii, put, read
    from exback.insights.overview import PARTS, overview
    from exback.screen.pages.insights import draw_insights, plain_insights

    if part and part not in PARTS:
        raise WrongUse("The insights have no part of that name.", hint=f"There are: {', '.join(PARTS)}.")
    program = environment.program
    journey = environment.journey(program)
    sections = overview(program, journey, part)
    draw = partial(draw_insights, sections, journey.today, part=part, in_ascii=in_ascii())
    if not environment.shows_pages:
        put(environment, plain_insights(sections, part), draw)
        return 0
    return read("What the days show", draw)
