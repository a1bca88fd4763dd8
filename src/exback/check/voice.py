"""The check of how the texts for people sound: as plain spoken English, or as if translated.

It reads the string literals of a module without running it. A comment `# voice: why` excepts its line or, where a text
in triple quotes ends, that text. It is a lint and not a goal: a page can pass it and still sound wrong.
"""

from __future__ import annotations

import ast
import re
import tokenize
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

CONTRACTED = 0.9
"""The share of places where speech contracts that a file has to contract; when it doesn't, each open place is named."""
LONGEST = 30
FEWEST_WORDS = 3
VALUE = "#"
"""Stands in a text for what is filled in."""

PARTICIPLE = (
    r"(?:(?:already|also|always|both|ever|just|never|not|now|often|once|only|since|still|then) )?(?:\w{2,}ed|been"
    r"|become|begun|bought|broken|brought|built|chosen|come|cut|done|drunk|eaten|fallen|felt|forgotten|found|given"
    r"|gone|got|grown|had|heard|held|hurt|kept|known|left|let|lost|made|meant|met|paid|put|read|run|said|seen|sent|set"
    r"|shown|slept|spoken|spent|taken|thought|told|understood|woken|won|written)\b"
)
MORE = r"(?! *(?:[.,;:!?)”’\"…]|\n|$|and\b|or\b|but\b))"
"""After a contraction something has to follow: “yes, it is.” is said in full."""
LEADING = r"(?:as|how|than|what|whatever|where|wherever|who|whoever) "
BE = r"(?:I am|(?:they|we|you) are|(?:he|here|how|it|she|that|there|what|where|who) is)\b"
OPEN = re.compile(
    r"\b(?:(?:are|could|did|do|does|had|has|have|is|should|was|were|would) not\b|cannot|can not|will not\b"
    rf"|(?P<led>{LEADING})?(?:{BE}(?P<doing>(?= (?!\w*thing\b)\w+ing\b))?|(?:he|I|she|they|we|you) would\b){MORE}"
    rf"|(?:I|they|we|you) have (?={PARTICIPLE})|(?:he|it|she|there) has (?={PARTICIPLE})"
    rf"|(?:he|I|she|they|we|you) had (?={PARTICIPLE}){MORE}|(?:he|I|it|she|they|we|you) will\b{MORE})",
    re.IGNORECASE,
)
"""Two words that speech makes one of."""
SHORT = re.compile(
    r"\b(?:\w+n['’]t|(?:he|here|how|I|it|she|that|there|they|we|what|where|who|you)['’](?:d|ll|m|re|s|ve))\b",
    re.IGNORECASE,
)

TIMES = "(?:minutes|hours|weeks|months|years)"
WORDS = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), instead)
    for words, instead in {
        "somebody|anybody|everybody": "someone, anyone or everyone",
        "nobody": "no one",
        "need not|needn['’]t": "don't have to",
        rf"(?-i:some) {TIMES}(?! (?:are|feel|were|will|you)\b)|some {TIMES} (?:ago|from|later)": "a few",
        "(?:after|for|in|takes?|took) some days|some days (?:ago|from|later)": "a few",
        "(?<!of )whom": "who",
        "upon": "on",
        "shall": "will",
        "ought": "should",
        "anew|afresh": "again",
        "hence|lest|thereafter|thereby|thereof|thus|whence|whereby|hitherto|henceforth": "the everyday word",
        "amongst": "among",
        "whilst": "while",
        "save for": "except for",
        "aught|naught": "anything or nothing",
        "whosoever|whatsoever": "anyone or at all",
        "(?:comes?|came|coming) about": "happen",
        "mend|mends|mended": "fix or repair",
        "unasked": "without being asked",
        r"(?:stands?|stood) (?:as|here|in|only|still|there)": "is",
        "(?:copy|file|folder|it|that|this|what|which) (?:lies|lay)": "is",
        "(?:here|there) lies?|(?:may|might|seems to) lie": "is",
        r"needs (?:\S+ )?behind it": "after it",
        "(?:anyone|nobody|one|their|your)(?:['’]s)? leave to": "permission",
        "relapses?|relapsed": "slip",
        "vows?|vowed": "rule",
        "put by": "sealed",
        "fresh walk|new walk|another walk through": "start again, or your first time through",
        "(?:has|had|have) run its length": "is over",
        "looks? once a month|monthly look": "monthly check-in",
        "(?:a|each|every|first|last|one|per|this) sitting|sittings": "session",
        "rests on": "is based on",
        "burnt|burned": "deleted for good",
        "sheets?": "page",
        "second screen": "alternate screen",
    }.items()
)

