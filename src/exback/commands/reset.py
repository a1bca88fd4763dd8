"""Starting over. Taking that back is in `bring_back`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exback.commands.output import unchanged
from exback.console import tell
from exback.engine.sentences import entries_and_days
from exback.engine.view import Answer, Draft, Screen, View
from exback.errors import Locked, OutOfReach, Unreadable
from exback.model.items import Choice, Option
from exback.model.prose import blocks, one_line
from exback.model.settings import Settings
from exback.store import Store

KEEP = "keep"
ASIDE = "aside"
OPTIONS = (
    Option(KEEP, "Keep everything as it is"),
    Option(ASIDE, "Put it aside and start over"),
)

BEGUN_ANEW = (
    "Your progress file is not there. exback begins a new one, and the older copies stay where they are.",
    "To bring one back: exback restore",
)


def reset(store: Store, screen: Callable[[], Screen]) -> int:
    """Say what would go, ask, and put it aside. Gives the exit code."""
    if not store.exists():
        tell(*BEGUN_ANEW if store.begin_anew() else ("There is nothing to reset: exback has kept nothing yet.",))
        return 0
    view = View(
        title="Start over",
        body=tuple(_preview(store)),
        item=Choice("reset", "Put it aside and start over?", options=OPTIONS),
        question="Put it aside and start over?",
        options=OPTIONS,
        why=blocks("Nothing is deleted. `exback restore` brings back what you put aside."),
    )
    with screen() as asked:
        event = asked.ask(view, _keep_nothing)
    if event != Answer(ASIDE):
        return unchanged(event)
    settings, was_locked = store.remembered(), store.is_locked
    aside = store.put_aside()
    if settings != Settings():  # how somebody needs to be talked to is nothing to start over with
        store.set(settings)
    tell("Put aside:", f"  {aside}")
    tell("To bring it back: exback restore" if aside in store.laid_aside() else "Its bytes are as they were.")
    if was_locked:
        tell("What you write from now on is not locked. To lock it: exback lock")
    return 0


def _preview(store: Store) -> Iterator[str]:
    yield f"This would go: {_size(store)}."
    yield f"It lies in {one_line(store.path)}"
    yield "It is put aside, not deleted. Anybody who can read this folder can still read it."


def _size(store: Store) -> str:
    try:
        return entries_and_days(store.load().runs)
    except Locked:
        return "a locked progress file, which stays locked"
    except OutOfReach:  # it may be whole, and can't be put aside
        raise
    except Unreadable:
        return "a progress file that exback can't read"


def _keep_nothing(draft: Draft) -> None:
    """This page has no draft."""
