"""Save drafts while someone types in plain lines, and tell them when a save is refused and when it works again."""

from __future__ import annotations

from exback.engine.view import Draft, Keep, View
from exback.screen.plain.lines import Lines
from exback.signals import held_back

SAVED = "What you wrote is saved now."


class DraftSaver:
    """Saves the drafts of one session. `unsaved` is why the last one couldn't be saved, empty if it was.

    `has_draft` says whether one was saved on this page.
    """

    def __init__(self, lines: Lines) -> None:
        self.unsaved = ""
        self.has_draft = False
        self._lines = lines
        self._keep: Keep = lambda _: None
        self._last = Draft("")

    def begin(self, view: View, keep: Keep) -> None:
        """Begin with a new page."""
        self._keep = keep
        self.has_draft = False
        self._last = Draft(view.draft or "")
        if view.minutes is None and not view.unsaved:  # pages outside a step don't know about saves
            self.unsaved, self._lines.meanwhile = "", None
        self._report(view.unsaved)

    def keep(self, draft: Draft) -> str:
        """Save a draft, with signals held back. Return why that's refused, which is also printed, or an empty text."""
        self._last = draft
        self.has_draft = bool(draft.value)
        with held_back():
            sentence = self._keep(draft) or ""
        self._report(sentence)
        return sentence

    def _report(self, sentence: str) -> None:
        """Print what is new: a refusal once, and once that it's over. Until then, try again from time to time."""
        if sentence != self.unsaved:
            self._lines.say(sentence or SAVED)
        self.unsaved = sentence
        self._lines.meanwhile = self._try_again if sentence else None

    def _try_again(self) -> None:
        self.keep(Draft(self._last.value))
