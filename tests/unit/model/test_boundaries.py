from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs
from support.record import numbered

from exback.engine.session import Session
from exback.engine.view import Answer, GoTo
from exback.model.boundaries import BOUNDARIES, WANTS_CONTACT, WROTE_FREELY, safety_questions, standing, withheld
from exback.model.context import Context
from exback.model.items import Confirm, InvalidAnswer, is_visible
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.run import Earlier, Run, Value, changed, replaced

MONDAY = datetime(2026, 3, 2, 10, tzinfo=timezone(timedelta(hours=1)))
STOP, ORDER, OF_THEM, OF_ME = "asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me"
ALL = (STOP, ORDER, OF_THEM, OF_ME)
FOR_GOOD = (OF_THEM, OF_ME)
NO_TO_ALL: dict[str, Value] = dict.fromkeys(ALL, False)
steadily = settings(max_examples=100)


def at(days: float) -> datetime:
    """Give a moment some days after Monday 2 March 2026."""
    return MONDAY + timedelta(days=days)


def run(
    run_id: str,
    day: float,
    answers: dict[str, Value] | None = None,
    *,
    step: str = "your-story",
    lasts: float | None = 0,
    **fields: Any,
) -> Run:
    """Give a run begun on a day that lasted some days, None while it is open."""
    finished = None if lasts is None else at(day + lasts)
    return Run(id=run_id, step=step, started=at(day), finished=finished, answers=answers or {}, **fields)


def yes(question: str, day: float = 0, **fields: Any) -> Run:
    """Give a run that said yes to one question and no to the others."""
    return run(f"yes-{day}", day, {**NO_TO_ALL, question: True}, **fields)


def no(day: float, **fields: Any) -> Run:
    """Give a run that said no to all four questions."""
    return run(f"no-{day}", day, dict(NO_TO_ALL), **fields)


THEIR_WORD: dict[str, Value] = {WROTE_FREELY: True, WANTS_CONTACT: True}


def wrote(day: float, *, freely: Value = True, wants: Value = True, **fields: Any) -> Run:
    """Give a run that tells of a message from them."""
    return run(f"wrote-{day}", day, {WROTE_FREELY: freely, WANTS_CONTACT: wants}, step="they-wrote", **fields)


def edited(of: Run, day: float, **answers: Value) -> Run:
    """Give a finished run after some of its answers were changed on a day, as a session leaves it."""
    new = {item.replace("_", "-"): value for item, value in answers.items()}
    history = [Earlier(item, of.answers[item], at(day)) for item in new if of.answers[item] != new[item]]
    return changed(of, answers={**of.answers, **new}, history=[*of.history, *history])


def held(*runs: Run, now: float = 100) -> list[str]:
    """Give the boundaries that stand, by id, on a day."""
    return [boundary.id for boundary in standing(Journey(numbered(runs), at(now)))]


# What makes a boundary stand


def test_without_a_yes_nothing_stands() -> None:
    """Nobody is kept from anything before they were asked, nor after four times no."""
    assert held() == []
    assert held(no(0)) == []
    assert held(run("a", 0, dict.fromkeys(ALL))) == []
    assert held(run("a", 0, {"mood": 3, "kind": "yes"})) == []


@pytest.mark.parametrize("question", ALL)
def test_a_yes_makes_its_boundary_stand(question: str) -> None:
    """A yes to one of the four questions makes this boundary stand and no other."""
    assert held(yes(question)) == [question]


@pytest.mark.parametrize("question", ALL)
@pytest.mark.parametrize("step", ["your-story", "their-side", "accepted", "a-step-long-gone"])
def test_a_yes_counts_in_whatever_step_it_was_said(question: str, step: str) -> None:
    """The question counts wherever it was asked, also in a step that no longer exists."""
    assert held(yes(question, step=step)) == [question]


@pytest.mark.parametrize("question", ALL)
def test_a_yes_in_an_unfinished_run_counts_at_once(question: str) -> None:
    """A yes holds from the moment it is given, before the step is walked to its end."""
    assert held(yes(question, lasts=None), now=0) == [question]


@pytest.mark.parametrize("question", ALL)
def test_a_yes_can_be_taken_back_while_its_run_is_open(question: str) -> None:
    """A wrong key in an unfinished run leaves no trace once it is put right."""
    mistaken = yes(question, lasts=None)
    assert held(changed(mistaken, answers=dict(NO_TO_ALL))) == []


