"""What people in different situations are shown and asked, and what they're spared, in the real program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest
from support.lives import LIFE
from support.person import Person

from exback.engine.sentences import day_sentence
from exback.engine.session import Session
from exback.engine.simulated_person import go_through
from exback.engine.view import Answer, Event, GoTo, Review, View
from exback.model.context import Context
from exback.model.items import Choice, Choices, Confirm, Date, Question, Scale, Text, Timer, worded
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import Quote, Table
from exback.model.run import Run

AFRAID: Mapping[str, object] = {"afraid-of-them": True}
FRIGHTENED: Mapping[str, object] = {"afraid-of-me": True}
ORDERED: Mapping[str, object] = {"ordered-away": True}
PARENT: Mapping[str, object] = {"ties": ["children"]}
AT_HOME: Mapping[str, object] = {"ties": ["home"]}
COLLEAGUE: Mapping[str, object] = {"ties": ["work"]}
ASKED: Mapping[str, object] = {"asked-to-stop": True}
OWES_QUIET = (ASKED, ORDERED, FRIGHTENED)
HELD = (*OWES_QUIET, AFRAID)
I_WROTE: Mapping[str, object] = {
    "kind": "i-wrote",
    "before": "x",
    "hoped": "y",
    "change": "z",
}
"""As someone behind a boundary tells it, who isn't asked what came back."""


def _tells(person: Person, **story: object) -> Person:
    return _like(person, {item.replace("_", "-"): answer for item, answer in story.items()})


def _like(person: Person, *told: Mapping[str, object]) -> Person:
    """Tell the story in both steps, with these answers in place of the usual ones."""
    given = {key: one[key] for one in told for key in one}
    short = {key: given.pop(key) for key in [*given] if key in LIFE["your-story"]}
    person.answers("your-story", {**LIFE["your-story"], **short})
    person.answers("the-whole-story", {**LIFE["the-whole-story"], "causes": [], **given})
    return person


def _walk(person: Person, step_id: str, **answers: object) -> list[View]:
    """Go through a step from its first page, whatever its gates say, with plain answers where none is given."""
    return _through(person, step_id, answers)[0]


def _finishes(person: Person, step_id: str, **answers: object) -> list[View]:
    """Go through a step as `_walk` does, and save the run."""
    views, session = _through(person, step_id, answers)
    person.store.put(session.run)
    return views


def _through(person: Person, step_id: str, answers: Mapping[str, object]) -> tuple[list[View], Session]:
    step = person.program.step(step_id)
    session = Session.begin(person.program, step, person.journey, f"walk-{len(person.journey.runs)}")
    given = {item.replace("_", "-"): answer for item, answer in answers.items()}
    views: list[View] = []

    def answer(before: Session) -> Event:
        view = before.view()
        views.append(view)
        if len(views) == 1 and view.rows and view.rows[0].item in given:
            return GoTo(view.rows[0].item)  # it has an answer by itself, so the page begins below it
        assert len(views) < 100, [shown.item.id for shown in views[-5:]]
        return Answer(given.get(view.item.id, _plain(view)))

    *_, session = go_through(session, answer, person.clock)
    return views, session


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
    """Someone who has been afraid of the other person."""

    def test_is_not_asked_for_the_other_side_an_own_part_or_an_apology(self, person: Person) -> None:
        """Nothing is weighed against what was done to them."""
        _like(person, AFRAID)
        assert not {"their-side", "surprised"} & _asked(_walk(person, "why-it-ended", sides=["us"]))
        views = _walk(person, "kindness-and-my-part")
        assert _asked(views) == {"friend"}
        assert "you don't owe anyone an apology" in _said(views)

    def test_is_not_told_that_silence_may_bring_somebody_back(self, person: Person) -> None:
        """For someone who is afraid, hearing that the other might write first is a threat."""
        said = _said(_walk(_like(person, AFRAID), "why-space"))
        assert "miss you" not in said
        assert "isn't meant to bring them back" in said

    def test_is_offered_a_way_for_the_children_through_somebody_else(self, person: Person) -> None:
        """A parent doesn't have to meet the person they're afraid of."""
        views = _walk(_like(person, AFRAID, PARENT), "contact-rule")
        assert "hand over children safely" in _said(views)
        assert "through-others" in _offered(views, "kind")
        assert "two months later" not in _said(views)

    def test_keeps_the_phone_within_reach(self, person: Person) -> None:
        """They may need it to call for help."""
        said = _said(_walk(_like(person, AFRAID), "why-space"))
        assert "so that you can call for help" in said

    @pytest.mark.parametrize("step", ["urge", "contact", "look", "letting-go", "decide", "two-questions", "check-in"])
    def test_is_nowhere_told_of_a_team_or_of_forgiving(self, person: Person, step: str) -> None:
        """They get no advice that is meant for couples."""
        said = _said(_walk(_like(person, AFRAID, PARENT), step))
        assert "parents together" not in said
        assert "deserve another chance" not in said

    def test_is_not_asked_to_agree_on_a_rule_under_one_roof(self, person: Person) -> None:
        """They are told that they don't have to agree on a rule, and to ask for help first."""
        said = _said(_walk(_like(person, AFRAID, AT_HOME), "contact-rule"))
        assert "you don't have to agree on one with them" in said
        assert "ask one of the helplines in exback crisis" in said
        assert "If you can, agree" not in said

    def test_keeps_no_ringer_on_for_the_children(self, person: Person) -> None:
        """Another person can pass messages on, so the phone doesn't have to ring in their pocket."""
        said = _said(_walk(_like(person, AFRAID, PARENT), "clear-cues"))
        assert "It doesn't have to be on your own phone" in said
        assert "ringer on" not in said

    @pytest.mark.parametrize("step", ["they-wrote", "risky-moments", "first-week", "contact"])
    def test_is_nowhere_told_to_put_the_phone_away(self, person: Person, step: str) -> None:
        """No page tells them to leave the phone in another room: they may need it to call for help."""
        said = _said(_walk(_like(person, AFRAID), step, **({"kind": "i-wrote"} if step == "contact" else {})))
        assert not any(away in said for away in ("another room", "kitchen", "charger in the hall", "close that chat"))
        assert any(near in said for near in ("phone near you", "phone beside me", "phone where you can reach it"))

    def test_may_date_without_telling_what_ended(self, person: Person) -> None:
        """They don't have to tell a new person what happened."""
        said = _said(_walk(_like(person, AFRAID), "live-forward"))
        assert "You can also go on a date if you'd like" in said
        assert "you've recently come out of a relationship" not in said

    def test_is_asked_about_writing_and_not_blamed_for_it(self, person: Person) -> None:
        """The page doesn't say “pushing”, and doesn't tell them that it can frighten someone."""
        views = _walk(_like(person, AFRAID), "why-space", pushed="lot")
        said = _said(views)
        assert "How much have you written or called" in said
        assert not any(word in said for word in ("pushed", "too many", "can frighten somebody"))
        assert "pushed-hard" not in {view.item.id for view in views}
        assert "A few messages" in {option.label for view in views for option in view.options}

    def test_reads_back_what_writing_did_when_the_urge_comes(self, person: Person) -> None:
        """Their own words come back under a heading that blames no one."""
        person.answers("your-story", {**LIFE["your-story"], **AFRAID})
        person.answers("why-space", {**LIFE["why-space"]})
        said = _said(_walk(person, "urge"))
        assert "What the messages did" in said
        assert "getting in touch" not in said

    @pytest.mark.parametrize("kind", ["i-wrote", "met-my-idea", "they-wrote", "met"])
    def test_finds_help_after_the_first_contact(self, person: Person, kind: str) -> None:
        """Help is named the first time, no matter who started it."""
        views = _walk(_like(person, AFRAID), "contact", kind=kind)
        assert "exback crisis" in _said(views[-1:])
        assert "exback crisis" in _said(views[:-1]) or kind in ("they-wrote", "met")

    @pytest.mark.parametrize("also", [ASKED, ORDERED, FRIGHTENED])
    def test_finds_help_also_where_quiet_is_owed(self, person: Person, also: Mapping[str, object]) -> None:
        """With two boundaries, the help for each of them is shown."""
        _like(person, AFRAID, also)
        assert "exback crisis" in _said(_walk(person, "contact", kind="they-wrote")[-1:])
        assert "about your safety" in _said(_walk(person, "why-space")[-1:])

    def test_is_asked_for_no_part_where_both_were_afraid(self, person: Person) -> None:
        """They aren't asked about their own part, so they aren't told to share it either."""
        closing = _said(_walk(_like(person, AFRAID, FRIGHTENED), "kindness-and-my-part")[-1:])
        assert "your part" not in closing
        assert "your friend's note" in closing

    def test_is_not_reproached_where_both_were_afraid(self, person: Person) -> None:
        """Someone who was afraid and defended themselves is spoken to as someone who was afraid; the way stays closed."""
        views = _walk(_like(person, AFRAID, FRIGHTENED), "why-space", pushed="lot")
        assert "pushed-hard" not in {view.item.id for view in views}

    def test_hears_no_door_that_they_have_gone_through(self, person: Person) -> None:
        """Someone who said yes to fear isn't told that they still can."""
        answers = {"afraid_of_them": True}
        assert "about fear to a yes" not in _said(_walk(person, "apart-again", **answers))
        assert "about fear to a yes" in _said(_walk(person, "apart-again"))
        assert "about fear to a yes" in _said(_walk(person, "no-reply"))
        assert "about fear to a yes" not in _said(_walk(_like(person, AFRAID), "no-reply"))

    def test_is_led_to_a_page_of_their_own_from_the_first_day(self, person: Person) -> None:
        """Their own page is offered on the first day, not only listed on the map."""
        _like(person, AFRAID)
        assert "not-allowed" in [step.id for step in person.guide.due]


