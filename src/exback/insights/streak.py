"""The days since a no-contact rule was made: how many have passed, and how many were kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from msgspec import Struct

from exback.insights.numbers import average
from exback.model.dates import day_at, later
from exback.model.happened import dated_runs, said_but_for
from exback.model.journey import Journey
from exback.model.program import StreakRule
from exback.model.run import Run, Value
from exback.model.timeline import days_before, whole_number

MILESTONES = (7, 14, 30, 60, 90, 180)
YEAR = 365
FEW = 7
"""If something was written on less than one day in so many, the days can't be taken for kept."""
LONG = 28
"""That is said only after four weeks, because a few days without a word mean nothing."""


class Streak(Struct, frozen=True):
    """The days of the current rule, from `since` to `ends`. A break is a slip.

    `day` is how many days have passed, `of` how many the rule is meant to last. `apart` is the days since the last break,
    `best` the longest such time, `total` all days without a break. `breaks` and `uncounted` count runs; a day with a break that
    no run of its own is about counts as one. `stretches` are the numbers of days kept in a row, oldest first, never 0; they add
    up to all days kept. `in_a_row` is the stretch that still goes on, 0 if the next begins today. `contacts` is the days with
    any contact written down. `earlier` is the longest stretch under earlier rules, `before` all days kept under them, 0 if
    there were none; `rules` is how many rules there were. `gaps` are the days from one day with a break to the next. `written`
    is on how many days something was finished, if that is few, else None. `is_uncertain` says that the clock was set back
    since the rule was made, and clearly more days were counted along the record than the calendar has.
    """

    since: date
    ends: date
    day: int
    of: int
    apart: int
    best: int
    total: int
    breaks: int
    uncounted: int
    stretches: tuple[int, ...] = ()
    earlier: int = 0
    gaps: tuple[int, ...] = ()
    in_a_row: int = 0
    contacts: int = 0
    written: int | None = None
    before: int = 0
    rules: int = 1
    is_uncertain: bool = False

    @property
    def longest(self) -> int:
        """The longest stretch of days kept."""
        return max(self.stretches, default=0)

    @property
    def gap(self) -> float | None:
        """The average days between days with a break, 1 or more; None if there are fewer than two."""
        return average(self.gaps) if self.gaps else None

    @property
    def milestones(self) -> tuple[int, ...]:
        """The numbers of days that are milestones, up to the rule's end or today; none if today's number isn't known.

        A break takes none of them away.
        """
        if self.is_uncertain:
            return ()
        last = max(self.day, self.of)
        return (*(mark for mark in MILESTONES if mark <= last), *range(YEAR, last + 1, YEAR))


def _current_rule(rule: StreakRule, journey: Journey) -> Run | None:
    """Return the run that made the rule, None if there is none or something ended it since."""
    made = journey.last(rule.step)
    done = [step for step in rule.ended_by if journey.is_done(step)]
    endings = [run for step in done if (run := journey.last(step)) is not None]
    is_over = made is not None and any(run.finish_number > made.finish_number for run in endings)
    return None if is_over else made


def streak_of(rule: StreakRule, journey: Journey) -> Streak | None:
    """Return the days of the rule that was made last, None if there is none, or none any more."""
    run = _current_rule(rule, journey)
    of = None if run is None else whole_number(run, rule.length)
    if run is None or of is None:
        return None
    before = days_before(run, rule.began)
    passed = journey.days_since(run) + before
    contacts = _Contacts(rule, journey)
    broken = [*contacts.earlier_break_days(run, before), *(day + before for day in contacts.break_days(run))]
    since, began = contacts.since(run), day_at(journey.day(run).toordinal() - before)
    stretches, waits = _stretches(broken, passed), _gaps((0, *broken, passed))
    earlier = [_stretches_of_earlier(contacts, *pair) for pair in pairwise(journey.ever(rule.step))]
    return Streak(
        since=began,
        ends=later(began, of),
        day=passed,
        of=of,
        apart=waits[-1],
        best=max(waits),
        total=sum(stretches),
        breaks=len(broken),
        uncounted=sum(kind in rule.uncounted for _, kind in since),
        stretches=tuple(length for length in stretches if length),
        earlier=max((max(lengths) for lengths in earlier), default=0),
        gaps=tuple(_gaps(sorted(set(broken)))),
        in_a_row=0 if passed in broken else stretches[-1],
        contacts=len({*broken, *(day for day, _ in since)}),
        written=_written(journey, passed) if passed > LONG else None,
        before=sum(map(sum, earlier)),
        rules=1 + len(earlier),
        is_uncertain=journey.timeline.outrun_calendar(run),
    )


