"""The paths through one step: all of them where they fit a bound, else a sample in which every answer is given."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from exback.check.coverage import Coverage
from exback.check.observations import Observations
from exback.check.texts import says_nothing
from exback.check.trial import Answers, Pick, Trial, kept
from exback.context import Undecided
from exback.items import Item, Question, Wording, worded
from exback.journey import Journey, Value
from exback.path import Path
from exback.program import Step
from exback.prose import Prose

PROBES = 30


class Leaf(Struct, frozen=True):
    """The end of a path: every item that came up, every answer, and whether a boundary ended it."""

    items: frozenset[str]
    answers: Answers
    withheld: bool


class Explorer:
    """Walks paths of one step, and keeps what came up on them.

    `seen` has the items that came up, `wrong` what must not be, by rule and item, `answers` those of every path, by
    their text. `cut_short` says that a path broke off before its end.
    """

    def __init__(self, step: Step, observations: Observations) -> None:
        self.step = step
        self.observations = observations
        self.coverage = Coverage()
        self.seen: set[str] = set()
        self.wrong: dict[tuple[str, str], str] = {}
        self.cut_short = False
        self.answers: dict[str, Answers] = {}

    def explore(self, journey: Journey, most: int) -> tuple[tuple[Leaf, ...], bool]:
        """Walk every path after a journey or, where there are more than `most`, so many of them.

        Return the ends of the paths, and whether they are all.
        """
        while True:
            known = self.observations.branching
            leaves, whole = self._leaves(journey, most)
            if not whole or known == self.observations.branching:
                break
        self._give_the_rest(journey, leaves)
        return leaves, whole

    def size(self, journey: Journey) -> int:
        """Return about how many paths there are, from some that are walked by chance (Knuth 1975)."""
        widths = 0
        for _ in range(PROBES):
            trial = self._trial(journey, self.coverage.any)
            trial.walk()
            widths += trial.width
        return round(widths / PROBES)

    def _leaves(self, journey: Journey, most: int) -> tuple[tuple[Leaf, ...], bool]:
        """Walk up to `most` paths, taking up those that fork off in any order. Whether they are all comes second."""
        leaves: list[Leaf] = []
        beginnings: list[Answers] = [{}]
        while beginnings and len(leaves) < most:
            place = self.coverage.any("", range(len(beginnings)))
            beginnings[place], beginnings[-1] = beginnings[-1], beginnings[place]
            trial = self._trial(journey, self.coverage.rarest, beginnings.pop())
            path = trial.walk()
            leaves += self._end(trial, path)
            beginnings += trial.turns
        return tuple(leaves), not beginnings

    def _give_the_rest(self, journey: Journey, leaves: tuple[Leaf, ...]) -> None:
        """Give each answer that was open and not given yet, on a path on which its question comes up."""
        for item, text in self.coverage.untaken:
            leaf = next((leaf for leaf in leaves if item in leaf.items), None)
            if leaf is not None:
                given = {**leaf.answers, item: self.coverage.open[item, text]}
                trial = self._trial(journey, self.coverage.rarest, given)
                self._end(trial, trial.walk())

    def _trial(self, journey: Journey, pick: Pick, given: Mapping[str, Value] | None = None) -> Trial:
        return Trial(self.step, journey, self.observations, pick, given)

    def _end(self, trial: Trial, path: Path) -> list[Leaf]:
        """Look at everything that a path shows, now that it is walked, and return its end if it came to one."""
        for item, values in trial.offered.items():
            self.coverage.offer(item, values)
        if trial.stuck:
            self.cut_short = True
            self.seen |= {page.id for page in path.pages[: 1 + (path.place(trial.stuck) or 0)]}
            if trial.reason:
                self.wrong["ends", trial.stuck] = trial.reason
            return []
        shown = {page.id for page in path.pages} | {recall.id for above in path.recalls.values() for recall in above}
        self.seen |= shown
        self.coverage.take(path.answers)
        for page in path.pages:
            self._read_once_more(page, path)
        if not path.pages:
            self.wrong["ends", ""] = "It may begin when it has no page to begin with."
        if not trial.withheld:
            self._close(path)
        leaf = Leaf(frozenset(shown), kept(path), trial.withheld)
        self.answers[str(leaf.answers)] = leaf.answers
        return [leaf]

    def _read_once_more(self, page: Item, path: Path) -> None:
        """Call the functions of a page again, now that they can read all answers."""
        if callable(page.note):
            _words(page.note, path)
        question = _words(page.text, path) if callable(page.text) and isinstance(page, Question) else None
        if question is not None and says_nothing(question):
            self.wrong["empty", page.id] = "On some path its question is empty. Ask something, or hide it with when."

    def _close(self, path: Path) -> None:
        for role, wording in (("mirror", self.step.mirror), ("small_thing", self.step.small_thing)):
            words = _words(wording, path)
            if words is not None and says_nothing(words):
                self.wrong["empty", role] = "On some path it says nothing. Every step closes with a sentence there."


def _words(wording: Wording, path: Path) -> Prose | None:
    """Return what is said at the end of a path, None where the function raised, which is written down already."""
    try:
        return worded(wording, path.here)
    except Undecided:
        return None
