"""The keys at the foot of a page: as many as there is room for, the most important first."""

from __future__ import annotations

from collections.abc import Iterable

from exback.engine.view import Review, View
from exback.model.items import Choice, Choices, Confirm, Date, Item, Question, Reading, Scale, Text, Timer
from exback.screen.rendering import fitted

LEAST_COLUMNS = 20
NARROW = 60
LOW, LOWEST = 18, 14
BETWEEN = " · "
ALL_KEYS = "F1 all keys"
MORE_ABOVE, MORE_BELOW = "more text above (PgUp)", "more text below (PgDn)"
HIDE_AND_SLEEP = """\
Ctrl-Q leaves at once and clears the screen, even what you scrolled past.
Ctrl-Z puts exback in the background, and fg brings it back."""
CLOSE_HELP = "F1 or Ctrl-G closes this. To talk to a person: exback crisis"
KEYS = f"""\
Shift-Tab goes back, and what you typed is saved.
Ctrl-C leaves, with everything saved.
{HIDE_AND_SLEEP}
Ctrl-X Ctrl-E opens your editor, where you write.
PgDn and PgUp show the rest of a long page or list. Home and End go to its ends.
In a list that's too long to fit, type to find an option. Esc shows all of it.
{CLOSE_HELP}"""
"""Every key, for the page of help."""
_ANSWER_KEYS: dict[type[Item], tuple[str, str]] = {
    Choice: ("↑↓ to move · Enter to choose", "↑↓ move · Enter choose"),
    Confirm: ("y or n · Enter to choose", "y or n · Enter choose"),
    Choices: ("↑↓ to move · Space to tick · Enter to go on", "↑↓ move · Space tick · Enter go on"),
    Review: ("↑↓ to move · Enter to choose", "↑↓ move · Enter choose"),
    Timer: ("any key stops the timer", "any key stops the timer"),
}
"""The keys of a page by what it asks: in full, and for a narrow window."""
_GO_ON = ("Enter to go on", "Enter to go on")


def footer_lines(view: View, columns: int, rows: int, *, cut: bool, more: bool = False) -> list[str]:
    """Return the lines of keys for a window.

    `cut` says that the page is longer than its place, `more` that part of it is still below. On a low window the page
    needs the rows more, so only the most important keys are listed, and F1 shows the rest.
    """
    narrow = columns < NARROW
    required = ["Enter to read on"] if more and isinstance(view.item, Reading) else _answer_keys(view, narrow=narrow)
    required += ["PgDn PgUp" if narrow else "PgDn PgUp to see it all"] if cut else []
    optional = list(_optional_keys(view, narrow=narrow))
    lines = fitted([*required, *optional], BETWEEN, columns - 2)
    most = 1 if rows < LOWEST else 2 if rows < LOW else 5
    if len(lines) <= most:
        return lines
    chosen = [*required, ALL_KEYS]
    for hint in optional:
        if not hint.startswith("F1") and len(fitted([*chosen, hint], BETWEEN, columns - 2)) <= most:
            chosen.append(hint)
    return fitted(chosen, BETWEEN, columns - 2)


def _answer_keys(view: View, *, narrow: bool) -> list[str]:
    if view.rows:
        if narrow:
            return ["↑↓ move", *_turning_keys(view.item, narrow=narrow), "Enter next", "Ctrl-D done"]
        return ["↑↓ to move", *_turning_keys(view.item, narrow=narrow), "Enter for the next", "Ctrl-D when done"]
    if view.is_long:
        if narrow:
            return ["Enter new line", "Ctrl-D done"]
        return ["Enter for a new line", "Alt-Enter or Ctrl-D when done"]
    return _ANSWER_KEYS.get(type(view.item), _GO_ON)[narrow].split(BETWEEN)


def _turning_keys(item: Item, *, narrow: bool) -> list[str]:
    """Return the keys that change the answer in a row of a form where nothing is typed."""
    if isinstance(item, Choices | Confirm):
        return ["y or n"]
    if isinstance(item, Choice):
        return ["←→ change" if narrow else "←→ to change"]
    return []


def _help_keys(*, narrow: bool) -> str:
    """Return both keys for help: some terminals take F1 for themselves."""
    return "F1/^G" if narrow else "F1 or Ctrl-G"


def _optional_keys(view: View, *, narrow: bool) -> Iterable[str]:
    if view.can_skip and isinstance(view.item, Text | Scale | Date):
        yield "leave it empty to skip"
    if view.can_back:
        yield "Shift-Tab back"
    if view.minutes is None:  # outside a step, questions have no reason to explain, and nothing is saved
        yield f"{_help_keys(narrow=narrow)} help"
        yield "Ctrl-C to leave"
        return
    asks = isinstance(view.item, Question) and not isinstance(view.item, Timer)
    why = "why we ask this" if asks and not narrow else "why"
    yield f"{_help_keys(narrow=narrow)} {why}"
    yield "Ctrl-C to leave" if view.unsaved else "Ctrl-C to leave, all saved"
    yield "talk to a person: exback crisis"
