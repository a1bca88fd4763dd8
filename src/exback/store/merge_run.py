"""Merging the copies of one run, question by question.

The latest answer wins: the one in the copy that last knew of a change to it. The others are kept in the history, with
number 0. What one copy knows to be burnt is removed, as far as it was written before that. The result depends only on the
set of copies, not on the order in which they are merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import chain
from typing import Any, TypeAlias

import msgspec
from msgspec import structs

from exback.model.dates import in_utc, just_after
from exback.model.run import (
    DELETED,
    FINISHED,
    STARTED,
    Earlier,
    Run,
    Value,
    changed,
    ends_of,
    last_taken_back,
    named_end,
)
from exback.model.safety import deleted
from exback.model.timeline import SAFETY

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PLACES = ("answers", "hidden", "drafts", "orphans", "extra")
"""The fields of a run with values by item, the most important first."""
NOT_ANSWERED = frozenset({"drafts", "extra"})
"""The fields whose values are no answers about safety: they neither are a yes nor replace one."""

Content: TypeAlias = Mapping[str, Any]
"""What a run has for one item, by field."""


def contents(run: Run) -> dict[str, dict[str, Any]]:
    """Return all that a run has for its items, by item and field."""
    by_item: dict[str, dict[str, Any]] = {}
    for place in PLACES:
        for item, value in getattr(run, place).items():
            by_item.setdefault(item, {})[place] = value
    return by_item


def with_contents(run: Run, by_item: Mapping[str, Content]) -> Run:
    """Return a run with these contents and no others."""
    fields = {
        place: {item: content[place] for item, content in by_item.items() if place in content} for place in PLACES
    }
    return changed(run, **fields)


def as_value(content: object) -> Value:
    """Return something as a value that the history can have: an answer as it is, anything else as its JSON."""
    if content is None or isinstance(content, bool | int | str):
        return content
    if isinstance(content, list) and all(isinstance(part, str) for part in content):
        return content
    return canonical_json(content).decode()


def identity(entry: Earlier) -> tuple[object, ...]:
    """Return what tells an entry from others: its item, value and moment, but not its number, which a merge may lift."""
    return entry.item, canonical_json(entry.value), entry.until


def canonical_json(content: object) -> bytes:
    """Return JSON that is the same whenever the content is."""
    return msgspec.json.encode(content, order="sorted")


def seconds(moment: datetime) -> int:
    """Return the whole seconds from 1970 to a moment."""
    return int((moment - EPOCH).total_seconds())


def history_values(item: str, content: Content) -> list[Value]:
    """Return what a run has for an item, as the history can have it."""
    return [as_value(value) for place, value in content.items() if item not in SAFETY or place not in NOT_ANSWERED]


def latest(moments: Iterable[datetime]) -> datetime:
    """Return the latest of some moments. Of two equal ones in two time zones, the choice depends only on the set."""
    return max(moments, key=lambda moment: (moment - EPOCH, moment.isoformat()))


def latest_answered(copies: Sequence[Run]) -> datetime | None:
    """Return by when all was answered in some copies that has no later change, None if no end is known to be taken back."""
    moments = [in_utc(run.last_answered) for run in copies]
    return max(moments) if any(run.answered for run in copies) else None


def not_covered(entries: Iterable[Earlier], current: Iterable[Earlier]) -> list[Earlier]:
    """Return the entries whose words are neither in a later entry nor in the current values."""
    others, distinct = list(current), _latest_of_each(entries)
    return [
        entry
        for entry in distinct
        if not any(other is not entry and _covers(other, entry) for other in chain(others, distinct))
    ]


class Copies:
    """The copies of one run, the most recent first."""

    def __init__(self, copies: Sequence[Run]) -> None:
        self.copies = sorted(copies, key=_recency, reverse=True)
        self.contents = [contents(run) for run in self.copies]
        self.burnt = _latest_by_item(chain.from_iterable(run.burnt.items() for run in copies))

    def merged(self) -> Run:
        """Return the run that has what all copies have."""
        items = dict.fromkeys(chain.from_iterable(self.contents))
        by_item = {item: self._current(item) for item in items}
        changes = self._changes()
        current = [
            Earlier(item, value, max(last_known(run, item) for run in self.copies))
            for item, content in by_item.items()
            for value in history_values(item, content)
        ]
        # With the current values, which cover themselves.
        everything = chain.from_iterable(map(_as_entries, self.copies, self.contents))
        replaced = not_covered(self._unburnt(everything), [*changes, *current])
        started = latest(run.started for run in self.copies)
        ends = ends_of(self.copies)
        moments = [run.finished for run in ends if run.finished is not None]
        finished = latest(moments) if moments else None
        whole = changed(
            self.copies[0],
            started=started,
            # A boundary is lifted by a run started after it was set. Where two copies disagree on that, it stays.
            start_number=max(min(run.start_number for run in self.copies), seconds(started)),
            finished=finished,
            # Of the end that counts, and of no other: an earlier one may go once a third copy says that it was taken back.
            finish_number=max((run.finish_number for run in ends if run.finished == finished), default=0),
            history=sorted([*replaced, *changes, *self._disputed(started, finished, ends)], key=_order),
            answered=latest_answered(self.copies),
            burnt=self.burnt,
        )
        run = with_contents(whole, {item: content for item, content in by_item.items() if content})
        return deleted(run, self.burnt[DELETED]) if run.is_deleted else run

    def _current(self, item: str) -> Content:
        """Return what the run has for an item: the latest in any copy, unless it was burnt since."""
        contents = [by_item.get(item, {}) for by_item in self.contents]
        candidates = [(last_known(run, item), _rank(own), own) for run, own in zip(self.copies, contents, strict=True)]
        known, _, content = max(candidates, key=lambda candidate: candidate[:2])
        gone = self._burnt_at(item)
        if gone is None or known > gone:
            return content
        return {"answers": None} if "answers" in content and DELETED not in self.burnt else {}

    def _burnt_at(self, item: str) -> datetime | None:
        """Return when an item was burnt, alone or with the whole run, None if it wasn't."""
        names = (item,) if item in SAFETY or item == FINISHED else (item, DELETED)
        return max((self.burnt[name] for name in names if name in self.burnt), default=None)

    def _changes(self) -> list[Earlier]:
        """Return the changes in the histories of all copies, each once, with its highest number."""
        entries = self._unburnt(entry for run in self.copies for entry in run.history if entry.number)
        by_all_but_number = {_order(entry)[1:]: entry for entry in sorted(entries, key=_order)}
        return list(by_all_but_number.values())

    def _disputed(self, started: datetime, finished: datetime | None, ends: list[Run]) -> list[Earlier]:
        """Return the starts and finishes of copies that differ from the merged ones: such a run lifts no boundary."""
        current = {STARTED: started, FINISHED: finished}
        replaced = [
            Earlier(name, in_utc(moment).isoformat(), in_utc(moment))
            for run in self.copies
            for name, moment in ((STARTED, run.started), (FINISHED, run.finished if run in ends else None))
            if moment is not None and moment != current[name]
        ]
        gone = last_taken_back(self.copies)
        known = [
            entry
            for run in self.copies
            for entry in run.history
            if entry.is_other_span and (gone is None or (end := named_end(entry)) is None or end > gone)
        ]
        return _latest_of_each([*replaced, *(structs.replace(entry, until=in_utc(entry.until)) for entry in known)])

    def _unburnt(self, entries: Iterable[Earlier]) -> Iterator[Earlier]:
        for entry in entries:
            gone = self._burnt_at(entry.item)
            if gone is None or entry.until > gone:
                yield entry


