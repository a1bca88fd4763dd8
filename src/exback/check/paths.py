"""Walks the paths through one step: all of them in a world or, where these are too many, each answer in its turn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from msgspec import Struct

from exback.check.coverage import Tally
from exback.check.observations import Notes
from exback.check.texts import says_nothing
from exback.check.trial import BOUNDARY_IDS, Leaf, Trial
from exback.context import Undecided
from exback.items import Item, Question, Wording, worded
from exback.journey import Value
from exback.path import Path
from exback.program import Step
from exback.prose import Prose

PROBES = 30
FEW = 64
Pick = Callable[[str, tuple[Value, ...]], Value]


class Explored(Struct, frozen=True):
    """What came of one world: the paths that were walked, whether they are all, and about how many there are."""

    leaves: tuple[Leaf, ...]
    whole: bool
    size: int


class Explorer:
    """Everything that is known of one step after some worlds: what came up and what was answered.

    `wrong` holds what must not be, by rule and item. `cut_short` says that a path broke off before its end.
    """

    def __init__(self, step: Step, notes: Notes) -> None:
        self.step = step
        self.notes = notes
        self.tally = Tally()
        self.seen: set[str] = set()
        self.wrong: dict[tuple[str, str], str] = {}
        self.cut_short = False

    def every(self, trial: Trial, most: int) -> Explored:
        """Walk every path of a world or, where there are more than `most`, so many of them."""
        while True:
            before = self.notes.known
            size = 0
            leaves = self._all_of(trial, min(most, FEW))
            if leaves is None:
                size = self._size(trial)
                leaves = self._all_of(trial, most) if size <= 2 * most else None
            if leaves is None:
                return Explored(self.some(trial, most), whole=False, size=max(size, most))
            if self.notes.known == before:
                self._give_the_rest(trial, leaves)
                return Explored(leaves, whole=True, size=len(leaves))

    def some(self, trial: Trial, most: int) -> tuple[Leaf, ...]:
        """Walk `most` paths of a world, always by the answers that were given least often."""
        leaves = tuple(
            leaf for leaf, _ in (self._one(trial, self.tally.rarest) for _ in range(most)) if leaf is not None
        )
        self._give_the_rest(trial, leaves)
        return leaves

    def _all_of(self, trial: Trial, most: int) -> tuple[Leaf, ...] | None:
        """Give every path, None if there are more than `most`."""
        leaves = tuple(islice(self._all(trial), most + 1))
        return leaves if len(leaves) <= most else None

    def _size(self, trial: Trial) -> int:
        """Say about how many paths there are, from some that are walked by chance (Knuth 1975)."""
        return round(sum(self._one(trial, self.tally.any)[1] for _ in range(PROBES)) / PROBES)

    def _all(self, trial: Trial) -> Iterator[Leaf]:
        waiting: list[dict[str, Value]] = [{}]
        while waiting:
            given = waiting.pop()
            path = trial.path(given, self._filled(trial, self.tally.rarest, but=self._matters))
            asked = None if trial.is_withheld(given) else path.first_open()
            if asked is None:
                yield self._end(trial, path, given)
                continue
            values = self._answers(trial, path, asked, given)
            if values and not self._matters(asked.id):
                values = (self.tally.rarest(asked.id, values),)
            waiting.extend({**given, asked.id: value} for value in reversed(values))

    def _one(self, trial: Trial, pick: Pick) -> tuple[Leaf | None, int]:
        """Walk one path, and say how many there would be if everywhere as many answers were open as on this one."""
        given: dict[str, Value] = {}
        open_to = {item: len(values) for item, values in trial.plain().items()}
        filled = self._filled(trial, pick, but=BOUNDARY_IDS.__contains__)
        while True:
            path = trial.path(given, filled)
            asked = None if trial.is_withheld(given) else path.first_open()
            if asked is None:
                break
            values = self._answers(trial, path, asked, given)
            if not values:
                return None, 0
            open_to[asked.id] = len(values)
            given = {**given, asked.id: pick(asked.id, values)}
        width = 1
        for item in path.answers:
            width *= open_to[item] if self._matters(item) else 1
        return self._end(trial, path, given), width

    def _filled(self, trial: Trial, pick: Pick, *, but: Callable[[str], bool]) -> dict[str, Value]:
        """Answer beforehand what is answered alike on every path."""
        return {item: pick(item, values) for item, values in trial.plain().items() if not but(item)}

    def _answers(self, trial: Trial, path: Path, asked: Item, given: dict[str, Value]) -> tuple[Value, ...]:
        assert isinstance(asked, Question)  # nothing else is ever open
        if asked.id in given:
            return self._cut(path, asked, "It does not take its own answers, so nobody gets past it.")
        try:
            values = trial.values(asked, path.here)
        except Undecided:
            return self._cut(path, asked)
        if not values:
            says = "It cannot be answered on some path: fewer options are offered than it needs."
            return self._cut(path, asked, says)
        self.tally.offers(asked.id, values)
        return values

    def _cut(self, path: Path, asked: Question, says: str = "") -> tuple[Value, ...]:
        """Break a path off, with what came up on it so far."""
        self.cut_short = True
        self.seen |= {page.id for page in path.pages[: 1 + (path.place(asked.id) or 0)]}
        if says:
            self.wrong["ends", asked.id] = says
        return ()

    def _matters(self, item: str) -> bool:
        """Tell whether a path can depend on an answer: some function reads it, or it is a boundary."""
        return item in self.notes.own or item in BOUNDARY_IDS

    def _give_the_rest(self, trial: Trial, leaves: tuple[Leaf, ...]) -> None:
        """Give each answer that was open and not given yet, on a path on which its question comes up."""
        for item, text in self.tally.untaken:
            leaf = next((leaf for leaf in leaves if item in leaf.items), None)
            if leaf is not None:
                given = {**leaf.answers, item: self.tally.open[item, text]}
                self._end(trial, trial.path(given, {}), given)

    def _end(self, trial: Trial, path: Path, given: dict[str, Value]) -> Leaf:
        """Look at everything that a path shows, now that it is at its end."""
        leaf = trial.leaf(path, given)
        self.seen |= leaf.items
        self.tally.takes(path.answers)
        for item in path.answers:
            self.tally.offers(item, trial.plain().get(item, ()))
        for page in path.pages:
            self._show(page, path)
        if not path.pages:
            self.wrong["ends", ""] = "It may begin when it has no page to begin with."
        if not leaf.withheld:
            self._close(path)
        return leaf

    def _show(self, page: Item, path: Path) -> None:
        """Have every function of a page heard once more, now that it could read all answers."""
        if callable(page.note):
            _said(page.note, path)
        said = _said(page.text, path) if callable(page.text) else None
        if said is not None and isinstance(page, Question) and says_nothing(said):
            self.wrong["empty", page.id] = "On some path its question is empty. Ask something, or hide it with when."

    def _close(self, path: Path) -> None:
        for role, wording in (("mirror", self.step.mirror), ("small_thing", self.step.small_thing)):
            said = _said(wording, path)
            if said is not None and says_nothing(said):
                self.wrong["empty", role] = "On some path it says nothing. Every step closes with a sentence there."


def _said(wording: Wording, path: Path) -> Prose | None:
    """Give what is said at the end of a path; None where the function raised, which its watch has noted."""
    try:
        return worded(wording, path.here)
    except Undecided:
        return None
