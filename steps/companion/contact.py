"""There was contact: what it was, what came before it, and what to change."""

from datetime import date

from exback.model.boundaries import AFRAID_OF_THEM, ASKED_TO_STOP
from exback.model.context import Context, Run
from exback.model.dates import count, later
from exback.model.items import Choice, Confirm, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import DOOR, ByBoundary, afraid, is_ordered_away, left, must_stay_away, order_too, owes_quiet, tied_by

STARTED_BY_THEM = {"they-wrote": "They wrote to you.", "met": "You met, and it was not your idea."}
SLIPS = ("i-wrote", "met-my-idea")
UNCOUNTED = ("logistics",)
MANY_SLIPS = 3
WINDOW_DAYS = 14
PAUSE_DAYS = {"three days": 3, "a week": 7, "two weeks": 14}


def _is_slip(here: Context) -> bool:
    return here["kind"] in SLIPS


def _slips(here: Context) -> list[Run]:
    return [answer.run for answer in here.all_said("contact", "kind") if answer.value in SLIPS]


def _recent_slips(here: Context) -> list[Run]:
    return [run for run in _slips(here) if here.journey.days_since(run) < WINDOW_DAYS]


def _has_many_slips(here: Context) -> bool:
    return _is_slip(here) and len(_recent_slips(here)) + 1 >= MANY_SLIPS


STOP = ByBoundary(
    asked_to_stop="Stop here. They don't want contact, and that still holds. Don't write again, not even to explain or to say sorry. "
    "If it's hard to stop, tell one person today what has been going on.",
    ordered_away="Stop here. You were told to keep away, and that still holds. Don't write again, not even to explain or to say "
    "sorry. Talk to a lawyer today.",
    afraid_of_me="Stop here. They have to feel safe from you. Don't write again, not even to explain or to say sorry. Some countries have "
    "a line for people who worry about what they do, and exback crisis names it. Where there's none, ask a doctor for someone "
    "trained in this. Do it today.",
)
STOP_NOW = ByBoundary(
    asked_to_stop="They don't want contact, and you've started it {which} in two weeks. Messages that keep coming can frighten someone. "
    "This program isn't enough to stop this: tell one person today, and ask a doctor or a counsellor for help with it.",
    ordered_away="You've started contact {which} in two weeks, although you were told to keep away. This program isn't enough to stop this. "
    "Before anything else, talk to a lawyer today.",
    afraid_of_me="You've started contact {which} in two weeks. To them it can feel like being followed. This program isn't enough to "
    "stop this. Today, call a line for people who worry about what they do. exback crisis names one if there is one; if not, ask "
    "a doctor.",
)
ABOUT_THE_CHILDREN = (
    "If it was about the children, it isn't a slip. It's written down, so you don't have to wonder later."
)
NOT_ALLOWED = ByBoundary(
    asked_to_stop="Your rule can't allow more than they do. If they hadn't agreed to this, it was contact: don't go on with it.",
    ordered_away="Your rule can't allow what the order forbids. If the order doesn't name this way, it was contact: don't go on with "
    "it, and ask a lawyer.",
    afraid_of_me="Your rule allows only what goes through a court, a lawyer or a service. If this didn't, it was contact: don't go on "
    "with it.",
)
ENDS_HERE = ByBoundary(
    asked_to_stop="You said what you did. What counts for them is that it stops here.",
    ordered_away="You said what you did. What counts now is that it stops here.",
    afraid_of_me="You said what you did. What counts for them is that it stops here.",
)


def _slip_reading(here: Context) -> Prose:
    if owes_quiet(here):
        return STOP.fitting(here)
    most = "" if left(here) else "Most people who are left do something like this at least once. "
    return (
        (
            "It happened. No one here will scold you, and nothing you did is undone: the days you kept stay kept, and the longest "
            "stretch stays the longest."
        ),
        (
            f"{most}What counts is the next hour. You don't have to explain it, or fix it with another message. Leave it as it is."
        ),
        *(
            (
                (
                    "You've been afraid of them, and you may long for them all the same. If you're worried about what they may do now, "
                    "exback crisis lists people who know this well."
                ),
                *order_too(here),
            )
            if afraid(here)
            else ()
        ),
        *here.quote("contact-rule", "signature", "You signed this:"),
    )


def _many_slips_reading(here: Context) -> Prose:
    slips = len(_recent_slips(here)) + 1
    if owes_quiet(here):
        return tuple(words.format(which=f"{slips} times") for words in STOP_NOW.fitting(here))
    if afraid(here):
        return (
            (
                "You wrote again, to someone you've been afraid of. That's no reason for shame. It's a reason not to be alone with it. "
                "The people on the lines that exback crisis lists know this, and won't scold you."
            ),
            *order_too(here),
        )
    which = "third" if slips == MANY_SLIPS else "next"
    first = (
        (
            f"This is the {which} time in two weeks that you began it. So exback says it plainly: the plan as it stands is not "
            "holding. It may be too much for these days."
        ),
    )
    return (
        *first,
        (
            "Messages that keep coming can frighten somebody, even when you mean well. If they have asked you to stop, stop at "
            "once, and say so in “Your story”."
        ),
        (
            "The steps can rest. Your rule does not: no more messages. The check-in, exback urge and exback crisis stay where "
            "they are. If it is hard to stop, tell one person today what has been going on."
        ),
    )


def _pause_options(here: Context) -> tuple[Option, ...]:
    dated = (
        Option(
            later(here.today, days).isoformat(),
            f"Rest for {name}",
            f"until {here.date(later(here.today, days))}",
        )
        for name, days in PAUSE_DAYS.items()
    )
    return (*dated, Option("no", "Go on without a rest"))


