"""For each reason it ended: what is truly different now, and would they see it?"""

from exback.model.context import Context
from exback.model.gates import answered, done
from exback.model.items import Choice, Item, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step

from ..situation import broke_trust, has_cause, was_betrayed
from ..soul_searching.why_it_ended import SIDES, has_reason, is_deal_breaker
from .advice import ADVICE_ONCE

STATES = (
    Option("changed", "Yes, and they would see it"),
    Option("unseen", "Yes, but they could not see it"),
    Option("same", "No, it is as it was"),
)
ASKS_WHAT = "What is different? Something they could see without your saying it."
UNKNOWN = Option("unknown", "I do not know")
UNCHANGED = ("same", "unknown")


def _unchanged_deal_breakers(here: Context) -> list[str]:
    named = [
        side
        for side in SIDES
        if has_reason(here, side) and is_deal_breaker(here, side) and here[f"state-{side}"] in UNCHANGED
    ]
    disagreed = has_cause(here, "deal-breaker") and here["not-agreed-now"] in ("stands", "unknown")
    return [*named, "not-agreed"] if disagreed else named


def _questions_about(side: str) -> tuple[Item, Item, Item]:
    return (
        Recall(f"recall-{side}", "You named this reason:", step="why-it-ended", item=f"reason-{side}"),
        Choice(
            f"state-{side}",
            "Is that truly different now?",
            options=(*STATES, UNKNOWN) if side == "them" else STATES,
            note="Do not go and look. What you know without asking is enough." if side == "them" else "",
            when=lambda here: has_reason(here, side),
        ),
        Text(
            f"what-{side}",
            "What have they shown you, without your asking?" if side == "them" else ASKS_WHAT,
            long=True,
            when=lambda here: has_reason(here, side) and here[f"state-{side}"] == "changed",
        ),
    )


def _verdicts(here: Context) -> tuple[Option, ...]:
    others = (Option("wait", "Wait, and look again later"), Option("let-go", "Turn to letting go"))
    if _unchanged_deal_breakers(here) or not _anything_new(here):
        return others
    return (Option("go-on", "Go on"), *others)


def _anything_new(here: Context) -> bool:
    return any(has_reason(here, side) and here[f"state-{side}"] == "changed" for side in SIDES)


STEP = Step(
    id="what-has-changed",
    title="What has changed",
    minutes=12,
    purpose="If you gave your best the first time, the same again is not an offer. Something must be new.",
    why=("cycling", "why-known"),
    opens=(done("am-i-ready"),),
    complete=(answered("what-has-changed", "verdict", "go-on"),),
    repeats=Repeat(apart=7),
    reaches_out=True,
    version=2,
    items=(
        ADVICE_ONCE,
        Reading(
            "changed-reading",
            """If you gave your best the first time, there is nothing better to offer the second time, unless something has \
truly become new. New looks do not count, and neither does missing them more.

So you go through your reasons, one by one. What is different now, and could they see it without your telling them? \
When somebody did change, others may notice by themselves, and see you in a new light.

If a reason that makes it impossible still stands, exback will say so. It is better to hear that here than across a table.""",
            claims=("C4f", "S18"),
        ),
        *(item for side in SIDES for item in _questions_about(side)),
        Text(
            "distance-now",
            "The distance: where does each of you live now, and what has changed about who could move?",
            long=True,
            when=lambda here: has_cause(here, "distance"),
            claims=("C2",),
        ),
        Choice(
            "not-agreed-now",
            "What you could not agree on: where does each of you stand now, as far as you know without asking?",
            options=(
                Option("settled", "It is settled"),
                Option("moved", "One of us has changed their mind"),
                Option("stands", "It stands"),
                Option("unknown", "I do not know"),
            ),
            when=lambda here: has_cause(here, "deal-breaker"),
            claims=("C4c",),
        ),
        Text(
            "strain-now",
            "What wore you out: is it over, or only quiet?",
            long=True,
            when=lambda here: has_cause(here, "strain"),
        ),
        Text(
            "trust-now",
            lambda here: (
                "Trust: what have you done since, unasked, and what have they done, that could begin to be trusted?"
                if broke_trust(here) and was_betrayed(here)
                else "Trust: what have you done since, unasked, that somebody could begin to trust?"
                if broke_trust(here)
                else "Trust: what have they done since, not said, that you could begin to trust?"
            ),
            long=True,
            note="“Nothing that I know of” is an answer.",
            when=lambda here: has_cause(here, "betrayal"),
            claims=("C4d",),
        ),
        Reading(
            "stands",
            """A reason that makes it impossible stands as it did. While it stands, an invitation would ask both of you to \
walk into the same wall.

So this stage closes here, for now. That is no judgement on you or on what you had. You can wait, and look again in a week \
or in a year. You can let go; that is open today. Both are whole ways.""",
            when=lambda here: bool(_unchanged_deal_breakers(here)),
            claims=("C4c",),
        ),
        Reading(
            "nothing-new",
            """You found nothing that they could see as new. Then there is nothing yet to invite them to. Time may bring it. \
Until then the other steps are there, and so is letting go.""",
            when=lambda here: not _unchanged_deal_breakers(here) and not _anything_new(here),
        ),
        Choice("verdict", "What follows from this?", options=_verdicts),
    ),
    mirror=lambda here: {
        "go-on": "Something is new, and it can be seen. That is more than a wish.",
        "wait": "You looked, and you will look again. You did not talk yourself into it.",
        "let-go": "You looked, and you saw that it is enough. That took courage.",
    }[here.text("verdict")],
    small_thing=lambda here: (
        "When you are ready: exback step letting-go"
        if here["verdict"] == "let-go"
        else "One small thing: do one thing this week that is only for you."
    ),
)
