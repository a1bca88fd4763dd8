"""Deleting everything for good, after asking twice, and saying what that does not reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exback.commands.output import unchanged
from exback.console import tell
from exback.engine.view import Answer, Back, Draft, Leave, Screen, View
from exback.model.dates import count
from exback.model.items import Choice, Option, Reading, Text
from exback.model.prose import blocks, one_line
from exback.store import Store
from exback.store import erase as erasing
from exback.store.backups import has_usual_name

WORD = "erase"
KEEP = "keep"
TITLE = "Delete everything"
MOST = 8

BEYOND = """What exback cannot reach:
- copies in a cloud folder or in a backup, and snapshots of the disk,
- files that you exported, and copies that you made yourself,
- the history of your shell, which tells that you used exback,
- what was deleted, until the disk writes over it."""

WHY = "Nothing is deleted before you have typed the word on the last page."


def erase(store: Store, screen: Callable[[], Screen]) -> int:
    """Say what would go, ask twice, and delete it. Gives the exit code: 1 if something could not be deleted."""
    if not erasing.everything(store.path):
        tell("There is nothing to delete: exback has kept nothing yet.")
        return 0
    with screen() as asked:
        left = _left(asked, store)
    if left is not None:
        return unchanged(left)
    erased = erasing.erase(store.path)
    tell(*_told(erased))
    return 1 if erased.left else 0


def _left(asked: Screen, store: Store) -> Leave | None:
    """Ask twice. Gives None only if everything is to go."""
    page, notice = 0, ""
    while page < len(PAGES):
        event = asked.ask(PAGES[page](store, notice), _keep_nothing)
        notice = ""
        match page, event:
            case _, Leave():
                return event
            case _, Back():
                page = max(0, page - 1)
            case 1, Answer(answer) if answer != WORD:
                return Leave()
            case 2, Answer(answer) if str(answer).strip().casefold() != WORD:
                notice = f"To delete everything, type: {WORD}. To keep it, go back or leave."
            case _, Answer():
                page += 1
    return None


def _what_would_go(store: Store, notice: str) -> View:
    paths = erasing.everything(store.path)
    most = max(MOST, sum(not has_usual_name(path) for path in paths))  # what nobody expects hides behind no number
    shown = [one_line(path) for path in paths[:most]]
    if len(paths) > most:
        shown.append(f"and {count(len(paths) - most, 'more copy')} beside it")
    body = "\n".join(["This would be deleted, for good:", *shown, *_through_links(store)])
    closing = "It can't be taken back. Close other windows in which exback is open first."
    return View(title=TITLE, item=Reading("what", ""), body=blocks(f"{body}\n\n{closing}\n\n{BEYOND}"), why=blocks(WHY))


def _through_links(store: Store) -> Iterator[str]:
    """Say what a link leads to elsewhere, where no one expects anything to be deleted."""
    for link, where in erasing.links(store.path).items():
        what = (
            "is a link. The file it leads to is deleted too" if link == store.path else "is reached through a link to"
        )
        yield f"{one_line(link)} {what}: {one_line(where)}"


def _whether(store: Store, notice: str) -> View:
    options = (Option(KEEP, "Keep everything"), Option(WORD, "Delete everything"))
    question = "Delete everything?"
    return View(
        title=TITLE,
        item=Choice("whether", question, options=options),
        question=question,
        note=blocks("exback reset alone puts it aside, and it can be brought back. exback export takes it along."),
        options=options,
        why=blocks(WHY),
        can_back=True,
    )


def _the_word(store: Store, notice: str) -> View:
    question = f"To delete it all, type the word {WORD}"
    return View(
        title=TITLE, item=Text("word", question), question=question, notice=notice, why=blocks(WHY), can_back=True
    )


PAGES: tuple[Callable[[Store, str], View], ...] = (_what_would_go, _whether, _the_word)


def _told(erased: erasing.Erased) -> Iterator[str]:
    if erased.gone:
        yield "Deleted:"
        yield from (f"  {path}" for path in erased.gone)
    if erased.left:
        yield "Not deleted:"
        yield from (f"  {path}: {reason}" for path, reason in erased.left)
    yield from BEYOND.split("\n")


def _keep_nothing(draft: Draft) -> None:
    """These pages have no draft."""
