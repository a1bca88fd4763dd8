"""The reasons, sorted under four headings and looked at one by one, and how the other person would tell it."""

from exback.model.context import Context
from exback.model.items import Choice, Choices, Item, Option, Reading, Recall, Text, Wording
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import (
    DOOR,
    afraid,
    broke_trust,
    closed_for_good,
    frightened_them,
    has_cause,
    left,
    was_betrayed,
    without_stop,
)

SIDES = {
    "them": ("Them", "something in them or in what they did"),
    "me": ("Me", "something in me or in what I did"),
    "us": ("The two of us", "how we were together"),
    "circumstances": ("Circumstances", "distance, time, family, money, illness"),
}
WHERE = {
    "them": "on their side",
    "me": "on your side",
    "us": "between the two of you",
    "circumstances": "in the circumstances",
}
CHANGE = (
    Option("has", "It has changed"),
    Option("could", "It could change"),
    Option("cannot", "I do not think it can"),
)
DEAL_BREAKER = (
    Option("neither", "No"),
    Option("me", "Yes, for me"),
    Option("them", "Yes, for them"),
    Option("both", "Yes, for both of us"),
)


def has_reason(here: Context, side: str) -> bool:
    """Whether they saw a reason on this side, when they last sorted them."""
    return side in here.ticked("why-it-ended", "sides")


def is_deal_breaker(here: Context, side: str) -> bool:
    """Whether they called the reason on this side a deal-breaker, for either of the two."""
    return here.told("why-it-ended", f"breaker-{side}", "neither") != "neither"


def _questions_about(side: str) -> tuple[Item, Item, Item]:
    def named(here: Context) -> bool:
        return side in here.picks("sides")

    def reason(here: Context) -> str:
        return without_stop(here.words(f"reason-{side}"))

    return (
        Text(f"reason-{side}", f"What was the main reason {WHERE[side]}?", note="One sentence.", when=named),
        Choice(
            f"change-{side}",
            lambda here: f"Has this changed, or could it: “{reason(here)}”?",
            options=CHANGE,
            when=lambda here: named(here) and not closed_for_good(here),
        ),
        Choice(
            f"breaker-{side}",
            lambda here: (
                f"If this came back, would a relationship be impossible: “{reason(here)}”?"
                if here[f"change-{side}"] == "has"
                else f"While this stands, would a relationship be impossible: “{reason(here)}”?"
            ),
            options=DEAL_BREAKER,
            when=lambda here: named(here) and not closed_for_good(here),
            why="A deal-breaker is something that cannot be loved away. It may be theirs as well as yours.",
            claims=("C4c",),
        ),
    )


def _about_cause(cause: str, item: str, question: Wording, *, note: str = "", claims: tuple[str, ...] = ()) -> Text:
    """Return a question for people who named a cause in “Your story”. One with a note may be skipped."""
    return Text(
        item,
        question,
        long=True,
        optional=bool(note),
        note=note,
        when=lambda here: has_cause(here, cause),
        claims=claims,
    )


def _asks_about_trust(here: Context) -> Prose:
    if afraid(here):
        return "Trust was broken. What did it do to you, that you want to be gentle with now?"
    if broke_trust(here) and was_betrayed(here):
        return "Trust was broken on both sides. Which part is yours to answer for, and which is not?"
    if broke_trust(here):
        return "You broke their trust. What did you do, said without a reason for it?"
    return "They broke your trust. What would have to be there, before you could trust them again?"


ABOUT_CAUSES = (
    _about_cause(
        "distance",
        "distance",
        "The distance: what would it have taken to live in one place, and who could not or would not?",
        claims=("C2",),
    ),
    _about_cause(
        "deal-breaker",
        "not-agreed",
        "What you could not agree on: what did each of you need there? Has either changed their mind since?",
        claims=("C4c",),
    ),
    _about_cause("betrayal", "trust", _asks_about_trust, note="You may skip this.", claims=("C4d",)),
    _about_cause(
        "drift",
        "drift",
        "When did you first notice that you two were drifting? What had you both stopped doing by then?",
    ),
    _about_cause(
        "child",
        "child",
        "About the child: what did you want, and what did they want, as far as you know?",
        note="You may skip this. Grief has its own time.",
    ),
    _about_cause(
        "third-person",
        "somebody-else",
        "Somebody else came into it. What had gone missing between you two before that, if anything had?",
        note="Nothing need have been missing. Some people leave a good thing.",
        claims=("C4a",),
    ),
    _about_cause("strain", "strain", "What wore you out? Which part of that is over now, and which is not?"),
)
"""Questions about the causes, one a cause."""


def _opening(here: Context) -> Prose:
    whose = (
        "You left, and you may have thought about it for a long time before you did. Still, the last evening is loud, and it hides the reasons. "
        "So it is worth looking at the reasons."
        if left(here)
        else "There is often a reason, and many people think hard before they leave. Some do not. It is worth looking at "
        "the reason, rather than at the last evening."
    )
    return f"""{whose}

In one study of 160 young adults, those who knew why it ended had fewer symptoms later. It cannot show what causes what. \
Still, a reason that you can name is one that you can check.

You will sort the reasons under four headings: them, you, the two of you, and circumstances. Distance counts. So do work and \
illness. Then, for each, you look at whether it could change."""


def _mirror(here: Context) -> Prose:
    sides = [WHERE[side] for side in here.picks("sides")]
    where = sides[0] if len(sides) == 1 else f"{', '.join(sides[:-1])} and {sides[-1]}"
    stuck = any(here.answers.get(f"change-{side}") == "cannot" for side in here.picks("sides"))
    hard = " One of them may not change. It is better to know that than to guess." if stuck else ""
    theirs = "" if afraid(here) else here.text("their-side")
    return (f"You see reasons {where}.{hard}", *((Quote(theirs, None, "As they would tell it:"),) if theirs else ()))


STEP = Step(
    id="why-it-ended",
    title="Why it ended",
    minutes=15,
    purpose="A reason that you can name is one that you can check.",
    why=("why-known", "left-behind"),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "reasons-reading",
            _opening,
            claims=("C4b", "C4e"),
        ),
        Recall("told-then", "At the start you told it like this:", step="the-whole-story", item="reasons"),
        Choices(
            "sides",
            "Where do you see the reasons?",
            least=1,
            options=tuple(Option(side, label, hint) for side, (label, hint) in SIDES.items()),
            claims=("C2",),
        ),
        *(item for side in SIDES for item in _questions_about(side)),
        *ABOUT_CAUSES,
        Text(
            "what-frightened",
            "You said that they have been afraid of you. What did you do, in one plain sentence?",
            long=True,
            optional=True,
            note="You can skip this. Nothing they did is a reason for it. If someone else could read your file, don't write it here.",
            when=frightened_them,
        ),
        Text(
            "their-side",
            "Now tell it as they would tell it to their best friend.",
            long=True,
            optional=True,
            note=lambda here: (
                "Leave in what frightened them."
                if frightened_them(here)
                else f"If you were ever afraid of them, leave this out. {DOOR}"
            ),
            when=lambda here: not afraid(here),
        ),
        Text(
            "surprised",
            "Did anything in their version surprise you?",
            long=True,
            optional=True,
            when=lambda here: bool(here.text("their-side")),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: think one sentence, slowly: what they did was theirs."
        if afraid(here)
        else "One small thing: say the main reason once, in one plain sentence, where nobody hears you."
    ),
)
