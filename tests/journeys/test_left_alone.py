"""What someone leaves for now is left alone: a message they don't send, and a reply that was neither a yes nor a no."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from support import program_walk
from support.held import APOLOGY, INVITATION, changes, due, latest, may_begin, said, wrote, wrote_whole_apology
from support.lives import LIFE
from support.pages_today import does_what_is_weekly, menu, plain, soon
from support.person import Clock, Person

from exback.model.dates import in_words
from exback.model.program import Program


@pytest.fixture(params=[INVITATION, APOLOGY])
def step(request: pytest.FixtureRequest) -> str:
    """The message."""
    return str(request.param)


@pytest.fixture
def written(person: Person, step: str) -> Person:
    """Someone whose message has been free since an hour ago."""
    (wrote if step == INVITATION else wrote_whole_apology)(person)
    person.clock.forward(days=1, hours=1)
    return person


@pytest.fixture
def unsent(written: Person, step: str) -> Person:
    """Someone who won't send it for now, on Tuesday 3 March."""
    assert step in due(written)
    written.answers(step, {"sent": "no"})
    return written


@pytest.fixture
def left(written: Person, step: str) -> Person:
    """Someone who was told “something else” twice, and left it open on Saturday 21 March."""
    written.answers(step, {"sent": "yes"})
    written.clock.forward(days=2)
    written.answers(step, {"reply": "other", "asked-to-stop": False})
    written.clock.forward(days=16)
    written.answers(step, {"reply": "nothing", "turn": "leave"})
    return written


class TestNotSentForNow:
    """“I won't send it for now” is taken as said."""

    def test_it_is_not_brought_up_for_two_weeks(self, unsent: Person, step: str) -> None:
        """It's neither next nor due, on any day of the two weeks, and it can be opened on all of them."""
        for _ in range(13):
            assert step not in due(unsent)
            assert may_begin(unsent, step)
            unsent.clock.forward(days=1)
        assert step not in due(unsent)
        unsent.clock.forward(days=1)
        assert step in due(unsent)

    def test_the_last_page_names_the_day(self, unsent: Person) -> None:
        """And it says that they can come back sooner, or never."""
        assert "you can come back to it at any time, or never." in said(unsent.views)
        assert "exback won't bring it up before Tuesday 17 March." in said(unsent.views)

    def test_said_again_it_is_left_for_two_more_weeks(self, unsent: Person, step: str) -> None:
        """Whoever says so a second time has two weeks from then on."""
        unsent.clock.forward(days=14)
        unsent.answers(step, {"sent": "no"})
        assert "before Tuesday 31 March." in said(unsent.views)
        unsent.clock.forward(days=13)
        assert step not in due(unsent)
        unsent.clock.forward(days=1)
        assert step in due(unsent)

    def test_it_can_be_sent_sooner(self, unsent: Person, step: str) -> None:
        """Opened two days later, it's as it was, and what was sent is asked about the next day."""
        unsent.clock.forward(days=2)
        unsent.answers(step, {"sent": "yes"})
        unsent.clock.forward(days=1)
        assert step in due(unsent)

    def test_changed_words_are_read_again(self, unsent: Person, step: str) -> None:
        """Someone who changes it in the journal meanwhile is working on it, so it comes up when it's free."""
        item = "draft" if step == INVITATION else "in-one-piece"
        changes(unsent, unsent.journey.finished(step)[0], item, {item: "I let you wait. I'm sorry for that."})
        assert step not in due(unsent)
        unsent.clock.forward(days=1, hours=1)
        assert step in due(unsent)

    def test_deleted_words_are_not_asked_for_at_once(self, unsent: Person) -> None:
        """Whoever doesn't send it and then deletes it isn't asked to write another one."""
        run = unsent.journey.finished(unsent.journey.runs[-1].step)[0]
        unsent.store.forget(run.id, frozenset({"draft", "in-one-piece"}))
        unsent.clock.forward(days=3)
        assert run.step not in due(unsent)

    def test_read_again_later_it_names_no_day(self, unsent: Person, step: str) -> None:
        """Once something else was told, the day of the old run isn't said."""
        run = latest(unsent, step)
        unsent.clock.forward(days=2)
        unsent.answers(step, {"sent": "yes"})
        views = changes(unsent, run, "sent", {"sent": "no"})
        assert "before Tuesday" not in said(views)


