"""A guess how strong an urge will be after ten minutes, and what came of it."""

from datetime import datetime

from exback.model.context import Context, Run
from exback.model.dates import count
from exback.model.journey import MOMENT
from exback.model.run import first_end

PAIRS = 5
"""Waits that it takes to say something about someone's guesses."""


def came_back(here: Context) -> tuple[str, ...]:
    """Return how the guess of this run went and, once there are five, the last ones; empty if nothing was guessed."""
    if here.answers.get("guess") is None:
        return ()
    guess, after = here.number("guess"), here.number("after")
    if here["wait"] == "left":
        return (
            f"You guessed {guess} for the end of the ten minutes. You stopped before that, so this doesn't test your guess.",
        )
    return (f"You guessed {guess}. It's {after}.", *last_ones(here))


def is_in_one_go(started: datetime, finished: datetime | None) -> bool:
    """Whether a run was finished soon after it was opened: else its first number may be from long before the wait."""
    return finished is not None and abs(finished - started) <= MOMENT


def last_ones(here: Context) -> tuple[str, ...]:
    """Return what the last five guesses and numbers were on average, this run's among them; empty while there are fewer."""
    earlier = [run for step in ("urge", "ride-an-urge") for run in here.journey.ever(step)]
    pairs = [pair for run in sorted(earlier, key=lambda run: run.finish_number) for pair in _pair(run)]
    pairs = [*pairs, (here.number("guess"), here.number("after"))][-PAIRS:]
    if here["wait"] == "left" or len(pairs) < PAIRS:
        return ()
    guessed, was = (sum(numbers) / PAIRS for numbers in zip(*pairs, strict=True))
    longer = " An urge can take longer than ten minutes." if was >= guessed + 1 else ""
    return (f"In your last {count(PAIRS, 'wait')}, you guessed {guessed:g} on average, and it was {was:g}.{longer}",)


def _pair(run: Run) -> tuple[tuple[int, int], ...]:
    """Return the guess and the number after the wait, if it was a whole one."""
    guess, after = run.answers.get("guess"), run.answers.get("after")
    if run.answers.get("wait") != "finished" or not is_in_one_go(run.started, first_end(run.finished, run.history)):
        return ()
    if not isinstance(guess, int) or not isinstance(after, int):
        return ()
    return ((guess, after),)
