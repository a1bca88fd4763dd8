"""Lines are broken between words where they would not fit, and only there."""

from __future__ import annotations

import io
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exback import console
from exback.console import broken, columns_of
from exback.errors import Unwritable

WORDS = st.lists(st.text("abcdefgh-äß’.", min_size=1, max_size=30), min_size=1, max_size=12).map(" ".join)


@given(WORDS, st.integers(0, 4), st.integers(0, 120))
def test_no_word_is_lost_or_broken_and_no_line_is_too_long(words: str, indent: int, columns: int) -> None:
    """Each line begins as far in as the first, and only a word that fits nowhere stands out."""
    lines = broken(" " * indent + words, columns).split("\n")

    assert " ".join(lines).split() == words.split()
    assert all(line.startswith(" " * indent) for line in lines)
    if columns >= console.NARROWEST:
        assert all(len(line) <= columns or " " not in line.strip() for line in lines)


def test_what_is_no_terminal_has_no_columns() -> None:
    """Whoever reads a file or a pipe gets whole lines."""
    assert columns_of(io.StringIO()) == 0
    assert broken("a line that is longer than nothing at all", 0) == "a line that is longer than nothing at all"


def test_an_error_is_told_between_words_and_its_path_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a narrow window a person can read it, and copy the path."""
    monkeypatch.setattr(console, "columns_of", lambda stream: 40 if stream is sys.stderr else 0)
    path = "/home/somebody/a folder/with-a-rather-long-name/progress.json"

    def refuse() -> int:
        raise Unwritable(
            "exback couldn't save: the disk is full, and nothing was changed.", path=path, hint="Make room."
        )

    assert console.exit_code(refuse) == 1
    assert capsys.readouterr().err.split("\n") == [
        "exback couldn't save: the disk is full,",
        "and nothing was changed.",
        f"  {path}",
        "  Make room.",
        "",
    ]


def test_what_a_command_did_is_told_between_words_and_its_paths_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The lines of a list stay as far in, and whatever reads a file or a pipe gets them whole."""
    path = "/home/somebody/a folder/with-a-rather-long-name/progress.json"
    lines = (
        "Your file is unlocked. Anyone who uses your login can read it:",
        f"  {path}",
        "  in a cloud folder, a backup, a snapshot",
    )
    console.tell(*lines)
    assert capsys.readouterr().out.splitlines() == list(lines)

    monkeypatch.setattr(console, "columns_of", lambda _stream: 40)
    console.tell(*lines)
    assert capsys.readouterr().out.split("\n") == [
        "Your file is unlocked. Anyone who uses",
        "your login can read it:",
        f"  {path}",
        "  in a cloud folder, a backup, a",
        "  snapshot",
        "",
    ]
