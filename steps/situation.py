"""What the person told about the two of them, as questions that the other steps can ask."""

from collections.abc import Collection, Iterable
from unicodedata import category, east_asian_width, normalize

from msgspec import Struct

from exback.model.boundaries import (
    AFRAID_OF_ME,
    AFRAID_OF_THEM,
    ASKED_TO_STOP,
    FOR_THEIR_SAKE,
    ORDERED_AWAY,
    spoken_to,
)
from exback.model.context import Context
from exback.model.prose import inline, shortened
from exback.model.run import Value

STORY = "your-story"
WHOLE_STORY = "the-whole-story"
FEAR_COUNTS = (
    "If some of this is about being afraid of them, it matters, however small it seems. You can talk to a helpline about it: "
    "exback crisis."
)
DOOR = f"{FEAR_COUNTS} You can change your answer about fear to a yes at any time, in “Your story”."
HIDE = "To hide this page at once, press Ctrl-Q."
"""A note for pages where someone who answered no about fear may still recognise it, without assuming that they do."""
ABOUT_THE_CHILDREN = "You can still write about the children: what, when, where."
WHEN_READY = "When you're ready, open “Going on without them” in the menu."


class ByBoundary(Struct, frozen=True):
    """What a page says to someone who must leave the other alone: words for each boundary, so that it names only theirs.

    Someone who has been afraid reads none of them: they have words of their own. `as_a_parent` is what someone reads in place of
    `asked_to_stop` who may still write about the children. `{person}` stands for someone to turn to.
    """

    asked_to_stop: str
    ordered_away: str
    afraid_of_me: str
    as_a_parent: str = ""

    def fitting(self, here: Context) -> tuple[str, ...]:
        """Return the words for the boundary that sets the tone and, beside another, one sentence about an order."""
        named, person = spoken_to(here.held), named_person(here) or "one person"
        words = [self.by_id()[boundary.id] for boundary in named[:1]]
        if self.as_a_parent and may_write_about_children(here):
            words = [self.as_a_parent]
        return (*(each.replace("{person}", person) for each in words), *(boundary.also for boundary in named[1:]))

    def by_id(self) -> dict[str, str]:
        """Return the words by the id of their boundary."""
        return {
            ASKED_TO_STOP.id: self.asked_to_stop,
            ORDERED_AWAY.id: self.ordered_away,
            AFRAID_OF_ME.id: self.afraid_of_me,
        }


def afraid(here: Context) -> bool:
    """Whether the person has been afraid of the other one, or was hurt or controlled."""
    return AFRAID_OF_THEM.id in here.held


def frightened_them(here: Context) -> bool:
    """Whether a page speaks to someone who frightened, hurt or followed the other one, and wasn't afraid themselves."""
    return AFRAID_OF_ME.id in here.held and not afraid(here)


def must_stay_away(here: Context) -> bool:
    """Whether the other one must be left alone: they asked for it, an order says so, or they have been afraid."""
    return bool(here.held & FOR_THEIR_SAKE)


def owes_quiet(here: Context) -> bool:
    """Whether a page speaks to someone who must leave the other alone, and wasn't afraid themselves."""
    return must_stay_away(here) and not afraid(here)


def is_ordered_away(here: Context) -> bool:
    """Whether someone has been told to keep away, and that still holds."""
    return ORDERED_AWAY.id in here.held


UNDER_AN_ORDER = (
    "For anything about the children, use only the way the order names. If it doesn't name one, ask a lawyer first, because a "
    "message through someone else can break it too."
)


def order_too(here: Context) -> tuple[str, ...]:
    """Return a sentence about an order, for someone who has been afraid; empty if there is none."""
    return (ORDERED_AWAY.also,) if is_ordered_away(here) else ()


CHILDREN_TOO = (
    "The children are an exception. Keep to what a court or your lawyer said. If you aren't sure, ask a lawyer or a helpline first: "
    "exback crisis"
)


def children_too(here: Context) -> tuple[str, ...]:
    """Return what a parent who has been afraid does about the children; empty for someone who isn't a parent."""
    return (CHILDREN_TOO,) if tied_by(here, "children") else ()


