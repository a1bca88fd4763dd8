"""x."""

from __future__ import annotations

from functools import partial
from shutil import get_terminal_size

from exback.commands.environment import Environment
from exback.commands.output import WIDEST, in_ascii, page_width, put, read
from exback.console import hand_over
from exback.errors import WrongUse

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from exback.engine.status import Status
    from exback.model.journey import Journey
    from exback.model.program import Program


def status(environment: Environment, *, as_json: bool = False, short: bool = False) -> int:
    """Say where somebody is: on a page, for programs, or in one line for a shell. Gives the exit code."""
    if as_json and short:
        raise WrongUse("--json and --short can't both be had.", hint="exback status --help shows what there is.")
    if short:
        print(environment.short_line())
        return 0
    program = environment.program
    if as_json:
        hand_over(f"{_for_programs(environment, program)}\n")
        return 0
    journey = environment.journey(program)
    from exback.engine.status import status_of

    return show_status(environment, program, status_of(program, journey), journey)


def _for_programs(environment: Environment, program: Program) -> str:
    from exback.commands.status_json import status_json
    from exback.engine.status import status_of
    from exback.insights.series import line

    progress = environment.store.load()
    journey = program.journey(progress.runs, environment.clock())
    lines = [line(program, journey, series) for series in program.tracking.daily]
    store = environment.store
    return status_json(status_of(program, journey), lines, store.path, progress.revision, is_locked=store.is_locked)


def show_status(environment: Environment, program: Program, guide: Status, journey: Journey) -> int:
    """Print the status or, where its head would scroll away, let somebody read it from there. Gives the exit code."""
    from exback.insights.summary import summary_of
    from exback.screen.pages.status import draw_status, plain_status

    summary = summary_of(program, journey, guide.days, held=bool(guide.boundaries))
    draw = partial(draw_status, program, guide, journey.today, summary=summary, in_ascii=in_ascii())
    if environment.shows_pages and draw(page_width(WIDEST), colour=False).count("\n") > get_terminal_size().lines:
        return read("Where you are", draw)
    put(environment, plain_status(program, guide, journey.today, summary), draw)
    return 0
