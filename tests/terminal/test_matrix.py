"""Every key on every kind of page, at two widths, seen on the emulated screen and in the saved file.

A cell of the matrix is one kind of page and one key. A key does the same everywhere; where it has nothing to do, the
page must stay as it was.
"""

from __future__ import annotations

import shlex
import sys
import time
from pathlib import Path
from typing import NamedTuple

import pytest
from support.teletype import (
    ALT_ENTER,
    CTRL_C,
    CTRL_D,
    CTRL_G,
    CTRL_Q,
    CTRL_X_CTRL_E,
    CTRL_Z,
    ENTER,
    F1,
    PATIENCE,
    SHIFT_TAB,
    Teletype,
    squeezed,
)
from support.typist import first_words
from terminal.conftest import Room, taken_up

from exback.engine.presenter import CLOSING, REVIEW
from exback.engine.view import View
from exback.model.items import Text
from exback.screen.terminal.footer import KEYS


class Kind(NamedTuple):
    """One kind of page: where to find it, the page before it, letters to start an answer with, and what stands before them."""

    step: str
    item: str
    before: str = ""
    typed: str = ""
    sign: str = "›"

    @property
    def field(self) -> str:
        """What the field shows once the letters are typed, empty where there is none."""
        return f"{self.sign} {self.typed}" if self.typed else ""


KINDS = {
    "reading": Kind("your-story", "before-safety", "ties"),
    "text": Kind("the-whole-story", "wish", "their-thinking", "To sle"),
    "long text": Kind("the-whole-story", "reasons", "tell-it", "They said th", "│"),
    "choice": Kind("your-story", "who-ended", "name"),
    "choices": Kind("your-story", "ties", "ended"),
    "form": Kind("check-in", "longing", "mood", "7", "› Longing 0 to 10"),
    "yes or no": Kind("your-story", "ordered-away", "asked-to-stop"),
    "date": Kind("your-story", "ended", "who-ended", "two da"),
    "timer": Kind("urge", "breath", "set-off"),
    "review": Kind("your-story", REVIEW, "afraid-of-me"),
    "closing": Kind("your-story", CLOSING),
}
WRITTEN = "Written in the editor."
"""What the editor of these tests puts in place of a text."""


@pytest.fixture(params=list(KINDS))
def kind(request: pytest.FixtureRequest) -> Kind:
    """Every kind of page."""
    return KINDS[request.param]


def fields_of(room: Room, kind: Kind) -> dict[str, object]:
    """Return what a run must hold besides its answers for a page to be shown."""
    if kind.item == REVIEW:
        return {"reviewed": True}
    return {"reviewed": True, "finished": room.now} if kind.item == CLOSING else {}


def view_of(room: Room, kind: Kind, item: str = "") -> View:
    """Return the page of a kind, or the one before it."""
    return room.view(item or kind.item, kind.step, **fields_of(room, kind))


def mark_of(view: View) -> str:
    """Return words that identify a page."""
    return view.question or first_words(view.body)


def opened(room: Room, kind: Kind, **variables: str) -> Teletype:
    """Open a page of a kind, and start an answer where letters are typed."""
    put_at(room, kind)
    teletype = room.exback("step", kind.step, **variables)
    begin_answer(teletype, room, kind)
    return teletype


def put_at(room: Room, kind: Kind) -> None:
    """Put the file's place at a page; for the closing page, at the one before it, since nothing leads back."""
    start = KINDS["review"] if kind.item == CLOSING else kind
    room.begin(start.item, start.step, **fields_of(room, start))


def begin_answer(teletype: Teletype, room: Room, kind: Kind) -> None:
    """Wait for the page of a kind, and type some letters where it takes them."""
    taken_up(teletype, room)
    if kind.item == CLOSING:
        teletype.see(mark_of(view_of(room, KINDS["review"])))
        teletype.press(ENTER)
    teletype.see(mark_of(view_of(room, kind)))
    if kind.typed:
        teletype.press(kind.typed)
        teletype.see(kind.field)


def draft_of(kind: Kind) -> dict[str, str]:
    """Return the drafts that the file must hold once something was typed."""
    return {kind.item: kind.typed} if kind.typed else {}


def stands(teletype: Teletype, room: Room, kind: Kind) -> None:
    """Check that the page is as it was, with what was typed."""
    teletype.see(mark_of(view_of(room, kind)), kind.field)


def said_on_leaving(room: Room, kind: Kind) -> str:
    """Return what Ctrl-C leaves on the screen: of a page that comes back for a while only, until when."""
    is_momentary = room.program.step(kind.step).momentary
    return f"You've left. Your answers are saved. {view_of(room, kind).way_back}" if is_momentary else ""


