"""The status page and the map, drawn and in plain lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from msgspec import structs
from rich.cells import cell_len
from support.lives import LIFE
from support.pages_today import insights
from support.person import Clock, Person

from exback.engine.sentences import closed_sentence
from exback.engine.status import WITHHELD, State, Status, UpcomingDay, status_of
from exback.model.gates import days_since, done, runs
from exback.model.items import Choice, Option
from exback.model.program import Program, Repeat, Stage, Step, StreakRule
from exback.model.run import Run
from exback.model.streak import Streak
from exback.screen.pages.sparklines import NO_ENTRY
from exback.screen.pages.status import MARKS, draw_status, plain_status
from exback.screen.pages.step_map import MARK_WORDS, draw_map, plain_map

ANSI = re.compile(r"\x1b\[[0-9;]*m")
WIDTHS = (20, 21, 30, 39, 40, 41, 60, 79, 80, 100)


@pytest.fixture(autouse=True, scope="module")
def _ordinary_terminal() -> Iterator[None]:
    """Wherever these tests run, the environment says the same."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TERM", "xterm-256color")
        yield


def status(person: Person, width: int = 80) -> str:
    """The status page of somebody, without colour."""
    return draw_status(person.program, person.guide, person.journey.today, width, colour=False)


def said(person: Person) -> str:
    """The status of somebody in plain lines."""
    return "\n".join(plain_status(person.program, person.guide, person.journey.today))


def words_of(drawn: str) -> str:
    """What stands there, without regard to where lines break."""
    return " ".join(drawn.split())


@pytest.fixture
def ruled(person: Person) -> Person:
    """Somebody who made their rule twelve days ago."""
    for one in ("your-story", "the-whole-story", "why-space", "contact-rule"):
        person.answers(one, dict(LIFE[one]))
    for _ in range(3):
        person.clock.forward(days=4)
        person.puts("letter")
    return person


