"""What a step's functions were seen to do while the step was walked: read answers, say words, raise errors."""

from __future__ import annotations

from msgspec import Struct

from exback.items import Option
from exback.prose import Prose

MOST_PROSE = 400
"""At most this many different texts are kept of one function."""


class Spot(Struct, frozen=True):
    """One function of a step: the item it belongs to (empty for the step's own) and the field it stands in."""

    item: str
    role: str

    @property
    def decides(self) -> bool:
        """Whether it decides what comes up, and not only how it is worded."""
        return self.role in ("when", "options")

    @property
    def closes(self) -> bool:
        """Whether it is called on the closing page, where every answer must be known."""
        return self.role in ("mirror", "small_thing")


class Observations:
    """Everything seen of one step's functions.

    `own` holds who reads which answer of the same run, `others` who reads which answer of which step, `decisive` the
    own answers that pages hang on. `numbers` and `days` are what answers and spans of days were compared with.
    `looks` names what else was looked at: the day, the hour ("now"), all "runs", the boundaries that are "held".
    """

    def __init__(self, step_id: str) -> None:
        self.step = step_id
        self.own: dict[str, set[Spot]] = {}
        self.decisive: set[str] = set()
        self.others: dict[tuple[str, str], set[Spot]] = {}
        self.numbers: dict[str, set[int]] = {}
        self.days: set[int] = set()
        self.looks: dict[str, set[Spot]] = {}
        self.prose: dict[Spot, dict[Prose, None]] = {}
        self.options: dict[str, dict[Option, None]] = {}
        self.raised: dict[Spot, str] = {}
        self.undecided: dict[Spot, str] = {}

    @property
    def branching(self) -> int:
        """How much is known of what paths hang on; when it grows, there are more paths to tell apart."""
        return len(self.own) + len(self.decisive) + sum(map(len, self.numbers.values()))

    @property
    def reading(self) -> int:
        """How much is known of what the step looks at outside its own run."""
        return len(self.others) + len(self.days) + len(self.looks)


class Tracer:
    """Knows which function is running, and writes down what it does."""

    def __init__(self) -> None:
        self.running: tuple[Observations, Spot] | None = None
        self._observations: dict[str, Observations] = {}

    def of(self, step_id: str) -> Observations:
        """Return the observations of a step."""
        return self._observations.setdefault(step_id, Observations(step_id))

    def read_own(self, item: str) -> None:
        """Write down that an answer of the same run is read."""
        if self.running:
            observations, spot = self.running
            observations.own.setdefault(item, set()).add(spot)
            if spot.decides:
                observations.decisive.add(item)

    def read(self, step: str, item: str = "") -> None:
        """Write down that a run of a step, or an answer in it, is read."""
        if self.running:
            observations, spot = self.running
            observations.others.setdefault((step, item), set()).add(spot)

    def read_in_run(self, step: str, item: str) -> None:
        """Write down that an answer is read from a run, unless the function goes through all runs there are."""
        if self.running and self.running[1] not in self.running[0].looks.get("runs", ()):
            self.read(step, item)

    def look(self, at: str) -> None:
        """Write down that the day, the hour, the boundaries or all runs are looked at."""
        if self.running:
            observations, spot = self.running
            observations.looks.setdefault(at, set()).add(spot)

    def numbers(self, item: str) -> set[int]:
        """Return the set for the numbers that an answer is compared with."""
        return self.running[0].numbers.setdefault(item, set()) if self.running else set()

    def days(self) -> set[int]:
        """Return the set for the numbers that spans of days are compared with."""
        return self.running[0].days if self.running else set()
