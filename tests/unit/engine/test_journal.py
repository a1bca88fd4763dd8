"""The journal: what is found in the runs, in which order, what stays closed, and what deleting takes away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from support.lives import LIFE, SAFE
from support.person import ZONE, Person

from exback.engine.journal import NOTHING, Entry, Query, State, asked, by_step, journal
from exback.model.boundaries import BOUNDARIES, standing
from exback.model.items import Choice, Date, Kind, Option, Text
from exback.model.program import Program, Stage, Step, StreakRule
from exback.model.prose import folded
from exback.model.run import Earlier, Run, changed

NOW = datetime(2026, 3, 20, 12, tzinfo=ZONE)
NO_STREAK = StreakRule(step="none", length=(), broken_in="none", broken_item="none", broken_by=())
HIDDEN_WORDS = "words that nobody may see yet"


def step_of(step_id: str, *items: Text | Choice | Date, **fields: object) -> Step:
    """A step of these items."""
    step = Step(
        id=step_id, title=step_id.title(), minutes=1, purpose="", items=items, mirror="Done.", small_thing="Rest."
    )
    return structs.replace(step, **fields)


FATE = Choice("fate", "What now?", options=(Option("keep", "Keep"), Option("seal", "Put by")))
PROGRAM = Program(
    title="Toys",
    welcome=tuple,
    stages=(
        Stage(
            id="one",
            title="One",
            purpose="",
            steps=(
                step_of("story", Text("name", "Name?", former=("nickname",)), Text("wish", "Wish?"), FATE),
                step_of("outward", Text("message", "Your message?"), reaches_out=True),
                step_of("mixed", Text("felt", "How was it?"), Text("answer", "Your answer?", reaches_out=True)),
            ),
        ),
    ),
    companion=Stage(
        id="companion",
        title="Always open",
        purpose="",
        steps=(
            step_of("day", Text("line", "One line?", kind=Kind.NOTE)),
            step_of(
                "letter",
                Text("letter", "Your letter.", kind=Kind.LETTER, put_by="until"),
                FATE,
                Date("until", "Until when?", when=lambda here: here["fate"] == "seal"),
            ),
        ),
    ),
    endings=Stage(id="endings", title="Endings", purpose="", steps=()),
    first="story",
    daily="day",
    moment="day",
    streak=NO_STREAK,
)


def run_of(number: int, step: str, finished: bool = True, **fields: object) -> Run:
    """A run, the later the higher its number, one a day from 1 March on."""
    begun = datetime(2026, 3, 1, 10, tzinfo=ZONE) + timedelta(days=number)
    run = Run(id=f"run-{number}", step=step, started=begun, start_number=2 * number + 1)
    ended = {"finished": begun + timedelta(minutes=5), "finish_number": 2 * number + 2} if finished else {}
    return changed(run, **ended, **fields)


def found(*runs: Run, now: datetime = NOW, **sought: object) -> tuple[Entry, ...]:
    """The entries of a journal of these runs."""
    return journal(PROGRAM, PROGRAM.journey(runs, now), Query(**sought)).entries  # type: ignore[arg-type]  # as named


def words(entries: tuple[Entry, ...]) -> list[str]:
    """What stands in entries."""
    return [entry.words for entry in entries]


SEALED = run_of(1, "letter", answers={"letter": HIDDEN_WORDS, "fate": "seal", "until": "2026-04-01"})


class TestWhatIsFound:
    """Every word that the person wrote, and no other."""

    def test_all_texts_of_a_run_in_the_order_they_were_asked(self) -> None:
        """Answers that are no words, such as a choice, are not in the journal."""
        run = run_of(1, "story", answers={"fate": "keep", "wish": "Sleep.", "name": "R."})
        assert words(found(run)) == ["R.", "Sleep."]

    def test_the_newest_first_by_the_record_and_not_by_the_clock(self) -> None:
        """A clock that was set back does not put a later entry below an earlier one."""
        first, second = run_of(1, "day", answers={"line": "first"}), run_of(2, "day", answers={"line": "second"})
        turned_back = changed(second, started=first.started - timedelta(days=400), finished=first.started)
        assert words(found(first, turned_back)) == ["second", "first"]

    def test_a_run_in_which_everything_was_skipped_can_still_be_found(self) -> None:
        """It says that nothing was written: an entry that no list shows couldn't be deleted."""
        (entry,) = found(run_of(1, "story", answers={"name": None}))
        assert (entry.words, entry.kind) == (NOTHING, Kind.NUMBER)
        assert found(run_of(1, "story", finished=False, answers={"name": None})) == ()

    def test_half_typed_words_are_found_and_said_to_be_so(self) -> None:
        """A draft was written too."""
        entry = found(run_of(1, "story", finished=False, drafts={"wish": "half a sent"}))[0]
        assert (entry.words, entry.state) == ("half a sent", State.TYPED)

    def test_a_draft_that_says_the_same_as_the_answer_is_not_told_twice(self) -> None:
        """The field of an answer that was opened again holds it."""
        run = run_of(1, "story", answers={"name": "R."}, drafts={"name": "R."})
        assert [entry.state for entry in found(run)] == [State.GIVEN]

    def test_words_on_a_closed_branch_are_found(self) -> None:
        """They stay in the file, so they can be found, and deleted."""
        assert found(run_of(1, "story", hidden={"wish": "To be left alone."}))[0].state is State.CLOSED

    def test_words_that_were_taken_back_are_found(self) -> None:
        """A finished run keeps what stood there before a question was skipped."""
        earlier = Earlier("wish", "An old wish.", NOW, 9)
        entry = found(run_of(1, "story", answers={"wish": None}, history=[earlier]))[0]
        assert (entry.words, entry.state) == ("An old wish.", State.TAKEN_BACK)

    def test_words_that_were_taken_back_under_an_earlier_name(self) -> None:
        """A question that was renamed is the same question."""
        earlier = Earlier("nickname", "Robin", NOW, 9)
        assert words(found(run_of(1, "story", answers={"name": None}, history=[earlier]))) == ["Robin"]

    def test_words_that_no_question_knows_any_more_are_found(self) -> None:
        """Those of a retired step, and those among the orphans; ids, days and numbers are no words."""
        retired = run_of(
            1, "gone", answers={"said": "It was raining.", "kind": "i-wrote", "when": "2026-01-02", "n": 3}
        )
        orphaned = run_of(2, "story", orphans={"old": "An old answer.", "other": {"no": "answer"}})
        assert words(found(retired, orphaned)) == ["An old answer.", "It was raining."]
        assert {entry.state for entry in found(retired, orphaned)} == {State.RETIRED}

    def test_the_day_is_that_of_the_end_and_begins_at_four(self) -> None:
        """What was written at two in the morning belongs to the day before."""
        late = changed(run_of(1, "day", answers={"line": "late"}), finished=datetime(2026, 3, 3, 2, tzinfo=ZONE))
        assert found(late)[0].day == date(2026, 3, 2)

    def test_by_step_keeps_the_newest_first_within_each(self) -> None:
        """The order of the program, for somebody who wants to read along it."""
        runs = [
            run_of(n, step, answers={item: f"{step} {n}"})
            for n, (step, item) in enumerate([("day", "line"), ("story", "name"), ("day", "line"), ("gone", "what")], 1)
        ]
        assert words(by_step(PROGRAM, found(*runs))) == ["story 2", "day 3", "day 1", "gone 4"]

    def test_everything_that_was_typed_in_a_whole_life_is_there(self, person: Person) -> None:
        """Of exback's own steps, walked for real: every Text answer of every run, each once."""
        for step in ("your-story", "the-whole-story", "why-space", "contact-rule", "clear-cues"):
            person.answers(step, dict(LIFE[step]))
        entries = journal(person.program, person.journey).entries
        texts = {(step.id, item.id) for step in person.program.steps() for item in step.items if isinstance(item, Text)}
        expected = [
            (run.id, item, value)
            for run in person.journey.runs
            for item, value in run.answers.items()
            if (run.step, item) in texts and value is not None
        ]
        assert sorted((entry.run.id, entry.item, entry.words) for entry in entries) == sorted(expected)
        assert len(expected) > 8


