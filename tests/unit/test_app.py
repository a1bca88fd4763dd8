"""What goes into the app beside the program: what people read, how it's opened, and the licences. Its build is tried by `make app`."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import app_licences
import build_app
import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix

from exback.check import voice

GLIBC = {"bookworm": "2.36", "trixie": "2.41"}
SYSTEMS = sorted(build_app.SYSTEMS.values())


def read_me(system: str) -> str:
    """Return what people on a system read first."""
    return (build_app.PARTS / system / "READ-ME.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_read_me_sounds_like_speech(system: str) -> None:
    """It keeps to the rules for all that people read. A backslash would keep it from being read as a text."""
    text = read_me(system).replace("\\", "/")
    assert voice.problems(f"TEXT = {text!r}") == []


@pytest.mark.parametrize("system", SYSTEMS)
def test_the_read_me_names_the_launcher(system: str) -> None:
    """By the name that it has in the folder."""
    others = [path.name for path in (build_app.PARTS / system).iterdir() if path.name != "READ-ME.txt"]
    assert others
    assert all(name in read_me(system) for name in others)


@pytest.mark.parametrize(("system", "folders"), [("linux", Unix), ("macos", MacOS)])
def test_the_read_me_says_where_the_words_are(
    system: str, folders: type[Unix | MacOS], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the folder that exback uses if no one names another."""
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    folder = folders("exback", appauthor=False).user_data_path.relative_to(Path.home())
    assert f"in your home folder, in {folder.as_posix()}." in " ".join(read_me(system).split())


def test_the_read_me_for_linux_names_the_c_library_that_it_was_built_with() -> None:
    """That of the Debian in which the release builds it. The README names it, too."""
    workflow = (build_app.CHECKOUT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    (debian,) = re.findall(r"container: python:[\d.]+-(\w+)", workflow)
    needed = f"glibc {GLIBC[debian]} or newer"
    assert needed in read_me("linux")
    assert needed in (build_app.CHECKOUT / "README.md").read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="it's a script for a shell")
class TestOpening:
    """open-exback.sh, with a stand-in for exback beside it."""

    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        """Return a folder that was put where people put such things."""
        folder = tmp_path / "my programs" / "exback"
        shutil.copytree(build_app.PARTS / "linux", folder)
        return folder

    def test_it_opens_a_terminal_window_where_there_is_none(self, folder: Path, tmp_path: Path) -> None:
        """With the first terminal that it finds, and with itself to run there."""
        place = executable(tmp_path / "bin" / "xterm", f'printf "%s\\n" "$@" > "{tmp_path}/opened"')
        (place.parent / "dirname").symlink_to(shutil.which("dirname") or "")
        assert run(folder, place.parent) == 0
        opened = (tmp_path / "opened").read_text(encoding="utf-8").splitlines()
        assert opened == ["-e", str(folder / "open-exback.sh")]

    def test_it_fails_where_no_window_can_be_opened(self, folder: Path, tmp_path: Path) -> None:
        """Which whoever starts it by a command can see."""
        (tmp_path / "bin").mkdir()
        (tmp_path / "bin" / "dirname").symlink_to(shutil.which("dirname") or "")
        assert run(folder, tmp_path / "bin") == 1


def executable(path: Path, script: str) -> Path:
    """Write a script that can be run, and return its path."""
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o700)
    return path


def run(folder: Path, programs: Path) -> int:
    """Start the launcher without a terminal, where only some programs are found. Return its exit code."""
    launcher = folder / "open-exback.sh"
    environment = {"PATH": str(programs)}
    return subprocess.run(
        [launcher], env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    ).returncode


