"""A timer on a page, either a paced breath with a moving bar or minutes that count down. Any key leaves it."""

from __future__ import annotations

import time
from math import cos, pi
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Layout, Window

from exback.model.items import Timer

REFRESH = 0.1
WIDTH = 24  # columns of the longest bar; with the word and the time beside it everything fits into 40
BESIDE = 20


def timer_application(timer: Timer, settings: dict[str, Any]) -> Application[Any]:
    """Return a prompt that ends with "finished" when the time is up, or "left" at any key."""
    began = time.monotonic()
    keys = KeyBindings()

    @keys.add("<any>")
    @keys.add("enter")
    def _(event: KeyPressEvent) -> None:
        event.app.exit(result="left")

    def text() -> StyleAndTextTuples:
        passed = time.monotonic() - began
        if passed >= timer.seconds and not get_app().is_done:
            get_app().exit(result="finished")
        columns = get_app().output.get_size().columns
        return [("", f"  {timer_line(timer, passed, min(WIDTH, columns - BESIDE))}")]

    return Application(
        layout=Layout(Window(FormattedTextControl(text, focusable=True), height=1, always_hide_cursor=True)),
        key_bindings=keys,
        refresh_interval=REFRESH,
        **settings,
    )


def timer_line(timer: Timer, passed: float, width: int = WIDTH) -> str:
    """Return the line after `passed` seconds, with a bar of at most `width` columns."""
    left = max(0, round(timer.seconds - passed))
    remaining = f"{left // 60}:{left % 60:02d}"
    if timer.breath is None:
        return f"{remaining} to go"
    inhale, exhale = timer.breath
    second = passed % (inhale + exhale)
    share = _eased(second / inhale) if second < inhale else 1 - _eased((second - inhale) / exhale)
    word = "in " if second < inhale else "out"
    bar = "━" * round(share * max(1, width))
    return f"breathe {word}  {bar.ljust(width)} {remaining}"


def _eased(share: float) -> float:
    """Return a share from 0 to 1, slowed down at both ends as a breath is."""
    return (1 - cos(pi * share)) / 2
