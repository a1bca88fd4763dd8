"""What became of a draft or of an ending, beside its words in the journal and in the exports: sent, taken back, and when."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.held import wrote
from support.lives import LIFE, SAFE
from support.person import Person

from exback.engine.journal import asked, journal
from exback.export import markdown
from exback.export.html import report
from exback.export.options import Options
from exback.model.run import Earlier, changed
from exback.screen.pages.journal import plain_entries

STEP = "one-invitation"
FIRST, SECOND = "Coffee on Friday, you owe me.", "Hi J., coffee some time? A no is fine."


@pytest.fixture
def replaced(person: Person) -> Person:
    """Someone who wrote a draft on Monday 2 March, another on Tuesday, and sent that on Wednesday 4 March."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts(STEP, draft=FIRST)
    person.clock.forward(days=1)
    person.puts(STEP, sent="rewrite", draft=SECOND)
    person.clock.forward(days=1)
    person.puts(STEP, sent="yes")
    person.clock.forward(days=1)
    return person


def became(person: Person) -> dict[str, str]:
    """Return what the journal says above each draft."""
    journey = person.journey
    entries = [entry for entry in journal(person.program, journey).entries if entry.run.step == STEP and entry.item]
    return {entry.words: asked(entry, journey) for entry in entries}


def test_a_draft_that_is_held_was_not_sent(person: Person) -> None:
    """As long as nothing was sent, the journal says so."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.puts(STEP, draft=FIRST)
    assert became(person) == {FIRST: "Write your invitation. (not sent)"}
    person.puts(STEP, sent="no")
    assert became(person) == {FIRST: "Write your invitation. (not sent)"}


@pytest.mark.parametrize(
    ("reply", "came"),
    [
        ("yes", "they said yes"),
        ("no", "they said no"),
        ("other", "they said something else"),
        ("nothing", "no answer by Thursday 5 March 2026"),
    ],
)
def test_only_the_draft_that_was_sent_has_the_day_and_the_answer(replaced: Person, reply: str, came: str) -> None:
    """Of two drafts, the one that was replaced says that it wasn't sent, and the other when it was, and what came back."""
    assert became(replaced)[SECOND] == "Write your invitation. (sent on Wednesday 4 March 2026)"
    replaced.puts(STEP, reply=reply)
    assert became(replaced) == {
        FIRST: "Write your invitation. (not sent)",
        SECOND: f"Write your invitation. (sent on Wednesday 4 March 2026; {came})",
    }


def test_the_latest_answer_counts(replaced: Person) -> None:
    """Whoever heard nothing at first, and then a no, reads the no."""
    replaced.puts(STEP, reply="nothing")
    replaced.clock.forward(days=6)
    replaced.puts(STEP, reply="no")
    assert became(replaced)[SECOND].endswith("(sent on Wednesday 4 March 2026; they said no)")


def test_words_that_were_changed_later_are_not_those_that_were_sent(replaced: Person) -> None:
    """A draft that is changed in the journal after it was sent doesn't pass for what they read."""
    run = next(run for run in replaced.journey.runs if run.answers.get("draft") == SECOND)
    earlier = Earlier("draft", SECOND, replaced.clock(), replaced.journey.next_number)
    replaced.store.put(changed(run, answers={**run.answers, "draft": "Hi J.!"}, history=[earlier]))
    assert became(replaced)["Hi J.!"].endswith("(changed since it was sent on Wednesday 4 March 2026)")


def test_a_fresh_start_leaves_the_first_message_as_it_was(replaced: Person) -> None:
    """After starting again, the earlier drafts keep what became of them, and the new one isn't sent."""
    replaced.puts(STEP, reply="yes")
    assert replaced.program.fresh is not None
    step, item, value = replaced.program.fresh
    replaced.puts(step, 1, **{item: value})
    replaced.puts(STEP, draft="A third one.")
    assert became(replaced) == {
        FIRST: "Write your invitation. (not sent)",
        SECOND: "Write your invitation. (sent on Wednesday 4 March 2026; they said yes)",
        "A third one.": "Write your invitation. (not sent)",
    }
    replaced.clock.forward(days=1)
    replaced.puts(STEP, sent="yes")
    assert became(replaced)["A third one."].endswith("(sent on Friday 6 March 2026)")
    assert became(replaced)[SECOND].endswith("4 March 2026; they said yes)")


def test_every_way_to_read_it_says_so(replaced: Person) -> None:
    """Plain lines, the HTML and the Markdown all have it beside the question."""
    replaced.puts(STEP, reply="no")
    journey, program = replaced.journey, replaced.program
    entries = journal(program, journey).entries
    lines = "\n".join(plain_entries(entries, lambda entry: asked(entry, journey), journey.today))
    html = report.render(program, journey, Options())
    written = markdown.render(program, journey, Options()).replace("\\", "")
    for text in (lines, html, written):
        assert text.count("(sent on Wednesday 4 March 2026; they said no)") == 1
        assert text.count("(not sent)") == 1


