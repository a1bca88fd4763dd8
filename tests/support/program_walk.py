"""The whole program over simulated weeks: which step on which day, with which answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from support.lives import LIFE
from support.person import Person

DRAFT = (
    "Hello J., I hope you are well. I would enjoy a coffee some time, if you feel like it. If not, that is fine too."
)


class Planned(NamedTuple):
    """A step to walk, on a day counted from the first, with its answers by item id."""

    day: int
    step: str
    answers: Mapping[str, object]


def stage_1() -> Iterator[Planned]:
    """No contact: everything of the first day, and the look back at the first week."""
    for step in (
        "your-story",
        "the-whole-story",
        "why-space",
        "contact-rule",
        "clear-cues",
        "risky-moments",
        "ride-an-urge",
        "first-week",
    ):
        yield Planned(0, step, LIFE[step])
    yield Planned(0, "urge", LIFE["urge"])
    yield Planned(7, "first-week", LIFE["first-week again"])


def check_ins(last: int = 30) -> Iterator[Planned]:
    """A check-in a day up to the last; from the second week on once a week with the four questions more."""
    for day in range(1, last + 1):
        weekly = LIFE["check-in weekly"] if day % 7 == 1 and day > 1 else {}
        yield Planned(day, "check-in", {**LIFE["check-in"], **weekly})


def stage_2(choice: str) -> Iterator[Planned]:
    """Soul searching, with the same decision on two days a week apart."""
    third = {"truest": "2026-03-13", "says": "That I miss the person."}
    for step in ("why-it-ended", "was-it-that-good", "who-am-i-now", "kindness-and-my-part", "own-up", "live-forward"):
        yield Planned(7, step, LIFE[step])
    yield Planned(7, "two-questions", LIFE["two-questions"])
    for day in (7, 9):
        yield Planned(day, "missing-or-bargaining", LIFE["missing-or-bargaining"])
    yield Planned(11, "missing-or-bargaining", {**LIFE["missing-or-bargaining"], **third})
    yield Planned(14, "live-forward", {**LIFE["live-forward"], **LIFE["live-forward again"]})
    yield Planned(14, "happy-without", LIFE["happy-without"])
    yield Planned(14, "two-questions", LIFE["two-questions"])
    yield Planned(21, "live-forward", {**LIFE["live-forward"], **LIFE["live-forward again"]})
    for day in (14, 21):
        yield Planned(day, "decide", {**LIFE["decide"], "choice": choice})


def stage_3() -> Iterator[Planned]:
    """Re-attraction up to the invitation that is sent, a day after it was written."""
    for step in ("am-i-ready", "what-has-changed", "their-side", "apology"):
        yield Planned(30, step, LIFE[step])
    yield Planned(30, "one-invitation", {"draft": DRAFT})
    yield Planned(32, "one-invitation", {"sent": "yes"})


def reply(answer: str, day: int = 34) -> Iterator[Planned]:
    """What came back from the invitation."""
    asked = {"asked-to-stop": False} if answer == "no" else {}
    yield Planned(day, "one-invitation", {"reply": answer, **asked})


def to_letting_go() -> list[Planned]:
    """A walk that decides to let go."""
    return _in_order([*stage_1(), *check_ins(21), *stage_2("let-go"), Planned(22, "letting-go", LIFE["letting-go"])])


def to_accepted() -> list[Planned]:
    """A walk to a yes, and the first coffee."""
    ending = (Planned(34, "accepted", LIFE["accepted"]), Planned(34, "meet-and-go-slowly", LIFE["meet-and-go-slowly"]))
    return _in_order([*_to_the_invitation(), *reply("yes"), *ending])


def to_declined() -> list[Planned]:
    """A walk to a no."""
    return _in_order([*_to_the_invitation(), *reply("no"), Planned(34, "declined", LIFE["declined"])])


def to_no_reply() -> list[Planned]:
    """A walk to two weeks of silence."""
    silence = (*reply("nothing"), Planned(46, "no-reply", LIFE["no-reply"]))
    return _in_order([*_to_the_invitation(), *silence])


def _to_the_invitation() -> list[Planned]:
    return [*stage_1(), *check_ins(), *stage_2("invitation"), *stage_3()]


def _in_order(planned: list[Planned]) -> list[Planned]:
    return sorted(planned, key=lambda one: one.day)


def walk(person: Person, planned: list[Planned]) -> None:
    """Walk a plan, the clock set forward to each day at ten, a quarter of an hour for every step."""
    begin = person.clock.now
    for number, one in enumerate(planned):
        day = one.day - (person.clock.now.date() - begin.date()).days
        if day:
            person.clock.now = begin
            person.clock.forward(days=one.day)
        elif number:
            person.clock.forward(minutes=15)
        person.answers(one.step, dict(one.answers))
