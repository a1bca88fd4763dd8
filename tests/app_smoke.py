"""Unpacks the app that `make app` built, into a folder with spaces, and starts it as someone would who has just downloaded it.

It is no pytest file, because the app has to be built first.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

from build_app import ARCHIVES, NAME

from exback.commands.passphrase import ORDINALS
from exback.store.paths import SEALED
from exback.store.recovery_code import ALPHABET

PASSPHRASE = "vier Wörter die sich unterscheiden"
DOWN, CTRL_C, CTRL_X_CTRL_E = "\x1b[B", "\x03", "\x18\x05"
IS_WINDOWS = sys.platform == "win32"  # there's no pseudo-terminal there that these tests can open


def main() -> None:
    """Unpack it, and look at what a person would see."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "a place with spaces"
        if IS_WINDOWS:
            shutil.unpack_archive(ARCHIVES / f"{NAME}.zip", place)
        else:
            shutil.unpack_archive(ARCHIVES / f"{NAME}.tar.gz", place, filter="data")
        [app] = place.iterdir()
        _look(app, Path(folder) / "piped")
        if not IS_WINDOWS:
            _walk(app, Path(folder) / "home")
            _lock(app, Path(folder) / "home")
            _open_an_editor(app, Path(folder))
    print(
        "app: it unpacks, walks two pages, locks, exports and opens an editor" if not IS_WINDOWS else "app: it starts"
    )


def _look(app: Path, home: Path) -> None:
    """Run what needs no terminal."""
    assert _run(app, home, "--version") == f"exback {NAME.split('-')[1]}\n"
    assert "988" in _run(app, home, "crisis", "--country", "us")
    assert "in danger now" in _run(app, home, "crisis")
    assert json.loads(_run(app, home, "status", "--json"))["next"] == "your-story"
    assert json.loads(_run(app, home, "doctor", "--json"))["installed"] == {"as": "app", "path": str(app.resolve())}
    assert "Day " in _run(app, home, "demo", "status")
    assert "complete" in _run(app, home, "completion", "bash")
    assert "How strong is it" in _run(app, home, "--plain", "urge", typed="8\n")
    for kind, begin in (("json", "{"), ("md", "# "), ("html", "<!doctype html>"), ("csv", "day,"), ("ics", "BEGIN:")):
        assert _run(app, home, "export", "--format", kind, "-").startswith(begin), kind
    assert "stilted.py" in _run(app, home, "check", str(Path(__file__).with_name("broken_steps")), code=1)
    licences = (app / "LICENCES.txt").read_text("utf-8")
    assert all(f"\n{name} " in licences for name in ("exback", "rich", "cryptography", "Python", "pyinstaller"))
    checkout = os.fsencode(Path(__file__).parents[1])
    assert [path for path in app.rglob("*") if path.is_file() and checkout in path.read_bytes()] == []


def _walk(app: Path, home: Path) -> None:
    """Walk two pages, opened by the launcher, and leave on the third."""
    from support.window import Window

    launcher = app / ("exback.command" if sys.platform == "darwin" else "open-exback.sh")
    with Window(home, "urge", command=(str(launcher),)) as window:
        for asked, keys in (("How strong is it", "8\r"), ("What set it off", "\r"), ("Breathe in", CTRL_C)):
            window.shows(asked)
            window.types(keys)
        assert window.ends() == 130


def _lock(app: Path, home: Path) -> None:
    """Lock the file by keys, and read it with the passphrase."""
    from support.window import Window

    with Window(home, "lock", command=(str(_program(app)),)) as window:
        window.shows("Ctrl-C to leave")
        window.goes_on_to("Leave it unlocked")
        window.types(f"{DOWN}{DOWN}\r")
        for asked in ("Choose a passphrase for your file", "Type it again"):
            window.shows(asked)
            window.types(f"{PASSPHRASE}\r")
        window.shows("This code opens your file")
        window.shows("\n  6   ")
        code = re.findall(rf"^\s*[1-6]   ([{ALPHABET}]{{5}})$", window.text, re.MULTILINE)
        window.types("\r")
        window.shows("group of your code")
        window.types(code[next(at for at, which in enumerate(ORDINALS) if f"the {which} group" in window.text)] + "\r")
        assert window.ends() == 0, window.text
    assert json.loads((home / "progress.json").read_bytes())["format"] == SEALED
    progress = json.loads(_run(app, home, "--passphrase-fd", "0", "export", "--format", "json", "-", typed=PASSPHRASE))
    assert progress["runs"][0]["answers"]["before"] == 8


def _open_an_editor(app: Path, folder: Path) -> None:
    """Open an editor, which mustn't be made to load the app's own libraries."""
    from support.window import Window

    editor, seen = folder / "editor", folder / "seen"
    editor.write_text(f"#!/bin/sh\nprintf %s \"${{LD_LIBRARY_PATH-unset}}\" > '{seen}'\n", encoding="utf-8")
    editor.chmod(0o700)
    for found, command in (("unset", ()), ("/elsewhere", ("LD_LIBRARY_PATH=/elsewhere",))):
        env = ("env", "-u", "LD_LIBRARY_PATH", "-u", "VISUAL", f"EDITOR={editor}", *command, str(_program(app)))
        with Window(folder / found.strip("/"), "write", command=env) as window:
            window.shows("Ctrl-C to leave")
            window.types(CTRL_X_CTRL_E)
            window.shows("closed without a change")
            assert seen.read_text(encoding="utf-8") == found
            window.types(CTRL_C)
            window.ends()


def _program(app: Path) -> Path:
    return app / ("exback.exe" if IS_WINDOWS else "exback")


def _run(app: Path, home: Path, *words: str, typed: str = "", code: int = 0) -> str:
    """Run the app where there's no other program to be found. Return what it prints."""
    done = subprocess.run(
        [_program(app), *words],
        input=typed,
        env={**os.environ, "EXBACK_HOME": str(home), "PATH": str(home), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    if done.returncode != code:
        sys.exit(f"app: {' '.join(words)} gave {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
