"""The page that asks someone who left a step a while ago whether to go on with it, or to start fresh."""

from __future__ import annotations

from msgspec import structs

from exback.commands.pages import chosen, page
from exback.engine.session import Session
from exback.engine.view import Screen
from exback.model.items import Choice, Option

GO_ON, FRESH = "go-on", "fresh"
WHY = (
    "Answers within two hours make one entry. If you start fresh, what you began stays in your journal as you left it."
)


def go_on_or_fresh(screen: Screen, session: Session, *, can_back: bool) -> str | None:
    """Return what someone chooses, or the number that they type to start fresh with; None for a way back. Raises Left."""
    view = page(
        session.view().title,
        Choice("moment", "Go on with it?", options=(Option(GO_ON, "Go on"), Option(FRESH, "Start fresh"))),
        body=(f"You started this at {session.begun:%H:%M}.",),
        why=WHY,
        can_back=can_back,
    )
    return chosen(screen, structs.replace(view, takes_number=bool(session.first_number)))
