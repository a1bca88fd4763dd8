"""A ledger with two columns, what was good and what hurt, both of them needed."""

from exback.model.context import Context
from exback.model.gates import done
from exback.model.items import Choices, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import DOOR, afraid, left
from .why_it_ended import SIDES, is_deal_breaker

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


def _named_needs(here: Context) -> tuple[Option, ...]:
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
        *(Quote(reason, None, "You called this a deal-breaker:") for reason in _deal_breakers(here)),
        "The good does not outweigh the fear." if afraid(here) else "Both columns are true at once.",
    )


def _deal_breakers(here: Context) -> list[str]:
    """Return the reasons that they called deal-breakers, so that the good days don't hide one."""
    if afraid(here):
        return []
    return [here.told("why-it-ended", f"reason-{side}") for side in SIDES if is_deal_breaker(here, side)]


def _introduction(here: Context) -> Prose:
    witness = (
        "When you were the one who left, memory can turn against you: it shows only what you gave up, or only why you had to."
        if left(here)
        else "When somebody is gone, memory becomes a poor witness. Some days it shows only the summer by the lake. On others, "
        "only the slammed door."
    )
    return f"""{witness}

So here is a ledger with two columns, and both are needed. This is not an exercise in finding faults. In small studies, \
thinking of an ex's faults lowered love, and it lowered the mood as well. You want to see it whole.

Take an ordinary day too. A relationship is made of Tuesdays."""


def _met_sentence(needs: int, met: int) -> str:
    """Return a sentence saying how many of their needs were met."""
    if needs == 1:
        return "Mostly it was met." if met else "Mostly it was not met."
    if met == needs:
        return "All of them were mostly met."
    return {0: "None was mostly met.", 1: "One of them was mostly met."}.get(met, f"{met} of them were mostly met.")


def _mirror(here: Context) -> Prose:
    needs, met = len(here.picks("needs")), len(here.picks("met"))
    named = "You named one need." if needs == 1 else f"You named {needs} needs."
    sentences = f"{named} {_met_sentence(needs, met)} Both columns stay, and you do not have to strike out either."
    if "safe" in here.picks("needs") and "safe" not in here.picks("met"):
        return (sentences, f"You needed to feel safe, and mostly you did not. {'' if afraid(here) else DOOR}".strip())
    return sentences


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
            _introduction,
            claims=("S8",),
        ),
        Text("good", "What was good? Be specific.", long=True, claims=("S1",)),
        Text("hurt", "What hurt, or was missing? Be just as specific.", long=True, claims=("S8", "S10")),
        Text("tuesday", "Remember one ordinary Tuesday. Who cooked, who spoke, how did you go to sleep?", long=True),
        Text(
            "evening",
            "Remember one bad evening. What was said, and how did it end?",
            long=True,
            optional=True,
            note="Choose one that you can bear to look at. You may skip this.",
        ),
        Choices("needs", "What did you need from a relationship?", options=OPTIONS, least=1),
        Choices("met", "Which of these were mostly met?", options=_named_needs),
        Reading("ledger", _ledger, claims=("C4c",)),
    ),
    mirror=_mirror,
    small_thing="One small thing: leave both columns on the page, and go outside for a bit.",
)
