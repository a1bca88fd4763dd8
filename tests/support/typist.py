"""Types on a real front end what a script answered on the scripted one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from support.person import Person
from support.scripted import Scripted
from support.teletype import CTRL_C, CTRL_D, DOWN, ENTER, PAGE_DOWN, SHIFT_TAB, SPACE, Teletype

from exback.engine.view import Answer, Back, Draft, Event, Leave, Review, Skip, View
from exback.model.items import Choice, Choices, Confirm, Question, Reading, Text, Timer
from exback.model.prose import Block, Quote, Table, visible
from exback.model.run import Run
from exback.screen.plain.words import invitation

FIRST_WORDS = 30
PAGES = 9  # no page of any step is that long


class Page(NamedTuple):
    """What was shown, and what was answered."""

    view: View
    event: Event


class Sitting(NamedTuple):
    """One run of a step, with its pages."""

    now: datetime
    step: str
    pages: tuple[Page, ...]

    @property
    def entry(self) -> Mapping[str, object]:
        """The sitting as child.py reads it."""
        return {"now": self.now.isoformat(), "step": self.step}


class Recorded(Person):
    """A person whose runs are recorded, to be typed again elsewhere."""

    sittings: tuple[Sitting, ...] = ()

    def answers(self, step: str, answers: dict[str, object]) -> Run:
        """Go through one step with answers by item id, record it, and return its run."""
        now = self.clock()
        run = super().answers(step, answers)
        again = Scripted(answers)  # the same script gives the same events to the same pages
        pages = tuple(Page(view, again.ask(view, _keep_nothing)) for view in self.views)
        self.sittings = (*self.sittings, Sitting(now, step, pages))
        return run


def type_on_terminal(teletype: Teletype, sittings: tuple[Sitting, ...]) -> None:
    """Type everything on the full screen, each page once it is shown."""
    for page in (page for sitting in sittings for page in sitting.pages):
        wait_for_page(teletype, page.view)
        teletype.press(terminal_keys(page))


def type_on_plain_lines(teletype: Teletype, sittings: tuple[Sitting, ...]) -> None:
    """Type everything on plain lines, each line once it is asked for."""
    for page in (page for sitting in sittings for page in sitting.pages):
        teletype.hear(page.view.question or first_words(page.view.body))
        teletype.hear(invitation(page.view))
        if isinstance(page.view.item, Timer):
            teletype.press("\n")
            teletype.hear("In." if page.view.item.breath else "Started.")
        teletype.press(plain_lines(page))


def wait_for_page(teletype: Teletype, view: View) -> None:
    """Wait until a page is on the full screen."""

    def stands() -> bool:
        marks = [view.question] if view.question else []
        marks += [first_words(view.body)] if view.body else []  # a long recall may push the question below the edge
        return teletype.shows(view.title) and any(teletype.shows(mark) for mark in marks)

    teletype.wait(stands, f"for a page: {view.title}, {view.item.id}, {view.question}")


def first_words(body: tuple[Block, ...]) -> str:
    """Return the words that a page starts with, to recognise it."""
    match body[0]:
        case Quote(words):
            text = words
        case Table(head):
            text = next(filter(None, head))
        case str() as text:
            pass
    return visible(text.strip().split("\n")[0][:FIRST_WORDS])


def terminal_keys(page: Page) -> str:
    """Return the keys for an event on a page of the full screen."""
    match page.event:
        case Answer(value):
            return _answering(page.view, value)
        case Skip() if isinstance(page.view.item, Choice | Confirm):
            return DOWN * len(page.view.options) + ENTER
        case Skip() if page.view.is_long:
            return CTRL_D
        case Skip():
            return ENTER
        case Back():
            return SHIFT_TAB
        case Leave():
            return CTRL_C
    raise AssertionError(f"the typist knows no keys for {page.event}")


def _answering(view: View, value: object) -> str:
    assert view.value is None or isinstance(view.item, Review), "a field that holds an answer would be typed into"
    match view.item:
        case Choices() if view.rows:
            ticked = value if isinstance(value, list) else []
            return "".join(("y" if option.id in ticked else "n") + ENTER for option in view.options)
        case Choice():
            return DOWN * [option.id for option in view.options].index(str(value)) + ENTER
        case Choices():
            ticked = value if isinstance(value, list) else []
            return "".join((SPACE if option.id in ticked else "") + DOWN for option in view.options) + ENTER
        case Confirm():
            return ("y" if value else "n") + ENTER
        case Timer():
            assert value == "left", "nobody waits for a timer in a test"
            return SPACE
        case Text(long=True):
            return str(value).replace("\n", ENTER) + CTRL_D
        case Question():
            return f"{value}{ENTER}"
        case Reading():
            return PAGE_DOWN * PAGES + ENTER  # Enter goes on only from the end of a page
    return ENTER


def plain_lines(page: Page) -> str:
    """Return the lines for an event on a page of plain lines."""
    match page.event:
        case Answer() if isinstance(page.view.item, Timer):
            return "\n"
        case Answer(value):
            return "".join(f"{line}\n" for line in _lines(page.view, value))
        case Skip():
            return "skip\n"
        case Back():
            return "back\n"
        case Leave():
            return "leave\n"
    raise AssertionError(f"the typist knows no keys for {page.event}")


def _lines(view: View, value: object) -> Iterator[str]:
    ids = [option.id for option in view.options]
    match view.item:
        case Choice():
            yield str(ids.index(str(value)) + 1)
        case Choices():
            ticked = value if isinstance(value, list) else []
            yield " ".join(str(ids.index(one) + 1) for one in ticked) or "0"
        case Confirm():
            yield "yes" if value else "no"
        case Text(long=True):
            yield from str(value).split("\n")
            yield "."
        case Question():
            yield str(value)
        case _:
            yield ""


def _keep_nothing(draft: Draft) -> None:
    """The script has no drafts."""


Typing = Callable[[Teletype, tuple[Sitting, ...]], None]
