"""What people in different situations are shown, asked and spared, on the real program."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lives import LIFE
from person import Person

from exback.items import Choice, Choices, Confirm, Date, Question, Scale, Text, Timer
from exback.session import Session
from exback.view import Answer, Review, View

AFRAID: Mapping[str, object] = {"afraid-of-them": True}
FRIGHTENED: Mapping[str, object] = {"afraid-of-me": True}
ORDERED: Mapping[str, object] = {"ordered-away": True}
PARENT: Mapping[str, object] = {"ties": ["children"]}
AT_HOME: Mapping[str, object] = {"ties": ["home"]}
COLLEAGUE: Mapping[str, object] = {"ties": ["work"]}


def _tells(person: Person, **story: object) -> Person:
    given = {item.replace("_", "-"): answer for item, answer in story.items()}
    person.answers("your-story", {**LIFE["your-story"], "causes": [], **given})
    return person


def _like(person: Person, *told: Mapping[str, object]) -> Person:
    person.answers("your-story", {**LIFE["your-story"], "causes": [], **{key: one[key] for one in told for key in one}})
    return person


def _walk(person: Person, step_id: str, **answers: object) -> list[View]:
    """Walk a step from its beginning whatever its gates say, with plain answers where none is given."""
    step = person.program.step(step_id)
    session = Session.begin(person.program, step, person.journey, "walk")
    given = {item.replace("_", "-"): answer for item, answer in answers.items()}
    views = []
    while not session.over:
        view = session.view()
        views.append(view)
        session = session.apply(Answer(given.get(view.item.id, _plain(view))), person.clock())
        assert len(views) < 100, [one.item.id for one in views[-5:]]
    return views


def _plain(view: View) -> object:
    match view.item:
        case Choices():
            return [view.options[0].id] if view.item.least else []
        case Choice():
            return view.options[0].id
        case Scale():
            return 5
        case Confirm():
            return False
        case Date():
            return "in 5 days" if view.item.ahead else "two weeks ago"
        case Timer():
            return "finished"
        case Text():
            return "words"
        case _:
            return True


def _asked(views: list[View]) -> set[str]:
    return {view.item.id for view in views if isinstance(view.item, Question)}


def _said(views: list[View]) -> str:
    return " ".join(str((view.body, view.question, view.note)) for view in views if not isinstance(view.item, Review))


def _offered(views: list[View], item: str) -> set[str]:
    return {option.id for view in views if view.item.id == item for option in view.options}


class TestAfraid:
    """Somebody who has been afraid of the other one."""

    def test_is_not_asked_for_the_other_side_an_own_part_or_an_apology(self, person: Person) -> None:
        """What was done to them is not to be weighed against anything."""
        _like(person, AFRAID)
        assert not {"their-side", "surprised"} & _asked(_walk(person, "why-it-ended", sides=["us"]))
        views = _walk(person, "kindness-and-my-part")
        assert _asked(views) == {"friend"}
        assert "you owe nobody an apology" in _said(views)

    def test_is_not_told_that_silence_may_bring_somebody_back(self, person: Person) -> None:
        """To somebody afraid, that the other may write first is a threat."""
        said = _said(_walk(_like(person, AFRAID), "why-space"))
        assert "miss you" not in said
        assert "not there to bring them back" in said

    def test_is_offered_a_way_for_the_children_through_somebody_else(self, person: Person) -> None:
        """A parent need not meet the one they fear."""
        views = _walk(_like(person, AFRAID, PARENT), "contact-rule")
        assert "hand over children safely" in _said(views)
        assert "through-others" in _offered(views, "kind")
        assert "two months later" not in _said(views)

    def test_keeps_the_phone_within_reach(self, person: Person) -> None:
        """It is the way to call for help."""
        said = _said(_walk(_like(person, AFRAID), "why-space"))
        assert "near enough to call for help" in said

    @pytest.mark.parametrize("step", ["urge", "contact", "look", "letting-go", "decide", "two-questions", "check-in"])
    def test_is_nowhere_told_of_a_team_or_of_forgiving(self, person: Person, step: str) -> None:
        """No couples' advice is given."""
        said = _said(_walk(_like(person, AFRAID, PARENT), step))
        assert "parents together" not in said
        assert "deserve another chance" not in said

    def test_is_led_to_a_page_of_their_own_from_the_first_day(self, person: Person) -> None:
        """The way that is left is offered, not hidden in a map."""
        _like(person, AFRAID)
        assert "not-allowed" in [step.id for step in person.guide.due]


