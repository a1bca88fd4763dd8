"""Merging two progress files into one.

A progress is a set of runs. Merging is commutative, associative and idempotent, so it doesn't matter which file is which,
in which order they are merged, or how often. A run that differs between the two is merged question by question.

The entries of each file have an order of their own, given by numbers, and the clocks that they were written by may be
wrong. Before two files are merged, every number is lifted to at least the moment of its entry, in seconds since 1970, and
above all entries before it in its own file. So each file keeps its order, whatever its clock did; entries of two files are
ordered by their clocks; and lifting a second time changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

import msgspec
from msgspec import Struct, structs

from exback.model.run import Run, changed
from exback.store.merge_run import Copies, canonical_json, contents, identity, seconds
from exback.store.progress import Progress, encode

START, FINISH = -2, -1


class MergeResult(Struct, frozen=True):
    """What a progress gains by a merge: the number of new runs, and of runs that changed.

    `deleted` counts the answers that go because they were deleted for good in the other file, and `kept_out` those of the
    other file that don't come in, for the same reason.
    """

    added: int
    changed: int
    deleted: int = 0
    kept_out: int = 0


def merged(a: Progress, b: Progress) -> Progress:
    """Return all that is in either progress. Their order makes no difference."""
    if encode(a) == encode(b):
        return a
    return Progress(
        revision=max(a.revision, b.revision),
        settings=_both(a.settings, b.settings),
        runs=once_each([*lifted(a.runs), *lifted(b.runs)]),
        extra=_both(a.extra, b.extra),
    )


def merged_into(ours: Progress, theirs: Progress) -> Progress:
    """Return ours with all that is in theirs. Our days go on to begin as we have set it, if we have."""
    both = merged(ours, theirs)
    days = {name: value for name, value in ours.settings.items() if name == "day_starts"}
    return structs.replace(both, settings={**both.settings, **days})


def result_of(before: Progress, after: Progress) -> MergeResult:
    """Return what a progress gained by a merge; lifted numbers don't count as a change."""
    old = {run.id: run for run in once_each(lifted(before.runs))}
    known = [run for run in after.runs if run.id in old]
    return MergeResult(
        len(after.runs) - len(known),
        sum(run != _with_numbers(old[run.id], run) for run in known),
        sum(_deleted(old[run.id], run) for run in known),
    )


def gained(ours: Progress, theirs: Progress) -> MergeResult | None:
    """Return what one progress would gain by a merge with another, None if that is nothing."""
    both = merged_into(ours, theirs)
    result = result_of(ours, both)
    is_same = not result.added and not result.changed and (both.settings, both.extra) == (ours.settings, ours.extra)
    return None if is_same else structs.replace(result, kept_out=result_of(theirs, both).deleted)


def lifted(runs: Sequence[Run]) -> list[Run]:
    """Return runs with their numbers lifted, so that they can be merged with those of another file."""
    fresh: dict[tuple[int, int], int] = {}
    before, lifted_to = None, 0
    for number, place, which, moment in sorted(_entries(runs), key=lambda entry: entry[:3]):
        after = before is not None and number > before
        lifted_to = max(number, seconds(moment), lifted_to + after, 1)
        fresh[place, which] = lifted_to
        before = number
    return [_numbered(run, place, fresh) for place, run in enumerate(runs)]


def once_each(runs: Iterable[Run]) -> list[Run]:
    """Return runs in order, with the copies of each merged into one."""
    copies: dict[str, list[Run]] = {}
    for run in runs:
        copies.setdefault(run.id, []).append(run)
    return sorted((_merge_copies(same) for same in copies.values()), key=lambda run: (run.start_number, run.id))


def _entries(runs: Sequence[Run]) -> Iterator[tuple[int, int, int, datetime]]:
    """Yield each start, finish and change: its number, the place of its run, its place in the run's history, and when."""
    for place, run in enumerate(runs):
        yield run.start_number, place, START, run.started
        if run.finished is not None:
            yield run.finish_number or run.start_number, place, FINISH, run.finished
        yield from ((entry.number, place, at, entry.until) for at, entry in enumerate(run.history) if entry.number)


def _numbered(run: Run, place: int, fresh: dict[tuple[int, int], int]) -> Run:
    finish = fresh.get((place, FINISH), run.finish_number)
    if (run.start_number, run.finish_number) == (fresh[place, START], finish) and not run.history:
        return run
    history = [structs.replace(entry, number=fresh.get((place, at), 0)) for at, entry in enumerate(run.history)]
    return changed(run, start_number=fresh[place, START], finish_number=finish, history=history)


def _merge_copies(copies: list[Run]) -> Run:
    first, *others = copies
    is_plain = not first.history and not first.burnt
    return first if is_plain and all(_is_same(other, first) for other in others) else Copies(copies).merged()


def _is_same(a: Run, b: Run) -> bool:
    return msgspec.json.encode(a) == msgspec.json.encode(b)  # by == a moment is equal in two time zones


def _with_numbers(run: Run, other: Run) -> Run:
    """Return a run with the numbers of another, where the two have the same entries."""
    numbers = {identity(entry): entry.number for entry in other.history}
    history = [structs.replace(entry, number=numbers.get(identity(entry), entry.number)) for entry in run.history]
    return changed(run, start_number=other.start_number, finish_number=other.finish_number, history=history)


def _deleted(run: Run, after: Run) -> int:
    """Return how many answers of a run are gone after a merge because another copy says that they were deleted for good."""
    newly = (item for item, moment in after.burnt.items() if run.burnt.get(item) != moment)
    return sum(_has_answer(run, item) and not _has_answer(after, item) for item in newly)


def _has_answer(run: Run, item: str) -> bool:
    """Whether a run has an answer or a draft for a question, now or earlier."""
    is_now = any(value is not None for value in contents(run).get(item, {}).values())
    return is_now or any(earlier.item == item and earlier.value is not None for earlier in run.history)


def _both(a: dict[str, Any], b: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of both. Of two values of one field, the choice depends only on the values."""
    return {name: max((file[name] for file in (a, b) if name in file), key=canonical_json) for name in sorted({*a, *b})}
