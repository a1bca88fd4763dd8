"""Letters: to them and never sent, or to oneself and opened on a day; and an entry in which nothing is asked."""

from __future__ import annotations

import pytest
from support.lives import LIFE, SAFE
from support.pages_today import page, plain
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.journal import journal
from exback.engine.presenter import CLOSING
from exback.engine.session import Session
from exback.engine.view import View
from exback.export.calendar import titles
from exback.model.boundaries import ASKED_TO_STOP
from exback.model.items import Kind, Option

TO_ME = {"to": "me", "letter": "You made it to spring.", "until": "2026-04-01"}


def said(views: list[View]) -> str:
    """Every word on some pages."""
    return "\n".join(str((view.body, view.question, view.note)) for view in views)


def is_due(person: Person) -> bool:
    """Whether the page of the day offers the letter."""
    return "letter" in [step.id for step in person.guide.due]


def menu(person: Person, **answers: object) -> tuple[Option, ...]:
    """Start exback, answer what comes up by itself, and leave at the page of the day. Return what it offers, in order."""
    screen = Scripted({**answers, "today": "leave"})
    Wizard(person.program, person.store, screen, person.clock, person.new_id).run()
    return tuple(screen.views[-1].options)


def first_options(person: Person, **answers: object) -> list[str]:
    """Return only their labels."""
    return [option.label for option in menu(person, **answers)]


@pytest.fixture
def writer(person: Person) -> Person:
    """Someone who wrote to themselves for 1 April."""
    person.answers("your-story", {**LIFE["your-story"], **SAFE})
    person.answers("letter", dict(TO_ME))
    return person


def test_a_letter_to_oneself_asks_only_for_its_day(writer: Person) -> None:
    """Not whether it's kept or burnt; the closing page names the day, and the study is named with its limit."""
    pages = [view.item.id for view in writer.views if view.item.id != "review"]
    assert pages == ["to", "unsent", "letter", "until", "closing"]
    assert "It's sealed until Wednesday 1 April" in said(writer.views[-1:])
    assert "It didn't show that this lasts" in said(writer.views)


def test_it_is_on_the_page_of_the_day_from_its_day_on_until_it_was_read(writer: Person) -> None:
    """The day is named before; on it the letter opens from there, without a new one being asked for."""
    assert [str(coming.day) for coming in writer.guide.coming] == ["2026-04-01"]
    writer.clock.forward(days=29)
    assert not is_due(writer)
    writer.clock.forward(days=1)
    assert is_due(writer)
    writer.clock.forward(days=3)
    assert is_due(writer)
    writer.answers("letter", {"read-then": True, "more": False})
    assert TO_ME["letter"] in said(writer.views[1:2])
    assert [view.item.id for view in writer.views if view.item.id != "review"] == [
        "read-then",
        "from-then",
        "more",
        "closing",
    ]
    assert not is_due(writer)


def test_once_read_on_its_day_no_page_says_that_it_is_there_to_read(writer: Person) -> None:
    """Until then it's named on that day, too."""
    writer.clock.forward(days=30)
    assert [str(coming.day) for coming in writer.guide.coming] == ["2026-04-01"]
    writer.answers("letter", {"read-then": True, "more": False})
    assert writer.guide.coming == ()


def test_one_that_was_sealed_until_the_same_day_can_be_read_at_once(person: Person) -> None:
    """It isn't taken for read because it was written."""
    person.answers("letter", {**TO_ME, "until": "2026-03-02"})
    assert is_due(person)
    person.answers("letter", {"read-then": True, "more": False})
    assert TO_ME["letter"] in said(person.views)
    assert not is_due(person)


MINE = "The letter you wrote to yourself"


@pytest.mark.parametrize("days", [30, 31, 34])
def test_from_its_day_on_it_is_named_as_what_it_is_and_comes_first(writer: Person, days: int) -> None:
    """In the status, drawn and in plain lines, and on the first page, until it was read."""
    writer.clock.forward(days=days - 1)
    writer.puts("check-in", mood=5, longing=5, sleep=5)
    writer.clock.forward(days=1)
    assert f"To do {MINE}" in page(writer)
    assert any(line.startswith(f"To do: {MINE}") for line in plain(writer))
    assert first_options(writer)[0] == MINE
    writer.answers("letter", {"read-then": True, "more": False})
    assert str(writer.views[0].question) == f"{MINE} is ready to read. Would you like to read it now?"
    assert MINE not in page(writer)
    assert MINE not in first_options(writer)


def test_after_a_year_away_it_is_what_comes_after_coming_back(writer: Person) -> None:
    """One question about the time away, then the letter."""
    writer.puts("contact-rule", kind="full", length="30")
    writer.clock.forward(days=365)
    assert first_options(writer, contact="rather-not", then="not-now")[0] == MINE
    writer.clock.forward(days=1)
    assert first_options(writer)[0] == MINE


@pytest.mark.parametrize("pause", [{"what": "rest", "until": "2026-05-01"}, {"what": "rest", "until": "open-end"}])
def test_a_pause_does_not_keep_it_back(writer: Person, pause: dict[str, str]) -> None:
    """They chose its day; nothing else is due then."""
    writer.puts("pause", **pause)  # type: ignore[arg-type]  # its answers
    writer.clock.forward(days=31)
    assert [step.title for step in writer.guide.due] == [MINE]
    assert first_options(writer)[0] == MINE


