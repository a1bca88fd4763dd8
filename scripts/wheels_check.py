"""Ask for a wheel of everything that exback needs, for each system and Python it says it runs on. Run by `make wheels-check`.

Without a wheel, `pip install` compiles, and fails for most people. It's no part of CI, because it asks the package index.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement

CHECKOUT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")


class System(NamedTuple):
    """A system: the tags of its wheels, and what markers read."""

    tags: tuple[str, ...]
    sys_platform: str
    platform_machine: str


SYSTEMS = {
    "Linux x86-64": System(("manylinux_2_28_x86_64", "manylinux2014_x86_64"), "linux", "x86_64"),
    "Linux arm64": System(("manylinux_2_28_aarch64", "manylinux2014_aarch64"), "linux", "aarch64"),
    "musl x86-64": System(("musllinux_1_2_x86_64",), "linux", "x86_64"),
    "musl arm64": System(("musllinux_1_2_aarch64",), "linux", "aarch64"),
    "macOS arm64": System(("macosx_11_0_arm64", "macosx_11_0_universal2"), "darwin", "arm64"),
    "macOS x86-64": System(
        (
            "macosx_11_0_x86_64",
            "macosx_10_15_x86_64",
            "macosx_10_13_x86_64",
            "macosx_10_12_x86_64",
            "macosx_10_9_x86_64",
            "macosx_10_9_universal2",
        ),
        "darwin",
        "x86_64",
    ),
    "Windows x86-64": System(("win_amd64",), "win32", "AMD64"),
    "Windows arm64": System(("win_arm64",), "win32", "ARM64"),
}


def main() -> int:
    """Print a line for each system and Python, and return the exit code: 0 if nothing is missing."""
    missing = 0
    for name, system in SYSTEMS.items():
        for python in PYTHONS:
            refusal = _refusal(system, python)
            missing += bool(refusal)
            print(f"{name}, Python {python}: {refusal or 'every wheel is there'}", flush=True)
    return 1 if missing else 0


def _refusal(system: System, python: str) -> str:
    """Return what pip says of the first wheel that is missing, empty if none is."""
    markers = {
        "sys_platform": system.sys_platform,
        "platform_machine": system.platform_machine,
        "python_version": python,
        "python_full_version": f"{python}.0",
        "os_name": "nt" if system.sys_platform == "win32" else "posix",
        "platform_system": {"win32": "Windows", "darwin": "Darwin"}.get(system.sys_platform, "Linux"),
        "extra": "",
    }
    wanted = sorted(set(_needed("exback", markers, set())))
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--dest", folder]
        command += ["--no-deps", "--only-binary=:all:", "--implementation", "cp", "--python-version", python]
        command += [word for tag in system.tags for word in ("--platform", tag)]
        done = subprocess.run([*command, *wanted], check=False, capture_output=True, text=True)
    errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR: No matching")]
    return "" if done.returncode == 0 else "; ".join(errors) or done.stderr


def _needed(name: str, markers: dict[str, str], seen: set[str]) -> Iterator[str]:
    """Yield everything that a distribution needs on such a system, with its pin, or its bounds where the pin doesn't count."""
    for requirement in map(Requirement, _requirements_of(name)):
        if requirement.name in seen or not (requirement.marker is None or requirement.marker.evaluate(markers)):
            continue
        seen.add(requirement.name)
        yield f"{requirement.name}{_pin(requirement)}"
        yield from _needed(requirement.name, markers, seen)


def _requirements_of(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:  # another system needs it
        return []


def _pin(requirement: Requirement) -> str:
    try:
        pinned = version(requirement.name)
    except PackageNotFoundError:
        return str(requirement.specifier)
    return f"=={pinned}" if requirement.specifier.contains(pinned) else str(requirement.specifier)


if __name__ == "__main__":
    sys.exit(main())
