"""A momentary step that was left belongs to its moment: the day, and the two hours, in which it was begun."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from support.lives import LIFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.journal_browser import JournalBrowser
from exback.commands.moment import FRESH, GO_ON
from exback.commands.pages import Left
from exback.commands.wizard import LEFT_AS_IS, Wizard
from exback.doctor.contents import record_findings
from exback.engine.journal import State as WordsState
from exback.engine.journal import journal
from exback.engine.status import State
from exback.engine.view import Answer, Back, Draft, Event, Leave, Skip, View
from exback.errors import NotNow
from exback.export.formats import FORMATS
from exback.export.options import Options
from exback.model.boundaries import AFRAID_OF_ME, ASKED_TO_STOP
from exback.model.journey import MOMENT
from exback.model.program import Program
from exback.model.run import Run, changed
from exback.store import Store
from exback.store.inspection import survey
from exback.store.merge import merged
from exback.store.progress import Progress

pytestmark = pytest.mark.fault(68)

ASKED = "moment"
MOMENTARY: dict[str, tuple[dict[str, object], str]] = {
    "check-in": ({"mood": 1, "longing": Leave()}, "mood"),
    "urge": ({"before": 8, "breath": Leave()}, "before"),
    "contact": ({"kind": "i-wrote", "before": Leave()}, "kind"),
    "look": ({"what": "profile", "looking-for": Leave()}, "what"),
    "now": ({"what": "afraid", "asked-to-stop": Leave()}, "what"),
}
"""By step: the answers of someone who leaves it half done, and its first page."""
UNASKED: dict[str, object] = {"day": "2026-03-02", "set-off": None}
"""What whoever goes on gives besides: the day as it's offered, and a question skipped."""
GIVEN: dict[str, dict[str, object]] = {
    "urge": {"before": 8, "set-off": None},
    "contact": {"kind": "i-wrote", **UNASKED},
    "look": {"what": "profile", **UNASKED},
    "now": {"what": "afraid"},
}
"""By step: everything in the file of whoever leaves it half done on 2 March."""
OVER_DAYS: dict[str, dict[str, object]] = {
    "letter": {"to": "them", "letter": Leave()},
    "they-wrote": {"asks": Leave()},
    "why-space": {"fear": "They forget me.", "pushed": Leave()},
}


def leaves(person: Person, step: str) -> Run:
    """Leave a momentary step half done, and return its run."""
    return person.answers(step, dict(MOMENTARY[step][0]))


def pages(person: Person) -> list[str]:
    """The ids of the pages that were shown last."""
    return [view.item.id for view in person.views]


def runs(person: Person) -> list[Run]:
    """Every run in the file."""
    return person.store.load().runs


def opens(person: Person, step: str, **answers: object) -> list[str]:
    """Open a step, leave it on the first page without an answer, and return the pages."""
    person.answers(step, answers or {MOMENTARY[step][1]: Leave()})
    return pages(person)


def window(person: Person) -> Person:
    """The same person in another window, with other ids for new runs."""
    other = Person(person.program, person.clock, person.store.home)
    other.last_id = 999
    return other


def at(person: Person, hour: int, minute: int = 0, *, days: int = 0) -> None:
    """Set the clock to an hour of a day counted from 2 March."""
    person.clock.now = person.clock.now.replace(month=3, day=2, hour=hour, minute=minute) + timedelta(days=days)


# What belongs to a moment


def test_the_momentary_steps_are_these_and_no_other(program: Program) -> None:
    """A half-written letter, reply or weekly plan is gone on with over days."""
    assert {step.id for step in program.steps() if step.momentary} == MOMENTARY.keys()


@pytest.mark.parametrize("step", MOMENTARY)
@pytest.mark.parametrize("away", [{"days": 1}, {"days": 20}, {"hours": 2, "minutes": 1}], ids=str)
def test_left_on_another_day_or_hours_ago_a_new_one_begins(person: Person, step: str, away: dict[str, int]) -> None:
    """It begins at the first page and asks for everything; the one that was left stays as it was."""
    left = leaves(person, step)
    person.clock.forward(**away)
    again = leaves(person, step)
    assert pages(person)[0] == MOMENTARY[step][1]
    assert again.id != left.id
    assert (again.answers.keys(), again.started) == (left.answers.keys(), person.clock.now)
    assert runs(person)[0] == left


