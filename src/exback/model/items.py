"""The items of a step, one a page: something to read, a quote of earlier words, a question, or a timer.

Items are small frozen values. Besides its wording, a question has `accept`, which takes an answer or raises InvalidAnswer with
a sentence the person can act on, and `say`, which puts the answer in words. Ids are kebab-case and permanent, because answers
are saved under them. `when` is a pure predicate of the answers so far; an item is hidden while its `when` reads an answer
that hasn't been given yet.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from exback.model import dates
from exback.model.context import Context, Undecided
from exback.model.prose import Prose, blocks, clean, flat, inline, is_blank
from exback.model.run import Value

if TYPE_CHECKING:
    from exback.model.date_parser import ReadBack

MOST_LETTERS = 100_000
YEAR = 365
UNANSWERED = ":unanswered"
"""Follows the id of an option, in the list that answers a question to tick, if no one went past its row."""


class InvalidAnswer(ValueError):
    """An answer can't be taken as it is; `str()` says what would be accepted."""


When: TypeAlias = Callable[[Context], bool]
Wording: TypeAlias = Prose | Callable[[Context], Prose]


def worded(wording: Wording, here: Context) -> Prose:
    """Return wording as prose for this person. Raises Undecided if it reads an answer that hasn't been given yet."""
    return wording(here) if callable(wording) else wording


class _Named(Struct, frozen=True):
    id: str
    text: Wording


class Item(_Named, frozen=True, kw_only=True):
    """What all kinds of items have.

    `text` is the reading, or the question. `note` is shown under a question, `why` by `?` and F1. `former` are ids that this
    item once had. `reaches_out` hides it while a boundary holds, or while the questions about safety aren't answered.
    `claims` are the ids of those claims of the source that it makes. `moved_from` is the id of a step that asked this question
    before under the same id: the answers in runs of that step count as answers here, and stay where they were written.
    """

    note: Wording = ""
    why: str = ""
    when: When | None = None
    former: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    reaches_out: bool = False
    moved_from: str = ""


class Reading(Item, frozen=True, kw_only=True):
    """Something to read, 60 to 160 words. It has no answer."""


class Recall(Item, frozen=True, kw_only=True):
    """What the person wrote in another step, quoted with its date, above the question that follows.

    `text` introduces the quote. Hidden if there is nothing to quote.
    """

    step: str
    item: str


class Question(Item, frozen=True, kw_only=True):
    """An item that takes an answer. An optional one may be skipped, which saves None.

    If `burns` is true when the step is finished, the answer is deleted from the run for good, with its drafts and earlier
    versions, and None takes its place. An answer that `stays` can't be changed any more once the step is finished.
    """

    optional: bool = False
    burns: When | None = None
    stays: bool = False

    def accept(self, answer: object, here: Context) -> Value:
        """Return an answer as it is saved. Raises InvalidAnswer."""
        raise NotImplementedError  # every kind below has its own

    def still_fits(self, value: Value, here: Context) -> bool:
        """Whether a saved answer is still valid; one that was edited by hand or is outdated is asked for again."""
        if value is None:
            return self.optional or self.burns is not None
        try:
            return self.accept(value, here) == value
        except InvalidAnswer:
            return False

    def is_burnt(self, here: Context) -> bool:
        """Whether its answer is deleted for good when the step is finished."""
        try:
            return self.burns is not None and self.burns(here)
        except Undecided:
            return False

    def say(self, value: Value, here: Context) -> str:
        """Return an answer in words, for the review page."""
        return inline(str(value))


class Kind:
    """What the journal calls a text."""

    ANSWER = "answer"
    LETTER = "letter"
    NOTE = "note"
    NUMBER = "number"


KINDS = (Kind.ANSWER, Kind.LETTER, Kind.NOTE, Kind.NUMBER)
"""All of them; NUMBER is for what a run has besides texts: numbers, choices and days."""


NOTHING = "You haven't written anything yet. A few words are enough."
NOTHING_OR_SKIP = "You haven't written anything yet. You can skip this one."
CHOOSE_ONE = "Please choose one of these."
CHOOSE_SOME = "Please choose from these."
YES_OR_NO = "Please choose yes or no."


