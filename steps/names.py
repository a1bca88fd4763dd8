"""The name of someone to turn to, in what a person answers: rather none than that of the one who is gone, or no name at all."""

from __future__ import annotations

from collections.abc import Collection
from unicodedata import category, east_asian_width, normalize

from exback.model.prose import inline
from exback.model.run import Value

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


def as_name(words: Value, theirs: Collection[str]) -> str:
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


def keys_of_name(words: Value) -> list[str]:
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
