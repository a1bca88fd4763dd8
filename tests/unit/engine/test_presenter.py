"""What a page of a walk shows."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

import pytest
from msgspec import structs
from support.concerns import ABOUT_DANGER, ABOUT_DYING, ABOUT_HARMING, ABOUT_HARMING_AFTER_FEAR, CONCERNS
from support.person import Person

from exback.engine.presenter import CLOSING, REVIEW, WITHHELD, place_in_stage
from exback.engine.session import Session
from exback.engine.view import Answer, Draft, GoTo, Leave, Review, View
from exback.model.boundaries import AFRAID_OF_THEM, BOUNDARIES, Boundary, safety_questions, standing
from exback.model.distress import Concerns
from exback.model.evidence import Finding
from exback.model.items import Choice, Choices, Confirm, Date, Item, Option, Reading, Recall, Scale, Text, Timer
from exback.model.journey import Journey
from exback.model.program import Program, Stage, Step, StreakRule
from exback.model.prose import Quote
from exback.model.run import Run, Value, changed

NOW = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
TEA = (Option("mint", "Mint"), Option("sage", "Sage", "bitter"))


def step_of(*items: Item, step_id: str = "toy", reaches_out: bool = False) -> Step:
    """A step of twelve minutes with these items."""
    return Step(
        id=step_id,
        title=step_id.title(),
        minutes=12,
        purpose="To try things out.",
        items=items,
        mirror=lambda here: f"You gave {len(here.answers)} answers.",
        small_thing="One small thing: rest.",
        reaches_out=reaches_out,
    )


def program_of(*steps: Step, always: tuple[Step, ...] = ()) -> Program:
    """A program with these steps in one stage, and some that are always open."""
    return Program(
        title="Toys",
        welcome=tuple,
        stages=(Stage(id="stage", title="First stage", purpose="", steps=steps),),
        companion=Stage(id="companion", title="Always open", purpose="", steps=always),
        endings=Stage(id="endings", title="Endings", purpose="", steps=()),
        first=steps[0].id,
        daily=steps[0].id,
        moment=steps[0].id,
        streak=StreakRule(step="none", length=(), broken_in="none", broken_item="none", broken_by=()),
        concerns=lambda: CONCERNS,
    )


def begin(step: Step, *others: Run) -> Session:
    """A fresh run of a step, after some other runs."""
    return Session.begin(program_of(step), step, Journey(others, NOW), "run")


def first_page(*items: Item) -> View:
    """The first page of a step with these items."""
    return begin(step_of(*items)).view()


def after(session: Session, *answers: object) -> Session:
    """A session after some answers."""
    for answer in answers:
        session = session.apply(Answer(answer), NOW)
    return session


def test_closing_words_that_cannot_be_said_are_left_out() -> None:
    """A question may go with the day, as when a clock was set back; what it would have answered isn't said, and nothing raises."""
    asks = Text("more", "What's different?", when=lambda here: here.now.day == NOW.day)
    step = structs.replace(step_of(Text("name", "Who?"), asks), mirror=lambda here: f"You said: {here.text('more')}")
    session = after(begin(step), "J.", "All.", True)
    assert session.view().body == ("You said: All.", "One small thing: rest.")
    without = structs.replace(session, run=changed(session.run, answers={"name": "J."}))
    assert without.view().item.id == CLOSING
    assert without.view().body == ("One small thing: rest.",)