class Text(Question, frozen=True, kw_only=True):
    """Words: one line or, if `long`, as many as the person wants to write.

    `put_by` is the id of a Date of the same step: the words are sealed until that day, and only the day is shown. `names` says
    that the question asks for someone's name. `became` is what became of the words since, such as "not sent". The journal and
    the exports show it beside the question; it may look at everything that happened up to today. `begins_with` are words that
    are on the page already when it comes up, to be changed.
    """

    long: bool = False
    names: bool = False
    kind: str = Kind.ANSWER
    put_by: str = ""
    became: Wording = ""
    begins_with: Callable[[Context], str] | None = None

    def accept(self, answer: object, here: Context) -> Value:
        typed = answer if isinstance(answer, str) else ""
        text = clean(typed).strip("\n") if self.long else flat(typed)
        if is_blank(text):
            raise InvalidAnswer(NOTHING_OR_SKIP if self.optional else NOTHING)
        if len(text) > MOST_LETTERS:
            raise InvalidAnswer(f"This is over {MOST_LETTERS:,} letters. Please make it shorter.")
        return text


class Option(Struct, frozen=True):
    """One option to choose. `hint` is shown beside the label; `key` is a letter that chooses the option at once.

    `opens` is the id of a step: choosing the option ends this one at once, without a last page, and opens that one.
    `when` says to whom it's offered; without it, to everyone. `row` is what stands beside its yes or no in a form, if that
    isn't the label.
    """

    id: str
    label: str
    hint: str = ""
    key: str = ""
    opens: str = ""
    when: When | None = None
    row: str = ""


Options: TypeAlias = tuple[Option, ...] | Callable[[Context], tuple[Option, ...]]


class OptionsQuestion(Question, frozen=True, kw_only=True):
    """A question with options to choose from.

    If it's `preset`, its first option is the answer of someone who goes past it without a word: a step that begins with such
    a question begins after it.
    """

    options: Options
    preset: bool = False

    def offered(self, here: Context) -> tuple[Option, ...]:
        """Return the options as this person sees them."""
        options = self.options(here) if callable(self.options) else self.options
        return tuple(option for option in options if option.when is None or option.when(here))

    def _label(self, option_id: str, here: Context) -> str:
        options = self.options(here) if callable(self.options) else self.options
        return next((option.label for option in options if option.id == option_id), option_id)


class Choice(OptionsQuestion, frozen=True, kw_only=True):
    """One of several options; saved as its id."""

    def accept(self, answer: object, here: Context) -> Value:
        if not any(option.id == answer for option in self.offered(here)):
            raise InvalidAnswer(CHOOSE_ONE)
        return str(answer)

    def say(self, value: Value, here: Context) -> str:
        return self._label(str(value), here)


class Choices(OptionsQuestion, frozen=True, kw_only=True):
    """Any number of options, at least `least`; saved as a list of ids in the order shown.

    In a form each option says yes or no by itself. One that no one went past is in the list too, as UNANSWERED: not being
    asked isn't a no.
    """

    least: int = 0

    def accept(self, answer: object, here: Context) -> Value:
        ticked = answer if isinstance(answer, (list, tuple)) else [answer]
        options = [option.id for option in self.offered(here)]
        known = [option_id + end for option_id in options for end in ("", UNANSWERED)]
        if any(option_id not in known for option_id in ticked):
            raise InvalidAnswer(CHOOSE_SOME)
        if len(set(ticked).intersection(options)) < self.least:
            raise InvalidAnswer(f"Please choose at least {dates.NUMBERS[self.least]}.")
        return [option_id for option_id in known if option_id in ticked]

    def say(self, value: Value, here: Context) -> str:
        ticked = value if isinstance(value, list) else []
        if not any(option_id.endswith(UNANSWERED) for option_id in ticked):
            return ", ".join(self._label(option_id, here) for option_id in ticked) or "None of these"
        return ", ".join(f"{option.label}: {_row_answer(option.id, ticked)}" for option in self.offered(here))


def _row_answer(option_id: str, ticked: list[str]) -> str:
    if option_id + UNANSWERED in ticked:
        return "not answered"
    return "yes" if option_id in ticked else "no"


class Scale(Question, frozen=True, kw_only=True):
    """A whole number from `low` to `high`, both included. `ends` are the meanings of the lowest and the highest."""

    low: int = 0
    high: int = 10
    ends: tuple[str, str] = ("", "")

    def accept(self, answer: object, here: Context) -> Value:
        text = str(answer).strip()
        # Too many digits are refused before int() sees them, because it raises for more than 4,300.
        if not (text.isascii() and text.isdigit()) or len(text) > 4 or not self.low <= int(text) <= self.high:
            raise InvalidAnswer(f"Please type a whole number from {self.low} to {self.high}.")
        return int(text)

    def say(self, value: Value, here: Context) -> str:
        return f"{value} out of {self.high}" if self.low == 0 else str(value)


