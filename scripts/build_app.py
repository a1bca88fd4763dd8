"""Build the app: exback with its own Python, in one folder, for people who have no Python. Run by `make app`.

It is for the kind of system that it's built on, and for those with the same or a newer C library. It leaves an archive in
dist/, and prints its path. The folder itself stays in build/app.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

from app_licences import licences

from exback import __version__

CHECKOUT = Path(__file__).parents[1]
PARTS = CHECKOUT / "scripts" / "app"
WORK = CHECKOUT / "build" / "app"
ARCHIVES = CHECKOUT / "dist"
SYSTEMS = {"linux": "linux", "darwin": "macos", "win32": "windows"}
"""By Python's name for a platform: its name in the archive's, and the folder with its launcher."""
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")
NAME = f"exback-{__version__}-{SYSTEMS.get(sys.platform, sys.platform)}-{platform.machine().lower()}"


def main() -> None:
    """Build the folder, put beside the program what people need, and pack it."""
    shutil.rmtree(WORK, ignore_errors=True)
    python = _environment(WORK / "env")
    _freeze(python)
    folder = (WORK / "exback").rename(WORK / NAME)
    shutil.copytree(PARTS / SYSTEMS[sys.platform], folder, dirs_exist_ok=True)
    (folder / "LICENCES.txt").write_text(licences(folder / "_internal", _site_packages(python)), encoding="utf-8")
    archive = pack(folder, ARCHIVES)
    print(f"app: {archive.relative_to(CHECKOUT)}, {archive.stat().st_size / 1_000_000:.0f} MB")


def pack(folder: Path, archives: Path) -> Path:
    """Pack a folder into an archive of the kind that its system opens, without the name of the user who packs it. Return its path."""
    archives.mkdir(exist_ok=True)
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(archives / folder.name), "zip", folder.parent, folder.name))
    path = archives / f"{folder.name}.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        archive.add(folder, folder.name, filter=_without_owner)
    return path


def _environment(folder: Path) -> Path:
    """Make an environment with exback as a wheel, and PyInstaller. Return its Python."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    _run(python, *PIP, "install", "--constraint", CHECKOUT / "constraints.txt", f"{CHECKOUT}[app]")
    # The steps are loaded from their folder. Their compiled files have to be good whatever dates files get when they're
    # unpacked, and mustn't name the folder that they were built in.
    site = _site_packages(python)
    _run(
        python,
        "-m",
        "compileall",
        "-q",
        "-f",
        "--invalidation-mode",
        "unchecked-hash",
        "-s",
        site,
        site / "exback" / "steps",
    )
    return python


def _freeze(python: Path) -> None:
    places = ("--distpath", WORK, "--workpath", WORK / "work")
    _run(python, "-m", "PyInstaller", "--log-level", "WARN", "--noconfirm", *places, PARTS / "exback.spec")


def _site_packages(python: Path) -> Path:
    words = (python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))")
    return Path(subprocess.run(words, check=True, capture_output=True, text=True).stdout.strip())


def _without_owner(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def _run(*words: str | Path) -> None:
    subprocess.run(words, check=True)


if __name__ == "__main__":
    main()
