"""One run, saved by two programs: what each was told is kept, whatever both knew before."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from unit.store.test_merge import RUNS, at, run

from exback.model.run import Earlier, Run, burnt, changed
from exback.store.concurrent_saves import Versions, rebased
from exback.store.merge_run import PLACES

SAME = RUNS.map(lambda one: changed(one, id="a"))


def _texts(of: Run, item: str) -> list[str]:
    return [text for place in PLACES if isinstance(text := getattr(of, place).get(item), str)]


def _differs(one: Run, other: Run | None, item: str) -> bool:
    return other is None or any(getattr(one, place).get(item) != getattr(other, place).get(item) for place in PLACES)


@given(st.none() | SAME, SAME, st.none() | SAME, SAME)
@settings(max_examples=300)
def test_no_words_that_either_was_told_are_lost(knew: Run | None, now: Run, held: Run | None, there: Run) -> None:
    """What the person wrote here since, and what was written elsewhere since, is in what is saved, unless it was burnt."""
    saved = rebased(Versions(knew, now, held, there), 0)

    gone = {*now.burnt, *there.burnt}
    for item in {"x", "y", "colour"} - gone:
        if _differs(now, knew, item):
            assert all(text in str(saved) for text in _texts(now, item))
        if _differs(there, held, item) and not (knew == held == there):
            assert all(text in str(saved) for text in _texts(there, item))


@given(SAME, SAME)
def test_where_nobody_else_wrote_what_is_saved_is_what_was_given(knew: Run, now: Run) -> None:
    """The rule of every day: one program, one file."""
    now = changed(now, burnt={**knew.burnt, **now.burnt}, start_number=knew.start_number)

    saved = rebased(Versions(knew, now, knew, knew), 0)

    assert changed(saved, history=[], finish_number=0) == changed(now, history=[], finish_number=0)
    assert [(one.item, one.value) for one in saved.history] == [(one.item, one.value) for one in now.history]


def test_saving_again_changes_nothing() -> None:
    """After a meeting the same words saved once more leave the file as it is."""
    before = run("a", answers={"x": "old"})
    now, there = changed(before, answers={"x": "mine"}), changed(before, answers={"x": "theirs"})
    once = rebased(Versions(before, now, before, there), 0)

    again = rebased(Versions(now, now, once, once), 0)

    assert again == once


def test_what_is_new_here_comes_after_all_that_is_there() -> None:
    """Entries that were numbered without knowing of the others are moved behind them; the others keep their places."""
    before = run("a", start_number=1, finished=at(1), finish_number=2, answers={"x": "1"})
    there = changed(before, answers={"x": "2"}, history=[Earlier("x", "1", at(2), 3)])
    now = changed(before, answers={"x": "1", "y": "3"}, history=[Earlier("y", None, at(3), 3)])

    saved = rebased(Versions(before, now, before, there), 9)

    assert (saved.start_number, saved.finish_number) == (1, 2)
    assert [(one.item, one.number) for one in saved.history] == [("x", 3), ("y", 9)]
    assert saved.answers == {"x": "2", "y": "3"}


def test_what_is_burnt_here_is_gone_whatever_was_written_elsewhere() -> None:
    """A letter that is burnt in one window goes, also what was written on in another one meanwhile."""
    before = run("a", answers={"x": "secret"})
    there = changed(before, answers={"x": "secret and more"}, history=[Earlier("x", "secret", at(2), 3)])
    now = burnt(before, {"x"}, at(3))

    saved = rebased(Versions(before, now, before, there), 0)

    assert "secret" not in str(saved)
    assert set(saved.burnt) == {"x"}


def test_a_word_that_the_caller_dropped_is_still_burnt() -> None:
    """A run that is saved without the word that something was burnt does not take that word out of the file."""
    gone = burnt(run("a", answers={"x": "secret"}), {"x"}, at(1))
    now = changed(gone, burnt={}, cursor="y")

    assert set(rebased(Versions(gone, now, gone, gone), 0).burnt) == {"x"}


def test_an_answer_changed_back_and_forth_within_a_second_keeps_the_order_of_its_changes() -> None:
    """The record's order says which yes came last; a clock cannot, where all of it has one moment."""
    kept = run("a", answers={"x": False}, finished=at(1), finish_number=2)
    for number, (was, now) in enumerate([(False, True), (True, False), (False, True)], 3):
        fresh = changed(kept, answers={"x": now}, history=[*kept.history, Earlier("x", was, at(5), number)])
        kept = rebased(Versions(kept, fresh, kept, kept), 0)

    assert [(one.value, one.number) for one in kept.history] == [(False, 3), (True, 4), (False, 5)]