class TestQuestion:
    """A page that asks."""

    def test_shows_the_question_and_its_note(self) -> None:
        """The question, and what stands under it, in the words of the step."""
        view = first_page(Text("name", "What shall we call them?", note="An initial will do."))
        assert (view.question, view.note) == ("What shall we call them?", ("An initial will do.",))

    def test_wording_may_depend_on_answers(self) -> None:
        """A question can speak to what was said before it."""
        step = step_of(Text("moment", "When?"), Text("plan", lambda here: f"If {here.words('moment')}, then what?"))
        assert after(begin(step), "it is late").view().question == "If it is late, then what?"

    def test_options_are_those_of_this_person(self) -> None:
        """Options that depend on answers are shown as they then are."""
        kinds = Choice("tea", "Which tea?", options=lambda here: TEA if here["two"] else TEA[:1])
        step = step_of(Confirm("two", "Two?"), kinds)
        assert after(begin(step), True).view().options == TEA
        assert after(begin(step), False).view().options == TEA[:1]

    @pytest.mark.parametrize(
        "item",
        [Text("item", "?"), Scale("item", "?"), Confirm("item", "?"), Date("item", "?"), Timer("item", "?", seconds=9)],
    )
    def test_questions_without_options_show_none(self, item: Item) -> None:
        """Only what is to be chosen from has options."""
        assert first_page(item).options == ()

    def test_a_scale_says_what_its_ends_mean(self) -> None:
        """The note ends with the meaning of the lowest and the highest number."""
        note = first_page(Scale("mood", "Mood?", ends=("low", "good"), note="Just a number.")).note
        assert note[0] == "Just a number."
        assert "0" in str(note[-1])
        assert all(word in str(note[-1]) for word in ("low", "10", "good"))

    def test_a_scale_without_ends_says_nothing_of_them(self) -> None:
        """Nothing is explained where there is nothing to explain."""
        assert first_page(Scale("days", "How many days?", low=14, high=365)).note == ()

    def test_the_answer_before_and_the_draft_are_both_offered(self) -> None:
        """What was given and what was typed since are told apart."""
        run = Run(id="run", step="toy", started=NOW, answers={"name": "J."}, drafts={"name": "Jo"}, cursor="name")
        step = step_of(Text("name", "Name?"))
        view = Session.resume(program_of(step), step, Journey([], NOW), run).view()
        assert (view.value, view.draft) == ("J.", "Jo")

    @pytest.mark.parametrize(
        ("item", "value", "said"),
        [
            (Text("item", "?"), "J.", "J."),
            (Choice("item", "?", options=TEA), "sage", "Sage"),
            (Choices("item", "?", options=TEA), ["mint", "sage"], "Mint, Sage"),
            (Choices("item", "?", options=TEA), [], "None of these"),
            (Confirm("item", "?", yes="Yes, I did"), True, "Yes, I did"),
            (Confirm("item", "?", no="Not yet"), False, "Not yet"),
            (Scale("item", "?"), 0, "0 out of 10"),
            (Date("item", "?"), "2026-02-27", "Friday 27 February"),
            (Timer("item", "?", seconds=60), "left", "left early"),
        ],
    )
    def test_the_answer_before_is_given_in_words_too(self, item: Item, value: Value, said: str) -> None:
        """What was said can be said back as one would say it, and not in the form it is kept in."""
        step = step_of(item)
        run = Run(id="run", step="toy", started=NOW, answers={"item": value}, cursor="item")
        view = Session.resume(program_of(step), step, Journey([], NOW), run).view()
        assert (view.value, view.value_text) == (value, said)

    def test_without_an_answer_nothing_is_said_back(self) -> None:
        """A question that comes up first has nothing before it."""
        view = first_page(Text("name", "Name?", optional=True))
        assert (view.value, view.value_text) == (None, "")

    def test_the_way_back_is_said_as_long_as_there_is_one(self) -> None:
        """A step of the moment has one for as long as the moment lasts, and what's finished opens on another page."""
        step = step_of(Text("name", "Name?"))
        momentary = structs.replace(step, momentary=True)
        assert begin(step).view().way_back == "exback brings you back to where you were."
        assert begin(momentary).view().way_back == (
            "Until 12:00, exback brings you back to where you were. After that, it opens empty, and your answers stay in your journal."
        )
        for each, answers in ((step, ("J.", True)), (momentary, ("J.",))):
            run = Run(id="run", step="toy", started=NOW, finished=NOW, answers={"name": "J."}, cursor="name")
            for session in (Session.resume, Session.edit):
                assert session(program_of(each), each, Journey([], NOW), run).view().way_back == ""
            closing = after(begin(each), *answers)
            assert (closing.run.cursor, closing.view().way_back) == (CLOSING, "")

    def test_help_is_the_questions_own_why(self) -> None:
        """What is asked for help on a page says why this is asked."""
        assert first_page(Text("name", "Name?", why="So that we can talk.")).why == ("So that we can talk.",)

    def test_help_falls_back_to_the_purpose_of_the_step(self) -> None:
        """A question that gives no reason of its own gives that of its step."""
        assert first_page(Text("name", "Name?")).why == ("To try things out.",)

    def test_the_first_page_has_nothing_before_it(self) -> None:
        """Back is offered from the second page on."""
        session = begin(step_of(Text("one", "1?"), Text("two", "2?")))
        assert (session.view().can_back, after(session, "x").view().can_back) == (False, True)

    def test_skipping_is_offered_where_it_is_allowed(self) -> None:
        """Only an optional question can be skipped."""
        assert first_page(Text("one", "1?", optional=True)).can_skip
        assert not first_page(Text("one", "1?")).can_skip


