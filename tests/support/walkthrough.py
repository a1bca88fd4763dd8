"""Walks through one step of the real program from its first page, whatever its gates say, with plain answers by default."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from support.lives import SAFE
from support.person import Person
from support.simulated_person import fitting, numbered

from exback.engine.session import Session
from exback.engine.simulated_person import go_through
from exback.engine.view import Answer, Event, Review, Skip, View
from exback.model.items import Choices, Question, Scale, Text
from exback.model.run import Run


def begin(person: Person, **story: object) -> Person:
    """Save a finished story, as it was told before it became two steps, with answers (underscores for hyphens)."""
    keep(person, "your-story", {"who-ended": "them", "causes": [], "ties": [], "name": "J.", **SAFE, **_ids(story)})
    return person


def keep(person: Person, step: str, answers: Mapping[str, Any]) -> None:
    """Save a run of a step with these answers, without walking it."""
    number = person.journey.next_number
    now = person.clock()
    run = Run(
        id=f"kept-{number}",
        step=step,
        started=now,
        finished=now,
        answers=dict(answers),
        start_number=number,
        finish_number=number + 1,
    )
    person.store.put(run)


def pages(person: Person, step: str, **answers: object) -> list[View]:
    """Return every page of a walk with these answers (underscores for hyphens; None skips), the closing page last."""
    return _through(person, step, answers)[0]


def finishes(person: Person, step: str, **answers: object) -> list[View]:
    """Return the same pages, and save the run."""
    views, run = _through(person, step, answers)
    person.store.put(run)
    return views


def _through(person: Person, step: str, answers: Mapping[str, object]) -> tuple[list[View], Run]:
    session = Session.begin(person.program, person.program.step(step), person.journey, person.new_id())
    given = _ids(answers)
    views: list[View] = []

    def answer(before: Session) -> Event:
        view = before.view()
        views.append(view)
        assert len(views) < 100, view.item.id
        value = given.get(view.item.id, _plain(view, person))
        return Skip() if value is None else Answer(value)

    *_, last = go_through(session, answer, person.clock)
    return views, last.run


def asked(views: Sequence[View]) -> set[str]:
    """Return the ids of the questions among some pages."""
    return {view.item.id for view in views if isinstance(view.item, Question)}


def said(views: Sequence[View]) -> str:
    """Return all that some pages say, with their options."""
    parts = [str((view.body, view.question, view.note)) for view in views if not isinstance(view.item, Review)]
    options = [f"{option.label} {option.hint}" for view in views for option in view.options]
    return " ".join([*parts, *options])


def _plain(view: View, person: Person) -> object:
    match view.item:
        case Text():
            return "words"
        case Scale():
            return 5
        case Choices():
            return [view.options[0].id] if view.item.least else []
        case _:
            return fitting(view, person.clock().date(), numbered(0))


def _ids(answers: Mapping[str, object]) -> dict[str, object]:
    return {item.replace("_", "-"): answer for item, answer in answers.items()}
