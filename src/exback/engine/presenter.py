"""The page that a session shows: an item, the review, the closing page, or why the step is closed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from msgspec import structs

from exback.engine.path import Path
from exback.engine.view import Review, View
from exback.model import distress
from exback.model.boundaries import ASK_FIRST, WHERE_ASKED, WHY_ASKED, Boundary, explained
from exback.model.evidence import in_short
from exback.model.items import Item, Option, OptionsQuestion, Question, Reading, Scale, Wording, worded
from exback.model.program import Program, Step, findings_of
from exback.model.prose import Block, blocks
from exback.model.run import Run, Value

REVIEW = "review"
CLOSING = "closing"
WITHHELD = "withheld"
NAMELESS = "exback"
"""The title over a step that must not be named."""
UNASKED = "unasked"
"""The id of the page that says to answer the questions about safety first."""
ASKS_REVIEW = "This is what you said."


class Place(Protocol):
    """Where someone is in a step, as far as a page needs to know: a Session, which imports this module."""

    @property
    def program(self) -> Program: ...  # noqa: D102  # as in Session
    @property
    def step(self) -> Step: ...  # noqa: D102
    @property
    def run(self) -> Run: ...  # noqa: D102
    @property
    def path(self) -> Path: ...  # noqa: D102
    @property
    def given(self) -> Mapping[str, Value]: ...  # noqa: D102
    @property
    def notice(self) -> str: ...  # noqa: D102
    @property
    def withheld_by(self) -> tuple[Boundary, ...]: ...  # noqa: D102
    @property
    def is_unasked(self) -> bool: ...  # noqa: D102
    @property
    def own_yes(self) -> tuple[str, ...]: ...  # noqa: D102


def show(session: Place) -> View:
    """Return the page that a session is on."""
    if session.withheld_by:
        return _withheld(session)
    if session.is_unasked:
        return _unasked(session)
    page = session.path.page(session.run.cursor)
    if page is not None:
        return _item(session, page)
    return _review(session) if session.run.cursor == REVIEW else _closing(session)


def _item(session: Place, item: Item) -> View:
    here, above = session.path.here, _recalled(session, item)
    text = () if isinstance(item, Question) else _words(session, item.text)
    can_back = bool(session.path.place(item.id))
    page = _page(session, item, (*above, *text), concern=_concern(session, item), can_back=can_back)
    if not isinstance(item, Question):
        return page
    given = session.given.get(item.id)
    value = given if item.still_fits(given, here) else None
    return structs.replace(
        page,
        question=_question(session, item),
        note=(*_words(session, item.note), *_ends_note(item)),
        options=item.offered(here) if isinstance(item, OptionsQuestion) else (),
        value=value,
        value_text="" if value is None else item.say(value, here),
        draft=session.run.drafts.get(item.id),
        notice=session.notice,
        can_skip=item.optional,
    )


def _recalled(session: Place, item: Item) -> tuple[Block, ...]:
    here = session.path.here
    return tuple(
        quote
        for recall in session.path.recalls.get(item.id, ())
        for quote in here.quote(recall.step, recall.item, str(worded(recall.text, here)))
    )


def _ends_note(item: Item) -> tuple[Block, ...]:
    if not isinstance(item, Scale) or not any(item.ends):
        return ()
    return (f"{item.low} is {item.ends[0]}, {item.high} is {item.ends[1]}.",)


def _review(session: Place) -> View:
    questions = [item for item in session.path.pages if isinstance(item, Question)]
    return structs.replace(
        _page(session, Review(REVIEW, ASKS_REVIEW), (), can_back=True),
        question=ASKS_REVIEW,
        note=blocks("Change anything you like. It is kept either way."),
        options=tuple(Option(item.id, _question(session, item), _answer_text(session, item)) for item in questions),
        notice=session.notice,
        why=blocks("Look it over. Take an answer to change it, or finish the step."),
    )


def _closing(session: Place) -> View:
    body = (*_words(session, session.step.mirror), *_words(session, session.step.small_thing))
    concern = blocks(distress.WORDS) if any(map(_is_grave, session.path.answers.values())) else ()
    return _page(session, Reading(CLOSING, ""), body, concern=concern)


def _concern(session: Place, item: Item) -> tuple[Block, ...]:
    """Return what to say after someone wrote of dying: on the page after it, and where they come back to the words."""
    place = session.path.place(item.id) or 0
    before = [page.id for page in session.path.pages[:place] if isinstance(page, Question)][-1:]
    written = (*(session.path.answers.get(page) for page in before), session.run.drafts.get(item.id))
    return blocks(distress.IN_SHORT) if any(map(_is_grave, written)) else ()


def _is_grave(written: object) -> bool:
    return isinstance(written, str) and distress.speaks_of_dying(written)


def _withheld(session: Place) -> View:
    """Return the page that is shown in place of the whole step, with neither its title nor what it's for."""
    correct = ("If you pressed the wrong key, go back and answer again.",) if session.own_yes else ()
    return View(
        title=NAMELESS,
        minutes=1,
        body=(*explained(session.withheld_by), *correct),
        item=Reading(WITHHELD, ""),
        why=blocks(WHY_ASKED),
        can_back=bool(session.own_yes),
    )


def _unasked(session: Place) -> View:
    where = WHERE_ASKED.format(step=session.program.asks_first.id)
    return _page(session, Reading(UNASKED, "", why=WHY_ASKED), (f"{ASK_FIRST} This part opens after them.", where))


def _page(
    session: Place, item: Item, body: tuple[Block, ...], *, concern: tuple[Block, ...] = (), can_back: bool = False
) -> View:
    place, pages = session.path.place(item.id), len(session.path.pages)
    left = 0 if place is None else pages - place
    return View(
        title=f"{session.program.stage_of(session.step).title} · {session.step.title}",
        place=place_in_stage(session.program, session.step),
        minutes=max(1, round(session.step.minutes * left / max(1, pages))),
        concern=concern,
        body=body,
        item=item,
        why=_why(session, item),
        can_back=can_back,
    )


def _why(session: Place, item: Item) -> tuple[Block, ...]:
    """Return why a page is there, and the findings that the step rests on."""
    findings = findings_of(session.program, session.step)
    known = ("What is known:\n" + "\n".join(f"- {in_short(finding)}" for finding in findings),) if findings else ()
    return (*blocks(item.why or session.step.purpose), *known)


def _words(session: Place, wording: Wording) -> tuple[Block, ...]:
    return blocks(worded(wording, session.path.here))


def _question(session: Place, item: Item) -> str:
    return str(_words(session, item.text)[0])


def _answer_text(session: Place, item: Question) -> str:
    if session.path.is_open(item):
        return "not answered yet"
    value = session.path.answers[item.id]
    return "skipped" if value is None else item.say(value, session.path.here)


def place_in_stage(program: Program, step: Step) -> str:
    """Return "step 3 of 7", or nothing for the companion's steps and for endings."""
    stage = program.stage_of(step)
    if stage not in program.stages:
        return ""
    return f"step {[each.id for each in stage.steps].index(step.id) + 1} of {len(stage.steps)}"
