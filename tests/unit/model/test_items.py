from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from exback.model.context import Context, UnknownItem
from exback.model.items import (
    MOST_LETTERS,
    Choice,
    Choices,
    Confirm,
    Date,
    InvalidAnswer,
    Item,
    Option,
    Question,
    Reading,
    Recall,
    Scale,
    Text,
    Timer,
    When,
    is_visible,
    worded,
)
from exback.model.journey import Journey, Terms
from exback.model.prose import Quote
from exback.model.run import Run, Value
from exback.model.timeline import SAFETY

NOW = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
TODAY = date(2026, 3, 2)
DECLARED = frozenset({"kind", "words"})
OPTIONS = (Option("calm", "Calm"), Option("sad", "Sad", "and tired"), Option("torn", "Torn"))
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=60)
steadily = settings(max_examples=100)


def context(answers: Mapping[str, Value] | None = None, *runs: Run, withheld: bool = False) -> Context:
    """Give what an item may look at, on the morning of 2 March 2026."""
    held = frozenset({"asked-to-stop"} if withheld else ())
    return Context(Journey(runs, NOW), answers or {}, DECLARED, held=held, started=NOW)


HERE = context()
LINE = Text("words", "What?")
LONG = Text("words", "What?", long=True)
CHOICE = Choice("kind", "Which?", options=OPTIONS)
CHOICES = Choices("kinds", "Which?", options=OPTIONS)
TWO = Choices("kinds", "Which?", options=OPTIONS, least=2)
SCALE = Scale("mood", "How?")
WEEKS = Scale("weeks", "How many?", low=2, high=365)
CONFIRM = Confirm("sure", "Sure?", yes="I am", no="Not yet")
PAST = Date("day", "When?")
AHEAD = Date("day", "When?", ahead=True)
TIMER = Timer("wait", "Wait.", seconds=60)
ALL_KINDS = (LINE, LONG, CHOICE, CHOICES, TWO, SCALE, WEEKS, CONFIRM, PAST, AHEAD, TIMER)


def refusal(question: Question, given_answer: object) -> str:
    """Give the sentence with which an answer is refused."""
    with pytest.raises(InvalidAnswer) as unfit:
        question.accept(given_answer, HERE)
    return str(unfit.value)


# Text


def test_a_line_is_kept_on_one_line() -> None:
    """A short answer is one line without blanks around it."""
    assert LINE.accept("  two\r\nlines \t here ", HERE) == "two lines here"


def test_a_long_text_keeps_its_lines() -> None:
    """A long text keeps its paragraphs and its indents; only the empty lines around it go."""
    assert LONG.accept("\n\n  Dear J.,\r\n\r\n\tI know.\n\n", HERE) == "  Dear J.,\n\n\tI know."


@pytest.mark.parametrize("typed", ["", " ", "\n\n", " \t \r\n", "\x00\x1b\x07", "\u2003"])
@pytest.mark.parametrize("question", [LINE, LONG])
def test_nothing_written_is_no_answer(question: Text, typed: str) -> None:
    """Blanks and control characters alone are no answer, and the sentence says that a few words will do."""
    assert refusal(question, typed) == "You haven't written anything yet. A few words are enough."


def test_nothing_written_may_be_skipped_where_it_is_optional() -> None:
    """Where an answer is optional, nothing written is met with the offer to skip."""
    assert "You can skip this one" in refusal(Text("words", "What?", optional=True), " ")


def test_five_thousand_words_are_kept() -> None:
    """A long letter of 5,000 words is kept to the last letter."""
    letter = "\n\n".join(
        " ".join(f"word{number}" for number in range(start, start + 50)) for start in range(0, 5000, 50)
    )
    assert LONG.accept(letter, HERE) == letter
    assert LINE.accept(letter, HERE) == " ".join(letter.split())


def test_the_longest_text_is_kept_and_a_longer_one_refused() -> None:
    """A text has an end that is told in letters, and nothing is cut off in silence."""
    assert LONG.accept("x" * MOST_LETTERS, HERE) == "x" * MOST_LETTERS
    assert "100,000 letters" in refusal(LONG, "x" * (MOST_LETTERS + 1))


@pytest.mark.parametrize("question", [LINE, LONG])
@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("[/oops]", "[/oops]"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("a\x00b\x07", "ab"),
        ("caf\udcc3\udca9 \udcff", "café \ufffd"),
        ("{title} %s **x**", "{title} %s **x**"),
    ],
)
def test_words_are_kept_as_they_are_but_for_what_no_file_or_terminal_can_hold(
    question: Text, typed: str, kept: str
) -> None:
    """Markup is words, control characters go, and broken bytes are put together or replaced."""
    assert question.accept(typed, HERE) == kept


