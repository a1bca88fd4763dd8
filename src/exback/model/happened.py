"""The days on which something happened according to some answers, each as the number of days from then to today."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from exback.model.dates import day_of, iso_day
from exback.model.journey import Journey, PastAnswer
from exback.model.run import Run, Value
from exback.model.tracking import Answers

AWAY = 5
"""Someone who was here last so many days ago or more has been away."""


def about(answer: PastAnswer, dated_by: Iterable[str]) -> date:
    """Return the day that an answer is about: the one the run names in `dated_by`, unless a wrong clock dated the run."""
    named = named_day(answer.run.answers, dated_by) if answer.day == answer.run.day else None
    return named or answer.day


def day_about(journey: Journey, run: Run, dated_by: Iterable[str]) -> date:
    """Return the day that a run is about, which is named in one of the items `dated_by` if it was written later."""
    return about(PastAnswer(None, journey.day(run), run), dated_by)


def named_day(answers: Mapping[str, object], dated_by: Iterable[str]) -> date | None:
    """Return the day in the first of some items that has one, None if none has."""
    return next((day for item in dated_by if (day := iso_day(answers.get(item)))), None)


def days_late(journey: Journey, run: Run, dated_by: Iterable[str] = ()) -> int:
    """Return how many days after the day that it is about a run was written; never negative, a date in its future is ignored.

    A run may be written a few days later, and then names its day in one of the items `dated_by`.
    """
    return max(0, (journey.day(run) - day_about(journey, run, dated_by)).days)


def days_ago(journey: Journey, run: Run, dated_by: Iterable[str] = ()) -> int:
    """Return how many days ago the day is that a run is about, along the record; never negative."""
    return journey.days_since(run) + days_late(journey, run, dated_by)


def runs_of(journey: Journey, answers: Answers) -> Iterator[Run]:
    """Yield the finished runs with one of the answers, in the order they ended."""
    return _runs_with(answers, journey.all_said(answers.step, answers.item))


def _runs_with(answers: Answers, past_answers: Sequence[PastAnswer]) -> Iterator[Run]:
    for answer in past_answers:
        if answers.values and not any(value in answers.values for value in values_of(answer)):
            continue
        if answers.counts is None or answers.counts(answer.run):
            yield answer.run


def said_but_for(journey: Journey, step: str, item: str, unless: Answers | None) -> tuple[PastAnswer, ...]:
    """Return every answer to a question, oldest first, but for those in runs with the answers `unless`."""
    answers = journey.all_said(step, item)
    if unless is None:
        return answers
    others = {run.id for run in runs_of(journey, unless)}
    return tuple(answer for answer in answers if answer.run.id not in others)


def _days_of(journey: Journey, declared: Sequence[Answers]) -> set[int]:
    """Return the days that some answers are about, as days ago."""
    days = {(ago, answers.or_day_before) for answers in declared for ago, _run in dated_runs(journey, answers)}
    return {ago + before for ago, or_day_before in days for before in range(1 + or_day_before)}


def last_number(journey: Journey, declared: Sequence[Answers]) -> int:
    """Return the place in the record of the last run with one of some answers, 0 if there is none."""
    return max((run.finish_number for answers in declared for run in runs_of(journey, answers)), default=0)


def values_of(answer: PastAnswer) -> Sequence[Value]:
    """Return the options that were ticked, or the only value of another answer."""
    return answer.value if isinstance(answer.value, list) else [answer.value]


def dated_runs(journey: Journey, answers: Answers) -> tuple[tuple[int, Run], ...]:
    """Return the runs with one of the answers, each with how many days ago the day is that it is about.

    A day is left out if other answers (`answers.unless`) say that it was something else. What was told in an earlier time
    through the program counts: a fresh start changes no day that has passed.
    """
    return journey.once(("dated", answers, journey.today), lambda: tuple(_dated_runs(journey, answers)))


def _dated_runs(journey: Journey, answers: Answers) -> Iterator[tuple[int, Run]]:
    other = _days_of(journey, answers.unless)
    for run in _runs_with(answers, journey.all_ever_said(answers.step, answers.item)):
        ago = days_ago(journey, run, answers.dated_by)
        if ago not in other:
            yield ago, run


def absences(journey: Journey) -> tuple[tuple[int, int], ...]:
    """Return when the person was away: how many days ago they were here before, and how many days ago or that day again.

    Oldest first. Today counts as a day on which they are here, and so does one on which they only began what they finished
    later.
    """
    return journey.once(("absences", journey.today), lambda: tuple(_absences(journey)))


def _absences(journey: Journey) -> Iterator[tuple[int, int]]:
    days = journey.timeline
    here = sorted({0, *(days.today - number for number in (*days.here, *days.ends.values()))}, reverse=True)
    return ((before, after) for before, after in pairwise(here) if before - after >= AWAY)


def _unknown_while_away(journey: Journey, returned: Answers) -> Iterator[tuple[int, int]]:
    answers = [
        (days_since_begun(journey, answer.run), answer.value in returned.values)
        for answer in journey.all_ever_said(returned.step, returned.item)
    ]
    for before, after in absences(journey):
        is_known = next((is_known for ago, is_known in answers if ago <= after), None)
        if not is_known:
            yield before - (AWAY if is_known is None else 1), after + 1


def days_since_begun(journey: Journey, run: Run) -> int:
    """Return how many days ago a run was begun: what is said in it may be as old. Its two dates say how long it took."""
    return journey.days_since(run) + max(0, (run.day - day_of(run.started)).days)


def unknown_days(journey: Journey, returned: Answers, day_told: Answers | None) -> list[tuple[int, int]]:
    """Return the days that no one has answered for, as ranges from a number of days ago to a smaller one, oldest first.

    The first answer after a time away says of all its days whether they're known: they are if it is one of `returned`. Until
    there's an answer, the first four days are taken for days like those before, because someone who writes twice a week is
    never away, and those from the fifth on are unknown. A day that an entry of `day_told` is about is known, also if that was
    written later.
    """
    ranges = list(_unknown_while_away(journey, returned))
    for ago, _run in dated_runs(journey, day_told) if ranges and day_told is not None else ():
        pieces = (
            piece for first, last in ranges for piece in ((first, max(last, ago + 1)), (min(first, ago - 1), last))
        )
        ranges = [(first, last) for first, last in pieces if first >= last]
    return [(first, last) for first, last in ranges if first >= last]