class TestMustStayAway:
    """Someone whom the other person, or an order, told to stay away."""

    @pytest.mark.parametrize("told", [FRIGHTENED, ORDERED, {"asked-to-stop": True}])
    def test_chooses_no_rule_exceptions_or_end(self, person: Person, told: Mapping[str, object]) -> None:
        """They can't choose exceptions or an end; the day they pick is only for a check-in with themselves."""
        views = _walk(_like(person, told), "contact-rule")
        assert _offered(views, "kind") == {"full", "as-allowed"}
        assert "exceptions" not in _asked(views)
        assert "from today, with no end date" in _said(views[-1:])
        assert "and after it" not in _said(views)

    @pytest.mark.parametrize("told", OWES_QUIET)
    def test_settles_nothing_under_one_roof(self, person: Person, told: Mapping[str, object]) -> None:
        """A shared home is for an order or a lawyer to settle, also when they are afraid themselves."""
        for people in ((told,), (told, AFRAID)):
            said = _said(_walk(_like(person, *people, AT_HOME), "contact-rule"))
            assert "Let a lawyer help you settle how you'll live apart" in said
            assert "If you can, agree" not in said
            person.clock.forward(days=7)

    @pytest.mark.parametrize("told", OWES_QUIET)
    def test_keeps_to_the_way_that_was_named_for_the_children(self, person: Person, told: Mapping[str, object]) -> None:
        """Contact about the children goes the one way that there is for it, and no other is suggested."""
        said = _said(_walk(_like(person, told, PARENT), "clear-cues"))
        assert "the children" in said
        assert "Put away the rest." in said
        assert "you have to be reachable for them" not in said

    @pytest.mark.parametrize("told", OWES_QUIET)
    @pytest.mark.parametrize("cue", ["accounts", "friends", "places", "somebody-new"])
    def test_may_not_leave_a_way_to_watch_or_to_be_there(
        self, person: Person, told: Mapping[str, object], cue: str
    ) -> None:
        """They aren't offered to leave accounts or places as they are."""
        _like(person, told, {"causes": ["third-person"]})
        assert "leave" not in _offered(_walk(person, "clear-cues", cues=[cue]), f"do-{cue}")

    @pytest.mark.parametrize("told", OWES_QUIET)
    @pytest.mark.parametrize("times", [1, 3])
    def test_leaves_a_thread_closed_after_writing(self, person: Person, told: Mapping[str, object], times: int) -> None:
        """They are told to leave the thread closed, not to close it for an hour, the first and the third time."""
        _like(person, told)
        for _ in range(times - 1):
            person.answers("contact", dict(I_WROTE))
        closing = _said(_walk(person, "contact", kind="i-wrote")[-1:])
        assert "leave it closed" in closing
        assert "for an hour" not in closing

    @pytest.mark.parametrize("told", OWES_QUIET)
    def test_writes_a_letter_for_themselves(self, person: Person, told: Mapping[str, object]) -> None:
        """Both pages say that the letter is for themselves, not to the other person."""
        said = _said(_walk(_like(person, told), "letter"))
        assert "Write what you feel, for yourself" in said
        assert "Write to them" not in said

    @pytest.mark.parametrize("told", OWES_QUIET)
    def test_stops_all_looking_and_plans_no_place_where_they_may_be(
        self, person: Person, told: Mapping[str, object]
    ) -> None:
        """They are told to stop all of it, and to plan nothing at a place where the other person may be."""
        _like(person, told)
        assert "Stop everywhere." in _said(_walk(person, "moved-on"))
        assert "away from where they may be" in _said(_walk(person, "hard-dates"))

    @pytest.mark.parametrize(
        ("kind", "words"),
        [("logistics", "it was contact"), ("they-wrote", "that's still contact"), ("met", "that's contact")],
    )
    def test_is_told_that_any_contact_was_contact(self, person: Person, kind: str, words: str) -> None:
        """It counts as contact, no matter who started it and what it was about."""
        said = _said(_walk(_like(person, ORDERED), "contact", kind=kind)[-1:])
        assert words in said
        assert "doesn't count" not in said
        assert "exback reply" not in said

    def test_is_not_praised_after_writing(self, person: Person) -> None:
        """No days are counted as kept, and no pause is offered after the third time."""
        _like(person, FRIGHTENED)
        for _ in range(2):
            person.answers("contact", dict(I_WROTE))
        views = _walk(person, "contact", kind="i-wrote")
        assert "rest" not in _asked(views)
        assert "being followed" in _said(views)
        assert "That still counts" not in _said(views)

    def test_reads_what_holds_before_any_word_about_answering(self, person: Person) -> None:
        """When the other person wrote, the order comes first on the page."""
        views = _walk(_like(person, ORDERED), "they-wrote")
        assert views[0].item.id == "held-back"
        assert "Answer the question that is asked" not in _said(views)
        assert "wants-contact" not in _asked(_walk(person, "they-wrote", wrote_freely=True))

    def test_is_not_offered_somebody_new(self, person: Person) -> None:
        """Someone who frightened a partner isn't offered dating."""
        views = _walk(_like(person, FRIGHTENED), "live-forward")
        assert "dates" not in _asked(views)
        assert "dated" not in _said(views)

    def test_works_on_being_sorry_and_sends_nothing(self, person: Person) -> None:
        """The page doesn't ask whether the other person got angry, and says that it isn't a message to send."""
        said = _said(_walk(_like(person, FRIGHTENED), "kindness-and-my-part", owed="yes"))
        assert "It isn't a message to send" in said
        assert "got angry" not in said

    def test_hears_how_it_may_open_only_where_it_may(self, person: Person) -> None:
        """A boundary about fear never lifts, so they aren't told how it might."""
        said = _said(_walk(person, "your-story", afraid_of_me=True, asked_to_stop=True, ordered_away=True))
        assert "changes only if they write first" not in said
        assert "a week apart" not in said
        assert "changes only if they write first" in _said(_walk(person, "your-story", asked_to_stop=True))


