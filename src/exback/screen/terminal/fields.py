"""What a person types on a page: a field for words, a number or a day, broken between words. Lists are in option_list.py, timers in timer.py."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import BufferControl, FormattedTextControl, HSplit, Window
from prompt_toolkit.layout.processors import PasswordProcessor, Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth

from exback.engine.view import PASSPHRASE, Secret, View
from exback.model.dates import MONTHS, until_it_ends
from exback.model.items import Date, Scale
from exback.model.run import Value
from exback.screen.terminal.footer import BETWEEN
from exback.screen.terminal.keyboard import bind

if TYPE_CHECKING:
    from exback.model.date_parser import ReadBack  # few pages ask for a day

POINTER = "›"
ONE_LINE, MANY_LINES = f" {POINTER} ", " │ "
"""What stands before the words in a field for one line, and before each line of one for many."""

Done = Callable[[object], None]
"""Ends the page with what the field holds."""


class TextField:
    """A field for words, a number or a day. `content` is None where nothing of it may be saved."""

    is_text = True

    def __init__(self, view: View, done: Done, say: Callable[[str], None], before: str = "") -> None:
        self._view = view
        self._done = done
        self._say = say
        text = _initial_text(view)
        self.buffer = Buffer(document=Document(text), multiline=view.is_long, accept_handler=self._accept)
        is_secret = isinstance(view.item, Secret)
        before = before or (MANY_LINES if view.is_long else f"{ONE_LINE}{PASSPHRASE} " if is_secret else ONE_LINE)
        self.window = Window(
            BufferControl(self.buffer, [PasswordProcessor() if is_secret else WordWrap(len(before))]),
            wrap_lines=True,
            dont_extend_height=True,
            get_line_prefix=lambda line, wraps: (
                [("class:pointer", before)] if view.is_long or line + wraps == 0 else " " * len(before)
            ),
        )
        self.container: HSplit | Window = self.window
        self.keys = KeyBindings()
        if view.is_long:
            bind(self.keys, ("c-d",), self.finish)
        self._before = "" if view.draft else text
        if isinstance(view.item, Scale):
            self.buffer.on_text_changed += partial(self._take_digits_only, view.item)

    def content(self) -> str | None:
        """Return what is in the field now."""
        return None if isinstance(self._view.item, Secret) else self.buffer.text

    def result(self) -> str:
        """Return the answer as it is now."""
        return self.buffer.text

    def more(self) -> str:
        """Return where more is of what is written, as it was drawn last. It isn't counted, since it may be very long."""
        info = self.window.render_info
        if info is None:
            return ""
        in_sight = range(info.first_visible_line(), info.last_visible_line() + 1)
        passed = self.window.vertical_scroll_2  # rows of the first line
        is_cut = sum(map(info.get_height_for_line, in_sight)) - passed > info.window_height
        above = ["more above"] if in_sight.start or passed else []
        return BETWEEN.join([*above, "more below"] if is_cut or in_sight.stop < info.ui_content.line_count else above)

    def write(self, text: str) -> None:
        """Put a text into the field, with the cursor at its end."""
        self.buffer.document = Document(text)

    def finish(self) -> None:
        """Take what is in the field as the answer."""
        self.buffer.validate_and_handle()

    def _accept(self, _: Buffer) -> bool:
        self._done(self.result())
        return True  # the text stays in the field: the answer may be refused

    def _take_digits_only(self, scale: Scale, _: Buffer) -> None:
        """Drop what is no digit. The first digit typed replaces the number from before: no one types behind it."""
        text, before, self._before = self.buffer.text, self._before, ""
        typed = text.removeprefix(before) or text
        digits = "".join(letter for letter in typed if letter.isascii() and letter.isdigit())
        if digits != text:
            self.write(digits)
        if digits != typed:
            self._say(f"Please type a whole number from {scale.low} to {scale.high}.")


class DateField(TextField):
    """A field for a day, which is read back below it while it's typed. One that may as well be another is taken once it was seen."""

    def __init__(
        self, view: View, done: Done, say: Callable[[str], None], clock: Callable[[], datetime], before: str = ""
    ) -> None:
        super().__init__(view, done, say, before)
        self._clock = clock
        self._seen = ""  # the words whose day is on the screen
        below = Window(FormattedTextControl(self._read_back), dont_extend_height=True)
        self.container = HSplit([self.window, below])

    def result(self) -> str:
        """Return the day as it's understood, or what was typed if it isn't."""
        day = self._understood().day
        return self.buffer.text if day is None else day.isoformat()

    def _accept(self, _: Buffer) -> bool:
        understood = self._understood()
        if understood.needs_confirming and self._seen != self.buffer.text:
            self._say(f"{understood.text}? Press Enter if that's right.")
        else:
            self._done(self.result())
        return True

    def _understood(self) -> ReadBack:
        assert isinstance(self._view.item, Date)
        return self._view.item.read_back(self.buffer.text, self._clock(), month_first=self._view.month_first)

    def _read_back(self) -> StyleAndTextTuples:
        self._seen, understood = self.buffer.text, self._understood()
        until = until_it_ends(understood.day, self._clock()) if understood.day is not None else ""
        lines = (understood.text, until) if until else (understood.text,)
        return [("class:quiet", "\n".join(f"{' ' * len(ONE_LINE)}{line}" for line in lines))]


def as_id(value: Value) -> str | None:
    """Return the id of the option that an answer stands for, None if it stands for none."""
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


class WordWrap(Processor):
    """Fills a row with spaces where the next word doesn't fit: the library breaks lines at whatever letter is at the edge.

    `indent` is what stands before each row, in columns.
    """

    def __init__(self, indent: int) -> None:
        self._indent = indent

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """Return a line with its rows filled. Called by the library."""
        letters = explode_text_fragments(transformation_input.fragments)
        places = _shown_places("".join(letter[1] for letter in letters), transformation_input.width - self._indent)
        shown: StyleAndTextTuples = []
        for number, letter in enumerate(letters):
            shown += [("", " ")] * (places[number] - len(shown))
            if places[number + 1] > places[number]:
                shown.append(letter)
        return Transformation(
            shown,
            source_to_display=lambda place: places[min(place, len(letters))] + max(0, place - len(letters)),
            display_to_source=lambda place: max(0, bisect_right(places, place) - 1),
        )


def _shown_places(text: str, width: int) -> list[int]:
    """Return at which place of the drawn line each letter stands, and after them the end; `width` is in columns.

    A space that would begin a row isn't shown, so it has the place of the letter after it.
    """
    places, place, column = [], 0, 0
    for part in re.findall(r"\S+|\s", text):
        if part.isspace() and column == width:
            places.append(place)
            column = 0
            continue
        needed = sum(map(get_cwidth, part))
        if 0 < column < width < column + needed and needed <= width:
            place += width - column
            column = 0
        for letter in part:
            columns = get_cwidth(letter)
            column = columns if column + columns > width else column + columns
            places.append(place)
            place += 1
    return [*places, place]
