"""Install exback with the lowest versions that pyproject.toml allows, and run its commands and a page. Run by `make lowest`.

It's no part of CI, because it downloads versions that nothing else uses.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pexpect
from packaging.requirements import Requirement

CHECKOUT = Path(__file__).parents[1]
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check")
RULE = "───"
"""What every page has below its title."""
PATIENCE = 60  # seconds


def main() -> None:
    """Install, start, and say which versions it was."""
    pins = list(lowest(tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        constraints = place / "lowest.txt"
        constraints.write_text("\n".join(pins), encoding="utf-8")
        subprocess.run([sys.executable, "-m", "venv", str(place / "env")], check=True)
        python = str(place / "env" / "bin" / "python")
        subprocess.run([python, *PIP, "install", "--constraint", str(constraints), str(CHECKOUT)], check=True)
        exback = str(place / "env" / "bin" / "exback")
        subprocess.run([python, str(CHECKOUT / "scripts" / "every_command.py")], check=True)
        _open_a_page(exback, place / "home")
    print(f"lowest: exback starts with {', '.join(pins)}")


def lowest(requirements: list[str]) -> Iterator[str]:
    """Yield a pin to the lowest version for each requirement that counts on this system."""
    for requirement in map(Requirement, requirements):
        if requirement.marker is None or requirement.marker.evaluate():
            bound = next(part.version for part in requirement.specifier if part.operator == ">=")
            yield f"{requirement.name}=={bound}"


def _open_a_page(exback: str, home: Path) -> None:
    page = pexpect.spawn(
        exback, ["--home", str(home), "checkin"], dimensions=(24, 80), timeout=PATIENCE, encoding="utf-8"
    )
    page.expect(RULE)
    page.expect("Mood")
    page.send("7\r")
    page.expect("7")
    page.sendcontrol("c")
    page.expect(pexpect.EOF)
    page.close()
    if page.exitstatus != 130:  # left with Ctrl-C
        sys.exit(f"lowest: exback ended with {page.exitstatus}")


if __name__ == "__main__":
    main()
