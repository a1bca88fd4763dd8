"""Keys on the full screen, at two widths, through a real pty."""

from __future__ import annotations

import itertools
import re
import shlex
import signal

import pytest
from support import program_walk
from support.lives import LIFE, NOTHING_THOUGHT
from support.person import Clock
from support.teletype import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_Q,
    CTRL_Z,
    DOWN,
    ENTER,
    F1,
    PAGE_DOWN,
    PAGE_UP,
    PASTE,
    SHIFT_TAB,
    SPACE,
    Teletype,
    child,
    squeezed,
)
from support.typist import Page as Shown
from support.typist import Recorded, first_words, terminal_keys, wait_for_page
from terminal.conftest import Room
from terminal.test_left_a_while_ago import WAY_BACK

from exback.engine.presenter import ASKS_REVIEW
from exback.engine.view import Review, View
from exback.model.items import Date, Reading, Scale, Text, Timer
from exback.screen.terminal.page import Page

TYPED = "[/oops] [red]x[/red] \u202eright to left"
EDITED = "[/oops] [red]x[/red] \x1b[31mred\x1b[2J\x1b]0;title\x07 \u202eright to left"


def pointed_at(teletype: Teletype) -> str:
    """Return the line with the pointer, empty while none is drawn."""
    return next((line for line in str(teletype.screen()).splitlines() if "› " in line[:6]), "")


def point_at(teletype: Teletype, label: str) -> None:
    """Press Down until the pointer is at an option, each time waiting for the pointer to move."""
    teletype.wait(lambda: pointed_at(teletype) != "", "for a pointer")
    for _ in range(30):
        before = pointed_at(teletype)
        if f"› {label}" in before:
            return
        teletype.press(DOWN)
        teletype.wait(lambda: pointed_at(teletype) not in ("", before), f"for the pointer to move, towards “{label}”")  # noqa: B023
    raise AssertionError(f"no option “{label}”\n{teletype.screen()}")


def begin_scripted(room: Room, step: str) -> tuple[Teletype, tuple[Shown, ...]]:
    """Start a step of the first stage, and return the pages that its script goes through."""
    person = Recorded(room.program, Clock(), room.home.with_name("scripted"))
    for one in program_walk.stage_1():
        if one.step == step:
            room.store.home.mkdir()
            for run in person.store.load().runs:
                room.store.put(run)
        person.answers(
            one.step, {item: "left" if value == "finished" else value for item, value in one.answers.items()}
        )
        if one.step == step:
            break
    command = child(room.home, [{"now": room.now.isoformat(), "step": step}])
    return room.start(*command), person.sittings[-1].pages


# Back and out


def test_shift_tab_goes_back_to_the_old_answer(room: Room) -> None:
    """Shift-Tab shows the page before, with the answer given there."""
    room.begin("name")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("name"))
    teletype.press("Jo from the choir", ENTER)
    teletype.see(room.words("who-ended"))
    teletype.press(SHIFT_TAB)
    teletype.see(room.words("name"), "› Jo from the choir")


def test_shift_tab_keeps_half_typed_text_and_offers_the_old_choice(room: Room) -> None:
    """Half a sentence survives a look at the page before, where the old option is selected."""
    room.begin("wish", answers={"their-thinking": "both-of-these"})
    teletype = room.exback("step", "the-whole-story")
    teletype.see(room.words("wish"))
    teletype.press("To sleep")
    teletype.see("› To sleep")
    teletype.press(SHIFT_TAB)
    teletype.see(room.words("their-thinking"), f"› {room.label('their-thinking', 'both-of-these')}")
    teletype.press(ENTER)
    teletype.see(room.words("wish"), "› To sleep")
    assert "wish" not in room.run.answers