class TestStatus:
    """Where somebody is."""

    def test_begins_with_the_day(self, ruled: Person) -> None:
        """The day of the rule, how long it runs, and since when, come first, and under them how much is left."""
        first = status(ruled).strip().split("\n")[0]
        assert re.fullmatch(r"Day 12 of 30\. +Since Monday 2 March", first)
        assert said(ruled).startswith("Day 12 of 30.\nSince Monday 2 March.\nYou have 18 days to go.\n")
        assert "░ You have 18 days to go. No contact" in words_of(status(ruled))

    @pytest.mark.parametrize("day", [0, 1, 5, 12, 29, 30, 31, 45, 400])
    @pytest.mark.parametrize("slip", [None, 0, 1, 4, 20])
    def test_its_first_line_has_two_numbers_of_days_at_most(self, person: Person, day: int, slip: int | None) -> None:
        """On every day of a rule and after it, with and without a slip; and never “one days”, a nought or “in no days”."""
        for one in ("your-story", "the-whole-story", "why-space", "contact-rule"):
            person.answers(one, dict(LIFE[one]))
        if slip is not None and slip <= day:
            person.clock.forward(days=slip)
            person.puts("contact", kind="i-wrote", before="Late.", hoped="A word.", change="The phone sleeps.")
        person.clock.forward(days=day - (slip if slip is not None and slip <= day else 0))
        first, *rest = said(person).split("\n")
        number = r"\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
        assert len(re.findall(number, first, re.IGNORECASE)) <= 2
        days = "\n".join((first, *rest[:3]))
        assert not re.search(r"\b(1|one) days|\b(0|no|zero|nought) days?\b|\b[2-9] day\b", days, re.IGNORECASE)

    def test_names_what_is_next_and_what_is_due(self, ruled: Person) -> None:
        """By title, with the minutes it takes."""
        for text in (words_of(status(ruled)), said(ruled)):
            assert "Put reminders out of sight, about 8 minutes" in text
            assert "Check-in" in text

    def test_shows_a_mark_for_every_step(self, ruled: Person) -> None:
        """A stage's row has as many marks as it has steps, in their order."""
        guide = ruled.guide
        for stage in ruled.program.stages:
            row = next(line for line in status(ruled).split("\n") if line.strip().startswith(stage.title))
            marks = [MARKS[one.state] for one in guide.in_stage(stage)]
            assert " ".join(marks) in row

    def test_counts_what_is_done_in_plain_lines(self, ruled: Person) -> None:
        """An ear is given a number instead of marks."""
        assert "No contact: 4 of 9 steps done." in said(ruled)

    @pytest.mark.parametrize("width", [40, 80])
    def test_a_day_ahead_is_never_cut(self, ruled: Person, width: int) -> None:
        """Its words may have no spaces, in some languages and in a link."""
        words = ("好" * 80, "https://example.com/" + "a" * 80)
        guide = structs.replace(
            ruled.guide, coming=(UpcomingDay(date(2026, 4, 1), words, ruled.program.step("hard-dates")),)
        )
        page = draw_status(ruled.program, guide, ruled.journey.today, width, colour=False)
        assert f"{words[0]}.Youplanned:{words[1]}" in re.sub(r"\s", "", page)
        assert max(cell_len(line) for line in page.split("\n")) <= width

    def test_everything_on_one_day_is_named(self, ruled: Person) -> None:
        """Two hard dates share the row of their day, before it and on it."""
        for what in ("Their birthday.", "Office party"):
            ruled.answers("hard-dates", {"what": what, "when": "2026-04-01", "plan": "Dinner."})
        both = "Their birthday. You planned: Dinner. Office party. You planned: Dinner."
        assert f"Ahead: Wednesday 1 April: {both}" in said(ruled)
        ruled.clock.forward(days=(date(2026, 4, 1) - ruled.journey.today).days)
        assert f"Today: {both}" in said(ruled)

    def test_what_opens_on_a_day_to_come_is_not_called_ready(self, ruled: Person) -> None:
        """A year before that day there's nothing to read yet, and two letters for one day are one thing to know."""
        for to_whom in ({"to": "me"}, {"to": "them", "fate": "seal"}):
            ruled.answers("letter", {**to_whom, "letter": "It rains.", "until": "2027-02-28"})
        assert "Ahead: Sunday 28 February 2027: You can read the letters you sealed.\n" in f"{said(ruled)}\n"

    def test_somebody_new_is_told_how_to_begin(self, person: Person) -> None:
        """Before anything was done there is no day, and a way to start."""
        assert "Day" not in status(person)
        for text in (status(person), said(person)):
            assert text.strip().startswith("You haven't made a no-contact rule yet.")
            assert text.strip().endswith("To begin: exback")

    def test_without_a_rule_that_is_said_once_something_was_begun(self, person: Person) -> None:
        """And how to begin is not."""
        person.answers("your-story", dict(LIFE["your-story"]))
        for text in (status(person), said(person)):
            assert text.strip().startswith("You haven't made a no-contact rule yet.")
            assert "To begin" not in text

    def test_a_break_is_said_without_taking_days_away(self, ruled: Person) -> None:
        """The longest stretch stays beside the days of now."""
        ruled.answers(
            "contact",
            {
                "kind": "i-wrote",
                "before": "Late.",
                "hoped": "A word.",
                "they-answered": "nothing",
                "change": "The phone sleeps.",
            },
        )
        ruled.clock.forward(days=3)
        for text in (words_of(status(ruled)), said(ruled)):
            assert "You've kept two days in a row." in text
            assert "Your longest stretch is 12 days." in text

    def test_what_the_rule_allows_is_named_and_not_counted(self, ruled: Person) -> None:
        """An exception takes nothing away; the insights name it."""
        before = status(ruled)
        ruled.answers("contact", {"kind": "logistics", "about": "The keys."})
        assert status(ruled) == before
        assert "You've kept all 12 days. This doesn't count one exception." in insights(ruled)

    def test_a_pause_is_named_with_its_end(self, ruled: Person) -> None:
        """While the plan rests nothing is next, and the day it goes on is there."""
        ruled.answers("pause", {"until": "2026-03-20", "reason-kind": "busy", "reason": "Exams"})
        for text in (words_of(status(ruled)), said(ruled)):
            assert "until Friday 20 March" in text
            assert "Next" not in text

    def test_a_boundary_is_named_without_its_reason(self, person: Person) -> None:
        """A page that others may glance at does not say what somebody is afraid of."""
        person.answers("your-story", {**LIFE["your-story"], "afraid-of-them": True})
        for text in (words_of(status(person)), said(person)):
            assert "Re-attraction" not in text
            assert WITHHELD in text
            assert "is open" not in WITHHELD  # other steps wait for their day
            assert "afraid" not in text

    def test_where_quiet_is_owed_nothing_fills_up_to_an_end(self, ruled: Person) -> None:
        """No bar and no days to go: the end of the rule opens nothing there."""
        boundary = Run(
            id="yes", step="your-story", started=ruled.clock(), start_number=90, answers={"afraid-of-me": True}
        )
        guide = status_of(ruled.program, ruled.program.journey([*ruled.journey.runs, boundary], ruled.clock()))
        drawn = draw_status(ruled.program, guide, ruled.journey.today, 80, colour=False)
        assert "Day 12 of your rule." in words_of(drawn)
        assert not {"█", "░"} & set(drawn)
        assert "to go" not in drawn
        assert "█" in status(ruled)

    def test_where_the_day_is_not_known_nothing_is_counted(self, ruled: Person) -> None:
        """After the clock fell back by weeks and was put right again: no bar, no days to go, and no rule that has run its days."""
        number, before = ruled.journey.next_number, ruled.clock() - timedelta(days=30)
        lost = Run(
            id="lost", step="look", started=before, start_number=number, finished=before, finish_number=number + 1
        )
        ruled.store.put(lost)
        assert status(ruled).strip().startswith("Your rule is for 30 days, starting Monday 2 March.\n")
        assert said(ruled).startswith("Your rule is for 30 days, starting Monday 2 March.\nThis computer's clock")
        for text in (words_of(status(ruled)), said(ruled)):
            assert "so the days can't be counted" in text
            assert "ince Monday" not in text
            assert "to go" not in text
        assert not {"█", "░"} & set(status(ruled).partition("No contact")[0])

    def test_without_a_boundary_nothing_is_said_of_one(self, ruled: Person) -> None:
        """Nobody reads that something is closed to them when it is not."""
        assert WITHHELD not in words_of(status(ruled)) + said(ruled)

    def test_says_how_many_steps_of_a_stage_are_open(self, ruled: Person) -> None:
        """Where there is a choice, it is counted; where the next step stands, it is named."""
        stage = ruled.program.stages[1]
        number = sum(1 for one in ruled.guide.in_stage(stage) if one.state == State.OPEN)
        assert f"{number} open now" in words_of(status(ruled))
        assert number > 1
        assert "Next: Put reminders out of sight" in words_of(status(ruled))

    def test_no_word_that_was_written_is_on_it(self, ruled: Person) -> None:
        """What somebody told stays in the steps."""
        everything = status(ruled) + said(ruled)
        texts = [LIFE["your-story"]["name"], LIFE["contact-rule"]["signature"], LIFE["contact-rule"]["exceptions"]]
        assert not any(str(text) in everything for text in texts)

    def test_on_the_day_of_a_slip_nobody_reads_a_nought(self, ruled: Person) -> None:
        """What was kept is said, and on the day after that a new stretch starts."""
        ruled.answers(
            "contact",
            {
                "kind": "i-wrote",
                "before": "Late.",
                "hoped": "A word.",
                "they-answered": "nothing",
                "change": "The phone sleeps.",
            },
        )
        for text in (words_of(status(ruled)), said(ruled)):
            assert "Your longest stretch is 12 days." in text
            assert "new stretch" not in text
            assert not re.search(r"\b(no|0|zero) days", text, re.IGNORECASE)
        ruled.clock.forward(days=1)
        for text in (words_of(status(ruled)), said(ruled)):
            assert "A new stretch starts today. Your longest stretch is 12 days." in " ".join(text.split())
        ruled.clock.forward(days=1)
        assert "new stretch" not in said(ruled)

    def test_on_the_first_day_no_figure_is_drawn(self, person: Person) -> None:
        """The rule begins, and there is nothing to count."""
        for one in ("your-story", "the-whole-story", "why-space", "contact-rule"):
            person.answers(one, dict(LIFE[one]))
        for text in (words_of(status(person)), said(person)):
            assert "Your rule starts today, for 30 days." in text
            assert "in a row" not in text
            assert "ince Monday" not in text
            assert "to go" not in text

    def test_a_new_rule_goes_on_with_the_stretch_of_the_one_before(self, ruled: Person) -> None:
        """A new rule does not make the old days go away."""
        ruled.clock.forward(days=3)
        ruled.answers("contact-rule", dict(LIFE["contact-rule again"]))
        ruled.clock.forward(days=2)
        for text in (words_of(status(ruled)), said(ruled)):
            assert "Day 2 of 30" in text
            assert "You've kept 17 days in a row." in text

    def test_plain_lines_say_what_stands_around_the_bar(self, ruled: Person) -> None:
        """Since when, and how much is left; where quiet is owed nothing is counted towards an end."""
        assert "Since Monday 2 March.\nYou have 18 days to go." in said(ruled)
        ruled.answers("your-story", {**LIFE["your-story"], "asked-to-stop": True})
        assert "Since Monday 2 March." in said(ruled)
        assert "to go" not in said(ruled)

    def test_on_the_day_before_the_last_the_end_is_named(self, ruled: Person) -> None:
        """In words, not as one more figure."""
        ruled.clock.forward(days=17)
        for text in (words_of(status(ruled)), said(ruled)):
            assert "Day 29 of 30. Your rule is over tomorrow." in text
            assert "to go" not in text

    def test_after_the_rule_the_days_since_contact_go_on(self, ruled: Person) -> None:
        """The first line is another one each day, and when the rule ended is beside it."""
        firsts = set()
        for _ in range(20):
            ruled.clock.forward(days=1)
            ruled.puts("write")
            firsts.add(said(ruled).split("\n")[0])
        assert len(firsts) == 20
        for text in (words_of(status(ruled)), said(ruled)):
            assert text.strip().startswith("It's been 32 days since your rule started, with no contact written down.")
            assert "Your rule ended on Wednesday 1 April." in text
            assert "1 April.." not in text

    def test_after_the_rule_contact_is_counted_from(self, ruled: Person) -> None:
        """Also what they started; what the rule allows is named as left out, and today's is said as today's."""
        ruled.clock.forward(days=20)
        ruled.puts("contact", kind="they-wrote")
        assert said(ruled).startswith("You wrote down contact today.\n")
        ruled.clock.forward(days=1)
        assert said(ruled).startswith("It's been one day since the last contact you wrote down.\n")
        ruled.puts("contact", kind="logistics", about="The keys.")
        ruled.clock.forward(days=1)
        assert said(ruled).startswith(
            "It's been two days since the last contact you wrote down, not counting exceptions.\n"
        )

    def test_a_day_that_is_today_is_called_today(self, ruled: Person) -> None:
        """One that the person named, what ended today, and a start again."""
        step, today = ruled.program.step("hard-dates"), ruled.journey.today
        for day, words in (
            (today, "Today Our day. You planned: Soup."),
            (today + timedelta(1), "Ahead Sunday 15 March: Our day."),
        ):
            guide = structs.replace(
                ruled.guide, coming=(UpcomingDay(day, ("Our day", "Soup"), step),), began_again=today
            )
            drawn = words_of(draw_status(ruled.program, guide, today, 80, colour=False))
            assert words in drawn
            assert "time through started today" in drawn
            lead = (
                "Today: Our day. You planned: Soup."
                if day == today
                else "Ahead: Sunday 15 March: Our day. You planned: Soup."
            )
            plain_lines = list(plain_status(ruled.program, guide, today))
            assert lead in plain_lines
            labels = [line.partition(":")[0] for line in plain_lines if line.startswith(("Today:", "To do:", "Ahead:"))]
            assert labels == ["To do", lead.partition(":")[0]]  # what's due, and the day itself, are told apart

    def test_a_milestone_is_said_on_its_day(self, ruled: Person) -> None:
        """Day 14 says so; day 12 does not."""
        assert "since your rule started" not in words_of(status(ruled)) + said(ruled)
        ruled.clock.forward(days=2)
        for text in (words_of(status(ruled)), said(ruled)):
            assert "It's been two weeks since your rule started." in text


