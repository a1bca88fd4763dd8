"""After the rule: one larger thing a week, another one each time, and next week one tap for how it went."""

from exback.model.context import Context
from exback.model.dates import count
from exback.model.items import Choice, Option
from exback.model.program import Repeat, Step
from exback.model.prose import Prose

from .rhythm import IS_OVER, RUNS

STEP_ID = "larger-thing"
WEEK = 7
NOT = "not-"
"""What an id begins with where someone said that it isn't for this week."""


def _things() -> dict[str, str]:
    from .larger_things import LARGER_THINGS  # every command loads the steps, and hardly any page needs these

    return LARGER_THINGS


def _shown(here: Context) -> list[str]:
    """Return the ids of the things that were shown before, in order."""
    return [str(answer.value).removeprefix(NOT) for answer in here.all_said(STEP_ID, "thing")]


def _this_week(here: Context) -> str:
    """Return the id of this week's thing: the one that was shown or, before it is, the first of those shown least often."""
    own = str(here.answers.get("thing") or "").removeprefix(NOT)
    if own in _things():
        return own
    shown = _shown(here)
    return min(_things(), key=shown.count)


def _last_taken(here: Context) -> str:
    """Return the thing that was taken on the time before, empty if none was, or if it's gone."""
    before = [run for run in here.journey.finished(STEP_ID) if run.started < here.started]
    return _things().get(str(before[-1].answers.get("thing")), "") if before else ""


def _mirror(here: Context) -> Prose:
    is_done = here.answers.get("went") == "did"
    done = sum(answer.value == "did" for answer in here.all_said(STEP_ID, "went")) + is_done
    so_far = (f"You did the last one. That's {count(done, 'bigger thing')} so far.",) if is_done else ()
    thing = _things().get(here.text("thing"))
    return (*so_far, f"This week: {thing}" if thing else "Not this week, then. There'll be another one next week.")


STEP = Step(
    id=STEP_ID,
    title="Something bigger",
    minutes=2,
    purpose="You may have room for more than a minute a day now. Once a week, there's one bigger thing to do.",
    opens=(IS_OVER,),
    offered_when=(IS_OVER,),
    repeats=Repeat(apart=WEEK, due=WEEK, until=(RUNS,)),
    items=(
        Choice(
            "went",
            lambda here: f"Last time it was: “{_last_taken(here)}” How did it go?",
            options=(
                Option("did", "I did it"),
                Option("partly", "I did part of it"),
                Option("did-not", "I didn't get to it"),
            ),
            when=lambda here: bool(_last_taken(here)),
        ),
        Choice(
            "thing",
            lambda here: _things()[_this_week(here)],
            note=lambda here: (
                ""
                if here.last(STEP_ID)
                else "From now on there's one bigger thing a week, if you like. This is the first."
            ),
            options=lambda here: (
                Option(_this_week(here), "Try it this week"),
                Option(f"{NOT}{_this_week(here)}", "Skip it this week"),
            ),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: decide which day you'll do it."
        if here.text("thing") in _things()
        else "One small thing: spend ten minutes outside or at an open window today."
    ),
)