@pytest.mark.parametrize("step", ["your-story", "ride-an-urge"])
def test_shift_tab_goes_back_from_every_kind_of_page(room: Room, step: str) -> None:
    """From each kind of page Back leads to the one before, and its old answer leads on again."""
    teletype, pages = begin_scripted(room, step)
    wait_for_page(teletype, pages[0].view)
    for before, page in itertools.pairwise(pages[:-1]):  # from the closing page, after the end, no way leads back
        for keys, view in (
            (terminal_keys(before), page.view),
            (SHIFT_TAB, before.view),
            (_again(before.view), page.view),
        ):
            teletype.press(keys)
            wait_for_page(teletype, view)
    teletype.press(ENTER)
    wait_for_page(teletype, pages[-1].view)
    teletype.press(ENTER)
    assert teletype.exit_code() == 0


def _again(view: View) -> str:
    """Return the keys that leave a page with the answer it already has."""
    match view.item:
        case Timer():
            return SPACE
        case Text(long=True):
            return CTRL_D
        case Reading():
            return PAGE_DOWN * 9 + ENTER
    return ENTER


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_Q, 0)], ids=["ctrl-c", "ctrl-q"])
def test_leaving_saves_everything_and_leaves_nothing_on_the_screen(room: Room, key: str, code: int) -> None:
    """Ctrl-C (130) and Ctrl-Q (0) in the middle of a word save it and leave none of it on the terminal."""
    room.begin("reasons", answers={"wish": "Very private"})
    teletype = room.exback("step", "the-whole-story")
    teletype.see(room.words("reasons"))
    assert teletype.glass.in_alternate
    teletype.press("They said they nee", key)
    assert teletype.exit_code() == code
    assert not teletype.glass.in_alternate
    assert teletype.screen() == ""
    assert teletype.glass.outside.strip() == ""
    assert room.run.drafts == {"reasons": "They said they nee"}

    again = room.exback("step", "the-whole-story")
    again.see(room.words("reasons"), "│ They said they nee")


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["sigterm", "sighup"])
def test_being_ended_from_outside_saves_what_was_typed(wide_room: Room, number: int, code: int) -> None:
    """A shutdown or a closed window loses no letter, and restores the terminal."""
    wide_room.begin("reasons")
    teletype = wide_room.exback("step", "the-whole-story")
    teletype.see(wide_room.words("reasons"))
    teletype.press("Half a sent")
    teletype.see("│ Half a sent")
    teletype.send_signal(number)
    assert teletype.exit_code() == code
    assert wide_room.run.drafts == {"reasons": "Half a sent"}
    assert not teletype.glass.in_alternate
    assert teletype.glass.outside.strip() == ""


def test_ctrl_z_suspends_and_comes_back_to_the_same_page(wide_room: Room) -> None:
    """Ctrl-Z gives the shell back without a private word on it; fg shows the page with what was typed."""
    wide_room.begin("reasons")
    shell = wide_room.start("/bin/sh", "-i", PS1="ready> ", ENV="")
    shell.see("ready>")
    shell.press(shlex.join(wide_room.command("step", "the-whole-story")), "; echo code-$?", ENTER)
    shell.see(wide_room.words("reasons"))
    shell.press("Half a sent")
    shell.see("│ Half a sent")
    shell.press(CTRL_Z)
    shell.wait(lambda: shell.screen().rstrip().endswith("ready>"), "for the shell")
    assert not shell.glass.in_alternate
    assert not shell.shows("Half a sent")
    shell.press("fg", ENTER)
    shell.see(wide_room.words("reasons"), "│ Half a sent")
    assert shell.glass.in_alternate
    shell.press("ence", CTRL_C)
    shell.wait(lambda: not shell.glass.in_alternate, "for the normal screen")
    assert "Half" not in shell.glass.outside
    assert wide_room.run.drafts == {"reasons": "Half a sentence"}


# Yes or no


def test_enter_on_an_untouched_yes_or_no_question_answers_nothing(room: Room) -> None:
    """Enter alone is refused with a sentence: a safety question must not have a default."""
    room.begin("asked-to-stop")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("asked-to-stop"))
    teletype.press(ENTER)
    teletype.see(room.words("asked-to-stop"), room.refusal("asked-to-stop", None))
    assert "asked-to-stop" not in room.run.answers


