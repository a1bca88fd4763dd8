"""An agreed meeting is neither quiet nor a slip: no day counts, no one is scolded, and a boundary or a no offers none of it."""

from __future__ import annotations

import pytest
from support import held
from support.lives import LIFE, SAFE
from support.pages_today import everywhere, in_json, insights, menu, page, plain, short
from support.person import Person

from exback.engine.view import Leave
from exback.insights.overview import overview
from exback.model.run import Value
from exback.model.timeline import SAFETY

IN_TOUCH = "You've agreed to be in touch, so no days are counted. Your longest stretch was 66 days."
SCOLDS = (
    "No one here will judge you",
    "for an hour",
    "what you'd hoped for",
    "stretch stays the longest",
    "Leave it as it is",
)


def said(person: Person) -> str:
    """All that the pages of the last step say."""
    return " ".join(str((view.body, view.question, view.note)) for view in person.views)


def kinds(person: Person) -> list[str]:
    """What `contact` offers, in its order."""
    return [option.id for option in person.views[0].options]


def tells(person: Person, kind: str, **answers: object) -> None:
    """Write down contact."""
    person.answers("contact", {"kind": kind, **answers})


@pytest.fixture
def kept(person: Person) -> Person:
    """Someone who has kept their rule for 66 days."""
    for step in ("your-story", "the-whole-story", "why-space", "contact-rule"):
        person.answers(step, dict(LIFE[step]))
    for _ in range(22):
        person.clock.forward(days=3)
        person.puts("check-in", mood=5, longing=5, sleep=5, happened=[])
    return person


@pytest.fixture
def sent(kept: Person) -> Person:
    """Someone who has sent their invitation a moment ago."""
    kept.puts("one-invitation", draft="Coffee some time? If not, that's fine.")
    kept.puts("one-invitation", sent="yes")
    return kept


@pytest.fixture
def agreed(sent: Person) -> Person:
    """Someone who was told yes, today."""
    sent.puts("one-invitation", reply="yes")
    return sent


def test_weeks_of_meetings_are_no_quiet(agreed: Person) -> None:
    """No day is counted from the yes on, and the page, its plain lines, the menu, the JSON and the short line say so."""
    for _ in range(4):
        agreed.clock.forward(days=7)
        assert IN_TOUCH in page(agreed)
        assert IN_TOUCH in menu(agreed)
        assert plain(agreed)[0] == IN_TOUCH
        assert (in_json(agreed)["days"], in_json(agreed)["in_touch"], in_json(agreed)["longest_stretch"]) == (
            None,
            True,
            66,
        )
        assert short(agreed) == ""
        assert "rule yet" not in everywhere(agreed)
        assert "in a row" not in everywhere(agreed)


def test_a_yes_to_an_apology_is_one_too(kept: Person) -> None:
    """The apology as the whole message ends the rule like the invitation, and the day it was sent isn't a slip either."""
    kept.puts("apology", sent="yes")
    kept.puts("check-in", mood=5, longing=5, sleep=5, happened=["contact"])
    kept.clock.forward(days=1)
    assert kept.guide.days is not None
    assert kept.guide.days.in_a_row == 67
    kept.puts("apology", reply="yes")
    assert "You've agreed to be in touch, so no days are counted. Your longest stretch was 67 days." in page(kept)


def test_a_meeting_that_was_told_of_ends_the_rule(kept: Person) -> None:
    """Without an invitation: they asked."""
    kept.puts("meet-and-go-slowly", hope="A calm hour.", leave="At five.")
    assert "It's been 66 days since your rule started, with no contact written down." in page(kept)
    kept.clock.forward(days=1)
    kept.puts("meet-and-go-slowly", was="Easy.", goes_on="yes")
    assert "You've agreed to be in touch, so no days are counted. Your longest stretch was 67 days." in page(kept)
    kept.puts("meet-and-go-slowly", goes_on="no")
    assert "You don't have a rule at the moment. Your longest stretch was 67 days." in page(kept)


def test_there_is_no_rule_to_look_back_on(agreed: Person) -> None:
    """“Keep going with my rule” isn't asked of someone whose rule is over because they're in touch; under a new one it is."""
    assert "rule-is-over" not in {step.id for step in agreed.guide.due}
    agreed.answers("contact-rule", dict(LIFE["contact-rule again"]))
    agreed.clock.forward(days=30)
    assert "rule-is-over" in {step.id for step in agreed.guide.due}