def may_write_about_children(here: Context) -> bool:
    """Whether the other parent of their children asked to be left alone, and nothing worse: about the children they can write."""
    return tied_by(here, "children") and here.held == {ASKED_TO_STOP.id}


def closed_for_good(here: Context) -> bool:
    """Whether either of them has been afraid of the other; then nothing in this program leads back."""
    return bool({AFRAID_OF_THEM.id, AFRAID_OF_ME.id} & here.held)


def left(here: Context) -> bool:
    """Whether the person was the one who left."""
    return here.told(STORY, "who-ended") == "me"


def was_left(here: Context) -> bool:
    """Whether the other one left."""
    return here.told(STORY, "who-ended") == "them"


def has_cause(here: Context, cause: str) -> bool:
    """Whether they ticked a cause: distance, deal-breaker, betrayal, drift, child, third-person or strain."""
    return cause in here.ticked(WHOLE_STORY, "causes")


def broke_trust(here: Context) -> bool:
    """Whether the person broke the other one's trust."""
    return here.told(WHOLE_STORY, "whose-trust") in ("theirs", "both")


def was_betrayed(here: Context) -> bool:
    """Whether the other one broke the person's trust."""
    return here.told(WHOLE_STORY, "whose-trust") in ("mine", "both")


def tied_by(here: Context, *ties: str) -> bool:
    """Whether at least one of these still connects the two: children, home, work, money, studies."""
    return bool(set(ties) & set(here.ticked(STORY, "ties")))


def without_stop(words: str) -> str:
    """Return the words without their final full stop, so that they fit into the middle of another sentence."""
    return words.rstrip(". ") or words


MOST_QUOTED = 40
"""Characters of someone's words that a question names what it's about with."""


def in_quotes(words: str, others: Iterable[str] = ()) -> str:
    """Return someone's words in quotation marks, as a short name for what a question is about.

    Empty if there are none, because they were deleted, and if one of some `others` looks the same: the question then needs
    another name for it.
    """
    short = _short(words)
    return f"“{short}”" if short and short not in map(_short, others) else ""


def _short(words: str) -> str:
    return without_stop(shortened(without_stop(words.strip()), MOST_QUOTED))


PEOPLE = (
    ("clear-cues", "told"),
    ("first-week", "plan-person"),
    ("rule-is-over", "people"),
    ("live-forward", "people"),
)
"""The questions about someone who is there for them, never the other one."""
WHO_WONT_TELL = PEOPLE[:1]
"""The one that asks for someone who won't tell them. The others may name a friend of both, whom no one afraid is sent to."""
RELATIVES = frozenset("aunt bro brother cousin sibling sis sister uncle".split())  # noqa: SIM905  # a list has a line a word
"""Words that mean someone of one's own without a “my”."""
PARENTS = frozenset(
    """
    auntie dad daddy father gran grandad granddad grandfather grandma grandmother grandpa granny mam mama mom mother
    mum mummy nan papa
    """.split()  # noqa: SIM905
)
"""The same, except with a capital: then it's what they call that person."""
ROLES = frozenset(
    """
    bestie bff boss buddy classmate coach colleague counsellor counselor coworker doctor flatmate friend gp
    grandparent housemate lawyer manager mate mentor neighbor neighbour nurse pal parent pastor priest psychiatrist
    psychologist roommate solicitor sponsor supervisor teacher therapist tutor workmate
    """.split()  # noqa: SIM905
)
"""Words that mean someone only after a “my” or before a name."""
KNOWN = RELATIVES | PARENTS | ROLES
WHICH = frozenset("best big close closest dear good little old older oldest twin young younger".split())  # noqa: SIM905
"""Words between the “my” and one of those."""
MINE, WHERE, ARTICLES = ("my", "our"), ("from", "at"), ("a", "an")
PLACES = frozenset("choir church college football gym school uni university upstairs work yoga".split())  # noqa: SIM905
PARTICLES = frozenset("al bin da de del della der di du el la le van von".split())  # noqa: SIM905
"""Parts of a name that have no capital."""
NOT_NAMES = PLACES | frozenset(
    """
    a abuser ai alexa allah alone already also another anyone ask asked babe baby bae beloved bf boo bot both boy
    boyfriend call called cat chatbot chatgpt child childline children co coparent copilot crisis crush darling date
    daughter dead definitely diary discord dk dog done dont dunno eldest email enemies enemy everyone ex facebook
    family fiance fiancee former fwb gemini gf girl girlfriend god gone google gpt group he hello help helpline her
    hey hi him his home honey hotline hubby husband i idk in inlaw instagram internet it jesus journal just kid
    kiddo know late later law lifeline lord love lover maybe me meet message missus mistress mostly na nah neither
    nephew niece no nobody none noone nope not now of ok okay one only other partner people perhaps pet phone police
    possibly probably puppy reddit ring samaritans same see she siri situationship skip snapchat someone son soon
    soulmate spouse stalker step still stranger sweetheart sweetie talk tba tbc tbd team teen teenager telegram tell
    test text that the their them therapy they tiktok to today toddler told tomorrow tonight too twitter undecided
    unknown unsure us visit whatsapp who wife wifey with write written x yep yes yet you youngest your
    """.split()  # noqa: SIM905
)
"""Words that are in no name, among those that people answer with: the other one, a child, a pet, a machine, no one."""
BEGINNINGS = ("baby", "ex", "god", "grand", "step")
"""What can stand before such a word, or one for a relative, in one word: exwife, grandchild, stepdad."""
ENDINGS = ("body", "day", "ever", "self", "thing")
"""Endings of such words: nobody, Monday, whatever, myself, nothing."""
BREAKS = str.maketrans(dict.fromkeys(",;:/&+()–—", " and "))
"""What stands between two people in an answer, as a word."""
SOUNDS = str.maketrans("cyzf", "kisv", "hw")
"""Letters that are often written for one another, and those that are often left out."""
MOST_PARTS, LONGEST_PART = 3, 20
"""Parts of a name, and letters in one of them, so that a sentence with it stays short."""
MOST_WIDE = 4
"""Letters of one part in a script that has no spaces, where more of them can be a sentence."""


