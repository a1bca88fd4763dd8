"""The one message that someone may send: an invitation, or an apology as the whole message. At most one of them, for good.

A draft is held for 24 hours from its last change, wherever that was made, and is read again by day.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from msgspec import Struct

from exback.model.boundaries import ASKED_TO_STOP, WANTS_CONTACT, standing
from exback.model.context import Context, Run
from exback.model.dates import at_time, day_of, later
from exback.model.gates import OPEN, Gate, Verdict, answered, any_of, closed
from exback.model.journey import Journey, PastAnswer

WAIT = timedelta(hours=24)
WAIT_AFTER_A_WRONG_CLOCK = timedelta(hours=48)
"""How long a draft is held from the next entry on, if a wrong clock dated its change."""
FAR_AHEAD = timedelta(days=31)
"""A change that is dated so far ahead can't say when it was made."""
NOT_KNOWN = datetime.max.replace(tzinfo=UTC)
"""The moment at which a draft is free while no entry says when it was changed: later than any other."""
AFTER_THE_NEXT_ENTRY = "two days after your next entry"
CLOCK_SLIP = timedelta(hours=1)
"""A clock that is off by no more than this isn't called wrong."""
DAYLIGHT = range(8, 20)
ASK_AGAIN_DAYS = 3
SILENCE_DAYS = 14
LEFT_ALONE_DAYS = 14
"""How long a draft isn't brought up after they said that they won't send it for now."""
SENT, REPLY = "sent", "reply"
NO_ANSWER = ("nothing", "other")
"""The replies after which something else may still come."""

Entry = tuple[int, datetime]
"""The place of an entry in the record, and its moment by the clock; the place is 0 if it isn't known."""