@steadily
@given(typed=ANYTHING, long=...)
def test_an_accepted_text_is_accepted_again_unchanged(typed: str, long: bool) -> None:
    """However odd a text, once it is kept it stays the same and can be saved."""
    question = Text("words", "What?", long=long)
    try:
        kept = question.accept(typed, HERE)
    except InvalidAnswer:
        return
    assert isinstance(kept, str)
    assert question.accept(kept, HERE) == kept
    assert kept.encode("utf-8").decode("utf-8") == kept


# Choice and Choices


def test_a_choice_is_kept_as_its_id_and_said_as_its_label() -> None:
    """One of the options is taken by its id and read back in words."""
    assert CHOICE.accept("sad", HERE) == "sad"
    assert CHOICE.say("sad", HERE) == "Sad"


@pytest.mark.parametrize("answer", ["Sad", "", "other", None, 1, ["sad"], "[/oops]", "9" * 5000])
def test_what_is_not_offered_cannot_be_chosen(answer: object) -> None:
    """Only an option that stands there can be taken."""
    assert refusal(CHOICE, answer) == "Please choose one of these."


def test_an_option_is_offered_to_whom_it_is_for() -> None:
    """To no one else, who can't choose it either; an answer with it is still read back by its label."""
    question = Choice("go", "Go?", options=(*OPTIONS, Option("write", "Write", when=lambda here: not here.withheld)))
    behind = context(withheld=True)
    assert [option.id for option in question.offered(HERE)] == ["calm", "sad", "torn", "write"]
    assert question.accept("write", HERE) == "write"
    assert question.offered(behind) == OPTIONS
    with pytest.raises(InvalidAnswer):
        question.accept("write", behind)
    assert question.say("write", behind) == "Write"


def test_an_option_that_is_gone_is_said_by_its_id() -> None:
    """An answer whose option no longer exists is still read back."""
    assert CHOICE.say("gone", HERE) == "gone"
    assert CHOICES.say(["sad", "gone"], HERE) == "Sad, gone"


def test_options_may_depend_on_what_was_said() -> None:
    """The options are those that this person sees."""
    question = Choice("go", "Go?", options=lambda here: OPTIONS[:1] if here.withheld else OPTIONS)
    assert question.accept("torn", context()) == "torn"
    with pytest.raises(InvalidAnswer):
        question.accept("torn", context(withheld=True))


def test_several_are_kept_in_the_order_shown() -> None:
    """What is ticked is kept in the order in which it stands on the page, each once."""
    assert CHOICES.accept(["torn", "calm"], HERE) == ["calm", "torn"]
    assert CHOICES.accept(("sad",), HERE) == ["sad"]
    assert CHOICES.accept("sad", HERE) == ["sad"]
    assert CHOICES.accept(["sad", "sad"], HERE) == ["sad"]
    assert CHOICES.say(["calm", "torn"], HERE) == "Calm, Torn"


def test_ticking_nothing_is_an_answer_unless_some_are_needed() -> None:
    """Nothing ticked is an answer of its own, except where a least number is asked for."""
    assert CHOICES.accept([], HERE) == []
    assert CHOICES.say([], HERE) == "None of these"
    assert refusal(TWO, []) == "Please choose at least two."
    assert refusal(TWO, ["sad"]) == "Please choose at least two."


def test_an_option_that_no_one_went_past_is_neither_ticked_nor_left_out() -> None:
    """It's saved as unanswered, in the order of the options, and doesn't count as ticked."""
    first, second = (option.id for option in OPTIONS[:2])
    given = [f"{second}:unanswered", first]
    assert CHOICES.accept(given, HERE) == [first, f"{second}:unanswered"]
    assert CHOICES.still_fits([first, f"{second}:unanswered"], HERE)
    assert refusal(TWO, given) == "Please choose at least two."
    assert refusal(CHOICES, ["gone:unanswered"]) == "Please choose from these."


def test_ticking_one_thing_twice_is_not_ticking_two() -> None:
    """Where two are asked for, the same one named twice is not enough."""
    assert refusal(TWO, ["sad", "sad"]) == "Please choose at least two."


@pytest.mark.parametrize("answer", [["other"], ["sad", "other"], [""], "", None, 3, [["sad"]], [None]])
def test_what_is_not_offered_cannot_be_ticked(answer: object) -> None:
    """Only options that stand there can be ticked."""
    assert refusal(CHOICES, answer) == "Please choose from these."