class TestReading:
    """A page to read."""

    def test_shows_its_words_and_asks_nothing(self) -> None:
        """The text is the body, and there is no question."""
        view = first_page(Reading("hello", "Hello.\n\nAnd welcome."))
        assert (view.body, view.question, view.options) == (("Hello.\n\nAnd welcome.",), "", ())

    def test_words_may_be_blocks(self) -> None:
        """A reading can quote what was said."""
        step = step_of(Text("wish", "Wish?"), Reading("again", lambda here: ("So:", Quote(here.text("wish")))))
        assert after(begin(step), "To sleep").view().body == ("So:", Quote("To sleep"))


class TestRecalled:
    """What was written elsewhere."""

    BEFORE = Run(id="b", step="story", started=NOW, finished=NOW - timedelta(days=9), answers={"wish": "To\nsleep."})
    RECALL = Recall("then", "You wished for this:", step="story", item="wish")

    def test_is_quoted_with_its_day_above_a_question(self) -> None:
        """The person's own words come back, unchanged, with the day they wrote them."""
        quote = Quote("To\nsleep.", date(2026, 2, 21), "You wished for this:")
        assert begin(step_of(self.RECALL, Text("now", "And now?")), self.BEFORE).view().body == (quote,)

    def test_is_quoted_above_a_reading_too(self) -> None:
        """Above a reading the quotation comes first, then the text."""
        body = begin(step_of(self.RECALL, Reading("on", "Read on.")), self.BEFORE).view().body
        assert [type(block) for block in body] == [Quote, str]


