"""A kind note to yourself, and then your own part in it."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid, broke_trust, frightened_them, left, was_betrayed
from .why_it_ended import TO_HIDE

STUDY = (
    "One study of 109 people after a divorce found that those who spoke kindly of themselves had fewer unwanted thoughts about it, "
    "up to nine months later. It found a link, but it can't say what causes what."
)


def _introduction(here: Context) -> Prose:
    if afraid(here):
        return f"""This page is only about kindness. You may have been told for a long time that it was your fault. What they \
did to you wasn't your doing, and you don't owe anyone an apology for it. Many people have been through this, and it wasn't \
their fault either. {TO_HIDE}

{STUDY}

So imagine a good friend is writing to you. They know what happened, and they're on your side. They don't ask why you stayed. \
If you miss someone who frightened you, they know both can be true."""
    return f"""Kindness comes first, then honesty. It's easier in that order. A lot of people go through what you're going through. That \
doesn't make it any smaller, but you're not alone in it.

{STUDY} Being kind to yourself doesn't mean you did everything right. It means you talk to yourself the way you'd talk to a \
friend in your place.

{_about_own_part(here)}"""


def _about_own_part(here: Context) -> str:
    if frightened_them(here):
        return (
            "You said they've been afraid of you. A good friend wouldn't call that all right. They'd say, “I know what you did, "
            "and I'm still here while you work on it.” After that you'll look at your own part and nothing else."
        )
    if broke_trust(here) and was_betrayed(here):
        return "You broke each other's trust. What they did isn't your part, so leave it out here. Your own part is enough to look at."
    if broke_trust(here):
        return (
            "You broke their trust, so this may be hard to look at. A good friend who knew all of it would still talk to you. "
            "Start with that friend."
        )
    if was_betrayed(here):
        return "They broke your trust. That isn't your part, so leave it out here. Your part may be small, or nothing."
    if left(here):
        return (
            "You ended it, and that isn't wrong in itself. If there was something you did, it may be in how you ended it, or in "
            "what came before. There may be nothing."
        )
    return "After that you'll look at your own part: what you did that you wouldn't want done to you. It may be something small, or nothing."


def _looks_at_own_part(here: Context) -> bool:
    return not afraid(here)


def _mirror(here: Context) -> Prose:
    if afraid(here):
        return (Quote(here.text("friend"), None, "A good friend would say:"),)
    owed = {
        "yes": "There's something you want to own up to, and you said so.",
        "unsure": "You're not sure yet what your part was. There's no hurry.",
        "no": "The way you see it today, there's nothing you need to own up to.",
    }[here.text("owed")]
    if frightened_them(here):
        part = here.text("my-part")
        mine = (Quote(part, None, "This is what you said you did:"),) if part else ()
        return (*mine, "This is for you to know, and to work on with someone. It isn't a message to send.")
    private = ("This is for you to know. It isn't a message to send.",) if here.withheld else ()
    return (owed, *private, Quote(here.text("friend"), None, "And a good friend would say:"))


STEP = Step(
    id="kindness-and-my-part",
    title="Kindness, and my part",
    minutes=15,
    purpose="It's often easier to be fair to yourself, and honest too, in a friend's words.",
    why=("kindness",),
    opens=(done("why-it-ended"),),
    repeats=Repeat(apart=7),
    items=(
        Reading("kind-first", _introduction),
        Text(
            "friend",
            "A good friend writes you a note. What does it say?",
            long=True,
            note=lambda here: (
                "They know everything. They don't excuse it, and they're still your friend."
                if frightened_them(here)
                else "They know everything, and they like you."
            ),
        ),
        Recall(
            "as-they-tell-it",
            "How you thought they'd tell it:",
            step="why-it-ended",
            item="their-side",
            when=_looks_at_own_part,
        ),
        Text(
            "my-part",
            "What did you do that you wouldn't want done to you?",
            long=True,
            optional=True,
            note=lambda here: (
                "Only your part, and no smaller than it was. If someone else could read your file, don't write it here."
                if frightened_them(here)
                else "Only your part, even if it's small. If they frightened or controlled you, skip this. That wasn't your doing."
            ),
            when=_looks_at_own_part,
            claims=("C4d",),
        ),
        Choice(
            "owed",
            "Is there something you want to own up to?",
            options=(Option("yes", "Yes"), Option("unsure", "I'm not sure"), Option("no", "No")),
            when=_looks_at_own_part,
        ),
        Text(
            "what-for",
            "What do you want to own up to, in one sentence?",
            note=lambda here: (
                "This is for you to work on. It must never reach them."
                if frightened_them(here)
                else "If you're mostly sorry because they got angry, leave it for now, and talk to a helpline first: exback crisis"
            ),
            when=lambda here: here["owed"] == "yes",
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: choose someone other than them to tell about your part, like a doctor, a counsellor or a helpline from "
        "exback crisis."
        if frightened_them(here)
        else "One small thing: read your friend's note again, slowly."
    ),
)
