"""`exback check`: check a folder of steps for errors."""

from __future__ import annotations

from pathlib import Path

from exback.check import check as check_folder
from exback.check import lines
from exback.console import say, tell

RUNS_CODE = "To check a folder of steps, exback runs the Python code in it. Ctrl-C stops it. The folder:"


def check(folder: Path | None) -> int:
    """Print what is wrong with a folder of steps, by default exback's own. Return the exit code, 1 if anything is."""
    if folder is not None:
        say([RUNS_CODE, f"  {folder.absolute()}"])
    report = check_folder(folder)
    tell(*lines(report))
    return 1 if report.findings else 0
