"""A list to choose from: what narrows it, and what each key does to it."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from prompt_toolkit.keys import Keys

from exback.engine.view import View
from exback.model.items import Choice, Choices, Option
from exback.screen.terminal.option_list import MANY, OptionList

NAMES = ("Café", "Letting go", "A letter", "Überall", "Mañana", "Pause", "Your rule", "Check-in", "A hard date", "Back")
FILLED = tuple(Option(name.casefold(), name, "a minute") for name in NAMES)
BACKSPACE, ESCAPE, ENTER, SPACE = Keys.ControlH, Keys.Escape, Keys.ControlM, " "


class Listed:
    """A list on a page of which only the list is drawn."""

    def __init__(self, options: tuple[Option, ...] = FILLED, *, ticks: bool = False, is_weighty: bool = False) -> None:
        self.answers: list[object] = []
        self.said: list[str] = []
        item = (Choices if ticks else Choice)("list", "Which?", options=options)
        view = View(title="A page", item=item, question="Which?", options=options, is_weighty=is_weighty)
        self.list = OptionList(view, self.answers.append, self.said.append)

    def press(self, *keys: Keys | str) -> None:
        """Press keys, one after the other. As in an application, an eager binding comes first, and the latest one."""
        for key in keys:
            bindings = [binding for binding in self.list.keys.get_bindings_for_keys((key,)) if binding.filter()]
            event = SimpleNamespace(data=key if len(key) == 1 else "\x1b")
            for binding in sorted(bindings, key=lambda binding: binding.eager())[-1:]:
                binding.handler(cast("Any", event))

    @property
    def labels(self) -> list[str]:
        """The options that the list shows."""
        shown = {line.value for line in self.list.control.choices}
        return [option.label for option in FILLED if option.id in shown]

    @property
    def pointed_at(self) -> str:
        """The id of the option with the pointer."""
        return str(self.list.control.get_pointed_at().value)


class TestTyping:
    """What is typed narrows a list that is long."""

    @pytest.mark.parametrize(
        ("typed", "labels"),
        [
            ("let", ["Letting go", "A letter"]),
            ("LET", ["Letting go", "A letter"]),
            ("cafe", ["Café"]),
            ("café", ["Café"]),
            ("cafe\u0301", ["Café"]),
            ("uber", ["Überall"]),
            ("ÜBER", ["Überall"]),
            ("manana", ["Mañana"]),
            ("a hard", ["A hard date"]),
            ("a  hard", ["A hard date"]),
        ],
    )
    def test_only_what_has_it_in_it_stays(self, typed: str, labels: list[str]) -> None:
        """Capitals, accents and the number of spaces don't count."""
        listed = Listed()
        listed.press(*typed)
        assert listed.labels == labels
        assert listed.list.typed().startswith("matching")
        assert listed.pointed_at == labels[0].casefold()

    @pytest.mark.parametrize("typed", ["letx", "letü", "letxxxx"])
    def test_what_is_in_nothing_is_said_and_narrows_nothing(self, typed: str) -> None:
        """The list stays as it was before that letter, and the letter is what Backspace takes back."""
        listed = Listed()
        listed.press(*typed)
        assert listed.list.typed() == f"nothing here matches “{typed[:4]}”"
        assert listed.labels == ["Letting go", "A letter"]
        listed.press(BACKSPACE)
        assert listed.list.typed() == "matching “let”, Esc shows all"
        listed.press(BACKSPACE)
        assert listed.list.wanted == "le"
        assert listed.said == []

    def test_a_letter_that_is_in_nothing_leaves_the_whole_list(self) -> None:
        """Nothing else has been typed, so there's nothing for Esc to show."""
        listed = Listed()
        listed.press("x")
        assert listed.list.typed() == "nothing here matches “x”"
        assert listed.labels == list(NAMES)

    def test_a_wrong_letter_is_dropped_by_the_next_one(self) -> None:
        """Someone who mistypes and types on finds it all the same."""
        listed = Listed()
        listed.press(*"letxti")
        assert listed.labels == ["Letting go"]

    @pytest.mark.parametrize("keys", [(ESCAPE,), (BACKSPACE,) * 3, (BACKSPACE,) * 9])
    def test_esc_and_backspace_show_all_again(self, keys: Iterable[Keys]) -> None:
        """Backspace letter by letter, and once too often does nothing."""
        listed = Listed()
        listed.press(*"let", *keys)
        assert listed.labels == list(NAMES)
        assert listed.list.typed() == ""

    def test_enter_takes_what_the_pointer_is_at(self) -> None:
        """In the narrowed list."""
        listed = Listed()
        listed.press(*"let", Keys.Down, ENTER)
        assert listed.answers == ["a letter"]

    def test_a_mark_or_a_space_alone_is_no_word(self) -> None:
        """They'd be in every option."""
        listed = Listed()
        listed.press(" ", "\u0301")
        assert listed.list.typed() == ""

    def test_keys_and_letters_that_move_the_pointer_elsewhere_are_letters_here(self) -> None:
        """J and k are in words."""
        listed = Listed()
        listed.press("k")
        assert listed.labels == ["Check-in", "Back"]

    def test_a_paste_leaves_the_list_as_it_is(self) -> None:
        """Pasted words were meant for something else."""
        listed = Listed()
        listed.press(Keys.BracketedPaste)
        assert (listed.labels, listed.list.typed()) == (list(NAMES), "")

    def test_a_list_whose_answer_weighs_a_lot_is_not_narrowed(self) -> None:
        """The pointer would come to be on an answer that no one has gone to."""
        listed = Listed(is_weighty=True)
        listed.press(*"let")
        assert len(listed.list.control.choices) == len(NAMES) + 1
        assert listed.pointed_at == ""

    @pytest.mark.parametrize(
        ("options", "ticks"),
        [(FILLED[:MANY], False), ((Option("urge", "Write", key="u"), *FILLED), False), (FILLED, True)],
        ids=["short", "with keys of its own", "to tick"],
    )
    def test_other_lists_stay_whole(self, options: tuple[Option, ...], ticks: bool) -> None:
        """Where all fits, where letters choose, and where ticks out of sight would be forgotten."""
        listed = Listed(options, ticks=ticks)
        listed.press(*"let")
        assert len(listed.list.control.choices) == len(options)
        assert listed.list.typed() == ""


class TestTicking:
    """A list to tick from."""

    def test_space_ticks_and_takes_back(self) -> None:
        """The answer has what is ticked, in the order of the list."""
        listed = Listed(ticks=True)
        listed.press(Keys.End, SPACE, Keys.Home, SPACE, Keys.Down, SPACE, SPACE, ENTER)
        assert listed.answers == [["café", "back"]]
        assert listed.list.content() == ["café", "back"]


class TestPointer:
    """Home, End, and beyond the ends."""

    def test_home_and_end(self) -> None:
        """They go to the ends of the list, and of a narrowed one."""
        listed = Listed()
        listed.press(Keys.End)
        assert listed.pointed_at == "back"
        listed.press(Keys.Home)
        assert listed.pointed_at == "café"
        listed.press(*"let", Keys.End)
        assert listed.pointed_at == "a letter"

    def test_beyond_an_end_is_the_other_end(self) -> None:
        """Up from the first one is the last."""
        listed = Listed()
        listed.press(Keys.Up)
        assert listed.pointed_at == "back"
        listed.press(Keys.Down)
        assert listed.pointed_at == "café"
