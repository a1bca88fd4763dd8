"""The story was one long step once: files from then keep every word, and no one is asked twice."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import pytest
from support.lives import LIFE, SAFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.journal import State, asked, journal
from exback.engine.session import Session
from exback.engine.view import Answer, GoTo, Leave
from exback.export import markdown
from exback.export.options import Options
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import Quote
from exback.model.run import Run, Value, changed
from exback.store import Store
from exback.store.merge import merged

WORDS, WISH = "You said that you needed room.", "To sleep again."
LONG: Mapping[str, Value] = {
    "name": "J.",
    "who-ended": "me",
    "reasons": WORDS,
    "causes": ["distance", "betrayal"],
    "whose-trust": "theirs",
    "together": "months",
    "ended": "2026-02-10",
    "came-back": "few",
    "ties": ["work"],
    "wish": WISH,
    **dict.fromkeys(SAFE, False),
}
"""The answers to the long form, in its order."""
MOVED = ("reasons", "causes", "whose-trust", "together", "came-back", "wish")
SHORT = ("name", "who-ended", "ended", "ties", *SAFE)
NEW: Mapping[str, object] = {"my-thinking": "thought-over", "their-thinking": "hot-moment"}
LATER = {**LIFE["the-whole-story"], "reasons": "We never talked.", "causes": [], "came-back": "never", "wish": "Peace."}


def long_form(person: Person, **fields: object) -> Run:
    """Put a finished run of the long form into the file, as an earlier version wrote it."""
    now = person.clock()
    run = Run(
        id="old", step="your-story", started=now, start_number=1, finished=now, finish_number=2, answers=dict(LONG)
    )
    person.store.put(changed(run, **fields))
    person.clock.forward(days=1)
    return person.store.load().runs[-1]


def half_way(person: Person, cursor: str, **fields: object) -> Run:
    """Put a run of the long form that was left at an item into the file."""
    order = list(LONG)
    answers = {item: LONG[item] for item in order[: order.index(cursor)]}
    return long_form(person, finished=None, finish_number=0, cursor=cursor, answers=answers, **fields)


def goes_on(person: Person, step: str, answers: Mapping[str, object]) -> list[str]:
    """Go through a step with answers for what may come up, and return the ids of its questions in the order asked."""
    screen = Scripted({})
    screen._answers.update(answers)  # answers that may stay unused
    Wizard(person.program, person.store, screen, person.clock, person.new_id).open(step)
    return [view.item.id for view in screen.views if view.question and view.item.id not in ("review", "closing")]


def told(journey: Journey, item: str) -> Value:
    """Return what counts as the latest answer to a question of the whole story."""
    answer = journey.said("the-whole-story", item)
    return None if answer is None else answer.value


def _next(person: Person) -> str:
    following = person.guide.next
    return "" if following is None else following.id


class TestTheShortForm:
    """What the program must know to speak safely, and no more."""

    def test_four_noes_take_less_than_ten_pages(self, person: Person) -> None:
        """Someone with four noes is through in under ten pages, readings included, before looking it over."""
        person.answers("your-story", dict(LIFE["your-story"]))
        pages = [view.item.id for view in person.views]
        assert pages[-2:] == ["review", "closing"]
        assert pages[:-2] == ["name", "who-ended", "ended", "ties", "before-safety", *SAFE]
        assert person.program.step("your-story").minutes == 5

    def test_the_whole_story_is_open_at_once_and_asked_from_the_next_day_on(self, person: Person) -> None:
        """The longer questions can be answered at once; on the first evening the program leads on to the next step."""
        person.answers("your-story", dict(LIFE["your-story"]))
        assert (person.state("the-whole-story"), person.state("why-space")) == ("open", "open")
        assert _next(person) == "why-space"
        person.clock.forward(days=1)
        assert _next(person) == "the-whole-story"
        person.clock.forward(days=-2)
        assert _next(person) == "the-whole-story"

    def test_the_whole_story_that_was_begun_comes_next(self, person: Person) -> None:
        """Someone who began it on the first evening is led back to it."""
        person.answers("your-story", dict(LIFE["your-story"]))
        person.answers("the-whole-story", {"reasons": "You said that.", "causes": Leave()})
        assert _next(person) == "the-whole-story"

    def test_it_can_be_told_again_after_a_week(self, person: Person) -> None:
        """It repeats as the long form did."""
        person.answers("your-story", dict(LIFE["your-story"]))
        person.answers("the-whole-story", dict(LIFE["the-whole-story"]))
        assert not person.guide.step_status(person.program.step("the-whole-story")).may_begin
        person.clock.forward(days=7)
        person.answers("the-whole-story", dict(LATER))
        assert told(person.journey, "reasons") == "We never talked."

    def test_each_question_has_its_answer_and_claim(self, program: Program) -> None:
        """Who thought about the end for how long is told, not read: C4b and C4i are on the questions."""
        items = {item.id: item for item in program.step("the-whole-story").items}
        for thinking in ("my-thinking", "their-thinking"):
            assert {"C4b", "C4i"} <= set(items[thinking].claims)
            assert [option.id for option in items[thinking].options] == [  # type: ignore[attr-defined]  # a Choice
                "hot-moment",
                "thought-over",
                "both-of-these",
                "unknown",
            ]
        assert "S1" in items["wish"].claims
        assert "C4e" in items["reasons"].claims


class TestTheLongFormFinished:
    """Whoever finished the long form is done with both steps."""

    def test_they_are_not_asked_again(self, person: Person) -> None:
        """Both steps are done, and neither is next nor due."""
        long_form(person)
        guide = person.guide
        assert (person.state("your-story"), person.state("the-whole-story")) == ("done", "done")
        assert "the-whole-story" not in {step.id for step in (guide.next, *guide.due) if step}
        assert guide.step_status(person.program.step("the-whole-story")).finished == person.journey.day(
            person.journey.runs[0]
        )

    def test_every_answer_counts_with_its_day(self, person: Person) -> None:
        """What was said then is read as the whole story, on the day it was said."""
        run = long_form(person)
        journey = person.journey
        assert {item: told(journey, item) for item in MOVED} == {item: LONG[item] for item in MOVED}
        answer = journey.said("the-whole-story", "reasons")
        assert answer is not None
        assert (answer.day, answer.run.id) == (run.day, "old")

    def test_the_words_are_quoted_where_they_were(self, person: Person) -> None:
        """The pages that recall the wish and the reasons find them in the old run, with its date."""
        run = long_form(person)
        step = person.program.step("why-it-ended")
        session = Session.begin(person.program, step, person.journey, "new")
        for _page in ("stage-opening", "reasons-reading"):
            session = session.apply(Answer(), person.clock())
        assert Quote(WORDS, run.day, "This is how you told it at the start:") in session.view().body

    def test_the_pages_still_know_the_causes(self, person: Person) -> None:
        """Broken trust and a distance named in the old form lead the pages as before."""
        long_form(person)
        situation = import_module("exback.steps.situation")
        here = Session.begin(person.program, person.program.step("urge"), person.journey, "new").path.here
        assert situation.has_cause(here, "distance")
        assert situation.broke_trust(here)
        assert not situation.was_betrayed(here)

    def test_the_answers_are_kept_where_they_were_written(self, person: Person) -> None:
        """Changing the short form of an old run leaves the longer answers in it, as answers."""
        long_form(person)
        session = Session.edit(
            person.program, person.program.step("your-story"), person.journey, person.journey.runs[0]
        )
        session = session.apply(GoTo("ties"), person.clock()).apply(Answer([]), person.clock())
        assert {item: session.run.answers[item] for item in MOVED} == {item: LONG[item] for item in MOVED}
        assert session.run.hidden == {}
        person.store.put(session.run)
        assert told(person.journey, "wish") == WISH
        assert person.state("the-whole-story") == "done"

    def test_the_latest_answer_counts(self, person: Person) -> None:
        """Told again in the new step, the new answer counts, and the old one stays before it."""
        long_form(person)
        goes_on(person, "the-whole-story", LATER)
        journey = person.journey
        assert told(journey, "reasons") == "We never talked."
        values = [answer.value for answer in journey.all_said("the-whole-story", "reasons")]
        assert values == [WORDS, "We never talked."]
        assert _next(person) == "why-space"

    def test_telling_it_again_asks_everything(self, person: Person) -> None:
        """Someone who opens it by themselves is asked all of it, not only what is new."""
        long_form(person)
        questions = goes_on(person, "the-whole-story", LATER)
        assert questions[:2] == ["reasons", "causes"]
        assert "wish" in questions

    @pytest.mark.parametrize("place", ["hidden", "orphans"])
    def test_an_answer_is_found_wherever_it_is(self, person: Person, place: str) -> None:
        """An answer that another version put aside in the run still counts."""
        kept = {item: LONG[item] for item in SHORT}
        aside = {item: LONG[item] for item in ("reasons", "causes", "together", "came-back", "wish")}
        long_form(person, answers=kept, **{place: aside})
        assert told(person.journey, "reasons") == WORDS
        assert told(person.journey, "came-back") == "few"
        assert person.state("the-whole-story") == "done"

    def test_what_was_on_a_closed_branch_does_not_count(self, person: Person) -> None:
        """Whose trust was broken is hidden once no trust was: it isn't true of them any more."""
        answers = {item: value for item, value in LONG.items() if item != "whose-trust"}
        long_form(person, answers={**answers, "causes": ["drift"]}, hidden={"whose-trust": "theirs"})
        assert told(person.journey, "whose-trust") is None
        assert person.state("the-whole-story") == "done"

    def test_starting_again_asks_both_again(self, person: Person) -> None:
        """After starting again both steps are asked, and the old words can still be quoted."""
        long_form(person)
        person.store.put(
            Run(
                id="fresh",
                step="apart-again",
                started=person.clock(),
                start_number=3,
                finished=person.clock(),
                finish_number=4,
                answers={"next": "fresh"},
            )
        )
        person.clock.forward(days=1)
        assert (person.state("your-story"), person.state("the-whole-story")) == ("open", "closed")
        assert told(person.journey, "wish") is None
        wished = person.journey.ever_said("the-whole-story", "wish")
        assert wished is not None
        assert wished.value == WISH
        person.answers("your-story", dict(LIFE["your-story"]))
        person.clock.forward(days=1)
        assert _next(person) == "the-whole-story"
        assert goes_on(person, "the-whole-story", LATER)[0] == "reasons"
        assert told(person.journey, "wish") == "Peace."


