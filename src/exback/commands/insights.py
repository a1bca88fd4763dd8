"""`exback insights`: what the days show, drawn or in plain lines."""

from __future__ import annotations

from functools import partial

from exback.commands.environment import Environment
from exback.commands.output import in_ascii, put, read
from exback.errors import WrongUse
from exback.insights.overview import PARTS, overview
from exback.screen.pages.insights import draw_insights, plain_insights


def insights(environment: Environment, part: str = "") -> int:
    """Show what the days add up to, or one part of it. Return the exit code. Raises WrongUse for an unknown part."""
    if part and part not in PARTS:
        raise WrongUse("There's no part with that name.", hint=f"The parts are: {', '.join(PARTS)}.")
    journey = environment.journey()
    sections = overview(environment.program, journey, part)
    draw = partial(draw_insights, sections, part=part, in_ascii=in_ascii())
    if environment.shows_pages:
        return read("What your days show", draw)
    return put(environment, plain_insights(sections, part), draw)
