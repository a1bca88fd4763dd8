"""Whether two people are in touch by agreement, and what `contact` says then.

A module of its own, loaded only where it's asked, because every command loads the steps.
"""

from exback.model.boundaries import standing
from exback.model.context import Context
from exback.model.happened import last_number
from exback.model.prose import Prose
from exback.model.tracking import Answers

from .. import promise
from ..ended import HAS_ENDED, what_holds
from ..meeting import NOTHING_MORE, Phase, phase
from ..message import sent_message
from ..situation import DOOR, named_person
from .contact import AGREED, IN_TOUCH, NO_LONGER_AGREED, OWN_IN_TOUCH, SENT, TOLD_AGREED

MEETING_AHEAD = Answers(step="meet-and-go-slowly", item="leave")
"""Someone got ready for a meeting: one that they were invited to or asked for themselves."""
MESSAGE_TOLD = Answers(step="contact", item="kind", values=(SENT,))


def is_in_touch(here: Context) -> bool:
    """Whether the two are in touch by agreement: after a yes or a meeting, and behind no boundary, no and no ending.

    So are two people who are together again.
    """
    return are_together(here) or (_holds(here, *TOLD_AGREED) and not _made_rule_since(here))


def are_together(here: Context) -> bool:
    """Whether the two are together again, with no boundary and no rule that was made since."""
    held = what_holds(here.journey)
    is_together = held is not None and held.ending.step in promise.TOGETHER
    return is_together and not _may_not_write(here) and not _made_rule_since(here)


def _made_rule_since(here: Context) -> bool:
    """Whether a rule was made after they told that the two are in touch: to go on without it is no agreement."""
    made = here.last(promise.MADE_IN)
    return made is not None and last_number(here.journey, IN_TOUCH) < made.finish_number


def may_say_agreed(here: Context) -> bool:
    """Whether there's an agreement to meet or to write: they're in touch, or got ready for a meeting."""
    is_ahead = here.last(MEETING_AHEAD.step) is not None and _holds(here, MEETING_AHEAD)
    return is_ahead or is_in_touch(here)


def _holds(here: Context, *agreed: Answers) -> bool:
    """Whether one of some answers was given and none since that takes it back, and no boundary holds."""
    journey = here.journey
    place = last_number(journey, agreed)
    if not place or _may_not_write(here):
        return False
    return place > last_number(journey, NO_LONGER_AGREED) and not HAS_ENDED.check(journey).open


def _may_not_write(here: Context) -> bool:
    """Whether a boundary held before this run, or may hold: a yes given in this run doesn't change what was chosen first."""
    return here.asks_safety or bool(standing(here.journey))


def may_tell_of_message(here: Context) -> bool:
    """Whether the message that was written here was sent, and neither told of here nor answered with a no."""
    journey = here.journey
    message = sent_message(journey)
    sent = None if message is None else message.when_sent(journey)
    if sent is None or _may_not_write(here):
        return False
    return last_number(journey, (MESSAGE_TOLD, *NO_LONGER_AGREED)) < sent.finish_number


def asks_about_meeting(here: Context) -> bool:
    """Whether “Meet, and go slowly” still has something to ask about a meeting, and not only once a month what the two are."""
    return phase(here.journey) not in (Phase.SEEING, *NOTHING_MORE)


AS_AGREED = (
    ("You two agreed on this, so it isn't a slip. You haven't broken any rule, and the days you kept still count."),
    (
        "You may be relieved, or restless, or both. One good hour doesn't decide anything, and neither does an awkward one. You don't "
        "have to write to say how it was for you. If they write, you can answer the next day."
    ),
    DOOR,
)
ASKS_AFTER_MEETING = "If you met, “Meet, and go slowly” asks how it was and if you'll go on."
MESSAGE_SENT = (
    "This is the message that you wrote here and slept on. So it isn't a slip, and you don't lose any days.",
    (
        "Now it's up to them. They may answer today, in two weeks, or not at all. Waiting is hard, and a second message won't make it "
        "shorter, so please don't send one to explain the first."
    ),
    "The day after you sent it, exback will start asking if they've answered. Until then you can leave your phone in another room.",
)


GOT_IN_TOUCH = (
    "You got in touch with them. You two are in touch anyway, and you don't have a rule right now, so it isn't a slip.",
    (
        "It's still good to know why you did it. Did you have something to say? Or did you want to hear that it's all right between "
        "you? Wanting to hear that is human, but no message settles it for long."
    ),
    "Give them room now. If nothing comes back, don't write again to ask why. They may be busy, or need time.",
    DOOR,
)


def _as_a_couple(here: Context) -> tuple[str, ...]:
    return (
        "You two are together again, so this isn't a slip, and you don't have to write it down here.",
        (
            f"If something about it stays with you, talk about it with {named_person(here) or 'someone you trust'}, or with them, if "
            "you can do that without fear."
        ),
        DOOR,
    )


def after_writing(here: Context) -> Prose:
    """Return the last words of an urge in which they wrote to someone they're in touch with by agreement, or together with."""
    if are_together(here):
        return "You two are together again, so this isn't a slip, and you don't have to write it down."
    return "You've agreed to be in touch, so this isn't a slip. Put your phone away for an hour now, and give them room to answer."


def first_reading(kind: str, here: Context) -> Prose:
    """Return what someone reads after contact that was agreed, the message that was held, or contact while in touch."""
    if kind in (AGREED, OWN_IN_TOUCH) and are_together(here):
        return _as_a_couple(here)
    if kind == AGREED and asks_about_meeting(here):
        return (*AS_AGREED[:-1], ASKS_AFTER_MEETING, AS_AGREED[-1])
    return {AGREED: AS_AGREED, SENT: MESSAGE_SENT, OWN_IN_TOUCH: GOT_IN_TOUCH}[kind]