class Confirm(Question, frozen=True, kw_only=True):
    """Yes or no; saved as true or false."""

    yes: str = "Yes"
    no: str = "No"

    def accept(self, answer: object, here: Context) -> Value:
        if not isinstance(answer, bool):
            raise InvalidAnswer(YES_OR_NO)
        return answer

    def say(self, value: Value, here: Context) -> str:
        return self.yes if value else self.no


class Date(Question, frozen=True, kw_only=True):
    """A day, typed in words or as 2026-05-12; saved as an ISO date. `ahead` asks for a day in the future.

    `most_days_back` is how many days before the step was done it may be, and then it can't be later than that; 0 sets no limit.
    """

    ahead: bool = False
    most_days_back: int = 0

    def accept(self, answer: object, here: Context) -> Value:
        day, _ = self._understood(str(answer), here.now, month_first=here.month_first)
        if refusal := self._refusal(day, here.today) or self._out_of_reach(day, here.run_day, here.today):
            raise InvalidAnswer(refusal)
        return day.isoformat()

    def read_back(self, typed: str, now: datetime, *, month_first: bool) -> ReadBack:
        """Return how a day is understood that someone is typing. It's quick enough to be called at every key."""
        from exback.model.date_parser import ReadBack  # few pages ask for a day

        today = dates.day_of(now)
        try:
            day, is_ambiguous = self._understood(typed, now, month_first=month_first)
        except InvalidAnswer:
            return ReadBack()
        if self._refusal(day, today) or self._out_of_reach(day, today, today):
            return ReadBack(dates.in_full(day))
        return ReadBack(dates.in_full(day), day, is_ambiguous)

    def _understood(self, typed: str, now: datetime, *, month_first: bool) -> tuple[date, bool]:
        """Return a day that was typed, and whether it may as well be another one. Raises InvalidAnswer."""
        try:
            return dates.typed_day(
                typed, dates.day_of(now), ahead=self.ahead, month_first=month_first, latest=now.date()
            )
        except ValueError as error:
            if sentence := str(error):
                raise InvalidAnswer(f"{sentence} Which day do you mean?") from None
            example = "“next friday”, “12 May”" if self.ahead else "“three weeks ago”, “12 May”"
            raise InvalidAnswer(f"exback doesn't know which day that is. Try {example} or 2026-05-12.") from None

    def _refusal(self, day: date, today: date) -> str:
        """Return why a day isn't taken, empty if it is."""
        if self.ahead and day < today:
            return f"{dates.in_words(day, today)} has passed. Please give a day that's still to come."
        if not self.ahead and day > today:
            return f"{dates.in_words(day, today)} hasn't come yet. When was it?"
        return ""

    def _out_of_reach(self, day: date, run_day: date, today: date) -> str:
        """Return why a day isn't taken that is too far back, or after the day on which the step was done; else empty."""
        if not self.most_days_back or 0 <= (run_day - day).days <= self.most_days_back:
            return ""
        within = "year" if self.most_days_back >= YEAR else dates.count(self.most_days_back, "day")
        if run_day == today:
            return f"Please give a day within the last {within}."
        return f"Please give a day within the {within} up to {dates.in_words(run_day, today)}."

    def still_fits(self, value: Value, here: Context) -> bool:
        # A day that was in the future when it was given is still valid after it has passed.
        day = dates.iso_day(value)
        return self.optional if value is None else day is not None and day.isoformat() == value

    def say(self, value: Value, here: Context) -> str:
        return here.date(date.fromisoformat(str(value)))


class Timer(Question, frozen=True, kw_only=True):
    """A length of time, for paced breathing or for waiting. The person can leave at any moment, and that is no failure.

    `breath` is the rhythm in seconds, in and out; without it, the time is only waited. Saved as "finished" or "left".
    """

    seconds: int
    breath: tuple[int, int] | None = None

    def accept(self, answer: object, here: Context) -> Value:
        if answer not in ("finished", "left"):
            raise InvalidAnswer("A timer is either finished or left.")
        return str(answer)

    def say(self, value: Value, here: Context) -> str:
        return "to the end" if value == "finished" else "left early"


def is_visible(item: Item, here: Context) -> bool:
    """Whether an item is on the path, given the answers before it."""
    if item.reaches_out and (here.withheld or here.is_unasked):
        return False
    try:
        return (item.when is None or item.when(here)) and _has_something(item, here)
    except Undecided:
        return False


def _has_something(item: Item, here: Context) -> bool:
    """Whether there is anything to show. Raises Undecided if the wording reads an answer that hasn't been given yet."""
    if isinstance(item, Recall):
        return bool(here.quote(item.step, item.item))
    if isinstance(item, OptionsQuestion):
        item.offered(here)
    worded(item.note, here)
    return bool(blocks(worded(item.text, here))) or not isinstance(item, Reading)
