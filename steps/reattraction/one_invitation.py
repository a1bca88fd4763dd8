"""An invitation to a coffee: drafted, kept for a day, read again by daylight, and sent by the person, never by exback."""

from datetime import timedelta

from exback.model.boundaries import ASKED_TO_STOP, WHY_ASKED
from exback.model.context import Context, Run
from exback.model.gates import answered, done
from exback.model.items import Choice, Confirm, Option, Reading, Recall, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import has_cause, left, tied_by
from .apology import WHERE_OWED
from .linter import LOOKED_FOR, MOST_WORDS, Remark, marked, numbered, remarks

WAIT = timedelta(hours=24)
DAYLIGHT = range(8, 20)
FRIGHTENING = ("watching", "harm")
REPLIES = {
    "nothing": "You asked once. Nothing has come, and it is theirs now.",
    "yes": "You asked once, and they said yes to a coffee.",
    "no": "You asked once, and they said no. That is the answer. “They said no” is open to you.",
    "other": "You asked once, and it was not a yes. You can let it be, and live on.",
}


def _draft_run(here: Context) -> Run | None:
    """Return the run with the latest draft: a new draft waits a day of its own."""
    runs = [answer.run for answer in here.all_said("one-invitation", "draft")]
    return runs[-1] if runs else None


def _is_sent(here: Context) -> bool:
    return any(answer.value == "yes" for answer in here.all_said("one-invitation", "sent"))


def _is_writing(here: Context) -> bool:
    return _draft_run(here) is None


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


def _draft_remarks(here: Context) -> Prose:
    draft = here.text("draft")
    notes = remarks(draft, here.now)
    if not notes:
        return (
            f"exback looked for {LOOKED_FOR}. It found none of the phrases it knows.",
            "exback can't judge a message. Is yours easy to say no to? Could anything in it frighten them? Only you can tell.",
        )
    lead = (
        "Read it as they would. Each number is at words that may press, hurt or frighten:"
        if any(note.words for note in notes)
        else "Read it as they would:"
    )
    return (
        Quote(marked(draft, notes), None, lead),
        numbered(notes),
        "exback knows phrases, not the two of you. Go back and change it."
        if _is_frightening(notes)
        else "exback knows phrases, not the two of you. Go back and change it, or leave it as it is if you're sure it doesn't press them.",
        *_warning(notes),
    )


def _is_frightening(notes: tuple[Remark, ...]) -> bool:
    return any(note.kind in FRIGHTENING for note in notes)


def _warning(notes: tuple[Remark, ...]) -> tuple[str, ...]:
    return ("This can frighten them. Take it out.",) if _is_frightening(notes) else ()


def _waiting_page(here: Context) -> Prose:
    return (
        *here.quote("one-invitation", "draft", "Your message:"),
        "It is held for 24 hours, and then you read it again by day, between 8 am and 8 pm. Nothing is lost by waiting.",
    )


def _draft_by_daylight(here: Context) -> Prose:
    answer = here.said("one-invitation", "draft")
    draft = str(answer.value) if answer else ""
    notes = remarks(draft)
    day = answer.day if answer else None
    return (
        Quote(marked(draft, notes), day, "Your message, by daylight:"),
        *((numbered(notes),) if notes else ()),
        *_warning(notes),
        "Read it as somebody who gets it on an ordinary day. Is it easy to say no to?",
    )


def _introduction(here: Context) -> Prose:
    example = (
        "“Hi J., would you like a coffee some time? I would like to hear how you are. It is no more than that, and no is fine.” "
        "You were the one who left, so write it like this only if it is true."
        if left(here)
        else "“Hi J., nothing about the children this time. I would enjoy a coffee with you some day. If not, that is fine too.” "
        "Not at a hand-over, and not in the thread about them."
        if tied_by(here, "children")
        else "“Hi J., I will be in your town on the 12th. I would enjoy a coffee, if you feel like it. If not, that is fine too.”"
        if has_cause(here, "distance")
        else "“Hi J., I hope you are well. I would enjoy a coffee some time, if you feel like it. If not, that is fine too.”"
    )
    return f"""You re-open contact, and you do it once. Ask for a simple coffee. Short, in your own words, and easy to refuse. \
No history, no feelings laid at their door, no second question.

{example} Yours will sound like you.

exback sends nothing. It reads your draft with you, holds it for 24 hours, and shows it to you again by day. Then you send \
it, or you do not. There is no second one after it."""


def _mirror(here: Context) -> Prose:
    if _is_writing(here) or here.answers.get("sent") == "rewrite":
        return (Quote(here.text("draft"), None, "It is written, and held until tomorrow:"),)
    if _is_sent(here):
        return REPLIES[here.text("reply")]
    if _is_waiting(here):
        return "It is still waiting for daylight, and so are you. That is fine."
    return {
        "yes": "You asked, once, in your own words. Now it is theirs.",
        "no": "It stays unsent, and that was yours to decide.",
    }[here.text("sent")]


SENT = (answered("one-invitation", "sent", "yes"),)

STEP = Step(
    id="one-invitation",
    title="One invitation",
    minutes=10,
    purpose="One simple coffee: short, easy to refuse, no history, no pressure. One, for good.",
    why=("pursuit", "reunion-common"),
    opens=(done("their-side"), WHERE_OWED),
    complete=SENT,
    repeats=Repeat(apart=0, due=1, until=SENT),
    reaches_out=True,
    items=(
        Reading(
            "invitation-reading",
            _introduction,
            when=_is_writing,
            claims=("S16", "S17"),
        ),
        Reading("held", _waiting_page, when=_is_waiting),
        Reading("again", _draft_by_daylight, when=_can_send),
        Choice(
            "sent",
            "What will you do?",
            options=(
                Option("yes", "I have sent it", "as it is, by myself"),
                Option("rewrite", "Change it", "it is then held for another day"),
                Option("no", "Leave it unsent for now"),
            ),
            when=_can_send,
        ),
        Recall(
            "draft-before",
            "Your message as it was:",
            step="one-invitation",
            item="draft",
            when=lambda here: _can_send(here) and here["sent"] == "rewrite",
        ),
        Text(
            "draft",
            "Write your invitation.",
            long=True,
            note=f"At most {MOST_WORDS} words.",
            when=lambda here: _is_writing(here) or (_can_send(here) and here["sent"] == "rewrite"),
        ),
        Reading("linted", _draft_remarks, when=lambda here: bool(here["draft"])),
        Choice(
            "reply",
            "What came back?",
            options=(
                Option("nothing", "Nothing yet"),
                Option("yes", "They said yes"),
                Option("no", "They said no"),
                Option("other", "Something else, or later", "that is not a yes; let it be"),
            ),
            when=_is_sent,
        ),
        Confirm(
            ASKED_TO_STOP.id,
            ASKED_TO_STOP.question,
            why=WHY_ASKED,
            when=lambda here: here["reply"] in ("no", "other"),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: close this now, and do something ordinary. It keeps."
        if here.answers.get("reply") in (None, "nothing")
        else "One small thing: tell somebody, tonight or tomorrow. If nobody is there, exback crisis lists people."
    ),
)
