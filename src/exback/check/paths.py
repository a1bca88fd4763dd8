"""The paths through one step: all of them where they fit a bound, else a sample in which every answer is given."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from math import prod
from typing import TypeVar

from exback.check.texts import says_nothing
from exback.check.tracing import Observations, Spot
from exback.check.trial import Answers, Pick, Trial
from exback.engine.path import Path
from exback.model.context import Undecided
from exback.model.items import Question, Wording, worded
from exback.model.journey import Journey
from exback.model.program import Step
from exback.model.prose import Prose
from exback.model.run import Value

PROBES = 30
Choice = TypeVar("Choice")


class Coverage:
    """Chooses what was chosen least often. Chance is seeded, so it repeats itself."""

    def __init__(self) -> None:
        self._taken: Counter[tuple[str, str]] = Counter()
        self._random = random.Random(0)  # noqa: S311  # chance that can be repeated; it keeps no secret

    def __contains__(self, answer: tuple[str, str]) -> bool:
        return answer in self._taken

    def take(self, answers: Mapping[str, object]) -> None:
        """Count what was chosen, by what it was chosen for."""
        self._taken.update((item, str(value)) for item, value in answers.items())

    def rarest(self, item: str, values: Sequence[Choice]) -> Choice:
        """Return one of the values that were taken least often."""
        counts = [self._taken[item, str(value)] for value in values]
        fewest = min(counts)
        return self.any(item, [value for value, count in zip(values, counts, strict=True) if count == fewest])

    def any(self, _item: str, values: Sequence[Choice]) -> Choice:
        """Return one of the values, each as likely as the others."""
        return self._random.choice(values)

    def next(self, what: str, choices: Sequence[Choice]) -> Choice:
        """Return the choice that was made least often, and count it as made."""
        choice = self.rarest(what, choices)
        self.take({what: choice})
        return choice


class Explorer:
    """Walks paths of one step, and keeps what came up on them.

    `seen` has the items that came up, `shown` those that came up together, `open` every answer that could be given, and
    `examples` a run for each that was, both by item and by the answer's text. `cut_short` says that a path broke off before
    its end.
    """

    def __init__(self, step: Step, observations: Observations) -> None:
        self.step = step
        self.observations = observations
        self.coverage = Coverage()
        self.open: dict[tuple[str, str], Value] = {}
        self.examples: dict[tuple[str, str], Answers] = {}
        self.seen: set[str] = set()
        self.shown: set[frozenset[str]] = set()
        self.cut_short = False

    @property
    def untaken(self) -> list[tuple[str, str]]:
        """The answers that could be given and never were, each as its item and its text."""
        return [answer for answer in self.open if answer not in self.examples]

    def explore(self, journey: Journey, most: int) -> tuple[list[Trial], bool]:
        """Walk every path after a journey or, where there are more than `most`, so many of them.

        Return the walks that came to an end, and whether they are all.
        """
        while True:
            known = self.observations.branching
            trials, whole = self._trials(journey, most)
            if not whole or known == self.observations.branching:
                self._give_the_rest(journey, trials)
                return trials, whole

    def size(self, journey: Journey) -> int:
        """Return about how many paths there are, from some that are walked by chance (Knuth 1975)."""
        probes = [self._trial(journey, self.coverage.any) for _ in range(PROBES)]
        matters = {item for probe in probes for turn in probe.turns for item in list(turn)[-1:]}
        widths = [prod(len(values) for item, values in probe.offered.items() if item in matters) for probe in probes]
        return round(sum(widths) / PROBES)

    def _trials(self, journey: Journey, most: int) -> tuple[list[Trial], bool]:
        """Walk up to `most` paths, taking up those that fork off in any order. Whether they are all comes second."""
        trials: list[Trial] = []
        beginnings: list[Answers] = [{}]
        while beginnings and len(trials) < most:
            place = self.coverage.any("", range(len(beginnings)))
            beginnings[place], beginnings[-1] = beginnings[-1], beginnings[place]
            trial = self._trial(journey, self.coverage.rarest, beginnings.pop())
            beginnings += trial.turns
            if self._came_to_its_end(trial):
                trials.append(trial)
        return trials, not beginnings

    def _give_the_rest(self, journey: Journey, trials: Sequence[Trial]) -> None:
        """Walk once more for each answer that was open and not given yet, on a path on which its question comes up."""
        for item, text in self.untaken:
            value = self.open[item, text]  # perhaps a day that only another past offers
            asked = (trial for trial in trials if item in trial.path.answers)  # a yes about safety takes some back
            trial = next((trial for trial in asked if value in trial.offered.get(item, ())), None)
            if trial is not None:
                self._came_to_its_end(self._trial(journey, self.coverage.rarest, {**trial.given, item: value}))

    def _trial(self, journey: Journey, pick: Pick, given: Answers | None = None) -> Trial:
        return Trial(self.step, journey, pick, given, self.observations)

    def _came_to_its_end(self, trial: Trial) -> bool:
        """Look at everything that a path shows, now that it is walked. Whether it came to an end."""
        path = trial.path
        self.open.update({(item, str(value)): value for item, values in trial.offered.items() for value in values})
        if trial.stuck:
            self.cut_short = True
            self.seen |= {page.id for page in path.pages[: 1 + (path.place(trial.stuck) or 0)]}
            if trial.reason:
                self.observations.wrong["ends", Spot(trial.stuck, "")] = trial.reason
            return False
        self.seen |= trial.items
        self.shown.add(trial.items)
        self.coverage.take(path.answers)
        for item, value in path.answers.items():
            self.examples.setdefault((item, str(value)), trial.given)
        self._read_once_more(path, closed=not trial.withheld)
        if not path.pages:
            self.observations.wrong["ends", Spot("", "")] = "It can be opened when it has no page to show first."
        return True

    def _read_once_more(self, path: Path, *, closed: bool) -> None:
        """Call the functions of all pages again, now that they can read all answers, and those of the closing page."""
        for page in path.pages:
            _words(page.note, path)
            question = _words(page.text, path)
            if isinstance(page, Question) and callable(page.text) and question is not None and says_nothing(question):
                says = "On some path its question is empty. Ask something, or hide it with when."
                self.observations.wrong["empty", Spot(page.id, "text")] = says
        for role in ("mirror", "small_thing") if closed else ():
            words = _words(getattr(self.step, role), path)
            if words is not None and says_nothing(words):
                says = "On some path it's empty. Every step needs a closing sentence there."
                self.observations.wrong["empty", Spot("", role)] = says


def _words(wording: Wording, path: Path) -> Prose | None:
    """Return what is said at the end of a path, None where the function raised, which is written down already."""
    try:
        return worded(wording, path.here)
    except Undecided:
        return None