@pytest.mark.parametrize("told", HELD)
class TestNoWayBack:
    """Someone who can't reach out to the other person, for whatever reason."""

    def test_is_shown_no_moment_together(self, person: Person, told: Mapping[str, object]) -> None:
        """No example puts the two of them in one place."""
        _like(person, told, {"ties": ["children", "home", "work"]})
        note = next(view.note for view in _walk(person, "risky-moments") if view.item.id == "moment-2")
        assert note == ("For example: “I come home and the flat is quiet.”",)

    def test_reads_nothing_that_holds_it_open(self, person: Person, told: Mapping[str, object]) -> None:
        """They read about a good life without the other person, not about a better one with them."""
        _like(person, told)
        happy = _said(_walk(person, "happy-without"))
        good_life = "a good and safe life" if told is AFRAID else "could you have a good life without them?"
        assert good_life in happy
        assert "even better with you" not in happy
        assert "You can want that without doing anything about it." in _said(_walk(person, "missing-or-bargaining"))
        waiting = _said(_walk(person, "waiting"))
        is_for_good = told in (AFRAID, FRIGHTENED)
        assert ("How hard is it to let go?" if is_for_good else "How undecided are you still?") in waiting
        assert not any(words in waiting for words in ("want to wait", "besides waiting", "stop waiting", "wait on"))

    def test_leaves_the_question_open_and_lives_on(self, person: Person, told: Mapping[str, object]) -> None:
        """Where either of them was afraid, no question about the two of them is left open."""
        closing = _said(_walk(_like(person, told), "decide", choice="wait")[-1:])
        chosen = "decided to take more time" if told in (AFRAID, FRIGHTENED) else "chose to leave it undecided"
        assert f"{chosen}, and get on with life" in closing

    def test_sees_no_days_counted_down(self, person: Person, told: Mapping[str, object]) -> None:
        """The day in their calendar is for a check-in with themselves."""
        _like(person, told)
        person.answers("why-space", dict(LIFE["why-space"]))
        rule = {item: answer for item, answer in LIFE["contact-rule"].items() if item != "exceptions" or told is AFRAID}
        person.answers("contact-rule", rule)
        person.clock.forward(days=12)
        guide = person.guide
        assert guide.days is not None
        assert day_sentence(guide.days, person.journey.today, withheld=guide.leads_nowhere) == (
            "Day 12 of your rule. On Wednesday 1 April you'll check in with yourself."
        )


class TestFear:
    """Whether a relationship would be possible when one of the two has been afraid."""

    @pytest.mark.parametrize("told", HELD)
    def test_asks_nobody_whether_it_would_be_possible(self, person: Person, told: Mapping[str, object]) -> None:
        """The question isn't asked where it never opens; where it may, a deal-breaker still counts."""
        asked = _asked(_walk(_like(person, told), "why-it-ended", sides=["us"]))
        assert ("breaker-us" in asked) == (set(told) <= {"asked-to-stop", "ordered-away"})


