"""`make release` and `make dist`, in a repository of their own with a small package in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
import release
from distribution import CHECKOUT, build, git
from release import CHANGELOG, CHECKS, VERSION_FILE, Check, Refused, with_version

from exback import __version__

TODAY = date(2026, 3, 2)
PASSES = Check((sys.executable, "-c", "open('../passed', 'a').write('passed ')"), "This never fails.")
BUSY = "There was work on it meanwhile."
FAILS = Check((sys.executable, "-c", "raise SystemExit(1)"), "The tests fail.")
LOG = """# Changelog

## [0.2.0] - unreleased

### Every day

- A new page.

## [0.1.0] - 2026-01-05

- The first page.
"""
PROJECT = """[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "exback"
requires-python = ">=3.11"
dynamic = ["version"]

[tool.hatch.version]
path = "src/exback/__init__.py"
"""


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean repository on main, with version 0.1.0 tagged and a section for 0.2.0."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    for name in [name for name in os.environ if name.startswith("GIT_")]:  # a hook's would mean this checkout
        monkeypatch.delenv(name)
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "Someone")
        monkeypatch.setenv(f"{name}_EMAIL", "someone@example.org")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    folder = tmp_path / "check out"
    (folder / VERSION_FILE).parent.mkdir(parents=True)
    (folder / VERSION_FILE).write_text('"""A package."""\n\n__version__ = "0.1.0"\n', encoding="utf-8")
    (folder / CHANGELOG).write_text(LOG, encoding="utf-8")
    (folder / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    (folder / ".gitignore").write_text("dist/\n", encoding="utf-8")
    git(tmp_path, "init", "--quiet", "--initial-branch", "main", str(folder))
    commit(folder, "Begin")
    git(folder, "tag", "v0.1.0")
    return folder


def commit(checkout: Path, subject: str) -> None:
    """Commit everything."""
    git(checkout, "add", "--all")
    git(checkout, "commit", "--quiet", "--message", subject)


def change(file: Path, old: str, new: str) -> None:
    """Replace some text in a file that has it."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def state(checkout: Path) -> tuple[str, ...]:
    """Return what a refusal must leave as it was: the commit, the tags, and what isn't committed."""
    return git(checkout, "rev-parse", "HEAD"), git(checkout, "tag"), git(checkout, "status", "--porcelain")


class TestRefusals:
    """One sentence for each condition that isn't met, before any check has run."""

    def refused(self, checkout: Path, version: str = "0.2.0", *checks: Check) -> str:
        """Return the sentence, and make sure that nothing was changed."""
        before = state(checkout)
        with pytest.raises(Refused) as refusal:
            release.release(checkout, version, TODAY, checks or (PASSES,))
        assert state(checkout) == before
        return str(refusal.value)

    @pytest.mark.parametrize("version", ["", "0.2", "v0.2.0", "0.02.0", "0.2.0rc1", "0.2.0\n", "next"])
    def test_a_version_has_three_numbers(self, checkout: Path, version: str) -> None:
        """An example says so."""
        expected = "Name a version of three numbers, such as: make release VERSION=0.2.0"
        assert self.refused(checkout, version) == expected

    @pytest.mark.parametrize("version", ["0.1.0", "0.0.9", "0.9.9", "0.10.0"])
    def test_a_version_is_newer_than_every_tag(self, checkout: Path, version: str) -> None:
        """Compared by its numbers: 0.10.0 is newer than 0.9.9. Other tags are left out."""
        git(checkout, "tag", "v0.10.0")
        git(checkout, "tag", "very-old")
        expected = f"Version {version} isn't newer than 0.10.0, which is tagged already."
        assert self.refused(checkout, version) == expected

    def test_it_is_made_on_main(self, checkout: Path) -> None:
        """On another branch it names main."""
        git(checkout, "switch", "--quiet", "--create", "other")
        assert self.refused(checkout) == "Releases are made on main. Switch to it first: git switch main"

    @pytest.mark.parametrize("file", ["new.txt", str(CHANGELOG)])
    def test_everything_is_committed(self, checkout: Path, file: str) -> None:
        """A new file counts, too."""
        with (checkout / file).open("a", encoding="utf-8") as opened:
            opened.write("- More.\n")
        assert self.refused(checkout) == "Some changes aren't committed. Commit them or put them aside first."

    @pytest.mark.parametrize("section", ["", "## [0.2.0] - 2026-02-01\n\n- An entry.\n", "## [0.2.0] - unreleased\n"])
    def test_the_changelog_has_a_section_for_it(self, checkout: Path, section: str) -> None:
        """One that isn't dated yet, with an entry in it."""
        (checkout / CHANGELOG).write_text(f"# Changelog\n\n{section}\n## [0.1.0] - 2026-01-05\n\n- Old.\n", "utf-8")
        commit(checkout, "Change the changelog")
        expected = "CHANGELOG.md has no section “## [0.2.0] - unreleased” with an entry in it. Write it first."
        assert self.refused(checkout) == expected

    def test_every_check_passes(self, checkout: Path) -> None:
        """What comes after the one that failed isn't run."""
        assert self.refused(checkout, "0.2.0", PASSES, FAILS, PASSES) == "The tests fail."
        assert (checkout.parent / "passed").read_text(encoding="utf-8") == "passed "

    @pytest.mark.parametrize(
        ("command", "expected"),
        [
            ("echo '- More.' >> CHANGELOG.md", "Some changes aren't committed. Commit them or put them aside first."),
            ("git switch --quiet --create other", "Releases are made on main. Switch to it first: git switch main"),
            (
                "git commit --quiet --allow-empty --message More",
                "main has another commit now than the one that was checked. Release it again.",
            ),
            (
                "git commit --quiet --allow-empty --amend --message Other",
                "main has another commit now than the one that was checked. Release it again.",
            ),
            ("git tag v0.3.0", "Version 0.2.0 isn't newer than 0.3.0, which is tagged already."),
        ],
    )
    def test_nothing_is_changed_while_the_checks_run(self, checkout: Path, command: str, expected: str) -> None:
        """What was saved meanwhile is still there, and nothing is tagged."""
        work = Check(("sh", "-c", command), BUSY)
        with pytest.raises(Refused) as refusal:
            release.release(checkout, "0.2.0", TODAY, (work, PASSES))
        assert str(refusal.value) == expected
        assert "Release 0.2.0" not in git(checkout, "log", "--all", "--format=%s")
        assert "v0.2.0" not in git(checkout, "tag")
        assert ("- More." in (checkout / CHANGELOG).read_text(encoding="utf-8")) == ("CHANGELOG" in command)

    @pytest.mark.parametrize("name", ["GIT_AUTHOR_EMAIL", "GIT_COMMITTER_EMAIL"])
    def test_git_knows_who_commits(self, checkout: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        """Otherwise the commit would fail after the checks."""
        monkeypatch.delenv(name)
        monkeypatch.delenv("EMAIL", raising=False)
        git(checkout, "config", "user.useConfigOnly", "true")
        expected = "git doesn't know who you are. Tell it with: git config user.name, and user.email"
        assert self.refused(checkout, "0.2.0", FAILS) == expected

    def test_main_has_every_commit_of_origin(self, checkout: Path) -> None:
        """Otherwise the push would be refused. An origin that isn't there any more says nothing new."""
        origin = checkout.with_name("origin")
        git(checkout, "clone", "--quiet", str(checkout), str(origin))
        git(checkout, "remote", "add", "origin", str(origin))
        (origin / "new.txt").write_text("New.\n", encoding="utf-8")
        commit(origin, "Go on elsewhere")
        expected = "origin has commits that main doesn't have. Get them first: git pull"
        assert self.refused(checkout, "0.2.0", FAILS) == expected
        shutil.rmtree(origin)
        assert self.refused(checkout, "0.2.0", FAILS) == expected

    def test_a_version_that_is_tagged_on_origin_is_taken(self, checkout: Path) -> None:
        """Its tag is fetched first."""
        origin = checkout.with_name("origin")
        git(checkout, "clone", "--quiet", str(checkout), str(origin))
        git(checkout, "remote", "add", "origin", str(origin))
        git(origin, "tag", "v0.2.0")
        with pytest.raises(Refused, match=r"^Version 0\.2\.0 isn't newer than 0\.2\.0, which is tagged already\.$"):
            release.release(checkout, "0.2.0", TODAY, (FAILS,))

    def test_it_can_be_built(self, checkout: Path) -> None:
        """If not, the commit is taken back, and what went wrong is said."""
        change(checkout / "pyproject.toml", 'name = "exback"', "name = 1")
        commit(checkout, "Break the build")
        sentence = self.refused(checkout)
        assert sentence.startswith("It couldn't be built and tagged: ")
        assert "project.name" in sentence

    def test_it_can_be_tagged(self, checkout: Path) -> None:
        """If not, the commit is taken back: here each tag would be signed with a program that doesn't exist."""
        git(checkout, "config", "tag.gpgSign", "true")
        git(checkout, "config", "gpg.program", str(checkout.parent / "no-such-program"))
        assert "no-such-program" in self.refused(checkout)


class TestRelease:
    """A whole release, with one quick check in place of the long ones."""

    def test_sets_the_version_and_the_date_and_tags_them(self, checkout: Path) -> None:
        """In one commit, after the checks, with nothing else in it."""
        release.release(checkout, "0.2.0", TODAY, (PASSES,))
        assert (checkout.parent / "passed").read_text(encoding="utf-8") == "passed "
        assert git(checkout, "log", "-1", "--format=%s") == "Release 0.2.0"
        assert git(checkout, "rev-parse", "v0.2.0^{commit}") == git(checkout, "rev-parse", "HEAD")
        assert git(checkout, "cat-file", "-t", "v0.2.0") == "tag"
        changed = git(checkout, "diff", "--unified=0", "HEAD~1").splitlines()
        assert [line for line in changed if re.match(r"[+-](?![+-])", line)] == [
            "-## [0.2.0] - unreleased",
            "+## [0.2.0] - 2026-03-02",
            '-__version__ = "0.1.0"',
            '+__version__ = "0.2.0"',
        ]

    def test_builds_both_packages_with_their_checksums(self, checkout: Path) -> None:
        """In dist/, and the sums are right."""
        release.release(checkout, "0.2.0", TODAY, (PASSES,))
        dist = checkout / "dist"
        packages = ["exback-0.2.0.tar.gz", "exback-0.2.0-py3-none-any.whl"]
        assert sorted(path.name for path in dist.iterdir()) == sorted([*packages, "SHA256SUMS"])
        sums = [f"{sha256((dist / name).read_bytes()).hexdigest()}  {name}" for name in packages]
        assert (dist / "SHA256SUMS").read_text(encoding="utf-8").splitlines() == sums

    def test_says_what_to_upload_and_how_to_take_it_back(self, checkout: Path) -> None:
        """The command that takes it back does so."""
        before = state(checkout)
        text = release.release(checkout, "0.2.0", TODAY, (PASSES,))
        assert "git push --atomic origin main v0.2.0\n" in text
        assert "twine upload dist/exback-0.2.0.tar.gz dist/exback-0.2.0-py3-none-any.whl\n" in text
        (back,) = (line for line in text.splitlines() if "git tag --delete" in line)
        subprocess.run(back, shell=True, cwd=checkout, check=True, capture_output=True)
        assert state(checkout) == before

    def test_the_first_version_may_be_the_one_that_the_code_says_already(self, checkout: Path) -> None:
        """Then only the date is new."""
        git(checkout, "tag", "--delete", "v0.1.0")
        change(checkout / CHANGELOG, "[0.1.0] - 2026-01-05", "[0.1.0] - unreleased")
        commit(checkout, "Take the date out")
        release.release(checkout, "0.1.0", TODAY, ())
        assert git(checkout, "tag") == "v0.1.0"
        assert "## [0.1.0] - 2026-03-02\n" in (checkout / CHANGELOG).read_text(encoding="utf-8")


class TestDist:
    """What's built is what's committed, and nothing else."""

    def test_the_same_commit_gives_the_same_bytes(self, checkout: Path, tmp_path: Path) -> None:
        """In another folder, with files there that aren't committed, and other rights for new files."""
        sums = build(checkout)[-1].read_bytes()
        clone = tmp_path / "clone"
        git(tmp_path, "clone", "--quiet", str(checkout), str(clone))
        (clone / "src" / "exback" / "draft.py").write_text("print('not committed')\n", encoding="utf-8")
        mask = os.umask(0o077)
        try:
            assert build(clone)[-1].read_bytes() == sums
        finally:
            os.umask(mask)

    def test_files_are_dated_as_their_commit(self, checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Not as the day they were built on."""
        monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-02-03T04:05:06+00:00")
        (checkout / "new.txt").write_text("New.\n", encoding="utf-8")
        commit(checkout, "Add a file")
        wheel = build(checkout)[1]
        with zipfile.ZipFile(wheel) as archive:
            assert {info.date_time for info in archive.infolist()} == {(2026, 2, 3, 4, 5, 6)}


class TestIndexPage:
    """What the package index shows: a page that needs no other file, because the index has none."""

    page = (CHECKOUT / "docs" / "package-index.md").read_text(encoding="utf-8")

    def test_is_in_the_packages(self, checkout: Path) -> None:
        """As the only description, and there's no link or picture in it that leads nowhere."""
        project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        assert CHECKOUT / project["readme"] == CHECKOUT / "docs" / "package-index.md"
        assert "](" not in self.page
        assert "docs/" not in self.page

    def test_says_what_the_readme_says(self) -> None:
        """What exback is, and where help is, in the same words."""
        readme = (CHECKOUT / "README.md").read_text(encoding="utf-8")
        introduction, _, rest = self.page.partition("\n## Start")
        help_is = rest.partition("## Where help is")[2].partition("\n\nThe source")[0]
        assert help_is in readme
        assert all(paragraph in readme for paragraph in introduction.split("\n\n"))


class TestNotes:
    """What the hosted release says is new, taken from the changelog."""

    def test_are_the_section_of_the_tag(self, checkout: Path) -> None:
        """Without its heading, and without earlier versions."""
        release.release(checkout, "0.2.0", TODAY, ())
        assert release.notes(checkout, "v0.2.0") == "### Every day\n\n- A new page."

    def test_are_refused_for_a_tag_that_is_not_this_version(self, checkout: Path) -> None:
        """So that nothing is uploaded under another name."""
        with pytest.raises(Refused, match=r"The tag is v0\.2\.0, but src/exback/__init__\.py has another version\."):
            release.notes(checkout, "v0.2.0")

    def test_are_refused_without_a_date(self, checkout: Path) -> None:
        """`make release` sets it; a tag made by hand has none."""
        change(checkout / VERSION_FILE, "0.1.0", "0.2.0")
        with pytest.raises(Refused, match=r"CHANGELOG\.md has no section for 0\.2\.0 with a date\."):
            release.notes(checkout, "v0.2.0")


class TestThisCheckout:
    """What a release needs is here."""

    def test_the_version_stands_where_a_release_sets_it(self) -> None:
        """In one line of the package."""
        code = (CHECKOUT / VERSION_FILE).read_text(encoding="utf-8")
        assert with_version(code, __version__) == code
        assert f'__version__ = "{__version__}1"' in with_version(code, f"{__version__}1")

    def test_every_check_can_be_made(self) -> None:
        """Each is a target of the Makefile."""
        made = (CHECKOUT / "Makefile").read_text(encoding="utf-8")
        for check in CHECKS:
            assert re.search(rf"^{check.command[1]}:", made, re.MULTILINE)

    def test_every_entry_of_the_changelog_is_one_line_under_a_version(self) -> None:
        """Each version has a date, except the one that's being worked on, which comes first."""
        lines = (CHECKOUT / CHANGELOG).read_text(encoding="utf-8").partition("\n## ")[2].splitlines()
        lines[0] = f"## {lines[0]}"
        versions = [line for line in lines if line.startswith("## ")]
        assert re.fullmatch(r"## \[\d+\.\d+\.\d+\] - (unreleased|\d{4}-\d\d-\d\d)", versions[0])
        assert all(re.fullmatch(r"## \[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", line) for line in versions[1:])
        assert [line for line in lines if line and not line.startswith(("## ", "### ", "- "))] == []
