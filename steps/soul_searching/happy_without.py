"""Whether you need them or want them, and a page about a good year without them, which comes back a year later."""

from exback.model.context import Context
from exback.model.dates import a_year_after
from exback.model.gates import runs
from exback.model.items import Choice, Option, Reading, Recall, Scale, Text
from exback.model.journey import PastAnswer
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import afraid

ID = "happy-without"
DAYS_OF_A_YEAR = 365
FEELINGS = {
    "need": "You said that you need them.",
    "want": "You said that you want them, but don't need them.",
    "neither": "You said that you don't need them or want them.",
}


def _pages_come_back(here: Context) -> list[PastAnswer]:
    """Return what they wrote about years that have passed since this step was last done."""
    last = here.last(ID)
    if last is None:
        return []
    return [year for year in here.all_said(ID, "year") if last.day < a_year_after(year.day) <= here.today]


def _come_back(here: Context) -> Prose:
    pages = _pages_come_back(here)
    quotes = tuple(Quote(str(page.value), page.day) for page in pages)
    return ("A year ago you imagined a good year without them. This is what you wrote:", *quotes) if quotes else ""


def _need_or_want(here: Context) -> Prose:
    want = "I'm all right, and I miss you." if here.withheld else "I'm all right, and it might be even better with you."
    question = (
        "You may still want them after all this. That doesn't mean you'd be safe with them. What could a good and safe life look like?"
        if afraid(here)
        else "You may still want them after all this. But could you have a good life without them?"
        if here.withheld
        else "You may still want them after all this, and you don't have to stop. But could you have a good life either way, with them "
        "or without them?"
    )
    return f"""Needing someone and wanting them are two different things. Needing sounds like “I can't be all right \
without you.” Wanting sounds like “{want}”

{question}

So you'll write about a year in which you don't get back together, and it's still a good one. In one study of 738 people, writing \
a letter to or from their later self lowered people's distress right away. It didn't show that this lasts. Your page will come \
back to you in a year. You can read it any time before then."""


def _asks_for_the_year(here: Context) -> Prose:
    _weekday, _, day = here.date(a_year_after(here.run_day)).partition(" ")
    return f"It's {day}, and you've had a good year without them. What was it like?"


def _mirror(here: Context) -> Prose:
    better = (
        Quote(here.text("better-how"), None, "This is how you're better off:")
        if here["better-off"] == "yes"
        else "You couldn't see any ways you're better off."
        if here.is_later
        else "Today you can't see any ways you're better off. You can answer that again in a week, or later."
    )
    return (
        f"{FEELINGS[here.text('need-or-want')]} How possible that year feels, out of 10: {here.number('believe')}.",
        better,
        *(
            (f"Your page about the year will come back on {here.date(back)}.",)
            if (back := a_year_after(here.run_day)) >= here.journey.as_it_is.today
            else ()
        ),
    )


STEP = Step(
    id=ID,
    title="A good year apart",
    minutes=12,
    purpose="You can want someone without needing them. It helps to know which it is.",
    why=("later-self", "self-unclear"),
    opens=(runs("live-forward", 2, days_apart=7),),
    repeats=Repeat(apart=7, due=DAYS_OF_A_YEAR),
    items=(
        Reading("year-came-back", _come_back),
        Text(
            "year-since",
            "What was that year really like?",
            long=True,
            note="What came true, what didn't, and what happened that you didn't expect?",
            when=lambda here: bool(_pages_come_back(here)),
        ),
        Reading("need-or-want-reading", _need_or_want, claims=("S14",)),
        Choice(
            "need-or-want",
            "Which of these is true today?",
            options=(
                Option("need", "I need them"),
                Option("want", "I want them, but don't need them"),
                Option("neither", "I don't need them or want them"),
            ),
            claims=("S14",),
        ),
        Recall(
            "year-before",
            "The last time you imagined a good year, you wrote:",
            step=ID,
            item="year",
            when=lambda here: not _pages_come_back(here),
        ),
        Text(
            "year",
            _asks_for_the_year,
            long=True,
            note=lambda here: (
                "Who do you see? What do you do on a Sunday? If they could read this, don't say where."
                if afraid(here)
                else "Where do you live? Who do you see? What do you do on a Sunday?"
            ),
            claims=("C4g",),
        ),
        Scale("believe", "How possible does that year feel?", ends=("not at all", "completely")),
        Choice(
            "better-off",
            "Are there any ways you're better off without them?",
            options=(Option("yes", "Yes, there are some"), Option("not-yet", "No, I can't see any today")),
            claims=("S10",),
        ),
        Text(
            "better-how",
            "How are you better off?",
            long=True,
            note="Small things, too: “I sleep through the night.” “I see my sister again.”",
            when=lambda here: here["better-off"] == "yes",
            claims=("S10",),
        ),
        Text("missing-piece", "What could you start now that would bring that year a little closer?"),
    ),
    mirror=_mirror,
    small_thing=lambda here: (
        Quote(here.text("missing-piece"), None, "You said you could start with this small thing:"),
    ),
)
