"""No answer in 14 days: silence is a no, and it's kinder to take it as one."""

from exback.model.context import Context
from exback.model.gates import OPEN, Gate, Verdict, closed
from exback.model.items import Choice, Option, Reading, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from .. import ended
from ..message import INVITATION
from ..reattraction.one_invitation import SILENCE_DAYS, is_silent, was_asked_after_two_weeks
from ..situation import DOOR, afraid, tied_by

STEP_ID = "no-reply"


def _check_silent(journey: Journey) -> Verdict:
    if is_silent(journey):
        return OPEN
    run = INVITATION.when_sent(journey)
    day = None if run is None else journey.date_after(run, SILENCE_DAYS)
    has_answer = journey.said(INVITATION.step, "reply") is not None
    return closed("Opens if two weeks pass without an answer.", INVITATION.step, None if has_answer else day)


def _check_asked(journey: Journey) -> Verdict:
    asked = was_asked_after_two_weeks(journey)
    return OPEN if asked else closed("Opens if two weeks pass without an answer.", INVITATION.step)


REFERS = ((INVITATION.step, "sent"), (INVITATION.step, "reply"))
SILENT = Gate(_check_silent, REFERS)
ASKED = Gate(_check_asked, REFERS)
"""Open when they were asked after the two weeks whether an answer came: only then is it called a no."""


def _taken_back(here: Context) -> Prose:
    return (
        (
            "You're taking it back. If an answer came after all, tell it where you told that you'd sent your message: exback step "
            "one-invitation"
        ),
        "If nothing came, silence is still how some people say no. Waiting on is allowed. Asking a second time isn't.",
        *ended.opens_again(here, STEP_ID),
    )


def _mirror(here: Context) -> Prose:
    if ended.takes_back(here):
        return "You've taken back that no answer came."
    if not ended.tells(here):
        return ("No answer came, and you're leaving it there.", *ended.kept(here, STEP_ID))
    return (
        "You asked once, and you waited.",
        Quote(here.text("keep"), None, "This is what you keep:"),
    )


STEP = Step(
    id=STEP_ID,
    title="No answer came",
    minutes=10,
    purpose="Two weeks without an answer is an answer.",
    why=("pursuit", "kindness"),
    opens=(SILENT,),
    offered_when=(SILENT, ASKED),
    complete=(ended.not_taken_back(STEP_ID),),
    repeats=Repeat(),
    items=(
        Choice(
            ended.HOLDS,
            lambda here: f"{ended.told_before(here, STEP_ID)} Does that still hold?",
            options=(Option(ended.YES, "It still holds"), Option(ended.NO, "I take it back")),
            note="If an answer came after all, tell it in: exback step one-invitation",
            when=ended.asks_if_it_holds(STEP_ID),
        ),
        Reading("taken-back", _taken_back, when=ended.takes_back),
        Reading(
            "silence",
            """Two weeks have passed, and nothing came. That can be harder than a no, because you start to fill the silence with \
stories. “They didn't see it.” “They're still thinking.” “One more line would help.”

exback takes two weeks of silence as a no, and asks you to do the same. You asked once. Not answering is how some people say no \
when they don't want to hurt you, or don't want to talk.

So please don't ask a second time, not even with “did you get this?” When you hope for an answer, it's easy to believe a second \
message would be welcome. From where you are, that's hard to judge.

If they write one day, there's a page for that: exback reply""",
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
                Option("none", "Nothing; it's just quiet"),
            ),
            note=lambda here: f"You can't know which it is. {'' if afraid(here) else DOOR}".strip(),
            when=ended.tells,
        ),
        Text(
            "stop-waiting",
            "How will you stop waiting for an answer?",
            long=True,
            note="Think of where you wait: the phone, their name in the list, the hour when they used to write.",
            when=ended.tells,
        ),
        Text("friend", "What would a good friend say to you tonight?", long=True, when=ended.tells),
        Text(
            "keep",
            "What have these weeks given you that stays, whether they answer or not?",
            long=True,
            when=ended.tells,
            claims=("S19",),
        ),
        Text("next", "What will you turn to first?", when=ended.tells, claims=("C4g",)),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        ended.small_thing(here)
        if not ended.tells(here)
        else "One small thing: leave the thread for the children as it is, and put the old messages out of sight."
        if tied_by(here, "children")
        else "One small thing: archive the thread now, so that you don't have to check if something came."
    ),
)
