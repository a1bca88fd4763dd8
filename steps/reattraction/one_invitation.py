"""An invitation to a coffee: drafted, kept for a day, read again by daylight, and sent by the person, never by exback.

Once it was sent, the same step asks whether they answered.
"""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..message import (
    APOLOGY_NOT_SENT,
    INVITATION,
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
from ..remarks import FRIGHTENS, of_invitation
from ..situation import has_cause, left, named_person, or_a_helpline, tied_by
from .am_i_ready import ADVICE_ONCE
from .apology import WHERE_OWED
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

STEP_ID = INVITATION.step
REPLIES = {
    "nothing": ("They haven't answered yet", ""),
    "yes": ("They said yes", ""),
    "no": ("They said no", ""),
    "other": ("They said something else", "“maybe” or “later”, which isn't a yes"),
}

# The linter is loaded with the first draft: `exback status` loads every step, and needs none of it.


def _draft_note(_here: Context) -> Prose:
    from .linter import MOST_WORDS

    return f"At most {MOST_WORDS} words."


def _draft_remarks(here: Context) -> Prose:
    from .linter import LOOKED_FOR

    notes = of_invitation(here.text("draft"), here.now)
    if not notes.numbered:
        return (
            Quote(notes.marked, None, "This is how it reads:"),
            f"exback looked for {LOOKED_FOR}. It found none of the phrases it knows.",
            (
                "exback can't judge a message. Is yours easy to say no to? Could anything in it frighten them? If you're not sure, ask someone "
                "you trust to read it."
            ),
        )
    lead = (
        "Read it as they would. A number comes after words that may pressure, hurt or frighten them:"
        if notes.marked != here.text("draft")
        else "Read it as they would:"
    )
    return (
        Quote(notes.marked, None, lead),
        notes.numbered,
        "exback knows phrases, not the two of you. Go back and change it."
        if notes.frightens
        else "exback knows phrases, not the two of you. Go back and change it, or leave it as it is if you're sure it doesn't put pressure on them.",
        *((FRIGHTENS,) if notes.frightens else ()),
    )


def _introduction(here: Context) -> Prose:
    example = (
        "“Hi J., would you like a coffee some time? I'd like to hear how you are. Nothing more than that, and a no is fine.” "
        "You're the one who left, so only write it like this if it's true. If you want more than that: “Hi J., would you have a coffee "
        "with me? I'd like to talk. A no is fine.”"
        if left(here)
        else "“Hi J., this isn't about the children. I'd like to have a coffee with you some time. If you'd rather not, that's fine too.” "
        "Don't ask when you're handing over the children, or in the chat about them."
        if tied_by(here, "children")
        else "“Hi J., I'll be in your town on the 12th. I'd like to have a coffee, if you feel like it. If not, that's fine too.”"
        if has_cause(here, "distance")
        else "“Hi J., I hope you're well. I'd like to have a coffee some time, if you feel like it. If not, that's fine too.”"
    )
    return f"""This is where you get in touch, once. Ask for a simple coffee. Keep it short, in your own words, and easy to \
turn down. Leave out the past and any feelings they'd have to deal with. Ask just one question.

{example} Yours will sound like you.

exback doesn't send anything. It reads your draft with you, holds it for 24 hours, and shows it to you again in daylight. Then \
you send it yourself, or you don't. There won't be a second one."""


def _after_reply(here: Context) -> Prose:
    reply = here.text(REPLY)
    if reply == "nothing":
        return nothing_yet(INVITATION, here)
    came = {
        "yes": "You asked once, and they said yes to a coffee. Next, open “They said yes”.",
        "no": "You asked once, and they said no. When you're ready, open “They said no”.",
        "other": _after_something_else(here),
    }
    return (came[reply], *taken_back(here))


def _after_something_else(here: Context) -> str:
    if here.answers.get("turn") is not None:
        return (
            "Twice now they've said neither yes nor no. The next step is up to them. You can get on with your own life."
            f"{left_for_now(INVITATION, here)}"
        )
    asks_again = asks_after_other(INVITATION, here)
    return f"You asked once. They answered, and it wasn't a yes. You don't have to do anything about that.{asks_again}"


IN_ANOTHER_WAY = "You sent your apology as your one message."
"""To someone who was about to change the invitation when the apology was sent in its place."""


def _mirror(here: Context) -> Prose:
    match phase(INVITATION, here):
        case Phase.ASKS:
            return _after_reply(here)
        case Phase.REPLACED:
            return IN_ANOTHER_WAY
        case Phase.WAITS:
            return while_it_waits(INVITATION, here)
    if here.answers.get("draft") and (why := why_not_held(INVITATION, here)):
        return (Quote(here.text("draft"), None, "This is what it says now:"), why)
    if here.answers.get("draft"):
        return (
            Quote(here.text("draft"), None, "Your message, as it is now:"),
            what_is_next(INVITATION, here),
            *warned(INVITATION, here, of_invitation),
        )
    return {
        "yes": sent_now(INVITATION, here, "You asked, once, in your own words. Now it's up to them."),
        "no": not_sent(INVITATION, here),
    }.get(here.text(SENT), IN_ANOTHER_WAY)


def _small_thing(here: Context) -> Prose:
    reply = here.answers.get(REPLY)
    if reply == "other":
        return "One small thing: leave it alone for today. If they write again, you can think it through first: exback reply"
    if reply in ("yes", "no"):
        return f"One small thing: tell {named_person(here) or 'someone'}, tonight or tomorrow. {or_a_helpline(here)}"
    if reply == "nothing" or here.answers.get(SENT) == "yes" or why_not_held(INVITATION, here):
        return "One small thing: do something ordinary for the next hour, without your phone."
    if here.answers.get("draft") and warned(INVITATION, here, of_invitation):
        return (
            f"One small thing: close this, and talk to {named_person(here) or 'someone'} today. {or_a_helpline(here)}"
        )
    return "One small thing: close this now. Your message can wait."


STEP = Step(
    id=STEP_ID,
    title="Invitation and answer",
    minutes=10,
    purpose="You ask for one simple coffee, once. Keep it short and easy to turn down, with no pressure and nothing about the past.",
    why=("pursuit", "reunion-common"),
    opens=(done("their-side"), APOLOGY_NOT_SENT, WHERE_OWED),
    stays_open=(was_sent(INVITATION),),
    complete=(was_sent(INVITATION),),
    repeats=Repeat(apart=0, due=1, until=(settled(INVITATION),), again=(may_begin(INVITATION),)),
    reaches_out=True,
    items=(
        ADVICE_ONCE,
        Reading("invitation-reading", _introduction, when=is_about(INVITATION, Phase.WRITES)),
        *deciding_items(INVITATION, of_invitation),
        Text(
            "draft",
            "Write your invitation.",
            long=True,
            note=_draft_note,
            became=became(INVITATION),
            begins_with=words_to_change(INVITATION),
            when=writes(INVITATION),
            claims=("S17",),
        ),
        Reading("linted", _draft_remarks, when=lambda here: bool(here["draft"])),
        *reply_items(INVITATION, REPLIES),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
