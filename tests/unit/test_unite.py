"""Two files made one: the laws, what is kept of two copies of a run, and the order of two records."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given, settings
from hypothesis import strategies as st

from exback.journey import Earlier, Run
from exback.store.progress import Progress
from exback.store.unite import unite

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
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
HISTORY = st.lists(
    st.builds(
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
    burnt=st.dictionaries(ITEMS, MOMENTS, max_size=1),
    extra=st.dictionaries(st.sampled_from(["colour"]), ODD, max_size=1),
)
FIELDS = st.dictionaries(st.sampled_from(["plain", "voice"]), ODD, max_size=2)
PROGRESS = st.builds(
    Progress, revision=st.integers(0, 3), settings=FIELDS, runs=st.lists(RUNS, max_size=3), extra=FIELDS
)


class TestLaws:
    """It does not matter which file is united with which, in what order, or how often."""

    @given(PROGRESS)
    @settings(derandomize=True, deadline=None, max_examples=300)
    def test_a_file_united_with_itself_is_itself(self, a: Progress) -> None:
        """Idempotent: nothing comes of what is already there."""
        assert unite(a, a) == a

    @given(PROGRESS, PROGRESS)
    @settings(derandomize=True, deadline=None, max_examples=500)
    def test_either_may_come_first(self, a: Progress, b: Progress) -> None:
        """Commutative: both computers come to the same."""
        assert unite(a, b) == unite(b, a)

    @given(PROGRESS, PROGRESS)
    @settings(derandomize=True, deadline=None, max_examples=500)
    def test_uniting_again_changes_nothing(self, a: Progress, b: Progress) -> None:
        """What was united with a file holds all of it."""
        both = unite(a, b)

        assert unite(both, a) == both
        assert unite(b, both) == both

    @given(PROGRESS, PROGRESS, PROGRESS)
    @settings(derandomize=True, deadline=None, max_examples=1500)
    def test_three_may_be_united_in_any_order(self, a: Progress, b: Progress, c: Progress) -> None:
        """Associative: it makes no difference which two meet first."""
        assert unite(unite(a, b), c) == unite(a, unite(b, c)) == unite(unite(a, c), b)
