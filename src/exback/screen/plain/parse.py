"""Turn a typed line into what it means on a page, once it's known that it isn't a word in place of a key."""

from __future__ import annotations

from exback.engine.view import Answer, Event, GoTo, Review, Skip, View
from exback.model.items import Choice, Choices, Confirm, Date, Question
from exback.screen.plain.speech import draft_of, plain_options
from exback.screen.plain.words import unquoted

MOST_DIGITS = 3
YES = ("y", "yes")
NONE = ("0", "no", "none")
"""How someone says that none of the options fits."""


def parse_line(view: View, line: str) -> Event | None:
    """Return what a line means on a page, or None if it can't be understood."""
    text = line.strip()
    if not isinstance(view.item, Question | Review):
        return Answer()
    if not text:
        return _empty(view)
    match view.item:
        case Review():
            return GoTo(option_id) if (option_id := _option_id(view, text)) else None
        case Confirm():
            word = {"y": "yes", "n": "no"}.get(text.casefold(), text.casefold())
            word = word if word in ("yes", "no") else _option_id(view, text) or ""
            return Answer({"yes": True, "no": False}.get(word))
        case Choice():
            return Answer(_meant(view, text))
        case Choices():
            return Answer(_several(view, text))
        case Date() if text.casefold() in YES and draft_of(view):  # it was just asked whether that's the day
            return _empty(view)
    return Answer(unquoted(line))


def _empty(view: View) -> Event:
    """Return what an empty line means: what the page promised when it was printed."""
    if isinstance(view.item, Review):
        return Answer()
    if draft := draft_of(view):
        return Answer(draft)
    if view.value is not None:
        return Answer(view.value)
    if isinstance(view.item, Choices):
        return Answer([])
    if isinstance(view.item, Choice) and view.item.preset:
        return Answer(view.options[0].id)
    return Skip() if view.can_skip else Answer("")


def _several(view: View, text: str) -> list[str]:
    if option_id := _option_id(view, text):
        return [option_id]
    parts = [part for part in text.replace(",", " ").split() if part.casefold() != "and"]
    if len(parts) == 1 and parts[0].casefold() in NONE:
        return []
    return [_meant(view, part) for part in parts or [text]]


def _meant(view: View, text: str) -> str:
    """Return the id of the option that is meant, else what was typed, which the page refuses.

    A number is that of a row, never an id: an option that's called 0 may be in row 1. So one without a row means nothing, unless
    it's for the page after this one.
    """
    is_taken = view.takes_number or not text.isdecimal()
    return _option_id(view, text) or (text if is_taken else "")


def _option_id(view: View, text: str) -> str | None:
    """Return the id of the option meant by its number, its label, or the word or key of its own."""
    options = plain_options(view)
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0
    if 1 <= number <= len(options):
        return options[number - 1].id
    word = text.casefold().rstrip(".")
    by_label = (option.id for option in options if option.label.casefold().rstrip(".") == word)
    by_key = (option.id for option in options if option.key and word in (option.id, option.key))
    return next(by_label, None) or next(by_key, None)
