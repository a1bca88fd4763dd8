"""From the last page of every ending: what the menu says the next day, after a week and after a month."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from support.lives import LIFE, SAFE
from support.person import Person
from support.scripted import Scripted

from exback.commands.wizard import Wizard
from exback.engine.view import Leave
from exback.screen.pages.status import plain_status

MEETING = "meet-and-go-slowly"
CHECK_IN, RULE = "check-in", "rule-is-over"
TOGETHER: Mapping[str, object] = {
    **SAFE,
    "reason-now": "smaller",
    "different-me": "I say it early.",
    "different-them": "They answer.",
    "keeps": ["friends"],
    "breaks": "My sister, then the rule.",
    "keep": "The choir.",
}
APART: Mapping[str, object] = {**SAFE, "what-ended-it": "The old reason.", "learnt": "A lot.", "keep": "The choir."}
WAITS: Mapping[str, object] = {
    "still": 5,
    "meanwhile": "The choir.",
    "enough": "June.",
    "keep": "Evenings.",
    "again": True,
}


def _decided(person: Person, choice: str) -> None:
    for _ in range(2):
        person.puts("decide", choice=choice, because="I looked at it.", if_wrong="Then I'd see.")
        person.clock.forward(days=8)


def _invited(person: Person, reply: str) -> None:
    _decided(person, "invitation")
    person.puts("one-invitation", draft="Coffee?")
    person.puts("one-invitation", sent="yes")
    person.clock.forward(days=20)
    person.puts("one-invitation", reply=reply)


def accepted(person: Person) -> None:
    """They said yes."""
    _invited(person, "yes")
    person.answers("accepted", dict(LIFE["accepted"]))


def accepted_and_afraid(person: Person) -> None:
    """They said yes, and a question about safety has another yes."""
    _invited(person, "yes")
    person.answers("accepted", {"asked-to-stop": False, "ordered-away": False, "afraid-of-them": True})


def met(person: Person, **answers: object) -> None:
    """They met."""
    accepted(person)
    person.answers(MEETING, dict(LIFE[MEETING]))
    person.clock.forward(days=2)
    after = {"met": "yes", "was": "Easy."} if "met" not in answers else {}
    person.answers(MEETING, {**after, **{item.replace("_", "-"): value for item, value in answers.items()}})


def lived(person: Person) -> None:
    """They met, and four reviews are done."""
    met(person, **LIFE["meet-and-go-slowly after"])
    for number in range(4):
        person.clock.forward(days=7)
        last = {"you-two": "living"} if number == 3 else {}
        person.answers(MEETING, {**LIFE["meet-and-go-slowly review"], **last})


def together(person: Person) -> None:
    """They're together again."""
    person.answers("together-again", dict(TOGETHER))


def apart(person: Person, following: str) -> None:
    """It ended again."""
    together(person)
    person.clock.forward(days=30)
    letting_go = {"why-now": Leave()} if following == "let-go" else {}
    person.answers("apart-again", {**APART, "next": following, **letting_go})


def declined(person: Person) -> None:
    """They said no."""
    _invited(person, "no")
    person.answers("declined", dict(LIFE["declined"]))


def no_reply(person: Person) -> None:
    """No answer came."""
    _invited(person, "nothing")
    person.answers("no-reply", dict(LIFE["no-reply"]))


def waiting(person: Person) -> None:
    """They wait."""
    _decided(person, "wait")
    person.answers("waiting", dict(WAITS))


def afraid(person: Person) -> None:
    """They've been afraid, and have read that the way is closed."""
    person.puts("your-story", **{**SAFE_ITEMS, "afraid_of_them": True})


SAFE_ITEMS = {item.replace("-", "_"): False for item in SAFE}
Comes = tuple[set[str], set[str], set[str]]
ENDINGS: Mapping[str, tuple[Callable[[Person], object], Comes]] = {
    "accepted": (accepted, ({MEETING}, {MEETING}, {MEETING})),
    "accepted, and afraid": (accepted_and_afraid, ({"not-allowed"}, {"not-allowed"}, {"not-allowed"})),
    "not yet": (lambda one: met(one, met="not-yet"), (set(), {MEETING}, {MEETING})),
    "fell through": (lambda one: met(one, met="fell-through", another_day="open"), (set(), {MEETING}, {MEETING})),
    "unsure": (
        lambda one: met(one, **{**LIFE["meet-and-go-slowly after"], "goes-on": "unsure"}),
        (set(), {MEETING}, {MEETING}),
    ),
    "goes on": (lambda one: met(one, **LIFE["meet-and-go-slowly after"]), (set(), {MEETING}, {MEETING})),
    "my no": (lambda one: met(one, goes_on="no"), ({"letting-go"}, {"letting-go"}, {"letting-go"})),
    "their no": (lambda one: met(one, goes_on="they-no"), ({"declined"}, {"declined"}, {"declined"})),
    "lived": (lived, (set(), set(), {MEETING})),
    "together again": (together, (set(), set(), set())),
    "apart again, unsure": (lambda one: apart(one, "unsure"), (set(), {"apart-again"}, {"apart-again"})),
    "apart again, letting go": (
        lambda one: apart(one, "let-go"),
        ({"letting-go"}, {"letting-go"}, {"letting-go"}),
    ),
    "declined": (declined, (set(), set(), set())),
    "no reply": (no_reply, (set(), set(), set())),
    "waiting": (waiting, (set(), set(), {"waiting"})),
    "letting go": (
        lambda one: one.answers("letting-go", dict(LIFE["letting-go"])),
        (set(), set(), {"letting-go"}),
    ),
    "moved on": (lambda one: one.puts("moved-on", is_so="yes", keep="The choir."), (set(), set(), set())),
    "afraid": (afraid, ({"not-allowed"}, {"not-allowed"}, {"not-allowed"})),
}
"""By ending: how someone comes to it, and what is offered the next day, after a week and after a month, beside the check-in."""
OF_ENDINGS = {
    MEETING,
    "accepted",
    "together-again",
    "apart-again",
    "letting-go",
    "declined",
    "no-reply",
    "moved-on",
    "not-allowed",
    "waiting",
    "one-invitation",
}


