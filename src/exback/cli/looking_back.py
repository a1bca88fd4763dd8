"""Commands that look back: where somebody is, and what is known."""

from __future__ import annotations

from typing import Annotated

import typer

from exback.cli import daily
from exback.cli.app import app
from exback.cli.show import page_width
from exback.cli.words import step_ids


@app.command()
def status(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="For programs.")] = False,
    short: Annotated[bool, typer.Option("--short", help="One neutral line, for the prompt of a shell.")] = False,
) -> None:
    """Where you are: the day, the stages, what is next and what is due.

    Example: exback status --short
    """
    raise typer.Exit(daily.status(context.obj, as_json=as_json, short=short))


@app.command()
def insights(context: typer.Context) -> None:
    """What the days show: urges, moods and slips, drawn, with how many entries each picture rests on.

    Example: exback insights
    """
    raise typer.Exit(daily.insights(context.obj))


@app.command()
def why(
    context: typer.Context,
    step_id: Annotated[
        str | None, typer.Argument(metavar="[STEP]", help="The step to explain.", autocompletion=step_ids)
    ] = None,
) -> None:
    """What is known, and how well: the studies behind the steps, with their limits.

    Example: exback why clear-cues
    """
    from exback import reasons

    program = context.obj.program
    lines = reasons.of_step(program, program.step(step_id)) if step_id else reasons.of_program(program)
    typer.echo(reasons.wrapped(lines, page_width()))
