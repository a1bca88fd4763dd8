"""The one message as a value: until when it's held, what was sent, and when to ask for an answer."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from importlib import import_module

import pytest
from support.record import numbered

from exback.loader import load
from exback.model.context import Context
from exback.model.journey import Journey
from exback.model.run import Earlier, Run, Value

load()  # registers the folder of steps
message = import_module("exback.steps.message")
INVITATION, APOLOGY = message.INVITATION, message.APOLOGY

ZONE = timezone(timedelta(hours=1))
MONDAY = datetime(2026, 3, 2, 10, tzinfo=ZONE)


def run(day: float, *history: tuple[float, str], step: str = "one-invitation", **answers: Value) -> Run:
    """A run finished some days after Monday, with earlier drafts that were replaced on later days."""
    moment = MONDAY + timedelta(days=day)
    return Run(
        id=f"{step}-{day}",
        step=step,
        started=moment,
        finished=moment,
        answers={item.replace("_", "-"): value for item, value in answers.items()},
        history=[Earlier("draft", words, MONDAY + timedelta(days=later), 1) for later, words in history],
    )


def on(day: float, *runs: Run) -> Journey:
    """The journey some days after Monday."""
    return Journey(numbered(runs), MONDAY + timedelta(days=day))


class TestFreeAt:
    """The moment from which a draft may be sent."""

    def test_a_day_after_it_was_written(self) -> None:
        """24 hours, by day, in whole minutes."""
        assert INVITATION.free_at(on(0.1, run(0, draft="Hi."))) == MONDAY + timedelta(days=1)

    def test_a_day_after_the_latest_change_in_any_run(self) -> None:
        """Also of a draft that was replaced by another."""
        first = run(0, (3, "Hi."), draft="Hello.")
        assert INVITATION.free_at(on(4, first, run(2, draft="Hey."))) == MONDAY + timedelta(days=4)

    def test_a_deletion_is_a_change(self) -> None:
        """A draft deleted yesterday holds another one until today."""
        gone = Run(
            id="gone",
            step="one-invitation",
            started=MONDAY,
            finished=MONDAY,
            answers={"draft": None},
            burnt={"draft": MONDAY + timedelta(days=3)},
        )
        assert INVITATION.free_at(on(3.5, gone, run(1, draft="Hey."))) == MONDAY + timedelta(days=4)

    def test_none_without_a_draft(self) -> None:
        """There's nothing to hold if nothing was written, or if the latest was deleted."""
        assert INVITATION.free_at(on(1)) is None
        assert INVITATION.free_at(on(3, run(0, draft="Hi."), run(1, draft=None))) is None

    def test_an_apology_that_is_kept_is_no_message(self) -> None:
        """Only the decision to send it makes it one."""
        kept = run(0, step="apology", in_one_piece="I was wrong.", whole_message="stays")
        whole = run(1, step="apology", in_one_piece="I was wrong.", whole_message="whole")
        assert APOLOGY.free_at(on(1, kept)) is None
        assert APOLOGY.free_at(on(1, kept, whole)) == MONDAY + timedelta(days=2)

    def test_changes_after_a_run_ended_are_not_its_own(self) -> None:
        """An old run is read as it was."""
        first = run(0, (5, "Hi."), draft="Hello.")
        ended = MONDAY + timedelta(days=2)
        assert INVITATION.free_at(on(2, first), ended) == MONDAY + timedelta(days=1)

    @pytest.mark.parametrize(
        ("hour", "free"), [(8, "3 08:00"), (19, "3 19:00"), (20, "4 08:00"), (23, "4 08:00"), (3, "3 08:00")]
    )
    def test_by_day(self, hour: int, free: str) -> None:
        """Between 8 and 20; what would be free at night is free the next morning."""
        written = run((hour - 10) / 24, draft="Hi.")
        moment = INVITATION.free_at(on(1, written))
        assert f"{moment.day} {moment:%H:%M}" == free

    def test_on_the_clock_of_where_they_are_now(self) -> None:
        """Someone who flew west has their own morning."""
        journey = on(0.5, run(0.4, draft="Hi."))
        west = Journey(journey.runs, journey.now.astimezone(timezone(timedelta(hours=-8))))
        assert str(INVITATION.free_at(west)).endswith("10:36:00-08:00")


