"""Ask line by line: print a page, read what is typed, and turn it into an event."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime
from typing import Self, TextIO

from msgspec import structs

from exback.engine.view import PASSPHRASE, Answer, Back, Draft, Edit, Event, Keep, Leave, Review, Secret, Skip, View
from exback.model.dates import day_of, until_it_ends
from exback.model.items import Date, Option, Question, Text, Timer
from exback.model.prose import flat, one_line
from exback.screen.plain import words
from exback.screen.plain.lines import Lines
from exback.screen.plain.long_text import LongText, from_editor
from exback.screen.plain.parse import parse_line
from exback.screen.plain.saving import DraftSaver
from exback.screen.plain.speech import current_answer_lines, page_lines, plain_blocks
from exback.screen.plain.timer import PlainTimer
from exback.screen.plain.words import OPENS_STEP, Word, command_of, invitation, word_of


class Plain:
    """A screen of plain lines. `clock` says what time it is, `edit` opens an editor on a text.

    `can_clear` says that the terminal behind `sink` can clear its screen.
    """

    def __init__(
        self,
        clock: Callable[[], datetime],
        source: TextIO,
        sink: TextIO,
        sleep: Callable[[float], None] = time.sleep,
        *,
        edit: Edit | None = None,
        can_clear: bool = False,
    ) -> None:
        self._clock = clock
        self._lines = Lines(source, sink, sleep, can_clear=can_clear)
        self._edit = edit
        self._previous: View | None = None
        self._review: View | None = None
        self._has_mentioned_editor = edit is None
        self.is_hidden = False
        self._saver = DraftSaver(self._lines)

    def __enter__(self) -> Self:
        self._lines.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._lines.__exit__()
        if not self.is_hidden:
            self._lines.say("")

    def ask(self, view: View, keep: Keep) -> Event:
        """Print a page, read a line, and return what it means."""
        try:
            with self._lines.allowing_signals():
                self._present(view)
                self._saver.begin(view, keep)
                event = self._read_event(view, self._saver.keep)
        except (KeyboardInterrupt, EOFError) as end:
            self._lines.say("")  # ends the line that the invitation is on
            event = Leave(interrupted=isinstance(end, KeyboardInterrupt))
        if isinstance(event, Leave) and view.minutes is not None and not self.is_hidden and not self._saver.unsaved:
            saved = words.SAVED_LINES if event.interrupted else words.SAVED
            is_new = view.is_new and not self._saver.has_draft
            self._lines.say(words.LEFT if is_new else f"{words.LEFT} {saved} {view.way_back}".rstrip())
        return event

    # Output

    def _today(self) -> date:
        """Return the day that dates are relative to."""
        return day_of(self._clock())

    def _present(self, view: View) -> None:
        """Print a page. After an answer that was refused, print only why, and any concern that is new."""
        if view.is_weighty:
            self._lines.drop_pending_input()  # what was typed before the question can't be meant for it
        previous, self._previous = self._previous, view
        if view.notice and previous is not None and (previous.title, previous.item.id) == (view.title, view.item.id):
            concern = () if view.concern == previous.concern else view.concern  # the refused words may be of dying
            self._lines.say(
                *plain_blocks(concern, self._today()), one_line(words.NOT_LISTED.get(view.notice, view.notice))
            )
            return
        self._lines.say("", *page_lines(view, self._today(), previous, self._answers_already_read(view)))
        if previous is None:
            self._lines.say("On any page you can type again, back, help, hide or leave.")
        if view.is_long and not self._has_mentioned_editor:
            self._lines.say("To write this text in your own editor, type edit.")
            self._has_mentioned_editor = True

    def _answers_already_read(self, view: View) -> tuple[Option, ...]:
        """Return the answers that the last review of this step read out: after a change only that change is news."""
        last = self._review
        if last is not None and last.title != view.title:
            last = self._review = None  # another step
        if not isinstance(view.item, Review):
            return ()
        self._review = view
        return () if last is None else last.options

    # Input

    def _read_event(self, view: View, keep: Keep) -> Event:
        if isinstance(view.item, Timer):
            return PlainTimer(view, self._lines, self._obey).run()
        if view.is_long:
            return LongText(view, self._lines, keep, self._edit, self._obey).run()
        while True:
            line = self._read(view)
            word, event = word_of(line, view), None
            if word is Word.EDIT and isinstance(view.item, Text):
                view = self._edited(view, keep)
            elif word is not None:
                event = self._obey(word, view)
            elif self._lines.is_cut or self._lines.has_more():
                view = self._pasted(view, line, keep)
            elif isinstance(event := self._meaning(line, view), Answer) and isinstance(view.item, Date):
                view, event = self._read_back(view, view.item, event, keep)
            if event is not None:
                return event

    def _read(self, view: View) -> str:
        if isinstance(view.item, Secret):
            self._lines.say(words.UNSEEN)
            return self._lines.read_unseen(PASSPHRASE)
        return self._lines.read(invitation(view))

    def _obey(self, word: Word, view: View) -> Event | None:
        """Do what a word asks for. Return its event, or None if the page goes on waiting."""
        match word:
            case Word.HELP:
                self._lines.say(*plain_blocks(view.why, self._today()), *words.help_lines(view))
            case Word.AGAIN:
                self._lines.say(*page_lines(view, self._today(), whole=True))
            case Word.BACK if not view.can_back:
                self._lines.say("There's no page before this one.")
            # For a question in a step, the session explains why it can't be skipped.
            case Word.SKIP if not (view.can_skip or (isinstance(view.item, Question) and view.minutes is not None)):
                self._lines.say("There's nothing to skip here.")
            case Word.BACK | Word.SKIP | Word.LEAVE | Word.HIDE:
                return self._end_page(word)
            case _:
                self._lines.say("The editor is only for writing. Please choose an answer here.")
        return None

    def _meaning(self, line: str, view: View) -> Event | None:
        """Return what a line means on a page, or None after saying what can be typed instead.

        A command of exback is none here, but a menu opens the step that it names, if it offers that.
        """
        command = command_of(line, view)
        if not command:
            event = parse_line(view, line)
            if event is None:
                self._lines.say("No answer has that number. To hear them, type again.")
            return event
        if any(command == f"{OPENS_STEP}{option.id}" for option in view.options):
            return Answer(command.removeprefix(OPENS_STEP))
        self._lines.say(one_line(words.COMMAND.format(command=command)))
        return None

    def _end_page(self, word: Word) -> Event:
        """Return the event of a word that ends the page. What was typed after it wasn't meant for the next page."""
        self._lines.drop_pending_input()
        match word:
            case Word.BACK:
                return Back()
            case Word.SKIP:
                return Skip()
            case Word.HIDE:
                self.is_hidden = True
                self._lines.clear()
        return Leave(hidden=word is Word.HIDE)

    def _edited(self, view: View, keep: Keep) -> View:
        """Open the editor on an answer of one line, and return the page on which Enter takes what was written there."""
        current = view.draft or view.value
        text = current if isinstance(current, str) else ""
        written = from_editor(view, text, self._edit, self._lines, lambda text, sheet: keep(Draft(flat(text), sheet)))
        return view if written is None else self._offered(view, flat(written))

    def _pasted(self, view: View, line: str, keep: Keep) -> View:
        """Return the page on which Enter takes what may not be all that the person meant to answer.

        The terminal cut its line, or it's the first of several. A page that doesn't ask for words takes none of it.
        """
        lines = [line]
        while self._lines.has_more():
            lines.append(self._lines.read())
        if not isinstance(view.item, Text):
            self._lines.say("Several lines came at once, so exback didn't take any of them.")
            return view
        self._lines.say(words.CUT if len(lines) == 1 else "Several lines came at once. Here they're joined into one.")
        keep(Draft(" ".join(lines)))
        return self._offered(view, " ".join(lines))

    def _read_back(self, view: View, item: Date, answer: Answer, keep: Keep) -> tuple[View, Answer | None]:
        """Say how a day was understood. If it may be another one, return the page on which Enter takes it, and no answer."""
        typed = str(answer.value)
        now = self._clock()
        text, day, needs_confirming = item.read_back(typed, now, month_first=view.month_first)
        if day is None or answer.value == view.value or typed == view.draft == day.isoformat():
            return view, answer  # refused, and the next page says why; or as it was; or read back before
        until = until_it_ends(day, now)
        if not needs_confirming:
            self._lines.say(f"That's {text}. {until}".rstrip())
            return view, answer
        keep(Draft(typed))
        self._lines.say(
            " ".join(filter(None, (f"{text}?", until, "Press Enter if that's right, or type another day.")))
        )
        return structs.replace(view, draft=day.isoformat(), notice=""), None

    def _offered(self, view: View, draft: str) -> View:
        """Print words that were saved as a draft, and return the page on which Enter takes them."""
        offered = structs.replace(view, draft=draft, notice="")
        self._lines.say(*current_answer_lines(offered))
        return offered
