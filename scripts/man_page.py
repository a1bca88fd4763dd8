"""Write docs/exback.1, the manual page, from what `--help` says of every command and option. Run by `make docs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any, NamedTuple

import typer

from exback.cli.groups import GROUPS, UNCUT, Commands
from exback.cli.parser import app

PAGE = Path(__file__).parents[1] / "docs" / "exback.1"
WORDED = "2026-11-29"  # the day on which what follows was last reworded
LINE = 80
EXAMPLE = "Example: "
HEAD = f""".TH EXBACK 1 "{WORDED}" "exback" "User Commands"
.SH NAME
exback \\- a guided self-help program for after a breakup
.SH SYNOPSIS
.B exback
.RI [ OPTIONS ]
.RI [ COMMAND ]
.SH DESCRIPTION
"""
TAIL = """.SH KEYS
.TP
.B Shift-Tab
Go back to the page before. Half-typed words are saved.
.TP
.BR F1 ", " Ctrl-G
See why exback asks this, what is known about it, and every key.
.TP
.B Ctrl-X Ctrl-E
Write a text in your own editor.
.TP
.B Ctrl-C
Leave. Everything is saved, half a sentence too.
.TP
.B Ctrl-Q
Leave at once, and clear the screen.
.PP
In plain lines, type
.BR back ,
.BR help ,
.BR edit ,
.B leave
or
.B hide
instead. The word
.B skip
goes on without an answer.
.SH YOUR PROMPT
.B exback status --short
prints two numbers, such as 12/30: the day, and how long your rule runs. Where
nothing is counted down, it prints only the day. It prints
.B locked
if your file is locked with a passphrase, and an empty line if there is no day
to count. It asks nothing, and is quick enough for every prompt. For bash:
.PP
.RS
.EX
PS1='$(exback status --short) '"$PS1"
.EE
.RE
.PP
For the status bar of tmux:
.PP
.RS
.EX
set -g status-right '#(exback status --short)'
.EE
.RE
.SH ENVIRONMENT
.TP
.B EXBACK_HOME
The folder your progress is in, unless
.B --home
names another one.
.TP
.B EXBACK_PLAIN
If it is 1, exback talks in plain lines. If it is 0, it doesn't.
.TP
.B EXBACK_COUNTRY
The country whose numbers
.B exback crisis
shows first.
.TP
.BR VISUAL ", " EDITOR
Your own editor, for Ctrl-X Ctrl-E.
.TP
.B NO_COLOR
If it is set, nothing is coloured.
.TP
.B TERM
If it is dumb, exback talks in plain lines.
.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG
Your locale. If EXBACK_COUNTRY isn't set and your time zone says nothing about
where you are, exback guesses your country from it.
.SH FILES
.TP
.I progress.json
Everything exback saves. It is in your system's folder for such data, such as
.IR ~/.local/share/exback .
No other user of the computer can read it.
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Something went wrong. The error says what, and what to do now.
.TP
.B 2
The command line has a mistake in it, or there is no terminal to ask on.
.TP
.B 130
You left with Ctrl-C. Everything is saved.
.TP
.B 143
The system ended exback. Everything is saved.
"""


class Argument(NamedTuple):
    """An argument of a command, or the value of an option: its name in help, and whether it's needed."""

    name: str
    is_needed: bool


class Option(NamedTuple):
    """An option: its names, what it does, and the value that it takes, if any."""

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
    def entries(self) -> tuple[Entry, ...]:
        """Every command."""
        return tuple(entry for section in self.sections for entry in section.entries)


def manual() -> Manual:
    """Return what help says of the whole command line. No progress file is read."""
    commands: Any = typer.main.get_command(app)  # Any, here and below: typer keeps the types of these to itself
    assert isinstance(commands, Commands)
    context = typer.Context(commands, info_name="exback", **commands.context_settings)
    sections = [
        Section(group.title, tuple(_entry_of(*named) for named in commands.in_group(group))) for group in GROUPS
    ]
    return Manual(
        text=_paragraphs(commands.help),
        options=_options(commands.get_params(context)),
        sections=tuple(section for section in sections if section.entries),
    )


def _entry_of(name: str, command: Any) -> Entry:  # noqa: ANN401  # as above
    paragraphs = _paragraphs(command.help)
    return Entry(
        name=name,
        meaning=command.get_short_help_str(UNCUT),
        text=tuple(text for text in paragraphs if not text.startswith(EXAMPLE)),
        example=next((text.removeprefix(EXAMPLE) for text in paragraphs if text.startswith(EXAMPLE)), ""),
        options=_options(command.params),
        arguments=tuple(_argument(param) for param in command.params if param.param_type_name == "argument"),
    )


def _options(params: list[Any]) -> tuple[Option, ...]:
    return tuple(
        Option(
            names=tuple(sorted((*param.opts, *param.secondary_opts), key=len)),
            meaning=param.help or "",
            takes=None if param.is_flag else _argument(param)._replace(is_needed=True),
        )
        for param in params
        if param.param_type_name == "option" and not param.hidden
    )


def _argument(param: Any) -> Argument:  # noqa: ANN401  # as above
    return Argument(str(param.metavar or param.name.upper()).strip("[]"), is_needed=param.required)


def _paragraphs(text: str | None) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in (text or "").split("\n\n"))


def page(content: Manual) -> str:
    """Return the page as troff source, in ASCII."""
    return HEAD + "\n".join(_body(content)) + "\n" + TAIL.replace("--", r"\-\-")


def _body(content: Manual) -> Iterator[str]:
    yield "\n.PP\n".join(_prose(paragraph) for paragraph in content.text)
    yield ".SH OPTIONS"
    for option in content.options:
        yield from _option(option)
    yield ".SH COMMANDS"
    for section in content.sections:
        yield f".SS {_plain(section.title)}"
        for entry in section.entries:
            yield from _entry(entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield ".TP"
    yield rf"\fBexback {_plain(entry.name)}\fR" + "".join(_takes(argument) for argument in entry.arguments)
    yield "\n.IP\n".join(_prose(paragraph) for paragraph in entry.text)
    if entry.options:
        yield ".RS"
        for option in entry.options:
            yield from _option(option)
        yield ".RE"
    yield ".IP\nExample:"
    yield rf"\fB{_plain(entry.example)}\fR"


def _option(option: Option) -> Iterator[str]:
    yield ".TP"
    names = ", ".join(rf"\fB{_plain(name)}\fR" for name in option.names)
    yield names + (_takes(option.takes) if option.takes else "")
    yield _prose(option.meaning)


def _takes(argument: Argument) -> str:
    name = rf"\fI{_plain(argument.name)}\fR"
    return f" {name}" if argument.is_needed else f" [{name}]"


def _prose(text: str) -> str:
    lines = wrap(_plain(text), LINE, break_long_words=False, break_on_hyphens=False)
    return "\n".join(rf"\&{line}" if line.startswith(".") else line for line in lines)


def _plain(text: str) -> str:
    """Return text, escaped so that man shows it as it is."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("'", r"\(aq")
    return "".join(char if char.isascii() else rf"\[u{ord(char):04X}]" for char in escaped)


if __name__ == "__main__":
    PAGE.write_text(page(manual()), encoding="ascii")
