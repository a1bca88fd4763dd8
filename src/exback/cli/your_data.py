"""Commands for the file itself: put it aside, bring it back."""

from __future__ import annotations

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