class TestPutBy:
    """Words that were put by show their day, and nothing else, until it has come."""

    def test_only_the_day_is_there(self) -> None:
        """Not the words, not a draft of them, not what stood there before."""
        sealed = changed(
            SEALED,
            drafts={"letter": HIDDEN_WORDS + " typed"},
            history=[Earlier("letter", HIDDEN_WORDS + " before", NOW, 9)],
        )
        (entry,) = found(sealed)
        assert (entry.words, entry.until) == ("", date(2026, 4, 1))
        assert entry.earlier == ()
        assert not entry.can_change

    def test_no_search_finds_them(self) -> None:
        """That a word stands in them is told to nobody either."""
        assert found(SEALED, words=("nobody",)) == ()

    @pytest.mark.parametrize("days", [0, 1, 400])
    def test_from_the_day_on_they_are_there(self, days: int) -> None:
        """The day itself is one to read them on."""
        (entry,) = found(SEALED, now=datetime(2026, 4, 1, 12, tzinfo=ZONE) + timedelta(days=days))
        assert (entry.words, entry.until) == (HIDDEN_WORDS, None)

    def test_words_that_were_not_put_by_are_there_at_once(self) -> None:
        """A day from a choice that was changed since does not count; it waits in the file."""
        kept = changed(SEALED, answers={"letter": "Dear R.", "fate": "keep"}, hidden={"until": "2026-04-01"})
        assert words(found(kept)) == ["Dear R."]

    @pytest.mark.parametrize("until", ["someday", "2026-13-01", 7, ["2026-04-01"]])
    def test_a_day_that_is_none_puts_nothing_by(self, until: object) -> None:
        """A file that was edited by hand cannot make the page fail."""
        assert words(found(changed(SEALED, answers={"letter": "Dear R.", "until": until}))) == ["Dear R."]

    def test_exback_s_own_letters(self, person: Person) -> None:
        """The letter step names the day that its words wait for."""
        person.answers("letter", {"to": "them", "letter": "Not yet.", "fate": "seal", "until": "2026-05-01"})
        assert [entry.until for entry in journal(person.program, person.journey).entries] == [date(2026, 5, 1)]
        person.clock.forward(days=70)
        assert words(journal(person.program, person.journey).entries) == ["Not yet."]


