"""Which paragraphs are written for which boundary, and whether a page shows any to someone they aren't meant for."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection
from functools import cache

from exback.engine.view import Review, View
from exback.model.boundaries import AFRAID_OF_ME, AFRAID_OF_THEM, ASKED_TO_STOP, BOUNDARIES, ORDERED_AWAY
from exback.model.prose import Quote
from exback.model.timeline import SAFETY

REPROACHES = (
    "What did you do, in one plain sentence",
    "is no reason for that",
    "what they do;",
    "worry about what they do",
    "worry about what you do",
    "worried about your own behaviour",
    "need peace from you",
    "although they",
    "asked for quiet",
    "like being followed",
    "leave them in peace",
    "left them in peace",
    "not to be watched",
    "worried about their behaviour",
    "worried about your behaviour",
)
"""Words for someone who must leave the other alone. Someone who has been afraid reads none of them."""


def named_first(held: Collection[str]) -> str:
    """Return the boundary that sets the tone where several hold."""
    return next(
        boundary.id for boundary in (AFRAID_OF_THEM, AFRAID_OF_ME, ORDERED_AWAY, ASKED_TO_STOP) if boundary.id in held
    )


@cache
def paragraphs() -> dict[str, frozenset[str]]:
    """Return all that is written for one boundary, in the program and in its steps: the ids of its boundaries, by its words.

    Of a paragraph with places to fill in, the longest words between them count. The steps must be loaded.
    """
    boundaries: dict[str, set[str]] = {}
    for boundary in BOUNDARIES:
        for words in (boundary.reason, boundary.help, boundary.lifts):
            if words:
                boundaries.setdefault(words, set()).add(boundary.id)
    for name, module in list(sys.modules.items()):
        if "steps" in name:
            for value in vars(module).values():
                if type(value).__name__ == "ByBoundary":
                    for boundary_id, words in value.by_id().items():
                        fixed = max(re.split(r"\{[^}]*\}", words), key=len)
                        boundaries.setdefault(fixed, set()).add(boundary_id)
    return {words: frozenset(ids) for words, ids in boundaries.items()}


@cache
def not_meant_for(held: frozenset[str]) -> frozenset[str]:
    """Return the words that no page may show to someone for whom these boundaries hold."""
    ours = {named_first(held)} if held else set()
    others = {words for words, ids in paragraphs().items() if not ids & ours and not _is_an_order(words, held)}
    return frozenset(others | set(REPROACHES if AFRAID_OF_THEM.id in held else ()))


def meant_for_others(held: frozenset[str], view: View) -> set[str]:
    """Return the words on a page that are meant for someone else."""
    text = text_of(view)
    return {words for words in not_meant_for(held) if words in text}


def text_of(view: View) -> str:
    """Return all that a page says, but for the person's own words and the four questions, which name no one's boundary."""
    if isinstance(view.item, Review) or view.item.id in SAFETY:
        return ""
    prose = (view.body, view.question, view.note)
    parts = [part for words in prose for part in (words if isinstance(words, tuple) else (words,))]
    options = (f"{option.label} {option.hint}" for option in view.options)
    return " ".join([*(str(part) for part in parts if not isinstance(part, Quote)), *options])


def _is_an_order(words: str, held: Collection[str]) -> bool:
    """Whether words are about an order: the help with it, what lifts it, or the children. Anyone under an order may read them."""
    is_about_order = words in (ORDERED_AWAY.help, ORDERED_AWAY.lifts) or "the way the order names" in words
    return ORDERED_AWAY.id in held and is_about_order
