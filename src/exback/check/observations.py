"""What is noted while the functions of steps are tried: what they read, say and stumble over."""

from __future__ import annotations

from msgspec import Struct

from exback.items import Option
from exback.prose import Prose

MOST_PROSE = 400
"""So many different texts are kept of one function; the grades and searches need no more."""


class Spot(Struct, frozen=True):
    """One function of a step: the item it belongs to (empty for the step's own) and what it is for."""

    item: str
    role: str

    @property
    def decides(self) -> bool:
        """Whether it decides what comes up, and not only how it is said."""
        return self.role in ("when", "options")

    @property
    def closes(self) -> bool:
        """Whether it is said when the step is over, when nothing can be undecided any more."""
        return self.role in ("mirror", "small_thing")


class Notes:
    """What was seen of one step's functions: who reads what, what that decides, who says what, what raised."""

    def __init__(self, step_id: str) -> None:
        self.step = step_id
        self.own: dict[str, set[Spot]] = {}
        self.decisive: set[str] = set()
        self.others: dict[tuple[str, str], set[Spot]] = {}
        self.numbers: dict[str, set[int]] = {}
        self.days: set[int] = set()
        self.sees: dict[str, set[Spot]] = {}
        self.prose: dict[Spot, dict[Prose, None]] = {}
        self.options: dict[str, dict[Option, None]] = {}
        self.raised: dict[Spot, str] = {}
        self.undecided: dict[Spot, str] = {}

    @property
    def known(self) -> tuple[int, int]:
        """How much is known of what paths depend on; when it grows, there are more paths to tell apart."""
        return len(self.own) + len(self.decisive), sum(len(marks) for marks in self.numbers.values())

    def said(self, spot: Spot, prose: Prose) -> None:
        """Keep a text that a function gave."""
        kept = self.prose.setdefault(spot, {})
        if len(kept) < MOST_PROSE:
            kept[prose] = None


class Watch:
    """Knows which function is being asked right now, and whose notes to write in."""

    def __init__(self) -> None:
        self.notes: dict[str, Notes] = {}
        self.asked: tuple[Notes, Spot] | None = None

    def notes_of(self, step_id: str) -> Notes:
        """Give the notes of a step."""
        return self.notes.setdefault(step_id, Notes(step_id))

    def reads_own(self, item: str) -> None:
        """Note that an answer of the run in hand is read."""
        if self.asked:
            notes, spot = self.asked
            notes.own.setdefault(item, set()).add(spot)
            if spot.decides:
                notes.decisive.add(item)

    def reads(self, step: str, item: str = "") -> None:
        """Note that another run is read."""
        if self.asked:
            notes, spot = self.asked
            notes.others.setdefault((step, item), set()).add(spot)

    def comes_upon(self, step: str, item: str) -> None:
        """Note that an answer in the record is read, unless by a function that goes through all there is."""
        if self.asked and self.asked[1] not in self.asked[0].sees.get("runs", ()):
            self.reads(step, item)

    def sees(self, what: str) -> None:
        """Note that the day, the hour, the boundaries or all runs are looked at."""
        if self.asked:
            notes, spot = self.asked
            notes.sees.setdefault(what, set()).add(spot)

    def numbers(self, item: str) -> set[int]:
        """Give where the numbers go that an answer is compared with."""
        return self.asked[0].numbers.setdefault(item, set()) if self.asked else set()

    def days(self) -> set[int]:
        """Give where the numbers go that a span of days is compared with."""
        return self.asked[0].days if self.asked else set()
