"""A ledger with two columns, both needed."""

from exback.context import Context
from exback.items import Choices, Option, Reading, Text
from exback.program import Repeat, Step
from exback.prose import Prose, Quote
from exback.rules import done

NEEDS = {
    "safe": "To feel safe",
    "seen": "To be seen as I am",
    "close": "Closeness and touch",
    "trust": "To trust and be trusted",
    "free": "Room for myself",
    "fun": "Laughing together",
    "talk": "To talk about hard things",
    "future": "A future we both want",
}


OPTIONS = tuple(Option(need, label) for need, label in NEEDS.items())


def _had(here: Context) -> tuple[Option, ...]:
    return tuple(option for option in OPTIONS if option.id in here.picks("needs"))


def _ledger(here: Context) -> Prose:
    columns = {
        "good": "What was good:",
        "tuesday": "An ordinary Tuesday:",
        "hurt": "What hurt, or was missing:",
        "evening": "A bad evening:",
    }
    return (
        *(Quote(here.text(item), None, lead) for item, lead in columns.items() if here.text(item)),
        "Both columns are true at once.",
    )


def _mirror(here: Context) -> Prose:
    needs, met = len(here.picks("needs")), len(here.picks("met"))
    named = "You named one need." if needs == 1 else f"You named {needs} needs."
    kept = {0: "None was met most of the time.", needs: "Most of the time, that was met."}.get(
        met, f"Most of the time, {met} of them were met."
    )
    return f"{named} {kept} Both columns stay, and you do not have to strike out either."


STEP = Step(
    id="was-it-that-good",
    title="Was it that good",
    minutes=15,
    purpose="Memory keeps the light and lets go of the rest, or the other way round. A ledger keeps both.",
    why=("reappraise", "why-known"),
    opens=(done("why-it-ended"),),
    repeats=Repeat(apart=7),
    items=(
        Reading(
            "two-columns",
            """When somebody is gone, memory becomes a poor witness. Some days it shows only the summer by the lake. On others, \
only the slammed door.

So here is a ledger with two columns, and both are needed. This is not an exercise in finding faults. In small studies, \
thinking of an ex's faults lowered love, and it lowered the mood as well. You want to see it whole.

Take an ordinary day too. A relationship is made of Tuesdays.""",
        ),
        Text("good", "What was good? Be specific.", long=True),
        Text("hurt", "What hurt, or was missing? Be just as specific.", long=True),
        Text("tuesday", "Remember one ordinary Tuesday. Who cooked, who spoke, how did you go to sleep?", long=True),
        Text(
            "evening",
            "Remember one bad evening. What was said, and how did it end?",
            long=True,
            optional=True,
            note="Choose one that you can bear to look at. You may skip this.",
        ),
        Choices("needs", "What did you need from a relationship?", options=OPTIONS, least=1),
        Choices("met", "Which of these were mostly met?", options=_had),
        Reading("ledger", _ledger),
    ),
    mirror=_mirror,
    small_thing="One small thing: leave both columns on the page, and go outside for a bit.",
)
