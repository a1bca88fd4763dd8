"""What became of a message that was drafted: whether it was sent, on which day, and what came back."""

from exback.model.context import Context, Run
from exback.model.dates import in_full
from exback.model.journey import Journey, PastAnswer

from .message import APOLOGY, INVITATION, Message, other_than

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
    run = next((run for run in drafts if (run.started, run.finished) == (here.started, here.finished)), None)
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


def why_not_held(message: Message, here: Context) -> str:
    """Return why the words of a finished run, which are looked at or changed again, don't wait to be sent; empty if they do."""
    journey = here.journey.as_it_is
    drafts = [run for run in journey.ever(message.step) if message.draft in run.answers]
    run = next((run for run in drafts if (run.started, run.finished) == (here.started, here.finished)), None)
    if run is None:
        return ""
    held = message.draft_run(journey)
    if _sent_after(message, journey, run) is not None:
        return f"You've sent {message.name}, and there's no second one. What you write here now stays in your journal."
    if message.is_replaced(journey):
        return f"You've sent {other_than(message).name}, and nothing goes with it. What you write here stays in your journal."
    if all(run.id != other.id for other in journey.finished(message.step)):
        return "This is from before you started again. It stays in your journal, and it isn't held to be sent."
    if held is not None and held.id != run.id:
        return "You've written it anew since. That newer one is held, and this one stays in your journal."
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
