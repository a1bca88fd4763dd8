"""The person's own editor, for a long text: $VISUAL or $EDITOR on a private file that is gone once the text is saved."""

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
# Vim keeps what was deleted or copied in a file of its own, and so outside the private folder.
PRIVATELY: Mapping[str, tuple[str, ...]] = {"vim": ("-n", "-i", "NONE"), "nvim": ("-n", "-i", "NONE")}
SAVED = "The editor “{editor}” ended with an error, and what was saved in it stands here."
HINT = "Your text is as it was. VISUAL or EDITOR names another editor."


def edited(text: str, home: Path) -> Edited:
    """Return a text as the person's editor left it. It lies in a private folder in `home` until its sheet is discarded.

    Raises EditorFailed, with the text unchanged, where no editor can be had, or it ends with an error and has
    written nothing.
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
