"""Two files made one: the laws, what is kept of two copies of a run, and the order of two records."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from functools import reduce
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exback.model.boundaries import standing
from exback.model.journey import Journey
from exback.model.run import DELETED, FINISHED, Earlier, Run, after_all, burnt, changed, finished, reopened
from exback.model.safety import deleted
from exback.store.merge import MergeResult, lifted, merged, result_of
from exback.store.progress import Progress

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
DEEP = bool(os.environ.get("EXBACK_DEEP"))
EAST = timezone(timedelta(hours=2))


def at(hours: int) -> datetime:
    """Give a moment some hours after noon of 2 March 2026."""
    return NOON + timedelta(hours=hours)


# Few names and few moments, so that copies of one run clash in every way there is.
MOMENTS = st.builds(lambda hours, zone: at(hours).astimezone(zone), st.integers(-2, 3), st.sampled_from([UTC, EAST]))
ITEMS = st.sampled_from(["x", "y"])
VALUES = st.sampled_from([None, True, 1, "a", "ab", ["a"], ["a", "b"]])
ODD = VALUES | st.sampled_from([1.5, {"deep": [None]}])
NUMBERS = st.integers(-1, 4)
ENDS = st.builds(
    lambda moment, number: Earlier(FINISHED, moment.astimezone(UTC).isoformat(), moment, number), MOMENTS, NUMBERS
)
HISTORY = st.lists(
    ENDS
    | st.builds(
        Earlier,
        item=ITEMS,
        value=VALUES,
        until=MOMENTS,
        number=NUMBERS,
        extra=st.just({}) | st.just({"by": "hand"}),
    ),
    max_size=2,
)
RUNS = st.builds(
    Run,
    id=st.sampled_from(["a", "b"]),
    step=st.sampled_from(["urge", "letter"]),
    started=MOMENTS,
    start_number=NUMBERS,
    finished=st.none() | MOMENTS,
    finish_number=NUMBERS,
    answers=st.dictionaries(ITEMS, VALUES, max_size=2),
    hidden=st.dictionaries(ITEMS, VALUES, max_size=1),
    drafts=st.dictionaries(ITEMS, st.sampled_from(["a", "abc", ["a"]]), max_size=1),
    orphans=st.dictionaries(ITEMS, ODD, max_size=1),
    cursor=st.sampled_from(["", "x"]),
    history=HISTORY,
    answered=st.none() | MOMENTS,
    burnt=st.dictionaries(ITEMS | st.just(DELETED), MOMENTS, max_size=2),
    extra=st.dictionaries(st.sampled_from(["colour"]), ODD, max_size=1),
)
RUNS |= st.builds(lambda run, moment: deleted(run, after_all(run, moment)), RUNS, MOMENTS)  # as the store does
FIELDS = st.dictionaries(st.sampled_from(["plain", "voice"]), ODD, max_size=2)
PROGRESS = st.builds(
    Progress, revision=st.integers(0, 3), settings=FIELDS, runs=st.lists(RUNS, max_size=3), extra=FIELDS
)


class TestLaws:
    """It does not matter which file is united with which, in what order, or how often."""

    @given(PROGRESS)
    @settings(max_examples=200)
    def test_a_file_united_with_itself_is_itself(self, a: Progress) -> None:
        """Idempotent: nothing comes of what is already there."""
        assert merged(a, a) == a

    @given(PROGRESS, PROGRESS)
    @settings(max_examples=200)
    def test_either_may_come_first(self, a: Progress, b: Progress) -> None:
        """Commutative: both computers come to the same."""
        assert merged(a, b) == merged(b, a)

    @given(PROGRESS, PROGRESS)
    @settings(max_examples=200)
    def test_uniting_again_changes_nothing(self, a: Progress, b: Progress) -> None:
        """What was united with a file holds all of it."""
        both = merged(a, b)

        assert merged(both, a) == both
        assert merged(b, both) == both

    @given(PROGRESS, PROGRESS, PROGRESS)
    @settings(max_examples=150 if not DEEP else 20_000)
    def test_three_may_be_united_in_any_order(self, a: Progress, b: Progress, c: Progress) -> None:
        """Associative: it makes no difference which two meet first."""
        assert merged(merged(a, b), c) == merged(a, merged(b, c)) == merged(merged(a, c), b)


def progress(*runs: Run, **fields: Any) -> Progress:
    """Give a progress with runs."""
    return Progress(runs=list(runs), **fields)


def run(run_id: str, **fields: object) -> Run:
    """Give a run that began at noon."""
    return changed(Run(id=run_id, step="letter", started=NOON), **fields)


def only(a: Run, b: Run) -> Run:
    """Give what two copies of one run come to, whichever comes first."""
    one, other = merged(progress(a), progress(b)).runs, merged(progress(b), progress(a)).runs
    assert one == other
    assert len(one) == 1
    return one[0]


def values(of: Run) -> list[tuple[str, object]]:
    """Give what stands in a run's history."""
    return [(earlier.item, earlier.value) for earlier in of.history]


