"""A hard date asks how bad it will be, the day after how it was, and shows the two beside each other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.lives import LIFE
from support.person import Person

from exback.engine.journal import Query, journal
from exback.engine.sentences import coming_sentences
from exback.export import table
from exback.export.options import Options
from exback.model.run import changed

AFTER = "after-a-hard-date"


def names(person: Person, *, in_days: int, expects: int | None, what: str = "Their birthday") -> None:
    """Name a hard date some days ahead, with what is expected of it."""
    day = person.journey.today + timedelta(days=in_days)
    forecast = {} if expects is None else {"forecast": expects}
    person.answers("hard-dates", {"what": what, "when": day.isoformat(), "plan": "Dinner.", **forecast})


def is_asked(person: Person) -> bool:
    """Whether the page of the day asks how a hard date was."""
    return AFTER in [step.id for step in person.guide.due]


def closing(person: Person) -> str:
    """Return the last page of the last step."""
    return "\n".join(map(str, person.views[-1].body))


def test_the_number_is_asked_for_from_the_day_after_for_two_weeks(person: Person) -> None:
    """Neither on the day itself nor 15 days after it."""
    names(person, in_days=2, expects=8)
    asked = []
    for day in range(20):
        if is_asked(person):
            asked.append(day)
        person.clock.forward(days=1)
    assert asked == list(range(3, 17))


def test_the_two_numbers_stand_beside_each_other(person: Person) -> None:
    """The question names the day and its words; afterwards it isn't asked again."""
    names(person, in_days=1, expects=8)
    person.clock.forward(days=2)
    person.answers(AFTER, {"real": 5})
    assert str(person.views[0].question) == "How bad was Tuesday 3 March (Their birthday), 0 to 10?"
    assert "You expected 8. It was 5." in closing(person)
    assert not is_asked(person)
    person.clock.forward(days=1)
    assert not is_asked(person)


def test_a_date_without_a_forecast_is_left_alone(person: Person) -> None:
    """Skipping the number beforehand means that there is nothing to compare."""
    names(person, in_days=1, expects=None)
    person.clock.forward(days=2)
    assert not is_asked(person)


def test_two_dates_are_asked_about_one_after_the_other(person: Person) -> None:
    """The earlier one first, each beside its own number."""
    names(person, in_days=2, expects=9, what="A year since we met")
    names(person, in_days=1, expects=4)
    person.clock.forward(days=4)
    person.answers(AFTER, {"real": 4})
    assert "You expected 4, and you were right." in closing(person)
    assert is_asked(person)
    person.answers(AFTER, {"real": 2})
    assert "You expected 9. It was 2." in closing(person)
    assert not is_asked(person)


@pytest.mark.parametrize(
    ("real", "sentence"),
    [
        (5, "You've been through five hard dates so far. You expected 8 on average, and it was 5."),
        (10, "You've been through five hard dates so far. You expected 8 on average, and it was 10."),
        (8, "You've been through five hard dates so far. You expected 8 on average, and you were right."),
    ],
)
def test_after_five_pairs_there_is_one_true_sentence(person: Person, real: int, sentence: str) -> None:
    """Whichever way it went, and not after four. The next hard date shows it beside the question."""
    for pair in range(5):
        names(person, in_days=1, expects=8)
        person.clock.forward(days=2)
        person.answers(AFTER, {"real": real})
        assert (sentence in closing(person)) == (pair == 4)
    names(person, in_days=1, expects=8)
    asking = next(view for view in person.views if view.item.id == "forecast")
    assert sentence in str(asking.note)


def test_on_the_day_itself_it_says_today(person: Person) -> None:
    """A plan that was made on the day isn't for some date."""
    names(person, in_days=0, expects=8)
    assert "Today:" in closing(person)


def test_a_very_bad_day_names_help(person: Person) -> None:
    """And not a note on what helped."""
    names(person, in_days=1, expects=3)
    person.clock.forward(days=2)
    person.answers(AFTER, {"real": 9})
    assert "exback crisis" in closing(person)


def test_someone_who_is_paused_is_asked_afterwards(person: Person) -> None:
    """If the pause ends within the two weeks."""
    person.answers("your-story", dict(LIFE["your-story"]))
    names(person, in_days=1, expects=3)
    person.answers("pause", {"until": (person.journey.today + timedelta(days=5)).isoformat()})
    person.clock.forward(days=3)
    assert not is_asked(person)
    person.clock.forward(days=3)
    assert is_asked(person)


