"""The meeting that someone has told of: what it has come to, and what is asked about it next.

What comes is read from the answers of earlier runs, not from how many there were: a meeting can be put off, fall through,
or be asked about again after a week.
"""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import takewhile

from msgspec import Struct

from exback.model.context import Run
from exback.model.dates import later
from exback.model.gates import OPEN, Gate, Verdict, closed, first_closed
from exback.model.journey import Journey, PastAnswer
from exback.model.run import Value

from . import promise
from .companion.they_wrote import STEP_ID as THEY_WROTE
from .companion.they_wrote import THEY_ASKED
from .ended import HAS_ENDED
from .last_word import TOLD
from .message import INVITATION, MESSAGES
from .message import SAID_YES as ANSWERED_YES

STEP_ID = "meet-and-go-slowly"
APART_AGAIN, DECLINED = promise.FRESH[0], "declined"
REVIEWS = 4
A_LOT = 7
WEEK = 7
LONG_DAYS = 60
"""A meeting that hasn't come after so many days is an answer too."""
MONTH = 30
OVER = ("no", "they-no")


class Phase:
    """What is asked next: the plan, whether they met, whether it goes on, a review, or nothing.

    SEEING: once a month, what the two are, after all reviews of something that they don't call by a name.
    TOLD_NO: nothing, because they told of a no elsewhere, since the yes or the plan.
    """

    BEFORE = "before"
    COMING = "coming"
    UNDECIDED = "undecided"
    REVIEW = "review"
    SEEING = "seeing"
    LIVED = "lived"
    OVER = "over"
    TOLD_NO = "told-no"


NOTHING_MORE = (Phase.LIVED, Phase.OVER, Phase.TOLD_NO)
CAME_TO_SOMETHING = (Phase.SEEING, Phase.LIVED, Phase.OVER)
"""When everything about a meeting was told, whether or not it goes on."""


class Meeting(Struct, frozen=True):
    """The finished runs about one meeting, in the order they ended, beginning with the plan for it."""

    runs: tuple[Run, ...]

    def said(self, item: str) -> Value:
        """Return the latest answer to a question, None if there is none."""
        return next((value for run in reversed(self.runs) if (value := run.answers.get(item)) is not None), None)

    @property
    def has_happened(self) -> bool:
        """Whether they met. A run from before that was asked has other answers that say so."""
        return any(run.answers.get("met") == "yes" or run.answers.keys() & {"was", "reason-back"} for run in self.runs)

    @property
    def is_over(self) -> bool:
        """Whether one of them doesn't want it to go on."""
        return self.said("goes-on") in OVER

    @property
    def is_unsure(self) -> bool:
        """Whether the latest answer is that they don't know if it goes on."""
        return self.said("goes-on") == "unsure"

    @property
    def times_unsure(self) -> int:
        """How many times in a row they said last that they don't know if it goes on."""
        answers = [run.answers["goes-on"] for run in reversed(self.runs) if run.answers.get("goes-on") is not None]
        return len(list(takewhile(lambda answer: answer == "unsure", answers)))

    @property
    def numbers(self) -> list[int]:
        """How much of the old reason was back, in each review."""
        return [number for run in self.runs if isinstance(number := run.answers.get("reason-back"), int)]

    @property
    def is_reviewed(self) -> bool:
        """Whether all reviews were done."""
        return len(self.numbers) >= REVIEWS

    @property
    def phase(self) -> str:
        """What is asked next about this meeting."""
        if not self.runs:
            return Phase.BEFORE
        if self.is_over:
            return Phase.OVER
        if not self.has_happened:
            return Phase.COMING
        if self.is_unsure and (not self.numbers or self.is_reviewed):
            return Phase.UNDECIDED
        if not self.is_reviewed:
            return Phase.REVIEW
        return Phase.SEEING if self.said("you-two") == "living" else Phase.LIVED


def high_in_a_row(numbers: Sequence[int]) -> list[int]:
    """Return the last numbers in a row that say that a lot of the old reason is back."""
    return list(takewhile(lambda number: number >= A_LOT, reversed(numbers)))[::-1]