def test_insights_say_that_no_rule_is_running(agreed: Person) -> None:
    """With the longest stretch, and without a word about a rule that has to be made."""
    assert "You don't have a rule at the moment, so no days are counted. Your longest stretch was 66 days." in insights(
        agreed
    )
    assert "They begin when you make your rule" not in insights(agreed)


def test_a_new_rule_counts_again(agreed: Person) -> None:
    """From its own day, and the longest stretch is still that of before."""
    agreed.clock.forward(days=20)
    agreed.answers("contact-rule", dict(LIFE["contact-rule again"]))
    agreed.clock.forward(days=2)
    assert "You have 28 days to go. Your longest stretch is 66 days." in page(agreed)
    tells(agreed, "logistics", about="The keys.")
    assert "agreed" not in kinds(agreed)


def test_the_agreed_coffee_is_not_scolded(agreed: Person) -> None:
    """It's offered first, it isn't a slip anywhere, and the longest stretch stays."""
    agreed.clock.forward(days=3)
    tells(agreed, "agreed", felt="Light, and then restless.")
    assert kinds(agreed)[0] == "agreed"
    assert "isn't a slip" in said(agreed)
    assert "Light, and then restless." in str(agreed.views[-1].body)
    assert not [words for words in SCOLDS if words in said(agreed)]
    assert IN_TOUCH in page(agreed)
    tells(agreed, "own-in-touch", **{"they-answered": "yes"})
    assert not [words for words in SCOLDS if words in said(agreed)]
    assert IN_TOUCH in page(agreed)
    assert "slips" not in insights(agreed).replace("Urges and slips", "")
    ids = {chart.id for section in overview(agreed.program, agreed.journey) for chart in section.charts}
    assert not [chart for chart in ids if chart.startswith("slip")]


def test_after_parting_again_no_one_is_called_in_touch(agreed: Person) -> None:
    """On the evening they tell that it ended again, no page says “agreed to be in touch”; a later yes does again."""
    agreed.puts("together-again", keep="The choir.")
    agreed.clock.forward(days=20)
    agreed.puts("apart-again", what_ended_it="The old reason.", learnt="A lot.", keep="The choir.", next="unsure")
    assert "in touch" not in everywhere(agreed)
    assert menu(agreed).startswith("You don't have a rule at the moment.")
    assert in_json(agreed)["in_touch"] is False
    agreed.answers("urge", dict(LIFE["urge"]))
    assert "close that chat" in said(agreed)
    agreed.clock.forward(days=30)
    agreed.puts("meet-and-go-slowly", was="Easy.", goes_on="yes")
    assert in_json(agreed)["in_touch"] is True


NOT_WHILE_IN_TOUCH = (
    "close that chat",
    "what space could give you",
    "what space could do for you",
    "What space could do for you",
    "what you did before still counts",
)


@pytest.mark.parametrize("wrote", [True, False])
@pytest.mark.parametrize(
    ("step", "answers", "after_writing"),
    [
        (None, {}, "You've agreed to be in touch, so this isn't a slip."),
        ("meet-and-go-slowly", {"was": "Easy."}, "You've agreed to be in touch, so this isn't a slip."),
        ("together-again", {"keep": "The choir."}, "You two are together again, so this isn't a slip"),
    ],
)
def test_an_urge_of_someone_in_touch_holds_no_rule_up_to_them(
    agreed: Person, step: str | None, answers: dict[str, Value], after_writing: str, wrote: bool
) -> None:
    """After a yes, after a meeting and together again: no thread to close, no slip to write down, nothing about quiet."""
    if step is not None:
        agreed.puts(step, **answers)  # type: ignore[arg-type]
    agreed.clock.forward(days=1)
    agreed.answers("urge", {**LIFE["urge"], "wrote": wrote})
    assert not [words for words in NOT_WHILE_IN_TOUCH if words in said(agreed)]
    assert (after_writing in said(agreed)) is wrote
    assert ("put your phone away, and do something" in said(agreed)) is not wrote


