"""Pages in plain lines: for screen readers, for simple terminals, for anyone who prefers them.

No cursor movement, no colour, no boxes. A page is sentences, an answer is a line, and words take the place of keys.
"""

from exback.screen.plain.front import Plain
from exback.screen.plain.speech import plain_blocks

__all__ = ["Plain", "plain_blocks"]
