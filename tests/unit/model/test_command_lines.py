"""No line ends within a command line of exback, whatever wraps it and however narrow it is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main
from hypothesis import given
from hypothesis import strategies as st

from exback.cli.parser import app
from exback.console import broken
from exback.model.command_lines import TAKES, VALUED, command_lines, lines_of, spaced, unbroken
from exback.screen.rendering import Text, render
from exback.screen.terminal.option_list import HINT_INDENT, _wrapped

SOURCES = [*Path("src").rglob("*.py"), *Path("steps").rglob("*.py")]
NARROWEST, WIDEST = 20, 200
GROUP: Any = typer.main.get_command(app)


def texts() -> Iterator[str]:
    """Yield every text in the source that names a command, with a word in place of what is filled in."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.values if isinstance(node, ast.JoinedStr) else [node]
            text = "".join(
                part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else "letting-go"
                for part in parts
                if isinstance(part, ast.Constant | ast.FormattedValue)
            )
            yield from (
                paragraph.strip() for paragraph in text.split("\n") if re.search(r"exback (-|[a-z])", paragraph)
            )


def named_in(text: str) -> list[str]:
    """Return the command lines in a text."""
    return [text[start:end] for start, end in command_lines(text)]


def test_every_command_is_known() -> None:
    """Each with as many words after it as it takes, and each option with a value: the list says what typer would say."""
    assert {name: _most_words(command) for name, command in GROUP.commands.items()} == TAKES
    options = [param for command in (GROUP, *GROUP.commands.values()) for param in command.params]
    valued = {name for option in options if not getattr(option, "is_flag", True) for name in option.opts}
    assert {f"--{name}" for name in VALUED} == valued


def _most_words(command: Any) -> int:
    """Return how many words may be named after a command; what the journal looks for never is."""
    return sum(param.param_type_name == "argument" for param in command.params) if command.name != "journal" else 0


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("To bring it back: exback restore", ["exback restore"]),
        ("To see them all: exback step", ["exback step"]),
        ("When you're ready: exback step decide", ["exback step decide"]),
        (
            "(exback letter), a plan (exback step first-week), and more",
            ["(exback letter),", "(exback step first-week),"],
        ),
        ("exback crisis lists people to talk to.", ["exback crisis"]),
        ("say it: exback settings plain on", ["exback settings plain on"]),
        ("exback settings lists what there is.", ["exback settings"]),
        ("exback reset --erase when you're alone.", ["exback reset --erase"]),
        ("exback export --format md, for reading", ["exback export --format md,"]),
        ('in quotes: exback journal --since "three weeks ago"', ['exback journal --since "three weeks ago"']),
        ("exback demo status, exback demo journal.", ["exback demo status,", "exback demo journal."]),
        ('put eval "$(exback completion bash)" there', ['eval "$(exback completion bash)"']),
        ("exback --passphrase-fd 3 3< FILE", ["exback --passphrase-fd 3 3< FILE"]),
        ("exback --help shows what there is.", ["exback --help"]),
        ("exback won't help, and exback has no such command: exback", []),
    ],
)
def test_a_command_line_is_told_from_the_sentence_it_is_in(text: str, named: list[str]) -> None:
    """With its options, and with the words after it only where they can't be of the sentence."""
    assert named_in(text) == named


@given(
    st.lists(st.sampled_from(["exback", "crisis", "step", "--erase", "they-wrote", "a", "“", "-", "\n", " "])),
    st.integers(1, 60),
)
def test_the_signs_in_it_are_taken_out_again(words: list[str], width: int) -> None:
    """The text stays as long as it was, and only where a command line is too wide does it get lines of its own."""
    text = " ".join(words)
    assert spaced(unbroken(text)) == text
    assert len(unbroken(text, width)) == len(text)
    assert spaced(unbroken(text, width)).replace("\n", " ") == text.replace("\n", " ")


def test_no_line_ends_within_one() -> None:
    """In plain lines, in what rich draws, in options, hints and the foot of a page, from 20 columns to 200.

    Each text at every third width, and the next one at those beside them. Where all of it fits into one line, as it does from
    there on, one width is enough.
    """
    named = sorted({text for text in texts() if any(command_lines(text))})
    assert len(named) > 300
    for place, text in enumerate(named):
        fits = len(text) + len(HINT_INDENT) + 2
        widths = range(NARROWEST + place % 3, min(WIDEST, max(NARROWEST + 2, fits)) + 1, 3)
        for width in widths:
            must_be_whole_at(text, width)


def must_be_whole_at(text: str, width: int) -> None:
    """Make sure that each command line in a text is in one line in whatever is that wide."""
    drawn = render(Text(text), width, colour=False).split("\n")
    option = [line.strip() for line in _wrapped(text, width, HINT_INDENT).split("\n")]
    for name, lines, room in (
        ("rich", drawn, width),
        ("textwrap", lines_of(text, width), width),
        ("option", option, width - 2),
        ("plain", broken(text, width).split("\n"), len(text)),
    ):
        must_be_whole(text, lines, room, f"{name} at {width}")


def must_be_whole(text: str, lines: list[str], room: int, where: str) -> None:
    """Make sure that each command line is in one line, or begins and ends lines of its own where it's too wide."""
    for command in named_in(text):
        if len(command) <= room:
            assert any(command in line for line in lines), f"{where}: {command!r} is broken: {lines}"
        else:
            alone = "".join(line.strip() for line in lines if line.strip() in command)
            assert command.replace(" ", "") in alone.replace(" ", ""), f"{where}: {command!r} isn't alone: {lines}"
