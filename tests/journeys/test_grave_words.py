"""What someone lives through who writes of dying, of harming someone or of being threatened: saved first, and then help."""

from __future__ import annotations

import io

import pytest
from support.concerns import ABOUT_DANGER, ABOUT_DYING, ABOUT_HARMING, ABOUT_HARMING_AFTER_FEAR
from support.lives import LIFE, SAFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.view import Draft, Event, Keep, Leave, Skip, View
from exback.model.distress import Help
from exback.screen.plain import Plain
from exback.screen.plain.speech import with_words

KINDS = pytest.mark.parametrize(
    ("words", "help_"),
    [
        pytest.param("I don’t want to be here any more.", ABOUT_DYING, id="dying"),
        pytest.param("I'll kill her if she takes him back.", ABOUT_HARMING, id="harming"),
        pytest.param("He said he'd kill me if I don't answer.", ABOUT_DANGER, id="in-danger"),
    ],
)
PLACES = pytest.mark.parametrize(
    ("step", "item", "others"),
    [
        pytest.param("letter", "letter", {"to": "them", "fate": "keep"}, id="letter"),
        pytest.param("urge", "unsent", {"before": 8, "now-what": "write", "after": 4, "wrote": False}, id="urge"),
        pytest.param("check-in", "line", LIFE["check-in"], id="check-in"),
    ],
)
LINES = pytest.mark.parametrize(
    ("step", "item", "before", "after"),
    [
        pytest.param("letter", "letter", ["1", ""], [".", "1", "", ""], id="letter"),
        pytest.param("urge", "unsent", ["8", "skip", "", "2"], [".", "3", "no", ""], id="urge"),
        pytest.param("check-in", "line", ["1", "3", "4", "0"], [""], id="check-in"),
    ],
)
"""What is typed before and after the words."""


def concerns(views: list[View]) -> list[tuple[str, str]]:
    """Return the pages with help on them, each as its id and the help."""
    return [(view.item.id, str(view.concern[0])) for view in views if view.concern]


class TestOnEveryScreen:
    """The same in every place where someone writes."""

    @KINDS
    @PLACES
    def test_it_is_saved_and_the_help_is_on_the_next_page_and_at_the_end(
        self, person: Person, words: str, help_: Help, step: str, item: str, others: dict[str, object]
    ) -> None:
        """In short above what would have come anyway, in full on the closing page, which may be the next, and nowhere else."""
        run = person.answers(step, {**others, item: words})
        assert run.answers[item] == words
        assert run.finished is not None
        pages = [view.item.id for view in person.views]
        following = pages[pages.index(item) + 1]
        in_short = [] if following == "closing" else [(following, help_.in_short)]
        assert concerns(person.views) == [*in_short, ("closing", help_.in_full)]

    @KINDS
    def test_words_that_were_half_typed_are_seen_when_someone_comes_back(
        self, person: Person, words: str, help_: Help
    ) -> None:
        """They were saved as they stood, and the help is above them."""
        screen = Hesitant("letter", words)
        for _ in range(2):
            Wizard(person.program, person.store, screen, person.clock, person.new_id).open("letter")
        (run,) = person.store.load().runs
        assert run.drafts == {"letter": words}
        assert screen.views[-1].concern == (help_.in_short,)


class Hesitant(Scripted):
    """Types some words on one page, and leaves without giving them as an answer."""

    def __init__(self, item: str, words: str) -> None:
        super().__init__({"to": "them"})
        self._item, self._typed = item, Draft(words)

    def ask(self, view: View, keep: Keep) -> Event:
        """Keep the words and leave, or go on."""
        if view.item.id != self._item:
            return super().ask(view, keep)
        self.views.append(view)
        keep(self._typed)
        return Leave()


class TestInPlainLines:
    """Read aloud, in the same order."""

    @KINDS
    @LINES
    def test_the_help_is_said_after_the_words_were_saved(
        self, person: Person, words: str, help_: Help, step: str, item: str, before: list[str], after: list[str]
    ) -> None:
        """In short once, before the next question if there is one, and in full before the end."""
        said = io.StringIO()
        typed = io.StringIO("".join(f"{line}\n" for line in (*before, words, *after)))
        screen = Plain(person.clock, typed, said, lambda _: None)
        Wizard(person.program, person.store, screen, person.clock, person.new_id).open(step)
        (run,) = person.store.load().runs
        assert run.answers[item] == words
        assert run.finished is not None
        heard = said.getvalue()
        in_short = with_words(help_.in_short)
        in_full = heard.index(help_.in_full.split("\n\n")[-1])
        assert heard.count(in_short) == (step != "check-in")
        assert heard.find(in_short) < in_full


