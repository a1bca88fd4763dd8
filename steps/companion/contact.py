"""There was contact: what it was, what came before it, and what to change."""

from datetime import timedelta

from exback.context import Context, Run
from exback.items import Choice, Confirm, Option, Reading, Text
from exback.program import Repeat, Step
from exback.prose import Prose, Quote

SLIPS = ("i-wrote", "met-my-idea")
UNCOUNTED = ("logistics",)
MANY = 3
WINDOW = 14
RESTS = {"three days": 3, "a week": 7, "two weeks": 14}


def _is_slip(here: Context) -> bool:
    return here["kind"] in SLIPS


def _recent_slips(here: Context) -> list[Run]:
    said = here.all_said("contact", "kind")
    return [one.run for one in said if one.value in SLIPS and here.journey.days_since(one.run) < WINDOW]


def _slips_again(here: Context) -> bool:
    return _is_slip(here) and len(_recent_slips(here)) + 1 >= MANY


def _slip_reading(here: Context) -> Prose:
    rule = here.quote("contact-rule", "signature", "You signed this:")
    kept = (
        (
            "It happened. Nobody here will scold you, and nothing that you did is undone: the days you kept stay kept, and the "
            "longest stretch stays the longest."
        ),
        (
            "Most people who miss somebody do this at least once. What counts is the next hour. You need not explain it, mend "
            "it or answer for it with another message. Let it stand as it is."
        ),
    )
    return (*kept, *rule)


def _pause_reading(here: Context) -> Prose:
    return (
        (
            f"This is the {'third' if len(_recent_slips(here)) + 1 == MANY else 'next'} time in two weeks that you began it. So "
            "exback says it plainly: the plan as it stands does not hold you now. That is no judgement. It means that the plan is "
            "wrong for these days, not you."
        ),
        (
            "The plan can rest. No step is asked of you while it does. The check-in, exback urge and exback crisis stay where they "
            "are. And if you can, tell one person today what has been going on."
        ),
        "If they have asked you to stop, then stop at once, all of it. Open “Your story” and say so there.",
    )


def _rests(here: Context) -> tuple[Option, ...]:
    dated = (
        Option(
            (here.today + timedelta(days=days)).isoformat(),
            f"Rest for {name}",
            f"until {here.date(here.today + timedelta(days=days))}",
        )
        for name, days in RESTS.items()
    )
    return (*dated, Option("no", "Go on without a rest"))


def _asks_what_before(here: Context) -> Prose:
    return {
        "i-wrote": "What came before it? The hour, the place, what you felt.",
        "met-my-idea": "What came before you asked to meet?",
    }[here.text("kind")]


def _mirror(here: Context) -> Prose:
    kind = here.text("kind")
    if kind == "logistics":
        return "What your rule allows does not count. It is written down, so that you need not wonder later."
    if kind in ("they-wrote", "met"):
        return ("They came to you, and you wrote down how it was.", Quote(here.text("felt"), None, "You felt:"))
    return (
        "You looked at it instead of away.",
        Quote(here.text("change"), None, "Next time:"),
    )


def _small_thing(here: Context) -> Prose:
    if here["kind"] == "they-wrote" and here["answered"] is False:
        return "One small thing: do not answer today. When you want to think it through: exback reply"
    if _is_slip(here):
        return "One small thing: put the phone away for an hour, and tell one person. Your plans wait in exback step risky-moments."
    return "One small thing: do something for the next hour that has nothing to do with them."


STEP = Step(
    id="contact",
    title="There was contact",
    minutes=3,
    purpose="What you look at teaches you something. What you hide from yourself comes again.",
    why=("contact-slows", "contact-distress", "if-then", "pursuit"),
    repeats=Repeat(),
    items=(
        Choice(
            "kind",
            "What was it?",
            options=(
                Option("i-wrote", "I wrote or called"),
                Option("they-wrote", "They wrote or called"),
                Option("met-my-idea", "We met, and it was my idea"),
                Option("met", "We met, and it was not my idea"),
                Option("logistics", "Only what my rule allows"),
            ),
            why="What your rule allows is never counted. What they begin is not counted either.",
        ),
        Reading("slip", _slip_reading, when=_is_slip),
        Text("before", _asks_what_before, long=True, when=_is_slip),
        Text(
            "hoped",
            "What did you hope for in that moment, and what came?",
            long=True,
            optional=True,
            when=_is_slip,
        ),
        Text(
            "change",
            "Which one thing will you change, so that the same moment ends differently?",
            note="A thing to do: “I delete the draft folder.” “I call my brother first.”",
            when=_is_slip,
        ),
        Confirm("answered", "Did you answer?", when=lambda here: here["kind"] == "they-wrote"),
        Text(
            "felt",
            "How was it for you, then and an hour later?",
            long=True,
            when=lambda here: here["kind"] in ("they-wrote", "met"),
        ),
        Text(
            "about",
            "What was it about?",
            optional=True,
            note="“The keys.” “Pick-up on Friday.”",
            when=lambda here: here["kind"] == "logistics",
        ),
        Reading("pause-reading", _pause_reading, when=_slips_again),
        Choice("rest", "Shall the plan rest for a while?", options=_rests, when=_slips_again),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
