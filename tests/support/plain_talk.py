"""Pages and conversations for the tests of plain lines."""

from __future__ import annotations

import io
from datetime import UTC, datetime

from msgspec import structs

from exback.engine.view import Edit, Event, Review, View
from exback.model.items import Choice, Choices, Confirm, Date, Option, Reading, Scale, Text, Timer
from exback.screen.plain import Plain

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
TODAY = NOW.date()
TEA = (Option("mint", "Mint"), Option("sage", "Sage", "bitter"), Option("lime", "Lime blossom"))
TEA_AND_URGE = (Option("mint", "Mint"), Option("urge", "I want to write to them", key="u"))

READING = View(title="One · Hello", place="step 1 of 2", minutes=5, body=("Welcome.",), item=Reading("hello", ""))
TEXT = View(title="One · Hello", item=Text("name", ""), question="Name?", why=("So that we can talk.",), minutes=1)
LONG = View(title="One · Hello", item=Text("story", "", long=True), question="What happened?", minutes=1)
SCALE = View(title="One · Hello", item=Scale("mood", ""), question="Mood?", minutes=1)
CHOICE = View(title="One · Hello", item=Choice("tea", "", options=TEA), question="Which?", options=TEA, minutes=1)
CHOICES = View(title="One · Hello", item=Choices("teas", "", options=TEA), question="All?", options=TEA, minutes=1)
CONFIRM = View(title="One · Hello", item=Confirm("sure", "", yes="Yes, I did", no="No"), question="Sure?", minutes=1)
DAY = View(title="One · Hello", item=Date("day", ""), question="Which day?", minutes=1)
REVIEW = View(
    title="One · Hello",
    item=Review("review", ""),
    question="This is what you said.",
    options=(Option("name", "Name?", "J."), Option("tea", "Which tea?", "Mint")),
    can_back=True,
    minutes=1,
)
BREATH = View(title="One · Hello", item=Timer("breath", "", seconds=60, breath=(4, 6)), question="Breathe.", minutes=1)
WAIT = View(title="One · Hello", item=Timer("wait", "", seconds=600), question="Wait.", minutes=1)
SHORT_WAIT = View(title="One · Hello", item=Timer("wait", "", seconds=120), question="Wait.", minutes=1)
ASKING = (TEXT, LONG, SCALE, CHOICE, CHOICES, CONFIRM, DAY)
EVERY = (READING, *ASKING, REVIEW, BREATH, WAIT)


def with_(view: View, **fields: object) -> View:
    """A view with some fields replaced."""
    return structs.replace(view, **fields)


class Conversation:
    """What was said on some pages, one after the other, and what came of typing these lines, each ended by Enter."""

    def __init__(
        self, *views_and_lines: View | str, edit: Edit | None = None, can_clear: bool = False, now: datetime = NOW
    ) -> None:
        self.sink = io.StringIO()
        self.drafts: list[str | list[str]] = []
        self.slept: list[float] = []
        views = [one for one in views_and_lines if isinstance(one, View)]
        source = io.StringIO("".join(f"{one}\n" for one in views_and_lines if isinstance(one, str)))
        screen = Plain(lambda: now, source, self.sink, self.slept.append, edit=edit, can_clear=can_clear)
        self.pages: list[str] = []
        self.events: list[Event] = []
        with screen:
            for view in views:
                begun = len(self.said)
                self.events.append(screen.ask(view, lambda draft: self.drafts.append(draft.value)))
                self.pages.append(self.said[begun:])

    @property
    def event(self) -> Event:
        """What came of the last page."""
        return self.events[-1]

    @property
    def said(self) -> str:
        """All that was said."""
        return self.sink.getvalue()


def typed(view: View, *lines: str) -> Event:
    """What some lines mean on a page."""
    return Conversation(view, *lines).event
