"""Show words that can't be saved, and offer to try again or to write them to another file."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from exback.commands.autosave import Autosave, Walk
from exback.commands.pages import TITLE, Left, answer_to, page
from exback.engine.session import Session
from exback.engine.view import Draft, Event, Leave, Screen, View
from exback.errors import ExbackError, Unseen
from exback.model.items import Choice, Option, Question, Text, worded
from exback.model.prose import Quote, blocks, is_blank
from exback.model.run import Run
from exback.store import export_file, permissions

QUESTION = "What do you want to do?"
NAME_IT = "Which file should they go to?"
NOTE = "Type the name of a new file, with its folder: /media/stick/words.txt. It won't be locked, and only your login can open it."
NOTE_ON_WINDOWS = r"Type the name of a new file, with its folder: E:\words.txt. It won't be locked, and anyone who can open the folder can read it."
WRITTEN = "Your words are in {path} now."
WHY = "Your words are still here, and not in your file. You can also select them on this page and copy them."


GO_ON = Option("go-on", "Go on, and keep trying")
STAY = Option("stay", "Go back to the page")
AGAIN = Option("again", "Try again to save them")
ELSEWHERE = Option("elsewhere", "Write them to another file")
LEAVE = Option("leave", "Leave without saving them")


def settled(screen: Screen, walk: Walk, event: Event) -> tuple[Session, Event]:
    """Ask what to do about an event that couldn't be saved, once, and again if words would be lost.

    Return the session to go on with, and the event to go on with. Raises StoreError if the person leaves without a save.
    """
    session, autosave = walk.session, walk.autosave
    if not session.over and (autosave.is_offered or not autosave.would_lose(session.run)):
        return session, event
    if not autosave.would_lose(session.run):
        raise autosave.error()
    if isinstance(event, Leave) and event.hidden:
        raise Unseen
    autosave.is_offered = True
    first = (STAY,) if session.left else () if session.over else (GO_ON,)
    is_hidden = False
    try:
        way = Unsaved(screen, autosave, session).ask(*first, AGAIN, ELSEWHERE, LEAVE)
    except Left as left:
        way, is_hidden = LEAVE.id, left.leave.hidden
    if autosave.refusal is None or way == GO_ON.id:  # a later try may have saved it
        return session, event
    if way == STAY.id:
        return walk.drafted, Draft("")
    raise Unseen if is_hidden else autosave.error()


class Unsaved:
    """The question what to do about the words of a session that can't be saved."""

    def __init__(self, screen: Screen, autosave: Autosave, session: Session) -> None:
        self.screen = screen
        self.autosave = autosave
        self.session = session
        self._words = tuple(unsaved_words(session, autosave.saved))

    def ask(self, *ways: Option) -> str:
        """Ask until the words are saved (AGAIN), or the person goes on or back. Return the id of what they chose. Raises Left."""
        notice = ""
        while True:
            match self._ask(self._page(ways, notice)):
                case AGAIN.id:
                    self.autosave.save(self.session.run)
                    if self.autosave.refusal is None:
                        return AGAIN.id
                    notice = str(self.autosave.refusal)
                case ELSEWHERE.id:
                    notice = self._write_elsewhere()
                case value:
                    return str(value)

    def _write_elsewhere(self) -> str:
        """Ask for a file until the words are in it, or the person goes back. Return a sentence. Raises Left."""
        item, note, notice = Text("file", NAME_IT), NOTE_ON_WINDOWS if permissions.IS_WINDOWS else NOTE, ""
        while True:
            name = self._ask(page(TITLE, item, note=note, notice=notice, why=WHY, can_back=True))
            if name is None or is_blank(str(name)):
                return ""
            texts = (self.session.step.title, *(f"{question}\n{words}" for question, words in self._words))
            try:
                path = export_file.write_words(str(name).strip(), "\n\n".join(texts) + "\n")
            except ExbackError as error:
                notice = str(error)
            else:
                self.autosave.places.append(str(path))
                return WRITTEN.format(path=path)

    def _ask(self, view: View) -> object:
        return answer_to(self.screen, structs.replace(view, unsaved=self.autosave.notice), self._keep)

    def _page(self, ways: tuple[Option, ...], notice: str) -> View:
        item = Choice("unsaved", QUESTION, options=ways)
        quotes = (Quote(words, None, question) for question, words in self._words)
        return page(TITLE, item, body=("These words aren't in your file yet.", *quotes), notice=notice, why=WHY)

    def _keep(self, draft: Draft) -> str:
        """Try again while the page is up. It has no draft of its own."""
        self.autosave.save(self.session.run)
        return self.autosave.notice


def unsaved_words(session: Session, saved: Run) -> Iterator[tuple[str, str]]:
    """Yield each question whose answer or draft isn't in the file, with that answer or draft in words."""
    here = session.path.here
    for item in session.path.pages:
        if not isinstance(item, Question):
            continue
        draft, value = session.run.drafts.get(item.id), session.path.answers.get(item.id)
        if draft and draft != saved.drafts.get(item.id):
            words = draft if isinstance(draft, str) else item.say(draft, here)
        elif value is not None and value != saved.answers.get(item.id):
            words = value if isinstance(item, Text) and isinstance(value, str) else item.say(value, here)
        else:
            continue
        yield str(blocks(worded(item.text, here))[0]), words
