"""`exback check` on folders: thirteen broken steps, the same with each mistake fixed, exback's own, and what is reported of it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from exback import cli
from exback.check import Fault, Report, check, lines
from exback.check.report import RULES, Tried, Walked, how_far
from exback.errors import ProgramError
from exback.loader import NAME

BROKEN = Path(__file__).parents[2] / "broken_steps"

MISTAKES = {
    "twice_the_same": ("ids", "twice-the-same / note"),
    "unknown_answer": ("references", "unknown-answer / why"),
    "never_shown": ("reachable", "never-shown / both"),
    "no_way_on": ("ends", "no-way-on / where"),
    "faint_mirror": ("empty", "faint-mirror / mirror"),
    "no_study": ("evidence", "no-study"),
    "promise": ("words", "promise / mirror"),
    "hard_words": ("readability", "hard-words"),
    "long_reading": ("length", "long-reading / road"),
    "wide_face": ("widths", "wide-face / smile"),
    "own_circle": ("openings", "own-circle"),
    "left_out": ("order", "left_out.py"),
    "stilted": ("voice", "stilted.py:11"),
}
FIXED = {
    "twice_the_same": ('"note", "What comes second?"', '"other", "What comes second?"'),
    "unknown_answer": ('here["sleep"]', 'here["slept"]'),
    "never_shown": ('here["kept"] == "yes" and ', ""),
    "no_way_on": (' if name == "nowhere"', ""),
    "faint_mirror": ('else ""', 'else "Not so well."'),
    "no_study": ('"naps", "dreams"', '"naps",'),
    "promise": ("Win them\\nback", "rest"),
    "hard_words": (
        '"Which considerations necessitate reconciliation, notwithstanding accumulated disappointment?"',
        '"What do you think, and what do you want to do?"',
    ),
    "long_reading": ("* 17", "* 16"),
    "wide_face": (" \\U0001f642", "."),
    "own_circle": ('done("own-circle")', 'done("promise")'),
    "stilted": ("Nobody", "No one"),
}


@contextmanager
def own_steps_afterwards() -> Iterator[None]:
    """Put the steps that other tests have loaded back in their place."""
    before = {name: module for name, module in sys.modules.items() if name == NAME or name.startswith(f"{NAME}.")}
    yield
    for name in [name for name in sys.modules if name == NAME or name.startswith(f"{NAME}.")]:
        del sys.modules[name]
    sys.modules.update(before)


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    """Leave no steps of a folder behind."""
    with own_steps_afterwards():
        yield


@pytest.fixture(scope="module")
def own() -> Report:
    """What check finds in exback's own folder; it takes the better part of a minute."""
    with own_steps_afterwards():
        return check()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the broken steps that a test may fix."""
    return Path(shutil.copytree(BROKEN, tmp_path / "steps", ignore=shutil.ignore_patterns("__pycache__")))


def told(report: Report) -> list[tuple[str, str]]:
    """Return rule and place of every finding."""
    return [(finding.rule, finding.place) for finding in report.findings]


def fix(module: Path, wrong: str, right: str) -> None:
    """Replace what is wrong in a module."""
    text = module.read_text(encoding="utf-8")
    assert text.count(wrong) == 1
    module.write_text(text.replace(wrong, right), encoding="utf-8")


class TestBrokenSteps:
    """Thirteen modules, one mistake each."""

    def test_each_mistake_is_found_once_by_its_own_rule(self) -> None:
        """Thirteen modules give thirteen findings, no mistake hides another, and none is told twice."""
        report = check(BROKEN)
        assert sorted(told(report)) == sorted(MISTAKES.values())

    def test_there_are_thirteen_modules_for_thirteen_rules(self) -> None:
        """The folder holds one module for every mistake that is looked for, and nothing else."""
        modules = {path.stem for path in BROKEN.glob("*.py")} - {"__init__"}
        assert modules == set(MISTAKES)
        assert len({rule for rule, _ in MISTAKES.values()}) == 13

    @pytest.mark.parametrize("module", FIXED)
    def test_a_fixed_step_is_found_no_more(self, copy: Path, module: str) -> None:
        """When one mistake is taken away, its finding goes, and the twelve others stay."""
        fix(copy / f"{module}.py", *FIXED[module])
        others = [finding for name, finding in MISTAKES.items() if name != module]
        assert sorted(told(check(copy))) == sorted(others)

    def test_a_module_that_stands_in_a_stage_is_no_longer_left_out(self, copy: Path) -> None:
        """Whoever imports the step and puts it into a stage hears no more of it."""
        fix(copy / "__init__.py", "    hard_words,\n", "    hard_words,\n    left_out,\n")
        fix(copy / "__init__.py", "own_circle.STEP,", "own_circle.STEP,\n left_out.STEP,")
        assert ("order", "left_out.py") not in told(check(copy))
        assert len(check(copy).findings) == 12

    def test_a_step_that_is_imported_and_left_out_is_found_by_its_id(self, copy: Path) -> None:
        """Importing alone does not put a step before anyone."""
        fix(copy / "__init__.py", "    hard_words,\n", "    hard_words,\n    left_out,\n")
        assert ("order", "left-out") in told(check(copy))

    def test_a_step_that_stands_twice_is_found(self, copy: Path) -> None:
        """A step stands in one place, for its place is the order people walk."""
        fix(copy / "__init__.py", "own_circle.STEP,", "own_circle.STEP,\n promise.STEP,")
        assert ("order", "promise") in told(check(copy))

    def test_it_says_the_same_every_time(self) -> None:
        """Chance repeats itself, so two checks of one folder can be compared."""
        assert check(BROKEN) == check(BROKEN)


class TestLoading:
    """Folders that are no program, or whose modules cannot be run."""

    def test_a_folder_without_a_program_is_an_error_of_whoever_named_it(self, tmp_path: Path) -> None:
        """There is nothing to check, and that is no finding."""
        with pytest.raises(ProgramError):
            check(tmp_path)

    @pytest.mark.parametrize(
        ("text", "what"),
        [
            ("STEP = = 1", "SyntaxError in promise.py, line 1"),
            ("\nSTEP = nothing", "NameError in promise.py, line 2"),
            ("from exback.model.program import Stage\n\nSTEP = Stage(id=1)", "TypeError in promise.py, line 3"),
        ],
    )
    def test_a_module_that_cannot_be_run_is_named_with_its_line(self, copy: Path, text: str, what: str) -> None:
        """An author's slip gives one sentence that leads to it, and no stack of code."""
        (copy / "promise.py").write_text(text, encoding="utf-8")
        (finding,) = check(copy).findings
        assert finding.rule == "loads"
        assert what in finding.says
        assert "Traceback" not in "\n".join(lines(check(copy)))

    def test_concerns_that_cannot_be_loaded_are_found(self, copy: Path) -> None:
        """They are loaded with the first words that someone types, so no one else would notice."""
        fix(
            copy / "__init__.py",
            "PROGRAM = Program(",
            "def _concerns():\n    from .left_out import NONE\n\nPROGRAM = Program(concerns=_concerns,",
        )
        (finding,) = check(copy).findings
        assert (finding.rule, "ImportError in __init__.py" in finding.says) == ("loads", True)

    def test_a_module_that_nothing_imports_and_nobody_can_read_is_found(self, copy: Path) -> None:
        """What cannot even be read might be a step; it is told rather than passed over."""
        (copy / "left_out.py").write_text("STEP = (", encoding="utf-8")
        assert ("order", "left_out.py") in told(check(copy))

    def test_a_module_without_a_step_may_lie_anywhere(self, copy: Path) -> None:
        """Steps share their words and functions in modules of their own."""
        (copy / "words.py").write_text("GREETING = 'Hello.'\n", encoding="utf-8")
        assert sorted(told(check(copy))) == sorted(MISTAKES.values())