class TestTies:
    """What is different for people with children, a home or work in common."""

    def test_a_parent_is_not_offered_silence(self, person: Person) -> None:
        """Full silence is offered neither as a rule nor at the end."""
        _like(person, PARENT)
        assert "full" not in _offered(_walk(person, "contact-rule"), "kind")
        assert "none" not in _offered(_walk(person, "letting-go"), "contact-from-here")

    def test_a_parent_keeps_the_thread_about_the_children(self, person: Person) -> None:
        """Messages about the children stay open and audible."""
        assert "Keep your ringer on" in _said(_walk(_like(person, PARENT), "clear-cues"))

    def test_somebody_who_shares_a_home_gets_a_rule_for_it(self, person: Person) -> None:
        """A shared home gets its own rule, and the invitation mentions it."""
        _like(person, AT_HOME)
        assert "If you can, agree together on" in _said(_walk(person, "contact-rule"))
        assert "in the next room" in _said(_walk(person, "their-side"))

    def test_a_colleague_is_asked_whether_a_no_would_be_safe(self, person: Person) -> None:
        """No one can walk away from an invitation at work."""
        assert "Would it be safe for them to say no" in _said(_walk(_like(person, COLLEAGUE), "their-side"))

    def test_somebody_without_children_reads_nothing_about_them(self, person: Person) -> None:
        """A line about pick-up times can hurt someone without children."""
        _like(person)
        for step in ("contact", "they-wrote", "clear-cues", "live-forward", "hard-dates"):
            assert "Pick-up" not in _said(_walk(person, step, kind="logistics" if step == "contact" else "none"))
        assert "Pick-up" not in _said(_walk(person, "contact-rule"))

    def test_a_parent_reads_of_pick_up_times(self, person: Person) -> None:
        """The example is about pick-up times."""
        assert "Pick-up" in _said(_walk(_like(person, PARENT), "contact-rule"))

    @pytest.mark.parametrize(
        ("kind", "asked"),
        [("full", "What exactly do you still have to allow?"), ("logistics", "What exactly do you allow?")],
    )
    def test_exceptions_are_asked_for_as_the_rule_is(self, person: Person, kind: str, asked: str) -> None:
        """The question about exceptions fits the rule they chose."""
        assert asked in _said(_walk(_like(person), "contact-rule", kind=kind))

    def test_a_rule_through_somebody_else_is_signed_with_one(self, person: Person) -> None:
        """The example sentence for the signature fits that rule."""
        said = _said(_walk(_like(person, AFRAID, PARENT), "contact-rule", kind="through-others"))
        assert "goes through my lawyer" in said

    @pytest.mark.parametrize(
        ("cue", "offered"),
        [
            ("phone", {"mute", "archive", "hand-over", "leave"}),
            ("accounts", {"mute", "hand-over", "leave"}),
            ("photos", {"archive", "hand-over", "leave"}),
            ("lists", {"mute", "archive", "leave"}),
            ("things", {"archive", "hand-over", "leave"}),
            ("places", {"stay-away", "leave"}),
            ("friends", {"ask", "leave"}),
            ("somebody-new", {"mute", "hand-over", "leave"}),
        ],
    )
    def test_each_cue_has_deeds_that_fit_it(self, person: Person, cue: str, offered: set[str]) -> None:
        """Each cue offers what makes sense for it, and the choice is repeated at the end."""
        _like(person, {"causes": ["third-person"]})
        views = _walk(person, "clear-cues", cues=[cue])
        assert _offered(views, f"do-{cue}") == offered
        for deed in offered - {"leave"}:
            closing = _said(_walk(person, "clear-cues", cues=[cue], **{f"do_{cue.replace('-', '_')}": deed})[-1:])
            assert "You'll do this:\n- " in closing.replace("\\n", "\n")
            assert "{}" not in closing


def _ended_it(person: Person) -> str:
    """Return what someone who ended it reads before they say what they'll do about a message."""
    return next(str(view.body) for view in _walk(person, "they-wrote") if view.item.id == "you-ended-it")


class TestWhoLeft:
    """Someone who ended it."""

    def test_is_asked_about_guilt_and_leaving_again(self, person: Person) -> None:
        """Someone who left and came back before is asked whether it could happen again."""
        _tells(person, who_ended="me", came_back="few")
        said = _said(_walk(person, "decide"))
        assert "didn't feel guilty" in said
        assert "so that you'd want to stay?" in said

    def test_knows_what_to_do_when_the_other_may_harm_themselves(self, person: Person) -> None:
        """The page says that getting help isn't the same as going back."""
        assert "Getting them help doesn't mean going back" in _said(_walk(_tells(person, who_ended="me"), "why-space"))

    @pytest.mark.parametrize(("who", "said"), [("them", True), ("me", False)])
    def test_hears_of_people_who_are_left_only_if_they_were(self, person: Person, who: str, said: bool) -> None:
        """What most people do after being left isn't told to someone who left."""
        assert ("people who've been left" in _said(_walk(_tells(person, who_ended=who), "contact"))) is said

    @pytest.mark.parametrize(
        ("kind", "said"),
        [
            ("full", "Your rule is still on. An answer can wait until it's over, unless someone's safety is at stake."),
            ("logistics", "Your rule allows practical matters. Anything else can wait, unless someone's safety is"),
            (
                "co-parenting",
                "Your rule allows messages about the children, and practical matters. Anything else can wait, unless someone's safety is",
            ),
            (
                "shared-work",
                "Your rule allows what work or your course needs. Anything else can wait, unless someone's safety is",
            ),
        ],
    )
    def test_hears_what_their_rule_says_about_an_answer(self, person: Person, kind: str, said: str) -> None:
        """While it runs, and nothing of a rule before it was made and after its last day."""
        _tells(person, who_ended="me")
        assert "rule" not in _ended_it(person)
        person.puts("contact-rule", kind=kind, length="14")
        assert said in _ended_it(person)
        person.clock.forward(days=13)
        assert said in _ended_it(person)
        person.clock.forward(days=1)
        assert "rule" not in _ended_it(person)

    def test_hears_of_a_rule_that_they_keep_after_its_last_day(self, person: Person) -> None:
        """It has no day any more until which an answer could wait."""
        _tells(person, who_ended="me")
        person.puts("contact-rule", kind="full", length="14")
        person.clock.forward(days=14)
        person.puts("rule-is-over", next="keep-going")
        assert "Your rule is still on. An answer can wait, unless someone's safety is at stake." in _ended_it(person)

    def test_writes_an_invitation_that_says_what_it_is(self, person: Person) -> None:
        """The example says what the coffee is, since an invitation from the one who left can be read as a return."""
        said = _said(_walk(_tells(person, who_ended="me"), "one-invitation"))
        assert "Nothing more than that" in said
        assert (
            "If you want more than that: “Hi J., would you have a coffee with me? I'd like to talk. A no is fine.”"
            in said
        )

    def test_only_they_read_of_wanting_more(self, person: Person) -> None:
        """Someone who was left reads the short example, and nothing about wanting to talk."""
        assert "If you want more than that" not in _said(_walk(_like(person), "one-invitation"))


