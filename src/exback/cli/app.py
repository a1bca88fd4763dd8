"""The typer application, with the options that all commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exback import __version__
from exback.cli.groups import Commands, Context

app = typer.Typer(
    cls=Commands,
    subcommand_metavar="[COMMAND]",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def main(
    context: Context,
    plain: Annotated[
        bool | None, typer.Option("--plain/--no-plain", help="Use plain lines, for screen readers.")
    ] = None,
    home: Annotated[Path | None, typer.Option(metavar="FOLDER", help="The folder your progress is saved in.")] = None,
    passphrase_fd: Annotated[
        int | None,
        typer.Option(
            metavar="NUMBER", help="For scripts: read the passphrase from this open file. 0 is standard input."
        ),
    ] = None,
    version: Annotated[bool, typer.Option("--version", help="Show the version.")] = False,
) -> None:
    """A guided self-help program for after a breakup.

    Without a command, it shows what's due today, then the next step. exback sends nothing to anyone.
    """
    # All but the last are here only for the help: cli.run has read and removed them before.
    if version:
        typer.echo(f"exback {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(context.obj.start())
