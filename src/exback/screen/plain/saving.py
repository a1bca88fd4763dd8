"""Keeping what is typed in plain lines, and saying when that's refused, and when it's done after all."""

from __future__ import annotations

from exback.engine.view import Draft, Keep, View
from exback.screen.plain.lines import Lines
from exback.signals import held_back

SAVED = "What you wrote is saved now."


class Saving:
    """Keeps drafts on the lines of one sitting. `unsaved` is why the last one couldn't be saved, empty where it was."""

    def __init__(self, lines: Lines) -> None:
        self.unsaved = ""
        self._lines = lines
        self._keep: Keep = _nothing
        self._last = Draft("")

    def begin(self, view: View, keep: Keep) -> None:
        """Begin with a page."""
        self._keep = keep
        self._last = Draft(view.draft or "")
        if view.minutes is None and not view.unsaved:  # a page outside a step knows nothing of saves
            self.unsaved, self._lines.meanwhile = "", None
        self._note(view.unsaved)

    def keep(self, draft: Draft) -> str:
        """Keep a draft, broken off by no signal. Return why that's refused, which is said as well."""
        self._last = draft
        with held_back():
            sentence = self._keep(draft) or ""
        self._note(sentence)
        return sentence

    def _note(self, sentence: str) -> None:
        """Say what is new: a refusal once, and once that it's over."""
        if sentence != self.unsaved:
            self._lines.say(sentence or SAVED)
        self.unsaved = sentence
        self._lines.meanwhile = self._try_again if sentence else None

    def _try_again(self) -> None:
        self.keep(Draft(self._last.value))


def _nothing(draft: Draft) -> None:
    """There is no page yet."""