class Message(Struct, frozen=True, kw_only=True):
    """A message that a step drafts and holds: the id of the step, and of the item with its words.

    With a `decision`, the words are meant to be sent only if that item is answered with `decided`. The items `sent` and
    `reply` of the step say whether it was sent, and what came back. `name` is what pages call it.
    """

    step: str
    draft: str
    name: str
    decision: str = ""
    decided: str = ""

    def when_sent(self, journey: Journey) -> Run | None:
        """Return the first run that says it was sent, or that said so before it was changed.

        What was sent stays sent: otherwise a change of this answer would lead to a second message.
        """
        return next((run for run in journey.finished(self.step) if self.says_sent(journey, run)), None)

    def says_sent(self, journey: Journey, run: Run) -> bool:
        """Whether a run says that it was sent, or said so before it was changed."""
        earlier = (earlier.value for earlier in run.history if earlier.item == SENT)
        if "yes" in (run.answers.get(SENT), *earlier):
            return True
        # Said on a page that had closed when the run was finished: by the hour it counts, by a change of the draft it doesn't.
        numbers = (number for number, _moment in self.changes(journey))
        return run.hidden.get(SENT) == "yes" and not any(
            run.start_number < number < run.finish_number for number in numbers
        )

    def draft_run(self, journey: Journey) -> Run | None:
        """Return the run with the words that are to be sent: that of the latest draft, None if that was deleted.

        An earlier draft doesn't come back in its place.
        """
        written = [run for run in journey.finished(self.step) if self.draft in run.answers]
        if not written or not written[-1].answers[self.draft] or self.is_replaced(journey):
            return None
        return written[-1] if self.is_meant(written[-1]) else None

    def is_meant(self, run: Run) -> bool:
        """Whether the words of a run are meant to be sent."""
        return not self.decision or run.answers.get(self.decision) == self.decided

    def is_replaced(self, journey: Journey) -> bool:
        """Whether the other message was sent, so that this one isn't sent any more."""
        return other_than(self).when_sent(journey) is not None

    def words(self, journey: Journey) -> str:
        """Return the words that are to be sent, as they are now; empty if there are none."""
        run = self.draft_run(journey)
        return str(run.answers[self.draft]) if run is not None else ""

    def words_day(self, journey: Journey) -> date:
        """Return the day on which the words that are to be sent were last changed; today if there are none."""
        run = self.draft_run(journey)
        if run is None:
            return journey.today
        changes = [day_of(each.until.astimezone(journey.now.tzinfo)) for each in run.history if each.item == self.draft]
        return max((day for day in changes if day <= journey.today), default=journey.day(run))

    def next_asked(self, journey: Journey, today: date) -> date | None:
        """Return the day on which exback asks for an answer again, if it was told on a day that nothing clear had come."""
        sent, first = self.when_sent(journey), self.first_other(journey)
        if sent is None:
            return None
        if first is not None:
            return journey.date_after(first, SILENCE_DAYS)
        return min(later(today, ASK_AGAIN_DAYS), journey.date_after(sent, SILENCE_DAYS))

    def free_at(self, journey: Journey, ended: datetime | None = None) -> datetime | None:
        """Return the moment from which the draft may be sent, by day, None if there is no draft.

        It's counted from what is recorded, and NOT_KNOWN where that doesn't say it yet. With `ended`, the moment at which a run
        was finished that is being read again, later changes aren't counted.
        """
        if self.draft_run(journey) is None:
            return None
        changes = [change for change in self.changes(journey) if ended is None or change[1] <= ended]
        free = max(_held_until(journey, changes), default=journey.now)
        return free if free == NOT_KNOWN else by_day(free, journey.now)

    def left_alone(self, journey: Journey) -> Run | None:
        """Return the run in which they said that they won't send it for now, if they've neither changed nor sent it since."""
        run = journey.last(self.step)
        if run is None or run.answers.get(SENT) != "no":
            return None
        return None if any(number > run.finish_number for number, _moment in self.changes(journey)) else run

    def changes(self, journey: Journey) -> Iterator[Entry]:
        """Yield when a draft was written, changed or deleted, in any run of the step."""
        items = {self.draft, self.decision}
        for run in journey.finished(self.step):
            if self.draft in run.answers and run.finished is not None:
                yield run.finish_number or run.start_number, run.finished
            yield from ((earlier.number, earlier.until) for earlier in run.history if earlier.item in items)
            yield from ((0, moment) for item, moment in run.burnt.items() if item in items)

    def replies(self, journey: Journey) -> tuple[PastAnswer, ...]:
        """Return what was told of an answer, oldest first."""
        return journey.all_said(self.step, REPLY)

    def first_other(self, journey: Journey) -> Run | None:
        """Return the run that first said that they answered neither yes nor no, if nothing clearer was told since.

        They may have done so elsewhere, too: by writing something else.
        """
        sent, first = self.when_sent(journey), None
        elsewhere = _answers_elsewhere(journey, sent) if sent is not None else ()
        for reply in sorted((*self.replies(journey), *elsewhere), key=lambda reply: reply.run.finish_number):
            if reply.value not in (*NO_ANSWER, True):
                first = None
            elif first is None and reply.value != "nothing":
                first = reply.run
        return first

    def is_left_open(self, journey: Journey) -> bool:
        """Whether they answered neither yes nor no, and nothing clearer had come two weeks later."""
        first, replies = self.first_other(journey), self.replies(journey)
        return first is not None and bool(replies) and journey.days_between(first, replies[-1].run) >= SILENCE_DAYS

    def is_silent(self, journey: Journey) -> bool:
        """Whether it was sent two weeks ago or more, and no answer of any kind was told anywhere, nor that they want no contact."""
        run = self.when_sent(journey)
        if run is None or journey.days_since(run) < SILENCE_DAYS or _were_told_to_stop(journey, run):
            return False
        return not self.was_answered(journey)

    def was_answered(self, journey: Journey) -> bool:
        """Whether anything came back since it was sent, wherever that was told."""
        run = self.when_sent(journey)
        has_reply = any(reply.value != "nothing" for reply in self.replies(journey))
        return has_reply or (run is not None and bool(_answers_elsewhere(journey, run)))

    def was_asked_after_two_weeks(self, journey: Journey) -> bool:
        """Whether they said that nothing has come, two weeks or more after they sent it."""
        run, replies = self.when_sent(journey), self.replies(journey)
        return run is not None and bool(replies) and journey.days_between(run, replies[-1].run) >= SILENCE_DAYS

    def asks_on(self, journey: Journey) -> date | None:
        """Return the day on which exback asks for an answer again, None if it's today, or if it doesn't ask any more."""
        replies = self.replies(journey)
        if not replies or replies[-1].value not in NO_ANSWER:
            return None
        day = self.next_asked(journey, journey.day(replies[-1].run))
        return day if day is not None and day > journey.today else None

    def asks_for_reply(self, journey: Journey) -> bool:
        """Whether to ask today if they answered: every few days and after two weeks, until there's an end to it."""
        sent, replies = self.when_sent(journey), self.replies(journey)
        if sent is None:
            return False
        if not replies:
            return True
        if replies[-1].value not in NO_ANSWER:
            return False
        first = self.first_other(journey)
        if first is not None:
            return journey.days_since(first) >= SILENCE_DAYS and not self.is_left_open(journey)
        if self.was_asked_after_two_weeks(journey):
            return False
        return journey.days_since(sent) >= SILENCE_DAYS or journey.days_since(replies[-1].run) >= ASK_AGAIN_DAYS


