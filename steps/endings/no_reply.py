"""No answer in 14 days: exback takes the silence as a no, and asks them to accept it."""

from exback.model.context import Context
from exback.model.gates import OPEN, Gate, Verdict, closed
from exback.model.items import Choice, Option, Reading, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from .. import ended
from ..ended import HAS_ENDED
from ..message import INVITATION, REPLY, SENT, sent_message
from ..situation import DOOR, afraid, tied_by

STEP_ID = "no-reply"
NOT_YET = "Opens if two weeks pass without an answer."


def _check_silent(journey: Journey) -> Verdict:
    """Without a reason once an answer came, or something else ended it: then it isn't two weeks that are missing."""
    message = sent_message(journey)
    if message is None:
        return closed("" if HAS_ENDED.check(journey).open else NOT_YET, INVITATION.step)
    has_ended = HAS_ENDED.check(journey).open
    if message.is_silent(journey) and not has_ended:
        return OPEN
    is_answered = has_ended or message.was_answered(journey)
    # Without its date: “Soon: No answer came” would tell someone who has just written that none will.
    return closed("" if is_answered else NOT_YET, message.step)


def _check_asked(journey: Journey) -> Verdict:
    message = sent_message(journey)
    if message is not None and message.is_silent(journey) and message.was_asked_after_two_weeks(journey):
        return OPEN
    return closed(NOT_YET, (message or INVITATION).step)


def _check_not_overtaken(journey: Journey) -> Verdict:
    """Once something else has ended it, what was only begun here isn't gone on with."""
    is_overtaken = not journey.finished(STEP_ID) and HAS_ENDED.check(journey).open
    return closed("", STEP_ID) if is_overtaken else OPEN


REFERS = ((INVITATION.step, SENT), (INVITATION.step, REPLY))
SILENT = Gate(_check_silent, REFERS)
"""Open when a message was sent two weeks ago or more, and nothing at all came back."""
ASKED = Gate(_check_asked, REFERS)
"""Open when they were asked after the two weeks whether an answer came: only then is it called a no."""


def _where_to_tell(here: Context) -> str:
    """Return the command that opens the step of the message they sent: an invitation, or an apology as the whole message."""
    return f"exback step {(sent_message(here.journey) or INVITATION).step}"


def _taken_back(here: Context) -> Prose:
    return (
        (
            "You're taking it back. If an answer came after all, say so where you said you'd sent your message: "
            f"{_where_to_tell(here)}"
        ),
        "If nothing came, silence is still how some people say no. You can go on waiting. Please don't ask a second time.",
        *ended.opens_again(here, STEP_ID),
    )


def _mirror(here: Context) -> Prose:
    if ended.takes_back(here):
        return "You've taken back “No answer came”."
    if not ended.tells(here):
        return ("No answer came, and you won't ask again.", *ended.kept(here, STEP_ID))
    return (
        "You wrote once, and you waited.",
        Quote(here.text("keep"), None, ended.gained(here)),
    )


STEP = Step(
    id=STEP_ID,
    title="No answer came",
    minutes=10,
    purpose="exback takes two weeks without an answer as a no.",
    why=("pursuit", "kindness"),
    opens=(SILENT,),
    offered_when=(SILENT, ASKED),
    complete=(ended.not_taken_back(STEP_ID),),
    repeats=Repeat(again=(ended.STILL_TRUE, Gate(_check_not_overtaken, HAS_ENDED.refers))),
    items=(
        Choice(
            ended.HOLDS,
            lambda here: f"{ended.told_before(here, STEP_ID)} Is that still true?",
            options=(Option(ended.YES, "Still no answer"), Option(ended.NO, "I take it back")),
            note=lambda here: f"If an answer came after all, say so here: {_where_to_tell(here)}",
            when=ended.asks_if_it_holds(STEP_ID),
        ),
        Reading("taken-back", _taken_back, when=ended.takes_back),
        Reading(
            "silence",
            """Two weeks have passed, and nothing came. That can be harder than a no, because you start to fill the silence with \
stories. “They didn't see it.” “They're still thinking.” “One more message would help.”

exback takes two weeks of silence as a no, and asks you to do the same. You wrote once. Not answering is how some people say no \
when they don't want to hurt you, or don't want to talk.

So please don't ask a second time, not even with “did you get this?” When you hope for an answer, it's easy to believe a second \
message would be welcome. From where you are, that's hard to judge.

If they write one day: exback reply""",
            when=ended.tells,
        ),
        Choice(
            "story",
            "What do you tell yourself about the silence?",
            options=(
                Option("unseen", "They never saw it"),
                Option("angry", "They're angry with me"),
                Option("indifferent", "They don't care about me"),
                Option("torn", "They can't decide"),
                Option("none", "Nothing in particular"),
            ),
            note=lambda here: f"You can't know which it is. {'' if afraid(here) else DOOR}".strip(),
            when=ended.tells,
        ),
        Text(
            "stop-waiting",
            "How will you stop waiting for an answer?",
            long=True,
            became=ended.became(STEP_ID),
            note="Think of where you wait: the phone, their name in the list, the hour when they used to write.",
            when=ended.tells,
        ),
        Text("friend", "What would a good friend say to you now?", long=True, when=ended.tells),
        Text(
            "keep",
            "What good came of these weeks, whether they answer or not?",
            long=True,
            when=ended.tells,
            claims=("S19",),
        ),
        Text("next", "What will you do first?", when=ended.tells, claims=("C4g",)),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        ended.small_thing(here)
        if not ended.tells(here)
        else "One small thing: leave the chat about the children as it is, and put the old messages out of sight."
        if tied_by(here, "children")
        else "One small thing: archive the chat now, so you don't have to keep checking if something came."
    ),
)