class TestTheLongFormHalfWay:
    """Whoever left the long form half-way goes on in the short one, and nothing they wrote is lost."""

    @pytest.mark.parametrize("cursor", list(LONG))
    def test_it_goes_on_at_the_first_open_question(self, person: Person, cursor: str) -> None:
        """From every page they may have left it at, the short form asks what it doesn't know yet, and only that."""
        run = half_way(person, cursor)
        session = Session.resume(
            person.program, person.program.step("your-story"), person.journey, person.journey.runs[0]
        )
        first = next(item for item in SHORT if item not in run.answers)
        leads_there = first == "asked-to-stop" and cursor in MOVED
        assert session.view().item.id == ("before-safety" if leads_there else first)
        questions = goes_on(person, "your-story", {**LIFE["your-story"]})
        assert questions == [item for item in SHORT if item not in run.answers]
        assert person.state("your-story") == "done"

    @pytest.mark.parametrize("cursor", list(LONG))
    def test_nothing_is_lost_and_nothing_is_asked_twice(self, person: Person, cursor: str) -> None:
        """What they said counts, and the whole story asks only for the rest."""
        run = half_way(person, cursor)
        goes_on(person, "your-story", LIFE["your-story"])
        given = {item: value for item, value in run.answers.items() if item in MOVED}
        assert {item: told(person.journey, item) for item in given} == given
        is_whole = "wish" in given
        assert person.state("the-whole-story") == ("done" if is_whole else "open")
        if is_whole:
            return
        questions = goes_on(person, "the-whole-story", {**LATER, "causes": ["betrayal"], "whose-trust": "mine"})
        assert questions == [*(item for item in MOVED[:-1] if item not in given), *NEW, "wish"]
        assert {item: told(person.journey, item) for item in given} == given
        assert told(person.journey, "wish") == "Peace."
        words = [entry.words for entry in journal(person.program, person.journey).entries]
        assert len(words) == len(set(words))

    def test_half_typed_words_are_in_the_journal(self, person: Person) -> None:
        """A draft of the reasons stays readable, under its question, also once the short form is finished."""
        half_way(person, "reasons", drafts={"reasons": "You said that"})
        goes_on(person, "your-story", LIFE["your-story"])
        entry = next(entry for entry in journal(person.program, person.journey).entries if entry.item == "reasons")
        assert (entry.words, entry.state) == ("You said that", State.TYPED)
        assert asked(entry, person.journey) == "Why did you end it, including what you didn't tell them?"

    def test_half_typed_words_are_shown_where_they_can_go_on(self, person: Person) -> None:
        """The words that were begun stand over the question in the new step, until it has an answer."""
        half_way(person, "reasons", drafts={"reasons": "You said that"})
        goes_on(person, "your-story", LIFE["your-story"])
        person.answers("the-whole-story", dict(LIFE["the-whole-story"]))
        page = next(view for view in person.views if view.item.id == "reasons")
        assert page.body == (Quote("You said that", None, "You had begun to write this:"),)

    def test_an_older_and_a_newer_copy_are_merged(self, person: Person, tmp_path: Path) -> None:
        """One copy was left half-way and one went on in the short form: the merged file has all of it, once."""
        half_way(person, "came-back")
        older = person.store.load()
        goes_on(person, "your-story", LIFE["your-story"])
        for first, second in ((older, person.store.load()), (person.store.load(), older)):
            journey = person.program.journey(merged(first, second).runs, person.clock())
            assert [run.id for run in journey.runs] == ["old"]
            assert told(journey, "reasons") == WORDS
            assert told(journey, "together") == "months"
            assert journey.is_done("your-story")
            assert not journey.is_done("the-whole-story")

    def test_an_older_backup_is_brought_back(self, person: Person, tmp_path: Path) -> None:
        """A backup from before is read like any old file."""
        half_way(person, "wish")
        backup = person.store.load()
        goes_on(person, "your-story", LIFE["your-story"])
        restored = Store(tmp_path / "restored")
        for run in backup.runs:
            restored.put(run)
        other = Person(person.program, person.clock, restored.home)
        assert other.state("your-story") == "started"
        goes_on(other, "your-story", LIFE["your-story"])
        assert told(other.journey, "came-back") == "few"