# Scale


@pytest.mark.parametrize(("typed", "kept"), [("0", 0), ("10", 10), (" 7 ", 7), (7, 7), ("007", 7), ("3\n", 3)])
def test_a_scale_takes_whole_numbers_within_its_ends(typed: object, kept: int) -> None:
    """A number from one end to the other is taken, both ends included."""
    assert SCALE.accept(typed, HERE) == kept


@pytest.mark.parametrize(
    "typed",
    [
        *("11", "-1", "+5", "5.0", "5,5", "five", "", " ", "1e1", "0x5", "٣", "５", "½", "²", "7 8", "9" * 5000),
        *(11, 5.0, True, None, [5], "[/oops]", "5\x00", "\ud800", "0" * 5000),
    ],
)
def test_a_scale_refuses_all_else_and_says_what_would_do(typed: object) -> None:
    """Anything but a whole number within the ends is refused with the two ends named."""
    assert refusal(SCALE, typed) == "Please type a whole number from 0 to 10."


def test_a_scale_with_its_own_ends() -> None:
    """A scale may begin elsewhere; it then says its number alone."""
    assert WEEKS.accept("365", HERE) == 365
    assert refusal(WEEKS, "1") == refusal(WEEKS, "366") == "Please type a whole number from 2 to 365."
    assert WEEKS.say(30, HERE) == "30"
    assert SCALE.say(6, HERE) == "6 out of 10"


# Confirm


def test_yes_and_no_are_kept_as_truth() -> None:
    """Yes and no are kept as true and false and said in the words of the question."""
    assert CONFIRM.accept(True, HERE) is True
    assert CONFIRM.accept(False, HERE) is False
    assert (CONFIRM.say(True, HERE), CONFIRM.say(False, HERE)) == ("I am", "Not yet")


@pytest.mark.parametrize("answer", ["yes", "no", "", 1, 0, None, "true", [True]])
def test_only_yes_or_no_is_a_yes_or_a_no(answer: object) -> None:
    """Nothing that merely looks like a yes or a no is taken for one."""
    assert refusal(CONFIRM, answer) == "Please choose yes or no."


# Date


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("three weeks ago", "2026-02-09"),
        (" today ", "2026-03-02"),
        ("12 May", "2025-05-12"),
        ("2026-03-02", "2026-03-02"),
        ("29 Feb", "2024-02-29"),
    ],
)
def test_a_day_gone_by_is_kept_as_a_date(typed: str, kept: str) -> None:
    """A day told in words is kept as the date that it was, today included."""
    assert PAST.accept(typed, HERE) == kept


@pytest.mark.parametrize(
    ("typed", "kept"), [("tomorrow", "2026-03-03"), ("12 May", "2026-05-12"), ("2026-03-02", "2026-03-02")]
)
def test_a_day_to_come_is_kept_as_a_date(typed: str, kept: str) -> None:
    """Where a day ahead is asked for, one without a year is the next, today included."""
    assert AHEAD.accept(typed, HERE) == kept


@pytest.mark.parametrize("question", [PAST, AHEAD])
@pytest.mark.parametrize(
    "typed",
    [
        *("31 February", "29 February 2025", "2026-02-30", "1899-12-31", "", " ", "asdf", "[/oops]", "\ud800", "\x00"),
        *("9" * 5000, "word " * 5000, "in 99999999999 years", None),
    ],
)
def test_a_day_that_does_not_exist_is_refused_with_an_example(question: Date, typed: object) -> None:
    """What names no day is refused, and the sentence shows how a day can be told."""
    sentence = refusal(question, typed)
    assert sentence.startswith("exback doesn't know which day that is. Try “")
    assert sentence.endswith("or 2026-05-12.")


@pytest.mark.parametrize("question", [PAST, AHEAD])
def test_the_examples_in_a_refusal_would_be_taken(question: Date) -> None:
    """Whoever types what the sentence proposes is understood."""
    for example in refusal(question, "asdf").split("“")[1:]:
        assert question.accept(example.split("”")[0], HERE)


def test_a_day_on_the_wrong_side_of_today_is_named_and_refused() -> None:
    """A day still to come is no answer to when something was, and a day gone by none to when it will be."""
    assert refusal(PAST, "2026-03-03") == "Tuesday 3 March hasn't come yet. When was it?"
    assert refusal(AHEAD, "2026-03-01") == "Sunday 1 March has passed. Please give a day that's still to come."


