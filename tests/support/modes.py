"""What the system says of who may use a file: on Windows the mode doesn't, so every file has the same one."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

PRIVATE_FILE, PRIVATE_FOLDER = (0o666, 0o777) if os.name == "nt" else (0o600, 0o700)
needs_named_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")


def mode(path: Path) -> int:
    """Return the permissions of a file or folder."""
    return stat.S_IMODE(path.stat().st_mode)
