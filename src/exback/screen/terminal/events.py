"""What the answer of a page's field means to the session."""

from __future__ import annotations

from exback.engine.view import Answer, Event, GoTo, Review, Skip, View
from exback.model.items import Confirm, Date, Scale, Text
from exback.screen.terminal.options import SKIP


def event_of(view: View, result: object) -> Event:
    """Return what the answer of a page's field means to the session."""
    match view.item:
        case Review():
            return GoTo(str(result)) if result else Answer()
        case Confirm() if result != SKIP:
            return Answer({"yes": True, "no": False}.get(str(result)))
        case Text() | Scale() | Date() if view.can_skip and not str(result).strip():
            return Skip()
        case _ if result == SKIP:
            return Skip()
    return Answer(result)
