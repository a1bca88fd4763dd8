"""Keys and signals that end exback work where no page is up: between two pages, and while the first one loads."""

from __future__ import annotations

import fcntl
import os
import shlex
import signal
import sys
from pathlib import Path

import pytest
from support.teletype import CTRL_C, CTRL_Q, CTRL_X_CTRL_E, CTRL_Z, ENTER, PAGE_DOWN, Teletype
from support.typist import PAGES
from terminal.conftest import Room
from terminal.test_matrix import an_editor

WAYS: dict[str, tuple[str | signal.Signals, int]] = {
    "ctrl-q": (CTRL_Q, 0),
    "ctrl-c": (CTRL_C, 130),
    "sigint": (signal.SIGINT, 130),
    "sigterm": (signal.SIGTERM, 143),
    "sighup": (signal.SIGHUP, 129),
}
DEEP = bool(os.environ.get("EXBACK_DEEP"))
DELAYS = tuple(round(0.5 * number / 39, 3) for number in range(40)) if DEEP else (0.0, 0.01, 0.03, 0.06, 0.12, 0.3, 0.5)
"""Seconds after Enter. Whichever of them falls into the gap on a machine, all end the same way. 200 times in the deep run."""

# Stops where a module is about to be loaded, until the person has done something: the same moment on every machine.
STOPS = """
import sys, time
from pathlib import Path
from exback.__main__ import main
module, there, go, *words = sys.argv[1:]
def hear(event, arguments):
    if event == "import" and arguments[0] == module and not Path(there).exists():
        Path(there).touch()
        while not Path(go).exists():
            time.sleep(0.01)
sys.argv = ["exback", *words]
sys.addaudithook(hear)
main()
"""
# Gets a signal in the last moment of every page: the same moment on every machine.
SIGNALLED_AT_THE_END = """
import os, signal, sys
from exback.__main__ import main
from exback.screen.terminal.application import SessionApplication
show = SessionApplication.show
def show_and_be_signalled(self, shown):
    result = show(self, shown)
    os.kill(os.getpid(), signal.SIGTERM)
    return result
SessionApplication.show = show_and_be_signalled
sys.argv = ["exback", *sys.argv[1:]]
main()
"""
LOADING = [
    (("step", "your-story"), "exback.commands.wizard"),
    (("step", "your-story"), "prompt_toolkit.application"),
    ((), "questionary"),
    (("urge",), "exback.screen.terminal.front"),
    (("journal",), "exback.engine.journal"),
    (("journal",), "prompt_toolkit.application"),
    (("insights",), "exback.insights.overview"),
]


def do(teletype: Teletype, what: str | signal.Signals) -> None:
    """Press a key, or send a signal."""
    if isinstance(what, signal.Signals):
        teletype.send_signal(what)
    else:
        teletype.press(what)


def assert_given_back(teletype: Teletype) -> None:
    """Check that the terminal is as it was found, with no page on it."""
    assert not teletype.glass.in_alternate
    assert teletype.is_line_editing()
    assert teletype.has_flow_control()


@pytest.mark.fault(75)
@pytest.mark.parametrize("delay", DELAYS)
@pytest.mark.parametrize("way", list(WAYS))
def test_what_ends_exback_is_heeded_between_two_pages(wide_room: Room, way: str, delay: float) -> None:
    """However soon after Enter it comes, exback ends with its code, saves what was typed, and leaves no page."""
    what, code = WAYS[way]
    wide_room.begin("name")
    teletype = wide_room.exback("step", "your-story")
    teletype.see(wide_room.words("name"), "F1")
    teletype.press("Jo")
    teletype.see("› Jo")
    teletype.press(ENTER)
    teletype.lets_pass(delay)
    do(teletype, what)
    assert teletype.exit_code() == code
    assert_given_back(teletype)
    assert not teletype.shows(wide_room.words("who-ended"))
    assert teletype.glass.outside.strip() == ""
    assert "Jo" in (wide_room.run.answers.get("name"), wide_room.run.drafts.get("name"))


