"""The table of numbers: which numbers it has, of which day, and that no word, contact or answer about safety is in it."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from typing import Any

import pytest
from support.lives import LIFE
from support.person import Person

from exback.export.formats import FORMATS
from exback.export.options import Options
from exback.export.table import HEAD
from exback.insights.series import line
from exback.model.items import Scale
from exback.model.run import Run

DAY = {"mood": 3, "longing": 8, "sleep": 5, "happened": ["contact"], "line": "Robin called."}


def rows(person: Person, since: date | None = None) -> list[tuple[str, ...]]:
    """Return the rows under the head of a person's table."""
    text = FORMATS["csv"].render(person.program, person.journey, person.store.load(), Options(since=since))
    head, *below = (tuple(row) for row in csv.reader(text.splitlines()))
    assert head == HEAD
    return below


def test_a_check_in(person: Person) -> None:
    """Each scale has a row with its day, its ids, the number and the ends of the scale."""
    person.answers("check-in", DAY)
    assert rows(person) == [
        ("2026-03-02", "check-in", "mood", "3", "0", "10"),
        ("2026-03-02", "check-in", "longing", "8", "0", "10"),
        ("2026-03-02", "check-in", "sleep", "5", "0", "10"),
    ]


def test_the_day_it_is_about(person: Person) -> None:
    """A check-in that was made up for later has the day that it's about."""
    person.answers("check-in", DAY)
    person.clock.now += timedelta(days=2)
    person.puts("check-in", day="2026-03-03", mood=6)
    assert rows(person)[-1] == ("2026-03-03", "check-in", "mood", "6", "0", "10")


def test_two_check_ins_of_one_day(person: Person) -> None:
    """Both are there, in the order they were given, and the last is the one that counts in the program."""
    person.puts("check-in", mood=8)
    person.puts("check-in", mood=2)
    assert rows(person) == [
        ("2026-03-02", "check-in", "mood", "8", "0", "10"),
        ("2026-03-02", "check-in", "mood", "2", "0", "10"),
    ]
    series = next(each for each in person.program.tracking.daily if each.item == "mood")
    assert [point.value for point in line(person.program, person.journey, series).points] == [2]


def test_the_questionnaires(person: Person) -> None:
    """The four weekly questions are numbers too, from 0 to 3."""
    answers: dict[str, Any] = {"phq-1": "2", "phq-2": "0", "gad-1": "3", "gad-2": "1"}
    person.puts("check-in", **answers)
    assert [(row[2], *row[3:]) for row in rows(person)] == [
        ("phq-1", "2", "0", "3"),
        ("phq-2", "0", "0", "3"),
        ("gad-1", "3", "0", "3"),
        ("gad-2", "1", "0", "3"),
    ]


@pytest.mark.parametrize("value", ["9", 3, "-1", "²", None, True, ["1"], "=1+1"])
def test_a_value_that_is_no_answer(person: Person, value: object) -> None:
    """What a hand-edited file has in place of a number isn't in the table."""
    person.puts("check-in", **{"phq-1": value})  # type: ignore[arg-type]  # what no type allows
    assert rows(person) == []


def test_no_word_and_nothing_about_the_other(person: Person) -> None:
    """Neither words, nor contact, nor the answers about safety are in it, whatever was told."""
    person.answers("your-story", {**LIFE["your-story"], "name": "Robin", "afraid-of-them": True})
    person.puts("contact", kind="i-wrote", change="=HYPERLINK()")
    person.puts("look", what="profile")
    assert rows(person) == []


def test_only_finished(person: Person) -> None:
    """Numbers of a step that was left aren't in it."""
    now = person.clock()
    person.store.put(Run(id="left", step="urge", step_version=1, started=now, start_number=1, answers={"before": 8}))
    assert rows(person) == []


def test_since(person: Person) -> None:
    """From a day on, only what is about that day or a later one is in it, whenever it was written."""
    person.answers("check-in", DAY)
    person.clock.now += timedelta(days=3)
    person.puts("check-in", mood=6)
    person.puts("check-in", day="2026-03-03", mood=7)
    person.puts("check-in", day="2026-03-04", mood=8)
    assert [(row[0], row[3]) for row in rows(person, date(2026, 3, 4))] == [("2026-03-05", "6"), ("2026-03-04", "8")]
    assert [row[3] for row in rows(person, date(2026, 3, 3))] == ["6", "7", "8"]


def test_closed_steps_are_not_named(person: Person) -> None:
    """Before the questions about safety are answered, and while a boundary holds, no step that it closes is named."""
    readiness = person.program.step("am-i-ready")
    assert readiness.reaches_out
    scale = next(item.id for item in readiness.items if isinstance(item, Scale))
    person.puts(readiness.id, **{scale: 5})
    assert rows(person) == []
    person.answers("your-story", {**LIFE["your-story"]})
    assert rows(person) == [("2026-03-02", readiness.id, scale, "5", "0", "10")]
    person.puts("your-story", **{"asked-to-stop": True})
    assert rows(person) == []
