"""What is typed faster than the pages come is neither lost nor given to another question."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import nullcontext
from itertools import product
from pathlib import Path
from signal import Signals

import pytest
from support.busy import busy_machine
from support.lives import LIFE
from support.person import Clock
from support.teletype import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    CTRL_Q,
    CTRL_X_CTRL_E,
    DOWN,
    ENTER,
    PAGE_DOWN,
    PASTE,
    Teletype,
    child,
    environment,
    squeezed,
)
from support.typist import PAGES, Recorded, Sitting, terminal_keys
from terminal.conftest import Room, goes_on
from terminal.test_gap import STOPS
from terminal.test_matrix import an_editor

from exback.engine.view import STILL
from exback.model.items import YES_OR_NO
from exback.model.program import Program
from exback.model.run import Value
from exback.screen.terminal.application import PASTED
from exback.screen.terminal.options import NEITHER
from exback.signals import SIGNALLED

ANSWERS = {
    "check-in": LIFE["check-in"],
    "urge": {**LIFE["urge"], "breath": "left"},
}
DEEP = bool(os.environ.get("EXBACK_DEEP"))
PACES = (0.0, 0.02, 0.1, 0.3)
"""Seconds between two keys."""
TYPED = [case for case in product(("idle", "busy"), PACES) if DEEP or case != ("busy", max(PACES))]
"""On which machine, and how fast. Keeping one busy for so long that the slowest have typed is for the deep run."""


def sitting_of(step: str, program: Program, home: Path) -> Sitting:
    """Return a step as someone goes through it on its own."""
    person = Recorded(program, Clock(), home)
    person.answers(step, dict(ANSWERS[step]))
    return person.sittings[0]


def keys_of(sitting: Sitting) -> Iterator[str]:
    """Yield every key that answers the pages of a step, Enter and the others alike."""
    for page in sitting.pages:
        keys = terminal_keys(page)
        yield from (keys,) if keys.startswith("\x1b") else keys


def runs_in(home: Path) -> list[dict[str, object]]:
    """Return the runs that a progress file holds, without the numbers of their saves: a draft is saved where someone pauses."""
    runs = json.loads((home / "progress.json").read_text(encoding="utf-8"))["runs"]
    return [{name: value for name, value in run.items() if not name.endswith("_number")} for run in runs]


def type_through(teletype: Teletype, keys: Iterator[str], pace: float) -> None:
    """Press one key after the other, whatever is on the screen, at once or with a pause after each."""
    if pace == 0:
        teletype.press("".join(keys))
        return
    for key in keys:
        teletype.press(key)
        teletype.lets_pass(pace)


@pytest.mark.fault(86)
@pytest.mark.parametrize(("machine", "pace"), TYPED)
@pytest.mark.parametrize("step", list(ANSWERS))
def test_a_step_typed_at_any_speed_writes_the_same_file(
    step: str, pace: float, machine: str, program: Program, tmp_path: Path
) -> None:
    """Every answer lands in its question, also what's typed while exback is still starting."""
    sitting, home = sitting_of(step, program, tmp_path / "scripted"), tmp_path / "home"
    with (
        busy_machine() if machine == "busy" else nullcontext(),
        Teletype(child(home, [sitting.entry]), environment(home)) as teletype,
    ):
        type_through(teletype, keys_of(sitting), pace)
        assert teletype.exit_code() == 0
    assert runs_in(home) == runs_in(tmp_path / "scripted")


@pytest.mark.fault(86)
@pytest.mark.parametrize("keys", ["6\r8\r5\r", "6\n8\n5\n"], ids=["enter", "line feed"])
def test_three_answers_in_one_go_answer_three_questions(wide_room: Room, keys: str) -> None:
    """6, 8 and 5 are recorded as 6, 8 and 5."""
    teletype = wide_room.exback("step", "check-in")
    teletype.see(wide_room.words("mood", "check-in"), "F1")
    teletype.press(keys)
    teletype.wait(lambda: len(answers(wide_room)) == 3, "for three answers")
    assert answers(wide_room) == {"mood": 6, "longing": 8, "sleep": 5}


@pytest.mark.fault(86)
def test_what_is_typed_at_the_first_line_of_an_urge_is_carried_along(wide_room: Room, tmp_path: Path) -> None:
    """While the rest of exback is still loading, the terminal keeps the number and its Enter for the first question."""
    there, go = tmp_path / "there", tmp_path / "go"
    teletype = wide_room.start(sys.executable, "-c", STOPS, "prompt_toolkit.application", str(there), str(go), "urge")
    teletype.wait(there.exists, "for the first line")
    teletype.see("Give it ten minutes first")
    teletype.press("8", ENTER)
    teletype.see("8")  # the terminal has it
    go.touch()
    teletype.see("What set it off?")
    assert answers(wide_room) == {"before": 8}


# Questions that have to be read first


