"""What happens when two programs save the same run: the words of both are kept.

A save (see `saver`) holds a lock and reads the file again. If another program has saved the run meanwhile, the changes that
the person made here are applied to the run that is in the file now. Where both changed the same item, the value that is
saved now wins, and the other is kept in the run's history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from msgspec import Struct, structs

from exback.model.run import DELETED, FINISHED, Earlier, Run, changed, ends_of
from exback.model.timeline import SAFETY
from exback.store.merge_run import (
    Content,
    as_history,
    canonical_json,
    contents,
    identity,
    latest_answered,
    not_covered,
    with_contents,
)

NOTHING: Content = {}
TYPED = frozenset({"drafts"})
"""The field of a run that has what was typed and not given."""


class Versions(Struct, frozen=True):
    """The four versions of one run that a save has to bring together.

    `base` is the run as this program last knew it, `ours` as it is to be saved. `their_base` is the run that was in the file
    when this program knew `base`, `theirs` the one that is in it now. All but `ours` may be None, for no such run.
    """

    base: Run | None
    ours: Run
    their_base: Run | None
    theirs: Run | None


def rebased(versions: Versions, next_number: int) -> Run:
    """Return the run to save.

    `next_number` is the next free number in the file, or 0 if no one else has written to it: then the entries made here
    have their numbers already.
    """
    theirs, ours = versions.theirs, versions.ours
    is_same = versions.base == versions.their_base == theirs
    if theirs is None or (is_same and theirs.burnt.keys() <= ours.burnt.keys()):
        return _numbered(versions, versions.ours, next_number)
    return _numbered(versions, _combined(versions, theirs), next_number)


def _combined(versions: Versions, theirs: Run) -> Run:
    ours, our_burnt, ends = versions.ours, _newly_burnt(versions.ours, versions.base), ends_of((versions.ours, theirs))
    our_contents, their_contents = contents(ours), contents(theirs)
    base, their_base = _contents(versions.base), _contents(versions.their_base)
    their_burnt = _newly_burnt(theirs, versions.their_base)
    combined: dict[str, Content] = {}
    replaced: list[Earlier] = []
    for item in dict.fromkeys([*our_contents, *their_contents]):
        own, other = our_contents.get(item, NOTHING), their_contents.get(item, NOTHING)
        is_gone_there = item in their_burnt or (DELETED in their_burnt and item not in SAFETY)
        if item not in our_burnt and _is_same(own, base.get(item, NOTHING)) and (other or is_gone_there):
            combined[item] = other
            continue
        known, held = base.get(item, NOTHING), their_base.get(item, NOTHING)
        stays = NOTHING if item in our_burnt else _not_replaced(own, other, known)
        combined[item] = {**stays, **own}
        if item not in our_burnt:
            # what was never known here, even if an earlier save found it, or was changed there since
            gone = {**_without(other, known, stays), **_without(other, held, stays)}
            replaced += as_history(item, gone, theirs)
    whole = with_contents(
        changed(
            ours,
            started=theirs.started,
            finished=next((run.finished for run in ends if run.finished is not None), None),
            finish_number=next((run.finish_number for run in ends if run.finish_number), 0),
            answered=latest_answered((ours, theirs)),
            burnt={**theirs.burnt, **ours.burnt},
        ),
        {item: content for item, content in combined.items() if content},
    )
    entries = [entry for entry in _history(versions, theirs) if entry.item not in our_burnt]
    current = [entry for item, content in combined.items() for entry in as_history(item, content, whole)]
    old = not_covered([*replaced, *(entry for entry in entries if not entry.number)], current)
    yeses = [*_finished_yeses(ours, our_contents), *_finished_yeses(theirs, their_contents)]
    yeses = not_covered(yeses, [*current, *entries, *old])
    combined_run = changed(whole, history=[*old, *yeses, *(entry for entry in entries if entry.number)])
    return theirs if combined_run.is_deleted else combined_run


def _not_replaced(own: Content, other: Content, known: Content) -> Content:
    """Return what another program has for an item if it's only typed on here: words not given replace no answer."""
    is_only_typed = own.keys() <= TYPED and known.keys() <= TYPED
    return {place: value for place, value in other.items() if place not in TYPED} if is_only_typed else NOTHING


def _without(content: Content, *others: Content) -> Content:
    """Return a content without what one of the others has in the same place."""
    return {
        place: value
        for place, value in content.items()
        if not any(place in other and canonical_json(other[place]) == canonical_json(value) for other in others)
    }


def _finished_yeses(run: Run, by_item: dict[str, dict[str, object]]) -> Iterator[Earlier]:
    """Yield the yeses about safety of a run that was finished: a copy that is still open can't take them back."""
    if run.was_finished:
        for item in sorted(SAFETY & by_item.keys()):
            yield from (entry for entry in as_history(item, by_item[item], run) if entry.value not in (None, False))


def _history(versions: Versions, theirs: Run) -> list[Earlier]:
    """Return the history in the file with what was added to it here, and without what was removed from it here."""
    base = _by_identity(versions.base.history) if versions.base is not None else {}
    ours = _by_identity(versions.ours.history)
    stays = {key: entry for key, entry in _by_identity(theirs.history).items() if key in ours or key not in base}
    return [*stays.values(), *(entry for key, entry in ours.items() if key not in base and key not in stays)]


def _numbered(versions: Versions, run: Run, next_number: int) -> Run:
    """Return a run whose new entries are numbered after all entries in the file, and whose others keep their numbers.

    An end that was taken back, and counts again because it was never given anew, keeps the number of taking it back.
    """

    def number(ours: int, base: int, theirs: int) -> int:
        return theirs if ours in (base, 0) else max(ours, next_number)

    theirs = versions.theirs or versions.base or changed(run, start_number=0, finish_number=0, history=[])
    base = versions.base or theirs
    numbers = {key: entry.number for key, entry in _by_identity(theirs.history).items()}
    start = number(versions.ours.start_number, base.start_number, theirs.start_number)
    entries = _by_identity(run.history).items()
    history = [structs.replace(entry, number=numbers.get(key, number(entry.number, 0, 0))) for key, entry in entries]
    again = {old.number: new.number for (_, old), new in zip(entries, history, strict=True) if old.item == FINISHED}
    ended = number(versions.ours.finish_number, base.finish_number, theirs.finish_number)
    finish = (again.get(run.finish_number) or ended) if run.was_finished else 0
    return changed(run, start_number=start, finish_number=finish, history=history)


def _newly_burnt(run: Run, before: Run | None) -> set[str]:
    old = {} if before is None else before.burnt
    return {item for item, moment in run.burnt.items() if old.get(item) != moment}


def _contents(run: Run | None) -> dict[str, dict[str, object]]:
    return {} if run is None else contents(run)


def _is_same(a: Content, b: Content) -> bool:
    return canonical_json(a) == canonical_json(b)


def _by_identity(history: Iterable[Earlier]) -> dict[tuple[object, ...], Earlier]:
    """Return the entries of a history by item, value and moment, but not by number, which may have changed since.

    An answer may be changed back and forth within a second, so equal entries are counted, in their order.
    """
    entries: dict[tuple[object, ...], Earlier] = {}
    for entry in history:
        key = identity(entry)
        entries[next((*key, nth) for nth in count() if (*key, nth) not in entries)] = entry
    return entries
