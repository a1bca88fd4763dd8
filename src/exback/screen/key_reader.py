"""Tell the keys that a person presses from everything else that a terminal sends.

A terminal also answers questions that another program asked, and reports the mouse and the focus, at any time and in
pieces. All of that comes as control sequences (ECMA-48), and a sequence that stands for no key is dropped whole. If one
breaks off and a person types after it, what they typed is kept.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Container, Iterator

ESC, BEL, DEL = "\x1b", "\x07", "\x7f"
CSI, SS3 = f"{ESC}[", f"{ESC}O"
STRINGS = "]PX^_"
"""What follows Escape where a string begins (OSC, DCS, SOS, PM, APC). It ends with Escape and a backslash, or with BEL."""
EIGHT_BIT = {0x8F: SS3, 0x9B: CSI, 0x9C: f"{ESC}\\"} | {ord(kind) + 0x40: f"{ESC}{kind}" for kind in STRINGS}
"""The same beginnings as one character each."""
PASTE, PASTE_END = f"{CSI}200~", f"{CSI}201~"

SPECIAL = {"[": 2, "M": 4}
"""How long these are after CSI: a function key of the Linux console, and a mouse with its place in three characters."""

LONGEST = 10_000
"""Characters of a string. No answer of a terminal is nearly as long."""
PATIENCE = 3.0
"""Seconds after which letters that follow a pause in a string were typed by someone, and aren't the rest of an answer."""
COLOUR = frozenset("0123456789abcdefABCDEFrg]/:;\x1b\\")
"""What the answer to a question about a colour consists of, which may come as slowly as it will."""
ANSWERS = "$MRcmntux~"
"""What a sequence with numbers ends with, if a terminal sends it. Letters that a person types rarely look like one."""
NO_ENDS = "abdefghijklopqrsvw"
"""What no terminal sends after a number: letters that someone typed after a sequence that was cut off."""
WAYS_OUT = ("\x03", "\x11")  # Ctrl-C and Ctrl-Q

SHIFT, ALT, CTRL, LOCKS = 1, 2, 4, 64 | 128
EDITING = {"\r": "", "\t": f"{CSI}Z", ESC: "", DEL: DEL}
"""What these keys are with Shift. Enter is nothing then: someone who holds Shift may want a new line, and not to go on."""
KEYPAD = dict(enumerate("0123456789./*-+\r=", 57399)) | {
    57417 + place: f"{CSI}{end}" for place, end in enumerate(("D", "C", "A", "B", "5~", "6~", "H", "F", "2~", "3~"))
}
"""The keys of the number pad in kitty's protocol."""


