"""`exback export --format ics`: the days ahead as a calendar file (RFC 5545), without a word that the person wrote.

Someone who looks over a shoulder sees a calendar, and so does the company that stores it. Every title is neutral, or the one the
person chose. No event has a description, and the file doesn't name this program.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from icalendar import Calendar, Event
from msgspec import Struct

from exback.engine.status import status_of
from exback.export.options import Options
from exback.model.dates import in_utc, iso_day, later
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import flat, visible
from exback.model.run import Run
from exback.store import Progress

RULE_ENDS = "Look back"
DAILY = "Two minutes"
AT = time(21)
DURATION = timedelta(minutes=10)
TIMES = 90
"""Days that the daily event comes: a calendar outlives a program, and a reminder no one wants any more is a sad thing."""
PRODUCT = "-//personal//calendar//EN"
NAMES = UUID("6f1d6c1e-58a0-4c56-9c0e-3f6a1f0a7b3d")
"""The namespace of the UIDs. It stays as it is: an event that gets another UID appears twice in a calendar."""


class Entry(Struct, frozen=True, kw_only=True):
    """One event: all day on `day` or, with a time `at`, for ten minutes every day from then on.

    A calendar that has the event already keeps the one with the higher `sequence`, so it grows with every change of the day.
    `modified` is the moment of the last change, in UTC. Neither comes from the clock of the export, so the same file makes the
    same calendar all day.
    """

    uid: UUID
    title: str
    day: date
    at: time | None = None
    sequence: int
    modified: datetime


def render(program: Program, journey: Journey, progress: Progress, options: Options) -> str:
    """Return the days ahead as a calendar. A title in the options replaces that of every event."""
    title = flat(options.title)
    calendar = Calendar()
    for name, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("method", "PUBLISH")):
        calendar.add(name, value)
    for entry in (*_days_ahead(program, journey), *_rule_end(program, journey), _daily(program, journey)):
        calendar.add_component(_event(entry, title or entry.title))
    content: bytes = calendar.to_ical()
    return content.decode("utf-8")


def _days_ahead(program: Program, journey: Journey) -> Iterator[Entry]:
    """Yield the days from today on that answers name: hard dates, the day of a letter."""
    for coming in program.coming:
        for answer in journey.all_said(coming.step, coming.day):
            day = iso_day(answer.value)
            if day is not None and day >= journey.today:
                yield Entry(
                    uid=_uid(answer.run.id, coming.day),
                    title=coming.neutral,
                    day=day,
                    sequence=len(answer.run.history),
                    modified=_modified([answer.run]),
                )


def _rule_end(program: Program, journey: Journey) -> Iterator[Entry]:
    """Yield the last day of the rule, unless it has passed. A new rule moves the event of the first one."""
    streak = status_of(program, journey).days
    promises = journey.ever(program.streak.step)
    if streak is not None and streak.ends >= journey.today:
        yield Entry(
            uid=_uid(promises[0].id, "ends"),
            title=RULE_ENDS,
            day=streak.ends,
            sequence=len(promises) - 1 + sum(len(promise.history) for promise in promises),
            modified=_modified(promises),
        )


def _daily(program: Program, journey: Journey) -> Entry:
    """Return the check-in that comes every day, from today or from the end of a pause on.

    It moves with the day and with every pause, so its sequence grows with both.
    """
    first = min(journey.runs, key=lambda run: run.start_number, default=None)
    days = max(map(journey.days_since, journey.runs), default=0)
    return Entry(
        uid=_uid("" if first is None else first.id, "daily"),
        title=DAILY,
        day=status_of(program, journey).paused_until or journey.today,
        at=AT,
        sequence=days + journey.next_number - 1,
        modified=max(_modified(journey.runs), datetime.combine(journey.today, time(), UTC)),
    )


def _uid(*parts: str) -> UUID:
    return uuid5(NAMES, "/".join(parts))


def _modified(runs: Iterable[Run]) -> datetime:
    """Return the moment of the last change to any of the runs, in UTC; the earliest there is, without a run."""
    moments = [moment for run in runs for moment in (run.finished or run.started, *(old.until for old in run.history))]
    return max(map(in_utc, moments), default=datetime.min.replace(tzinfo=UTC))


def _event(entry: Entry, title: str) -> Event:
    event = Event()
    for name, value in (
        ("uid", str(entry.uid)),
        ("sequence", entry.sequence),
        ("dtstamp", entry.modified),
        ("last-modified", entry.modified),
        ("summary", visible(title)),
        ("class", "PRIVATE"),
        ("transp", "TRANSPARENT"),
        *_when(entry),
    ):
        event.add(name, value)
    return event


def _when(entry: Entry) -> Iterator[tuple[str, object]]:
    """Yield when an event takes place. Without a time zone, nine in the evening is nine wherever someone is."""
    if entry.at is not None:
        yield "dtstart", datetime.combine(entry.day, entry.at)
        yield "duration", DURATION
        yield "rrule", {"freq": "daily", "count": TIMES}
        return
    yield "dtstart", entry.day
    if entry.day < date.max:  # after the last day there is no other; an event without an end lasts one day
        yield "dtend", later(entry.day, 1)