@pytest.mark.parametrize("question", ALL)
def test_a_finished_yes_edited_to_no_still_stands(question: str) -> None:
    """An edit of a finished answer lifts nothing: the yes is read from the run's history."""
    assert held(edited(yes(question), 3, **{question: False})) == [question]
    assert held(edited(yes(question), 3, **{question: None})) == [question]
    assert held(edited(edited(yes(question), 3, **{question: False}), 4, **{question: False})) == [question]


@pytest.mark.parametrize("question", ALL)
@pytest.mark.parametrize("place", ["answers", "hidden", "orphans"])
@pytest.mark.parametrize("value", [True, "yes", "true", 1, "no", ["yes"]])
def test_a_yes_counts_wherever_and_however_it_stands_in_the_file(question: str, place: str, value: Value) -> None:
    """A branch that closed, an item that is gone, a value written by hand: none of it hides a yes."""
    assert held(changed(run("a", 0), **{place: {question: value}})) == [question]


@pytest.mark.parametrize("question", ALL)
@pytest.mark.parametrize("place", ["hidden", "orphans"])
@pytest.mark.parametrize("lasts", [0, None], ids=["finished", "open"])
def test_a_yes_beside_a_no_in_one_run_outlives_its_reading_and_saving(
    program: Program, question: str, place: str, lasts: float | None
) -> None:
    """A hand may put both into a run; the program that takes it up, and saves it after an event, keeps the yes."""
    mixed = changed(run("a", 0, {question: False}, lasts=lasts), **{place: {question: True}})
    journey = program.journey([mixed], at(1))
    assert held(*journey.runs) == [question]
    session = Session.resume(program, program.step("your-story"), journey, journey.runs[0])
    for event in (GoTo("name"), Answer("J."), GoTo(question), Answer(False)):
        session = session.apply(event, at(1))
    assert held(session.run) == [question]


@pytest.mark.parametrize("question", ALL)
def test_an_odd_value_in_the_history_counts(question: str) -> None:
    """A value written by hand into the history of a run counts as well."""
    assert held(run("a", 0, {question: False}, history=[Earlier(question, "yes", at(1))])) == [question]


def test_all_that_stand_are_given_in_the_order_asked() -> None:
    """Several boundaries may stand at once, said in one run or in several."""
    assert held(yes(OF_ME), yes(STOP, 1)) == [STOP, OF_ME]
    assert held(run("a", 0, dict.fromkeys(ALL, True))) == list(ALL)


@pytest.mark.parametrize("question", ALL)
def test_a_later_no_alone_lifts_nothing(question: str) -> None:
    """Saying no once, however much later, takes no boundary away."""
    assert held(yes(question), no(90)) == [question]


# Asked to stop


def test_their_own_free_word_lifts_the_wish_to_be_left_alone() -> None:
    """Once they wrote by themselves and want to be in touch, told in a later finished run, this boundary is lifted."""
    assert held(yes(STOP), wrote(1)) == []
    assert held(edited(yes(STOP), 1, asked_to_stop=False), wrote(2)) == []


@pytest.mark.parametrize(
    "later",
    [
        wrote(1, freely=False),
        wrote(1, freely=None),
        wrote(1, freely="yes"),
        wrote(1, freely=1),
        wrote(1, wants=False),
        wrote(1, wants=None),
        wrote(1, wants="yes"),
        run("a", 1, {WROTE_FREELY: True}),
        run("a", 1, {WANTS_CONTACT: True}),
        wrote(1, lasts=None),
        run("a", 1, hidden=THEIR_WORD),
        run("a", 1, {WROTE_FREELY: True}, hidden={WANTS_CONTACT: True}),
        run("a", 1, orphans=THEIR_WORD),
        edited(wrote(1), 2, wrote_freely=False),
        edited(wrote(1), 2, wants_contact=False),
        no(30),
    ],
    ids=[
        *("not-freely", "freely-skipped", "freely-odd-word", "freely-odd-number"),
        *("not-wanted", "wanted-skipped", "wanted-odd-word", "not-asked", "only-wanted", "unfinished"),
        *("hidden", "half-hidden", "orphan", "freely-edited-away", "wanted-edited-away", "a-no"),
    ],
)
def test_nothing_less_lifts_the_wish_to_be_left_alone(later: Run) -> None:
    """Only a message of their own that wants contact, told in a finished run, lifts it; no odd value or trace of one."""
    assert held(yes(STOP), later) == [STOP]


