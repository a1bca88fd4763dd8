"""Commands that look back: where somebody is, and what is known."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from exback.cli.app import app
from exback.cli.show import page_width, put, show
from exback.desk import Desk


@app.command()
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
) -> None:
    """Where you are: the day, the stages, what is next and what is due."""
    desk: Desk = context.obj
    program = desk.program
    from exback.guide import look

    if as_json:
        from exback.insight.series import line
        from exback.report import status_json

        store = desk.store
        progress = store.load()
        journey = program.journey(progress.runs, desk.clock())
        lines = [line(program, journey, series) for series in program.patterns.daily]
        typer.echo(status_json(look(program, journey), lines, store.path, progress.revision))
        return
    journey = desk.journey(program)
    show(desk, program, look(program, journey), journey, "status")


@app.command()
def insights(context: typer.Context) -> None:
    """What the days show: urges, moods and slips, drawn, with how many entries each picture rests on."""
    desk: Desk = context.obj
    program = desk.program
    journey = desk.journey(program)
    from exback.insight.overview import overview
    from exback.screen.insights import draw_insights, plain_insights

    sections = overview(program, journey)
    put(desk, plain_insights(sections), partial(draw_insights, sections, journey.today))


@app.command()
def why(
    context: typer.Context,
    step_id: Annotated[str | None, typer.Argument(metavar="[STEP]", help="The step to explain.")] = None,
) -> None:
    """What is known, and how well: the studies behind the steps, with their limits."""
    from exback import reasons

    program = context.obj.program
    lines = reasons.of_step(program, program.step(step_id)) if step_id else reasons.of_program(program)
    typer.echo(reasons.wrapped(lines, page_width()))