class TestBoundaries:
    """Nothing about a way to the other person, while a boundary holds."""

    @pytest.mark.parametrize("boundary", [boundary.id for boundary in BOUNDARIES])
    def test_what_reaches_out_is_closed(self, boundary: str) -> None:
        """Steps that reach out, single questions that do, and what nobody knows any more: given, typed or hidden."""
        runs = [
            run_of(1, "outward", answers={"message": "Hello."}),
            run_of(2, "mixed", answers={"felt": "Fine."}, hidden={"answer": "Hi."}),
            run_of(3, "mixed", finished=False, drafts={"answer": "Hi agai"}),
            run_of(4, "invitation-of-old", answers={"draft": "Dear you."}),
            run_of(5, "story", orphans={"message": "Come back."}),
            run_of(6, "asked", answers=dict.fromkeys((one.id for one in BOUNDARIES), False)),
            run_of(7, "asked", answers={boundary: True}),
        ]
        journey = PROGRAM.journey(runs, NOW)
        assert words(journal(PROGRAM, journey).entries) == ["Fine."]
        assert journal(PROGRAM, journey).is_withheld
        before = journal(PROGRAM, PROGRAM.journey(runs[:-1], NOW))
        assert len(before.entries) == 6
        assert not before.is_withheld

    def test_what_reaches_out_stays_closed_until_the_questions_were_answered(self) -> None:
        """Who was never asked reads nothing of it, and hears that the questions come first; no boundary is named."""
        runs = [run_of(1, "outward", answers={"message": "Hello."}), run_of(2, "mixed", answers={"felt": "Fine."})]
        found = journal(PROGRAM, PROGRAM.journey(runs, NOW))
        assert words(found.entries) == ["Fine."]
        assert found.note.endswith("To see it, answer the four questions about safety: exback step story")
        asked = run_of(3, "asked", answers=dict.fromkeys((one.id for one in BOUNDARIES), False))
        after = journal(PROGRAM, PROGRAM.journey([*runs, asked], NOW))
        assert (words(after.entries), after.note) == (["Fine.", "Hello."], "")

    @pytest.mark.fault(74)
    def test_an_answer_about_safety_is_not_offered_to_be_deleted(self) -> None:
        """A word that a hand put in place of a yes counts as one, and is no entry that the journal could take away."""
        odd = run_of(1, "story", orphans={BOUNDARIES[0].id: "Yes, once."})
        assert found(odd) == ()
        assert standing(PROGRAM.journey([odd], NOW)) == (BOUNDARIES[0],)

    def test_no_search_tells_that_something_is_there(self) -> None:
        """The same sentence stands under every search."""
        runs = [run_of(1, "outward", answers={"message": "Hello."}), run_of(2, "x", answers={BOUNDARIES[0].id: True})]
        told = journal(PROGRAM, PROGRAM.journey(runs, NOW), Query(words=("hello",)))
        assert (told.entries, told.is_withheld) == ((), True)

    def test_an_invitation_of_exback_s_own(self, person: Person) -> None:
        """A draft of an answer that was written before a yes is closed by it."""
        person.answers("your-story", dict(LIFE["your-story"]))
        person.answers(
            "they-wrote",
            {
                "says": "A parcel.",
                "asks": "Nothing.",
                "wrote-freely": False,
                "want": "Peace.",
                "kind": "logistics",
                "draft": "I would love to see you.",
            },
        )
        assert "I would love to see you." in words(journal(person.program, person.journey).entries)
        person.clock.forward(days=8)
        person.answers("your-story", {**LIFE["your-story"], **SAFE, "asked-to-stop": True})
        told = journal(person.program, person.journey)
        assert "I would love to see you." not in words(told.entries)
        assert "A parcel." in words(told.entries)