def test_two_messages_do_not_add_up_to_one_that_lifts() -> None:
    """A free message that asks to be left alone, and a wish told of another, are not one free wish for contact."""
    assert held(yes(STOP), wrote(1, wants=False), wrote(2, freely=False)) == [STOP]


def test_a_message_from_before_lifts_nothing() -> None:
    """That they once wrote freely says nothing against their asking to be left alone afterwards."""
    assert held(wrote(0), yes(STOP, 1)) == [STOP]
    assert held(wrote(0), yes(STOP, 1), wrote(2), yes(STOP, 3)) == [STOP]


def test_the_yes_and_the_free_word_in_one_run_lift_nothing() -> None:
    """A run that says both is no later word."""
    assert held(run("a", 0, {STOP: True, **THEIR_WORD})) == [STOP]


def test_a_yes_given_by_editing_counts_from_the_day_of_the_edit() -> None:
    """A message that came before a finished no was changed to yes is older than the yes, and lifts nothing."""
    assert held(edited(no(0), 20, asked_to_stop=True), wrote(5)) == [STOP]


def test_a_yes_given_in_a_run_that_was_taken_up_again_counts_from_then() -> None:
    """A run left open before the question and finished after a message says yes after it; the message lifts nothing."""
    left_open = run("a", 0, lasts=None)
    assert held(left_open, wrote(1)) == []
    assert held(yes(STOP, lasts=None), wrote(1)) == [STOP]
    assert held(yes(STOP, lasts=2), wrote(1)) == [STOP]


def test_a_yes_to_a_question_new_to_an_old_run_counts_from_then(program: Program) -> None:
    """A finished run that is opened again and then asks for the first time says yes on that day, not on its own."""
    old = run("a", 0, {"name": "J."})
    journey = program.journey([old, wrote(5)], at(20))
    session = Session.edit(program, program.step("your-story"), journey, old)
    answered = session.apply(GoTo(STOP), at(20)).apply(Answer(value=True), at(20))
    assert answered.run.answers[STOP] is True
    assert held(answered.run, wrote(5), now=20) == [STOP]


def test_their_free_word_lifts_no_other_boundary() -> None:
    """That they wrote opens nothing where an order stands or somebody was afraid."""
    assert held(run("a", 0, dict.fromkeys(ALL, True)), wrote(1)) == [ORDER, OF_THEM, OF_ME]


# Ordered away


def test_two_finished_noes_seven_days_apart_lift_an_order() -> None:
    """After the order has ended, answering no twice, a week apart, lifts this boundary."""
    assert held(yes(ORDER), no(1), no(8)) == []
    assert held(yes(ORDER), no(1), no(4), no(8)) == []


@pytest.mark.parametrize(
    "later",
    [
        (no(30),),
        (no(1), no(7)),
        (no(1), no(8, lasts=None)),
        (no(1, lasts=None), no(8)),
        (no(1), run("a", 8, {ORDER: None})),
        (no(1), run("a", 8, {ORDER: 0})),
        (no(1), run("a", 8, hidden={ORDER: False})),
        (no(1), run("a", 8, orphans={ORDER: False})),
        (wrote(1), wrote(9)),
    ],
    ids=["one", "six-days", "open", "first-open", "skipped", "odd", "hidden", "orphan", "their-word"],
)
def test_nothing_less_lifts_an_order(later: tuple[Run, ...]) -> None:
    """One no, two too close, or anything but a plain no in a finished run leaves the order standing."""
    assert held(yes(ORDER), *later) == [ORDER]


def test_a_no_from_before_does_not_count() -> None:
    """Both noes must come after the latest yes."""
    assert held(no(0), yes(ORDER, 1), no(8)) == [ORDER]
    assert held(yes(ORDER), no(1), yes(ORDER, 5), no(8)) == [ORDER]
    assert held(yes(ORDER), no(1), no(8), yes(ORDER, 9)) == [ORDER]


def test_an_order_told_by_editing_counts_from_the_day_of_the_edit() -> None:
    """Noes given before a finished no was changed to yes are older than the yes, and lift nothing."""
    assert held(edited(no(0), 20, ordered_away=True), no(5), no(15)) == [ORDER]