def test_none_of_it_is_shown_behind_a_boundary(replaced: Person) -> None:
    """Whoever must leave the other alone isn't told there that something was sent."""
    replaced.puts("their-side", asked_to_stop=True)
    journey, program = replaced.journey, replaced.program
    assert became(replaced) == {}
    for text in (report.render(program, journey, Options()), markdown.render(program, journey, Options())):
        assert "sent on" not in text


def test_two_computers_on_which_one_was_sent_each(person: Person, tmp_path: Path) -> None:
    """Merged, the journal calls neither of them “not sent”: both were."""
    wrote(person, FIRST)
    other = person.copied_to(tmp_path / "other")
    other.last_id = 999
    person.clock.forward(days=1, hours=1)
    other.clock.now = person.clock.now
    other.answers(STEP, {"sent": "rewrite", "draft": SECOND})
    person.answers(STEP, {"sent": "yes"})
    other.clock.forward(days=1, hours=1)
    other.answers(STEP, {"sent": "yes"})
    person.clock.now = other.clock.now
    person.store.merge(other.store.path)
    assert became(person) == {
        FIRST: "Write your invitation. (sent on Tuesday 3 March 2026)",
        SECOND: "Write your invitation. (sent on Wednesday 4 March 2026)",
    }


# Endings


TOGETHER = {"reason-now": "smaller", "different-them": "They answer.", "breaks": "My sister.", "keep": "The choir."}
ENDINGS = {
    "letting-go": ("why-now", LIFE["letting-go"]),
    "declined": ("feels", LIFE["declined"]),
    "no-reply": ("stop-waiting", LIFE["no-reply"]),
    "moved-on": ("hurts-most", {"is-so": "yes", "compare": "My humour.", "keep": "The lake.", "close": "Photos."}),
    "together-again": ("different-me", {**SAFE, **TOGETHER}),
}


def tell(person: Person, ending: str) -> None:
    """Tell an ending, with the same first words in each."""
    first, answers = ENDINGS[ending]
    told = {item.replace("-", "_"): value for item, value in {**answers, first: "These words."}.items()}
    person.puts(ending, 2, **told)  # type: ignore[arg-type]  # lives are told as objects


def everything(person: Person) -> tuple[str, ...]:
    """Return the journal, the HTML and the Markdown."""
    journey, program = person.journey, person.program
    entries = journal(program, journey).entries
    return (
        "\n".join(plain_entries(entries, lambda entry: asked(entry, journey), journey.today)),
        report.render(program, journey, Options()),
        markdown.render(program, journey, Options()).replace("\\", ""),
    )


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_ending_that_was_taken_back_says_so(person: Person, ending: str) -> None:
    """In one short line, with its day, beside its first words; one that holds says nothing."""
    person.answers("your-story", dict(LIFE["your-story"]))
    tell(person, ending)
    for text in everything(person):
        assert "These words." in text
        assert "you took this ending back" not in text
    person.clock.forward(days=3)
    taken_back = {"is_so": "no"} if ending == "moved-on" else {"holds": "no"}
    person.puts(ending, 2, **taken_back)
    for text in everything(person):
        assert text.count("(you took this ending back on Thursday 5 March 2026)") == 1


def test_told_again_after_that_the_new_one_says_nothing(person: Person) -> None:
    """Only what was told before it was taken back is marked, and only with the first time."""
    person.answers("your-story", dict(LIFE["your-story"]))
    for _ in range(2):
        tell(person, "letting-go")
        person.clock.forward(days=3)
        person.puts("letting-go", holds="no")
        person.clock.forward(days=3)
    tell(person, "letting-go")
    for text in everything(person):
        assert text.count("you took this ending back on") == 2
        assert text.count("you took this ending back on Thursday 5 March 2026") == 1
        assert text.count("you took this ending back on Wednesday 11 March 2026") == 1


def test_still_so_takes_nothing_back(person: Person) -> None:
    """Someone who said that it still holds, and looked back on it, has taken nothing back."""
    person.answers("your-story", dict(LIFE["your-story"]))
    tell(person, "letting-go")
    person.clock.forward(days=31)
    person.puts("letting-go", holds="yes", lighter="some", grown="The choir.")
    assert all("you took this" not in text for text in everything(person))


def test_it_had_ended_again(person: Person) -> None:
    """Being together again wasn't taken back then: it ended."""
    person.answers("your-story", dict(LIFE["your-story"]))
    tell(person, "together-again")
    person.clock.forward(days=3)
    person.puts("together-again", holds="apart")
    for text in everything(person):
        assert text.count("(it had ended again by Thursday 5 March 2026)") == 1
        assert "you took this" not in text


def test_an_answer_after_all_takes_no_answer_back(replaced: Person) -> None:
    """“No answer came” says that one did, and when that was told."""
    replaced.puts(STEP, reply="nothing")
    replaced.clock.forward(days=14)
    tell(replaced, "no-reply")
    replaced.clock.forward(days=3)
    replaced.puts(STEP, reply="yes")
    for text in everything(replaced):
        assert text.count("(an answer came after all; you said so on Sunday 22 March 2026)") == 1