@pytest.mark.parametrize("step", MOMENTARY)
def test_left_a_while_ago_the_person_is_asked(person: Person, step: str) -> None:
    """Whoever goes on is on the page that they left, in the same run."""
    at(person, 21, 10)
    left = leaves(person, step)
    person.clock.forward(hours=2)
    there = list(MOMENTARY[step][0])[-1]
    assert opens(person, step, **{ASKED: GO_ON, there: Leave()}) == [ASKED, there]
    assert person.views[0].body == ("You started this at 21:10.",)
    assert runs(person) == [left]


def test_the_hour_is_said_on_the_clock_as_it_is_now(person: Person) -> None:
    """Someone who has travelled west reads the hour that their clock showed then, and it isn't one to come."""
    at(person, 23, 30)
    leaves(person, "urge")
    person.clock.forward(minutes=30)
    person.clock.now = person.clock.now.astimezone(timezone(person.clock.now.utcoffset() - timedelta(hours=5)))  # type: ignore[operator]  # it has one
    assert opens(person, "urge", **{ASKED: GO_ON, "breath": Leave()}) == [ASKED, "breath"]
    assert person.views[0].body == ("You started this at 18:30.",)


@pytest.mark.parametrize("step", MOMENTARY)
def test_who_starts_fresh_keeps_what_was_begun(person: Person, step: str) -> None:
    """Both are in the file, and once the fresh one is done, the other one isn't offered any more."""
    left = leaves(person, step)
    person.clock.forward(minutes=20)
    answers = {ASKED: FRESH, **MOMENTARY[step][0]}
    person.answers(step, answers)
    assert pages(person)[:2] == [ASKED, MOMENTARY[step][1]]
    assert [run.id for run in runs(person)] == [left.id, "run-0002"]
    assert runs(person)[0] == left
    person.store.put(changed(runs(person)[1], finished=person.clock.now, finish_number=9))
    assert opens(person, step) == [MOMENTARY[step][1]]


def test_of_two_that_were_left_the_later_one_is_gone_on_with(person: Person) -> None:
    """Someone who started fresh and left again goes on with that."""
    leaves(person, "urge")
    person.clock.forward(minutes=20)
    person.answers("urge", {ASKED: FRESH, "before": 5, "breath": Leave()})
    person.answers("urge", {ASKED: GO_ON, "breath": Leave()})
    assert person.views[0].body == ("You started this at 10:20.",)


def test_the_day_begins_at_four(person: Person) -> None:
    """Ten minutes later it may be another day; at two in the morning it's still the same one."""
    at(person, 23, 10)
    leaves(person, "urge")
    person.clock.forward(hours=1, minutes=50)
    assert opens(person, "urge", **{ASKED: GO_ON, "breath": Leave()})[0] == ASKED
    at(person, 3, 55, days=2)
    leaves(person, "urge")
    person.clock.forward(minutes=10)
    assert opens(person, "urge") == ["before"]


@pytest.mark.parametrize("step", OVER_DAYS)
def test_what_takes_days_goes_on_where_it_was(person: Person, step: str) -> None:
    """No question comes before it, and no new run begins."""
    person.answers("your-story", dict(LIFE["your-story"]))
    left = person.answers(step, dict(OVER_DAYS[step]))
    if step != "why-space":
        person.store.put(changed(left, drafts={left.cursor: "Half a sentence"}))
    person.clock.forward(days=20)
    there = next(item for item, answer in OVER_DAYS[step].items() if isinstance(answer, Leave))
    assert opens(person, step, **{there: Leave()}) == [there]
    assert len(runs(person)) == 2


def test_an_empty_one_is_gone_on_with_unasked(person: Person) -> None:
    """There is nothing that could be left behind."""
    person.store.put(Run(id="empty", step="urge", started=person.clock.now, cursor="before"))
    assert opens(person, "urge") == ["before"]


# A page that stood open


def late(person: Person, answer: object, **away: int) -> object:
    """Answer a page that stood open for a while."""

    def after(_view: View) -> Event:
        person.clock.forward(**away)
        return answer if isinstance(answer, Event) else Answer(answer)

    return after


