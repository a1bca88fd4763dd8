"""Who they are: all that is decided about a simulated person before the first day. Days count from the first, 0."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random

from msgspec import Struct, structs

from exback.model.boundaries import AFRAID_OF_THEM, ASKED_TO_STOP, BOUNDARIES

FIRST = datetime(2026, 3, 2)  # noqa: DTZ001  # a wall-clock time; the zone is the person's
LONGEST_LIFE = 300
LIVES = ((20, 35, 30), (45, 70, 43), (70, 120, 18), (120, 299, 6), (LONGEST_LIFE, LONGEST_LIFE, 3))
"""How long people walk: at least so many days, at most so many, and for how many in a hundred."""
HOURS_WRONG = (-1, -3, -10, 2, 9)
DAYS_WRONG = (-1, -2, -6, -20, 3, 15)
YEARS_WRONG = (-365, -365, 365)
NEVER = 10_000
FADING_DAYS = 30

CIRCUMSTANCES = {"usual": 50, "steady": 16, "unwell": 10, "survivor": 8, "co-parent": 8, "ex writes first": 8}
"""What sets some people apart, and for how many in a hundred it does."""

Leanings = Mapping[str, Mapping[str, float]]
"""What a person tends to answer, by item and option; what is not named is as likely as anything else not named."""


class Mood(Struct, frozen=True):
    """How they feel, 0 to 10: where it starts, where it goes, in how many days, how it swings, how it trembles."""

    low: float
    high: float
    days: float
    swing: float
    noise: float


class Mishap(Struct, frozen=True):
    """A clock set wrong by so many hours, from one day to another."""

    day: int
    until: int
    hours: int


class Other(Struct, frozen=True, kw_only=True):
    """The other person: what they reply and when, when they write by themselves, whether somebody is new.

    After `reply` they may reply something `later`. `old_reason` is how much of what ended it is back once they meet.
    """

    reply: str
    reply_after: int
    writes: tuple[int, ...]
    wants_contact: bool
    asks_to_meet: bool = False
    taken_from: int
    later: str = ""
    later_after: int = 0
    old_reason: int | None = None


class Habits(Struct, frozen=True, kw_only=True):
    """How they use exback, as chances: of a day, of a page, of a walk.

    `diligence` is the chance of a day at the start, which for most people `fades` to 0.3 of that over the weeks.
    `energy` is how many steps they take at once.
    """

    diligence: float
    fades: bool
    energy: int
    goes_back: float
    skips: float
    half_types: float
    mistypes: float
    leaves: float
    rewrites: float
    edits: float
    wanders: float


class Nature(Struct, frozen=True, kw_only=True):
    """One simulated person.

    `circumstance` is one of CIRCUMSTANCES. `ticks` are the options they tick, by item. `aims` says what they would decide and from which day on. `yeses` are the safety questions that they answer
    with yes, each from its day on. `writes` and `letters` are the chances of a day on which they write something, or a letter that is
    never sent; on the days of `thinks_ahead` they name the days that will be hard. `lets_go` and `breaks` are the days on which they let go of their own accord,
    and after which, once they were accepted, it ends again.
    """

    number: int
    days: int
    born: datetime
    mood: Mood
    habits: Habits
    other: Other
    leanings: Leanings
    ticks: Mapping[str, frozenset[str]] = {}
    circumstance: str = "usual"
    aims: tuple[tuple[int, str], ...]
    yeses: Mapping[str, int]
    order_ends: int
    slips: frozenset[int]
    urges: float
    writes: float
    letters: float
    thinks_ahead: frozenset[int]
    gaps: tuple[tuple[int, int], ...]
    pauses: frozenset[int]
    mishaps: tuple[Mishap, ...]
    zones: tuple[tuple[int, int], ...]
    lets_go: int
    breaks: int

    def aim(self, day: int) -> str:
        """Give what they would decide on a day."""
        return [choice for start, choice in self.aims if start <= day][-1]

    def diligence(self, day: int) -> float:
        """Give the chance that they open exback on a day."""
        faded = math.exp(-day / FADING_DAYS) if self.habits.fades else 1.0
        return 0.0 if self.is_away(day) else self.habits.diligence * (0.3 + 0.7 * faded)

    def is_away(self, day: int) -> bool:
        """Tell whether they do not open exback for a while."""
        return any(start <= day < start + length for start, length in self.gaps)

    def zone(self, day: int) -> int:
        """Give the hours that their clock is ahead of UTC."""
        return [hours for start, hours in self.zones if start <= day][-1]

    def hours_wrong(self, day: int) -> int:
        """Give the hours by which their clock is wrong."""
        return sum(one.hours for one in self.mishaps if one.day <= day < one.until)


def rng_of(seed: int, number: int, what: str) -> Random:
    """Give the chance that one person has in one thing, the same in every run."""
    return Random(f"{seed}/{number}/{what}")


def person(seed: int, number: int) -> Nature:
    """Return a person, the same for the same seed and number."""
    rng = rng_of(seed, number, "circumstance")
    circumstance = rng.choices(list(CIRCUMSTANCES), list(CIRCUMSTANCES.values()))[0]
    nature = structs.replace(_anyone(seed, number), circumstance=circumstance)
    nature = _with_what_comes_back(nature, rng_of(seed, number, "what comes back"))
    match circumstance:
        case "steady":
            return _steady(nature, rng)
        case "unwell":
            return _unwell(nature, rng)
        case "survivor":
            return _survivor(nature, rng)
        case "co-parent":
            return _co_parent(nature)
        case "ex writes first":
            return _with_an_ex_who_writes(nature, rng)
    return nature


def _with_what_comes_back(nature: Nature, rng: Random) -> Nature:
    """Return someone to whom more can happen after a message: a late answer, another one, a meeting that falls through."""
    other = nature.other
    if other.reply == "other":
        other = structs.replace(other, later=rng.choice(("", "", "yes", "no")), later_after=rng.randint(5, 40))
    if rng.random() < 0.2:
        other = structs.replace(other, reply_after=rng.randint(9, 30))
    other = structs.replace(other, old_reason=rng.choice((None, None, 0, 3, 9, 9)))
    leanings = {
        **nature.leanings,
        "met": rng.choice(
            ({"yes": 1.0}, {"yes": 1.0}, {"not-yet": 0.6, "yes": 0.4}, {"fell-through": 0.7, "yes": 0.3})
        ),
        "holds": {"yes": 0.9, "no": 0.1},
        "is-so": {"yes": 0.8, "no": 0.2},
    }
    return structs.replace(nature, other=other, leanings=leanings)


def _steady(nature: Nature, rng: Random) -> Nature:
    """Return someone who is well after some weeks, keeps to what they began, and wants one invitation."""
    mood = Mood(
        rng.uniform(3, 6), rng.uniform(7.5, 9.5), rng.uniform(5, 15), rng.uniform(0, 0.5), rng.uniform(0.2, 0.6)
    )
    habits = structs.replace(nature.habits, diligence=0.95, fades=False, energy=5)
    leanings = {**nature.leanings, "need-or-want": {"want": 1.0}, "go": {"yes": 1.0}, "verdict": {"go-on": 1.0}}
    return structs.replace(
        nature,
        mood=mood,
        habits=habits,
        leanings=leanings,
        aims=((0, "invitation"),),
        yeses={},
        slips=frozenset(),
        urges=0.02,
        gaps=(),
        pauses=frozenset(),
        lets_go=NEVER,
        days=max(min(nature.days, 120), rng.randint(70, 110)),
    )


def _unwell(nature: Nature, rng: Random) -> Nature:
    """Return someone whose mood stays low, who needs the other one, and wants an invitation all the same."""
    mood = Mood(rng.uniform(0, 2), rng.uniform(1, 3.5), 30, rng.uniform(0, 1), 0.8)
    leanings = {**nature.leanings, "need-or-want": {"need": 1.0}, "owed": {"no": 1.0}}
    return structs.replace(nature, mood=mood, leanings=leanings, aims=((0, "invitation"),), yeses={}, lets_go=NEVER)


def _survivor(nature: Nature, rng: Random) -> Nature:
    """Return someone who was afraid of the other one, and may be under an order or blocked as well."""
    beside = [boundary.id for boundary in BOUNDARIES if boundary is not AFRAID_OF_THEM and rng.random() < 0.25]
    yeses = dict.fromkeys([AFRAID_OF_THEM.id, *beside], 0)
    return structs.replace(nature, yeses=yeses, ticks={"causes": frozenset({"not-safe"})})


def _co_parent(nature: Nature) -> Nature:
    """Return someone with children whose other parent said: only about the children."""
    ties = frozenset({"children", "money"})
    return structs.replace(nature, yeses={ASKED_TO_STOP.id: 0}, ticks={"ties": ties})


def _with_an_ex_who_writes(nature: Nature, rng: Random) -> Nature:
    """Return someone whose ex writes after some weeks of silence, again the days after, and asks to meet."""
    first = rng.randint(20, 50)
    writes = (first, first + 2, first + 3, first + 6)
    other = structs.replace(nature.other, writes=writes, wants_contact=True, asks_to_meet=True)
    return structs.replace(
        nature, other=other, yeses={}, slips=frozenset(), urges=0.0, days=max(nature.days, first + 40)
    )


def _anyone(seed: int, number: int) -> Nature:
    rng, words = rng_of(seed, number, "nature"), rng_of(seed, number, "words")
    days = _days(rng)
    yeses = _yeses(rng, days)
    return Nature(
        number=number,
        days=days,
        born=FIRST + timedelta(days=rng.randrange(1000)),
        mood=Mood(rng.uniform(1, 6), rng.uniform(5, 9.5), rng.uniform(8, 50), rng.uniform(0, 2), rng.uniform(0.2, 1.8)),
        habits=_habits(rng),
        other=_other(rng, days),
        leanings=_leanings(rng),
        aims=_aims(rng),
        yeses=yeses,
        order_ends=rng.choice((NEVER, rng.randint(15, 120))),
        slips=_bursts(rng, days, rng.choice((0, 0, 1, 2, 4))),
        urges=rng.choice((0.0, 0.02, 0.05, 0.12)),
        writes=words.choice((0.0, 0.02, 0.1)),
        letters=words.choice((0.0, 0.0, 0.02, 0.05)),
        thinks_ahead=frozenset(words.randrange(days) for _ in range(words.choice((0, 0, 1, 2)))),
        gaps=_gaps(rng, days),
        pauses=frozenset(rng.randrange(days) for _ in range(rng.choice((0, 0, 0, 1, 2)))),
        mishaps=_mishaps(rng, days),
        zones=_zones(rng, days),
        lets_go=rng.randrange(5, days) if rng.random() < 0.15 else NEVER,
        breaks=rng.randint(2, 14) if rng.random() < 0.8 else NEVER,
    )


def _days(rng: Random) -> int:
    least, most, _share = rng.choices(LIVES, [share for *_rest, share in LIVES])[0]
    return rng.randint(least, most)


def _habits(rng: Random) -> Habits:
    care = rng.random()
    return Habits(
        diligence=1.0 if care > 0.9 else 0.4 + 0.6 * care,
        fades=rng.random() < 0.9,
        energy=rng.choice((2, 3, 5, 8)),
        goes_back=rng.choice((0.0, 0.01, 0.04)),
        skips=rng.uniform(0.1, 0.7),
        half_types=rng.choice((0.0, 0.02, 0.08)),
        mistypes=rng.choice((0.0, 0.01, 0.03)),
        leaves=rng.choice((0.0, 0.005, 0.02)),
        rewrites=rng.choice((0.02, 0.1, 0.3)),
        edits=rng.choice((0.0, 0.02, 0.06)),
        wanders=rng.choice((0.01, 0.03, 0.1)),
    )


def _other(rng: Random, days: int) -> Other:
    writes = tuple(rng.randrange(days) for _ in range(rng.choice((0, 0, 1, 1, 3))))
    return Other(
        reply=rng.choices(("yes", "no", "nothing", "other"), (55, 20, 18, 7))[0],
        reply_after=rng.randint(0, 8),
        writes=writes,
        wants_contact=rng.random() < 0.6,
        taken_from=rng.randrange(days) if rng.random() < 0.2 else NEVER,
    )


def _aims(rng: Random) -> tuple[tuple[int, str], ...]:
    first, last = rng.choices(("let-go", "wait", "invitation"), (18, 17, 65), k=2)
    if rng.random() < 0.7:
        return ((0, last),)
    turns = sorted(rng.sample(range(8, 90), 2))
    middle = rng.choice(("let-go", "wait", "invitation"))
    return ((0, first), (turns[0], middle), (turns[1], last))


def _yeses(rng: Random, days: int) -> dict[str, int]:
    """At once, later, or, for most people, never."""
    if rng.random() > 0.18:
        return {}
    questions = rng.sample([one.id for one in BOUNDARIES], rng.choice((1, 1, 1, 2, 4)))
    return {question: rng.choice((0, 0, rng.randrange(days))) for question in questions}


def _bursts(rng: Random, days: int, bursts: int) -> frozenset[int]:
    starts = [rng.randrange(days) for _ in range(bursts)]
    return frozenset(start + rng.randrange(6) for start in starts for _ in range(rng.choice((1, 1, 2, 4))))


def _gaps(rng: Random, days: int) -> tuple[tuple[int, int], ...]:
    return tuple((rng.randrange(1, days), rng.randint(7, 45)) for _ in range(rng.choice((0, 0, 0, 1, 2))))


def _mishaps(rng: Random, days: int) -> tuple[Mishap, ...]:
    """Clocks that are wrong for a while, or for good."""
    if rng.random() > 0.3:
        return ()
    return tuple(_mishap(rng, rng.randrange(1, days)) for _ in range(rng.choice((1, 1, 2, 4))))


def _mishap(rng: Random, day: int) -> Mishap:
    hours = rng.choice((*HOURS_WRONG, *(24 * days for days in (*DAYS_WRONG, *YEARS_WRONG))))
    return Mishap(day, rng.choice((day + 1, day + rng.randint(1, 30), NEVER)), hours)


def _zones(rng: Random, days: int) -> tuple[tuple[int, int], ...]:
    home = rng.randint(-8, 10)
    if rng.random() > 0.25:
        return ((0, home),)
    moves = sorted(rng.randrange(1, days) for _ in range(rng.choice((1, 2, 6))))
    return ((0, home), *((day, rng.randint(-11, 13)) for day in moves))


def _leanings(rng: Random) -> Leanings:
    changed, hard = rng.choice((0.5, 0.9)), rng.choice((0.05, 0.1, 0.5))
    per_side = {
        side: {"changed": changed, "unseen": (1 - changed) / 2, "same": (1 - changed) / 2}
        for side in ("state-them", "state-me", "state-us", "state-circumstances")
    }
    breakers = {
        side: {"neither": 1 - hard, "me": hard / 2, "both": hard / 2}
        for side in ("breaker-them", "breaker-me", "breaker-us", "breaker-circumstances")
    }
    owed = rng.choice(("yes", "no", "unsure"))
    return {
        **per_side,
        **breakers,
        "who-ended": _drawn(rng, ("them", "me", "both", "faded", "circumstances")),
        "length": {"30": 0.55, "14": 0.35, "60": 0.05, "other": 0.05},
        "owed": {owed: 1.0},
        "whole-message": {"part": 0.85, "whole": 0.15},
        "verdict": {"go-on": 8.0, "wait": 1.0, "let-go": 0.5},
        "go": {"yes": 0.9, "no": 0.1},
        "sent": {"yes": 0.8, "rewrite": 0.1, "no": 0.1},
        "goes-on": _drawn(rng, ("yes", "no", "unsure", "they-no")),
        "next": {"fresh": 0.8, "let-go": 0.1, "unsure": 0.1},
    }


def _drawn(rng: Random, options: Sequence[str]) -> dict[str, float]:
    """Give one answer that this person always gives."""
    return {rng.choice(options): 1.0}
