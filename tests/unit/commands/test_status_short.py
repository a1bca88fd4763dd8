"""`exback status --short`: the same day as everywhere, in one line that tells a passer-by nothing."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.lives import LIFE
from support.person import Clock, Person

from exback import cli
from exback.commands.status_short import LOCKED, SAFETY, line
from exback.engine.status import status_of
from exback.errors import ExbackError
from exback.loader import promise
from exback.model.boundaries import BOUNDARIES
from exback.model.items import Question
from exback.model.program import Program
from exback.model.run import Earlier, Run, Value, changed
from exback.store.paths import FILE
from exback.store.progress import Progress, encode

MONDAY = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
NAMES = promise()
LENGTHS: list[Value] = ["30", "14", "other", "0", "12345", "thirty", "³", 45, 0, -3, 10_000, True, None, ["30"]]
LENGTH = st.sampled_from(["30", "30", 45]) | st.sampled_from(LENGTHS)
KEEP = {NAMES.KEEP: st.sampled_from(["The choir.", None])}
STILL = {
    NAMES.HOLDS: st.sampled_from(["yes", "anew", "no", NAMES.APART, None]),
    "is-so": st.sampled_from(["yes", "no", None]),
}
"""Whether an ending that is opened again still holds."""
OTHERS = {"kind": st.sampled_from(["i-wrote", "logistics"]), "next": st.just("fresh")}
ANSWERS = {
    NAMES.MADE_IN: dict.fromkeys(NAMES.LENGTH, LENGTH),
    NAMES.FRESH[0]: {NAMES.FRESH[1]: st.sampled_from([NAMES.FRESH[2], NAMES.FRESH[2], "stay", None])},
    NAMES.BROKEN_IN: OTHERS,
    "retired-step": OTHERS,
    **{ending: {**OTHERS, **KEEP, **STILL} for ending in NAMES.ENDINGS},
    **{step: {item: st.sampled_from([*values, "Easy.", "no", "nothing", None])} for step, item, values in NAMES.AGREED},
}
MOMENTS = st.builds(
    lambda hours, zone: (MONDAY + timedelta(hours=hours)).astimezone(timezone(timedelta(hours=zone))),
    st.integers(-1000, 3000),
    st.integers(-12, 14),
)


def written(home: Path, *runs: Run) -> Path:
    """Put runs into the file of a folder, and give the folder."""
    home.mkdir(exist_ok=True)
    (home / FILE).write_bytes(encode(Progress(runs=list(runs))))
    return home


def promised(**fields: Any) -> Run:
    """Give a promise of 30 days, made on Monday."""
    made = {"started": MONDAY, "finished": MONDAY, "start_number": 1, "finish_number": 2}
    return Run(**{"id": "a1", "step": NAMES.MADE_IN, "answers": {"length": "30"}, **made, **fields})


@st.composite
def records(draw: st.DrawFn) -> list[Run]:
    """Runs in the order they began, by clocks that were set back and forth, in several time zones."""
    runs = []
    for place in range(draw(st.integers(0, 7))):
        step = draw(st.sampled_from(list(ANSWERS)))
        given = st.fixed_dictionaries(ANSWERS[step]) | st.fixed_dictionaries({}, optional=ANSWERS[step])
        run = Run(
            id=f"run-{place}",
            step=step,
            started=draw(MOMENTS),
            start_number=draw(st.integers(0, 6)),
            finished=draw(MOMENTS | MOMENTS | st.none()),
            finish_number=draw(st.integers(0, 6)),
            answers=draw(given),
            orphans=draw(given),
        )
        runs.append(run)
    return runs


@settings(max_examples=200)
@given(runs=records(), later=st.integers(-1000, 4000))
def test_the_day_is_the_one_that_everything_else_shows(
    runs: list[Run], later: int, program: Program, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever happened, in whatever order and by whatever clock, both ways to count give the same numbers."""
    home = written(tmp_path_factory.getbasetemp() / "short", *runs)
    now = MONDAY + timedelta(hours=later)
    guide = status_of(program, program.journey(runs, now))
    found = guide.days
    to_go = f"/{found.of}" if found is not None and found.day < found.of and not guide.ended else ""
    assert line(home, now) == ("" if found is None or found.is_uncertain else f"{found.day}{to_go}")


def test_the_names_of_the_promise_have_never_been_others(program: Program) -> None:
    """A renamed step or item keeps its answers under the old name in old files, where the short line would not look."""
    step = program.step(NAMES.MADE_IN)
    named = [item for item in step.items if item.id in NAMES.LENGTH]
    fresh = [item for item in program.step(NAMES.FRESH[0]).items if item.id == NAMES.FRESH[1]]
    assert (len(named), len(fresh)) == (len(NAMES.LENGTH), 1)
    assert all(isinstance(item, Question) for item in (*named, *fresh))
    endings = [program.step(ending) for ending in NAMES.ENDINGS]
    assert not any(one.former for one in (step, program.step(NAMES.FRESH[0]), *endings))
    assert [item.former for item in (*named, *fresh)] == [(), (), ()]


