"""Commands for the file itself: put it aside, bring it back, unite it with another."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exback.cli.app import app
from exback.desk import Desk
from exback.errors import NoTerminal


@app.command()
def reset(context: typer.Context) -> None:
    """Start over. What you wrote is put aside, and exback restore brings it back."""
    from exback.fresh_start import reset as start_over

    desk: Desk = context.obj
    raise typer.Exit(start_over(desk.store, desk.screen))


@app.command()
def restore(
    context: typer.Context,
    latest: Annotated[bool, typer.Option("--latest", help="The latest copy, without asking.")] = False,
) -> None:
    """Bring back what a reset put aside, or a backup."""
    from exback.bring_back import restore as bring_back
    from exback.bring_back import restore_latest

    desk: Desk = context.obj
    if latest:
        typer.echo(restore_latest(desk.store))
        return
    try:
        code = bring_back(desk.store, desk.screen)
    except NoTerminal as nobody:
        raise NoTerminal(
            str(nobody), hint="To bring back the latest copy without asking: exback restore --latest"
        ) from None
    raise typer.Exit(code)


@app.command()
def merge(context: typer.Context, file: Annotated[Path, typer.Argument(help="Another progress file.")]) -> None:
    """Unite another progress file with yours. Nothing is lost from either."""
    from exback.merging import merge as bring_together

    typer.echo(bring_together(context.obj.store, file))
