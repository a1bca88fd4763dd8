"""What came of many lives, added up and printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from cohort.afterwards import Afterwards
from cohort.idle import Stretch
from cohort.people import CIRCUMSTANCES
from cohort.watch import BOUNDARY, CHANGED, EXCEPTION, LEFT_STANDING, LOST, STUCK, WRONG_PERSON, Finding
from msgspec import Struct

SHOWN = 12


class DemoRun(Struct, frozen=True, kw_only=True):
    """What came of one life: `done` holds the day on which each step was first done, `endings` and `through` the same for the
    endings and for whole stages.
    """

    number: int
    circumstance: str
    done: dict[str, int]
    days: int
    boundaries: tuple[str, ...]
    set_backs: int
    counts: dict[str, int]
    endings: dict[str, int]
    through: dict[str, int]
    longest: Stretch
    too_long: tuple[Stretch, ...]
    findings: tuple[Finding, ...]
    afterwards: tuple[Afterwards, ...] = ()


class Cohort(Struct, frozen=True):
    """Many lives."""

    lives: Sequence[DemoRun]

    @property
    def findings(self) -> list[Finding]:
        """Give all that should not be."""
        return [finding for life in self.lives for finding in life.findings]

    def of_kind(self, kind: str) -> list[Finding]:
        """Give all of one kind that should not be."""
        return [finding for finding in self.findings if finding.kind == kind]

    @property
    def counts(self) -> Counter[str]:
        """Give how often things were done, in all lives together."""
        counts: Counter[str] = Counter()
        for life in self.lives:
            counts.update(life.counts)
        return counts

    @property
    def longest(self) -> DemoRun:
        """Give the life with the longest time in which nothing was open or due."""
        return max(self.lives, key=lambda life: life.longest.days)

    @property
    def afterwards(self) -> list[Afterwards]:
        """Give what followed every message that was sent."""
        return [each for life in self.lives for each in life.afterwards]

    def days_to(self, part: str) -> dict[str, list[int]]:
        """Give, for each of the `endings` or each stage walked `through`, the days on which it was first done."""
        found: dict[str, list[int]] = {}
        for life in self.lives:
            for one, day in getattr(life, part).items():
                found.setdefault(one, []).append(day)
        return found


def told(cohort: Cohort, seconds: float) -> str:
    """Give the report."""
    return "\n".join(_lines(cohort, seconds))


def _lines(cohort: Cohort, seconds: float) -> Iterator[str]:
    yield f"people {len(cohort.lives):,}, days lived {sum(life.days for life in cohort.lives):,}"
    yield ", ".join(f"{what} {number:,}" for what, number in sorted(cohort.counts.items()))
    yield (
        f"with a boundary {sum(bool(life.boundaries) for life in cohort.lives):,}, "
        f"with a clock set back {sum(bool(life.set_backs) for life in cohort.lives):,}"
    )
    yield from _days("ending", cohort.days_to("endings"))
    yield from _days("stage", cohort.days_to("through"))
    yield from _waits(cohort)
    yield from _reached(cohort)
    yield from _sent(cohort.afterwards)
    for kind in (BOUNDARY, WRONG_PERSON, EXCEPTION, LOST, CHANGED, STUCK, LEFT_STANDING):
        yield f"{kind}: {len(cohort.of_kind(kind))}"
    yield from (f"  person {one.person}, day {one.day}: {one.kind}: {one.what}" for one in cohort.findings[:SHOWN])
    yield f"seconds {seconds:.1f}"


def _days(what: str, found: dict[str, list[int]]) -> Iterator[str]:
    for name, days in sorted(found.items(), key=lambda one: -len(one[1])):
        yield f"{what} {name}: {len(days):,} people, median day {median(days):.0f}"


MILESTONES = ("decide", "am-i-ready", "one-invitation", "meet-and-go-slowly")
"""The steps on the way back, of which the report says who gets there."""


def _reached(cohort: Cohort) -> Iterator[str]:
    """Yield, for people in each circumstance, how many there are and how many did the steps on the way back or an ending."""
    for circumstance in CIRCUMSTANCES:
        lives = [life for life in cohort.lives if life.circumstance == circumstance]
        steps = Counter(step for life in lives for step in life.done if step in MILESTONES)
        endings = Counter(ending for life in lives for ending in life.endings)
        reached = ", ".join(f"{step} {steps[step]:,}" for step in MILESTONES)
        ended = ", ".join(f"{ending} {number:,}" for ending, number in sorted(endings.items()))
        yield f"{circumstance}: {len(lives):,} people; did {reached}; endings {ended or 'none'}"


def _sent(followed: Sequence[Afterwards]) -> Iterator[str]:
    """Say what those who sent a message were asked afterwards, and where they ended."""
    yield f"messages sent: {len(followed):,} ({_counted(each.message for each in followed)})"
    if not followed:
        return
    yield from _asked_for_a_reply(followed)
    yield f"  told in the end: {_counted(each.told[-1][1] if each.told else 'not told' for each in followed)}"
    others = [each for each in followed if ("other" in (reply for _day, reply in each.told))]
    later = (each.after_other[-1] if each.after_other else "not asked again, or not told" for each in others)
    yield f"  after something else: {_counted(later)}"
    yield f"  of the meeting: {_counted(told for each in followed for told in each.met)}"
    reviews = [f"{number}: {sum(each.reviews >= number for each in followed)}" for number in range(1, 5)]
    yield f"  people with so many reviews or more: {', '.join(reviews)}"
    for ended, numbers in _grouped((each.ended, each.ended_after) for each in followed if each.ended):
        yield f"  ended with {ended}: {len(numbers):,}, median day {median(numbers):.0f}"
    for why, numbers in _grouped((each.open_because, each.days) for each in followed if not each.ended):
        yield f"  still open after a median of {median(numbers):.0f} days: {len(numbers):,}: {why}"


def _asked_for_a_reply(followed: Sequence[Afterwards]) -> Iterator[str]:
    times = Counter(len(each.told) for each in followed)
    yield f"  asked if they answered: {', '.join(f'{times[number]} people {number} times' for number in sorted(times))}"
    for number in range(min(max(times), 4)):
        days = [each.told[number][0] for each in followed if len(each.told) > number]
        yield f"    time {number + 1}: {len(days)} people, median day {median(days):.0f}"


def _counted(what: Iterable[str]) -> str:
    return ", ".join(f"{one} {number:,}" for one, number in Counter(what).most_common()) or "none"


def _grouped(pairs: Iterable[tuple[str, int]]) -> list[tuple[str, list[int]]]:
    """Give the numbers under each name, the name with the most of them first."""
    groups: dict[str, list[int]] = {}
    for name, number in pairs:
        groups.setdefault(name, []).append(number)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def _waits(cohort: Cohort) -> Iterator[str]:
    """Say how long nothing was open or due, and what was waited for wherever that was too long."""
    life = cohort.longest
    yield f"longest time with nothing open or due: {life.longest.days} days, person {life.number}, {_when(life.longest)}"
    too_long = Counter(_state(one) for life in cohort.lives for one in life.too_long)
    people = Counter(state for life in cohort.lives for state in {_state(one) for one in life.too_long})
    for state, times in too_long.most_common(SHOWN):
        most = max(one.days for life in cohort.lives for one in life.too_long if _state(one) == state)
        yield f"  too long: {times} times, {people[state]} people, at most {most} days: {state}"


def _when(stretch: Stretch) -> str:
    return f"from day {stretch.first}, {_state(stretch)}"


def _state(stretch: Stretch) -> str:
    clock = ", the clock set back" if stretch.set_back else ""
    return f"waiting for {', '.join(stretch.waits) or 'nothing'}{clock}"


def joined(parts: Iterable[DemoRun]) -> Cohort:
    """Give lives as one cohort, in the order of the people."""
    return Cohort(sorted(parts, key=lambda life: life.number))