def test_the_promise_belongs_to_a_walk(program: Program) -> None:
    """A fresh walk begins without it, as the short line takes for granted."""
    assert NAMES.MADE_IN in program.journey([], MONDAY).terms.walked


class TestLine:
    """What the line says."""

    def test_is_the_day_and_the_length(self, home: Path) -> None:
        """Two numbers, and no word of what is counted."""
        assert line(written(home, promised()), MONDAY + timedelta(days=12)) == "12/30"

    @pytest.mark.parametrize(("day", "says"), [(29, "29/30"), (30, "30"), (45, "45")])
    def test_goes_on_past_the_length(self, home: Path, day: int, says: str) -> None:
        """A promise that is kept longer is counted on, and no longer counted down."""
        assert line(written(home, promised()), MONDAY + timedelta(days=day)) == says

    def test_knows_every_question_about_safety(self) -> None:
        """By the ids that stand in the file."""
        assert {one.id for one in BOUNDARIES} == SAFETY

    @pytest.mark.parametrize("question", sorted(SAFETY))
    @pytest.mark.parametrize("place", ["answers", "hidden", "orphans", "history"])
    @pytest.mark.parametrize("is_finished", [True, False])
    def test_counts_nothing_down_after_a_yes(self, home: Path, question: str, place: str, is_finished: bool) -> None:
        """Wherever it stands, also in a run that is not finished, and however it was answered later."""
        said: dict[str, Any] = {question: True}
        kept = {"history": [Earlier(question, True, MONDAY, 3)]} if place == "history" else {place: said}
        told = Run(
            id="b1", step="your-story", started=MONDAY, start_number=3, finished=MONDAY if is_finished else None, **kept
        )
        assert line(written(home, promised(), told), MONDAY + timedelta(days=12)) == "12"

    @pytest.mark.parametrize("ending", [ending for ending in NAMES.ENDINGS if ending not in NAMES.TOGETHER])
    def test_counts_nothing_down_after_an_ending(self, home: Path, ending: str) -> None:
        """Once it is finished, and in the walk that it belongs to."""
        begun = Run(id="b1", step=ending, started=MONDAY, start_number=3)
        ended = changed(begun, finished=MONDAY, finish_number=4)
        answers = {NAMES.FRESH[1]: NAMES.FRESH[2]}
        fresh = changed(ended, id="c1", step=NAMES.FRESH[0], start_number=5, finish_number=6, answers=answers)
        again = promised(id="d1", start_number=7, finish_number=8)
        later = MONDAY + timedelta(days=12)
        assert line(written(home, promised(), begun), later) == "12/30"
        assert line(written(home, promised(), ended), later) == "12"
        assert line(written(home, promised(), ended, fresh, again), later) == "12/30"

    def test_counts_nothing_while_they_are_together_again(self, home: Path) -> None:
        """The rule is over then, and a new one counts its own days."""
        (step,) = NAMES.TOGETHER
        whole: dict[str, Value] = {NAMES.KEEP: "The choir."}
        closed = Run(id="b1", step=step, started=MONDAY, start_number=3, finished=MONDAY, finish_number=4)
        together = changed(closed, answers=whole)
        again = promised(id="c1", start_number=5, finish_number=6)
        assert line(written(home, promised(), closed), MONDAY + timedelta(days=12)) == "12/30"
        assert line(written(home, promised(), together), MONDAY + timedelta(days=12)) == ""
        assert line(written(home, promised(), together, again), MONDAY + timedelta(days=12)) == "12"

    def test_the_endings_are_those_that_close_a_stage(self, program: Program) -> None:
        """So that nothing is counted down in a prompt that the pages do not count."""
        assert {ending.step for stage in program.stages for ending in stage.ended_by} == set(NAMES.ENDINGS)

    def test_is_empty_where_the_day_is_not_known(self, home: Path) -> None:
        """After the clock fell back for weeks, too few to say which date was wrong, and was put right again."""
        lost = Run(id="b1", step="check-in", started=MONDAY - timedelta(days=20), start_number=3)
        assert line(written(home, promised(), lost), MONDAY + timedelta(days=12)) == ""

    def test_counts_around_what_a_wrong_clock_dated(self, home: Path) -> None:
        """A clock that fell back years and was put right again takes no day away."""
        lost = Run(id="b1", step="check-in", started=MONDAY - timedelta(days=4000), start_number=3)
        assert line(written(home, promised(), lost), MONDAY + timedelta(days=12)) == "12/30"

    @pytest.mark.parametrize("value", [False, None])
    def test_a_no_takes_nothing_away(self, home: Path, value: Value) -> None:
        """Nor does a question that was skipped."""
        told = Run(id="b1", step="your-story", started=MONDAY, answers=dict.fromkeys(SAFETY, value))
        assert line(written(home, promised(), told), MONDAY + timedelta(days=12)) == "12/30"

    @pytest.mark.parametrize("runs", [[], [promised(finished=None)], [promised(step="check-in")]])
    def test_is_empty_where_there_is_nothing_to_count(self, home: Path, runs: list[Run]) -> None:
        """Before the promise is made, and before there is a file, the prompt stays as it was."""
        assert line(home, MONDAY) == ""
        assert line(written(home, *runs), MONDAY) == ""

    def test_a_locked_file_is_said_to_be_locked(self, home: Path) -> None:
        """Without a question, and without a look at what is inside."""
        home.mkdir()
        (home / FILE).write_text(json.dumps({"format": "exback-sealed", "slots": [], "body": "x"}), encoding="utf-8")
        assert line(home, MONDAY) == LOCKED == "locked"

    def test_a_byte_order_mark_is_no_fault(self, home: Path) -> None:
        """What an editor put before the text does not hide the day."""
        path = written(home, promised()) / FILE
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
        assert line(home, MONDAY) == "0/30"