@pytest.fixture
def ruled(person: Person) -> Person:
    """Someone who made their rule six weeks ago."""
    for step in ("your-story", "the-whole-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    person.clock.forward(days=40)
    return person


def due(person: Person) -> set[str]:
    """Return everything that is offered today."""
    guide = person.guide
    return {step.id for step in (*guide.due, guide.next) if step is not None}


@pytest.mark.parametrize("name", ENDINGS)
def test_what_the_menu_says_after_an_ending(ruled: Person, name: str) -> None:
    """The next day, after a week and after a month there's what fits, the check-in, and nothing that speaks against it."""
    reach, comes = ENDINGS[name]
    reach(ruled)
    for days, expected in zip((1, 6, 23), comes, strict=True):
        ruled.clock.forward(days=days)
        assert due(ruled) & OF_ENDINGS == expected, days
        assert CHECK_IN in due(ruled)
        if "coming-back" in due(ruled):
            ruled.answers("coming-back", {"contact": "no", "then": "not-now"})
        screen = Scripted({"today": Leave()})
        Wizard(ruled.program, ruled.store, screen, ruled.clock).run()
        menu = screen.views[0]
        assert {step for step in expected if step not in {option.id for option in menu.options}} == set()
        words = "\n".join(plain_status(ruled.program, ruled.guide, ruled.journey.today))
        assert "if they say yes" not in words


@pytest.mark.parametrize(
    ("name", "step"), [("goes on", MEETING), ("not yet", MEETING), ("apart again, unsure", "apart-again")]
)
def test_until_it_is_due_it_is_open_or_has_a_date(ruled: Person, name: str, step: str) -> None:
    """On every day of the week before, it can be begun or the map says when."""
    ENDINGS[name][0](ruled)
    for _ in range(6):
        ruled.clock.forward(days=1)
        status = ruled.guide.step_status(ruled.program.step(step))
        assert status.may_begin or (status.date is not None and status.date > ruled.journey.today)


@pytest.mark.parametrize("name", ["lived", "together again"])
def test_when_it_ends_again_the_page_for_that_is_open(ruled: Person, name: str) -> None:
    """It's in the list of all that's open, and was named on the page before."""
    ENDINGS[name][0](ruled)
    assert "Apart again" in " ".join(str((view.body, view.note)) for view in ruled.views)
    ruled.clock.forward(days=60)
    assert ruled.guide.step_status(ruled.program.step("apart-again")).may_begin


class TestApartAgain:
    """What comes after it ended again."""

    def test_unsure_is_asked_again_and_nothing_else(self, ruled: Person) -> None:
        """Only what comes next, with what they wrote then, every week until it's decided."""
        apart(ruled, "unsure")
        for _ in range(3):
            ruled.clock.forward(days=7)
            ruled.answers("apart-again", {"next": "unsure"})
            assert [view.item.id for view in ruled.views] == ["still-deciding", "next", "review", "closing"]
            assert "The old reason." in str(ruled.views[1].body)
            assert "before that it ended again" not in str(ruled.views)
        ruled.clock.forward(days=7)
        ruled.answers("apart-again", {"next": "fresh"})
        assert ruled.guide.walks == 2
        assert due(ruled) == {"your-story"}

    def test_letting_go_opens_at_once(self, ruled: Person) -> None:
        """“Let go” leads to its first page, and leaving it there leaves it offered."""
        apart(ruled, "let-go")
        assert ruled.views[-1].title.endswith("Letting go")
        ruled.clock.forward(days=1)
        assert "letting-go" in due(ruled)

    def test_together_and_apart_once_more_is_told_anew(self, ruled: Person) -> None:
        """Someone who left it open, got back together and parted again tells it from the start, and both are counted."""
        apart(ruled, "unsure")
        ruled.clock.forward(days=20)
        together(ruled)
        ruled.clock.forward(days=20)
        assert "apart-again" not in due(ruled)
        ruled.answers("apart-again", {**APART, "next": "unsure"})
        assert "You've told exback once before that it ended again." in str(ruled.views)

    def test_a_run_of_an_earlier_version_is_asked_about_too(self, ruled: Person) -> None:
        """“Decide later” from before it was asked again is asked again."""
        together(ruled)
        ruled.puts("apart-again", what_ended_it="The old.", learnt="x", next="unsure", keep="y")
        ruled.clock.forward(days=7)
        assert "apart-again" in due(ruled)
