"""Makes docs/exback.1, the manual page: every command and option as help tells them. Run by `make docs`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from exback.cli.manual import Argument, Entry, Manual, Option, manual

PAGE = Path(__file__).parents[1] / "docs" / "exback.1"
WORDED = "2026-11-25"  # the day on which what follows was last reworded
LINE = 80
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
The page before. What is half typed is kept.
.TP
.B F1
Why it asks, and what is known about it.
.TP
.B Ctrl-C
Leave, with everything saved, half a sentence too.
.PP
In plain lines, the words
.BR back ,
.BR help ,
.B skip
and
.B leave
do the same.
.SH YOUR PROMPT
.B exback status --short
gives two numbers, such as 12/30: the day, and how long your rule runs. It says
.B locked
for a file that is locked with a passphrase, and nothing before there is a day
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
The folder your progress lives in, unless
.B --home
names another one.
.TP
.B NO_COLOR
When it is set, nothing is coloured.
.TP
.B TERM
A terminal that calls itself dumb gets plain lines.
.TP
.BR LC_ALL ", " LC_MESSAGES ", " LANG
The country whose numbers
.B exback crisis
shows first.
.SH FILES
.TP
.I progress.json
All that is kept, in your system's folder for such data, such as
.IR ~/.local/share/exback .
No other user of the computer can read it.
.SH EXIT STATUS
.TP
.B 0
Done.
.TP
.B 1
Something went wrong. The error output says what, and what to do next.
.TP
.B 2
The command line asks for something that is not there, or there is no terminal
to ask on.
.TP
.B 130
Left with Ctrl-C. Everything is saved.
.TP
.B 143
Ended by the system. Everything is saved.
"""


def page(known: Manual) -> str:
    """Give the page in the language of man, in ASCII."""
    return HEAD + "\n".join(_body(known)) + "\n" + TAIL.replace("--", r"\-\-")


def _body(known: Manual) -> Iterator[str]:
    yield "\n.PP\n".join(_prose(paragraph) for paragraph in known.text)
    yield ".SH OPTIONS"
    for option in known.options:
        yield from _option(option)
    yield ".SH COMMANDS"
    for section in known.sections:
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
    """Give words so that man shows them as they are."""
    escaped = text.replace("\\", r"\e").replace("-", r"\-").replace('"', r"\(dq").replace("'", r"\(aq")
    return "".join(char if char.isascii() else rf"\[u{ord(char):04X}]" for char in escaped)


if __name__ == "__main__":
    PAGE.write_text(page(manual()), encoding="ascii")