BAD = {
    "not JSON": b"Dear diary",
    "empty": b"",
    "half of it": encode(Progress(runs=[promised()]))[:200],
    "UTF-16": encode(Progress(runs=[promised()])).decode().encode("utf-16"),
    "a list": b"[1]",
    "a text": b'"exback-progress"',
    "somebody else's": b'{"format": "other"}',
    "a newer version": b'{"format": "exback-progress", "version": 2, "runs": []}',
    "a version in words": b'{"format": "exback-progress", "version": "1"}',
    "runs are a number": b'{"format": "exback-progress", "runs": 3}',
    "a run is a text": b'{"format": "exback-progress", "runs": ["x"]}',
    "a run without a beginning": b'{"format": "exback-progress", "runs": [{"id": "a", "step": "b"}]}',
    "a moment is words": b'{"format": "exback-progress", "runs": [{"id": "a", "step": "b", "started": "now"}]}',
    "answers are a list": b'{"format": "exback-progress", "runs": [{"id": "a", "step": "b", '
    b'"started": "2026-03-02T10:00:00Z", "answers": [1]}]}',
    "nested very deeply": b'{"format": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_a_file_that_cannot_be_read_is_one_sentence(data: bytes, home: Path) -> None:
    """Something is wrong, in one line that names neither the program nor a word that was written."""
    home.mkdir()
    (home / FILE).write_bytes(data)
    with pytest.raises(ExbackError, match=r"^The file can't be read\. To see why, leave out --short\.$") as said:
        line(home, MONDAY)
    assert (said.value.path, said.value.hint, said.value.exit_code) == (None, "", 1)


class TestCommand:
    """`exback status --short` on the command line."""

    @pytest.fixture
    def short(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path, clock: Clock
    ) -> Callable[..., tuple[int, str, str]]:
        """Runs it for somebody whose progress lies in `home`, and who cannot be asked."""
        monkeypatch.setenv("EXBACK_HOME", str(home))
        monkeypatch.setattr(sys, "stdin", io.StringIO())

        def run(*words: str) -> tuple[int, str, str]:
            return cli.run(["status", "--short", *words], clock), *capsys.readouterr()

        return run

    def test_prints_the_line(self, short: Callable[..., tuple[int, str, str]], person: Person, clock: Clock) -> None:
        """And nothing else, in plain lines too."""
        for step in ("your-story", "why-space", "contact-rule"):
            person.answers(step, dict(LIFE[step]))
        clock.now += timedelta(days=3)
        assert short() == short("--plain") == (0, "3/30\n", "")

    def test_somebody_new_gets_an_empty_line(self, short: Callable[..., tuple[int, str, str]], home: Path) -> None:
        """It is no error to have nothing yet, and looking creates nothing."""
        assert short() == (0, "\n", "")
        assert not home.exists()

    def test_a_bad_file_is_told_on_stderr(self, short: Callable[..., tuple[int, str, str]], home: Path) -> None:
        """The prompt of a shell stays clean."""
        home.mkdir()
        (home / FILE).write_bytes(b"\0")
        code, out, err = short()
        assert (code, out, err.count("\n")) == (1, "", 1)
        assert "exback" not in err

    def test_does_not_go_with_json(self, short: Callable[..., tuple[int, str, str]]) -> None:
        """Two answers at once are a mistake on the command line."""
        code, out, err = short("--json")
        assert (code, out) == (2, "")
        assert "--json and --short" in err
