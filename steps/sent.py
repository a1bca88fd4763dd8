"""What became of a message that was drafted, or of an ending that was told: the day it was sent or taken back, and what came."""

from collections.abc import Iterable

from exback.model.context import Context, Run
from exback.model.dates import in_full
from exback.model.journey import Journey, PastAnswer

from . import promise
from .message import APOLOGY, INVITATION, MESSAGES, Message, other_than

CAME_BACK = {
    INVITATION.step: {"yes": "they said yes", "no": "they said no", "other": "they said something else"},
    APOLOGY.step: {"yes": "they'd like to talk", "no": "they don't want to talk", "other": "they answered"},
}


def what_became(message: Message, here: Context) -> str:
    """Return what became of the draft that was written in this run: "not sent", or the day it was sent and what came back.

    Of two drafts, only the latest before the sending was sent. Empty while the run isn't finished, and for words that were
    never meant to be sent.
    """
    drafts = [run for run in here.journey.ever(message.step) if message.draft in run.answers]
    run = _this_run(here, drafts)
    if run is None:
        return ""
    sent = _sent_after(message, here.journey, run)
    if sent is None or any(run.finish_number < draft.finish_number < sent.finish_number for draft in drafts):
        return "not sent" if message.is_meant(run) else ""
    changed = "changed since it was " if _was_changed_after(message, run, sent) else ""
    reply = _reply_to(message, here.journey, sent)
    came = (
        () if reply is None else (CAME_BACK[message.step].get(str(reply.value), f"no answer by {in_full(reply.day)}"),)
    )
    return "; ".join((f"{changed}sent on {in_full(here.journey.day(sent))}", *came))


def what_became_of_ending(step: str, here: Context) -> str:
    """Return on which day an ending that was told in this run was taken back; empty if it wasn't."""
    run = _this_run(here, here.journey.ever(step))
    if run is None:
        return ""
    item = promise.ASKED_IN.get(step, promise.HOLDS)
    later = (each for each in here.journey.ever(step) if each.finish_number > run.finish_number)
    back = next((each for each in later if each.answers.get(item) in promise.TAKEN_BACK), None)
    if back is not None:
        is_apart, day = back.answers.get(item) == promise.APART, in_full(here.journey.day(back))
        return f"it had ended again by {day}" if is_apart else f"you took this ending back on {day}"
    answer = _late_answer(here.journey, run) if step == promise.NO_REPLY else None
    return "" if answer is None else f"an answer came after all; you said so on {in_full(answer.day)}"


def _late_answer(journey: Journey, ending: Run) -> PastAnswer | None:
    """Return the first answer that was told after “No answer came”, None if none was."""
    replies = (reply for message in MESSAGES for reply in journey.all_ever_said(message.step, promise.REPLY))
    later = (
        reply for reply in replies if reply.run.finish_number > ending.finish_number and reply.value != promise.NOTHING
    )
    return min(later, key=lambda reply: reply.run.finish_number, default=None)


def _this_run(here: Context, runs: Iterable[Run]) -> Run | None:
    """Return which of some runs this page is about, None if it isn't one of them."""
    return next((run for run in runs if (run.started, run.finished) == (here.started, here.finished)), None)


def why_not_held(message: Message, here: Context) -> str:
    """Return why the words of a finished run, which are looked at or changed again, don't wait to be sent; empty if they do."""
    journey = here.journey.as_it_is
    drafts = [run for run in journey.ever(message.step) if message.draft in run.answers]
    run = _this_run(here, drafts)
    if run is None:
        return ""
    held = message.draft_run(journey)
    if _sent_after(message, journey, run) is not None:
        return f"You've sent {message.name}, and there won't be a second one. What you write here now stays in your journal."
    if message.is_replaced(journey):
        return f"You've sent {other_than(message).name}, and that was your one message. What you write here stays in your journal."
    if all(run.id != other.id for other in journey.finished(message.step)):
        return "This is from before you started again. It stays in your journal, and it isn't waiting to be sent."
    if held is not None and held.id != run.id:
        return "You've written a newer one since. That one is held, and this one stays in your journal."
    return ""


def _sent_after(message: Message, journey: Journey, draft: Run) -> Run | None:
    """Return the run that first says that a message was sent, after a draft was written; in an earlier round, too."""
    later = (run for run in journey.ever(message.step) if run.finish_number > draft.finish_number)
    return next((run for run in later if message.says_sent(journey.as_of(run), run)), None)


def _reply_to(message: Message, journey: Journey, sent: Run) -> PastAnswer | None:
    """Return the latest answer that was told to what was sent in a run, None if none was."""
    later = [run for run in journey.ever(message.step) if run.finish_number > sent.finish_number]
    moments = (journey.as_of(run) for run in reversed(later))
    return next((then.said(message.step, "reply") for then in moments if message.when_sent(then) == sent), None)


def _was_changed_after(message: Message, draft: Run, sent: Run) -> bool:
    """Whether the words were changed after they were sent."""
    return any(earlier.item == message.draft and earlier.number > sent.finish_number for earlier in draft.history)
