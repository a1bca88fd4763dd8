"""Run a timer in plain lines, in few words: a voice must not talk over someone's breath or their screen reader."""

from __future__ import annotations

import time
from collections.abc import Iterator

from exback.engine.view import Answer, Event, View
from exback.model.dates import count
from exback.model.items import Timer
from exback.screen.plain.lines import Lines
from exback.screen.plain.long_text import Obey
from exback.screen.plain.words import Word, invitation, word_of

QUIET = "quiet"
LONG = 240  # seconds; a wait as long as this is also announced at half time
BEGUN = "Started."
BREATH = f"You'll hear “in” and “out”. Type {QUIET} to hear only the end. Enter ends it early."
WAIT = "You'll be told when it's over. Enter ends it early."
LONG_WAIT = "You'll be told halfway through, and when it's over. Enter ends it early."


class PlainTimer:
    """A running timer. It begins when the person is ready to listen, not while the page is still being read out."""

    def __init__(self, view: View, lines: Lines, obey: Obey) -> None:
        assert isinstance(view.item, Timer)
        self._view = view
        self._timer = view.item
        self._lines = lines
        self._obey = obey

    def run(self) -> Event:
        """Let the time pass, and return whether it was finished or left. Ctrl-C ends the timer, not the step."""
        self._lines.say(_announcement(self._timer))
        while (word := word_of(line := self._lines.read(invitation(self._view)), self._view)) is not None:
            if (event := self._event_of(word)) is not None:
                return event
        self._lines.drop_pending_input()  # Enter pressed twice must not end what it has just begun
        try:
            return self._pass(quiet=line.strip().casefold() == QUIET)
        except KeyboardInterrupt:
            return Answer("left")

    def _pass(self, *, quiet: bool) -> Event:
        for words, seconds in _rhythm(self._timer, quiet=quiet):
            self._lines.say(words)
            if (event := self._wait(seconds)) is not None:
                return event
        minutes = max(1, self._timer.seconds // 60)
        self._lines.say(f"That was {count(minutes, 'minute')}.")
        return Answer("finished")

    def _wait(self, seconds: float) -> Event | None:
        """Let seconds pass, and return the event of what was typed meanwhile, if it ends the timer."""
        left = seconds
        while left > 0:
            began = time.monotonic()
            line = self._lines.pause(left)
            if line is None:
                return None
            word = word_of(line, self._view)
            event = Answer("left") if word is None else self._event_of(word)
            if event is not None:
                return event
            left -= time.monotonic() - began
        return None

    def _event_of(self, word: Word) -> Event | None:
        return Answer("left") if word is Word.SKIP else self._obey(word, self._view)


def _announcement(timer: Timer) -> str:
    if timer.breath is not None:
        return BREATH
    return LONG_WAIT if timer.seconds >= LONG else WAIT


def _rhythm(timer: Timer, *, quiet: bool) -> Iterator[tuple[str, float]]:
    """Yield each sentence of the timer, with the seconds that pass after it."""
    if timer.breath is not None and not quiet:
        inhale, exhale = timer.breath
        for _ in range(timer.seconds // (inhale + exhale)):
            yield "In.", inhale
            yield "Out.", exhale
    elif timer.breath is None and timer.seconds >= LONG:
        half = timer.seconds / 2
        yield BEGUN, half
        yield f"You have {count(round(half / 60), 'minute')} to go.", half
    else:
        yield BEGUN, timer.seconds
