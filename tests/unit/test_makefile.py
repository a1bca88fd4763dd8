"""`make run`: the first set-up, an update without a network, and what it ends with. A made-up Python stands in for venv and pip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = """#!/bin/sh
# makes an environment, installs into it unless it's told that there's no network, and loads what was installed
case "$*" in
*"-m venv"*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*"-m pip"*) [ -e network ] || { echo "pip says that it can't connect" >&2; exit 1; }; cp exback .venv/bin/exback ;;
*import_module*) [ -e .venv/bin/exback ] && [ ! -e another-package ] ;;
esac
"""
EXBACK = """#!/bin/sh
echo "exback speaks"
exit "$(cat code)"
"""
NOT_UPDATED = (
    "couldn't update the packages it needs, so it starts with the ones that are there and tries again next time"
)
NOT_INSTALLED = "couldn't install the packages it needs, so check that you're online and try again"


class Ended(NamedTuple):
    """How make ended, and all that was printed."""

    code: int
    out: str


class Checkout:
    """A folder with exback's Makefile, and an exback that only ends with a code."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        for name in ("Makefile", "pyproject.toml", "constraints.txt"):
            shutil.copy(ROOT / name, folder)
        for name, text in (("python", PYTHON), ("exback", EXBACK)):
            (folder / name).write_text(text)
            (folder / name).chmod(0o755)
        (folder / "network").touch()
        self.exback_ends(0)

    def exback_ends(self, code: int) -> None:
        """Let exback end with a code."""
        (self.folder / "code").write_text(str(code))

    def pull(self, *, needs_another_package: bool = False) -> None:
        """Bring a newer pyproject.toml, without a network from then on."""
        pulled = (self.folder / "pyproject.toml").stat().st_mtime
        for earlier, stamp in enumerate(("run", "python"), 1):
            os.utime(self.folder / ".venv" / f"{stamp}.stamp", (pulled - earlier, pulled - earlier))
        (self.folder / "network").unlink()
        if needs_another_package:
            (self.folder / "another-package").touch()

    def run(self, python: str = "./python", **variables: str) -> Ended:
        """Type `make run`, as if no other make were around it."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("MAKE", "MFLAGS", "PIP_", "PYTHON"))
        }
        done = subprocess.run(
            ["make", "run", f"PYTHON={python}"],
            cwd=self.folder,
            env={**kept, "LC_ALL": "C.UTF-8", **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        return Ended(done.returncode, done.stdout)


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout on a machine with a network, in a folder with a space in its name."""
    return Checkout(tmp_path / "a checkout")


def test_it_is_set_up_once(checkout: Checkout) -> None:
    """And started each time."""
    first, second = checkout.run(), checkout.run()
    assert first.code == second.code == 0
    assert first.out.count("Setting up exback in .venv") == 1
    assert second.out == "exback speaks\n"


@pytest.mark.parametrize("code", [2, 130])
def test_no_terminal_and_ctrl_c_are_no_errors_of_make(checkout: Checkout, code: int) -> None:
    """Everything was set up, and exback has said what it had to say."""
    checkout.run()
    checkout.exback_ends(code)
    assert checkout.run() == Ended(0, "exback speaks\n")


def test_every_other_code_is_an_error(checkout: Checkout) -> None:
    """A script that runs make hears of it, by the code that make has for everything."""
    checkout.run()
    checkout.exback_ends(1)
    ended = checkout.run()
    assert ended.code == 2
    assert "Error 1" in ended.out


def test_an_update_without_a_network_starts_what_is_there(checkout: Checkout) -> None:
    """It says so each time until the update is installed. The words of pip are in a file beside it."""
    checkout.run()
    checkout.pull()
    for ended in (checkout.run(), checkout.run()):
        assert ended.code == 0
        assert NOT_UPDATED in ended.out
        assert ended.out.endswith("exback speaks\n")
        assert "pip says" not in ended.out
    assert "pip says" in (checkout.folder / ".venv" / "setup.log").read_text()
    (checkout.folder / "network").touch()
    assert NOT_UPDATED not in checkout.run().out


def test_an_update_that_needs_more_than_is_there_fails(checkout: Checkout) -> None:
    """Exback would end with an error of Python's on a later page."""
    checkout.run()
    checkout.pull(needs_another_package=True)
    ended = checkout.run()
    assert ended.code == 2
    assert NOT_INSTALLED in ended.out
    assert "exback speaks" not in ended.out


def test_a_first_set_up_without_a_network_says_so_in_one_sentence(checkout: Checkout) -> None:
    """With the real venv and the real pip, which may look at no index. Beside it there are only the lines of make."""
    ended = checkout.run(sys.executable, PIP_NO_INDEX="1", PIP_CONFIG_FILE=os.devnull)
    assert ended.code == 2
    said = [line for line in ended.out.splitlines() if not line.startswith("make")]
    assert [line.partition(" (details")[0] for line in said] == [
        "Making a private environment for Python in .venv.",
        "Setting up exback in .venv. This can take a minute.",
        f"exback {NOT_INSTALLED}",
    ]
    assert not (checkout.folder / ".venv" / "run.stamp").exists()
