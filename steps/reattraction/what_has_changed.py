"""For each reason it ended: what is truly different now, and would they see it?"""

from exback.model.context import Context, Run
from exback.model.gates import answered, done
from exback.model.items import Choice, Item, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose

from ..situation import broke_trust, has_cause, was_betrayed
from ..soul_searching.why_it_ended import NO_ONE, SIDES, has_reason, is_deal_breaker, named_reason
from .am_i_ready import ADVICE_ONCE

STATES = (
    Option("changed", "Yes, and they'd see it"),
    Option("unseen", "Yes, but they couldn't see it yet"),
    Option("same", "No, it's still the same"),
)
THEIR_STATES = (
    Option("changed", "Yes, they've shown it has changed"),
    Option("unseen", "Maybe, but I haven't seen it"),
    Option("same", "No, it's still the same"),
    Option("unknown", "I don't know"),
)
UNCHANGED = ("same", "unknown")
NOT_DONE_BY_ANYONE = (NO_ONE, "circumstances")
"""The reasons that aren't about what either of them does."""


def _reason(here: Context, side: str) -> str:
    """Return a short name for a reason as it was told by the end of this run: later it may be another one."""
    reasons = {each: _told_by_then(here, f"reason-{each}") for each in SIDES}
    return named_reason(reasons, side)


def _told_by_then(here: Context, item: str) -> str:
    def was_told(run: Run) -> bool:
        return here.finished is None or run.finished is None or run.finished <= here.finished

    words = [str(answer.value) for answer in here.all_said("why-it-ended", item) if was_told(answer.run)]
    return words[-1] if words else ""


def _state(here: Context, side: str) -> str:
    return here.text(f"state-{side}") if has_reason(here, side) else ""


def _unchanged_deal_breakers(here: Context) -> list[str]:
    named = [side for side in SIDES if is_deal_breaker(here, side) and _state(here, side) in UNCHANGED]
    disagreed = has_cause(here, "deal-breaker") and here["not-agreed-now"] in ("stands", "unknown")
    return [*named, "not-agreed"] if disagreed else named


def _is_new(here: Context, side: str) -> bool:
    """Whether a reason is truly different, seen or not; what the other one may have changed counts once it was seen."""
    return _state(here, side) in (("changed",) if side == "them" else ("changed", "unseen"))


def _anything_new(here: Context) -> bool:
    return any(_is_new(here, side) for side in SIDES)


def _is_only_unseen(here: Context) -> bool:
    """Whether something is new, and none of it could be seen yet."""
    return _anything_new(here) and not any(_state(here, side) == "changed" for side in SIDES)


def _is_stopped(here: Context) -> bool:
    return bool(_unchanged_deal_breakers(here)) or not _anything_new(here)


def _questions_about(side: str) -> tuple[Item, Item, Item]:
    theirs = side == "them"
    return (
        Recall(f"recall-{side}", "You named this reason:", step="why-it-ended", item=f"reason-{side}"),
        Choice(
            f"state-{side}",
            lambda here: f"Is {_reason(here, side)} really different now?",
            options=THEIR_STATES if theirs else STATES,
            note="Don't go and check. What you know without asking is enough."
            if theirs or side in NOT_DONE_BY_ANYONE
            else "A new look isn't a change, and neither is missing them more.",
            when=lambda here: has_reason(here, side),
            claims=("C4f", "S18"),
        ),
        Text(
            f"what-{side}",
            "What have they shown you, without being asked?"
            if theirs
            else lambda here: f"What's different about {_reason(here, side)}?",
            long=True,
            note=""
            if theirs
            else "What's already different, not what might be one day."
            if side in NOT_DONE_BY_ANYONE
            else "Something you already do, not something you'd promise.",
            when=lambda here: _is_new(here, side),
            claims=("C4f",),
        ),
    )


def _verdicts(here: Context) -> tuple[Option, ...]:
    others = (
        Option("wait", "Wait, and look again later", opens="waiting"),
        Option("let-go", "Let go", opens="letting-go"),
    )
    return others if _is_stopped(here) else (Option("go-on", "Go on with this stage"), *others)


def _about_trust(here: Context) -> Prose:
    if broke_trust(here) and was_betrayed(here):
        return "What has each of you done since, without being asked, to earn trust again?"
    if broke_trust(here):
        return "What have you done since, without being asked, to earn their trust again?"
    return "What have they done since, not just said, to earn your trust again?"