class TestDrawing:
    """How both pages are drawn."""

    @pytest.mark.parametrize("width", WIDTHS)
    @pytest.mark.parametrize("colour", [False, True])
    def test_no_line_is_wider_than_the_screen(self, ruled: Person, width: int, colour: bool) -> None:
        """From 20 columns on, with and without colour."""
        ruled.answers("pause", {"until": "2026-03-20", "reason-kind": "busy", "reason": "Exams"})
        today = ruled.journey.today
        for draw in (draw_status, draw_map):
            lines = draw(ruled.program, ruled.guide, today, width, colour=colour).split("\n")
            assert max(cell_len(ANSI.sub("", line)) for line in lines) <= width

    @pytest.mark.parametrize("draw", [draw_status, draw_map])
    def test_reads_the_same_without_colour(self, ruled: Person, draw: Callable[..., str]) -> None:
        """Colour only helps; without it there is no code at all."""
        with_it, without = (
            draw(ruled.program, ruled.guide, ruled.journey.today, 80, colour=colour) for colour in (True, False)
        )
        assert "\x1b" not in without
        assert ANSI.sub("", with_it) == without

    def test_nothing_is_cut_at_forty_columns(self, ruled: Person) -> None:
        """On a narrow screen every stage keeps its name, all its marks and its news."""
        drawn = status(ruled, 40)
        wide = status(ruled, 100)
        assert "…" not in drawn
        assert sum(drawn.count(mark) for mark in "●◐○") == sum(wide.count(mark) for mark in "●◐○")
        assert "Put reminders out of sight" in words_of(drawn)

    def test_the_signs_on_the_page_are_told(self, ruled: Person) -> None:
        """Those that are there, on a narrow screen as well; a day without a word has a sign that no step has."""
        assert "● done ○ open · not yet" in words_of(status(ruled))
        assert "● done ○ open · not yet" in words_of(status(ruled, 40))
        number = ruled.journey.next_number
        ruled.store.put(Run(id="begun", step="clear-cues", started=ruled.clock(), start_number=number))
        assert "● done ◐ started ○ open · not yet" in words_of(status(ruled))
        assert "\n ● done  ◐ started  ○ open  · not yet" in status(ruled, 40)
        assert NO_ENTRY not in MARKS.values()

    @pytest.mark.parametrize("width", [*range(20, 42), 59, 60, 80])
    def test_the_signs_of_a_stage_are_on_one_line(self, ruled: Person, width: int) -> None:
        """As many as there are steps, however narrow the screen is."""
        lines = [line.replace(" ", "") for line in status(ruled, width).split("\n")]
        for stage in filter(ruled.guide.in_stage, ruled.program.stages):
            signs = "".join(MARKS[each.state] for each in ruled.guide.in_stage(stage))
            assert any(signs in line for line in lines)

    @pytest.mark.parametrize("width", range(20, 41))
    def test_no_sign_is_parted_from_its_word(self, ruled: Person, width: int) -> None:
        """Where the line breaks, it breaks between them."""
        number = ruled.journey.next_number
        ruled.store.put(Run(id="begun", step="clear-cues", started=ruled.clock(), start_number=number))
        lines = status(ruled, width).split("\n")
        for told in ("● done", "◐ started", "○ open", "· not yet"):
            assert sum(told in line for line in lines) == 1

    def test_every_state_has_a_mark_and_a_word_of_its_own(self) -> None:
        """No two states look or sound alike; what's withheld is never drawn, so it has neither."""
        assert set(MARKS) == set(MARK_WORDS) == {State.DONE, State.OPEN, State.STARTED, State.CLOSED}
        assert len(set(MARKS.values())) == len(set(MARK_WORDS.values())) == 4

    @pytest.mark.parametrize(("day", "filled"), [(0, 0), (15, 15), (29, 29), (30, 30), (45, 30)])
    def test_the_bar_fills_with_the_days(self, person: Person, day: int, filled: int) -> None:
        """It is empty on the first day, full on the last, and stays full after it."""
        promise = Streak(
            since=date(2026, 3, 2),
            ends=date(2026, 4, 1),
            day=day,
            of=30,
            apart=1,
            best=1,
            total=1,
            breaks=0,
            uncounted=0,
        )
        guide = structs.replace(person.guide, days=promise)
        drawn = draw_status(person.program, guide, date(2026, 3, 2), 80, colour=False)
        assert (drawn.count("█"), drawn.count("░")) == (filled, 30 - filled)