@pytest.mark.parametrize(("key", "answer"), [("y", True), ("n", False)])
def test_y_and_n_answer_a_yes_or_no_question(room: Room, key: str, answer: bool) -> None:
    """Y or n selects, Enter confirms; until then y can still become n."""
    room.begin("asked-to-stop")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("asked-to-stop"))
    teletype.press("n" if answer else "y")
    teletype.see("› No" if answer else "› Yes")
    teletype.press(key)
    teletype.see("› Yes" if answer else "› No")
    assert "asked-to-stop" not in room.run.answers
    teletype.press(ENTER)
    teletype.see(room.words("ordered-away"))
    assert room.run.answers["asked-to-stop"] is answer


# Help


@pytest.mark.parametrize("step", ["your-story", "ride-an-urge"])
def test_help_opens_and_closes_on_every_kind_of_page(room: Room, step: str) -> None:
    """F1 opens and closes the help on every page; so does ? where nothing is typed."""
    teletype, pages = begin_scripted(room, step)
    for page in pages:
        wait_for_page(teletype, page.view)
        types = isinstance(page.view.item, Text | Scale | Date)
        for key in (F1,) if types else (F1, "?"):
            teletype.press(key)
            teletype.see(first_words(page.view.why))
            teletype.press(key)
            teletype.see_no(first_words(page.view.why))
            wait_for_page(teletype, page.view)
        teletype.press(terminal_keys(page))
    assert teletype.exit_code() == 0


def test_a_question_mark_in_a_text_is_a_question_mark(room: Room) -> None:
    """Where text is typed, ? is a letter like any other."""
    room.begin("name")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("name"))
    teletype.press("Who? Me?")
    teletype.see("› Who? Me?")
    teletype.press(ENTER)
    teletype.see(room.words("who-ended"))
    assert room.run.answers["name"] == "Who? Me?"


# Long pages


@pytest.mark.parametrize("key", [ENTER, PAGE_DOWN], ids=["enter", "page-down"])
def test_a_page_longer_than_the_screen_is_read_whole(room: Room, key: str) -> None:
    """Enter and PgDn scroll through a long page, PgUp goes back, and only at its end Enter goes on."""
    answers = {"memory": "\n".join(f"I remember {number}." for number in range(1, 61))}
    view = room.view("compared", "risky-moments", answers=answers)
    opening, last_words = _ends(view)
    whole = [line.rstrip() for line in Page(view, room.now.date(), colour=False).lines(room.size[0])]
    room.begin("compared", "risky-moments", answers=answers)
    teletype = room.exback("step", "risky-moments")
    teletype.see(opening, "Enter to read on", "PgDn PgUp")

    seen = set(_stands_at(teletype, whole))
    while len(whole) - 1 not in seen:
        before = _stands_at(teletype, whole)
        teletype.press(key)
        teletype.wait(lambda: _stands_at(teletype, whole) not in (before, range(0)), "for the page to scroll")  # noqa: B023
        seen |= set(_stands_at(teletype, whole))
    assert seen == set(range(len(whole)))

    teletype.press(PAGE_UP * 9)
    teletype.see(opening, room.program.step("risky-moments").title)
    teletype.press(PAGE_DOWN * 9)
    teletype.see(last_words, "Enter to go on")
    teletype.press(PAGE_DOWN, ENTER)
    teletype.see(ASKS_REVIEW)


def _ends(view: View) -> tuple[str, str]:
    """Return the words that a page starts and ends with."""
    return first_words(view.body), str(view.body[-1])[-20:]


def _stands_at(teletype: Teletype, whole: list[str]) -> range:
    """Return the lines of a page between the header and the pointer; none while it is being drawn."""
    lines = teletype.screen().splitlines()
    top = next((at + 1 for at, line in enumerate(lines) if line.startswith("─")), 0)
    bottom = next((at - 1 for at, line in enumerate(lines) if "› Go on" in line), 0)
    area = lines[top:bottom]
    places = [at for at in range(len(whole)) if area and whole[at : at + len(area)] == area]
    return range(places[0], places[0] + len(area)) if len(places) == 1 else range(0)


