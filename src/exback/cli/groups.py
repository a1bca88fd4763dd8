"""The groups in which help lists the commands, one for each module that defines some."""

from __future__ import annotations

from typing import Any, NamedTuple

from typer.core import TyperGroup

from exback.cli.help import HelpContext
from exback.cli.usage_errors import no_such_command


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


class Commands(TyperGroup):
    """All commands, shown in their groups."""

    context_class = HelpContext

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401  # types that typer keeps to itself
        super().__init__(**settings)
        for command in self.commands.values():
            command.context_class = HelpContext

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
