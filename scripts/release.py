"""Check everything, set the version, build and tag it. Run by `make release VERSION=0.2.0`. It uploads nothing.

The version's section in CHANGELOG.md is written beforehand, as "## [0.2.0] - unreleased". The release sets its date.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from distribution import CHECKOUT, build, git

VERSION_FILE = Path("src/exback/__init__.py")
CHANGELOG = Path("CHANGELOG.md")
BRANCH = "main"
UNRELEASED = "unreleased"
VERSION = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")

DONE = """
exback {version} is built and tagged {tag}. Nothing is uploaded yet. This is what's in dist/:
{files}

To publish it, push it. The release workflow checks it again, builds the app for Linux, macOS and Windows, and uploads it:
  git push --atomic origin {branch} {tag}
Without that workflow, upload these two yourself, and keep {sums} beside them:
  twine upload {packages}

To take it back before it's pushed:
  git tag --delete {tag} && git reset --keep HEAD~1
A version that was uploaded can't be replaced. Yank it, and release the next one.
"""


class Refused(Exception):
    """A condition of a release isn't met: one sentence for the person who asked for it."""


class Check(NamedTuple):
    """A command that has to succeed before a release, and what to say if it doesn't."""

    command: tuple[str, ...]
    refusal: str


CHECKS = (
    Check(("make", "release-check"), "Some crisis numbers must be checked again first. They're listed above."),
    Check(("make", "test"), "The tests fail. See above."),
    Check(("make", "deep"), "The long tests fail. See above."),
)
"""What has to succeed, the quickest first."""


def main() -> int:
    """Release a version, or print the notes of one; return the exit code: 0 unless it was refused."""
    parser = argparse.ArgumentParser(prog="release.py")
    parser.add_argument("version", nargs="?", default="", help="the version to release, such as 0.2.0")
    parser.add_argument("--notes", metavar="TAG", help="print what CHANGELOG.md says of a tagged version instead")
    chosen = parser.parse_args()
    try:
        if chosen.notes:
            print(notes(CHECKOUT, chosen.notes))
        else:
            print(release(CHECKOUT, chosen.version, datetime.now().astimezone().date()))
    except Refused as refusal:
        print(f"release: {refusal}", file=sys.stderr)
        return 1
    return 0


def release(checkout: Path, version: str, today: date, checks: tuple[Check, ...] = CHECKS) -> str:
    """Check, set the version, build and tag; return what to do next. Raises Refused, and then git is as it was."""
    _check_all(checkout, version, today)
    head = git(checkout, "rev-parse", "HEAD")
    for check in checks:
        if subprocess.run(check.command, cwd=checkout, check=False).returncode != 0:
            raise Refused(check.refusal)
    _check_all(checkout, version, today)  # they took hours, in which the checkout may have been worked in
    if git(checkout, "rev-parse", "HEAD") != head:
        raise Refused(f"{BRANCH} has another commit now than the one that was checked. Release it again.")
    try:
        files = _commit_build_and_tag(checkout, version, dated_changelog(checkout, version, today))
    except subprocess.CalledProcessError as error:
        git(checkout, "reset", "--quiet", "--soft", head)
        git(checkout, "restore", "--staged", "--worktree", "--", str(VERSION_FILE), str(CHANGELOG))
        raise Refused(f"It couldn't be built and tagged: {(error.stderr or error.stdout).strip()}") from None
    return _next_steps(version, [file.relative_to(checkout) for file in files])


def _check_all(checkout: Path, version: str, today: date) -> None:
    """Raise Refused unless everything is ready that takes no longer than a moment to know."""
    check_identity(checkout)
    check_origin(checkout)
    check_version(checkout, version)
    check_checkout(checkout)
    dated_changelog(checkout, version, today)


def check_identity(checkout: Path) -> None:
    """Raise Refused unless git knows who commits."""
    try:
        git(checkout, "var", "GIT_AUTHOR_IDENT")
        git(checkout, "var", "GIT_COMMITTER_IDENT")
    except subprocess.CalledProcessError:
        raise Refused("git doesn't know who you are. Tell it with: git config user.name, and user.email") from None