class KeyReader:
    """Reads the keys out of what a terminal sends. `keys` are the sequences that stand for a key, `now` counts seconds."""

    def __init__(self, keys: Container[str] = (), now: Callable[[], float] = time.monotonic) -> None:
        self._keys = keys
        self._now = now
        self.reset()

    def reset(self) -> None:
        """Forget what came so far of a sequence or a paste."""
        self._held = ""  # a sequence that isn't complete
        self._before_pause = 0  # how many of its characters came before the first pause, 0 if there was none
        self._pauses = 0
        self._typing_since: float | None = None
        self._pasted: str | None = None  # the last characters of a paste that goes on, None outside of one
        self._quiet_since: float | None = None  # how long a paste has had a pause

    def read(self, text: str) -> Iterator[str]:
        """Yield characters as they are, each sequence that is a key in one piece, and a paste with its two marks."""
        if self._pasted is not None and self._is_typed(text):
            yield PASTE_END
            self._pasted = None
        pending = text if text.isascii() or self._pasted is not None else text.translate(EIGHT_BIT)
        while pending:
            if self._pasted is not None:
                piece, pending = self._next_of_paste(pending)
                yield piece
            elif not self._held:
                characters, self._held, pending = pending.partition(ESC)
                if characters:
                    yield characters
            else:
                self._held += pending[0]
                key, replayed = self._next_key()
                if key:
                    yield key
                pending = replayed + pending[1:]

    def pause(self) -> Iterator[str]:
        """Yield what is complete only because nothing follows it for a moment: Escape, pressed alone."""
        if self._pasted is not None and self._quiet_since is None:
            self._quiet_since = self._now()
        if self._held:
            self._pauses += 1
        if self._held and self._pauses == 1:
            self._before_pause = len(self._held)
            if self._held == ESC:
                yield ESC

    def unfinished_words(self) -> str:
        """Return what is held of a string without an end: words, where its beginning was a key with Alt."""
        return self._held[2:] if self._held[1:2] in STRINGS and len(self._held) > 2 else ""

    def _next_key(self) -> tuple[str, str]:
        """Return the key that what is held stands for, empty if there is none yet or ever, and what has to be read again."""
        held, after_pause = self._held, self._held[self._before_pause :] if self._before_pause else ""
        if is_broken(held) or self._types_on(after_pause):
            key = ESC if held == ESC + ESC and not after_pause else ""
            again = after_pause or (held[-2:] if held[-2] == ESC and held != ESC + ESC else held[-1])
        elif not is_complete(held):
            return "", ""
        elif after_pause and not self._is_credible(held):
            key, again = "", after_pause
        elif held[-1] in NO_ENDS and held[1] == "[" and held[2:-1].isdigit():
            key, again = "", held[-1]
        else:
            key, again = self._key_of(held), ""
        self._held, self._before_pause, self._pauses, self._typing_since = "", 0, 0, None
        return key, again

    def _types_on(self, after_pause: str) -> bool:
        """Whether someone has been typing for a while into a string that has no end."""
        if self._held[1] not in STRINGS or COLOUR.issuperset(after_pause):
            return False
        if self._typing_since is None:
            self._typing_since = self._now()
        return self._now() - self._typing_since > PATIENCE

    def _is_credible(self, sequence: str) -> bool:
        """Whether a sequence with a pause in it is one, and not Escape and then words that look like one.

        What a person types has more than one pause.
        """
        kind, body = sequence[1:2], sequence[2:]
        has_one_pause, is_known = self._pauses == 1, sequence in self._keys
        if kind in "[O" and has_one_pause and (is_known or _respelt(sequence) != sequence):
            return True
        if kind == "O":
            return is_known and body.isupper()
        if kind == "[" and body[0] == "M":
            return has_one_pause
        if kind == "[":
            is_answer = body[0] in "0123456789;<=>?" and (body[-1] in ANSWERS or ":" in body or body.endswith("$y"))
            return (is_answer and " " not in body) or body in ("I", "O") or is_known
        return kind in STRINGS

    def _key_of(self, sequence: str) -> str:
        """Return the key that a sequence stands for, as the library spells it. Empty if it's no key, or an unknown one."""
        if len(sequence) == 2:
            return sequence  # a letter with Alt
        if sequence == PASTE and PASTE in self._keys:
            self._pasted = ""
            return sequence
        key = _respelt(sequence)
        return key if len(key) < 3 or key in self._keys else ""

    def _next_of_paste(self, text: str) -> tuple[str, str]:
        """Return what of a text belongs to the paste, and what comes after it. The mark at its end may come in pieces."""
        before = self._pasted or ""
        self._quiet_since = None
        end = (before + text).find(PASTE_END)
        if end < 0:
            self._pasted = (before + text)[1 - len(PASTE_END) :]
            return text, ""
        cut = end + len(PASTE_END) - len(before)
        self._pasted = None
        return text[:cut], text[cut:]

    def _is_typed(self, text: str) -> bool:
        """Whether someone presses a key in a paste that has no end: otherwise they could never do anything again."""
        if self._quiet_since is None or len(text) != 1:
            return False
        ending = (self._pasted or "") + text
        goes_on = any(ending.endswith(PASTE_END[:length]) for length in range(2, len(PASTE_END)))
        return text in WAYS_OUT or (not goes_on and self._now() - self._quiet_since > PATIENCE)