class TestReadAndDeleted:
    """Old words are read under their questions, and deleting them is final."""

    def test_the_journal_names_the_question(self, person: Person) -> None:
        """They are answers with a question, not nameless ones that exback asks no longer."""
        long_form(person)
        entries = {entry.item: entry for entry in journal(person.program, person.journey).entries}
        assert {item: entries[item].state for item in ("reasons", "wish")} == {
            "reasons": State.GIVEN,
            "wish": State.GIVEN,
        }
        assert entries["reasons"].title == "Your story"
        assert not entries["reasons"].can_change
        assert asked(entries["wish"], person.journey).startswith("If one thing could be true")

    def test_the_export_names_the_question(self, person: Person) -> None:
        """The Markdown export has every old answer under its question, in words."""
        long_form(person)
        text = markdown.render(person.program, person.journey, Options())
        assert "Why did you end it, including what you didn't tell them" in text
        assert "Two or three times" in text
        assert "Asked by an earlier exback" not in text

    def test_deleted_words_are_gone(self, person: Person) -> None:
        """Deleting the reasons of the old run leaves no trace of them, and both steps stay done."""
        long_form(person)
        entry = next(entry for entry in journal(person.program, person.journey).entries if entry.item == "reasons")
        person.store.forget(entry.run.id, entry.names)
        assert WORDS.encode() not in (person.store.home / "progress.json").read_bytes()
        assert person.journey.ever_said("the-whole-story", "reasons") is None
        assert person.state("the-whole-story") == "done"


