"""Hides names: those that were given where exback asks for one become initials, in every text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from exback.model.items import Text
from exback.model.journey import Journey
from exback.model.program import Program
from exback.model.prose import clean

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
NO_NAMES = frozenset(
    """
    a an all and any anybody anyone as ask at aunt best boss brother brothers call cat child children colleague
    cousin dad daughter dear dog everybody ex family father first flatmate for four friend friends from granddad
    grandfather grandma grandmother group her him his husband i if in it kids me mother mum mom my myself
    neighbour neighbor new next no nobody old on one or our parents partner people perhaps second see she sister
    sisters some somebody someone son team text that the their them they this three to two uncle we who whoever
    wife with write you your
    """.split()  # noqa: SIM905  # as a list it takes a line for each word
)
"""Words that people write where a name is asked for, and that aren't names."""
SHORT = 2
"""Up to this many words are a name whatever letters they begin with; in more, a name begins with a capital."""


def shortener(program: Program, journey: Journey) -> Callable[[str], str]:
    """Return a function that replaces the names that were given with initials: whole words only, upper or lower case."""
    names = sorted({name for words in _given(program, journey) for name in _names(words)}, key=len, reverse=True)
    if not names:
        return lambda text: text
    any_name = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, names))})(?![^\W_])\.?", re.IGNORECASE)
    return lambda text: any_name.sub(lambda match: f"{match[0][0].upper()}.", text)


def _given(program: Program, journey: Journey) -> Iterator[str]:
    """Yield every answer, also earlier and hidden ones, to a question that asks for a name."""
    asked = {
        (step.id, item.id) for step in program.steps() for item in step.items if isinstance(item, Text) and item.names
    }
    for run in journey.runs:
        kept = [*run.answers.items(), *run.hidden.items(), *run.drafts.items()]
        kept += [(earlier.item, earlier.value) for earlier in run.history]
        yield from (clean(value) for item, value in kept if (run.step, item) in asked and isinstance(value, str))


def _names(words: str) -> Iterator[str]:
    """Yield what may be a name among words. An initial needs no shortening; "Maya's" is the name Maya."""
    bare = [re.sub(r"['’]s$", "", word) for word in WORD.findall(words)]
    for word in bare:
        if len(word) > 1 and word.casefold() not in NO_NAMES and (len(bare) <= SHORT or word[0].isupper()):
            yield word
