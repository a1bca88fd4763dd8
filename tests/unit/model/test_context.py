from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

import pytest

from exback.model.context import Context, Undecided, UnknownItem
from exback.model.journey import Journey
from exback.model.prose import Quote
from exback.model.run import Run, Value

NOW = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
DECLARED = frozenset({"name", "mood", "ties", "ended", "not-yet"})


def story(days_ago: int, answers: dict[str, Value], *, finished: bool = True) -> Run:
    """Give a run of "your-story" some days ago."""
    then = NOW - timedelta(days=days_ago)
    return Run(
        id=f"run-{days_ago}", step="your-story", started=then, finished=then if finished else None, answers=answers
    )


def context(
    answers: Mapping[str, Value] | None = None,
    *runs: Run,
    held: frozenset[str] = frozenset(),
    finished: datetime | None = None,
) -> Context:
    """Give what a step may look at, on the morning of 2 March 2026."""
    return Context(Journey(runs, NOW), answers or {}, DECLARED, held=held, started=NOW, finished=finished)


def test_an_answer_of_this_run_is_given_as_it_was_kept() -> None:
    """A step reads each answer of the run in hand as what it is."""
    here = context({"name": "J.\nand me", "mood": 6, "ties": ["flat"], "ended": "2026-02-09"})
    assert here["name"] == "J.\nand me"
    assert here.text("name") == "J.\nand me"
    assert here.words("name") == "J. and me"
    assert here.number("mood") == 6
    assert here.picks("ties") == ["flat"]
    assert here.day("ended") == date(2026, 2, 9)


def test_an_answer_not_yet_given_is_undecided() -> None:
    """Reading an answer that has not been given hides whatever asked for it."""
    here = context()
    for read in (here.__getitem__, here.text, here.number, here.picks, here.day, here.words):
        with pytest.raises(Undecided):
            read("not-yet")


def test_an_item_nobody_declares_is_the_authors_error() -> None:
    """Reading an id that the step does not have names that id to its author."""
    with pytest.raises(UnknownItem, match="typo"):
        context()["typo"]


def test_a_skipped_answer_reads_as_empty() -> None:
    """A skipped question is empty where words are read, and undecided where a number or a day is needed."""
    here = context({"name": None, "mood": None, "ties": None, "ended": None})
    assert here["name"] is None
    assert here.text("name") == here.words("name") == ""
    assert here.picks("ties") == []
    with pytest.raises(Undecided):
        here.number("mood")
    with pytest.raises(Undecided):
        here.day("ended")


def test_an_answer_of_another_kind_reads_as_empty() -> None:
    """An answer that is not what a step expects does no harm."""
    here = context({"name": 3, "mood": "six", "ties": "flat", "ended": ["x"]})
    assert here.text("name") == ""
    assert here.picks("ties") == []
    with pytest.raises(Undecided):
        here.number("mood")
    with pytest.raises(Undecided):
        here.day("ended")


def test_what_was_said_before_is_the_latest_finished_answer() -> None:
    """A step recalls the latest answer from a finished run; what was only begun is not quoted."""
    here = context(
        None, story(9, {"name": "Old"}), story(5, {"name": "New"}), story(1, {"name": "Half"}, finished=False)
    )
    said = here.said("your-story", "name")
    assert said is not None
    assert (said.value, said.day, said.run.id) == ("New", date(2026, 2, 25), "run-5")
    assert [one.value for one in here.all_said("your-story", "name")] == ["Old", "New"]
    last = here.last("your-story")
    assert last is not None
    assert last.id == "run-5"


def test_words_from_before_are_quoted_with_their_date() -> None:
    """What somebody wrote comes back unchanged, with the day they wrote it."""
    here = context(None, story(5, {"name": "two\nlines [/oops]"}))
    assert here.quote("your-story", "name", "You wrote:") == (
        Quote("two\nlines [/oops]", date(2026, 2, 25), "You wrote:"),
    )
    assert here.told("your-story", "name") == "two lines [/oops]"


def test_nothing_said_before_is_nothing_to_quote() -> None:
    """Where nothing was said, nothing is quoted and the default stands."""
    here = context(None, story(5, {"name": None, "ties": ["flat"]}))
    assert here.said("your-story", "name") is None
    assert here.quote("your-story", "name") == ()
    assert here.quote("your-story", "ties") == ()
    assert here.told("your-story", "name", "them") == "them"
    assert here.told("your-story", "ties", "them") == "them"
    assert here.ticked("your-story", "name") == []
    assert here.last("decide") is None


def test_what_was_ticked_before_comes_back_as_a_list() -> None:
    """A list of an earlier run is given as it was last ticked."""
    here = context(None, story(9, {"ties": ["flat", "work"]}), story(5, {"ties": []}))
    assert here.ticked("your-story", "ties") == []
    assert context(None, story(9, {"ties": ["flat", "work"]})).ticked("your-story", "ties") == ["flat", "work"]


def test_today_and_now_are_those_of_the_journey() -> None:
    """A step tells days from the journey's clock, and a date in words leaves out this year."""
    here = context()
    assert here.today == date(2026, 3, 2)
    assert here.now == here.started == NOW
    assert here.date(date(2026, 2, 9)) == "Monday 9 February"
    assert here.date(date(2025, 2, 9)) == "Sunday 9 February 2025"


def test_a_step_knows_whether_reaching_out_is_withheld_and_why() -> None:
    """A step can tell whether a boundary holds, and which."""
    assert not context().withheld
    here = context(None, held=frozenset({"ordered-away"}))
    assert here.withheld
    assert here.held == {"ordered-away"}


def test_promises_count_from_the_day_on_which_the_run_was_finished() -> None:
    """What a run promises is told from today while it is open, and from its own day when it is opened again."""
    assert context().run_day == date(2026, 3, 2)
    assert context(finished=NOW - timedelta(days=9)).run_day == date(2026, 2, 21)
    assert context(finished=NOW.replace(hour=3)).run_day == date(2026, 3, 1)