class TestCauses:
    """What each cause changes: distance, a deal-breaker, betrayal, drift, a child, someone else, strain, fear."""

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
        """Someone who named one cause is asked about that one only."""
        trust = {"whose-trust": "mine"} if cause == "betrayal" else {}
        _like(person, {"causes": [cause], **trust})
        every = {"distance", "not-agreed", "trust", "drift", "child", "somebody-else", "strain"}
        assert every & _asked(_walk(person, "why-it-ended", sides=["us"])) == {question}

    @pytest.mark.parametrize("now", ["stands", "unknown"])
    def test_what_could_not_be_agreed_on_closes_the_last_stage_while_it_stands(self, person: Person, now: str) -> None:
        """As long as they still disagree, the last stage doesn't open."""
        _like(person, {"causes": ["deal-breaker"]})
        person.clock.forward(days=1)
        views = _walk(person, "what-has-changed", not_agreed_now=now)
        assert "go-on" not in _offered(views, "verdict")
        assert "a reason that makes it impossible is still there" in _said(views)

    def test_whose_trust_was_broken_decides_what_is_asked(self, person: Person) -> None:
        """Someone who broke trust is asked what they did; someone who was betrayed, what they would need."""
        _like(person, {"causes": ["betrayal"], "whose-trust": "theirs"})
        assert "You broke their trust" in _said(_walk(person, "why-it-ended", sides=["us"]))

    def test_somebody_for_whom_it_was_not_safe_finds_a_door(self, person: Person) -> None:
        """They are told that it matters, and asked about fear at once."""
        said = _said(_walk(person, "the-whole-story", causes=["not-safe"]))
        assert "it matters, however small it seems" in said
        assert "The next page asks you about it." in said
        assert "Your answer about fear can become" not in said

    def test_a_deal_breaker_is_called_what_they_called_it(self, person: Person) -> None:
        """The ledger of what was good also shows their deal-breakers."""
        person.clock.forward(days=7)
        _like(person)
        sorted_reasons = {"sides": ["us"], "reason_us": "We shouted.", "breaker_us": "both"}
        _finishes(person, "why-it-ended", **sorted_reasons, change_us="could")
        assert "You called this a deal-breaker:" in _said(_walk(person, "was-it-that-good"))
        _finishes(person, "why-it-ended", **sorted_reasons, change_us="has")
        assert "You'd call this a deal-breaker if it came back:" in _said(_walk(person, "was-it-that-good"))

    @pytest.mark.parametrize(
        ("needs", "met", "said"),
        [
            (["fun"], [], "You named one need. It mostly wasn't met."),
            (["fun"], ["fun"], "You named one need. It was mostly met."),
            (["fun", "talk", "free"], [], "You named 3 needs. Mostly, they weren't met."),
            (["fun", "talk", "free"], ["talk"], "You named 3 needs. One of them was mostly met."),
            (["fun", "talk", "free"], ["fun", "free"], "You named 3 needs. 2 of them were mostly met."),
            (["fun", "talk", "free"], ["fun", "talk", "free"], "You named 3 needs. All of them were mostly met."),
        ],
    )
    def test_needs_are_counted_in_a_sentence_that_is_true(
        self, person: Person, needs: list[str], met: list[str], said: str
    ) -> None:
        """The sentence is right for none, one, some and all of them, and for a single need."""
        assert said in _said(_walk(_like(person), "was-it-that-good", needs=needs, met=met)[-1:])

    def test_a_need_to_feel_safe_that_was_not_met_is_named(self, person: Person) -> None:
        """The ledger names it, since fear may show up there first."""
        said = _said(_walk(_like(person), "was-it-that-good", needs=["safe", "fun"], met=["fun"])[-1:])
        assert "mostly you didn't" in said


