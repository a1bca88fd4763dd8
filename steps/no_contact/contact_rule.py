"""Your rule: how much contact, for how long, and what doesn't count."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from msgspec import structs

from exback.model.boundaries import held_when, standing
from exback.model.context import Context
from exback.model.dates import count, later
from exback.model.gates import MOST_DAYS_BEFORE, OPEN, Gate, Verdict, closed, done, whole_number
from exback.model.happened import last_number
from exback.model.items import Choice, Date, Option, Reading, Scale, Text
from exback.model.journey import Journey
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from .. import promise
from ..companion.contact import RULE_OVER, has_no_end, running_rule
from ..companion.rhythm import days_over
from ..situation import (
    HIDE,
    ByBoundary,
    afraid,
    is_ordered_away,
    may_write_about_children,
    must_stay_away,
    order_too,
    tied_by,
)

T = TypeVar("T")
LENGTHS = (14, 30, 60)
DAYS_APART = 14
KINDS = {
    "full": "no contact at all",
    "logistics": "only practical matters",
    "co-parenting": "only the children, and practical matters",
    "shared-work": "only what work or your course needs",
    "through-others": "only through someone else",
    "as-allowed": "only what's been arranged",
}


RULES = (
    Option("full", "No contact at all", "no messages, no calls, no visits"),
    Option("logistics", "Only practical matters", "keys, bills or the flat, short and in writing"),
    Option("co-parenting", "Only the children", "and practical matters"),
    Option("shared-work", "Only work or studies", "polite, brief, about the work"),
    Option("through-others", "Only through someone else", "a lawyer, a service, a person you trust"),
)
STAY_AWAY_RULES = (
    Option("full", "No contact at all", "no messages, no calls, no visits"),
    Option("as-allowed", "Only what's been arranged", "the way it was arranged, and no other way"),
)


def _rule_options(here: Context) -> tuple[Option, ...]:
    """Return the rules, the one that fits their ties first.

    No silence for people who have to talk, and no go-between for people who aren't afraid.
    """
    if may_write_about_children(here):
        return STAY_AWAY_RULES[::-1]
    if must_stay_away(here):
        return STAY_AWAY_RULES
    fitting = _fitting_rule(here)
    hidden = {"full"} if tied_by(here, "children", "home") else set()
    hidden |= set() if afraid(here) else {"through-others"}
    shown = (option for option in RULES if option.id not in hidden)
    return tuple(sorted(shown, key=lambda option: option.id != fitting))


def _fitting_rule(here: Context) -> str:
    if afraid(here) and here.ticked("your-story", "ties"):
        return "through-others"
    if tied_by(here, "children"):
        return "co-parenting"
    if tied_by(here, "work", "studies"):
        return "shared-work"
    return "logistics" if here.ticked("your-story", "ties") else "full"


def _first_day(here: Context) -> date:
    """Return the day from which the rule counts: that of this run, or the earlier day on which it began."""
    return here.day("began") if _began_earlier(here) else here.run_day


def _began_earlier(here: Context) -> bool:
    return here.answers.get("since") == "earlier"


def _is_first_rule(here: Context) -> bool:
    return here.journey.latest("contact-rule") is None


def _length_options(here: Context) -> tuple[Option, ...]:
    ends = {days: later(_first_day(here), days) for days in LENGTHS}
    ahead = {days: here.date(end) for days, end in ends.items() if end > here.run_day}
    if here.withheld:  # a day until which they keep away would read as leave to write, or to answer, after it
        dated = tuple(Option(str(days), f"After {count(days, 'day')}", f"on {day}") for days, day in ahead.items())
        return (*dated, Option("other", "On another day", "after 14 to 365 days"))
    dated = tuple(Option(str(days), count(days, "day"), f"until {day}") for days, day in ahead.items())
    return (*dated, Option("other", "Another length", "14 to 365 days"))


def _days(here: Context) -> int:
    return here.number("length-days") if here["length"] == "other" else int(here.text("length"))


def _last_day(here: Context) -> str:
    return here.date(_end(here))


def _end(here: Context) -> date:
    return later(_first_day(here), _days(here))


def _is_past(here: Context) -> bool:
    """Whether this rule was replaced, or its last day has passed, by the time it's read."""
    return here.is_looked_back_at(promise.MADE_IN, _end(here))