def waiting(clock: Clock, *happened: Run) -> tuple[Program, Status]:
    """A program whose second stage waits for two runs a week apart, and its third for seven days."""
    once = Step(
        id="plan",
        title="Plan",
        minutes=5,
        purpose="",
        items=(Choice("go", "?", options=(Option("yes", "Yes"),)),),
        mirror="",
        small_thing="",
        repeats=Repeat(apart=7),
    )
    others = tuple(
        structs.replace(once, id=step_id, title=step_id.title(), repeats=None) for step_id in ("far", "soon", "end")
    )
    stage = Stage(id="one", title="First", purpose="", steps=(once,))
    program = Program(
        title="Toys",
        welcome=tuple,
        stages=(
            stage,
            Stage(id="two", title="Second", purpose="", steps=others[:1], opens=(runs("plan", 2, days_apart=7),)),
            Stage(id="three", title="Third", purpose="", steps=others[1:2], opens=(days_since("plan", 21),)),
        ),
        companion=Stage(id="companion", title="Always", purpose="", steps=()),
        endings=Stage(
            id="endings", title="Endings", purpose="", steps=(structs.replace(others[2], opens=(done("far"),)),)
        ),
        first="plan",
        daily="plan",
        moment="plan",
        streak=StreakRule(step="none", length=(), broken_in="none", broken_item="none", broken_by=()),
    )
    return program, status_of(program, program.journey(happened, clock()))


