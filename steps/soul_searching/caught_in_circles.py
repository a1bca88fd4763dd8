"""For thoughts that go in circles: notice them, give them fifteen minutes a day, look outward, look at one. Optional."""

from exback.model.context import Context
from exback.model.gates import at_least
from exback.model.items import Choice, Option, Reading, Recall, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid, frightened_them, left
from .missing_or_bargaining import HIGH_RUMINATION
from .missing_or_bargaining import STEP_ID as SCALES_STEP

BELIEF = ("not at all", "completely")


def _which_thought(here: Context) -> Prose:
    if afraid(here):
        return (
            "If the thought is that they could hurt you, don't argue with it here. Skip this, and talk to someone who knows about "
            "fear at home: exback crisis"
        )
    if frightened_them(here):
        return "You can skip this. Don't choose what you did to them. That isn't something to argue away."
    return (
        "You can skip this. If it's about hurting yourself, don't argue with it alone. Talk to someone: exback crisis"
    )


def _about_the_loop(here: Context) -> Prose:
    if afraid(here):
        return (
            "For example: “Why did it go like that?” If a thought warns you that they could hurt you, it may be right. Talk to one of the "
            "helplines in exback crisis, and write down a different thought here."
        )
    if left(here):
        return "For example: “Did I have the right to go? What if they never get over it?”"
    return "For example: “Why did it go like that? What did I miss?”"


def _has_thought(here: Context) -> bool:
    return bool(here.text("thought"))


def _mirror(here: Context) -> Prose:
    slot = Quote(here.text("slot"), None, "Your fifteen minutes a day:")
    if not _has_thought(here):
        return (slot,)
    return (slot, Quote(here.text("fairer"), None, "A fairer way to put it, in your words:"), _belief_sentence(here))


def _belief_sentence(here: Context) -> str:
    before, after = here.number("believe-before"), here.number("believe-after")
    if after < before:
        return f"How much you believed the first thought, out of 10: {before} before, {after} now."
    if after == before:
        return "You believe the first thought as much as before. You've looked at it once, and that's enough for today."
    return (
        f"How much you believed the first thought, out of 10: {before} before, {after} now. Leave it alone for today. If it "
        "stays that strong, talk to someone about it: exback crisis"
    )


STEP = Step(
    id="caught-in-circles",
    title="Going round in circles",
    minutes=10,
    purpose="For thoughts that go round and round. You give them a set time, look around you, and check one of them.",
    why=("writing-harms",),
    repeats=Repeat(apart=1),
    optional=True,
    offered_when=(
        at_least(SCALES_STEP, "rumination", HIGH_RUMINATION, "Offered when your thoughts go in circles a lot."),
    ),
    items=(
        Reading(
            "circles-reading",
            """Some thoughts have no end. They go round: why, what if, what did I miss. It feels like working something out, \
and an hour later you're where you started.

There are four parts. You write down what keeps going round. You give it fifteen minutes a day, at a set time. You look around \
you for a moment. Then you take one thought that hurts, and write a fairer one.

As far as exback knows, no study has tested this page, so try it and see. In one small trial, people who kept searching for meaning \
did worse when they wrote about their feelings than when they wrote down what they'd done that day. That's why you \
don't write much here.""",
        ),
        Recall("fairer-then", "Last time you found this fairer:", step="caught-in-circles", item="fairer"),
        Text(
            "loop",
            "What keeps going round in your head, in one sentence?",
            note=_about_the_loop,
        ),
        Choice(
            "starts",
            "When does it usually start?",
            options=(
                Option("morning", "In the morning"),
                Option("day", "During the day"),
                Option("evening", "In the evening"),
                Option("night", "At night"),
                Option("any", "At any time"),
            ),
        ),
        Reading(
            "fifteen-minutes",
            """Now give it a time. Choose fifteen minutes at the same time every day, but not in bed and not late in the evening.

When it starts at any other time, tell yourself, “Not now. At half past six.” Then do whatever you'd have done next anyway.

When your fifteen minutes come, sit down and think it all through. When they're over, get up, even if you aren't finished. You \
can go on tomorrow. If you forget to do it one day, you don't have to make up for it.

If the thoughts are about hurting yourself or someone else, don't wait for a set time, and don't sit there alone with them. Talk to \
one of the helplines now: exback crisis""",
        ),
        Text(
            "slot",
            "Which fifteen minutes will you give it each day?",
            note="For example: “Half past six, at the kitchen table.”",
        ),
        Text(
            "outward",
            "Look around. What do you see, hear and feel under your hands?",
            long=True,
            note="Three things you see, two you hear and one you feel.",
        ),
        Text(
            "turn-to",
            "What will you do when the thoughts start?",
            note="Something for your hands or your eyes. For example: “I'll put on music and wash up.”",
        ),
        Text("thought", "Which thought hurts most?", optional=True, note=_which_thought),
        Scale("believe-before", "How much do you believe it?", ends=BELIEF, when=_has_thought),
        Text(
            "speaks-for",
            "What makes you think it's true?",
            long=True,
            note="Only what you know already. Don't go and look for more.",
            when=_has_thought,
        ),
        Text(
            "speaks-against",
            "What makes you doubt it?",
            long=True,
            note="What would a good friend say?",
            when=_has_thought,
        ),
        Text(
            "fairer",
            "What would be a fairer way to put it?",
            note="It doesn't have to be nice, but it has to be true on good days and on bad ones.",
            when=_has_thought,
        ),
        Scale("believe-after", "How much do you believe the first thought now?", ends=BELIEF, when=_has_thought),
    ),
    mirror=_mirror,
    small_thing="One small thing: set an alarm for your fifteen minutes.",
)
