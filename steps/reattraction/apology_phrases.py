"""The phrases that take an apology back, share it out or ask for something, and what a reader might feel.

Data only, as in `draft_phrases`.
"""

from .draft_phrases import FRIGHTENS, LAYS_A_LIFE_ON_THEM, MAKES_SMALL, Signal
from .pretext_phrases import TURNS_UP

DOUBTS_THE_HURT = """
    sorry (W )?(W )?(if|that) you (W )?(felt|feel|were|got|are|think|thought|took|saw|see|find|found|misunderstood|had to feel
        |ended up)
    sorry (W )?(W )?for (anything|whatever|any (W )?(hurt|pain|upset|offence|distress|harm|confusion))|sorry you (W )?(felt|feel|feeling|took|think|thought|got|were|are (upset
        |angry|hurt))
    if (i|anything|something|it|that|this|my W|what i (did|said)) (W )?(W )?(W )?(hurt|upset|offended|bothered|harmed|wronged|caused
        |made you|came across|came over|did (anything|something)|was too|let you)
    if you (W )?(W )?(W )?(felt|were|got) (W )?(hurt|upset|offended|let down|ignored|neglected|betrayed|unloved|pressured|wronged
        |sad|bad|lonely|alone|like i|like that|that way)
    (whatever|anything) (it (is|was) )?i (W )?(did|said|have done|may|might) (W )?(have )?(done|said|wrong|to (hurt|upset))?
    (may|might|could) have (W )?(hurt|upset|offended|seemed|come across|come over|caused|made you|felt)
    (any|some) (W )?(hurt|pain|upset|offence|distress|harm) (i|that|this|you|caused)|you feel that way
    you (W )?(W )?(took|take|taken) (it|me|that|this|what i said|things|everything) (W )?(W )?(wrong|badly|personally|literally|hard
        |to heart|out of context|the way)
    mistakes were made|things were said|it was not (meant|intended)|(was|were|being) (W )?(too|over) ?sensitive
    (you )?overreact(ed|ing)?|you misunderstood|misunderstanding|(only|was|were) (a )?jok(e|es|ing)
    (did|do) not (W )?(mean|intend) (to (hurt|upset|offend|harm|make|scare|lie|cheat|cause|be (cruel|mean|unkind|cold))
        |any (harm|of it)|it (like that|that way|badly))
    never (W )?(meant|intended|wanted) (to (hurt|upset|offend|harm|make you|scare|lie|cheat)|any (harm|of it)|you to)
"""
"""Ways to be sorry that leave open whether anything happened."""

SHARES_THE_BLAME = """
    we (W )?both (W )?(made|said|did|hurt|messed|failed|had|lost|know|acted|were|are|got|played|contributed|could|share|gave|let|lied
        |screwed|broke|need to|have to)
    both (made mistakes|of us (made|said|did|hurt|were|are|had|have|share|know|failed|got|could|played)|sides|to blame|at fault)
    takes two|two sides|two to tango|(you|we) are not (perfect|innocent|blameless)
    you (were|are) not (W )?(perfect|innocent|blameless|easy|angel|saint|exactly|always|without)
    your (part|share|role) (in (it|this|that|what)|too|as well)|not (W )?(only|all|entirely|my|completely) (me|my fault|my doing|mine)
    (also|partly|your|half) your fault|you (W )?(did|said|hurt|lied|cheated|shouted|messed) ~(too|as well)( W)?$
    because you (W )?(never|made|left me|pushed|ignored|lied|stopped|kept|started|hurt|broke|went cold|did not|would not|were not
        |would (gone|been|left|stopped))
    you (made|drove|pushed|forced|provoked|left) me (to|no|do|so|into|with no|react|feel|angry|jealous)
    (if|had) you (had|W not|not|only) ~~(i would (not|never)|this would|we would|none of)|i would (not|never) have ~~if you
    i only (did|said|shouted|lied|left|went|cheated|reacted) ~~(because|since|after you|to)|neither of us|you (W )?started (it|this)
    what did you expect|you pushed me|(like|as) you (did|do)$|you know how you (are|get|were)
"""
"""Ways to be sorry that hand a part of it to the other one."""

HALF_APOLOGIZES = Signal(
    "guilt",
    "It says sorry and then takes it back, or shares out the blame. They may feel blamed for being hurt.",
    finds=f"{DOUBTS_THE_HURT.strip()}\n{SHARES_THE_BLAME.strip()}",
    fine="""
        we (W )?both (W )?(like|liked|love|loved|enjoy|enjoyed|work|know (the|this|that place|a|each|how to|sam|him|her|them)
            |have (W )?(W )?(day|time|work|lives|busy|moment)|were (W )?(invited|at|there|young|in town|reading)|are (W )?(W )?(busy|well|free
            |around|going|invited|in (town|the)|fine|grown|older|adults|ok|okay))
        both of us (are|were|have) (W )?(W )?(busy|well|free|around|invited|in town|fine|time)
        because you never ~~(tried|try|seen|been|had)|(a|was|only|were) jok(e|ing) (about|of|book|shop)|two sides of (the|a)
        you did too$
    """,
)