class TestSaidBack:
    """What people wrote before, quoted where they are asked about it again."""

    @pytest.mark.parametrize("stop", ["", ".", "..."])
    def test_a_full_stop_is_no_part_of_a_question(self, person: Person, stop: str) -> None:
        """A quotation inside a question loses its full stop, and the question mark comes after the quotation."""
        reasons = _said(_walk(_like(person), "why-it-ended", sides=["us"], reason_us=f"We could not stop{stop}"))
        plans = _said(_walk(person, "risky-moments", moment_1=f"It is past 11{stop}"))
        assert reasons.count("“We could not stop”") == 2
        assert "stop.”" not in reasons
        assert "when this happens: “It is past 11”?" in plans
        assert "You planned this for “It is past 11”:" in plans

    def test_plans_come_back_without_it_in_the_moment_too(self, person: Person) -> None:
        """The urge quotes the same moments without their full stops."""
        _finishes(_like(person), "risky-moments", moment_1="It is past 11.")
        assert "You planned this for “It is past 11”:" in _said(_walk(person, "urge"))

    def test_a_story_told_again_is_not_called_the_first(self, person: Person) -> None:
        """The story says so too after they start again."""
        assert "The rest can wait" in _said(_walk(person, "your-story"))
        _like(person)
        person.clock.forward(days=8)
        closing = _said(_walk(person, "your-story")[-1:])
        assert "told it again" in closing
        assert "The rest can wait" not in closing
        _finishes(person, "apart-again", next="fresh")
        assert person.journey.walks == 2
        assert "told it again" in _said(_walk(person, "your-story")[-1:])

    def test_the_weeks_of_answers_stand_one_below_the_other(self, person: Person) -> None:
        """Each day is a row, so that five of them fit the narrowest screen."""
        for want in range(6):
            _finishes(_like(person) if want == 0 else person, "two-questions", want=want, without=9)
            person.clock.forward(days=7)
        earlier = next(view for view in _walk(person, "two-questions") if view.item.id == "earlier")
        tables = [block for block in earlier.body if isinstance(block, Table)]
        assert [table.head for table in tables] == [("", "Want them", "Happy without")]
        assert tables[0].rows[0] == ("9 March", "1", "9")
        assert len(tables[0].rows) == 5

    def test_the_reasons_are_sentences_before_a_decision(self, person: Person) -> None:
        """Each reason is a sentence with what they said about it, not a narrow table."""
        _like(person)
        _finishes(
            person,
            "why-it-ended",
            sides=["me", "circumstances"],
            reason_me="I was never home.",
            change_me="has",
            breaker_me="them",
            reason_circumstances="Two cities",
            change_circumstances="could",
        )
        page = next(view for view in _walk(person, "decide") if view.item.id == "what-you-wrote")
        assert (
            "The reasons, as you sorted them:\n"
            "- “I was never home”: It's changed. If it came back, it would be a deal-breaker.\n"
            "- “Two cities”: It could change. It isn't a deal-breaker."
        ) in page.body

    def test_what_worked_out_is_told_week_by_week(self, person: Person) -> None:
        """Each week has a sentence that says what worked out."""
        _finishes(_like(person), "live-forward")
        for ticked in (["joy", "people"], []):
            person.clock.forward(days=7)
            _finishes(person, "live-forward", came_about=ticked)
        weeks = next(view for view in _walk(person, "live-forward") if view.item.id == "weeks-so-far")
        told = (
            "How your plans went, week by week:",
            "- Week of Monday 2 March: Something you enjoy (mood 5); people (mood 5)",
            "- Week of Monday 9 March: None of it",
        )
        assert weeks.body == ("\n".join(told),)

    @pytest.mark.parametrize(
        ("told", "lead"),
        [
            ({}, "How much you wanted to wait"),
            (ASKED, "How undecided you were"),
            (AFRAID, "How hard it was to let go"),
        ],
    )
    def test_looks_at_a_wait_say_what_they_are(self, person: Person, told: Mapping[str, object], lead: str) -> None:
        """A lead sentence explains the list of days and numbers."""
        _finishes(_like(person, told), "waiting", still=7)
        person.clock.forward(days=28)
        looks = next(view for view in _walk(person, "waiting") if view.item.id == "looks-so-far")
        assert looks.body == (f"{lead}, 0 to 10:\n- Monday 2 March: 7",)

    def test_looks_at_the_old_reason_say_what_they_are(self, person: Person) -> None:
        """After a meeting that goes on, a lead sentence explains the list of days and numbers."""
        _like(person)
        for number in range(3):
            _finishes(person, "meet-and-go-slowly", goes_on="yes", reason_back=number)
            person.clock.forward(days=7)
        looks = next(view for view in _walk(person, "meet-and-go-slowly") if view.item.id == "looks-so-far")
        assert "How much of what ended it was back, 0 to 10:\n- Monday 16 March: 2" in looks.body

    def test_a_rest_is_named_at_the_end(self, person: Person) -> None:
        """Someone who chose a pause reads until when; someone who didn't reads nothing about one."""
        _like(person)
        for _ in range(2):
            person.answers("contact", {**I_WROTE, "they-answered": "nothing"})
        assert "The steps are paused until Monday 9 March." in _said(_walk(person, "contact", rest="2026-03-09")[-1:])
        assert "paused until" not in _said(_walk(person, "contact", rest="no")[-1:])

    def test_only_a_written_session_is_one(self, person: Person) -> None:
        """A day of planning isn't counted as a session, so the first question is still asked the next time."""
        _like(person)
        for _ in range(2):
            _finishes(person, "missing-or-bargaining", rumination=8)
        assert "Session" not in _said(_finishes(person, "what-opened-up", way="plan")[-1:])
        views = _finishes(person, "what-opened-up", way="write")
        assert "easier for you since it ended?" in _said(views)
        assert "Session 1 of 3." in _said(views[-1:])
        assert "Session 2 of 3." in _said(_walk(person, "what-opened-up", way="write")[-1:])

    def test_taking_a_no_is_asked_and_said_back_in_the_same_words(self, person: Person) -> None:
        """The answer is repeated as a number of ten, not as a “yes” they never said."""
        views = _walk(_like(person), "am-i-ready", fine_with_no=3)
        assert "How well could you take a no?" in _said(views)
        assert "How well you could take a no: 3 out of 10." in _said(views[-1:])


class TestCheckIn:
    """What follows the four questions of a week."""

    def test_numbers_that_are_high_when_it_is_heavy_are_named_as_such(self, person: Person) -> None:
        """The weekly scores are called low mood and worry, since there a high number is bad."""
        _like(person)
        heavy = {f"{pair}-{n}": "3" for pair in ("phq", "gad") for n in (1, 2)}
        for _ in range(2):
            _finishes(person, "check-in", happened=[], **heavy)
            person.clock.forward(days=7)
        said = _said(_walk(person, "check-in", happened=[], **heavy))
        assert "low mood 6 out of 6 now" in said
        assert "That wouldn't be your fault" in said
        assert "nothing wrong with you" not in said


class TestLetter:
    """A sealed letter, on the day it opens."""

    def test_is_shown_to_whoever_wants_to_read_it(self, person: Person) -> None:
        """They are asked before the letter is shown."""
        _finishes(_like(person), "letter", to="them", letter="Dear J.", fate="seal", until="2026-03-10")
        person.clock.forward(days=8)
        asked, shown = _walk(person, "letter", read_then=True)[:2]
        assert "Dear J." not in _said([asked])
        assert "Dear J." in _said([shown])

    def test_waits_for_whoever_does_not(self, person: Person) -> None:
        """They are asked again the next time, and no more once they have read it."""
        _finishes(_like(person), "letter", to="them", letter="Dear J.", fate="seal", until="2026-03-10")
        person.clock.forward(days=8)
        assert "Dear J." not in _said(_finishes(person, "letter", read_then=False))
        assert "Dear J." in _said(_finishes(person, "letter", read_then=True))
        assert "read-then" not in _asked(_walk(person, "letter"))


