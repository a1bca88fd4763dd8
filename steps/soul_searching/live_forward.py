"""A plan for the week ahead: something you enjoy, people, and one change with a first move."""

from exback.model.context import Context
from exback.model.gates import runs
from exback.model.items import Choice, Choices, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid, frightened_them, tied_by

WEEKS_SHOWN = 4
PLANS = {"joy": "What you enjoy", "people": "People", "change": "One change"}


def _introduction(here: Context) -> Prose:
    return (
        (
            "Do things that you enjoy. Make one change you have meant to make. See people. It sounds too simple. In 26 trials, most "
            "of them weak, planning such things eased depression."
        ),
        (
            "The plan is small: one thing you enjoy, one person, one change with a first move. Every week you look at what worked "
            "out, without marks, and make the next one."
        ),
        *_about_dates(here),
    )


def _about_dates(here: Context) -> tuple[str, ...]:
    """Return a paragraph about dating, none for someone who frightened a partner.

    Someone who was afraid isn't asked to tell a date about the person they left.
    """
    if frightened_them(here):
        return ()
    honest = "" if afraid(here) else " If you do, be honest with them: something ended not long ago."
    return (
        (
            "And dates, if you want them. Some people find that meeting somebody new, online or otherwise, helps them see the old "
            f"thing clearly. In small studies, those who dated again felt it was more resolved. It is an offer, never a duty.{honest}"
        ),
    )


def _has_last_plan(here: Context) -> bool:
    return here.last("live-forward") is not None


def _last_plan(here: Context) -> Prose:
    run = here.last("live-forward")
    if run is None:
        return ""
    lines = "\n".join(f"{label}: {run.answers[plan]}" for plan, label in PLANS.items() if run.answers.get(plan))
    return (Quote(lines, run.day, "This was your last plan:"),)


def _results_by_week(here: Context) -> Prose:
    """List the last plans, one per line, with what they said a week later had worked out."""
    runs = here.journey.finished("live-forward")[-(WEEKS_SHOWN + 1) :]
    results = [run.answers.get("came-about") for run in runs[1:]]
    weeks = [
        f"- Week from {here.date(run.day)}: {_ticked_plans(ticked)}" for run, ticked in zip(runs, results, strict=False)
    ]
    return "\n".join(["What of your plans worked out, week by week:", *weeks]) if weeks else ""


def _ticked_plans(ticked: object) -> str:
    named = [label for plan, label in PLANS.items() if isinstance(ticked, list) and plan in ticked]
    return "; ".join(named).capitalize() or "None of it"


def _mirror(here: Context) -> Prose:
    return f"{_result_sentence(here)}This week holds something you enjoy, somebody you like, and one change."


def _result_sentence(here: Context) -> str:
    if not _has_last_plan(here):
        return ""
    count = len(here.picks("came-about"))
    if count:
        return f"Of the last plan, {count} of {len(PLANS)} came about. "
    return "None of the last plan came about. That happens; make this one smaller. "


STEP = Step(
    id="live-forward",
    title="Live forward",
    minutes=10,
    purpose="Your life lies ahead of you. Once a week you put something good into it.",
    why=("activation", "dating", "if-then"),
    complete=(runs("live-forward", 2, days_apart=7),),
    repeats=Repeat(apart=7, due=7),
    items=(
        Reading(
            "forward",
            _introduction,
            when=lambda here: not _has_last_plan(here),
            claims=("S11", "S12", "S13", "C4g"),
        ),
        Reading("weeks-so-far", _results_by_week),
        Reading("last-week", _last_plan),
        Choices(
            "came-about",
            "What of it worked out?",
            options=tuple(Option(plan, label) for plan, label in PLANS.items()),
            note="Half counts.",
            when=_has_last_plan,
        ),
        Text("joy", "What will you do this week that you enjoy? On which day?", claims=("S11",)),
        Text("people", "Who will you see or call?", names=True),
        Text(
            "children-away",
            "The hours when the children are not with you: what will you do with the first one?",
            optional=True,
            note=lambda here: (
                "If you worry about the children in those hours, say so to one of the lines in exback crisis."
                if afraid(here)
                else "“Put on my own music and cook.” The first hour of quiet can be the longest."
            ),
            when=lambda here: tied_by(here, "children"),
        ),
        Text(
            "change",
            "Which one change do you want to make?",
            note="“Swim on Thursdays.” “The bedroom, a new colour.”",
            claims=("S12",),
        ),
        Text("first-move", "What is its first move, and when?"),
        Choice(
            "dates",
            "Would you like to meet somebody new?",
            options=(
                Option("not-now", "Not now"),
                Option("maybe", "Perhaps, later"),
                Option("yes", "Yes, a coffee with somebody"),
            ),
            when=lambda here: not frightened_them(here),
            claims=("S13",),
        ),
        Text(
            "date-move",
            "What would be a small first move?",
            optional=True,
            note=lambda here: (
                "You decide who knows. If they may look for you, show no place and no fixed times in a profile."
                if afraid(here)
                else "“Ask at the climbing hall.” “Look at one site, for twenty minutes.” Meet in a public place."
            ),
            when=lambda here: here["dates"] == "yes",
        ),
    ),
    mirror=_mirror,
    small_thing=lambda here: (Quote(here.text("first-move"), None, "One small thing, and you named it yourself:"),),
)
