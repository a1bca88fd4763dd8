"""What someone would answer for: written for themselves, never sent, and the start of an apology only where one may be sent."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import program_walk
from support.lives import LIFE
from support.person import Clock, Person
from support.program_walk import walk

from exback.engine.view import View
from exback.errors import NotNow
from exback.model.items import Question
from exback.model.program import Program
from exback.model.prose import Quote
from exback.model.run import Run, changed

APOLOGY = "I let you wait, and you ate alone. I regret that I saw it and went on. I'm home at six now."
NEVER_REACHES = "must never reach them"


def told(person: Person, **story: object) -> Person:
    """Someone who told their story like this, made their rule eight days ago, and has looked at their own part."""
    for step in ("your-story", "contact-rule", "why-it-ended", "kindness-and-my-part"):
        given = {item.replace("_", "-"): answer for item, answer in story.items()} if step == "your-story" else {}
        number = person.journey.next_number
        person.store.put(
            Run(
                id=f"told-{step}",
                step=step,
                started=person.clock(),
                start_number=number,
                finished=person.clock(),
                finish_number=number + 1,
                answers={**LIFE[step], **given},  # type: ignore[dict-item]  # lives are told as objects
            )
        )
        person.clock.forward(days=8 if step == "contact-rule" else 0, minutes=5)
    return person


def fears(person: Person) -> None:
    """They change their answer about fear to a yes."""
    story = next(run for run in person.store.load().runs if run.step == "your-story")
    person.store.put(changed(story, answers={**story.answers, "afraid-of-them": True}))


def said(views: list[View]) -> str:
    """All that the pages say, with the words that they quote."""
    return " ".join(str((view.body, view.question, view.note, view.options)) for view in views)


def asked(views: list[View]) -> set[str]:
    """The questions that came up."""
    return {view.item.id for view in views if isinstance(view.item, Question)}


@pytest.fixture(scope="module")
def before_once(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """Someone in the third stage who has done everything up to “Their side”, and hasn't written what they'd answer for."""
    person = Person(program, Clock(), tmp_path_factory.mktemp("before") / "home")
    later = {"own-up", "apology", "one-invitation", "declined"}
    walk(person, [planned for planned in program_walk.to_declined() if planned.step not in later])
    return person


class TestWrittenForOneself:
    """The step itself."""

    def test_opens_after_the_own_part(self, person: Person) -> None:
        """It's open once someone has looked at their own part, and holds up nothing."""
        assert person.state("own-up") == "closed"
        told(person)
        assert person.state("own-up") == "open"
        assert person.program.step("own-up").optional

    def test_begins_with_what_was_written_before(self, person: Person) -> None:
        """The own part and what they want to answer for are quoted above the first question."""
        told(person).answers("own-up", dict(LIFE["own-up"]))
        view = next(view for view in person.views if view.item.id == "how-much")
        quoted = [block.words for block in view.body if isinstance(block, Quote)]
        assert quoted == [LIFE["kindness-and-my-part"]["my-part"], LIFE["kindness-and-my-part"]["what-for"]]

    def test_nothing_is_an_answer(self, person: Person) -> None:
        """Someone who was left and did nothing grave is asked for nothing they didn't do."""
        told(person, who_ended="them").answers("own-up", {"how-much": "nothing", "anyway": "I'd say good night."})
        assert asked(person.views) == {"how-much", "anyway"}
        assert "It doesn't have to be something terrible" in said(person.views)
        assert "You looked, and found nothing to own up to." in said(person.views)

    def test_ending_it_is_not_the_wrong(self, person: Person) -> None:
        """Someone who left isn't told to own up to leaving."""
        told(person, who_ended="me").answers("own-up", dict(LIFE["own-up"]))
        assert "Ending it isn't something to own up to." in said(person.views)

    def test_asks_for_no_purpose_and_judges_nothing(self, person: Person) -> None:
        """There's no question what it's for, and no remark on the words, however they're put."""
        words = "I was late, but we both were. Please forgive me, or I'll tell everyone."
        told(person).answers("own-up", {**LIFE["own-up"], "did": words})
        assert asked(person.views) == {"how-much", "did", "effect", "instead", "different"}
        for words in ("What is it for?", "[1]", "It asks for forgiveness"):
            assert words not in said(person.views)

    def test_the_words_come_back_at_the_end(self, person: Person) -> None:
        """The last page quotes what they did and what they do differently."""
        told(person).answers("own-up", dict(LIFE["own-up"]))
        closing = said(person.views[-1:])
        assert str(LIFE["own-up"]["did"]) in closing
        assert str(LIFE["own-up"]["different"]) in closing


