"""An invitation to a coffee: drafted, kept for a day, read again by daylight, and sent by the person, never by exback.

Once it was sent, the same step asks whether they answered.
"""

from datetime import timedelta

from exback.model.boundaries import ASKED_TO_STOP, WHY_ASKED
from exback.model.context import Context, Run
from exback.model.gates import OPEN, Gate, Verdict, closed, done
from exback.model.items import Choice, Confirm, Option, Reading, Recall, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..message import INVITATION
from ..situation import has_cause, left, tied_by
from .am_i_ready import ADVICE_ONCE
from .apology import FRIGHTENS, WHERE_OWED

STEP_ID = "one-invitation"
WAIT = timedelta(hours=24)
DAYLIGHT = range(8, 20)
ASK_AGAIN_DAYS = 3
SILENCE_DAYS = 14
REPLIES = {
    "yes": "You asked once, and they said yes to a coffee. “They said yes” is there for you.",
    "no": "You asked once, and they said no. That's their answer. “They said no” is there for you.",
    "other": "You asked once. They answered, and it wasn't a yes. You don't have to do anything with that.",
}


def is_silent(journey: Journey) -> bool:
    """Whether the invitation was sent two weeks ago or more, and no answer was told."""
    run, reply = INVITATION.when_sent(journey), journey.said(STEP_ID, "reply")
    has_waited = run is not None and journey.days_since(run) >= SILENCE_DAYS
    return has_waited and (reply is None or reply.value == "nothing")


def was_asked_after_two_weeks(journey: Journey) -> bool:
    """Whether they said that nothing has come, two weeks or more after they sent the invitation."""
    run, reply = INVITATION.when_sent(journey), journey.said(STEP_ID, "reply")
    if run is None or reply is None or reply.value != "nothing":
        return False
    return journey.days_between(run, reply.run) >= SILENCE_DAYS


def _asks_for_reply(journey: Journey) -> bool:
    """Whether to ask again if they answered: every few days and after two weeks, until then an answer is told."""
    reply = journey.said(STEP_ID, "reply")
    if reply is None:
        return True
    if reply.value != "nothing" or was_asked_after_two_weeks(journey):
        return False
    return is_silent(journey) or journey.days_since(reply.run) >= ASK_AGAIN_DAYS


def _check_sent(journey: Journey) -> Verdict:
    return OPEN if INVITATION.when_sent(journey) else closed("Opens after “{title}”.", STEP_ID)


def _check_settled(journey: Journey) -> Verdict:
    is_settled = INVITATION.when_sent(journey) is not None and not _asks_for_reply(journey)
    return OPEN if is_settled else closed("Opens after “{title}”.", STEP_ID)


SENT = Gate(_check_sent, ((STEP_ID, "sent"),))
SETTLED = Gate(_check_settled, ((STEP_ID, "sent"), (STEP_ID, "reply")))
"""Open when the invitation was sent and there's nothing to ask about it today."""


def _draft_run(here: Context) -> Run | None:
    """Return the run with the latest draft: a new draft waits a day of its own."""
    runs = [answer.run for answer in here.all_said(STEP_ID, "draft")]
    return runs[-1] if runs else None


def _is_sent(here: Context) -> bool:
    return INVITATION.when_sent(here.journey) is not None


def _is_writing(here: Context) -> bool:
    return _draft_run(here) is None and not _is_sent(here)


def _is_rereading(here: Context) -> bool:
    return _draft_run(here) is not None and not _is_sent(here)


def _has_waited_a_day(here: Context) -> bool:
    """Whether the draft is a day old; two days, from the next run on, if a wrong clock dated it."""
    run = _draft_run(here)
    if run is None or run.finished is None:
        return False
    if here.journey.day(run) != run.day:
        return here.journey.days_since(run) > 1
    return here.now - run.finished >= WAIT


def _is_waiting(here: Context) -> bool:
    return _is_rereading(here) and (not _has_waited_a_day(here) or here.now.hour not in DAYLIGHT)


def _can_send(here: Context) -> bool:
    return _is_rereading(here) and not _is_waiting(here)


# The linter is loaded with the first draft: `exback status` loads every step, and needs none of it.


def _draft_note(_here: Context) -> Prose:
    from .linter import MOST_WORDS

    return f"At most {MOST_WORDS} words."


def _draft_remarks(here: Context) -> Prose:
    from .linter import LOOKED_FOR, frightens, marked, numbered, remarks

    draft = here.text("draft")
    notes = remarks(draft, here.now)
    if not notes:
        return (
            f"exback looked for {LOOKED_FOR}. It found none of the phrases it knows.",
            (
                "exback can't judge a message. Is yours easy to say no to? Could anything in it frighten them? If you aren't sure, ask someone "
                "you trust to read it."
            ),
        )
    lead = (
        "Read it as they would. The numbers mark words that may press, hurt or frighten them:"
        if any(note.words for note in notes)
        else "Read it as they would:"
    )
    return (
        Quote(marked(draft, notes), None, lead),
        numbered(notes),
        "exback knows phrases, not the two of you. Go back and change it."
        if frightens(notes)
        else "exback knows phrases, not the two of you. Go back and change it, or leave it as it is if you're sure it doesn't press them.",
        *((FRIGHTENS,) if frightens(notes) else ()),
    )


def _waiting_page(here: Context) -> Prose:
    return (
        *here.quote(STEP_ID, "draft", "Your message, as you wrote it:"),
        "It's held for 24 hours. After that you read it again by day, between 8 am and 8 pm. Your message can wait that long.",
    )


