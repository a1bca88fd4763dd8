"""`exback reset`: put the progress file aside and start over. `exback restore` brings it back."""

from __future__ import annotations

from collections.abc import Callable

from exback.commands.pages import KEEP, asked, page, unchanged
from exback.console import tell
from exback.engine.sentences import entries_and_days
from exback.engine.view import Answer, Screen
from exback.errors import Locked, OutOfReach, Unreadable
from exback.model.items import Choice, Option
from exback.model.prose import one_line
from exback.model.settings import Settings
from exback.store import Store

ASIDE = "aside"
CHOICE = Choice(
    "reset",
    "Put your file aside and start over?",
    options=(Option(KEEP, "Keep my file as it is"), Option(ASIDE, "Put my file aside and start over")),
)
WHY = "Nothing is deleted. To bring back what you put aside: exback restore"

NOT_DELETED = "It'll be put aside, not deleted. Anyone who can read this folder can still read it."
BEGUN_ANEW = (
    "Your progress file is missing. exback starts a new one, and the older copies stay where they are.",
    "To bring one back: exback restore",
)


def reset(store: Store, open_screen: Callable[[], Screen]) -> int:
    """Show what would be put aside, ask, and put it aside. Return the exit code."""
    if not store.exists():
        tell(*BEGUN_ANEW if store.begin_anew() else ("There's nothing to reset. exback hasn't saved anything yet.",))
        return 0
    body = (f"This would be put aside: {_size(store)}.", f"Your file: {one_line(store.path)}", NOT_DELETED)
    view = page("Start over", CHOICE, body=body, why=WHY)
    with open_screen() as screen:
        event = asked(screen, view)
    if event != Answer(ASIDE):
        return unchanged(event)
    settings, was_locked = store.remembered(), store.is_locked
    aside = store.put_aside()
    if settings != Settings():  # someone who needs plain lines still needs them
        store.set(settings)
    tell("Put aside:", f"  {aside}")
    tell("To bring it back: exback restore" if aside in store.laid_aside() else "The file is exactly as it was.")
    if was_locked:
        tell("What you write from now on isn't locked. To lock it: exback lock")
    return 0


def _size(store: Store) -> str:
    try:
        return entries_and_days(store.load().runs)
    except Locked:
        return "a locked progress file, which stays locked"
    except OutOfReach:  # it may be whole, and can't be put aside
        raise
    except Unreadable:
        return "a progress file that exback can't read"