@pytest.mark.parametrize("step", [step for step in MOMENTARY if step != "check-in"])
@pytest.mark.parametrize("away", [{"hours": 18}, {"hours": 2, "minutes": 1}], ids=str)
def test_what_is_answered_after_its_moment_belongs_to_a_new_one(
    person: Person, step: str, away: dict[str, int]
) -> None:
    """The page says so in a sentence, and begins anew."""
    answers, first = MOMENTARY[step]
    there = list(answers)[-1]
    given = next(iter(answers.values()))
    answer = {"urge": "left", "contact": "Late.", "look": "Odd.", "now": False}[step]
    person.answers(step, {first: (given, Leave()), there: late(person, answer, **away)})
    left, *new = runs(person)
    assert (left.answers, left.drafts) == (GIVEN[step], {})
    assert [run.answers for run in new] == [{}] * len(new)
    day = "on Monday 2 March" if away["hours"] == 18 else "at 10:00"
    assert pages(person) == [*pages(person)[:-1], first]
    assert person.views[-1].notice == f"What you started {day} is saved as you left it. You're starting fresh."


def test_two_evenings_never_share_a_check_in(person: Person) -> None:
    """The numbers of the evening stay with it, and the row that was answered in the morning is asked again, with what was typed."""
    moods = iter((1, 6))
    answers = {"mood": (lambda _view: next(moods),), "longing": (late(person, "9", hours=12), 4), "sleep": 7}
    person.answers("check-in", answers)
    left, new = runs(person)
    assert (left.answers, left.finished) == ({"mood": 1}, None)
    assert (new.answers["mood"], new.answers["longing"], new.answers["sleep"]) == (6, 4, 7)
    assert [view.draft for view in person.views if view.item.id == "longing"] == [None, "9"]


def test_words_typed_on_it_are_on_the_page_of_the_new_one(person: Person) -> None:
    """Nothing that was typed is lost, also if exback is ended on that page."""
    words = "Late, alone, after the film."

    def saved(_view: View) -> Event:
        assert runs(person)[1].drafts == {"before": words}
        return Answer("i-wrote")

    person.answers(
        "contact",
        {"kind": ("i-wrote", saved), "before": (late(person, words, hours=20), Leave())},
    )
    left, new = runs(person)
    assert (left.answers, left.drafts) == (GIVEN["contact"], {})
    assert (new.answers, new.drafts) == ({**GIVEN["contact"], "day": "2026-03-03"}, {"before": words})
    assert person.views[-1].draft == words


def test_words_saved_while_it_stood_open_stay_readable(person: Person) -> None:
    """A draft that is saved after the moment is still in the run that was left."""

    def types(_view: View) -> Event:
        person.clock.forward(hours=20)
        return Draft("Half a sentence")

    person.answers("contact", {"kind": "i-wrote", "before": (types, Leave())})
    assert [(run.answers, run.drafts) for run in runs(person)] == [(GIVEN["contact"], {"before": "Half a sentence"})]


@pytest.mark.parametrize("event", [Back(), Skip()], ids=["back", "skip"])
def test_going_back_in_it_begins_anew_too(person: Person, event: Event) -> None:
    """Any answer on an earlier page would belong to the wrong evening."""
    person.answers("look", {"what": ("profile", Leave()), "looking-for": late(person, event, hours=3)})
    assert pages(person) == ["what", "day", "set-off", "looking-for", "what"]
    assert [run.answers for run in runs(person)] == [GIVEN["look"]]


def test_who_leaves_it_later_has_everything_saved(person: Person) -> None:
    """Ctrl-C the next morning is no answer."""
    person.answers("look", {"what": "profile", "looking-for": late(person, Leave(), hours=18)})
    assert [run.answers for run in runs(person)] == [GIVEN["look"]]


def test_a_step_that_is_over_stays_over(person: Person) -> None:
    """The closing page may stand open all night: the run ended with its last answer."""
    done = person.answers("look", {"what": "old", "looking-for": "Sad.", "closing": late(person, True, hours=18)})
    assert runs(person) == [done]
    assert done.finished is not None


# Menus


