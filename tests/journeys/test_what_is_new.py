"""What has changed, and what it is like over there: the two steps between being ready and writing."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import program_walk
from support.lives import LIFE
from support.person import Clock, Person

from exback.engine.view import Leave
from exback.model.program import Program

STEP = "what-has-changed"
CHANGES = {item: answer for item, answer in LIFE[STEP].items() if item != "verdict"}


@pytest.fixture(scope="module")
def ready_once(program: Program, tmp_path_factory: pytest.TempPathFactory) -> Person:
    """Someone who has decided on an invitation twice and passed “Am I ready”, on day 30."""
    person = Person(program, Clock(), tmp_path_factory.mktemp("ready") / "home")
    planned = [one for one in program_walk.to_accepted() if one.step == "am-i-ready" or one.day < 30]
    program_walk.walk(person, planned)
    return person


@pytest.fixture
def ready(ready_once: Person, home: Path) -> Person:
    """The same person, with a file of their own for each test."""
    return ready_once.copied_to(home)


def offered(person: Person) -> set[str]:
    """What can follow from it."""
    return {option.id for view in person.views if view.item.id == "verdict" for option in view.options}


def text(person: Person) -> str:
    """Everything that the last step said."""
    return " ".join(str((view.body, view.question, view.note)) for view in person.views)


def shown(person: Person) -> set[str]:
    """The pages of the last step."""
    return {view.item.id for view in person.views}


def test_a_change_that_cannot_be_seen_yet_does_not_block(ready: Person) -> None:
    """Someone whose change is real, and whom no one could see it in yet, goes on."""
    ready.answers(STEP, {**CHANGES, "state-me": "unseen", "verdict": "go-on"})
    assert "That doesn't stop you here." in text(ready)
    assert "Something's different now, even if they can't see it yet." in text(ready)
    assert ready.state(STEP) == "done"
    assert ready.state("their-side") == "open"


def test_no_one_knows_whether_they_will_want_you_back(ready: Person) -> None:
    """The page says so, and asks whether the change is worth it if they never see it."""
    ready.answers(STEP, {**CHANGES, "if-never-seen": "no", "verdict": "go-on"})
    assert "No one knows whether a change makes someone want you back." in text(ready)
    assert "Find a reason of your own to keep it" in text(ready)
    assert "probably" not in text(ready)


def test_an_unchanged_deal_breaker_closes_the_stage_and_offers_two_ways(ready: Person) -> None:
    """A deal-breaker that is as it was leaves waiting and letting go, and neither is a failure."""
    unchanged = {item: answer for item, answer in CHANGES.items() if item != "what-me"}
    ready.answers(STEP, {**unchanged, "state-me": "same", "verdict": "wait", "waiting-reading": Leave()})
    assert offered(ready) == {"wait", "let-go"}
    assert "So this stage is closed for now." in text(ready)
    assert ready.state(STEP) != "done"
    assert ready.state("their-side") == "closed"
    assert ready.state("waiting") == "open"
    assert ready.state("letting-go") == "open"
    assert "waiting" in {step.id for step in ready.guide.due}


def test_nothing_new_is_nothing_to_invite_them_to(ready: Person) -> None:
    """Someone for whom nothing is different, and nothing is a deal-breaker any more, isn't sent on."""
    same = {"state-me": "same", "state-circumstances": "same", "distance-now": "As before."}
    ready.answers("why-it-ended", {**LIFE["why-it-ended"], "breaker-me": "neither"})
    ready.answers(STEP, {**same, "verdict": "let-go", "letting-go-reading": Leave()})
    assert "nothing new to invite them to yet" in text(ready)
    assert {"if-never-seen", "stands"}.isdisjoint(shown(ready))
    assert "Letting go" in str(ready.views[-1].title) + text(ready)


def test_what_the_other_one_may_have_changed_counts_once_it_was_seen(ready: Person) -> None:
    """A guess about the other person isn't something new; what they've shown is."""
    reasons = {
        "sides": ["them"],
        "reason-them": "They were never home.",
        "change-them": "could",
        "breaker-them": "neither",
    }
    kept = {item: LIFE["why-it-ended"][item] for item in ("distance", "their-side", "surprised")}
    ready.answers("why-it-ended", {**reasons, **kept})
    ready.answers(
        STEP, {"state-them": "unseen", "distance-now": "As before.", "verdict": "wait", "waiting-reading": Leave()}
    )
    assert offered(ready) == {"wait", "let-go"}
    ready.clock.forward(days=7)
    seen = {"state-them": "changed", "what-them": "They moved.", "if-never-seen": "yes"}
    ready.answers(STEP, {**seen, "distance-now": "As before.", "verdict": "go-on"})
    assert ready.state("their-side") == "open"


def test_each_of_these_claims_is_carried_by_an_answer(program: Program) -> None:
    """What is truly different, whether they'd see it, and whether it's worth it anyway are asked, not only read."""
    questions = {item.id: item.claims for item in program.step(STEP).items if hasattr(item, "optional")}
    assert {"C4f", "S18"} <= set(questions["state-me"])
    assert "S22" in questions["if-never-seen"]
    contact = {item.id: item.claims for item in program.step("contact").items}
    assert "C4k" in contact["meant"]
    meeting = {item.id: item.claims for item in program.step("meet-and-go-slowly").items}
    assert "C4k" in meeting["sleeping-means"]
    assert "C4h" in meeting["want"]
    assert "C4a" in {item.id: item.claims for item in program.step("their-side").items}["with-somebody"]


def test_news_of_someone_new_offers_an_ending_and_starts_none(ready: Person) -> None:
    """Someone who knows that the other one is with someone is offered `moved-on`; nothing is begun for them."""
    ready.answers(STEP, dict(LIFE[STEP]))
    noes = {item: answer for item, answer in LIFE["their-side"].items() if item not in ("receive", "take-no", "go")}
    ready.answers("their-side", {**noes, "with-somebody": "yes"})
    assert "exback won't help with one" in text(ready)
    assert "moved-on" in {step.id for step in ready.guide.due}
    assert ready.state("moved-on") == "open"
    assert ready.state("one-invitation") == "closed"
