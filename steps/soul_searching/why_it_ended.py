"""The reasons, sorted by whose they were and looked at one by one, and how the other person would tell it."""

from collections.abc import Mapping

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
    in_quotes,
    left,
    was_betrayed,
    was_left,
)

WHOLE_STORY = "the-whole-story"
TO_HIDE = "If they could see this screen, press Ctrl-Q. exback closes at once and clears the screen."
NO_ONE = "no-one"
SIDES = {
    "them": ("Them", "something about them, or something they did"),
    "me": ("Me", "something about me, or something I did"),
    "us": ("The two of us", "how we were together"),
    NO_ONE: ("No one's fault", "we weren't right for each other"),
    "circumstances": ("Circumstances", "distance, time, family, money, illness"),
}
CAN_CHANGE = tuple(side for side in SIDES if side != NO_ONE)
WHERE = {
    "them": "on their side",
    "me": "on your side",
    "us": "between the two of you",
    NO_ONE: "in something that was no one's fault",
    "circumstances": "in the circumstances",
}
ONLY_ONE_CANNOT = "The way you see it, that can't change. That's hard to write down."
CANNOT_CHANGE = {
    1: "The way you see it, one of them can't change. That's hard to write down.",
    2: "The way you see it, two of them can't change. That's hard to write down.",
    3: "The way you see it, three of them can't change. That's hard to write down.",
    4: "The way you see it, four of them can't change. That's hard to write down.",
}
ASKS_FOR_REASON = {
    "them": "What was the main reason on their side?",
    "me": "What was the main reason on your side?",
    "us": "What was the main reason between the two of you?",
    NO_ONE: "What didn't fit, even though no one did anything wrong?",
    "circumstances": "What was the main reason outside the two of you?",
}
REASONS = {
    "them": "the reason on their side",
    "me": "the reason on your side",
    "us": "the reason between the two of you",
    NO_ONE: "the reason that was no one's fault",
    "circumstances": "the reason outside the two of you",
}
"""What a reason is called where its words can't be shown."""
CHANGE = (
    Option("has", "Yes, it has changed"),
    Option("could", "Not yet, but it could change"),
    Option("cannot", "No, and I don't think it can"),
)
DEAL_BREAKER = (
    Option("neither", "No"),
    Option("me", "Yes, for me"),
    Option("them", "Yes, for them"),
    Option("both", "Yes, for both of us"),
)
IN_ONE_GO = ("hot-moment",)
OVER_TIME = ("thought-over", "both-of-these")
MY_THINKING = {
    "hot-moment": "You said you thought of ending it in the heat of the moment.",
    "thought-over": "You said you thought about ending it for a long time.",
    "both-of-these": "You said you thought about ending it for a long time, and then it came out in a fight.",
}
THEIR_THINKING = {
    "hot-moment": "You said they thought of ending it in the heat of the moment.",
    "thought-over": "You said they thought about ending it for a long time.",
    "both-of-these": "You said they thought about ending it for a long time, and then it came out in a fight.",
}


def named_reason(reasons: Mapping[str, str], side: str) -> str:
    """Return a short name for one of the reasons, by side: its own words or, if it has none or they say no more, its side."""
    others = (words for other, words in reasons.items() if other != side)
    return in_quotes(reasons.get(side, ""), others) or REASONS[side]


def has_reason(here: Context, side: str) -> bool:
    """Whether they saw a reason on this side, when they last sorted them."""
    return side in here.ticked("why-it-ended", "sides")


def is_deal_breaker(here: Context, side: str) -> bool:
    """Whether they called the reason on this side a deal-breaker, for either of the two."""
    return here.told("why-it-ended", f"breaker-{side}", "neither") != "neither"


def has_changed(here: Context, side: str) -> bool:
    """Whether they said that the reason on this side has changed."""
    return side in CAN_CHANGE and here.told("why-it-ended", f"change-{side}") == "has"


def asks_about_change(here: Context) -> bool:
    """Whether to ask if the reasons have changed: never of someone who was afraid, and never where it wasn't safe."""
    return not closed_for_good(here) and not has_cause(here, "not-safe")


def what_was_thought(here: Context) -> str:
    """Return what they said about a hot moment or long thought, of each of the two; empty if they didn't say.

    Someone who has been afraid isn't asked to see it with the other one's eyes.
    """
    mine, theirs = _thinking(here)
    return " ".join(filter(None, (MY_THINKING.get(mine), THEIR_THINKING.get(theirs))))


def _thinking(here: Context) -> tuple[str, str]:
    theirs = "" if afraid(here) else here.told(WHOLE_STORY, "their-thinking")
    return here.told(WHOLE_STORY, "my-thinking"), theirs


def _thinking_shown_back(here: Context) -> Prose:
    words = what_was_thought(here)
    if not words:
        return ""
    if not asks_about_change(here):
        return words
    after = (
        "If one of you thought about it for a long time, the last evening isn't the whole reason."
        if set(OVER_TIME) & set(_thinking(here))
        else "Some couples break up like that over something small, and some do it again and again. What's said in the heat of the "
        "moment isn't always the real reason."
    )
    return (words, after)