@pytest.mark.fault(86)
def test_nothing_typed_ahead_answers_a_question_of_safety(wide_room: Room) -> None:
    """Keys pressed before the question is there are forgotten; those pressed after it's there answer it."""
    wide_room.begin("before-safety")
    teletype = wide_room.exback("step", "your-story")
    teletype.see(wide_room.words("before-safety"), "F1")
    teletype.press(PAGE_DOWN * PAGES, ENTER, "y", ENTER, "n", ENTER)
    teletype.see(wide_room.words("asked-to-stop"), "F1", NEITHER)
    teletype.press("n")
    teletype.see("› No")
    teletype.press(ENTER, "y", ENTER, DOWN, ENTER)
    teletype.see(wide_room.words("ordered-away"), "F1", NEITHER)
    assert "asked-to-stop" in answers(wide_room)
    assert answers(wide_room)["asked-to-stop"] is False
    assert "ordered-away" not in answers(wide_room)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130


@pytest.mark.fault(75)
@pytest.mark.fault(86)
@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_Q, 0)], ids=["ctrl-c", "ctrl-q"])
def test_a_key_that_leaves_is_heard_before_a_question_of_safety(wide_room: Room, key: str, code: int) -> None:
    """It's obeyed without the question ever being drawn, whatever was typed before it and after it."""
    wide_room.begin("asked-to-stop")
    teletype = wide_room.exback("step", "your-story")
    teletype.see(wide_room.words("asked-to-stop"), "F1")
    teletype.press("n")
    teletype.see("› No")
    teletype.press(ENTER, "y", key, "y", ENTER)
    assert teletype.exit_code() == code
    assert not drawn(teletype, wide_room.words("ordered-away"))
    assert answers(wide_room)["asked-to-stop"] is False
    assert "ordered-away" not in answers(wide_room)


# What was pasted into another page


@pytest.mark.fault(86)
@pytest.mark.parametrize(
    ("ahead", "kept"),
    [
        (PASTE.format("pasted"), ""),
        (PASTE.format("pasted\nlines\n"), ""),
        (PASTE.format("x" * 3000), ""),
        ("x" * PASTED, ""),
        ("x" * (PASTED - 1), "x" * (PASTED - 1)),
        (f"typed {PASTE.format('pasted')}words", "typed words"),
    ],
    ids=["paste", "lines", "long paste", "many letters", "letters", "paste among letters"],
)
def test_a_paste_between_two_pages_is_dropped(wide_room: Room, ahead: str, kept: str) -> None:
    """It was meant for the page before. Fewer letters than that someone can have typed, so they're kept."""
    teletype = at_choice_before_text(wide_room)
    teletype.press(ENTER + ahead)
    teletype.see(wide_room.words("wish"), "F1", f"› {kept}")
    teletype.press(" end", ENTER)
    teletype.wait(lambda: "wish" in answers(wide_room), "for the answer")
    assert answers(wide_room)["wish"] == f"{kept} end".strip()


@pytest.mark.fault(86)
def test_many_letters_with_an_enter_are_kept(wide_room: Room) -> None:
    """Someone who types fast has answered the next question before it was there."""
    teletype = at_choice_before_text(wide_room)
    teletype.press(ENTER + "x" * PASTED + ENTER)
    teletype.wait(lambda: "wish" in answers(wide_room), "for the answer")
    assert answers(wide_room)["wish"] == "x" * PASTED


@pytest.mark.fault(86)
def test_many_letters_after_several_answers_are_kept(wide_room: Room, tmp_path: Path) -> None:
    """Where exback starts slowly, someone can have answered four questions, and be in the middle of the fifth answer."""
    there, go = tmp_path / "there", tmp_path / "go"
    step = ("step", "check-in")
    teletype = wide_room.start(sys.executable, "-c", STOPS, "prompt_toolkit.application", str(there), str(go), *step)
    teletype.wait(there.exists, "for exback to load")
    teletype.press(*(f"{answer}{ENTER}" for answer in (6, 8, 5, "n", "n")), "x" * 50)
    teletype.see("x" * 50)  # the terminal has it
    go.touch()
    teletype.see(wide_room.words("line", "check-in"), "F1", "x" * 50)
    teletype.press(ENTER)
    teletype.wait(lambda: "line" in answers(wide_room), "for the line")
    assert answers(wide_room) == {"mood": 6, "longing": 8, "sleep": 5, "happened": [], "line": "x" * 50}


@pytest.mark.fault(86)
def test_a_paste_that_ends_on_the_next_page_is_dropped_whole(wide_room: Room) -> None:
    """A long one arrives in pieces. The page that's up at its end isn't the one it was meant for; the next paste is."""
    teletype = at_choice_before_text(wide_room)
    beginning, end = PASTE.split("{}")
    teletype.press(ENTER + beginning + "x" * 300)
    teletype.see(wide_room.words("wish"), "F1")
    teletype.press("x" * 300 + end, "To sleep", PASTE.format(" again"), ENTER)
    teletype.wait(lambda: "wish" in answers(wide_room), "for the answer")
    assert answers(wide_room)["wish"] == "To sleep again"