def _asks_to_sign(here: Context) -> Prose:
    if here.withheld:
        return f"{_without_end(here)} Sign it in one sentence."
    if _began_earlier(here):
        started = here.date(_first_day(here))
        return (
            f"Your rule: {KINDS[here.text('kind')]}, from {started} until {_last_day(here)}. Sign it in one sentence."
        )
    return f"Your rule: {KINDS[here.text('kind')]}, for {count(_days(here), 'day')}, until {_last_day(here)}. Sign it in one sentence."


def _without_end(here: Context) -> str:
    """Return the rule of someone whose quiet ends on no day, so that nothing reads as leave to write on one."""
    kind = KINDS[here.text("kind")]
    is_earlier = _began_earlier(here) or here.is_looked_back_at(promise.MADE_IN, here.run_day)
    start = f"since {here.date(_first_day(here))}" if is_earlier else "from today"
    rule = f"{kind[0].upper()}{kind[1:]}, {start}, with no end date."
    return rule if _is_past(here) else f"{rule} On {_last_day(here)} you'll check in with yourself."


def _earlier_rule(here: Context) -> Prose:
    run = here.last("contact-rule")
    days = None if run is None else whole_number(run, ("length-days", "length"))
    if run is None or days is None:
        return ""
    signed = run.answers.get("signature")
    quoted = (Quote(signed, run.day, "You signed:"),) if isinstance(signed, str) else ()
    if here.withheld:
        return ("You've made a rule before. This one replaces it from today, and it has no end date.", *quoted)
    if has_no_end(here.journey):
        return ("You made a rule with no end date. A new one replaces it from today.", *quoted)
    new = "A new one starts today." if running_rule(here) is None else "A new one replaces it from today."
    return (f"You made a rule for {count(days, 'day')}. {new}", *quoted)


GIVEN_RULE = ByBoundary(
    asked_to_stop="This rule isn't yours to choose, because they don't want contact. So it's no contact, or only what you two have "
    "arranged, and it has no end date.",
    ordered_away="This rule isn't yours to choose, because you were told to keep away. So it's either no contact, not even through other "
    "people, or only what the order allows. It has no end date here. If the order ends, open “Going on without them” before you do "
    "anything.",
    afraid_of_me="This rule isn't yours to choose, because they need to feel safe from you. So it's no contact, or only what goes "
    "through a court, a lawyer or a service, and it has no end date.",
)
ONLY_CHILDREN = "If they said “only about the children”, choose “Only what's been arranged”. You can still write about the children."
ABOUT_AFRAID = (
    (
        "This rule is for your safety. It's no contact, or only what's been arranged through a court, a lawyer or a service, and it "
        "has no end date."
    ),
)
ASK_A_LAWYER = (
    (
        "If the order names a way to settle something about children, keep to it exactly. If you aren't sure, ask a lawyer before you "
        "do anything."
    ),
)


def _about_rules(here: Context) -> Prose:
    if must_stay_away(here):
        about = ABOUT_AFRAID if afraid(here) else GIVEN_RULE.fitting(here)
        return (
            *about,
            *(order_too(here) if afraid(here) else ()),
            *((ONLY_CHILDREN,) if may_write_about_children(here) else ()),
            (
                "What you can choose is a day to check in with yourself, for example in 30 days. Nothing changes that day. You just look "
                "at how you're sleeping, who's around you, and what you've understood."
            ),
            *(ASK_A_LAWYER if is_ordered_away(here) else ()),
        )
    fitting = (
        "Make it fit your life, and put your safety first. If you have children together, or work in the same place, practical "
        "matters can go through someone else. The rule is for you. They don't have to know about it."
        if afraid(here)
        else "Make it fit your life. If you have children together, you'll usually need some contact for them. If you work in the "
        "same place, you'll see them. Then the rule is about what you say, not whether you speak. In one study, meeting in person "
        "was linked to more distress two months later, but not for people with children together."
    )
    check_in = (
        "The rule has no end date. You only choose a day to check in with yourself, and nothing has to happen on it."
        if afraid(here)
        else "A rule also has a last day. Nothing has to happen on it. It's a day to look at how you're doing and decide again."
    )
    return f"""With a rule, you don't have to decide again every evening.

{fitting}

Whatever you allow, write it down now. Then a message about the keys is only a message about the keys. It won't count \
against you, and it's easier to leave it at that.

{check_in}"""


