"""Pages that ask nothing, in plain lines: the status and the map as somebody hears them, in several lives."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from io import StringIO
from itertools import islice

import pytest
from support import program_walk
from support.lives import LIFE, SAFE
from support.person import Person
from support.program_walk import Planned

from exback import cli

DECORATION = re.compile("[·›→•●○◐×|]|[\u2500-\u259f]|(^|\n)[-*] |--|  ")


def nobody() -> Iterator[Planned]:
    """Somebody who has not begun."""
    return iter(())


def first_week() -> Iterator[Planned]:
    """A rule, an urge and five check-ins."""
    yield from program_walk.stage_1()
    yield from program_walk.check_ins(5)


def afraid() -> Iterator[Planned]:
    """Somebody for whom the part about writing is closed."""
    yield Planned(0, "your-story", {**LIFE["your-story"], **SAFE, "afraid-of-them": True})


def resting() -> Iterator[Planned]:
    """Somebody whose plan rests."""
    yield from islice(program_walk.stage_1(), 3)
    yield Planned(1, "pause", {"until": "2026-03-20", "reason-kind": "busy", "reason": "Exams"})


LIVES: dict[str, Callable[[], Iterator[Planned]]] = {
    "nobody": nobody,
    "first week": first_week,
    "afraid": afraid,
    "resting": resting,
}


@pytest.mark.parametrize("words", [["status"], ["step"]], ids=["status", "map"])
@pytest.mark.parametrize("life", list(LIVES))
def test_is_sentences(person: Person, monkeypatch: pytest.MonkeyPatch, life: str, words: list[str]) -> None:
    """Every line ends as a sentence does, and nothing in it is a sign that a voice would read out."""
    program_walk.walk(person, sorted(LIVES[life](), key=lambda one: one.day))
    monkeypatch.setenv("EXBACK_HOME", str(person.store.home))
    with redirect_stdout(StringIO()) as said:
        assert cli.run(["--plain", *words], person.clock) == 0
    lines = said.getvalue().splitlines()
    assert lines
    assert [line for line in lines if not line.rstrip('”"').endswith((".", "?", ":"))] == []
    assert DECORATION.search(said.getvalue()) is None
