"""Notice when someone writes that they want to die, so that the page can say where to find help.

This is a short list of English phrases for one's own wish to die. It avoids false alarms rather than missing nothing: no
list finds everyone, so `exback crisis` is mentioned all over the program as well. Nothing is withheld or sent because of it,
and it never claims to know what was meant.
"""

from __future__ import annotations

import re

WORDS = (
    "Some of what you wrote can mean wanting to die. If it does, please do not stay alone with it. In danger now: 112, 999, "
    "911, or the number where you are. To talk to somebody, leave and type: exback crisis\n\n"
    "If it is about somebody else, call for them. exback is a program: it cannot know what you meant, nobody is reading along, "
    "and nothing was sent. You can go on here, too."
)
"""Shown at the end of the step."""

IN_SHORT = (
    "If this is about wanting to die, please do not stay alone with it. Nobody is reading along here. In danger now: "
    "112, 999 or 911. To talk to somebody, leave and type: exback crisis"
)
"""Shown on the next page once the answer is saved: short, because it is above a question."""


def speaks_of_dying(text: str) -> bool:
    """Whether a typed text has a phrase in which someone says of themselves that they want to die.

    Case, apostrophes, emphasis marks, line breaks and extra spaces don't matter.
    """
    sentences = SENTENCE_END.split(" ".join(text.translate(IGNORED).casefold().split()))
    return any(re.search(PHRASES, sentence) for sentence in sentences if WORTH_A_LOOK.search(sentence))


SENTENCE_END = re.compile(r"(?<=[.!?;…]) ")
# Searching a megabyte for every phrase took 5 s, and most sentences have none of these words.
WORTH_A_LOOK = re.compile(
    "die|dead|kill|unaliv|hang|suicid|alive|exist|live|living|wake up|born|(?:end|tak)(?:e|ing)? (?:my|it all)"
)
IGNORED = str.maketrans("", "", "'’‘ʼ`´*_")


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


# All patterns below search plain text: lower case, single spaces, no apostrophes ("dont", "im"). First who speaks, and how.
ADVERB = (
    "(?: (?:just|really|only|so|still|even|also|honestly|actually|truly|sometimes|often|always|simply|do|kind of"
    "|kinda|sort of|secretly|almost|nearly|seriously|literally|now|then|again|probably|desperately|both|fucking)){0,2}"
)
SELF = (
    "".join(f"(?<!{denied} )" for denied in ("dont think", "not saying", "not that", "not as if", "doesnt mean"))
    + r"\bi"
)
I_AM = rf"{SELF} ?(?:m|am|was|have been|ve been|keep|kept|cant stop|cannot stop|couldnt stop){ADVERB}"
BEFORE_THE_VERB = "(?: (?:just|really|simply|fucking))?"
LEFT_OUT = '(?:^|[.!?;:("“”…—–-] ?)(?:and |but |so )?(?:just |really )?'  # a sentence without its “I”

I_WANT_TO = (
    _any(
        rf"{SELF}{ADVERB} (?:want(?:ed)? to|wanna|wish(?:ed)? to|long to)",
        rf"\bpart of me{ADVERB} (?:wants?|wanted) to",
        rf"{LEFT_OUT}(?:want to|wanna)",
    )
    + BEFORE_THE_VERB
)
I_WILL = (
    _any(
        I_WANT_TO,
        rf"{SELF}(?: have|ve)?{ADVERB} (?:need|needed|plan|planned|decided|tried|intend|intended|have|had) to",
        rf"{I_AM} (?:going to|gonna|about to|ready to|planning to|trying to|tempted to)",
        rf"{SELF} ?(?:ll|will|might|may|should|must){ADVERB}",
        rf"\b(?:should|shall) i{ADVERB}",
    )
    + BEFORE_THE_VERB
)
I_THINK_OF = _any(
    rf"{SELF}(?: have|ve)?{ADVERB} (?:think|thought|dream|dreamed|dreamt|fantasi[sz]ed?) (?:of|about)",
    rf"{I_AM} (?:(?:thinking|dreaming|fantasi[sz]ing) (?:of|about)|considering|contemplating|planning)",
    rf"{SELF} ?(?:have|ve|had|keep having){ADVERB} (?:had )?thoughts (?:of|about)",
    rf"{SELF}{ADVERB} (?:feel|felt) like",
    rf"{LEFT_OUT}thinking (?:of|about)",
)
I_DO_NOT_WANT_TO = _any(
    rf"\bi{ADVERB} (?:dont|do not|didnt|did not|no longer|never){ADVERB} (?:want to|wanna|wanted to)",
    rf"\b(?:dont think|not sure|not sure if|dont know if|dont know whether) i{ADVERB} (?:want to|wanna)",
    rf"{LEFT_OUT}(?:dont|do not|no longer){ADVERB} (?:want to|wanna)",
)

