"""Build the wheel and the source archive of the last commit into dist/, and their SHA256SUMS. Run by `make dist`.

Only what's committed is built, with the commit's date, so that everyone gets the same bytes from the same commit.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path

CHECKOUT = Path(__file__).parents[1]
SUMS = "SHA256SUMS"


def build(checkout: Path) -> list[Path]:
    """Build the last commit of a checkout, and return the files in its dist/: source archive, wheel, checksums.

    Raises subprocess.CalledProcessError if it can't be built.
    """
    dist = checkout / "dist"
    with tempfile.TemporaryDirectory() as folder:
        source, built = Path(folder) / "source", Path(folder) / "built"
        source.mkdir()
        git(checkout, "archive", "--output", str(source / "all.tar"), "HEAD")
        subprocess.run(["tar", "-xf", "all.tar"], cwd=source, check=True, capture_output=True, text=True)
        (source / "all.tar").unlink()
        subprocess.run(
            [sys.executable, "-m", "hatchling", "build", "--directory", str(built)],
            cwd=source,
            env={**os.environ, "SOURCE_DATE_EPOCH": git(checkout, "log", "-1", "--format=%ct")},
            check=True,
            capture_output=True,
            text=True,
        )
        dist.mkdir(exist_ok=True)
        files = [Path(shutil.copy(file, dist)) for file in sorted(built.iterdir(), reverse=True)]
    sums = dist / SUMS
    sums.write_text("".join(map(checksum, files)), encoding="utf-8")
    return [*files, sums]


def checksum(file: Path) -> str:
    """Return the line of a file in SHA256SUMS."""
    return f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n"


def git(checkout: Path, *words: str) -> str:
    """Return what git prints. Raises subprocess.CalledProcessError."""
    done = subprocess.run(["git", "-C", str(checkout), *words], check=True, capture_output=True, text=True)
    return done.stdout.strip()


if __name__ == "__main__":
    for path in build(CHECKOUT):
        print(path.relative_to(CHECKOUT))
