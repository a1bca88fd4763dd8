"""All that there is to know of the command line, as values: what help says, for the manual page and for shells."""

from __future__ import annotations

from typing import Any, NamedTuple

import typer

from exback.cli.groups import GROUPS, UNCUT, Commands
from exback.cli.parsed import app

EXAMPLE = "Example: "
VERSION = ("--version",)


class Word(NamedTuple):
    """A word that may stand somewhere, and what it means."""

    text: str
    meaning: str


class Argument(NamedTuple):
    """Something that is named by whoever types: its name in help, what it means, and the words it may be, if these are
    known. `is_path` tells that it is a file or a folder, `is_needed` that it can't be left out.
    """

    name: str
    meaning: str
    words: tuple[Word, ...]
    is_path: bool
    is_needed: bool


class Option(NamedTuple):
    """An option: its names, what it does, and what stands behind it, if anything does."""

    names: tuple[str, ...]
    meaning: str
    takes: Argument | None


class Entry(NamedTuple):
    """A command: what it is for, in a sentence and in full, with an example, and what it takes."""

    name: str
    meaning: str
    text: tuple[str, ...]
    example: str
    options: tuple[Option, ...]
    arguments: tuple[Argument, ...]


class Section(NamedTuple):
    """A group of commands."""

    title: str
    entries: tuple[Entry, ...]


class Manual(NamedTuple):
    """The whole command line: what exback is, the options before a command, and the commands by group."""

    text: tuple[str, ...]
    options: tuple[Option, ...]
    sections: tuple[Section, ...]

    @property
    def everywhere(self) -> tuple[Option, ...]:
        """The options that may stand behind a command as well."""
        return tuple(option for option in self.options if option.names != VERSION)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every command."""
        return tuple(entry for section in self.sections for entry in section.entries)


def manual() -> Manual:
    """Give what is known of the command line. Loads the steps, whose ids are words of it, and no file of the person."""
    commands: Any = typer.main.get_command(app)  # Any, here and below: typer keeps the types of these to itself
    assert isinstance(commands, Commands)
    context = typer.Context(commands, info_name="exback", **commands.context_settings)
    sections = [Section(group.title, tuple(_entry(*one) for one in commands.in_group(group))) for group in GROUPS]
    return Manual(
        text=_paragraphs(commands.help),
        options=_options(commands.get_params(context), context),
        sections=tuple(section for section in sections if section.entries),
    )


def _entry(name: str, command: Any) -> Entry:  # noqa: ANN401  # as above
    context = typer.Context(command, info_name=name)
    paragraphs = _paragraphs(command.help)
    return Entry(
        name=name,
        meaning=command.get_short_help_str(UNCUT),
        text=tuple(one for one in paragraphs if not one.startswith(EXAMPLE)),
        example=next((one.removeprefix(EXAMPLE) for one in paragraphs if one.startswith(EXAMPLE)), ""),
        options=_options(command.params, context),
        arguments=tuple(_argument(param, context) for param in command.params if param.param_type_name == "argument"),
    )


def _options(params: list[Any], context: typer.Context) -> tuple[Option, ...]:
    return tuple(
        Option(
            names=tuple(sorted(param.opts, key=len)),
            meaning=param.help or "",
            takes=None if param.is_flag else _argument(param, context)._replace(is_needed=True),
        )
        for param in params
        if param.param_type_name == "option" and not param.hidden
    )


def _argument(param: Any, context: typer.Context) -> Argument:  # noqa: ANN401  # as above
    words = tuple(Word(str(found.value), found.help or "") for found in param.shell_complete(context, ""))
    name = str(param.metavar or param.name.upper()).strip("[]")
    return Argument(name, param.help or "", words, is_path=param.type.name == "path", is_needed=param.required)


def _paragraphs(text: str | None) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in (text or "").split("\n\n"))