class TestLicences:
    """LICENCES.txt."""

    @pytest.fixture
    def bundle(self, tmp_path: Path) -> Path:
        """Return a bundle with one package and one library of the system, and PyInstaller beside it."""
        package(tmp_path / "bundle" / "thing-1.2.dist-info", "Do what you like with this thing.")
        package(tmp_path / "pyinstaller-6.22.dist-info", "What it makes is free.")
        (tmp_path / "bundle" / "libthing.so.1").touch()
        (tmp_path / "bundle" / "libpython3.11.so.1.0").touch()
        return tmp_path / "bundle"

    def test_each_thing_has_its_own(self, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Packages, Python, what starts the app, and a library, which is at least named."""
        monkeypatch.setattr(app_licences, "_debian_package", lambda library: "")
        whole = app_licences.licences(bundle, bundle.parent)
        expected = (
            "thing 1.2\n",
            "Do what you like with this thing.",
            "pyinstaller 6.22\n",
            "What it makes is free.",
            f"Python {sys.version.split()[0]}\n",
            "PYTHON SOFTWARE FOUNDATION LICENSE",
            "libthing.so.1\n",
        )
        assert [words for words in expected if words not in whole] == []
        assert "libpython" not in whole

    def test_the_system_says_whose_a_library_is(self, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """And has its licence among its documents."""
        monkeypatch.setattr(app_licences, "_debian_package", lambda library: "libthing1")
        monkeypatch.setattr(app_licences, "DOCUMENTS", bundle.parent / "doc")
        (bundle.parent / "doc" / "libthing1").mkdir(parents=True)
        (bundle.parent / "doc" / "libthing1" / "copyright").write_text("Free for all.", encoding="utf-8")
        assert "Free for all." in app_licences.licences(bundle, bundle.parent)

    def test_libraries_of_windows_are_named_too(self, bundle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whatever their names are. Python's own licence has those of the ones that come with it."""
        monkeypatch.setattr(app_licences, "_debian_package", lambda library: "")
        monkeypatch.setattr(sys, "base_prefix", str(bundle.parent / "python"))
        (bundle.parent / "python" / "DLLs").mkdir(parents=True)
        for name in ("VCRUNTIME140.dll", "DLLs/libffi-8.dll"):
            (bundle.parent / "python" / name).touch()
        for name in ("VCRUNTIME140.dll", "libffi-8.dll", "ucrtbase.dll", "python313.dll", "python3.dll", "_x.pyd"):
            (bundle / name).touch()
        whole = app_licences.licences(bundle, bundle.parent)
        ours = "It came with Python, and Python's licence above has its licence, too."
        for name, licence in (("libffi-8", ours), ("VCRUNTIME140", ours), ("ucrtbase", "It's from the system")):
            assert f"{name}.dll\n{app_licences.RULE}\n\n{licence}" in whole
        assert not any(f"\n{name}\n" in whole for name in ("python313.dll", "python3.dll", "_x.pyd"))

    def test_nothing_goes_without_one(self, bundle: Path) -> None:
        """The build stops."""
        (bundle / "thing-1.2.dist-info" / "licenses" / "LICENSE").unlink()
        with pytest.raises(FileNotFoundError, match=r"thing-1\.2"):
            app_licences.licences(bundle, bundle.parent)


def package(about: Path, licence: str) -> None:
    """Write what an installer knows of a package."""
    (about / "licenses").mkdir(parents=True)
    (about / "licenses" / "LICENSE").write_text(licence, encoding="utf-8")
    name, version = about.name.removesuffix(".dist-info").split("-")
    (about / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: {version}\n", encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="it's a zip file there, which has no owners")
def test_the_archive_is_one_folder_that_names_no_one(tmp_path: Path) -> None:
    """Whose computer it was packed on is nobody's business; programs stay programs."""
    executable(tmp_path / "exback-1.0-linux-x86_64" / "exback", "true")
    archive = build_app.pack(tmp_path / "exback-1.0-linux-x86_64", tmp_path / "dist")
    assert archive.name == "exback-1.0-linux-x86_64.tar.gz"
    with tarfile.open(archive) as packed:
        entries = packed.getmembers()
    assert [entry.name for entry in entries] == ["exback-1.0-linux-x86_64", "exback-1.0-linux-x86_64/exback"]
    assert {(entry.uid, entry.gid, entry.uname, entry.gname) for entry in entries} == {(0, 0, "", "")}
    assert entries[1].mode & 0o100