class TestOneRun:
    """A run that is in both files and not the same."""

    def test_answers_of_both_are_there(self) -> None:
        """Two computers took up the same step at different places: both answers stand."""
        both = only(run("a", answers={"to": "J."}), run("a", answers={"letter": "Mine."}))

        assert both.answers == {"to": "J.", "letter": "Mine."}
        assert both.history == []

    def test_the_later_change_stands_and_the_other_is_kept(self) -> None:
        """Of two answers to one question the one that was changed last stands."""
        old = run("a", finished=at(1), finish_number=2, answers={"to": "J."})
        mine = changed(old, answers={"to": "Mine"}, history=[Earlier("to", "J.", at(5), 3)])
        theirs = changed(old, answers={"to": "Theirs"}, history=[Earlier("to", "J.", at(4), 3)])

        both = only(mine, theirs)

        assert both.answers == {"to": "Mine"}
        assert values(both) == [("to", "Theirs"), ("to", "J."), ("to", "J.")]

    def test_a_change_of_one_answer_takes_nothing_from_the_others(self) -> None:
        """Each computer changed another answer of a finished step: both changes stand."""
        old = run("a", finished=at(1), finish_number=2, answers={"to": "J.", "letter": "Old."})
        mine = changed(old, answers={"to": "Mine", "letter": "Old."}, history=[Earlier("to", "J.", at(5), 3)])
        theirs = changed(old, answers={"to": "J.", "letter": "New."}, history=[Earlier("letter", "Old.", at(4), 3)])

        both = only(mine, theirs)

        assert both.answers == {"to": "Mine", "letter": "New."}
        assert sorted(values(both)) == [("letter", "Old."), ("to", "J.")]

    def test_an_older_copy_adds_nothing(self) -> None:
        """A copy of last week, of which all was written on since, leaves no trace in the history."""
        older = run("a", answers={"to": "J."}, drafts={"letter": "You said"}, cursor="letter")
        newer = run("a", answers={"to": "J.", "letter": "You said that."}, finished=at(3), finish_number=2)

        assert only(older, newer) == changed(
            newer, start_number=int(NOON.timestamp()), finish_number=int(at(3).timestamp())
        )

    def test_what_was_finished_stays_finished(self) -> None:
        """A copy in which the step is still open does not open it."""
        ended = run("a", finished=at(1), finish_number=2, answers={"to": "J."})
        both = only(ended, run("a", cursor="letter", drafts={"letter": "half a sent"}))

        assert both.finished == at(1)
        assert values(both) == [("letter", "half a sent")]

    @pytest.mark.parametrize("order", list(permutations(range(3))))
    def test_an_end_taken_back_takes_the_earlier_ones_along(self, order: tuple[int, ...]) -> None:
        """Three copies: one ended, one ended later, and one took back that later end. The run is open, whoever meets first."""
        early = run("a", finished=at(1), finish_number=2, answers={"to": "J."})
        late = run("a", finished=at(2), finish_number=3, answers={"to": "J."})
        copies = [early, late, reopened(late, at(3), 4)]

        both = reduce(merged, [progress(copies[place]) for place in order]).runs[0]

        assert not both.was_finished
        assert [earlier.value for earlier in both.history] == [at(2).isoformat()]

    @pytest.mark.parametrize("order", list(permutations(range(3))))
    def test_an_end_after_one_that_was_taken_back_counts(self, order: tuple[int, ...]) -> None:
        """It counts in every order, also where it was finished with a clock that had been set back."""
        late = run("a", finished=at(2), finish_number=3, answers={"to": "J."})
        opened = reopened(late, at(3), 4)
        again = finished(opened, at(1), 5)

        both = reduce(merged, [progress([late, opened, again][place]) for place in order]).runs[0]

        assert both.finished == at(2) + timedelta(microseconds=1)

    def test_words_that_nobody_wrote_on_are_kept(self) -> None:
        """Half a sentence that gives way to a whole other one stands in the history."""
        both = only(
            run("a", drafts={"letter": "I wanted to say"}),
            run("a", finished=at(1), answers={"letter": "Something else."}),
        )

        assert values(both) == [("letter", "I wanted to say")]

    def test_what_is_no_answer_is_kept_as_its_json(self) -> None:
        """Fields that nobody knows and orphans of any kind clash like answers, and none of them is dropped."""
        both = only(
            run("a", orphans={"old": {"deep": [1.5]}}, extra={"colour": "grey"}),
            run("a", orphans={"old": 2.5}, extra={"colour": "blue"}),
        )

        stands = {str(both.orphans["old"]), both.extra["colour"]}
        assert stands | {value for _, value in values(both)} >= {"grey", "blue", "2.5"}
        assert len(both.history) == 2

    def test_what_was_burnt_in_one_is_burnt_in_both(self) -> None:
        """A copy that still has the letter does not bring it back, not even into the history."""
        written = run("a", answers={"letter": "Secret.", "fate": "keep"}, drafts={"letter": "Secret"}, finished=at(1))
        gone = burnt(written, {"letter"}, at(2))
        later_elsewhere = changed(
            written, answers={**written.answers, "fate": "seal"}, history=[Earlier("fate", "keep", at(5), 3)]
        )

        both = only(gone, later_elsewhere)

        assert both.answers == {"letter": None, "fate": "seal"}
        assert both.drafts == {}
        assert "Secret" not in str(both)

    def test_what_was_written_after_it_was_burnt_stays(self) -> None:
        """A letter that was written anew is not the one that was burnt."""
        written = run("a", answers={"letter": "Secret."}, finished=at(1))
        gone = burnt(written, {"letter"}, at(2))
        anew = changed(gone, answers={"letter": "Anew."})

        assert only(anew, written).answers == {"letter": "Anew."}
        assert "Secret" not in str(only(anew, written))
        assert only(anew, gone).answers == {"letter": "Anew."}