def named_person(here: Context) -> str:
    """Return the name of the person they last said they'd tell, see or call, as it follows "call"; empty without one.

    What isn't clearly a name isn't used, nor is anything that can stand for what exback calls the other one.
    """
    asked = WHO_WONT_TELL if afraid(here) else PEOPLE
    given = [answer for question in asked if (answer := here.journey.ever_said(*question)) is not None]
    latest_first = sorted(given, key=lambda answer: answer.run.finish_number, reverse=True)
    theirs = {key for answer in here.journey.all_ever_said(STORY, "name") for key in _keys_of_name(answer.value)}
    return next((name for answer in latest_first if (name := _as_name(answer.value, theirs))), "")


def or_a_helpline(here: Context) -> str:
    """Return who else there is to call, as the sentence after one that says to tell someone."""
    name = named_person(here)
    gone = f"you can't reach {name}" if name else "there's no one"
    return f"If {gone}, you can call a helpline: exback crisis"


def _as_name(words: Value, theirs: Collection[str]) -> str:
    """Return the first of the people in an answer, if each is clearly someone to turn to: "Anna" for "Anna, my sister"."""
    people = _people(words)
    if not people or any(_may_be(_key(word), theirs) for person in people for word in person):
        return ""
    return _person(people[0]) if all(_person(other) or _describes(other) for other in people[1:]) else ""


def _person(words: list[str]) -> str:
    """Return "Anna" or "Mum", "your sister" or "your best friend Anna", and nothing for what isn't clearly like one of these."""
    keys = [*map(_key, words), ""]
    is_mine = keys[0] in MINE
    at = next(at for at, key in enumerate(keys) if at >= is_mine and key not in WHICH)
    role, name = keys[at], _name(words[at + 1 :])
    is_own = is_mine or _is_one_of(RELATIVES, role) or (_is_one_of(PARENTS, role) and words[at][0].islower())
    if not _is_one_of(KNOWN, role) or not (is_own or (name and role in ROLES)):
        return "" if is_mine else _name(words)
    if not all(map(_is_word, words)) or (words[at + 1 :] and not name):
        return ""
    return " ".join(filter(None, ("your", *keys[is_mine:at], "GP" if role == "gp" else role, name)))


