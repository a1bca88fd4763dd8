"""`exback status`: where someone is, as a page, as JSON, or as one line for the prompt of a shell."""

from __future__ import annotations

from exback.commands.environment import Environment
from exback.errors import WrongUse


def status(environment: Environment, *, as_json: bool = False, short: bool = False) -> int:
    """Show where someone is. Return the exit code. Raises WrongUse if both JSON and the short line are asked for."""
    if as_json and short:
        raise WrongUse("--json and --short don't work together.", hint="To see its options: exback status --help")
    if short:
        from exback.commands.status_short import status_short

        return status_short(environment)
    return _json(environment) if as_json else _page(environment)


def _json(environment: Environment) -> int:
    from exback.commands.status_json import status_json
    from exback.console import hand_over
    from exback.engine.status import status_of
    from exback.insights.series import line
    from exback.model.dates import day_start

    program, store = environment.program, environment.store
    progress = store.load()
    journey = program.journey(progress.runs, environment.clock())
    scales = [line(program, journey, series) for series in program.tracking.daily]
    status = status_of(program, journey)
    hour = day_start(journey.today)
    text = status_json(status, scales, store.path, progress.revision, is_locked=store.is_locked, day_start=hour)
    hand_over(f"{text}\n")
    return 0


def _page(environment: Environment) -> int:
    from functools import partial

    from exback.commands.output import in_ascii, show
    from exback.engine.status import status_of
    from exback.insights.summary import summary_of
    from exback.screen.pages.status import draw_status, plain_status

    program = environment.program
    journey = environment.journey()
    status = status_of(program, journey)
    summary = summary_of(program, journey, status.days, held=bool(status.boundaries))
    draw = partial(draw_status, program, status, journey.today, summary=summary, in_ascii=in_ascii())
    return show(environment, "Where you are", plain_status(program, status, journey.today, summary), draw)