def last_known(run: Run, item: str) -> datetime:
    """Return the last moment, in UTC, from which a copy knows something about an item."""
    changes = (entry.until for entry in run.history if entry.item == item and entry.number)
    return in_utc(max(filter(None, (run.last_answered, *changes, _since_burnt(run, item)))))


def _since_burnt(run: Run, item: str) -> datetime | None:
    """Return when an item was burnt. A value that it has now was written after that, whatever the clock said."""
    moment = run.burnt.get(item)
    again = any(getattr(run, place).get(item) is not None for place in PLACES)
    return just_after(moment) if moment is not None and again else moment


def as_history(item: str, content: Content, run: Run) -> Iterator[Earlier]:
    """Yield what a run has for an item as entries of a history."""
    until = last_known(run, item)
    yield from (Earlier(item, value, until) for value in history_values(item, content) if value is not None)


def _as_entries(run: Run, by_item: Mapping[str, Content]) -> Iterator[Earlier]:
    for item, content in by_item.items():
        yield from as_history(item, content, run)
    for entry in run.history:
        if not entry.number and entry.value is not None and not entry.is_other_span:
            yield structs.replace(entry, until=min(in_utc(entry.until), last_known(run, entry.item)))


def _latest_of_each(entries: Iterable[Earlier]) -> list[Earlier]:
    distinct: dict[tuple[object, ...], Earlier] = {}
    for entry in entries:
        key = (entry.item, canonical_json(entry.value), canonical_json(entry.extra))
        if key not in distinct or distinct[key].until < entry.until:
            distinct[key] = entry
    return list(distinct.values())


def _covers(entry: Earlier, other: Earlier) -> bool:
    """Whether an entry has all that another has, the same or the same words and more, and is no earlier."""
    if entry.item != other.item or entry.extra != other.extra or entry.until < other.until:
        return False
    is_longer = isinstance(entry.value, str) and isinstance(other.value, str) and entry.value.startswith(other.value)
    return is_longer or canonical_json(entry.value) == canonical_json(other.value)


def _latest_by_item(pairs: Iterable[tuple[str, datetime]]) -> dict[str, datetime]:
    moments: dict[str, datetime] = {}
    for item, moment in pairs:
        moments[item] = latest([moments.get(item, moment), moment])
    return dict(sorted(moments.items()))


def _recency(run: Run) -> tuple[object, ...]:
    """Return a key that orders copies by their last change; the most recent copy says where the person is.

    What is left of a deleted copy says nothing of that.
    """
    shell = (run.step, run.step_version, run.reviewed, run.cursor, run.unseen)
    return bool(run.step), run.last_change, canonical_json(shell)


def _rank(content: Content) -> tuple[bytes, ...]:
    return tuple(canonical_json(content[place]) if place in content else b"" for place in PLACES)


def _order(entry: Earlier) -> tuple[object, ...]:
    value, extra = canonical_json(entry.value), canonical_json(entry.extra)
    return entry.number, entry.until, entry.until.isoformat(), entry.item, value, extra
