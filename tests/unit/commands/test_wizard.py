"""One sitting at the program: the first page, the page of the day, a step, and that everything is saved as it comes."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Collection, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self
from unittest.mock import Mock

import pytest
from msgspec import structs
from support.person import Clock, Person

from exback.commands import crisis
from exback.commands.countries import EVERY, VARIABLE
from exback.commands.first_start import LOOK_AROUND, TALK
from exback.commands.pages import Left, LookAround
from exback.commands.wizard import WHO_READS, Wizard, short_id
from exback.engine.presenter import CLOSING, REVIEW, WITHHELD
from exback.engine.sentences import closed_sentence, day_sentence, next_opening
from exback.engine.status import WITHHELD as WITHHELD_SENTENCE
from exback.engine.status import status_of
from exback.engine.view import Answer, Back, Draft, Event, GoTo, Keep, Leave, Skip, View
from exback.errors import Interrupted, NotNow, UnknownStep, Unseen, Unwritable
from exback.model.boundaries import BOUNDARIES, safety_questions
from exback.model.gates import days_since, done, runs
from exback.model.items import Choice, Option, Reading, Text
from exback.model.program import Program, Repeat, Stage, Step, StreakRule
from exback.model.run import Run
from exback.model.streak import Streak
from exback.screen.plain import Plain
from exback.store import Store


def step_of(step_id: str, title: str, *names: str) -> Step:
    """A step that asks for these texts."""
    return Step(
        id=step_id,
        title=title,
        minutes=5,
        purpose="",
        items=tuple(Text(name, f"{name}?") for name in names),
        mirror="You did it.",
        small_thing="Rest.",
    )


STORY = structs.replace(
    step_of("story", "Your story"), items=(Reading("hello", "Hello."), Text("name", "Name?"), Text("wish", "Wish?"))
)
OUTWARD = structs.replace(
    step_of("outward", "To them"), items=(*safety_questions(), Text("message", "?")), reaches_out=True
)
PROGRAM = Program(
    title="Toys",
    welcome=lambda: (Reading("what", "What this is."), Reading("who", "Who can read it.")),
    stages=(
        Stage(
            id="one",
            title="One",
            purpose="",
            steps=(
                STORY,
                structs.replace(step_of("rule", "Your rule", "sign"), opens=(done("story"),)),
                structs.replace(step_of("later", "Later on", "now"), opens=(days_since("rule", 7),)),
                OUTWARD,
            ),
        ),
    ),
    companion=Stage(
        id="companion",
        title="Always open",
        purpose="",
        steps=(
            structs.replace(step_of("daily", "Check-in", "mood"), repeats=Repeat(apart=0, due=1)),
            structs.replace(step_of("urge", "I want to write", "pull"), repeats=Repeat()),
        ),
    ),
    endings=Stage(id="endings", title="Endings", purpose="", steps=()),
    first="story",
    daily="daily",
    moment="urge",
    streak=StreakRule(step="rule", length=(), broken_in="rule", broken_item="none", broken_by=()),
)

NO_STREAK = StreakRule(step="none", length=(), broken_in="none", broken_item="none", broken_by=())

Deed = Event | Callable[[View, Keep], Event]


class Told:
    """A screen that does as it was told, one event a page, and then leaves. It notes what was saved by then."""

    def __init__(self, home: Path, *deeds: Deed) -> None:
        self.home = home
        self.deeds: Iterator[Deed] = iter(deeds)
        self.views: list[View] = []
        self.saved: list[tuple[Run, ...]] = []
        self.entered = 0

    def __enter__(self) -> Self:
        self.entered += 1
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to put away."""

    def ask(self, view: View, keep: Keep) -> Event:
        """Note the page and what is on the disk, and do the next thing."""
        self.views.append(view)
        self.saved.append(tuple(Store(self.home).load().runs))
        deed = next(self.deeds, Leave())
        return deed(view, keep) if callable(deed) else deed

    @property
    def shown(self) -> list[str]:
        """The ids of the pages, in order."""
        return [view.item.id for view in self.views]


class Sitter:
    """Somebody who sits down with the toy program, again and again."""

    def __init__(self, home: Path, clock: Clock) -> None:
        self.home = home
        self.clock = clock
        self.store = Store(home)
        ids = itertools.count(1)
        self.new_id = lambda: f"run-{next(ids)}"

    def starts(self, *deeds: Deed) -> tuple[int, Told]:
        """Start exback and do these things."""
        screen = Told(self.home, *deeds)
        return Wizard(PROGRAM, self.store, screen, self.clock, self.new_id).run(), screen

    def opens(self, step: str, *deeds: Deed) -> tuple[int, Told]:
        """Open one step and do these things."""
        screen = Told(self.home, *deeds)
        return Wizard(PROGRAM, self.store, screen, self.clock, self.new_id).open(step), screen

    def finishes(self, step: str) -> None:
        """Walk one step to its end."""
        asked = sum(1 for _ in PROGRAM.step(step).items)
        code, screen = self.opens(step, *[Answer("Some words")] * (asked + 2))
        assert (code, screen.shown[-1]) == (0, CLOSING)

    @property
    def runs(self) -> list[Run]:
        """What is on the disk."""
        return Store(self.home).load().runs


@pytest.fixture
def sitter(home: Path, clock: Clock) -> Sitter:
    """Somebody new."""
    return Sitter(home, clock)


GO_ON = Answer()
STOP = Leave(interrupted=True)


def types(words: str) -> Deed:
    """Somebody who types some words and leaves before giving them."""

    def typing(_view: View, keep: Keep) -> Event:
        keep(Draft(words))
        return Leave()

    return typing


FIRST_PAGE = "first-page"
BEGIN = Answer("story")
"""What someone new chooses on the first page to begin their story."""


