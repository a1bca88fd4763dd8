"""They're together again: the safety questions, the reason it ended, and what each of them does differently."""

from exback.model.boundaries import safety_questions
from exback.model.context import Context
from exback.model.gates import OPEN, Gate, Verdict, answered, closed, done
from exback.model.items import Choice, Choices, Option, Reading, Recall, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from .. import ended, promise
from ..meeting import MAY_BE_TOGETHER
from ..reattraction.their_side import HIDE
from ..situation import DOOR
from .accepted import CYCLES, KEEPS, going_slowly

STEP_ID = "together-again"


def _check_whole(journey: Journey) -> Verdict:
    run = journey.last(STEP_ID)
    is_whole = run is not None and (
        run.answers.get(promise.KEEP) is not None or run.answers.get(ended.HOLDS) == ended.YES
    )
    return OPEN if is_whole else closed("", STEP_ID)


WHOLE = Gate(_check_whole, ((STEP_ID, promise.KEEP), (STEP_ID, ended.HOLDS)))
"""Open when the latest run tells all of it, or says that it still holds; a boundary that it named closes a run before that."""


def _about_the_reason(here: Context) -> str:
    return {
        "gone": "You see a real change in what ended it. Keep an eye on it in ordinary weeks, not only in good ones.",
        "smaller": "The reason it ended is smaller now. If it grows, say so out loud, while it's still easy to say.",
        "same": "The reason it ended is still there, and you've said so. It's worth talking about with them soon, if you can do that "
        "without fear.",
        "unknown": "You don't know yet if the reason it ended has changed. A few ordinary weeks will show you more than a good evening.",
    }[here.text("reason-now")]


def _taken_back(here: Context) -> Prose:
    return (
        "You're taking it back. The first two stages are open again, where you left them, and everything you wrote is saved.",
        *ended.opens_again(here, STEP_ID),
        *(
            (
                (
                    "Your earlier no-contact rule doesn't start again by itself. You can make a new one, and it can start on an earlier "
                    "day: exback step contact-rule"
                ),
            )
            if here.last(promise.MADE_IN) is not None
            else ()
        ),
    )


def _mirror(here: Context) -> Prose:
    if ended.takes_back(here):
        return "You've taken back “Together again”."
    if not ended.tells(here):
        return ("You're still together.", *ended.kept(here, STEP_ID))
    return (
        _about_the_reason(here),
        Quote(here.text("keep"), None, "This is the good that came of it, whatever happens:"),
    )


STEP = Step(
    id=STEP_ID,
    title="Together again",
    minutes=12,
    purpose="Getting back together is one outcome. It helps if you both know what ended it the first time.",
    why=("cycling", "reunion-common"),
    opens=(done("your-story"),),
    offered_when=(done("meet-and-go-slowly"), answered("meet-and-go-slowly", "goes-on", "yes"), MAY_BE_TOGETHER),
    complete=(WHOLE,),
    repeats=Repeat(),
    reaches_out=True,
    items=(
        Choice(
            ended.HOLDS,
            lambda here: f"{ended.told_before(here, STEP_ID)} Is that still true?",
            options=(
                Option(ended.YES, "We're still together"),
                Option(ended.APART, "It's ended again", opens=ended.APART_AGAIN[0]),
                Option(ended.NO, "I take it back", "it was too early to say, or a mistake"),
            ),
            when=ended.asks_if_it_holds(STEP_ID),
        ),
        Reading("taken-back", _taken_back, when=ended.takes_back),
        Reading(
            "before-together",
            f"""You're here because the two of you are together again, with or without any of these steps.

Before anything else, here are the four questions about safety once more. Everyone gets them, whatever they said before, because \
getting close again can bring old harm back. Answer the first two as things are today, and the last two for \
any time, past or present.

{HIDE}""",
            when=ended.tells,
        ),
        *safety_questions(when=ended.tells),
        Reading(
            "together-reading",
            f"""You're together again, and it's all right to be glad.

Many people get back together. In one study of 792 people aged 17 to 24, 44 in 100 had broken up and got back together with their \
current or latest partner. {CYCLES} None of that says what will happen with you two.

Still, while things are good, it's a good time to look at the reason it ended. exback will stop \
offering the steps about no contact. Your check-in stays, if you want it, and so does everything you wrote. If it ends again one \
day, open “Apart again”.""",
            when=ended.tells,
        ),
        Reading("together-for-you", going_slowly, when=ended.tells),
        Recall(
            "reason-then",
            "The reason it ended, as you told it at the start:",
            step="the-whole-story",
            item="reasons",
            when=ended.tells,
        ),
        Choice(
            "reason-now",
            "Is what ended it the first time still there?",
            options=(
                Option("gone", "No, something has really changed"),
                Option("smaller", "A little is still there"),
                Option("same", "Yes, it's just as it was"),
                Option("unknown", "I don't know yet"),
            ),
            when=ended.tells,
            claims=("S20",),
        ),
        Text(
            "different-me",
            "What do you do differently now?",
            long=True,
            became=ended.became(STEP_ID),
            when=ended.tells,
            claims=("S18",),
        ),
        Text(
            "different-them",
            "What do they do differently, as far as you can see?",
            long=True,
            note=f"“Nothing I can see” is fine too. {DOOR}",
            when=ended.tells,
        ),
        Choices(
            "keeps",
            "Which parts of your own life stay as they are, whatever happens?",
            least=1,
            options=KEEPS,
            when=ended.tells,
        ),
        Text("breaks", "If it ends again, what will you do in the first week?", long=True, when=ended.tells),
        Text(
            "keep",
            "What good came of the time apart, whatever happens now?",
            long=True,
            when=ended.tells,
            claims=("S19",),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        ended.small_thing(here)
        if ended.takes_back(here)
        else "One small thing: keep the next evening you'd planned without them."
    ),
)