class TestSeveralOnOneDay:
    """A day is asked about once, by the names of all its hard dates, beside the highest number that was expected."""

    @pytest.mark.parametrize("forecasts", [(9, 2), (2, 9)])
    def test_two_are_asked_about_once_by_both_names(self, person: Person, forecasts: tuple[int, int]) -> None:
        """Whichever of them was expected to be worse."""
        for what, expects in zip(("Their birthday.", "Office party"), forecasts, strict=True):
            names(person, in_days=1, expects=expects, what=what)
        person.clock.forward(days=2)
        person.answers(AFTER, {"real": 8})
        asked = "How bad was Tuesday 3 March (Their birthday and Office party), 0 to 10?"
        assert str(person.views[0].question) == asked
        assert "You expected 9. It was 8." in closing(person)
        assert not is_asked(person)

    def test_three_are_named_too_and_one_without_a_forecast(self, person: Person) -> None:
        """The day has a number to compare with as soon as one of them has."""
        for what, expects in (("A wedding", 3), ("Their birthday", None), ("Office party", 2)):
            names(person, in_days=1, expects=expects, what=what)
        person.clock.forward(days=2)
        person.answers(AFTER, {"real": 3})
        assert "(A wedding, Their birthday and Office party)" in str(person.views[0].question)
        assert "You expected 3, and you were right." in closing(person)

    def test_one_that_was_planned_again_is_named_once_beside_its_last_number(self, person: Person) -> None:
        """It's the same hard date, and they've changed their mind about it."""
        names(person, in_days=1, expects=9)
        names(person, in_days=1, expects=4)
        person.clock.forward(days=2)
        person.answers(AFTER, {"real": 4})
        assert str(person.views[0].question) == "How bad was Tuesday 3 March (Their birthday), 0 to 10?"
        assert "You expected 4, and you were right." in closing(person)


def test_the_journal_and_the_table_keep_each_number_with_its_own_day(person: Person) -> None:
    """Whatever hard date is to be told of by now; what was expected of a day, and how it was, stand on that day."""
    names(person, in_days=1, expects=8)
    person.clock.forward(days=2)
    person.answers(AFTER, {"real": 4})
    names(person, in_days=1, expects=9, what="The wedding")
    person.clock.forward(days=2)
    (entry,) = journal(person.program, person.journey, Query(step=AFTER)).entries
    assert entry.title == "How the hard date was (about Tuesday 3 March)"
    assert entry.words.splitlines() == [
        "How bad was Tuesday 3 March (Their birthday), 0 to 10? 4 out of 10",
    ]
    assert [row.split(",")[:4] for row in table.render(person.program, person.journey, Options()).splitlines()[1:]] == [
        ["2026-03-03", "hard-dates", "forecast", "8"],
        ["2026-03-03", AFTER, "real", "4"],
        ["2026-03-05", "hard-dates", "forecast", "9"],
    ]


def test_the_question_keeps_its_day_when_the_hard_date_was_moved(person: Person) -> None:
    """The answer says which day it's about, also if no hard date is on that day any more."""
    names(person, in_days=1, expects=8)
    named = person.store.load().runs[-1]
    person.clock.forward(days=2)
    person.answers(AFTER, {"real": 4})
    names(person, in_days=1, expects=9, what="The wedding")
    moved = changed(named, answers={**named.answers, "when": "2026-03-01"})
    journey = person.journey.with_run(moved)
    (entry,) = journal(person.program, journey, Query(step=AFTER)).entries
    assert "How bad was Tuesday 3 March, 0 to 10? 4 out of 10" in entry.words


@pytest.mark.parametrize(
    ("deleted", "says"),
    [
        (("what",), "a hard date. You planned: Dinner."),
        (("plan",), "Their birthday."),
        (("what", "plan"), "a hard date."),
    ],
)
def test_words_that_were_deleted_are_missed_nowhere(person: Person, deleted: tuple[str, ...], says: str) -> None:
    """The day is still there; no page says “None”, or nothing at all between two marks."""
    names(person, in_days=1, expects=8)
    person.store.forget(person.store.load().runs[-1].id, frozenset(deleted))
    assert list(coming_sentences(person.guide, person.journey.today, within=7)) == [f"Tuesday 3 March: {says}"]
    names(person, in_days=3, expects=2)
    listed = str(person.views[0].body)
    assert "None" not in listed
    assert ("Tuesday 3 March: Their birthday" in listed) == ("what" not in deleted)
    assert "Tuesday 3 March" in listed
    person.clock.forward(days=1)
    assert next(coming_sentences(person.guide, person.journey.today, within=0)) == f"Today: {says}"


def test_a_name_of_nothing_but_full_stops_is_none(person: Person) -> None:
    """The sentence adds its own full stop, so those that were typed are left out."""
    names(person, in_days=0, expects=8, what="...")
    assert (
        next(coming_sentences(person.guide, person.journey.today, within=0))
        == "Today: a hard date. You planned: Dinner."
    )
