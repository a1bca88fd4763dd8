"""The keyboard of a terminal, as the prompt library reads it, without anything that isn't a key; and what keys do."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from prompt_toolkit.filters import FilterOrBool
from prompt_toolkit.input import Input
from prompt_toolkit.input.ansi_escape_sequences import ANSI_SEQUENCES
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

from exback.screen.key_reader import ESC, KeyReader


class KeyParser(Vt100Parser):
    """The library's parser, which is given whole keys only. By itself it takes what it doesn't know for letters."""

    def __init__(self, feed_key_callback: Callable[[KeyPress], None]) -> None:
        self._reader = KeyReader(ANSI_SEQUENCES)
        super().__init__(lambda press: feed_key_callback(_without_letters(press)))

    def reset(self, request: bool = False) -> None:
        """Forget what came so far of a sequence or a paste."""
        self._reader.reset()
        super().reset(request)

    def feed(self, data: str) -> None:
        """Take what the terminal sent, in pieces of any size."""
        for key in self._reader.read(data):
            self._press(key)

    def flush(self) -> None:
        """Take what came last as it is, because nothing followed it for a moment."""
        for key in self._reader.pause():
            self._press(key)

    def _press(self, key: str) -> None:
        super().feed(key)
        super().flush()
        if key == ESC:  # else it would change the meaning of a key that is pressed later
            self.feed_key_callback(KeyPress(Keys.Ignore, ""))


def _without_letters(press: KeyPress) -> KeyPress:
    """Return a key without the sequence that it came as: the library types that into a field if the key has no meaning there."""
    has_content = press.key in (Keys.BracketedPaste, Keys.CPRResponse)
    return press if has_content or not press.data.startswith(ESC) else KeyPress(press.key, "")


def open_input() -> Input:
    """Return the input for a prompt, from which only keys come. A Windows console sends nothing else anyway."""
    source = create_input()
    parser = getattr(source, "vt100_parser", None)
    if parser is not None:
        source.vt100_parser = KeyParser(parser.feed_key_callback)  # type: ignore[attr-defined]  # only Vt100Input has it
    return source


def bind(keys: KeyBindings, names: Iterable[str], act: Callable[[], object], when: FilterOrBool = True) -> None:
    """Let each of some keys do something `when` a condition holds, instead of what the library would do."""
    for name in names:
        keys.add(name, filter=when, eager=True)(lambda _: act())


def disabled_keys(*, is_text: bool) -> KeyBindings:
    """Return keys that do nothing, except where a field, which `is_text` if words go into it, has a use for them.

    The library would search, delete or mark text at them, and it chokes on a colour code that it takes for a mouse event
    (prompt-toolkit/python-prompt-toolkit#1572).
    """
    keys = KeyBindings()
    bind(keys, ("c-@", "c-d", "c-r", "c-s", "<vt100-mouse-event>"), lambda: None)
    bind(keys, ("<bracketed-paste>",), lambda: None, not is_text)
    return keys
