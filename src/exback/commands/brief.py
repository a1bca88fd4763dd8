"""`exback export --format html --brief`: ask for a line and for what may be on the sheet, show it, and return it if it's wanted."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from exback.commands.pages import answer_to, chosen, page
from exback.console import tell
from exback.engine.view import Screen
from exback.export.brief import TITLE, WRITTEN_BY, Part, extras, sheet
from exback.export.html.sheet import render
from exback.model.items import Choice, Choices, Option, Text
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import Block

NOTHING_YET = "There's nothing to put on this page yet. It's made from what you write down, such as your check-ins: exback checkin"
LINE = Text("line", "What would you like them to know first, in a line or two?", optional=True)
LINE_NOTE = "It's only written on this page, and not saved anywhere else. You can leave it empty."
EXTRA = "What else can be on it?"
EXTRA_NOTE = (
    "None of this is on the page unless you tick it. A page can be passed on, and could be read in court, so only tick what "
    "you'd want read there."
)
WRITE, CHANGE, STOP = "write", "change", "stop"
LAST = Choice(
    "sheet",
    "Write this page to a file?",
    options=(
        Option(CHANGE, "Change something first"),
        Option(WRITE, "Write it to a file"),
        Option(STOP, "Don't write it"),
    ),
)


def asked_for(open_screen: Callable[[], Screen], program: Program, journey: Journey) -> str | None:
    """Ask what is to be on the sheet, show it, and return it as HTML; None if it isn't wanted or has nothing in it. Raises Left."""
    if not sheet(program, journey, "", ()):
        tell(NOTHING_YET)
        return None
    words, ticked = "", list[str]()
    with open_screen() as screen:
        while True:
            line = structs.replace(page(TITLE, LINE, note=LINE_NOTE), value=words or None, value_text=words)
            words = str(answer_to(screen, line))
            ticked = _ticked(screen, program, journey, ticked)
            parts = sheet(program, journey, words, ticked)
            choice = chosen(screen, page(TITLE, LAST, body=_shown(parts)))
            if choice in (WRITE, STOP):
                return render(parts, journey.today) if choice == WRITE else None


def _ticked(screen: Screen, program: Program, journey: Journey, before: list[str]) -> list[str]:
    options = tuple(Option(key, part.title) for key, part in extras(program, journey).items())
    if not options:
        return []
    view = page(TITLE, Choices("extra", EXTRA, options=options), note=EXTRA_NOTE)
    labels = ", ".join(option.label for option in options if option.id in before)
    ticked = answer_to(screen, structs.replace(view, value=before or None, value_text=labels))
    return ticked if isinstance(ticked, list) else []


def _shown(parts: tuple[Part, ...]) -> tuple[Block, ...]:
    return (WRITTEN_BY, *(block for part in parts for block in (f"{part.title}:", *part.content)))
