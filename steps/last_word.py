"""What someone said last about going on, waiting and letting go, in whichever step they said it."""

from exback.model.gates import OPEN, Gate, Verdict, closed
from exback.model.journey import Journey, PastAnswer
from exback.model.run import Value

DECISION, VERDICT, WAITS = ("decide", "choice"), ("what-has-changed", "verdict"), ("waiting", "again")
NEWS, IS_SO = ("their-side", "with-somebody"), ("moved-on", "is-so")
TOLD = ("contact", "they-answered")
TURN, LEAVE = "turn", "leave"
TURNS = (("one-invitation", TURN), ("apology", TURN))
LEFT_FOR_DAYS = 14
"""How long waiting isn't offered to someone who left it open for now."""
REPLIES = (("one-invitation", "reply"), ("apology", "reply"), ("they-wrote", "asked-to-meet"))
Reference = tuple[str, str]


def _latest(journey: Journey, *references: Reference) -> tuple[Reference, Value] | None:
    """Return which of some questions was answered last, and the answer; None if none was."""
    answers: list[tuple[Reference, PastAnswer]] = [
        (reference, answer) for reference in references if (answer := journey.said(*reference)) is not None
    ]
    latest = max(answers, key=lambda each: each[1].run.finish_number, default=None)
    return None if latest is None else (latest[0], latest[1].value)


def _check_lets_go(journey: Journey) -> Verdict:
    lets_go = ((VERDICT, "let-go"), (WAITS, False))
    return OPEN if _latest(journey, DECISION, VERDICT, WAITS) in lets_go else closed("", VERDICT[0])


def _check_stopped(journey: Journey) -> Verdict:
    waits = journey.said(*WAITS)
    is_later = any(
        answer.value == "wait" and waits is not None and answer.run.finish_number > waits.run.finish_number
        for reference in (DECISION, VERDICT)
        for answer in journey.all_said(*reference)
    )
    return OPEN if waits is not None and waits.value is False and not is_later else closed("", WAITS[0])


def _check_goes_on(journey: Journey) -> Verdict:
    verdict, latest = journey.said(*VERDICT), _latest(journey, DECISION, VERDICT)
    is_open = verdict is None or verdict.value == "go-on" or latest == (DECISION, "invitation")
    return OPEN if is_open else closed("", VERDICT[0])


def _check_free(journey: Journey) -> Verdict:
    news = journey.said(*NEWS)
    is_free = news is None or news.value != "yes" or _latest(journey, NEWS, IS_SO) == (IS_SO, "no")
    return OPEN if is_free else closed("", NEWS[0])


def _check_not_told_no(journey: Journey) -> Verdict:
    is_no = _latest(journey, TOLD, DECISION, *REPLIES) == (TOLD, "no")
    return closed("", TOLD[0]) if is_no else OPEN


def _check_not_left(journey: Journey) -> Verdict:
    latest = _latest(journey, DECISION, VERDICT, WAITS, *TURNS)
    if latest is None or latest[0] not in TURNS or latest[1] != LEAVE:
        return OPEN
    left = journey.said(*latest[0])
    if left is None or journey.days_since(left.run) >= LEFT_FOR_DAYS:
        return OPEN
    return closed("", WAITS[0], journey.date_after(left.run, LEFT_FOR_DAYS))


LETS_GO = Gate(_check_lets_go, (VERDICT, WAITS))
"""Open when the last thing they said is that they let go, or that they stop waiting."""
STOPPED_WAITING = Gate(_check_stopped, (WAITS,))
"""Open from when they said that they stop waiting until they choose again to wait."""
NOT_STOPPED = Gate(
    lambda journey: closed("", WAITS[0]) if STOPPED_WAITING.check(journey).open else OPEN, STOPPED_WAITING.refers
)
"""Closed while that is so: whoever stopped isn't offered to wait."""
NOT_LEFT_FOR_NOW = Gate(_check_not_left, TURNS)
"""Closed for two weeks, with the day, after they left open for now what got neither a yes nor a no."""
GOES_ON = Gate(_check_goes_on, (VERDICT,))
"""Closed from when they looked at what has changed and chose to wait, or to let go, until they decide on an invitation again."""
NOT_WITH_SOMEONE = Gate(_check_free, (NEWS, IS_SO))
"""Closed from when they said that the other one is with someone until they say otherwise."""
NOT_TOLD_NO = Gate(_check_not_told_no, (TOLD,))
"""Closed from when they told of a no to something they'd asked until they decide again, or tell of another answer."""
