"""Builds the wheel, also from the source archive, installs it into an environment of its own, and starts it from another folder.

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
BUILD = ("-m", "hatchling", "build", "--directory")
SHARED = (
    "man/man1/exback.1",
    "bash-completion/completions/exback",
    "zsh/site-functions/_exback",
    "fish/vendor_completions.d/exback.fish",
)
"""What's installed for other programs, under share/."""


def main() -> None:
    """Build, install, and look at what a person would see."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        wheel = _build(place)
        _run(sys.executable, "-m", "venv", str(place / "env"))
        python = str(place / "env" / "bin" / "python")
        _run(python, *PIP, "install", "--constraint", str(CHECKOUT / "constraints.txt"), str(wheel))
        _look(place)
    print("smoke: the wheel is the same from the source archive, installs, and starts from another folder")


def _build(place: Path) -> Path:
    """Build both from the checkout, and the wheel once more from the source archive; return the wheel."""
    _run(sys.executable, *BUILD, str(place / "built"), cwd=CHECKOUT)
    wheel, archive = *place.glob("built/*.whl"), *place.glob("built/*.tar.gz")
    _run("tar", "-xf", archive.name, cwd=archive.parent)
    source = archive.with_name(archive.name.removesuffix(".tar.gz"))
    _run(sys.executable, *BUILD, str(place / "again"), "--target", "wheel", cwd=source)
    (again,) = place.glob("again/*.whl")
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes(), "the source archive builds another wheel"
    return wheel


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
    assert all((place / "env" / "share" / name).is_file() for name in SHARED)
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
