"""Lists on the full screen: what's in sight, what typing finds, and the way back to them."""

from __future__ import annotations

import re

import pytest
from support.lives import LIFE, SAFE
from support.person import Clock, Person
from support.scripted import Scripted
from support.teletype import BACKSPACE, DOWN, ENTER, PAGE_DOWN, SHIFT_TAB, SPACE, UP, Teletype
from terminal.conftest import Room

from exback.commands.wizard import Wizard

END, ESCAPE = "\x1b[F", "\x1b"


@pytest.fixture
def started(room: Room) -> Room:
    """A window of someone who told their story."""
    person = Person(room.program, Clock(room.now), room.home)
    person.answers("your-story", {**LIFE["your-story"], **SAFE})
    return room


def something_else(room: Room) -> Teletype:
    """Open the list of everything that's open."""
    teletype = room.exback()
    teletype.see("What now?", "Something else")
    teletype.press(UP * 2, ENTER)
    teletype.see("Everything that's open", "more below")
    return teletype


def pointer(teletype: Teletype) -> str:
    """Return the line with the pointer."""
    return next((line for line in teletype.screen().splitlines() if line.startswith(" › ")), "")


def test_a_letter_that_is_in_nothing_is_said_beside_the_list(started: Room) -> None:
    """It goes away with the next key, and Backspace takes that letter back and no other."""
    teletype = something_else(started)
    teletype.press("let")
    teletype.see("matching “let”, Esc shows all", "Letting go")
    teletype.press("ø")
    teletype.see("nothing here matches “letø”", "Letting go")
    teletype.press(BACKSPACE)
    teletype.see("matching “let”, Esc shows all")
    teletype.see_no("nothing has")
    teletype.press("xti")
    teletype.see("matching “letti”")
    teletype.see_no("A letter")


def test_a_narrowed_list_stays_so_when_the_window_changes(started: Room) -> None:
    """From wide to narrow and back, with the pointer on the same option."""
    teletype = something_else(started)
    teletype.press("let", DOWN)
    teletype.wait(lambda: "Letting go" in pointer(teletype), "for the pointer")
    for columns, rows in ((40, 24), (80, 12), (40, 12), (80, 24)):
        teletype.resize(columns, rows)
        teletype.wait(lambda: "Letting go" in pointer(teletype), f"for the pointer at {columns}x{rows}")
        teletype.see("matching “let”", "F1")
    teletype.press(ESCAPE)
    teletype.see("more below · type to find one")


@pytest.mark.parametrize("size", [(30, 8), (40, 10), (80, 9)])
def test_the_option_with_the_pointer_is_in_sight_in_every_window(started: Room, size: tuple[int, int]) -> None:
    """However low the window is, and whatever is said below the list."""
    teletype = something_else(started)
    teletype.resize(*size)
    teletype.wait(lambda: pointer(teletype) != "", "for the pointer")
    teletype.press("lettin")
    teletype.wait(lambda: "Endings: Letting go" in pointer(teletype), "for the pointer")
    teletype.press("ø")
    teletype.press(ESCAPE, END)
    teletype.wait(lambda: "Back to today" in pointer(teletype), "for the pointer")


def test_how_many_are_out_of_sight_is_counted_anew(started: Room) -> None:
    """After every key that changes the list, in the same moment."""
    teletype = something_else(started)
    hidden = re.compile(r"(\d+) more below")
    for keys in ("", "let" + ESCAPE, "o" + BACKSPACE, "ø" + BACKSPACE):
        teletype.press(keys)
        teletype.see("type to find one")
        screen = teletype.whole()
        found = hidden.search(screen)
        assert found is not None
        assert int(found[1]) == number_of_options(started) - options_in(screen, started)


def number_of_options(room: Room) -> int:
    """Return how many options the whole list has."""
    return len(labels_of(room))


def options_in(screen: str, room: Room) -> int:
    """Return how many options have their first line on a screen."""
    lines = [line[3:] for line in screen.splitlines() if line.startswith((" › ", "   "))]
    return sum(
        any(label.startswith(line.split("   ")[0].strip() or "-") for line in lines) for label in labels_of(room)
    )


