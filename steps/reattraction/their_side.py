"""What it would be like to be them and to get your message."""

from exback.model.boundaries import safety_questions
from exback.model.context import Context
from exback.model.gates import answered, done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Quote

from ..situation import DOOR, left, named_person, tied_by, without_stop
from .am_i_ready import ADVICE_ONCE

HIDE = "If it isn't safe to answer here, press Ctrl-Q. exback closes at once and clears the screen."
"""For a page before the questions about safety."""


def _is_with_someone(here: Context) -> bool:
    return here["with-somebody"] == "yes"


def _may_be_free(here: Context) -> bool:
    return not _is_with_someone(here)


STEP = Step(
    id="their-side",
    title="Their side",
    minutes=10,
    purpose="Before you write to someone, imagine being the one who gets the message.",
    why=("pursuit",),
    opens=(done("what-has-changed"),),
    complete=(answered("their-side", "go", "yes"),),
    repeats=Repeat(apart=7),
    reaches_out=True,
    version=2,  # since then, the apology also needs “own-up”
    items=(
        ADVICE_ONCE,
        Reading(
            "their-side-reading",
            f"""They've been through these weeks too. They may have cried, or been relieved, or met someone. You don't know, and you \
don't have to find out.

In one study of students, most of those who'd been left did at least one thing the other person didn't want. And they were more \
likely than those who'd left to think it had worked. No one asked the other side. So try to see it from their side.

First, here are the four safety questions once more. exback asks everyone, and your answer can be different from the one you gave \
before. {HIDE}""",
        ),
        *safety_questions(),
        Text(
            "asked-for",
            "What have they asked you for since it ended?",
            long=True,
            note=f"In words, or by what they did. If it's nothing, say so. {DOOR}",
        ),
        Choice(
            "with-somebody",
            "Are they with someone now?",
            options=(
                Option("no", "No, as far as I know"),
                Option("unknown", "I don't know"),
                Option("yes", "Yes"),
            ),
            note="Don't go and check. What you happen to know is enough.",
            claims=("C4a",),
        ),
        Reading(
            "with-somebody-reading",
            "They're with someone. An invitation now would ask them to hide something or to choose, so exback won't help with one. "
            "This may hurt a lot. But you can stop wondering now, and no one can take away what you've built in these weeks. When "
            "you're ready, open “They've moved on”.",
            when=_is_with_someone,
            claims=("C4a",),
        ),
        Reading(
            "you-left",
            "You ended it. A coffee with you may raise their hopes, even if a coffee is all you mean. Be clear in your own mind about "
            "what it is and what it isn't, so you can say so if they ask. For someone who's been left, it can take longer than you'd "
            "think before a friendly message feels friendly.",
            when=lambda here: left(here) and _may_be_free(here),
            claims=("C4e",),
        ),
        Reading(
            "same-home",
            "You still share a home. It's hard to say no to someone in the next room, and hard to face them at breakfast afterwards. Wait "
            "until each of you has a place of your own.",
            when=lambda here: _may_be_free(here) and tied_by(here, "home"),
        ),
        Reading(
            "same-work",
            "You see each other at work or where you study, so it's hard for them to get away from you. Would it be safe for them to "
            "say no? Never ask at work or in class. And don't ask at all while one of you has a say in the other's job or grades.",
            when=lambda here: _may_be_free(here) and tied_by(here, "work", "studies"),
        ),
        Text(
            "receive",
            "It's an ordinary evening and your message arrives. What's it like for them?",
            long=True,
            when=_may_be_free,
        ),
        Text(
            "children-side",
            "What would it be like for your children if it didn't last?",
            long=True,
            note="They don't have to know about a coffee.",
            when=lambda here: _may_be_free(here) and tied_by(here, "children"),
        ),
        Recall(
            "no-evening",
            "How you pictured the evening after a no:",
            step="am-i-ready",
            item="no-evening",
            when=_may_be_free,
        ),
        Text(
            "take-no",
            "They say no, or don't answer. What do you do in the next hour?",
            long=True,
            when=_may_be_free,
            claims=("S19",),
        ),
        Choice(
            "go",
            "Would a short message be all right for them now?",
            options=(Option("yes", "Yes, I think so"), Option("no", "No, or not now")),
            note=lambda here: (
                f"You wrote this about what they asked for: “{without_stop(here.words('asked-for'))}”. If they asked for "
                "something and haven't got it yet, say no."
            ),
            when=_may_be_free,
        ),
    ),
    mirror=lambda here: (
        ("You won't ask them to choose, even though it hurts.",)
        if _is_with_someone(here)
        else (
            Quote(here.text("receive"), None, "This is how it looks from their side:"),
            *(("You said not now. You can look at it again in a week.",) if here["go"] == "no" else ()),
        )
    ),
    small_thing=lambda here: (
        f"One small thing: tell {named_person(here) or 'a friend'} about it tonight."
        if _is_with_someone(here)
        else "One small thing: leave it for tonight, and do something that has nothing to do with them."
    ),
)