class TestSearch:
    """Words are found whatever their case and accents."""

    LINES = (
        "Le café était fermé",
        "Straße im Regen",
        "Ein Bär",
        "quiet evenings, at last",
        "שלום עליכם",
        "👩‍👩‍👧 came",
    )

    @pytest.mark.parametrize(
        ("sought", "place"),
        [
            (("CAFE",), 0),
            (("café",), 0),
            (("cafe\u0301",), 0),
            (("ferme", "etait"), 0),
            (("STRASSE",), 1),
            (("bar",), 2),
            (("quiet  evenings",), 3),
            (("שָׁלוֹם",), 4),
            (("👧",), 5),
        ],
    )
    def test_finds(self, sought: tuple[str, ...], place: int) -> None:
        """Each of these finds one line."""
        runs = [run_of(n, "day", answers={"line": line}) for n, line in enumerate(self.LINES)]
        assert words(found(*runs, words=sought)) == [self.LINES[place]]

    @pytest.mark.parametrize("sought", [("café", "regen"), ("evenings quiet",), ("tea",)])
    def test_finds_nothing(self, sought: tuple[str, ...]) -> None:
        """All words must be in one entry; words in quotes belong together."""
        assert (
            found(*(run_of(n, "day", answers={"line": line}) for n, line in enumerate(self.LINES)), words=sought) == ()
        )

    @pytest.mark.parametrize("sought", [("",), ("  ", "\u200b"), ()])
    def test_nothing_to_look_for_finds_everything(self, sought: tuple[str, ...]) -> None:
        """An empty word is no word."""
        assert len(found(run_of(1, "day", answers={"line": "one"}), words=sought)) == 1

    def test_since_step_and_kind(self) -> None:
        """Each leaves out what does not fit, and they may be used together."""
        runs = [
            run_of(1, "day", answers={"line": "early"}),
            run_of(5, "letter", answers={"letter": "Dear R.", "fate": "keep"}),
            run_of(9, "day", answers={"line": "late"}),
        ]
        assert words(found(*runs, since=date(2026, 3, 6))) == ["late", "Dear R."]
        assert words(found(*runs, step="day")) == ["late", "early"]
        assert words(found(*runs, kind=Kind.LETTER)) == ["Dear R."]
        assert words(found(*runs, kind=Kind.NOTE, since=date(2026, 3, 6))) == ["late"]

    @given(st.text(), st.text(max_size=5), st.text(max_size=5))
    def test_a_word_is_found_in_any_text_that_holds_it(self, word: str, before: str, after: str) -> None:
        """What folding does to a word alone it does to it inside a sentence that parts it from others."""
        text = f"{before} {word} {after}"
        assert folded(word) in folded(text)

    @given(st.text())
    def test_folding_twice_changes_nothing(self, text: str) -> None:
        """A folded text is as folded as it gets."""
        assert folded(folded(text)) == folded(text)


