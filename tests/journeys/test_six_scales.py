"""The six scales: three days, and once more after a month and after two."""

from __future__ import annotations

import pytest
from support.person import Person
from support.walkthrough import asked, begin, finishes, keep, pages, said

from exback.model.items import Scale
from exback.model.prose import Table

STEP = "missing-or-bargaining"


def _ruled(person: Person) -> Person:
    """Someone whose stage 2 has been open for a while."""
    begin(person)
    for step in ("why-space", "contact-rule"):
        keep(person, step, {})
    person.clock.forward(days=7)
    return person


def _on(person: Person, *days: int, **answers: object) -> Person:
    """Give the six numbers on each of these days, counted from today; the clock stays on the last."""
    begun = person.clock.now
    for day in days:
        person.clock.now = begun
        person.clock.forward(days=day)
        finishes(person, STEP, **{"longing": day % 10, **answers})
    return person


def _is_due(person: Person) -> bool:
    guide = person.guide
    return STEP in [step.id for step in guide.due] or (guide.next is not None and guide.next.id == STEP)


def _due_days(person: Person, *among: int) -> list[int]:
    """Return on which of these days from now it is due."""
    now, due = person.clock.now, []
    for day in among:
        person.clock.now = now
        person.clock.forward(days=day)
        if _is_due(person):
            due.append(day)
    person.clock.now = now
    return due


def test_are_due_once_more_on_day_30_and_on_day_60(person: Person) -> None:
    """Days count from the first of the three; after each of the two it isn't due until the next, and never after the second."""
    _on(_ruled(person), 0, 2, 4)
    assert _due_days(person, *range(40)) == list(range(26, 40))  # day 30 is 26 days after day 4
    _on(person, 26)
    assert _due_days(person, *range(1, 40)) == list(range(30, 40))
    _on(person, 30)
    assert _due_days(person, *range(1, 300, 7)) == []


def test_ask_once_where_both_days_have_gone_by(person: Person) -> None:
    """Someone who was away comes back to one look, not to two."""
    _on(_ruled(person), 0, 2, 4)
    person.clock.forward(days=80)
    assert _is_due(person)
    _on(person, 0)
    assert _due_days(person, 1, 5, 40, 200) == []


def test_are_not_due_after_an_ending(person: Person) -> None:
    """Someone who let go isn't asked how much they hope."""
    _on(_ruled(person), 0, 2, 4)
    keep(person, "letting-go", {"keep": "The choir."})
    person.clock.forward(days=40)
    assert not _is_due(person)


def test_are_done_after_three_days_as_before(person: Person) -> None:
    """The decision doesn't wait for the later looks."""
    _on(_ruled(person), 0, 2)
    assert person.state(STEP) != "done"
    _on(person, 2)
    assert person.state(STEP) == "done"


def test_stand_beside_the_first_three(person: Person) -> None:
    """The later looks show the first three days, the look before, and today; they ask what is different, not which was truest."""
    _on(_ruled(person), 0, 2, 4)
    _on(person, 26)
    person.clock.forward(days=30)
    views = pages(person, STEP, longing=1)
    page = next(view for view in views if view.item.id == "side-by-side")
    tables = [block for block in page.body if isinstance(block, Table)]
    assert [table.head for table in tables] == [
        ("", "Longing", "Acceptance", "Going in circles"),
        ("", "Hope", "Loneliness", "Living with it"),
    ]
    assert [row[:2] for row in tables[0].rows] == [
        ("9 Mar", "0"),
        ("11 Mar", "2"),
        ("13 Mar", "4"),
        ("8 Apr", "6"),
        ("8 May", "1"),
    ]
    assert "since-then" in asked(views)
    assert not {"truest", "says"} & asked(views)
    assert "How much you missed them, out of 10: 0 on Monday 9 March, 1 today." in said(views[-1:])


def test_show_three_days_at_the_third(person: Person) -> None:
    """The third day has the first two beside it, and asks which was the truest."""
    _on(_ruled(person), 0, 2)
    person.clock.forward(days=2)
    views = pages(person, STEP)
    page = next(view for view in views if view.item.id == "side-by-side")
    assert [block.head for block in page.body if isinstance(block, Table)] == [("", "9 Mar", "11 Mar", "13 Mar")]
    assert {"truest", "says"} <= asked(views)
    assert "since-then" not in asked(views)


def test_say_that_they_are_no_test(person: Person) -> None:
    """The first page and every comparison say that the questions aren't a validated test."""
    _ruled(person)
    assert "our own six questions, not a validated test" in said(pages(person, STEP)[:1])
    for days in ((0, 2), (2,)):
        _on(person, *days)
        person.clock.forward(days=2)
        assert "isn't a validated test" in said(
            [view for view in pages(person, STEP) if view.item.id == "side-by-side"]
        )


@pytest.mark.parametrize("boundary", [None, "asked_to_stop", "afraid_of_them"])
def test_ask_about_bargaining_and_claim_nothing(person: Person, boundary: str | None) -> None:
    """Bargaining is a question, and no stage that everyone goes through."""
    first = said(pages(begin(person, **({boundary: True} if boundary else {})), STEP)[:1])
    assert "Or are you bargaining, and telling yourself that this would stop hurting if only they came back?" in first
    assert "your answer may be no" in first
    assert "It can also be" not in first


def test_have_a_title_that_asks_what_they_are_for(person: Person) -> None:
    """The title is a question someone would ask, and there are six scales."""
    step = person.program.step(STEP)
    assert step.title == "Is it them I miss?"
    assert sum(isinstance(item, Scale) for item in step.items) == 6
