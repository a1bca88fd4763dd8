"""The endings that close stages, whether one of them still holds, and how each can be taken back."""

from collections.abc import Callable

from exback.model.boundaries import standing
from exback.model.context import Context
from exback.model.endings import Ending, Held, latest_held
from exback.model.gates import OPEN, Gate, Verdict, answered, closed
from exback.model.items import When
from exback.model.journey import Journey
from exback.model.prose import Block, Prose
from exback.model.run import Run

from . import promise
from .message import INVITATION, MESSAGES, REPLY, sent_message
from .situation import afraid

HOLDS, YES, NO, APART, ANEW = promise.HOLDS, "yes", "no", promise.APART, "anew"
SLEEP_ON_IT = "One small thing: sleep on it before you do anything else here. Everything will still be here tomorrow."
AN_HOUR = "One small thing: do something in the next hour that has nothing to do with them."
CHOSEN, AS_IT_IS = "closed, as you chose", "closed, as things are"
APART_AGAIN = (promise.FRESH[0],)
"""The step that opens again what an ending has closed: it began again, and it ended again."""


def _check_still_silent(journey: Journey) -> Verdict:
    replies = (reply for message in MESSAGES for reply in message.replies(journey))
    return closed("", INVITATION.step) if any(reply.value != "nothing" for reply in replies) else OPEN


def _check_free(journey: Journey) -> Verdict:
    return closed("", "your-story") if standing(journey) else OPEN


def _check_together_since(journey: Journey) -> Verdict:
    """Whether no other ending was told after they were together again: letting go of someone is the end of that, too."""
    together = max((run.finish_number for step in promise.TOGETHER for run in journey.finished(step)), default=0)
    since = (
        step
        for step in promise.ENDINGS
        if step not in promise.TOGETHER
        and (last := journey.last(step)) is not None
        and last.finish_number > together
        and journey.holds_since(step) is not None
    )
    return next((closed("", step) for step in since), OPEN)


STILL_SILENT = Gate(_check_still_silent, tuple((message.step, REPLY) for message in MESSAGES))
"""Open until they tell that an answer came after all: then it's no longer true that none did."""
STILL_TRUE = Gate(
    lambda journey: closed("An answer came after all.", "no-reply") if not _check_still_silent(journey).open else OPEN,
    STILL_SILENT.refers,
)
"""The same, with a reason that a list can show."""
NO_BOUNDARY = Gate(_check_free, (("your-story", ""),))
NO_OTHER_SINCE = Gate(_check_together_since, tuple((step, "") for step in promise.ENDINGS))

TOGETHER = tuple(
    Ending(
        step=step,
        words="closed, as you're together again",
        sentence="You told exback on {day} that you're together again.",
        holds=(NO_BOUNDARY, NO_OTHER_SINCE),
    )
    for step in promise.TOGETHER
)
ENDED = (
    Ending(step="letting-go", words=CHOSEN, sentence="On {day}, you let go.", outlasts=promise.CLOSE),
    Ending(
        step="declined",
        words=AS_IT_IS,
        sentence="You told exback on {day} that they said no.",
        outlasts=promise.CLOSE,
    ),
    Ending(
        step="no-reply",
        words=AS_IT_IS,
        sentence="You told exback on {day} that no answer came.",
        holds=(STILL_SILENT,),
        outlasts=promise.CLOSE,
    ),
    Ending(
        step="moved-on",
        words=AS_IT_IS,
        sentence="You told exback on {day} that they've moved on.",
        outlasts=promise.CLOSE,
    ),
    *TOGETHER,
)
DECIDED_TWICE = answered(
    "decide",
    "choice",
    "invitation",
    times=2,
    days_apart=7,
    reason="Opens when you've decided twice, a week apart, to invite them.",
)


def _check_decided(journey: Journey) -> Verdict:
    """Without a reason once the message was sent: there's no second one, so there's nothing left to decide on."""
    verdict = DECIDED_TWICE.check(journey)
    return verdict if verdict.open or sent_message(journey) is None else closed("", verdict.step)


DECIDED_ON_INVITATION = Gate(_check_decided, DECIDED_TWICE.refers)


def what_holds(journey: Journey) -> Held | None:
    """Return the ending that was told last of those that hold, None if none does."""
    return journey.once("what holds", lambda: latest_held(ENDED, APART_AGAIN, journey))


