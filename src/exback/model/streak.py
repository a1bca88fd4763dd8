"""The days of no-contact rules: how many have passed, how many were kept, and the longest stretch of days kept in a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate, pairwise
from typing import TypeAlias

from msgspec import Struct

from exback.model.boundaries import held_when
from exback.model.dates import day_at, later
from exback.model.happened import (
    absences,
    dated_runs,
    days_ago,
    days_late,
    last_number,
    named_day,
    said_but_for,
    unknown_days,
)
from exback.model.journey import Journey
from exback.model.program import StreakRule
from exback.model.run import Run, Value
from exback.model.timeline import days_before, whole_number
from exback.model.tracking import Answers

Range: TypeAlias = tuple[int, int]
YEAR = 365


class Streak(Struct, frozen=True):
    """The days of the current rule, from `since` to `ends`, and those kept under all rules. A break is a slip.

    `day` is how many days of the current rule have passed, `of` how many it is meant to last, `total` how many of them were
    kept. `breaks` and `uncounted` count runs under it; a day with a break that no run of its own is about counts as one.
    `contacts` is the days with any contact written down under it, today among them if `has_contact_today`, `since_contact` the
    days since the last of them that counts (not one that the rule allows), or since it began. `gaps` are the days from one of its days with a break to the next.
    `before` is all days kept under earlier rules, `rules` how many rules there were, `all_days` how many days they had.

    A rule that replaces another goes on with its days: `in_a_row` is the days kept in a row up to today, under whichever rule,
    0 if the next stretch begins today. `stretches` are the numbers of days kept in a row under all rules, oldest first, never
    0; they add up to `total` and `before`. `apart` is the days since the last break, `best` the longest such time.

    The longest stretch never falls as days go by, whatever was written, unless the person says of a day in the past that it
    was none: a slip on an earlier day (also by changing an entry into one), a later day from which they'd kept their rule,
    that the rule had been over by then, or any answer but a no about days they were away. Then only what they say counts. Days
    that a clock counted and that turn out never to have passed are no days either.

    `away` is how many days of the current rule they were away, and `unknown` how many of those no one has answered for (see
    `unknown_days`): they aren't called kept, and a stretch ends with them, unless the person says later that there was no
    contact. `since_contact` is None if some of its days are unknown. `is_uncertain` says that the clock was set back since the
    rule was made, and clearly more days were counted along the record than the calendar has. `is_kept` says that they chose to
    keep the rule after its last day, `has_no_end` that it was signed behind a boundary, and so without one.
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
    gaps: tuple[int, ...] = ()
    in_a_row: int = 0
    contacts: int = 0
    has_contact_today: bool = False
    away: int = 0
    unknown: int = 0
    since_contact: int | None = None
    before: int = 0
    rules: int = 1
    all_days: int = 0
    is_uncertain: bool = False
    is_kept: bool = False
    has_no_end: bool = False

    @property
    def longest(self) -> int:
        """The longest stretch of days kept."""
        return max(self.stretches, default=0)


# Making a Struct takes a thousand times as long as using one, so those that only this module uses are plain classes.


class NoRule(Struct, frozen=True):
    """That no rule is running, why, and the longest stretch of days kept under earlier ones.

    `is_agreed` says that the two are in touch by agreement; `was_made` that there was a rule in this time through. For someone
    who goes on without the one they made, `as_if_kept` has the days as they'd be under it: those since contact go on.
    """

    longest: int
    is_agreed: bool
    was_made: bool
    as_if_kept: Streak | None = None


def _current_rule(rule: StreakRule, journey: Journey) -> Run | None:
    """Return the run that made the rule, None if there is none or something ended it since."""
    made = journey.last(rule.step)
    ended = () if made is None else (run for answers in rule.ended_by for run in journey.finished(answers.step))
    is_over = made is not None and any(
        run.finish_number > made.finish_number and _ends(run, rule.ended_by) for run in ended
    )
    return None if is_over else made


def _ends(run: Run, ended_by: Iterable[Answers]) -> bool:
    """Whether a run has one of the answers that end a rule; words that were deleted since had been there."""
    return any(
        run.step == answers.step
        and (run.answers.get(answers.item) in answers.values if answers.values else _was_told(run, answers.item))
        for answers in ended_by
    )


def _was_told(run: Run, item: str) -> bool:
    return run.answers.get(item) is not None or item in run.burnt


def streak_of(rule: StreakRule, journey: Journey) -> Streak | None:
    """Return the days of the rule that was made last, None if there is none, or none any more."""
    run = _current_rule(rule, journey)
    return None if run is None else _streak_under(run, rule, journey)