class TestInvitation:
    """What exback says about a draft."""

    @pytest.mark.parametrize(
        ("draft", "out"),
        [
            ("I'll wait outside your office on Friday.", True),
            ("If you say no I'll kill myself.", True),
            ("Please answer me.", False),
            ("How are you? Would you like a coffee?", False),
        ],
    )
    def test_what_can_frighten_is_to_be_taken_out(self, person: Person, draft: str, out: bool) -> None:
        """They are told to take it out, when writing and again by daylight."""
        written = _finishes(_like(person), "one-invitation", draft=draft)
        person.clock.forward(days=1)
        linted = next(view for view in written if view.item.id == "linted")
        again = next(view for view in _walk(person, "one-invitation", sent="no") if view.item.id == "again")
        assert ("This can frighten them. Take it out." in linted.body) is out
        assert ("This can frighten them. Take it out." in again.body) is out
        assert ("leave it as it is" in _said([linted])) is not out

    def test_numbers_are_named_only_where_there_are_any(self, person: Person) -> None:
        """A remark about the whole draft has no number in the text."""
        assert "A number comes after" not in _said(_walk(_like(person), "one-invitation", draft="How are you? Coffee?"))
        assert "A number comes after" in _said(_walk(person, "one-invitation", draft="Please answer me."))

    def test_no_remark_is_no_praise(self, person: Person) -> None:
        """When nothing is found, the page says what was looked for and that it can't judge."""
        views = _walk(_like(person), "one-invitation", draft="Coffee some time? No is a fine answer.")
        page = _said([view for view in views if view.item.id == "linted"])
        assert "exback looked for pressure, blame, jealousy, ultimatums" in page
        assert "excuses to meet, turning up uninvited, and threats" in page
        assert "exback can't judge a message." in page

    def test_a_message_that_is_changed_stands_above_the_field(self, person: Person) -> None:
        """The old text is shown above the field, so no one has to rewrite it from memory."""
        _finishes(_like(person), "one-invitation", draft="Coffee on Friday?")
        person.clock.forward(days=1)
        views = _walk(person, "one-invitation", sent="rewrite")
        field = next(view for view in views if view.item.id == "draft")
        assert [block.words for block in field.body if isinstance(block, Quote)] == ["Coffee on Friday?"]


def test_only_the_last_four_looks_at_the_old_reason_are_listed(program: Program) -> None:
    """After half a year of meetings the list still fits one page."""
    start = datetime(2026, 3, 2, 10, tzinfo=UTC)
    weeks = [start + timedelta(weeks=week) for week in range(6)]
    runs = [
        Run(id=f"{week}", step="meet-and-go-slowly", started=day, finished=day, answers={"reason-back": week})
        for week, day in enumerate(weeks)
    ]
    here = Context(Journey(runs, weeks[-1]), {}, frozenset(), held=frozenset(), started=weeks[-1])
    page = next(item for item in program.step("meet-and-go-slowly").items if item.id == "looks-so-far")
    listed = str(worded(page.text, here))
    assert [f": {week}" in listed for week in range(6)] == [False, False, True, True, True, True]


# What the pages that are always open say to a parent, to someone afraid and to someone who owes quiet, and to no one else

ANYONE: Mapping[str, object] = {}
NO_RULE, FULL, PARTIAL = "", "full", "co-parenting"


def _page(views: list[View], item: str) -> View:
    return next(view for view in views if view.item.id == item)


@pytest.mark.parametrize(
    ("held", "is_asked_for_more"),
    [(ANYONE, True), (ASKED, True), (AFRAID, True), (ORDERED, False), (FRIGHTENED, False)],
)
def test_a_parent_is_asked_about_more_than_the_children(
    person: Person, held: Mapping[str, object], is_asked_for_more: bool
) -> None:
    """Two lines about them are no message, except where an order or fear forbids those as well."""
    views = _finishes(_like(person, PARENT, held), "urge", wrote=False)
    assert ("more than the children" in str(_page(views, "wrote").question)) is is_asked_for_more
    assert ("You didn't write about the two of you." in _said(views[-1:])) is is_asked_for_more


def test_without_children_the_question_is_about_any_message(person: Person) -> None:
    """No word about children."""
    views = _finishes(_like(person), "urge", wrote=False)
    assert _page(views, "wrote").question == "Did you write to them?"
    assert "You didn't write." in _said(views[-1:])


def test_a_parent_who_was_asked_to_stop_may_write_of_the_children(person: Person) -> None:
    """The page doesn't take back what the question about safety allowed."""
    said = _said(_finishes(_like(person, PARENT, ASKED), "urge", wrote=True))
    assert "They want to hear only about the children" in said
    assert "You wrote about more than the children, although they don't want that. Don't do it again" in said
    assert "You can still write about the children: what, when, where." in said
    assert "another message" not in said


@pytest.mark.parametrize("day", ["today", "yesterday"])
def test_a_parent_who_was_asked_to_stop_may_open_the_chat_for_the_children(person: Person, day: str) -> None:
    """After a slip they're asked to stop what they aren't asked for, and nothing about the children."""
    _like(person, PARENT, ASKED)
    told_day = (person.clock.now - timedelta(days=day == "yesterday")).date().isoformat()
    said = _said(_walk(person, "contact", kind="i-wrote", day=told_day))
    assert "on't write about anything else again" in said
    assert "You can still write about the children: what, when, where" in said
    assert "open that chat only for the children" in said
    assert "closed" not in said
    assert "on't write again" not in said


def test_a_parent_who_has_been_drinking_may_write_of_the_children(person: Person) -> None:
    """What's about them can still be sent."""
    said = _said(_walk(_like(person, PARENT, ASKED), "now", what="drinking"))
    assert "Please don't send them anything that isn't about the children" in said
    assert "send them anything, now" not in said


@pytest.mark.parametrize(
    ("held", "words"), [(ORDERED, "use only the way the order names"), (FRIGHTENED, "let a lawyer")]
)
def test_any_other_parent_who_wrote_reads_what_holds_for_the_children(
    person: Person, held: Mapping[str, object], words: str
) -> None:
    """They send nothing, and aren't left to guess who answers what's about the children."""
    said = _said(_finishes(_like(person, PARENT, held), "urge", wrote=True)[-1:])
    assert "Don't send another message, not even to say sorry." in said
    assert words in said


def test_anyone_else_who_was_asked_to_stop_sends_nothing(person: Person) -> None:
    """And reads no word about children."""
    said = _said(_finishes(_like(person, ASKED), "urge", wrote=True))
    assert "please don't send anything." in said
    assert "children" not in said


def test_a_strong_urge_ends_with_a_helpline(person: Person) -> None:
    """The command comes last, and never a call to the other one."""
    (small,) = [
        block for block in _finishes(_like(person), "urge", after=9, wrote=False)[-1].body if "stay alone" in str(block)
    ]
    assert str(small).count("a helpline: exback crisis") == 1