class TestBehindABoundary:
    """Someone who must leave the other one alone, or was afraid."""

    @pytest.mark.parametrize("question", ["asked-to-stop", "ordered-away", "afraid-of-me"])
    def test_it_must_never_reach_them(self, person: Person, question: str) -> None:
        """The page says so, the words aren't judged, and the apology stays closed."""
        told(person, **{question: True}).answers("own-up", {**LIFE["own-up"], "how-much": "serious"})
        assert NEVER_REACHES in said(person.views[:1])
        assert NEVER_REACHES in said(person.views[-1:])
        assert "exback doesn't judge what you write here" in said(person.views)
        assert person.state("apology") == "withheld"

    def test_no_one_else_reads_that(self, person: Person) -> None:
        """Without a boundary the page only says that it isn't sent."""
        told(person).answers("own-up", dict(LIFE["own-up"]))
        assert NEVER_REACHES not in said(person.views)
        assert "You won't send this." in said(person.views)

    @pytest.mark.parametrize("also", [(), ("afraid-of-me",), ("asked-to-stop", "ordered-away")])
    def test_it_is_not_for_someone_who_was_afraid(self, person: Person, also: tuple[str, ...]) -> None:
        """It isn't in any list, doesn't open by its id, and nothing there is said in its place."""
        told(person, afraid_of_them=True, **dict.fromkeys(also, True))
        assert person.state("own-up") == "withheld"
        assert "own-up" not in {each.step.id for each in person.guide.listed}
        with pytest.raises(NotNow) as refused:
            person.does("own-up")
        assert "own up" not in str(refused.value)

    def test_it_closes_when_fear_is_named_later(self, person: Person) -> None:
        """What was written before stays in the file, and the step is no longer listed."""
        told(person).answers("own-up", dict(LIFE["own-up"]))
        fears(person)
        assert person.state("own-up") == "withheld"
        assert person.journey.said("own-up", "did") is not None


class TestTheApology:
    """What starts from it in the third stage."""

    @pytest.fixture
    def before(self, before_once: Person, home: Path) -> Person:
        """The same person, with a file of their own for each test."""
        return before_once.copied_to(home)

    def test_opens_after_what_they_would_answer_for(self, before: Person) -> None:
        """“Their side” alone doesn't open it any more."""
        assert before.state("apology") == "closed"
        before.answers("own-up", dict(LIFE["own-up"]))
        assert before.state("apology") == "open"

    def test_starts_from_their_words(self, before: Person) -> None:
        """What they wrote for themselves is quoted above each part."""
        before.answers("own-up", dict(LIFE["own-up"]))
        before.answers("apology", {**LIFE["apology"], "in-one-piece": APOLOGY})
        above = {
            view.item.id: [block.words for block in view.body if isinstance(block, Quote)] for view in before.views
        }
        own = LIFE["own-up"]
        assert own["did"] in above["did"]
        assert (above["effect"], above["regret"], above["changed"]) == (
            [own["effect"]],
            [own["instead"]],
            [own["different"]],
        )

    def test_it_never_counts_as_the_apology(self, before: Person) -> None:
        """Where one is owed, the invitation waits for the apology itself."""
        before.answers("own-up", dict(LIFE["own-up"]))
        assert before.state("one-invitation") == "closed"
        before.answers("apology", dict(LIFE["apology"]))
        assert before.state("one-invitation") == "open"

    def test_stays_open_for_those_who_came_before(self, before: Person) -> None:
        """Someone who did “Their side” in its first version isn't sent back."""
        run = next(run for run in before.store.load().runs if run.step == "their-side")
        before.store.put(changed(run, step_version=1))
        assert before.state("own-up") == "open"
        assert before.state("apology") == "open"

    def test_no_remark_is_no_praise(self, before: Person) -> None:
        """When nothing is found, the page says what was looked for and that it can't judge."""
        before.answers("own-up", dict(LIFE["own-up"]))
        before.answers("apology", {**LIFE["apology"], "in-one-piece": APOLOGY})
        page = said([view for view in before.views if view.item.id == "whole"])
        assert "exback looked for requests, “but”, “if you felt hurt”, shared blame, excuses" in page
        assert "exback can't judge an apology." in page

    def test_a_threat_is_to_be_taken_out(self, before: Person) -> None:
        """The page says that it can frighten them."""
        before.answers("own-up", dict(LIFE["own-up"]))
        before.answers("apology", {**LIFE["apology"], "in-one-piece": f"{APOLOGY} I'll tell everyone what you did."})
        page = said([view for view in before.views if view.item.id == "whole"])
        assert "This can frighten them. Take it out." in page