def test_a_question_below_a_long_quotation_can_be_scrolled_to(room: Room) -> None:
    """PgDn reaches a question below a long quotation; what is ticked stays ticked."""
    reasons = "\n".join(f"You said {number}." for number in range(1, 41))
    room.begin("closing", "the-whole-story", answers={**NOTHING_THOUGHT, "reasons": reasons}, finished=room.now)
    room.begin("sides", "why-it-ended")
    teletype = room.exback("step", "why-it-ended")
    teletype.see(room.view("sides", "why-it-ended").title, "PgDn PgUp")
    teletype.press(SPACE)
    teletype.see(f"› ● {room.label('sides', 'them', 'why-it-ended')}")
    teletype.press(PAGE_DOWN * 30)
    teletype.see(
        room.words("sides", "why-it-ended"), "You said 40.", f"› ● {room.label('sides', 'them', 'why-it-ended')}"
    )


def test_a_page_that_is_cut_says_how_to_see_the_rest(room: Room) -> None:
    """Whenever the question isn't on the screen, the footer names the keys that show it."""
    room.begin("closing", "the-whole-story", answers=NOTHING_THOUGHT, finished=room.now)
    room.begin("sides", "why-it-ended")
    teletype = room.exback("step", "why-it-ended")
    teletype.see(room.view("sides", "why-it-ended").title, "talk to a person: exback crisis")
    assert teletype.shows(room.words("sides", "why-it-ended")) or teletype.shows("PgDn"), teletype.screen()


def test_every_answer_on_the_review_page_can_be_seen(room: Room) -> None:
    """Going down the review page shows each question with its answer, the last one too."""
    person = Recorded(room.program, Clock(), room.home.with_name("scripted"))
    person.answers("your-story", dict(LIFE["your-story"]))
    review = next(page.view for page in person.sittings[0].pages if isinstance(page.view.item, Review))
    room.begin("review", reviewed=True)
    teletype = room.exback("step", "your-story")
    teletype.see("› All right, finish")
    for option in review.options:
        point_at(teletype, option.label[:20])
        teletype.see(option.label + option.hint)


def test_every_option_of_a_long_list_can_be_reached_and_seen(room: Room) -> None:
    """A list longer than its room scrolls with the pointer, and ticks what is pointed at."""
    room.begin("values", "who-am-i-now")
    teletype = room.exback("step", "who-am-i-now")
    teletype.see(room.words("values", "who-am-i-now"))
    options = room.options("values", "who-am-i-now")
    for option in options:
        teletype.see(f"› ○ {option.label}")
        teletype.press(SPACE)
        teletype.see(f"› ● {option.label}")
        teletype.press(DOWN)
    teletype.see(f"› ● {options[0].label}")
    teletype.press(ENTER)
    teletype.see(room.words("put-aside", "who-am-i-now"))
    assert room.run.answers["values"] == [option.id for option in options]


# Words about dying


def test_words_about_dying_bring_a_page_that_cannot_be_overlooked(room: Room) -> None:
    """Words about dying bring a page of their own, whole on the screen, before the next question."""
    answers = {"reasons": "I want to die."}
    room.begin("causes", answers=answers)
    teletype = room.exback("step", "the-whole-story")
    teletype.see("about wanting to die", "exback crisis", "› Go on")
    assert not teletype.shows(room.words("causes", answers=answers))
    teletype.press(PAGE_DOWN * 3, ENTER)
    teletype.see(room.words("causes", answers=answers))
    teletype.press(SHIFT_TAB)
    teletype.see("│ I want to die.")


# Answers


def test_empty_enter_skips_an_optional_text(room: Room) -> None:
    """Enter on an empty optional field goes on, and stores that it was skipped."""
    room.begin("wish")
    teletype = room.exback("step", "the-whole-story")
    teletype.see(room.words("wish"), "leave it empty to skip")
    teletype.press(ENTER)
    teletype.see(ASKS_REVIEW)
    assert room.run.answers["wish"] is None


