"""What can be said of a message before it's sent, worded for a page. The linter is loaded with the first draft, and not before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from exback.model.prose import Prose, Quote

if TYPE_CHECKING:
    from datetime import datetime

    from .reattraction.linter import Remark

FRIGHTENS = "This can frighten them. Take it out."
UNKIND = frozenset({"pressure", "guilt", "jealousy", "ultimatum", "watching", "harm"})
"""The kinds of remarks that fit any message, also one that isn't an invitation."""


class Remarks(Struct, frozen=True):
    """The words with the numbers of the remarks, the remarks as a list, and whether any is about what can frighten."""

    marked: str
    numbered: str
    frightens: bool


def of_invitation(draft: str, written_at: datetime | None = None) -> Remarks:
    """Return what there is to say of an invitation."""
    from .reattraction import linter

    return _worded(draft, linter.remarks(draft, written_at))


def of_apology(text: str) -> Remarks:
    """Return what there is to say of an apology."""
    from .reattraction import linter

    return _worded(text, linter.apology_remarks(text))


def _worded(draft: str, notes: tuple[Remark, ...]) -> Remarks:
    from .reattraction import linter

    return Remarks(linter.marked(draft, notes), linter.numbered(notes), linter.frightens(notes))


def page_on(draft: str) -> Prose:
    """Return a page on an answer or a word of thanks: what in it may press, hurt or frighten. Empty without a draft."""
    if not draft:
        return ""
    from .reattraction import linter

    notes = tuple(note for note in linter.remarks(draft) if note.kind in UNKIND)
    if not notes:
        return (
            Quote(draft, None, "This is how it reads:"),
            "exback looked for pressure, blame, jealousy, ultimatums and threats. It found none of the phrases it knows.",
            "It can't judge a message. If you're not sure, ask someone you trust to read it.",
        )
    return (
        Quote(
            linter.marked(draft, notes),
            None,
            "Read it as they would. A number comes after words that may pressure, hurt or frighten them:",
        ),
        linter.numbered(notes),
        "exback knows phrases, not the two of you. Go back and change it."
        if linter.frightens(notes)
        else "exback knows phrases, not the two of you. Go back and change it, or leave it as it is if you're sure it won't pressure them.",
        *((FRIGHTENS,) if linter.frightens(notes) else ()),
    )
