"""Whether the person is ready: which conditions hold, which don't yet, what changes them, and when to look again.

`ADVICE_ONCE` is what this step takes today, shown as advice to someone who did it when it took less.
"""

from datetime import date

from exback.model.context import Context
from exback.model.dates import later
from exback.model.gates import Verdict, done, done_before_version
from exback.model.items import Reading, Scale, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose

from ..situation import named_person, or_a_helpline
from .readiness import (
    FINE,
    NOT_FINE,
    READY,
    READY_IN_VERSION_1,
    STEP_ID,
    TAKES_A_NO,
    VERSION,
    WAIT_IS_OVER,
    concern,
    days_to_wait,
    sign,
    signs,
)

LOW = 3
LOOKS_GOOD = "Everything exback can count looks good. It can't see how you really are. You can."


def _signs(here: Context) -> tuple[Verdict, ...]:
    is_fine = here.number("fine-with-no") >= FINE
    return (*signs(here.journey), Verdict(is_fine, TAKES_A_NO.holds if is_fine else NOT_FINE))


def _is_ready(here: Context) -> bool:
    return all(sign.open for sign in _signs(here))


def _list_there(shown: tuple[Verdict, ...]) -> str:
    """Return the conditions that hold as a list, empty if there is none."""
    return _listed("Already there:", [sign.reason for sign in shown if sign.open])


def _list_missing(shown: tuple[Verdict, ...]) -> str:
    """Return the conditions that don't hold as a list, empty if there is none."""
    return _listed("Not yet:", [sign.reason for sign in shown if not sign.open])


def _missing_and_when(here: Context) -> str:
    """Return the conditions that don't hold as a list, each with the first day on which it could; empty if there is none."""
    missing = (sign for sign in _signs(here) if not sign.open)
    return _listed("Not yet:", [f"{sign.reason}{_what_then(here, sign)}" for sign in missing])


def _listed(title: str, lines: list[str]) -> str:
    return "\n".join([title, *(f"- {line}" for line in lines)]) if lines else ""


def _what_then(here: Context, sign: Verdict) -> str:
    """Return the first day on which a condition could hold or, if nothing but the person is waited for, what to do."""
    if sign.date is not None and sign.date > here.today:
        return f" Earliest: {here.date(sign.date).partition(' ')[2]}."  # without the weekday, so that it fits
    return f" To do: exback step {sign.step}" if sign.step and sign.step != STEP_ID else ""


def _signs_page(here: Context) -> Prose:
    return (_list_there(_signs(here)), concern(here.journey), LOOKS_GOOD if _is_ready(here) else "")


def _not_yet_page(here: Context) -> Prose:
    day = _next_look(here)
    again = (
        ""
        if here.is_looked_back_at(STEP_ID, day)
        else f" Look again on {here.date(day)}. exback won't bring it up before then."
    )
    return (_missing_and_when(here), f"“Not yet” doesn't mean no.{again}")


def _next_look(here: Context) -> date:
    return later(here.today, days_to_wait(here.journey))


def _mirror(here: Context) -> Prose:
    if _is_ready(here):
        return f"How well you could take a no: {here.number('fine-with-no')} out of 10. Next, look at what has changed since it ended."
    no, day = f"How well you could take a no: {here.number('fine-with-no')} out of 10.", _next_look(here)
    if here.is_looked_back_at(STEP_ID, day):
        return f"On {here.date(here.run_day)} it was “not yet”. {no}"
    return (
        f"Not yet, and now you know what's missing. {no}",
        f"Look again on {here.date(day)}. Until then you can use everything in the first two stages, and you can let go at any time.",
    )


STEP = Step(
    id=STEP_ID,
    title="Am I ready?",
    minutes=5,
    purpose="An invitation is only fair if you'd be all right with a no. This step looks at whether you would.",
    why=("pursuit", "bond-fades"),
    claims=("S15",),
    complete=READY,
    complete_before=((VERSION, READY_IN_VERSION_1),),
    repeats=Repeat(apart=1, due=7, until=(done(STEP_ID),), again=(WAIT_IS_OVER,)),
    reaches_out=True,
    version=VERSION,
    items=(
        Reading(
            "ready-reading",
            """This stage is for you if you've finished the second one and your life is going well. You may still want them. But \
you're all right without them.

That's hard to judge from the inside. So exback goes through what you've told it: your rule, your decision, your mood, your weekly plans, \
and what you said about being happy without them. Then it asks how well you could take a no. You don't have to like \
it. You just have to be all right afterwards.

If something's missing, you'll see what it is, what would change it, and when to look again. You can't fail this.""",
        ),
        Scale(
            "fine-with-no",
            "How well could you take a no?",
            claims=("S19",),
            ends=("not at all", "very well"),
            note="exback asks this once a week. If you raise it later, the lower number counts.",
        ),
        Text(
            "no-evening",
            "Suppose they say no. What's that evening like?",
            long=True,
            note="Where are you, and what are you doing?",
        ),
        Text(
            "can-now",
            "What can you do now that you couldn't do when it ended?",
            long=True,
            note="“Sleep.” “Spend a Sunday alone.” If you ever meet, this is worth more than any technique.",
            claims=("S21",),
        ),
        Reading("signs", _signs_page),
        Reading("not-yet", _not_yet_page, when=lambda here: not _is_ready(here)),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        f"One small thing: talk to {named_person(here) or 'a friend'} tonight about what a no would be like. {or_a_helpline(here)}"
        if here.number("fine-with-no") <= LOW
        else "One small thing: spend this evening the way you would if you'd never thought of writing to them."
    ),
)

BEGIN_WITH_IT = ("what-has-changed", "their-side", "apology")
"""The steps that show it, from their second version on. So does “One invitation”, to someone who never began that."""
DONE_BEFORE = done_before_version(STEP_ID, VERSION)


def _begun(journey: Journey, step: str, version: int) -> bool:
    """Whether a step was begun in a version of it, or a later one."""
    runs = (*journey.finished(step), journey.unfinished(step))
    return any(run is not None and run.step_version >= version for run in runs)


def _is_new(here: Context) -> bool:
    """Whether they were ready by the earlier conditions, and haven't begun anything yet that shows the new ones."""
    shown_in = ((STEP_ID, VERSION), *((step, 2) for step in BEGIN_WITH_IT), ("one-invitation", 1))
    return (
        here.finished is None
        and DONE_BEFORE.check(here.journey).open
        and here.journey.is_done(STEP_ID)
        and not any(_begun(here.journey, step, version) for step, version in shown_in)
    )


def _conditions(here: Context) -> Prose:
    shown = (*signs(here.journey), sign(TAKES_A_NO, here.journey))
    return (
        "“Am I ready?” asks for more than before. What was open for you stays open, so this is only advice.",
        _list_there(shown),
        _list_missing(shown),
        LOOKS_GOOD if all(each.open for each in shown) else "You can wait until the rest is there too.",
    )


ADVICE_ONCE = Reading("new-conditions", _conditions, when=_is_new)