INVITATION = Message(step="one-invitation", draft="draft", name="your invitation")
APOLOGY = Message(step="apology", draft="in-one-piece", name="your apology", decision="whole-message", decided="whole")
MESSAGES = (INVITATION, APOLOGY)


def other_than(message: Message) -> Message:
    """Return the message that can't be sent any more once this one was."""
    return APOLOGY if message.step == INVITATION.step else INVITATION


def sent_message(journey: Journey) -> Message | None:
    """Return the message that was sent, None if none was."""
    return next((message for message in MESSAGES if message.when_sent(journey) is not None), None)


def _were_told_to_stop(journey: Journey, sent: Run) -> bool:
    """Whether a run that ended after the message was sent says that they asked not to be contacted."""
    later_runs = (run for run in journey.runs if (run.finish_number or run.start_number) > sent.finish_number)
    return ASKED_TO_STOP in standing(journey) or any(run.answers.get(ASKED_TO_STOP.id) is True for run in later_runs)


def _answers_elsewhere(journey: Journey, sent: Run) -> tuple[PastAnswer, ...]:
    """Return what they answered something else after the message was sent, or that they wrote because they want to be in touch."""
    answers = (*journey.all_said("contact", "they-answered"), *journey.all_said("they-wrote", WANTS_CONTACT))
    return tuple(
        answer
        for answer in answers
        if answer.value not in ("nothing", False) and answer.run.finish_number > sent.finish_number
    )


def _held_until(journey: Journey, changes: list[Entry]) -> Iterator[datetime]:
    """Yield, for each change, until when it holds a draft; a wrong clock makes that neither shorter nor endless.

    It's never counted from now: looking at a draft again doesn't hold it any longer.
    """
    now = journey.now
    record = sorted(entry for entry in (*_record(journey), *changes) if entry[0] and entry[1] <= now + CLOCK_SLIP)
    for number, moment in changes:
        before = max((known for place, known in record if place < number), default=moment) if number else moment
        if moment <= now + CLOCK_SLIP and moment >= before - CLOCK_SLIP:
            yield _after(max(moment, before), WAIT)
        elif number:
            following = (known for place, known in record if place > number and known >= before - CLOCK_SLIP)
            after_next = next((_after(known, WAIT_AFTER_A_WRONG_CLOCK) for known in following), NOT_KNOWN)
            is_ahead = now < moment < _after(now, FAR_AHEAD)
            yield min(after_next, _after(moment, WAIT)) if is_ahead else after_next


def _record(journey: Journey) -> list[Entry]:
    """Return every start and end of a run."""

    def entries() -> list[Entry]:
        starts = [(run.start_number, run.started) for run in journey.runs]
        return starts + [(run.finish_number, run.finished) for run in journey.runs if run.finished is not None]

    return journey.once("starts and ends", entries)


def _after(moment: datetime, wait: timedelta) -> datetime:
    """Return the moment after a wait, or the same one where a clock shows the end of time."""
    try:
        return moment + wait
    except OverflowError:
        return moment


def by_day(moment: datetime, now: datetime) -> datetime:
    """Return a moment on the clock of `now`, in whole minutes: itself or, if that is at night, the next morning."""
    try:
        local = _after(moment.astimezone(now.tzinfo), timedelta(seconds=59)).replace(second=0, microsecond=0)
    except OverflowError:
        return moment
    if local.hour in DAYLIGHT:
        return local
    day = local.date() if local.hour < DAYLIGHT.start else later(local.date(), 1)
    return datetime.combine(day, time(DAYLIGHT.start), local.tzinfo)


