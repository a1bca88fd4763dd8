"""Commands for authors of steps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exback.cli.app import app


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of steps. Without one, exback's own.")
    ] = None,
) -> None:
    """Check a folder of steps for errors, which runs the Python code in it.

    Only check a folder if you'd run a program from it. exback reminds you of this before it starts.

    Example: exback check steps
    """
    from exback.commands import check as check_command

    raise typer.Exit(check_command.check(folder))
