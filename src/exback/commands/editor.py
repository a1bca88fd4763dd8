"""Edit a long text in $VISUAL or $EDITOR, in a private file that is deleted once the text is saved."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path, PureWindowsPath

from exback.engine.view import Edited
from exback.errors import EditorFailed
from exback.model.prose import flat, is_blank
from exback.store import permissions
from exback.store.editor_file import EditorFile, kept_if_written, lay_out

USUAL = "vi"
USUAL_ON_WINDOWS = "notepad"
# Vim writes what was deleted or copied into a file of its own, outside the private folder.
PRIVATELY: Mapping[str, tuple[str, ...]] = {"vim": ("-n", "-i", "NONE"), "nvim": ("-n", "-i", "NONE")}
SAVED = "The editor “{editor}” ended with an error. Here's what you saved in it."
HINT = "Your text hasn't changed. To use another editor, set VISUAL or EDITOR."
UNCHANGED = """The editor “{editor}” closed without a change. If its window is still open, save there, then open the editor here \
again, and exback picks up what you wrote."""
LATE = "This is what you saved in your editor after it seemed to have closed."
GUESSED = """Your editor didn't save this as UTF-8, so exback had to guess some of the letters. Check the ones with accents, \
and set your editor to UTF-8."""
LEFT = """What you saved in your editor isn't in your progress file. It's saved in {place}
To put it back on its page: exback doctor"""


class OpenWindow:
    """A file that an editor may still have open in a window, though it ended at once. It stays until exback ends."""

    def __init__(self, file: EditorFile, text: str, page: str) -> None:
        self.file = file
        self.text = text
        self.page = page
        self._is_saved = True

    @property
    def place(self) -> str:
        """The path, for people."""
        return self.file.place

    def discard(self) -> None:
        """Note that what was taken over is saved."""
        self._is_saved = True

    def saved_late(self, text: str, page: str) -> Edited | None:
        """Return what was saved in the window since the last time, to take the place of `text` on a page.

        None if there's nothing new, or if other words stand there now.
        """
        if not self.has(text, page) or not self.file.is_changed():
            return None
        try:
            file = self.file.as_saved()
        except OSError:
            return None
        written, is_guessed = file.original_text
        if is_blank(written):  # an editor that is about to write may have emptied the file first
            return None
        self.file, self.text, self._is_saved = file, written, False
        return Edited(written, f"{LATE} {GUESSED}" if is_guessed else LATE, self, self)

    def has(self, text: str, page: str) -> bool:
        """Whether a text of a page is the one in the window, as exback knows it."""
        return (flat(text), page) == (flat(self.text), self.page)

    def close(self) -> bool:
        """Remove the file, unless there are words in it or beside it that are saved nowhere else. Return whether it stays."""
        stays = self.file.is_changed() or not self._is_saved or bool(self.file.siblings())
        if not stays:
            self.file.discard()
        return stays


class Editor:
    """The person's editor. Files for it are in `home`, and each stays there until its sheet is discarded."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._windows: list[OpenWindow] = []

    def __call__(self, text: str, page: str) -> Edited:
        """Let the person edit a text, and return it. What was saved late in a window that has this text comes first.

        Raises EditorFailed if the editor can't be started, or if it ended with an error and wrote nothing.
        """
        window = next((window for window in self._windows if window.has(text, page)), None)
        if window is None:
            window = OpenWindow(lay_out(self._home, text), text, page)
        elif (late := window.saved_late(text, page)) is not None:
            return late
        else:
            self._windows.remove(window)
        command, file = _command(os.environ), window.file
        with kept_if_written(file):
            code = _run(command, file.path)
            if code == 0 and not file.is_changed():
                self._windows.append(window)
                return Edited(text, UNCHANGED.format(editor=command[0]), None, window)
            if code == 0 or file.is_changed():
                written, is_guessed = file.read()
                notices = [SAVED.format(editor=command[0])] * (code != 0) + [GUESSED] * is_guessed
                return Edited(written, " ".join(notices), file)
            left = next(iter(file.siblings()), None)
            hint = (
                HINT if left is None else f"Your text hasn't changed. What the editor couldn't save may be here: {left}"
            )
            raise EditorFailed(f"The editor “{command[0]}” ended with an error.", hint=hint)

    def close(self) -> list[str]:
        """Remove the files that windows may have open. Return a sentence for each that holds words saved nowhere else."""
        windows, self._windows = self._windows, []
        return [LEFT.format(place=window.place) for window in windows if window.close()]


def _run(command: list[str], file: Path) -> int:
    """Run the editor on a file, and return its exit code. Raises EditorFailed if it can't be started."""
    program = shutil.which(command[0]) or command[0]  # Windows itself would find no code.cmd for "code"
    try:
        return subprocess.run([program, *command[1:], str(file)], check=False).returncode  # noqa: S603  # the person's own choice
    except OSError:
        raise EditorFailed(f"exback couldn't start the editor “{command[0]}”.", hint=HINT) from None


def _command(environment: Mapping[str, str]) -> list[str]:
    usual = USUAL_ON_WINDOWS if permissions.IS_WINDOWS else USUAL
    wanted = next((environment[name] for name in ("VISUAL", "EDITOR") if environment.get(name, "").strip()), usual)
    words = _windows_words(wanted) if permissions.IS_WINDOWS else _words(wanted)
    return [
        *words,
        *PRIVATELY.get(PureWindowsPath(words[0]).stem.lower(), ()),
    ]  # which takes both slashes for separators


def _words(wanted: str) -> list[str]:
    try:
        return shlex.split(wanted)
    except ValueError:
        return [wanted]


def _windows_words(wanted: str) -> list[str]:
    """Return the words of a command line of Windows, where a backslash separates folders.

    A program is often named by its path alone, with spaces and without quotes.
    """
    if os.path.isfile(wanted):  # noqa: PTH113  # Path's own raises on some names that no file has
        return [wanted]
    words = re.findall(r'(?:"[^"]*"|[^\s"])+', wanted)
    return [word.replace('"', "") for word in words] or [wanted]
