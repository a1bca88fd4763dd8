"""Locking and unlocking by real keys, on pages and in plain lines: what is shown, and what is on the disk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support.sealed import bytes_under, locked, opened
from support.teletype import CTRL_C, CTRL_Q, DOWN, ENTER, EXBACK, PAGE_DOWN, Teletype
from support.typist import PAGES
from terminal.conftest import Room

from exback.commands.passphrase import ORDINALS
from exback.engine.view import PASSPHRASE
from exback.model.settings import Settings
from exback.store import Store
from exback.store.recovery_code import ALPHABET, GROUPS

NEW = "vier Wörter, die? sich unterscheiden"
NAME = "Quittenbaum"


def read_code(teletype: Teletype) -> list[str]:
    """Return the groups of the recovery code on the screen."""
    return re.findall(rf"^\s*[1-6]   ([{ALPHABET}]{{5}})$", teletype.screen(), re.MULTILINE)


def the_place(teletype: Teletype) -> int:
    """Return which group is asked for."""
    return next(at for at, ordinal in enumerate(ORDINALS) if teletype.shows(f"Type the {ordinal} group"))


def read_on(teletype: Teletype, to: str) -> None:
    """Read a page to its end, and go on to the choice that starts with an option."""
    teletype.see("Ctrl-C to leave")
    teletype.press(PAGE_DOWN * PAGES + ENTER)
    teletype.see("› …", to)


def seen_nowhere(teletype: Teletype, *words: str) -> None:
    """Check that a passphrase was never written to the terminal."""
    for word in words:
        assert word.encode() not in teletype.raw


def test_a_file_is_locked_opened_and_unlocked_by_keys(room: Room) -> None:
    """Lock on pages: the explanation, the passphrase twice, the code, one group of it. Then open, and unlock."""
    room.begin("who-ended", answers={"name": NAME})
    before = room.store.load().runs
    asked, then = room.words("who-ended"), room.words("ended")  # while they can be read
    assert NAME.encode() in bytes_under(room.home)

    teletype = room.exback("lock")
    teletype.see("You can lock your file")
    read_on(teletype, "Leave it unlocked")
    teletype.press(DOWN, DOWN, ENTER)
    teletype.see("Choose a passphrase for your file")
    teletype.press(NEW, ENTER)
    teletype.see("Type it again")
    teletype.press(NEW, ENTER)
    teletype.see("This code opens your file")
    teletype.wait(lambda: len(read_code(teletype)) == GROUPS, "the code")
    code = read_code(teletype)
    teletype.press(ENTER)
    teletype.see("group of your code")
    teletype.press(code[the_place(teletype)].lower(), ENTER)
    assert teletype.exit_code() == 0
    teletype.see("Your file is locked:", str(room.store.path))
    seen_nowhere(teletype, NEW, NEW[:6])
    assert not any(group in teletype.glass.outside for group in code)
    assert NAME.encode() not in bytes_under(room.home.parent)

    teletype = room.exback("step", "your-story")
    teletype.see("Your passphrase")
    assert not teletype.shows("Your story")
    teletype.press("something else", ENTER)
    teletype.see("That's not the passphrase.", "You have two more tries.")
    teletype.press(NEW, ENTER)
    teletype.see(asked)
    teletype.press(ENTER)
    teletype.see(then)
    teletype.press("of the noise", CTRL_C)
    assert teletype.exit_code() == 130
    seen_nowhere(teletype, NEW, "something else")
    assert b"noise" not in bytes_under(room.home.parent)
    for way_in in (NEW, "-".join(code)):
        assert opened(room.home, way_in).load().runs[0].drafts == {"ended": "of the noise"}

    teletype = room.exback("unlock")
    teletype.see("Your passphrase")
    teletype.press("-".join(code), ENTER)
    teletype.see("Your file is locked. If you unlock it,")
    read_on(teletype, "Leave it locked")
    teletype.press(DOWN, DOWN, ENTER)
    assert teletype.exit_code() == 0
    teletype.see("Your file is unlocked.")
    assert Store(room.home).load().runs[0].answers["name"] == before[0].answers["name"]


def test_the_same_in_plain_lines(wide_room: Room) -> None:
    """In plain lines no letter of the passphrase shows, and only text is written."""
    wide_room.begin("who-ended", answers={"name": NAME})
    before = wide_room.store.load().runs

    teletype = wide_room.exback("--plain", "lock")
    teletype.hear("Enter to go on:")
    teletype.press("\n")
    teletype.hear("2. Lock it with a passphrase.")
    teletype.hear("Number, 1 or 2:")
    teletype.press("2\n")
    teletype.hear("Choose a passphrase for your file")
    teletype.hear(PASSPHRASE)
    type_unseen(teletype, NEW)
    teletype.hear("Type it again")
    teletype.hear(PASSPHRASE)
    type_unseen(teletype, NEW)
    teletype.hear("This code opens your file")
    teletype.hear("Enter to go on:")
    code = re.findall(rf"^[1-6]   ([{ALPHABET}]{{5}})\r?$", teletype.raw.decode(), re.MULTILINE)
    assert len(code) == GROUPS
    teletype.press("\n")
    teletype.hear("group of your code")
    place = next(at for at, one in enumerate(ORDINALS) if f"Type the {one} group" in teletype.raw.decode())
    teletype.press(f"{code[place]}\n")
    teletype.hear("Your file is locked:")
    assert teletype.exit_code() == 0
    seen_nowhere(teletype, NEW, NEW[:6], "\x1b")
    assert NAME.encode() not in bytes_under(wide_room.home.parent)

    teletype = wide_room.exback("--plain", "unlock")
    teletype.hear("Your passphrase")
    teletype.hear(PASSPHRASE)
    type_unseen(teletype, NEW)
    teletype.hear("Enter to go on:")
    teletype.press("\n")
    teletype.hear("2. Unlock it")
    teletype.hear("Number, 1 or 2:")
    teletype.press("2\n")
    teletype.hear("Your file is unlocked.")
    assert teletype.exit_code() == 0
    seen_nowhere(teletype, NEW, "\x1b")
    assert Store(wide_room.home).load().runs == before


def type_unseen(teletype: Teletype, words: str) -> None:
    """Type a line that isn't shown. The terminal must hide it before the line that asks for it."""
    assert not teletype.echoes
    teletype.press(f"{words}\n")


