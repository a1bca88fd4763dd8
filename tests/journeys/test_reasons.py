"""Why it ended, sorted under five headings, and what is asked of whom about it."""

from __future__ import annotations

import pytest
from support.person import Person
from support.walkthrough import asked, begin, finishes, keep, pages, said

from exback.engine.view import View
from exback.model.run import Value

CHANGE = (
    "changed?",
    "but it could change",
    "Has it changed?",
    "a deal-breaker?",
    "came back, would it",
)
EVERY = ["them", "me", "us", "no-one", "circumstances"]
EVERY_CHANGE = {"change-them", "change-me", "change-us", "change-circumstances"}
EVERY_BREAKER = {f"breaker-{side}" for side in EVERY}


def _sorts(person: Person, **answers: object) -> list[View]:
    return pages(person, "why-it-ended", **{"sides": EVERY, **answers})


def _story(person: Person, mine: str | None, their: str | None) -> None:
    thinking: dict[str, Value] = {"my-thinking": mine, "their-thinking": their}
    keep(person, "the-whole-story", {item: value for item, value in thinking.items() if value})


def test_sorts_them_under_five_headings_in_this_order(person: Person) -> None:
    """Them, me, the two of us, no one's fault, circumstances; distance is named as a circumstance."""
    sides = next(view for view in _sorts(begin(person)) if view.item.id == "sides")
    assert [option.id for option in sides.options] == EVERY
    assert sides.options[3].label == "No one's fault"
    assert "distance" in sides.options[4].hint


def test_asks_of_each_whether_it_changed_and_of_no_ones_fault_only_if_it_is_a_deal_breaker(person: Person) -> None:
    """What was no one's fault can't be asked to change; it can still make a relationship impossible."""
    views = _sorts(begin(person), reason_no_one="We wanted different lives.")
    assert asked(views) >= EVERY_CHANGE | EVERY_BREAKER
    assert "change-no-one" not in asked(views)
    assert "Is “We wanted different lives” a deal-breaker?" in said(views)


def test_asks_about_a_reason_that_has_changed_as_one_that_could_come_back(person: Person) -> None:
    """For a reason that is gone, the deal-breaker is about its return."""
    views = _sorts(begin(person), sides=["me"], reason_me="I was never home.", change_me="has")
    assert "If “I was never home” came back, would it be a deal-breaker?" in said(views)


@pytest.mark.parametrize("boundary", ["afraid_of_them", "afraid_of_me"])
def test_never_asks_after_fear_whether_it_could_change(person: Person, boundary: str) -> None:
    """Someone who was hurt or afraid, or who frightened the other, weighs no return."""
    views = _sorts(begin(person, **{boundary: True}))
    assert not (EVERY_CHANGE | EVERY_BREAKER) & asked(views)
    assert not any(words in said(views) for words in CHANGE)


def test_never_asks_it_where_it_was_not_safe(person: Person) -> None:
    """Whoever ticked that it wasn't safe, and said no about fear, isn't asked about change either, and is told why."""
    views = _sorts(begin(person, causes=["not-safe"]))
    assert not (EVERY_CHANGE | EVERY_BREAKER) & asked(views)
    assert not any(words in said(views) for words in CHANGE)
    assert "exback won't ask you whether that could change" in said(views)
    assert "You can change your answer about fear to a yes at any time" in said(views)


def test_tells_someone_who_was_afraid_that_they_did_not_deserve_it(person: Person) -> None:
    """Their first page says so, and nothing about a hot moment or about seeing it as the other one does."""
    views = _sorts(begin(person, afraid_of_them=True))
    assert "You did nothing to deserve that." in said([view for view in views if view.item.id == "reasons-reading"])
    assert "not-asked" not in {view.item.id for view in views}
    assert not {"their-side", "before-it", "what-frightened"} & asked(views)


@pytest.mark.parametrize(
    ("mine", "their", "words"),
    [
        (
            "hot-moment",
            "thought-over",
            "You said you thought of ending it in the heat of the moment. You said they thought about ending it for a long time.",
        ),
        ("unknown", "hot-moment", "You said they thought of ending it in the heat of the moment."),
        (
            "both-of-these",
            None,
            "You said you thought about ending it for a long time, and then it came out in a fight.",
        ),
    ],
)
def test_says_back_whether_it_was_a_hot_moment(person: Person, mine: str, their: str | None, words: str) -> None:
    """What they said of each of the two comes back as one sentence, here and before a decision."""
    _story(begin(person), mine, their)
    assert words in said(_sorts(person))
    assert words in said(pages(person, "decide"))


def test_says_nothing_back_where_nothing_was_said(person: Person) -> None:
    """Someone who skipped both, or doesn't know, reads nothing about it."""
    _story(begin(person), "unknown", None)
    views = _sorts(person)
    assert "thinking" not in {view.item.id for view in views}
    assert "before-it" not in asked(views)
    assert "You said that" not in said(pages(person, "decide"))