def test_an_order_told_in_a_run_that_was_taken_up_again_counts_from_then() -> None:
    """Noes given while the run of the yes lay open are older than the yes, and lift nothing."""
    assert held(yes(ORDER, lasts=20), no(5), no(15)) == [ORDER]
    assert held(yes(ORDER, lasts=None), no(5), no(15)) == [ORDER]


def test_a_no_edited_to_yes_takes_the_lifting_back() -> None:
    """When one of the two noes is changed to yes, the order stands again."""
    assert held(yes(ORDER), no(1), edited(no(8), 9, ordered_away=True)) == [ORDER]
    assert held(yes(ORDER), edited(no(1), 9, ordered_away=True), no(8)) == [ORDER]


# Afraid


@pytest.mark.parametrize("question", FOR_GOOD)
def test_fear_is_never_lifted(question: str) -> None:
    """Neither time, nor noes, nor a message, nor an edit lifts a boundary that is about fear or harm."""
    assert held(yes(question), no(10), no(20), wrote(30), no(4000), now=9000) == [question]
    assert held(edited(yes(question), 1, **{question: False}), no(10), no(20), wrote(30)) == [question]


# The run in hand


def test_the_run_in_hand_counts_before_it_is_saved() -> None:
    """A yes on the page that is open now counts, whether or not the run is in the file yet."""
    journey = Journey([no(0)], at(1))
    assert [one.id for one in standing(journey, yes(OF_ME, 1, lasts=None))] == [OF_ME]
    assert standing(journey, no(1, lasts=None)) == ()


def test_the_run_in_hand_stands_for_its_older_self() -> None:
    """A run that is being changed is read as it is now, not as it was saved."""
    before = yes(STOP, lasts=None)
    now = changed(before, answers=dict(NO_TO_ALL))
    assert standing(Journey([before], at(1)), now) == ()
    assert [one.id for one in standing(Journey([now], at(1)), before)] == [STOP]


def test_an_old_run_taken_in_hand_stays_where_it_was() -> None:
    """Opening an old message again does not make it a new one that lifts a later wish to be left alone."""
    old, later = wrote(0), yes(STOP, 1)
    journey = Journey([old, later], at(2))
    assert [one.id for one in standing(journey)] == [STOP]
    assert [one.id for one in standing(journey, old)] == [STOP]


def test_an_old_message_opened_again_helps_with_no_answer(program: Program) -> None:
    """Whoever opens an old message again, after they were asked to stop, is helped with no answer there either."""
    journey = program.journey([wrote(0), yes(STOP, 1)], at(2))
    session = Session.edit(program, program.step("they-wrote"), journey, journey.runs[0])
    assert session.path.here.withheld


def test_a_run_that_stands_twice_in_the_file_counts_at_its_later_place() -> None:
    """A yes that was copied to the end of the file by hand is as late as its last copy."""
    assert held(yes(STOP), wrote(1), yes(STOP)) == [STOP]


@pytest.mark.parametrize(("day", "stands"), [(3, [STOP]), (5, [STOP]), (7, [])])
def test_a_yes_that_lost_its_place_in_the_record_is_as_late_as_its_moment(day: float, stands: list[str]) -> None:
    """Whoever takes the numbers out of a run by hand opens nothing by it that was told before the yes."""
    story, message = numbered([edited(no(0), 5, asked_to_stop=True), wrote(day)])
    history = [structs.replace(one, number=0) for one in story.history]
    story = changed(story, start_number=0, finish_number=0, history=history)
    assert [boundary.id for boundary in standing(Journey([story, message], at(100)))] == stands


# What authors write with


def test_the_four_questions_are_asked_of_everybody_and_cannot_be_skipped() -> None:
    """A step asks all four as yes or no, in order, under ids that never change, and says why they are asked."""
    questions = safety_questions()
    assert [one.id for one in questions] == list(ALL)
    here = Context(Journey((), at(0)), {}, frozenset(ALL), held=frozenset(), started=at(0))
    for one, boundary in zip(questions, BOUNDARIES, strict=True):
        assert isinstance(one, Confirm)
        assert one.text == boundary.question
        assert not one.optional
        assert one.why
        with pytest.raises(InvalidAnswer):
            one.accept(None, here)