def _written(journey: Journey, passed: int) -> int | None:
    """Return on how many of the last days before today something was finished, None if they aren't few."""
    written = set()
    for run in reversed(journey.runs):
        ago = 0 if run.finished is None else journey.days_since(run)
        if 0 < ago <= passed:
            written.add(ago)
            if len(written) * FEW >= passed:
                return None
    return len(written)


class _Break(Struct, frozen=True):
    """A slip: the place of its run in the record, how many days ago it was, and whether only its day is known."""

    place: int
    ago: int
    is_only_a_day: bool


class _Contacts:
    """All contact that was written down, under whichever rule, and which of it broke one."""

    def __init__(self, rule: StreakRule, journey: Journey) -> None:
        self.rule = rule
        self.journey = journey
        self.indices = journey.once("indices", lambda: {run.id: index for index, run in enumerate(journey.runs)})
        self.answers = said_but_for(journey, rule.broken_in, rule.broken_item, rule.unless)
        self.breaks = tuple(self._breaks())

    def _breaks(self) -> Iterator[_Break]:
        """Yield every break that has a run of its own, and every other day with one according to answers elsewhere.

        A run of its own is often written the morning after, so the day before it is covered as well.
        """
        covered = set()
        for answer in self.answers:
            if answer.value not in self.rule.broken_by:
                continue
            ago = self.journey.days_since(answer.run)
            covered |= {ago, ago + 1}
            yield _Break(self.indices[answer.run.id], ago, is_only_a_day=False)
        for answers in self.rule.also:
            for ago, run in dated_runs(self.journey, answers):
                if ago not in covered:
                    covered.add(ago)
                    yield _Break(self.indices[run.id], ago, is_only_a_day=bool(answers.dated_by))

    def since(self, rule_run: Run) -> list[tuple[int, Value]]:
        """Return each contact after a rule was made: its day, counted from the rule, and which kind of contact it was."""
        first = self.indices[rule_run.id]
        after = (answer for answer in self.answers if self.indices[answer.run.id] > first)
        return [(self.journey.days_between(rule_run, answer.run), answer.value) for answer in after]

    def break_days(self, rule_run: Run, next_rule: Run | None = None) -> list[int]:
        """Return the day of each break from one rule to the next, counted from the first, in order.

        A break of which only the day is known counts if that whole day is between the two.
        """
        first, end = self.indices[rule_run.id], len(self.indices) if next_rule is None else self.indices[next_rule.id]
        began = self.journey.days_since(rule_run)
        ended = -1 if next_rule is None else self.journey.days_since(next_rule)
        return sorted(
            max(0, began - slip.ago)
            for slip in self.breaks
            if (ended < slip.ago < began if slip.is_only_a_day else first < slip.place < end)
        )

    def earlier_break_days(self, rule_run: Run, before: int) -> list[int]:
        """Return the day of each break in the days before a rule was made on which it held already, counted from the first."""
        if not before:
            return []
        made, first = self.journey.days_since(rule_run), self.indices[rule_run.id]
        return sorted(
            made + before - slip.ago
            for slip in self.breaks
            if slip.ago < made + before and (slip.ago >= made if slip.is_only_a_day else slip.place < first)
        )


def _gaps(days: Iterable[int]) -> list[int]:
    """Return how many days are from each day to the next."""
    return [second - first for first, second in pairwise(days)]


def _stretches(broken: list[int], passed: int) -> list[int]:
    """Return the days kept before each day with a break, and since the last; neither that day nor today counts."""
    return [gap - 1 for gap in _gaps((-1, *sorted({day for day in broken if day < passed}), passed))]


def _stretches_of_earlier(contacts: _Contacts, rule_run: Run, next_rule: Run) -> list[int]:
    """Return the stretches under a rule that another one replaced, at most for as long as it was meant to last."""
    meant = whole_number(rule_run, contacts.rule.length) or 0
    lasted = min(contacts.journey.days_between(rule_run, next_rule), meant)
    return _stretches(contacts.break_days(rule_run, next_rule), lasted)
