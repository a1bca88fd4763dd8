"""Coming back after days away: a greeting, one question about contact, and a check-in for those who want one."""

from exback.model.boundaries import AFRAID_OF_THEM
from exback.model.context import Context
from exback.model.dates import day_of, later
from exback.model.gates import OPEN, Gate, Verdict, closed
from exback.model.happened import absences, dated_runs, days_since_begun, last_number
from exback.model.items import Choice, Option
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose
from exback.model.tracking import Answers

from .. import promise
from ..situation import afraid, must_stay_away
from .contact import IN_TOUCH, SLEPT, SLIPS, STARTED_BY_THEM, UNWANTED, may_settle_for_children, running_rule
from .on_which_day import DATED_BY

STEP_ID = promise.RETURNED[0]


def _is_back(journey: Journey) -> bool:
    """Whether they've done anything else today."""
    return any(not journey.days_since(run) for run in journey.runs)


def _is_uncertain(journey: Journey, before: int) -> bool:
    """Whether the clock was set back since they were here so many days ago, and the calendar has fewer days since then."""
    by_then = [run for run in journey.runs if journey.days_since(run) >= before]
    return bool(by_then) and journey.timeline.outrun_calendar(max(by_then, key=lambda run: run.start_number))


def _away(journey: Journey, begun: int | None) -> tuple[tuple[int, int], ...]:
    """Return the absences under the present rule that haven't been asked about, and those that are asked about in any case.

    Those are one that nothing has ended yet, and the one after which the page was `begun`, so many days ago: someone who left it
    was told that they'd come back to it. After an ending no one is asked about days that lie behind it, and never about days that
    only a wrong clock counted.
    """
    if not absences(journey):
        return ()
    asked = min((days_since_begun(journey, run) for run in journey.ever(STEP_ID)), default=None)
    rule = journey.last(promise.MADE_IN)
    since = -1 if rule is None else journey.days_since(rule)
    has_ended = any(journey.holds_since(step) is not None for step in promise.ENDINGS)
    return tuple(
        (before, after)
        for before, after in absences(journey)
        if (asked is None or asked > after)
        and (
            (before <= since and not has_ended)
            or not (after or _is_back(journey))
            or (begun is not None and after <= begun < before)
        )
        and not _is_uncertain(journey, before)
    )


def _begun(journey: Journey) -> int | None:
    """Return how many days ago the page was begun that was left, None if there's none, or if something ended since."""
    run = journey.unfinished(STEP_ID)
    ended = max(
        (end.finish_number for step in promise.ENDINGS if (end := journey.holds_since(step)) is not None), default=0
    )
    return None if run is None or run.start_number < ended else days_since_begun(journey, run)


def _asked_about(here: Context) -> tuple[tuple[int, int], ...]:
    """Return the absences that this page asks about."""
    return _away(here.journey, (here.today - day_of(here.started)).days)


def _check_away(journey: Journey) -> Verdict:
    """Closed as well while they're in touch: then there's nothing to ask."""
    rule = journey.last(promise.MADE_IN)
    is_over = last_number(journey, IN_TOUCH) > (0 if rule is None else rule.finish_number)
    return OPEN if _away(journey, _begun(journey)) and not is_over else closed("", STEP_ID)


def _has_partial_rule(here: Context) -> bool:
    """Whether there's a rule that allows some contact: then what it allows is nothing to tell of."""
    rule = running_rule(here)
    return rule is not None and rule.answers.get("kind") != "full"


SINCE_THEN, IN_THAT_TIME, WHILE_AWAY = range(3)
ANY_CONTACT = (
    "Have you had contact with them since then?",
    "Did you have contact with them in that time?",
    "Did you have contact with them while you were away?",
)
NOT_ALLOWED = (
    "Has there been any contact since then that your rule doesn't allow?",
    "Was there any contact in that time that your rule doesn't allow?",
    "Was there any contact that your rule doesn't allow while you were away?",
)
MORE_THAN_CHILDREN = (
    "Have you been in contact since then about more than the children?",
    "Were you in contact in that time about more than the children?",
    "Were you in contact while you were away about more than the children?",
)