def test_empty_enter_is_refused_where_an_answer_is_needed(room: Room) -> None:
    """Enter on an empty required field stays, with a sentence that says what to do."""
    room.begin("name")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("name"))
    assert not teletype.shows("leave it empty to skip")
    teletype.press(ENTER)
    teletype.see(room.words("name"), room.refusal("name", ""))
    assert "name" not in room.run.answers


def test_an_impossible_day_keeps_what_was_typed_and_says_what_would_do(room: Room) -> None:
    """A day that doesn't exist is refused with examples, and stays in the field to be corrected."""
    room.begin("ended")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("ended"))
    teletype.press("31 februember", ENTER)
    teletype.see(room.refusal("ended", "31 februember"), "› 31 februember")
    teletype.press(BACKSPACE * len("31 februember"), "two days ago", ENTER)
    teletype.see(room.words("ties"))
    assert room.run.answers["ended"] == "2026-02-28"


@pytest.mark.parametrize("typed", ["11", "100"])
def test_a_number_off_the_scale_keeps_what_was_typed_and_says_what_would_do(wide_room: Room, typed: str) -> None:
    """A number that isn't on the scale stays in the field, with a sentence."""
    wide_room.begin("mood", "check-in")
    teletype = wide_room.exback("checkin")
    teletype.see(wide_room.words("mood", "check-in"))
    teletype.press(typed, ENTER)
    teletype.see(wide_room.refusal("mood", typed, "check-in"), typed)
    assert "mood" not in wide_room.run.answers


def test_a_number_off_the_scale_is_still_there_for_someone_who_comes_back(wide_room: Room) -> None:
    """It's in the field when they leave, so it's a draft like any other."""
    wide_room.begin("mood", "check-in")
    teletype = wide_room.exback("checkin")
    teletype.see(wide_room.words("mood", "check-in"))
    teletype.press("11", ENTER)
    teletype.see(wide_room.refusal("mood", "11", "check-in"))
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert wide_room.run.drafts == {"mood": "11"}


def test_ctrl_d_finishes_a_long_text_and_enter_makes_a_new_line(room: Room) -> None:
    """In a long text Enter starts a new line, and Ctrl-D finishes."""
    room.begin("reasons")
    teletype = room.exback("step", "the-whole-story")
    teletype.see(room.words("reasons"), "Enter", "new line", "Ctrl-D")
    teletype.press("first line", ENTER, ENTER, "third line")
    teletype.see("first line", "third line", room.words("reasons"))
    teletype.press(CTRL_D)
    teletype.see(room.words("causes"))
    assert room.run.answers["reasons"] == "first line\n\nthird line"


def test_ctrl_d_does_nothing_elsewhere(room: Room) -> None:
    """On a short text and on a list Ctrl-D neither answers nor leaves."""
    room.begin("name")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("name"))
    teletype.press(CTRL_D, "J.", CTRL_D)
    teletype.see("› J.", room.words("name"))
    teletype.press(ENTER)
    teletype.see(room.words("who-ended"))
    teletype.press(CTRL_D, DOWN)
    teletype.see(room.words("who-ended"), f"› {room.label('who-ended', 'me')}")
    assert "who-ended" not in room.run.answers


def test_a_and_i_do_nothing_on_a_tick_list(room: Room) -> None:
    """Questionary's keys for “all” and “invert” are off: one letter must not tick everything."""
    room.begin("ties")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("ties"), f"› ○ {room.label('ties', 'children')}")
    teletype.press("a", "i", DOWN)
    teletype.see(f"› ○ {room.label('ties', 'home')}")
    assert "●" not in teletype.screen()
    teletype.press(SPACE)
    teletype.see(f"› ● {room.label('ties', 'home')}")
    teletype.press("a", "i", DOWN, ENTER)
    teletype.see(room.words("before-safety"))
    assert room.run.answers["ties"] == ["home"]


