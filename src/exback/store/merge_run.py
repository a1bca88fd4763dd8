"""One run as it stands in several copies of a file, and what becomes of it when they are united.

Question by question, what was said last stands: in the copy that last knew of a change to it. What gives way is
kept in the history, with number 0. What one copy knows to be burnt is gone from all that was said until then.
It makes no difference which copies are united first: whatever stands or is kept depends on the set of them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any, TypeAlias

import msgspec
from msgspec import structs

from exback.model.dates import in_utc
from exback.model.run import FINISHED, STARTED, Earlier, Run, Value, changed
from exback.model.timeline import SAFETY

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
PLACES = ("answers", "hidden", "drafts", "orphans", "extra")
"""The fields of a run that hold something by a name, the weightiest first."""
UNSAID = frozenset({"drafts", "extra"})
"""Those in which nothing counts as said about safety: what stands there neither is a yes nor makes one superfluous."""

Content: TypeAlias = Mapping[str, Any]
"""What a run holds by one name, by the place it stands in."""


def contents(run: Run) -> dict[str, dict[str, Any]]:
    """Give all that a run holds by a name: the name, the place, and what stands there."""
    found: dict[str, dict[str, Any]] = {}
    for place in PLACES:
        for item, kept in getattr(run, place).items():
            found.setdefault(item, {})[place] = kept
    return found


def with_contents(run: Run, found: Mapping[str, Content]) -> Run:
    """Give a run that holds these contents and no others."""
    fields = {place: {item: kept[place] for item, kept in found.items() if place in kept} for place in PLACES}
    return changed(run, **fields)


def as_value(kept: object) -> Value:
    """Give what history can hold of something: an answer as it is, anything else as its JSON."""
    if kept is None or isinstance(kept, bool | int | str):
        return kept
    if isinstance(kept, list) and all(isinstance(one, str) for one in kept):
        return kept
    return in_order(kept).decode()


def in_order(kept: object) -> bytes:
    """Give JSON that is the same whenever the content is."""
    return msgspec.json.encode(kept, order="sorted")


def seconds(moment: datetime) -> int:
    """Give the whole seconds from 1970 to a moment."""
    return int((moment - EPOCH).total_seconds())


def sayings(item: str, content: Content) -> list[Value]:
    """Return what a run says by a name, as history can hold it."""
    return [as_value(kept) for place, kept in content.items() if item not in SAFETY or place not in UNSAID]


def last(moments: Iterable[datetime]) -> datetime:
    """Give the last of some moments; of two that are the same by two clocks, always the same."""
    return max(moments, key=lambda one: (one - EPOCH, one.isoformat()))


def united(copies: Sequence[Run]) -> Run:
    """Give one run out of its copies."""
    return _Copies(copies).united()


def gave_way(entries: Iterable[Earlier], standing: Iterable[Earlier]) -> list[Earlier]:
    """Give the entries that say something which neither a later entry nor what stands says too."""
    stands, kept = list(standing), _last_of_each(entries)
    return [one for one in kept if not any(other is not one and _covers(other, one) for other in chain(stands, kept))]


class _Copies:
    def __init__(self, copies: Sequence[Run]) -> None:
        self.copies = sorted(copies, key=_weight, reverse=True)
        self.contents = [contents(run) for run in self.copies]
        self.burnt = _latest(chain.from_iterable(run.burnt.items() for run in copies))

    def united(self) -> Run:
        """Give what all copies come to."""
        names = dict.fromkeys(chain.from_iterable(self.contents))
        found = {item: self._standing(item) for item in names}
        changes = self._changes()
        stands = [
            Earlier(item, value, max(last_known(run, item) for run in self.copies))
            for item, content in found.items()
            for value in sayings(item, content)
        ]
        lost = gave_way(self._lost(), [*changes, *stands])
        started = last(run.started for run in self.copies)
        ends = [run.finished for run in self.copies if run.finished is not None]
        whole = changed(
            self.copies[0],
            started=started,
            # A boundary is lifted by what was begun after it was told: where two records do not agree on that, it stays.
            start_number=max(min(run.start_number for run in self.copies), seconds(started)),
            finished=last(ends) if ends else None,
            finish_number=max(run.finish_number for run in self.copies),
            history=sorted([*lost, *changes, *self._disputed(started, last(ends) if ends else None)], key=_order),
            burnt=self.burnt,
        )
        return with_contents(whole, {item: content for item, content in found.items() if content})

    def _standing(self, item: str) -> Content:
        """Give what stands by a name: what was said last, unless it was burnt since."""
        stamp, _, content = max(
            (
                (last_known(run, item), _rank(held.get(item, {})), held.get(item, {}))
                for run, held in zip(self.copies, self.contents, strict=True)
            ),
            key=lambda one: one[:2],
        )
        if item in self.burnt and stamp <= self.burnt[item]:
            return {"answers": None} if "answers" in content else {}
        return content

    def _changes(self) -> list[Earlier]:
        """Give the changes that some copy knows to have been made, each once."""
        found: dict[tuple[object, ...], Earlier] = {}
        for one in self._unburnt(one for run in self.copies for one in run.history if one.number):
            same = (one.item, in_order(one.value), one.until, one.until.isoformat(), in_order(one.extra))
            if same not in found or found[same].number < one.number:
                found[same] = one
        return list(found.values())

    def _lost(self) -> Iterator[Earlier]:
        """Give all that any copy holds, as history would keep it: what stands covers itself."""
        return self._unburnt(chain.from_iterable(map(_as_history, self.copies, self.contents)))

    def _disputed(self, started: datetime, finished: datetime | None) -> list[Earlier]:
        """Return the beginnings and ends of copies that give way: such a run lifts no boundary."""
        stands = {STARTED: started, FINISHED: finished}
        gave = [
            Earlier(name, in_utc(moment).isoformat(), in_utc(moment))
            for run in self.copies
            for name, moment in ((STARTED, run.started), (FINISHED, run.finished))
            if moment is not None and moment != stands[name]
        ]
        known = [one for run in self.copies for one in run.history if one.is_other_span]
        return _last_of_each([*gave, *(structs.replace(one, until=in_utc(one.until)) for one in known)])

    def _unburnt(self, entries: Iterable[Earlier]) -> Iterator[Earlier]:
        return (one for one in entries if one.item not in self.burnt or one.until > self.burnt[one.item])


def last_known(run: Run, item: str) -> datetime:
    """Give the last moment, in UTC, from which a copy knows something about a name."""
    changes = (one.until for one in run.history if one.item == item and one.number)
    return in_utc(max(filter(None, (run.started, run.finished, *changes, _since_burnt(run, item)))))


def _since_burnt(run: Run, item: str) -> datetime | None:
    """Give when a name was burnt; what is said by it again was said after that, whatever the clock said."""
    moment = run.burnt.get(item)
    again = any(getattr(run, place).get(item) is not None for place in PLACES)
    return moment + timedelta(microseconds=1) if moment is not None and again and moment.year < 9999 else moment


def _as_history(run: Run, held: Mapping[str, Content]) -> Iterator[Earlier]:
    for item, content in held.items():
        values = [value for value in sayings(item, content) if value is not None]
        yield from (Earlier(item, value, last_known(run, item)) for value in values)
    for one in run.history:
        if not one.number and one.value is not None and not one.is_other_span:
            yield structs.replace(one, until=min(in_utc(one.until), last_known(run, one.item)))


def _last_of_each(entries: Iterable[Earlier]) -> list[Earlier]:
    found: dict[tuple[object, ...], Earlier] = {}
    for one in entries:
        same = (one.item, in_order(one.value), in_order(one.extra))
        if same not in found or found[same].until < one.until:
            found[same] = one
    return list(found.values())


def _covers(one: Earlier, other: Earlier) -> bool:
    """Tell whether an entry says all that another says: the same, or the same words and more, and no earlier."""
    if one.item != other.item or one.extra != other.extra or one.until < other.until:
        return False
    longer = isinstance(one.value, str) and isinstance(other.value, str) and one.value.startswith(other.value)
    return longer or in_order(one.value) == in_order(other.value)


def _latest(pairs: Iterable[tuple[str, datetime]]) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for item, moment in pairs:
        found[item] = last([found.get(item, moment), moment])
    return dict(sorted(found.items()))


def _weight(run: Run) -> tuple[object, ...]:
    """Order copies by the last that they know of anything; the first of them says where the person is."""
    changes = (one.until for one in run.history if one.number)
    shell = (run.step, run.step_version, run.reviewed, run.cursor, run.unseen)
    return max(filter(None, (run.started, run.finished, *changes, *run.burnt.values()))), in_order(shell)


def _rank(content: Content) -> tuple[bytes, ...]:
    return tuple(in_order(content[place]) if place in content else b"" for place in PLACES)


def _order(one: Earlier) -> tuple[object, ...]:
    return one.number, one.until, one.until.isoformat(), one.item, in_order(one.value), in_order(one.extra)
