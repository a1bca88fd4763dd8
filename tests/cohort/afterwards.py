"""What someone who sent a message was asked afterwards, and where they ended: worked out from the runs, without exback."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cohort.idle import MOST_IDLE_DAYS
from msgspec import Struct, structs

from exback.engine.status import State, Status
from exback.model.run import Run

MESSAGES = ("one-invitation", "apology")
"""The steps by which a message can be sent: an invitation, or an apology as the whole message."""
MEET, APART_AGAIN = "meet-and-go-slowly", "apart-again"
ENDINGS = ("letting-go", "declined", "no-reply", "moved-on", "together-again")
STAND_OPEN = frozenset({"letting-go", "moved-on", "together-again", APART_AGAIN})
"""The endings that are open to everyone: they ask something of someone only when they are due."""
AFTERWARDS = frozenset({*MESSAGES, MEET, *ENDINGS, "accepted", "waiting", "not-allowed", APART_AGAIN})
"""The steps that can ask something of someone who sent a message, about that message and what comes of it."""


class Afterwards(Struct, frozen=True, kw_only=True):
    """What followed one message, on days counted from the one on which it was sent, up to a new beginning.

    `told` has what was told of an answer, each time it was asked, with the day. `met` has what was told of the meeting,
    `reviews` how many reviews there were. `ended` is the last thing that ended it, with its day, empty if nothing did;
    then `open_because` says why not, after `days`.
    """

    message: str
    told: tuple[tuple[int, str], ...] = ()
    met: tuple[str, ...] = ()
    reviews: int = 0
    ended: str = ""
    ended_after: int = 0
    open_because: str = ""
    days: int = 0

    @property
    def after_other(self) -> tuple[str, ...]:
        """What was told after they had told that something else came back."""
        told = [reply for _day, reply in self.told]
        return tuple(told[told.index("other") + 1 :]) if "other" in told else ()


def afterwards_of(
    runs: Sequence[Run], days: Mapping[str, int], today: int, *, bounded: bool, away: bool
) -> Iterator[Afterwards]:
    """Yield what followed each message that was sent. `days` has the day on which each run ended.

    `bounded` is whether a boundary holds at the end, `away` whether they no longer open exback then.
    """
    finished = sorted((run for run in runs if run.finished is not None), key=lambda run: run.finish_number)
    for number, time in enumerate(times := tuple(_times_through(finished))):
        sent = next((run for run in time if run.step in MESSAGES and says_sent(run)), None)
        if sent is not None and sent.id in days:
            is_over = number < len(times) - 1
            until = days.get(time[-1].id, today) if is_over else today
            yield _followed(sent, time, days, until, is_over=is_over, bounded=bounded, away=away)


def says_sent(run: Run) -> bool:
    """Whether a run says that its message was sent, or said so before it was changed."""
    kept = [run.answers.get("sent"), run.hidden.get("sent"), *(one.value for one in run.history if one.item == "sent")]
    return "yes" in kept


def _times_through(finished: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs of each time through the program, with the one at the end by which they start again."""
    time: list[Run] = []
    for run in finished:
        time.append(run)
        if run.step == APART_AGAIN and run.answers.get("next") == "fresh":
            yield time
            time = []
    yield time


def _followed(
    sent: Run, time: Sequence[Run], days: Mapping[str, int], until: int, *, is_over: bool, bounded: bool, away: bool
) -> Afterwards:
    first = days[sent.id]
    later = [run for run in time if days.get(run.id, -1) >= first]
    told = tuple((days[run.id] - first, str(run.answers["reply"])) for run in later if _tells_of_a_reply(run))
    meetings = [run for run in later if run.step == MEET]
    ending = None if is_over else ended_by(later)
    last = Afterwards(
        message=sent.step,
        told=told,
        met=tuple(_of_the_meeting(meetings)),
        reviews=sum(isinstance(run.answers.get("reason-back"), int) for run in meetings),
        ended="started again" if is_over else ending.step if ending is not None else "",
        ended_after=(until if ending is None else days[ending.id]) - first,
        days=until - first,
    )
    if last.ended:
        return last
    because = "a boundary" if bounded else _open_because(last)
    return structs.replace(last, open_because=f"{because}, and they no longer look" if away else because)


def _tells_of_a_reply(run: Run) -> bool:
    return run.step in MESSAGES and run.answers.get("reply") is not None


def _of_the_meeting(runs: Iterable[Run]) -> Iterator[str]:
    """Yield what was told of the meeting; whoever wrote how it was has met."""
    for run in runs:
        if (met := run.answers.get("met")) is not None:
            yield str(met)
        elif run.answers.get("was") is not None:
            yield "yes"


def _open_because(last: Afterwards) -> str:
    if last.reviews:
        return f"met, {last.reviews} of 4 reviews" if last.reviews < 4 else "met, all reviews done"
    if "yes" in last.met:
        return "met, no review yet"
    if last.met:
        return f"the meeting: {last.met[-1]}"
    return f"told: {last.told[-1][1]}" if last.told else "nothing told yet"


def ended_by(runs: Iterable[Run]) -> Run | None:
    """Return the run of the last ending that still holds, None if none does. `runs` are in the order they ended."""
    latest: dict[str, Run] = {}
    for run in runs:
        if run.finished is not None and run.step == APART_AGAIN:
            latest.clear()
        elif run.finished is not None and run.step in ENDINGS:
            latest[run.step] = run
    return max(filter(_holds, latest.values()), key=lambda run: run.finish_number, default=None)


def _holds(run: Run) -> bool:
    is_whole = run.step != "together-again" or bool(run.answers.get("keep"))
    return is_whole and run.answers.get("holds") not in ("no", "apart") and run.answers.get("is-so") != "no"


class LeftStanding:
    """Watches for someone who sent a message and is left with nothing asked, nothing open and no ending."""

    def __init__(self) -> None:
        self._days = 0

    def day(self, guide: Status, runs: Sequence[Run]) -> bool:
        """Note how a day after the message stands. Gives whether they've been left standing for too long, said once."""
        is_left = guide.paused_until is None and not _asks_something(guide) and ended_by(_in_order(runs)) is None
        self._days = self._days + 1 if is_left else 0
        return self._days == MOST_IDLE_DAYS + 1


def _asks_something(guide: Status) -> bool:
    led_to = {step.id for step in (*guide.due, *([guide.next] if guide.next is not None else []))}
    return not led_to.isdisjoint(AFTERWARDS) or any(
        each.state == State.STARTED
        or each.date is not None
        or (each.state == State.OPEN and each.step.id not in STAND_OPEN)
        for each in guide.steps
        if each.step.id in AFTERWARDS
    )


def _in_order(runs: Sequence[Run]) -> list[Run]:
    began = max(
        (run.finish_number for run in runs if run.step == APART_AGAIN and run.answers.get("next") == "fresh"), default=0
    )
    ended = [run for run in runs if run.finished is not None and run.start_number > began]
    return sorted(ended, key=lambda run: run.finish_number)