@pytest.mark.parametrize(
    "held",
    [ANYONE, ASKED],
    ids=["free", "asked"],
)
def test_a_parent_finds_the_children_named(person: Person, held: Mapping[str, object]) -> None:
    """Before there's a rule, no option names one."""
    options = _page(
        _finishes(_like(person, PARENT, held), "contact", kind="logistics", about="Pick-up."), "kind"
    ).options
    practical = options[-1]
    assert (practical.id, practical.label) == ("logistics", "Only practical matters")
    assert practical.hint == "keys, bills, work or the children"
    assert not any("rule" in option.label for option in options)


def test_the_page_names_the_option_as_it_is_called(person: Person) -> None:
    """A parent who chose the wrong one is sent back to it by its name."""
    views = _finishes(_like(person, PARENT, ASKED), "contact", **I_WROTE)
    assert f"go back and choose “{_page(views, 'kind').options[-1].label}”" in _said(views)


def test_with_a_rule_the_option_has_the_same_name(person: Person) -> None:
    """So the insights have one name for it, before a rule and with one."""
    person.puts("contact-rule", kind="full", length="30")
    options = _page(_finishes(_like(person), "contact", kind="logistics", about="The keys."), "kind").options
    assert options[-1].label == "Only practical matters"


def test_someone_afraid_is_not_asked_what_to_change(person: Person) -> None:
    """Writing may have kept them safe; they're asked what would help, and may skip it."""
    views = _finishes(_like(person, AFRAID), "contact", **I_WROTE)
    assert "change" not in _asked(views)
    assert "That isn't wrong." in str(_page(views, "next-time").note)
    assert _page(views, "hoped").question == "How did it turn out, compared with what you'd hoped for?"


@pytest.mark.parametrize("held", [ASKED, ORDERED, FRIGHTENED])
def test_someone_who_owes_quiet_thinks_of_the_other_one(person: Person, held: Mapping[str, object]) -> None:
    """Not of what the message brought."""
    views = _finishes(_like(person, held), "contact", **I_WROTE)
    assert _page(views, "hoped").question == "What do you think it was like for them?"
    assert "change" in _asked(views)
    assert "next-time" not in _asked(views)


@pytest.mark.parametrize(
    ("stories", "rule", "question"),
    [
        ((ANYONE,), NO_RULE, "Have you had contact with them since then?"),
        ((ANYONE,), FULL, "Have you had contact with them since then?"),
        ((PARENT,), PARTIAL, "Has there been any contact since then that your rule doesn't allow?"),
        ((PARENT,), NO_RULE, "Have you been in contact since then about more than the children?"),
        ((PARENT, ORDERED), NO_RULE, "Have you had contact with them since then?"),
    ],
)
def test_a_parent_is_asked_for_contact_beyond_the_rule(
    person: Person, stories: tuple[Mapping[str, object], ...], rule: str, question: str
) -> None:
    """Someone who meets the other one at every handover can answer no, and keeps those days."""
    _like(person, *stories)
    if rule:
        person.puts("contact-rule", kind=rule, length="30")
    person.clock.forward(days=16)
    views = _finishes(person, "coming-back", contact="no", then="not-now")
    assert question in str(_page(views, "contact").question)
    closing = _said(views[-1:])
    assert ("You kept to your rule in that time, so those days count as kept." in closing) is (rule == PARTIAL)
    assert ("There was no contact" in closing) is ("since then?" in question)


@pytest.mark.parametrize(("held", "is_afraid"), [(ANYONE, False), (AFRAID, True)])
@pytest.mark.parametrize("numbers", [{"sleep": 2, "longing": 3}, {"sleep": 6, "longing": 9}])
def test_no_phone_is_put_where_it_cannot_be_heard(
    person: Person, numbers: Mapping[str, int], held: Mapping[str, object], is_afraid: bool
) -> None:
    """Whoever was afraid keeps it near; anyone else may still be called."""
    _like(person, held)
    ends = [_said(_finishes(person, "check-in", mood=5, happened=[], line="A word.", **numbers)[-1:]) for _ in range(3)]
    assert not any("another room" in end for end in ends)
    assert any("keep your phone near you" in end for end in ends) is is_afraid
    assert any("out of reach" in end and "still hear it ring" in end for end in ends) is not is_afraid


@pytest.mark.parametrize(("held", "is_afraid"), [(ANYONE, False), (ASKED, False), (AFRAID, True)])
def test_someone_who_looks_to_stay_safe_is_not_told_to_stop(
    person: Person, held: Mapping[str, object], is_afraid: bool
) -> None:
    """Neither in a check-in nor on the page for it; and no one else is told that they don't have to stop."""
    _like(person, held)
    ends = [_said(_finishes(person, "check-in", mood=5, happened=["looked"], line="A word.")[-1:]) for _ in range(3)]
    looked = _said(_finishes(person, "look", what="profile"))
    assert all("stay safe" in end for end in (*ends, looked)) is is_afraid
    assert any("don't have to stop" in end for end in (*ends, looked)) is is_afraid
    assert ("make checking harder" in looked) is not is_afraid


def test_blocking_comes_after_saving_and_a_word_of_caution(person: Person) -> None:
    """Sudden silence can make someone angry."""
    noes = dict.fromkeys(("asked-to-stop", "ordered-away", "afraid-of-them", "afraid-of-me"), False)
    text = _said(_finishes(person, "now", what="afraid", **noes))
    assert "Save what they've sent first" in text
    assert "If silence could make them angry, talk it through first with a helpline" in text


def test_the_friend_is_still_a_friend(person: Person) -> None:
    """No one is told that what they did makes them liked."""
    text = _said(_finishes(_like(person, FRIGHTENED), "now", what="too-much"))
    assert "they're still your friend" in text
    assert "they like you" not in text


@pytest.mark.parametrize("who", ["me", "them"])
def test_someones_safety_cannot_wait_until_a_rule_is_over(person: Person, who: str) -> None:
    """For someone who left, and whose ex writes that they're in pieces."""
    _like(person, {"who-ended": who}).answers("why-space", {**LIFE["why-space"]})
    person.answers("contact-rule", {**LIFE["contact-rule"]})
    text = _said(_finishes(person, "they-wrote", kind="none"))
    assert ("unless someone's safety is at stake" in text) is (who == "me")
