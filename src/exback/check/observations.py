"""What a step's functions were seen to do while it was walked: read answers, say words, raise errors."""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct

from exback.model.context import Undecided
from exback.model.dates import MONTHS, WEEKDAYS
from exback.model.items import Option
from exback.model.prose import Prose, blocks

MOST_PROSE = 400
"""At most this many different texts are kept of one function."""

END = re.compile(r"(?<=[.!?…])[”’\")]*\s+")
VARYING = re.compile("|".join((*WEEKDAYS, *MONTHS, r"\d+")))
"""What differs from one day to another in a sentence that is the same."""


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
    own answers that pages hang on, `numbers` what an own answer was compared with. `prose` and `options` hold what was
    said and offered, `wrong` what must not be, by rule and spot, `undecided` which closing words read an answer that was
    not given. `running` is the function that is being called right now.
    """

    def __init__(self) -> None:
        self.running: Spot | None = None
        self.own: dict[str, set[Spot]] = {}
        self.decisive: set[str] = set()
        self.others: dict[tuple[str, str], set[Spot]] = {}
        self.numbers: dict[str, set[int]] = {}
        self.prose: dict[Spot, dict[Prose, None]] = {}
        self.options: dict[str, dict[Option, None]] = {}
        self.sentences: set[str] = set()
        self.wrong: dict[tuple[str, Spot], str] = {}
        self.undecided: dict[Spot, str] = {}

    @property
    def branching(self) -> int:
        """How much is known of what paths hang on; when it grows, there are more paths to tell apart."""
        return len(self.own) + len(self.decisive) + sum(map(len, self.numbers.values()))

    def read_own(self, item: str) -> None:
        """Write down that an answer of the same run is read."""
        if self.running:
            self.own.setdefault(item, set()).add(self.running)
            if self.running.decides:
                self.decisive.add(item)

    def raised(self, spot: Spot, what: str) -> None:
        """Write down the first thing that a function did and must not do."""
        self.wrong.setdefault(("ends", spot), f"Its {spot.role} {what}. Only Undecided may come out of it.")

    def keep(self, spot: Spot, result: Any) -> None:  # noqa: ANN401  # what an author's function returned
        """Keep what a function offers or says. Raises Undecided if it should say something and returns no text."""
        if spot.role == "options":
            kept = self.options.setdefault(spot.item, {})
            if len(kept) < MOST_PROSE:
                kept.update(dict.fromkeys(result))
        elif spot.role not in ("when", "burns"):
            if not isinstance(result, str | tuple):
                self.raised(spot, f"gives {type(result).__name__} and no words")
                raise Undecided(spot.item)
            self._say(spot, result)

    def _say(self, spot: Spot, prose: Prose) -> None:
        """Keep a text, and its sentences without the days and numbers in them."""
        kept = self.prose.setdefault(spot, {})
        if prose not in kept and len(kept) < MOST_PROSE:
            kept[prose] = None
            for block in blocks(prose):
                self.sentences.update(END.split(VARYING.sub("#", str(block))))

    def read(self, step: str, item: str = "") -> None:
        """Write down that a run of a step, or an answer in it, is read."""
        if self.running:
            self.others.setdefault((step, item), set()).add(self.running)