class Phase:
    """What a run of the message's step is about.

    WRITES: a draft. WAITS: a draft that is held, or can't be looked at by night. DECIDES: what happens with a draft. ASKS: if
    they answered. REPLACED: nothing, because the other message was sent.
    """

    WRITES = "writes"
    WAITS = "waits"
    DECIDES = "decides"
    ASKS = "asks"
    REPLACED = "replaced"


def phase(message: Message, here: Context) -> str:
    """Return what this run is about. One that was finished is about what it was answered for, whatever has changed since."""
    if here.finished is not None:
        was_about = {SENT: Phase.DECIDES, REPLY: Phase.ASKS, message.draft: Phase.WRITES}
        is_void = _was_changed_before_the_end(message, here) or _has_no_words_left(message, here)
        counted = here.given - ({SENT} if is_void else set())
        known = next((was for item, was in was_about.items() if item in counted), None)
        if known is not None:
            return known
    journey = here.journey.as_it_is  # a finished run of which nothing is left is about what is to be told now
    if message.when_sent(journey) is not None:
        return Phase.ASKS
    if message.is_replaced(journey) and not message.decision:
        return Phase.REPLACED
    if message.draft_run(journey) is None:
        return Phase.WRITES
    free = message.free_at(journey)
    is_free = free is None or here.now >= free
    return Phase.DECIDES if is_free and not is_night(here) else Phase.WAITS


def _was_changed_before_the_end(message: Message, here: Context) -> bool:
    """Whether the words were changed elsewhere while this run was left on “I've sent it”, so that it doesn't count."""
    changes = (moment for _number, moment in message.changes(here.journey))
    return SENT in here.set_aside and any(here.started <= moment <= (here.finished or here.now) for moment in changes)


def _has_no_words_left(message: Message, here: Context) -> bool:
    """Whether the words were changed in this run and have been deleted since, so that nothing is left of the change."""
    return message.draft in here.deleted


def is_held(message: Message, here: Context) -> bool:
    """Whether the draft has to wait, as it is on this page."""
    free = message.free_at(here.journey, here.finished)
    return free is not None and here.now < free


def is_night(here: Context) -> bool:
    """Whether it's too late in the day to decide on a message: not for someone who began by day less than an hour ago."""
    began_by_day = here.started.hour in DAYLIGHT and here.now - here.started < timedelta(hours=1)
    return here.now.hour not in DAYLIGHT and not began_by_day


def free_or_morning(message: Message, here: Context) -> tuple[str, bool]:
    """Return the day and the hour from which the draft may be read again and sent, and whether it's held until then.

    That is never past: once the draft is free it's now or, at night, the next morning. A finished run is read as of today.
    """
    journey = here.journey.as_it_is
    free = message.free_at(journey)
    if here.finished is None and message.draft in here.answers:
        free = max(by_day(_after(here.now, WAIT), here.now), free or here.now)
    is_held_still = free is not None and journey.now < free
    moment = free if free is not None and is_held_still else by_day(journey.now, journey.now)
    return when_free(moment, journey.now.date()), is_held_still


def when_free(free: datetime, today: date) -> str:
    """Return the day and the hour at which a draft is free or, where they aren't known, what they wait for."""
    return AFTER_THE_NEXT_ENTRY if free == NOT_KNOWN else at_time(free, today)


def what_is_next(message: Message, here: Context) -> str:
    """Return when words can be sent that were written in this run. Where they were changed later, they may have been sent."""
    until, is_held_still = free_or_morning(message, here)
    if not is_held_still:
        return _no_longer_held(message, here, until)
    if message.draft in here.changed:
        return f"If you haven't sent it yet, it's held until {until}. From then on you can read it again in daylight."
    return f"It's held until {until}. From then on you can read it again in daylight."


