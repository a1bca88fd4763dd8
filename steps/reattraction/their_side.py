"""What it would be like to be them and to get your message."""

from exback.model.boundaries import safety_questions
from exback.model.context import Context
from exback.model.gates import answered, done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Quote

from ..situation import DOOR, left, tied_by


def _is_with_someone(here: Context) -> bool:
    return here["with-somebody"] == "yes"


def _may_be_free(here: Context) -> bool:
    return not _is_with_someone(here)


STEP = Step(
    id="their-side",
    title="Their side",
    minutes=10,
    purpose="Before you write to somebody, stand for a while where they stand.",
    why=("pursuit",),
    opens=(done("what-has-changed"),),
    complete=(answered("their-side", "go", "yes"),),
    repeats=Repeat(apart=7),
    reaches_out=True,
    version=2,  # since then, the apology also needs “own-up”
    items=(
        Reading(
            "their-side-reading",
            """They have had these weeks too. They may have cried, or been relieved, or met somebody. You do not know, and you \
need not find out.

In one study of students, most of those who had been left did at least one thing the other didn't want, and they were likelier \
than those who had left to think it had worked. No one asked the other side. So try to see it from over there.

First, the four questions about safety once more.""",
        ),
        *safety_questions(),
        Text("asked-for", "What did they ask for, in words or by what they did?", long=True, note=DOOR),
        Choice(
            "with-somebody",
            "Are they with somebody now?",
            options=(
                Option("no", "No, as far as I know"),
                Option("unknown", "I do not know"),
                Option("yes", "Yes"),
            ),
            note="Do not go and look. What you know by chance is enough.",
        ),
        Reading(
            "with-somebody-reading",
            "They are with somebody. An invitation now would ask them to hide something, or to choose. exback will not help "
            "with that. The ending “They have moved on” is there for this, and you can open it today. It may feel like a door "
            "closing. It is also the end of wondering, and what you have built in these weeks stays yours.",
            when=_is_with_someone,
            claims=("C4a",),
        ),
        Reading(
            "you-left",
            "You ended it. A coffee from you may raise a hope in them, even when you mean only a coffee. Be clear with yourself "
            "about what it is and what it is not, so that you can say so if they ask. Somebody who was left may need longer than "
            "you think before a friendly word feels friendly.",
            when=lambda here: left(here) and _may_be_free(here),
            claims=("C4e",),
        ),
        Reading(
            "same-home",
            "You still share a home. A no is hard to give to somebody in the next room, and hard to live with at breakfast. Wait until "
            "each of you has a door of their own.",
            when=lambda here: _may_be_free(here) and tied_by(here, "home"),
        ),
        Reading(
            "same-work",
            "You see each other at work or in your studies, so they cannot easily get away from you. Would a no be safe for them "
            "there? Never ask at work or in class, and not at all while one of you decides about the other's job or marks.",
            when=lambda here: _may_be_free(here) and tied_by(here, "work", "studies"),
        ),
        Text(
            "receive",
            "It is an ordinary evening, and your message arrives. What is it like for them?",
            long=True,
            when=_may_be_free,
        ),
        Text(
            "children-side",
            "Your children are in this, too. What would they notice, and how would it be for them if it did not last?",
            long=True,
            note="They need not know of a coffee.",
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
            "They say no, or nothing. What do you do in the next hour?",
            long=True,
            when=_may_be_free,
            claims=("S19",),
        ),
        Choice(
            "go",
            lambda here: (
                f"They asked for this: “{here.words('asked-for')}” Have they had it, as they would see it, and would a short "
                "message be all right?"
            ),
            options=(Option("yes", "Yes, I think so"), Option("no", "No, or not now")),
            when=_may_be_free,
        ),
    ),
    mirror=lambda here: (
        ("You would not ask them to choose. That is respect, whatever it costs you.",)
        if _is_with_someone(here)
        else (Quote(here.text("receive"), None, "From over there it looks like this:"),)
    ),
    small_thing="One small thing: leave it for tonight, and read this page once more tomorrow.",
)
