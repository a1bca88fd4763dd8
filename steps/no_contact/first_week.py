"""Five small plans for the first week, and a review of how they went."""

from exback.model.context import Context
from exback.model.gates import done, runs
from exback.model.items import Choice, Choices, Item, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid, left, tied_by

PLANS = {
    "sleep": (
        "Sleep",
        "What will you do for your sleep this week?",
        "“Phone on the charger in the hall, lights out at eleven.”",
    ),
    "meal": (
        "One meal a day",
        "Which meal will you eat every day, whatever the day is like?",
        "“Breakfast. Toast counts.”",
    ),
    "person": ("One person", "Who will you see or call?", "“My sister, on the phone.”"),
    "outing": ("One outing", "Where will you go, outside the house?", "“Round the lake.”"),
    "joy": ("Something you enjoy", "What do you enjoy, or once did, that you will do?", "“The swimming pool.”"),
}
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _is_review(here: Context) -> bool:
    """Whether an earlier run made the plans, so that this one asks how they went."""
    return here.last("first-week") is not None


def _plan_questions(plan: str) -> tuple[Item, Item]:
    _, question, _ = PLANS[plan]
    return (
        Text(
            f"plan-{plan}",
            question,
            note=lambda here: _for_example(here, plan),
            when=lambda here: not _is_review(here),
            names=plan == "person",
        ),
        Choice(
            f"day-{plan}",
            "On which day does it begin?",
            options=_day_options,
            when=lambda here: not _is_review(here),
        ),
    )


def _for_example(here: Context, plan: str) -> Prose:
    near = plan == "sleep" and afraid(here)
    return f"For example: {'“Screen off at eleven, phone beside me.”' if near else PLANS[plan][2]}"


def _introduction(here: Context) -> Prose:
    tired = (
        "You left, and these days may be hard all the same. Having had a reason does not make it light. Being the one who "
        "went does not mean that you are not allowed to grieve."
        if left(here)
        else "The first days are hard to think straight in, even more so with little sleep."
    )
    children = (
        " With children in the house, begin with the meal; they have to eat too." if tied_by(here, "children") else ""
    )
    return f"""{tired}

So for now, look after the ground. Five small plans: sleep, one meal a day, one person, one outing, and one thing that \
you enjoy or once enjoyed. Make them so small that you could do them on a bad day.{children}

In 26 trials, planning things that do people good eased a low mood. Most of the trials were weak, and nobody claims that \
a walk heals a broken heart. It can hold you up in the meantime.

In a week exback asks how it went."""


def _day_options(here: Context) -> tuple[Option, ...]:
    today = here.today.weekday()
    named = [DAYS[(today + ahead) % 7] for ahead in range(7)]
    hints = ("today", "tomorrow", "", "", "", "", "")
    return tuple(Option(day.lower(), day, hint) for day, hint in zip(named, hints, strict=True))


def _earlier_plans(here: Context) -> Prose:
    run = here.last("first-week")
    if run is None:
        return ""
    lines = (
        f"{PLANS[plan][0]}, from {str(run.answers.get(f'day-{plan}')).capitalize()}: {run.answers[f'plan-{plan}']}"
        for plan in PLANS
        if isinstance(run.answers.get(f"plan-{plan}"), str)
    )
    return (Quote("\n".join(lines), run.day, "These were your plans:"),)


def _mirror(here: Context) -> Prose:
    if not _is_review(here):
        return ("Five small plans for seven days.", Quote(here.text("plan-sleep"), None, "For your sleep:"))
    plans_kept = len(here.picks("kept"))
    if plans_kept == 0:
        return "None of them worked out this week. You looked at it all the same, and the week is over."
    return (
        f"You kept {plans_kept} of 5, in one of the hardest weeks there are.",
        Quote(here.text("learnt"), None, "You learnt:"),
    )


REVIEWED = (runs("first-week", 2),)

STEP = Step(
    id="first-week",
    title="The first week",
    minutes=10,
    purpose="A mind in chaos cannot see clearly. Sleep, food and people come first, then the questions.",
    why=("activation", "reappraise"),
    opens=(done("contact-rule"),),
    complete=REVIEWED,
    repeats=Repeat(apart=6, due=7, until=REVIEWED),
    items=(
        Reading(
            "small-plans",
            _introduction,
            when=lambda here: not _is_review(here),
            claims=("S9", "S11"),
        ),
        *(item for plan in PLANS for item in _plan_questions(plan)),
        Reading("your-plans", _earlier_plans, when=_is_review),
        Choices(
            "kept",
            "Which of them worked out?",
            note="Half counts.",
            options=tuple(Option(plan, label) for plan, (label, _, _) in PLANS.items()),
            when=_is_review,
        ),
        Text(
            "learnt",
            "What helped, and what got in the way?",
            long=True,
            when=_is_review,
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        "One small thing: keep the one that did you most good. It may stay in your week."
        if _is_review(here)
        else "One small thing: eat something today, if you have not."
    ),
)
