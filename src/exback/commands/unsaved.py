"""The page for words that can't be saved: it shows them, and offers to try again or to write them to another file."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from msgspec import structs

from exback.commands.autosave import Autosave, Walk
from exback.engine.session import Session
from exback.engine.view import Answer, Draft, Event, Leave, Screen, View
from exback.errors import ExbackError, Unseen
from exback.model.items import Choice, Option, Question, Text, worded
from exback.model.prose import Quote, blocks, is_blank
from exback.model.run import Run
from exback.store import export_file

TITLE = "exback"
QUESTION = "What do you want to do?"
NAME_IT = "Which file should they go to?"
NOTE = "Type the name of a new file, with its folder: /media/stick/words.txt. It won't be locked, and only your login can open it."
WRITTEN = "They're in {path} now."
WHY = "Your words are still here, and not in your file. You can also select them on this page and copy them."


class Way(StrEnum):
    """What can be done about words that can't be saved."""

    GO_ON = "go-on"
    STAY = "stay"
    AGAIN = "again"
    ELSEWHERE = "elsewhere"
    LEAVE = "leave"


LABELS = {
    Way.GO_ON: "Go on, and keep trying",
    Way.STAY: "Go back to the page",
    Way.AGAIN: "Try again to save them",
    Way.ELSEWHERE: "Write them to another file",
    Way.LEAVE: "Leave without saving them",
}


def settled(screen: Screen, walk: Walk, event: Event) -> tuple[Session, Event]:
    """Ask what to do where an event couldn't be saved, once, and again where the words would be lost.

    Returns where to go on, and the event as it is to be taken. Raises the refusal where they leave without a save.
    """
    session, autosave = walk.session, walk.autosave
    if not session.over and (autosave.is_offered or not autosave.would_lose(session.run)):
        return session, event
    if not autosave.would_lose(session.run):
        raise autosave.error()
    if isinstance(event, Leave) and event.hidden:
        raise Unseen
    autosave.is_offered = True
    first = (Way.STAY,) if session.left else () if session.over else (Way.GO_ON,)
    chosen = Unsaved(screen, autosave, session).ask(*first, Way.AGAIN, Way.ELSEWHERE, Way.LEAVE)
    if autosave.refusal is None or chosen == Way.GO_ON:  # it may have been saved while they were asked
        return session, event
    if chosen == Way.STAY:
        return walk.drafted, Draft("")
    if isinstance(chosen, Leave) and chosen.hidden:
        raise Unseen
    raise autosave.error()


class Unsaved:
    """Asks what to do about words that can't be saved. `session` holds them."""

    def __init__(self, screen: Screen, autosave: Autosave, session: Session) -> None:
        self.screen = screen
        self.autosave = autosave
        self.session = session
        self._words = tuple(unsaved_words(session, autosave.saved))

    def ask(self, *ways: Way) -> Way | Leave:
        """Ask until the words are saved, or the person goes on, goes back or leaves. Return which; AGAIN means saved."""
        notice = ""
        while True:
            match self.screen.ask(self._page(ways, notice), self._keep):
                case Leave() as leave:
                    return leave
                case Answer(Way.AGAIN):
                    self.autosave.save(self.session.run)
                    if self.autosave.refusal is None:
                        return Way.AGAIN
                    notice = str(self.autosave.refusal)
                case Answer(Way.ELSEWHERE):
                    written = self._write_elsewhere()
                    if isinstance(written, Leave):
                        return written
                    notice = written
                case Answer(value) if value in ways:
                    return Way(str(value))
                case _:
                    notice = ""

    def _write_elsewhere(self) -> str | Leave:
        """Ask for a file until the words are in it, or the person goes back. Return what to say, or how they left."""
        notice = ""
        while True:
            item = Text("file", NAME_IT)
            view = View(
                title=TITLE,
                item=item,
                question=NAME_IT,
                note=blocks(NOTE),
                notice=notice,
                why=blocks(WHY),
                can_back=True,
            )
            match self.screen.ask(structs.replace(view, unsaved=self.autosave.notice), self._keep):
                case Leave() as leave:
                    return leave
                case Answer(str(name)) if not is_blank(name):
                    try:
                        path = export_file.write_words(name.strip(), self._text())
                    except ExbackError as error:
                        notice = str(error)
                    else:
                        self.autosave.places.append(str(path))
                        return WRITTEN.format(path=path)
                case _:
                    return ""

    def _page(self, ways: tuple[Way, ...], notice: str) -> View:
        options = tuple(Option(way, LABELS[way]) for way in ways)
        return View(
            title=TITLE,
            body=(
                "These words aren't in your file yet.",
                *(Quote(said, None, asked) for asked, said in self._words),
            ),
            item=Choice("unsaved", QUESTION, options=options),
            question=QUESTION,
            options=options,
            notice=notice,
            why=blocks(WHY),
            unsaved=self.autosave.notice,
        )

    def _keep(self, draft: Draft) -> str:
        """Try again while the page is up. It has no draft of its own."""
        self.autosave.save(self.session.run)
        return self.autosave.notice

    def _text(self) -> str:
        return "\n\n".join((self.session.step.title, *(f"{asked}\n{said}" for asked, said in self._words))) + "\n"


def unsaved_words(session: Session, saved: Run) -> Iterator[tuple[str, str]]:
    """Give each question whose answer or draft isn't in the file, and what was said to it."""
    here = session.path.here
    for item in session.path.pages:
        if not isinstance(item, Question):
            continue
        draft, value = session.run.drafts.get(item.id), session.path.answers.get(item.id)
        if draft and draft != saved.drafts.get(item.id):
            said = draft if isinstance(draft, str) else item.say(draft, here)
        elif value is not None and value != saved.answers.get(item.id):
            said = value if isinstance(item, Text) and isinstance(value, str) else item.say(value, here)
        else:
            continue
        yield str(blocks(worded(item.text, here))[0]), said
