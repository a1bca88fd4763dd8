"""What differs between systems: what they say of who may use a file, and what not all of them have."""

from __future__ import annotations

import os
import shlex
import stat
import subprocess
import tempfile
from pathlib import Path

import pytest

PRIVATE_FILE, PRIVATE_FOLDER = (0o666, 0o777) if os.name == "nt" else (0o600, 0o700)
"""The modes of what only this user may use. On Windows the folder says who may, and every file has the same mode."""


def mode(path: Path) -> int:
    """Return the permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)


def _has_links() -> bool:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        link = Path(folder) / "link"
        try:
            link.symlink_to("nowhere")
        except OSError:
            return False
        return link.is_symlink()


def command_line(*words: str) -> str:
    """Return words as this system writes them in one line, as in VISUAL."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


needs_links = pytest.mark.skipif(
    not _has_links(), reason="Windows makes links only for those who may, and Wine makes none that it finds again"
)
needs_named_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
