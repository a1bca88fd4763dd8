"""x."""

from __future__ import annotations

from exback.commands.environment import Desk
from exback.errors import WrongUse


def insights(desk: Desk, part: str = "") -> int:
    """Show what the days add up to, or a part of it. Gives the exit code."""
    desk.heed_keys()
    from functools import partial

    from exback.commands.output import in_ascii, put, read
    from exback.insights.overview import PARTS, overview
    from exback.screen.pages.insights import draw_insights, plain_insights

    if part and part not in PARTS:
        raise WrongUse("The insights have no part of that name.", hint=f"There are: {', '.join(PARTS)}.")
    program = desk.program
    journey = desk.journey(program)
    sections = overview(program, journey, part)
    draw = partial(draw_insights, sections, journey.today, part=part, in_ascii=in_ascii())
    if not desk.shows_pages:
        put(desk, plain_insights(sections, part), draw)
        return 0
    return read("What the days show", draw)
