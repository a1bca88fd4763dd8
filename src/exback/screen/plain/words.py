"""The words that can be typed instead of an answer, such as back and help, since plain lines have no keys for them."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from exback.engine.view import Review, View
from exback.model.items import Choice, Choices, Confirm, Date, Question, Scale, Text, Timer

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
ON_EVERY_PAGE = "On any page you can type again, back, help, hide or leave."
UNSEEN = "Type it; nothing shows:"
EDITOR = "To write this text in your own editor, type edit."
PERSON = "To talk to a person: leave, and type exback crisis"
LEFT = "Left. What you gave is saved, and exback brings you back."
NOTHING_BEFORE = "There is no page before this one."
NOTHING_TO_SKIP = "There is nothing to skip here."
NO_SUCH_ANSWER = "No answer has that number."
NO_EDITOR = "There is no editor here. Go on writing in lines."
NOT_HERE = "The editor is for what you write in words. Here, take an answer."
WRITE_ON = "Write on. A full stop alone on a line ends it."
GIVE = "A full stop alone on a line gives it."
CUT = "This came as long as a terminal lets a line be. If there was more, its end is missing."
CUT_HERE = f"{CUT} Write that again, or type edit."
SEVERAL = "Several lines came at once. They are put together here."
TOO_MANY = "Several lines came at once, so none of them was taken."


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
    yield "In place of an answer you can type one of these words."
    yield "again: hear the page once more."
    if view.can_back:
        yield "back: go to the page before. What you gave stays."
    if view.can_skip:
        yield "skip: go on without an answer."
    if isinstance(view.item, Text):
        yield "edit: write this in your own editor."
    if view.is_long:
        yield "anew: throw away what you wrote here, and begin again."
    yield "hide: leave at once, saved, with the screen cleared."
    yield "leave: leave, saved. exback brings you back to this page."
    if isinstance(view.item, Text):
        yield "To give one of these words as your answer, put it in quotes."
    yield PERSON


def invitation(view: View) -> str:
    """Return the text before the line that is typed, which says what this page accepts."""
    skip = ", or skip" if view.can_skip else ""
    match view.item:
        case Review():
            return "Enter finishes, a number changes an answer:"
        case Choices():
            return f"Numbers, or 0 for none{skip}:"
        case Choice():
            return f"Number, 1 to {len(view.options)}{skip}:"
        case Confirm():
            return f"Yes or no{skip}:"
        case Scale():
            return f"Number, {view.item.low} to {view.item.high}{skip}:"
        case Date():
            return f"A day{skip}:"
        case Timer():
            return "Enter begins:"
        case Text(long=True):
            return f"Write{skip}. A full stop alone on a line ends it."
        case Question():
            return f"Your answer{skip}:"
    return "Enter goes on:"
