"""They said no, to the invitation or to anything else: thank them once, and turn to your own life."""

from exback.model.context import Context
from exback.model.gates import Gate, Verdict, answered, any_of, closed
from exback.model.items import Choice, Option, Reading, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from .. import ended
from ..meeting import TOLD_NO
from ..remarks import page_on
from ..situation import named_person, or_a_helpline, tied_by

STEP_ID = "declined"
NO = any_of(
    TOLD_NO,
    answered("meet-and-go-slowly", "goes-on", "they-no"),
    answered("apology", "reply", "no"),
    answered("one-invitation", "reply", "no", reason="Opens if they say no."),
)


def _check_said_no(journey: Journey) -> Verdict:
    """Without a reason once something ended it: a map that says "if they say no" would then hurt."""
    verdict = NO.check(journey)
    return closed("", verdict.step) if not verdict.open and ended.HAS_ENDED.check(journey).open else verdict


SAID_NO = Gate(_check_said_no, NO.refers)


def _about_a_no(here: Context) -> Prose:
    """Return what a no is, with the thanks only for someone who may still write to them once."""
    thanks = (
        ()
        if here.withheld or here.asks_safety
        else (
            (
                "You can still thank them. Do it once, in a few words, and only if they didn't ask you to leave them alone. "
                "exback won't help you ask again."
            ),
        )
    )
    return (
        "They said no. It hurts, even if you were prepared for it. Let it hurt.",
        (
            "They don't owe you a reason, and there's nothing to argue about. They know what's "
            "right for their life, the way you know what's right for yours. So please don't ask again, and don't ask why."
        ),
        *thanks,
        (
            "It may not feel like it now, but you can have a good life after a no. Whatever you've found or "
            "learned since it ended has nothing to do with their answer, and it stays with you."
        ),
    )


def _where_told(here: Context) -> str:
    """Return the command that opens the answer in which they first told of the no."""
    no = {"one-invitation": ("reply", "no"), "apology": ("reply", "no"), "meet-and-go-slowly": ("goes-on", "they-no")}
    step = next((step for step, (item, value) in no.items() if here.told(step, item) == value), "")
    return f"exback step {step}" if step else "exback journal"


def _taken_back(here: Context) -> Prose:
    return (
        (
            "You're taking it back. A no is still a no unless they change their mind on their own. exback won't help you ask again, or "
            "find out if they have."
        ),
        f"If it was a mistake, correct it where you first said it too: {_where_told(here)}",
        *ended.opens_again(here, STEP_ID),
        "If they wrote to you: exback reply",
    )


def _mirror(here: Context) -> Prose:
    if ended.takes_back(here):
        return "You've taken back “They said no”."
    if not ended.tells(here):
        return ("It's still a no, and you won't ask again.", *ended.kept(here, STEP_ID))
    return (
        "They said no, and you won't ask again.",
        Quote(here.text("keep"), None, ended.gained(here)),
    )


STEP = Step(
    id=STEP_ID,
    title="They said no",
    minutes=10,
    purpose="A no can hurt, even if you were prepared for it.",
    why=("bond-fades", "kindness", "contact-slows"),
    opens=(SAID_NO,),
    offered_when=(SAID_NO,),
    complete=(ended.not_taken_back(STEP_ID),),
    repeats=Repeat(),
    items=(
        Choice(
            ended.HOLDS,
            lambda here: f"{ended.told_before(here, STEP_ID)} Is that still true?",
            options=(
                Option(ended.YES, "It's still a no"),
                Option(ended.NO, "I take it back", "it was a mistake, or they changed their mind on their own"),
            ),
            when=ended.asks_if_it_holds(STEP_ID),
        ),
        Reading("taken-back", _taken_back, when=ended.takes_back),
        Reading("no-reading", _about_a_no, when=ended.tells),
        Reading(
            "declined-work",
            "You'll see them at work or in class. Say hello, do your work, and don't bring it up, not even kindly.",
            when=lambda here: ended.tells(here) and tied_by(here, "work", "studies") and not here.withheld,
        ),
        Text(
            "thanks",
            "A few words of thanks, if you like. No question, no “but”.",
            optional=True,
            note="“Thank you for telling me. I wish you well.” exback won't send it. You can, once.",
            reaches_out=True,
            when=ended.tells,
        ),
        Reading("thanks-read", lambda here: page_on(here.text("thanks")), reaches_out=True, when=ended.tells),
        Text("feels", "How are you right now?", long=True, became=ended.became(STEP_ID), when=ended.tells),
        Text("friend", "What would a good friend say to you now?", long=True, when=ended.tells),
        Text(
            "keep",
            "What have you found, learned or picked up again since it ended?",
            long=True,
            when=ended.tells,
            claims=("S19",),
        ),
        Text("next", "What will you do first?", when=ended.tells, claims=("C4g",)),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        f"One small thing: call {named_person(here) or 'a friend'} today or tomorrow. {or_a_helpline(here)}"
        if ended.tells(here)
        else ended.small_thing(here)
    ),
)
