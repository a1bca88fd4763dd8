"""Pages that a command asks on outside a step, and what leaving one means for the exit code."""

from __future__ import annotations

from collections.abc import Callable

from msgspec import structs

from exback.console import tell
from exback.engine.view import Answer, Back, Draft, Event, Keep, Leave, Screen, Skip, View
from exback.errors import Interrupted
from exback.model.items import CHOOSE_ONE, CHOOSE_SOME, Choice, Choices, Item, Question
from exback.model.prose import Block, blocks

TITLE = "exback"
BEGIN = "I'd like to begin"
KEEP = "keep"
"""The id of the option that leaves everything as it is."""


class Left(Exception):
    """The person left a page, and with it all that was to follow."""

    def __init__(self, leave: Leave) -> None:
        super().__init__()
        self.leave = leave


class LookAround(Exception):
    """The person wants to see the demo, and to come back from it."""


def page(
    title: str,
    item: Item,
    *,
    place: str = "",
    body: tuple[Block, ...] = (),
    note: str = "",
    notice: str = "",
    why: str = "",
    can_back: bool = False,
    is_weighty: bool = False,
) -> View:
    """Return a page for an item whose words and options stand in it as they are.

    Where one of the options is to KEEP everything as it is, the others change or delete something: such a page is weighty.
    What stands above the question is what it's about, and to be seen before the question is.
    """
    options = item.options if isinstance(item, (Choice, Choices)) and isinstance(item.options, tuple) else ()
    return View(
        title=title,
        place=place,
        item=item,
        question=str(item.text) if isinstance(item, Question) else "",
        options=options,
        body=body,
        note=blocks(note),
        notice=notice,
        why=blocks(why),
        can_back=can_back,
        can_skip=isinstance(item, Question) and item.optional,
        is_weighty=is_weighty or any(option.id == KEEP for option in options),
        begins_at_top=bool(body),
    )


def keep_nothing(draft: Draft) -> None:
    """Do nothing: a page outside a step has no draft."""


def asked(screen: Screen, view: View, keep: Keep = keep_nothing) -> Event:
    """Show a page until the answer is one that it offers. Return that event, or any that is no answer."""
    while isinstance(event := screen.ask(view, keep), Answer) and (refusal := _refusal(view, event.value)):
        view = structs.replace(view, notice=refusal)
    return event


def _refusal(view: View, value: object) -> str:
    """Return why an answer isn't one of the options, empty if it is. Of several, none is taken unless each is one."""
    offered = {option.id for option in view.options}
    if isinstance(view.item, Choices):
        return "" if isinstance(value, list) and offered.issuperset(value) else CHOOSE_SOME
    is_number = view.takes_number and str(value).isdecimal()
    return CHOOSE_ONE if isinstance(view.item, Choice) and str(value) not in offered and not is_number else ""


def answer_to(screen: Screen, view: View, keep: Keep = keep_nothing) -> object:
    """Show a page and return the answer, empty if it was skipped, None for a way back. Asks as `asked` does. Raises Left."""
    while True:
        match asked(screen, view, keep):
            case Answer(value):
                return value
            case Skip() if view.can_skip:
                return ""
            case Back() if view.can_back:
                return None
            case Leave() as leave:
                raise Left(leave)


def chosen(screen: Screen, view: View) -> str | None:
    """Return which of the options is chosen, or a number typed if the list takes one; else as `answer_to`."""
    choice = answer_to(screen, view)
    return None if choice is None else str(choice)


def until_left(work: Callable[[], object]) -> int:
    """Do what asks on pages until it ends, or the person leaves one of them. Return the exit code."""
    try:
        work()
    except Left as left:
        return exit_code_of(left.leave)
    return 0


def exit_code_of(event: Event) -> int:
    """Return the exit code for the event that ended a page: that of an interruption after Ctrl-C, else 0."""
    return Interrupted.exit_code if isinstance(event, Leave) and event.interrupted else 0


def unchanged(event: Event, *lines: str) -> int:
    """Print `lines`, or that nothing was changed, unless Ctrl-Q asked for silence. Return the exit code.

    `event` is how a page was answered that was to change something: by leaving it, or by keeping things as they are.
    """
    if not (isinstance(event, Leave) and event.hidden):
        tell(*lines or ("Nothing was changed.",))
    return exit_code_of(event)
