"""A list with two columns, what was good and what hurt, both of them needed; lines can be added to it after any urge."""

from exback.model.context import Context, PastAnswer
from exback.model.gates import done
from exback.model.items import Choices, Option, Reading, Text
from exback.model.program import Repeat, Step
from exback.model.prose import Prose, Quote

from ..situation import DOOR, afraid, frightened_them, left
from .why_it_ended import SIDES, has_changed, is_deal_breaker

ID = "was-it-that-good"
ADDED = ("urge", "add-to-list")
"""The step and the item in which a line is added."""
LINES_SHOWN = 12
NEEDS = {
    "safe": "Feeling safe",
    "seen": "Being seen as I am",
    "close": "Closeness and touch",
    "trust": "Trust, both ways",
    "free": "Room for myself",
    "fun": "Laughing together",
    "talk": "Talking about hard things",
    "future": "A future we both want",
}
OPTIONS = tuple(Option(need, label) for need, label in NEEDS.items())


def _named_needs(here: Context) -> tuple[Option, ...]:
    return tuple(option for option in OPTIONS if option.id in here.picks("needs"))


def _list(here: Context) -> Prose:
    columns = {
        "good": "What was good:",
        "tuesday": "An ordinary Tuesday:",
        "hurt": "What hurt, or was missing:",
        "evening": "A bad evening:",
    }
    return (
        *(Quote(here.text(item), None, lead) for item, lead in columns.items() if here.text(item)),
        *_deal_breakers(here),
        *_added_lines(here),
        _closing(here),
    )


def _closing(here: Context) -> str:
    if afraid(here):
        return "The good doesn't outweigh the fear."
    if frightened_them(here):
        return "Both parts are true. Nothing you went without is an excuse for what frightened them."
    return "Both parts are true."


def _added(here: Context) -> tuple[PastAnswer, ...]:
    """Return the lines that were added after urges since the list was first written, the latest ones."""
    return here.all_said(*ADDED)[-LINES_SHOWN:]


def _added_lines(here: Context) -> tuple[Quote, ...]:
    return tuple(Quote(str(line.value), line.day, "You added this:") for line in _added(here))


def _list_so_far(here: Context) -> Prose:
    """Return the list as it was left the last time, with what was added to it, to be written again from there."""
    if here.last(ID) is None:
        return ""
    return (
        *here.quote(ID, "good", "You wrote that this was good:"),
        *here.quote(ID, "hurt", "You wrote that this hurt, or was missing:"),
        *_added_lines(here),
        "Write both parts again, as you see them today. Repeat what's still true.",
    )


def _deal_breakers(here: Context) -> tuple[Quote, ...]:
    """Return the reasons that they called deal-breakers, so that the good days don't hide one."""
    if afraid(here):
        return ()
    return tuple(
        Quote(
            here.told("why-it-ended", f"reason-{side}"),
            None,
            "You'd call this a deal-breaker if it came back:"
            if has_changed(here, side)
            else "You called this a deal-breaker:",
        )
        for side in SIDES
        if is_deal_breaker(here, side)
    )


def _introduction(here: Context) -> Prose:
    memory = (
        "When you're the one who left, memory can play tricks on you. It may show you only what you gave up, or only why you had to go."
        if left(here)
        else "After a breakup, memory can mislead you. Some days it shows you only the best of it, and other days only the worst."
    )
    return f"""{memory}

So make a list in two parts: what was good, and what hurt. This isn't about finding faults. In small \
studies, thinking of an ex's faults made people love them less, and lowered their mood too. So look at all of it.

Think of an ordinary day as well. Most of a relationship is ordinary days. Then look at what you needed, and how much of it \
you got.

Once you have your list, you can add to it at the end of any urge."""


def _note_on_the_good(here: Context) -> Prose:
    if afraid(here):
        return "There may have been good days, and that's no reason to go back. If there were none, say that."
    return "Say exactly what, not “everything”."


def _met_sentence(needs: int, met: int) -> str:
    """Return a sentence saying how many of their needs were met."""
    if needs == 1:
        return "It was mostly met." if met else "It mostly wasn't met."
    if met == needs:
        return "All of them were mostly met."
    return {0: "Mostly, they weren't met.", 1: "One of them was mostly met."}.get(
        met, f"{met} of them were mostly met."
    )


def _mirror(here: Context) -> Prose:
    needs, met = len(here.picks("needs")), len(here.picks("met"))
    named = "You named one need." if needs == 1 else f"You named {needs} needs."
    sentences = f"{named} {_met_sentence(needs, met)} Your list has what was good and what hurt, and you don't have to cross out either."
    if "safe" in here.picks("needs") and "safe" not in here.picks("met"):
        return (sentences, f"You needed to feel safe, and mostly you didn't. {'' if afraid(here) else DOOR}".strip())
    return sentences


STEP = Step(
    id=ID,
    title="What was good, and what hurt",
    minutes=15,
    purpose="Memory can leave one side out. A list has both: what was good, and what hurt.",
    why=("reappraise", "why-known"),
    opens=(done("why-it-ended"),),
    repeats=Repeat(apart=7),
    items=(
        Reading("two-columns", _introduction, claims=("S8",), when=lambda here: here.last(ID) is None),
        Reading("list-so-far", _list_so_far),
        Text("good", "What was good?", long=True, note=_note_on_the_good, claims=("S1",)),
        Text(
            "hurt",
            "What hurt, or was missing?",
            long=True,
            note="Say exactly what here, too.",
            claims=("S8", "S10"),
        ),
        Text(
            "tuesday",
            "What was an ordinary Tuesday with them like?",
            long=True,
            note=lambda here: (
                "Say as much or as little as you like. One sentence is enough."
                if afraid(here)
                else "Who cooked? Who talked? How did you go to sleep?"
            ),
        ),
        Text(
            "evening",
            "What was one bad evening like?",
            long=True,
            optional=True,
            note=lambda here: (
                "You don't have to go back to an evening when you were afraid. You can skip this."
                if afraid(here)
                else "Say what you did, too. You can skip this. If someone else could read your file, don't write it here."
                if frightened_them(here)
                else "What was said, and how did it end? Choose one you can bear to look at. You can skip this."
            ),
        ),
        Choices(
            "needs",
            "What did you need from the relationship?",
            options=OPTIONS,
            least=1,
            note=lambda here: (
                "Nothing you went without is an excuse for what frightened them." if frightened_them(here) else ""
            ),
        ),
        Choices("met", "Which of these were mostly met?", options=_named_needs),
        Reading("ledger", _list, claims=("C4c",)),
    ),
    mirror=_mirror,
    small_thing="One small thing: close this now, and make yourself something warm to drink.",
)