def check_origin(checkout: Path) -> None:
    """Fetch the commits and tags of origin, and raise Refused if the main branch there has one that's missing here.

    Without a network, what was fetched last counts. Without an origin, there's nothing to be behind of.
    """
    missing = ""
    with suppress(subprocess.CalledProcessError):
        git(checkout, "fetch", "--quiet", "--tags", "origin")
    with suppress(subprocess.CalledProcessError):
        missing = git(checkout, "rev-list", "--max-count=1", f"{BRANCH}..origin/{BRANCH}")
    if missing:
        raise Refused(f"origin has commits that {BRANCH} doesn't have. Get them first: git pull")


def check_version(checkout: Path, version: str) -> None:
    """Raise Refused unless a version is one, and newer than every tagged one."""
    if not VERSION.fullmatch(version):
        raise Refused("Name a version of three numbers, such as: make release VERSION=0.2.0")
    tagged = [tag.removeprefix("v") for tag in git(checkout, "tag", "--list", "v*").split()]
    newest = max(filter(VERSION.fullmatch, tagged), key=_numbers, default=None)
    if newest is not None and _numbers(version) <= _numbers(newest):
        raise Refused(f"Version {version} isn't newer than {newest}, which is tagged already.")


def check_checkout(checkout: Path) -> None:
    """Raise Refused unless everything is committed, on the main branch."""
    if git(checkout, "branch", "--show-current") != BRANCH:
        raise Refused(f"Releases are made on {BRANCH}. Switch to it first: git switch {BRANCH}")
    if git(checkout, "status", "--porcelain"):
        raise Refused("Some changes aren't committed. Commit them or put them aside first.")


def dated_changelog(checkout: Path, version: str, today: date) -> str:
    """Return the changelog with today's date on a version's section. Raises Refused if there's no such section."""
    text = (checkout / CHANGELOG).read_text(encoding="utf-8")
    heading = _heading(version, UNRELEASED)
    if not _section(text, heading):
        raise Refused(f"{CHANGELOG} has no section “{heading}” with an entry in it. Write it first.")
    return text.replace(f"{heading}\n", f"{_heading(version, today.isoformat())}\n", 1)


def notes(checkout: Path, tag: str) -> str:
    """Return the changelog's section of a tagged version. Raises Refused if the checkout isn't that version."""
    version = tag.removeprefix("v")
    if with_version(code := (checkout / VERSION_FILE).read_text(encoding="utf-8"), version) != code:
        raise Refused(f"The tag is {tag}, but {VERSION_FILE} has another version.")
    text = (checkout / CHANGELOG).read_text(encoding="utf-8")
    heading = re.search(rf"^{re.escape(_heading(version, ''))}\d{{4}}-\d\d-\d\d$", text, re.MULTILINE)
    if heading is None:
        raise Refused(f"{CHANGELOG} has no section for {version} with a date.")
    return _section(text, heading[0])


def with_version(code: str, version: str) -> str:
    """Return the package's module with another version."""
    return re.sub(r'^__version__ = ".*"$', f'__version__ = "{version}"', code, flags=re.MULTILINE)


def _commit_build_and_tag(checkout: Path, version: str, changelog: str) -> list[Path]:
    """Tag last, so that a tag is only ever on what could be built."""
    module = checkout / VERSION_FILE
    module.write_text(with_version(module.read_text(encoding="utf-8"), version), encoding="utf-8")
    (checkout / CHANGELOG).write_text(changelog, encoding="utf-8")
    git(checkout, "commit", "--quiet", "--message", f"Release {version}", "--", str(VERSION_FILE), str(CHANGELOG))
    commit = git(checkout, "rev-parse", "HEAD")
    files = build(checkout)
    git(checkout, "tag", "--annotate", "--message", f"exback {version}", f"v{version}", commit)
    return files


def _next_steps(version: str, files: list[Path]) -> str:
    *packages, sums = map(str, files)
    return DONE.format(
        version=version,
        tag=f"v{version}",
        branch=BRANCH,
        files="\n".join(f"  {file}" for file in (*packages, sums)),
        packages=" ".join(packages),
        sums=sums,
    )


def _heading(version: str, day: str) -> str:
    return f"## [{version}] - {day}"


def _section(text: str, heading: str) -> str:
    """Return what's below a heading, empty if there's no such heading or no entry below it."""
    below = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return below[1].strip() if below and re.search(r"^- ", below[1], re.MULTILINE) else ""


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


if __name__ == "__main__":
    sys.exit(main())
