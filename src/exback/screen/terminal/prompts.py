"""The input of each kind of page, as questionary or a timer gives it, and what comes of it as an event."""

from __future__ import annotations

from datetime import date
from typing import Any

import questionary
from prompt_toolkit.application import Application
from prompt_toolkit.output import ColorDepth

from exback.engine.view import Answer, Back, Event, GoTo, Leave, Review, Secret, Skip, View
from exback.model.dates import MONTHS
from exback.model.items import Choices, Confirm, Date, Scale, Text, Timer
from exback.model.run import Value
from exback.screen.terminal.footer import is_long
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
    """Give the settings of a prompt for colours: the sixteen of the terminal's own theme, or none."""
    return {"style": STYLE, "color_depth": ColorDepth.DEPTH_4_BIT if wanted else ColorDepth.DEPTH_1_BIT}


def prompt_for(view: View, **settings: Any) -> Application[Any]:  # noqa: ANN401  # as prompt_toolkit takes them
    """Give the prompt of a page, new each time: one that was used would repeat its old answer."""
    match view.item:
        case Timer():
            return timer_application(view.item, settings)
        case Secret():
            return questionary.password("", qmark=POINTER, **settings).application
        case Choices():
            ticked = next((kept for kept in (view.draft, view.value) if isinstance(kept, list)), [])
            choices = [
                questionary.Choice(option.label, option.id, checked=option.id in ticked) for option in view.options
            ]
            return questionary.checkbox("", choices, qmark="", pointer=POINTER, instruction=" ", **settings).application
        case Text() | Scale() | Date():
            return questionary.text(
                "", _standing_text(view), qmark=POINTER, multiline=is_long(view), instruction="", **settings
            ).application
        case _:
            return _select(view, settings)


def event_of(view: View, given: object) -> Event:
    """Turn what a prompt gave into what it means on this page; a key of the page gives an event itself."""
    if isinstance(given, Answer | Back | Skip | GoTo | Leave):
        return given
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
