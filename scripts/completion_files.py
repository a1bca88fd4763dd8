"""Write docs/completion/, the files from which bash, zsh and fish complete exback once it's installed. Run by `make docs`.

The wheel puts them where each shell looks by itself (pyproject.toml, shared data), as it does with the manual page.
"""

from __future__ import annotations

from pathlib import Path

from exback.cli.shell import script

FOLDER = Path(__file__).parents[1] / "docs" / "completion"
SHELLS = ("bash", "zsh", "fish")


def content(shell: str) -> str:
    """Return the script for a shell, as a file."""
    return f"{script(shell)}\n"


def file_of(shell: str) -> Path:
    """Return the path of a shell's file."""
    return FOLDER / f"exback.{shell}"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for shell in SHELLS:
        file_of(shell).write_text(content(shell), encoding="utf-8")