class TestRecord:
    """The order of two records laid into each other."""

    def test_entries_follow_each_other_as_their_clocks_tell(self) -> None:
        """Two files that counted from one both: what was later by the clock is later in the record."""
        mine = [run("a", started=at(1), start_number=1), run("b", started=at(5), start_number=2)]
        theirs = [run("c", started=at(3), start_number=1), run("d", started=at(9), start_number=2)]

        both = merged(progress(*mine), progress(*theirs)).runs

        assert [one.id for one in both] == ["a", "c", "b", "d"]
        assert [one.start_number for one in both] == sorted(one.start_number for one in both)

    def test_each_record_keeps_its_own_order(self) -> None:
        """Where a clock was set back, what came later in the record still comes later."""
        mine = [run("a", started=at(100), start_number=1), run("b", started=at(2), start_number=2)]
        theirs = [run("c", started=at(50), start_number=1), run("d", started=at(200), start_number=2)]

        both = [one.id for one in merged(progress(*mine), progress(*theirs)).runs]

        assert both.index("a") < both.index("b")
        assert both == ["c", "a", "b", "d"]

    def test_lifting_twice_is_lifting_once(self) -> None:
        """Numbers that were lifted are not moved again."""
        runs = [run("a", started=at(5), start_number=1), run("b", started=at(2), start_number=7, finished=at(3))]

        assert lifted(lifted(runs)) == lifted(runs)

    @given(st.lists(RUNS, max_size=4))
    def test_lifting_keeps_every_order(self, runs: list[Run]) -> None:
        """What had a higher number has one still, and none is lower than it was or than its moment."""
        before = [one.start_number for one in runs]
        after = [one.start_number for one in lifted(runs)]

        for one, other in permutations(range(len(runs)), 2):
            assert before[one] >= before[other] or after[one] < after[other]
        assert all(new >= old for new, old in zip(after, before, strict=True))
        assert all(new >= int(one.started.timestamp()) for new, one in zip(after, runs, strict=True))

    def test_what_is_begun_after_uniting_comes_last(self) -> None:
        """The next number of the united record is higher than all that are in it."""
        both = merged(progress(run("a", start_number=1)), progress(run("b", started=at(3), start_number=1)))

        assert Journey(both.runs, at(9)).next_number > max(one.start_number for one in both.runs)