# After a refusal


@pytest.mark.fault(86)
def test_after_a_refusal_what_was_typed_ahead_is_forgotten(wide_room: Room) -> None:
    """66 is refused, and the 5 that was meant for the next question answers neither of the two."""
    teletype = wide_room.exback("step", "check-in")
    teletype.see(wide_room.words("mood", "check-in"), "F1")
    teletype.press("66", ENTER, "5", ENTER)
    teletype.see(wide_room.refusal("mood", "66", "check-in"))
    teletype.press(BACKSPACE, ENTER)
    teletype.wait(lambda: bool(answers(wide_room)), "for an answer")
    assert answers(wide_room) == {"mood": 6}
    teletype.press("7", ENTER)
    teletype.wait(lambda: len(answers(wide_room)) == 2, "for the next answer")
    assert answers(wide_room) == {"mood": 6, "longing": 7}


@pytest.mark.fault(86)
@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_Q, 0)], ids=["ctrl-c", "ctrl-q"])
def test_a_key_that_leaves_is_heard_after_a_refusal(wide_room: Room, key: str, code: int) -> None:
    """Ctrl-C and Ctrl-Q are never forgotten."""
    teletype = wide_room.exback("step", "check-in")
    teletype.see(wide_room.words("mood", "check-in"), "F1")
    teletype.press("66", ENTER, "5", key)
    assert teletype.exit_code() == code


@pytest.mark.fault(86)
def test_a_page_that_refuses_by_itself_forgets_what_was_typed_ahead(wide_room: Room) -> None:
    """Enter alone doesn't answer yes or no, and the key typed after it was meant for the next page."""
    wide_room.begin("wrote", "urge")
    teletype = wide_room.exback("step", "urge")
    goes_on(teletype)
    teletype.see(wide_room.words("wrote", "urge"), "F1")
    teletype.press(ENTER + "y" + ENTER)
    teletype.see(YES_OR_NO, f"› {NEITHER}")
    assert "wrote" not in answers(wide_room)


@pytest.mark.fault(86)
@pytest.mark.parametrize("number", [Signals.SIGTERM, Signals.SIGHUP, Signals.SIGKILL])
@pytest.mark.parametrize(
    ("step", "page", "keys", "next_page", "answers"),
    [
        ("check-in", "How was your mood?", "7\r", "› Longing", {"mood": 7}),
        ("urge", "How strong is it", "8\r", "What set it off", {"before": 8}),
    ],
)
def test_an_answer_is_not_saved_once_more_for_the_next_question(
    wide_room: Room, step: str, page: str, keys: str, next_page: str, answers: dict[str, Value], number: Signals
) -> None:
    """Enter right after the last letter: the draft that was due is dropped, also when exback ends without another key."""
    teletype = wide_room.exback("step", step)
    teletype.see(page)
    teletype.press(keys)
    teletype.see(next_page)
    teletype.lets_pass(3 * STILL)
    teletype.send_signal(number)
    assert teletype.exit_code() == SIGNALLED + number
    assert (wide_room.run.answers, wide_room.run.drafts) == (answers, {})


@pytest.mark.parametrize("last", [CTRL_D, CTRL_C], ids=["answer", "leave"])
def test_an_editor_never_opens_on_a_page_that_was_left(wide_room: Room, tmp_path: Path, last: str) -> None:
    """Where one key asks for the editor and the next one ends the page, the text isn't opened over another page."""
    opened = tmp_path / "opened"
    editor = an_editor(tmp_path, f"pathlib.Path({str(opened)!r}).touch()\nfile.write_text('from the editor')")
    wide_room.begin("reasons", "the-whole-story")
    teletype = wide_room.exback("step", "the-whole-story", EDITOR=editor)
    teletype.see(wide_room.words("reasons"), "F1")
    teletype.press("mine" + CTRL_X_CTRL_E + last)
    if last == CTRL_D:
        teletype.see(wide_room.words("causes"), "F1")
        teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert "mine" in (answers(wide_room).get("reasons"), wide_room.run.drafts.get("reasons"))
    assert not opened.exists()


def answers(room: Room) -> Mapping[str, Value]:
    """Return the answers in the file so far."""
    runs = room.store.load().runs
    return runs[-1].answers if runs else {}


def at_choice_before_text(room: Room) -> Teletype:
    """Open a page to choose on, with a field for words on the next one."""
    room.begin("their-thinking", "the-whole-story")
    teletype = room.exback("step", "the-whole-story")
    teletype.see(room.words("their-thinking"), "F1")
    return teletype


def drawn(teletype: Teletype, words: str) -> bool:
    """Whether words were ever written to the screen."""
    return squeezed(words) in squeezed(re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", teletype.raw.decode("utf-8", "replace")))
