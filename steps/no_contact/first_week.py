"""Five small plans for the first week, a day for each, and a look at how they went."""

from exback.model.context import Context, Run
from exback.model.dates import WEEKDAYS
from exback.model.gates import Gate, Verdict, any_of, closed, days_since, done, runs
from exback.model.items import Choice, Choices, Item, Option, Reading, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote
from exback.model.run import Value

from ..situation import afraid, left, tied_by

ID = "first-week"
PLANS = {
    "sleep": (
        "Sleep",
        "What else will you do for your sleep this week?",
        "“Phone on the charger in the hall, lights out at eleven.”",
        "Which day will you start on better sleep?",
    ),
    "meal": (
        "One meal a day",
        "Which meal will you eat every day, even on a bad day?",
        "“Breakfast. Toast counts.”",
        "Which day will you start eating that meal?",
    ),
    "person": (
        "One person",
        "Who will you see or call?",
        "“My sister, on the phone.”",
        "Which day will you see or call that person?",
    ),
    "outing": (
        "One outing",
        "Where will you go, to get out of the house?",
        "“Round the lake.”",
        "Which day will you go out?",
    ),
    "joy": (
        "Something you enjoy",
        "What will you do that you enjoy, or used to enjoy?",
        "“The swimming pool.”",
        "Which day will you do the thing you enjoy?",
    ),
}
EVERY_DAY = ("sleep", "meal")


def day_options(here: Context) -> tuple[Option, ...]:
    """Return the seven days from today on."""
    today = here.today.weekday()
    named = [WEEKDAYS[(today + ahead) % 7] for ahead in range(7)]
    hints = ("today", "tomorrow", "", "", "", "", "")
    return tuple(Option(day.lower(), day, hint) for day, hint in zip(named, hints, strict=True))


def named_day(day: Value, preposition: str = "on") -> str:
    """Return a chosen day as it follows a plan: " on Thursday"; empty without one."""
    return f" {preposition} {day.capitalize()}" if isinstance(day, str) else ""


def _is_review(here: Context) -> bool:
    """Whether the last run made plans, so that this one asks how they went."""
    last = here.last(ID)
    return last is not None and any(isinstance(last.answers.get(f"plan-{plan}"), str) for plan in PLANS)


def _is_planning(here: Context) -> bool:
    return not _is_review(here)


def _plan_questions(plan: str) -> tuple[Item, Item]:
    _, question, _, day_question = PLANS[plan]
    return (
        Text(
            f"plan-{plan}",
            question,
            note=lambda here: _for_example(here, plan),
            when=_is_planning,
            names=plan == "person",
            optional=plan == "sleep",
        ),
        Choice(f"day-{plan}", day_question, options=day_options, when=_is_planning),
    )


def _for_example(here: Context, plan: str) -> Prose:
    if plan == "person":
        return f"Someone other than them. For example: {PLANS[plan][2]}"
    if plan != "sleep":
        return f"For example: {PLANS[plan][2]}"
    example = "“Screen off at eleven, phone beside me.”" if afraid(here) else PLANS[plan][2]
    return f"You can skip this. For example: {example}"


def _introduction(here: Context) -> Prose:
    opening = (
        "You left, and these days may be hard for you too. You can have had a good reason and still be sad."
        if left(here)
        else "In the first days it's hard to think straight, and it's even harder when you've hardly slept."
    )
    children = (
        " If the children are with you, start with the meal. You can eat when they do."
        if tied_by(here, "children")
        else ""
    )
    return f"""{opening}

So look after the basics first. You'll make five small plans: sleep, one meal a day, one person, one outing, and one thing you \
enjoy or used to enjoy. Each one gets a day. Make them so small that you could do them on a bad day.{children}

In 26 trials, planning things like these eased depression. Most of the trials were weak, and no one says that a walk heals a \
breakup. It can still help you through the day.

In a week, exback will ask how it went."""


