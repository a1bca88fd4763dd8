"""You checked on them: looked at their profile, or asked about them. It isn't counted as contact."""

from exback.model.boundaries import ASKED_TO_STOP
from exback.model.context import Context, Run
from exback.model.dates import how_often
from exback.model.happened import dated_runs
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from .. import triggers
from ..situation import ByBoundary, afraid, named_person, order_too, owes_quiet, tied_by
from .on_which_day import DATED_BY, DAY, day_items, days_late

WINDOW_DAYS = 14


TIES = ("children", "work", "studies", "home")
"""What can bring the two to one place without anyone looking for the other."""


def _count_sentence(here: Context) -> str:
    """Return a sentence counting the checks in the last two weeks and in the two weeks before, with this one."""
    from ..tracking import LOOK  # which imports this module

    own = [days_late(here), *(ago for ago, _run in dated_runs(here.journey, LOOK.answers))]
    in_check_ins = {ago for answers in LOOK.also for ago, _run in dated_runs(here.journey, answers)}
    if len(own) == 1 and not in_check_ins:
        return "That's the first time you've written down that you checked on them."
    ago = [*own, *in_check_ins.difference(own)]
    now = sum(days < WINDOW_DAYS for days in ago)
    before = sum(WINDOW_DAYS <= days < 2 * WINDOW_DAYS for days in ago)
    if not now:
        return "You didn't check on them in the last two weeks."
    if not before:
        return f"You checked on them {how_often(now)} in the last two weeks."
    return f"You checked on them {how_often(now)} in the last two weeks, and {how_often(before)} in the two weeks before that."


def _is_tied(here: Context) -> bool:
    return tied_by(here, *TIES)


def _may_have_had_to_go(here: Context) -> bool:
    return here["what"] == "place" and _is_tied(here)


def may_have_had_to_go(run: Run) -> bool:
    """Whether a finished run is about a place where they may have had to be: no check, so what set it off wasn't asked.

    An earlier version asked no one, and not for the day either.
    """
    return run.answers.get("what") == "place" and DAY in run.answers and triggers.SET_OFF not in run.answers


def _may_have_to_be_there(here: Context) -> bool:
    """Whether children, work or a home bring them to one place, and nothing worse than a wish for quiet forbids it."""
    return _is_tied(here) and here.held == {ASKED_TO_STOP.id}


AT_THEIR_PLACE = ByBoundary(
    asked_to_stop="You went where they may be, and they don't want contact. To them it can feel like being followed. Don't go back.",
    ordered_away="You went where they may be, and that can break the order. Don't go back, and call a lawyer.",
    afraid_of_me="You went where they may be. To them, that's being followed. Don't go back, and call a helpline for people "
    "worried about their behaviour, or a doctor: exback crisis",
)
LEAVE_NOW = "If you're still there, leave now."


WAS_NOT_SAFE = (
    "That may not have been safe for you. If you have to be there again, a helpline can help you plan it: exback crisis"
)


def _not_safe_there(here: Context) -> str:
    """Return what someone afraid reads today. No one who shares a home, work or children with them is told to go."""
    person = named_person(here) or "someone you trust"
    be_safe = (
        f"Stay near other people if you can, and tell {person} where you are. A helpline can help you plan for the next time: "
        "exback crisis"
        if _is_tied(here)
        else f"If you're still there and it's safe to go, go where other people are, and tell {person} where you are."
    )
    return f"You went where they may be, and that may not be safe for you. {be_safe}"


def _can_go_elsewhere(here: Context) -> bool:
    """Whether to ask where they'll go instead: not of someone afraid who may have to be there."""
    return here["what"] == "place" and not (afraid(here) and _is_tied(here))


def _place_reading(here: Context) -> Prose:
    is_today = not days_late(here)
    if afraid(here):
        return (_not_safe_there(here) if is_today else WAS_NOT_SAFE, *order_too(here))
    leave_now = (LEAVE_NOW,) if is_today else ()
    if owes_quiet(here) and not _may_have_to_be_there(here):
        return (*leave_now, *AT_THEIR_PLACE.fitting(here))
    if _is_tied(here):
        there = "Do what you came for, and keep your distance where you can. " if is_today else ""
        return (
            f"If you had to be there, for the children or for work, that isn't checking on them. {there}If you went hoping to see "
            "them, it was more than that, and to them it can feel like being followed. Don't go back."
        )
    return (
        *leave_now,
        (
            "Going where they may be is more than looking at a profile. To them it can feel like being followed. Don't go back. If "
            "that's hard, talk to someone: exback crisis"
        ),
    )


def _mirror(here: Context) -> Prose:
    first = "It's written down, so you can look it up." if _may_have_had_to_go(here) else _count_sentence(here)
    return (first, Quote(here.text("looking-for"), None, "What you hoped for, and how it felt:"))


def _small_thing(here: Context) -> Prose:
    if afraid(here) and not here.text("way-in"):
        return f"One small thing: tell {named_person(here) or 'someone you trust'} how you are."
    if not here.text("way-in"):
        return "One small thing: look out of the window for a minute, without your phone."
    if _can_go_elsewhere(here):
        return f"One small thing: tell {named_person(here) or 'someone you trust'} where you'll go instead."
    return "One small thing: do that now, before you're tired."


STEP = Step(
    id="look",
    title="I checked on them",
    minutes=2,
    purpose="Checking on them is counted separately from contact. It can hurt more than you expect, so it has its own page.",
    why=("looking",),
    repeats=Repeat(),
    momentary=True,
    dated_by=DATED_BY,
    items=(
        Choice(
            "what",
            "What was it?",
            options=(
                Option("profile", "Their profile or status"),
                Option("friends", "Someone I asked about them"),
                Option("old", "Old photos or messages"),
                Option("place", "A place where they might be"),
            ),
        ),
        Reading(
            "asked-others",
            "What you ask others about them may reach them. Please don't ask, not even a friend.",
            when=lambda here: here["what"] == "friends" and owes_quiet(here),
        ),
        *day_items(),
        Reading(
            "place-reading",
            _place_reading,
            when=lambda here: here["what"] == "place",
        ),
        *triggers.questions(when=lambda here: not _may_have_had_to_go(here)),
        Text("looking-for", "How did it feel, compared with what you were hoping for?", long=True),
        Recall("last-way-in", "Last time, this was your plan:", step="look", item="way-in"),
        Text(
            "way-in",
            lambda here: (
                "Where will you go instead?"
                if _can_go_elsewhere(here)
                else "What would help you next time?"
                if afraid(here)
                else "What could you do to make checking harder?"
            ),
            optional=True,
            note=lambda here: (
                "For example: another shop, another stop, another hour."
                if _can_go_elsewhere(here)
                else "If you check on them to stay safe, that's different, and you don't have to stop. To plan it with someone: exback crisis"
                if afraid(here)
                else "For example: mute it, or sign out."
            ),
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
