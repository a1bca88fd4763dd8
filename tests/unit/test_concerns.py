"""Words about wanting to die: noticed when they are meant of oneself, left alone when they are not."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.concerns import (
    ABOUT_DANGER,
    ABOUT_DYING,
    ABOUT_HARMING,
    ABOUT_HARMING_AFTER_FEAR,
    DYING,
    HARMING,
    concern_in,
)

from exback.model.boundaries import AFRAID_OF_THEM
from exback.model.distress import Help

SAID = (
    "I want to die",
    "I just want to die.",
    "i WANNA die",
    "Honestly I really want to die tonight",
    "Last night I wanted to die.",
    "I want\nto   die",
    "I *want* to die",
    "Part of me wants to die.",
    "Seeing the two of them makes me want to die.",
    "Just want to die.",
    "I want to fucking die",
    "I've thought about ending it all",
    "I want to be dead",
    "I wish I was dead",
    "I wish I were dead.",
    "I wish I could just die",
    "I wish I had never been born",
    "I wish I wasn't alive",
    "I want to kill myself",
    "I’m going to kill myself",
    "Im gonna kill my self",
    "I tried to kill myself again",
    "Should I kill myself?",
    "I am scared that I might kill myself",
    "I keep thinking about killing myself",
    "I feel like killing myself",
    "I have thoughts of killing myself",
    "I want to end my life",
    "I have decided to end my own life.",
    "I'm thinking about ending my life",
    "I am planning to take my own life",
    "I want to end it all",
    "I keep thinking of ending it all",
    "I don't want to live",
    "I don’t want to live any more",
    "i dont want to live anymore",
    "I dont really wanna live",
    "Don't want to live.",
    "I don't want to live without her",
    "I don't want to live I just want it to stop",
    "I no longer want to live",
    "I'm not sure I want to live any more",
    "I don't think I want to live",
    "I do not want to be alive",
    "I don't want to exist",
    "I don't want to wake up any more",
    "I never want to wake up again",
    "I hope I don't wake up",
    "I want to go to sleep and never wake up",
    "I'd be better off dead",
    "Im better off dead",
    "Everyone would be better off if I was dead",
    "I am suicidal",
    "I'm feeling suicidal again",
    "I’ve been having suicidal thoughts",
    "I am thinking about suicide",
    "I keep thinking of suicide",
    "I'm considering suicide",
    "I want to commit suicide",
    "I wrote my suicide note",
    "I have no reason to live",
    "There is no reason to live any more.",
    "I don't see any point in living",
    "I have nothing left to live for",
    "My life isn't worth living",
    "I said to her: I want to die",
)

NOT_SAID = (
    "",
    "He said: I want to die",
    "I don't want to die",
    "I don’t want to die.",
    "I never wanted to die",
    "I do not want to die alone",
    "I'm not saying I want to die",
    "That doesn't mean I want to die",
    "I want to die laughing",
    "I wanted to die of embarrassment",
    "I want to die old and happy",
    "I want to die in your arms",
    "That is not the hill I want to die on",
    "It is a hill. I want to die on that hill.",
    "I would rather die than text first",
    "I want to diet",
    "I want to dye my hair",
    "I'm going to die of boredom",
    "I'm afraid to die",
    "I'm dying to see you",
    "I was dead tired",
    "I wish I was dead asleep by ten",
    "You are dead to me",
    "this is killing me",
    "Waiting is killing me slowly",
    "my plant died",
    "Our love died in March",
    "My grandmother died last year and I miss her",
    "suicide prevention line number",
    "I was thinking about suicide prevention week at school",
    "his suicide in 2019",
    "My friend's suicide changed me",
    "I watched Suicide Squad",
    "I'm not suicidal",
    "I am no longer suicidal",
    "I could kill for a coffee",
    "I could kill myself for texting that",
    "I'll kill myself laughing",
    "I don't want to kill myself",
    "I'm not going to kill myself over this",
    "I would never kill myself",
    "kill time",
    "I want to kill the mood",
    "I want to kill him",
    "they said I'd be the death of them",
    "end my lease",
    "I want to end my lease",
    "I want to end it",
    "I want to end it all with him and move on",
    "ending our life together",
    "I want to end our life together",
    "I'm thinking about ending my life with him and starting again",
    "I want to take my life back",
    "I want to take my own life into my hands",
    "I want to live",
    "I don't want to live here any more",
    "I don't want to live with my parents",
    "I don't want to live like this",
    "I don't want to live any more with strangers",
    "I never want to live in that town again",
    "There is no reason to live in London",
    "I see no point in living there",
    "I don't want to wake up early",
    "I don't want to wake up tomorrow with a hangover",
    "I hope I don't wake up late",
    "They are better off without me",
    "He'd be better off dead",
    "Sundays were the life of me, now I sleep and wake up tired",
    "A dress to die for",
    "Life isn't worth living without coffee",
)


def _is_dying(text: str) -> bool:
    return concern_in(text) is DYING


@pytest.mark.parametrize("text", SAID)
def test_a_wish_to_die_is_noticed(text: str) -> None:
    """Whoever says of themselves that they want to die is noticed, however it is typed."""
    assert _is_dying(text)


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_only_sounds_like_it_is_left_alone(text: str) -> None:
    """Figures of speech, other people, other things and a plain no are no wish to die."""
    assert not _is_dying(text)


SENTENCES = st.lists(st.sampled_from([text for text in NOT_SAID if text]), max_size=3).map(". ".join)


@given(
    before=SENTENCES, phrase=st.sampled_from(SAID), after=SENTENCES, gap=st.sampled_from([". ", ".\n", "!\n\n", "… "])
)
def test_it_is_noticed_between_other_sentences(before: str, phrase: str, after: str, gap: str) -> None:
    """What stands around a phrase does not hide it."""
    assert _is_dying(f"{before}{gap}{phrase}{gap}{after}")


@given(before=st.text(max_size=60), phrase=st.sampled_from(SAID), after=st.text(max_size=60))
def test_it_is_noticed_within_any_text(before: str, phrase: str, after: str) -> None:
    """No letters of any script around a phrase hide it, once its sentence is closed."""
    assert _is_dying(f"{before}. {phrase}. {after}")


@given(phrase=st.sampled_from(SAID), space=st.sampled_from(["  ", "\n", "\r\n", "\t", "\u00a0", " \n "]))
def test_how_it_is_typed_does_not_matter(phrase: str, space: str) -> None:
    """Case, line breaks, other spaces, and apostrophes of every kind or none change nothing."""
    for apostrophe in ("'", "’", "ʼ", ""):
        typed = re.sub("['’]", apostrophe, phrase).replace(" ", space)
        assert _is_dying(typed)
        assert _is_dying(typed.upper())


@given(st.text() | st.text(alphabet=st.characters(categories=["Cs", "Cc", "Cf", "Zs", "Ll"])))
def test_any_text_can_be_looked_at(text: str) -> None:
    """Whatever was typed or pasted gets an answer, also what is no valid text."""
    assert _is_dying(text) in (True, False)


def test_a_long_text_is_looked_at_to_its_end() -> None:
    """A phrase at the end of a long text is found, also behind words that nearly begin one."""
    nearly = "i really just want to think about my life and i do not want to be there i feel like " * 2000
    assert not _is_dying(nearly)
    assert _is_dying(f"{nearly}. I want to die")


HELPS = (ABOUT_DYING, ABOUT_DANGER, ABOUT_HARMING, ABOUT_HARMING_AFTER_FEAR)
TEXTS = [text for help_ in HELPS for text in (help_.in_short, help_.in_full)]


class TestWords:
    """What is shown afterwards."""

    @pytest.mark.parametrize("text", TEXTS)
    def test_are_few_and_short(self, text: str) -> None:
        """Sentences of twenty words at most on average: nobody reads a lecture then."""
        sentences = [part for part in re.split(r"(?<=[.])\s+", text) if part]
        assert len(text.split()) / len(sentences) < 21

    @pytest.mark.parametrize("help_", HELPS)
    def test_in_short_fit_above_a_question(self, help_: Help) -> None:
        """At most 65 words."""
        assert len(help_.in_short.split()) <= 65

    @pytest.mark.parametrize("text", TEXTS)
    @pytest.mark.parametrize("told", ["112", "999", "911", "exback crisis"])
    def test_say_whom_to_call(self, text: str, told: str) -> None:
        """Each names the emergency numbers, and where people are."""
        assert told in text

    @pytest.mark.parametrize("help_", HELPS)
    def test_say_in_full_that_exback_cannot_know_and_that_one_may_go_on(self, help_: Help) -> None:
        """The phrase may have been quoted, so it isn't taken for certain what it means."""
        assert re.search("can't know what you meant", help_.in_full)
        assert help_.in_full.endswith("You can carry on here, too.")

    def test_of_dying_fit_words_about_someone_else_and_what_was_taken(self) -> None:
        """Someone may feel fine for hours after having taken too much."""
        assert "If it's about someone else, call for them" in ABOUT_DYING.in_full
        assert "if you've taken something" in ABOUT_DYING.in_short
        assert "even if you feel fine" in ABOUT_DYING.in_short

    @pytest.mark.parametrize("help_", [ABOUT_HARMING, ABOUT_HARMING_AFTER_FEAR])
    def test_of_harm_say_that_no_one_is_told_and_nothing_is_marked(self, help_: Help) -> None:
        """Someone who fears being reported would write nothing, and call no one."""
        assert "exback doesn't tell anyone" in help_.in_short
        assert "exback doesn't tell anyone" in help_.in_full
        assert "makes no note of it" in help_.in_full

    def test_of_harm_name_the_line_for_own_behaviour(self) -> None:
        """The one in exback crisis."""
        assert "a helpline for people worried about their behaviour" in ABOUT_HARMING.in_full

    @pytest.mark.parametrize(
        "reproach", ["worry about what", "weapon", "what you'll do", "them first", "away from them", "fault"]
    )
    def test_of_harm_have_no_reproach_for_someone_who_was_afraid(self, reproach: str) -> None:
        """Rage at someone who hurt you, and self-defence, are no reason to be spoken to as dangerous."""
        assert HARMING.help_for([AFRAID_OF_THEM.id, "afraid-of-me"]) is ABOUT_HARMING_AFTER_FEAR
        assert HARMING.help_for(["afraid-of-me"]) is ABOUT_HARMING
        assert reproach not in ABOUT_HARMING_AFTER_FEAR.in_short + ABOUT_HARMING_AFTER_FEAR.in_full

    @pytest.mark.parametrize(
        "told",
        [
            *("You don't have to answer", "Save the evidence", "press Ctrl-Q", "intimate pictures", "don't pay"),
            *("screenshots with the date and their name", "report form", "the police", "findahelpline.com"),
        ],
    )
    def test_of_danger_say_what_to_do(self, told: str) -> None:
        """Also if the threat is to show pictures."""
        assert told in ABOUT_DANGER.in_full

    @pytest.mark.parametrize("text", TEXTS)
    @pytest.mark.parametrize(
        "never", ["committed", "depress", "suicid", "disorder", "watch", "monitor", "alert", "!", "flag"]
    )
    def test_do_not_judge_and_do_not_pretend(self, text: str, never: str) -> None:
        """No diagnosis, no alarm, and no one who would be watching."""
        assert never not in text.casefold()


def test_status_loads_no_phrases(home: Path) -> None:
    """They wait for the first words that someone types."""
    code = "import sys; from exback.__main__ import run\n"
    code += "run(['--home', sys.argv[1], 'status'])\nprint(*sys.modules, file=sys.stderr)"
    ended = subprocess.run([sys.executable, "-c", code, str(home)], capture_output=True, text=True, check=False)
    loaded = ended.stderr.split()
    assert "exback.steps.companion" in loaded
    assert not [name for name in loaded if name.startswith("exback.steps.concerns")]
