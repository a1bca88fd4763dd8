"""The options in the list on a page, and how they are wrapped to the width of the window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from prompt_toolkit.formatted_text import StyleAndTextTuples

from exback.engine.view import Review, View
from exback.model.command_lines import lines_of
from exback.model.items import Choice, Choices, Confirm, Option
from exback.model.prose import visible

if TYPE_CHECKING:
    from questionary import Choice as Line
    from questionary.prompts.common import InquirerControl

SKIP = "skip this one"
FINISH = "All right, finish"
GO_ON = "Go on"
NEITHER = "…"
GAP = 3
BESIDE_THE_POINTER = 4
LABEL_INDENT, HINT_INDENT = "\n     ", "\n       "  # the hint is indented further, or both would read as one


def offered_options(view: View) -> tuple[Option, ...]:
    """Return what can be chosen on a page with a list: its options, and skipping or finishing."""
    match view.item:
        case Confirm():
            options: tuple[Option, ...] = (Option("yes", view.item.yes), Option("no", view.item.no))
        case Review():
            return (Option("", FINISH), *view.options)
        case Choices():
            return view.options
        case Choice():
            options = view.options
        case _:
            return (Option("", GO_ON),)
    if view.value is None and (view.is_weighty or isinstance(view.item, Confirm)):
        options = (Option("", NEITHER), *options)  # Enter alone must not answer for anyone: some of these weigh a lot
    return (*options, Option(SKIP, SKIP)) if view.can_skip else options


def set_in_lines(control: InquirerControl, options: Iterable[Option], width: int) -> None:
    """Wrap the options of a list to `width` columns. Hints are beside the labels if all of them fit there, else below."""
    by_id = {option.id: option for option in options}
    shown = [(choice, by_id[str(choice.value)]) for choice in control.choices]
    widest = max((len(option.label) for _, option in shown), default=0) + GAP
    beside = all(widest + len(_hint(option)) <= width for _, option in shown)
    for choice, option in shown:
        choice.title = _title(option, width, widest if beside else None)  # type: ignore[assignment]  # tokens


def lines_below_first(line: Line) -> int:
    """Return how many lines an option of a list takes below its first one."""
    title = line.title
    return sum(part[1].count("\n") for part in title) if isinstance(title, list) else 0


def _title(option: Option, width: int, widest: int | None) -> StyleAndTextTuples:
    label, hint = visible(option.label), visible(_hint(option))
    if widest is not None:
        return [("", label.ljust(widest)), ("class:hint", hint)] if hint else [("", label)]
    return [
        ("", _wrapped(label, width, LABEL_INDENT)),
        ("class:hint", f"{HINT_INDENT}{_wrapped(hint, width, HINT_INDENT)}" if hint else ""),
    ]


def _hint(option: Option) -> str:
    key = f"press {option.key}" if option.key else ""
    return ", ".join(part for part in (option.hint, key) if part)


def _wrapped(text: str, width: int, indent: str) -> str:
    return indent.join(lines_of(text, max(12, width - len(indent) + len(LABEL_INDENT))) or [""])