def test_a_letter_to_read_has_no_minutes(writer: Person) -> None:
    """Fifteen of them are for writing one."""
    writer.clock.forward(days=31)
    assert [option.hint for option in menu(writer, contact="rather-not", then="not-now") if option.label == MINE] == [
        ""
    ]


@pytest.mark.parametrize(
    ("letters", "name"),
    [
        (({"to": "them", "fate": "seal"},), "The letter you sealed"),
        (({"to": "me"}, {"to": "me"}), "The letters you wrote to yourself"),
        (({"to": "me"}, {"to": "them", "fate": "seal"}), "The letters you sealed"),
    ],
)
def test_letters_are_named_by_whom_they_are_to(
    person: Person, letters: tuple[dict[str, object], ...], name: str
) -> None:
    """One to the other person isn't called one to oneself."""
    for to_whom in letters:
        person.answers("letter", {**to_whom, "letter": "It rains.", "until": "2026-04-01"})
    person.clock.forward(days=31)
    assert name in [step.title for step in person.guide.due]


def test_put_off_it_comes_back_the_next_day(writer: Person) -> None:
    """Not today is for today, and nothing of the letter is shown."""
    writer.clock.forward(days=30)
    writer.answers("letter", {"read-then": False, "more": False})
    assert TO_ME["letter"] not in said(writer.views)
    assert [view.item.id for view in writer.views] == ["read-then", "more", CLOSING]
    assert writer.views[1].question == "Would you like to write a new letter instead?"
    assert "You left it sealed for today. exback will ask again tomorrow." in said(writer.views[-1:])
    assert not is_due(writer)
    writer.clock.forward(days=1)
    assert is_due(writer)


def test_several_that_are_put_off_are_named_as_several(writer: Person) -> None:
    """The last words speak of what was left sealed."""
    writer.answers("letter", {**TO_ME, "until": "2026-03-20"})
    writer.clock.forward(days=31)
    writer.answers("letter", {"read-then": False, "more": False})
    assert "You left them sealed for today. exback will ask again tomorrow." in said(writer.views[-1:])


def test_someone_who_read_it_can_write_another(writer: Person) -> None:
    """In the same go; its day is what's named next."""
    writer.clock.forward(days=31)
    writer.answers("letter", {"read-then": True, "more": True, **TO_ME, "until": "2026-12-01"})
    assert not is_due(writer)
    assert [str(coming.day) for coming in writer.guide.coming] == ["2026-12-01"]


def test_until_its_day_the_journal_shows_only_the_day(writer: Person) -> None:
    """As with every sealed letter."""
    entries = journal(writer.program, writer.journey).entries
    assert [str(entry.until) for entry in entries if entry.kind == Kind.LETTER] == ["2026-04-01"]


def test_no_letter_of_an_earlier_version_is_asked_to_whom_it_was(person: Person) -> None:
    """Opened again, it has the questions that it had."""
    person.puts("letter", letter="Dear J.", fate="keep")
    run = person.store.load().runs[-1]
    session = Session.edit(person.program, person.program.step("letter"), person.journey, run)
    assert [option.id for option in session.view().options] == ["letter", "fate"]


def test_someone_who_must_leave_them_alone_writes_about_them(person: Person) -> None:
    """The choice isn't “to them”, and the page before the letter is still there; to oneself, it isn't needed."""
    person.answers("your-story", {**LIFE["your-story"], **SAFE, ASKED_TO_STOP.id: True})
    person.answers("letter", {"to": "them", "letter": "It rains.", "fate": "keep"})
    assert [option.label for option in person.views[0].options] == ["A letter about them", "A letter to myself"]
    assert "not-to-them" in [view.item.id for view in person.views]
    person.answers("letter", dict(TO_ME))
    assert "not-to-them" not in [view.item.id for view in person.views]


def test_a_free_entry_asks_nothing_but_the_words(person: Person) -> None:
    """One field, and a closing page with no review of one answer between; the journal has it as a note."""
    run = person.answers("write", {"entry": "It rained.\nI went anyway."})
    assert [view.item.id for view in person.views] == ["entry", "closing"]
    (entry,) = journal(person.program, person.journey).entries
    assert (entry.run.id, entry.kind) == (run.id, Kind.NOTE)


def test_a_letter_whose_words_were_deleted_is_not_announced(writer: Person) -> None:
    """Neither among the days ahead nor in a calendar, nor on its day, and a second one is named alone."""
    words_of = writer.store.load().runs[-1]
    writer.store.forget(words_of.id, frozenset({"letter"}))
    assert writer.guide.coming == ()
    assert "Something to read" not in titles(writer.program, writer.journey)
    assert [each.date for each in writer.guide.steps if each.step.id == "letter"] == [None]
    writer.answers("letter", dict(TO_ME))
    writer.clock.now = writer.clock.now.replace(month=4, day=1)
    assert [step.title for step in writer.guide.due if step.id == "letter"] == ["The letter you wrote to yourself"]
    writer.store.forget(writer.store.load().runs[-1].id, frozenset({"letter"}))
    assert not is_due(writer)
    assert writer.guide.coming == ()