def meeting(journey: Journey) -> Meeting:
    """Return the latest meeting of this time through the program."""
    runs = [
        run
        for run in journey.finished(STEP_ID)
        if run.answers.keys() & {"hope", "met", "was", "goes-on", "reason-back"}
    ]
    plans = [place for place, run in enumerate(runs) if "hope" in run.answers and "met" not in run.answers]
    return Meeting(tuple(runs[plans[-1] :] if plans else runs))


def phase(journey: Journey) -> str:
    """Return what is asked next: about the latest meeting or, once that is over, about a new one."""
    if _begins_anew(journey):
        return Phase.BEFORE
    now, no = meeting(journey).phase, told_no(journey)
    is_planned_anew = now == Phase.BEFORE and MAY_MEET.check(journey).open
    is_told_no = no > _last_told(journey) and now != Phase.OVER and not is_planned_anew
    return Phase.TOLD_NO if is_told_no else now


def _replies(journey: Journey) -> list[PastAnswer]:
    """Return all that came back from the one message, oldest first."""
    replies = (reply for message in MESSAGES for reply in message.replies(journey))
    return sorted(replies, key=lambda reply: reply.run.finish_number)


def _last_no(journey: Journey) -> int:
    """Return the place in the record of the last no that was told of them, 0 if “They said no” was taken back after it."""
    answers = (*journey.all_said(*TOLD), *_replies(journey))
    last = max((answer.run.finish_number for answer in answers if answer.value == "no"), default=0)
    declined = journey.last(DECLINED)
    is_taken_back = declined is not None and declined.answers.get(promise.HOLDS) in promise.TAKEN_BACK
    return 0 if declined is not None and is_taken_back and declined.finish_number > last else last


def told_no(journey: Journey) -> int:
    """Return the place in the record of a no that was told of them, in whichever step; 0 if none was, or a yes came after it."""
    last, answers = _last_no(journey), (*journey.all_said(*TOLD), *_replies(journey))
    return 0 if any(answer.value == "yes" and answer.run.finish_number > last for answer in answers) else last


def is_by_invitation(journey: Journey) -> bool:
    """Whether they said yes to the one message, and no meeting or no was told of since: one yes is one meeting."""
    replies, no = _replies(journey), _last_no(journey)
    yes = (reply.run.finish_number for reply in replies if reply.value == "yes" and reply.run.finish_number > no)
    return bool(replies) and replies[-1].value == "yes" and next(yes, 0) > _last_number(journey, STEP_ID)


def _last_number(journey: Journey, *steps: str) -> int:
    """Return the place in the record of the last finished run of some steps, from all times through; 0 if there is none."""
    runs = [run for step in steps if (run := journey.latest(step)) is not None]
    return max((run.finish_number for run in runs), default=0)


def _ended_at(journey: Journey) -> int:
    """Return the place in the record of the ending that holds, of a no, or of the latest parting; 0 if there is none of them."""
    endings = promise.ENDINGS if HAS_ENDED.check(journey).open else ()
    return max(_last_number(journey, APART_AGAIN, *endings), told_no(journey))


def _last_told(journey: Journey) -> int:
    """Return the place in the record of the last that was told of the meeting, 0 if nothing was."""
    return max((run.finish_number for run in meeting(journey).runs), default=0)


def _is_cut_off(journey: Journey) -> bool:
    """Whether an ending or a no came after all that was told of the meeting."""
    return bool(meeting(journey).runs) and _ended_at(journey) > _last_told(journey)


def _begins_anew(journey: Journey) -> bool:
    """Whether the latest meeting has come to its end, and there's to be another one."""
    current = meeting(journey)
    has_ended = current.phase in CAME_TO_SOMETHING or _is_cut_off(journey)
    return bool(current.runs) and has_ended and MAY_MEET.check(journey).open


def _check_said_yes(journey: Journey) -> Verdict:
    """Without a reason once there's another answer, or an ending: a map that says "if they say yes" would then hurt.

    A no that is told elsewhere after the yes closes it again.
    """
    verdict, no = ANSWERED_YES.check(journey), told_no(journey)
    if verdict.open and not no:
        return OPEN
    is_answered = bool(_replies(journey) or no) or HAS_ENDED.check(journey).open
    return closed("" if is_answered else verdict.reason, INVITATION.step)