def _asks_what_came_before(here: Context) -> Prose:
    mine, theirs = _thinking(here)
    if theirs in OVER_TIME:
        return "What do you think was on their mind all that time?"
    return (
        "What was on your mind all that time?"
        if mine in OVER_TIME
        else "What had been going on before it came to that?"
    )


def _may_say_what_came_before(here: Context) -> bool:
    return asks_about_change(here) and bool({*IN_ONE_GO, *OVER_TIME} & set(_thinking(here)))


def _questions_about(side: str) -> tuple[Item, ...]:
    """Return the questions about one side; what was no one's fault isn't asked to change."""

    def named(here: Context) -> bool:
        return side in here.picks("sides")

    def reason(here: Context) -> str:
        answers = {side: here.answers.get(f"reason-{side}") for side in SIDES}
        return named_reason({side: words for side, words in answers.items() if isinstance(words, str)}, side)

    def changed(here: Context) -> bool:
        return side in CAN_CHANGE and here[f"change-{side}"] == "has"

    change = Choice(
        f"change-{side}",
        lambda here: f"Has {reason(here)} changed?",
        options=CHANGE,
        note="Go by what you know already, without asking them." if side in ("them", "us") else "",
        when=lambda here: named(here) and asks_about_change(here),
    )
    return (
        Text(
            f"reason-{side}",
            ASKS_FOR_REASON[side],
            note="One sentence is enough.",
            when=named,
            claims=("C4j",) if side == NO_ONE else (),
        ),
        *((change,) if side in CAN_CHANGE else ()),
        Choice(
            f"breaker-{side}",
            lambda here: (
                f"If {reason(here)} came back, would it be a deal-breaker?"
                if changed(here)
                else f"Is {reason(here)} a deal-breaker?"
            ),
            options=DEAL_BREAKER,
            when=lambda here: named(here) and asks_about_change(here),
            why="A deal-breaker makes it impossible to be together, however much you care. It can be theirs as well as yours.",
            claims=("C4c",),
        ),
    )


def _about_cause(cause: str, item: str, question: Wording, *, note: Wording = "", claims: tuple[str, ...] = ()) -> Text:
    """Return a question for people who named a cause when they told their story. One with a note may be skipped."""
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
    if afraid(here) or not (broke_trust(here) or was_betrayed(here)):
        return "Trust was broken. What did that do to you?"
    if broke_trust(here) and was_betrayed(here):
        return "Trust was broken on both sides. What was your part in that?"
    if broke_trust(here):
        return "You broke their trust. What did you do?"
    if here.withheld or not asks_about_change(here):
        return "They broke your trust. What did that do to you?"
    return "They broke your trust. What, if anything, would let you trust them again?"


def _note_on_trust(here: Context) -> Prose:
    mine = "Say what you did, without explaining why. " if broke_trust(here) and not afraid(here) else ""
    return f"{mine}You can skip this."


def _asks_about_distance(here: Context) -> Prose:
    if afraid(here):
        return "What was the distance like for you?"
    return "What would it have taken to live in the same place?"


ABOUT_CAUSES = (
    _about_cause(
        "distance",
        "distance",
        _asks_about_distance,
        claims=("C2",),
    ),
    _about_cause(
        "deal-breaker",
        "not-agreed",
        "What did each of you need that you couldn't agree on?",
        claims=("C4c",),
    ),
    _about_cause("betrayal", "trust", _asks_about_trust, note=_note_on_trust, claims=("C4d",)),
    _about_cause("drift", "drift", "When did you first notice that you were drifting apart?"),
    _about_cause(
        "child",
        "child",
        "What did wanting, having or losing a child mean for each of you?",
        note="You can skip this. If you're grieving, there's no hurry.",
    ),
    _about_cause(
        "third-person",
        "somebody-else",
        "What changed when someone else came into it?",
        note="You can skip this. It doesn't have to mean that something was missing before.",
        claims=("C4a",),
    ),
    _about_cause("strain", "strain", "What wore the two of you out?"),
)
"""Questions about the causes, one a cause."""


def _where_it_starts(here: Context) -> str:
    """Return the first paragraph, by how it ended."""
    if afraid(here):
        return (
            "You've been afraid of them, or they hurt or controlled you. You did nothing to deserve that. Nothing here asks you "
            f"whether you caused it, or whether it could change. You can still look at why it ended, for yourself. {TO_HIDE}"
        )
    if frightened_them(here):
        return (
            "You said that they've been afraid of you, or that you hurt or followed them. That can be the whole reason it ended. You may "
            "see others too. None of them makes it any smaller."
        )
    if not asks_about_change(here):
        return (
            "If it wasn't safe, that can be the whole reason it ended, and you don't need another one. If you see others too, you can "
            "look at them here, for yourself."
        )
    if left(here):
        return (
            "You left, and you may have had your reasons long before you went. When you think back, it's easy to see only the last "
            "evening. So here you'll look for what came before it."
        )
    if was_left(here):
        return (
            "They left, and you may be going over the last evening again and again. It isn't always the reason. Some people leave in the "
            "heat of the moment, over something small. Others have thought about it for months. So here you'll look for what came "
            "before that evening."
        )
    return {
        "both": "You ended it together, so each of you had reasons. Some of them may look different to you now.",
        "faded": "It faded, and maybe no one said why. There can still be reasons, and you may know some of them.",
    }.get(
        here.told("your-story", "who-ended"),
        "Circumstances ended it. That can be the whole reason. Sometimes there was another one too.",
    )