TAKES_IT_BACK = Signal(
    "but",
    "It takes back what you said before it. They may only believe the second half.",
    finds="but|however|(having|that) said|on the other hand|in (my|all) (defen[cs]e|fairness)|to be fair|in fairness",
    fine="""
        (nothing|anything|everything|anyone|all|none|no|no one|last|not) but|not only ~~but
        but (that|this|it|there|nothing) (W )?(no|not|excuses|an|never) (W )?(excuse|reason|change|make)
        but (that|this|it|there|nothing) (W )?(no|not|excuses|never) (W )?(justify|right|it)
    """,
)
ASKS_FOR_FORGIVENESS = Signal(
    "asks",
    "It asks for forgiveness. They may feel that it's now their turn to give something.",
    finds="forgive|forgiven|forgiveness|forgiving|pardon me|your pardon|accept (my|this) apolog(y|ies)",
    fine="""
        (not|never|nothing|without) ((ask|asking|expect|expecting|want|need|deserve|have) ~)?((to|for|be|being) )?forgive(n|ness)?
        no right to ~(forgive|forgiven|forgiveness)|forgive (myself|(my|the) (spelling|english))
        (not|never|nothing|without) (W )?(W )?(W )?accept (my|this) apolog(y|ies)
    """,
)
ASKS_FOR_A_CHANCE = Signal(
    "asks",
    "It asks for something. They may feel that the apology has a price.",
    finds="""
        please|(second|another|one more|new|last) (chance|try)
        (a|the) chance to (show|prove|make|explain|talk|see|be)
        (you|us|please|would|will) (W )?(come|take me) back|(come|take me) back to (me|us)|^come back|take me back
        back together|(we|us) (W )?(W )?(try|start|begin) (again|over|afresh)|give (us|it|me) ~(try|go|chance)
        (can|could|may) (we|i) (W )?(talk|meet|see|call)|(write|call|text) (me )?back
        i (want|need|would like|would love) (you )?(W )?to (talk|meet|see you|hear|answer|know|understand|believe)
        let me (know|explain|make|show|prove|see|take|come)|tell me (W )?(what|how|if|that|whether|when)|promise me
        do not (hate|ignore|block|leave|give up|shut)|(you|you will) (W )?understand (me|why i)|try to understand
    """,
    fine="""
        (not|never|nothing|without) (ask|asking|expect|expecting|want|need|hope|hoping) ~(W )?(chance|back|again)
        (not|never|nothing|without) (ask|asking|expect|expecting|want|need|hope|hoping) ~(W )?(answer|meet|talk|understand)
        (gave|given|got|had|wasted|threw) ~~chance|please (W )?(do not|feel free|take your time|ignore)
        do not (ask|expect|need|want) ~(W )?(please|understand|let me|tell me|promise)|you (let|would let|had let) me
        (did|would|could) not (W )?(W )?let me( W)?
    """,
)
HOPES_FOR_MORE = Signal(
    "bait",
    "It hopes for more between you. They may see the apology as a way back in.",
    finds="""
        hope (W )?(that )?(we|you and i|you can|you will|you might|you could|one day|some day|someday|this|to) (W )?(W )?(can|could|will
            |might|may|talk|meet|see|hear|be|find|friends|bring|open|help|show|change|trust|believe|let|give|start|again|come|feel)
        (maybe|perhaps|hopefully) (W )?(we|you|one day|some day|someday|it|this|things)
        (miss|love) (you|us|what we)|(think|thinking|thought) (about|of) (you|us)|in love with
        (see|seen|notice|show you|prove|proof) (W )?(that |how |how much )?(i (have )?(W )?(changed|grown|become|am (different|better|a
            |not))|my change)
        (i am|now i am|become) (W )?(a )?(W )?(different|new|changed|better) (person|man|woman|partner|one)
        (be|still be|stay|become) friends|(a|for|over|have|grab|get|some) (W )?coffee|(over|for) (a )?(drink|dinner|lunch)|our (future|love|relationship|song|story)
        (for|save|fix|repair|rebuild|mend) us|(start|starting) (again|over|afresh|fresh)|fresh start|clean slate|worth (another|it)$
        (here|there|waiting) (for you )?(if|whenever|when|should) you|my door is (W )?open|if you (W )?(want|need|would like
            |feel like|are ready) ~(me|to talk|to meet|talk|meet|to see|call)|when you are ready|i am (always )?here for you
        (look|looking) forward to|what we had|(so|so that) (we|you) (can|could|will|might)|can (W )?move (on|forward) together
    """,
    fine="""
        (not|never|nothing|without|no) (W )?(W )?(hope|hoping|ask|asking|expect|expecting|see|prove|want|wanting)( W){0,5}
        if you (W )?(want|need|would like) (W )?(W )?(back|money|it|them|the W|that|this|evenings)
    """,
)
EXCUSES_IT = Signal(
    "excuse",
    "It gives a reason. They may hear an excuse, as if it wasn't so serious.",
    finds="""
        i was (W )?(W )?(stressed|tired|drunk|drinking|high|young|depressed|i will|sick|insecure|lonely|hurting|angry|busy|exhausted
            |overwhelmed|upset|confused|burnt out|burned out|anxious|not (myself|thinking|well)|having a (hard|bad|rough|difficult))
        i was (W )?(under ~(stress|pressure)|going through|in a (W )?(bad|dark|difficult|hard|rough) (place|time)|scared (of
            |that|to)|afraid (of|that|to)|out of my mind|at (the end|breaking)|raised|brought up)
        i (had|have had|was having) (a|an|W) (W )?(hard|difficult|bad|rough|terrible|stressful|awful|tough) (childhood|time|year|day|week
            |month|period|patch|upbringing)|(work|my job|my boss|my (W )?(mum|dad|mother|father|parents|family|ex)) (was|were|had|did|made)
        i (had|have|have got) (W )?(W )?(anxiety|depression|adhd|trauma|attachment|temper|issues|a lot (on|going))
        (had no|no other|not have (a|any|another|much) (W )?)choice|could not help|can not help|(that|this|it) is (W )?(how|who|the way) i am
        (nobody|no one|not) is perfect|i am (not perfect|only human)|we all make|everyone (makes|does|lies|says)|only human
        did not (W )?(know|realise|realize) (what i was doing|any better|better|how (much|it|bad|else|to)|that it (would|was|mattered))
        not my (intention|fault)|it (W )?happened$|one thing led|it (W )?(was|is) (W )?(only|once|one time|a one|nothing( serious| more|$)|not (serious|like
            |that|what))|it meant nothing|(meant|mean) nothing to me|(only|at least) (once|one time|a kiss|i (W )?(told|was honest))
        because (i|of (my|the|work)|work|my|it was|everyone)|due to|the (alcohol|drink|drugs|stress|pressure) (W )?(made|was|got|took|did)
        (the|my) (wine|beer|whisky|alcohol) talking|i loved you (so|too|that)|out of love
    """,
    fine="""
        i was (W )?(W )?(W )?W (and|but|,)? ?(that|this|it|but that|but this|but it) (is|was) (W )?(W )?(not|no) (W )?(excuse|reason|justification)
        (not|never|no excuse|nor) (W )?(W )?because|because (i|of my) (W )?(lied|broke|hurt|cheated|shouted|let|left|was wrong|did it|choice
            |lie|lies|words|actions|chose|decided|wanted to)
        i was (W )?(W )?(angry|upset|busy|scared|afraid|tired|drunk) (at|with) (you|them|W) (and|when) (W )?(W )?(shouted|took it out)
    """,
)
QUESTIONS_THE_HURT = Signal(
    "doubt",
    "It leaves open whether you hurt them. They may feel that you don't believe them.",
    finds=f"""{DOUBTS_THE_HURT}
        sorry if|if you feel (W )?(hurt|upset|offended|let down|that way)|not (W )?that bad|(did|do) not (W )?(mean|intend)
        never (W )?(meant|intended)
    """,
    fine="i (say|said) (that )?i (did|do) not mean",
)
SHARES_IT_OUT = Signal(
    "both",
    "It gives them part of the blame. They may feel accused in the middle of an apology.",
    finds=f"""{SHARES_THE_BLAME}
        because of (you|your|how you|what you|the way you)|we (are |were )?both|^both of us
        because you (W )?(were|are|did|do|had|have|would|could|said|wanted|can|will|get|got)
        you (were|did|are|had|said|lied|could|have) (W )?(too|as well)$
    """,
    fine="""
        (not|never) (W )?(W )?because (of )?you|not your (W )?(part|share|side|fault)|no (part|share) of
        because you (have |had |would )?(W )?(trusted|trust|believed|relied|counted|loved)
    """,
)
APOLOGY_SIGNALS = (
    TAKES_IT_BACK,
    ASKS_FOR_FORGIVENESS,
    ASKS_FOR_A_CHANCE,
    HOPES_FOR_MORE,
    EXCUSES_IT,
    QUESTIONS_THE_HURT,
    SHARES_IT_OUT,
    MAKES_SMALL,
    TURNS_UP,
    LAYS_A_LIFE_ON_THEM,
    FRIGHTENS,
)
