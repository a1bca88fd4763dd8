"""The writing of a long text: lines until a lone full stop, each kept as it comes, or the person's own editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from msgspec import structs

from exback.engine.view import Answer, Draft, Edit, Event, Keep, Sheet, View
from exback.errors import ExbackError
from exback.model.dates import count
from exback.model.prose import clean, is_blank, one_line
from exback.screen.plain import words
from exback.screen.plain.lines import Lines
from exback.screen.plain.words import END, Word, invitation, unquoted, word_of

Obey: TypeAlias = Callable[[Word, View], Event | None]
"""Does what a word says on a page, and gives its event, None where the page goes on waiting."""


class Writing:
    """A long text while it is written. It goes on from the draft, if there is one."""

    def __init__(self, view: View, lines: Lines, keep: Keep, edit: Edit | None, obey: Obey) -> None:
        self._view = view
        self._lines = lines
        self._keep = keep
        self._edit = edit
        self._obey = obey
        self._written = view.draft.split("\n") if isinstance(view.draft, str) and view.draft else []
        self._kept = self._text

    def run(self) -> Event:
        """Read until the text is given or left."""
        self._lines.say(invitation(self._view))
        event = None
        while event is None:
            event = self._event(self._lines.read(reminder=words.WRITE_ON))
        return event

    def _event(self, line: str) -> Event | None:
        """Give what a line does, None when it is a line of the text.

        In the midst of a paste only the words that leave are obeyed: nobody types another line so soon.
        """
        was_cut, is_pasted = self._lines.is_cut, self._lines.more_at_once()
        word = word_of(line, self._view)
        if word in (Word.HIDE, Word.LEAVE) or (word is not None and not is_pasted):
            return self._do(word)
        if line.strip() == END and not is_pasted:
            return self._given()
        if not line.strip() and not self._written:
            return None if is_pasted else self._empty()
        self._written.append(unquoted(line))
        if was_cut:
            self._lines.say(words.CUT_HERE)
        if not is_pasted:
            self._keep_now()
        return None

    def _empty(self) -> Event | None:
        """Give what Enter means before anything is written: the answer from before stays, else it is asked again."""
        if isinstance(self._view.value, str):
            return Answer(self._view.value)
        self._lines.say(invitation(self._view))
        return None

    @property
    def _text(self) -> str:
        return "\n".join(self._written)

    def _given(self) -> Event:
        """Give the text; where nothing was written, the answer from before stays."""
        is_new = self._written or not isinstance(self._view.value, str)
        return Answer(self._text if is_new else self._view.value)

    def _do(self, word: Word) -> Event | None:
        match word:
            case Word.ANEW:
                self._written = []
                self._keep_now()
                self._lines.say("Begun anew.")
            case Word.EDIT:
                self._open_editor()
            case _:  # obeyed before anything is saved: somebody who hides cannot wait for a disk
                event = self._obey(word, structs.replace(self._view, draft=self._text, notice=""))
                self._keep_now()
                return event
        return None

    def _open_editor(self) -> None:
        self._keep_now()
        written = from_editor(self._text or self._said_before, self._edit, self._lines, self._take)
        if written is None:
            return
        amount = f"{count(len(self._written), 'line')}, {count(len(written.split()), 'word')}"
        self._lines.say(f"From your editor: {amount}. {words.GIVE}" if self._written else "Nothing is written.")

    def _take(self, written: str, sheet: Sheet | None) -> str | None:
        self._written = [] if is_blank(written) else written.split("\n")
        self._kept = self._text
        return self._keep(Draft(self._text, sheet))

    def _keep_now(self) -> None:
        if self._kept != self._text:
            self._kept = self._text
            self._keep(Draft(self._text))

    @property
    def _said_before(self) -> str:
        return self._view.value if isinstance(self._view.value, str) else ""


Take: TypeAlias = Callable[[str, Sheet | None], str | None]
"""Keeps what came from an editor, and the sheet it lies in. Gives a sentence where that is refused, as Keep does."""


def from_editor(text: str, edit: Edit | None, lines: Lines, take: Take) -> str | None:
    """Give a text as the person's editor left it, None where that could not be had, which is said.

    `take` keeps it before the terminal is taken back, which fails where the window was closed meanwhile. Only what is
    kept is taken away where the editor left it.
    """
    if edit is None:
        lines.say(words.NO_EDITOR)
        return None
    written = None
    with lines.lent():
        try:
            text, notice, sheet = edit(text)
        except ExbackError as error:
            notice = " ".join(filter(None, (str(error), error.hint)))
        else:
            written = clean(text)
            if not take(written, sheet) and sheet is not None:
                sheet.discard()
    if notice:
        lines.say(one_line(notice))
    return written
