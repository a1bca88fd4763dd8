"""They've moved on: news of it offers this ending and never starts it, and it can be taken back."""

from __future__ import annotations

import pytest
from support.lives import LIFE
from support.person import Person

from exback.engine.status import endings
from exback.model.run import Value

MOVED_ON = "moved-on"
WORDS = {
    "is-so": "yes",
    "hurts-most": "The photo.",
    "compare": "My patience.",
    "keep": "The lake.",
    "close": "Her page.",
}


def due(person: Person) -> set[str]:
    """Everything that is offered today."""
    guide = person.guide
    return {step.id for step in (*guide.due, guide.next) if step is not None}


def listed(person: Person) -> list[str]:
    """The endings that the status names."""
    return [each.step.id for each in endings(person.program, person.guide)]


@pytest.fixture
def storied(person: Person) -> Person:
    """Someone who told their story."""
    person.answers("your-story", dict(LIFE["your-story"]))
    person.clock.forward(minutes=5)
    return person


@pytest.fixture
def news(storied: Person) -> Person:
    """Someone who told in “Their side” that the other one is with someone."""
    storied.puts("their-side", with_somebody="yes")
    storied.clock.forward(minutes=5)
    return storied


def test_it_is_offered_by_news_and_never_started_by_it(storied: Person) -> None:
    """Without news it is open and not offered; with news it is offered, and nothing has ended."""
    assert storied.state(MOVED_ON) == "open"
    assert MOVED_ON not in due(storied)
    storied.puts("their-side", with_somebody="yes")
    assert MOVED_ON in due(storied)
    assert storied.state(MOVED_ON) == "open"
    assert not storied.guide.ended


def test_it_closes_with_what_they_keep(news: Person) -> None:
    """In their words, and the stage of the way back is closed."""
    news.answers(MOVED_ON, dict(WORDS))
    assert "The lake." in str(news.views[-1].body)
    assert news.guide.ended == {"reattraction": "closed, as things are"}
    assert MOVED_ON not in due(news)


def test_it_is_not_so(news: Person) -> None:
    """Someone who says so is asked nothing more; nothing ends, and the same news isn't offered again."""
    news.answers(MOVED_ON, {"is-so": "no"})
    assert [view.item.id for view in news.views] == ["is-so", "review", "closing"]
    assert not news.guide.ended
    assert listed(news) == []
    for days in (0, 1, 30):
        news.clock.forward(days=days)
        assert MOVED_ON not in due(news)


def test_new_news_is_offered_after_it_was_not_so(news: Person) -> None:
    """What is told later is news again."""
    news.answers(MOVED_ON, {"is-so": "no"})
    news.clock.forward(days=8)
    news.puts("their-side", with_somebody="yes")
    assert MOVED_ON in due(news)


def test_it_can_be_taken_back(news: Person) -> None:
    """Opened again it asks if it's still so; a no takes it back, says so, keeps the words, and opens what it closed."""
    news.answers(MOVED_ON, dict(WORDS))
    news.clock.forward(days=3)
    assert news.guide.ended
    assert listed(news) == [MOVED_ON]

    news.answers(MOVED_ON, {"is-so": "no"})
    assert news.views[0].question == "You told exback on 2 March that they've moved on. Is that still true?"
    assert [view.item.id for view in news.views] == ["is-so", "taken-back", "review", "closing"]
    assert "You've taken back “They've moved on”." in str(news.views[-1].body)
    assert not news.guide.ended
    assert listed(news) == []
    assert [run.answers.get("keep") for run in news.journey.finished(MOVED_ON)] == ["The lake.", None]

    news.answers(MOVED_ON, dict(WORDS))
    assert news.guide.ended
    assert listed(news) == [MOVED_ON]


def test_it_is_still_so(news: Person) -> None:
    """Someone who says so is asked nothing else, and reads what they keep."""
    news.answers(MOVED_ON, dict(WORDS))
    news.clock.forward(days=3)
    news.answers(MOVED_ON, {"is-so": "yes"})
    assert [view.item.id for view in news.views] == ["is-so", "review", "closing"]
    assert "The lake." in str(news.views[-1].body)
    assert news.guide.ended


def test_news_after_it_was_taken_back_is_offered_again(news: Person) -> None:
    """What is told later is news again, also for someone who told it once and took it back."""
    news.answers(MOVED_ON, dict(WORDS))
    news.clock.forward(days=3)
    news.answers(MOVED_ON, {"is-so": "no"})
    assert MOVED_ON not in due(news)
    news.clock.forward(days=8)
    news.puts("their-side", with_somebody="yes")
    assert MOVED_ON in due(news)


def test_one_of_an_older_file_still_holds(storied: Person) -> None:
    """It was never asked whether it is so, which means yes, and it can be taken back like any other."""
    words: dict[str, Value] = {item.replace("-", "_"): value for item, value in WORDS.items() if item != "is-so"}
    storied.puts(MOVED_ON, version=1, **words)
    assert storied.state(MOVED_ON) == "done"
    assert storied.guide.ended == {"reattraction": "closed, as things are"}
    assert listed(storied) == [MOVED_ON]
    storied.clock.forward(days=1)
    storied.answers(MOVED_ON, {"is-so": "no"})
    assert storied.journey.finished(MOVED_ON)[0].answers["keep"] == "The lake."
    assert not storied.guide.ended
