"""A ledger with two columns, both needed."""

from exback.context import Context
from exback.items import Choices, Option, Reading, Text
from exback.program import Repeat, Step
from exback.prose import Prose, Table
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


def _options(here: Context) -> tuple[Option, ...]:
    return tuple(Option(need, label) for need, label in NEEDS.items())


def _had(here: Context) -> tuple[Option, ...]:
    return tuple(option for option in _options(here) if option.id in here.picks("needs"))


def _ledger(here: Context) -> Prose:
    return (
        "Both columns are true at once.",
        Table(
            ("", "It was", "And it was"),
            (
                ("In general", here.words("good"), here.words("hurt")),
                ("One day", here.words("tuesday"), here.words("evening")),
            ),
        ),
    )


def _mirror(here: Context) -> Prose:
    needs, met = len(here.picks("needs")), len(here.picks("met"))
    return f"Of {needs} things you needed, {met} were met. Both columns stand, and you need not strike out either."


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

So here is a ledger with two columns, and both are needed. This is not an exercise in finding faults. Thinking only of an \
ex's faults did lower love a little in one small study, and it lowered the mood as well. You want to see it whole.

Take an ordinary day too. A relationship is made of Tuesdays.""",
        ),
        Text("good", "What was good? Be exact.", long=True),
        Text("hurt", "What hurt, or was missing? Be as exact.", long=True),
        Text("tuesday", "Remember one ordinary Tuesday. Who cooked, who spoke, how did you go to sleep?", long=True),
        Text("evening", "Remember one bad evening. What was said, and how did it end?", long=True),
        Choices("needs", "What did you need from a relationship?", options=_options, least=1),
        Choices("met", "Which of these were mostly met?", options=_had),
        Reading("ledger", _ledger),
    ),
    mirror=_mirror,
    small_thing="One small thing: leave both columns on the page, and go outside for a bit.",
)
