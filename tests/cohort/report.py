"""What came of many lives, added up and printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from cohort.idle import Stretch
from cohort.people import CIRCUMSTANCES
from cohort.watch import BOUNDARY, CHANGED, EXCEPTION, LOST, STUCK, WRONG_PERSON, Finding
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
    for kind in (BOUNDARY, WRONG_PERSON, EXCEPTION, LOST, CHANGED, STUCK):
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