def test_the_four_questions_can_stand_on_a_branch() -> None:
    """A step may ask them only when they matter, and asks all of them then, and all of anyone who never answered them."""
    answered = Journey([no(0)], at(1))
    here = Context(answered, {}, frozenset(ALL), held=frozenset(), started=at(1))
    assert not any(is_visible(one, here) for one in safety_questions(when=lambda here: here.withheld))
    assert all(is_visible(one, here) for one in safety_questions(when=lambda here: not here.withheld))
    unasked = structs.replace(here, journey=Journey((), at(1)))
    assert all(is_visible(one, unasked) for one in safety_questions(when=lambda here: here.withheld))


def test_each_boundary_says_why_and_shows_help() -> None:
    """Each boundary has a reason and a help of its own, and both about fear name the people to call."""
    assert [boundary.id for boundary in BOUNDARIES] == list(ALL)
    for text in ("question", "reason", "help"):
        assert len({getattr(boundary, text) for boundary in BOUNDARIES} - {""}) == len(ALL)
    assert all("exback crisis" in boundary.help for boundary in BOUNDARIES if boundary.id in FOR_GOOD)
    assert "doesn't give legal advice" in next(one.help for one in BOUNDARIES if one.id == ORDER).replace("\n", " ")


def test_the_way_that_is_left_opens_only_while_a_boundary_stands() -> None:
    """The ending for those who may not reach out is open exactly while a boundary holds."""
    gate = withheld()
    assert not gate.check(Journey([no(0)], at(1))).open
    assert gate.check(Journey([yes(OF_ME)], at(1))).open
    assert gate.check(Journey([yes(STOP)], at(1))).open
    assert not gate.check(Journey(numbered([yes(STOP), wrote(1)]), at(2))).open
    assert [item for _, item in gate.refers] == list(ALL)


# Properties

ANSWER: st.SearchStrategy[Value] = st.sampled_from([True, True, False, False, None, "yes", "no", 1, 0])
SOME_ANSWERS = st.dictionaries(st.sampled_from([*ALL, *THEIR_WORD]), ANSWER, max_size=3)
STAMP = st.integers(-4000, 4000)
STEP = st.sampled_from(["your-story", "their-side", "they-wrote", "accepted", "gone"])


@st.composite
def any_run(draw: st.DrawFn) -> Run:
    """Give a run with whatever answers, hidden, orphaned or edited, and whatever moments a clock may have given it."""
    ended = draw(st.one_of(st.none(), STAMP))
    return Run(
        id=f"drawn-{draw(st.integers(0, 10**9))}",
        step=draw(STEP),
        started=at(draw(STAMP)),
        finished=None if ended is None else at(ended),
        answers=draw(SOME_ANSWERS),
        hidden=draw(SOME_ANSWERS),
        orphans=draw(SOME_ANSWERS),
        history=[
            Earlier(item, value, at(draw(STAMP)))
            for item, value in draw(st.lists(st.tuples(st.sampled_from(ALL), ANSWER), max_size=2))
        ],
    )


ANY_RUNS = st.lists(any_run(), max_size=3)


@steadily
@given(
    before=ANY_RUNS,
    after=ANY_RUNS,
    mark=any_run(),
    place=st.sampled_from(["answers", "hidden", "orphans", "history"]),
    question=st.sampled_from(FOR_GOOD),
    now=STAMP,
    later=STAMP,
)
def test_fear_once_said_stands_among_whatever_runs(
    before: list[Run], after: list[Run], mark: Run, place: str, question: str, now: int, later: int
) -> None:
    """A yes about fear or harm stands whatever else is in the file and whatever any clock says."""
    said: Run = (
        changed(mark, history=[Earlier(question, True, at(now))])
        if place == "history"
        else changed(mark, **{place: {question: True}})
    )
    journey = Journey([*before, said, *after], at(now))
    assert question in [one.id for one in standing(journey)]
    assert question in [one.id for one in standing(journey.at(at(later)))]


@steadily
@given(runs=ANY_RUNS, now=STAMP, later=STAMP)
def test_the_clock_lifts_nothing(runs: list[Run], now: int, later: int) -> None:
    """What stands depends on the record alone: setting the clock, ahead or back, changes nothing."""
    assert standing(Journey(runs, at(now))) == standing(Journey(runs, at(later)))


@steadily
@given(runs=ANY_RUNS, new=any_run(), now=STAMP)
def test_a_further_yes_lifts_nothing(runs: list[Run], new: Run, now: int) -> None:
    """A further run that says yes to everything makes all four stand, whatever was there before."""
    alarmed = changed(new, answers=dict.fromkeys(ALL, True))
    assert [one.id for one in standing(Journey([*runs, alarmed], at(now)))] == list(ALL)