class TestMustStayAway:
    """Somebody to whom the other one has said no, or an order."""

    @pytest.mark.parametrize("told", [FRIGHTENED, ORDERED, {"asked-to-stop": True}])
    def test_chooses_no_rule_exceptions_or_end(self, person: Person, told: Mapping[str, object]) -> None:
        """Quiet is owed; a day is only one on which they look at themselves."""
        views = _walk(_like(person, told), "contact-rule")
        assert _offered(views, "kind") == {"full", "as-allowed"}
        assert "exceptions" not in _asked(views)
        assert "and after it" in _said(views[-1:])

    @pytest.mark.parametrize("kind", ["logistics", "they-wrote", "met"])
    def test_is_told_that_any_contact_was_contact(self, person: Person, kind: str) -> None:
        """Whoever began it, and whatever it was about."""
        said = _said(_walk(_like(person, ORDERED), "contact", kind=kind)[-1:])
        assert "it was contact" in said
        assert "does not count" not in said
        assert "exback reply" not in said

    def test_is_not_praised_after_writing(self, person: Person) -> None:
        """No days are counted as kept, and no rest is offered after a third time."""
        _like(person, FRIGHTENED)
        for _ in range(2):
            person.answers("contact", {"kind": "i-wrote", "before": "x", "hoped": "y", "change": "z"})
        views = _walk(person, "contact", kind="i-wrote")
        assert "rest" not in _asked(views)
        assert "being followed" in _said(views)
        assert "Nobody takes" not in _said(views)

    def test_reads_what_holds_before_any_word_about_answering(self, person: Person) -> None:
        """A message from the other one is met with the order first."""
        views = _walk(_like(person, ORDERED), "they-wrote")
        assert views[0].item.id == "held-back"
        assert "Answer the question that is asked" not in _said(views)
        assert "wants-contact" not in _asked(_walk(person, "they-wrote", wrote_freely=True))

    def test_is_not_offered_somebody_new(self, person: Person) -> None:
        """Whoever frightened a partner has something else to do first."""
        assert "dates" not in _asked(_walk(_like(person, FRIGHTENED), "live-forward"))

    def test_hears_how_it_may_open_only_where_it_may(self, person: Person) -> None:
        """Fear never lifts here, so nothing is said that could be worked towards."""
        said = _said(_walk(person, "your-story", afraid_of_me=True, asked_to_stop=True, ordered_away=True))
        assert "open again" not in said
        assert "a week apart" not in said
        assert "open again" in _said(_walk(person, "your-story", asked_to_stop=True))


class TestTies:
    """Children, a home, work."""

    def test_a_parent_is_not_offered_silence(self, person: Person) -> None:
        """Neither as a rule nor at the end."""
        _like(person, PARENT)
        assert "full" not in _offered(_walk(person, "contact-rule"), "kind")
        assert "none" not in _offered(_walk(person, "letting-go"), "contact-from-here")

    def test_a_parent_keeps_the_thread_about_the_children(self, person: Person) -> None:
        """What concerns them stays open, and audible."""
        assert "leave its ringer on" in _said(_walk(_like(person, PARENT), "clear-cues"))

    def test_somebody_who_shares_a_home_gets_a_rule_for_it(self, person: Person) -> None:
        """And no invitation under one roof without a word about it."""
        _like(person, AT_HOME)
        assert "share a home" in _said(_walk(person, "contact-rule"))
        assert "in the next room" in _said(_walk(person, "their-side"))

    def test_a_colleague_is_asked_whether_a_no_would_be_safe(self, person: Person) -> None:
        """Nobody can walk away from an invitation at work."""
        assert "Would a no be safe for them" in _said(_walk(_like(person, COLLEAGUE), "their-side"))

    def test_somebody_without_children_reads_nothing_about_them(self, person: Person) -> None:
        """A line about pick-up times can wound."""
        _like(person)
        for step in ("contact", "they-wrote", "clear-cues", "live-forward", "hard-dates"):
            assert "Pick-up" not in _said(_walk(person, step, kind="logistics" if step == "contact" else "none"))


