"""Commands for the shell that exback is started from."""

from __future__ import annotations

from typing import Annotated

import typer
from typer._completion_shared import Shells  # typer has no public name for it

from exback.cli.app import app
from exback.console import hand_over


@app.command()
def completion(
    shell: Annotated[Shells, typer.Argument(metavar="SHELL", help="bash, zsh, fish, powershell or pwsh.")],
) -> None:
    """Print what lets your shell complete commands and steps.

    exback --install-completion sets it up for you. By hand: for bash, put the line below into ~/.bashrc; for zsh, one for
    zsh into ~/.zshrc, after compinit. For fish, save what it prints as ~/.config/fish/completions/exback.fish.

    Example: eval "$(exback completion bash)"
    """
    from exback.cli.completion import script

    hand_over(f"{script(shell.value)}\n")