@pytest.mark.fault(61)
def test_three_wrong_passphrases_end_it_and_touch_nothing(wide_room: Room) -> None:
    """The file and everything beside it stay the same to the byte, and none of it is shown."""
    wide_room.begin("who-ended", answers={"name": NAME})
    locked(wide_room.store)
    before = bytes_under(wide_room.home)
    teletype = wide_room.exback("status")
    for typed, then in (
        ("first one", "You have two more tries."),
        ("second one", "You have one more try."),
        ("third one", "None of those"),
    ):
        teletype.see("Your passphrase")
        teletype.press(typed, ENTER)
        teletype.see(then)
    assert teletype.exit_code() == 1
    teletype.see(str(wide_room.store.path))
    seen_nowhere(teletype, "first one", "second one", "third one", NAME, "Traceback")
    assert bytes_under(wide_room.home) == before


def test_nothing_typed_there_can_be_kept_or_edited_elsewhere(wide_room: Room) -> None:
    """The field takes ? as a letter, opens no editor and no search, and takes a paste."""
    wide_room.begin("who-ended", answers={"name": NAME})
    asked = wide_room.words("who-ended")
    locked(wide_room.store, "why? \\[because] 'so'")
    teletype = wide_room.exback("step", "your-story")
    teletype.see("Your passphrase")
    teletype.press("\x12\x13\x18\x05", PAGE_DOWN)
    teletype.press("\x1b[200~why? \\[because] 'so'\x1b[201~", ENTER)
    teletype.see(asked)
    teletype.press(CTRL_C)
    assert teletype.exit_code() == 130


@pytest.mark.parametrize("words", [("export", "-"), ("status",)], ids=["export", "status"])
def test_ctrl_c_there_gives_the_terminal_back(wide_room: Room, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Ctrl-C leaves a shell that shows what is typed, also on the daily commands."""
    wide_room.begin("who-ended", answers={"name": NAME})
    locked(wide_room.store)
    command = " ".join(f"'{word}'" for word in (*EXBACK, *words))
    teletype = wide_room.start(
        "/bin/sh", "-c", f"trap : INT; {command} > '{tmp_path / 'out'}'; echo ended $?; read line"
    )
    teletype.hear("Your passphrase")
    teletype.hear(PASSPHRASE)
    teletype.wait(lambda: not teletype.echoes, "the terminal to hide what is typed")
    teletype.press(CTRL_C)
    teletype.hear("ended 130")
    assert teletype.is_line_editing()


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_Q, 0)], ids=["ctrl-c", "ctrl-q"])
def test_leaving_the_page_ends_as_everywhere(wide_room: Room, key: str, code: int) -> None:
    """Each key that leaves ends with its usual code, and leaves nothing on the screen."""
    wide_room.begin("who-ended", answers={"name": NAME})
    locked(wide_room.store)
    teletype = wide_room.exback("status")
    teletype.see("Your passphrase")
    teletype.press("four words", key)
    assert teletype.exit_code() == code
    assert teletype.screen() == ""
    seen_nowhere(teletype, "four words", NAME)


def test_who_has_set_plain_lines_is_asked_in_them(wide_room: Room) -> None:
    """Someone who set plain lines is asked in them, though the setting is in the locked file."""
    wide_room.begin("who-ended", answers={"name": NAME})
    wide_room.store.set(Settings(plain=True))
    locked(wide_room.store)
    teletype = wide_room.exback("status")
    teletype.hear("Your passphrase")
    teletype.hear(PASSPHRASE)
    type_unseen(teletype, "four words that differ")
    assert teletype.exit_code() == 0
    seen_nowhere(teletype, "\x1b")


def test_what_is_written_into_a_file_is_asked_for_on_the_terminal(wide_room: Room, tmp_path: Path) -> None:
    """`exback export - > FILE` asks on the terminal, and the file holds only the export."""
    wide_room.begin("who-ended", answers={"name": NAME})
    locked(wide_room.store)
    target = tmp_path / "out.json"
    command = " ".join(f"'{word}'" for word in wide_room.command("export", "-"))
    teletype = wide_room.start("/bin/sh", "-c", f"{command} > '{target}'")
    teletype.hear("Your passphrase")
    teletype.hear(PASSPHRASE)
    type_unseen(teletype, "four words that differ")
    assert teletype.exit_code() == 0
    assert target.read_text(encoding="utf-8").startswith('{\n  "format": "exback-progress"')
