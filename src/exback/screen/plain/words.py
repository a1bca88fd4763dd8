"""The words that can be typed instead of an answer, such as back and help, since plain lines have no keys for them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from exback.engine.view import Review, Secret, View
from exback.model.command_lines import PROGRAM
from exback.model.dates import spelt
from exback.model.items import (
    CHOOSE_ONE,
    CHOOSE_SOME,
    YES_OR_NO,
    Choice,
    Choices,
    Confirm,
    Date,
    Item,
    Scale,
    Text,
    Timer,
)

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
OPENS_STEP = f"{PROGRAM} step "
_INVITATIONS: dict[type[Item], str] = {
    Review: "Enter to finish, or a number to change an answer:",
    Confirm: "Yes or no:",
    Date: "A day:",
    Timer: "Enter to start:",
    Text: "Your answer:",
}
_OR_SKIP: dict[type[Item], str] = {
    Confirm: "Yes, no, or skip:",
    Date: "A day, or skip:",
    Text: "Your answer, or skip:",
}
"""What is said instead where a question can be skipped."""
NOT_LISTED = {
    CHOOSE_ONE: "That's not in the list. Type a number, or type again to hear the list.",
    CHOOSE_SOME: "That's not in the list. Type the numbers, or type again to hear the list.",
    YES_OR_NO: "Please type yes or no.",
}
"""What is said instead of a refusal that points to a list on the screen, which was heard a while ago."""
COMMAND = "That's a command. Type leave first, and then: {command}"
ENDS_IT = "A full stop alone on a line ends it."
UNSEEN = "What you type won't show."
PERSON = "To talk to a person: leave, and type exback crisis"
LEFT = "You've left."
SAVED = "Your answers are saved."
SAVED_LINES = "Your answers are saved up to the last time you pressed Enter."
"""What Ctrl-C saves: a line that isn't ended belongs to the terminal."""
CUT = "That line is as long as this terminal allows. If you typed more, the end is missing."


def word_of(line: str, view: View) -> Word | None:
    """Return the word that a line is, or None if it is an answer."""
    text = line.strip().casefold()
    if text == "?":
        return Word.HELP
    if text not in WORDS or (text == Word.ANEW and not view.is_long):
        return None
    return Word(text)


def command_of(line: str, view: View) -> str:
    """Return the command that a line is, empty if it's an answer. Where words are asked for, it may be meant as an answer."""
    command = " ".join(line.split())
    return "" if isinstance(view.item, Text | Secret) or not command.startswith(f"{PROGRAM} ") else command


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
        (True, "Instead of an answer you can type one of these words."),
        (True, "again: hear the page again."),
        (view.can_back, "back: go to the page before. Your answers stay."),
        (view.can_skip, "skip: go on without an answer."),
        (is_text, "edit: write this in your own editor."),
        (view.is_long, "anew: throw away what you wrote here, and start again."),  # voice: the word to type
        (True, "hide: leave at once, with everything saved and the screen cleared."),
        (True, f"leave: leave, with everything saved. {view.way_back}".rstrip()),
        (is_text, "To give one of these words as your answer, put it in quotes."),
        (True, PERSON),
    )
    return (line for applies, line in lines if applies)


def invitation(view: View) -> str:
    """Return the text before the line that is typed, which says what this page accepts."""
    skips = view.can_skip
    match view.item:
        case Text() if view.is_long:
            return f"Write, or skip. {ENDS_IT}" if skips else f"Write. {ENDS_IT}"
        case Scale(low=low, high=high):
            return f"Number, {low} to {high}, or skip:" if skips else f"Number, {low} to {high}:"
        case Choices(least=0):
            keeps = view.value is not None or bool(view.draft)  # then Enter keeps that
            none = "0 for none, or skip:" if keeps else "Enter for none, or skip:"
            return f"Numbers, {none}" if skips else "Numbers, or 0 for none:"
        case Choices(least=least):
            return f"Numbers, {spelt(least)} or more, or skip:" if skips else f"Numbers, {spelt(least)} or more:"
        case Choice():
            return _number_of_choice(view, view.item)
    words = _OR_SKIP if skips else {}
    return words.get(type(view.item)) or _INVITATIONS.get(type(view.item), "Enter to go on:")


def _number_of_choice(view: View, item: Choice) -> str:
    number = "Number, 1 or 2" if len(view.options) == 2 else f"Number, 1 to {len(view.options)}"
    if item.preset and view.value is None:
        first = view.options[0].label
        return f"{number}, skip, or Enter for “{first}”:" if view.can_skip else f"{number}, or Enter for “{first}”:"
    return f"{number}, or skip:" if view.can_skip else f"{number}:"