class TestReadabilityAway:
    """textstat is not needed to walk, and may not be there."""

    def test_without_textstat_the_rest_is_checked_and_that_is_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The report says what was not measured and how to change it, and that alone makes no finding."""
        monkeypatch.setitem(sys.modules, "textstat", None)
        report = check(BROKEN)
        assert sorted(told(report)) == sorted(set(MISTAKES.values()) - {MISTAKES["hard_words"]})
        assert "pip install 'exback[check]'" in "\n".join(lines(report))

    def test_with_it_nothing_is_said(self) -> None:
        """What was measured needs no excuse."""
        assert check(BROKEN).unmeasured == ""


class TestReport:
    """What is printed."""

    REPORT = Report(
        title="Toys",
        steps=2,
        findings=(
            Fault("reachable", "greet", "wave", "It comes up on no path."),
            Fault("evidence", "", "naps", "No step rests on it."),
        ),
        tried=(Tried(step="greet", paths=212, worlds=9),),
        walked=Walked(3, 1200, 40),
    )

    def test_every_finding_is_told_with_rule_place_and_sentence(self) -> None:
        """Whoever reads it knows what is wrong, where, and what to do."""
        text = "\n".join(lines(self.REPORT))
        assert "2 findings:" in text
        assert "  reachable: greet / wave\n      It comes up on no path." in text
        assert "  evidence: naps\n      No step rests on it." in text

    def test_it_says_how_far_it_looked(self) -> None:
        """A proof says what it rests on: walks, worlds and paths."""
        text = "\n".join(lines(self.REPORT))
        assert "3 walks through the whole program, 1,200 states seen, the longest over 40 days" in text
        assert "  greet: 212 paths in 9 worlds, all of them" in text

    def test_a_sound_folder_is_told_so(self) -> None:
        """Silence could mean anything."""
        assert list(lines(Report(title="Toys", steps=1, findings=())))[-1] == "No problems found."

    @pytest.mark.parametrize(
        ("tried", "words"),
        [
            (Tried(step="a", paths=1, worlds=1), "1 path in 1 world, all of them"),
            (
                Tried(step="a", paths=1000, worlds=1, all_paths=False, most=16384),
                "about 16,000 paths in a world are too many; walked 1,000 paths in 1 world, every option taken at least once",
            ),
            (
                Tried(step="a", paths=20, worlds=2, all_paths=False, most=999, untaken=3),
                "about 1,000 paths in a world are too many; walked 20 paths in 2 worlds, never taken: 3 options",
            ),
            (
                Tried(step="a", paths=20, worlds=2, glances=5, stopped=True),
                "20 paths in 2 worlds, all of them; a few paths each in 5 more worlds; stopped there, with worlds left to try",
            ),
            (Tried(step="a", paths=0, worlds=2), "no path came to its end, in 2 worlds"),
            (Tried(step="a", paths=3, worlds=1, opened=False), "it never opened"),
        ],
    )
    def test_all_is_said_only_where_it_was_all(self, tried: Tried, words: str) -> None:
        """Paths that were walked whole, by sample, or not to their end are told apart."""
        assert how_far(tried) == words

    def test_a_fault_has_a_rule_that_is_known(self) -> None:
        """Every finding of the broken steps is kept by a rule that is told by name."""
        assert {finding.rule for finding in check(BROKEN).findings} == set(RULES) - {"loads", "branches"}


class TestOwnSteps:
    """exback's own program."""

    def test_it_is_sound(self, own: Report) -> None:
        """No rule is broken, on any path of any step that was walked."""
        assert [f"{finding.rule}: {finding.place}: {finding.says}" for finding in own.findings] == []

    def test_every_option_of_every_step_was_taken(self, own: Report) -> None:
        """Also where there are too many paths to walk them all, every answer was given once and every step opened."""
        assert {tried.step: tried.untaken for tried in own.tried if tried.untaken} == {}
        assert all(tried.opened and tried.paths for tried in own.tried)

    def test_most_steps_were_walked_on_all_paths(self, own: Report) -> None:
        """A sample is the exception, for steps with thousands of paths."""
        sampled = {tried.step for tried in own.tried if not tried.all_paths}
        assert len(sampled) <= len(own.tried) / 5

    def test_readability_was_measured(self, own: Report) -> None:
        """In the tests textstat is there; otherwise nothing would watch how hard the pages are."""
        assert own.unmeasured == ""


def test_says_that_it_runs_the_code_of_a_folder_before_it_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On stderr, with the folder's whole path; of exback's own steps there is nothing to say."""
    (tmp_path / "__init__.py").write_text('import sys\nprint("running", file=sys.stderr)\n', encoding="utf-8")
    assert cli.run(["check", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert said.err.splitlines()[:3] == [
        "To check a folder of steps, exback runs the Python code in it. Ctrl-C stops it. The folder:",
        f"  {tmp_path}",
        "running",
    ]
    assert "runs" not in said.out


def test_help_says_that_it_runs_the_code_of_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """Both on its own page and in the list of commands."""
    cli.run(["check", "--help"])
    assert "runs the Python code in it" in " ".join(capsys.readouterr().out.split())
    cli.run(["--help"])
    assert "runs the Python code in it" in " ".join(capsys.readouterr().out.split())
