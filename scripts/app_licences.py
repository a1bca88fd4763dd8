"""The licences of everything in the app, from what each package says of itself."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import PathDistribution
from pathlib import Path

HEAD = """This folder has exback in it, and these programs and libraries that it needs. The licence of each of them is below.
"""
RULE = "=" * 79
A_LICENCE = re.compile(r"(?:licen[cs]e|copying|notice)", re.IGNORECASE)
LIBRARIES = re.compile(r"(?!(?:lib)?python)(?:lib.*\.(?:so|dylib)\b|.*\.dll$)", re.IGNORECASE)
"""Libraries that PyInstaller copied. That of Python has Python's licence."""
DOCUMENTS = Path("/usr/share/doc")


def licences(bundle: Path, site_packages: Path) -> str:
    """Return the licences of the packages in a bundle, of Python, of PyInstaller's start program, and of the system's libraries.

    `bundle` is the folder with the packages' metadata, `site_packages` the one that PyInstaller is installed in.
    Raises FileNotFoundError if one isn't there: nothing is given to people without its licence.
    """
    packages = [*sorted(bundle.glob("*.dist-info")), *site_packages.glob("pyinstaller-*.dist-info")]
    sections = [*map(_of_package, packages), _of_python(), *_of_libraries(bundle)]
    return "\n\n".join([HEAD, *sections])


def _of_package(about: Path) -> str:
    fields = PathDistribution(about).metadata
    files = sorted(path for path in about.rglob("*") if path.is_file() and A_LICENCE.match(path.name))
    if not files:
        raise FileNotFoundError(f"{about.name} has no licence in it")
    return _section(f"{fields['Name']} {fields['Version']}", "\n\n".join(map(_text, files)))


def _of_python() -> str:
    folders = (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix))
    return _section(f"Python {sys.version.split()[0]}", _text(_first(folder / "LICENSE.txt" for folder in folders)))


def _of_libraries(bundle: Path) -> Iterator[str]:
    """Yield the licence of each library, or where it came from if the system can't say whose it is."""
    for library in sorted(path.name for path in bundle.iterdir() if LIBRARIES.match(path.name)):
        package = _debian_package(library)
        if package:
            licence = _text(_first([DOCUMENTS / package / "copyright"]))
        elif any((Path(sys.base_prefix) / folder / library).is_file() for folder in ("", "DLLs")):  # as on Windows
            licence = "It came with Python, and Python's licence above has its licence, too."
        else:
            licence = "It's from the system this was built on."
        yield _section(library, licence)


def _debian_package(library: str) -> str:
    """Return the package that a library belongs to on Debian and what comes from it, empty if that isn't known."""
    dpkg = shutil.which("dpkg")
    if dpkg is None:
        return ""
    done = subprocess.run([dpkg, "--search", f"*/{library}"], capture_output=True, text=True, check=False)
    return done.stdout.partition(":")[0]


def _first(paths: Iterator[Path] | list[Path]) -> Path:
    tried = list(paths)
    for path in tried:
        if path.is_file():
            return path
    raise FileNotFoundError(f"no licence at {' or '.join(map(str, tried))}")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").strip()


def _section(name: str, text: str) -> str:
    return f"{RULE}\n{name}\n{RULE}\n\n{text}\n"
