"""A timer on a page, either a paced breath with a moving bar or minutes that count down. Any key leaves it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from math import cos, pi

from prompt_toolkit.application.current import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import FormattedTextControl, Window

from exback.model.items import Timer

REFRESH = 0.1
WIDTH = 24  # columns of the longest bar; with the word and the time beside it everything fits into 40
BESIDE = 20


class TimerField:
    """A field that answers with "finished" when the time is up, or with "left" at any key."""

    is_text = False

    def __init__(self, timer: Timer, done: Callable[[object], None]) -> None:
        self._timer = timer
        self._done = done
        self._began = time.monotonic()
        self._next_frame: asyncio.TimerHandle | None = None
        self.window = Window(
            FormattedTextControl(self._line, focusable=True), height=1, dont_extend_height=True, always_hide_cursor=True
        )
        self.container = self.window
        self.keys = KeyBindings()
        for key in ("<any>", "enter"):
            self.keys.add(key)(lambda _: done("left"))

    def content(self) -> None:
        """Return None: there is nothing to save of a timer."""

    def more(self) -> str:
        """Return what is said of lines out of sight: nothing, as there's only one."""
        return ""

    def _line(self) -> StyleAndTextTuples:
        """Return the line as it is now, and see to it that it's drawn again."""
        application = get_app()
        passed = time.monotonic() - self._began
        if passed >= self._timer.seconds:
            self._done("finished")
        elif self._next_frame is None:
            self._next_frame = asyncio.get_running_loop().call_later(REFRESH, self._draw_again, application.invalidate)
        return [
            ("", f"  {timer_line(self._timer, passed, min(WIDTH, application.output.get_size().columns - BESIDE))}")
        ]

    def _draw_again(self, invalidate: Callable[[], None]) -> None:
        self._next_frame = None
        invalidate()


def timer_line(timer: Timer, passed: float, width: int = WIDTH) -> str:
    """Return the line after `passed` seconds, with a bar of at most `width` columns."""
    left = max(0, round(timer.seconds - passed))
    remaining = f"{left // 60}:{left % 60:02d}"
    if timer.breath is None:
        return f"{remaining} left"
    inhale, exhale = timer.breath
    second = passed % (inhale + exhale)
    share = _eased(second / inhale) if second < inhale else 1 - _eased((second - inhale) / exhale)
    word = "breathe in " if second < inhale else "breathe out"
    bar = "━" * round(share * max(1, width))
    return f"{word}  {bar.ljust(width)} {remaining}"


def _eased(share: float) -> float:
    """Return a share from 0 to 1, slowed down at both ends as a breath is."""
    return (1 - cos(pi * share)) / 2