def is_broken(sequence: str) -> bool:
    """Whether a sequence can't go on with its last character, which then is read for itself."""
    kind, last = sequence[1], sequence[-1]
    if kind in STRINGS and len(sequence) > 2:
        if sequence[-2] == ESC:
            return last != "\\"
        return (last < " " and last not in (ESC, BEL)) or last == DEL or len(sequence) > LONGEST
    return last == ESC or (kind in "[O" and (last < " " or (last > "~" and not sequence.startswith(f"{CSI}M"))))


def is_complete(sequence: str) -> bool:
    """Whether a sequence is whole."""
    kind, body = sequence[1], sequence[2:]
    if kind in STRINGS:
        return body.endswith((f"{ESC}\\", BEL))
    if kind not in "[O":
        return True
    if kind == "[" and body[:1] in SPECIAL:
        return len(body) == SPECIAL[body[0]]
    is_of_rxvt = body.endswith("$") and body[:-1].isdigit()  # it ends keys with Shift in a character that ends nothing
    return bool(body) and ("@" <= body[-1] <= "~" or is_of_rxvt)


def without_sequences(line: str) -> str:
    """Return a line as it was typed, without the sequences that a terminal in line mode put into it."""
    reader = KeyReader()
    return "".join(key.removeprefix(ESC) for key in reader.read(line)) + reader.unfinished_words()


def _respelt(sequence: str) -> str:
    """Return a sequence in its usual form: keys of kitty's protocol and xterm's modifyOtherKeys have others. Empty if let go."""
    if sequence.startswith(SS3) and ("j" <= sequence[2:] <= "y" or sequence[2:] == "M"):
        return chr(ord(sequence[2]) - 0x40)  # the number pad
    if sequence in (f"{CSI}P", f"{CSI}Q", f"{CSI}S"):  # F1, F2 and F4 in kitty's protocol
        return f"{SS3}{sequence[2:]}"
    if not sequence.startswith(CSI) or not sequence[2:3].isdigit():
        return sequence
    end, numbers = sequence[-1], [[_number(part) for part in field.split(":")] for field in sequence[2:-1].split(";")]
    modifiers, event = [*(numbers[1] if len(numbers) > 1 else []), 1, 1][:2]
    held = (modifiers - 1) & ~LOCKS
    if event == 3:  # a key was let go
        return ""
    if end == "u":
        return _pressed(numbers[0][0], held, numbers[0][1] if len(numbers[0]) > 1 else 0)
    if end == "~" and numbers[0] == [27] and len(numbers) == 3:
        return _pressed(numbers[2][0], held)
    if len(numbers) != 2 or (len(numbers[1]) == 1 and held == modifiers - 1):
        return sequence
    first = numbers[0][0]
    if held:
        return f"{CSI}{first};{held + 1}{end}"
    return f"{SS3 if end in 'PQS' else CSI}{first if end == '~' else ''}{end}"


def _pressed(code: int, held: int, shifted: int = 0) -> str:
    """Return the key of a Unicode code, with the modifier keys that are held. Empty if it isn't one that's usual."""
    if code in KEYPAD and not held:
        return KEYPAD[code]
    if not is_character(code):
        return ""
    letter = chr(code)
    if held == CTRL and letter.isascii() and "@" <= letter.upper() <= "_":
        return chr(ord(letter) & 0x1F)
    with_shift = EDITING.get(letter, chr(shifted) if is_character(shifted) else letter.upper())
    return {0: letter, SHIFT: with_shift, ALT: ESC + letter}.get(held, "")


def is_character(code: int) -> bool:
    """Whether a Unicode code is one that can be typed."""
    return code < 0x110000 and (chr(code).isprintable() or chr(code) in EDITING)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 1
