"""Endings: from when one holds, what takes it back, and which of several is named."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from exback.model.endings import Ending, latest_held
from exback.model.gates import OPEN, Gate, answered, closed
from exback.model.journey import Journey, Terms
from exback.model.run import Run, Value

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
LET_GO = Ending(step="let-go", words="closed, as you chose", sentence="You let go on {day}.")
NO_REPLY = Ending(
    step="no-reply",
    words="closed, as things are",
    sentence="You told exback on {day} that no answer came.",
    holds=(Gate(lambda journey: closed("", "send") if journey.said("send", "reply") else OPEN, (("send", "reply"),)),),
)
BOTH = (LET_GO, NO_REPLY)
WHOLE = answered("let-go", "holds", "yes")


def journey(*steps: tuple[str, dict[str, Value]]) -> Journey:
    """Return a journey through some steps, one a day; letting go is complete when its latest answer is yes."""
    runs = [
        Run(
            id=f"run-{day}",
            step=step,
            started=NOW + timedelta(days=day),
            start_number=2 * day + 1,
            finished=NOW + timedelta(days=day),
            finish_number=2 * day + 2,
            answers=answers,
        )
        for day, (step, answers) in enumerate(steps)
    ]
    completion = {"let-go": lambda _run, then: WHOLE.check(then).open}
    return Journey(runs, NOW + timedelta(days=40), Terms(completion=completion))


YES: tuple[str, dict[str, Value]] = ("let-go", {"holds": "yes"})
NO: tuple[str, dict[str, Value]] = ("let-go", {"holds": "no"})
APART: tuple[str, dict[str, Value]] = ("apart", {})


def since(happened: Journey) -> str:
    """Return the id of the run from which letting go holds, empty if it doesn't."""
    run = LET_GO.since(happened, ("apart",))
    return "" if run is None else run.id


def test_it_holds_from_the_first_of_the_runs_that_tell_it() -> None:
    """Saying again that it holds doesn't move the day."""
    assert since(journey(YES, YES)) == "run-0"
    assert since(journey(NO, YES, YES)) == "run-1"


def test_it_no_longer_holds_once_the_latest_run_takes_it_back() -> None:
    """What was told before counts again only when it's told again."""
    assert since(journey()) == ""
    assert since(journey(YES, NO)) == ""
    assert since(journey(YES, NO, YES)) == "run-2"


def test_a_step_that_reopens_takes_back_what_was_told_before_it() -> None:
    """An ending that is told after it holds, from then on."""
    assert since(journey(YES, APART)) == ""
    assert since(journey(YES, APART, YES)) == "run-2"


def test_other_steps_after_it_change_nothing() -> None:
    """Only taking it back does, or a step that reopens."""
    assert since(journey(YES, ("decide", {"choice": "invitation"}), ("apology", {}))) == "run-0"


def test_what_is_no_longer_true_doesnt_hold() -> None:
    """An answer that is told after “No answer came” ends it by itself."""
    silence: tuple[str, dict[str, Value]] = ("no-reply", {})
    assert latest_held(BOTH, (), journey(silence)) is not None
    assert latest_held(BOTH, (), journey(silence, ("send", {"reply": "yes"}))) is None


def test_of_several_the_one_that_was_told_last_is_named() -> None:
    """With its own day and its own step to take it back."""
    happened = journey(YES, ("no-reply", {}))
    held = latest_held(BOTH, (), happened)
    assert held is not None
    assert held.reason(happened) == (
        "You told exback on 3 March that no answer came. To take that back: exback step no-reply"
    )
    happened = journey(YES, ("no-reply", {}), YES)
    held = latest_held(BOTH, (), happened)
    assert held is not None
    assert held.reason(happened) == "You let go on 2 March. To take that back: exback step let-go"