def chosen(person: Person, *choices: str, **answers: object) -> list[str]:
    """Choose in the menus, one after the other, and return the pages; the last choice leaves."""
    screen = Scripted({"today": (*choices, "leave"), **answers})
    Wizard(person.program, person.store, screen, person.clock, person.new_id).run()
    return [view.item.id for view in screen.views]


def test_the_way_back_leads_to_the_menu(person: Person) -> None:
    """Someone who opened it by mistake is where they were, and nothing has changed."""
    leaves(person, "urge")
    assert chosen(person, "urge", **{ASKED: Back()}) == ["today", ASKED, "today"]
    assert [run.answers for run in runs(person)] == [GIVEN["urge"]]


def test_other_trouble_than_before_is_a_new_one(person: Person) -> None:
    """What was chosen in the menu is about now; the same again asks whether to go on."""
    leaves(person, "now")
    wizard = Wizard(person.program, person.store, Scripted({"asked-to-stop": Leave()}), person.clock, person.new_id)
    with pytest.raises(Left):
        wizard._enter(wizard._session("now"), "told-to-stop", has_menu=True)
    assert [run.answers for run in runs(person)] == [{"what": "afraid"}, {"what": "told-to-stop"}]


@pytest.mark.parametrize(("choice", "whats"), [(GO_ON, ["afraid"]), (FRESH, ["afraid", "afraid"])])
def test_the_same_trouble_again_is_gone_on_with_or_begun_anew(person: Person, choice: str, whats: list[str]) -> None:
    """Going on leads to the page that was left, and starting fresh has the first question answered."""
    leaves(person, "now")
    screen = Scripted({ASKED: choice, "asked-to-stop": Leave()})
    wizard = Wizard(person.program, person.store, screen, person.clock, person.new_id)
    with pytest.raises(Left):
        wizard._enter(wizard._session("now"), "afraid", has_menu=True)
    assert [view.item.id for view in screen.views][-1] == "asked-to-stop"
    assert [run.answers["what"] for run in runs(person)] == whats


def test_an_urge_that_trouble_opens_is_asked_about_too(person: Person) -> None:
    """`exback now` leads to the same page."""
    leaves(person, "urge")
    person.answers("now", {"what": "urge", ASKED: GO_ON, "breath": Leave()})
    assert pages(person) == ["what", ASKED, "breath"]


def test_what_was_left_is_not_begun_and_the_check_in_is_due_again(person: Person) -> None:
    """Status and menus say so within the moment only."""
    person.answers("your-story", dict(LIFE["your-story"]))
    leaves(person, "check-in")
    leaves(person, "look")
    assert (person.state("check-in"), person.state("look")) == (State.STARTED, State.STARTED)
    person.clock.forward(hours=3)
    assert (person.state("check-in"), person.state("look")) == (State.OPEN, State.OPEN)
    assert "check-in" in {step.id for step in person.guide.due}
    assert person.guide.step_status(person.program.step("look")).begun is None


# A number typed before the page was read


def test_a_number_starts_fresh_with_it(person: Person) -> None:
    """It was meant for the first question, where it waits for Enter."""
    leaves(person, "urge")
    person.clock.forward(minutes=5)
    person.answers("urge", {ASKED: "4", "before": Answer("4"), "breath": Leave()})
    assert [run.answers for run in runs(person)] == [GIVEN["urge"], {**GIVEN["urge"], "before": 4}]
    assert next(view.draft for view in person.views if view.item.id == "before") == "4"


def test_behind_a_boundary_it_waits_for_its_question(person: Person) -> None:
    """A page to read comes first there."""
    person.puts("check-in", asked_to_stop=True)
    leaves(person, "urge")
    person.answers("urge", {ASKED: "4", "before": Leave()})
    assert pages(person) == [ASKED, "not-tonight", "before"]
    assert person.views[-1].draft == "4"


@pytest.mark.parametrize(("step", "typed"), [("look", "7"), ("urge", "seven")])
def test_what_means_nothing_there_is_refused(person: Person, step: str, typed: str) -> None:
    """A step that doesn't begin with a number takes none."""
    leaves(person, step)
    person.answers(step, {ASKED: (typed, Leave())})
    assert pages(person) == [ASKED, ASKED]
    assert person.views[-1].notice == "Please choose one of these."