@pytest.mark.fault(75)
@pytest.mark.parametrize("keys", ["Jo", f"Jo{ENTER}"], ids=["a draft", "an answer"])
@pytest.mark.parametrize("way", list(WAYS))
def test_what_ends_exback_is_heeded_after_a_save_that_had_to_wait(wide_room: Room, way: str, keys: str) -> None:
    """While another program holds the lock, exback waits; then it saves, and ends without drawing the next page."""
    what, code = WAYS[way]
    wide_room.begin("name")
    teletype = wide_room.exback("step", "your-story")
    teletype.see(wide_room.words("name"), "F1")
    with (wide_room.home / "progress.json.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        teletype.press(keys)
        teletype.lets_pass(0.5)  # until it waits for the lock; on a busy machine perhaps not, which isn't harder
        do(teletype, what)
        teletype.lets_pass(0.2)
    assert teletype.exit_code() == code
    assert_given_back(teletype)
    assert not teletype.shows("Jo")
    assert teletype.glass.outside.strip() == ""
    assert "Jo" in (wide_room.run.answers.get("name"), wide_room.run.drafts.get("name"))


@pytest.mark.fault(75)
@pytest.mark.parametrize("way", ["sigint", "sigterm", "sighup"])
def test_a_signal_is_heeded_when_the_editor_has_ended(wide_room: Room, tmp_path: Path, way: str) -> None:
    """What was written in the editor is saved first, and it's on no screen afterwards."""
    what, code = WAYS[way]
    there, go = tmp_path / "there", tmp_path / "go"
    there_and_go = f"there, go = (pathlib.Path(path) for path in {(str(there), str(go))!r})\nthere.touch()\n"
    program = f"import time\n{there_and_go}while not go.exists(): time.sleep(0.01)\nfile.write_text('Very private')"
    wide_room.begin("reasons", "the-whole-story")
    teletype = wide_room.exback("step", "the-whole-story", EDITOR=an_editor(tmp_path, program))
    teletype.see(wide_room.words("reasons"), "F1")
    teletype.press(CTRL_X_CTRL_E)
    teletype.wait(there.exists, "for the editor")
    do(teletype, what)
    go.touch()
    assert teletype.exit_code() == code
    assert_given_back(teletype)
    assert not teletype.shows("Very private")
    assert "Very private" not in teletype.glass.outside
    assert wide_room.run.drafts == {"reasons": "Very private"}
    assert not list(wide_room.home.glob("editing-*"))


@pytest.mark.fault(75)
def test_a_signal_after_the_last_page_decides_the_exit_code(wide_room: Room) -> None:
    """Everything is saved by then, but whoever sent it is told that it was heeded."""
    wide_room.begin("closing", reviewed=True, finished=wide_room.now)
    teletype = wide_room.start(sys.executable, "-c", SIGNALLED_AT_THE_END, "step", "your-story")
    teletype.see("F1")
    teletype.press(PAGE_DOWN * PAGES, ENTER)
    assert teletype.exit_code() == 143
    assert_given_back(teletype)


@pytest.mark.fault(75)
def test_a_signal_in_the_last_moment_of_a_page_ends_exback_before_the_next(wide_room: Room) -> None:
    """When the page has its answer, and isn't taken down completely yet, a shutdown isn't forgotten."""
    wide_room.begin("name")
    teletype = wide_room.start(sys.executable, "-c", SIGNALLED_AT_THE_END, "step", "your-story")
    teletype.see(wide_room.words("name"), "F1")
    teletype.press("Jo", ENTER)
    assert teletype.exit_code() == 143
    assert_given_back(teletype)
    assert wide_room.words("who-ended") not in teletype.raw.decode("utf-8", "replace")
    assert teletype.glass.outside.strip() == ""
    assert wide_room.run.answers["name"] == "Jo"


@pytest.mark.fault(75)
@pytest.mark.parametrize("way", list(WAYS))
@pytest.mark.parametrize(
    ("words", "module"), LOADING, ids=lambda value: value if isinstance(value, str) else " ".join(value)
)
def test_what_ends_exback_is_heeded_while_a_page_is_loaded(
    wide_room: Room, tmp_path: Path, words: tuple[str, ...], module: str, way: str
) -> None:
    """Whatever is loading, nothing private is drawn any more, and the terminal is restored."""
    what, code = WAYS[way]
    there, go = tmp_path / "there", tmp_path / "go"
    wide_room.begin("who-ended", answers={"name": "Very private"})
    teletype = wide_room.start(sys.executable, "-c", STOPS, module, str(there), str(go), *words)
    teletype.wait(there.exists, f"for {module} to be loaded")
    do(teletype, what)
    go.touch()
    assert teletype.exit_code() == code
    assert b"Very private" not in teletype.raw
    assert wide_room.words("who-ended") not in teletype.raw.decode("utf-8", "replace")
    assert_given_back(teletype)


@pytest.mark.fault(75)
def test_asleep_the_terminal_is_as_it_was_found(wide_room: Room) -> None:
    """While suspended by Ctrl-Z, the shell has its flow control; after fg, Ctrl-Q leaves exback again."""
    wide_room.begin("name")
    shell = wide_room.start("/bin/sh", "-i", PS1="ready> ", ENV="")
    shell.see("ready>")
    shell.press(shlex.join(wide_room.command("step", "your-story")), "; echo code-$?", ENTER)
    shell.see(wide_room.words("name"), "F1")
    assert not shell.has_flow_control()
    shell.press(CTRL_Z)
    shell.wait(lambda: shell.screen().rstrip().endswith("ready>"), "for the shell")
    assert shell.has_flow_control()
    shell.press("fg", ENTER)
    shell.see(wide_room.words("name"), "F1")
    shell.press("Jo", ENTER, CTRL_Q)
    shell.wait(lambda: not shell.glass.in_alternate, "for the normal screen")
    shell.wait(shell.has_flow_control, "for the terminal as it was")
    assert wide_room.run.answers["name"] == "Jo"


@pytest.mark.fault(75)
def test_plain_lines_leave_the_flow_control_alone(wide_room: Room) -> None:
    """In plain lines Ctrl-Q isn't a key of exback's, so the terminal can still stop a long page."""
    wide_room.begin("name")
    teletype = wide_room.exback("--plain", "step", "your-story")
    teletype.hear("Your answer:")
    assert teletype.has_flow_control()
    teletype.press("leave\n")
    assert teletype.exit_code() == 0
