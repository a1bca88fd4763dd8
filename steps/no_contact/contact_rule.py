"""Your rule: how much contact, for how long, and what does not count."""

from datetime import timedelta

from exback.boundaries import ASKED_TO_STOP, ORDERED_AWAY
from exback.context import Context
from exback.items import Choice, Option, Reading, Scale, Text
from exback.program import Repeat, Step
from exback.prose import Prose, Quote
from exback.rules import done, whole_number

from ..situation import tied_by

LENGTHS = (30, 14, 60)
KINDS = {
    "full": "no contact at all",
    "logistics": "only what has to be settled",
    "co-parenting": "only what concerns the children",
    "shared-work": "only what work demands",
}


def _kinds(here: Context) -> tuple[Option, ...]:
    """The rule that fits their ties stands first."""
    ties = here.ticked("your-story", "ties")
    fitting = (
        "co-parenting"
        if "children" in ties
        else "shared-work"
        if {"work", "studies"} & set(ties)
        else "logistics"
        if ties
        else "full"
    )
    options = (
        Option("full", "No contact", "no messages, no calls, no visits"),
        Option("logistics", "Logistics only", "keys, bills, the flat; short and in writing"),
        Option("co-parenting", "Co-parenting", "the children, and nothing besides"),
        Option("shared-work", "Shared work or studies", "polite, brief, on the subject"),
    )
    return tuple(sorted(options, key=lambda option: option.id != fitting))


def _lengths(here: Context) -> tuple[Option, ...]:
    dated = tuple(
        Option(str(days), f"{days} days", f"until {here.date(here.run_day + timedelta(days=days))}") for days in LENGTHS
    )
    return (*dated, Option("other", "Another length", "14 to 365 days"))


def _days(here: Context) -> int:
    return here.number("length-days") if here["length"] == "other" else int(here.text("length"))


def _until(here: Context) -> str:
    return here.date(here.run_day + timedelta(days=_days(here)))


def _asks_to_sign(here: Context) -> Prose:
    return (
        f"Your rule: {KINDS[here.text('kind')]}, for {_days(here)} days, until {_until(here)}. Sign it in one sentence."
    )


def _earlier_rule(here: Context) -> Prose:
    run = here.last("contact-rule")
    days = None if run is None else whole_number(run, ("length-days", "length"))
    if run is None or days is None:
        return ""
    signed = run.answers.get("signature")
    quoted = (Quote(signed, run.day, "You signed:"),) if isinstance(signed, str) else ()
    return (f"You made a rule of {days} days. A new one takes its place from today.", *quoted)


def _mirror(here: Context) -> Prose:
    return (
        f"Until {_until(here)}: {KINDS[here.text('kind')]}.",
        Quote(here.text("signature"), here.run_day, "You signed:"),
    )


STEP = Step(
    id="contact-rule",
    title="Your rule",
    minutes=8,
    purpose="A rule you made yourself, with an end you can see, is easier to keep than a feeling.",
    why=("contact-slows", "contact-distress", "if-then"),
    opens=(done("why-space"),),
    repeats=Repeat(apart=14),
    items=(
        Reading("earlier", _earlier_rule),
        Reading(
            "about-rules",
            """A rule takes the question off your hands. You do not have to decide again every evening.

Make it fit your life. If you have children together, some contact is usually needed for them. If you work in the same \
place, you will meet. Then the rule is about what you say, not whether you speak. In one study, meeting in person went with \
more distress two months later, but not for people with children together.

Whatever you allow, write it down now. Then a message about the keys is a message about the keys. It will not count \
against you, and it will not open a door for the other things you would like to say.

A rule also has an end. Not because anything has to happen on that day, but because you can look again.""",
        ),
        Reading(
            "order-first",
            "If an order says otherwise, or they asked you to stop, that comes first. Nothing you write here changes it. For "
            "children, use the way that the order names, or ask a lawyer.",
            when=lambda here: bool({ORDERED_AWAY.id, ASKED_TO_STOP.id} & here.held),
        ),
        Reading(
            "same-home",
            """You still share a home, so you will meet in the kitchen. A rule is possible there too. It says which rooms \
and hours are whose, who sleeps where, and what you do not talk about after nine in the evening.

Write down what is settled, and by when one of you will have moved. If being at home with them does not feel safe, do not \
manage it with a rule. exback crisis lists people who can help you think about where to go.""",
            when=lambda here: tied_by(here, "home"),
        ),
        Choice("kind", "Which rule fits your life?", options=_kinds, claims=("S2",)),
        Text(
            "exceptions",
            "What is allowed? Name it as exactly as you can.",
            long=True,
            optional=True,
            note="“Pick-up times for the children, by text, before 7 pm.” What you write here never counts as a slip.",
            why="Vague exceptions grow. Exact ones protect you, and the other person too.",
        ),
        Choice(
            "length",
            "How long will you keep it?",
            options=_lengths,
            note="No study knows the right number. Long enough for the first storm to pass, short enough that you believe in it.",
        ),
        Scale(
            "length-days",
            "How many days?",
            low=14,
            high=365,
            note="From 14 to 365.",
            when=lambda here: here["length"] == "other",
        ),
        Text(
            "signature",
            _asks_to_sign,
            note="For example: “I keep quiet until then, for my own sake.” You will see it again when it gets hard.",
        ),
    ),
    mirror=_mirror,
    small_thing="One small thing: put that date into your calendar, with a word only you understand.",
)
