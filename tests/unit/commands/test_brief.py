"""The sheet for a doctor or a counsellor: what is on it, what only a tick puts on it, and that it's shown before it's written."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from support.lives import LIFE
from support.person import Clock, Person
from support.scripted import Scripted

from exback import cli
from exback.commands.brief import CHANGE, STOP, WRITE, asked_for
from exback.commands.environment import Environment
from exback.engine.view import Leave, Skip
from exback.export.brief import extras, sheet
from exback.insights.summary import summary_of
from exback.model.boundaries import AFRAID_OF_THEM, BOUNDARIES
from exback.model.prose import Table
from exback.screen.plain import Plain


class Ended(NamedTuple):
    """What came of a command line."""

    code: int
    out: str
    err: str


@pytest.fixture
def lived(person: Person) -> Person:
    """Someone who told their story, checked in twice, wrote to the other one, and looked at their profile."""
    person.answers("your-story", {**LIFE["your-story"], "name": "Robin"})
    weekly: dict[str, Any] = {"phq-1": "2", "phq-2": "1", "gad-1": "0", "gad-2": "1"}
    person.puts("check-in", mood=3, longing=8, sleep=5, line="Robin called.", **weekly)
    person.puts("contact", kind="i-wrote", change="No phone at night.")
    person.puts("look", what="profile")
    person.clock.now += timedelta(days=1)
    person.puts("check-in", mood=5, longing=7, sleep=4)
    return person


def texts(person: Person, words: str = "", ticked: Sequence[str] = ()) -> str:
    """Return all that is on a person's sheet, as text."""
    parts = sheet(person.program, person.journey, words, ticked)
    rows = [block for part in parts for block in (part.title, *part.content)]
    return "\n".join(
        "\n".join(" | ".join(row) for row in (block.head, *block.rows)) if isinstance(block, Table) else str(block)
        for block in rows
    )


def on_screen(person: Person, answers: dict[str, Any]) -> tuple[str | None, Scripted]:
    """Answer the pages of the sheet, and return it with the screen."""
    screen = Scripted(answers)
    return asked_for(lambda: screen, person.program, person.journey), screen


class TestSheet:
    """What is on it."""

    def test_numbers(self, lived: Person) -> None:
        """It has the sums of the questionnaires, the averages of the week, and the check-ins."""
        text = texts(lived)
        assert "Day | PHQ-2 (low mood), 0 to 6 | GAD-2 (worry), 0 to 6\n2 Mar 2026 | 3 | 1" in text
        assert "Week from | Mood | Longing | Sleep\n25 Feb 2026 | 4 | 7.5 | 4.5" in text
        assert "This covers two check-ins." in text

    def test_two_check_ins_of_one_day_count_once(self, lived: Person) -> None:
        """The averages rest on the last of them, and the status page counts the same."""
        lived.puts("check-in", mood=6, longing=5, sleep=5)
        assert "This covers two check-ins." in texts(lived)
        days = summary_of(lived.program, lived.journey, None, held=False)
        assert days.rests_on == "From two check-ins in the last four weeks"
        lived.clock.forward(days=1)
        lived.puts("check-in", mood=6, longing=5, sleep=5)
        assert "This covers three check-ins." in texts(lived)

    def test_steps(self, lived: Person) -> None:
        """Their titles are quoted, because they say "you", and the questions that everyone is asked first aren't among them."""
        lived.puts("contact-rule", kind="full", length="14")
        assert texts(lived).endswith("\nSteps of the program that I've done\n- “Your rule”")
        assert "Your story" not in texts(lived)

    def test_no_words_of_its_own_say_you(self, lived: Person) -> None:
        """It speaks for the person: questions and titles that say "you" are in quotation marks."""
        lived.puts("contact-rule", kind="full", length="14")
        text = texts(lived, ticked=tuple(extras(lived.program, lived.journey)))
        assert text.count("“Have you ever been afraid of them") == 1
        assert not re.findall(r"\byour?\b", re.sub("“.*?”", "", text.replace("I'd like you to know", "")).casefold())

    def test_line(self, lived: Person) -> None:
        """The line that was written for it comes first, and nothing of it can be hidden or become markup."""
        assert texts(lived, "I don't sleep.\x1b").startswith("What I'd like you to know\nI don't sleep.")
        html, _ = on_screen(lived, {"line": "<b>tired</b>", "extra": [], "sheet": WRITE})
        assert html is not None
        assert "&lt;b&gt;tired&lt;/b&gt;" in html

    def test_nothing_that_was_not_ticked(self, lived: Person) -> None:
        """No answer about safety, no contact, slip or check, none of their words, and no name, is on it by itself."""
        text = texts(lived).casefold()
        for word in ("contact", "slip", "look", "robin", "afraid", "court", "blocked", "phone at night"):
            assert word not in text.replace("looking back", "")

    def test_an_empty_file(self, person: Person) -> None:
        """Someone who has written nothing has a sheet with nothing but their line."""
        assert sheet(person.program, person.journey, "", ()) == ()
        assert [part.title for part in sheet(person.program, person.journey, "Hello.", ())] == [
            "What I'd like you to know"
        ]

    def test_steps_that_a_boundary_can_close(self, lived: Person) -> None:
        """A step that a boundary can close isn't among those that were done."""
        closable = [step for stage in lived.program.stages for step in stage.steps if step.reaches_out or step.not_for]
        for step in closable:
            lived.puts(step.id)
        assert closable
        text = texts(lived)
        assert not [step.title for step in closable if step.title in text]