def _asks(here: Context) -> tuple[str, str, str]:
    if _has_partial_rule(here):
        return NOT_ALLOWED
    has_rule = running_rule(here) is not None
    return MORE_THAN_CHILDREN if may_settle_for_children(here) and not has_rule else ANY_CONTACT


def _has_told(here: Context) -> bool:
    """Whether they've already told of contact in that time that the question is about."""
    kinds = () if _asks(here) is ANY_CONTACT else (*SLIPS, *STARTED_BY_THEM, SLEPT)
    unwanted = Answers(step="contact", item="meant", values=(UNWANTED,))
    contacts = (
        Answers(step="contact", item="kind", values=kinds, dated_by=DATED_BY, unless=(unwanted,)),
        Answers(step="check-in", item="happened", values=("contact",), dated_by=("day",)),
        Answers(step="urge", item="wrote", values=(True,)),
    )
    days = [
        (here.journey.days_since(run), ago) for answers in contacts for ago, run in dated_runs(here.journey, answers)
    ]
    return any(written <= after <= ago <= before for before, after in _asked_about(here) for written, ago in days)


def _besides(here: Context, sentence: str) -> str:
    return (
        f"Apart from what you've already written down, {sentence[0].lower()}{sentence[1:]}"
        if _has_told(here)
        else sentence
    )


def _question(here: Context) -> str:
    """Ask about the time away by its dates: how many of its days are counted is for the status to say, and it isn't all of them."""
    away, asks = _asked_about(here), [_besides(here, ask) for ask in _asks(here)]
    if not away:
        return f"You were away for a while. {asks[IN_THAT_TIME]}"
    since, until = (here.date(later(here.today, -ago)) for ago in away[-1])
    if not away[-1][1] and not _is_back(here.journey):
        return f"Good to see you. You were last here on {since}. {asks[SINCE_THEN]}"
    if len(away) == 1:
        return f"You were away from {since} to {until}. {asks[IN_THAT_TIME]}"
    return f"You were away a few times, most recently until {until}. {asks[WHILE_AWAY]}"


def _mirror(here: Context) -> Prose:
    begun = day_of(here.started)
    if begun < here.run_day:  # they left the page then, and may have been away again
        return f"What you said of the time before {here.date(begun)} is written down."
    has_told = _has_told(here)
    if here["contact"] != "no":
        days = "the other days" if has_told else "those days"
        return f"You don't have to say. exback leaves {days} blank, and won't ask again."
    if running_rule(here) is not None and not must_stay_away(here):
        days = "the days without a slip" if has_told else "those days"
        was = "You kept to your rule" if _has_partial_rule(here) else "There was no contact"
        return _besides(here, f"{was} in that time, so {days} count as kept.")
    sentences = {
        NOT_ALLOWED: "You kept to your rule in that time, and now it's written down.",
        MORE_THAN_CHILDREN: "If you were in contact, it was about the children. That's written down now.",
        ANY_CONTACT: "There was no contact in that time, and now it's written down.",
    }
    return _besides(here, sentences[_asks(here)])


REFERS = (
    (promise.MADE_IN, ""),
    *((answers.step, answers.item) for answers in IN_TOUCH),
    *((step, "") for step in promise.ENDINGS),
)
AWAY = Gate(_check_away, REFERS)
STEP = Step(
    id=STEP_ID,
    title="Coming back",
    minutes=1,
    purpose="Nothing piles up while you're away. exback only asks one question about the days in between.",
    opens=(AWAY,),
    offered_when=(AWAY,),
    repeats=Repeat(due=0, again=(AWAY,)),
    items=(
        Choice(
            "contact",
            _question,
            options=(
                Option("no", "No"),
                Option("yes", "Yes, and I'll say what it was", opens="contact"),
                Option("rather-not", "I'd rather not say"),
            ),
        ),
        Choice(
            "then",
            "Would you like to check in? It takes 20 seconds.",
            options=(Option("check-in", "Check in now", opens="check-in"), Option("not-now", "Not now")),
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        AFRAID_OF_THEM.help
        if afraid(here) and here["contact"] != "no"
        else "Nothing piled up while you were away. Do only as much as you feel up to."
    ),
)
