"""There was contact: what it was, what came before it, and what to change."""

from datetime import date

from exback.model.boundaries import AFRAID_OF_THEM
from exback.model.context import Context, Run
from exback.model.dates import count, later
from exback.model.items import Choice, Confirm, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import DOOR, afraid, left, must_stay_away, tied_by

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


def _slip_reading(here: Context) -> Prose:
    if must_stay_away(here):
        return (
            (
                "Stop here. Do not write again, not even to explain or to say sorry. They asked you to stop, or were afraid, or you "
                "were told to keep away, and that holds."
            ),
            (
                "If an order stands, talk to a lawyer. In some countries there is a line for people who worry about what they do; "
                "exback crisis names it. Otherwise, ask a doctor for somebody trained in this. Do it today."
            ),
        )
    most = "" if left(here) else "Most people who are left do something like this at least once. "
    return (
        (
            "It happened. Nobody here will scold you, and nothing that you did is undone: the days you kept stay kept, and the "
            "longest stretch stays the longest."
        ),
        (
            f"{most}What counts is the next hour. You need not explain it or mend it with another message. Let it stand as it is."
        ),
        *(
            (
                (
                    "You have been afraid of them, and you may long for them all the same. If you worry about what they may do now, "
                    "exback crisis lists people who know this well."
                ),
            )
            if afraid(here)
            else ()
        ),
        *here.quote("contact-rule", "signature", "You signed this:"),
    )


def _many_slips_reading(here: Context) -> Prose:
    which = "third" if len(_recent_slips(here)) + 1 == MANY_SLIPS else "next"
    if must_stay_away(here):
        return (
            (
                f"This is the {which} time in two weeks that you began it. To them it can feel like being followed. This program is "
                "not enough for it."
            ),
            (
                "Today, before anything else: a lawyer if an order stands, and a person who works with people who do this. exback "
                "crisis names lines where there are any; a doctor can name somebody where there are none."
            ),
        )
    if afraid(here):
        return (
            (
                "You wrote again, to somebody you have been afraid of. That is no reason for shame. It is a reason not to be alone with "
                "it. People on the lines that exback crisis lists know this, and will not scold you."
            ),
        )
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
    if kind == "logistics" and must_stay_away(here):
        return (
            "Your own rule cannot allow what they or an order forbid. If this was not a way that they or the order named, it was "
            "contact: do not go on with it, and ask a lawyer."
        )
    if kind in STARTED_BY_THEM and must_stay_away(here):
        return (
            "Whoever began it, it was contact. Do not go on with it, and do not answer, today or later.",
            Quote(here.text("felt"), None, "For you it was like this:"),
            *_safety_help(here),
        )
    if kind == "logistics":
        return "What your rule allows does not count. It is written down, so that you need not wonder later."
    if kind in STARTED_BY_THEM:
        return (STARTED_BY_THEM[kind], Quote(here.text("felt"), None, "For you it was like this:"), *_safety_help(here))
    if must_stay_away(here):
        return (
            "You said what you did. What counts for them is that it stops here.",
            Quote(here.text("change"), None, "Next time:"),
        )
    return (
        "You looked at it instead of looking away.",
        *_days_kept_sentence(here),
        Quote(here.text("change"), None, "Next time:"),
        *_pause_sentence(here),
    )


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
    if here["kind"] in STARTED_BY_THEM and must_stay_away(here):
        return "One small thing: keep the message, write nothing back, and tell a lawyer or a person you trust."
    if here["kind"] == "they-wrote" and here["answered"] is False:
        return f"One small thing: if it can wait, do not answer today. {_what_cannot_wait(here)} To think it through: exback reply"
    if _is_slip(here) and must_stay_away(here):
        return "One small thing: close that thread and leave it closed. Tell one person today what you did."
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
