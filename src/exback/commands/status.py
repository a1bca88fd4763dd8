"""x."""

from __future__ import annotations

from functools import partial
from shutil import get_terminal_size

from exback.commands.environment import Desk
from exback.commands.output import WIDEST, in_ascii, page_width, put, read
from exback.console import hand_over
from exback.errors import WrongUse

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from exback.engine.status import Guide
    from exback.model.journey import Journey
    from exback.model.program import Program


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
    from exback.engine.status import look

    return show_status(desk, program, look(program, journey), journey)


def _for_programs(desk: Desk, program: Program) -> str:
    from exback.commands.status_json import status_json
    from exback.engine.status import look
    from exback.insights.series import line

    progress = desk.store.load()
    journey = program.journey(progress.runs, desk.clock())
    lines = [line(program, journey, series) for series in program.patterns.daily]
    store = desk.store
    return status_json(look(program, journey), lines, store.path, progress.revision, is_locked=store.is_locked)


def show_status(desk: Desk, program: Program, guide: Guide, journey: Journey) -> int:
    """Print the status or, where its head would scroll away, let somebody read it from there. Gives the exit code."""
    from exback.insights.summary import summary_of
    from exback.screen.pages.status import draw_status, plain_status

    summary = summary_of(program, journey, guide.days, held=bool(guide.boundaries))
    draw = partial(draw_status, program, guide, journey.today, summary=summary, in_ascii=in_ascii())
    if desk.shows_pages and draw(page_width(WIDEST), colour=False).count("\n") > get_terminal_size().lines:
        return read("Where you are", draw)
    put(desk, plain_status(program, guide, journey.today, summary), draw)
    return 0