class TestWhoLeft:
    """Somebody who ended it."""

    def test_is_asked_about_guilt_and_leaving_again(self, person: Person) -> None:
        """Whoever left and came back before may do so once more."""
        _tells(person, who_ended="me", came_back="few")
        said = _said(_walk(person, "decide"))
        assert "felt no guilt" in said
        assert "left a second time" in said

    def test_knows_what_to_do_when_the_other_may_harm_themselves(self, person: Person) -> None:
        """Getting help is not going back."""
        assert "not the same as going back" in _said(_walk(_tells(person, who_ended="me"), "why-space"))

    def test_writes_an_invitation_that_says_what_it_is(self, person: Person) -> None:
        """A coffee from somebody who left reads as a return."""
        assert "no more than that" in _said(_walk(_tells(person, who_ended="me"), "one-invitation"))


class TestCauses:
    """Distance, a deal-breaker, betrayal, drift, a child, a third person, strain, fear."""

    @pytest.mark.parametrize(
        ("cause", "question"),
        [
            ("distance", "distance"),
            ("deal-breaker", "not-agreed"),
            ("betrayal", "trust"),
            ("drift", "drift"),
            ("child", "child"),
            ("third-person", "somebody-else"),
            ("strain", "strain"),
        ],
    )
    def test_each_has_its_own_question_and_the_others_do_not(self, person: Person, cause: str, question: str) -> None:
        """Who named one cause is asked about that one."""
        trust = {"whose-trust": "mine"} if cause == "betrayal" else {}
        _like(person, {"causes": [cause], **trust})
        every = {"distance", "not-agreed", "trust", "drift", "child", "somebody-else", "strain"}
        assert every & _asked(_walk(person, "why-it-ended", sides=["us"])) == {question}

    @pytest.mark.parametrize("now", ["stands", "unknown"])
    def test_what_could_not_be_agreed_on_closes_the_last_stage_while_it_stands(self, person: Person, now: str) -> None:
        """Love does not change a mind."""
        _like(person, {"causes": ["deal-breaker"]})
        person.clock.forward(days=1)
        views = _walk(person, "what-has-changed", not_agreed_now=now)
        assert "go-on" not in _offered(views, "verdict")
        assert "A reason that makes it impossible stands" in _said(views)

    def test_whose_trust_was_broken_decides_what_is_asked(self, person: Person) -> None:
        """Whoever broke it answers for it; whoever was betrayed is asked what they would need."""
        _like(person, {"causes": ["betrayal"], "whose-trust": "theirs"})
        assert "You broke their trust" in _said(_walk(person, "why-it-ended", sides=["us"]))

    def test_somebody_for_whom_it_was_not_safe_finds_a_door(self, person: Person) -> None:
        """Also where they said no to the question about fear later."""
        said = _said(_walk(person, "your-story", causes=["not-safe"]))
        assert "That counts" in said
        assert "can become a yes on any day" in said

    def test_a_need_to_feel_safe_that_was_not_met_is_named(self, person: Person) -> None:
        """The ledger is where fear may show itself first."""
        said = _said(_walk(_like(person), "was-it-that-good", needs=["safe", "fun"], met=["fun"])[-1:])
        assert "mostly you did not" in said
