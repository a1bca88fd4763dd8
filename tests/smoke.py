"""Builds the wheel, installs it into an environment of its own, and starts it from another folder.

Run by `make test`. It is no pytest file, because it needs the package index.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")


def main() -> None:
    """Build, install, and look at what a person would see."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        _run(sys.executable, *PIP, "wheel", "--no-deps", "--wheel-dir", folder, str(CHECKOUT))
        wheel = next(place.glob("exback-*.whl"))
        _run(sys.executable, "-m", "venv", str(place / "env"))
        python = str(place / "env" / "bin" / "python")
        _run(python, *PIP, "install", "--constraint", str(CHECKOUT / "constraints.txt"), str(wheel))
        _look(place)
    print("smoke: the wheel installs and starts from another folder")


def _look(place: Path) -> None:
    exback = str(place / "env" / "bin" / "exback")
    home = {"EXBACK_HOME": str(place / "home")}
    assert _run(exback, "--version", cwd=place).startswith("exback ")
    status = json.loads(_run(exback, "status", "--json", cwd=place, **home))
    assert status["next"] == "your-story", status
    assert "988" in _run(exback, "crisis", "--country", "us", cwd=place, **home)
    plain = _run(exback, "--plain", "urge", cwd=place, typed="7\n", **home)
    assert "How strong is it" in plain, plain
    assert not (place / "home" / "aside").exists()
    assert (place / "env" / "share" / "man" / "man1" / "exback.1").is_file()
    assert "Day " in _run(exback, "demo", "status", cwd=place, **home)
    assert _run(exback, "demo", "export", "--format", "html", "-", cwd=place, **home).startswith("<!doctype html>")


def _run(*words: str, cwd: Path | None = None, typed: str = "", **environment: str) -> str:
    done = subprocess.run(
        words,
        cwd=cwd,
        input=typed,
        env={**_without_checkout(), **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    if done.returncode != 0:
        sys.exit(f"smoke: {' '.join(words)} gave {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def _without_checkout() -> dict[str, str]:
    return {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "EXBACK_HOME"}}


if __name__ == "__main__":
    main()
