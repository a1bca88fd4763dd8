"""How help looks: the groups in which it lists the commands, and lines for any window that end within no command line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import typer
from typer._click.formatting import HelpFormatter  # typer has no public name for it
from typer.core import TyperGroup

from exback.cli.usage_errors import no_such_command
from exback.commands.environment import Environment
from exback.model.command_lines import lines_of


class Group(NamedTuple):
    """A group of commands: the module that defines them, a title, and a command line to try."""

    module: str
    title: str
    example: str


GROUPS = (
    Group("everyday", "Every day", "exback urge"),
    Group("review", "Looking back", "exback status --short"),
    Group("data", "Your data", "exback restore"),
    Group("shell", "Your terminal", "exback completion bash"),
    Group("authors", "For authors", "exback check steps"),
)
EVERYWHERE = frozenset({"plain", "home", "passphrase_fd"})
"""The options that may come before or after a command, by their parameters."""
UNCUT = 1000  # characters: help wraps what a command is for, and never cuts it
BESIDE = 24
"""Columns that a description needs to be beside its name. With less, it's below it."""
BELOW = 2
"""Columns by which a description below its name is further in."""


class HelpLines(HelpFormatter):
    """Writes help in lines that fit into its width."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        self.write(self._lines(f"{prefix or 'Usage: '}{prog} {args}", self.current_indent))

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
        self.write("\n".join(self._lines(paragraph, self.current_indent) for paragraph in paragraphs))

    def write_dl(self, rows: Sequence[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write names with their descriptions beside them, or below where there's too little room."""
        column = self.current_indent + min(max(len(name) for name, _ in rows), col_max) + col_spacing
        is_beside = self.width - column >= BESIDE
        for name, description in rows:
            lines = self._lines(description, column if is_beside else self.current_indent + BELOW)
            head = f"{' ' * self.current_indent}{name}"
            fits = is_beside and len(head) + col_spacing <= column
            self.write(head + lines[len(head) :] if fits and lines else f"{head}\n{lines}")

    def _lines(self, text: str, indent: int) -> str:
        lines = lines_of(text, max(1, self.width - indent))
        return "".join(f"{' ' * indent}{line}\n" for line in lines)


class Context(typer.Context):
    """The context of a command: what it works with, and help that is set in such lines."""

    obj: Environment
    formatter_class = HelpLines


class Commands(TyperGroup):
    """All commands, shown in their groups."""

    context_class = Context

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  # types that typer keeps to itself
        super().__init__(**settings)
        for command in self.commands.values():
            command.context_class = Context

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ANN401  # likewise
        """Write the commands for help, each group with a line to try."""
        for group in GROUPS:
            rows = [(name, command.get_short_help_str(UNCUT)) for name, command in self.in_group(group)]
            if rows:
                with formatter.section(group.title):
                    formatter.write_dl(rows)
                    formatter.write_paragraph()
                    formatter.write_text(f"For example: {group.example}")

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  # likewise
        """Return a command's name, the command, and the words after it. Raises WrongUse with the likeliest command.

        At a Tab, `demo` is skipped, because the words after it are a command line of their own, and every command takes
        the shared options.
        """
        if not ctx.resilient_parsing:
            return self._command(ctx, args)
        rest = args[1:] if args[0] == "demo" else args
        if not rest:
            return None, None, []
        name, command, words = self._command(ctx, rest)
        shared = {option.name for option in command.params}
        command.params += [option for option in self.params if option.name in EVERYWHERE - shared]
        return name, command, words

    def _command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401  # likewise
        if args[0] not in self.commands:
            raise no_such_command(args[0], self.commands)
        return super().resolve_command(ctx, args)

    def in_group(self, group: Group) -> list[tuple[str, Any]]:
        """Return the commands of a group that help shows, each with its name."""
        shown = ((name, command) for name, command in self.commands.items() if not command.hidden)
        return [(name, command) for name, command in shown if command.callback.__module__.endswith(f".{group.module}")]
