"""Commands for those who write steps."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exback.cli.app import app
from exback.console import say, tell

RUNS_CODE = "To check a folder of steps, exback runs the Python code in it. Ctrl-C stops it. The folder:"


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="A folder of steps; without one, exback's own.")
    ] = None,
) -> None:
    """Check a folder of steps for errors, which runs the Python code in it.

    Check only a folder that you'd run a program from. exback says so again before it begins.

    Example: exback check steps
    """
    from exback.check import check as prove
    from exback.check import lines

    if folder is not None:
        say([RUNS_CODE, f"  {folder.absolute()}"])
    report = prove(folder)
    tell(*lines(report))
    raise typer.Exit(1 if report.findings else 0)
