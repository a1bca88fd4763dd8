"""A list on a page, to choose one option from or to tick some. Loaded for the first page that has one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import accumulate

from prompt_toolkit.data_structures import Point
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Window
from questionary import Choice as Line
from questionary.prompts.common import InquirerControl

from exback.engine.view import View
from exback.model.command_lines import lines_of
from exback.model.items import Choices, Confirm, Option
from exback.model.prose import folded, visible
from exback.screen.rendering import MARGIN
from exback.screen.terminal.fields import POINTER, Done, as_id
from exback.screen.terminal.footer import BETWEEN
from exback.screen.terminal.keyboard import bind
from exback.screen.terminal.options import NEITHER, how_to_choose, offered_options, out_of_sight

GAP = 3
BESIDE_THE_POINTER = 4
LABEL_INDENT, HINT_INDENT = "\n     ", "\n       "  # the hint is indented further, or both would read as one
MANY = 9
"""A list of more options than this is narrowed down by typing, even where all of it fits."""


class OptionList:
    """A list to choose one option from, or to tick some. `height` is how many rows it has, as soon as the window is known."""

    is_text = False

    def __init__(self, view: View, done: Done, say: Callable[[str], None]) -> None:
        self._view = view
        self._done = done
        self._say = say
        self._options = offered_options(view)
        self._ticks = isinstance(view.item, Choices)
        ticked = next((ids for ids in (view.draft, view.value) if isinstance(ids, list)), [])
        lines = [Line(option.label, option.id, checked=option.id in ticked) for option in self._options]
        current = as_id(view.value)
        self.control = InquirerControl(
            lines,
            pointer=POINTER,
            use_indicator=self._ticks,
            show_description=False,
            initial_choice=current if any(line.value == current for line in lines) else None,
            focusable=True,
            show_cursor=False,
            get_cursor_position=lambda: Point(0, self._top()),  # the library scrolls to its cursor
        )
        self._lines = self.control.choices
        self.window = Window(
            self.control,
            dont_extend_height=True,
            always_hide_cursor=True,
            get_vertical_scroll=lambda _: self._top(),
        )
        self.height = 1
        self._lines_passed = 0  # of the option with the pointer, where it's higher than the window
        self.container = self.window
        self.wanted = ""  # what the list is narrowed down to
        self._refused = ""  # what was typed and is in none of the options
        letters_choose = isinstance(view.item, Confirm) or any(option.key for option in self._options)
        self._can_narrow = not (letters_choose or self._ticks or view.is_weighty)
        self.keys = self._keys()

    def content(self) -> list[str] | None:
        """Return the ids that are ticked, None in a list to choose from."""
        return [str(line.value) for line in self.control.get_selected_values()] if self._ticks else None

    def fit(self, columns: int) -> None:
        """Wrap the options to a window of some columns. Hints are beside the labels if all of them fit there, else below."""
        width = columns - 2 * MARGIN - BESIDE_THE_POINTER
        by_id = {option.id: option for option in self._options}
        shown = [(line, by_id[str(line.value)]) for line in self.control.choices]
        widest = max((len(option.label) for _, option in shown), default=0) + GAP
        beside = all(widest + len(_hint(option)) <= width for _, option in shown)
        for line, option in shown:
            line.title = _title(option, width, widest if beside else None)  # type: ignore[assignment]  # tokens

    def finish(self) -> None:
        """Take what is ticked or pointed at as the answer."""
        if self._ticks:
            self._done(self.content())
            return
        value = self.control.get_pointed_at().value
        if value == "" and self._options[0].label == NEITHER:
            self._say(how_to_choose(self._view))
        else:
            self._done(value)

    def more(self) -> str:
        """Return how many options are out of sight, and at its beginning how to find one; empty if they're all there."""
        above, below = self._hidden()
        parts = out_of_sight(above, below)
        parts += ["type to find one"] if self.narrows and below and not (above or self.typed()) else []
        return BETWEEN.join(parts)

    def typed(self) -> str:
        """Return what is to be said of what was typed, empty if nothing was."""
        if self._refused:
            return f"nothing here matches “{self._refused}”"
        return f"matching “{self.wanted}”, Esc shows all" if self.wanted else ""

    @property
    def narrows(self) -> bool:
        """Whether what is typed narrows the list: where it's long, or more than the window has room for."""
        return self._can_narrow and (len(self._lines) > MANY or self.typed() != "" or any(self._hidden()))

    def _hidden(self) -> tuple[int, int]:
        """Return how many options are above what is in sight, and how many below."""
        info = self.window.render_info
        if info is None:
            return 0, 0
        *first_lines, end = 0, *accumulate(map(_height, self.control.choices))
        top, bottom = info.vertical_scroll, info.vertical_scroll + info.window_height
        below = sum(line >= bottom for line in first_lines) or int(end > bottom)  # one may be cut
        return sum(line < top for line in first_lines), below

    # Keys

    def _keys(self) -> KeyBindings:
        keys, narrows = KeyBindings(), Condition(lambda: self.narrows)
        bind(keys, ("down", "c-n"), lambda: self.move(1))
        bind(keys, ("up", "c-p"), lambda: self.move(-1))
        bind(keys, ("j",), lambda: self.move(1), ~narrows)
        bind(keys, ("k",), lambda: self.move(-1), ~narrows)
        bind(keys, ("home",), lambda: self._point_at_place(0))
        bind(keys, ("end",), lambda: self._point_at_place(len(self.control.choices) - 1))
        bind(keys, ("enter",), self.finish)
        bind(keys, (" ",), self._tick, self._ticks)
        keys.add("<any>", filter=narrows)(self._type)
        bind(keys, ("backspace",), self._take_back, narrows)
        bind(keys, ("escape",), lambda: self._narrow(""), narrows)
        for key, answer in (("y", "yes"), ("n", "no")) if isinstance(self._view.item, Confirm) else ():
            bind(keys, (key,), partial(self._point_at, answer))
        for option in self._options:
            bind(keys, option.key, partial(self._done, option.id))  # one letter or none
        for digit in "0123456789" if self._view.takes_number else "":
            bind(keys, (digit,), partial(self._done, digit))
        return keys

    def move(self, by: int) -> None:
        """Move the pointer down, or up; beyond an end it's at the other end."""
        self._point_at_place((self.control.pointed_at + by) % len(self.control.choices))

    def turn(self, pages: int) -> None:
        """Move the pointer by as many options as are in sight, less one, so that no one loses their place.

        Within an option that is higher than the window, one line stays in view.
        """
        rest = _height(self.control.get_pointed_at()) - self.height
        passed = max(0, min(self._lines_passed + pages * max(1, self.height - 1), rest))
        if passed != self._lines_passed:
            self._lines_passed = passed
            return
        in_sight = len(self.control.choices) - sum(self._hidden())
        self._point_at_place(self.control.pointed_at + pages * max(1, in_sight - 1))

    def _top(self) -> int:
        """Return which line is at the top: the option with the pointer is in sight, from its beginning."""
        pointed = self.control.pointed_at
        first, height = sum(map(_height, self.control.choices[:pointed])), _height(self.control.get_pointed_at())
        if height > self.height:
            return first + min(self._lines_passed, height - self.height)
        return max(first + height - self.height, min(first, self.window.vertical_scroll), 0)

    def hides_above(self) -> bool:
        """Whether the first options are out of sight."""
        return self._hidden()[0] > 0

    def _point_at(self, option_id: str) -> None:
        self._point_at_place([line.value for line in self.control.choices].index(option_id))

    def _point_at_place(self, place: int) -> None:
        self.control.pointed_at = min(max(0, place), len(self.control.choices) - 1)
        self._lines_passed = 0

    def _tick(self) -> None:
        pointed, ticked = self.control.get_pointed_at().value, self.control.selected_options
        (ticked.remove if pointed in ticked else ticked.append)(pointed)

    def _type(self, event: KeyPressEvent) -> None:
        is_letter = len(event.data) == 1 and event.data.isprintable()
        if is_letter and not (event.data == " " and self.wanted[-1:] in ("", " ")):
            self._narrow(self.wanted + event.data)

    def _take_back(self) -> None:
        """Take back the last letter that was typed. One that is in none of the options narrowed nothing."""
        if self._refused:
            self._refused = ""
        else:
            self._narrow(self.wanted[:-1])

    def _narrow(self, wanted: str) -> None:
        """Show only the options that have some words in them."""
        labels = {option.id: folded(f"{option.label} {option.hint}") for option in self._options}
        lines = [line for line in self._lines if folded(wanted) in labels[str(line.value)]]
        self._refused = "" if lines else wanted
        if lines:
            self.wanted, self.control.choices = wanted if folded(wanted) else "", lines
            self._point_at_place(0)


def _height(line: Line) -> int:
    """Return how many lines an option of a list takes."""
    title = line.title
    return 1 + sum(part[1].count("\n") for part in title) if isinstance(title, list) else 1


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