def test_the_small_hours_are_still_the_day_before() -> None:
    """At two in the morning “today” is the day that has not ended yet."""
    night = Context(Journey((), NOW.replace(hour=2)), {}, DECLARED, held=frozenset(), started=NOW)
    assert PAST.accept("today", night) == "2026-03-01"


@pytest.mark.parametrize(
    ("minute", "typed", "day"),
    [
        ("2026-03-01T03:59+00:00", "yesterday", "2026-02-27"),
        ("2026-03-01T04:00+00:00", "yesterday", "2026-02-28"),
        ("2027-01-01T03:59+00:00", "31 december", "2026-12-31"),
        ("2027-01-01T03:59+00:00", "12/31", "2026-12-31"),
        ("2027-01-01T03:59+00:00", "the first of the month", "2026-12-01"),
        ("2027-01-01T04:00+00:00", "the first of the month", "2027-01-01"),
        ("2028-03-01T03:59+00:00", "a week ago", "2028-02-22"),
        ("2028-03-01T04:00+00:00", "the day before yesterday", "2028-02-28"),
        ("2028-03-01T03:59+00:00", "2/29", "2028-02-29"),
    ],
)
def test_typed_days_are_counted_from_four_in_the_morning(minute: str, typed: str, day: str) -> None:
    """Also where a month, a leap day or a year ends."""
    here = Context(Journey((), datetime.fromisoformat(minute)), {}, DECLARED, held=frozenset(), started=NOW)
    assert PAST.accept(typed, here) == day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        *(
            (typed, "2026-12-02")
            for typed in ("3 December", "Dec 3", "3/12/2026", "2026-12-03", "the 3rd", "Wednesday")
        ),
        *(
            (typed, "2026-12-02")
            for typed in ("Thursday 3 December", "this Thursday", "today", "tonight", "2 December")
        ),
        *((typed, "2026-12-02") for typed in ("two weeks after 19 November", "the day after 2 December")),
        *(("4 December", "2025-12-04"), ("3 December 2025", "2025-12-03"), ("last Thursday", "2026-11-26")),
        *(("yesterday", "2026-12-01"), ("two days ago", "2026-11-30"), ("a week ago", "2026-11-25")),
    ],
)
def test_after_midnight_the_calendars_date_is_today(typed: str, day: str) -> None:
    """And never the same date of last year. It's Wednesday until four."""
    night = datetime.fromisoformat("2026-12-03T01:30+00:00")
    here = Context(Journey((), night), {}, DECLARED, held=frozenset(), started=NOW)
    assert PAST.accept(typed, here) == day
    read_back = PAST.read_back(typed, night, month_first=False)
    assert read_back.day == date.fromisoformat(day)


@pytest.mark.parametrize("typed", ["1 January", "1/1", "2027-01-01", "the 1st"])
def test_after_midnight_the_first_day_of_a_year_is_the_last_one(typed: str) -> None:
    """Until four."""
    night = datetime.fromisoformat("2027-01-01T01:30+00:00")
    here = Context(Journey((), night), {}, DECLARED, held=frozenset(), started=NOW)
    assert PAST.accept(typed, here) == "2026-12-31"


@pytest.mark.parametrize("typed", ["3 December", "3/12/2026", "2026-12-03", "the 3rd", "Thursday", "tomorrow"])
def test_after_midnight_a_date_to_come_stays_one(typed: str) -> None:
    """The day of that date begins at four, so it's still to come."""
    night = datetime.fromisoformat("2026-12-03T01:30+00:00")
    here = Context(Journey((), night), {}, DECLARED, held=frozenset(), started=NOW)
    assert AHEAD.accept(typed, here) == "2026-12-03"


def test_after_midnight_only_yesterday_and_a_name_of_the_day_may_be_another() -> None:
    """They're counted from today by some, and by others from the calendar's date."""
    night = datetime.fromisoformat("2026-12-03T01:30+00:00")
    typed = ("yesterday", "Thursday", "3 December", "today", "two days ago", "last Thursday")
    assert [PAST.read_back(words, night, month_first=False).needs_confirming for words in typed] == [
        *(True, True, False, False, False, False)
    ]


@pytest.mark.parametrize("typed", ["tomorrow", "in a day"])
def test_after_midnight_tomorrow_has_not_come(typed: str) -> None:
    """Not by the calendar, either."""
    night = datetime.fromisoformat("2026-12-03T01:30+00:00")
    here = Context(Journey((), night), {}, DECLARED, held=frozenset(), started=NOW)
    with pytest.raises(InvalidAnswer, match=r"^Friday 4 December hasn't come yet"):
        PAST.accept(typed, here)


