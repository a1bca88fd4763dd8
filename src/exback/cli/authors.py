"""Commands for those who write steps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exback.cli.app import app


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of steps; without one, exback's own.")
    ] = None,
) -> None:
    """Prove a folder of steps sound.

    Example: exback check steps
    """
    from exback.check import check as prove
    from exback.check import lines

    report = prove(folder)
    typer.echo("\n".join(lines(report)))
    raise typer.Exit(1 if report.findings else 0)
