"""`exback export --format ics`: the days ahead as a calendar file (RFC 5545), without a word that the person wrote.

Someone who looks over a shoulder sees a calendar, and so does the company that stores it. Every title is neutral, or the one the
person chose. No event has a description, and the file doesn't name this program. Only the daily event has an alarm, with the words
of its title: on a whole day, one at the start would come at midnight.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeAlias
from uuid import UUID, uuid5

from icalendar import Alarm, Calendar, Event

from exback.engine.status import status_of
from exback.errors import NotNow
from exback.export.options import Options
from exback.model.dates import in_utc, later
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import flat, visible
from exback.model.run import Run
from exback.model.streak import streak_of

RULE_ENDS = "Look back"
DAILY = "Two minutes"
AT = time(21)
DURATION = timedelta(minutes=10)
TIMES = 90
"""Days that the daily event comes: a calendar outlives a program, and a reminder no one wants any more is a sad thing."""
PRODUCT = "-//personal//calendar//EN"
NAMES = UUID("6f1d6c1e-58a0-4c56-9c0e-3f6a1f0a7b3d")
"""The namespace of the UIDs. It stays as it is: an event that gets another UID appears twice in a calendar."""
STOPPED = "You've stopped the plan, so there's nothing to remind you of."
GO_ON = "To go on with it, start exback and choose “Go on”. Then type this command again."
Properties: TypeAlias = dict[str, Any]
"""The properties of a calendar or an event, by their names; the library writes each value in its form."""


def render(program: Program, journey: Journey, options: Options) -> str:
    """Return the days ahead as a calendar. A title in the options replaces that of every event. Raises NotNow."""
    return _calendar(_events(program, journey), flat(options.title))


def daily(program: Program, journey: Journey, at: time) -> str:
    """Return a calendar with nothing but the check-in of every day, at that time: the same event as in the calendar of all days.

    Raises:
        NotNow: The plan is stopped without an end, so none is due.
    """
    return _calendar(_daily(program, journey, at))


def titles(program: Program, journey: Journey) -> tuple[str, ...]:
    """Return the titles in the calendar of all days, each once."""
    return tuple(dict.fromkeys(event["summary"] for event in _events(program, journey)))


def _events(program: Program, journey: Journey) -> Iterator[Properties]:
    yield from _days_ahead(program, journey)
    yield from _rule_end(program, journey)
    yield from _daily(program, journey, AT)


def _calendar(events: Iterable[Properties], title: str = "") -> str:
    """Return a calendar. It must have an event (RFC 5545), and only someone who has stopped the plan may have none."""
    calendar = Calendar()
    _add(calendar, {"prodid": PRODUCT, "version": "2.0", "calscale": "GREGORIAN", "method": "PUBLISH"})
    for properties in events:
        event, summary = Event(), visible(title or properties["summary"])
        _add(event, {**properties, "summary": summary})
        if "rrule" in properties:
            alarm = Alarm()
            _add(alarm, {"action": "DISPLAY", "description": summary, "trigger": timedelta(0)})
            event.add_component(alarm)
        calendar.add_component(event)
    if not calendar.events:
        raise NotNow(STOPPED, hint=GO_ON)
    content: bytes = calendar.to_ical()
    return content.decode("utf-8")


def _add(component: Alarm | Calendar | Event, properties: Properties) -> None:
    for name, value in properties.items():
        component.add(name, value)


def _days_ahead(program: Program, journey: Journey) -> Iterator[Properties]:
    """Yield the days from today on that answers name: hard dates, the day of a letter, a page that comes back."""
    for coming in program.coming:
        for answer in journey.all_said(coming.step, coming.day):
            day, run = coming.day_of(answer), answer.run
            if day is not None and day >= journey.today:
                name = f"{run.id}/{coming.day}"
                yield _event(name, coming.neutral, len(run.history), _modified([run])) | _whole_day(day)


def _rule_end(program: Program, journey: Journey) -> Iterator[Properties]:
    """Yield the last day of the rule, unless it has passed. A new rule moves the event of the first one."""
    streak = streak_of(program.streak, journey)
    promises = journey.ever(program.streak.step)
    if streak is not None and streak.ends >= journey.today:
        changes = len(promises) - 1 + sum(len(promise.history) for promise in promises)
        yield _event(f"{promises[0].id}/ends", RULE_ENDS, changes, _modified(promises)) | _whole_day(streak.ends)


def _daily(program: Program, journey: Journey, at: time) -> Iterator[Properties]:
    """Yield the check-in that comes every day, from today or from the end of a pause on; nothing while it's paused without one.

    It moves with the day and with every pause, so its sequence grows with both. Without a time zone, `at` is the same time of
    day wherever someone is.
    """
    first = min(journey.runs, key=lambda run: run.start_number, default=None)
    days = max(map(journey.days_since, journey.runs), default=0)
    modified = max(_modified(journey.runs), datetime.combine(journey.today, time(), UTC))
    status = status_of(program, journey)
    if status.is_stopped:
        return
    name = f"{'' if first is None else first.id}/daily"
    yield _event(name, DAILY, days + journey.next_number - 1, modified) | {
        "dtstart": datetime.combine(status.paused_until or journey.today, at),
        "duration": DURATION,
        "rrule": {"freq": "daily", "count": TIMES},
    }


def _event(name: str, title: str, sequence: int, modified: datetime) -> Properties:
    """Return what every event has. Its `name` becomes its UID.

    A calendar that has the event already keeps the one with the higher `sequence`, so it grows with every change of the day.
    `modified` is the moment of the last change, in UTC. Neither comes from the clock of the export, so the same file makes the
    same calendar all day.
    """
    return {
        "uid": str(uuid5(NAMES, name)),
        "sequence": sequence,
        "dtstamp": modified,
        "last-modified": modified,
        "summary": title,
        "class": "PRIVATE",
        "transp": "TRANSPARENT",
    }


def _whole_day(day: date) -> Properties:
    """Return when an event takes place that lasts a day. After the last day there is no other to end on, and none is needed."""
    return {"dtstart": day} if day == date.max else {"dtstart": day, "dtend": later(day, 1)}


def _modified(runs: Iterable[Run]) -> datetime:
    """Return the moment of the last change to any of the runs, in UTC; the earliest there is, without a run."""
    moments = [moment for run in runs for moment in (run.finished or run.started, *(old.until for old in run.history))]
    return max(map(in_utc, moments), default=datetime.min.replace(tzinfo=UTC))