def _example(here: Context) -> Prose:
    return f"For example: “{_example_of(here, here.text('kind'))}” You'll see it again when it gets hard."


def _example_of(here: Context, kind: str) -> str:
    """Return a signature that promises what the rule asks, and no more."""
    if kind == "as-allowed":
        children = "I'll write about the children and nothing else."
        return children if may_write_about_children(here) else "Only what's been arranged, and nothing else."
    if must_stay_away(here):
        return "No contact, from today." if afraid(here) else "I'll leave them in peace, from today."
    if kind == "through-others":
        return "Anything practical goes through my lawyer."
    if kind == "co-parenting" or (kind == "logistics" and tied_by(here, "children")):
        return "We talk about the children and the bills. Nothing else."
    if kind in ("logistics", "shared-work"):
        return "I'll write only about what's needed, for my own sake."
    return "I don't have to answer them." if afraid(here) else "I won't write until then, for my own sake."


def _in_one_home(here: Context) -> Prose:
    if not tied_by(here, "home"):
        return ""
    for_others = "Let a lawyer help you settle how you'll live apart."
    if afraid(here):
        return (
            (
                "You share a home with someone you've been afraid of. A rule can't make that safe, and you don't have to agree on one "
                "with them."
            ),
            (
                "Before you tell them anything, sign something or move out, ask one of the helplines in exback crisis. They can help you "
                "think about where to go. If you're in danger now, call the emergency number."
            ),
            *((for_others,) if must_stay_away(here) else ()),
        )
    if must_stay_away(here):
        return f"You still share a home. {for_others} Don't try to settle it between the two of you."
    agree = (
        "If you can, agree together on who sleeps where, who uses which room and when, and who has the children when. Agree not "
        "to argue where they can hear you."
        if tied_by(here, "children")
        else "If you can, agree together on who sleeps where, and who uses which room and when."
    )
    return f"""You still share a home, so you'll meet in the kitchen. You can have a rule there too. {agree}

Before anyone moves out or signs something, get advice about money and the home. If you don't feel safe at home with \
them, don't try to manage it with a rule. A helpline can help you think about where to go: exback crisis"""


def _about_exceptions(here: Context) -> Prose:
    for_children = tied_by(here, "children")
    if here["kind"] == "through-others":
        example = (
            "“Pick-up times for the children, through my sister.”"
            if for_children
            else "“The spare key, through my sister.”"
        )
    else:
        example = (
            "“Pick-up times for the children, by text, before 7 pm.”" if for_children else "“The spare key, by text.”"
        )
    return f"{example} What you name here never counts as a slip."


def _mirror(here: Context) -> Prose:
    if here.withheld:
        return (
            _without_end(here),
            Quote(here.text("signature"), here.run_day, "You signed:"),
        )
    whose = "This was your rule" if _is_past(here) else "Your rule"
    return (
        f"{whose}: {KINDS[here.text('kind')]}, until {_last_day(here)}.",
        Quote(here.text("signature"), here.run_day, "You signed:"),
    )


def _when_signed(wording: Callable[[Context], T]) -> Callable[[Context], T]:
    """Return a wording that's worded behind the boundaries of the day on which the rule was signed, too.

    So what was signed is read as it was, also once a boundary is lifted.
    """

    def worded(here: Context) -> T:
        made = here.journey.as_it_is.ever(promise.MADE_IN) if here.finished is not None else ()
        run = next((run for run in made if (run.started, run.finished) == (here.started, here.finished)), None)
        held = frozenset() if run is None else held_when(here.journey.as_it_is, run)
        return wording(structs.replace(here, held=here.held | held) if held - here.held else here)

    return worded