def labels_of(room: Room) -> list[str]:
    """Return the options of the whole list."""
    person = Person(room.program, Clock(room.now), room.home)
    screen = Scripted({"today": ("map", "leave"), "map": "back"})
    Wizard(person.program, person.store, screen, person.clock).run()
    return [option.label for option in screen.views[1].options]


def test_page_keys_show_the_rest_of_the_page_before_the_rest_of_the_list(started: Room) -> None:
    """With the help open, the text is longer than the window: down to its end first, then through the list."""
    teletype = something_else(started)
    teletype.resize(40, 16)
    teletype.wait(
        lambda: pointer(teletype) != "" and "minutes" not in pointer(teletype), "for the hints below the options"
    )
    first = pointer(teletype)
    teletype.press("?")
    teletype.see("To see the steps that are still")
    for _ in range(40):
        before = teletype.screen()
        teletype.press(PAGE_DOWN)
        teletype.wait(lambda: teletype.screen() != before, "for the page to turn")  # noqa: B023
        if pointer(teletype) not in ("", first):  # none is to be seen while a page is being drawn
            break
    teletype.see("You can read and change what you've done.")
    teletype.press("?")
    teletype.see_no("To see the steps that are still")


def test_a_short_list_is_narrowed_too_where_it_does_not_fit(started: Room) -> None:
    """Four options in a low window; where they all fit, letters do nothing."""
    started.begin("pushed", "why-space")
    teletype = started.exback("step", "why-space")
    teletype.see(started.words("pushed", "why-space"), "› Not at all", "Through other people too")
    teletype.press("other", DOWN)
    teletype.wait(lambda: "Not at all" not in pointer(teletype), "for the pointer to move")
    teletype.press(UP)
    teletype.see("› Not at all")
    teletype.resize(40, 12)
    teletype.see("more below · type to find one", "› Not at all")
    teletype.press("other")
    teletype.see("matching “other”", "› Through other people too")
    teletype.resize(80, 24)
    teletype.see("matching “other”, Esc shows all")
    teletype.press(ESCAPE)
    teletype.see("› Not at all", "Through other people too")
    teletype.see_no("Esc shows all")


def test_a_list_to_tick_from_is_whole_whatever_is_typed(room: Room) -> None:
    """Letters do nothing there, and a tick can be taken back."""
    room.begin("cues", "clear-cues")
    teletype = room.exback("step", "clear-cues")
    teletype.see("What reminds you of them?", "○ The chat on your phone")
    teletype.press("places", SPACE)
    teletype.see("● The chat on your phone", "○ Photos", "○ Mutual friends")
    teletype.press(END, SPACE)
    teletype.see("● Mutual friends")
    teletype.press(SPACE)
    teletype.see("○ Mutual friends", "● The chat on your phone")


def test_back_from_a_first_page_is_offered_only_where_there_is_a_menu(started: Room) -> None:
    """From the list, and not where the step was opened by its name."""
    first = started.program.step("hard-dates").items[0].id
    teletype = started.exback("step", "hard-dates")
    teletype.see(started.words(first, "hard-dates"), "F1")
    assert "Shift-Tab" not in teletype.screen()
    teletype.press(SHIFT_TAB)
    teletype.press("\x03")
    assert teletype.exit_code() == 130

    teletype = something_else(started)
    teletype.press("hard", ENTER)
    teletype.see(started.words(first, "hard-dates"), "Shift-Tab back")
    teletype.press(SHIFT_TAB)
    teletype.see("Everything that's open", "more below")
    teletype.press(SHIFT_TAB)
    teletype.see("What now?")


def test_what_was_typed_is_kept_on_the_way_back(started: Room) -> None:
    """Half-typed words are in the field again when the step is opened once more."""
    teletype = started.exback()
    teletype.see("What now?")
    teletype.press("u")
    teletype.see(started.words("before", "urge"), "Shift-Tab back")
    teletype.press("8", SHIFT_TAB)
    teletype.see("What now?")
    assert started.run.drafts == {"before": "8"}
    teletype.press("u")
    teletype.see("Go on with it?")
    teletype.press(ENTER)
    teletype.see(started.words("before", "urge"), "› 8")