class TestPlace:
    """How far along a page is."""

    ONE, TWO, ALWAYS = (step_of(Text("a", "?"), step_id=step_id) for step_id in ("one", "two", "always"))
    PROGRAM = program_of(ONE, TWO, always=(ALWAYS,))

    def test_says_stage_and_step(self) -> None:
        """Every page of a step is headed by where it belongs."""
        assert Session.begin(self.PROGRAM, self.TWO, Journey([], NOW), "r").view().title == "First stage · Two"

    def test_counts_the_steps_of_a_stage(self) -> None:
        """A step of a stage says which one it is, of how many."""
        assert [place_in_stage(self.PROGRAM, step) for step in (self.ONE, self.TWO)] == ["step 1 of 2", "step 2 of 2"]

    @pytest.mark.parametrize("boundary", [None, *BOUNDARIES])
    def test_counts_as_the_status_does(self, person: Person, boundary: Boundary | None) -> None:
        """Whatever was said about safety: a step that this person is never shown makes no gap and isn't counted."""
        person.puts("your-story", **{each.id: each is boundary for each in BOUNDARIES})
        held, counted = frozenset(each.id for each in standing(person.journey)), 0
        for stage in person.program.stages:
            shown = person.guide.in_stage(stage)
            places = [place_in_stage(person.program, each.step, held) for each in shown]
            assert places == [f"step {number} of {len(shown)}" for number in range(1, len(shown) + 1)]
            counted += len(shown)
        assert counted > 15

    def test_someone_who_was_afraid_sees_no_gap(self, person: Person) -> None:
        """The step that isn't for them would be between these two of its stage."""
        person.puts("your-story", **{each.id: each is AFRAID_OF_THEM for each in BOUNDARIES})
        steps = [person.program.step(step) for step in ("kindness-and-my-part", "caught-in-circles")]
        views = [Session.begin(person.program, step, person.journey, "r").view() for step in steps]
        assert [view.place for view in views] == ["step 5 of 11", "step 6 of 11"]

    def test_what_is_always_open_is_not_counted(self) -> None:
        """A check-in is not on the way to anything."""
        assert place_in_stage(self.PROGRAM, self.ALWAYS) == ""

    def test_minutes_count_the_time_of_a_timer(self) -> None:
        """A breath of one minute and a wait of ten in a step of twelve: one minute is left for the question after them."""
        step = step_of(
            Timer("breath", "Breathe.", seconds=60), Timer("wait", "Wait.", seconds=600), Text("how", "How?")
        )
        session, minutes = begin(step), []
        for answer in ("finished", "finished", "Fine."):
            minutes.append(session.view().minutes)
            session = after(session, answer)
        assert minutes == [12, 11, 1]

    def test_minutes_run_down_to_one(self) -> None:
        """The first page names all the minutes of the step, later pages fewer, and never none."""
        session = begin(step_of(*(Text(f"item-{number}", "?") for number in range(20))))
        minutes = [session.view().minutes]
        for _ in range(20):
            session = after(session, "x")
            minutes.append(session.view().minutes)
        assert minutes[0] == 12
        assert minutes == sorted(minutes, key=lambda one: -(one or 0))
        assert minutes[-1] == 1
        first = session.step.items[0].id
        assert session.apply(GoTo(first), NOW).view().minutes == 1  # from the review, one page is changed


class TestReview:
    """The page before the end."""

    STEP = step_of(
        Reading("hello", "Hello."),
        Text("name", "Name?"),
        Choice("tea", "Which tea?", options=TEA),
        Choices("more", "More?", options=TEA),
        Scale("mood", "Mood?"),
        Confirm("again", "Again?", yes="Yes, please", no="No, thanks"),
        Date("day", "Which day?"),
        Timer("breath", "Breathe.", seconds=60),
        Text("note", "Anything?", optional=True),
    )
    ANSWERS: tuple[object, ...] = (True, "J.", "sage", ["mint"], 4, False, "2026-02-27", "left")

    def at_review(self) -> View:
        """The review after one answer of every kind, the last one skipped."""
        session = after(begin(self.STEP), *self.ANSWERS)
        skipped = changed(session.run, answers={**session.run.answers, "note": None}, cursor=REVIEW)
        return Session.resume(session.program, self.STEP, session.journey, skipped).view()

    def test_is_known_by_its_kind(self) -> None:
        """A screen can tell it from a question."""
        view = self.at_review()
        assert isinstance(view.item, Review)
        assert view.can_back

    def test_says_every_answer_in_words(self) -> None:
        """Each question stands with what was said to it, as one would say it."""
        assert [(one.label, one.hint) for one in self.at_review().options] == [
            ("Name?", "J."),
            ("Which tea?", "Sage"),
            ("More?", "Mint"),
            ("Mood?", "4 out of 10"),
            ("Again?", "No, thanks"),
            ("Which day?", "Friday 27 February"),
            ("Breathe.", "left early"),
            ("Anything?", "skipped"),
        ]

    def test_leaves_out_what_is_not_asked(self) -> None:
        """Readings have no answer to change."""
        assert "hello" not in [one.id for one in self.at_review().options]

    def test_says_what_is_not_answered_yet(self) -> None:
        """An open question is named as one."""
        run = Run(id="run", step="toy", started=NOW, answers={"name": "J."}, cursor=REVIEW)
        view = Session.resume(program_of(self.STEP), self.STEP, Journey([], NOW), run).view()
        assert view.options[1].hint == "not answered yet"