def while_it_waits(message: Message, here: Context) -> str:
    """Return the last words of a run in which the draft couldn't be sent, because it was held or it was night."""
    journey = here.journey.as_it_is
    if message.when_sent(journey) is not None or message.draft_run(journey) is None:
        return "Your message had to wait that day. It doesn't have to wait any more."
    until, is_held_still = free_or_morning(message, here)
    if is_held_still:
        return f"It's held until {until}, and you don't have to do anything about it before then."
    return _no_longer_held(message, here, until)


def _no_longer_held(message: Message, here: Context, morning: str) -> str:
    """Return what can be done with a draft whose day has passed: nothing at night, and all there is by day."""
    if here.journey.as_it_is.now.hour in DAYLIGHT:
        return f"It isn't held any more. You can read it again now, and then decide: exback step {message.step}"
    return f"It's night. You can read it again and decide from {morning} on."


def _check_may_begin(message: Message, journey: Journey) -> Verdict:
    """Return whether a new run may begin: not while the draft is held, and not at night."""
    if message.when_sent(journey) is not None:
        return OPEN
    is_apology = bool(message.decision)
    if message.is_replaced(journey) and not is_apology:
        return closed(f"You've sent {other_than(message).name} instead.", message.step)
    free, now, last = message.free_at(journey), journey.now, journey.last(message.step)
    if free is None:
        is_early = is_apology and last is not None and journey.days_since(last) < 1 and not journey.clock_was_set_back
        return closed("exback will ask again.", message.step, later(journey.today, 1)) if is_early else OPEN
    if now < free:
        return closed(f"Held until {when_free(free, now.date())}.", message.step)
    if now.hour not in DAYLIGHT:
        morning = at_time(by_day(now, now), now.date())
        return closed(
            f"It's night. You can read it again and decide from {morning} on.",
            message.step,
        )
    return OPEN


def may_begin(message: Message) -> Gate:
    """Return a gate that is closed while a draft is held, with the day and the hour at which it's free."""
    return Gate(lambda journey: _check_may_begin(message, journey), _refers(message))


def settled(message: Message) -> Gate:
    """Return a gate that is open when there's nothing to decide on a draft, and nothing to ask about an answer, today."""

    def check(journey: Journey) -> Verdict:
        day, left = None, message.left_alone(journey)
        if message.when_sent(journey) is not None:
            is_open, day = message.asks_for_reply(journey), message.asks_on(journey)
        elif message.is_replaced(journey):
            is_open = False
        elif left is not None and journey.days_since(left) < LEFT_ALONE_DAYS:
            is_open, day = False, journey.date_after(left, LEFT_ALONE_DAYS)
        else:
            is_open = message.draft_run(journey) is not None or not message.decision
        return closed("Opens after “{title}”.", message.step) if is_open else Verdict(open=True, date=day)

    return Gate(check, _refers(message))


def was_sent(message: Message) -> Gate:
    """Return a gate that opens once the message was sent."""

    def check(journey: Journey) -> Verdict:
        return OPEN if message.when_sent(journey) else closed("Opens after “{title}”.", message.step)

    return Gate(check, ((message.step, SENT),))


def _refers(message: Message) -> tuple[tuple[str, str], ...]:
    return ((message.step, message.draft), (message.step, SENT), (message.step, REPLY))


def _check_other_not_sent(journey: Journey) -> Verdict:
    sent = APOLOGY.when_sent(journey)
    return OPEN if sent is None else closed("You've sent “{title}” as your only message.", APOLOGY.step)


APOLOGY_NOT_SENT = Gate(_check_other_not_sent, ((APOLOGY.step, SENT),))
"""Open as long as an apology wasn't sent as the whole message."""


def _check_left_open(journey: Journey) -> Verdict:
    sent = sent_message(journey)
    is_open = sent is not None and sent.is_left_open(journey)
    return OPEN if is_open else closed("Opens if they say neither yes nor no.", (sent or INVITATION).step)


LEFT_OPEN = Gate(_check_left_open, ((INVITATION.step, REPLY),))
"""Open when they answered something else, and nothing clearer had come two weeks later: the next step would be theirs."""


SAID_YES = any_of(
    answered(APOLOGY.step, REPLY, "yes"), answered(INVITATION.step, REPLY, "yes", reason="Opens if they say yes.")
)
"""Open when they said yes to a coffee, or want to talk after an apology."""