def _describes(words: list[str]) -> bool:
    """Whether words after a name say who that is: "friend" and "a colleague", "from work" and "at the gym"."""
    if words[0].casefold() in WHERE:
        return _key(words[-1]) in PLACES and len(words) <= 3
    return bool(_person(["my", *words[words[0] in ARTICLES :]]))


def _name(words: list[str]) -> str:
    """Return a name of up to three words that begin with capitals, or of one word that doesn't."""
    if len(words) == 1:
        words = [words[0][:1].upper() + words[0][1:]]
    parts = [word for word in words if word not in PARTICLES]
    is_name = 0 < len(parts) <= MOST_PARTS and not any(
        _is_no_part(part, is_first=at == 0) for at, part in enumerate(parts)
    )
    return " ".join(words) if is_name else ""


def _is_no_part(part: str, *, is_first: bool) -> bool:
    """Whether a word, or a part of one like "ex-wife", "step-dad" and "stepdad", isn't in the name of someone to turn to."""
    if not _is_word(part) or part[0].islower():
        return True
    keys = [*map(_key, (part, *part.replace("’", "-").replace("'", "-").split("-")))]
    ends = [keys[0].removeprefix(beginning) for beginning in BEGINNINGS if keys[0].startswith(beginning)]
    is_relative = _is_one_of(KNOWN | WHICH, keys[0]) and not (is_first and keys[0] in PARENTS)
    is_no_one = any(_is_one_of(NOT_NAMES, key) for key in keys) or any(
        _is_one_of(KNOWN | NOT_NAMES, end) for end in ends
    )
    return is_relative or is_no_one or keys[0].endswith(ENDINGS)


def _is_word(part: str) -> bool:
    is_short = 0 < len(part) <= LONGEST_PART and sum(east_asian_width(char) == "W" for char in part) <= MOST_WIDE
    is_letters = (
        all(category(char)[0] in "LM" or char in "-'’." for char in part) and category(part[:1] or "-")[0] == "L"
    )
    return is_short and is_letters and part[-2:] not in ("'s", "’s")


def _is_one_of(known: Collection[str], key: str) -> bool:
    return key in known or key.removesuffix("s") in known


def _may_be(key: str, theirs: Collection[str]) -> bool:
    """Whether a word may stand for the other one: their name, its beginning or initial, a longer form, or another spelling."""
    if _is_one_of(KNOWN.union(WHICH, PLACES, MINE, WHERE, ARTICLES), key):
        return key in theirs
    return any(key.startswith(other) or other.startswith(key) or _sound(key) == _sound(other) for other in theirs)


def _sound(key: str) -> str:
    """Return a name in one spelling, so that Kathryn and Katherine, and Jon and John, are the same."""
    letters = key.replace("ph", "v").translate(SOUNDS)
    letters = "".join(char for at, char in enumerate(letters) if letters[at - 1 : at] != char)
    consonants = letters[:1] + "".join(char for char in letters[1:] if char not in "aeiou")
    return consonants if len(consonants) > 2 else letters


def _keys_of_name(words: Value) -> list[str]:
    """Return the words of what exback calls the other one, without those like "my" and "the" in "my ex"."""
    keys = [key for person in _people(words) for word in person if (key := _key(word))]
    return [key for key in keys if len(keys) == 1 or key not in (*NOT_NAMES, *MINE, *WHERE)]


def _key(word: str) -> str:
    """Return only the letters of a word, without accents and in lower case."""
    return "".join(char for char in normalize("NFKD", word.casefold()) if category(char)[0] == "L")


def _people(words: Value) -> list[list[str]]:
    """Return the words of an answer by person: those of "Anna, my sister" and of "Anna and Ben" as two."""
    people = list[list[str]]([[]])
    text = inline(words).replace(" - ", ",").translate(BREAKS) if isinstance(words, str) else ""
    for word in filter(None, (word.rstrip(".!") for word in text.split())):
        is_where = people[-1][:1] in ([each] for each in WHERE)
        if word.casefold() in ("and", "or", *WHERE) or (word.casefold() in MINE and not is_where):
            people.append([])
        if word.casefold() not in ("and", "or"):
            people[-1].append(word)
    return [person for person in people if person]