@pytest.mark.parametrize(
    ("mine", "their", "question"),
    [
        ("hot-moment", "hot-moment", "What had been going on before it came to that?"),
        ("thought-over", "hot-moment", "What was on your mind all that time?"),
        ("hot-moment", "thought-over", "What do you think was on their mind all that time?"),
    ],
)
def test_asks_what_was_there_before(person: Person, mine: str, their: str, question: str) -> None:
    """A hot moment is asked about what came before it, long thought about what it was."""
    _story(begin(person), mine, their)
    assert question in said(_sorts(person))


def test_says_back_only_the_own_side_to_someone_who_was_afraid(person: Person) -> None:
    """They aren't asked to see it with the eyes of the one they were afraid of."""
    _story(begin(person, afraid_of_them=True), "thought-over", "hot-moment")
    views = _sorts(person)
    assert "You said you thought about ending it for a long time." in said(views)
    assert "they thought of ending it" not in said(views)
    assert "before-it" not in asked(views)


@pytest.mark.parametrize("story", [{"afraid_of_them": True}, {"afraid_of_me": True}, {"causes": ["not-safe"]}])
def test_calls_nothing_small_where_someone_was_not_safe(person: Person, story: dict[str, object]) -> None:
    """What they said of a hot moment comes back bare: no page says that it may have been over something small."""
    _story(begin(person, **story), "hot-moment", "hot-moment")
    (page,) = [view for view in _sorts(person) if view.item.id == "thinking"]
    assert "You said you thought of ending it in the heat of the moment" in said([page])
    assert "something small" not in said([page])
    assert "before-it" not in asked(_sorts(person))


@pytest.mark.parametrize("boundary", ["asked_to_stop", "ordered_away", "afraid_of_me"])
def test_asks_no_one_behind_a_boundary_how_they_could_trust_again(person: Person, boundary: str) -> None:
    """Someone whose trust was broken is asked what it did to them, not what a return would take."""
    views = _sorts(begin(person, causes=["betrayal"], whose_trust="mine", **{boundary: True}))
    assert "They broke your trust. What did that do to you?" in said(views)
    assert "let you trust them again" not in said(views)


@pytest.mark.parametrize(
    ("changes", "words"), [(0, ""), (1, "one of them can't change"), (2, "two of them can't change")]
)
def test_counts_what_cannot_change(person: Person, changes: int, words: str) -> None:
    """The last page names where the reasons are, and how many of them can't change."""
    told = {f"change_{side}": "cannot" if number < changes else "has" for number, side in enumerate(("me", "us"))}
    closing = said(pages(begin(person), "why-it-ended", sides=["me", "us", "no-one"], **told)[-1:])
    assert (
        "You think the reasons were on your side, between the two of you and in something that was no one's fault."
        in closing
    )
    assert ("The way you see it" in closing) is bool(words)
    assert words in closing


def test_a_reason_that_was_not_asked_about_is_only_quoted_before_a_decision(person: Person) -> None:
    """Nothing is called no deal-breaker by someone who was never asked, and no one's fault is said not to change."""
    finishes(
        begin(person),
        "why-it-ended",
        sides=["no-one"],
        reason_no_one="We fit badly.",
        breaker_no_one="both",
    )
    assert "- “We fit badly”: It's a deal-breaker." in said(pages(person, "decide"))
    begin(person, causes=["not-safe"])
    finishes(person, "why-it-ended", sides=["them"], reason_them="They shouted.")
    assert "- “They shouted”." in said(pages(person, "decide"))


class TestDecision:
    """The words of the decision."""

    def test_waits_with_a_monthly_check_in(self, person: Person) -> None:
        """Waiting is never a look each month, which could be read as leave to look at a profile."""
        words = said(pages(begin(person), "decide"))
        assert "get on with life, with a monthly check-in" in words
        assert "look again" not in words

    def test_offers_three_things_to_do_in_parallel(self, person: Person) -> None:
        """Every option is a verb, so that it's clear without the question."""
        (choice,) = [view for view in pages(begin(person), "decide") if view.item.id == "choice"]
        assert [option.label for option in choice.options] == ["Let go", "Wait", "Send them one invitation"]

    def test_says_when_it_counts(self, person: Person) -> None:
        """The first answer is asked again, the same one a week later counts, another one doesn't yet."""
        first = said(finishes(begin(person), "decide", choice="wait")[-1:])
        assert "Today you decided to wait. exback will ask again in a week." in first
        person.clock.forward(days=7)
        assert "Today you decided to wait. You decided the same last time, so now it's settled." in said(
            pages(person, "decide", choice="wait")[-1:]
        )
        assert "so it isn't settled yet" in said(pages(person, "decide", choice="let-go")[-1:])
