"""The command lines of every day, and what they do. They are understood here, without the library that parses all others:
to load that one takes four times as long as to start Python, and in the moment of an urge somebody waits for it.

A test holds that both ways do the same.
"""

from __future__ import annotations

from exback.commands.environment import Desk
from exback.console import hand_over
from exback.errors import WrongUse

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Callable

    from exback.model.program import Program

COMPANION = {
    "checkin": ("check-in", "Your day in under a minute."),
    "urge": ("urge", "You want to write to them: ten minutes with you first."),
    "contact": ("contact", "There was contact: write down what it was, and what it teaches."),
    "look": ("look", "You looked at their profile, or asked about them."),
    "letter": ("letter", "A letter that is never sent: keep it, put it by, or burn it."),
    "reply": ("they-wrote", "They wrote to you: think before you answer."),
    "dates": ("hard-dates", "A day that will be hard, and a plan for it."),
    "pause": ("pause", "Stop the plan for a while without losing anything."),
}
"""The steps that have a command of their own: its name, the step's id, and what help says."""


def known(words: list[str]) -> Callable[[Desk], int] | None:
    """Give what a command line without its global options asks for, None if it is not one of every day."""
    match words:
        case []:
            return Desk.visit
        case [name] if name in COMPANION:
            step_id = COMPANION[name][0]
            return lambda desk: desk.visit(step_id)
        case ["step"]:
            return step
        case ["step", step_id] if not step_id.startswith("-"):
            return lambda desk: step(desk, step_id)
        case ["status"]:
            return status
        case ["status", "--json"]:
            return lambda desk: status(desk, as_json=True)
        case ["status", "--short"]:
            return lambda desk: status(desk, short=True)
    return None


def step(desk: Desk, step_id: str | None = None) -> int:
    """Show the map of steps, or open one. Gives the exit code."""
    if step_id is not None:
        return desk.visit(step_id)
    program = desk.program
    journey = desk.journey(program)
    from exback.commands.output import show_map
    from exback.engine.status import look

    show_map(desk, program, look(program, journey), journey.today)
    return 0


def status(desk: Desk, *, as_json: bool = False, short: bool = False) -> int:
    """Say where somebody is: on a page, for programs, or in one line for a shell. Gives the exit code."""
    if as_json and short:
        raise WrongUse("--json and --short can't both be had.", hint="exback status --help shows what there is.")
    if short:
        print(desk.short_line())
        return 0
    program = desk.program
    if as_json:
        hand_over(f"{_for_programs(desk, program)}\n")
        return 0
    journey = desk.journey(program)
    from exback.commands.output import show_status
    from exback.engine.status import look

    return show_status(desk, program, look(program, journey), journey)


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


def _for_programs(desk: Desk, program: Program) -> str:
    from exback.commands.status_json import status_json
    from exback.engine.status import look
    from exback.insights.series import line

    progress = desk.store.load()
    journey = program.journey(progress.runs, desk.clock())
    lines = [line(program, journey, series) for series in program.patterns.daily]
    store = desk.store
    return status_json(look(program, journey), lines, store.path, progress.revision, is_locked=store.is_locked)
