"""The gate for a meeting that the other person asked for: open only after two free messages, and never behind a boundary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from support.record import numbered

from exback.engine.status import State, status_of
from exback.model.boundaries import (
    ASKED_TO_MEET,
    BOUNDARIES,
    WANTS_CONTACT,
    WROTE_FREELY,
    asked_to_meet,
    standing,
)
from exback.model.gates import Verdict
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Earlier, Run, Value

MONDAY = datetime(2026, 3, 2, 10, tzinfo=UTC)
QUESTIONS = tuple(boundary.id for boundary in BOUNDARIES)
STOP, ORDER, OF_THEM, OF_ME = QUESTIONS
REASON = "Say it on two days."
GATE = asked_to_meet("they-wrote", REASON)
WORD: dict[str, Value] = {WROTE_FREELY: True, WANTS_CONTACT: True, ASKED_TO_MEET: True}
ITEMS = (*WORD, *QUESTIONS)


def at(hours: float) -> datetime:
    """Return a moment some hours after Monday 2 March 2026, 10:00."""
    return MONDAY + timedelta(hours=hours)


def run(hours: float, answers: dict[str, Value], *, step: str = "they-wrote", **fields: object) -> Run:
    """Return a run that was finished a few minutes after it began."""
    return structs.replace(
        Run(id=f"{step}-{hours}", step=step, started=at(hours), finished=at(hours + 0.1), answers=answers), **fields
    )


def wrote(hours: float, **answers: Value) -> Run:
    """Return a run about a free message that asks to meet, but for some answers."""
    return run(hours, {**WORD, **{item.replace("_", "-"): value for item, value in answers.items()}})


def verdict(*runs: Run, now: float = 1000) -> Verdict:
    """Return what the gate says after some runs."""
    return GATE.check(Journey(numbered(runs), at(now)))


def test_opens_after_two_free_messages_a_day_apart() -> None:
    """Two messages, 24 hours apart on two days, are enough; only the last has to ask for a meeting."""
    assert verdict(wrote(0), wrote(24)).open
    assert verdict(wrote(0, asked_to_meet=False), wrote(24)).open
    assert verdict(wrote(0, asked_to_meet=None), wrote(10, asked_to_meet=False), wrote(30)).open


@pytest.mark.parametrize("hours", [0.5, 12, 23.5])
def test_two_within_a_day_are_one(hours: float) -> None:
    """Also on two dates, less than 24 hours are one day; the gate says why and from when on."""
    closed = verdict(wrote(0), wrote(hours), now=hours + 1)
    assert (closed.open, closed.reason, closed.date) == (False, REASON, date(2026, 3, 3))


@pytest.mark.parametrize("item", WORD)
def test_without_their_own_word_the_gate_says_nothing(item: str) -> None:
    """If they didn't write freely, want no contact or didn't ask to meet, it gives no reason: this way isn't theirs."""
    last = wrote(48, **{item.replace("-", "_"): False})
    assert verdict(wrote(0), wrote(24), last) == Verdict(open=False, reason="", step="they-wrote")


@pytest.mark.parametrize("item", [WROTE_FREELY, WANTS_CONTACT])
def test_a_no_in_between_begins_the_count_again(item: str) -> None:
    """Only the latest messages without a break count."""
    other = wrote(24, **{item.replace("-", "_"): False})
    assert not verdict(wrote(0), other, wrote(48)).open
    assert verdict(wrote(0), other, wrote(48), wrote(72)).open


@pytest.mark.parametrize("item", WORD)
def test_a_no_that_was_changed_later_does_not_count(item: str) -> None:
    """An answer that became a yes after its run was finished opens nothing; the next message may."""
    corrected = structs.replace(wrote(24), history=[Earlier(item, False, at(30))])
    assert not verdict(wrote(0), corrected).open
    assert verdict(wrote(0), corrected, wrote(48), wrote(72)).open


def test_an_unfinished_run_does_not_count() -> None:
    """What is said in a run that isn't finished isn't said yet."""
    assert not verdict(wrote(0), structs.replace(wrote(24), finished=None)).open


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("hours", [12, 60])
def test_a_boundary_that_holds_keeps_it_closed(question: str, hours: int) -> None:
    """A yes between the two messages or after them keeps it closed, and it gives no reason."""
    runs = sorted([wrote(0), wrote(24), run(hours, {question: True}, step="your-story")], key=lambda each: each.started)
    assert (verdict(*runs).open, verdict(*runs).reason == REASON) == (False, hours == 12 and question == STOP)