def _draft_by_daylight(here: Context) -> Prose:
    from .linter import frightens, marked, numbered, remarks

    answer = here.said(STEP_ID, "draft")
    draft = str(answer.value) if answer else ""
    notes = remarks(draft)
    day = answer.day if answer else None
    return (
        Quote(marked(draft, notes), day, "It's day now. Your message, as you wrote it:"),
        *((numbered(notes),) if notes else ()),
        *((FRIGHTENS,) if frightens(notes) else ()),
        "Read it as someone who gets it on an ordinary day. Is it easy to say no to?",
    )


def _introduction(here: Context) -> Prose:
    example = (
        "“Hi J., would you like a coffee some time? I'd like to hear how you are. Nothing more than that, and a no is fine.” "
        "You're the one who left, so write it like this only if it's true."
        if left(here)
        else "“Hi J., this isn't about the children. I'd enjoy a coffee with you some day. If not, that's fine too.” "
        "Don't ask when you hand over the children, or in the thread about them."
        if tied_by(here, "children")
        else "“Hi J., I'll be in your town on the 12th. I'd enjoy a coffee, if you feel like it. If not, that's fine too.”"
        if has_cause(here, "distance")
        else "“Hi J., I hope you're well. I'd enjoy a coffee some time, if you feel like it. If not, that's fine too.”"
    )
    return f"""You get in touch first, and you do it once. Ask for a simple coffee. Keep it short, in your own words, and easy to \
turn down. No history, no feelings that they'd have to deal with, no second question.

{example} Yours will sound like you.

exback doesn't send anything. It reads your draft with you, holds it for 24 hours, and shows it to you again by day. Then you \
send it yourself, or you don't. There's no second one after it."""


def _nothing_yet(here: Context) -> str:
    run = INVITATION.when_sent(here.journey)
    if run is not None and here.journey.days_since(run) >= SILENCE_DAYS:
        return "You asked once. Two weeks have passed and nothing has come. “No answer came” is there for you."
    return "You asked once, and nothing has come yet. You don't have to do anything. exback asks again in a few days."


def _mirror(here: Context) -> Prose:
    if _is_writing(here) or here.answers.get("sent") == "rewrite":
        return (Quote(here.text("draft"), None, "It's written, and it's held for a day:"),)
    if _is_sent(here):
        reply = here.text("reply")
        return _nothing_yet(here) if reply == "nothing" else REPLIES[reply]
    if _is_waiting(here):
        return "It's still held, and there's nothing you have to do about it today."
    return {
        "yes": "You asked, once, in your own words. Now it's up to them. From tomorrow on, exback asks if they answered.",
        "no": "You didn't send it, and that was yours to decide.",
    }[here.text("sent")]


def _small_thing(here: Context) -> Prose:
    reply = here.answers.get("reply")
    if reply == "other":
        return (
            "One small thing: leave it alone for today. If they write again, exback reply helps you think it through."
        )
    if reply in ("yes", "no"):
        return "One small thing: tell someone, tonight or tomorrow. If there's no one, exback crisis lists people to talk to."
    if reply == "nothing" or here.answers.get("sent") == "yes":
        return "One small thing: do something ordinary for the next hour, without your phone."
    return "One small thing: close this now. Your message can wait."


STEP = Step(
    id=STEP_ID,
    stays_open=(SENT,),
    title="Invitation and answer",
    minutes=10,
    purpose="One simple coffee: short, easy to refuse, no history, no pressure. One, for good.",
    why=("pursuit", "reunion-common"),
    opens=(done("their-side"), WHERE_OWED),
    complete=(SENT,),
    repeats=Repeat(apart=0, due=1, until=(SETTLED,)),
    reaches_out=True,
    items=(
        ADVICE_ONCE,
        Reading("invitation-reading", _introduction, when=_is_writing),
        Reading("held", _waiting_page, when=_is_waiting),
        Reading("again", _draft_by_daylight, when=_can_send),
        Choice(
            "sent",
            "What happens with your message?",
            note="If you want to send it, do that yourself first, and then come back to this page.",
            options=(
                Option("no", "I won't send it for now"),
                Option("rewrite", "I'll change it", "then it's held for another day"),
                Option("yes", "I've sent it", "myself, just as it is here"),
            ),
            when=_can_send,
            claims=("S16",),
        ),
        Recall(
            "draft-before",
            "Your message as it was:",
            step=STEP_ID,
            item="draft",
            when=lambda here: _can_send(here) and here["sent"] == "rewrite",
        ),
        Text(
            "draft",
            "Write your invitation.",
            long=True,
            note=_draft_note,
            when=lambda here: _is_writing(here) or (_can_send(here) and here["sent"] == "rewrite"),
            claims=("S17",),
        ),
        Reading("linted", _draft_remarks, when=lambda here: bool(here["draft"])),
        Choice(
            "reply",
            "Did they answer?",
            options=(
                Option("nothing", "Nothing has come yet"),
                Option("yes", "They said yes"),
                Option("no", "They said no"),
                Option("other", "They said something else", "“maybe” or “later”, which isn't a yes"),
            ),
            when=_is_sent,
        ),
        Confirm(
            ASKED_TO_STOP.id,
            ASKED_TO_STOP.question,
            note=ASKED_TO_STOP.note,
            why=WHY_ASKED,
            when=lambda here: here["reply"] in ("no", "other"),
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