def outlasts_parting(here: Context) -> str:
    """Return which ending holds on after “Apart again” is told in this run, with the day; empty if none does."""
    held = what_holds(here.journey)
    last = None if held is None else here.journey.last(held.ending.step)
    if held is None or last is None or not held.ending.outlasts:
        return ""
    close = (run for step in held.ending.outlasts for run in here.journey.finished(step))
    return (
        ""
        if any(run.finish_number > last.finish_number for run in close)
        else held.ending.said(here.journey, held.since)
    )


def _check_ended(journey: Journey) -> Verdict:
    return OPEN if what_holds(journey) else closed("Opens after “{title}”.", ENDED[0].step)


HAS_ENDED = Gate(_check_ended, tuple((step, "") for step in (*promise.ENDINGS, *APART_AGAIN)))


def _check_nothing_ended(journey: Journey) -> Verdict:
    held = what_holds(journey)
    return OPEN if held is None else closed("", held.ending.step)


NOTHING_ENDED = Gate(_check_nothing_ended, HAS_ENDED.refers)
"""Open while no ending holds, so that nothing which leads to them is offered after one."""


def not_taken_back(step: str) -> Gate:
    """Return a gate that is open unless the latest run of an ending takes it back."""
    item = promise.ASKED_IN.get(step, HOLDS)

    def check(journey: Journey) -> Verdict:
        run = journey.last(step)
        return closed("", step) if run is not None and run.answers.get(item) in promise.TAKEN_BACK else OPEN

    return Gate(check, ((step, item),))


def taken_back_after(journey: Journey, run: Run) -> bool:
    """Whether an ending that was told once has been taken back after a run."""
    last = [journey.last(each.step) for each in ENDED if journey.is_done(each.step)]
    return any(
        ending is not None and ending.finish_number > run.finish_number and not journey.completes(ending)
        for ending in last
    )


def _since(here: Context, step: str) -> Held | None:
    return latest_held((each for each in ENDED if each.step == step), APART_AGAIN, here.journey)


def asks_if_it_holds(step: str) -> When:
    """Return whether an ending that is opened holds. Behind a boundary no one is asked to take it back."""
    return lambda here: not here.withheld and not here.asks_safety and _since(here, step) is not None


def told_before(here: Context, step: str) -> str:
    """Return what the person told in an ending, with the day; empty if it doesn't hold."""
    held = _since(here, step)
    return "" if held is None else held.ending.said(here.journey, held.since)


def tells(here: Context) -> bool:
    """Whether an ending is told in this run: it's the first time, or it's told anew."""
    return here.answers.get(HOLDS) in (None, ANEW)


def takes_back(here: Context) -> bool:
    """Whether an ending is taken back in this run."""
    return here.answers.get(HOLDS) == NO


def opens_again(here: Context, step: str) -> tuple[str, ...]:
    """Return what opens again when an ending is taken back, and what doesn't."""
    others = (each for each in ENDED if each.step != step)
    sent = sent_message(here.journey)
    without = Journey([run for run in here.journey.runs if run.step != step], here.now, here.journey.terms)
    held = latest_held(others, APART_AGAIN, without)
    if held is not None and held.ending in TOGETHER:
        opens = f"{held.ending.said(here.journey, held.since)} So all three stages stay closed."
    elif held is not None:
        opens = f"{held.ending.said(here.journey, held.since)} So the last stage stays closed."
    elif here.last("decide") is None:
        opens = "" if step in promise.TOGETHER else "Everything that was open before is open again."
    elif DECIDED_ON_INVITATION.check(here.journey).open:
        opens = "The last stage is open again, as far as you'd got."
    elif sent is not None:
        opens = f"If they answer your message, you can still say so: exback step {sent.step}"
    else:
        opens = "The last stage stays closed until you decide twice, a week apart, to invite them: exback step decide"
    stays_sent = "" if sent is None else "You've already sent your one message, and there won't be a second one."
    return tuple(filter(None, (opens, stays_sent)))


def kept(here: Context, step: str) -> tuple[Block, ...]:
    """Return what they keep, as they wrote it in an ending."""
    return here.quote(step, promise.KEEP, gained(here))


def gained(here: Context) -> str:
    """Return the words before what they keep: someone who was afraid isn't told that good came of it."""
    return "This is what you'll keep:" if afraid(here) else "This is the good that came of it:"


def became(step: str) -> Callable[[Context], Prose]:
    """Return the wording of what became of an ending, for the journal and the exports, beside the first words of its run."""

    def wording(here: Context) -> Prose:
        from .sent import what_became_of_ending  # only the journal and the exports ask for it

        return what_became_of_ending(step, here)

    return wording


def small_thing(here: Context) -> str:
    """Return one small thing to do where an ending isn't told."""
    return SLEEP_ON_IT if takes_back(here) else AN_HOUR
