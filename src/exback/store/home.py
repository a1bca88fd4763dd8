"""The folder that holds the progress file."""

from __future__ import annotations

import os
from pathlib import Path

from exback.errors import StoreError


def home_folder(given: Path | None = None) -> Path:
    """Give the folder: the one given, else EXBACK_HOME, else the platform's place for such data.

    Raises StoreError when the platform does not know the user's home. Nothing is created.
    """
    named = given or (Path(os.environ["EXBACK_HOME"]) if os.environ.get("EXBACK_HOME") else None)
    if named is not None:
        return named.expanduser().absolute()
    from platformdirs import user_data_path  # not loaded when the folder is named: it costs as much as msgspec

    try:
        found = user_data_path("exback", appauthor=False)
    except RuntimeError:
        found = Path("~")
    if not found.is_absolute():
        raise StoreError("exback can't tell where your files live.", hint="Name a folder: exback --home FOLDER")
    return found