@pytest.mark.parametrize("step", ["letting-go", "contact-rule"])
def test_after_letting_go_or_with_a_new_rule_an_urge_closes_the_thread(agreed: Person, step: str) -> None:
    """They aren't in touch by agreement any more."""
    agreed.clock.forward(days=1)
    agreed.answers(step, dict(LIFE["contact-rule again" if step == "contact-rule" else step]))
    agreed.answers("urge", dict(LIFE["urge"]))
    assert "close that chat" in said(agreed)


def test_the_meeting_they_asked_for_is_no_slip_while_the_rule_still_runs(kept: Person) -> None:
    """Someone who has got ready for it and tells of it in `contact` first."""
    kept.puts("meet-and-go-slowly", hope="A calm hour.", leave="At five.")
    tells(kept, "agreed", felt="Fine.")
    assert kinds(kept)[0] == "agreed"
    kept.clock.forward(days=1)
    assert "It's been 67 days since your rule started." in page(kept)


def test_the_invitation_told_as_contact_is_no_slip(sent: Person) -> None:
    """It's offered once, after it was sent; its pages say not to send another one."""
    tells(sent, "invitation")
    assert not [words for words in SCOLDS if words in said(sent)]
    assert "please don't send one to explain the first" in said(sent)
    sent.clock.forward(days=1)
    assert "It's been 67 days since your rule started." in page(sent)
    tells(sent, "logistics", about="The keys.")
    assert "invitation" not in kinds(sent)


def test_nothing_was_sent_so_nothing_is_offered(kept: Person) -> None:
    """Neither of the two."""
    tells(kept, "logistics", about="The keys.")
    assert not {"agreed", "invitation", "own-in-touch"} & set(kinds(kept))


def test_a_tick_in_the_check_in_on_that_day_is_no_slip(sent: Person) -> None:
    """On the day the invitation was marked as sent, and on that of a meeting that is told of the morning after."""
    sent.puts("check-in", mood=5, longing=5, sleep=5, happened=["contact"])
    sent.clock.forward(days=1)
    assert "It's been 67 days since your rule started, with no contact written down." in page(sent)
    sent.puts("meet-and-go-slowly", hope="A calm hour.", leave="At five.")
    sent.clock.forward(days=1)
    sent.puts("check-in", mood=5, longing=5, sleep=5, happened=["contact"])
    sent.clock.forward(days=1)
    sent.puts("meet-and-go-slowly", was="Easy.", goes_on="yes")
    assert "Your longest stretch was 69 days." in page(sent)


def test_a_tick_on_another_day_is_one(sent: Person) -> None:
    """The invitation explains its own day only."""
    sent.clock.forward(days=1)
    sent.puts("check-in", mood=5, longing=5, sleep=5, happened=["contact"])
    sent.clock.forward(days=3)
    assert "It's been three days since the last contact you wrote down." in page(sent)
    assert "Your longest stretch is 67 days." in page(sent)


@pytest.mark.parametrize("question", sorted(SAFETY))
def test_behind_a_boundary_neither_is_offered(agreed: Person, question: str) -> None:
    """Whatever was agreed before; and no page says that they are in touch."""
    agreed.answers("your-story", {**LIFE["your-story"], question: True})
    agreed.answers("contact", {"kind": "they-wrote", "answered": False, "felt": "Odd."})
    assert not {"agreed", "invitation", "own-in-touch"} & set(kinds(agreed))
    assert "agreed to be in touch" not in everywhere(agreed)
    assert not in_json(agreed)["in_touch"]


def test_without_answers_about_safety_neither_is_offered(person: Person) -> None:
    """Not having been asked is no no."""
    person.puts("one-invitation", sent="yes")
    person.puts("one-invitation", reply="yes")
    tells(person, "logistics", about="The keys.")
    assert not {"agreed", "invitation", "own-in-touch"} & set(kinds(person))


@pytest.mark.parametrize(
    ("step", "answers"),
    [
        ("one-invitation", {"reply": "no"}),
        ("meet-and-go-slowly", {"goes_on": "no"}),
        ("meet-and-go-slowly", {"goes_on": "they-no"}),
        ("letting-go", {"keep": "The choir."}),
        ("moved-on", {"is_so": "yes", "keep": "The choir."}),
        ("declined", {"keep": "The choir."}),
    ],
)
def test_after_a_no_or_an_ending_nothing_is_called_agreed(agreed: Person, step: str, answers: dict[str, Value]) -> None:
    """“I wrote” is then what it is."""
    agreed.clock.forward(days=1)
    agreed.puts(step, 1, **answers)
    tells(agreed, "logistics", about="The keys.")
    assert not {"agreed", "own-in-touch"} & set(kinds(agreed))
    assert "agreed to be in touch" not in everywhere(agreed)