def test_an_answer_is_changed_from_the_review_page(room: Room) -> None:
    """Enter on an answer opens it with the old words, and the new answer leads back to the review page."""
    room.begin("review", reviewed=True, answers={"name": "Jo"})
    teletype = room.exback("step", "your-story")
    teletype.see(ASKS_REVIEW)
    point_at(teletype, room.words("name"))
    teletype.press(ENTER)
    teletype.see("› Jo")
    teletype.press("anna", ENTER)
    teletype.see(ASKS_REVIEW, "Joanna")
    assert room.run.answers["name"] == "Joanna"


def test_pasted_lines_do_not_answer_the_next_page(room: Room) -> None:
    """What is pasted into a field for one line stays in it, and answers none of the questions that follow."""
    room.begin("name")
    teletype = room.exback("step", "your-story")
    teletype.see(room.words("name"))
    teletype.press(PASTE.format("J.\nand\n"))
    teletype.see("› J.")
    assert teletype.shows(room.words("name"))
    assert "name" not in room.run.answers


# Windows and hostile words


def test_a_resize_redraws_the_page_and_keeps_what_was_typed(wide_room: Room) -> None:
    """A window narrowed and widened again shows the same page, with the words typed so far."""
    wide_room.begin("name")
    teletype = wide_room.exback("step", "your-story")
    teletype.see(wide_room.words("name"))
    teletype.press("Jo from the choir")
    teletype.see("› Jo from the choir")
    for columns, rows in ((40, 24), (100, 12), (80, 24)):
        teletype.resize(columns, rows)
        whole = f"\n{'─' * columns}\n"
        teletype.wait(lambda: whole in teletype.screen(), f"for lines of {columns} columns")  # noqa: B023
        teletype.see(wide_room.words("name"), "› Jo from the choir", "Ctrl-C to leave, all saved")
    teletype.press(ENTER)
    teletype.see(wide_room.words("who-ended"))
    assert wide_room.run.answers["name"] == "Jo from the choir"


def test_markup_and_control_characters_in_an_answer_are_inert(room: Room) -> None:
    """What someone typed, or an editor put into the file, is shown as text and never obeyed."""
    room.begin("review", reviewed=True, answers={"name": TYPED})
    teletype = room.exback("step", "your-story")
    teletype.see(ASKS_REVIEW, r"[/oops] [red]x[/red] \u202eright to left", "Ctrl-C to leave, all saved")
    obeys_nothing(teletype)
    room.begin("review", "the-whole-story", reviewed=True, answers={"reasons": TYPED})
    teletype = room.exback("step", "the-whole-story")
    teletype.see(ASKS_REVIEW)
    point_at(teletype, room.words("reasons")[:20])
    teletype.press(ENTER)
    teletype.see("[/oops] [red]x[/red]", room.view("reasons").title)
    obeys_nothing(teletype)


def test_markup_and_control_characters_in_a_quotation_are_inert(wide_room: Room) -> None:
    """A recalled text shows its control characters by their numbers."""
    wide_room.begin(
        "closing", "the-whole-story", finished=wide_room.now, answers={**NOTHING_THOUGHT, "reasons": EDITED}
    )
    wide_room.begin("sides", "why-it-ended")
    teletype = wide_room.exback("step", "why-it-ended")
    teletype.see(wide_room.view("sides", "why-it-ended").title)
    teletype.see("[/oops] [red]x[/red]", r"\u001b[31mred", r"\u202eright")
    obeys_nothing(teletype)


def obeys_nothing(teletype: Teletype) -> None:
    """Check that the hostile words have reached the terminal only as text."""
    assert b"\x1b[31m" not in teletype.raw
    assert b"\x1b]0;" not in teletype.raw
    assert "\u202e".encode() not in teletype.raw


@pytest.mark.parametrize(
    "sequence",
    ["\x1b[31m", "\x1b]0;title\x07", "\x1b[200", "\x9b31m", "\x00", "\x12"],
    ids=["colour", "title", "half-a-paste", "c1", "ctrl-space", "ctrl-r"],
)
def test_control_characters_as_input_are_harmless(wide_room: Room, sequence: str) -> None:
    """A control key or sequence, typed or pasted, ends nothing; what is typed after it still counts."""
    wide_room.begin("name")
    teletype = wide_room.exback("step", "your-story")
    teletype.see(wide_room.words("name"))
    teletype.press("Jo", sequence)
    teletype.press("anna")
    teletype.see("anna", wide_room.words("name"))
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert re.fullmatch("Jo.*anna", str(wide_room.run.drafts["name"]))