class TestClosing:
    """The last page."""

    def test_mirrors_and_names_one_small_thing(self) -> None:
        """It says back what was said, and then one thing to do."""
        view = after(begin(step_of(Text("name", "Name?"))), "J.", True).view()
        assert (view.item.id, view.body) == (CLOSING, ("You gave 1 answers.", "One small thing: rest."))

    def test_asks_nothing_and_leads_back_to_take_the_end_back(self) -> None:
        """The run is finished; there's nothing to answer, and a way back in case that was a mistake."""
        view = after(begin(step_of(Text("name", "Name?"))), "J.", True).view()
        assert (view.question, view.options, view.can_back, view.can_skip) == ("", (), True, False)


class TestWordsAboutDying:
    """What is said when somebody writes that they want to die."""

    GRAVE = "I want to die."
    STEP = step_of(Text("first", "First?", long=True), Text("second", "Second?"), Text("third", "Third?"))

    def test_the_next_page_says_where_people_are(self) -> None:
        """It comes once the answer is in the run, above the question that would have come anyway."""
        session = after(begin(self.STEP), self.GRAVE)
        assert session.run.answers == {"first": self.GRAVE}
        assert session.view().item.id == "second"
        assert session.view().concern == (ABOUT_DYING.in_short,)

    def test_it_is_said_once_and_again_at_the_end(self) -> None:
        """The page after next is as always; the last one says it in full."""
        session = after(begin(self.STEP), self.GRAVE, "Tea.")
        assert session.view().concern == ()
        closing = after(session, "Bread.", True).view()
        assert closing.item.id == CLOSING
        assert closing.concern == (ABOUT_DYING.in_full,)

    def test_somebody_who_left_in_the_middle_of_it_sees_it_when_they_come_back(self) -> None:
        """Words that were typed and not given count as well."""
        session = begin(self.STEP).apply(Draft(self.GRAVE), NOW)
        back = Session.resume(session.program, self.STEP, Journey([], NOW), session.run)
        assert back.view().concern == (ABOUT_DYING.in_short,)

    def test_words_in_the_last_answer_are_answered_on_the_review(self) -> None:
        """That is the next page."""
        session = after(begin(self.STEP), "Tea.", "Bread.", self.GRAVE)
        assert session.view().item.id == REVIEW
        assert session.view().concern == (ABOUT_DYING.in_short,)
        assert after(begin(self.STEP), self.GRAVE, "Tea.", "Bread.").view().concern == ()

    def test_a_page_to_read_in_between_has_it_and_the_question_after_it_does_not(self) -> None:
        """It's on the next page, and only there."""
        step = step_of(Text("first", "First?"), Reading("tea", "Tea helps."), Text("second", "Second?"))
        session = after(begin(step), self.GRAVE)
        assert session.view().concern == (ABOUT_DYING.in_short,)
        assert after(session, True).view().concern == ()

    @pytest.mark.parametrize(
        ("words", "in_short", "in_full"),
        [
            ("I'll kill her if she comes back.", ABOUT_HARMING.in_short, ABOUT_HARMING.in_full),
            ("He said he'd kill me if I left.", ABOUT_DANGER.in_short, ABOUT_DANGER.in_full),
        ],
    )
    def test_harm_and_danger_have_pages_of_their_own(self, words: str, in_short: str, in_full: str) -> None:
        """By the same mechanism: once the words are saved, in short, and in full at the end."""
        session = after(begin(self.STEP), words)
        assert session.run.answers == {"first": words}
        assert session.view().concern == (in_short,)
        assert after(session, "Tea.", "Bread.", True).view().concern == (in_full,)

    def test_the_gravest_of_several_answers_is_what_the_end_speaks_of(self) -> None:
        """Wanting to die comes before danger, danger before harm."""
        written = ("I'll kill her if she comes back.", "He said he'd kill me if I left.", self.GRAVE)
        assert after(begin(self.STEP), *written, True).view().concern == (ABOUT_DYING.in_full,)
        assert after(begin(self.STEP), *written[:2], "Tea.", True).view().concern == (ABOUT_DANGER.in_full,)

    def test_someone_who_was_afraid_reads_no_reproach(self) -> None:
        """Their rage at who hurt them is answered in other words."""
        story = Run(id="story", step="toy", started=NOW, finished=NOW, answers={"afraid-of-them": True})
        program = program_of(self.STEP)
        session = Session.begin(program, self.STEP, program.journey([story], NOW), "run")
        assert after(session, "I'll kill him if he comes back.").view().concern == (ABOUT_HARMING_AFTER_FEAR.in_short,)

    def test_a_program_may_declare_none(self) -> None:
        """The phrases are content, like the steps: a folder without any shows no help."""
        program = structs.replace(program_of(self.STEP), concerns=Concerns)
        session = Session.begin(program, self.STEP, Journey([], NOW), "run")
        assert after(session, self.GRAVE).view().concern == ()

    def test_they_are_loaded_with_the_first_words(self) -> None:
        """Until someone has typed, the pages of a step don't ask for them."""
        asked_for: list[str] = []

        def concerns() -> Concerns:
            asked_for.append("the concerns")
            return CONCERNS

        program = structs.replace(program_of(self.STEP), concerns=concerns)
        session = Session.begin(program, self.STEP, Journey([], NOW), "run")
        assert (session.view().concern, asked_for) == ((), [])
        assert (after(session, "Tea.").view().concern, asked_for) == ((), ["the concerns"])

    def test_other_words_bring_nothing(self) -> None:
        """Being tired is no alarm."""
        session = after(begin(self.STEP), "I am dead tired and this is killing me.")
        assert session.view().concern == ()