def _streak_under(run: Run, rule: StreakRule, journey: Journey) -> Streak | None:
    """Return the days of a rule as if nothing had ended it, None if it has no length."""
    of = whole_number(run, rule.length)
    if of is None:
        return None
    contacts, spans = _Contacts(rule, journey), _spans(rule, journey, run)
    *earlier, days = [_days(span, contacts, rule, journey) for span in spans]
    day = journey.days_since(run) + days_before(run, rule.began)
    first = max(0, days.passed - day)
    slips = contacts.in_span(spans[-1])
    own = [
        slip.day_in(spans[-1]) - first for slip in slips if len(spans[-1].rules) == 1 or contacts.is_under(run, slip)
    ]
    since = contacts.since(run, day)
    stretches = [length for span in (*earlier, days) for length in span.stretches]
    began = day_at(journey.day(run).toordinal() - days_before(run, rule.began))
    contact_days = {*own, *(contact_day for contact_day, _ in since)}
    last_contact = max((0, *own, *(contact_day for contact_day, kind in since if kind not in rule.uncounted)))
    return Streak(
        since=began,
        ends=later(began, of),
        day=day,
        of=of,
        apart=days.waits[-1],
        best=max(wait for span in (*earlier, days) for wait in span.waits),
        total=days.kept_from(first),
        breaks=len(own),
        uncounted=sum(kind in rule.uncounted for _, kind in since),
        stretches=tuple(length for length in stretches if length),
        gaps=tuple(_gaps(sorted(set(own)))),
        in_a_row=days.in_a_row,
        contacts=len(contact_days),
        has_contact_today=day in contact_days,
        away=_length(_in_span(spans[-1], ((before - 1, after + 1) for before, after in absences(journey))), first),
        unknown=days.unknown_from(first),
        since_contact=None if days.unknown_from(first + last_contact) else day - last_contact,
        before=sum(stretches) - days.kept_from(first),
        rules=sum(len(span.rules) for span in spans),
        all_days=sum(span.passed for span in spans),
        is_uncertain=journey.timeline.outrun_calendar(run),
        is_kept=last_number(journey, rule.kept) > run.finish_number,
        has_no_end=bool(held_when(journey, run)),
    )


def no_rule(rule: StreakRule, journey: Journey) -> NoRule:
    """Return what there is to say while no rule is running."""
    made = journey.last(rule.step)
    agreed = last_number(journey, rule.agreed)
    over = max(last_number(journey, rule.no_longer_agreed), 0 if made is None else made.finish_number)
    contacts = _Contacts(rule, journey)
    days = [_days(span, contacts, rule, journey) for span in _spans(rule, journey)]
    longest = max((length for span in days for length in span.stretches), default=0)
    given_up = last_number(journey, rule.given_up)
    is_given_up = made is not None and given_up > made.finish_number and given_up == last_number(journey, rule.ended_by)
    return NoRule(
        longest,
        is_agreed=agreed > over,
        was_made=made is not None,
        as_if_kept=_streak_under(made, rule, journey) if made is not None and is_given_up else None,
    )


def slips(rule: StreakRule, journey: Journey, within: int) -> list[Run]:
    """Return the runs that tell of slips in the last days: each that was written for one, and else one for each day that had one.

    What was told of elsewhere while the two were in touch by agreement is none.
    """
    contacts = _Contacts(rule, journey)
    lately = (slip for slip in contacts.breaks if slip.ago < within)
    return [journey.runs[slip.place] for slip in lately if slip.has_own_run or not contacts.was_in_touch(slip)]


def kept_before(rule: StreakRule, journey: Journey, run: Run) -> list[int] | None:
    """Return the days in a row kept up to the slip that a run was written for, after each earlier slip; None if under no rule.

    The last of them are those right before it: 0 for a second slip of the same day.
    """
    contacts, ago = _Contacts(rule, journey), days_ago(journey, run, rule.dated_by)
    for span in reversed(_spans(rule, journey, _current_rule(rule, journey))):
        same_day = [slip for slip in contacts.in_span(span) if slip.ago == ago and slip.has_own_run]
        if same_day:
            day, days = same_day[0].day_in(span), _days(span, contacts, rule, journey)
            right_before = sum(last - first for first, last in days.kept if last == day) if len(same_day) == 1 else 0
            return [*(last - first for first, last in days.kept if last < day), right_before]
    return None


class _Span:
    """A time in which a rule ran, each in the place of the one before.

    `start` and `stop` are how many days ago its first day and the day on which it ended were, `passed` the days in between,
    without that day, or today. `end` is the run that ended it, None while it goes on.
    """

    def __init__(self, rules: tuple[Run, ...], start: int, stop: int = 0, end: Run | None = None) -> None:
        self.rules = rules
        self.start = start
        self.stop = stop
        self.end = end
        self.passed = start - stop


