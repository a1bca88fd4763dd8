"""An apology that asks for nothing, where one is owed."""

from exback.model.context import Context
from exback.model.gates import OPEN, Gate, Verdict, answered, any_of, closed, done, done_before_version
from exback.model.items import Choice, Option, Reading, Recall, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..message import (
    APOLOGY,
    REPLY,
    SENT,
    Phase,
    may_begin,
    phase,
    settled,
    was_sent,
    what_is_next,
    while_it_waits,
)
from ..remarks import FRIGHTENS, of_apology
from ..situation import broke_trust, named_person, or_a_helpline
from .am_i_ready import ADVICE_ONCE
from .held_message import (
    asks_after_other,
    became,
    deciding_items,
    is_about,
    left_for_now,
    not_sent,
    nothing_yet,
    reply_items,
    sent_now,
    taken_back,
    warned,
    why_not_held,
    words_to_change,
    writes,
)

STARTS_FROM = any_of(done_before_version("their-side", 2), done("own-up"))
"""Open once someone wrote down what they'd own up to, and for those who came here before that step existed."""
IS_OWED = any_of(
    answered("own-up", "how-much", "serious"),
    answered("own-up", "how-much", "small"),
    answered("kindness-and-my-part", "owed", "yes", reason="Opens if there's something you want to own up to."),
)


def _check_kept(journey: Journey) -> Verdict:
    """Return whether the latest apology isn't to be the whole message; if not, what can be done about it."""
    decision = journey.said(APOLOGY.step, APOLOGY.decision)
    if decision is None:
        return closed("You said there's something you want to own up to. Do “{title}” first.", APOLOGY.step)
    if decision.value == APOLOGY.decided:
        return closed(
            "You chose to send “{title}” as your only message. To send an invitation instead, change that answer there.",
            APOLOGY.step,
        )
    return OPEN


WHERE_OWED = any_of(
    answered("kindness-and-my-part", "owed", "no"),
    answered("kindness-and-my-part", "owed", "unsure"),
    Gate(_check_kept, ((APOLOGY.step, APOLOGY.decision),)),
)
"""Open when no apology is owed, or when one was written that isn't to be the whole message."""
REPLIES = {
    "nothing": ("They haven't answered yet", ""),
    "yes": ("They'd like to talk or meet", ""),
    "no": ("They don't want to talk or meet", ""),
    "other": ("They said something else", "just a thank-you, for example"),
}

PARTS = {
    "did": "What you did:",
    "effect": "What it did to them:",
    "regret": "What you regret:",
    "changed": "What you've changed:",
    "repair": "What you could put right:",
}


def _quoted_parts(here: Context) -> Prose:
    parts = (Quote(here.text(part), None, lead) for part, lead in PARTS.items() if here.text(part))
    return ("These are the parts. They aren't a message yet.", *parts)


def _text_with_remarks(here: Context) -> Prose:
    from .linter import LOOKED_FOR_IN_AN_APOLOGY

    notes = of_apology(here.text("in-one-piece"))
    return (
        Quote(notes.marked, None, "This is how it reads:"),
        notes.numbered or f"exback looked for {LOOKED_FOR_IN_AN_APOLOGY}. It found none of the phrases it knows.",
        "exback can't judge an apology. Would you stand by every sentence if they never answered?",
        *((FRIGHTENS,) if notes.frightens else ()),
    )


def _said_whole(here: Context) -> bool:
    """Whether this run says, as it is now, that the apology is to be the whole message."""
    runs = here.journey.as_it_is.ever(APOLOGY.step)
    run = next((run for run in runs if (run.started, run.finished) == (here.started, here.finished)), None)
    return run is not None and run.answers.get(APOLOGY.decision) == APOLOGY.decided


def _ways_to_keep_it(here: Context) -> tuple[Option, ...]:
    """Return what can be done with it. Once the invitation was sent, an old answer stays to be read, but it isn't offered."""
    is_too_late = APOLOGY.is_replaced(here.journey.as_it_is)
    hint = "not now that you've sent your invitation" if is_too_late else "in a day, and without an invitation"
    whole = Option("whole", "Send it as my only message", hint)
    return (
        Option("stays", "Keep it to myself", "no one else has to see it"),
        Option("part", "Save it in case they ask", "it isn't sent with an invitation"),
        *(() if is_too_late and not _said_whole(here) else (whole,)),
    )


def _after_reply(here: Context) -> Prose:
    reply = here.text(REPLY)
    if reply == "nothing":
        return nothing_yet(APOLOGY, here)
    came = {
        "yes": "You took responsibility, and they'd like to talk or meet. Take your time. When you want to answer: exback reply",
        "no": "You took responsibility, and they don't want to talk or meet. When you're ready, open “They said no”.",
        "other": "You took responsibility, and they've answered. You don't have to do anything about that."
        + (left_for_now(APOLOGY, here) if here.answers.get("turn") else asks_after_other(APOLOGY, here)),
    }
    return (came[reply], *taken_back(here))


