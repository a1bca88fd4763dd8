"""Write the progress files of people at each stage of the program, for tests/golden.

Those in tests/golden/people-58529b8 were made in a checkout of commit 58529b8, with its own steps and its own tests:

    PYTHONPATH=src:tests python .../scripts/golden_people.py .../tests/golden/people-58529b8

A file is what that version wrote, so it is never made anew. Beside each is what that version said of it: see `summary`.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeAlias

# The modules as that commit names them: they aren't there today.
plans, lives, people_of_then = map(import_module, ("program_walk", "lives", "person"))
LIFE: dict[str, dict[str, Any]] = lives.LIFE
Leave = import_module("exback.view").Leave
load = import_module("exback.catalog").load
Someone: TypeAlias = Any
"""A Person of that commit's tests."""
BOUNDARIES = ("asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me")


def summary(person: Someone) -> dict[str, object]:
    """Return the day of a file, and which steps were done, could be begun and were begun, by their ids."""
    guide = person.guide
    by_state: dict[str, list[str]] = {"done": [], "open": [], "begun": []}
    for step in person.program.steps():
        standing = guide.standing(step)
        if person.journey.is_done(step.id) and standing.state.value != "withheld":
            by_state["done"].append(step.id)
        if standing.may_begin:
            by_state["open"].append(step.id)
        if person.journey.unfinished(step.id) is not None:
            by_state["begun"].append(step.id)
    return {"now": person.clock().isoformat(), **by_state}


def walked(*parts: list[Any], days: int = 0, left: str = "") -> Callable[[Someone], None]:
    """Return a life: some planned steps, one that is left half-way, and days that pass after them."""

    def live(person: Someone) -> None:
        plans.walk(person, sorted((step for part in parts for step in part), key=lambda step: step.day))
        if left:
            leave(person, left)
        person.clock.forward(days=days)

    return live


def leave(person: Someone, step: str) -> None:
    """Begin a step and leave it half-way."""
    answers = list(LIFE[step].items())
    half = len(answers) // 2
    person.answers(step, {**dict(answers[:half]), answers[half][0]: Leave()})


def behind(question: str, rule: str = "full", **others: object) -> Callable[[Someone], None]:
    """Return the life of someone behind a boundary, up to the second stage."""

    def live(person: Someone) -> None:
        person.answers("your-story", {**LIFE["your-story"], question: True, **others})
        person.answers("why-space", dict(LIFE["why-space"]))
        unasked = set() if question == "afraid-of-them" else {"exceptions"}
        given = {item: answer for item, answer in LIFE["contact-rule"].items() if item not in unasked}
        person.answers("contact-rule", {**given, "kind": rule})
        person.clock.forward(days=8)
        person.answers("two-questions", dict(LIFE["two-questions"]))

    return live


def co_parent(person: Someone) -> None:
    """Live the first days of someone who has children with the other one."""
    person.answers("your-story", {**LIFE["your-story"], "ties": ["children"]})
    person.answers("why-space", dict(LIFE["why-space"]))
    person.answers("contact-rule", {**LIFE["contact-rule"], "kind": "co-parenting"})
    person.answers("contact", {"kind": "logistics", "about": "Pick-up on Friday."})
    person.clock.forward(days=3)


def people() -> dict[str, Callable[[Someone], None]]:
    """Return every life by the name of its file."""
    first, second, third = list(plans.stage_1()), list(plans.stage_2("invitation")), list(plans.stage_3())
    whole = [*first, *plans.check_ins(), *second]
    sent = [*whole, *third]
    return {
        "story-half": walked(left="your-story"),
        "story-done": walked(first[:1]),
        "rule-running": walked(first, plans.check_ins(9), days=1),
        "stage-2-half": walked(
            first,
            plans.check_ins(8),
            [step for step in second if step.day < 9 and step.step != "kindness-and-my-part"],
            left="kindness-and-my-part",
        ),
        "decided-twice": walked(first, plans.check_ins(21), second, days=1),
        "ready": walked(whole, third[:1]),
        "changed": walked(whole, third[:2], days=1),
        "draft-held": walked(whole, third[:-1]),
        "sent-yesterday": walked(sent, days=1),
        "sent-20-days-ago": walked(sent, days=20),
        "said-yes": walked(sent, list(plans.reply("yes"))),
        "meeting": walked(plans.to_accepted(), days=2),
        "declined": walked(plans.to_declined(), days=1),
        "no-reply": walked(plans.to_no_reply(), days=1),
        "let-go": walked(plans.to_letting_go(), days=3),
        "co-parent": co_parent,
        **{question: behind(question) for question in BOUNDARIES},
        "afraid-with-children": behind("afraid-of-them", rule="through-others", ties=["children"]),
    }


def main(folder: Path) -> None:
    """Live every life, and write its file and what was said of it into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, live in people().items():
        with TemporaryDirectory() as home:
            person = people_of_then.Person(load(), people_of_then.Clock(), Path(home) / "home")
            live(person)
            shutil.copy(person.store.path, folder / f"{name}.json")
            text = json.dumps(summary(person), indent=2)
            (folder / f"{name}.was.json").write_text(f"{text}\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
