"""The made-up life of `exback demo`, played through the real session so that every page has something to show."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from exback.engine.session import Session
from exback.engine.simulated_person import go_through
from exback.engine.view import Answer, Event, Leave, Skip
from exback.errors import ProgramError
from exback.model.dates import DAY_START, day_of
from exback.model.items import OptionsQuestion, Question, Timer
from exback.model.program import DemoRun, Program
from exback.model.run import Run

LENGTH = timedelta(weeks=10)


def live(program: Program, life: Iterable[DemoRun], now: datetime) -> tuple[Run, ...]:
    """Return the runs of a life that began on a Monday ten weeks ago, without those that would end after `now`.

    Raises ProgramError if a step doesn't take what the life answers.
    """
    today = day_of(now)
    first_day = today - timedelta(days=today.weekday()) - LENGTH
    dated = [(_moment(first_day, demo_run, now), demo_run) for demo_run in life]
    runs: tuple[Run, ...] = ()
    for number, (begin, demo_run) in enumerate(sorted(dated, key=lambda pair: pair[0])):
        end = begin + timedelta(minutes=demo_run.minutes)
        if end <= now:
            journey = program.journey(runs, begin)
            session = Session.begin(program, program.step(demo_run.step), journey, f"{number:012x}")
            runs = (*runs, _played(session, demo_run, day_of(begin), end))
    return runs


def _moment(first_day: date, demo_run: DemoRun, now: datetime) -> datetime:
    wall = datetime.combine(first_day + timedelta(days=demo_run.day), time.fromisoformat(demo_run.at), now.tzinfo)
    return wall + timedelta(days=1) if wall.hour < DAY_START else wall


def _played(session: Session, demo_run: DemoRun, today: date, end: datetime) -> Run:
    """Return the run once the step is over, or left."""
    for played in go_through(session, lambda before: _event(before, demo_run, today), lambda: end):
        session = played
        if session.notice:
            raise ProgramError(
                f"“{session.run.cursor}” of “{demo_run.step}” doesn't take what the made-up life answers."
            )
    return session.run


def _event(session: Session, demo_run: DemoRun, today: date) -> Event:
    page = session.path.page(session.run.cursor)
    if not isinstance(page, Question):
        return Answer()
    if page.id in demo_run.answers:
        answer = demo_run.answers[page.id]
        return Answer((today + answer).isoformat() if isinstance(answer, timedelta) else answer)
    if demo_run.is_left:
        return Leave()
    if isinstance(page, Timer):
        return Answer("finished")
    if isinstance(page, OptionsQuestion) and page.preset:
        return Answer(page.offered(session.path.here)[0].id)
    if page.optional:
        return Skip()
    raise ProgramError(f"The made-up life has no answer to “{page.id}” of “{demo_run.step}”.")