def _spans(rule: StreakRule, journey: Journey, current: Run | None = None) -> list[_Span]:
    """Return the times in which a rule ran, oldest first. The `current` rule is never ended."""
    steps = {answers.step for answers in rule.ended_by}
    ends = [run for step in steps for run in journey.ever(step) if _ends(run, rule.ended_by)]
    made = [run for run in journey.ever(rule.step) if _was_made_in_its_time(run, journey)]
    spans: list[_Span] = []
    # an end that has the number of a rule came before it
    for run in sorted((*ends, *made), key=lambda run: (run.finish_number, run.step == rule.step)):
        is_running = bool(spans) and spans[-1].end is None
        if run.step == rule.step:
            last = spans.pop() if is_running else _Span((), 0)
            start = max(last.start, journey.days_since(run) + days_before(run, rule.began))
            spans.append(_Span((*last.rules, run), min(start, spans[-1].stop) if spans else start))
        elif is_running:
            last = spans.pop()
            before = last.start - journey.days_since(last.rules[0])
            stop = last.start - before - journey.days_between(last.rules[0], run)
            spans.append(_Span(last.rules, last.start, stop, run))
    if current is not None:
        of_current = next(span for span in spans if any(run.id == current.id for run in span.rules))
        spans = [*(span for span in spans if span is not of_current), _Span(of_current.rules, of_current.start)]
    return spans


def _was_made_in_its_time(run: Run, journey: Journey) -> bool:
    """Whether a rule was made in the time through the program in which it was begun."""
    fresh = journey.began_again
    return fresh is None or not run.start_number <= fresh.finish_number < run.finish_number


class _Days:
    """The days of one span: how many have passed, and which of them had a break or are unknown, counted from its first.

    `unknown` are ranges of days, from the first to the one after the last; a day with a break is known. `waits` are the days
    from one break to the next, from the first day and up to the last; `kept` the ranges of days kept in a row, `stretches`
    their lengths, and `in_a_row` the last of them, 0 if the last day had a break.
    """

    def __init__(self, passed: int, broken: list[int], unknown: list[Range]) -> None:
        self.passed = passed
        self.broken = broken
        self.unknown = unknown
        for day in broken:
            self.unknown = _without(self.unknown, day, day + 1)
        self.waits = _gaps((0, *broken, passed))
        self.kept = _between([*((day, day + 1) for day in broken if day < passed), *unknown], passed)
        self.stretches = [last - first for first, last in self.kept]
        self.in_a_row = 0 if passed in broken else self.stretches[-1]

    def kept_from(self, first: int) -> int:
        """Return how many days were kept from one day on."""
        return _length(self.kept, first)

    def unknown_from(self, first: int) -> int:
        """Return how many days are unknown from one day on."""
        return _length(self.unknown, first)


def _days(span: _Span, contacts: _Contacts, rule: StreakRule, journey: Journey) -> _Days:
    broken = sorted(slip.day_in(span) for slip in contacts.in_span(span))
    return _Days(span.passed, broken, _unknown(span, rule, journey))


def _unknown(span: _Span, rule: StreakRule, journey: Journey) -> list[Range]:
    """Return the days of a span that no one answered for. A rule that began earlier answers for its days."""
    if rule.returned is None:
        return []
    ranges = _in_span(span, unknown_days(journey, rule.returned, rule.day_told))
    for run in span.rules:
        made = span.start - journey.days_since(run)
        began = 0 if run is span.rules[0] else made - days_before(run, rule.began)
        ranges = _without(ranges, began, made)
    return ranges


def _in_span(span: _Span, ago: Iterable[Range]) -> list[Range]:
    """Return some ranges of days ago, each from its first to its last, as days of a span."""
    return [(max(0, span.start - first), min(span.start - last + 1, span.passed)) for first, last in ago]


def _without(ranges: list[Range], start: int, stop: int) -> list[Range]:
    """Return ranges of days without those from one day to before another."""
    pieces = (piece for first, last in ranges for piece in ((first, min(last, start)), (max(first, stop), last)))
    return [(first, last) for first, last in pieces if first < last]