# Two windows, two files, two clocks


def test_two_windows_in_one_moment_are_one_entry_or_two(person: Person) -> None:
    """Whoever starts fresh in another window has two entries, and the first one can still be finished where it's open."""
    other = window(person)

    def meanwhile(_view: View) -> Event:
        other.answers("look", {ASKED: FRESH, "what": "old", "looking-for": "Sad."})
        return Answer("Odd.")

    person.answers("look", {"what": "profile", "looking-for": meanwhile})
    assert [(run.answers["what"], run.finished is not None) for run in runs(person)] == [
        ("profile", True),
        ("old", True),
    ]


def test_a_window_left_open_all_night_writes_nothing_into_the_evening(person: Person) -> None:
    """The evening's entry was finished in another window; the answer of the morning is of a new one."""
    other = window(person)

    def meanwhile(_view: View) -> Event:
        other.answers("look", {ASKED: GO_ON, "looking-for": "Sad."})
        person.clock.forward(hours=18)
        return Answer("Odd.")

    person.answers("look", {"what": ("profile", "old"), "looking-for": (meanwhile, "Odd.")})
    evening, morning = runs(person)
    assert evening.answers == {**GIVEN["look"], "looking-for": "Sad.", "way-in": None}
    assert evening.day < morning.day
    assert morning.answers["what"] == "old"


def test_a_clock_set_back_a_little_leaves_it_open(person: Person) -> None:
    """No negative time, and no moment that lasts longer."""
    leaves(person, "look")
    person.clock.forward(minutes=-90)
    assert opens(person, "look", **{ASKED: GO_ON, "looking-for": Leave()})[0] == ASKED
    person.clock.forward(minutes=-31)
    assert opens(person, "look") == ["what"]
    person.clock.forward(days=-1, hours=2)
    assert opens(person, "look") == ["what"]


@pytest.mark.parametrize("year", [1, 9999])
def test_no_year_is_too_far(program: Program, year: int) -> None:
    """A run of a wrong clock is left, with whatever it said about safety."""
    far = datetime(year, 12, 31, 23, 30, tzinfo=UTC) if year > 1 else datetime(1, 1, 1, tzinfo=UTC)
    left = Run(id="far", step="now", started=far, answers={"what": "afraid", ASKED_TO_STOP.id: True})
    for now in (datetime(2026, 3, 2, tzinfo=UTC), far):
        journey = program.journey([left], now)
        assert journey.is_left(left) == (now != far)
        assert (journey.left_at(left) or far) >= far


def test_two_files_that_each_have_one_keep_both(program: Program, person: Person, tmp_path: Path) -> None:
    """Merged within the moment the later one can be gone on with, and after it neither."""
    leaves(person, "urge")
    other = Person(program, person.clock, tmp_path / "other")
    other.last_id = 49
    other.clock.forward(minutes=10)
    other.answers("urge", {"before": 3, "breath": Leave()})
    both = merged(Progress(runs=runs(person)), Progress(runs=runs(other)))
    assert sorted(str(run.answers["before"]) for run in both.runs) == ["3", "8"]
    now = person.clock.now
    later = program.journey(both.runs, now).unfinished("urge")
    assert later is not None
    assert later.answers == {**GIVEN["urge"], "before": 3}
    assert program.journey(both.runs, now + MOMENT).unfinished("urge") is not None
    assert program.journey(both.runs, now + 2 * MOMENT).unfinished("urge") is None


def test_a_file_of_an_earlier_version_has_everything_in_it(person: Person) -> None:
    """Its run has no place in the record yet, and it goes on as what was left does."""
    old = Run(id="old", step="check-in", started=person.clock.now, answers={"mood": 2}, drafts={"line": "Grey"})
    person.store.put(old)
    person.clock.forward(days=30)
    person.answers("check-in", {"mood": 6, "longing": 5, "sleep": 4})
    first, second = runs(person)
    assert (first.answers, first.drafts, first.finished) == (old.answers, old.drafts, None)
    assert second.answers["mood"] == 6
    assert [answer.value for answer in person.journey.all_said("check-in", "mood")] == [6]


