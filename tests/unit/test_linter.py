"""The linter of the invitation and of the apology, on written examples and on anything at all."""

from __future__ import annotations

import itertools
import re
from datetime import datetime
from importlib import import_module
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invitations import FINE, UNEASY, Uneasy

from exback.program import Program

DAY = datetime(2026, 5, 5, 11)  # noqa: DTZ001  # the local hour is all that counts


@pytest.fixture(scope="module")
def linter(program: Program) -> ModuleType:
    """The module, once the folder of steps it lies in was loaded."""
    assert program.steps()
    return _linter()


def _linter() -> ModuleType:
    return import_module("exback.steps.reattraction.linter")


def kinds(linter: ModuleType, draft: str, hour: int = 11) -> set[str]:
    """Give the kinds of what was remarked on."""
    return {one.kind for one in linter.remarks(draft, DAY.replace(hour=hour))}


@pytest.mark.parametrize("draft", FINE)
def test_a_fine_message_passes_clean(linter: ModuleType, draft: str) -> None:
    """Short, warm, formal, funny or clumsy: what presses nobody is left in peace."""
    assert [(one.kind, one.words) for one in linter.remarks(draft, DAY)] == []


@pytest.mark.parametrize("uneasy", UNEASY, ids=lambda one: " ".join(sorted(one.kinds)))
def test_what_could_press_or_hurt_is_named_by_its_kind(linter: ModuleType, uneasy: Uneasy) -> None:
    """Every kind of uneasy message is seen, and called nothing else."""
    assert kinds(linter, uneasy.text, uneasy.hour) == uneasy.kinds


def test_the_examples_are_many_and_cover_every_kind() -> None:
    """At least forty, half of them fine, and no kind of remark without one."""
    every = {kind for one in UNEASY for kind in one.kinds}
    assert len(FINE) >= 20
    assert len(UNEASY) >= 20
    assert every == {
        *("pressure", "guilt", "jealousy", "ultimatum", "length", "questions", "night", "history", "watching", "harm")
    }


@pytest.mark.parametrize(("hour", "late"), [(6, True), (7, False), (21, False), (22, True), (0, True)])
def test_night_is_from_ten_to_seven(linter: ModuleType, hour: int, late: bool) -> None:
    """The hour of writing is named at night and not by day."""
    assert (kinds(linter, FINE[0], hour) == {"night"}) == late


@pytest.mark.parametrize(("words", "long"), [(60, False), (61, True)])
def test_sixty_words_are_plenty(linter: ModuleType, words: int, long: bool) -> None:
    """The sixty-first word is one too many."""
    assert kinds(linter, "word " * words) == ({"length"} if long else set())


def test_remarks_stand_in_place(linter: ModuleType) -> None:
    """A number follows each passage, and the list says what each number is about."""
    draft = "Please answer me. It means\nnothing."
    found = linter.remarks(draft, DAY)
    assert linter.marked(draft, found) == "Please [1] answer me [2]. It means\nnothing."
    assert linter.numbered(found).splitlines() == [
        "- Number 1, “Please”: they may feel that they have to answer.",
        "- Number 2, “answer me”: they may feel that they have to answer.",
    ]


@given(draft=st.text(max_size=300))
def test_any_text_is_read_without_a_fault(draft: str) -> None:
    """Places lie inside the draft and hold the words they say; without its numbers the marked draft is the draft."""
    linter = _linter()
    for read in (linter.remarks, linter.apology_remarks):
        found = read(draft)
        assert all(draft[one.start : one.end] == one.words for one in found)
        in_place = [one for one in found if one.words]
        assert all(before.end <= after.start for before, after in itertools.pairwise(in_place))
        assert _unmarked(linter.marked(draft, found), len(found)) == _unmarked(draft, len(found))


@given(fine=st.sampled_from(FINE), uneasy=st.sampled_from(UNEASY))
def test_a_kind_sentence_more_hides_nothing(fine: str, uneasy: Uneasy) -> None:
    """What could press or hurt is still seen when something friendly stands after it."""
    linter = _linter()
    before, after = kinds(linter, uneasy.text, uneasy.hour), kinds(linter, f"{uneasy.text} {fine}", uneasy.hour)
    assert before <= after


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("I let you wait in the rain, and I saw that you were hurt.", set()),
        ("I lied to you. It made you doubt yourself. I tell the truth now, also when it costs me.", set()),
        ("I was late, but you were, too.", {"but"}),
        ("Please forgive me.", {"asks"}),
        ("I am sorry. Can we try again?", {"asks", "questions"}),
        ("I never butter bread without thinking of it.", set()),
    ],
)
def test_an_apology_takes_nothing_back_and_asks_for_nothing(linter: ModuleType, text: str, found: set[str]) -> None:
    """A “but”, a request and a question are seen; a plain apology passes."""
    assert {one.kind for one in linter.apology_remarks(text)} == found


def _unmarked(text: str, most: int) -> str:
    numbers = "|".join(str(number) for number in range(1, most + 1))
    return re.sub(rf" \[(?:{numbers})\]", "", text) if most else text
