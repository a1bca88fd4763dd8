"""A record of its own of all that a person answered and typed, to hold against the file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from exback.model.run import Run

Kept: TypeAlias = dict[str, object]


class Shadow:
    """What was given in every run: the answers that stand, those that were changed later, and what is half typed."""

    def __init__(self) -> None:
        self.answers: dict[str, Kept] = {}
        self.before: dict[str, list[tuple[str, object]]] = {}
        self.drafts: dict[str, Kept] = {}

    def answered(self, run: Run, item: str, value: object) -> None:
        """Note an answer that was taken; what a finished run said before must go to its history."""
        kept = self.answers.setdefault(run.id, {})
        if run.finished is not None and item in kept and kept[item] != value:
            self.before.setdefault(run.id, []).append((item, kept[item]))
        kept[item] = value
        self.drafts.setdefault(run.id, {}).pop(item, None)

    def typed(self, run: Run, item: str, value: object) -> None:
        """Note what stands in a field and was not given, or was not taken."""
        drafts = self.drafts.setdefault(run.id, {})
        drafts.pop(item, None)
        if value:
            drafts[item] = value

    def took_back(self, run: Run, items: frozenset[str]) -> None:
        """Note that the yeses among these were taken back, in a run that is not finished."""
        kept = self.answers.get(run.id, {})
        self.answers[run.id] = {item: value for item, value in kept.items() if item not in items or value is not True}

    def burnt(self, run: Run, item: str) -> None:
        """Note that an answer is to be gone, and all that stood there before."""
        self.answers[run.id][item] = None
        self.before[run.id] = [(one, value) for one, value in self.before.get(run.id, []) if one != item]
        self.drafts.get(run.id, {}).pop(item, None)

    def lost(self, run: Run) -> Iterator[str]:
        """Give what this run should hold and does not, in words without the words that were typed."""
        yield from _absent("answer", self.answers.get(run.id, {}), {**run.hidden, **run.answers})
        yield from _absent("draft", self.drafts.get(run.id, {}), run.drafts)
        for item, value in self.before.get(run.id, []):
            if not any(earlier.item == item and earlier.value == value for earlier in run.history):
                yield f"the answer to {item} before it was changed"

    def lost_anywhere(self, runs: list[Run]) -> Iterator[str]:
        """Give what any run should hold and does not; a run that is gone has lost all."""
        found = {run.id: run for run in runs}
        for run_id in self.answers:
            yield from self.lost(found[run_id]) if run_id in found else (f"the whole run {run_id}",)


def _absent(what: str, wanted: Kept, kept: Mapping[str, object]) -> Iterator[str]:
    return (f"{what} to {item}" for item, value in wanted.items() if item not in kept or kept[item] != value)