class TestSent:
    """What was sent."""

    @pytest.mark.parametrize(
        ("answers", "hidden", "earlier", "was_sent"),
        [
            ({"sent": "yes"}, {}, [], True),
            ({"sent": "no"}, {}, [], False),
            ({"sent": "no"}, {}, ["yes"], True),
            ({}, {"sent": "yes"}, [], True),
        ],
    )
    def test_a_yes_anywhere_in_the_run(
        self, answers: dict[str, Value], hidden: dict[str, Value], earlier: list[str], *, was_sent: bool
    ) -> None:
        """Now, before it was changed, or on a page that had closed."""
        history = [Earlier("sent", value, MONDAY, 5) for value in earlier]
        told = Run(
            id="x",
            step="one-invitation",
            started=MONDAY,
            start_number=1,
            finished=MONDAY,
            finish_number=2,
            answers=answers,
            hidden=hidden,
            history=history,
        )
        assert (INVITATION.when_sent(Journey([told], MONDAY)) is not None) is was_sent

    def test_not_if_the_words_changed_before_the_run_was_finished(self) -> None:
        """It was said of other words."""
        draft = Run(
            id="d",
            step="one-invitation",
            started=MONDAY,
            start_number=1,
            finished=MONDAY,
            finish_number=2,
            answers={"draft": "New."},
            history=[Earlier("draft", "Old.", MONDAY, 4)],
        )
        told = Run(
            id="x",
            step="one-invitation",
            started=MONDAY,
            start_number=3,
            finished=MONDAY,
            finish_number=5,
            hidden={"sent": "yes"},
        )
        assert INVITATION.when_sent(Journey([draft, told], MONDAY)) is None

    def test_the_other_one_is_replaced(self) -> None:
        """Once one was sent, the draft of the other is no message any more."""
        runs = (run(0, draft="Hi."), run(1, step="apology", sent="yes"))
        assert INVITATION.draft_run(on(1, *runs[:1])) is not None
        assert INVITATION.draft_run(on(1, *runs)) is None
        assert message.sent_message(on(1, *runs)) == APOLOGY


def reply(day: float, value: str) -> Run:
    """A reply that was told some days after Monday."""
    return run(day, reply=value)


SENT = run(0, sent="yes")


class TestAsking:
    """When to ask if they answered."""

    @pytest.mark.parametrize(
        ("replies", "asks", "rests"),
        [
            ((), (0, 1, 2, 14, 20), ()),
            ((reply(1, "nothing"),), (4, 5, 14, 20), (1, 2, 3)),
            ((reply(13, "nothing"),), (14, 20), (13,)),
            ((reply(14, "nothing"),), (), (14, 20, 40)),
            ((reply(2, "yes"),), (), (2, 16, 40)),
            ((reply(2, "no"),), (), (2, 16, 40)),
            ((reply(2, "other"),), (16, 20, 40), (2, 5, 14, 15)),
            ((reply(2, "other"), reply(5, "nothing")), (16, 20, 40), (5, 8, 14, 15)),
            ((reply(2, "other"), reply(10, "other")), (16, 20, 40), (10, 14, 15)),
            ((reply(2, "other"), reply(16, "nothing")), (), (16, 20, 40)),
            ((reply(2, "other"), reply(17, "other")), (), (17, 31, 40)),
            ((reply(2, "other"), reply(4, "yes")), (), (4, 16, 40)),
        ],
    )
    def test_on_these_days(self, replies: tuple[Run, ...], asks: tuple[int, ...], rests: tuple[int, ...]) -> None:
        """Every three days after nothing, after two weeks, and two weeks after something else; then there's an end."""
        asked = {day: INVITATION.asks_for_reply(on(day, SENT, *replies)) for day in (*asks, *rests)}
        assert asked == {**dict.fromkeys(asks, True), **dict.fromkeys(rests, False)}

    def test_left_open(self) -> None:
        """Two weeks after something else with nothing clearer; not before, not after a yes, and again after a second time."""
        assert not INVITATION.is_left_open(on(20, SENT, reply(2, "other")))
        assert not INVITATION.is_left_open(on(20, SENT, reply(2, "other"), reply(9, "nothing")))
        assert INVITATION.is_left_open(on(20, SENT, reply(2, "other"), reply(16, "nothing")))
        assert not INVITATION.is_left_open(on(20, SENT, reply(2, "other"), reply(4, "yes"), reply(18, "nothing")))
        assert message.LEFT_OPEN.check(on(20, SENT, reply(2, "other"), reply(16, "nothing"))).open


def test_where_a_page_can_be_read() -> None:
    """By night it waits, unless it was begun by day less than an hour ago."""

    def here(started: float, now: float) -> Context:
        moment = MONDAY.replace(hour=0)
        at = moment + timedelta(hours=now)
        return Context(Journey([], at), {}, frozenset(), held=frozenset(), started=moment + timedelta(hours=started))

    assert [message.is_night(here(*hours)) for hours in ((10, 10), (19.8, 20.5), (19.8, 21), (22, 22.1), (7, 7.5))] == [
        False,
        False,
        True,
        True,
        True,
    ]
