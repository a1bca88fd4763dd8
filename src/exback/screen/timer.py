"""A timer on a page: a paced breath that is calm to look at, or minutes that pass. Any key leaves it."""

from __future__ import annotations

import time
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.application.current import get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, Layout, Window

from exback.items import Timer

REFRESH = 0.25
WIDTH = 24


def timer_application(timer: Timer, settings: dict[str, Any]) -> Application[Any]:
    """Give a prompt that ends with "finished" when the time is up, or "left" at any key."""
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
        return [("", f"  {timer_line(timer, passed)}")]

    return Application(
        layout=Layout(Window(FormattedTextControl(text, focusable=True), height=1, always_hide_cursor=True)),
        key_bindings=keys,
        refresh_interval=REFRESH,
        **settings,
    )


def timer_line(timer: Timer, passed: float) -> str:
    """Give what stands on the line after `passed` seconds."""
    left = max(0, round(timer.seconds - passed))
    remaining = f"{left // 60}:{left % 60:02d}"
    if timer.breath is None:
        return f"{remaining} to go"
    breathing_in, out = timer.breath
    at = passed % (breathing_in + out)
    share = at / breathing_in if at < breathing_in else 1 - (at - breathing_in) / out
    word = "in " if at < breathing_in else "out"
    return f"breathe {word}  {'━' * round(share * WIDTH)}".ljust(WIDTH + 14) + remaining