class _Break:
    """A slip: the place of its run in the record, how many days ago it was, and whether only its day is known.

    If it `has_own_run`, that was written for nothing else.
    """

    def __init__(self, place: int, ago: int, *, is_only_a_day: bool, has_own_run: bool = False) -> None:
        self.place = place
        self.ago = ago
        self.is_only_a_day = is_only_a_day
        self.has_own_run = has_own_run

    def day_in(self, span: _Span) -> int:
        """Return its day, counted from the first of a span."""
        return max(0, span.start - self.ago)


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

        A run of an earlier version has no day, and was often written the morning after, so the day before it is covered as well.
        What was told after midnight may be the contact of the day that had begun by the calendar, if no more was told of on that.
        """
        covered: set[int] = set()
        for answer in self.answers:
            if answer.value not in self.rule.broken_by:
                continue
            ago, is_late = self._ago(answer.run), self._is_late(answer.run)
            covered |= {ago} if named_day(answer.run.answers, self.rule.dated_by) else {ago, ago + 1}
            yield _Break(self.indices[answer.run.id], ago, is_only_a_day=is_late, has_own_run=True)
        for answers in self.rule.also:
            runs = dated_runs(self.journey, answers)
            told_on = {ago for ago, _run in runs}
            for ago, run in runs:
                may_be_next_day = not answers.dated_by and _is_after_midnight(run)
                days = {ago, *({ago - 1} - told_on)} if may_be_next_day else {ago}
                if covered.isdisjoint(days):
                    covered.add(ago)
                    is_of_contact = answers.step == self.rule.broken_in
                    is_only_a_day = self._is_late(run) if is_of_contact else bool(answers.dated_by)
                    yield _Break(self.indices[run.id], ago, is_only_a_day=is_only_a_day, has_own_run=is_of_contact)

    def _ago(self, run: Run) -> int:
        """Return how many days ago the contact was that a run is about."""
        return days_ago(self.journey, run, self.rule.dated_by)

    def _is_late(self, run: Run) -> bool:
        """Whether contact was written down on a later day than the one it was on."""
        return days_late(self.journey, run, self.rule.dated_by) > 0

    def since(self, rule_run: Run, day: int) -> list[tuple[int, Value]]:
        """Return each contact after a rule was made, which is on its day `day` today: its day, and which kind of contact it was."""
        first = self.indices[rule_run.id]
        after = (answer for answer in self.answers if self.indices[answer.run.id] > first)
        days = ((day - self._ago(answer.run), answer.value) for answer in after)
        return [(on_day, value) for on_day, value in days if on_day >= 0]

    def in_span(self, span: _Span) -> list[_Break]:
        """Return the breaks in a span. One of which only the day is known counts if that whole day is in it.

        If it was written down as one after the rule was made, it also counts on the day on which the rule began.
        """
        first = self.indices[span.rules[0].id]
        end = len(self.indices) if span.end is None else self.indices[span.end.id]
        stop = -1 if span.end is None else span.stop
        began_earlier = span.start > self.journey.days_since(span.rules[0])

        def is_in(slip: _Break) -> bool:
            if slip.is_only_a_day:
                is_told_under_it = slip.has_own_run and slip.place > first
                return stop < slip.ago < span.start + is_told_under_it
            return first < slip.place < end or (began_earlier and slip.place < first and slip.ago < span.start)

        return [slip for slip in self.breaks if is_in(slip)]

    def was_in_touch(self, slip: _Break) -> bool:
        """Whether the two were in touch by agreement when a slip was told of: that ended the rule, and nothing had ended that."""
        rule, journey = self.rule, self.journey
        number = journey.runs[slip.place].finish_number
        agreed, apart = (
            [run for answers in declared for _ago, run in dated_runs(journey, answers)]
            for declared in (rule.ended_by, rule.no_longer_agreed)
        )
        last, last_apart = (
            max((run.finish_number for run in runs if run.finish_number < number), default=0)
            for runs in (agreed, (*apart, *journey.ever(rule.step)))
        )
        return last > last_apart

    def is_under(self, rule_run: Run, slip: _Break) -> bool:
        """Whether a break was after a rule was made."""
        if slip.is_only_a_day:
            return slip.ago < self.journey.days_since(rule_run) + slip.has_own_run
        return slip.place > self.indices[rule_run.id]


def _is_after_midnight(run: Run) -> bool:
    """Whether a run was written on a calendar day that its own day reaches into."""
    return (run.finished or run.started).date() != run.day


def _gaps(days: Iterable[int]) -> list[int]:
    """Return how many days are from each day to the next."""
    return [second - first for first, second in pairwise(days)]


def _between(out: Iterable[Range], passed: int) -> list[Range]:
    """Return the days before each of some ranges of days, and since the last; today doesn't count."""
    ends = [0, *accumulate((last for _first, last in sorted(out)), max)]
    return [
        (end, max(end, first)) for end, first in zip(ends, [*(first for first, _ in sorted(out)), passed], strict=True)
    ]


def _length(ranges: Iterable[Range], since: int) -> int:
    """Return how many days some ranges have from one day on."""
    return sum(max(0, last - max(first, since)) for first, last in ranges)