# Then what must not follow, because the same words would mean something else, or what must.
DIE = (  # not "die laughing", "die of shame", "die old", "die in your arms", "die on that hill"
    r"die\b(?! (?:laughing|laughter|happy|old|rich|free|of|from|for(?! real)|with|on|as|to|at (?:home|the|a|\d)|a|an"
    r"|in (?:your|his|her|their)|before (?:you|him|her|them|my|i)|knowing|trying|doing|one day|some ?day)\b)"
)
DEAD = r"dead\b(?! (?:asleep|serious|sure|certain|honest|drunk|tired|set|last|to)\b)"
NO_MORE = (  # "I don't want to live here" is about a flat
    r"(?= ?(?:$|[^\w ])"
    r"| (?:if|because|but|i|im|ever|tomorrow|again|in this world|another day|without (?:him|her|them|you))\b"
    r"| (?:any ?more|any longer|now|at all)\b(?! (?:in|at|with|near|here|there|next|like)\b))"
)
AS_A_JOKE = r"(?! (?:laughing|for|over|at|trying|with (?:work|laughter))\b)"
MY_LIFE = r"my (?:own )?life\b(?! (?:together|with|as|in|here|there|at|on|of)\b)"
MY_OWN_LIFE = r"my own life\b(?! (?:back|into|in|and|more|again|seriously|apart)\b)"
SUICIDE = r"suicide\b(?! (?:prevention|awareness|hotline|helpline|line|rates?|statistics|squad)\b)"

# A string, which `re` compiles on first use: that takes longer than all the rest of the import.
PHRASES = _any(
    rf"{I_WANT_TO} (?:{DIE}|be {DEAD})",
    rf"\b(?:makes?|made|making) me{ADVERB} (?:want to|wanna) {DIE}",
    rf"\bwish i(?: could| would)?{ADVERB} {DIE}",
    rf"\bwish i{ADVERB} (?:was|were){ADVERB} {DEAD}",
    r"\bwish i (?:wasnt|was not|werent|were not) alive\b",
    r"\bwish i (?:was|were|had) never (?:been )?born\b",
    rf"{I_WILL} (?:kill|unalive|hang) my ?self\b{AS_A_JOKE}",
    rf"{I_THINK_OF} (?:killing|unaliving|hanging) my ?self\b{AS_A_JOKE}",
    rf"{I_WILL} (?:end {MY_LIFE}|take {MY_OWN_LIFE})",
    rf"{I_THINK_OF} (?:ending {MY_LIFE}|taking {MY_OWN_LIFE})",
    rf"{_any(f'{I_WILL} end', f'{I_THINK_OF} ending')} it all\b(?! (?:with|between)\b)",
    rf"{_any(f'{I_WILL} commit', I_THINK_OF, f'{I_THINK_OF} committing', 'my', 'my own')} {SUICIDE}",
    rf"{SELF} ?(?:m|am|was|feel|felt|have been|ve been|get|got){ADVERB} (?:feeling )?suicidal\b",
    rf"{_any(rf'{SELF} ?(?:have|ve|had|get|keep having)', 'my')} (?:had |been having )?suicidal thoughts\b",
    rf"{I_DO_NOT_WANT_TO} (?:be alive|exist)\b",
    rf"{I_DO_NOT_WANT_TO} (?:live|go on living|keep living){NO_MORE}",
    rf"{I_DO_NOT_WANT_TO} wake up (?:any ?more|any longer|ever again|again|tomorrow)\b(?! \w)",
    rf"\b(?:hope|wish|hoping|wishing) i (?:dont|never|wouldnt|didnt|wont) wake up{NO_MORE}",
    rf"{I_WANT_TO} (?:go to sleep|fall asleep|sleep) and (?:never|not) wake up\b",
    rf"\bi(?:d|m| would| am)?{ADVERB} (?:be )?better off dead\b",
    r"\bbetter off if i (?:was|were) dead\b",
    rf"\b(?:no|(?:dont|do not) (?:have|see) an?y?) (?:more )?(?:reason|point) (?:left )?(?:to live|in living){NO_MORE}",
    r"\b(?:i have|ive got|ive|i had|theres|there is) nothing (?:left )?to live for\b",
    r"\blife (?:is not|isnt|is no longer) worth living\b(?! without\b(?! (?:him|her|them|you)\b))",
)
