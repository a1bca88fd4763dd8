"""The endings that close a stage, and whether one of them holds."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from exback.model.dates import in_words
from exback.model.gates import Gate, first_closed
from exback.model.journey import Journey
from exback.model.run import Run


class Ending(Struct, frozen=True, kw_only=True):
    """An ending that closes a stage, by the id of its step.

    `words` are shown in place of the stage. `sentence` says what the person told, with `{day}` for the day. It holds while the
    latest run of the step completes it, and all gates of `holds` are open. What opens its stage again ends it; if it `outlasts`
    some steps, only where one of them was done in between.
    """

    step: str
    words: str
    sentence: str
    holds: tuple[Gate, ...] = ()
    outlasts: tuple[str, ...] = ()

    def since(self, journey: Journey, reopened_by: Iterable[str]) -> Run | None:
        """Return the run from which it holds, None if it doesn't: it was taken back, or one of some steps was done after it."""
        reopening = (
            run.start_number
            for step in reopened_by
            for run in journey.finished(step)
            if self._is_ended_by(journey, run)
        )
        run = journey.holds_since(self.step, after=max(reopening, default=0))
        return run if run is not None and first_closed(self.holds, journey).open else None

    def _is_ended_by(self, journey: Journey, reopening: Run) -> bool:
        """Whether a run that opens the stage again ends it, too."""
        begun, ended = reopening.start_number, reopening.finish_number
        tellings = (run.finish_number for run in journey.finished(self.step))
        latest = max((number for number in tellings if number < begun), default=0)
        between = (run.finish_number for step in self.outlasts for run in journey.finished(step))
        return not self.outlasts or any(latest < number < ended for number in between)

    def said(self, journey: Journey, run: Run) -> str:
        """Return what the person told in a run."""
        return self.sentence.format(day=in_words(journey.day(run), journey.today).partition(" ")[2])


class Held(Struct, frozen=True):
    """An ending that holds, and the run from which it does."""

    ending: Ending
    since: Run

    def reason(self, journey: Journey) -> str:
        """Return why a step is closed by it, and where to take it back."""
        return f"{self.ending.said(journey, self.since)} To take that back: exback step {self.ending.step}"


def latest_held(endings: Iterable[Ending], reopened_by: tuple[str, ...], journey: Journey) -> Held | None:
    """Return the one that was told last of the endings that hold, None if none does."""
    held = [Held(each, run) for each in endings if (run := each.since(journey, reopened_by)) is not None]
    return max(held, key=lambda each: _told(journey, each), default=None)


def _told(journey: Journey, held: Held) -> int:
    last = journey.last(held.ending.step)
    return 0 if last is None else last.finish_number
