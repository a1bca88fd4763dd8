"""The keys at the foot of a page: as many as there is room for, the ones that matter most first."""

from __future__ import annotations

from collections.abc import Iterable

from exback.engine.view import Review, Secret, View
from exback.model.items import Choice, Choices, Confirm, Date, Item, Question, Reading, Scale, Text, Timer

NARROW = 60
LOW, LOWEST = 18, 14
ALL_KEYS = "F1 all keys"
KEYS = """\
Shift-Tab goes back, and what you typed is kept.
Ctrl-C leaves, with everything saved.
Ctrl-Q leaves at once and clears the screen, also what you scrolled past.
Ctrl-Z puts exback to sleep; fg wakes it.
Ctrl-X Ctrl-E opens your editor, where you write.
PgDn and PgUp show the rest of a long page.
F1 closes this. To talk to a person: exback crisis"""
"""Every key, for the page of help."""


def is_long(view: View) -> bool:
    """Tell whether a page asks for text of many lines."""
    return isinstance(view.item, Text) and view.item.long


def footer_lines(view: View, columns: int, rows: int, *, cut: bool, more: bool = False) -> list[str]:
    """Give the lines of keys for a window. `cut` says that the page is longer than its place, `more` that it goes on.

    On a low window the page needs the rows more: then only what must be known stands here, and F1 has the rest.
    """
    narrow = columns < NARROW
    must = ["Enter read on"] if more and isinstance(view.item, Reading) else _how(view, narrow=narrow).split(" · ")
    must += ["PgDn PgUp" if narrow else "PgDn PgUp the whole page"] if cut else []
    rest = list(_rest(view, narrow=narrow))
    whole = broken([*must, *rest], columns - 2)
    most = _most_lines(rows)
    if len(whole) <= most:
        return whole
    kept = [*must, ALL_KEYS]
    for hint in rest:
        if not hint.startswith("F1") and len(broken([*kept, hint], columns - 2)) <= most:
            kept.append(hint)
    return broken(kept, columns - 2)


def broken(hints: Iterable[str], room: int) -> list[str]:
    """Set hints in lines of `room` columns, broken only between two of them."""
    lines = [""]
    for hint in hints:
        longer = f"{lines[-1]} · {hint}" if lines[-1] else hint
        if len(longer) <= room or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(hint)
    return lines


def _most_lines(rows: int) -> int:
    if rows < LOWEST:
        return 1
    return 2 if rows < LOW else 5


def _how(view: View, *, narrow: bool) -> str:
    if is_long(view):
        return "Enter new line · Ctrl-D done" if narrow else "Enter new line · Alt-Enter or Ctrl-D done"
    return _HOW.get(type(view.item), "Enter go on")


def _rest(view: View, *, narrow: bool) -> Iterable[str]:
    if view.can_skip and isinstance(view.item, Text | Scale | Date):
        yield "empty skips"
    if view.can_back:
        yield "Shift-Tab back"
    if view.minutes is None:  # outside a step nothing is asked for an answer's sake, and nothing is saved
        yield "F1 help"
        yield "Ctrl-C leave"
        return
    yield "F1 why we ask" if isinstance(view.item, Question) and not narrow else "F1 why"
    yield "Ctrl-C leave" if view.unsaved else "Ctrl-C leave, all is saved"
    yield "need a person: exback crisis"


_HOW: dict[type[Item], str] = {
    Text: "Enter take it",
    Scale: "Enter take it",
    Date: "Enter take it",
    Secret: "Enter take it",
    Choice: "↑↓ choose · Enter take it",
    Confirm: "y or n · Enter take it",
    Choices: "↑↓ move · Space tick · Enter take it",
    Review: "↑↓ choose · Enter change it",
    Timer: "any key leaves the timer",
}
