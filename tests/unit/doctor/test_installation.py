"""How exback was installed, told from what each way of installing it leaves behind."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import exback
from exback.doctor import installation
from exback.doctor.installation import HINTS, SENTENCES, Way, find_installation
from exback.doctor.report import installation_lines


@pytest.fixture
def prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of an environment with the exback that is running, as a wheel is installed."""
    monkeypatch.delattr(sys, "frozen", raising=False)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(installation, "__file__", str(tmp_path / "lib" / "exback" / "doctor" / "installation.py"))
    (tmp_path / "lib" / f"exback-{exback.__version__}.dist-info").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(("name", "way"), [("pipx_metadata.json", Way.PIPX), ("uv-receipt.toml", Way.UV)])
def test_pipx_and_uv_are_known_by_the_file_they_leave(prefix: Path, name: str, way: Way) -> None:
    """It's in the environment that they made for it."""
    (prefix / name).touch()
    found = find_installation()
    assert (found.way, found.path) == (way, prefix)


def test_the_app_is_known_before_anything_else(prefix: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what the packer sets; it's in the folder of the program that was started."""
    (prefix / "pipx_metadata.json").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(prefix / "exback" / "exback"))
    found = find_installation()
    assert (found.way, found.path) == (Way.APP, prefix / "exback")


def test_a_wheel_is_known_by_what_is_beside_it(prefix: Path) -> None:
    """It's in the environment of the Python that runs it."""
    found = find_installation()
    assert (found.way, found.path) == (Way.WHEEL, prefix)


def test_a_checkout_has_nothing_beside_it(prefix: Path) -> None:
    """An editable installation leaves its note in the environment, not beside the code. The folder of the code is named."""
    (prefix / "lib" / f"exback-{exback.__version__}.dist-info").rename(
        prefix / f"exback-{exback.__version__}.dist-info"
    )
    found = find_installation()
    assert (found.way, found.path) == (Way.CHECKOUT, prefix / "lib" / "exback")


@pytest.mark.parametrize(
    ("name", "update"),
    [
        ("pipx_metadata.json", "To update it: pipx upgrade exback"),
        ("uv-receipt.toml", "To update it: uv tool upgrade exback"),
        (None, "To update it, type this in the folder from a newer download: '/the env/bin/python' -m pip install ."),
    ],
)
def test_the_lines_say_the_version_the_place_and_how_to_update(
    prefix: Path, name: str | None, update: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One line each. The Python that exback is installed in is named, as another one may come first on the path."""
    monkeypatch.setattr(sys, "executable", "/the env/bin/python")
    monkeypatch.setattr(sys, "platform", "linux")
    if name:
        (prefix / name).touch()
    sentence, path, hint = installation_lines(find_installation())
    assert exback.__version__ in sentence
    assert path == f"  {prefix}"
    assert hint == f"  {update}"


@pytest.mark.parametrize(
    ("name", "command"), [("pipx_metadata.json", "pipx install --force ."), ("uv-receipt.toml", "uv tool install .")]
)
def test_what_came_from_a_folder_is_updated_from_another(prefix: Path, name: str, command: str) -> None:
    """Upgrading would look into the folder that it came from, which is the old one or gone."""
    (prefix / name).touch()
    (prefix / "lib" / f"exback-{exback.__version__}.dist-info" / "direct_url.json").touch()
    assert find_installation().hint == f"To update it, type this in the folder from a newer download: {command}"


def test_windows_has_its_own_way_to_python(prefix: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its installer puts no python on the path, and py finds it."""
    monkeypatch.setattr(sys, "platform", "win32")
    assert find_installation().hint.endswith(": py -m pip install .")


def test_there_is_a_sentence_for_each_way() -> None:
    """And how to update what came that way."""
    assert SENTENCES.keys() == HINTS.keys() == set(Way)
