"""A run that is saved while another program has saved it too: nothing that either was told is lost.

What the person did here, since this program last knew the run, is done to the run as it stands in the file. Where
both changed the same thing, the one who saves now stands, and the other is kept in the run's history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from msgspec import Struct, structs

from exback.model.run import Earlier, Run, changed
from exback.model.timeline import SAFETY
from exback.store.merge_run import Content, contents, gave_way, in_order, last_known, sayings, with_contents

NOTHING: Content = {}


class Meeting(Struct, frozen=True):
    """One run, four times: as this program knew it and has it now, as the file held it then and holds it now.

    Each but the second is None where there was, or is, no such run.
    """

    knew: Run | None
    now: Run
    held: Run | None
    there: Run | None


def met(meeting: Meeting, next_number: int) -> Run:
    """Give what is to be saved.

    `next_number` is the next place in the record of the file, or 0 where nobody else has written to it: what the
    person did here then already has its places.
    """
    there = meeting.there
    if there is None or (meeting.knew == meeting.held == there and there.burnt.keys() <= meeting.now.burnt.keys()):
        return _numbered(meeting, meeting.now, next_number)
    return _numbered(meeting, _laid_over(meeting, there), next_number)


def _laid_over(meeting: Meeting, there: Run) -> Run:
    now, burnt_here = meeting.now, _newly_burnt(meeting.now, meeting.knew)
    ours, theirs = contents(now), contents(there)
    knew, held = _contents(meeting.knew), _contents(meeting.held)
    burnt_there = _newly_burnt(there, meeting.held)
    found: dict[str, Content] = {}
    lost: list[Earlier] = []
    for item in dict.fromkeys([*ours, *theirs]):
        own, other = ours.get(item, NOTHING), theirs.get(item, NOTHING)
        if item not in burnt_here and _same(own, knew.get(item, NOTHING)) and (other or item in burnt_there):
            found[item] = other
            continue
        found[item] = own
        if item not in burnt_here and not _same(other, held.get(item, NOTHING)):
            lost += _as_history(item, other, there)
    whole = with_contents(
        changed(
            now,
            started=there.started,
            finished=now.finished or there.finished,
            finish_number=now.finish_number or there.finish_number,
            burnt={**there.burnt, **now.burnt},
        ),
        {item: content for item, content in found.items() if content},
    )
    changes = [one for one in _history(meeting, there) if one.item not in burnt_here]
    stands = [one for item, content in found.items() for one in _as_history(item, content, whole)]
    kept = gave_way([*lost, *(one for one in changes if not one.number)], stands)
    yeses = gave_way([*_finished_yeses(now, ours), *_finished_yeses(there, theirs)], [*stands, *changes, *kept])
    return changed(whole, history=[*kept, *yeses, *(one for one in changes if one.number)])


def _finished_yeses(run: Run, found: dict[str, dict[str, object]]) -> Iterator[Earlier]:
    """Return the yeses about safety of a run that was finished: one that is still open elsewhere can't take them back."""
    if run.was_finished:
        for item in sorted(SAFETY & found.keys()):
            yield from (one for one in _as_history(item, found[item], run) if one.value not in (None, False))


def _history(meeting: Meeting, there: Run) -> list[Earlier]:
    """Give the history in the file with what was added to it here, and without what was taken from it here."""
    knew = _marked(meeting.knew.history) if meeting.knew is not None else {}
    now = _marked(meeting.now.history)
    stays = {mark: one for mark, one in _marked(there.history).items() if mark in now or mark not in knew}
    return [*stays.values(), *(one for mark, one in now.items() if mark not in knew and mark not in stays)]


def _numbered(meeting: Meeting, run: Run, next_number: int) -> Run:
    """Give a run whose new entries come after all that is in the record, and whose others stay in their places."""

    def place(now: int, knew: int, there: int) -> int:
        return there if now in (knew, 0) else max(now, next_number)

    there = meeting.there or meeting.knew
    knew = meeting.knew or there
    if there is None or knew is None:
        return changed(run, start_number=place(run.start_number, 0, 0), finish_number=place(run.finish_number, 0, 0))
    places = {mark: one.number for mark, one in _marked(there.history).items()}
    return changed(
        run,
        start_number=place(meeting.now.start_number, knew.start_number, there.start_number),
        finish_number=place(meeting.now.finish_number, knew.finish_number, there.finish_number),
        history=[
            structs.replace(one, number=places.get(mark, place(one.number, 0, 0)))
            for mark, one in _marked(run.history).items()
        ],
    )


def _newly_burnt(run: Run, before: Run | None) -> set[str]:
    old = {} if before is None else before.burnt
    return {item for item, moment in run.burnt.items() if old.get(item) != moment}


def _contents(run: Run | None) -> dict[str, dict[str, object]]:
    return {} if run is None else contents(run)


def _same(one: Content, other: Content) -> bool:
    return in_order(one) == in_order(other)


def _as_history(item: str, content: Content, run: Run) -> Iterator[Earlier]:
    until = last_known(run, item)
    yield from (Earlier(item, value, until) for value in sayings(item, content) if value is not None)


def _marked(history: Iterable[Earlier]) -> dict[tuple[object, ...], Earlier]:
    """Give the entries of a history by what tells each from the others; its number may have been moved since.

    An answer may be changed back and forth within a second, so that two say the same: then the first comes first.
    """
    found: dict[tuple[object, ...], Earlier] = {}
    for one in history:
        same = one.item, in_order(one.value), one.until
        found[next((*same, nth) for nth in count() if (*same, nth) not in found)] = one
    return found