@pytest.mark.parametrize(("month_first", "day"), [(False, "2025-03-04"), (True, "2025-04-03")])
def test_the_order_of_day_and_month_is_the_persons(month_first: bool, day: str) -> None:
    """The same as where it is read back to them."""
    here = Context(Journey((), NOW, Terms(month_first=month_first)), {}, DECLARED, held=frozenset(), started=NOW)
    assert PAST.accept("4/3/2025", here) == day
    read_back = PAST.read_back("4/3/2025", NOW, month_first=month_first)
    assert (read_back.day, read_back.needs_confirming) == (date.fromisoformat(day), True)


def test_a_day_is_read_back_while_it_is_typed() -> None:
    """With its weekday and its year; while it isn't understood there's nothing to read."""
    typed = [
        "t",
        "three week",
        "three weeks",
        "three weeks ago",
        "three weeks ago or",
        "12 ma",
        "12 may",
        "Friday 12 May",
    ]
    assert [PAST.read_back(words, NOW, month_first=False).text for words in typed] == [
        *("", "Monday 9 February 2026"),
        *("Monday 9 February 2026", "Monday 9 February 2026", "", "", "Monday 12 May 2025", ""),
    ]


def test_only_a_day_that_may_be_another_needs_confirming() -> None:
    """And never one that would be refused anyway."""
    recent = Date("day", "When?", most_days_back=90)
    assert PAST.read_back("4/3", NOW, month_first=True) == ("Thursday 3 April 2025", date(2025, 4, 3), True)
    assert PAST.read_back("4/13", NOW, month_first=False) == ("Sunday 13 April 2025", date(2025, 4, 13), False)
    assert PAST.read_back("4/3/2027", NOW, month_first=True) == ("Saturday 3 April 2027", None, False)
    assert AHEAD.read_back("4/3/2025", NOW, month_first=True) == ("Thursday 3 April 2025", None, False)
    assert recent.read_back("4/3", NOW, month_first=False) == ("Tuesday 4 March 2025", None, False)


@pytest.mark.parametrize(
    ("days", "words"),
    [(90, "Please give a day within the last 90 days."), (366, "Please give a day within the last year.")],
)
def test_a_day_that_is_too_far_back_is_refused(days: int, words: str) -> None:
    """By the days, or by the year, that it may be ago. The last of them is taken, and so is “a year ago”."""
    recent = Date("day", "When?", most_days_back=days)
    assert refusal(recent, f"{days + 1} days ago") == words
    assert recent.accept(f"{days} days ago", HERE) == (TODAY - timedelta(days=days)).isoformat()


def test_a_year_ago_is_within_a_year() -> None:
    """Also after a 29 February, when it's 366 days."""
    recent = Date("day", "When?", most_days_back=366)
    assert recent.accept("a year ago", HERE) == "2025-03-02"
    after = NOW.replace(year=2028, month=3, day=1)
    assert recent.accept("a year ago", structs.replace(HERE, journey=Journey([], after), started=after)) == "2027-03-01"


def test_a_weekday_that_contradicts_the_date_is_named() -> None:
    """The sentence says which weekday it is, and asks."""
    assert refusal(PAST, "friday 12 may 2026") == "12 May is a Tuesday. Which day do you mean?"


def test_a_day_is_said_in_words() -> None:
    """A kept date is read back as people say it."""
    assert PAST.say("2026-02-09", HERE) == "Monday 9 February"
    assert PAST.say("2025-02-09", HERE) == "Sunday 9 February 2025"


# Timer


def test_a_timer_is_finished_or_left() -> None:
    """A timer records only whether it ran to its end, and leaving it is no failure."""
    assert TIMER.accept("finished", HERE) == "finished"
    assert TIMER.accept("left", HERE) == "left"
    assert (TIMER.say("finished", HERE), TIMER.say("left", HERE)) == ("to the end", "left early")
    for answer in ("", None, 60, True, "Finished"):
        assert refusal(TIMER, answer) == "A timer is either finished or left."


# All kinds

ANY_ANSWER = st.one_of(
    ANYTHING,
    st.none(),
    st.booleans(),
    st.integers(-20, 400),
    st.integers(),
    st.floats(),
    st.lists(st.sampled_from(["calm", "sad", "torn", "other"]), unique=True, max_size=4),
    st.sampled_from(["calm", "sad", "finished", "left", "three weeks ago", "friday", "in two weeks", "12 May"]),
    st.dates(date(1890, 1, 1), date(2040, 1, 1)).map(date.isoformat),
)