class TestWhy:
    """What F1 shows."""

    def test_it_names_what_the_step_rests_on(self) -> None:
        """The reason first, then each finding with its sample and limits."""
        finding = Finding(key="tea", result="Tea helps.", sample="12 people", limits="It is small.", source="A paper")
        step = structs.replace(step_of(Text("first", "First?", why="To begin.")), why=("tea",))
        program = structs.replace(program_of(step), evidence=lambda: (finding,))
        view = Session.begin(program, step, Journey([], NOW), "run").view()
        assert view.why == ("To begin.", "What's known:\n- Tea helps. (12 people. It is small.)")


class TestWithheld:
    """The page where a boundary holds."""

    STEP = step_of(*safety_questions(), Text("message", "What do you write?"), reaches_out=True)

    def answered_yes(self) -> Session:
        """A walk in which one question was answered with yes."""
        return after(begin(self.STEP), False, False, True)

    def test_gives_the_reason_and_the_help(self) -> None:
        """It says why without accusing, and where help is."""
        view = self.answered_yes().view()
        assert view.item.id == WITHHELD
        assert view.body[:2] == (AFRAID_OF_THEM.reason, AFRAID_OF_THEM.help)

    def test_names_the_boundary_that_sets_the_tone(self) -> None:
        """With two of them, the reason and the help of one are there, and nothing of the other."""
        answers: dict[str, Value] = {"afraid-of-them": True, "asked-to-stop": True}
        before = Run(id="b", step="story", started=NOW, finished=NOW, answers=answers)
        assert begin(self.STEP, before).view().body == (AFRAID_OF_THEM.reason, AFRAID_OF_THEM.help)

    def test_shows_nothing_of_the_step(self) -> None:
        """No question, option or earlier answer of the step is on it."""
        view = self.answered_yes().view()
        assert (view.question, view.options, view.value, view.draft) == ("", (), None, None)

    def test_the_review_of_such_a_step_is_closed_as_well(self) -> None:
        """What was written to them before cannot be looked at from there either."""
        finished = after(begin(self.STEP), False, False, False, False, "Hello", True, True).run
        other = Run(id="b", step="story", started=NOW, finished=NOW, answers={"afraid-of-them": True})
        session = Session.edit(program_of(self.STEP), self.STEP, Journey([other], NOW), finished)
        assert session.view().item.id == WITHHELD
        assert session.apply(GoTo("message"), NOW).view().item.id == WITHHELD
        assert session.apply(Leave(), NOW).run.answers["message"] == "Hello"