NAMES = ["begin", "answer", "answer", "finish", "hide", "orphan", "word", "noes"]
ACTS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.integers(0, 5), st.sampled_from(ALL), st.booleans()), min_size=4, max_size=12
)


def acted(runs: tuple[Run, ...], act: tuple[str, int, str, bool], now: float) -> tuple[Run, ...]:
    """Give the runs after one thing more was done.

    Somebody begins a run, answers, edits or finishes one, tells of a message, or says no to everything; or an
    answer falls off its path.
    """
    name, which, item, value = act
    begun = {"begin": {}, "word": THEIR_WORD, "noes": NO_TO_ALL}.get(name)
    if begun is not None:
        return (*runs, run(f"run-{len(runs)}", now, dict(begun), lasts=None if name == "begin" else 0))
    if not runs:
        return runs
    one = runs[which % len(runs)]
    if name == "finish":
        return replaced(runs, changed(one, finished=one.finished or at(now)))
    if name == "answer":
        before = {**one.hidden, **one.answers}
        if one.finished and (item not in before or before[item] == value):
            return runs  # an edit changes an answer that was given
        history = [Earlier(item, before[item], at(now))] if one.finished else []
        hidden = {key: answer for key, answer in one.hidden.items() if key != item}
        return replaced(
            runs,
            changed(one, answers={**one.answers, item: value}, hidden=hidden, history=[*one.history, *history]),
        )
    kept = {key: answer for key, answer in one.answers.items() if key != item}
    lost = {item: one.answers[item]} if item in one.answers else {}
    field = "hidden" if name == "hide" else "orphans"
    return replaced(runs, changed(one, answers=kept, **{field: {**getattr(one, field), **lost}}))


@settings(max_examples=150)
@given(acts=ACTS, clock=st.lists(st.integers(-400, 400), min_size=12, max_size=12))
def test_no_sequence_of_acts_lifts_fear(acts: list[tuple[str, int, str, bool]], clock: list[int]) -> None:
    """Once a finished run has said yes about fear or harm, nothing that is done afterwards, by any clock, lifts it."""
    runs: tuple[Run, ...] = ()
    said: set[str] = set()
    for act, now in zip(acts, clock, strict=False):
        runs = acted(runs, act, now)
        said |= {
            question
            for one in runs
            if one.finished
            for question in FOR_GOOD
            if any(place.get(question) is True for place in (one.answers, one.hidden, one.orphans))
        }
        assert said <= {one.id for one in standing(Journey(runs, at(now)))}


@settings(max_examples=150)
@given(acts=ACTS, pauses=st.lists(st.sampled_from([0.01, 1, 8]), min_size=12, max_size=12))
def test_a_yes_stands_in_the_moment_it_is_given(acts: list[tuple[str, int, str, bool]], pauses: list[float]) -> None:
    """Whatever was said and done before, whoever says yes now is held now, in a new run, an open one or by an edit."""
    runs: tuple[Run, ...] = ()
    now = 0.0
    for act, pause in zip(acts, pauses, strict=False):
        now += pause
        before, runs = runs, acted(runs, act, now)
        name, _, item, value = act
        if name == "answer" and value and runs != before:
            assert item in {one.id for one in standing(Journey(runs, at(now)))}


@steadily
@given(
    walks=st.lists(
        st.tuples(
            st.integers(0, 9), st.sampled_from([None, True, False]), st.sampled_from([None, True, False]), st.booleans()
        ),
        max_size=8,
    )
)
def test_what_lifts_is_just_what_is_promised(
    walks: list[tuple[int, bool | None, bool | None, bool]],
) -> None:
    """For runs walked one after the other, a boundary stands exactly from the yes until what may lift it has come."""
    day, stop, order = 0, False, False
    first_no: int | None = None
    runs = []
    for place, (later, asked_to_stop, ordered_away, their_word) in enumerate(walks):
        day += later
        word = THEIR_WORD if their_word else {}
        runs.append(run(f"run-{place}", day, {STOP: asked_to_stop, ORDER: ordered_away, **word}))
        stop = asked_to_stop or (stop and not their_word)
        if ordered_away:
            order, first_no = True, None
        elif ordered_away is False and order:
            first_no = day if first_no is None else first_no
            order = day - first_no < 7
        assert held(*runs, now=day) == [*([STOP] if stop else []), *([ORDER] if order else [])]
