"""The words in which people name days, each in one spelling, and numbers in figures: what date_parser reads."""

from __future__ import annotations

import re

LONGEST = 100
"""Characters. No day takes as many, and nothing longer is looked at."""

WEEKDAYS = (
    *("monday mon", "tuesday tue tues", "wednesday wed weds", "thursday thu thur thurs"),  # codespell:ignore thur
    *("friday fri", "saturday sat", "sunday sun"),
)
MONTHS = (
    *("january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug"),
    *("september sept sep", "october oct", "november nov", "december dec"),
)
UNITS = (
    *("minute minutes min mins", "hour hours hr hrs", "day days nights", "week weeks wk wks"),
    *("fortnight fortnights", "month months mth mths", "year years yr yrs"),
)
ONES = "one two three four five six seven eight nine"
TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
FIRST_TO_NINTH = "first second third fourth fifth sixth seventh eighth ninth"
TENTH_TO_NINETEENTH = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
SPELLINGS = {
    **{word: names.split()[0] for names in (*WEEKDAYS, *MONTHS, *UNITS) for word in names.split()},
    **{word: str(number) for number, word in enumerate(f"{ONES} {TEENS}".split(), 1)},
    **{word: f"{number}0" for number, word in enumerate(TENS.split(), 2)},
    **{word: f"{number}th" for number, word in enumerate(f"{FIRST_TO_NINTH} {TENTH_TO_NINETEENTH}".split(), 1)},
    "twentieth": "20th",
    "thirtieth": "30th",
}
NAMING_NOTHING = "the about around roughly approximately approx circa exactly maybe perhaps probably almost nearly"
"""Words without which the others name the same day."""
SIGNS = str.maketrans({**dict.fromkeys("’‘`", "'"), **dict.fromkeys("–—−‐‑", "-"), **dict.fromkeys('“”"()', " ")})
COMPOUND = rf"\b({TENS.replace(' ', '|')})[ -]({f'{ONES} {FIRST_TO_NINTH}'.replace(' ', '|')})\b"
SEVERAL_WORDS = (
    (r"\b(?:an? )?couple(?: of)?\b", "2"),
    (r"\b(?:a|1) hundred\b", "100"),
    (r"\bhalf an? year\b", "6 month"),
    (r"\b(?:a|1) year and an? half\b", "18 month"),
    (r" or so\b", ""),
)


def numbered(names: tuple[str, ...], first: int) -> dict[str, int]:
    """Return the number of each name, by the spelling that is used for it."""
    return {each.split()[0]: number for number, each in enumerate(names, first)}


def normalized(words: str) -> str:
    """Return words with a space between all parts, numbers in figures and each name in one spelling.

    "The 12th of Sept., 2026" becomes "12th of september , 2026". Raises ValueError for signs that no day is written with.
    """
    text = words.strip().casefold().translate(SIGNS)
    if len(text) > LONGEST:
        raise ValueError("too long for a day")
    text = re.sub(r"(?<=[a-z])\.|(?<=s)'(?= |$)|(?<=[a-z])'(?=s\b)|[ .,!?]+$", "", text)
    text = re.sub(r"(?<=\d)(?:st|nd|rd)\b", "th", re.sub(COMPOUND, _added, text))
    parts = re.findall(r"\d+th\b|'\d\d\b|\d+|[a-z]+|[-/.,]", text, re.ASCII)
    if "".join(parts) != "".join(text.split()):
        raise ValueError(words)
    spelt = [SPELLINGS.get(part, part) for part in parts]
    if re.search(r"\b(?:\d\w*|an?) the\b", " ".join(spelt)):
        raise ValueError(words)  # in "3 the day before yesterday" the 3 belongs to nothing
    text = " ".join(part for part in spelt if part not in NAMING_NOTHING.split())
    for pattern, figures in SEVERAL_WORDS:
        text = re.sub(pattern, figures, text)
    return text


def _added(match: re.Match[str]) -> str:
    """Return the number of "twenty one" or "twenty-first"."""
    tens, ones = SPELLINGS[match[1]], SPELLINGS[match[2]]
    return f"{int(tens) + int(ones.removesuffix('th'))}{'th' if ones.endswith('th') else ''}"
