"""Let someone write a long text in plain lines, up to a lone full stop and saved line by line, or in their own editor."""

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
"""Does what a word asks for on a page. Returns its event, or None if the page goes on waiting."""


class LongText:
    """A long text while it is written. It goes on from the draft, if there is one."""

    def __init__(self, view: View, lines: Lines, keep: Keep, edit: Edit | None, obey: Obey) -> None:
        self._view = view
        self._lines = lines
        self._keep = keep
        self._edit = edit
        self._obey = obey
        self._earlier = view.value if isinstance(view.value, str) else None
        self._written = view.draft.split("\n") if isinstance(view.draft, str) and view.draft else []
        self._saved = self._text

    def run(self) -> Event:
        """Read lines until the text is finished or left, and return that event."""
        self._lines.say(invitation(self._view))
        while True:
            line = self._lines.read(reminder=f"Go on writing. {words.ENDS_IT}")
            if (event := self._event_of(line)) is not None:
                return event

    def _event_of(self, line: str) -> Event | None:
        """Return the event that a line stands for, or None after adding it to the text.

        In the middle of a paste only the words that leave are obeyed: no one types another line so soon. Enter before
        anything is written keeps the answer from before, if there is one.
        """
        was_cut, is_pasted = self._lines.is_cut, self._lines.has_more()
        word = word_of(line, self._view)
        if word in (Word.HIDE, Word.LEAVE) or (word is not None and not is_pasted):
            return self._do(word)
        if line.strip() == END and not is_pasted:
            return Answer(self._text if self._written else self._earlier or "")
        if line.strip() or self._written:
            self._add(line, was_cut=was_cut, is_pasted=is_pasted)
        elif not is_pasted and self._earlier is not None:
            return Answer(self._earlier)
        elif not is_pasted:
            self._lines.say(invitation(self._view))
        return None

    def _add(self, line: str, *, was_cut: bool, is_pasted: bool) -> None:
        self._written.append(unquoted(line))
        if was_cut:
            self._lines.say(f"{words.CUT} Write that line again, or type edit.")
        if not is_pasted:
            self._save()

    @property
    def _text(self) -> str:
        return "\n".join(self._written)

    def _do(self, word: Word) -> Event | None:
        match word:
            case Word.ANEW:
                self._written = []
                self._save()
                self._lines.say("All cleared. You can start again.")
            case Word.EDIT:
                self._open_editor()
            case _:  # obeyed before anything is saved: someone who hides can't wait for a disk
                event = self._obey(word, structs.replace(self._view, draft=self._text, notice=""))
                self._save()
                return event
        return None

    def _open_editor(self) -> None:
        self._save()
        written = from_editor(self._view, self._text or self._earlier or "", self._edit, self._lines, self._take)
        if written is None:
            return
        lines, amount = count(len(self._written), "line"), count(len(written.split()), "word")
        from_there = f"From your editor: {lines}, {amount}. {words.ENDS_IT}"
        self._lines.say(from_there if self._written else "There's nothing written.")

    def _take(self, written: str, sheet: Sheet | None) -> str | None:
        self._written = [] if is_blank(written) else written.split("\n")
        self._saved = self._text
        return self._keep(Draft(self._text, sheet))

    def _save(self) -> None:
        if self._saved != self._text:
            self._saved = self._text
            self._keep(Draft(self._text))


Take: TypeAlias = Callable[[str, Sheet | None], str | None]
"""Saves a text from an editor, with the file it is in. Returns a sentence if that is refused, as Keep does."""


def from_editor(view: View, text: str, edit: Edit | None, lines: Lines, take: Take) -> str | None:
    """Return a text of a page as the person's editor left it. If there is none, say why and return None.

    `take` saves it before the terminal is taken back, which fails if the window was closed meanwhile. The editor's file
    is deleted only after its text was saved.
    """
    if edit is None:
        lines.say("There's no editor here. Go on writing line by line.")
        return None
    written = None
    with lines.lent():
        try:
            edited = edit(text, view.name)
        except ExbackError as error:
            notice = " ".join(filter(None, (str(error), error.hint)))
        else:
            notice, written = edited.notice, clean(edited.text)
            if not take(written, edited.sheet) and edited.sheet is not None:
                edited.sheet.discard()
    if notice:
        lines.say(one_line(notice))
    return written
