"""How exback was installed on this computer, which says how to update it or remove it.

Each way of installing it leaves something behind that tells it from the others, so nothing is asked of the network.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from shlex import quote

from msgspec import Struct

from exback import __version__


class Way(StrEnum):
    """A way of installing exback, as programs are told."""

    APP = "app"
    PIPX = "pipx"
    UV = "uv"
    CHECKOUT = "checkout"
    WHEEL = "wheel"


LEFT_BY = {"pipx_metadata.json": Way.PIPX, "uv-receipt.toml": Way.UV}
"""The files by which installers know the environments that they made."""

SENTENCES = {
    Way.APP: "exback {version} is the app that brings its own Python.",
    Way.PIPX: "exback {version} was installed with pipx.",
    Way.UV: "exback {version} was installed with uv.",
    Way.CHECKOUT: "exback {version} runs from a copy of its source code.",
    Way.WHEEL: "exback {version} was installed in a Python environment.",
}
HINTS = {
    Way.APP: "To update it, replace this folder with the one from a newer download. Files you exported may be in it.",
    Way.PIPX: "To update it: pipx upgrade exback",
    Way.UV: "To update it: uv tool upgrade exback",
    Way.CHECKOUT: "To update it, use the folder from a newer download or, if you cloned it, type git pull there.",
    Way.WHEEL: "To update it, type this in the folder from a newer download: {python} -m pip install .",
}
FROM_FOLDER = {
    Way.PIPX: "To update it, type this in the folder from a newer download: pipx install --force .",
    Way.UV: "To update it, type this in the folder from a newer download: uv tool install .",
}
"""The same where it was installed from a folder: upgrading looks for a newer version in that folder only."""


class Installation(Struct, frozen=True):
    """How exback was installed, the folder where it is, and whether it came from a folder and not from a package index."""

    way: Way
    path: Path
    is_from_folder: bool = False

    @property
    def sentence(self) -> str:
        """What people are told about it."""
        return SENTENCES[self.way].format(version=__version__)

    @property
    def hint(self) -> str:
        """How to update it."""
        hint = FROM_FOLDER.get(self.way) if self.is_from_folder else None
        return (hint or HINTS[self.way]).format(python="py" if sys.platform == "win32" else quote(sys.executable))


def find_installation() -> Installation:
    """Return how the exback that is running was installed."""
    if getattr(sys, "frozen", False):  # set by what packs a program together with Python
        return Installation(Way.APP, Path(sys.executable).parent)
    prefix, package = Path(sys.prefix), Path(__file__).parents[1]
    for name, way in LEFT_BY.items():
        if (prefix / name).is_file():
            origin = package.parent.glob("exback-*.dist-info/direct_url.json")  # not there if it came from an index
            return Installation(way, prefix, is_from_folder=any(origin))
    if not any(package.parent.glob("exback-*.dist-info")):  # whatever installs a wheel puts that beside the package
        return Installation(Way.CHECKOUT, package)
    return Installation(Way.WHEEL, prefix)
