"""What a person answers to a page, whatever the page is: by the kind of its item, and by who they are."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from random import Random

from cohort.oracle import QUESTIONS
from cohort.people import NEVER, Nature
from support.simulated_person import fitting, half

from exback.engine.view import View
from exback.model.boundaries import ASKED_TO_MEET, ORDERED_AWAY, WANTS_CONTACT, WROTE_FREELY
from exback.model.dates import day_of
from exback.model.items import Choice, Choices, Confirm, Date, Question, Scale

GLAD = frozenset({"mood", "sleep", "acceptance", "either-way", "believe", "without", "fine-with-no"})
HEAVY = frozenset({"longing", "rumination", "hope", "loneliness", "before", "want", "still", "reason-back"})
SLIP_OF_THE_KEY = 0.006
DAYS_IN_WORDS = {"yesterday": 1, "three weeks ago": 21}
LONG_TEXT = ("I write it all down tonight, from the first evening to the last, and nobody will read it. " * 8).strip()


class Other:
    """What the other person has done so far, as this person knows it."""

    def __init__(self, nature: Nature) -> None:
        self.nature = nature.other
        self.invited_on: int | None = None

    def reply(self, day: int) -> str:
        """Give what has come back by a day."""
        if self.invited_on is None or day < self.invited_on + self.nature.reply_after:
            return "nothing"
        is_later = day >= self.invited_on + self.nature.reply_after + self.nature.later_after
        return self.nature.later if self.nature.later and is_later else self.nature.reply

    def is_taken(self, day: int) -> bool:
        """Tell whether they are known to be with somebody."""
        return day >= self.nature.taken_from


class Teller:
    """Answers pages as one person would on one day."""

    def __init__(self, nature: Nature, rng: Random) -> None:
        self.nature = nature
        self.rng = rng
        self.other = Other(nature)
        self.day = 0
        self._tremble = 0.0

    def wakes(self, day: int) -> None:
        """Begin a day; moods hang on to those of the day before."""
        self.day = day
        self._tremble = 0.7 * self._tremble + self.rng.gauss(0, self.nature.mood.noise)

    @property
    def mood(self) -> float:
        """Give how they feel, 0 to 10, lower after a slip."""
        mood = self.nature.mood
        risen = mood.high - (mood.high - mood.low) * math.exp(-self.day / mood.days)
        wave = mood.swing * math.sin(self.day / 4)
        return risen + wave + self._tremble - (2 if self.day in self.nature.slips else 0)

    def says(self, view: View, today: date) -> object:
        """Give an answer that fits the page; often the one that was given before, where there is one."""
        if view.value is not None and self.rng.random() < 0.5:
            return view.value
        match view.item:
            case Confirm():
                return self._confirms(view.item.id)
            case Choice():
                return self._chooses(view)
            case Choices() if view.item.id in self.nature.ticks:
                return [option.id for option in view.options if option.id in self.nature.ticks[view.item.id]]
            case Scale():
                return self._rates(view.item)
            case Date():
                return self._names_a_day(view, view.item, today)
        return LONG_TEXT if view.is_long and self._writes_much() else fitting(view, today, self.rng.choice)

    def half(self, view: View) -> str | list[str]:
        """Return what is typed or ticked, and not given."""
        writes_much = not isinstance(view.item, Choices) and self._writes_much()
        return LONG_TEXT if writes_much else half(view, self.rng.choice)

    def _writes_much(self) -> bool:
        return self.rng.random() < 0.03

    def _confirms(self, item: str) -> bool:
        if item in QUESTIONS:
            return self._tells_of_danger(item)
        if item == WROTE_FREELY:
            return self.rng.random() < 0.8
        if item == WANTS_CONTACT:
            return self.nature.other.wants_contact
        if item == ASKED_TO_MEET:
            return self.nature.other.asks_to_meet
        return self.rng.random() < (0.25 if item == "wrote" else 0.7)

    def _tells_of_danger(self, question: str) -> bool:
        if question == ORDERED_AWAY.id and self.day >= self.nature.order_ends:
            return False
        return self.day >= self.nature.yeses.get(question, NEVER) or self.rng.random() < SLIP_OF_THE_KEY

    def _chooses(self, view: View) -> str:
        offered = [option.id for option in view.options]
        if isinstance(view.item, Choice) and view.item.preset and self.rng.random() < 0.9:
            return offered[0]
        told = self._told(view.item.id)
        if told in offered and self.rng.random() < 0.97:
            return told
        leaning = self.nature.leanings.get(view.item.id)
        if leaning is None or not any(leaning.get(option) for option in offered):
            return self.rng.choice(offered)
        return self.rng.choices(offered, [leaning.get(option, 0.0) for option in offered])[0]

    def _told(self, item: str) -> str:
        """Give what hangs on the day and on the other person, and not on a leaning."""
        match item:
            case "choice":
                return self.nature.aim(self.day)
            case "reply":
                return self.other.reply(self.day)
            case "with-somebody":
                return "yes" if self.other.is_taken(self.day) else self.rng.choice(("no", "unknown"))
            case "kind" if self.day in self.nature.slips:
                return self.rng.choice(("i-wrote", "i-wrote", "met-my-idea"))
            case "phq-1" | "phq-2" | "gad-1" | "gad-2":
                return "3210"[max(0, min(3, round((self.mood + self.rng.gauss(0, 1)) / 2.5)))]
        return ""

    def _rates(self, item: Scale) -> int:
        if item.high > 10:
            return self.rng.choice((item.low, item.low + 7, 45, 90))
        if item.id == "reason-back" and self.nature.other.old_reason is not None:
            return self.nature.other.old_reason
        glad = self.mood if item.id in GLAD else 10 - self.mood if item.id in HEAVY else self.rng.uniform(2, 9)
        lift = 2.5 if item.id == "fine-with-no" else 0.0
        return max(item.low, min(item.high, round(glad + lift + self.rng.gauss(0, 0.8))))

    def _names_a_day(self, view: View, item: Date, today: date) -> object:
        if not item.ahead and self.rng.random() < 0.1:
            return self.rng.choice(tuple(DAYS_IN_WORDS))
        return fitting(view, today, self.rng.choice)


def meant(given: object, item: Question, now: datetime) -> object:
    """Give an answer as it should be kept: worked out here, and not by the item."""
    today = day_of(now)
    if isinstance(item, Date) and not item.ahead and given == now.date().isoformat():
        return today.isoformat()  # between midnight and four it's the day that goes on
    if isinstance(item, Date) and given in DAYS_IN_WORDS:
        return (today - timedelta(days=DAYS_IN_WORDS[str(given)])).isoformat()
    return given