def _mirror(here: Context) -> Prose:
    if here["verdict"] == "wait":
        return "You've thought it through, and you'll come back to it. You didn't talk yourself into anything."
    if here["verdict"] == "let-go":
        return "You saw it as it is, and you decided to let go. That took courage."
    new = (
        "Something's different now, even if they can't see it yet."
        if _is_only_unseen(here)
        else "Something's different now."
    )
    is_for_them = here["if-never-seen"] == "no"
    return (
        new,
        *(
            ("You said it's for them. Find a reason of your own to keep it, in case they say no.",)
            if is_for_them
            else ()
        ),
    )


def _small_thing(here: Context) -> Prose:
    if here["verdict"] == "let-go":
        return "When you're ready, open “Letting go”."
    if here["verdict"] == "wait":
        return (
            "One small thing: do one thing this week that's only for you. When you're ready, open “Taking more time”."
        )
    return "One small thing: do one thing this week that's only for you."


STEP = Step(
    id="what-has-changed",
    title="What has changed",
    minutes=12,
    purpose="For each reason it ended, you look at what's really different now.",
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
            """If nothing's different, you'd both be back where you were, however hard you try. So something has to be new.

You'll go through your reasons, one by one. What's really different now, and would they see it? Some changes are real, but \
no one can see them from the outside yet. Those matter too.

No one knows whether a change makes someone want you back. It may let them see you differently, and it may not. So it has to be \
a change you'd keep even if they never saw it.

If a reason that makes it impossible is still there, exback will say so. It's better to find that out here than across a table.""",
        ),
        *(item for side in SIDES for item in _questions_about(side)),
        Text(
            "distance-now",
            "How far apart are you now?",
            long=True,
            note="Where each of you lives, and whether either of you could move. Don't go and check.",
            when=lambda here: has_cause(here, "distance"),
            claims=("C2",),
        ),
        Choice(
            "not-agreed-now",
            "You couldn't agree on something important. How is that now?",
            options=(
                Option("settled", "We've settled it"),
                Option("moved", "One of us has changed their mind"),
                Option("stands", "We still disagree about it"),
                Option("unknown", "I don't know"),
            ),
            note="As far as you know, without asking.",
            when=lambda here: has_cause(here, "deal-breaker"),
            claims=("C4c",),
        ),
        Text(
            "strain-now",
            "Is the thing that wore you out over, or has it just gone quiet?",
            long=True,
            when=lambda here: has_cause(here, "strain"),
        ),
        Text(
            "trust-now",
            _about_trust,
            long=True,
            note="“Nothing that I know of” is fine too.",
            when=lambda here: has_cause(here, "betrayal"),
            claims=("C4d",),
        ),
        Reading(
            "stands",
            """As far as you know, a reason that makes it impossible is still there. As long as it is, an invitation would only take you \
both back to where you were.

So this stage is closed for now. That isn't a judgement on you, or on what you had. You can wait, and look again in a week or in a \
year. Or you can let go, today or any other day. Neither is a failure.""",
            when=lambda here: bool(_unchanged_deal_breakers(here)),
            claims=("C4c",),
        ),
        Reading(
            "nothing-new",
            "You haven't found anything that's different. So there's nothing new to invite them to yet. That may come with time. Until "
            "then you can go on with the other steps, or let go.",
            when=lambda here: not _unchanged_deal_breakers(here) and not _anything_new(here),
        ),
        Reading(
            "not-seen-yet",
            "Something's different, and they couldn't see it yet. That doesn't stop you here. It can be like that when a change is only "
            "a few weeks old. You don't have to show it off or announce it. If it lasts, they may notice one day, or they may not.",
            when=lambda here: not _unchanged_deal_breakers(here) and _is_only_unseen(here),
            claims=("S18",),
        ),
        Choice(
            "if-never-seen",
            "If they never see it, is it still worth it to you?",
            options=(
                Option("yes", "Yes, I'd do it anyway"),
                Option("no", "No, I'd only do it for them"),
                Option("unsure", "I don't know"),
            ),
            when=_anything_new,
            claims=("S22",),
        ),
        Choice("verdict", "What will you do now?", options=_verdicts),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
