"""You checked on them: looked at their profile, or asked about them. It isn't counted as contact."""

from exback.model.boundaries import ASKED_TO_STOP
from exback.model.context import Context
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import ByBoundary, afraid, order_too, owes_quiet, tied_by

WINDOW_DAYS = 14


def _count_sentence(here: Context) -> str:
    """Return a sentence counting the checks in the last two weeks, with this one, and in the two weeks before."""
    ago = [here.journey.days_since(run) for run in here.journey.finished("look")]
    now = sum(days < WINDOW_DAYS for days in ago) + 1
    before = sum(WINDOW_DAYS <= days < 2 * WINDOW_DAYS for days in ago)
    if now + before == 1:
        return "That is the first look that you wrote down. Now you can see it."
    if not before:
        return f"{now} looks in the last two weeks."
    looks = "One look" if now == 1 else f"{now} looks"
    return f"{looks} in the last two weeks, {before} in the two before."


def _is_tied(here: Context) -> bool:
    return tied_by(here, "children", "work", "studies", "home")


def _may_have_to_be_there(here: Context) -> bool:
    """Whether children, work or a home bring them to one place, and nothing worse than a wish for quiet forbids it."""
    return _is_tied(here) and here.held == {ASKED_TO_STOP.id}


AT_THEIR_PLACE = ByBoundary(
    asked_to_stop="You went where they may be, although they don't want contact. To them it can feel like being followed. Leave now, and "
    "don't go back.",
    ordered_away="You went where they may be, and that can break the order. Leave now, don't go back, and call a lawyer.",
    afraid_of_me="You went where they may be. To them that is being followed. Leave now, don't go back, and call one of the lines "
    "that exback crisis lists.",
)


def _place_reading(here: Context) -> Prose:
    if afraid(here):
        return (
            (
                "You went where they may be. That may not be safe for you. Leave if you can do so safely, and tell someone where you "
                "are."
            ),
            *order_too(here),
        )
    if owes_quiet(here) and not _may_have_to_be_there(here):
        return AT_THEIR_PLACE.fitting(here)
    if _is_tied(here):
        return (
            "If you had to be there, for the children or for work, that is no look. Do what you came for, and not near them. If you "
            "went in the hope of seeing them, it was more than a look: to them it can feel like being followed. Do not go back."
        )
    return (
        "Going where they may be is more than a look. To them it can feel like being followed. Leave, and do not go back. If you "
        "find that hard, exback crisis lists people to talk to."
    )


def _mirror(here: Context) -> Prose:
    return (_count_sentence(here), Quote(here.text("looking-for"), None, "What you hoped for, and how it felt:"))


STEP = Step(
    id="look",
    title="I looked",
    minutes=2,
    purpose="Looking is counted apart from contact. It can cost more than it seems, so it gets a minute of its own.",
    why=("looking",),
    repeats=Repeat(),
    items=(
        Choice(
            "what",
            "What was it?",
            options=(
                Option("profile", "Their profile or status"),
                Option("friends", "I asked somebody about them"),
                Option("old", "Old photos or messages"),
                Option("place", "A place where they might be"),
            ),
        ),
        Reading(
            "place-reading",
            _place_reading,
            when=lambda here: here["what"] == "place",
        ),
        Reading(
            "asked-others",
            "Asking others about them reaches them, too, sooner or later. Do not do it, not even through a friend.",
            when=lambda here: here["what"] == "friends" and owes_quiet(here),
        ),
        Text("looking-for", "What were you hoping for, and how did you feel an hour later?", long=True),
        Recall("last-way-in", "Last time you wanted to close this way in:", step="look", item="way-in"),
        Text(
            "way-in",
            lambda here: (
                "Which way will you go instead?" if here["what"] == "place" else "Which one way in could you close?"
            ),
            optional=True,
            note=lambda here: (
                "Another shop, another stop, another hour."
                if here["what"] == "place"
                else "Mute it, sign out, hand it over."
            ),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: close that way in now, before the next tired hour."
        if here.text("way-in")
        else "One small thing: put the phone down, and look at something far away for a minute."
    ),
)
