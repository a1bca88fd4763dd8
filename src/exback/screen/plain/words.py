"""The words that can be typed instead of an answer, such as back and help, since plain lines have no keys for them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from exback.engine.view import Review, View
from exback.model.dates import spelt
from exback.model.items import Choice, Choices, Confirm, Date, Item, Scale, Text, Timer

END = "."
"""A line of nothing but this ends a long text."""


class Word(StrEnum):
    """A word that does what a key does on a full screen."""

    AGAIN = "again"
    ANEW = "anew"
    BACK = "back"
    EDIT = "edit"
    HELP = "help"
    HIDE = "hide"
    LEAVE = "leave"
    SKIP = "skip"


WORDS = frozenset(Word)
_INVITATIONS: dict[type[Item], str] = {
    Review: "Enter finishes, a number changes an answer:",
    Confirm: "Yes or no{skip}:",
    Date: "A day{skip}:",
    Timer: "Enter begins:",
    Text: "Your answer{skip}:",
}
UNSEEN = "Nothing shows while you type."
PERSON = "To talk to a person: leave, and type exback crisis"
LEFT = "Left. What you gave is saved, and exback brings you back."
CUT = "This came as long as a terminal lets a line be. If there was more, its end is missing."


def word_of(line: str, view: View) -> Word | None:
    """Return the word that a line is, or None if it is an answer."""
    text = line.strip().casefold()
    if text == "?":
        return Word.HELP
    if text not in WORDS or (text == Word.ANEW and not view.is_long):
        return None
    return Word(text)


def unquoted(line: str) -> str:
    """Return a line as an answer. A word or a full stop in quotes loses them: it is meant literally."""
    text = line.strip()
    inner = text[1:-1]
    is_quoted = text == f'"{inner}"' and (inner.strip().casefold() in WORDS or inner.strip() in (END, "?"))
    return inner if is_quoted else line


def help_lines(view: View) -> Iterator[str]:
    """Yield what each word does on a page, without those that do nothing there."""
    is_text = isinstance(view.item, Text)
    lines = (
        (True, "In place of an answer you can type one of these words."),
        (True, "again: hear the page once more."),
        (view.can_back, "back: go to the page before. What you gave stays."),
        (view.can_skip, "skip: go on without an answer."),
        (is_text, "edit: write this in your own editor."),
        (view.is_long, "anew: throw away what you wrote here, and begin again."),
        (True, "hide: leave at once, saved, with the screen cleared."),
        (True, "leave: leave, saved. exback brings you back to this page."),
        (is_text, "To give one of these words as your answer, put it in quotes."),
        (True, PERSON),
    )
    return (line for applies, line in lines if applies)


def invitation(view: View) -> str:
    """Return the text before the line that is typed, which says what this page accepts."""
    skip = ", or skip" if view.can_skip else ""
    if view.is_long:
        return f"Write{skip}. A full stop alone on a line ends it."
    if isinstance(view.item, Scale):
        return f"Number, {view.item.low} to {view.item.high}{skip}:"
    if isinstance(view.item, Choices):
        few = f"{spelt(view.item.least)} or more" if view.item.least else "or 0 for none"
        return f"Numbers, {few}{skip}:"
    if isinstance(view.item, Choice):
        enter = f", or Enter for “{view.options[0].label}”" if view.item.preset and view.value is None else ""
        return f"Number, 1 to {len(view.options)}{skip}{enter}:"
    return _INVITATIONS.get(type(view.item), "Enter goes on:").format(skip=skip)
