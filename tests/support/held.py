"""Someone with a message: written in its step, changed or deleted in the journal, sent, and asked about."""

from __future__ import annotations

from datetime import timedelta

from support.lives import LIFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.view import View
from exback.model.run import Run

INVITATION, APOLOGY = "one-invitation", "apology"
DRAFT = "Hi J., I'd enjoy a coffee some time. If not, that's fine too."
THREAT = "You have to answer me. Come back or I will tell everyone."
SORRY = "I let you wait, and you felt small. I regret that I saw it and went on. I am home at six now."


def told_story(person: Person) -> Person:
    """Someone who has answered the questions about safety, and decided on an invitation today as a week ago."""
    today = person.clock.now
    person.clock.now = today - timedelta(days=8)
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts("decide", choice="invitation")
    person.clock.now = today
    person.puts("decide", choice="invitation")
    return person


def wrote(person: Person, draft: str = DRAFT) -> Person:
    """Someone who has told their story, and written an invitation a moment ago."""
    told_story(person).puts(INVITATION, draft=draft)
    return person


def wrote_whole_apology(person: Person, words: str = SORRY) -> Person:
    """Someone who has told their story, and written an apology that is to be the whole message."""
    return puts_whole_apology(told_story(person), words)


def puts_whole_apology(person: Person, words: str = SORRY) -> Person:
    """Put an apology that is to be the whole message into the file."""
    parts = {item: words for item, words in LIFE["apology"].items() if item not in ("in-one-piece", "whole-message")}
    person.puts(APOLOGY, 2, **{**parts, "in_one_piece": words, "whole_message": "whole"})  # type: ignore[arg-type]
    return person


def changes(person: Person, run: Run, item: str, answers: dict[str, object]) -> list[View]:
    """Change an answer of a run in the journal, and return the pages that come up."""
    screen = Scripted(answers)
    wizard = Wizard(person.program, person.store, screen, person.clock, person.new_id)
    current = next(each for each in person.store.load().runs if each.id == run.id)
    wizard.change(current, item)
    return screen.views


def deletes(person: Person, run: Run, item: str) -> None:
    """Delete the words of a run in the journal."""
    person.store.forget(run.id, frozenset({item}))


def latest(person: Person, step: str) -> Run:
    """Return the run of a step that ended last."""
    run = person.journey.latest(step)
    assert run is not None
    return run


def pages(person: Person) -> list[str]:
    """Return the ids of the pages of the last step."""
    return [view.item.id for view in person.views]


def due(person: Person) -> set[str]:
    """Return everything that is offered today."""
    guide = person.guide
    return {step.id for step in (*guide.due, guide.next) if step is not None}


def reason(person: Person, step: str) -> str:
    """Return why a step is closed, or closed until it comes round again."""
    return person.guide.step_status(person.program.step(step)).reason


def may_begin(person: Person, step: str) -> bool:
    """Whether a new run of a step may begin."""
    return person.guide.step_status(person.program.step(step)).may_begin


def said(views: list[View]) -> str:
    """Return all that pages say."""
    return " ".join(str((view.body, view.question, view.note)) for view in views)