def taken(question: Question, answer: object) -> tuple[Value, str]:
    """Give an answer as it is kept, and the sentence with which it was refused, if it was."""
    try:
        return question.accept(answer, HERE), ""
    except InvalidAnswer as unfit:
        return None, str(unfit)


@settings(max_examples=150)
@given(question=st.sampled_from(ALL_KINDS), answer=ANY_ANSWER)
def test_any_answer_is_taken_for_good_or_refused_with_a_sentence(question: Question, answer: object) -> None:
    """Whatever is given, it is either kept in a form that is taken again and can be said, or met by a sentence."""
    kept, sentence = taken(question, answer)
    if sentence:
        assert sentence.endswith((".", "?"))
        return
    assert taken(question, kept) == (kept, "")
    said = question.say(kept, HERE)
    assert said
    assert "\n" not in said


@pytest.mark.parametrize("question", ALL_KINDS)
def test_a_refusal_repeats_nothing_of_what_was_typed(question: Question) -> None:
    """What somebody typed never stands in the sentence that refuses it."""
    given_answer = "xyzzy [/oops] \x1b" if not isinstance(question, Text) else ""
    assert "xyzzy" not in refusal(question, given_answer)


# What is visible


def finished_story(words: Value) -> Run:
    """Give a finished run of "your-story" with one answer."""
    return Run(id="run-1", step="your-story", started=NOW, finished=NOW, answers={"words": words})


def when(condition: When | None) -> Item:
    """Give an item with a condition."""
    return Text("more", "More?", when=condition)


def test_an_item_stands_while_its_condition_holds() -> None:
    """A branch opens and closes with the answers before it."""
    item = when(lambda here: here["kind"] == "sad")
    assert is_visible(when(None), context())
    assert is_visible(item, context({"kind": "sad"}))
    assert not is_visible(item, context({"kind": "calm"}))


def test_an_item_that_hangs_on_an_open_question_is_hidden_for_now() -> None:
    """As long as the answer it depends on is not given, an item does not stand."""
    assert not is_visible(when(lambda here: here["kind"] != "sad"), context())
    assert not is_visible(Reading("r", lambda here: here.text("kind")), context())


def test_an_item_that_reads_what_nobody_declares_is_an_error() -> None:
    """A mistyped id in a condition is not silently hidden: its author hears of it."""
    with pytest.raises(UnknownItem, match="kidn"):
        is_visible(when(lambda here: here["kidn"] == "sad"), context({"kind": "sad"}))


ASKED: dict[str, Value] = dict.fromkeys(sorted(SAFETY), False)


def test_an_item_that_reaches_out_is_hidden_while_a_boundary_holds() -> None:
    """What leads to writing to them does not stand while reaching out is withheld, whatever its condition says."""
    item = Text("draft", "Write it.", reaches_out=True, when=lambda here: True)
    assert is_visible(item, context(ASKED))
    assert not is_visible(item, context(ASKED, withheld=True))


def test_an_item_that_reaches_out_is_hidden_until_all_four_questions_are_answered() -> None:
    """Who was not asked about safety, or not about all of it, has not said that reaching out is safe."""
    item = Text("draft", "Write it.", reaches_out=True)
    assert not is_visible(item, context())
    for question in ASKED:
        assert not is_visible(item, context({**ASKED, question: None}))


def test_a_recall_stands_only_when_there_is_something_to_recall() -> None:
    """What was never written is not quoted."""
    recall = Recall("back", "You wrote:", step="your-story", item="words")
    assert is_visible(recall, context(None, finished_story("It rained.")))
    assert not is_visible(recall, context(None, finished_story(None)))
    assert not is_visible(recall, context())


def test_a_reading_without_words_does_not_stand() -> None:
    """A reading that has nothing to say to this person is no page."""
    assert is_visible(Reading("r", "Words."), context())
    assert not is_visible(Reading("r", ""), context())
    assert not is_visible(Reading("r", lambda here: ()), context())
    assert is_visible(Reading("r", lambda here: (Quote("x"),)), context())


def test_wording_is_constant_or_made_for_the_person() -> None:
    """Wording is given as it is, or worked out from what the person said."""
    assert worded("Words.", HERE) == "Words."
    assert worded(lambda here: f"You said {here.text('kind')}.", context({"kind": "sad"})) == "You said sad."