def _check_invited(journey: Journey) -> Verdict:
    return OPEN if is_by_invitation(journey) else closed(SAID_YES.check(journey).reason, INVITATION.step)


def _check_asked(journey: Journey) -> Verdict:
    """Without what they wrote before the last meeting, which asked for that one, and not after an ending since they asked."""
    last = _last_number(journey, STEP_ID)
    runs = [run for run in journey.runs if run.step != THEY_WROTE or not 0 < run.finish_number <= last]
    since = journey if len(runs) == len(journey.runs) else Journey(runs, journey.now, journey.terms)
    verdict = first_closed(THEY_ASKED, since)
    has_ended_since = _last_number(journey, THEY_WROTE) < _ended_at(journey)
    return closed("", THEY_WROTE) if verdict.open and has_ended_since else verdict


def _check_may_meet(journey: Journey) -> Verdict:
    is_told_since = is_by_invitation(journey) and _replies(journey)[-1].run.finish_number > _ended_at(journey)
    if is_told_since and not HAS_ENDED.check(journey).open:  # a late yes takes no ending back
        return OPEN
    return ASKED.check(journey)


def _check_offered(journey: Journey) -> Verdict:
    """A meeting isn't pushed on someone who doesn't want it, nor before they've read “They said yes”."""
    wrote = journey.said(THEY_WROTE, "kind")
    is_wanted = wrote is not None and wrote.value == "yes" and ASKED.check(journey).open
    if journey.last(STEP_ID) is not None and not _begins_anew(journey):
        return closed("", STEP_ID)
    is_read = journey.is_done("accepted") or not SAID_YES.check(journey).open
    is_invited = is_read and is_by_invitation(journey) and MAY_MEET.check(journey).open
    return OPEN if is_wanted or is_invited else closed("", STEP_ID)


def _check_settled(journey: Journey) -> Verdict:
    is_settled = meeting(journey).phase in CAME_TO_SOMETHING
    return OPEN if is_settled else closed("Opens after “{title}”.", STEP_ID)


def review_day(journey: Journey) -> date:
    """Return the day from which on the next review can be begun, a week after the last by the record and by the calendar.

    So a clock that was set back, or forward again, doesn't make the week any shorter.
    """
    run = meeting(journey).runs[-1]
    return max(journey.date_after(run, WEEK), later(journey.day(run), WEEK))


def _again_from(journey: Journey, now: str) -> date:
    """Return the day from which on more can be told: a week after a review, a day after what isn't asked before a week or a month."""
    if now == Phase.REVIEW:
        return review_day(journey)
    if now not in (Phase.UNDECIDED, Phase.SEEING) or journey.clock_was_set_back:
        return journey.today
    return journey.date_after(meeting(journey).runs[-1], 1)


def days_to_wait(journey: Journey) -> int:
    """Return after how many days exback asks again, if they tell today that they haven't met."""
    return MONTH if is_long_coming(journey) else WEEK


def asked_on(journey: Journey) -> date | None:
    """Return the day on which exback asks about the meeting, which may have passed; None if it doesn't ask of its own accord."""
    now = phase(journey)
    if now in (Phase.BEFORE, *NOTHING_MORE) or _is_cut_off(journey):
        return None
    if now == Phase.REVIEW:
        return review_day(journey)
    plan, *answers = meeting(journey).runs
    if now in (Phase.UNDECIDED, Phase.SEEING):
        return journey.date_after((plan, *answers)[-1], WEEK if now == Phase.UNDECIDED else MONTH)
    if _last_number(journey, "waiting") > _last_told(journey):
        return None  # they wait, and told so since
    if not answers:
        return journey.date_after(plan, 1)
    was_long = journey.days_between(plan, answers[-1]) >= LONG_DAYS
    return journey.date_after(answers[-1], MONTH if was_long else WEEK)


