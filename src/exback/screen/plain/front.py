"""Asks line by line: says a page, reads what is typed, and gives what it meant."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from types import TracebackType
from typing import Self, TextIO

from msgspec import structs

from exback.engine.view import Back, Draft, Edit, Event, Keep, Leave, Review, Secret, Skip, View
from exback.model.items import Option, Question, Text, Timer
from exback.model.prose import flat, one_line
from exback.screen.plain import words
from exback.screen.plain.lines import Lines
from exback.screen.plain.long_text import Writing, from_editor
from exback.screen.plain.parse import meant
from exback.screen.plain.saving import Saving
from exback.screen.plain.speech import page_lines, plain_blocks, standing_lines
from exback.screen.plain.timer import PlainTimer
from exback.screen.plain.words import Word, invitation, is_long, word_of


class Plain:
    """Asks in plain lines. `today` gives the day that dates are told from, `edit` opens an editor on a text.

    `can_clear` says that the terminal behind `sink` knows how to clear its screen.
    """

    def __init__(
        self,
        today: Callable[[], date],
        source: TextIO,
        sink: TextIO,
        sleep: Callable[[float], None] = time.sleep,
        *,
        edit: Edit | None = None,
        can_clear: bool = False,
    ) -> None:
        self._today = today
        self._lines = Lines(source, sink, sleep, can_clear=can_clear)
        self._edit = edit
        self._before: View | None = None
        self._review: View | None = None
        self._told_of_editor = edit is None
        self._hidden = False
        self._saving = Saving(self._lines)

    def __enter__(self) -> Self:
        self._lines.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._lines.__exit__()
        if not self._hidden:
            self._lines.say("")

    def ask(self, view: View, keep: Keep) -> Event:
        """Say a page, read a line, and give what it meant."""
        try:
            with self._lines.heeding_signals():
                self._present(view)
                self._saving.begin(view, keep)
                event = self._heard(view, self._saving.keep)
        except (KeyboardInterrupt, EOFError) as end:
            self._lines.say("")  # the invitation still stands on this line
            event = Leave(interrupted=isinstance(end, KeyboardInterrupt))
        if isinstance(event, Leave) and view.minutes is not None and not self._hidden and not self._saving.unsaved:
            self._lines.say(words.LEFT)
        return event

    # What is said

    def _present(self, view: View) -> None:
        """Say a page; after an answer that was refused, only why, and what must not go unheard."""
        before, self._before = self._before, view
        if view.notice and before is not None and (before.title, before.item.id) == (view.title, view.item.id):
            grave = () if view.concern == before.concern else view.concern  # the words refused may be of dying
            self._say((*plain_blocks(grave, self._today()), one_line(view.notice)))
            return
        self._say(("", *page_lines(view, self._today(), before, self._told_on_review(view))))
        if before is None:
            self._lines.say(words.ON_EVERY_PAGE)
        if is_long(view) and not self._told_of_editor:
            self._lines.say(words.EDITOR)
            self._told_of_editor = True

    def _told_on_review(self, view: View) -> tuple[Option, ...]:
        """Give the answers of a step that were read out already: after a change only that change is news."""
        before = self._review
        if before is not None and before.title != view.title:
            before = self._review = None  # a step walked once more is another one
        if not isinstance(view.item, Review):
            return ()
        self._review = view
        return () if before is None else before.options

    def _say(self, lines: tuple[str, ...]) -> None:
        self._lines.say("\n".join(lines))

    # What is heard

    def _heard(self, view: View, keep: Keep) -> Event:
        if isinstance(view.item, Timer):
            return PlainTimer(view, self._lines, self._obey).run()
        if is_long(view):
            return Writing(view, self._lines, keep, self._edit, self._obey).run()
        while True:
            line = self._read(view)
            word, event = word_of(line, view), None
            if word is Word.EDIT and isinstance(view.item, Text):
                view = self._edited(view, keep)
            elif word is not None:
                event = self._obey(word, view)
            elif self._is_doubtful(line):
                view = self._pasted(view, line, keep)
            elif (event := meant(view, line)) is None:
                self._lines.say(words.NO_SUCH_ANSWER)
            if event is not None:
                return event

    def _read(self, view: View) -> str:
        if isinstance(view.item, Secret):
            return self._lines.read_unseen(words.UNSEEN)
        return self._lines.read(invitation(view))

    def _obey(self, word: Word, view: View) -> Event | None:
        """Do what a word says. Gives its event, None where the page goes on waiting."""
        match word:
            case Word.HELP:
                self._say((*plain_blocks(view.why, self._today()), *words.explained(view)))
            case Word.AGAIN:
                self._say(tuple(page_lines(view, self._today(), whole=True)))
            case Word.BACK if not view.can_back:
                self._lines.say(words.NOTHING_BEFORE)
            case Word.SKIP if not _may_be_skipped(view):
                self._lines.say(words.NOTHING_TO_SKIP)
            case Word.BACK | Word.SKIP | Word.LEAVE | Word.HIDE:
                return self._gone(word)
            case _:
                self._lines.say(words.NOT_HERE)
        return None

    def _gone(self, word: Word) -> Event:
        """Give the event of a word that ends the page; what came after it was not meant for the next one."""
        self._lines.forget_the_rest()
        if word is Word.HIDE:
            self._hidden = True
            self._lines.clear()
            return Leave(hidden=True)
        events: dict[Word, Event] = {Word.BACK: Back(), Word.SKIP: Skip()}
        return events.get(word, Leave())

    def _is_doubtful(self, line: str) -> bool:
        """Whether a line may not be what the person meant to give: cut by the terminal, or the first of several."""
        return self._lines.is_cut or self._lines.more_at_once()

    def _edited(self, view: View, keep: Keep) -> View:
        """Open the editor on an answer of one line, and give the page on which Enter takes what came from it."""
        standing = view.draft or view.value
        text = standing if isinstance(standing, str) else ""
        written = from_editor(text, self._edit, self._lines, lambda text, sheet: keep(Draft(flat(text), sheet)))
        return view if written is None else self._offered(view, flat(written))

    def _pasted(self, view: View, line: str, keep: Keep) -> View:
        """Give the page on which Enter takes what came in doubt, if words are asked for here at all."""
        several = [line]
        while self._lines.more_at_once():
            several.append(self._lines.read())
        if not isinstance(view.item, Text):
            self._lines.say(words.TOO_MANY)
            return view
        self._lines.say(words.CUT if len(several) == 1 else words.SEVERAL)
        keep(Draft(" ".join(several)))
        return self._offered(view, " ".join(several))

    def _offered(self, view: View, draft: str) -> View:
        """Say words that were kept as a draft, and give the page on which Enter takes them."""
        offered = structs.replace(view, draft=draft, notice="")
        self._say(tuple(standing_lines(offered)))
        return offered


def _may_be_skipped(view: View) -> bool:
    """Whether to pass "skip" on; of a question in a step, the session says why it cannot be skipped."""
    return view.can_skip or (isinstance(view.item, Question) and view.minutes is not None)