AUXILIARY = r"(?:are|can|could|did|do|does|is|was|were|will|would)"
HAVE = r"(?:had|has|have)"
SUBJECT = r"(?:exback|he|I|it|no one|she|they|we|you)"
PLACE = r"(?:above|after|among|at|before|behind|below|beside|beyond|from|in|of|on|over|to|under|with)"
STANDS = r"(?:belongs?|comes?|goes|hangs?|lay|lies?|sits?|stands?|stood)"
VERBS = r"(?:\w+n['’]t|cannot|are|can|could|did|do|does|had|has|have|is|was|were|will|would)"
SAYING = r"(?:\w+ )?(?:ask|know|read|said|say|tell|think|thought|told)s?\b"
ORDER = {
    "inverted": (
        r"(?:\w{3,}ed|Done|Found|Given|Gone|Kept|Lost|Made|Meant|Put|Said|Shown|Taken|Written) (?:are|is|was|were) \w",
        rf"(?:Not (?:before|once|only|till|until)|Only (?:after|if|now|once|then|when)) .*?\b{AUXILIARY} {SUBJECT} \w",
        rf"(?i:{PLACE}) no .*?\b{AUXILIARY} {SUBJECT} \w",
        rf"(?:Hardly|Neither|Never|Nor|Nowhere|Rarely|Seldom) (?:{AUXILIARY}|{HAVE}) (?:{SUBJECT}|that|the|this|your)\b",
        rf"(?:Had|Should|Were) (?:{SUBJECT}|that|the|there|this|your) (?!.*\?$)",
        rf"(?i:{PLACE}) (?!that\b|this\b)[^,.:]{{1,40}}? {STANDS} (?:a|an|no|only|the|what|your)\b",
        r"(?:Better|Easier|Harder|More important|Such|Worse) (?:are|is|was|were) (?!to\b|than\b)",
        rf"What [^,?]+, {SUBJECT} {VERBS}(?: not)?\.",
        rf"(?:Much|Most|More|These|This|Those) {SUBJECT} (?:can|cannot|can['’]t|don['’]t|have|need|won['’]t)\b",
    ),
    "headless": (r"(?:Who|Whoever) (?!(?:is|was|\w+n['’]t) (?:it|that|this|you)\b)[^?]+\.[”’\")]*$",),
    "glued on with a colon": (
        (
            rf"(?:[^\s:?]+ ){{2,}}(?!{SAYING})[^:?]*\w: "
            rf"(?!exback\b)(?:{SUBJECT}|nothing|that|there|this)\b(?:['’]\w+)? (?!\w+[”’\"])\w"
        ),
    ),
}
ORDER_PATTERNS = tuple((re.compile(pattern), why) for why, patterns in ORDER.items() for pattern in patterns)
HOW = {
    "inverted": "Say who does what first.",
    "headless": "Begin with “Someone who” or “If you”.",
    "glued on with a colon": "Make two sentences of it, or join them with a word.",
}
END = re.compile(r"(?:(?<=[.!?…])[”’\")]*\s+|\n+)(?:- )?")
NOTATION = re.compile(r"[|\\{}]|\(\?|\w+: [\w ]+, \w+: ")
"""Patterns, styles and formats are no text for people."""
FILLED = re.compile(r"\{\w*\}")