def _check_again(journey: Journey) -> Verdict:
    """Whether a new run can be begun: a review not before its day, and nothing after the end of a meeting but another one.

    A meeting can be told at once, also on the day of the plan: many people write in the evening.
    """
    now = phase(journey)
    if now == Phase.BEFORE:
        return OPEN
    if now in NOTHING_MORE or _is_cut_off(journey):
        return closed("exback has nothing more to ask about this meeting.", STEP_ID)
    day = _again_from(journey, now)
    why = "There's a week between reviews." if now == Phase.REVIEW else "exback will ask again."
    return OPEN if day <= journey.today else closed(why, STEP_ID, day)


def _check_nothing_due(journey: Journey) -> Verdict:
    if phase(journey) == Phase.BEFORE:
        is_due = OFFERED.check(journey).open or journey.last(STEP_ID) is None
        return closed("exback will ask “{title}” again.", STEP_ID) if is_due else OPEN
    day = asked_on(journey)
    is_due = day is not None and day <= journey.today
    return closed("exback will ask “{title}” again.", STEP_ID) if is_due else Verdict(open=True, date=day)


def is_long_coming(journey: Journey) -> bool:
    """Whether the meeting has been planned for two months, and hasn't come."""
    runs = meeting(journey).runs
    return bool(runs) and journey.days_since(runs[0]) >= LONG_DAYS


def _check_over_by_me(journey: Journey) -> Verdict:
    run = journey.last(STEP_ID)
    is_over = run is not None and meeting(journey).said("goes-on") == "no" and not _is_cut_off(journey)
    return OPEN if is_over else closed("Opens after “{title}”.", STEP_ID)


def _check_not_over(journey: Journey) -> Verdict:
    is_over = meeting(journey).is_over and not _begins_anew(journey)
    return closed("", STEP_ID) if is_over else OPEN


def _check_went_on(journey: Journey) -> Verdict:
    went_on = any(answer.value == "yes" for answer in journey.all_said(STEP_ID, "goes-on"))
    return OPEN if went_on else closed("Opens after “{title}”.", STEP_ID)


def _check_may_be_together(journey: Journey) -> Verdict:
    answer = journey.said(STEP_ID, "you-two")
    is_living = answer is not None and answer.value == "living"
    return closed("Opens after “{title}”.", STEP_ID) if is_living or _is_cut_off(journey) else OPEN


def _gate(check: Callable[[Journey], Verdict], *items: str) -> Gate:
    """Return a gate that reads some questions about the meeting, and the answer to the invitation."""
    return Gate(check, (*((STEP_ID, item) for item in items), *REPLIES))


REPLIES = ANSWERED_YES.refers
SAID_YES = Gate(_check_said_yes, REPLIES)
"""Open after a yes to the invitation; closed without a reason after any other answer, so that no list names it."""
INVITED = Gate(_check_invited, REPLIES)
"""Open after a yes to the invitation, until a meeting was told of."""
ASKED = Gate(_check_asked, tuple(reference for gate in THEY_ASKED for reference in gate.refers))
"""Open when they asked to meet, since the last meeting and since the last ending."""
MAY_MEET = Gate(_check_may_meet, (*ASKED.refers, *REPLIES))
OFFERED = Gate(_check_offered, (*ASKED.refers, *REPLIES, ("accepted", "")))
SETTLED = _gate(_check_settled, "goes-on", "reason-back")
AGAIN = _gate(_check_again, "met", "goes-on", "reason-back")
NOTHING_DUE = _gate(_check_nothing_due, "met", "goes-on", "reason-back")
OVER_BY_ME = _gate(_check_over_by_me, "goes-on")
"""Open when the person didn't want it to go on, and nothing has closed that yet."""
TOLD_NO = Gate(lambda journey: OPEN if told_no(journey) else closed("Opens if they say no.", TOLD[0]), (TOLD, *REPLIES))
"""Open when they told of a no, in whichever step, and of no yes since."""
NOT_OVER = _gate(_check_not_over, "goes-on")
"""Closed from when one of them didn't want it to go on, until there's another meeting to come."""
WENT_ON = Gate(_check_went_on, ((STEP_ID, "goes-on"),))
"""Open once it went on after a meeting."""
MAY_BE_TOGETHER = Gate(_check_may_be_together, ((STEP_ID, "you-two"),))
"""Open unless they said, at the end of the reviews, that they aren't together again, or an ending came after all of it."""
