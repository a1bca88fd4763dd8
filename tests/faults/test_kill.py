"""After kill -9 the file is the old or the new one, and half a sentence comes back."""

from __future__ import annotations

import subprocess
from pathlib import Path
from signal import SIGKILL

import pytest
from support.trouble import (
    EXBACK,
    SECRET,
    assert_no_traceback,
    at_reasons,
    environment,
    exback,
    has_draft,
    injected,
    kept,
    others,
    small_file,
    small_progress,
    until,
    whole_story,
    words_of,
)
from support.window import Window

from exback.store.progress import Progress

LINES = (
    "You said that you needed room, and that it was not about me.",
    "Then you said that it was about me after all, on the stairs.",
    "I have turned it over for three weeks and I still don't know.",
    "There was the job, the flat, your mother, and the other job.",
    "And the noise. You said that it was always so loud with us.",
)
DRAFT = small_progress().runs[0].drafts["reasons"]
MORE = f"{DRAFT}\nof the noise"


def _killed(fault: str, home: Path, log: Path, *, only_temporary: bool = True) -> Progress:
    """Kill exback inside its first save, and return the file's content."""
    ended = exback(
        home,
        "--plain",
        "step",
        "the-whole-story",
        typed="of the noise\n.\n",
        command=injected(f"{fault}:signal=SIGKILL", log, home, only_temporary=only_temporary),
    )
    assert ended.code == -SIGKILL
    return kept(home)


@pytest.mark.fault(1)
@pytest.mark.parametrize("call", ["openat", "write", "fsync", "close", "/^rename"])
def test_killed_before_the_rename_the_file_is_the_old_one(call: str, home: Path, tmp_path: Path) -> None:
    """Before the rename the file is the old one, to the byte."""
    path = small_file(home)
    before = path.read_bytes()

    assert _killed(f"{call}:when=1", home, tmp_path / "log") == small_progress()
    assert path.read_bytes() == before


def test_killed_after_the_rename_the_file_is_the_new_one(home: Path, tmp_path: Path) -> None:
    """After the rename the file is the new one, whole."""
    small_file(home)

    after = _killed("fsync:when=3", home, tmp_path / "log", only_temporary=False)

    assert after.revision == small_progress().revision + 1
    assert after.runs[0].drafts == {"reasons": MORE}
    assert after.runs[0].answers == small_progress().runs[0].answers


@pytest.mark.parametrize("call", ["write", "/^rename"])
def test_after_a_kill_the_next_walk_goes_on_and_tidies_up(call: str, home: Path, tmp_path: Path) -> None:
    """The next session works, and removes temporary files with private words."""
    path = small_file(home)
    _killed(f"{call}:when=1", home, tmp_path / "log")

    assert whole_story(home, "of the noise", ".").code == 0
    assert kept(home).runs[0].answers["reasons"] == MORE
    assert others(path) == []


def test_a_long_answer_typed_in_a_terminal_outlives_a_kill(home: Path) -> None:
    """What someone has typed for minutes is on the screen again after kill -9."""
    text = "\n".join(LINES)
    at_reasons(home)
    with Window(home, "step", "the-whole-story") as window:
        window.shows(words_of("reasons"))
        window.types("\r".join(LINES))
        until(lambda: has_draft(home, "reasons", text), "the draft is in the file")
        window.kill()

    with Window(home, "step", "the-whole-story") as window:
        window.shows(LINES[-1])
        for line in LINES:
            assert line in window.text
        assert has_draft(home, "reasons", text)
        window.types("\x04")
        window.shows(words_of("causes"))

    assert kept(home).runs[0].answers["reasons"] == text


def test_lines_given_in_plain_mode_outlive_a_kill(home: Path) -> None:
    """Every line of a long answer is saved as it is entered, and repeated after kill -9."""
    text = "\n".join(LINES)
    at_reasons(home)
    with subprocess.Popen(
        [*EXBACK, "--plain", "step", "the-whole-story"],
        env=environment(home),
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
    ) as child:
        assert child.stdin is not None
        child.stdin.write(f"{text}\nthis line was not ent".encode())
        child.stdin.flush()
        until(lambda: has_draft(home, "reasons", text), "the lines are in the file")
        child.kill()

    ended = whole_story(home, "again", ".")

    assert ended.code == 0
    assert_no_traceback(ended.said)
    for line in LINES:
        assert line in ended.out
    assert kept(home).runs[0].answers["reasons"] == text


def test_a_kill_between_two_pages_loses_no_answer(home: Path) -> None:
    """An answer that led to the next page is in the file when that page is shown."""
    with Window(home, "step", "your-story") as window:
        window.shows("Your story")
        window.shows(words_of("name"))
        window.types(f"{SECRET}\r")
        window.shows(words_of("who-ended"))
        window.kill()

    assert kept(home).runs[0].answers == {"name": SECRET}
