"""From the first page to the last, each picture on the screen has a header and a footer: no page is taken down before the next."""

from __future__ import annotations

import pyte
import pytest
from support.lives import LIFE
from support.person import Clock
from support.teletype import CTRL_C, DOWN, ENTER, PAGE_DOWN, SHIFT_TAB, Teletype, child
from support.typist import Recorded, Sitting, type_on_terminal
from terminal.conftest import Room

# Marks the end of everything that is written to the terminal in one go, with a sequence that terminals ignore.
MARK = "\x1b]777;drawn\x07"
MARKS = f"""
import os, runpy, sys
from prompt_toolkit.output import vt100
flush = vt100.flush_stdout
vt100.flush_stdout = lambda stdout, data: flush(stdout, data + {MARK!r})
sys.argv = sys.argv[1:]
sys.path.insert(0, os.path.dirname(sys.argv[0]))
runpy.run_path(sys.argv[0], run_name="__main__")
"""


def recorded(room: Room, *entries: dict[str, object]) -> Teletype:
    """Start child.py on a script, with every drawing marked."""
    python, *words = child(room.home, list(entries))
    return room.start(python, "-c", MARKS, *words)


def frames(teletype: Teletype) -> list[list[str]]:
    """Return what was on the screen after each drawing, from the first page until the normal screen is back."""
    screen = pyte.Screen(teletype.glass.columns, teletype.glass.lines)
    stream = pyte.Stream(screen)
    pages: list[list[str]] = []
    for drawing in teletype.raw.decode("utf-8", "replace").split(MARK):
        stream.feed(drawing)
        if "\x1b[?1049l" in drawing:
            break
        if pages or any(line.strip() for line in screen.display):
            pages.append([*screen.display])
    return pages


def lacks(frame: list[str]) -> str:
    """Return what a picture lacks, empty if it's a whole page."""
    rules = [number for number, line in enumerate(frame) if line[0] == line[-1] == "─"]  # one may say that there's more
    if not frame[0].strip():
        return "a title"
    if not rules or rules[0] not in (1, 2, 3):
        return "the rule below its header"
    if len(rules) < 2:
        return "the rule above its footer"
    return "" if any(line.strip() for line in frame[rules[-1] + 1 :]) else "the keys below its footer's rule"


def assert_whole(teletype: Teletype, pages: int) -> None:
    """Check every picture of at least as many pages."""
    found = frames(teletype)
    assert len(found) >= pages
    missing = {number: (lacks(frame), "\n".join(frame)) for number, frame in enumerate(found) if lacks(frame)}
    assert not missing, next(iter(missing.values()))


@pytest.mark.fault(75)
@pytest.mark.parametrize("step", ["your-story", "check-in", "urge"])
def test_every_picture_of_a_step_has_header_and_footer(room: Room, step: str) -> None:
    """Also while answers are saved and the next page is set up, at 80 and at 40 columns."""
    sitting = sitting_of(room, step)
    teletype = recorded(room, dict(sitting.entry))
    type_on_terminal(teletype, (sitting,))
    assert teletype.exit_code() == 0
    assert_whole(teletype, len(sitting.pages))


def test_every_picture_has_header_and_footer_whatever_is_pressed(room: Room) -> None:
    """Back, help, a refused answer, a window of another size and the pages of the day."""
    room.begin("name")
    teletype = recorded(room, {"now": room.now.isoformat(), "words": []})
    teletype.see("What now?", "F1")
    teletype.press("\x07")
    teletype.see("There's no hurry")
    teletype.press("\x07", ENTER)
    teletype.see(room.words("name"), "F1")
    teletype.press(ENTER)
    teletype.see(room.refusal("name", ""))
    teletype.press("Jo", ENTER)
    teletype.see(room.words("who-ended"), "F1")
    teletype.press(DOWN, PAGE_DOWN, SHIFT_TAB)
    teletype.see(room.words("name"), "› Jo")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert_whole(teletype, 4)


def sitting_of(room: Room, step: str) -> Sitting:
    """Return a step as someone goes through it on its own."""
    person = Recorded(room.program, Clock(), room.home.with_name("scripted"))
    person.answers(step, {item: "left" if value == "finished" else value for item, value in LIFE[step].items()})
    return person.sittings[0]
