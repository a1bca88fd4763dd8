"""The keys of the pager: those that people know from less and other pagers, and the arrows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition, FilterOrBool
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from exback.engine.view import Leave
from exback.screen.terminal.sheets import Place

if TYPE_CHECKING:
    from exback.screen.terminal.pager import Pager


def pager_keys(pager: Pager) -> KeyBindings:
    """Return the keys of a pager. While someone types into the search, letters are only letters."""
    keys = KeyBindings()
    is_reading = ~pager.is_searching
    for names, act in _reading_keys(pager).items():
        _add(keys, names, act, is_reading)
    open_entry = Condition(lambda: pager.can_open and not pager.is_help_open) & is_reading
    _add(keys, ("enter", "o"), lambda: pager.application.exit(result=pager.in_sight()), open_entry)
    _add(keys, ("escape", "c-c"), pager.end_search, pager.is_searching)
    _add(keys, ("c-q",), lambda: pager.application.exit(result=Leave(hidden=True)))
    _add(keys, ("c-z",), pager.suspend)
    return keys


def _reading_keys(pager: Pager) -> dict[tuple[str, ...], Callable[[], object]]:
    """Return what each key does while no search is open."""
    return {
        ("q", "Q"): lambda: pager.application.exit(result=Leave()),
        ("c-c",): lambda: pager.application.exit(result=Leave(interrupted=True)),
        ("down", "j"): lambda: pager.move(1),
        ("up", "k"): lambda: pager.move(-1),
        ("pagedown", " ", "f"): lambda: pager.move(pager.stride()),
        ("pageup", "b"): lambda: pager.move(-pager.stride()),
        ("home", "g"): lambda: pager.go(Place()),
        ("end", "G"): lambda: pager.go(pager.end()),
        ("f1", "c-g", "?"): pager.turn_help,
        ("/",): pager.begin_search,
        ("n",): lambda: pager.find(forward=True),
        ("N",): lambda: pager.find(forward=False),
    }


def _add(keys: KeyBindings, names: tuple[str, ...], act: Callable[[], object], when: FilterOrBool = True) -> None:
    def handle(event: KeyPressEvent) -> None:
        act()

    for name in names:
        keys.add(name, filter=when, eager=True)(handle)
