"""Ctrl-C at any moment from the first millisecond on ends exback with its code and clean output."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from support.trouble import small_file
from support.window import Window

# Sends Ctrl-C to itself as the Nth module is about to be loaded, or at the very end: the same moments on every machine.
STORM = """
import os, signal, sys
from exback.__main__ import main
moment, *words = sys.argv[1:]
loading = 0
def storm():
    for _ in range(3):
        os.kill(os.getpid(), signal.SIGINT)
def hear(event, arguments):
    global loading
    if event == "import":
        loading += 1
        if str(loading) == moment:
            storm()
sys.argv = ["exback", *words]
sys.addaudithook(hear)
end = os._exit
def end_in_a_storm(code):
    os._exit = end
    storm()
    end(code)
if moment == "end":
    os._exit = end_in_a_storm
main()
"""
COMMAND = (sys.executable, "-c", STORM)
MOMENTS = (1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 120, 144, 188, 233, 280, 330, 377, 420, 450)
LINES = {
    ("--version",): (1, 2, 3),
    ("crisis",): (1, 4, 8, 14),
    ("status", "--short"): (1, 8, 21, 40, 45, "end"),
    ("status",): (*MOMENTS[:14:2], "end"),
    ("why",): (*MOMENTS[1:13:3], "end"),
    ("urge",): (*MOMENTS, "end"),
    (): (*MOMENTS[::3], "end"),
}
ASKED = "Ctrl-G"  # help: stands on every page that asks
READ = "q to leave"  # stands on every page that's only read
SECOND_SCREEN = re.compile(r"\x1b\[\?1049h.*\x1b\[\?1049l", re.DOTALL)
CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]")


@pytest.mark.fault(48)
@pytest.mark.parametrize(
    ("words", "moment"), [(words, str(moment)) for words, moments in LINES.items() for moment in moments]
)
def test_ctrl_c_while_loading_is_quiet(words: tuple[str, ...], moment: str, home: Path) -> None:
    """Whichever module is being loaded, the exit code is 130, and the terminal is as it was."""
    path = small_file(home)
    before = path.read_bytes()
    with Window(home, moment, *words, command=COMMAND) as window:
        if window.says_or_ends(READ if words == ("why",) else ASKED):
            window.types("\x03")
        assert window.ends() == 130
        left_behind = CONTROL.sub("", SECOND_SCREEN.sub("", window.told))
    for word in ("Traceback", "Interrupt", "Exception", "Error", 'File "'):
        assert word not in window.told
    if words in ((), ("urge",)):
        assert left_behind.strip() == ""
    assert path.read_bytes() == before