# Out


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_Q, 0)], ids=["ctrl-c", "ctrl-q"])
def test_leaving_keeps_the_place_and_every_letter(room: Room, kind: Kind, key: str, code: int) -> None:
    """Both ways out of any page save the place and what was typed, and the same page comes back.

    Of a page that comes back for a while only, Ctrl-C says until when, and nothing else stays on the screen.
    """
    teletype = opened(room, kind)
    teletype.press(key)
    assert teletype.exit_code() == code
    assert not teletype.glass.in_alternate
    assert " ".join(teletype.screen().split()) == (said_on_leaving(room, kind) if key == CTRL_C else "")
    assert (b"\x1b[3J" in teletype.raw) is (key == CTRL_Q), "only Ctrl-Q clears what was scrolled past"
    assert room.run.cursor == kind.item
    assert room.run.drafts == draft_of(kind)

    if kind.item != CLOSING:  # its step is finished, and opens anew on the review page
        again = taken_up(room.exback("step", kind.step), room)
        stands(again, room, kind)


def test_shift_tab_shows_the_page_before_and_loses_no_letter(room: Room, kind: Kind) -> None:
    """Back shows the page before and keeps what was half typed; the closing page has no way back."""
    teletype = opened(room, kind)
    teletype.press(SHIFT_TAB)
    if kind.before:
        teletype.see(mark_of(view_of(room, kind, kind.before)))
        teletype.wait(lambda: room.run.cursor == kind.before, "for the file to know")
    else:
        teletype.press(F1, F1)
        stands(teletype, room, kind)
        assert room.run.cursor == kind.item
    assert room.run.drafts == draft_of(kind)


# Help


def test_help_explains_and_lists_every_key(room: Room, kind: Kind) -> None:
    """F1 and Ctrl-G each say why the page is there and what every key does, and each shows the page as it was again.

    Some terminals take F1 for themselves.
    """
    teletype, view = opened(room, kind), view_of(room, kind)
    teletype.press(F1)
    teletype.see(first_words(view.why))
    seen = teletype.whole()
    while squeezed(KEYS.splitlines()[-1]) not in squeezed(seen):
        before = teletype.screen()
        teletype.press("\x1b[6~")
        teletype.wait(lambda: teletype.screen() != before, "for the help to scroll")  # noqa: B023
        seen += "\n" + teletype.whole()
    teletype.press(CTRL_G)
    teletype.see_no(first_words(view.why))
    stands(teletype, room, kind)
    teletype.press(CTRL_G)
    teletype.see(first_words(view.why))
    teletype.press(F1)
    teletype.see_no(first_words(view.why))
    stands(teletype, room, kind)


def test_a_question_mark_explains_where_no_letters_are_typed(room: Room, kind: Kind) -> None:
    """On a list, a reading and a timer ? is F1; in a text it is a letter, and no part of a number."""
    teletype = opened(room, kind)
    teletype.press("?")
    if kind.typed.isdigit():
        teletype.see("Please type a whole number", kind.field)
    elif kind.typed:
        teletype.see(f"{kind.field}?")
    else:
        teletype.see(first_words(view_of(room, kind).why))
        teletype.press("?")
        teletype.see_no(first_words(view_of(room, kind).why))
        stands(teletype, room, kind)


# Sleep


def test_ctrl_z_sleeps_and_wakes_on_the_same_page(room: Room, kind: Kind) -> None:
    """Suspending shows the shell without a word of the page; fg redraws it with every letter."""
    put_at(room, kind)
    shell = room.start("/bin/sh", "-i", PS1="ready> ", ENV="")
    shell.see("ready>")
    shell.press(shlex.join(room.command("step", kind.step)), ENTER)
    mark = mark_of(view_of(room, kind))
    begin_answer(shell, room, kind)
    shell.press(CTRL_Z)
    shell.wait(lambda: shell.screen().rstrip().endswith("ready>"), "for the shell")
    assert not shell.shows(mark)
    assert room.run.drafts == draft_of(kind), "what was typed is in the file before the program sleeps"
    shell.press("fg", ENTER)
    stands(shell, room, kind)
    shell.press(CTRL_C)
    shell.wait(lambda: not shell.glass.in_alternate, "for the normal screen")
    assert squeezed(mark) not in squeezed(shell.glass.outside)


# The editor


def an_editor(folder: Path, program: str) -> str:
    """Write an editor in Python that changes the file it is given, and return its command."""
    script = folder / "editor.py"
    script.write_text(f"import os, pathlib, sys\nfile = pathlib.Path(sys.argv[-1])\n{program}\n", encoding="utf-8")
    return shlex.join([sys.executable, str(script)])


