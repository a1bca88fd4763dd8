"""The keys of the pager: those that people know from less and other pagers, and the arrows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from prompt_toolkit.application import run_in_terminal
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from exback.engine.view import Leave

if TYPE_CHECKING:
    from exback.screen.terminal.pager import Pager


def pager_keys(pager: Pager) -> KeyBindings:
    """Return the keys of a pager. While someone types into the search, letters are only letters."""
    keys = KeyBindings()
    _add_leaving_keys(keys, pager)
    _add_moving_keys(keys, pager)
    _add_searching_keys(keys, pager)
    return keys


def _add_leaving_keys(keys: KeyBindings, pager: Pager) -> None:
    reading = ~pager.is_searching
    can_open = Condition(lambda: pager.can_open)

    @keys.add("q", filter=reading)
    @keys.add("Q", filter=reading)
    def _(event: KeyPressEvent) -> None:
        pager.end(Leave())

    @keys.add("c-c", filter=reading, eager=True)
    def _(event: KeyPressEvent) -> None:
        pager.end(Leave(interrupted=True))

    @keys.add("c-q", eager=True)
    def _(event: KeyPressEvent) -> None:
        pager.end(Leave(hidden=True))

    @keys.add("c-z", eager=True)
    def _(event: KeyPressEvent) -> None:
        run_in_terminal(pager.screen.suspend)

    @keys.add("enter", filter=reading & can_open)
    @keys.add("o", filter=reading & can_open)
    def _(event: KeyPressEvent) -> None:
        pager.end(pager.in_sight())


def _add_moving_keys(keys: KeyBindings, pager: Pager) -> None:
    steps: dict[str, Callable[[], int]] = {
        **dict.fromkeys(("down", "j"), lambda: 1),
        **dict.fromkeys(("up", "k"), lambda: -1),
        **dict.fromkeys(("pagedown", " ", "f"), pager.stride),
        **dict.fromkeys(("pageup", "b"), lambda: -pager.stride()),
    }
    for key, by in steps.items():
        _add_move(keys, key, pager, by)

    @keys.add("home", filter=~pager.is_searching)
    @keys.add("g", filter=~pager.is_searching)
    def _(event: KeyPressEvent) -> None:
        pager.move_to_top()

    @keys.add("end", filter=~pager.is_searching)
    @keys.add("G", filter=~pager.is_searching)
    def _(event: KeyPressEvent) -> None:
        pager.move_to_end()


def _add_move(keys: KeyBindings, key: str, pager: Pager, by: Callable[[], int]) -> None:
    @keys.add(key, filter=~pager.is_searching)
    def _(event: KeyPressEvent) -> None:
        pager.move(by())


def _add_searching_keys(keys: KeyBindings, pager: Pager) -> None:
    @keys.add("/", filter=~pager.is_searching)
    def _(event: KeyPressEvent) -> None:
        pager.begin_search()

    @keys.add("escape", filter=pager.is_searching, eager=True)
    @keys.add("c-c", filter=pager.is_searching, eager=True)
    def _(event: KeyPressEvent) -> None:
        pager.end_search()

    @keys.add("n", filter=~pager.is_searching)
    def _(event: KeyPressEvent) -> None:
        pager.find(forward=True)

    @keys.add("N", filter=~pager.is_searching)
    def _(event: KeyPressEvent) -> None:
        pager.find(forward=False)