def _asks_what_before(here: Context) -> Prose:
    return {
        "i-wrote": "What came before it? The hour, the place, what you felt.",
        "met-my-idea": "What came before you asked to meet?",
    }[here.text("kind")]


def _mirror(here: Context) -> Prose:
    kind = here.text("kind")
    felt = Quote(here.text("felt"), None, "This is how it was for you:") if kind in STARTED_BY_THEM else None
    if kind == "logistics" and owes_quiet(here):
        return ABOUT_THE_CHILDREN if _is_about_children(here) else NOT_ALLOWED.fitting(here)
    if kind == "logistics":
        return (
            "What your rule allows doesn't count. It's written down, so that you don't have to wonder later.",
            *_order_if_afraid(here),
        )
    if felt is not None and owes_quiet(here):
        if kind == "met":
            return (
                "You met, and it was contact, even if it wasn't your idea. Leave it there: don't write about it afterwards.",
                felt,
            )
        if _may_be_about_children(here):
            return (
                "They wrote to you. If it was about the children, answer about the children and nothing else.",
                felt,
            )
        return ("They wrote to you, and it was contact all the same. Don't answer, today or later.", felt)
    if felt is not None:
        return (STARTED_BY_THEM[kind], felt, *_safety_help(here), *_order_if_afraid(here))
    if owes_quiet(here):
        ends, *others = ENDS_HERE.fitting(here)
        return (ends, *others, Quote(here.text("change"), None, "Next time:"))
    return (
        "You looked at it instead of looking away.",
        *_days_kept_sentence(here),
        Quote(here.text("change"), None, "Next time:"),
        *_pause_sentence(here),
    )


def _may_be_about_children(here: Context) -> bool:
    """Whether a message may have to be answered for the children's sake: they were asked to stop, and nothing worse."""
    return tied_by(here, "children") and here.held == {ASKED_TO_STOP.id}


def _is_about_children(here: Context) -> bool:
    return _may_be_about_children(here) and here.told("contact-rule", "kind") == "as-allowed"


def _order_if_afraid(here: Context) -> tuple[str, ...]:
    return order_too(here) if afraid(here) else ()


def _pause_sentence(here: Context) -> tuple[str, ...]:
    """Return a sentence saying until when the steps pause, if they chose a day for that."""
    rest = here.answers.get("rest")
    if not isinstance(rest, str) or rest == "no":
        return ()
    return (f"The steps rest until {here.date(date.fromisoformat(rest))}. exback urge stays where it is.",)


def _days_kept_sentence(here: Context) -> tuple[str, ...]:
    """Return a sentence about the days before this slip, since the rule was made or since the slip before it."""
    rule = here.last("contact-rule")
    since = [here.journey.days_since(run) - 1 for run in _slips(here)]
    since += [] if rule is None else [here.journey.days_since(rule)]
    days = min(since, default=0)
    return (f"Before it you kept {count(days, 'day')}. Nobody takes that away.",) if days > 0 else ()


def _safety_help(here: Context) -> tuple[str, ...]:
    return (AFRAID_OF_THEM.help,) if afraid(here) else ()


def _what_cannot_wait(here: Context) -> str:
    if tied_by(here, "children"):
        return "What concerns the children's care or anybody's safety does not wait."
    if tied_by(here, "work", "studies"):
        return "What work needs, or anybody's safety, does not wait."
    return "Anybody's safety does not wait."


def _small_thing(here: Context) -> Prose:
    if here["kind"] == "they-wrote" and owes_quiet(here) and _may_be_about_children(here):
        return "One small thing: if it was about the children, answer that in two lines. Leave the rest unanswered."
    if here["kind"] in STARTED_BY_THEM and owes_quiet(here):
        who = "a lawyer" if is_ordered_away(here) else "someone you trust"
        return (
            f"One small thing: tell {who} that you met."
            if here["kind"] == "met"
            else f"One small thing: keep the message, write nothing back, and tell {who}."
        )
    if here["kind"] == "they-wrote" and here["answered"] is False:
        return f"One small thing: if it can wait, do not answer today. {_what_cannot_wait(here)} To think it through: exback reply"
    if _is_slip(here) and owes_quiet(here):
        return "One small thing: close that thread and leave it closed. Tell one person today what happened."
    if _is_slip(here) and afraid(here):
        return (
            "One small thing: mute that thread, keep the phone near you, and tell one person. If you worry about what comes back, "
            "talk to one of the lines in exback crisis."
        )
    if _is_slip(here):
        return "One small thing: close that thread for an hour, and tell one person."
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
                Option("met", "We met, and it was not my idea", "by chance, at work, or they came"),
                Option("logistics", "Only what my rule allows"),
            ),
            why="What your rule allows is never counted. What they begin is not counted either.",
        ),
        Reading("slip", _slip_reading, when=_is_slip),
        Text("before", _asks_what_before, long=True, when=_is_slip, claims=("C3",)),
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
            note=lambda here: "" if here.withheld else DOOR,
            when=lambda here: here["kind"] in ("they-wrote", "met"),
        ),
        Text(
            "about",
            "What was it about?",
            optional=True,
            note=lambda here: "“Pick-up on Friday.”" if tied_by(here, "children") else "“The keys.” “The shift plan.”",
            when=lambda here: here["kind"] == "logistics",
        ),
        Reading("pause-reading", _many_slips_reading, when=_has_many_slips),
        Choice(
            "rest",
            "Should the steps rest for a while?",
            options=_pause_options,
            when=lambda here: _has_many_slips(here) and not must_stay_away(here),
        ),
    ),
    mirror=_mirror,
    small_thing=_small_thing,
)
