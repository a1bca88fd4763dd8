"""Whether you need them or want them, and a good year in which they never come back."""

from datetime import MAXYEAR, date

from exback.model.context import Context
from exback.model.gates import runs
from exback.model.items import Choice, Option, Reading, Recall, Scale, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote


def _in_a_year(day: date) -> date:
    """Return the same day next year; 29 February becomes 1 March."""
    if day.year == MAXYEAR:
        return day
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)


def _asks(here: Context) -> Prose:
    day = here.date(_in_a_year(here.today))
    return f"Imagine it is {day}. You two did not get back together, and it was a good year. What was it like?"


def _need_or_want(here: Context) -> Prose:
    want, question = (
        ("I am well, and I miss you", "could you lead a good life without them?")
        if here.withheld
        else (
            "I am well, and with you it might be better still",
            "could you lead a good life with them or without them?",
        )
    )
    return f"""There is a difference between needing somebody and wanting them. Need says: without you I cannot be well. \
Want says: {want}.

You may still want them, after all this. That is allowed. The question is another one: {question} Write about a year in \
which you two do not get back together. Not a brave year. A good one."""


def _mirror(here: Context) -> Prose:
    word = {
        "need": "that you need them",
        "want": "that you want them, and do not need them",
        "neither": "that it is neither",
    }
    return (
        f"Today you would say {word[here.text('need-or-want')]}.",
        Quote(here.text("year"), None, "And a good year without them:"),
    )


STEP = Step(
    id="happy-without",
    title="Happy without",
    minutes=12,
    purpose="You do not need somebody to be happy, and you may still want them. It helps to know which it is.",
    why=("activation", "self-unclear"),
    opens=(runs("live-forward", 2, days_apart=7),),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "need-or-want-reading",
            _need_or_want,
            claims=("S14",),
        ),
        Choice(
            "need-or-want",
            "Today, what is it?",
            options=(
                Option("need", "I need them"),
                Option("want", "I want them, I do not need them"),
                Option("neither", "Neither, I think"),
            ),
        ),
        Recall("year-before", "The last time you wrote about such a year:", step="happy-without", item="year"),
        Text(
            "year",
            _asks,
            long=True,
            note="Where do you live, whom do you see, what do you do on a Sunday?",
            claims=("C4g",),
        ),
        Scale("believe", "How much do you believe in that year?", ends=("not at all", "entirely")),
        Text("missing-piece", "What would have to begin now, so that you believe in it a little more?"),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        Quote(here.text("missing-piece"), None, "One small thing. You said it must begin with:"),
    ),
)