class TestAsked:
    """The question stands beside the answer, worded as it was for this person."""

    def test_a_question_that_is_worded_by_other_answers(self, person: Person) -> None:
        """The rule that was signed is named in the question to sign it."""
        for step in ("your-story", "why-space", "contact-rule"):
            person.answers(step, dict(LIFE[step]))
        signed = next(e for e in journal(person.program, person.journey).entries if e.item == "signature")
        assert "no contact at all, for 30 days" in asked(signed, person.journey)

    def test_a_question_that_hangs_on_an_answer_that_is_gone(self, person: Person) -> None:
        """Then it is not said, and nothing fails."""
        run = Run(id="r", step="contact-rule", started=person.clock(), answers={"signature": "I do."})
        journey = person.program.journey([run], person.clock())
        (entry,) = journal(person.program, journey).entries
        assert asked(entry, journey) == ""

    def test_a_question_that_is_gone(self) -> None:
        """Nobody knows what was asked."""
        journey = PROGRAM.journey([run_of(1, "gone", answers={"said": "It was raining."})], NOW)
        assert asked(journal(PROGRAM, journey).entries[0], journey) == ""


class TestForgotten:
    """What was deleted is no entry any more."""

    def test_its_words_are_found_nowhere(self, person: Person) -> None:
        """The question counts as skipped, nothing recalls it, and the step stays finished."""
        for step in ("your-story", "the-whole-story"):
            person.answers(step, dict(LIFE[step]))
        entry = next(one for one in journal(person.program, person.journey).entries if one.item == "wish")
        person.store.forget(entry.run.id, entry.names)
        assert "to sleep again" not in words(journal(person.program, person.journey).entries)
        assert person.journey.ever_said("the-whole-story", "wish") is None
        assert person.journey.is_done("the-whole-story")

    def test_it_goes_under_every_name_it_was_kept_by(self) -> None:
        """Also under those that the question had in earlier versions."""
        assert found(run_of(1, "story", answers={"name": "R."}))[0].names == {"name", "nickname"}


def test_ten_years_of_entries_are_found_in_order() -> None:
    """Gaps of months, emoji and letters that run from right to left change nothing about the order."""
    make: Callable[[int], Run] = lambda n: run_of(n * 31, "day", answers={"line": f"{n} 🌧 שלום"})  # noqa: E731
    runs = [make(n) for n in range(120)]
    assert [entry.words.split()[0] for entry in found(*runs)] == [str(n) for n in reversed(range(120))]
