"""Edit a long text in $VISUAL or $EDITOR, in a private file that is deleted once the text is saved."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Mapping
from pathlib import Path

from exback.engine.view import Edited
from exback.errors import EditorFailed
from exback.store.editor_file import kept_if_written, lay_out

USUAL = "vi"
# Vim writes what was deleted or copied into a file of its own, outside the private folder.
PRIVATELY: Mapping[str, tuple[str, ...]] = {"vim": ("-n", "-i", "NONE"), "nvim": ("-n", "-i", "NONE")}
SAVED = "The editor “{editor}” ended with an error, and what was saved in it stands here."
HINT = "Your text is as it was. VISUAL or EDITOR names another editor."


def edited(text: str, home: Path) -> Edited:
    """Let the person edit a text in their editor, and return it. Its file stays in `home` until its sheet is discarded.

    Raises EditorFailed if the editor can't be started, or if it ended with an error and wrote nothing.
    """
    command = _command(os.environ)
    sheet = lay_out(home, text)
    with kept_if_written(sheet):
        try:
            code = subprocess.run([*command, str(sheet.path)], check=False).returncode  # noqa: S603  # the person's own choice
        except OSError:
            raise EditorFailed(f"The editor “{command[0]}” could not be started.", hint=HINT) from None
        if code == 0:
            return Edited(sheet.read(), sheet=sheet)
        if sheet.is_changed():
            return Edited(sheet.read(), SAVED.format(editor=command[0]), sheet)
        left = next(iter(sheet.siblings()), None)
        hint = HINT if left is None else f"Your text is as it was. What the editor could not save may lie there: {left}"
        raise EditorFailed(f"The editor “{command[0]}” ended with an error.", hint=hint)


def _command(environment: Mapping[str, str]) -> list[str]:
    wanted = next((environment[name] for name in ("VISUAL", "EDITOR") if environment.get(name, "").strip()), USUAL)
    try:
        words = shlex.split(wanted)
    except ValueError:
        words = [wanted]
    return [*words, *PRIVATELY.get(Path(words[0]).name, ())]
