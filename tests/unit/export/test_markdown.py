"""Exports: everything in it, and nothing that was typed becomes more than words."""

from __future__ import annotations

import os
import re
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lives import LIFE
from markdown_it import MarkdownIt
from person import Clock, Person
from record import numbered

from exback.errors import ExbackError
from exback.export import FORMATS, Options
from exback.export.markdown_escape import line, quoted
from exback.guide import WITHHELD
from exback.journey import Earlier, Run
from exback.program import Program
from exback.prose import visible
from exback.store import Progress, Store
from exback.store.outside import write_new
from exback.store.progress import decode

WORDS_ONLY = {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close", "inline"}
NASTY = st.text(alphabet=st.sampled_from("ab1 \t\n\\`*_{}[]()<>&#|~^$=-+:.!\"'/@wé\u202e\u2028")) | st.text()


def markdown(runs: list[Run], program: Program, clock: Clock, since: date | None = None) -> str:
    """Write runs out."""
    progress = Progress(runs=runs)
    return FORMATS["md"].render(program, program.journey(runs, clock()), progress, Options(since))


def run(clock: Clock, step: str = "your-story", **fields: object) -> Run:
    """Give a finished run, unless told otherwise."""
    return Run(**{"id": "a", "step": step, "started": clock.now, "finished": clock.now, **fields})  # type: ignore[arg-type]  # any field


class TestJson:
    """The whole progress."""

    def test_is_the_progress_itself(self, person: Person, program: Program) -> None:
        """Reading it gives the same values, to the last one."""
        person.answers("your-story", dict(LIFE["your-story"]))
        progress = person.store.load()
        text = FORMATS["json"].render(program, person.journey, progress, Options())
        assert decode(text.encode(), "p") == progress

    def test_keeps_what_this_version_does_not_know(self, program: Program, clock: Clock) -> None:
        """Steps, answers and fields of another version are in it as they were, under their old names."""
        runs = [run(clock, "gone-step", orphans={"x": {"deep": 1}}, extra={"weather": ["grey"]})]
        progress = Progress(runs=runs, settings={"a": 1}, extra={"colour": 2})
        text = FORMATS["json"].render(program, program.journey(runs, clock()), progress, Options())
        assert decode(text.encode(), "p") == progress


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
            if isinstance(given, str) and item.id in ("name", "reasons"):
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
        assert f"### gone-step\n\n{WITHHELD}" in text
        assert "a word" not in text

    def test_says_what_is_not_finished(self, program: Program, clock: Clock) -> None:
        """With the moment at which it was begun."""
        assert "2 March 2026, 10:00, not finished" in markdown([run(clock, finished=None)], program, clock)

    def test_says_skipped_and_burnt(self, program: Program, clock: Clock) -> None:
        """What is not there is told from what was never written."""
        letter = run(clock, "letter", answers={"letter": None, "fate": "burn"})
        kept = run(clock, id="b", answers={"wish": None})
        text = markdown([letter, kept], program, clock)
        assert "> burnt" in text
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
        assert "one entry from one day, from Thursday 5 March 2026 to Thursday 5 March 2026" in text

    def test_with_nothing_kept_it_says_so(self, program: Program, clock: Clock) -> None:
        """An empty page with a head."""
        assert "no entries from no days." in markdown([], program, clock)

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
        assert "Put by until Saturday 1 August 2026." in text
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
        before = [run(clock, answers={"name": "J."}), invitation]
        held = [run(clock, answers={"name": "J.", "asked-to-stop": True}), invitation]
        assert "come with me" in markdown(numbered(before), program, clock)
        text = markdown(numbered(held), program, clock)
        assert "come with me" not in text
        assert "J." in text
        assert "The part about writing to them is closed." in text


class TestEscaping:
    """Whatever was typed stays what was typed."""

    @given(NASTY)
    @example("# head\n- list\n1. list\n> quote\n    code\n```\n~~~\n***\n---\n===\n|a|\n|-|\n")
    @example(
        "<b>bold</b> <!-- --> &amp; [link](http://x) ![i](x) **b** _e_ ~~s~~ `c` \\ $x$ http://x.y www.x.y a@b.c :smile:"
    )
    @example("a\\\nb\\\\\nc  \nd")
    def test_a_quotation_is_nothing_but_its_words(self, words: str) -> None:
        """A reader of Markdown finds a quotation with paragraphs of plain text, and the text is that which was typed."""
        reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        tokens = reader.parse(quoted(words))
        assert {token.type for token in tokens} <= WORDS_ONLY
        parts = [child for token in tokens for child in token.children or ()]
        assert {part.type for part in parts} <= {"text", "hardbreak"}
        said = ["".join(p.content or "\n" for p in t.children or ()) for t in tokens if t.type == "inline"]
        assert [one.strip() for text in said for one in text.split("\n")] == _as_shown(words)

    @given(NASTY)
    def test_a_heading_is_nothing_but_its_words(self, words: str) -> None:
        """One line, whatever was typed."""
        tokens = MarkdownIt("commonmark").parse(f"**{line('x' + words)}**")
        assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
        kinds = [child.type for child in tokens[1].children or ()]
        assert set(kinds) == {"text", "strong_open", "strong_close"}

    def test_lines_keep_their_indents(self) -> None:
        """A poem stands as it was written; Markdown would drop the spaces, or take the line for code."""
        assert quoted("a\n  b\n    c\n\td") == "> a\\\n> \u00a0\u00a0b\\\n> {0}c\\\n> {0}d".format("\u00a0" * 4)

    def test_no_address_is_made_a_link_of(self) -> None:
        """Also by readers that make a link of a bare address."""
        shown = quoted("see http://a.b, www.a.b, mailto:a@b.c at 10:30")
        assert shown == "> see http\\://a.b, www\\.a.b, mailto\\:a\\@b.c at 10:30"


def _as_shown(words: str) -> list[str]:
    """Give the lines of a text without empty ones, spaces at their ends and hidden characters."""
    return [visible(one).strip() for one in words.split("\n") if one.strip()]


def unescaped(text: str) -> str:
    """Take the backslashes out that only say that a character is meant."""
    return re.sub(r"\\([^\w\s])", r"\1", text).replace("\\\n> ", "\n")


class TestWriting:
    """`write_new`."""

    @pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
    def test_is_private(self, tmp_path: Path, umask: int) -> None:
        """0600, whatever the umask."""
        before = os.umask(umask)
        try:
            write_new(tmp_path / "new", b"words")
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o600
        assert (tmp_path / "new").read_bytes() == b"words"

    def test_never_replaces_anything(self, tmp_path: Path) -> None:
        """Neither a file, a folder, a pipe, nor a link, also one that leads nowhere."""
        (tmp_path / "file").write_bytes(b"mine")
        (tmp_path / "folder").mkdir()
        (tmp_path / "link").symlink_to("nowhere")
        os.mkfifo(tmp_path / "pipe")
        for name in ("file", "folder", "link", "pipe"):
            with pytest.raises(ExbackError, match="of that name already") as refused:
                write_new(tmp_path / name, b"words")
            assert refused.value.path == str(tmp_path / name)
        assert (tmp_path / "file").read_bytes() == b"mine"
        assert not (tmp_path / "nowhere").exists()

    def test_says_where_there_is_no_folder(self, tmp_path: Path) -> None:
        """A sentence, no trace."""
        with pytest.raises(ExbackError, match="could not write"):
            write_new(tmp_path / "none" / "new", b"words")
        assert list(tmp_path.iterdir()) == []

    def test_leaves_nothing_where_it_failed(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Half an export is no export."""

        def fail(handle: int) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(os, "fsync", fail)
        with pytest.raises(ExbackError, match="the disk is full"):
            write_new(tmp_path / "new", b"words")
        assert list(tmp_path.iterdir()) == []


def test_every_format_says_what_it_is_for() -> None:
    """In few words, with the ending that a file of it has."""
    assert {"json", "md"} <= set(FORMATS)
    assert all(one.holds and one.ending for one in FORMATS.values())


def test_a_store_reads_an_export(person: Person, program: Program, tmp_path: Path) -> None:
    """A JSON export in the place of a progress file is one."""
    person.answers("your-story", dict(LIFE["your-story"]))
    text = FORMATS["json"].render(program, person.journey, person.store.load(), Options())
    other = Store(tmp_path / "other")
    other.home.mkdir()
    write_new(other.path, text.encode())
    assert other.load() == person.store.load()