class TestTicked:
    """What is on it only after a tick."""

    def test_one_by_one(self, lived: Person) -> None:
        """Each part is offered by itself, and a tick puts that part on the sheet and no other."""
        offered = extras(lived.program, lived.journey)
        assert set(offered) == {"contact", "check", "slip", *(boundary.id for boundary in BOUNDARIES)}
        without = texts(lived)
        for key, part in offered.items():
            assert texts(lived, ticked=[key]) == f"{without}\n{part.title}\n{part.content[0]}"

    def test_only_what_there_is(self, person: Person) -> None:
        """What never happened or was never answered isn't offered."""
        assert extras(person.program, person.journey) == {}

    def test_answers_about_safety(self, lived: Person) -> None:
        """The latest answer counts, with its day."""
        assert "No, answered on 2 Mar 2026." in texts(lived, ticked=[AFRAID_OF_THEM.id])
        lived.puts("their-side", **{AFRAID_OF_THEM.id: True})
        assert "Yes, answered on 3 Mar 2026." in texts(lived, ticked=[AFRAID_OF_THEM.id])

    def test_days(self, lived: Person) -> None:
        """Days with contact are counted and named."""
        assert "Days with contact\nThis was on one day: 2 Mar 2026." in texts(lived, ticked=["contact"])


class TestPages:
    """The pages before it's written."""

    def test_shown_first(self, lived: Person) -> None:
        """All that is written to the file was on the last page."""
        lived.puts("contact-rule", kind="full", length="14")
        html, screen = on_screen(lived, {"line": "I don't sleep.", "extra": ["slip"], "sheet": WRITE})
        assert html is not None
        last = screen.views[-1]
        shown = "\n".join(str(block) for block in last.body)
        for words in ("I don't sleep.", "Days with a slip", "Questionnaires", "“Your rule”"):
            assert words in shown
            assert words.replace("'", "&#x27;") in html
        assert (
            last.begins_at_top
        )  # a window too low for all of it shows the beginning, and its keys say how to see the rest

    def test_nothing_is_ticked(self, lived: Person) -> None:
        """At first nothing is ticked, and the page says that a court may read it."""
        _, screen = on_screen(lived, {"line": Skip(), "extra": [], "sheet": STOP})
        page = next(view for view in screen.views if view.item.id == "extra")
        assert page.value is None
        assert "court" in str(page.note)

    def test_change(self, lived: Person) -> None:
        """The way back to the first page has the line and the ticks as they were."""
        html, screen = on_screen(lived, {"line": ("One.", "Two."), "extra": (["slip"], []), "sheet": (CHANGE, WRITE)})
        assert html is not None
        assert "Two." in html
        assert "One." not in html
        assert [view.value for view in screen.views if view.item.id in ("line", "extra")] == [
            None,
            None,
            "One.",
            ["slip"],
        ]

    def test_change_in_plain_lines(self, lived: Person) -> None:
        """Someone who hears the pages hears the line and each tick again, and Enter keeps them."""
        said = io.StringIO()
        typed = ("I don't sleep.", "1 2", "9", "1", "", "", "2")
        screen = Plain(lived.clock, io.StringIO("\n".join(typed) + "\n"), said)
        html = asked_for(lambda: screen, lived.program, lived.journey)
        first, second = (part.title for part in list(extras(lived.program, lived.journey).values())[:2])
        assert said.getvalue().count("You said: I don't sleep. Enter keeps it.") == 1
        assert said.getvalue().count(f"You said: {first}, {second}. Enter keeps it.") == 1
        assert said.getvalue().count("That's not in the list.") == 1
        assert html is not None
        assert all(f"<h2>{words}</h2>" in html for words in (first, second))
        assert "I don&#x27;t sleep." in html

    @pytest.mark.parametrize(
        "line",
        ["not 4", "all but 1", "none but 2", "1 9", "1, no", ".", ",", "and", "abc", "no 4", "-1", "1-3", "everything"],
    )
    def test_what_cannot_be_read_ticks_nothing(self, lived: Person, line: str) -> None:
        """Part of a line is never taken for a tick, because someone may read the page in court: it's asked again."""
        said = io.StringIO()
        screen = Plain(lived.clock, io.StringIO(f"\n{line}\n3\n2\n"), said)
        html = asked_for(lambda: screen, lived.program, lived.journey)
        titles = [part.title for part in extras(lived.program, lived.journey).values()]
        assert said.getvalue().count("That's not in the list. Type the numbers, or type again to hear the list.") == 1
        assert html is not None
        assert [title for title in titles if f"<h2>{title}</h2>" in html] == titles[2:3]

    def test_not_wanted(self, lived: Person) -> None:
        """It isn't returned to someone who doesn't want it."""
        assert on_screen(lived, {"line": Skip(), "extra": [], "sheet": STOP})[0] is None