SPELT = ("no zero never", "one once a an", "two twice", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NUMBERS = {word: number for number, words in enumerate(SPELT) for word in words.split()}
UNITS = {"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200, "year": 525600}
NUMBER = re.compile(
    rf"\b(?P<number>\d+|few|{'|'.join(NUMBERS)})\b(?:.*?\b(?P<unit>{'|'.join(UNITS)})s?\b)?", re.IGNORECASE
)
EITHER = re.compile(
    r"\w+n['’]t (?:know|say|said|sure)\b|\bthat['’]s all\b|\bnot sure\b|\brather not\b|\b(?:else|neither|none|nothing)\b",
    re.IGNORECASE,
)
"""What fits under any question."""
KINDS = {
    "a sentence": re.compile(r"(?:he|I|it|she|that|there|they|we|you)\b(?! (?:and|or)\b)", re.IGNORECASE),
    "a noun": re.compile(r"(?:a|an|her|his|my|our|the|their|these|those|your)\b", re.IGNORECASE),
    "a verb": re.compile(
        r"(?:add|answer|archive|ask|be|begin|breathe|bring|burn|call|change|check|choose|close|correct|delete|don['’]t"
        r"|drink|end|eat|finish|forget|get|give|go|hand|have|hide|keep|leave|let|lie|listen|lock|look|make|merge|move"
        r"|mute|open|pause|plan|put|read|remove|say|seal|see|send|set|show|sign|start|stay|stop|take|talk|tell|tidy"
        r"|try|turn|wait|walk|wash|write)\b(?! (?:is|was)\b)",
        re.IGNORECASE,
    ),
    "a word in -ing": re.compile(r"(?!during|nothing|something|everything|evening|morning)\w+ing\b", re.IGNORECASE),
}  # fmt: skip


class Problem(NamedTuple):
    """What doesn't sound like speech, and the line it is on."""

    line: int
    says: str


class Text(NamedTuple):
    """A text for people: its words, with `VALUE` for what is filled in, and the line that each of them is on."""

    words: str
    lines: tuple[int, ...]

    def line(self, offset: int) -> int:
        """Return the line that the text is on at an offset."""
        return self.lines[min(len(re.findall(r"\w+", self.words[:offset])), len(self.lines) - 1)]

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Yield each sentence and where in the text it begins; each line of a list is one."""
        start = 0
        for end in [*END.finditer(self.words), None]:
            sentence = self.words[start : end.start() if end else None]
            if re.search(r"\w", sentence):
                yield start, sentence.strip()
            start = end.end() if end else start


def problems(source: str) -> list[Problem]:
    """Return what in the texts of a module doesn't sound like speech, in the order of its lines.

    Raises:
        SyntaxError: It is no Python.
    """
    tree = ast.parse(source)
    excepted = _excepted(source)
    every = [*texts(source, tree)]
    heard = [*_contractions(every, excepted), *_options(tree)]
    for text in every:
        heard += [*_words(text), *_sentences(text)]
    return sorted({problem for problem in heard if problem.line not in excepted})


def texts(source: str, tree: ast.Module | None = None) -> Iterator[Text]:
    """Yield the texts for people in a module: its literals of three words and more, without patterns.

    Of docstrings only those of commands are for people: they are the help.
    """
    tree = tree or ast.parse(source)
    rows = source.split("\n")
    skipped: set[int] = set()
    helps: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and any(map(_is_command, node.decorator_list)):
            helps.add(id(node.body[0]))
        elif isinstance(node, ast.Expr) and id(node) not in helps:
            skipped.add(id(node.value))
        elif isinstance(node, ast.JoinedStr):
            skipped |= {id(value) for value in node.values}
        elif isinstance(node, ast.FormattedValue) and node.format_spec:
            skipped.add(id(node.format_spec))
        elif isinstance(node, ast.Attribute) and node.attr == "split":
            skipped.add(id(node.value))
        if id(node) in skipped or not isinstance(node, ast.Constant | ast.JoinedStr):
            continue
        words = FILLED.sub(VALUE, _words_of(node))
        raw = rows[node.lineno - 1].encode()[node.col_offset : node.col_offset + 2].lower().startswith((b"r", b"fr"))
        is_said = len(words.split()) >= FEWEST_WORDS and re.search("[a-z]{2}", words)
        if is_said and not raw and not NOTATION.search(words):
            yield Text(words, _lines(words, node, rows))


def _is_command(decorator: ast.expr) -> bool:
    match decorator:
        case ast.Call(func=ast.Attribute(attr="command")):
            return True
    return False


def _words_of(node: ast.AST) -> str:
    """Return the words of a literal, or nothing."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(str(value.value) if isinstance(value, ast.Constant) else VALUE for value in node.values)
    return ""


def _lines(words: str, node: ast.expr, rows: Sequence[str]) -> tuple[int, ...]:
    """Return the line of each word of a text. Its words come in the same order in the source, with others between."""
    first, last = node.lineno, node.end_lineno or node.lineno
    parts = [row.encode() for row in rows[first - 1 : last]]
    parts[-1] = parts[-1][: node.end_col_offset]
    parts[0] = parts[0][node.col_offset :]
    source = [
        (word, line)
        for line, part in enumerate(parts, first)
        for word in re.findall(r"\w+", re.sub(r"\\[nt]", " ", part.decode()))
    ]
    lines, at = [], 0
    for word in re.findall(r"\w+", words):
        at = next((place for place in range(at, len(source)) if source[place][0] == word), at)
        lines.append(source[at][1])
    return tuple(lines)


def _excepted(source: str) -> set[int]:
    """Return the lines that a comment excepts. A text in triple quotes has its comment where the quotes end."""
    lines: set[int] = set()
    ends: dict[int, int] = {}
    begun: list[int] = []
    for token in tokenize.generate_tokens(iter(source.splitlines(keepends=True)).__next__):
        kind = tokenize.tok_name[token.type]
        if kind == "COMMENT" and token.string.startswith("# voice: "):
            lines.add(token.start[0])
        elif kind == "FSTRING_START":
            begun.append(token.start[0])
        elif kind in {"STRING", "FSTRING_END"}:
            start = begun.pop() if kind == "FSTRING_END" else token.start[0]
            ends |= dict.fromkeys(range(start, token.end[0]), token.end[0])
    return lines | {line for line, end in ends.items() if end in lines}


def _contractions(every: Sequence[Text], excepted: set[int]) -> Iterator[Problem]:
    """Find the places that speech contracts, in a module that contracts too few of them."""
    short = sum(len(SHORT.findall(text.words)) for text in every)
    open_ = [
        Problem(line, f"It says “{match[0].strip()}”. Contract it, as speech does.")
        for text in every
        for match in OPEN.finditer(text.words)
        if not (match["led"] and not match["doing"]) and (line := text.line(match.start())) not in excepted
    ]
    if short < CONTRACTED * (short + len(open_)):
        yield from open_


def _words(text: Text) -> Iterator[Problem]:
    """Find words that no one would use to a friend."""
    for pattern, instead in WORDS:
        for match in pattern.finditer(text.words):
            yield Problem(text.line(match.start()), f"It says “{match[0]}”. In plain English: {instead}.")


def _sentences(text: Text) -> Iterator[Problem]:
    """Find sentences that are too long, or whose order isn't that of speech."""
    for start, sentence in text.sentences():
        line, begins = text.line(start), " ".join(sentence.split()[:4])
        if (words := len(sentence.split())) > LONGEST:
            yield Problem(line, f"The sentence “{begins} …” has {words} words. Make two of it, of {LONGEST} or less.")
        for pattern, why in ORDER_PATTERNS:
            if pattern.match(sentence.lstrip("“\"‘'(")):
                yield Problem(line, f"The sentence “{begins} …” is {why}. {HOW[why]}")


def _options(tree: ast.Module) -> Iterator[Problem]:
    """Find questions whose options aren't of one kind, or whose numbers aren't in order."""
    for node in ast.walk(tree):
        labels = [*map(_label, node.elts)] if isinstance(node, ast.Tuple | ast.List) else []
        yield from _mixed([(line, label) for line, label in filter(None, labels) if not EITHER.search(label)])
        yield from _unsorted([*filter(None, labels)])


def _label(node: ast.expr) -> tuple[int, str] | None:
    """Return the label of an option, with its line."""
    match node:
        case ast.Call(func=ast.Name(id="Option"), args=[_, label, *_]):
            return label.lineno, _words_of(label)
    return None


def _mixed(labels: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    """Find the first option of another kind than the first whose kind is known."""
    kinds = [
        (next((kind for kind, pattern in KINDS.items() if pattern.match(label)), ""), line, label)
        for line, label in labels
    ]
    known = [each for each in kinds if each[0]]
    for kind, line, label in known:
        if kind != known[0][0]:
            first = f"“{known[0][2]}” with {known[0][0]}"
            yield Problem(line, f"The option “{label}” begins with {kind}, and {first}. Begin all with the same.")
            return


def _unsorted(labels: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    """Find numbers out of order, where half of the options or more have one; falling is an order too."""
    sizes = [(size, line, label) for line, label in labels if (size := _size(label)) is not None]
    rising = [size for size, _, _ in sizes]
    if 2 * len(sizes) >= len(labels) and rising not in (sorted(rising), sorted(rising, reverse=True)):
        _, line, label = next(each for last, each in pairwise(sizes) if each[0] < last[0])
        yield Problem(line, f"The option “{label}” is out of order. Sort the numbers.")


def _size(label: str) -> int | None:
    """Return the number in a label, in minutes where it is a time. Without a unit, “a” and “no” are no numbers."""
    match = NUMBER.search(label)
    number, unit = (match["number"].lower(), (match["unit"] or "").lower()) if match else ("", "")
    if not number or (not unit and number in {"a", "an", "few", "no"}):
        return None
    return (int(number) if number.isdecimal() else NUMBERS.get(number, 3)) * UNITS.get(unit, 1)
