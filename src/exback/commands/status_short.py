"""`exback status --short`: one line for the prompt of a shell, in which a passer-by reads nothing but one number or two.

It is asked for at every prompt, so it takes Python's own JSON, looks only at what it needs, and loads no step.
`insights` works out the same days from the whole journey; a test holds that both agree.
"""

from __future__ import annotations

import json
from datetime import datetime

from exback import loader
from exback.errors import ExbackError, StoreError
from exback.model import timeline
from exback.model.dates import day_of
from exback.store import atomic, permissions
from exback.store.paths import FILE, FORMAT, SEALED, VERSION

TYPE_CHECKING = False  # typing itself takes as long to load as Python
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

SAFETY = timeline.SAFETY
KEPT = ("answers", "hidden", "orphans")
LOCKED = "locked"
NOTHING = ""


class _Run:
    """A run as it stands in the file, with the fields that the record needs."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.id: str = raw["id"]
        self.step: str = raw["step"]
        self.started = datetime.fromisoformat(raw["started"])
        self.start_number: int = raw.get("start_number", 0)
        self.finished = None if raw.get("finished") is None else datetime.fromisoformat(raw["finished"])
        self.finish_number: int = raw.get("finish_number", 0)
        self.answers: dict[str, object] = {**raw.get("orphans", {}), **raw.get("answers", {})}


def line(home: Path, now: datetime) -> str:
    """Give the line for the file in a folder: "12/30" on day 12 of 30, "" before there is a day to count, or "locked".

    Nothing is counted down where it leads nowhere: once the rule has run its length, after an ending without the other
    person, and for whoever ever said yes to a question about safety, it is the day alone. Where the clock was set back so
    that nobody knows the day, it is "".
    `now` carries its UTC offset. Raises ExbackError, which says in one sentence that the file can't be read.
    """
    try:
        permissions.check_home(home)
        data = atomic.read(home / FILE)
        return NOTHING if data is None else _line(json.loads(data.decode("utf-8-sig")), now)
    except (StoreError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise ExbackError("The file can't be read; status without --short says why.") from None


def _line(raw: dict[str, Any], now: datetime) -> str:
    if raw["format"] == SEALED:
        return LOCKED
    if raw["format"] != FORMAT or raw.get("version", VERSION) > VERSION:
        raise ValueError(FORMAT)
    names = loader.promise()
    runs = [_Run(run) for run in raw.get("runs", [])]
    ended = timeline.ended(runs)
    walk_began = max(timeline.marks(ended, names.FRESH), default=None)
    present = [run for run in ended if walk_began is None or run.start_number > walk_began]
    promise = next((run for run in reversed(present) if run.step == names.MADE_IN), None)
    length = None if promise is None else timeline.whole_number(promise, names.LENGTH)
    if promise is None or length is None:
        return NOTHING
    days = timeline.Timeline(runs, day_of(now))
    if days.outrun_calendar(promise):
        return NOTHING
    day = days.since(promise)
    has_ended = any(run.step in names.ENDINGS for run in present)
    return f"{day}" if day >= length or has_ended or _ever_said_yes(raw["runs"]) else f"{day}/{length}"


def _ever_said_yes(runs: list[dict[str, Any]]) -> bool:
    """Tell whether a question about safety was ever answered with yes, wherever in a run that stands."""
    asking = [
        run for run in runs if run.get("history") or not all(SAFETY.isdisjoint(run.get(kept, ())) for kept in KEPT)
    ]
    return any(value not in (None, False) for run in asking for item, value in _all_said(run) if item in SAFETY)


def _all_said(run: dict[str, Any]) -> Iterator[tuple[str, object]]:
    for kept in KEPT:
        yield from run.get(kept, {}).items()
    yield from ((earlier["item"], earlier["value"]) for earlier in run.get("history", ()))
