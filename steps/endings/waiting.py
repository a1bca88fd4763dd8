"""Waiting, which can be right if you live meanwhile, with a monthly check-in."""

from exback.model.context import Context
from exback.model.dates import later
from exback.model.gates import OPEN, Gate, Verdict, answered, any_of, closed
from exback.model.items import Confirm, Reading, Recall, Scale, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..ended import HAS_ENDED, NOTHING_ENDED, gained
from ..last_word import NOT_LEFT_FOR_NOW, NOT_STOPPED, STOPPED_WAITING
from ..message import LEFT_OPEN
from ..situation import afraid, closed_for_good, frightened_them

STEP_ID = "waiting"
MONTH_DAYS = 28
ANSWERS_SHOWN = 5


def _answers_so_far(here: Context) -> Prose:
    """List the last five monthly answers with their days."""
    answers = here.all_said("waiting", "still")[-ANSWERS_SHOWN:]
    if not answers:
        return ""
    lead = (
        "How hard it was to let go, 0 to 10:"
        if closed_for_good(here)
        else "How undecided you were, 0 to 10:"
        if here.withheld
        else "How much you wanted to wait, 0 to 10:"
    )
    return "\n".join([lead, *(f"- {here.date(answer.day)}: {answer.value}" for answer in answers)])


def _check_month(journey: Journey) -> Verdict:
    last = journey.last(STEP_ID)
    if last is None or journey.days_since(last) >= MONTH_DAYS or journey.clock_was_set_back:
        return OPEN
    return closed("exback will ask again.", STEP_ID, journey.date_after(last, MONTH_DAYS))


def _check_waits(journey: Journey) -> Verdict:
    last = journey.last(STEP_ID)
    return OPEN if last is not None and last.answers.get("again") is True else closed("", STEP_ID)


MONTH_PASSED = Gate(_check_month, ((STEP_ID, ""),))
WAITS = Gate(_check_waits, ((STEP_ID, "again"),))


def _begins_again(here: Context) -> Prose:
    """Return the words for someone who stopped waiting and opens this again."""
    stopped = here.said(STEP_ID, "again")
    if stopped is None or stopped.value is not False:
        return ""
    return (
        f"You stopped waiting on {here.date(stopped.day)}. If you say yes to the last question here, you'll be waiting again, and exback "
        "will ask about it once a month. If you're only here to read, just leave the page and nothing changes."
    )


def _mirror(here: Context) -> Prose:
    keep = Quote(here.text("keep"), None, gained(here))
    if here["again"]:
        day = later(here.run_day, MONTH_DAYS)
        is_past = bool(here.changed) or here.is_looked_back_at(STEP_ID, day)
        asks = () if is_past else (f"exback will ask again on {here.date(day)}.",)
        return (keep, Quote(here.text("enough"), None, "This is how you'll know it's time:"), *asks)
    return (
        "exback won't ask you about it again."
        if closed_for_good(here)
        else "You've made up your mind."
        if here.withheld
        else "You've decided to stop waiting.",
        keep,
    )


def _where_its_closed(here: Context) -> Prose:
    """Return what waiting means behind a boundary; where one of them was afraid, there's nothing to wait for."""
    if afraid(here):
        return (
            "You can go on missing them. That doesn't mean you'd be safe with them. You don't have to decide anything today. Get on "
            "with your life, away from them."
        )
    if frightened_them(here):
        return (
            "You can go on missing them, and letting go can take time. exback won't help you reach them, however long it takes. Leave "
            "them in peace, and get on with your life."
        )
    return (
        "You can go on missing them. You don't need anyone's permission for that. But exback won't help you reach them, however long you "
        "wait. You can leave it undecided, and get on with your life."
    )


def _asks_how_much(here: Context) -> Prose:
    if closed_for_good(here):
        return "How hard is it to let go?"
    return "How undecided are you still?" if here.withheld else "How much do you still want to wait?"


def _asks_when_its_enough(here: Context) -> Prose:
    if closed_for_good(here):
        return "How will you know you're ready to let go?"
    if here.withheld:
        return "How will you know it's time to make up your mind?"
    return "How will you know you've waited long enough?"


def _asks_whether_to_go_on(here: Context) -> Prose:
    if closed_for_good(here):
        return "Would you like exback to ask you again in a month?"
    return "Will you leave it undecided for now?" if here.withheld else "Will you go on waiting for now?"


def _small_thing(here: Context) -> Prose:
    if not here["again"]:
        return "“Letting go” is always open. When you're ready: exback step letting-go"
    if closed_for_good(here):
        return "One small thing: plan something in the next month that you'll look forward to."
    return "One small thing: plan something in the next month that you wouldn't cancel for them."


STEP = Step(
    id=STEP_ID,
    title="Taking more time",
    minutes=6,
    purpose="You get on with life meanwhile, and check in with yourself once a month.",
    why=("bond-fades", "contact-slows"),
    opens=(
        any_of(
            answered("meet-and-go-slowly", "long-wait", "wait"),
            answered("what-has-changed", "verdict", "wait"),
            LEFT_OPEN,
            answered("decide", "choice", "wait", reason="Opens if you choose to take more time in “{title}”."),
        ),
    ),
    offered_when=(
        any_of(
            answered("meet-and-go-slowly", "long-wait", "wait"),
            answered("what-has-changed", "verdict", "wait"),
            LEFT_OPEN,
            answered("decide", "choice", "wait", times=2, days_apart=7),
        ),
        NOTHING_ENDED,
        NOT_STOPPED,
        NOT_LEFT_FOR_NOW,
    ),
    complete=(WAITS,),
    complete_before=((2, ()),),
    repeats=Repeat(
        due=MONTH_DAYS,
        until=(any_of(HAS_ENDED, STOPPED_WAITING),),
        again=(any_of(STOPPED_WAITING, MONTH_PASSED),),
    ),
    version=2,
    items=(
        Reading("begins-again", _begins_again, when=lambda here: not here.withheld),
        Reading(
            "closed-way",
            _where_its_closed,
            when=lambda here: here.withheld,
        ),
        Reading(
            "waiting-reading",
            """Some people wait a long time, and that doesn't have to be a mistake. Some couples end because of distance, though they still care \
about each other. Sometimes, months later, one of them writes. Others wait, and no one writes.

You can't know which it will be. What matters is that you get on with your life meanwhile. If you put it on hold, the wait gets very \
long. If you're still doing things of your own, you can go on waiting.

Once a month exback will ask if waiting is still right for you. That check-in is about you. You don't need any news of them for it.""",
            when=lambda here: not here.withheld,
        ),
        Reading("looks-so-far", _answers_so_far),
        Recall("enough-then", "You said this is how you'd know it's time:", step="waiting", item="enough"),
        Scale(
            "still",
            _asks_how_much,
            ends=("not at all", "very much"),
        ),
        Text(
            "meanwhile",
            lambda here: (
                "What did you do in the last few weeks that was only for you?"
                if here.withheld
                else "What did you do in the last few weeks that had nothing to do with waiting?"
            ),
            long=True,
            claims=("C2", "C2b"),
        ),
        Text(
            "enough",
            _asks_when_its_enough,
            long=True,
        ),
        Text("keep", "What good has come of this time, whatever they do?", long=True, claims=("S19",)),
        Confirm(
            "again",
            _asks_whether_to_go_on,
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
