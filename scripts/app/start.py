"""Start exback in the app. PyInstaller runs this file first."""

import os
import sys

SEARCHED = "LD_LIBRARY_PATH"

if sys.platform == "linux":
    # The app has to look for libraries in its own folder. An editor that it opens has to find the system's.
    original = os.environ.pop(f"{SEARCHED}_ORIG", None)
    if original is None:
        os.environ.pop(SEARCHED, None)
    else:
        os.environ[SEARCHED] = original

from exback.__main__ import main  # noqa: E402  # it reads the environment

main()
