"""The front end of plain lines: for screen readers, for simple terminals, for anybody who likes it so.

No cursor movement, no colour, no boxes. A page is sentences; an answer is a line; what a key does elsewhere is a
typed word here.
"""

from exback.screen.plain.front import Plain
from exback.screen.plain.speech import plain_blocks

__all__ = ["Plain", "plain_blocks"]