@pytest.mark.parametrize("name", [name for name in KINDS if name != "timer"])
def test_the_editor_opens_on_texts_and_nowhere_else(room: Room, name: str, tmp_path: Path) -> None:
    """Ctrl-X Ctrl-E opens a text in the person's editor, in a private folder that is removed afterwards."""
    kind = KINDS[name]
    report = tmp_path / "report"
    program = (
        f"place = (file.read_text(), oct(file.stat().st_mode), oct(file.parent.stat().st_mode), str(file.parent.parent))\n"
        f"pathlib.Path({str(report)!r}).write_text(chr(10).join(place))\n"
        f"file.write_text({WRITTEN!r} + chr(10))"
    )
    teletype = opened(room, kind, VISUAL=an_editor(tmp_path, program), EDITOR="false")
    teletype.press(CTRL_X_CTRL_E)
    if isinstance(view_of(room, kind).item, Text):
        teletype.see(WRITTEN)
        teletype.wait(lambda: room.run.drafts == {kind.item: WRITTEN}, "for the draft to be kept")
        text, file_mode, folder_mode, parent = report.read_text().rsplit("\n", 3)
        assert text == f"{kind.typed}\n"
        assert (file_mode, folder_mode, parent) == ("0o100600", "0o40700", str(room.home))
    else:
        teletype.press(F1, F1)
        stands(teletype, room, kind)
        assert not report.exists()
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert not list(room.home.glob("editing-*"))


@pytest.mark.parametrize("does", ["sys.exit(3)", None], ids=["fails", "missing"])
def test_an_editor_that_fails_changes_nothing_and_says_so(room: Room, tmp_path: Path, does: str | None) -> None:
    """The text stays as it was, with a sentence that names the editor and what to do; no file is left."""
    kind = KINDS["long text"]
    editor = an_editor(tmp_path, does) if does else "no-such-editor --wait"
    teletype = opened(room, kind, EDITOR=editor)
    teletype.press(CTRL_X_CTRL_E)
    teletype.see("ended with an error." if does else "exback couldn't start the editor", "Your text hasn't changed.")
    stands(teletype, room, kind)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130
    assert room.run.drafts == draft_of(kind)
    assert not list(room.home.glob("editing-*"))


def test_what_an_editor_saved_before_it_failed_is_taken(room: Room, tmp_path: Path) -> None:
    """The text is put into the field and saved at once, and the person reads why."""
    kind = KINDS["long text"]
    teletype = opened(room, kind, EDITOR=an_editor(tmp_path, f"file.write_text({WRITTEN!r}); sys.exit(3)"))
    teletype.press(CTRL_X_CTRL_E)
    teletype.see("ended with an error.", WRITTEN)
    teletype.wait(lambda: room.run.drafts == {kind.item: WRITTEN}, "for the draft to be kept")
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130


@pytest.mark.fault(46)
def test_what_an_editor_saved_is_kept_when_the_window_is_closed(room: Room, tmp_path: Path) -> None:
    """Closing the window ends both: the editor's text is saved as a draft first, and its folder removed."""
    kind, there = KINDS["long text"], tmp_path / "there"
    program = f"file.write_text({WRITTEN!r}); pathlib.Path({str(there)!r}).touch(); os.read(0, 1); sys.exit(1)"
    teletype = opened(room, kind, EDITOR=an_editor(tmp_path, program))
    teletype.press(CTRL_X_CTRL_E)
    teletype.wait(there.exists, "for the editor to save")
    teletype.close_window()
    until = time.monotonic() + PATIENCE
    while (room.run.drafts != {kind.item: WRITTEN} or list(room.home.glob("editing-*"))) and time.monotonic() < until:
        time.sleep(0.05)
    assert room.run.drafts == {kind.item: WRITTEN}
    assert not list(room.home.glob("editing-*"))


# Long texts


@pytest.mark.parametrize("key", [CTRL_D, ALT_ENTER], ids=["ctrl-d", "alt-enter"])
def test_a_long_text_is_finished_by_either_key(room: Room, key: str) -> None:
    """Enter is a new line in a long text, and both keys named in the footer finish it."""
    kind = KINDS["long text"]
    teletype = opened(room, kind)
    teletype.press(ENTER, "second line", key)
    teletype.see(room.words("causes"))
    assert room.run.answers[kind.item] == f"{kind.typed}\nsecond line"


@pytest.mark.parametrize("name", [name for name in KINDS if name not in ("long text", "timer", "form")])
def test_ctrl_d_finishes_nothing_else(room: Room, name: str) -> None:
    """Ctrl-D does nothing on other pages, except a timer, which any key leaves, and a form, whose answers it takes."""
    kind = KINDS[name]
    teletype = opened(room, kind)
    teletype.press(CTRL_D, F1, F1)
    stands(teletype, room, kind)
    assert room.run.cursor == kind.item
