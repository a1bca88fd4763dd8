"""A list with more than fits: it says so, it's turned by page and narrowed by typing, and pasted words don't stay on it."""

from __future__ import annotations

import pytest
from support.lives import LIFE
from support.person import Person
from support.teletype import DOWN, ENTER, PAGE_DOWN, PAGE_UP, Teletype, child, environment, squeezed

HOME, END, ESCAPE = "\x1b[H", "\x1b[F", "\x1b"
PASTE = "\x1b[200~{}\x1b[201~"
SECRET = "Letting you go is the hardest thing I ever did"


def pointer(teletype: Teletype) -> str:
    """Return the option with the pointer, empty while none is drawn."""
    lines = teletype.screen().splitlines()
    return next((line.split("   ")[0].removeprefix(" › ") for line in lines if line.startswith(" › ")), "")


def goes_to(teletype: Teletype, key: str) -> str:
    """Press a key that moves the pointer, and return where it is then."""
    before = pointer(teletype)
    teletype.press(key)
    teletype.wait(lambda: pointer(teletype) not in ("", before), "for the pointer to move")
    return pointer(teletype)


@pytest.mark.fault(87)
@pytest.mark.parametrize("columns", [80, 40])
def test_a_list_with_more_than_fits(person: Person, columns: int) -> None:
    """Each way through “Something else”, from its first option to its last, and then to one in the middle."""
    person.answers("your-story", dict(LIFE["your-story"]))
    script = [{"now": person.clock().isoformat(), "words": []}]
    with Teletype(child(person.store.home, script), environment(person.store.home), columns, 24) as teletype:
        teletype.see("What now?")
        teletype.press(DOWN * 4, ENTER)
        teletype.see("Everything that's open", "more below · type to find one")
        first, below = pointer(teletype), goes_to(teletype, PAGE_DOWN)
        assert goes_to(teletype, PAGE_UP) != below
        assert goes_to(teletype, END) == "Back to today"
        teletype.see("more above")
        teletype.see_no("more below")
        assert goes_to(teletype, HOME) == first
        teletype.see("more below · type to find one")

        teletype.press(PASTE.format(SECRET))
        goes_to(teletype, DOWN)
        assert squeezed(SECRET[:12]) not in squeezed(teletype.screen())
        teletype.see("more below")

        teletype.press("LETTIŃG")
        teletype.see("matching “LETTIŃG”", "› Endings: Letting go")
        teletype.see_no("Always open")
        teletype.press(ESCAPE)
        teletype.see("more below · type to find one", "Always open")
        teletype.press("letting", ENTER)
        teletype.see("Endings · Letting go", "They ended it.")
