"""Everyday commands: the steps, those of them that have a command of their own, and people to call."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from exback.cli import fast_path
from exback.cli.app import app
from exback.cli.choices import countries, step_ids, systems
from exback.cli.groups import Context
from exback.console import tell


@app.command()
def step(
    context: Context,
    step_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="The step to open.", autocompletion=step_ids)
    ] = None,
) -> None:
    """Show the map of steps, or open one to do, repeat or change it.

    Example: exback step first-week
    """
    from exback.commands import steps as steps_command

    raise typer.Exit(steps_command.step(context.obj, step_id))


def _command_for(step_id: str) -> Callable[[Context], None]:
    def command(context: Context) -> None:
        raise typer.Exit(context.obj.start(step_id))

    return command


for _name, (_step_id, _help) in fast_path.COMPANION.items():
    app.command(_name, help=f"{_help}\n\nExample: exback {_name}")(_command_for(_step_id))


@app.command()
def crisis(
    country: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            help="A country's name or code, such as Germany or DE. For every country: all.",
            autocompletion=countries,
        ),
    ] = None,
) -> None:
    """Show people you can call, by country. It asks nothing and saves nothing.

    Example: exback crisis --country DE
    """
    from exback.commands import crisis as crisis_command

    page = crisis_command.page_now(os.environ) if country is None else crisis_command.page_for(country)
    tell(*page.splitlines())


@app.command()
def remind(
    context: Context,
    time: Annotated[
        str | None, typer.Argument(metavar="[TIME]", help="The time of day, such as 8:30. Default: 21:00.")
    ] = None,
    calendar: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write a calendar file instead, for a phone, for example; - for standard output."
        ),
    ] = None,
    system: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="linux, macos, windows or cron. Default: yours.", autocompletion=systems),
    ] = None,
) -> None:
    """Show how to add a neutral daily reminder, and how to remove it. exback adds nothing by itself.

    Example: exback remind 21:00
    """
    from exback.commands import remind as remind_command

    remind_command.remind(context.obj, time, calendar=calendar, system=system)