class TestItWasNotSafe:
    """Ticking that it wasn't safe leads at once to the question about fear."""

    def _ticks(self, person: Person, **more: object) -> list[str]:
        person.answers("the-whole-story", {**LIFE["the-whole-story"], "causes": ["not-safe"], **more})
        return [view.item.id for view in person.views]

    def test_the_question_comes_at_once(self, person: Person) -> None:
        """Right after the page about safety, which names Ctrl-Q, question 3 is asked."""
        person.answers("your-story", dict(LIFE["your-story"]))
        pages = self._ticks(person, **{"afraid-of-them": False})
        at = pages.index("causes")
        assert pages[at : at + 4] == ["causes", "not-safe-reading", "afraid-of-them", "together"]
        assert "Ctrl-Q" in str(person.views[at + 1].body)
        assert "Ctrl-Q" in str(person.views[at + 2].note)
        assert not person.guide.boundaries

    def test_a_yes_counts(self, person: Person) -> None:
        """A yes closes what reaches out, like a yes anywhere, and the page after it says where help is."""
        person.answers("your-story", dict(LIFE["your-story"]))
        pages = self._ticks(person, **{"afraid-of-them": True})
        at = pages.index("afraid-of-them")
        assert pages[at + 1] == "not-safe-help"
        assert "exback crisis" in str(person.views[at + 1].body)
        assert [boundary.id for boundary in person.guide.boundaries] == ["afraid-of-them"]
        assert person.state("one-invitation") == "withheld"

    def test_whoever_said_yes_is_not_asked_again(self, person: Person) -> None:
        """Someone who has said yes to question 3 reads the page, and isn't asked once more."""
        person.answers("your-story", {**LIFE["your-story"], "afraid-of-them": True})
        pages = self._ticks(person)
        assert "not-safe-reading" in pages
        assert not {"afraid-of-them", "not-safe-help"} & set(pages)
        at = pages.index("not-safe-reading")
        assert "next page" not in str(person.views[at].body)

    def test_nobody_else_is_asked(self, person: Person) -> None:
        """Without that tick the four questions stay where they were asked."""
        person.answers("your-story", dict(LIFE["your-story"]))
        person.answers("the-whole-story", dict(LIFE["the-whole-story"]))
        assert "afraid-of-them" not in [view.item.id for view in person.views]