# The way in


def test_with_a_file_exback_shows_the_day_and_is_left_from_the_menu(room: Room) -> None:
    """Someone who has started sees the page of the day; leaving by its menu ends with code 0."""
    room.begin("who-ended")
    teletype = room.exback()
    teletype.see(
        "exback",
        "Monday 2 March",
        "What now?",
        f"› {room.program.step('your-story').title}",
        "go on where you left off",
    )
    point_at(teletype, "That's all for now")
    teletype.press(ENTER)
    assert teletype.exit_code() == 0
    assert not teletype.glass.in_alternate
    assert teletype.glass.outside.strip() == ""


def test_the_menu_leads_into_a_step_and_back(room: Room) -> None:
    """Everything open can be reached from the page of the day, and Back leads to it again."""
    room.begin("closing", finished=room.now)
    teletype = room.exback()
    urge = room.program.step("urge").title
    teletype.see("What now?")
    point_at(teletype, "Something else")
    teletype.press(ENTER)
    teletype.see("Everything that's open")
    point_at(teletype, "Back to today")
    teletype.press(ENTER)
    teletype.see("What now?", urge)
    point_at(teletype, urge)
    teletype.press(ENTER)
    teletype.see(room.words("before", "urge"))
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130


def test_the_moment_is_one_key_away_from_the_page_of_the_day(room: Room) -> None:
    """The page of the day names a letter for “I want to write to them”, and that key opens the step."""
    room.begin("who-ended")
    teletype = room.exback()
    teletype.see("What now?", room.program.step("urge").title, "press u")
    teletype.press("u")
    teletype.see(room.words("before", "urge"))


def test_ctrl_c_on_the_menu_leaves_with_130(room: Room) -> None:
    """Ctrl-C on the menu ends with the same code as everywhere."""
    room.begin("who-ended")
    teletype = room.exback()
    teletype.see("What now?")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130


def test_urge_shows_its_first_line_at_once_and_leaves_nothing_behind(room: Room) -> None:
    """The line shown before anything is loaded is on the alternate screen too; leaving shows none of it, and of no page."""
    teletype = room.real_exback("urge")
    teletype.see(room.words("before", "urge"))
    assert teletype.raw.find(b"Give it ten minutes first.") < teletype.raw.find(
        room.words("before", "urge")[:20].encode()
    )
    teletype.press("8", ENTER)
    teletype.see(room.words("set-off", "urge"), "› A song")
    teletype.press(ENTER)
    teletype.see(room.words("breath", "urge"))
    teletype.press(SPACE)
    teletype.see(room.words("now-what", "urge"))
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert not teletype.glass.in_alternate
    outside = re.sub(r"\d\d:\d\d", "12:00", squeezed(teletype.glass.outside))
    assert outside == squeezed(WAY_BACK.format("12:00"))
    assert room.run.answers["breath"] == "left"


def test_pages_that_ask_nothing_stay_on_the_normal_screen(room: Room) -> None:
    """Status prints on the normal screen, no wider than the window."""
    room.begin("who-ended")
    teletype = room.exback("status")
    assert teletype.exit_code() == 0
    assert b"\x1b[?1049h" not in teletype.raw
    assert teletype.glass.outside.strip()


def test_insights_are_read_on_the_second_screen(room: Room) -> None:
    """Insights are a page on the alternate screen, left by q or Ctrl-C, so they aren't in the scrollback."""
    room.begin("who-ended")
    for key, code in (("q", 0), (CTRL_C, 130)):
        teletype = room.exback("insights")
        teletype.see("What your days show", "q to leave")
        assert teletype.glass.in_alternate
        teletype.press(key)
        assert teletype.exit_code() == code
        assert not teletype.glass.in_alternate
        assert teletype.glass.outside.strip() == ""
