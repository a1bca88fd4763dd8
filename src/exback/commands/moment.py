"""The page that asks someone who left a step a while ago whether to go on with it, or to start fresh."""

from __future__ import annotations

from msgspec import structs

from exback.commands.pages import answer_to, page
from exback.engine.session import Session
from exback.engine.view import Screen
from exback.model.items import CHOOSE_ONE, Choice, Option

GO_ON, FRESH = "go-on", "fresh"
WHY = (
    "Answers within two hours make one entry. If you start fresh, what you began stays in your journal as you left it."
)


def go_on_or_fresh(screen: Screen, session: Session, *, can_back: bool) -> str | None:
    """Return what someone chooses, or the number that they type to start fresh with; None for a way back. Raises Left."""
    view = page(
        session.view().title,
        Choice("moment", "Go on with it?", options=(Option(GO_ON, "Go on"), Option(FRESH, "Start fresh"))),
        body=(f"You started this at {session.run.started:%H:%M}.",),
        why=WHY,
        can_back=can_back,
    )
    view = structs.replace(view, takes_number=bool(session.first_number))
    while True:
        choice = answer_to(screen, view)
        if choice is None or choice in (GO_ON, FRESH) or (view.takes_number and str(choice).isdecimal()):
            return None if choice is None else str(choice)
        view = structs.replace(view, notice=CHOOSE_ONE)
