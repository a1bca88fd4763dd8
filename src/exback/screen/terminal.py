"""The page-at-a-time front end: rich draws the page, questionary asks, both in the alternate screen.

Page, input and keys stand in one layout that fills the screen, so a resize redraws all of it and a page
that is too long can be scrolled. Between pages the alternate screen is never left.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from datetime import date
from types import TracebackType
from typing import Any, Self

import questionary
from prompt_toolkit.application import Application, run_in_terminal
from prompt_toolkit.input.defaults import create_input
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.output.defaults import create_output

from exback.dates import MONTHS
from exback.items import Choices, Confirm, Date, Scale, Text, Timer
from exback.journey import Value
from exback.screen.frame import SKIP, Frame, Page, is_long, offered_options
from exback.screen.protocol import Keep
from exback.screen.timer import timer_application
from exback.view import Answer, Back, Event, GoTo, Leave, Review, Skip, View

if sys.platform != "win32":
    import termios

POINTER = "›"
STYLE = questionary.Style(
    [
        ("qmark", "fg:ansicyan"),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "bold"),
        ("selected", "fg:ansicyan"),
        ("answer", ""),
        ("text", ""),
        ("quiet", "fg:ansibrightblack"),
        ("hint", "fg:ansibrightblack"),
    ]
)


class Terminal:
    """Asks on a real terminal. `today` gives the day that dates are told from."""

    def __init__(self, today: Callable[[], date]) -> None:
        self._today = today
        self._colour = not os.environ.get("NO_COLOR")
        self._output = create_output()
        self._input = create_input()
        self._open, self._close = self._output.enter_alternate_screen, self._output.quit_alternate_screen
        # A full-screen prompt enters and leaves the alternate screen on its own; between two pages that
        # would show what lies behind. It is entered once, below.
        self._output.enter_alternate_screen = _stay  # type: ignore[method-assign]  # no option for it
        self._output.quit_alternate_screen = _stay  # type: ignore[method-assign]  # no option for it

    def __enter__(self) -> Self:
        self._open()
        self._output.flush()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._output.erase_screen()
        self._close()
        self._output.flush()

    def ask(self, view: View, keep: Keep) -> Event:
        """Show a page and give what the person did. What stands in a field is kept once it is still."""
        page = Page(view, self._today(), colour=self._colour)
        application = self._application(view)
        Frame(application, page, view, keep, self._suspend).put_up()
        self._forget_early_keys()
        try:
            event = application.run()
        except (KeyboardInterrupt, EOFError):
            event = Leave(interrupted=True)
        return event if isinstance(event, Answer | Back | Skip | GoTo | Leave) else _event(view, event)

    def _forget_early_keys(self) -> None:
        """Drop what was typed before this page stood there: it was meant for another one."""
        clear_typeahead(self._input)
        if sys.platform != "win32":
            termios.tcflush(self._input.fileno(), termios.TCIFLUSH)

    def _suspend(self) -> None:
        """Stop until the shell's fg, with the first screen shown meanwhile and nothing private on it."""
        if hasattr(signal, "SIGTSTP"):
            run_in_terminal(self._stop)

    def _stop(self) -> None:
        self._close()
        self._output.flush()
        os.kill(0, signal.SIGTSTP)
        self._open()
        self._output.flush()

    def _application(self, view: View) -> Application[Any]:
        settings: dict[str, Any] = {
            "input": self._input,
            "output": self._output,
            "style": STYLE,
            "color_depth": None if self._colour else ColorDepth.DEPTH_1_BIT,
        }
        match view.item:
            case Timer():
                return timer_application(view.item, settings)
            case Choices():
                ticked = next((kept for kept in (view.draft, view.value) if isinstance(kept, list)), [])
                choices = [
                    questionary.Choice(option.label, option.id, checked=option.id in ticked) for option in view.options
                ]
                return questionary.checkbox(
                    "", choices, qmark="", pointer=POINTER, instruction=" ", **settings
                ).application
            case Text() | Scale() | Date():
                return questionary.text(
                    "", _standing_text(view), qmark=POINTER, multiline=is_long(view), instruction="", **settings
                ).application
            case _:
                return _select(view, settings)


def _stay() -> None:
    return


def _select(view: View, settings: dict[str, Any]) -> Application[Any]:
    offered = [questionary.Choice(option.label, option.id) for option in offered_options(view)]
    known = [choice.value for choice in offered]
    start = _as_id(view.value) if _as_id(view.value) in known else None
    return questionary.select(
        "", offered, start, qmark="", pointer=POINTER, instruction=" ", show_description=False, **settings
    ).application


def _as_id(value: Value) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else None


def _standing_text(view: View) -> str:
    """Give what stands in the field when the page opens: the draft, else the answer given before."""
    if isinstance(view.draft, str):
        return view.draft
    if isinstance(view.item, Date) and isinstance(view.value, str):
        day = date.fromisoformat(view.value)
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return "" if view.value is None else str(view.value)


def _event(view: View, given: object) -> Event:
    """Turn what a prompt gave into what it means on this page."""
    match view.item:
        case Review():
            return GoTo(str(given)) if given else Answer()
        case Confirm() if given != SKIP:
            return Answer({"yes": True, "no": False}.get(str(given)))
        case Text() | Scale() | Date() if view.can_skip and not str(given).strip():
            return Skip()
        case _ if given == SKIP:
            return Skip()
    return Answer(given)