class TestCommand:
    """The command line."""

    @pytest.fixture
    def exback(
        self,
        monkeypatch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
        lived: Person,
        clock: Clock,
        tmp_path: Path,
    ) -> Callable[..., Ended]:
        """Runs command lines with these answers on the pages."""
        monkeypatch.setenv("EXBACK_HOME", str(lived.store.home))
        monkeypatch.chdir(tmp_path)

        def run(*words: str, **answers: Any) -> Ended:
            monkeypatch.setattr(sys, "stdin", io.StringIO())
            if answers:
                monkeypatch.setattr(Environment, "screen", lambda _: Scripted(answers))
            return Ended(cli.run(list(words), clock), *capsys.readouterr())

        return run

    def test_neutral_name(self, exback: Callable[..., Ended], tmp_path: Path) -> None:
        """The file's name and its words say nothing of the program."""
        ended = exback("export", "--format", "html", "--brief", line=Skip(), extra=[], sheet=WRITE)
        assert ended.code == 0
        (path,) = tmp_path.glob("*.html")
        assert path.name == "summary-2026-03-03.html"
        assert "exback" not in path.read_text(encoding="utf-8").casefold()

    def test_to_stdout(self, exback: Callable[..., Ended], tmp_path: Path) -> None:
        """With - it goes to the standard output, and no file is written."""
        ended = exback("export", "-", "--format", "html", "--brief", line=Skip(), extra=[], sheet=WRITE)
        assert ended.out.startswith("<!doctype html>")
        assert not list(tmp_path.glob("*.html"))

    @pytest.mark.parametrize(("leaving", "code"), [(Leave(interrupted=True), 130), (Leave(), 0)])
    def test_left(self, exback: Callable[..., Ended], tmp_path: Path, leaving: Leave, code: int) -> None:
        """Leaving a page writes nothing and says so."""
        ended = exback("export", "--format", "html", "--brief", line=leaving)
        assert (ended.code, ended.out) == (code, "Nothing was written.\n")
        assert not list(tmp_path.glob("*.html"))

    def test_not_wanted(self, exback: Callable[..., Ended], tmp_path: Path) -> None:
        """A sheet that isn't wanted isn't written."""
        ended = exback("export", "--format", "html", "--brief", line=Skip(), extra=[], sheet=STOP)
        assert (ended.code, ended.out) == (0, "Nothing was written.\n")
        assert not list(tmp_path.glob("*.html"))

    def test_nothing_to_put_on_it(
        self, exback: Callable[..., Ended], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        """Before the first entry no page is shown, and it says what the sheet is made from."""
        monkeypatch.setenv("EXBACK_HOME", str(tmp_path / "new"))
        ended = exback("export", "--format", "html", "--brief", nothing="is asked")
        assert (ended.code, ended.err) == (0, "")
        assert ended.out == (
            "There's nothing to put on this page yet. It's made from what you write down, such as your check-ins: exback "
            "checkin\nNothing was written.\n"
        )
        assert not list(tmp_path.glob("*.html"))

    def test_a_name_that_is_taken(self, exback: Callable[..., Ended], tmp_path: Path) -> None:
        """A name that is taken is refused before a word is typed."""
        path = tmp_path / "mine.html"
        path.write_text("mine")
        ended = exback("export", str(path), "--format", "html", "--brief", nothing="is asked")
        assert ended.code == 1
        assert "already" in ended.err
        assert path.read_text() == "mine"

    @pytest.mark.parametrize("kind", ["json", "md", "csv", "ics"])
    def test_other_formats(self, exback: Callable[..., Ended], kind: str) -> None:
        """Other formats have no such sheet."""
        ended = exback("export", "--format", kind, "--brief")
        assert ended.code == 1
        assert ended.err == f"--brief doesn't work with --format {kind}.\n  It works with --format html.\n"

    def test_without_a_terminal(self, exback: Callable[..., Ended], tmp_path: Path) -> None:
        """Where no one can be asked, nothing is written."""
        assert exback("export", "--format", "html", "--brief").code == 2
        assert not list(tmp_path.glob("*.html"))