class TestAfterFear:
    """Someone who said yes to having been afraid."""

    @pytest.fixture
    def afraid(self, person: Person) -> Person:
        """Return someone who told the story of a person they were afraid of."""
        person.answers("your-story", {**LIFE["your-story"], **SAFE, "afraid-of-them": True, "afraid-of-me": True})
        return person

    def test_rage_is_answered_without_reproach(self, afraid: Person) -> None:
        """Also when they said that the other was afraid of them, too."""
        afraid.answers("letter", {"to": "them", "letter": "I want to kill him for what he did.", "fate": "keep"})
        assert [words for _, words in concerns(afraid.views)] == [
            ABOUT_HARMING_AFTER_FEAR.in_short,
            ABOUT_HARMING_AFTER_FEAR.in_full,
        ]
        assert "worried about their behaviour" not in repr(afraid.views)

    def test_what_they_tell_of_the_other_person_opens_the_page_for_danger(self, afraid: Person) -> None:
        """A letter speaks to the other one as "you"."""
        afraid.answers("letter", {"to": "them", "letter": "You said you'd find me and kill me.", "fate": "keep"})
        assert concerns(afraid.views)[0][1] == ABOUT_DANGER.in_short


def test_nothing_is_stored_of_what_was_noticed(person: Person) -> None:
    """The file has the person's own words and no more than for a harmless letter."""
    person.answers("letter", {"to": "them", "letter": "I'll kill her if she takes him back.", "fate": "keep"})
    person.answers("letter", {"to": "them", "letter": "It rains.", "fate": "keep"})
    grave, harmless = person.store.load().runs
    assert {**grave.answers, "letter": ""} == {**harmless.answers, "letter": ""}
    assert (grave.drafts, grave.hidden, grave.extra, grave.orphans) == (harmless.drafts, {}, {}, {})


class TestTheLineToKeep:
    """The line that someone kept in a bad hour comes back in the next one."""

    def _start(self, person: Person, line: str) -> str:
        """Keep a line, and return the page on which it would come back."""
        eight_minutes = {"what": "too-much", "worst": "The quiet.", "friend": "Rest.", "next-hour": "rest"}
        for kept in (line, "Later."):
            person.answers("now", {**eight_minutes, "line": kept})
        return next(str(view.body) for view in person.views if view.item.id == "start")

    @KINDS
    def test_grave_words_do_not_come_back(self, person: Person, words: str, help_: Help) -> None:
        """They had their help when they were written; in the next bad hour they'd only weigh more."""
        page = self._start(person, words)
        assert words not in page
        assert "Last time you saved this:" not in page
        assert help_.in_short not in page

    def test_other_words_do(self, person: Person) -> None:
        """As they were written."""
        page = self._start(person, "It gets light again.")
        assert "It gets light again." in page
        assert "Last time you saved this:" in page


def test_a_letter_that_is_burnt_had_its_help_before_it_went(person: Person) -> None:
    """It's gone when the step ends, so the help comes on the page that asks what to do with it."""
    person.answers("letter", {"to": "them", "letter": "I want to die.", "fate": "burn"})
    assert concerns(person.views) == [("fate", ABOUT_DYING.in_short)]


class TestThreatsToShowPictures:
    """Said once, kindly, in the ending for someone behind a boundary."""

    def _pages(self, person: Person, **held: bool) -> list[str]:
        person.answers(
            "your-story", {**LIFE["your-story"], **SAFE, **{key.replace("_", "-"): yes for key, yes in held.items()}}
        )
        person.answers("not-allowed", {"safe": Skip(), "who-helps": Skip(), "keep": "The choir."})
        return [str(view.body) for view in person.views if view.item.id == "pictures"]

    def test_someone_who_was_afraid_reads_what_to_do(self, person: Person) -> None:
        """Don't pay or answer, keep the evidence, report it, and whom to turn to."""
        (page,) = self._pages(person, afraid_of_them=True)
        for told in ("isn't your fault", "Don't pay", "screenshots", "report form", "the police", "findahelpline.com"):
            assert told in page

    def test_someone_who_must_leave_the_other_alone_does_not(self, person: Person) -> None:
        """It's not about them."""
        assert self._pages(person, afraid_of_me=True) == []