def test_someone_in_touch_can_be_told_to_stop(agreed: Person) -> None:
    """The question comes up, the yes closes the part about writing, and the last page says to stop."""
    tells(agreed, "own-in-touch", **{"they-answered": "no", "asked-to-stop": True})
    assert "it stops here" in str(agreed.views[-1].body)
    assert "close that chat and leave it closed" in str(agreed.views[-1].body)
    assert agreed.guide.boundaries
    assert "agreed to be in touch" not in everywhere(agreed)


def test_safe_answers_are_those_of_the_story() -> None:
    """The story used here answers all four questions with no."""
    assert set(SAFE) <= set(LIFE["your-story"])


def test_a_fresh_start_makes_no_slip_of_what_was_agreed(sent: Person) -> None:
    """The day on which the invitation was sent stays no slip when they start again, so the longest stretch stays."""
    sent.puts("check-in", mood=5, longing=5, sleep=5, happened=["contact"])
    for _ in range(2):
        sent.clock.forward(days=4)
        sent.puts("letter")
    assert sent.guide.days is not None
    assert sent.guide.days.longest == 74
    sent.puts("together-again", keep="My evenings.")
    sent.puts("apart-again", next="fresh")
    assert sent.guide.no_rule is not None
    assert sent.guide.no_rule.longest == 74


@pytest.mark.parametrize("message", ["one-invitation", "apology"])
def test_the_day_of_the_one_message_is_no_slip(kept: Person, message: str) -> None:
    """A check-in that tells of contact on the day on which the invitation or the apology was sent is no slip."""
    kept.puts(message, sent="yes")
    kept.puts("check-in", mood=5, longing=5, sleep=5, happened=["contact"])
    assert kept.guide.days is not None
    assert kept.guide.days.breaks == 0


def test_a_night_of_two_in_touch_is_no_slip(agreed: Person) -> None:
    """It isn't asked whose idea it was, as a message of one's own isn't a slip either."""
    agreed.clock.forward(days=3)
    tells(agreed, "slept-together", meant="comfort")
    assert "own-idea" not in [view.item.id for view in agreed.views]
    assert "it isn't a slip. You don't" in said(agreed)


def test_what_they_write_while_in_touch_closes_no_meeting(agreed: Person) -> None:
    """Someone who has a meeting ahead doesn't read that exback helps with one from next month on."""
    agreed.answers("meet-and-go-slowly", dict(LIFE["meet-and-go-slowly"]))
    agreed.clock.forward(days=1)
    asked = {"asks": "Thursday?", "wrote-freely": True, "wants-contact": True, "asked-to-meet": True}
    agreed.answers("they-wrote", {**asked, "want": "Calm.", "kind": "yes", "draft": "Yes, Thursday."})
    assert "You've agreed to be in touch" in said(agreed)
    assert "exback can help with a meeting" not in said(agreed)


@pytest.mark.parametrize("left_at", ["hope", "not-raise", "leave"])
def test_a_plan_that_was_begun_is_not_gone_on_with_after_a_no(person: Person, left_at: str) -> None:
    """They prepared for the meeting and left, and then told of a no: no page brings the meeting up."""
    held.wrote(person)
    person.clock.forward(days=1, hours=1)
    person.answers(held.INVITATION, {"sent": "yes"})
    person.clock.forward(days=2)
    person.answers(held.INVITATION, {"reply": "yes"})
    said = dict.fromkeys(("hope", "not-raise", "leave"), "Something.")
    before = dict(list(said.items())[: list(said).index(left_at)])
    person.answers("meet-and-go-slowly", {**before, left_at: Leave()})
    person.answers(held.INVITATION, {"reply": "no", "asked-to-stop": False})
    meeting = person.guide.step_status(person.program.step("meet-and-go-slowly"))
    assert (meeting.state, meeting.may_begin, meeting.due) == ("closed", False, False)
    person.answers(held.INVITATION, {"reply": "yes"})
    assert held.may_begin(person, "meet-and-go-slowly")