def _earlier_plans(here: Context) -> Prose:
    run = here.last(ID)
    if run is None:
        return ""
    words = {"get-up": "Getting up", **{f"plan-{plan}": label for plan, (label, *_) in PLANS.items()}}
    lines = (
        f"{label}{_begins(run, item)}: {answer}"
        for item, label in words.items()
        if isinstance(answer := run.answers.get(item), str)
    )
    return (Quote("\n".join(lines), run.day, "These were your plans:"),)


def _begins(run: Run, item: str) -> str:
    """Return the day that was chosen for a plan; what is done every day has its first."""
    plan = "sleep" if item == "get-up" else item.removeprefix("plan-")
    return named_day(run.answers.get(f"day-{plan}"), "from" if plan in EVERY_DAY else "on")


def _kept_options(here: Context) -> tuple[Option, ...]:
    kept = tuple(Option(plan, PLANS[plan][0]) for plan in PLANS if plan in here.picks("kept"))
    return (*kept, Option("none", "None of them did me any good"))


def _did_good(here: Context) -> str:
    """Return the plan that did them the most good, empty if none did or none was kept."""
    plan = here.answers.get("most-good")
    return PLANS[plan][0].lower() if isinstance(plan, str) and plan in PLANS else ""


def _mirror(here: Context) -> Prose:
    if not _is_review(here):
        return ("You've made five small plans, each with a day.", Quote(here.text("get-up"), None, "You'll get up at:"))
    plans_kept = len(here.picks("kept"))
    kept = (
        f"You kept {plans_kept} of {len(PLANS)} plans, in a hard week."
        if plans_kept
        else "None of the five worked out. You looked back all the same."
    )
    return (kept, Quote(here.text("learnt"), None, "What helped, and what got in the way:"))


def _small_thing(here: Context) -> Prose:
    if not _is_review(here):
        return "One small thing: eat something today, if you haven't yet."
    if best := _did_good(here):
        return f"One small thing: plan “{best}” again next week. You said it did you the most good."
    if here.picks("kept"):
        return "One small thing: swap one of the five for something you'd like better."
    return "One small thing: pick the easiest of the five, make it half as big, and do it tomorrow."


REVIEWED = runs(ID, 2)
LONG_PAST = days_since(ID, 15)
"""From then on, no one is asked about the plans of that week. They can still look back on it themselves."""
A_MONTH_IN = days_since("contact-rule", 30)


def _first_week_is_past(journey: Journey) -> Verdict:
    """Return an open verdict once a month of the rule has passed without any plans for the first week."""
    verdict = A_MONTH_IN.check(journey)
    return verdict if journey.last(ID) is None else closed(verdict.reason, ID)


FIRST_WEEK_PAST = Gate(_first_week_is_past, (*A_MONTH_IN.refers, (ID, "")))
"""By then it would be odd to be told to begin one's first week. It can still be opened."""

STEP = Step(
    id=ID,
    title="The first week",
    minutes=10,
    purpose="It's hard to see clearly when everything's in chaos. Sleep, food and people come first, and the questions after that.",
    why=("activation", "reappraise"),
    opens=(done("contact-rule"),),
    complete=(REVIEWED,),
    repeats=Repeat(apart=6, due=7, until=(any_of(REVIEWED, LONG_PAST, FIRST_WEEK_PAST),)),
    items=(
        Reading("small-plans", _introduction, when=_is_planning),
        Text(
            "get-up",
            "What time will you get up, every day this week?",
            note="The same time each day, even after a bad night. For example: “Half past seven, Sunday too.”",
            when=_is_planning,
            claims=("S9",),
        ),
        *(item for plan in PLANS for item in _plan_questions(plan)),
        Reading("your-plans", _earlier_plans, when=_is_review),
        Choices(
            "kept",
            "Which of your plans worked out?",
            note="Half of it counts. Choose all that did, or none.",
            options=tuple(Option(plan, label) for plan, (label, *_) in PLANS.items()),
            when=_is_review,
            claims=("S11",),
        ),
        Choice(
            "most-good",
            "Which of these did you the most good?",
            options=_kept_options,
            when=lambda here: _is_review(here) and bool(here.picks("kept")),
            claims=("S11",),
        ),
        Text("learnt", "What helped, and what got in the way?", long=True, when=_is_review),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
