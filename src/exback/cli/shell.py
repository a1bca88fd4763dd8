"""Help with every command, and what completes them in the shell that exback is started from."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer._completion_shared import Shells  # typer has no public name for it

from exback.cli.app import app
from exback.cli.choices import commands
from exback.cli.groups import Context
from exback.console import hand_over


@app.command("help")
def show_help(
    context: Context,
    name: Annotated[
        str | None, typer.Argument(metavar="[COMMAND]", help="The command to explain.", autocompletion=commands)
    ] = None,
) -> None:
    """Show how to use a command, as its --help does. Without one, list all commands.

    Example: exback help export
    """
    root: Any = context.find_root()  # Any: typer keeps the types of these to itself
    if name is None:
        typer.echo(root.get_help())
        return
    _, command, _ = root.command.resolve_command(root, [name])
    typer.echo(command.get_help(type(root)(command, info_name=name, parent=root)))


@app.command()
def completion(
    shell: Annotated[Shells, typer.Argument(metavar="SHELL", help="bash, zsh, fish, powershell or pwsh.")],
) -> None:
    """Print the script that completes commands and steps in your shell.

    exback --install-completion sets it up for you. To do it yourself: for bash, put the line below into ~/.bashrc. For zsh,
    put the same line with zsh into ~/.zshrc, after compinit. For fish, save the script as
    ~/.config/fish/completions/exback.fish.

    Example: eval "$(exback completion bash)"
    """
    from exback.cli.completion import script

    hand_over(f"{script(shell.value)}\n")