class TestWaiting:
    """What is said of a stage that is closed."""

    @pytest.fixture
    def planned(self, clock: Clock) -> Run:
        """One run of the plan, on the day the clock shows first."""
        return Run(id="r", step="plan", started=clock(), start_number=1, finished=clock(), finish_number=2)

    def test_a_stage_that_only_waits_names_the_day(self, clock: Clock, planned: Run) -> None:
        """The day on which it opens by itself."""
        program, guide = waiting(clock, planned)
        row = next(line for line in plain_status(program, guide, date(2026, 3, 2)) if line.startswith("Third"))
        assert "Opens on Monday 23 March" in row
        first, third = program.stages[0], program.stages[2]
        begun = structs.replace(first, steps=(*first.steps, structs.replace(third.steps[0], opens=third.opens)))
        program = structs.replace(program, stages=(begun, program.stages[1]))
        guide = status_of(program, program.journey((planned,), clock()))
        row = next(line for line in plain_status(program, guide, date(2026, 3, 2)) if line.startswith("First"))
        assert "Next step on" in row

    def test_a_stage_that_waits_for_something_to_be_done_does_not_say_that_it_opens_today(
        self, clock: Clock, planned: Run
    ) -> None:
        """It is closed today, and waiting does not open it."""
        clock.forward(days=8)
        program, guide = waiting(clock, planned)
        today = date(2026, 3, 10)
        texts = (draw_status(program, guide, today, 100, colour=False), "\n".join(plain_status(program, guide, today)))
        assert all("Second" in text for text in texts)
        assert not any("10 March" in text for text in texts)

    def test_a_day_on_which_something_could_be_done_opens_nothing_by_itself(self, clock: Clock, planned: Run) -> None:
        """The plan can be made a second time from that day on, and only that opens the stage."""
        program, guide = waiting(clock, planned)
        today = date(2026, 3, 2)
        row = next(line for line in plain_status(program, guide, today) if line.startswith("Second"))
        assert "Opens when you've done “Plan” twice, at least seven days apart. So far: 1" in row
        assert any("far, Far: closed. Opens when you've done" in line for line in plain_map(program, guide, today))
        far = program.step("far")
        assert "That's on" not in closed_sentence(guide.step_status(far), program.journey((planned,), clock()))
        assert guide.soon is None or guide.soon.step != far
