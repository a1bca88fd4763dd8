"""A made-up life, walked through the real program by the real session, so that every page has something to show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from exback.engine.session import Session
from exback.engine.view import Answer, Event, Skip
from exback.errors import ProgramError
from exback.model.dates import DAY_START, day_of
from exback.model.items import Item, Question, Timer
from exback.model.program import DemoRun, Program
from exback.model.run import Run

WEEK = timedelta(days=7)
LENGTH = 10 * WEEK


def live(program: Program, life: Iterable[DemoRun], now: datetime) -> tuple[Run, ...]:
    """Give the runs of a life that began on a Monday ten weeks ago. What would end after `now` has not happened."""
    first = _first_day(day_of(now))
    dated = sorted(((_moment(first, lived, now), lived) for lived in life), key=lambda one: one[0])
    runs: tuple[Run, ...] = ()
    for number, (begin, lived) in enumerate(dated):
        end = begin + timedelta(minutes=lived.minutes)
        if end <= now:
            journey = program.journey(runs, begin)
            session = Session.begin(program, program.step(lived.step), journey, f"{number:012x}")
            runs = (*runs, _walked(session, lived, day_of(begin), end))
    return runs


def _first_day(today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    return monday - LENGTH


def _moment(first: date, lived: DemoRun, now: datetime) -> datetime:
    wall = datetime.combine(first + timedelta(days=lived.day), time.fromisoformat(lived.at), now.tzinfo)
    return wall + timedelta(days=1) if wall.hour < DAY_START else wall


def _walked(session: Session, lived: DemoRun, today: date, end: datetime) -> Run:
    """Give the run once the step is over, or left."""
    while not session.over:
        place = session.path.place(session.run.cursor)
        page = None if place is None else session.path.pages[place]
        if lived.is_left and isinstance(page, Question) and page.id not in lived.answers:
            break
        session = session.apply(_event(page, lived, today), end)
        if session.notice:
            raise ProgramError(f"“{session.run.cursor}” of “{lived.step}” does not take what the made-up life answers.")
    return session.run


def _event(page: Item | None, lived: DemoRun, today: date) -> Event:
    if not isinstance(page, Question):
        return Answer()
    if page.id not in lived.answers:
        return _unsaid(page, lived)
    given = lived.answers[page.id]
    return Answer((today + given).isoformat() if isinstance(given, timedelta) else given)


def _unsaid(page: Question, lived: DemoRun) -> Event:
    if isinstance(page, Timer):
        return Answer("finished")
    if page.optional:
        return Skip()
    raise ProgramError(f"The made-up life has no answer to “{page.id}” of “{lived.step}”.")
