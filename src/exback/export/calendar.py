"""`exback export --format ics`: the days ahead as a calendar file (RFC 5545), with nothing in it that the person wrote.

A calendar is seen by whoever looks over a shoulder, and by the company that keeps it. So every title is neutral, or the one
word that the person chose; no event has a description, and no name of this program stands in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from uuid import UUID, uuid5

from msgspec import Struct

from exback.dates import in_utc, later
from exback.export import Options
from exback.guide import look
from exback.journey import Journey
from exback.program import Program
from exback.prose import flat, visible
from exback.store import Progress

RULE_ENDS = "Look back"
DAILY = "Two minutes"
AT = time(21)
MINUTES = 10
TIMES = 90
"""So many days of a daily event: a calendar outlives a program, and a reminder nobody wants any more is a sad thing."""
WIDTH = 75  # octets of a line, without its end
PRODUCT = "-//personal//calendar//EN"
NAMES = UUID("6f1d6c1e-58a0-4c56-9c0e-3f6a1f0a7b3d")
"""What uids are made from, so that a file that is imported once more changes events instead of adding them."""


class Event(Struct, frozen=True, kw_only=True):
    """One event: all day on `day` or, with a time `at`, for some minutes on every day from it on."""

    uid: UUID
    title: str
    day: date
    at: time | None = None


def render(program: Program, journey: Journey, progress: Progress, options: Options) -> str:
    """Give the days ahead as a calendar. With a title, every event has it."""
    title = flat(options.title)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN"]
    for event in _events(program, journey):
        lines += _lines(event, title or event.title, journey.now)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _events(program: Program, journey: Journey) -> Iterator[Event]:
    for named in program.coming:
        for said in journey.all_said(named.step, named.day):
            day = _as_day(said.value)
            if day is not None and day >= journey.today:
                yield Event(uid=_uid(said.run.id, named.day), title=named.neutral, day=day)
    guide = look(program, journey)
    promise = journey.last(program.streak.step)
    if guide.days is not None and promise is not None and guide.days.ends >= journey.today:
        yield Event(uid=_uid(promise.id, "ends"), title=RULE_ENDS, day=guide.days.ends)
    first = min(journey.runs, key=lambda run: run.start_number, default=None)
    begin = guide.paused_until or journey.today
    yield Event(uid=_uid("" if first is None else first.id, "daily"), title=DAILY, day=begin, at=AT)


def _as_day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _uid(*parts: str) -> UUID:
    return uuid5(NAMES, "/".join(parts))


def _lines(event: Event, title: str, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{event.uid}"
    yield f"DTSTAMP:{_moment(now)}"
    yield from _when(event)
    yield f"SUMMARY:{_escaped(title)}"
    yield "CLASS:PRIVATE"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _when(event: Event) -> Iterator[str]:
    """Give the time of an event; without a time zone nine in the evening is nine wherever somebody is."""
    if event.at is None:
        yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
        yield f"DTEND;VALUE=DATE:{_day(later(event.day, 1))}"
    else:
        yield f"DTSTART:{_day(event.day)}T{event.at:%H%M%S}"
        yield f"DURATION:PT{MINUTES}M"
        yield f"RRULE:FREQ=DAILY;COUNT={TIMES}"


def _moment(moment: datetime) -> str:
    """Return a moment by the clock of UTC; a year below 1000 has four figures too, which strftime doesn't promise."""
    utc = in_utc(moment)
    return f"{_day(utc.date())}T{utc:%H%M%S}Z"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _escaped(text: str) -> str:
    return visible(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Break a line into pieces of at most WIDTH octets, never within a letter; what follows begins with a space."""
    pieces: list[str] = []
    piece = ""
    for char in line:
        if len(f"{' ' if pieces else ''}{piece}{char}".encode()) > WIDTH:
            pieces.append(piece)
            piece = ""
        piece += char
    return "\r\n ".join([*pieces, piece])