def _what_goes_where(here: Context) -> str:
    if afraid(here):
        return "What was done to you goes under “Them”, whatever you were told about it."
    if frightened_them(here):
        return "What you did to them goes under “Me”, whatever came before it."
    if not asks_about_change(here):
        return "If something wasn't safe, put it under whoever did it."
    return "Sometimes no one did anything wrong, and you still weren't right for each other."


def _opening(here: Context) -> Prose:
    each = (
        " Then you'll look at each one. Has it changed? Could it change? Is it a deal-breaker?"
        if asks_about_change(here)
        else ""
    )
    return f"""{_where_it_starts(here)}

In one study of 160 young adults, those who understood why it had ended had fewer symptoms later, such as low mood and worry. The study can't show what \
causes what. Still, once you can name a reason, you can check whether it's true.

You'll sort the reasons into five groups: them, you, the two of you, no one's fault, and circumstances. {_what_goes_where(here)} \
Distance is a circumstance, and so are work and illness.{each}"""


def _mirror(here: Context) -> Prose:
    sides = [WHERE[side] for side in here.picks("sides")]
    seen = (
        f"You think the reason was {sides[0]}."
        if len(sides) == 1
        else f"You think the reasons were {', '.join(sides[:-1])} and {sides[-1]}."
    )
    stuck = sum(here.answers.get(f"change-{side}") == "cannot" for side in CAN_CHANGE)
    hard = f" {CANNOT_CHANGE[stuck] if len(sides) > 1 else ONLY_ONE_CANNOT}" if stuck else ""
    theirs = "" if afraid(here) else here.text("their-side")
    not_a_fault = (
        ("Having your own reasons doesn't make what they did your fault.",)
        if afraid(here) and {"me", "us"} & set(here.picks("sides"))
        else ()
    )
    return (
        f"{seen}{hard}",
        *not_a_fault,
        *((Quote(theirs, None, "As they'd tell it:"),) if theirs else ()),
    )


STEP = Step(
    id="why-it-ended",
    title="Why it ended",
    minutes=15,
    purpose="Once you can name a reason, you can check whether it's true.",
    why=("why-known", "left-behind"),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "reasons-reading",
            _opening,
            claims=("C4b", "C4e"),
        ),
        Reading(
            "not-asked",
            "You said that it wasn't safe. So exback won't ask you whether that could change, and you don't have to wait for it to. "
            f"{DOOR} {TO_HIDE}",
            when=lambda here: has_cause(here, "not-safe") and not closed_for_good(here),
        ),
        Recall("told-then", "This is how you told it at the start:", step="the-whole-story", item="reasons"),
        Reading("thinking", _thinking_shown_back),
        Text(
            "before-it",
            _asks_what_came_before,
            long=True,
            optional=True,
            note="You can skip this. If it happened more than once, say what was the same each time.",
            when=_may_say_what_came_before,
            claims=("C4b", "C4i"),
        ),
        Choices(
            "sides",
            "Where do you see the reasons?",
            least=1,
            options=tuple(Option(side, label, hint) for side, (label, hint) in SIDES.items()),
            note=lambda here: "What was done to you goes under “Them”." if afraid(here) else "",
            claims=("C2",),
        ),
        *(item for side in SIDES for item in _questions_about(side)),
        *ABOUT_CAUSES,
        Text(
            "what-frightened",
            "You said they've been afraid of you. What did you do, in one plain sentence?",
            long=True,
            optional=True,
            note="You can skip this. Nothing they did is an excuse for it. If someone else could read your file, don't write it here.",
            when=frightened_them,
        ),
        Text(
            "their-side",
            "How would they tell it to their best friend?",
            long=True,
            optional=True,
            note=lambda here: (
                "Include what frightened them. You can skip this."
                if frightened_them(here)
                else f"You can skip this. {DOOR}"
            ),
            when=lambda here: not afraid(here),
            claims=("C4b",),
        ),
        Text(
            "surprised",
            "What surprises you about their version?",
            long=True,
            optional=True,
            when=lambda here: bool(here.text("their-side")),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: say to yourself once, slowly, “What they did wasn't my fault.”"
        if afraid(here)
        else "One small thing: say the main reason out loud once, in one plain sentence, where no one can hear you."
    ),
)