class TestFile:
    """The rest of the file."""

    def test_settings_of_both_are_there(self) -> None:
        """What is set in one file only is set; of two values always the same stands."""
        both = merged(
            progress(settings={"plain": True, "a": 1}, revision=3),
            progress(settings={"plain": False, "b": 2}, revision=9),
        )

        assert both.settings == {"plain": True, "a": 1, "b": 2}
        assert both.revision == 9

    def test_what_is_new_is_counted(self) -> None:
        """Runs that came in, and runs that differed; numbers that were lifted are no news."""
        ours = progress(run("a", start_number=1), run("b", start_number=2, answers={"to": "J."}))
        theirs = progress(run("b", start_number=2, answers={"letter": "Mine."}), run("c"), run("d"))

        assert result_of(ours, merged(ours, theirs)) == MergeResult(added=2, changed=1)
        assert result_of(ours, merged(ours, progress(run("a", start_number=1)))) == MergeResult(0, 0)

    @given(st.lists(PROGRESS, min_size=2, max_size=4))
    @settings(max_examples=100)
    def test_no_words_are_lost(self, files: Sequence[Progress]) -> None:
        """Every text that stood in any of the files, and was burnt in none, stands in what they come to, or longer."""
        both = reduce(merged, files)

        gone = {(one.id, item) for file in files for one in file.runs for item in one.burnt}
        kept: dict[str, str] = {}
        for run in both.runs:  # a file that has two runs with one id stays as it is where the other is the same
            kept[run.id] = kept.get(run.id, "") + str(run)
        for file in files:
            for one in file.runs:
                for place in (one.answers, one.hidden, one.drafts):
                    texts = [(item, text) for item, text in place.items() if isinstance(text, str)]
                    assert all(
                        text in kept[one.id] for item, text in texts if not gone & {(one.id, item), (one.id, DELETED)}
                    )


@pytest.mark.parametrize("question", ["asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me"])
def test_a_yes_in_either_file_stands_in_both(question: str) -> None:
    """A yes to a safety question is never lost by uniting, whichever copy is newer and whatever it says."""
    yes = run("a", finished=at(1), finish_number=2, answers={question: True})
    for other in (
        run("a", finished=at(1), finish_number=2, answers={question: False}),
        run("a", finished=at(9), finish_number=2, answers={question: False}),
        run("a", finished=at(9), finish_number=2, answers={}, hidden={}),
        run("a", cursor="x"),
        run("b", started=at(-50), finished=at(-40), finish_number=99, start_number=98, answers={question: False}),
    ):
        both = merged(progress(yes), progress(other))
        assert question in {one.id for one in standing(Journey(both.runs, at(100)))}
