"""Commands of every day: the steps, those that have a name of their own, and people to call."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Annotated

import typer

from exback.cli import fast_path
from exback.cli.app import app
from exback.cli.choices import countries, step_ids
from exback.commands import steps
from exback.errors import ExbackError


@app.command()
def step(
    context: typer.Context,
    step_id: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="The step to open.", autocompletion=step_ids)
    ] = None,
) -> None:
    """The map of steps; with an id: open, repeat or change that one.

    Example: exback step first-week
    """
    raise typer.Exit(steps.step(context.obj, step_id))


def _opens(step_id: str) -> Callable[[typer.Context], None]:
    def command(context: typer.Context) -> None:
        raise typer.Exit(context.obj.start(step_id))

    return command


for _name, (_step_id, _help) in fast_path.COMPANION.items():
    app.command(_name, help=f"{_help}\n\nExample: exback {_name}")(_opens(_step_id))


@app.command()
def crisis(
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="A country code such as DE, or all.", autocompletion=countries)
    ] = None,
) -> None:
    """People to call, by country. Asks nothing, stores nothing.

    Example: exback crisis --country DE
    """
    from exback.commands import crisis as lines

    code = lines.country_of(os.environ) if country is None else country.upper()
    if code is not None and code not in (lines.EVERY, *lines.COUNTRIES):
        known = ", ".join(sorted(lines.COUNTRIES))
        raise ExbackError(
            f"exback has no numbers for “{country}”. It has: {known}.", hint=f"Any country: {lines.ANYWHERE}"
        )
    typer.echo(lines.page(code), nl=False)
