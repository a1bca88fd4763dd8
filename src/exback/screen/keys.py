"""The keys that every page has, on top of those that its prompt brings."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from exback.engine.view import Answer, Back, Leave
from exback.model.items import Choices, Confirm, Reading, Text
from exback.screen.terminal.footer import is_long

if TYPE_CHECKING:
    from exback.screen.terminal.frame import Frame


def page_keys(frame: Frame, suspend: Callable[[], None], write_elsewhere: Callable[[], None]) -> KeyBindings:
    """Give the keys of a page. `suspend` puts exback to sleep, `write_elsewhere` opens the person's editor."""
    keys = KeyBindings()
    _ways_out(keys, frame, suspend)
    _ways_to_read(keys, frame)
    _ways_to_answer(keys, frame)
    _ways_to_write(keys, frame, write_elsewhere)
    _no_ways(keys, frame)
    return keys


def _ways_out(keys: KeyBindings, frame: Frame, suspend: Callable[[], None]) -> None:
    @keys.add("s-tab", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.done(Back())

    @keys.add("c-c", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.left()

    @keys.add("c-q", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.done(Leave(hidden=True))

    @keys.add("c-z", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.keep_now()
        suspend()


def _ways_to_read(keys: KeyBindings, frame: Frame) -> None:
    @keys.add("f1", eager=True)
    @keys.add("?", eager=True, filter=Condition(lambda: not frame.field.is_text))
    def _(event: KeyPressEvent) -> None:
        frame.page.turn_help()

    @keys.add("enter", eager=True, filter=Condition(lambda: _has_more_to_read(frame)))
    @keys.add("pagedown", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.page.scroll += _stride(frame)

    @keys.add("pageup", eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.page.scroll = max(0, frame.page.scroll - _stride(frame))


def _ways_to_answer(keys: KeyBindings, frame: Frame) -> None:
    is_confirm = Condition(lambda: isinstance(frame.view.item, Confirm))

    @keys.add("y", eager=True, filter=is_confirm)
    @keys.add("n", eager=True, filter=is_confirm)
    def _(event: KeyPressEvent) -> None:
        frame.field.point_at({"y": "yes", "n": "no"}[event.data])

    for option in frame.view.options:
        if option.key:
            _take_at_once(keys, frame, option.key, option.id)


def _take_at_once(keys: KeyBindings, frame: Frame, key: str, option_id: str) -> None:
    @keys.add(key, eager=True)
    def _(event: KeyPressEvent) -> None:
        frame.field.done(Answer(option_id))


def _ways_to_write(keys: KeyBindings, frame: Frame, write_elsewhere: Callable[[], None]) -> None:
    is_written = Condition(lambda: isinstance(frame.view.item, Text))

    @keys.add("c-d", eager=True)
    def _(event: KeyPressEvent) -> None:
        if is_long(frame.view):
            event.current_buffer.validate_and_handle()

    @keys.add("c-x", "c-e", eager=True, filter=is_written)
    def _(event: KeyPressEvent) -> None:
        frame.field.keep_now()
        write_elsewhere()


def _no_ways(keys: KeyBindings, frame: Frame) -> None:
    """Take away keys of the prompt that would surprise somebody here."""
    is_choices = Condition(lambda: isinstance(frame.view.item, Choices))
    for key in ("a", "i"):  # questionary ticks everything at "a" and turns it all round at "i"
        keys.add(key, eager=True, filter=is_choices)(_nothing)
    # The prompt selects at Ctrl-Space and searches at Ctrl-R and Ctrl-S, and it chokes on a colour code that it takes
    # for a mouse (prompt-toolkit/python-prompt-toolkit#1572).
    for key in ("c-@", "c-r", "c-s", "<vt100-mouse-event>"):
        keys.add(key, eager=True)(_nothing)


def _has_more_to_read(frame: Frame) -> bool:
    """Whether Enter still has something to show before it goes on from a reading."""
    return isinstance(frame.view.item, Reading) and frame.lines_below() > 0


def _stride(frame: Frame) -> int:
    """Give how far a key turns the page: two lines are seen twice, so that nobody loses the place."""
    return max(1, frame.page_height() - 2)


def _nothing(event: KeyPressEvent) -> None:
    return
