"""Help with every command, and completion in the shell that exback is started from: typer's own scripts and answers."""

from __future__ import annotations

from contextlib import suppress
from subprocess import SubprocessError
from typing import Annotated, Any

import typer
from typer._completion_shared import (  # typer has no public names for them
    Shells,
    _get_shell_name,
    get_completion_script,
    install,
)

from exback.cli.app import app
from exback.cli.choices import commands
from exback.cli.fast_path import COMPLETE
from exback.cli.groups import Context
from exback.commands.environment import Environment
from exback.console import exit_code, hand_over, tell
from exback.errors import ExbackError, WrongUse

NAME = "exback"
FIRST_TAB = """

# zsh reads its own file of this at the first Tab, and that Tab wants an answer, too.
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _exback_completion "$@"; fi"""
SHOW, INSTALL = "--show-completion", "--install-completion"


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
    hand_over(f"{script(shell)}\n")


def script(shell: str) -> str:
    """Return typer's script for one of `Shells`."""
    text: str = get_completion_script(prog_name=NAME, complete_var=COMPLETE, shell=shell)
    return text + FIRST_TAB if shell == Shells.zsh else text


def at_a_tab(environment: Environment) -> int:
    """Print the words that fit where the cursor is, and return the exit code.

    Someone is typing a line, so nothing else is ever printed, whatever is wrong with the line or with the person's file.
    """

    def answer() -> int:
        with suppress(Exception):
            app([], obj=environment, prog_name=NAME)  # reads the line from the environment, prints, and exits
        return 1

    return exit_code(answer)


def by_option(option: str, names: list[str]) -> int:
    """Run --show-completion or --install-completion, for the named shell or the one that exback was started from.

    Raises WrongUse, or ExbackError if the shell's own files can't be written.
    """
    shell = names[0] if names else _get_shell_name()
    if shell not in list(Shells) or len(names) > 1:
        raise WrongUse(
            "exback can't tell which shell this is for.",
            hint=f"Name one of these: {', '.join(Shells)}. For example: exback {option} bash",
        )
    if option == SHOW:
        print(script(shell))
        return 0
    try:
        _, path = install(shell, NAME, COMPLETE)
        if shell == Shells.zsh:
            path.write_text(f"{script(shell)}\n", encoding="utf-8")
    except (OSError, ValueError, SubprocessError):
        raise ExbackError(
            f"exback couldn't add completion to the startup files of {shell}.",
            hint=f"To add it yourself, put the output of this there: exback completion {shell}",
        ) from None
    tell(f"Completion for {shell} is set up:", f"  {path}", "It works in every new window.")
    return 0