class TestLeftOpenForNow:
    """“Leave it open for now” is taken as said, too."""

    def test_waiting_comes_back_after_two_weeks(self, left: Person) -> None:
        """It isn't due before that, and it's open for whoever wants it."""
        for _ in range(13):
            assert "waiting" not in due(left)
            assert left.state("waiting") == "open"
            left.clock.forward(days=1)
        assert "waiting" not in due(left)
        left.clock.forward(days=1)
        assert "waiting" in due(left)

    def test_its_day_is_named(self, left: Person) -> None:
        """The last page says when it comes."""
        assert "On Saturday 4 April exback will offer you “Taking more time”, in case you want it." in said(left.views)

    def test_who_chooses_to_wait_meanwhile_is_offered_it(self, left: Person) -> None:
        """A decision to wait, twice, counts more than what was left open before."""
        left.puts("decide", choice="wait")
        left.clock.forward(days=7)
        left.puts("decide", choice="wait")
        assert "waiting" in due(left)

    def test_who_waits_already_is_not_told_of_it(self, left: Person, step: str) -> None:
        """The page about waiting comes once a month anyway."""
        left.puts("waiting", 2, still=5, meanwhile="The choir.", enough="June.", keep="Evenings.", again=True)
        left.answers(step, {"reply": "nothing", "turn": "leave"})
        assert "exback will offer you “Taking more time”" not in said(left.views)

    def test_letting_go_is_the_end_of_it(self, left: Person) -> None:
        """After an ending, waiting isn't offered any more."""
        left.answers("letting-go", dict(LIFE["letting-go"]))
        left.clock.forward(days=20)
        assert "waiting" not in due(left)


@pytest.fixture(scope="module")
def walked(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """Someone who went through all three stages, and whose invitation is free on Friday 3 April."""
    person = Person(program, Clock(), tmp_path_factory.mktemp("walked") / "home")
    program_walk.walk(person, [each for each in program_walk.to_declined() if each.day <= 30])
    person.clock.forward(days=2)
    return person


ONE_DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("runs", "step", "day"),
    [
        ([{"sent": "no"}], INVITATION, date(2026, 4, 17)),
        ([{"put-down": "The hope.", "keep": "The choir."}], "letting-go", date(2026, 5, 3)),
        ([{"sent": "yes"}, {"reply": "nothing"}], INVITATION, date(2026, 4, 7)),
        (
            [{"sent": "yes"}, {"reply": "other"}, {"reply": "other", "turn": "leave"}],
            "waiting",
            date(2026, 5, 3),
        ),
    ],
)
def test_the_page_of_the_day_names_the_day(
    walked: Person, tmp_path: Path, runs: list[dict[str, str]], step: str, day: date
) -> None:
    """“Soon” and the menu name the very day on which it's brought up again, once that is what comes next."""
    person = walked.copied_to(tmp_path / "copy")
    for number, answers in enumerate(runs):
        person.clock.forward(days=(0, 1, 15)[number])
        told_in = "letting-go" if "keep" in answers else INVITATION
        person.puts(told_in, **answers)  # type: ignore[arg-type]  # no run here names a version
    person.clock.now = person.clock.now.replace(month=day.month, day=day.day) - ONE_DAY
    assert step not in due(person)
    does_what_is_weekly(person)
    assert soon(person) == (step, day)
    assert f"Soon: {person.program.step(step).title}, {in_words(day, day)}" in "; ".join(plain(person))
    assert in_words(day, day) in menu(person)
    person.clock.forward(days=1)
    assert step in due(person)


def test_a_letter_that_opens_next_is_named_as_what_it_is(walked: Person, tmp_path: Path) -> None:
    """The day ahead says that it's the one to oneself, and nothing else on the page has that day."""
    person = walked.copied_to(tmp_path / "copy")
    person.puts(INVITATION, sent="no")
    day = person.journey.today + ONE_DAY
    person.puts("letter", to="me", letter="It rains.", until=day.isoformat())
    does_what_is_weekly(person)
    assert soon(person) == ("letter", day)
    lines = "; ".join(plain(person))
    assert f"Ahead: {in_words(day, day)}: You can read the letter you wrote to yourself." in lines
    assert "Soon" not in lines
    page_of_the_day = menu(person)
    assert page_of_the_day.count(in_words(day, day)) == 1
    assert "Nothing is due today." in page_of_the_day
    assert "opens on" not in page_of_the_day
