"""Days that will be hard, and a plan for each."""

from datetime import date

from exback.model.context import Context
from exback.model.items import Date, Reading, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote, inline

from ..situation import must_stay_away, tied_by
from .after_a_hard_date import BAD, on_average


def _to_come(here: Context) -> Prose:
    """Return the days named before that are still ahead, soonest first."""
    ahead = sorted(
        (answer.value, inline(str(answer.run.answers.get("what") or "")))
        for answer in here.all_said("hard-dates", "when")
        if isinstance(answer.value, str) and answer.value >= here.today.isoformat()
    )
    if not ahead:
        return ""
    return "You already have a plan for these days:\n" + "\n".join(
        f"- {here.date(date.fromisoformat(day))}{f': {what}' if what else ''}" for day, what in ahead
    )


def _examples(here: Context) -> Prose:
    return (
        "“The first holiday in two homes.” “Their birthday.”"
        if tied_by(here, "children")
        else "“Their birthday.” “A year since we met.”"
    )


def _lead(here: Context) -> str:
    day = here.day("when")
    return "Today:" if day == here.today else f"On {here.date(day)}:"


STEP = Step(
    id="hard-dates",
    title="A hard date",
    minutes=3,
    purpose="Birthdays, anniversaries and holidays can be hard. It helps to know beforehand what you'll do.",
    why=("if-then", "forecast"),
    repeats=Repeat(),
    dated_by=("when",),
    items=(
        Reading("to-come", _to_come),
        Text("what", "Which day will be hard?", note=_examples),
        Date("when", "When is it?", ahead=True),
        Text(
            "plan",
            "What will you do on that day, alone or with someone?",
            note=lambda here: (
                "Something with a time and a place, away from where they may be."
                if must_stay_away(here)
                else "Something with a time and a place. If you'd be afraid of them there, don't go alone."
            ),
        ),
        Text("instead", "What will you do if you want to write to them that day?", optional=True),
        Scale(
            "forecast",
            "How bad will it be, 0 to 10?",
            ends=BAD,
            optional=True,
            note=lambda here: on_average(here.journey) or "The day after, exback will ask how it really was.",
        ),
    ),
    mirror=lambda here: (Quote(here.text("plan"), None, _lead(here)),),
    small_thing="One small thing: put it in a calendar that only you can see: exback export --format ics",
)