def _mirror(here: Context) -> Prose:
    match phase(APOLOGY, here):
        case Phase.ASKS:
            return _after_reply(here)
        case Phase.WAITS:
            return while_it_waits(APOLOGY, here)
    match here.answers.get(SENT):
        case "yes":
            return sent_now(APOLOGY, here, "You took responsibility, and you sent it.")
        case "no":
            return not_sent(APOLOGY, here)
    changed = here.answers.get("changed")
    does = (Quote(str(changed), None, "And this is what you do differently now:"),) if changed else ()
    return ("You took responsibility, whether or not they ever read it.", *does, *_held_from_here(here))


def _held_from_here(here: Context) -> tuple[str, ...]:
    if here.text(APOLOGY.decision) != APOLOGY.decided:
        return ()
    if why := why_not_held(APOLOGY, here):
        return (why,)
    return (what_is_next(APOLOGY, here), *warned(APOLOGY, here, of_apology))


AN_HOUR = "One small thing: do something ordinary for the next hour, without your phone."


def _small_thing(here: Context) -> Prose:
    match here.answers.get(REPLY):
        case "yes" | "no":
            return (
                f"One small thing: tell {named_person(here) or 'someone'}, tonight or tomorrow. {or_a_helpline(here)}"
            )
        case "other":
            return "One small thing: leave it alone for today. If they write again, you can think it through first: exback reply"
        case "nothing":
            return AN_HOUR
    if here.answers.get(SENT) == "yes":
        return AN_HOUR
    if here.answers.get(APOLOGY.decision) == APOLOGY.decided and why_not_held(APOLOGY, here):
        return AN_HOUR
    return "One small thing: leave it for a day before you do anything with it."


NEW, WRITTEN = is_about(APOLOGY, Phase.WRITES), writes(APOLOGY)

STEP = Step(
    id="apology",
    title="An apology",
    minutes=15,
    purpose="If you hurt them, time apart doesn't make up for it. Here you take responsibility, and you ask for nothing.",
    why=("apology",),
    opens=(done("their-side"), STARTS_FROM, IS_OWED),
    stays_open=(was_sent(APOLOGY),),
    repeats=Repeat(apart=0, due=1, until=(settled(APOLOGY),), again=(may_begin(APOLOGY),)),
    reaches_out=True,
    optional=True,
    version=2,
    items=(
        ADVICE_ONCE,
        Reading(
            "apology-reading",
            """If you hurt them, staying away for a while and looking good won't change that. What you can do is take responsibility, \
whatever comes of it.

One study of 755 people, who read made-up cases from work, found that two parts of an apology mattered most: taking responsibility \
and offering to put it right. Asking for forgiveness mattered least. So this one asks for nothing. It has no “but”, no “if you \
felt hurt”, no “we both”, and no excuses. And it isn't bait. It has to be worth saying even if nothing ever changes between you.

Leave it for a day and read it again before you decide. If you send it, you send it once. Then it's your only message, and no \
invitation can come after it.""",
            when=NEW,
        ),
        *deciding_items(APOLOGY, of_apology),
        Recall(
            "what-for", "You wrote down what you'd own up to:", step="kindness-and-my-part", item="what-for", when=NEW
        ),
        Recall("own-did", "You wrote this for yourself:", step="own-up", item="did", when=NEW),
        Text(
            "did",
            "What did you do?",
            long=True,
            note=lambda here: (
                "Just enough for them to know that you see it. Leave out details that would only make you feel better."
                if broke_trust(here)
                else "“I did this”, not “if you felt hurt”, and don't say why you did it."
            ),
            when=NEW,
            claims=("C4d",),
        ),
        Recall("own-effect", "This is how you thought it was for them:", step="own-up", item="effect", when=NEW),
        Text("effect", "What did it do to them?", long=True, when=NEW),
        Recall("own-instead", "You wished you'd done this instead:", step="own-up", item="instead", when=NEW),
        Text("regret", "What do you regret about it?", long=True, when=NEW),
        Recall(
            "own-different", "You wrote that you now do this differently:", step="own-up", item="different", when=NEW
        ),
        Text("changed", "What have you changed so that it doesn't happen again?", long=True, when=NEW),
        Text("repair", "What could you put right, if they want that?", long=True, optional=True, when=NEW),
        Reading("parts", _quoted_parts, when=NEW),
        Text(
            "in-one-piece",
            "Now write it as one message, in your own words.",
            long=True,
            note="If you owe them something, like money, pay it anyway. That isn't part of this.",
            became=became(APOLOGY),
            begins_with=words_to_change(APOLOGY),
            when=WRITTEN,
        ),
        Reading("whole", _text_with_remarks, when=WRITTEN),
        Choice(
            "whole-message",
            "What will you do with it?",
            options=_ways_to_keep_it,
            when=WRITTEN,
        ),
        *reply_items(APOLOGY, REPLIES),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
