"""Bad answers, line by line into a child process: each gets a sentence, nothing is lost, and the step goes on."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from support.trouble import (
    Ended,
    assert_no_traceback,
    at_reasons,
    complaint,
    exback,
    kept,
    story,
    whole_story,
    words_of,
)

from exback.model.run import Run

TO_ENDED = ("J.", "1")


def _went_on(ended: Ended, home: Path) -> Run:
    """Check that a step came to its end without a fault, and return its run."""
    assert ended.code == 0, ended
    assert ended.err == ""
    assert_no_traceback(ended.said)
    return kept(home).runs[-1]


def _assert_sentence(line: str) -> None:
    assert re.fullmatch(r"[A-Za-z].* .*[.?]", line), line


@pytest.mark.parametrize("day", ["30 February", "2020-02-30", "31/04/2020", "2020-13-01", "the day", "9" * 5000, "0"])
def test_an_impossible_day_is_asked_for_again(day: str, home: Path) -> None:
    """A day that doesn't exist gets a sentence; the next one is taken, and the other answers are still there."""
    ended = story(home, *TO_ENDED, day, "2020-05-12")

    run = _went_on(ended, home)
    _assert_sentence(complaint(ended, words_of("ended")))
    assert run.answers == {"name": "J.", "who-ended": "them", "ended": "2020-05-12"}


def test_an_impossible_day_stays_as_a_draft(home: Path) -> None:
    """Words that name no day are kept as a draft if the person leaves there."""
    run = _went_on(story(home, *TO_ENDED, "30 February", "leave"), home)

    assert run.drafts == {"ended": "30 February"}
    assert "ended" not in run.answers


@pytest.mark.parametrize("number", ["11", "-1", "5.5", "six", "1e1", "٣", "²", "7" * 5000])
def test_a_number_out_of_range_is_asked_for_again(number: str, home: Path) -> None:
    """Anything but a whole number from 0 to 10 gets a sentence, and the next number is taken."""
    ended = exback(home, "--plain", "checkin", typed=f"{number}\n6\n".encode())

    run = _went_on(ended, home)
    _assert_sentence(complaint(ended, words_of("mood", "check-in")))
    assert run.answers == {"mood": 6}


@pytest.mark.parametrize(
    ("before", "empty", "then", "item", "answer"),
    [
        pytest.param((), ("",), ("J.",), "name", "J.", id="one line"),
        pytest.param((), ("   ",), ("J.",), "name", "J.", id="spaces"),
        pytest.param(("J.",), ("",), ("2",), "who-ended", "me", id="a choice"),
        pytest.param(("J.",), ("99",), ("2",), "who-ended", "me", id="a choice that is not there"),
        pytest.param((), (".",), ("The noise.", "."), "reasons", "The noise.", id="many lines"),
        pytest.param((), ("", "", "."), ("The noise.", "."), "reasons", "The noise.", id="empty lines"),
    ],
)
def test_an_empty_answer_is_asked_for_again(
    before: tuple[str, ...], empty: tuple[str, ...], then: tuple[str, ...], item: str, answer: str, home: Path
) -> None:
    """A question that needs an answer says so when there is none, and takes the next one."""
    if item == "reasons":
        at_reasons(home)
    through = whole_story if item == "reasons" else story
    ended = through(home, *before, *empty, *then)

    run = _went_on(ended, home)
    _assert_sentence(complaint(ended, words_of(item)))
    assert run.answers[item] == answer


def test_a_word_that_skips_does_not_skip_what_is_needed(home: Path) -> None:
    """Skip gets a sentence where an answer is needed."""
    ended = story(home, "skip", "J.")

    run = _went_on(ended, home)
    _assert_sentence(complaint(ended, words_of("name")))
    assert run.answers == {"name": "J."}


def test_five_thousand_words_are_kept(home: Path) -> None:
    """An answer of 5,000 words is saved whole, and quoted whole the next time."""
    words = " ".join(f"word{number}" for number in range(4990))
    answer = "\n".join([words, "", *(f"and {number}" for number in range(5))])

    at_reasons(home)
    run = _went_on(whole_story(home, *answer.split("\n"), "."), home)

    assert run.answers["reasons"] == answer
    assert words in whole_story(home, "back", "again").out


def test_an_answer_beyond_all_measure_gets_a_sentence(home: Path) -> None:
    """An answer longer than exback takes gets a sentence, and a shorter one is taken."""
    ended = story(home, "J" * 100_001, "J.")

    run = _went_on(ended, home)
    assert "100,000" in complaint(ended, words_of("name"))
    assert run.answers == {"name": "J."}


def test_control_characters_are_neither_kept_nor_shown(home: Path) -> None:
    """Colours, bells, titles and NULs in an answer don't reach the terminal, at once or when quoted."""
    tricks = "a\x1b[31mb\x07c\x00d\x1b]0;title\x07e\x9b31mf"

    at_reasons(home)
    first = whole_story(home, tricks, tricks, "leave")
    second = whole_story(home, ".", "back", "leave")
    third = story(home, tricks, "back", "leave")

    run = _went_on(third, home)
    reasons = kept(home).runs[0].answers["reasons"]
    for text in (first.said, second.said, third.said, str(run.answers["name"]), str(reasons)):
        assert [char for char in text if unicodedata.category(char) == "Cc" and char != "\n"] == []
    assert run.answers["name"] == "abcdef"


def test_bytes_that_are_no_letters_are_no_fault(home: Path) -> None:
    """Bytes of another encoding are read as far as possible, also in a half-typed answer."""
    at_reasons(home)
    typed = "We met in a caf\udce9.\nIt rained.\n".encode("utf-8", "surrogateescape")

    ended = exback(home, "--plain", "step", "the-whole-story", typed=typed)

    run = _went_on(ended, home)
    assert run.drafts == {"reasons": "We met in a caf�.\nIt rained."}


@pytest.mark.parametrize("answer", ["[/oops]", "[bold]J.[/bold]", "{name}", "%s %d", "<b>", "\\n", "[link=x]J.[/"])
def test_what_looks_like_markup_is_only_words(answer: str, home: Path) -> None:
    """Brackets and braces are saved and quoted as they were typed."""
    at_reasons(home)
    long = whole_story(home, f"They said {answer}", ".", "back")
    short = story(home, answer, "back")

    assert _went_on(short, home).answers["name"] == answer
    assert kept(home).runs[0].answers["reasons"] == f"They said {answer}"
    assert f"You said: They said {answer}. Enter keeps it." in long.out
    assert f"You said: {answer}. Enter keeps it." in short.out


def test_the_end_of_input_leaves_with_everything_kept(home: Path) -> None:
    """When the input ends in the middle of an answer, exback leaves as if asked to, and keeps the lines."""
    at_reasons(home)
    run = _went_on(whole_story(home, "You needed room,", "you said."), home)

    assert run.answers == {}
    assert run.drafts == {"reasons": "You needed room,\nyou said."}
