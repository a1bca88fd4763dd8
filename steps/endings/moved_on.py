"""They have moved on: offered when there's news of it, never started by itself, and it can be taken back."""

from exback.model.context import Context
from exback.model.gates import OPEN, Gate, Verdict, closed, done
from exback.model.items import Choice, Option, Reading, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from .. import ended
from ..situation import afraid, owes_quiet, tied_by

STEP_ID = "moved-on"
BY_CHANCE = "What you happen to know is enough."


def _check_news(journey: Journey) -> Verdict:
    news, run = journey.said("their-side", "with-somebody"), journey.last(STEP_ID)
    is_news = news is not None and news.value == "yes" and (run is None or run.finish_number < news.run.finish_number)
    return OPEN if is_news else closed("Opens if they've moved on.", "their-side")


NEWS = Gate(_check_news, (("their-side", "with-somebody"),))
"""Open when they told that the other one is with someone, and have said nothing about it here since."""


def _is_so(here: Context) -> bool:
    """Whether they've moved on. An older run wasn't asked, and means yes."""
    return here.answers.get("is-so") != "no"


_was_told = ended.asks_if_it_holds(STEP_ID)


def _tells(here: Context) -> bool:
    """Whether they tell it in this run, and don't only say that it's still so."""
    return _is_so(here) and not _was_told(here)


def _takes_back(here: Context) -> bool:
    return here.answers.get("is-so") == ended.NO and _was_told(here)


def _question(here: Context) -> Prose:
    if _was_told(here):
        return f"{ended.told_before(here, STEP_ID)} Is that still true?"
    return "Have they moved on, as far as you know?"


def _taken_back(here: Context) -> Prose:
    return (
        "You're taking it back. You may have been wrong, or it may have changed, and you don't have to find out which.",
        *ended.opens_again(here, STEP_ID),
        "What you wrote then is saved. You can read it in your journal: exback journal",
    )


def _reading(here: Context) -> Prose:
    """Return what is said about it. Someone who was afraid isn't told to stop watching out, nor that it was worth something."""
    if afraid(here):
        return (
            (
                "They've moved on. Maybe there's someone new, maybe it's just a new life. You may be relieved, or hurt, or both. You may worry "
                "for whoever is with them now. None of it has to make sense yet."
            ),
            (
                "If you keep an eye on them to stay safe, keep doing what keeps you safe. For anything else, it helps to know that in four "
                "studies, people who looked at an ex's profile on purpose felt worse that day, the next day, and months later."
            ),
            (
                "They may treat someone else well, or seem to. That doesn't make what happened to you your fault. You can look at your own "
                "life again."
            ),
        )
    return (
        (
            "They've moved on. Maybe there's someone new, maybe it's just a new life. It can feel as if everything you had means nothing "
            "now."
        ),
        (
            "What you had did happen, and no one who comes later can change that. But for them it's over, and watching them won't change it. "
            "In four studies, people who looked at an ex's profile on purpose felt worse that day, the next day, and months later."
        ),
        "You don't have to be happy for them. You can look at your own life again, and stop comparing yourself with someone you don't know.",
        *(
            (
                "If someone is with them, leave that person alone, too. Don't write to them, and don't look at their profile.",
            )
            if owes_quiet(here)
            else ()
        ),
    )


def _mirror(here: Context) -> Prose:
    if _takes_back(here):
        return "You've taken back “They've moved on”."
    if not _is_so(here):
        return "You said they haven't, or you don't know. So nothing changes here."
    if not _tells(here):
        return ("They've moved on, and you won't go looking.", *ended.kept(here, STEP_ID))
    return (Quote(here.text("keep"), None, ended.gained(here)),)


def _small_thing(here: Context) -> Prose:
    if _tells(here):
        return (
            ended.AN_HOUR if afraid(here) else "One small thing: from now on, don't look in the place you just named."
        )
    if _takes_back(here):
        return ended.SLEEP_ON_IT
    if _is_so(here):
        return ended.AN_HOUR
    return "One small thing: don't go looking to make sure. Do something for the next hour that has nothing to do with them."


STEP = Step(
    id=STEP_ID,
    title="They've moved on",
    minutes=8,
    purpose="They're with someone else, or their life has gone somewhere else. You accept that.",
    why=("looking", "bond-fades"),
    opens=(done("your-story"),),
    complete=(ended.not_taken_back(STEP_ID),),
    repeats=Repeat(),
    offered_when=(NEWS,),
    version=2,
    items=(
        Choice(
            "is-so",
            _question,
            options=(
                Option(ended.YES, "They've moved on", "someone new, or a new life"),
                Option(ended.NO, "They haven't, or I don't know"),
            ),
            note=lambda here: BY_CHANCE if afraid(here) else f"{BY_CHANCE} Please don't go looking.",
        ),
        Reading("taken-back", _taken_back, when=_takes_back),
        Reading(
            "moved-on-reading",
            _reading,
            when=_tells,
        ),
        Reading(
            "moved-on-children",
            "Your children may meet someone new. You can let them like that person. It takes nothing away from you. Don't question "
            "them about the other home. Listen if they tell you something, and get help if it worries you.",
            when=lambda here: _tells(here) and tied_by(here, "children"),
        ),
        Text(
            "hurts-most",
            "What hurts most about it?",
            long=True,
            became=ended.became(STEP_ID),
            when=_tells,
            claims=("C4a",),
        ),
        Text(
            "compare",
            "When you compare yourself, what good things about you do you leave out?",
            long=True,
            when=_tells,
        ),
        Text(
            "keep",
            lambda here: "What will you keep from that time?" if afraid(here) else "What good came of what you had?",
            long=True,
            when=_tells,
            claims=("S19",),
        ),
        Text(
            "close",
            "What's the first place where you'll stop looking for news of them?",
            note=lambda here: (
                "If you keep an eye on them to stay safe, that's different. For people who can help with it: exback crisis"
                if afraid(here)
                else "Stop everywhere. Start with the hardest one."
                if owes_quiet(here)
                else ""
            ),
            when=_tells,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