@pytest.mark.parametrize("question", [OF_THEM, OF_ME])
def test_fear_keeps_it_closed_whatever_they_write(question: str) -> None:
    """A yes about fear, however long ago, isn't lifted by any number of messages."""
    yes = run(-5000, {question: True}, step="your-story")
    assert not verdict(yes, *(wrote(24 * day) for day in range(9))).open


def test_messages_from_before_a_yes_do_not_count() -> None:
    """One message lifts the first boundary, and two after the yes are needed to meet."""
    yes = run(12, {STOP: True}, step="your-story")
    assert not verdict(wrote(0), yes, wrote(40)).open
    assert verdict(wrote(0), yes, wrote(40), wrote(64)).open


def test_noes_a_week_apart_lift_an_order_and_then_two_messages_count() -> None:
    """The order lifts by its own rule; messages from before it lifted count if they came after the yes."""
    yes = run(0, {ORDER: True}, step="your-story")
    noes = [run(hours, {ORDER: False}, step="not-allowed") for hours in (24, 24 + 7 * 24)]
    assert not verdict(yes, noes[0], wrote(30), wrote(60)).open
    assert verdict(yes, noes[0], wrote(30), wrote(60), noes[1]).open


# Properties

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["word", "word", "word", "answer", "edit", "finish", "hide", "noes"]),
        st.integers(0, 5),
        st.sampled_from(ITEMS),
        st.sampled_from([True, True, False]),
    ),
    min_size=3,
    max_size=14,
)


def acted(runs: Sequence[Run], act: tuple[str, int, str, bool], now: datetime) -> list[Run]:
    """Return the runs after one thing more was done: a message told of, an answer given, changed, hidden or finished."""
    name, which, item, value = act
    number = 1 + max((number for each in runs for number in (each.start_number, each.finish_number)), default=0)
    new = Run(id=f"run-{len(runs)}", step="they-wrote", started=now, start_number=number)
    done = structs.replace(new, finished=now, finish_number=number + 1)
    if name == "word":
        return [*runs, structs.replace(done, answers=dict(WORD))]
    if name == "noes":
        return [*runs, structs.replace(done, answers=dict.fromkeys(QUESTIONS, False))]
    if name == "answer" or not runs:
        return [*runs, structs.replace(new, answers={item: value})]
    place = which % len(runs)
    old = runs[place]
    if name == "finish" and old.finished is None:
        changed = structs.replace(old, finished=now, finish_number=number)
    elif name == "hide" and item in old.answers:
        rest = {key: answer for key, answer in old.answers.items() if key != item}
        changed = structs.replace(old, answers=rest, hidden={**old.hidden, item: old.answers[item]})
    elif name == "edit":
        was = [Earlier(item, old.answers[item], now, number)] if old.finished and item in old.answers else []
        changed = structs.replace(old, answers={**old.answers, item: value}, history=[*old.history, *was])
    else:
        return list(runs)
    return [*runs[:place], changed, *runs[place + 1 :]]


def ever_yes(runs: Sequence[Run], question: str) -> bool:
    """Whether a yes is anywhere in the runs."""
    places = [place for each in runs for place in (each.answers, each.hidden, each.orphans)]
    places += [{earlier.item: earlier.value} for each in runs for earlier in each.history]
    return any(place.get(question) is True for place in places)


@settings(max_examples=300)
@given(acts=ACTS, hours=st.lists(st.integers(-2000, 2000), min_size=14, max_size=14), steady=st.booleans())
def test_nothing_that_is_done_opens_it_behind_a_boundary(
    program: Program, acts: list[tuple[str, int, str, bool]], hours: list[int], steady: bool
) -> None:
    """Whatever is answered, changed or hidden, by any clock: no meeting while a boundary holds, and none ever after fear."""
    runs: list[Run] = []
    now = 0
    for act, step in zip(acts, hours, strict=False):
        now = now + abs(step) // 40 if steady else step
        runs = acted(runs, act, at(now))
        journey = program.journey(runs, at(now))
        is_open = GATE.check(journey).open
        state = status_of(program, journey).step_status(program.step("meet-and-go-slowly")).state
        if standing(journey):
            assert not is_open
            assert state == State.WITHHELD
        if is_open:
            free = [each for each in runs if each.finished and all(each.answers.get(item) for item in list(WORD)[:2])]
            times = [each.finished for each in free if each.finished is not None]
            assert max(times) - min(times) >= timedelta(hours=24)
            assert not any(ever_yes(runs, question) for question in (OF_THEM, OF_ME))


def test_the_property_sees_open_gates(program: Program) -> None:
    """The search above would pass if it never came to an open gate: a plain sequence of acts opens it."""
    runs: list[Run] = []
    for number in range(2):
        runs = acted(runs, ("word", 0, STOP, True), at(30 * number))
    assert GATE.check(program.journey(runs, at(60))).open