class TestFirstStart:
    """The first page of someone new, and where it leads."""

    def test_the_first_page_is_a_choice(self, sitter: Sitter) -> None:
        """What someone needs right now is asked before anything is said about exback, and the urge is pointed at."""
        view = sitter.starts()[1].views[0]
        assert view.item.id == FIRST_PAGE
        assert [option.id for option in view.options] == ["urge", TALK, "story", LOOK_AROUND]

    def test_it_promises_no_way_back_to_itself(self, sitter: Sitter) -> None:
        """After something was saved the day's menu comes in its place."""
        why = str(sitter.starts()[1].views[0].why)
        assert "You can look at any of these. Nothing is saved until you answer something." in why
        assert "brings you back" not in why

    def test_what_else_is_wrong_is_a_way_too(self, home: Path, clock: Clock) -> None:
        """A program with a step for trouble offers it after the urge."""
        program = structs.replace(PROGRAM, trouble="daily")
        screen = Told(home)
        Wizard(program, Store(home), screen, clock).run()
        assert [option.id for option in screen.views[0].options][:2] == ["urge", "daily"]

    def test_beginning_shows_both_pages_and_then_the_first_step(self, sitter: Sitter) -> None:
        """What this is and who can read it come before the first question."""
        _, screen = sitter.starts(BEGIN, GO_ON, GO_ON, GO_ON)
        assert screen.shown == [FIRST_PAGE, "what", "who", "hello", "name"]

    def test_back_leads_to_the_page_before(self, sitter: Sitter) -> None:
        """The second page leads back to the first, that one to the choice, and so does the step's own first page."""
        _, screen = sitter.starts(BEGIN, GO_ON, Back(), Back(), BEGIN, GO_ON, GO_ON, Back())
        assert screen.shown == [FIRST_PAGE, "what", "who", "what", FIRST_PAGE, "what", "who", "hello", FIRST_PAGE]
        assert [view.can_back for view in screen.views][:3] == [False, True, True]

    def test_the_urge_comes_at_once(self, sitter: Sitter) -> None:
        """Not one page is between the choice and the step."""
        _, screen = sitter.starts(Answer("urge"), Back())
        assert screen.shown == [FIRST_PAGE, "pull", FIRST_PAGE]

    def test_people_to_call_are_a_page_with_a_way_back(self, sitter: Sitter, monkeypatch: pytest.MonkeyPatch) -> None:
        """The page of `exback crisis` for the country, then the choice again, with nothing written."""
        monkeypatch.setenv(VARIABLE, "GB")
        _, screen = sitter.starts(Answer(TALK), GO_ON, Answer(TALK), Back())
        assert screen.shown == [FIRST_PAGE, TALK, FIRST_PAGE, TALK, FIRST_PAGE]
        assert screen.views[1].body == (crisis.page("GB"),)
        assert not sitter.home.exists()

    def test_where_the_country_is_not_known_the_numbers_of_all_are_there(
        self, sitter: Sitter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """No one has to leave and type a command to see a number."""
        monkeypatch.setenv(VARIABLE, "nowhere")
        _, screen = sitter.starts(Answer(TALK))
        assert screen.views[1].body == (crisis.page(EVERY),)

    def test_looking_around_is_up_to_the_caller(self, sitter: Sitter) -> None:
        """The screen is given back first, and nothing is written."""
        with pytest.raises(LookAround):
            sitter.starts(Answer(LOOK_AROUND))
        assert not sitter.home.exists()

    def test_nothing_is_written_before_the_first_step(self, sitter: Sitter) -> None:
        """Not even an empty file or folder is there while these pages are up."""
        existed: list[bool] = []

        def looks(_view: View, _keep: Keep) -> Event:
            existed.append(sitter.home.exists())
            return GO_ON

        sitter.starts(BEGIN, looks, looks, looks)
        assert existed == [False] * 3

    @pytest.mark.parametrize(("leave", "code"), [(Leave(), 0), (STOP, Interrupted.exit_code)])
    @pytest.mark.parametrize("seen", [(), (BEGIN,), (BEGIN, GO_ON), (Answer("talk"),)])
    def test_can_be_left_without_a_trace(
        self, sitter: Sitter, seen: tuple[Event, ...], leave: Leave, code: int
    ) -> None:
        """Someone who leaves one of these pages leaves nothing behind, and is asked nothing more."""
        ended, screen = sitter.starts(*seen, leave)
        assert (ended, len(screen.views)) == (code, len(seen) + 1)
        assert not sitter.home.exists()

    def test_comes_again_until_something_was_saved(self, sitter: Sitter) -> None:
        """Someone who left before they said anything sees the choice again."""
        sitter.starts(BEGIN, GO_ON)
        assert sitter.starts()[1].shown == [FIRST_PAGE]

    def test_does_not_come_again(self, sitter: Sitter) -> None:
        """After the first answer, the page of the day is the first."""
        sitter.starts(BEGIN, GO_ON, GO_ON, GO_ON, Answer("J."))
        assert sitter.starts()[1].shown == ["today"]

    def test_after_the_first_step_comes_the_page_of_the_day(self, sitter: Sitter) -> None:
        """The first start goes on to what there is to do."""
        code, screen = sitter.starts(BEGIN, *[Answer("Some words")] * 7, Answer("leave"))
        assert screen.shown[-3:] == [REVIEW, CLOSING, "today"]
        assert code == 0

    def test_after_an_urge_to_begin_is_the_next_step(self, sitter: Sitter) -> None:
        """Someone who came in by the urge is offered to begin, and reads the two pages first."""
        sitter.finishes("urge")
        _, screen = sitter.starts(BEGIN, Back(), BEGIN, GO_ON, GO_ON, Back())
        assert screen.shown == ["today", "what", "today", "what", "who", "hello", "today"]
        assert screen.views[0].options[0].label == "I'd like to begin"

    def test_a_story_that_was_begun_is_called_by_its_title(self, sitter: Sitter) -> None:
        """And its pages before are read once only."""
        sitter.opens("story", GO_ON, Answer("J."))
        _, screen = sitter.starts(BEGIN)
        assert screen.views[0].options[0].label == "Your story"
        assert screen.shown == ["today", "wish"]


class TestWhoReads:
    """The line that says who could read an answer, before the first is saved."""

    @pytest.mark.parametrize("step", ["urge", "daily"])
    def test_is_on_the_first_question_of_whichever_step_comes_first(self, sitter: Sitter, step: str) -> None:
        """It's a note on the page itself, so it costs no key, and it isn't said again after the answer."""
        _, screen = sitter.opens(step, Answer("Some words"))
        assert [WHO_READS in view.note for view in screen.views] == [True, False]

    def test_is_not_on_a_page_that_asks_nothing(self, sitter: Sitter) -> None:
        """A reading before the first question doesn't have it, and neither has a later question."""
        _, screen = sitter.starts(BEGIN, GO_ON, GO_ON, GO_ON, Answer("J."))
        assert [view.item.id for view in screen.views if WHO_READS in view.note] == ["name"]

    def test_is_said_until_an_answer_is_saved(self, sitter: Sitter) -> None:
        """Someone who only looked at a page and left hasn't been asked anything yet."""
        sitter.opens("story", GO_ON, Leave())
        assert WHO_READS in sitter.opens("urge")[1].views[0].note

    def test_is_not_said_again(self, sitter: Sitter) -> None:
        """Once something is saved, it was said, also in other steps."""
        sitter.finishes("urge")
        assert WHO_READS not in sitter.opens("daily")[1].views[0].note

    def test_is_not_said_of_a_locked_file(self, sitter: Sitter, monkeypatch: pytest.MonkeyPatch) -> None:
        """Only someone with the passphrase can read that one."""
        monkeypatch.setattr(Store, "is_locked", True)
        assert WHO_READS not in sitter.opens("urge")[1].views[0].note


class TestLeaving:
    """What the shell is told."""

    @pytest.mark.parametrize(("leave", "code"), [(Leave(), 0), (STOP, Interrupted.exit_code)])
    def test_a_step_can_be_left(self, sitter: Sitter, leave: Leave, code: int) -> None:
        """Leaving by a word is an ordinary end, Ctrl-C is told to the shell."""
        assert sitter.opens("story", GO_ON, leave)[0] == code

    @pytest.mark.parametrize(("leave", "code"), [(Leave(), 0), (STOP, Interrupted.exit_code), (Answer("leave"), 0)])
    def test_the_page_of_the_day_can_be_left(self, sitter: Sitter, leave: Event, code: int) -> None:
        """The menu itself offers to leave, and the usual ways work as well."""
        sitter.finishes("story")
        assert sitter.starts(leave)[0] == code

    @pytest.mark.parametrize(("leave", "code"), [(Leave(), 0), (STOP, Interrupted.exit_code)])
    def test_leaving_inside_a_step_leaves_exback(self, sitter: Sitter, leave: Leave, code: int) -> None:
        """Nobody who leaves is shown another page first."""
        sitter.finishes("story")
        ended, screen = sitter.starts(Answer("rule"), leave)
        assert (ended, screen.shown) == (code, ["today", "sign"])

    def test_leaving_the_first_step_leaves_exback(self, sitter: Sitter) -> None:
        """This is so on the first day, too."""
        code, screen = sitter.starts(BEGIN, GO_ON, GO_ON, GO_ON, Answer("J."), Leave())
        assert (code, screen.shown[-1]) == (0, "wish")


class TestPageOfTheDay:
    """What is due today and what else there is."""

    def options(self, sitter: Sitter) -> dict[str, str]:
        """What the page offers: hints by id."""
        return {option.id: option.hint for option in sitter.starts()[1].views[0].options}

    def test_offers_what_is_due_what_is_next_the_moment_the_map_and_the_way_out(self, sitter: Sitter) -> None:
        """In this order: today's, the next step, the urge, all else, leaving."""
        sitter.finishes("story")
        assert list(self.options(sitter)) == ["daily", "rule", "urge", "map", "leave"]

    def test_does_not_offer_what_is_done_for_today(self, sitter: Sitter) -> None:
        """A check-in that was made is not asked for again."""
        sitter.finishes("story")
        sitter.finishes("daily")
        assert "daily" not in self.options(sitter)

    def test_says_when_a_step_was_begun(self, sitter: Sitter) -> None:
        """A step that was left half-way says so instead of its minutes."""
        sitter.finishes("story")
        minutes = self.options(sitter)["rule"]
        sitter.opens("rule", types("I will"))
        assert "go on where you left off" in self.options(sitter)["rule"]
        assert "go on where you left off" not in minutes

    def test_walks_the_step_that_was_taken_and_comes_back(self, sitter: Sitter) -> None:
        """After a step the page of the day is up again, as things then stand."""
        sitter.finishes("story")
        _, screen = sitter.starts(Answer("rule"), Answer("I sign."), GO_ON, GO_ON)
        assert screen.shown == ["today", "sign", REVIEW, CLOSING, "today"]
        assert "rule" not in [option.id for option in screen.views[-1].options]

    def test_leads_to_the_map_and_back(self, sitter: Sitter) -> None:
        """Everything that is open is one page away; Back and the last entry both return."""
        sitter.finishes("story")
        _, screen = sitter.starts(Answer("map"), Answer("back"), Answer("map"), Back())
        assert screen.shown == ["today", "map", "today", "map", "today"]
        assert [view.can_back for view in screen.views] == [False, True, False, True, False]

    def test_the_map_lists_what_can_be_opened(self, sitter: Sitter) -> None:
        """Open, begun and done steps are there with their state; closed ones are not."""
        sitter.finishes("story")
        options = sitter.starts(Answer("map"))[1].views[1].options
        assert [option.id for option in options] == ["rule", "outward", "daily", "urge", "story", "back"]
        assert options[-2].hint == "done"

    def test_the_map_has_what_is_open_before_what_is_done(self, sitter: Sitter) -> None:
        """What was begun is open; of what is done, that comes first which can be done again."""
        for step in ("story", "urge"):
            sitter.finishes(step)
        sitter.opens("rule", types("I will"))
        options = sitter.starts(Answer("map"))[1].views[1].options
        assert [option.id for option in options] == ["rule", "outward", "daily", "urge", "story", "back"]
        assert [option.hint for option in options[:1]] == ["begun"]
        assert [option.hint for option in options[3:]] == ["done", "done", ""]

    def test_on_the_map_the_pointer_is_never_on_the_urge(self, sitter: Sitter) -> None:
        """Where nothing else is open, the way back comes first, and so the pointer is there."""
        for step in ("story", "rule", "daily"):
            sitter.finishes(step)
        sitter.opens("outward", Answer(True), GO_ON)
        options = sitter.starts(Answer("map"))[1].views[1].options
        assert [option.id for option in options] == ["back", "urge", "daily", "story", "rule"]

    def test_a_step_taken_from_the_map_is_walked(self, sitter: Sitter) -> None:
        """What is done can be opened from there, on its review."""
        sitter.finishes("story")
        assert sitter.starts(Answer("map"), Answer("story"))[1].shown == ["today", "map", REVIEW]

    def test_the_map_does_not_list_what_is_withheld(self, sitter: Sitter) -> None:
        """Nobody is offered what a boundary closes."""
        sitter.finishes("story")
        sitter.opens("outward", Answer(True), GO_ON)
        assert "outward" not in [option.id for option in sitter.starts(Answer("map"))[1].views[1].options]

    @pytest.mark.parametrize("event", [Skip(), GoTo("story"), Draft("words")])
    def test_what_means_nothing_here_does_nothing(self, sitter: Sitter, event: Event) -> None:
        """A key that belongs to other pages leaves everything as it is."""
        sitter.finishes("story")
        before = sitter.runs
        assert sitter.starts(event)[1].shown == ["today", "today"]
        assert sitter.runs == before

    def test_says_when_the_next_step_opens_if_there_is_nothing_to_do(self, sitter: Sitter) -> None:
        """With nothing due, the day on which something opens is named."""
        for step in ("story", "rule", "daily"):
            sitter.finishes(step)
        sitter.opens("outward", *[Answer(False)] * 4, Answer("Hello"), GO_ON, GO_ON)
        body = " ".join(str(block) for block in sitter.starts()[1].views[0].body)
        assert "“Later on” comes up on Monday 9 March" in body

    def test_gives_no_reason_away(self, sitter: Sitter) -> None:
        """A page that somebody else may glance at does not say why reaching out is closed."""
        sitter.finishes("story")
        sitter.opens("outward", Answer(True), GO_ON)
        text = str(sitter.starts(Answer("map"))[1].views)
        assert not any(words in text for one in BOUNDARIES for words in (one.reason, one.help))

    def test_says_that_reaching_out_is_closed_while_it_is(self, sitter: Sitter) -> None:
        """One sentence, and only with a boundary."""
        sitter.finishes("story")
        assert WITHHELD_SENTENCE not in sitter.starts()[1].views[0].body
        sitter.opens("outward", Answer(True), GO_ON)
        assert WITHHELD_SENTENCE in sitter.starts()[1].views[0].body

    def test_names_no_day_while_there_is_something_to_do(self, sitter: Sitter) -> None:
        """What opens later is of interest when nothing is open now."""
        for step in ("story", "rule"):
            sitter.finishes(step)
        assert "Later on" not in str(sitter.starts()[1].views[0].body)

    @pytest.mark.parametrize("line", ["", "99", "0", "what now", "later"])
    def test_a_line_that_names_nothing_does_not_end_the_visit(self, sitter: Sitter, line: str) -> None:
        """In plain lines, where anything can be typed, a mistyped choice is asked for again."""
        sitter.finishes("story")
        sink = io.StringIO()
        screen = Plain(sitter.clock, io.StringIO(f"{line}\nleave\n"), sink)
        assert Wizard(PROGRAM, sitter.store, screen, sitter.clock, sitter.new_id).run() == 0
        assert sink.getvalue().count("That's not in the list.") == 1

    def test_a_pause_is_named_with_its_end(self, person: Person) -> None:
        """While the plan rests the page says until when, and offers no next step."""
        person.does("pause", until="2026-03-10", reason_kind="busy", reason="Exams")
        screen = Told(person.store.home)
        Wizard(person.program, person.store, screen, person.clock).run()
        assert "Tuesday 10 March" in str(screen.views[0].body)
        assert "opens on" not in str(screen.views[0].body)
        assert "your-story" not in [option.id for option in screen.views[0].options]


class TestBackToTheMenu:
    """Back from the first page of a step returns to where the step was chosen."""

    @pytest.mark.parametrize("menu", ["today", "map"])
    def test_it_is_the_menu_it_came_from(self, sitter: Sitter, menu: str) -> None:
        """Someone who took the step from the map is on the map again."""
        sitter.finishes("story")
        way = (Answer("map"),) if menu == "map" else ()
        _, screen = sitter.starts(*way, Answer("rule"), Back())
        assert screen.shown[-3:] == [menu, "sign", menu]
        assert screen.views[-2].can_back

    def test_what_was_typed_is_kept(self, sitter: Sitter) -> None:
        """The words are there when the step is opened again, and the menu says that it was begun."""

        def types_and_goes_back(_view: View, keep: Keep) -> Event:
            keep(Draft("I will"))
            return Back()

        sitter.finishes("story")
        _, screen = sitter.starts(Answer("rule"), types_and_goes_back, Answer("rule"))
        assert screen.shown == ["today", "sign", "today", "sign"]
        assert screen.views[-1].draft == "I will"
        assert "go on where you left off" in next(
            option.hint for option in screen.views[2].options if option.id == "rule"
        )

    def test_it_is_reached_page_by_page(self, sitter: Sitter) -> None:
        """Each Back goes one page back, and the answers that were given stay."""
        sitter.finishes("story")
        answers = (Answer("rule"), Answer("I sign."), Back(), Back())
        _, screen = sitter.starts(*answers)
        assert screen.shown == ["today", "sign", REVIEW, "sign", "today"]
        assert sitter.runs[-1].answers == {"sign": "I sign."}

    @pytest.mark.parametrize("step", ["rule", "urge"])
    def test_nothing_is_begun_by_a_look(self, sitter: Sitter, step: str) -> None:
        """Without a word typed, the file is as it was, byte for byte."""
        sitter.finishes("story")
        before = sitter.store.path.read_bytes()
        sitter.starts(Answer("map"), Answer(step), Back())
        assert sitter.store.path.read_bytes() == before

    def test_a_finished_step_is_left_as_it_was(self, sitter: Sitter) -> None:
        """From its review, page by page, back to the map."""
        sitter.finishes("story")
        before = sitter.store.path.read_bytes()
        _, screen = sitter.starts(Answer("map"), Answer("story"), Back(), Back(), Back(), Back())
        assert screen.shown == ["today", "map", REVIEW, "wish", "name", "hello", "map"]
        assert sitter.store.path.read_bytes() == before

    def test_without_a_menu_there_is_no_way_back(self, sitter: Sitter) -> None:
        """A step that was opened by its name begins with a page that has none."""
        _, screen = sitter.opens("story", Back())
        assert [(view.item.id, view.can_back) for view in screen.views] == [("hello", False), ("hello", False)]

    def test_words_that_cannot_be_saved_are_not_left_behind(
        self, sitter: Sitter, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Before the menu comes back, the page asks what to do about them; staying is one of the ways."""

        def full(_store: Store, _run: Run, *, patience: float | None) -> None:
            raise Unwritable("exback couldn't save: the disk is full.")

        def types_and_goes_back(_view: View, keep: Keep) -> Event:
            monkeypatch.setattr(Store, "put", full)
            keep(Draft("I will"))
            return Back()

        sitter.finishes("story")
        screen = Told(sitter.home, Answer("rule"), types_and_goes_back, Answer("stay"))
        with pytest.raises(Unwritable):
            Wizard(PROGRAM, sitter.store, screen, sitter.clock, sitter.new_id).run()
        assert screen.shown[:4] == ["today", "sign", "unsaved", "sign"]
        assert screen.views[3].draft == "I will"


class TestOpening:
    """Opening one step by its name."""

    def test_a_step_never_walked_begins(self, sitter: Sitter) -> None:
        """The first page of the step comes at once, without the first page of all or a menu."""
        assert sitter.opens("urge")[1].shown == ["pull"]

    def test_a_step_that_was_left_goes_on_where_it_was(self, sitter: Sitter) -> None:
        """The same page with the same half-typed words, in the same run."""
        sitter.opens("story", GO_ON, Answer("J."), types("To sl"))
        view = sitter.opens("story")[1].views[0]
        assert (view.item.id, view.draft) == ("wish", "To sl")
        assert len(sitter.runs) == 1

    def test_a_step_that_comes_round_begins_anew(self, sitter: Sitter) -> None:
        """Each walk of it is a run of its own."""
        sitter.finishes("urge")
        sitter.finishes("urge")
        assert [run.step for run in sitter.runs] == ["urge", "urge"]
        assert len({run.id for run in sitter.runs}) == 2

    def test_a_step_that_does_not_come_round_is_opened_to_be_changed(self, sitter: Sitter) -> None:
        """What was said can be read and changed, and stays one run."""
        sitter.finishes("story")
        _, screen = sitter.opens("story", GoTo("name"), Answer("K."), GO_ON, GO_ON)
        assert screen.shown == [REVIEW, "name", REVIEW, CLOSING]
        assert [run.answers["name"] for run in sitter.runs] == ["K."]
        assert [earlier.value for earlier in sitter.runs[0].history] == ["Some words"]

    def test_a_closed_step_says_why_and_until_when(self, sitter: Sitter) -> None:
        """Nothing is drawn and nothing saved; the sentence names what it waits for, and the day."""
        sitter.finishes("story")
        sitter.finishes("rule")
        before = sitter.runs
        with pytest.raises(NotNow, match="“Later on” isn't open yet") as caught:
            sitter.opens("later")
        assert "“Your rule”" in str(caught.value)
        assert "Monday 9 March" in str(caught.value)
        assert sitter.runs == before

    def test_a_closed_step_never_touches_the_screen(self, sitter: Sitter) -> None:
        """The terminal is left as it was when a step cannot be opened."""
        screen = Told(sitter.home)
        with pytest.raises(NotNow):
            Wizard(PROGRAM, sitter.store, screen, sitter.clock).open("rule")
        assert (screen.entered, screen.views) == (0, [])

    def test_a_withheld_step_is_refused_with_help_and_without_the_reason(self, sitter: Sitter) -> None:
        """A boundary's sentence names people to talk to, and not on the open shell what it is about."""
        sitter.opens("outward", Answer(True), GO_ON)
        with pytest.raises(NotNow) as caught:
            sitter.opens("outward")
        assert "exback crisis" in caught.value.hint
        assert str(caught.value) not in [one.reason for one in BOUNDARIES]

    def test_a_yes_in_a_step_that_reaches_out_ends_it(self, sitter: Sitter) -> None:
        """The boundary page comes at once, and after it nothing more of the step."""
        code, screen = sitter.opens("outward", Answer(True), GO_ON)
        assert (code, screen.shown) == (0, ["asked-to-stop", WITHHELD])

    def test_an_unknown_step_is_said(self, sitter: Sitter) -> None:
        """A mistyped id touches neither screen nor disk."""
        with pytest.raises(UnknownStep):
            sitter.opens("rool")
        assert not sitter.home.exists()


FORM = structs.replace(
    step_of("form", "A form", "mood", "line"), form={"mood": "Mood", "line": "Line"}, momentary=True, repeats=Repeat()
)
WITH_FORM = structs.replace(PROGRAM, companion=structs.replace(PROGRAM.companion, steps=(FORM,)))


class TestLastWords:
    """A form ends without a page to leave: its last words wait for no key."""

    @staticmethod
    def _wizard(sitter: Sitter, *deeds: Deed) -> tuple[Wizard, Told]:
        screen = Told(sitter.home, *deeds)
        return Wizard(WITH_FORM, sitter.store, screen, sitter.clock, sitter.new_id), screen

    def test_of_a_step_opened_alone_are_left_to_the_command(self, sitter: Sitter) -> None:
        """Neither a review nor a closing page comes up, and the run is finished."""
        wizard, screen = self._wizard(sitter, Answer("Grey."), Answer("Rain."))
        assert wizard.open("form") == 0
        assert screen.shown == ["mood", "line"]
        assert wizard.last_words == ["You did it.", "Rest."]
        assert sitter.store.load().runs[0].finished is not None

    def test_stand_once_on_the_page_that_comes_next(self, sitter: Sitter) -> None:
        """In front of the day's own words, and not on the page after it."""
        sitter.finishes("story")
        deeds = (Answer("map"), Answer("form"), Answer("Grey."), Answer("Rain."), Answer("map"), Answer("back"))
        wizard, screen = self._wizard(sitter, *deeds)
        wizard.run()
        has_them = [view.body[:2] == ("You did it.", "Rest.") for view in screen.views]
        assert has_them == [False, False, False, False, True, False, False]
        assert [view.begins_at_top for view in screen.views] == has_them  # or a low window would scroll them away
        assert not wizard.last_words

    def test_of_someone_who_left_are_not_said(self, sitter: Sitter) -> None:
        """Nothing was finished."""
        wizard, _ = self._wizard(sitter, Answer("Grey."), Leave(hidden=True))
        assert wizard.open("form") == 0
        assert not wizard.last_words

    def test_wait_where_something_could_not_be_saved(self, sitter: Sitter, monkeypatch: pytest.MonkeyPatch) -> None:
        """The page says why, and stays until a key is pressed."""

        def breaks(view: View, keep: Keep) -> Event:
            monkeypatch.setattr(sitter.store, "put", Mock(side_effect=Unwritable("The disk is full.")))
            return Answer("Rain.")

        wizard, screen = self._wizard(sitter, Answer("Grey."), breaks, Answer("go-on"), Leave())
        with suppress(Unwritable, Left):
            wizard.open("form")
        page = next(view for view in screen.views if view.item.id == CLOSING)
        assert "The disk is full." in page.unsaved


class TestSaving:
    """Everything is saved as it comes."""

    def test_nothing_is_saved_when_a_step_is_opened_and_left(self, sitter: Sitter) -> None:
        """A look inside leaves no trace."""
        sitter.opens("urge", Leave())
        sitter.opens("urge", STOP)
        assert not sitter.home.exists()

    @pytest.mark.parametrize(("step", "typed"), [("outward", "abc"), ("urge", "")])
    def test_a_wrong_key_leaves_no_trace_either(self, sitter: Sitter, step: str, typed: str) -> None:
        """What was refused is no answer, so the page is as new as before, and no entry begins."""
        _, screen = sitter.opens(step, Answer(typed), Answer(typed), Leave())
        assert [view.is_new for view in screen.views] == [True, True, True]
        assert not sitter.home.exists()

    def test_a_page_is_new_until_something_of_its_step_is_saved(self, sitter: Sitter) -> None:
        """So that no one who leaves is promised to come back to what isn't in the file."""
        _, screen = sitter.opens("story", GO_ON, Answer("J."), Leave())
        assert [(view.item.id, view.is_new) for view in screen.views] == [
            ("hello", True),
            ("name", False),
            ("wish", False),
        ]
        assert [view.is_new for view in sitter.opens("story", Leave())[1].views] == [False]
        sitter.finishes("urge")
        _, screen = sitter.opens("urge", types("Half a"))
        assert [view.is_new for view in screen.views] == [True]
        assert [view.is_new for view in sitter.opens("urge", Leave())[1].views] == [False]

    def test_the_place_in_a_step_that_was_never_done_is_kept(self, sitter: Sitter) -> None:
        """Someone who has read its first page goes on after it."""
        sitter.opens("story", GO_ON, Leave())
        assert sitter.opens("story")[1].shown == ["name"]

    @pytest.mark.parametrize("leave", [Leave(), STOP, Leave(hidden=True)])
    @pytest.mark.parametrize(
        ("step", "deeds"),
        [
            ("story", ()),
            ("story", (GoTo("name"),)),
            ("story", (GoTo("name"), Back(), GO_ON, Answer("Some words"))),
            ("story", (GO_ON, GO_ON)),
            ("urge", ()),
            ("urge", (Draft(""),)),
            ("urge", (lambda _view, keep: keep(Draft("")) or Leave(),)),
        ],
    )
    def test_a_finished_step_that_is_opened_and_left_is_as_it_was(
        self, sitter: Sitter, step: str, deeds: tuple[Deed, ...], leave: Leave
    ) -> None:
        """Looking through a finished step, or beginning it again without a word, leaves the file as it was, byte for byte."""
        for each in ("story", "rule", "urge"):
            sitter.finishes(each)
        before = sitter.store.path.read_bytes()
        sitter.opens(step, *deeds, leave)
        assert sitter.store.path.read_bytes() == before
        assert {each.hint for each in sitter.starts(Answer("map"))[1].views[1].options if each.id == step} == {"done"}

    def test_an_answer_that_changed_is_saved_with_the_place(self, sitter: Sitter) -> None:
        """Once something is changed in a finished step, everything after it is saved, too."""
        sitter.finishes("story")
        sitter.opens("story", GoTo("name"), Answer("K."), Leave())
        assert (sitter.runs[0].answers["name"], sitter.runs[0].cursor) == ("K.", REVIEW)

    def test_words_that_were_typed_and_taken_out_are_out_of_the_file(self, sitter: Sitter) -> None:
        """A run that holds nothing any more isn't begun, whatever was saved in between."""
        sitter.finishes("urge")
        sitter.opens("urge", types("They"))
        sitter.opens("urge", Draft(""), Leave())
        assert [(run.finished is None, run.is_empty) for run in sitter.runs] == [(False, False), (True, True)]
        assert {each.hint for each in sitter.starts(Answer("map"))[1].views[1].options if each.id == "urge"} == {"done"}

    def test_each_answer_is_on_the_disk_before_the_next_page(self, sitter: Sitter) -> None:
        """Whatever happens on a page, what was said before it is saved, with the place."""
        _, screen = sitter.opens("story", GO_ON, Answer("J."), Answer("To sleep"), GO_ON, GO_ON)
        saved = [runs[-1] if runs else None for runs in screen.saved]
        told = [(run.answers, run.cursor) if run else None for run in saved[2:]]
        assert screen.shown == ["hello", "name", "wish", REVIEW, CLOSING]
        assert told == [
            ({"name": "J."}, "wish"),
            ({"name": "J.", "wish": "To sleep"}, REVIEW),
            ({"name": "J.", "wish": "To sleep"}, CLOSING),
        ]
        assert sitter.runs[-1].finished is not None

    def test_it_is_saved_after_every_event(self, sitter: Sitter, monkeypatch: pytest.MonkeyPatch) -> None:
        """Answers, going back, skipping, drafts and leaving are each one save."""
        saves: list[Run] = []
        put = Store.put

        def counted(store: Store, run: Run, *, patience: float | None) -> None:
            saves.append(run)
            put(store, run, patience=patience)

        monkeypatch.setattr(Store, "put", counted)
        events = (GO_ON, Answer("J."), Back(), Answer("J."), Skip(), Draft("x"), Leave())
        sitter.opens("story", *events)
        assert len(saves) == len(events)
        assert saves[-1].drafts == {"wish": "x"}

    def test_what_is_being_typed_is_saved_while_the_page_is_up(self, sitter: Sitter) -> None:
        """A draft is on the disk before the page is answered."""

        def sleeps(_view: View, keep: Keep) -> Event:
            keep(Draft("To"))
            keep(Draft("To sleep"))
            typed.append(sitter.runs[-1].drafts["wish"])
            return Answer("To sleep")

        typed: list[object] = []
        sitter.opens("story", GO_ON, Answer("J."), sleeps)
        assert typed == ["To sleep"]
        assert sitter.runs[-1].drafts == {}
        assert sitter.runs[-1].answers["wish"] == "To sleep"

    def test_what_another_exback_saves_meanwhile_stays(self, sitter: Sitter) -> None:
        """An urge in a second terminal and a story in the first are both kept."""

        def urge_elsewhere(_view: View, _keep: Keep) -> Event:
            Sitter(sitter.home, sitter.clock).opens("urge", Answer("Strong"), GO_ON, GO_ON)
            return Answer("J.")

        sitter.new_id = lambda: "story-run"
        sitter.opens("story", GO_ON, urge_elsewhere, Leave())
        assert sorted(run.step for run in sitter.runs) == ["story", "urge"]
        assert {run.step: run.answers for run in sitter.runs} == {"story": {"name": "J."}, "urge": {"pull": "Strong"}}

    def test_what_cannot_be_saved_is_said(self, sitter: Sitter, monkeypatch: pytest.MonkeyPatch) -> None:
        """A save that fails ends the visit instead of being passed over."""

        def full(_store: Store, _run: Run, *, patience: float | None) -> None:
            raise Unwritable("exback couldn't save: the disk is full.")

        monkeypatch.setattr(Store, "put", full)
        with pytest.raises(Unwritable):
            sitter.opens("story", GO_ON)

    def test_moments_come_from_the_clock(self, sitter: Sitter) -> None:
        """A run that was left and taken up says when it began and when it ended."""
        sitter.opens("urge", types("St"))
        began = sitter.clock.now
        sitter.clock.forward(hours=5)
        sitter.opens("urge", Answer("Strong"), GO_ON, GO_ON)
        assert [(run.started, run.finished) for run in sitter.runs] == [(began, sitter.clock.now)]

    def test_ids_are_short_random_and_tell_nothing(self) -> None:
        """No two runs share an id, and none holds a date or a name."""
        ids = {short_id() for _ in range(1000)}
        assert len(ids) == 1000
        assert all(len(one) <= 12 and one.isalnum() for one in ids)


def days(day: int, of: int) -> Streak:
    """A promise that is some days old."""
    return Streak(
        since=date(2026, 3, 2),
        ends=date(2026, 4, 1),
        day=day,
        of=of,
        apart=day,
        best=day,
        total=day,
        breaks=0,
        uncounted=0,
        since_contact=day,
    )


class TestSentences:
    """What is said about days and closed steps."""

    @pytest.mark.parametrize(
        ("day", "sentence"),
        [
            (0, "Your rule starts today, for 30 days."),
            (1, "Day 1 of 30."),
            (29, "Day 29 of 30. Your rule is over tomorrow."),
            (30, "Your rule is over today, after 30 days. You can keep it as long as it helps."),
            (99, "It's been 99 days since your rule started, with no contact written down."),
        ],
    )
    def test_the_day_of_the_rule(self, day: int, sentence: str) -> None:
        """From the first day to the last, and after it, the sentence is true and whole."""
        assert day_sentence(days(day, 30), date(2026, 3, 2) + timedelta(days=day)) == sentence

    @pytest.mark.parametrize(
        ("day", "sentence"),
        [
            (0, "Your rule starts today. On Wednesday 1 April you'll check in with yourself."),
            (12, "Day 12 of your rule. On Wednesday 1 April you'll check in with yourself."),
            (29, "Day 29 of your rule. On Wednesday 1 April you'll check in with yourself."),
            (30, "Day 30 of your rule. It goes on from here."),
        ],
    )
    def test_nothing_is_counted_down_where_a_boundary_holds(self, day: int, sentence: str) -> None:
        """The day on which they look at themselves ends nothing, so no days are left until it."""
        today = date(2026, 3, 2) + timedelta(days=day)
        assert day_sentence(days(day, 30), today, withheld=True) == sentence

    @pytest.mark.parametrize(
        ("withheld", "sentence"),
        [
            (False, "Your rule is for 30 days, starting Monday 2 March."),
            (True, "Your rule started on Monday 2 March."),
        ],
    )
    def test_a_day_that_nobody_knows_is_not_said(self, withheld: bool, sentence: str) -> None:
        """After the clock was set back, a rule of which the calendar has a week has not run its 30 days."""
        unknown = structs.replace(days(9000, 30), is_uncertain=True)
        assert day_sentence(unknown, date(2026, 3, 9), withheld=withheld) == sentence

    def test_the_step_that_opens_soonest_is_found(self, sitter: Sitter) -> None:
        """Of the closed steps with a date it is the one with the earliest, once no other step is next."""
        stage = structs.replace(PROGRAM.stages[0], steps=PROGRAM.stages[0].steps[:3])
        program = structs.replace(PROGRAM, stages=(stage,))
        sitter.finishes("story")
        today = date(2026, 3, 2)
        assert next_opening(status_of(program, program.journey(sitter.runs, sitter.clock())), today) is None
        sitter.finishes("rule")
        soon = next_opening(status_of(program, program.journey(sitter.runs, sitter.clock())), today)
        assert soon is not None
        assert (soon.step.id, soon.date) == ("later", date(2026, 3, 9))

    def test_no_step_is_said_to_open_today_that_is_closed_today(self, person: Person) -> None:
        """Where something has to be done first, no day is named on which a step would open by itself."""
        choice = Choice("choice", "?", options=(Option("go", "Go"),))
        plan = structs.replace(step_of("plan", "Plan"), items=(choice,), repeats=Repeat(apart=7))
        far = structs.replace(step_of("far", "Far away", "x"), opens=(runs("plan", 2, days_apart=7),))
        stage = Stage(id="one", title="One", purpose="", steps=(plan, far))
        program = structs.replace(PROGRAM, stages=(stage,), first="plan", daily="plan", streak=NO_STREAK)
        Wizard(program, person.store, Told(person.store.home, Answer("go"), GO_ON, GO_ON), person.clock).open("plan")
        person.clock.forward(days=8)
        screen = Told(person.store.home)
        Wizard(program, person.store, screen, person.clock).run()
        assert "Tuesday 10 March" not in str(screen.views[0].body)

    def test_a_closed_step_without_a_date_is_explained_without_one(self, sitter: Sitter) -> None:
        """No day is invented where none is known."""
        journey = PROGRAM.journey([], sitter.clock())
        sentence = closed_sentence(status_of(PROGRAM, journey).step_status(PROGRAM.step("rule")), journey)
        assert sentence == "“Your rule” isn't open yet. Opens after “Your story”."


class Full(Store):
    """A store on a disk that is full until it's told otherwise."""

    is_full = True

    def put(self, run: Run, forget: Collection[str] = (), *, patience: float | None = None) -> None:
        """Save, where there is room."""
        if self.is_full:
            raise Unwritable("exback couldn't save: the disk is full.", path=self.path, hint="Make room.")
        super().put(run, forget, patience=patience)


class TestUnsaved:
    """A disk that is full while somebody writes."""

    @pytest.fixture
    def store(self, sitter: Sitter) -> Full:
        """The store of somebody who sits down to a full disk."""
        sitter.store = Full(sitter.home)
        return sitter.store

    @pytest.mark.fault(65)
    def test_is_asked_about_once_and_said_on_every_page(self, sitter: Sitter, store: Full) -> None:
        """Whoever goes on is not stopped again, and all of it is saved with the first save that works."""

        def makes_room(view: View, _keep: Keep) -> Event:
            assert "the disk is full" in view.unsaved
            store.is_full = False
            return Answer("To sleep")

        code, screen = sitter.opens("story", GO_ON, Answer("J."), Answer("go-on"), makes_room, GO_ON, GO_ON)
        assert (code, screen.shown) == (0, ["hello", "name", "unsaved", "wish", REVIEW, CLOSING])
        assert [bool(view.unsaved) for view in screen.views] == [False, True, True, True, False, False]
        assert sitter.runs[0].answers == {"name": "J.", "wish": "To sleep"}

    @pytest.mark.fault(65)
    @pytest.mark.parametrize("way", [Answer("leave"), Leave(), STOP])
    def test_left_without_a_save_ends_with_the_sentence(self, sitter: Sitter, store: Full, way: Event) -> None:
        """It's the first of the errors to be read, and no word is said to be saved."""
        with pytest.raises(Unwritable, match="the disk is full"):
            sitter.opens("story", GO_ON, types("J."), way)
        assert not store.exists()

    @pytest.mark.fault(65)
    @pytest.mark.parametrize("way", ["again", "leave"])
    def test_saved_while_it_is_asked_is_saved(self, sitter: Sitter, store: Full, way: str) -> None:
        """Trying again, and leaving a page that was saved meanwhile, end like any leaving."""

        def makes_room(_view: View, keep: Keep) -> Event:
            store.is_full = False
            if way == "leave":
                assert not keep(Draft(""))
            return Answer(way)

        code, _ = sitter.opens("story", GO_ON, types("J."), makes_room)
        assert code == 0
        assert sitter.runs[0].drafts == {"name": "J."}

    @pytest.mark.fault(65)
    def test_of_the_last_page_is_asked_about_before_the_step_ends(self, sitter: Sitter, store: Full) -> None:
        """A step that only seems finished would be forgotten by the page that comes after it."""
        deeds = [GO_ON, Answer("J."), Answer("go-on"), Answer("To sleep"), GO_ON, GO_ON]
        with pytest.raises(Unwritable):
            sitter.opens("story", *deeds, Answer("leave"))

    @pytest.mark.fault(65)
    def test_hidden_says_nothing(self, sitter: Sitter, store: Full) -> None:
        """Ctrl-Q ends at once, on the page itself and on the one that asks."""
        for deeds in ([types("J."), Leave(hidden=True)], [Answer("J."), Leave(hidden=True)]):
            with pytest.raises(Unseen) as ended:
                sitter.opens("story", GO_ON, *deeds)
            assert (str(ended.value), ended.value.exit_code) == ("", 1)

    @pytest.mark.fault(64)
    @pytest.mark.parametrize("through", ["step", "journal"])
    def test_the_file_of_an_editor_stays_until_a_save(self, sitter: Sitter, through: str) -> None:
        """From a step as from the journal's change of an answer."""
        sitter.finishes("story")
        sheet, store = Mock(place="/editing/text.txt"), Full(sitter.home)

        def edits(_view: View, keep: Keep) -> Event:
            assert "/editing/text.txt" in str(keep(Draft("An hour of words", sheet)))
            sheet.discard.assert_not_called()
            store.is_full = False
            return Answer("An hour of words")

        screen = Told(sitter.home, *([edits] if through == "journal" else [GoTo("name"), edits]))
        visit = Wizard(PROGRAM, store, screen, sitter.clock, sitter.new_id)
        if through == "journal":
            with suppress(Left):
                visit.change(sitter.runs[0], "name")
        else:
            visit.open("story")
        sheet.discard.assert_called_once_with()
        assert sitter.runs[0].answers["name"] == "An hour of words"
