"""`exback status --short`: one line for the prompt of a shell, which shows a passer-by only one or two numbers.

It runs at every prompt, so it uses Python's own JSON, reads only the fields it needs, and loads no step. `insights` counts
the same days from the whole journey; a test checks that both agree.
"""

from __future__ import annotations

import json
from datetime import datetime

from exback import loader
from exback.errors import ExbackError, StoreError
from exback.model import timeline
from exback.model.dates import day_of, heed_day_starts
from exback.store import atomic, permissions
from exback.store.paths import FILE, FORMAT, SEALED, VERSION

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import ModuleType
    from typing import Any

    from exback.commands.environment import Environment

SAFETY = timeline.SAFETY
ANSWERS = ("answers", "hidden", "orphans")
LOCKED = "locked"
NOTHING = ""


class _Run:
    """A run as it is in the file, with the fields that Timeline needs."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.id: str = raw["id"]
        self.step: str = raw["step"]
        self.started = datetime.fromisoformat(raw["started"])
        self.start_number: int = raw.get("start_number", 0)
        self.finished = None if raw.get("finished") is None else datetime.fromisoformat(raw["finished"])
        self.finish_number: int = raw.get("finish_number", 0)
        self.answers: dict[str, object] = {**raw.get("orphans", {}), **raw.get("answers", {})}
        self.burnt: dict[str, str] = raw.get("burnt", {})


def status_short(environment: Environment) -> int:
    """Print the line for the person's own file. Return the exit code. Raises ExbackError as `line` does."""
    from exback.store import home_folder

    print(line(home_folder(environment.home), environment.clock()))
    return 0


def line(home: Path, now: datetime) -> str:
    """Return the line for the file in a folder: "12/30" on day 12 of 30, "" where there is no day to count, or "locked".

    It's the day alone, without a countdown, once the rule is over, after an ending without the other person, and for
    anyone who ever answered a safety question with yes. It's "" while the two are in touch by agreement or together again, for
    someone who goes on without a rule, and if the clock was set back so that the day can't be known.
    `now` has its UTC offset. Raises ExbackError if the file can't be read.
    """
    try:
        permissions.check_home(home)
        data = atomic.read(home / FILE)
        return NOTHING if data is None else _line(json.loads(data.decode("utf-8-sig")), now)
    except (StoreError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ExbackError("The file can't be read. To see why, leave out --short.") from None


def _line(raw: dict[str, Any], now: datetime) -> str:
    if raw["format"] == SEALED:
        return LOCKED
    if raw["format"] != FORMAT or raw.get("version", VERSION) > VERSION:
        raise ValueError(FORMAT)
    names = loader.promise()
    runs = [_Run(run) for run in raw.get("runs", [])]
    ended = timeline.ended(runs)
    latest_start = max(timeline.marks(ended, names.FRESH), default=None)
    present = [run for run in ended if latest_start is None or run.start_number > latest_start]
    promise = next((run for run in reversed(present) if run.step == names.MADE_IN), None)
    length = None if promise is None else timeline.whole_number(promise, names.LENGTH)
    if promise is None or length is None:
        return NOTHING
    if any(_ends_rule(run, names) for run in present if run.finish_number > promise.finish_number):
        return NOTHING
    heed_day_starts(raw.get("settings", {}).get("day_starts"))
    days = timeline.Timeline(runs, day_of(now))
    if days.outrun_calendar(promise):
        return NOTHING
    day = days.since(promise) + timeline.days_before(promise, names.BEGAN)
    has_ended = any(not _is_reopened(ending, present, names) for ending in _held_endings(present, names))
    return f"{day}" if day >= length or has_ended or _ever_said_yes(raw["runs"]) else f"{day}/{length}"


def _ends_rule(run: _Run, names: ModuleType) -> bool:
    """Whether a run has one of the answers after which no rule runs; words that were deleted since had been there."""
    return any(
        run.answers.get(item) in values if values else run.answers.get(item) is not None or item in run.burnt
        for step, item, values in names.OVER
        if run.step == step
    )


def _held_endings(runs: list[_Run], names: ModuleType) -> list[_Run]:
    """Return the last run of each ending that wasn't taken back."""
    last = {run.step: run for run in runs if run.step in names.ENDINGS}
    return [run for run in last.values() if _holds(run, runs, names)]


def _holds(ending: _Run, runs: list[_Run], names: ModuleType) -> bool:
    """Whether the last run of an ending tells it or says that it still holds, and no later answer says otherwise."""
    replies = (run.answers.get(names.REPLY) for run in runs if run.step in names.SENT_IN)
    if ending.step == names.NO_REPLY and any(reply not in (None, names.NOTHING) for reply in replies):
        return False
    if ending.step in names.TOGETHER:
        return ending.answers.get(names.KEEP) is not None or ending.answers.get(names.HOLDS) == "yes"
    return ending.answers.get(names.ASKED_IN.get(ending.step, names.HOLDS)) not in names.TAKEN_BACK


def _is_reopened(ending: _Run, runs: list[_Run], names: ModuleType) -> bool:
    """Whether it ended again after an ending, which opens the stages again if they had been close in between."""
    partings = [run for run in runs if run.step == names.FRESH[0] and run.start_number > ending.finish_number]
    if ending.step in names.TOGETHER:
        return bool(partings)
    endings = [run.finish_number for run in runs if run.step == ending.step]
    close = [run.finish_number for run in runs if run.step in names.CLOSE]
    return any(
        max((number for number in endings if number < parting.start_number), default=0) < number < parting.finish_number
        for parting in partings
        for number in close
    )


def _ever_said_yes(runs: list[dict[str, Any]]) -> bool:
    """Whether a safety question was ever answered with yes, wherever in a run that answer is."""
    asking = [
        run for run in runs if run.get("history") or not all(SAFETY.isdisjoint(run.get(name, ())) for name in ANSWERS)
    ]
    return any(value not in (None, False) for run in asking for item, value in _answers(run) if item in SAFETY)


def _answers(run: dict[str, Any]) -> Iterator[tuple[str, object]]:
    for name in ANSWERS:
        yield from run.get(name, {}).items()
    yield from ((earlier["item"], earlier["value"]) for earlier in run.get("history", ()))
