"""The prompt for each kind of page, from questionary or a timer, and the event that its result stands for."""

from __future__ import annotations

from datetime import date
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.output import ColorDepth

from exback.engine.view import PASSPHRASE, Answer, Back, Event, GoTo, Leave, Review, Secret, Skip, View
from exback.model.dates import MONTHS
from exback.model.items import Choices, Confirm, Date, Scale, Text, Timer
from exback.model.run import Value
from exback.screen.terminal.options import SKIP, offered_options
from exback.screen.terminal.timer import timer_application

POINTER = "›"
STYLE = questionary.Style(
    [
        ("qmark", "fg:ansimagenta"),
        ("pointer", "fg:ansimagenta bold"),
        ("highlighted", "bold"),
        ("selected", "fg:ansimagenta"),
        ("answer", ""),
        ("text", ""),
        ("quiet", "dim"),  # bright black is invisible in some dark themes
        ("hint", "dim"),
        ("unsaved", "bold"),
    ]
)


def colours(wanted: bool) -> dict[str, Any]:
    """Return a prompt's settings for colours: the sixteen of the terminal's own theme, or none."""
    return {"style": STYLE, "color_depth": ColorDepth.DEPTH_4_BIT if wanted else ColorDepth.DEPTH_1_BIT}


def prompt_for(view: View, **settings: Any) -> Application[Any]:  # noqa: ANN401  # as prompt_toolkit takes them
    """Return a new prompt for a page. A prompt used twice would repeat its old answer."""
    match view.item:
        case Timer():
            return timer_application(view.item, settings)
        case Secret():
            return questionary.password(PASSPHRASE, qmark=POINTER, **settings).application
        case Choices():
            ticked = next((ids for ids in (view.draft, view.value) if isinstance(ids, list)), [])
            choices = [
                questionary.Choice(option.label, option.id, checked=option.id in ticked) for option in view.options
            ]
            return questionary.checkbox("", choices, qmark="", pointer=POINTER, instruction=" ", **settings).application
        case Text() | Scale() | Date():
            return questionary.text(
                "", _initial_text(view), qmark=POINTER, multiline=view.is_long, instruction="", **settings
            ).application
        case _:
            return _select(view, settings)


def event_of(view: View, result: object) -> Event:
    """Return what a prompt's result means on this page. Keys of the page end a prompt with an event, which stays one."""
    if isinstance(result, Answer | Back | Skip | GoTo | Leave):
        return result
    match view.item:
        case Review():
            return GoTo(str(result)) if result else Answer()
        case Confirm() if result != SKIP:
            return Answer({"yes": True, "no": False}.get(str(result)))
        case Text() | Scale() | Date() if view.can_skip and not str(result).strip():
            return Skip()
        case _ if result == SKIP:
            return Skip()
    return Answer(result)


def _select(view: View, settings: dict[str, Any]) -> Application[Any]:
    choices = [questionary.Choice(option.label, option.id) for option in offered_options(view)]
    current = _as_id(view.value)
    start = current if current in [choice.value for choice in choices] else None
    return questionary.select(
        "", choices, start, qmark="", pointer=POINTER, instruction=" ", show_description=False, **settings
    ).application


def _as_id(value: Value) -> str | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else None


def _initial_text(view: View) -> str:
    """Return what is in the field when the page opens: the draft, else the answer from before."""
    if isinstance(view.draft, str):
        return view.draft
    if isinstance(view.item, Date) and isinstance(view.value, str):
        day = date.fromisoformat(view.value)
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    return "" if view.value is None else str(view.value)