def _check_replaced(journey: Journey) -> Verdict:
    """Return an open verdict two weeks after a rule was made, or once it's over or what made it endless is lifted.

    One that began earlier may be over sooner.
    """
    rule = journey.last(promise.MADE_IN)
    if rule is None or journey.days_since(rule) >= DAYS_APART or journey.clock_was_set_back or days_over(journey) >= 0:
        return OPEN
    is_lifted = has_no_end(journey) and not standing(journey)
    if is_lifted or last_number(journey, RULE_OVER) > rule.finish_number:
        return OPEN
    return closed("It comes up again later.", promise.MADE_IN, journey.date_after(rule, DAYS_APART))


MAY_REPLACE = Gate(_check_replaced, ((promise.MADE_IN, ""), *((answers.step, answers.item) for answers in RULE_OVER)))
STEP = Step(
    id="contact-rule",
    title="Your rule",
    minutes=8,
    purpose="With a rule of your own, you decide once, and not again every time you want to write.",
    why=("contact-slows", "contact-distress", "if-then"),
    opens=(done("why-space"),),
    repeats=Repeat(again=(MAY_REPLACE,)),
    items=(
        Reading("earlier", _earlier_rule),
        Reading(
            "about-rules",
            _when_signed(_about_rules),
            former=("order-first",),
        ),
        Reading(
            "safe-first",
            f"""You don't have to manage this alone. Anything about children, keys or money can go through a person you trust, a \
lawyer or a contact service. Ask one of the helplines in exback crisis how to hand over children safely. If they still have a key \
to your home, ask about that too.

If your silence could make them angry, or bring them to your door, talk to one of these helplines before you start. This rule is \
for you. What they do is never your fault.

{HIDE}""",
            when=afraid,
        ),
        Reading(
            "same-home",
            _in_one_home,
        ),
        Choice(
            "kind",
            _when_signed(lambda here: "What's allowed?" if must_stay_away(here) else "Which rule fits your life?"),
            options=_when_signed(_rule_options),
            claims=("S2",),
        ),
        Text(
            "exceptions",
            lambda here: (
                "What exactly do you still have to allow?" if here["kind"] == "full" else "What exactly do you allow?"
            ),
            long=True,
            optional=True,
            when=_when_signed(lambda here: not must_stay_away(here)),
            note=_about_exceptions,
            why="It's easier to stick to if you say exactly what.",
        ),
        Choice(
            "since",
            "When did your rule start?",
            options=lambda here: (
                Option("today", here.near(here.run_day)),
                Option("earlier", "Earlier", "I've already kept it for a while"),
            ),
            when=_is_first_rule,
        ),
        Date(
            "began",
            "Which day did you start keeping your rule?",
            note="“3 November” or “two weeks ago”, at most 90 days back. Those days count.",
            most_days_back=MOST_DAYS_BEFORE,
            when=_began_earlier,
        ),
        Choice(
            "length",
            _when_signed(
                lambda here: (
                    "When will you check in with yourself?" if here.withheld else "How long will you keep your rule?"
                )
            ),
            options=_when_signed(_length_options),
            note=_when_signed(
                lambda here: (
                    "Nothing changes that day. It's for you."
                    if here.withheld
                    else "No study has found the right number. Pick one that's long enough to calm down, and that you believe you can keep."
                )
            ),
        ),
        Scale(
            "length-days",
            _when_signed(lambda here: "After how many days?" if here.withheld else "How many days?"),
            low=14,
            high=365,
            note="From 14 to 365.",
            when=lambda here: here["length"] == "other",
        ),
        Text(
            "signature",
            _when_signed(_asks_to_sign),
            note=_when_signed(_example),
        ),
    ),
    mirror=_when_signed(_mirror),
    small_thing="One small thing: put that date in a calendar that only you can see. For a calendar file with neutral titles: exback export --format ics",
)
