"""Two progress files made one. A progress is a set of runs, and so is what comes of two of them.

Uniting is commutative, associative and idempotent, so it does not matter which file comes from where, in which
order they are united, or how often. A run that is in both and not the same is united question by question.

The record of each file has an order of its own, told by numbers, and the clocks that it was written by may be
wrong. Before two records are laid into each other, every number is lifted to at least the moment of its entry, in
seconds since 1970, and above all that came before it in its own record. So each record keeps its order, whatever its
clock did; entries of two records follow each other as their clocks tell; and what was lifted once is never moved
again by being lifted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct, structs

from exback.model.run import Run, changed
from exback.store.merge_run import contents, in_order, seconds, united
from exback.store.progress import Progress, compact

START, FINISH = -2, -1


class MergeResult(Struct, frozen=True):
    """What one progress has that another had not: runs, and runs of which it knew otherwise.

    `deleted` counts the answers that are gone from the one because they were deleted for good in the other, `kept_out`
    those of the other that don't come in, for the same reason.
    """

    added: int
    changed: int
    deleted: int = 0
    kept_out: int = 0


def unite(a: Progress, b: Progress) -> Progress:
    """Give all that is in either progress. Which of them comes first makes no difference."""
    if compact(a) == compact(b):
        return a
    return Progress(
        revision=max(a.revision, b.revision),
        settings=_both(a.settings, b.settings),
        runs=once_each([*lifted(a.runs), *lifted(b.runs)]),
        extra=_both(a.extra, b.extra),
    )


def news(before: Progress, after: Progress) -> MergeResult:
    """Give what a progress gained by being united; numbers that were lifted say nothing new."""
    old = {run.id: run for run in once_each(lifted(before.runs))}
    known = [run for run in after.runs if run.id in old]
    return MergeResult(
        len(after.runs) - len(known),
        sum(run != _with_numbers(old[run.id], run) for run in known),
        sum(_deleted(old[run.id], run) for run in known),
    )


def gained(ours: Progress, theirs: Progress) -> MergeResult | None:
    """Give what one progress would gain by being united with another, None if that is nothing."""
    both = unite(ours, theirs)
    found = news(ours, both)
    is_same = not found.added and not found.changed and (both.settings, both.extra) == (ours.settings, ours.extra)
    return None if is_same else structs.replace(found, kept_out=news(theirs, both).deleted)


def lifted(runs: Sequence[Run]) -> list[Run]:
    """Give runs with their numbers lifted, so that they can be laid into the record of another file."""
    fresh: dict[tuple[int, int], int] = {}
    before, lifted_to = None, 0
    for number, place, which, moment in sorted(_entries(runs), key=lambda one: one[:3]):
        after = before is not None and number > before
        lifted_to = max(number, seconds(moment), lifted_to + after, 1)
        fresh[place, which] = lifted_to
        before = number
    return [_numbered(run, place, fresh) for place, run in enumerate(runs)]


def once_each(runs: Iterable[Run]) -> list[Run]:
    """Give runs in their order, the copies of one made into one that has all of them."""
    copies: dict[str, list[Run]] = {}
    for run in runs:
        copies.setdefault(run.id, []).append(run)
    return sorted((_one(same) for same in copies.values()), key=lambda run: (run.start_number, run.id))


def _entries(runs: Sequence[Run]) -> Iterator[tuple[int, int, int, datetime]]:
    """Give every beginning, end and change as its number, the place of its run, which of the run's it is, and when."""
    for place, run in enumerate(runs):
        yield run.start_number, place, START, run.started
        if run.finished is not None:
            yield run.finish_number or run.start_number, place, FINISH, run.finished
        yield from ((one.number, place, at, one.until) for at, one in enumerate(run.history) if one.number)


def _numbered(run: Run, place: int, fresh: dict[tuple[int, int], int]) -> Run:
    finish = fresh.get((place, FINISH), run.finish_number)
    if (run.start_number, run.finish_number) == (fresh[place, START], finish) and not run.history:
        return run
    history = [structs.replace(one, number=fresh.get((place, at), 0)) for at, one in enumerate(run.history)]
    return changed(run, start_number=fresh[place, START], finish_number=finish, history=history)


def _one(copies: list[Run]) -> Run:
    first, *others = copies
    is_plain = not first.history and not first.burnt
    return first if is_plain and all(_same(other, first) for other in others) else united(copies)


def _same(one: Run, other: Run) -> bool:
    return msgspec.json.encode(one) == msgspec.json.encode(other)  # == takes moments for one that two clocks wrote


def _with_numbers(run: Run, other: Run) -> Run:
    """Give a run with the numbers of another, as far as the two have the same entries."""
    numbers = {(one.item, in_order(one.value), one.until): one.number for one in other.history}
    history = [
        structs.replace(one, number=numbers.get((one.item, in_order(one.value), one.until), one.number))
        for one in run.history
    ]
    return changed(run, start_number=other.start_number, finish_number=other.finish_number, history=history)


def _deleted(run: Run, after: Run) -> int:
    """Return how many answers of a run are gone after a merge because another copy says that they were deleted for good."""
    newly = (item for item, moment in after.burnt.items() if run.burnt.get(item) != moment)
    return sum(_says(run, item) and not _says(after, item) for item in newly)


def _says(run: Run, item: str) -> bool:
    """Whether a run holds anything that was said to a question, now or earlier."""
    kept = any(value is not None for value in contents(run).get(item, {}).values())
    return kept or any(earlier.item == item and earlier.value is not None for earlier in run.history)


def _both(a: dict[str, Any], b: dict[str, Any]) -> dict[str, Any]:
    """Give the fields of both; of two values of one field always the same, whichever file it is in."""
    return {name: max((one[name] for one in (a, b) if name in one), key=in_order) for name in sorted({*a, *b})}
