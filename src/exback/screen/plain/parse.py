"""What a typed line means on a page, once it is known to be no word in place of a key."""

from __future__ import annotations

from exback.engine.view import Answer, Event, GoTo, Review, Skip, View
from exback.model.items import Choice, Choices, Confirm, Question
from exback.screen.plain.speech import draft_of, plain_options
from exback.screen.plain.words import unquoted

MOST_DIGITS = 3


def meant(view: View, line: str) -> Event | None:
    """Give what a line means on a page, None if that cannot be told."""
    text = line.strip()
    if not isinstance(view.item, Question | Review):
        return Answer()
    if not text:
        return _empty(view)
    match view.item:
        case Review():
            return GoTo(picked) if (picked := _picked(view, text)) else None
        case Confirm():
            word = {"y": "yes", "n": "no"}.get(text.casefold(), text.casefold())
            word = word if word in ("yes", "no") else _picked(view, text) or ""
            return Answer({"yes": True, "no": False}.get(word))
        case Choice():
            return Answer(_picked(view, text) or text)
        case Choices():
            return Answer(_several(view, text))
    return Answer(unquoted(line))


def _empty(view: View) -> Event:
    """Give what an empty line means: what was said of it when the page was said."""
    if isinstance(view.item, Review):
        return Answer()
    if draft := draft_of(view):
        return Answer(draft)
    if view.value is not None:
        return Answer(view.value)
    if isinstance(view.item, Choices):
        return Answer([])
    return Skip() if view.can_skip else Answer("")


def _several(view: View, text: str) -> list[str]:
    if picked := _picked(view, text):
        return [picked]
    numbers = [one for one in text.replace(",", " ").split() if one.casefold() != "and"]
    return [] if numbers == ["0"] else [_picked(view, one) or one for one in numbers]


def _picked(view: View, text: str) -> str | None:
    """Give the option that a number, its words, or the word of its own stand for."""
    options = plain_options(view)
    number = int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else 0
    if 1 <= number <= len(options):
        return options[number - 1].id
    word = text.casefold().rstrip(".")
    named = (one.id for one in options if one.label.casefold().rstrip(".") == word)
    short = (one.id for one in options if one.key and word in (one.id, one.key))
    return next(named, None) or next(short, None)