# What is left


@pytest.fixture
def left(person: Person) -> Run:
    """An urge that was left with half a letter in it, three hours ago."""
    person.answers("urge", {"before": 8, "now-what": "write", "unsent": (Draft("Dear J., I still"), Leave())})
    person.clock.forward(hours=3)
    return runs(person)[0]


def test_its_half_typed_words_can_be_read_in_the_journal(person: Person, left: Run) -> None:
    """They are there as typed, and not given yet."""
    entries = journal(person.program, person.journey).entries
    assert [(entry.words, entry.state) for entry in entries] == [("Dear J., I still", WordsState.TYPED)]
    assert "Dear J., I still" in FORMATS["md"].render(person.program, person.journey, person.store.load(), Options())
    assert runs(person) == [left]


def test_it_is_not_gone_on_with_from_the_journal_either(person: Person, left: Run) -> None:
    """Answers of today would become those of that moment."""
    wizard = Wizard(person.program, person.store, Scripted({}), person.clock, person.new_id)
    assert wizard.why_fixed(left) == LEFT_AS_IS
    with pytest.raises(NotNow, match="stays as you left it"):
        wizard.change(left, "unsent")


def test_the_journal_says_why_it_can_only_be_deleted(person: Person, left: Run) -> None:
    """The page of its entry offers no change."""
    screen = Scripted({"journal": ("0", Leave())})
    wizard = Wizard(person.program, person.store, screen, person.clock, person.new_id)
    JournalBrowser(wizard, lambda journey: journal(person.program, journey)).run()
    assert [option.id for option in screen.views[1].options] == ["delete", "whole", "back"]
    assert LEFT_AS_IS in screen.views[1].body
    assert runs(person) == [left]


def test_it_counts_nowhere(person: Person, left: Run) -> None:
    """Neither among what was finished nor as something that is wrong with the file."""
    assert person.journey.all_said("urge", "before") == ()
    assert person.guide.runs == 0
    found = survey(person.store)
    assert list(record_findings(found, person.program)) == []
    assert left.id in {run.id for run in person.journey.runs}


# What it said about safety


def said_stop(person: Person) -> None:
    """Leave `exback now` after a yes."""
    answers: dict[str, object] = {"what": "told-to-stop", ASKED_TO_STOP.id: True, "ordered-away": Leave()}
    person.answers("now", answers)


def test_a_yes_in_it_holds(person: Person) -> None:
    """It counts from the moment it was given, however the run ended."""
    said_stop(person)
    person.clock.forward(days=40)
    assert person.guide.boundaries == (ASKED_TO_STOP,)


def test_what_lifts_the_boundary_lifts_it(person: Person) -> None:
    """A run that is never finished would hold it for good, even once they wrote first."""
    said_stop(person)
    person.clock.forward(days=1)
    person.puts("they-wrote", wrote_freely=True, wants_contact=True)
    assert person.guide.boundaries == ()


def test_what_they_wrote_within_its_moment_lifts_nothing(person: Person) -> None:
    """The yes may have been given later than that."""
    said_stop(person)
    person.clock.forward(hours=1)
    person.puts("they-wrote", wrote_freely=True, wants_contact=True)
    person.clock.forward(days=40)
    assert person.guide.boundaries == (ASKED_TO_STOP,)


def test_what_is_never_lifted_stays(person: Person) -> None:
    """Someone they are afraid of doesn't get the way back by leaving early."""
    noes: dict[str, object] = {"asked-to-stop": False, "ordered-away": False, "afraid-of-them": False}
    person.answers("now", {"what": "told-to-stop", **noes, AFRAID_OF_ME.id: True, "safety": Leave()})
    person.clock.forward(days=1)
    person.puts("they-wrote", wrote_freely=True, wants_contact=True)
    person.clock.forward(days=400)
    assert person.guide.boundaries == (AFRAID_OF_ME,)


def test_the_file_on_the_disk_says_the_same(person: Person) -> None:
    """No field marks what was left: it's worked out from when it was begun."""
    left = leaves(person, "urge")
    person.clock.forward(days=1)
    leaves(person, "urge")
    assert Store(person.store.home).load().runs[0] == left
