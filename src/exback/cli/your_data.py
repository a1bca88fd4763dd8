"""Commands for the file itself: put it aside, bring it back, and what is set in it."""

from __future__ import annotations

from typing import Annotated

import typer

from exback.cli.app import app
from exback.desk import Desk


@app.command()
def reset(context: typer.Context) -> None:
    """Start over. What you wrote is put aside, and exback restore brings it back.

    Example: exback reset
    """
    from exback.fresh_start import reset as start_over

    desk: Desk = context.obj
    raise typer.Exit(start_over(desk.store, desk.screen))


@app.command()
def restore(context: typer.Context) -> None:
    """Bring back what a reset put aside.

    Example: exback restore
    """
    desk: Desk = context.obj
    from exback.fresh_start import restore as bring_back

    typer.echo(bring_back(desk.store))


@app.command()
def settings(
    context: typer.Context,
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The setting to change.")] = None,
    value: Annotated[str | None, typer.Argument(metavar="[on|off]", help="What to set it to.")] = None,
) -> None:
    """What is set, and remembered; with a name and on or off: set it.

    Example: exback settings plain on
    """
    from exback.settings import changed, settings_of, told

    desk: Desk = context.obj
    now = settings_of(desk.store.load().settings)
    if name is not None and value is not None:
        now = changed(now, name, value)
        desk.store.set(now)
    typer.echo("\n".join(told(now, name)))
