"""`make run`: the first set-up, an update without a network, and what it ends with. A made-up Python stands in for venv and pip."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
PYTHON = """#!/bin/sh
# makes an environment, installs into it unless it's told that there's no network, and loads what was installed
case "$*" in
*version_info*) [ ! -e too-old ] ;;
*"-m venv --clear"*) rm -rf .venv && mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*"-m pip"*) [ -e network ] || { echo "pip says that it can't connect" >&2; exit 1; }; cp exback .venv/bin/exback; pwd > .venv/folder ;;
*samefile*) [ "$(cat .venv/folder)" = "$PWD" ] ;;
*__main__*) exec .venv/bin/exback ;;
*import_module*) [ -e .venv/bin/exback ] && [ ! -e another-package ] ;;
esac
"""
EXBACK = """#!/bin/sh
echo "exback speaks"
exit "$(cat code)"
"""
PROJECT = """[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """import os, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    files = {
        "exback.pth": os.path.abspath("src"),
        "exback-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: exback\\nVersion: 1\\n",
        "exback-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
        "exback-1.dist-info/entry_points.txt": "[console_scripts]\\nexback = exback:main\\n",
        "exback-1.dist-info/RECORD": "",
    }
    with zipfile.ZipFile(os.path.join(folder, "exback-1-py3-none-any.whl"), "w") as wheel:
        for name, text in files.items():
            wheel.writestr(name, text)
    return "exback-1-py3-none-any.whl"
"""
NOT_UPDATED = (
    "couldn't update the packages it needs, so it starts with the ones that are there and tries again next time"
)
AGAIN = "This folder was moved, or its Python is gone, so exback sets itself up again."
NO_PYTHON = "exback needs Python 3.11 or newer, so get it from python.org, and then type make run in a new window.\n"
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

    def run(self, python: str = "./python", goal: str = "run", **variables: str) -> Ended:
        """Type `make run`, or another goal, as if no other make were around it."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("MAKE", "MFLAGS", "PIP_", "PYTHON"))
        }
        done = subprocess.run(
            ["make", goal, f"PYTHON={python}"],
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


@pytest.mark.parametrize("moved", [shutil.move, shutil.copytree])
def test_a_folder_that_was_moved_or_copied_is_set_up_again(checkout: Checkout, moved: Callable[..., object]) -> None:
    """Once, and it says so. A copy would start the exback of the other folder."""
    checkout.run()
    moved(checkout.folder, folder := checkout.folder.with_name("renamed"))
    checkout.folder = folder
    ended = checkout.run()
    assert ended.code == 0
    assert ended.out.startswith(f"{AGAIN}\n")
    assert ended.out.endswith("exback speaks\n")
    assert checkout.run() == Ended(0, "exback speaks\n")


def test_an_environment_whose_python_is_gone_is_set_up_again(checkout: Checkout) -> None:
    """After an update of the system, the link to Python leads nowhere."""
    checkout.run()
    (checkout.folder / ".venv" / "bin" / "python").unlink()
    (checkout.folder / ".venv" / "bin" / "python").symlink_to("/no/such/python")
    ended = checkout.run()
    assert ended.code == 0
    assert ended.out.startswith(f"{AGAIN}\n")
    assert checkout.run() == Ended(0, "exback speaks\n")


def test_a_moved_folder_starts_with_the_real_venv_and_pip(checkout: Checkout) -> None:
    """They write the path of the folder into what they install."""
    package = checkout.folder / "src" / "exback"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text("def main() -> None:\n    print('exback speaks')\n")
    (checkout.folder / "pyproject.toml").write_text(PROJECT)
    backend = checkout.folder / "backend.py"
    backend.write_text(BACKEND)
    offline = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
    assert checkout.run(sys.executable, **offline).out.endswith("exback speaks\n")
    checkout.folder = checkout.folder.rename(checkout.folder.with_name("renamed it"))
    backend = checkout.folder / backend.name
    backend.rename(backend.with_suffix(".away"))
    for _ in range(2):  # where nothing can be installed, it starts with what's there, each time
        ended = checkout.run(sys.executable, **offline)
        assert ended.code == 0
        assert ended.out.startswith(f"{AGAIN}\n")
        assert NOT_UPDATED in ended.out
        assert ended.out.endswith("exback speaks\n")
    backend.with_suffix(".away").rename(backend)
    ended = checkout.run(sys.executable, **offline)
    assert ended.code == 0
    assert ended.out.startswith(f"{AGAIN}\n")
    assert checkout.run(sys.executable, **offline) == Ended(0, "exback speaks\n")


@pytest.mark.parametrize("python", ["./python", "./no-python"])
@pytest.mark.parametrize("set_up_before", [False, True])
def test_without_a_new_enough_python_there_is_one_sentence(
    checkout: Checkout, python: str, *, set_up_before: bool
) -> None:
    """It says where Python comes from, and nothing of make's or the shell's is around it. Other goals are errors."""
    if set_up_before:
        checkout.run()
        (checkout.folder / ".venv" / "bin" / "python").unlink()
    (checkout.folder / "too-old").touch()
    ended = checkout.run(python)
    assert ended == Ended(0, f"{AGAIN}\n{NO_PYTHON}" if set_up_before else NO_PYTHON)
    assert checkout.run(python) == Ended(0, NO_PYTHON)
    assert checkout.run(python, "check").code == 2


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
    assert "To talk to a person meanwhile: PYTHONPATH=src .venv/bin/python -m exback crisis\n" in ended.out
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
    ]  # and no way to a person in the program: nothing of it was installed
    assert not (checkout.folder / ".venv" / "run.stamp").exists()
