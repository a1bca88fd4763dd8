"""`exback reset --erase`: delete everything for good, after asking twice, and say what can't be reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exback.commands.pages import KEEP, Left, answer_to, page, unchanged
from exback.console import tell
from exback.engine.view import Leave, Screen, View
from exback.model.dates import count
from exback.model.items import Choice, Option, Reading, Text
from exback.model.prose import blocks, one_line
from exback.store import Store
from exback.store.backups import has_usual_name
from exback.store.erase import Erased, everything, links
from exback.store.erase import erase as erase_files

WORD = "erase"
TITLE = "Delete everything"
MOST = 8
"""Paths with a usual name that the first page lists before it only counts them."""

BEYOND = """What exback can't reach:
- copies in a cloud folder or in a backup, and snapshots of the disk,
- files you exported, and copies you made yourself,
- the history of your shell, which shows that you used exback,
- what was deleted, until the disk writes over it."""

OPTIONS = (Option(KEEP, "Keep everything"), Option(WORD, "Delete everything"))
WHETHER = Choice("whether", "Delete everything?", options=OPTIONS)
NOTE = "To only put it aside, so you can bring it back: exback reset. To take a copy with you: exback export"
WHY = "Nothing is deleted until you've typed the word on the last page."


def erase(store: Store, open_screen: Callable[[], Screen]) -> int:
    """Show what would be deleted, ask twice, and delete it. Return the exit code: 1 if something could not be deleted."""
    if not everything(store.path):
        tell("There's nothing to delete. exback hasn't saved anything yet.")
        return 0
    try:
        with open_screen() as screen:
            _ask_twice(screen, store)
    except Left as left:
        return unchanged(left.leave)
    erased = erase_files(store.path)
    tell(*_summary(erased))
    return 1 if erased.left else 0


def _ask_twice(screen: Screen, store: Store) -> None:
    """Ask twice. Raises Left unless everything is to be deleted."""
    while True:
        answer_to(screen, _paths_page(store))
        while (answer := answer_to(screen, page(TITLE, WHETHER, note=NOTE, why=WHY, can_back=True))) is not None:
            if answer != WORD:
                raise Left(Leave())
            if _is_typed(screen):
                return


def _is_typed(screen: Screen) -> bool:
    """Ask for the word until it's typed. Return False if the person goes back. Raises Left."""
    item, notice = Text("word", f"To delete everything, type the word {WORD}"), ""
    while True:
        typed = answer_to(screen, page(TITLE, item, notice=notice, why=WHY, can_back=True, is_weighty=True))
        if typed is None or str(typed).strip().casefold() == WORD:
            return typed is not None
        notice = f"To delete everything, type: {WORD}. To keep it, go back or leave."


def _paths_page(store: Store) -> View:
    paths = everything(store.path)
    most = max(MOST, sum(not has_usual_name(path) for path in paths))  # every file with an unexpected name is shown
    lines = [one_line(path) for path in paths[:most]]
    if len(paths) > most:
        lines.append(f"and {count(len(paths) - most, 'more copy')} next to it")
    listing = "\n".join(["This would be deleted for good:", *lines, *_link_sentences(store)])
    closing = "This can't be undone. First close any other windows with exback in them."
    return page(TITLE, Reading("what", ""), body=blocks(f"{listing}\n\n{closing}\n\n{BEYOND}"), why=WHY)


def _link_sentences(store: Store) -> Iterator[str]:
    """Yield a sentence for each link to another place, where no one expects anything to be deleted."""
    for link, target in links(store.path).items():
        if link == store.path:
            yield f"{one_line(link)} is a link. The file it leads to is deleted too: {one_line(target)}"
        else:
            yield f"{one_line(link)} is reached through a link. It's really this folder: {one_line(target)}"


def _summary(erased: Erased) -> Iterator[str]:
    if erased.gone:
        yield "Deleted:"
        yield from (f"  {path}" for path in erased.gone)
    if erased.left:
        yield "Couldn't be deleted:"
        yield from (f"  {path}: {reason}" for path, reason in erased.left)
    yield from BEYOND.split("\n")
