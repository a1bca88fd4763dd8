"""The Markdown export: everything that was written is in it, but for what is withheld."""

from __future__ import annotations

import re
from datetime import date

import pytest
from support.lives import LIFE
from support.person import Clock, Person
from support.record import numbered

from exback.engine.journal import WITHHELD
from exback.export.formats import FORMATS
from exback.export.options import Options
from exback.model.program import Program
from exback.model.run import Earlier, Run, Value
from exback.model.timeline import SAFETY
from exback.store import Progress


def markdown(runs: list[Run], program: Program, clock: Clock, since: date | None = None) -> str:
    """Write runs out."""
    progress = Progress(runs=runs)
    return FORMATS["md"].render(program, program.journey(runs, clock()), progress, Options(since))


def run(clock: Clock, step: str = "your-story", **fields: object) -> Run:
    """Return a finished run, unless told otherwise."""
    return Run(**{"id": "a", "step": step, "started": clock.now, "finished": clock.now, **fields})  # type: ignore[arg-type]  # any field


def unescaped(text: str) -> str:
    """Take the backslashes out that only say that a character is meant."""
    return re.sub(r"\\([^\w\s])", r"\1", text).replace("\\\n> ", "\n")


class TestMarkdown:
    """Everything, to be read."""

    def test_holds_every_word_of_a_whole_walk(self, person: Person, program: Program) -> None:
        """Each question that was asked and each answer in words, under stage and step, with the day."""
        person.answers("your-story", dict(LIFE["your-story"]))
        text = markdown(list(person.store.load().runs), program, person.clock)
        plain = unescaped(text)
        assert text.startswith("# What I wrote with exback\n\n")
        assert "Monday 2 March 2026" in text
        assert f"\n## {program.stages[0].title}\n\n### Your story\n\n#### Monday 2 March 2026, 10:00\n" in text
        for item in program.step("your-story").items:
            given = LIFE["your-story"].get(item.id)
            if given is not None and isinstance(item.text, str):
                assert item.text in plain
            if isinstance(given, str) and item.id == "name":
                assert given in plain

    def test_tells_what_is_not_on_the_path(self, program: Program, clock: Clock) -> None:
        """Closed branches, half-typed text, answers that were changed and answers to questions that are gone."""
        kept = run(
            clock,
            answers={"name": "now"},
            hidden={"together": "3"},
            drafts={"reasons": "half a thou"},
            orphans={"old-question": "old answer"},
            history=[Earlier("name", "before", clock.now, 3)],
        )
        text = markdown(numbered([kept]), program, clock)
        told = list(map(text.find, ("> now", "> 3", "> half a thou", "> old answer", "> before")))
        assert -1 not in told
        assert told == sorted(told)
        assert "*Until Monday 2 March 2026, 10:00 it said:*" in text

    def test_keeps_steps_that_are_gone(self, program: Program, clock: Clock) -> None:
        """Their answers stand at the end, under their ids."""
        text = markdown([run(clock, "gone-step", answers={"what-was-asked": "a word"})], program, clock)
        assert "## Steps that exback no longer has\n\n### gone-step\n" in text
        assert "**what-was-asked**\n\n> a word\n" in text

    def test_withholds_steps_that_are_gone_while_a_boundary_holds(self, program: Program, clock: Clock) -> None:
        """Nobody knows whether they reached out, so none of their words is handed out then."""
        afraid = run(clock, "your-story", answers={"afraid-of-me": True})
        gone = run(clock, "gone-step", answers={"what-was-asked": "a word"})
        text = markdown(numbered([afraid, gone]), program, clock)
        assert text.endswith(f"\n\n{WITHHELD}\n")
        assert "gone-step" not in text
        assert "a word" not in text

    def test_says_of_an_hour_after_midnight_that_it_was_the_next_day(self, program: Program, clock: Clock) -> None:
        """By the calendar: the entry counts for the day that hadn't ended."""
        clock.forward(hours=15)
        text = markdown([run(clock, answers={"name": "J"})], program, clock)
        assert "\n#### Monday 2 March 2026, 01:00 the next day\n" in text

    def test_says_what_is_not_finished(self, program: Program, clock: Clock) -> None:
        """With the moment at which it was begun."""
        begun = run(clock, finished=None, drafts={"name": "J"})
        assert "2 March 2026, 10:00, not finished" in markdown([begun], program, clock)

    def test_leaves_out_a_step_that_was_only_looked_into(self, program: Program, clock: Clock) -> None:
        """A run without a word, as earlier versions saved one, is no entry."""
        text = markdown(numbered([run(clock), run(clock, id="b", finished=None)]), program, clock)
        assert "1 entry" in text or "one entry" in text
        assert "not finished" not in text

    def test_says_skipped_and_burnt(self, program: Program, clock: Clock) -> None:
        """What is not there is told from what was never written."""
        letter = run(clock, "letter", answers={"letter": None, "fate": "burn"})
        kept = run(clock, id="b", answers={"wish": None})
        text = markdown([letter, kept], program, clock)
        assert "> deleted for good" in text
        assert "> skipped" in text

    @pytest.mark.parametrize(
        "answers",
        [
            {"ended": "no day"},
            {"ended": 7},
            {"who-ended": ["them"]},
            {"who-ended": "an option that is gone"},
            {"ties": "home"},
            {"asked-to-stop": "maybe"},
        ],
    )
    def test_a_hand_edited_answer_is_shown_as_it_stands(
        self, program: Program, clock: Clock, answers: dict[str, object]
    ) -> None:
        """Nothing is left out because it does not fit."""
        assert markdown([run(clock, answers=answers)], program, clock).count("\n> ") == 1

    def test_can_begin_later(self, program: Program, clock: Clock) -> None:
        """From a day on, that day included."""
        first = run(clock, answers={"name": "first"})
        clock.forward(days=3)
        later = run(clock, id="b", answers={"name": "later"})
        text = markdown([first, later], program, clock, since=date(2026, 3, 5))
        assert "later" in text
        assert "first" not in text
        assert "one entry from one day, Thursday 5 March 2026" in text

    def test_with_nothing_kept_it_says_so(self, program: Program, clock: Clock) -> None:
        """An empty page with a head."""
        assert ", with no entries." in markdown([], program, clock)

    def test_a_letter_that_is_put_by_shows_only_its_day(self, program: Program, clock: Clock) -> None:
        """Until that day has come, neither what it says, nor what was typed or stood there before; JSON has all of it."""
        sealed = run(
            clock,
            "letter",
            answers={"letter": "Not yet.", "fate": "seal", "until": "2026-08-01"},
            drafts={"letter": "Half typed."},
            history=[Earlier("letter", "Before that.", clock.now, 3)],
        )
        text = markdown([sealed], program, clock)
        assert "Sealed until Saturday 1 August 2026." in text
        assert not [words for words in ("Not yet", "Half typed", "Before that") if words in text]
        assert "Not yet." in FORMATS["json"].render(
            program, program.journey([sealed], clock()), Progress(runs=[sealed]), Options()
        )
        clock.forward(days=200)
        assert "Not yet." in markdown([sealed], program, clock)

    def test_the_words_of_an_invitation_are_not_handed_to_somebody_who_must_not_write(
        self, program: Program, clock: Clock
    ) -> None:
        """While a boundary holds, what reaches out is left out, and only that."""
        reaching = next(step for step in program.steps() if step.reaches_out)
        invitation = run(clock, reaching.id, id="b", answers={reaching.items[-1].id: "come with me"})
        noes: dict[str, Value] = dict.fromkeys(sorted(SAFETY), False)
        before = [run(clock, answers={"name": "J.", **noes}), invitation]
        held = [run(clock, answers={"name": "J.", **noes, "asked-to-stop": True}), invitation]
        assert "come with me" in markdown(numbered(before), program, clock)
        text = markdown(numbered(held), program, clock)
        assert "come with me" not in text
        assert "J." in text
        assert WITHHELD in text
        text = markdown(numbered([run(clock, answers={"name": "J."}), invitation]), program, clock)
        assert "come with me" not in text
        assert "To see it, answer the four questions about safety: exback step your-story" in text
