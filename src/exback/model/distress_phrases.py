"""The phrases that `distress` looks for: of wanting to die, of harming someone, and of being threatened by someone.

Data only. Every pattern searches one sentence of plain text: lower case, single spaces, no apostrophes ("dont", "im"). They
come in pairs: words, one of which every phrase of the group has, and the phrases. Searching a megabyte for every phrase
took seconds, and most sentences have none of these words.

They are strings, which `re` compiles on first use: that takes longer than all the rest of the import. No repetition is
unbounded, so a long text without a full stop doesn't take long either.
"""

from __future__ import annotations


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


def _after(beginning: str, *endings: str) -> str:
    """Return one pattern for a beginning that several phrases share: compiled once, not once for each of them."""
    return f"{beginning}{_any(*endings)}"


# Who speaks, and how.

ADVERB = (
    "(?: (?:just|really|only|so|still|even|also|honestly|actually|truly|sometimes|often|always|simply|do|kind of"
    "|kinda|sort of|secretly|almost|nearly|seriously|literally|now|then|again|probably|desperately|both|fucking|all"
    "|constantly|definitely|genuinely|basically|already|totally|completely|swear to god|swear|well|better)){0,2}"
)
DENIED = (
    *("dont think", "not saying", "not that", "not as if", "doesnt mean", "he thinks", "she thinks", "they think"),
    *("he thought", "she thought", "they thought", "asked if", "asks if", "asked me if", "asks me if", "asked whether"),
    *("everyone thinks", "you think", "you thought", "as if", "its not like"),
)
SELF = "".join(f"(?<!{denied} )" for denied in DENIED) + r"\bi"
I_AM = rf"{SELF} ?(?:m|am|was|have been|ve been|keep|kept|cant stop|cannot stop|couldnt stop){ADVERB}"
BEFORE_THE_VERB = "(?: (?:just|really|simply|fucking|actually|literally)){0,2}"
LEFT_OUT = '(?:^|[.!?;:,("“”…—–-] ?)(?:and |but |so |honestly )?(?:just |really )?'  # a sentence without its “I”
WANT_TO = "(?:want(?:ed|ing)? (?:to|too|2)|wan+a|wanto|wnat to|wish(?:ed)? to|long(?:ed)? to)"

I_WANT_TO = (
    _any(
        rf"{SELF}(?: have|ve)?{ADVERB} {WANT_TO}",
        rf"{I_AM} wanting to",
        rf"\b(?:part|some|half|all) of me{ADVERB} (?:wants?|wanted) to",
        rf"{LEFT_OUT}(?:want to|wan+a)",
        r"\bmake me (?:want to|wanna)",
    )
    + BEFORE_THE_VERB
)
I_WILL = (
    _any(
        I_WANT_TO,
        rf"{SELF}(?: have|ve)?{ADVERB} (?:need|needed|plan|planned|decided|tried|intend|intended|have|had|am|got) to",
        rf"{I_AM} (?:going to|gonna|gunna|about to|ready to|planning to|planning on|trying to|tempted to|this close to)",
        rf"{SELF} ?(?:ll|will|might|may|should|must){ADVERB}",
        rf"\b(?:should|shall) i{ADVERB}",
        rf"{LEFT_OUT}(?:(?:am )?going to|gonna|gunna|about to|tempted to|planning to|trying to)",
    )
    + BEFORE_THE_VERB
)
I_THINK_OF = _any(
    rf"{SELF}(?: have|ve)?{ADVERB} (?:think|thought|dream|dreamed|dreamt|fantasi[sz]ed?) (?:of|about)",
    rf"{I_AM} (?:(?:thinking|dreaming|fantasi[sz]ing|daydreaming) (?:of|about)|considering|contemplating|planning|imagining)",
    rf"{I_AM} (?:close to|on the verge of)",
    rf"{SELF} ?(?:have|ve|had|keep having|keep getting|get){ADVERB} (?:had )?(?:thoughts|urges|dreams|fantasies) (?:of|about)",
    rf"{SELF}{ADVERB} (?:feel|felt) like",
    rf"{LEFT_OUT}(?:(?:cant stop |keep |been |always )?thinking (?:of|about)|thoughts (?:of|about)|feel like)",
)
I_DO_NOT_WANT_TO = _any(
    rf"\bi{ADVERB} (?:dont|do not|didnt|did not|no longer|never){ADVERB} (?:want to|wan+a|wanted to|wish to|care to)",
    rf"\b(?:dont think|not sure|not sure if|dont know if|dont know whether) i{ADVERB} (?:want to|wanna|can)",
    rf"\bpart of me{ADVERB} (?:doesnt|does not|no longer){ADVERB} wants?(?: to)?",
    rf"{LEFT_OUT}(?:dont|do not|no longer){ADVERB} (?:want to|wan+a)",
    r"(?<!they )(?<!you )(?<!we )(?<!who )(?<!people )(?<!kids )(?<!children )(?<!parents )(?<!just )\b(?:dont|do not)"
    r" (?:want to|wan+a)",
)

# What must not follow, because the same words would mean something else, or what must.

DIE = (  # not "die laughing", "die of shame", "die old", "die in your arms", "die on that hill"
    r"die\b(?! (?:laughing|laughter|happy|old|rich|free|of|from|for(?! real)|with|on|as|to|at (?:home|the|a|\d)|a|an"
    r"|in (?:your|his|her|their|that|this|peace)|before (?:you|him|her|them|my|i)|knowing|trying|doing|one day|some ?day"
    r"|young|wondering|single|alone|inside|when (?:he|she|they|it|my|the|we) )\b)(?!-)"
)
DEAD = r"dead\b(?! (?:asleep|serious|sure|certain|honest|drunk|tired|set|last|to|on|center|centre)\b)"
MORE = "(?:any ?more|any longer|no more|anymo)"
NO_MORE = (  # "I don't want to live here" is about a flat
    r"(?= ?(?:$|[^\w ])"
    r"| (?:if|because|cause|cos|but|i|im|ive|and|or|ever|tomorrow|again|in this world|another day|without (?:him|her|them"
    r"|you))\b"
    rf"| (?:{MORE}|now|at all|tonight)\b(?! (?:in|at|with|near|here|there|next|like)\b))"
)
NO_PLACE_AFTER = (  # "I don't want to be here", and no place or company that it's about
    r"\b(?= ?(?:$|[^\w ,])|,(?! (?:in|at|with|near|on|among)\b)| (?:if (?!he|she|they|the|it)|because|but|and|i|im|so|its"
    r"|theres|please|without (?:him|her|them|you))\b)"
)
NOT_A_PLACE = (  # "I don't want to be here any more": not "in this flat", "at this party", "than an hour"
    r"(?!,? (?:in (?!this world\b|this life\b|pain\b|the world\b|this universe\b)|at (?!all\b)|with|for (?:christmas|the"
    r"|this|another)|than"
    r"|when (?:he|she|they|the)|while|without a|on (?:saturday|sunday|monday|my own)|either|working|till|until|before)\b)"
)
AS_A_JOKE = r"(?! (?:laughing|for|over|at|trying|by (?:working|eating|doing)|with (?:work|laughter|kindness))\b)"
MY_LIFE = r"my (?:own )?life\b(?! (?:together|with|as|in|here|there|at|on|of)\b)"
MY_OWN_LIFE = r"my own life\b(?! (?:back|into|in|and|more|again|seriously|apart|for granted)\b)"
SUICIDE = (
    r"(?:su[iy]?[ci]+de|sucide|suicid|suis+ide|suiside)\b(?! (?:prevention|awareness|hotline|helpline|line|rates?"
    r"|statistics|squad|mission)\b)"
)
SUICIDAL = r"(?:suicidal+|sucidal+|suicidial|suicidle|suicdal|suisidal|suicidel)"
EXIST = "ex(?:is|si|sis|iss|as)ts?"
DISAPPEAR = "dis{1,2}ap{1,2}(?:ea|e|ie)r(?:ed)?"
ENDS = (
    r"(?= ?(?:$|[^\w ])| (?:again|now|tonight|today|yesterday|last night|this (?:morning|evening)|because|so|and|but|on"
    r" purpose)\b)"
)

DRUG = (
    r"(?:pills?|tablets?|meds|medication|medicine|sleeping (?:pills?|tablets?)|sleepers|paracetamols?|tylenol|ibuprofen"
    r"|aspirins?"
    r"|codeine|co-codamol|xanax|valium|diazepam|zopiclone|benzos|antidepressants?|anti-depressants?|sertraline|pain"
    r" ?k\w{0,3}l\w{0,2}ers"
    r"|insulin|morphine|oxy|opioids|fentanyl|propranolol|amitriptyline|ambien|sedatives)\b"
)
TOOK = r"(?:took|taken|take|taking|swallow|swallowed|swallowing|downed|necked|eaten|had|popped)"
A_LOT = (
    r"(?:too many|too much|so many|a lot|lots|loads|all|the whole|a whole|a bunch|a handful|handfuls|the rest|the entire|an"
    r" entire"
    r"|an? (?:bottle|packet|pack|box|strip|load)|(?:a )?(?:dozen|hundred)s?|[2-9]\d|1\d\d|[1-9]\d\d?0|ten|twelve|fifteen"
    r"|twenty|thirty|forty"
    r"|fifty|sixty|about \d\d|every)"
)
OF_MY = (
    r"(?: (?:lot|bottle|packet|pack|box|strip|load))?(?: of)?"
    r"(?: (?:my|the|these|those|them|his|her|our|mums?|dads?|old|leftover|last|left|sleeping|prescription|other|strong"
    r"|\w+s)){0,3}"
)
AS_PRESCRIBED = (
    r"(?! (?:on time|as|this morning|today|like|with (?:breakfast|food|dinner|water)|every|regularly|properly|for|daily"
    r"|back|to|down|out|away|home|from|of every)\b)"
)
BY_ACCIDENT = (
    r"(?! (?:off|less|shaving|on|a|an|some|loose|free|out|while|when i was|chopping|cooking|slicing|peeling|by accident"
    r"|accidentally|opening"
    r"|in half|down|back|short|another|my|making|doing|with (?:a|the) (?:tin|can|paper|bread|kitchen|lid|glass)|from|too"
    r" much slack|trying|gardening"
    r"|running|at|playing|in the (?:kitchen|garden|gym))\b)"
)
LIMBS = r"(?:my (?:own )?(?:wrists?|arms?|forearms?|thighs?|legs?|skin|hips?|stomach|veins?|throat)|myself)"
RELATIVES = (
    r"(?:mum|mom|mother|dad|father|parents|sister|brother|son|daughter|kids?|children|family|friends|boys|girls|little"
    r" ones?|wife|husband"
    r"|cat|dog|baby|siblings|loved ones)"
)
ALL_THE_OTHERS = _any(
    r"(?:every ?(?:one|body)(?: else)?|the (?:whole )?world|people|no ?body|no one|(?:they|you|we|those people) ?(?:d|ll|re"
    r"|would|will|are|were)? all"
    r"|(?:they|you|the two of them|my parents) ?(?:d|ll|would|will)? both)",
    rf"(?:my|the|our|his|her) (?:\w+ )?{RELATIVES}(?: and (?:my |the )?\w+)?",
)
BETTER = r"(?:better(?: off)?|happier|better of|relieved|fine|a better place|so much easier|freer|safer)"
IF_GONE = (
    r"(?:if|when|once) i(?:d|m)?(?: (?:just|was|were|wasnt|werent|am|had|would|didnt|simply|never|am not|was not|no longer"
    r"|longer|all)){0,4}"
    r" (?:dead|died|gone|die|disappeared|disappear|vanished|not here|not around|here(?= ?(?:$|[^\w ]| any ?more| any"
    r" longer))|alive|existed|exist"
    r"|(?:been )?born|not alive|killed my ?self|out of the way)\b"
)
LIVING = (
    r"(?:living|being alive|being here|life|existing|staying alive|waking up|being on this (?:earth|planet)|breathing)"
    r"\b(?! (?:in|at|with|alone|like (?!this)|there|together|next|out|apart|on|near|under|room|here|for|away|so far|this"
    r" close|up (?:at|to|early|every))\b)"
)
GOING_ON = (
    r"(?:going on|carrying on|going|living|trying to (?:live|stay alive)|being here|being alive|staying alive|existing"
    r"|waking up)"
)
GO_ON = _any(
    rf"(?:go|carry) on(?= ?(?:$|[^\w ])| (?:{MORE}|like this|much longer|living|without|this way|with (?:life|this life"
    rf"|living|my life)|another day|if|i|because)\b)",
    r"(?:keep|continue|go on) (?:going|living|existing)(?= ?(?:$|[^\w ])| (?:like this|any ?more|any longer|on|this way"
    r"|without|much longer)\b)",
    r"live(?: (?:like this|with (?:myself|this pain|the pain|this))?)? ?any ?more\b(?! (?:in|at|with|here|there)\b)",
    r"(?:face|bear|do|take) (?:life|living|being alive)\b",
    r"(?:face|take|do|survive|get through|bear|see) (?:another|one more|tomorrow|the next) ?(?:day|night|hour|minute"
    r"|morning|week)?"
    r"(?= ?(?:$|[^\w ])| (?:of this|like this|alive|without)\b)",
)
GO_ON_WITH = (  # "I can't go on like this with him", "… in this job": the relationship or the job, not life
    r"(?! (?:(?:any ?more|like this|this way|any longer|much longer) )?(?:with (?:him|her|them|you|us|my|the|this (?:job"
    r"|flat|relationship|course))"
    r"|at (?:work|this|the)|in (?:this|the|that|my|our) (?!world|life|pain)|holiday|a date|dates|tinder|as (?:we|they)|as a"
    r" couple|between us|living (?:with|in|here|at)"
    r"|without (?:a|coffee|sleep|knowing|talking|some|my (?:phone|glasses|coffee)))\b)"
)
IN_FRONT_OF = (
    r"(?:(?:in front of|under|into|infront of) (?:a|the|that|an?other|some|this|my) (?:oncoming |moving |next )?"
    r"(?:train|bus|car|lorry|truck|tube|tram|traffic|van|underground)s?|into (?:oncoming )?traffic|in front of traffic|on"
    r" the (?:tracks|rails))"
)
OFF_A_HEIGHT = (
    r"(?:off|from|out of|over) (?:a|the|that|this|my|our|some) (?:\w+ )?(?:bridge|roof|balcony|building|cliff|window"
    r"|viaduct|car ?park|edge|tower|pier|ledge)\b"
)
A_WAY_TO_DIE = _any(
    rf"(?:kill|unalive|hang|top|neck|off|drown|shoot|electrocute|suffocate|overdose) my ?self\b(?! (?:in (?:the foot|work"
    rf"|wine|chocolate)|with work)){AS_A_JOKE}",
    rf"(?:jump(?:ed)?|throw my ?self|fling my ?self|step|leap|walk|drive|drop) {_any(OFF_A_HEIGHT, IN_FRONT_OF)}",
    r"(?:drive|crash|steer|swerve) (?:my |the |this )?(?:car |van |bike )?(?:into|off|at) (?:a|the|that|an?other|oncoming)"
    r" (?:\w+ )?(?:wall|tree|bridge|road|cliff|lorry|truck|lamp ?post|barrier|traffic|pillar)\b(?! trip)",
    r"(?:slit|slash|cut|slice) (?:open )?my (?:own )?(?:wrists?|throat|veins?)",
    r"(?:do my ?self in|blow my (?:own )?brains out|put a (?:bullet|gun) (?:in|to|through) my (?:own )?(?:head|mouth|brain))",
    r"(?:od|overdose)\b(?! on (?!pills|my|the|tablets|paracetamol|tylenol|insulin|meds|sleeping|heroin))",
    rf"(?:take|swallow|down) {A_LOT}{OF_MY} {DRUG}{AS_PRESCRIBED}",
    rf"(?:end {MY_LIFE}|take {MY_OWN_LIFE})",
    r"end it all\b(?! (?:with|between)\b)",
    r"(?:kms|unalive|commit s)\b",
    rf"commit {SUICIDE}",
    r"not (?:wake up|exist|be alive|live)\b(?! (?:with|in|at|early|late|near|next))",
)
A_WAY_OF_DYING = _any(
    rf"(?:killing|unaliving|hanging|topping|drowning|shooting|offing|overdosing) my ?self\b(?! (?:in|with|out)){AS_A_JOKE}",
    rf"(?:jumping|throwing my ?self|stepping|leaping|walking|driving) {_any(OFF_A_HEIGHT, IN_FRONT_OF)}",
    r"(?:driving|crashing|steering|swerving) (?:my |the |this )?(?:car |van |bike )?(?:into|off|at) (?:a|the|that|oncoming)"
    r" (?:\w+ )?(?:wall|tree|bridge|road|cliff|lorry|truck|lamp ?post|barrier|traffic|pillar)\b(?! trip)",
    r"(?:slitting|slashing|cutting|slicing) my (?:own )?(?:wrists?|throat|veins?)",
    rf"(?:taking|swallowing|downing) {A_LOT}{OF_MY} {DRUG}{AS_PRESCRIBED}",
    r"overdosing\b(?! on (?!pills|my|the|tablets|paracetamol|tylenol|insulin|meds))",
    rf"(?:ending {MY_LIFE}|taking {MY_OWN_LIFE})",
    r"ending it all\b(?! (?:with|between)\b)",
    rf"(?:committing )?{SUICIDE}",
    r"(?:dying|death)(?= ?(?:$|[^\w -])| (?:all the time|constantly|every|again|tonight|as a)\b)",
    r"(?:not being (?:here|alive|around)(?= ?(?:$|[^\w ])| (?:any ?more|any longer))|being (?:dead|gone)\b)",
)

DYING = (
    (
        r"die|dead|dying|death|alive|here|around|ex[is]|earth|world|born|survived|woke|hit|kill|crash|take|took|end",
        _any(
            # Wanting to be dead
            rf"{I_WANT_TO} (?:{DIE}|be {DEAD}|not be (?:here|alive|around)\b{NOT_A_PLACE})",
            rf"\b(?:makes?|made|making|make) me{ADVERB} (?:want to|wanna) {DIE}",
            rf"\b(?:wish|hope|hoping|wishing|pray|praying|prayed) (?:that )?i(?: could| would|d| will|ll)?{ADVERB} (?:{DIE}"
            rf"|drop dead)",
            rf"\bwish i{ADVERB} (?:was|were|had been|am){ADVERB} (?:{DEAD}|not alive|not here any ?more|no longer (?:here"
            rf"|alive))",
            rf"\bwish i (?:wasnt|was not|werent|were not|isnt){ADVERB} (?:alive|here {MORE}|on this (?:earth|planet)|in"
            rf" this world|around {MORE})\b{NOT_A_PLACE}",
            rf"\bwish i{ADVERB} (?:didnt|did not|never){ADVERB} {EXIST}(?:ed)?\b",
            r"\bwish i ?(?:was|were|had|d|ve) never (?:been )?born\b",
            r"\bwish (?:i|my mum|my mother|my mom) (?:hadnt|had not|had never|never) (?:been born|had me|woken up|woke up"
            r"|survived)\b(?! (?:so|at|to|early|late|next|with|in))",
            rf"\b(?:wish|hope) (?:a|the|some|that|this) (?:\w+ )?(?:car|bus|train|lorry|truck|plane|tumou?r|heart attack"
            rf"|something) (?:would |will |d )?(?:just )?"
            rf"(?:hits?|kills?|crash(?:es)?|runs? me over|take|took|takes|ends?) ?(?:me\b|{ENDS})(?! (?:out|on|to|for|up)\b)",
            rf"{_any(f'{SELF}(?:d| would| had)?{ADVERB}', LEFT_OUT)} rather (?:be {DEAD}(?= ?(?:$|[^\w ])| than (?:live"
            rf"|alive|be (?:alive|here|alone|without)|go (?:on|through)|feel|keep|carry on|do this|face|without|here|spend"
            rf" another|lose))|not be (?:here|alive)|not (?:live|exist))",
            r"\b(?:death|dying|being dead|not existing|suicide) (?:would|will|sounds|seems|is|feels|looks)(?: be| like)?(?:"
            r" (?:so|much|a|the|an|way|my|such|just)){0,3}"
            r" (?:easier|relief|better|only (?:way|option|answer|thing|solution)|peaceful|nice|option|way out|comforting"
            r"|release|kinder|answer)\b",
        ),
    ),
    (
        (
            r"kill|unaliv|hang|top|neck|off|drown|shoot|suffocat|overdos|jump|throw|fling|step|leap|walk|driv|drop|crash"
            r"|steer|swerv|slit|slash|cut|slic|do my|brain|bullet|gun|\bod\b|tak|swallow|down|end|kms|commit|su[iy]?c|not "
            r"|dying|death|die|being|attempt|deserve|safe|to my ?self|all it|worth more|keeping me|into the|into a"
        ),
        _any(
            # Killing oneself, and how
            rf"{I_WILL} {A_WAY_TO_DIE}",
            rf"\b(?:easy|easier|tempting|simple) (?:just )?to (?:just )?(?:{A_WAY_TO_DIE}|take them all|take all of them"
            rf"|swallow them all|step off(?= ?(?:$|[^\w ]))|jump(?= ?(?:$|[^\w ])))",
            rf"{I_THINK_OF} jumping(?= ?(?:$|[^\w ])| (?:tonight|again|off)\b)(?! off the (?:diving|high|garden))",
            rf"(?:{I_THINK_OF} walking|{I_WILL} walk) into (?:the|a) (?:sea|ocean|river|lake|water|canal)(?= ?(?:$|[^\w ])|"
            rf" (?:and|until|till) (?:\w+ )?(?:not|never|keep|keeping|dont|disappear|drown|let)\b)",
            r"\b(?:one|a single) (?:step|jump|turn|push|second|slip)\b.{0,40}\ball it(?:d| would| will|ll) take\b|\ball"
            r" it(?:d| would) take (?:is|would be) (?:one|a single) (?:step|jump|turn|push)\b",
            rf"(?:^|["
            rf" ,])(?:{_any('killing my ?self', 'unaliving my ?self', 'unalive my ?self', f'ending {MY_LIFE}', f'taking {MY_OWN_LIFE}', 'hanging my ?self')})"
            rf" (?:is|would|will|seems|feels|sounds|was|has|keeps?|crosses)\b(?! (?:not|never|no|off the table|at)\b)",
            r"\b(?:way out|option|choice|solution|answer|escape|exit)(?: (?:left|here|of this|i have|i can see|of it))?"
            r" (?:except|exept|but|other than|besides|apart from|is|than) (?:to )?(?:dying|die|death|suicide|be dead|being"
            r" dead|kill(?:ing)? my ?self|end(?:ing)? (?:my life|it all))\b(?! (?:on|of)\b)",
            r"\bworth more dead\b|\bonly thing (?:thats )?keeping me (?:alive|here(?= ?(?:$|[^\w ])| (?:is|now)\b))",
            r"\b(?:what|that) (?:i|ill|i will|i might|i may|i could|im going to|id|i would)(?: \w+)? do to my ?self\b|\bnot"
            r" safe (?:on my own|alone|by my ?self|with my ?self|from my ?self)\b",
            rf"\b(?:dont|do not|didnt) deserve to (?:live|be alive|{EXIST}|be here|breathe|still be here){NO_MORE[:-1]}|"
            rf" after| with what)",
            rf"{I_THINK_OF}{BEFORE_THE_VERB} {A_WAY_OF_DYING}",
            rf"\bi(?: just)? could (?:just|easily|simply|so easily) {A_WAY_TO_DIE}",
            rf"\b(?:thoughts|urge|urges|plan|plans|courage|guts|nerve|way|ways) (?:to|of|for)"
            rf" {_any(A_WAY_TO_DIE, A_WAY_OF_DYING)}",
            rf"\b(?:its|it is|its not|too late|time|easier|better|ready|best) to"
            rf" {_any('kill my ?self', f'end {MY_LIFE}', 'end it all', DIE)}\b(?! with)",
            rf"\b(?:my|my own|my (?:first|second|last)) {SUICIDE} (?:note|attempt|plan|letter)",
            rf"\b(?:my|my own) {SUICIDE}",
            rf"{SELF} ?(?:m|am|was|feel|felt|have been|ve been|get|got|keep){ADVERB} (?:feeling |getting )?(?:so |very "
            rf"|really |pretty |actively |passively )?{SUICIDAL}\b",
            rf"{LEFT_OUT}(?:feeling|feel|been) (?:so |very |really )?{SUICIDAL}\b",
            rf"{_any(rf'{SELF} ?(?:have|ve|had|get|keep having|keep getting|m having)', 'my', LEFT_OUT)}{ADVERB} ?(?:had "
            rf"|been having |having )?suicidal thoughts\b(?! (?:are|is) (?:gone|a))",
            rf"{SELF}(?: have|ve)?{ADVERB} (?:tried|attempted|attempt|googled|looked up|searched)(?: for)?"
            rf" {_any('to kill my ?self', f'to end {MY_LIFE}', f'{SUICIDE}', 'how to (?:kill my ?self|die|hang|tie a noose|overdose)', 'painless ways', 'ways to die')}",
            r"\bhow (?:many|much) (?:\w+ ){0,3}(?:to|would it take to) (?:die|kill (?:me|my ?self|you|yourself))\b",
        ),
    ),
    (
        r"want|wan+a|wnat|wish|long|hop|pray|if only|need|care to|not sure|dont think|dont know",
        _any(
            # Not wanting to live, to be here, to go on
            _after(
                I_DO_NOT_WANT_TO,
                rf" (?:be alive|{EXIST}|be (?:on|in) this (?:earth|planet|world|life))\b",
                rf" be (?:here|around)(?: on (?:this )?earth| in this world)?(?: {MORE}| at all| now| tomorrow|"
                rf" tonight)?{NO_PLACE_AFTER}",
                rf" (?:live|go on living|keep living|continue living|carry on living|stay alive|keep existing){NO_MORE}",
                rf" (?:go on|carry on|keep going|continue)(?= ?(?:$|[^\w ])| (?:any ?more|any longer|like this|living|with"
                rf" (?:life|this life|living))\b){GO_ON_WITH}",
                rf" (?:do|have|live) (?:life|this life|my life)(?: {MORE}\b|(?= ?(?:$|[^\w ])))",
                r" (?:see|face|live (?:to see|through|for)|have) (?:another (?:day|morning|birthday|christmas|year)"
                r"|tomorrow|the morning|the sun (?:rise|come up))(?= ?(?:$|[^\w ])| (?:like this|of this|without (?:him|her"
                r"|them|you)|alive|come|dawn|any ?more)\b)",
                r" (?:make it|survive|last)(?: (?:to|through|until|past))?(?: (?:the|this|tonight|tomorrow|until))?(?:"
                r" (?:night|morning|week|day|christmas))?(?= ?(?:$|[^\w ]))",
                r" wake up (?:any ?more|any longer|ever again|again|tomorrow|in the morning)\b(?! \w)",
            ),
            rf"\b(?:hope|wish|hoping|wishing|pray|praying)(?: that)? i (?:dont|never|wouldnt|didnt|wont|could not|couldnt"
            rf"|could just not|just dont|just wouldnt|just didnt|could never) (?:have to )?wake up{NO_MORE}",
            rf"(?:{I_WANT_TO}|\b(?:wish|hope|if only) i (?:could |would |can |just )?(?:just )?) ?(?:go to sleep|fall"
            rf" asleep|sleep|close my eyes|go to bed) and (?:never|not|dont) (?:ever )?(?:wake(?: back)? up|open them)\b",
            _after(
                I_WANT_TO,
                r" (?:sleep forever|never wake up|be gone(?: forever| for good)?(?= ?(?:$|[^\w ]))|stop (?:existing|living"
                r"|being alive|breathing)|cease to exist|not have been born)\b",
                rf" (?:{DISAPPEAR}|vanish)(?: (?:forever|for good|completely|from (?:this|the) (?:world|earth|planet)|off"
                rf" the face of the earth|and never (?:come back|be found)))\b",
            ),
            rf"{_any(SELF, LEFT_OUT)} ?(?:want|wanted|need|wish for){ADVERB} (?:it all|everything|my life|this life)(?:"
            rf" to)?(?: just)? (?:end|be over|finally end|ends|ended)\b(?! (?:with|between|well|soon so))",
        ),
    ),
    (
        (
            r"cant|cannot|can not|know (?:how|if)|think (?:i|ill|im)\b|(?:see|picture|imagine) (?:how|my ?self)|wont|will"
            r" not|may"
            r" not|might not|doubt|not going to|(?:plan|intend|expect) (?:to|on)|reason|point|purpose|sense|nothing|worth"
            r"|woke|alive"
            r"|survived|will to|desire|wish to|(?:of|with|over|by|from|through) (?:living|being|life|exist|staying|waking"
            r"|breathing|my life"
            r"|this life)"
        ),
        _any(
            # Not seeing how to go on
            rf"\bi{ADVERB} (?:cant|cannot|can not|cant even|dont think i can|dont know if i can|dont know how to|dont know"
            rf" how i can|dont know how i will|dont know how much longer i can){ADVERB} {GO_ON}{GO_ON_WITH}",
            rf"{LEFT_OUT}(?:cant|cannot|can not){ADVERB} {GO_ON}{GO_ON_WITH}",
            r"\bi(?: dont know how| no longer know how| cant see how) (?:to|i can|i could|im supposed to|ill) (?:live"
            r"|survive this|stay alive|keep living|go on living)(?= ?(?:$|[.!?;…])| (?:any ?more|through this|like this)\b)",
            r"\bi (?:wont|will not|dont think ill|dont think i will|dont think im going to|may not|might not|doubt ill|dont"
            r" expect to|not going to|dont plan to|dont plan on|dont intend to)"
            r" (?:be (?:here|around|alive)|make it|live|survive|last|see) (?:much longer|for much longer|past|through the"
            r" night|the night|till morning|until morning|to morning|through tonight"
            r"|tonight|by (?:christmas|tomorrow|morning|the weekend|new year)|this week|to see|tomorrow|another (?:day|week"
            r"|year|christmas|night|birthday)|the week|to be \d+)\b(?! (?:meeting|shift|exam|lecture|(?:\w+ )?party|film))",
            r"\b(?:dont|do not|cant|cannot) (?:see|picture|imagine) my ?self (?:being |still )?(?:alive|living past|making"
            r" it (?:to|past|through)|here (?:at|by|next)|reaching|around (?:at|by|next))",
            r"\bwont matter\b.{0,30}\bi wont be (?:here|around|alive)\b|\bi wont be (?:here|around|alive)\b.{0,30}\bwont"
            r" matter\b",
            rf"\b(?:no|(?:dont|do not|cant|cannot|didnt|no longer) (?:have|see) (?:an?y?|the)|isnt any|isnt a|whats the"
            rf"|what is the|wheres the|see no|have no|not much|is there a|is there any|little)"
            rf" (?:more |real )?(?:reason|point|purpose|sense)(?: left)?(?: (?:in|of|for me|to|me|in me|of me))*? (?:live"
            rf"|being here|stay alive|be alive|exist|be here|go on|carry on|keep going|keep living|wake up"
            rf"|{GOING_ON})(?:{NO_MORE}|(?=\?))(?! if the\b)",
            rf"(?:\b(?:i have|ive got|ive|i had|theres|there is|got|have|is) |{LEFT_OUT})nothing (?:left )?(?:(?:for me"
            rf" )?(?:here|in this world|in this life) )?(?:left )?to live for\b",
            r"\bnothing (?:is )?(?:left )?worth living for\b|\bnothing left (?:for me )?(?:in this (?:world|life)|on this"
            r" earth)\b",
            r"\b(?:life|it|this life)(?: just)? (?:is not|isnt|is no longer|isnt even|doesnt feel|does not feel|feels not)"
            r" worth (?:living|going on|carrying on|staying alive)\b(?! without (?:a|an|any|some|the|my|good|coffee|tea"
            r"|chocolate|cheese|wine|beer|music|books?|friends|risks?|love|art|football|sugar|bread|bacon|pizza|dogs|cats"
            r"|joy|pain|purpose|meaning|laughter|adventure|garlic|butter|carbs|wifi|internet|hope)\b)(?! (?:in|there|here"
            r"|at|if you))",
            r"\b(?:is|was|if) (?:life|my life|living|it|this life) (?:even |really |still )?worth (?:living|staying alive)\b",
            rf"{_any(I_AM, f'{SELF} ?(?:m|am){ADVERB}', LEFT_OUT)} ?(?:so |very |completely |totally )?(?:tired of|sick of"
            rf"|done with|over|finished with|exhausted by|fed up with|exhausted from|through with)"
            rf" (?:{LIVING}|my life(?= ?(?:$|[^\w ]))|this life(?= ?(?:$|[^\w ])))(?! insurance)(?! lessons)",
            rf"\bi{ADVERB} (?:hate|cant stand|cant bear|regret) (?:being alive|that im (?:still )?alive|that i (?:woke up"
            rf"|survived)|having survived)\b",
            r"\b(?:have|ive|ve|got) (?:no|lost (?:my|all)|little) (?:will|desire|wish) to (?:live|go on|be alive|be here)\b",
            r"\b(?:lost|losing) my will to live\b",
        ),
    ),
    (
        r"better|happier|relieved|fine|easier|freer|safer|best|notice|miss me|care|cry|be sad|know|burden|gone",
        _any(
            # Others better off
            rf"\b{ALL_THE_OTHERS}(?: (?:would|will|d|ll|are|is|re|were|might|could|really|all|both|just|probably|honestly"
            rf"|definitely|be|so|much|a lot|far|way|maybe|only|finally)){{0,6}}"
            rf" {BETTER}(?: off| place| in the long run)?(?: and \w+)? (?:with me (?:dead|gone|out of the way)\b|without"
            rf" me\b(?! (?:there|at the|on the|in the (?:team|band|room|meeting|office)))|{IF_GONE})",
            rf"\b(?:their|everyones|everybodys|the kids|my kids|my familys|peoples|all their|the childrens) (?:lives"
            rf"|life)(?: (?:would|will|d|ll|are|all|both|just|probably|honestly|be|so|much|a lot|get)){{0,6}} (?:{BETTER}"
            rf"|simpler|easier)(?: off)? (?:without me|with me (?:dead|gone)|{IF_GONE})",
            rf"\b(?:he|she|they|you|it|we|his life|her life|things?)(?: (?:would|will|d|ll|all|both|just|probably|honestly"
            rf"|be|so|much|a lot)){{0,6}} {BETTER}(?: off)? (?:for (?:everyone|everybody|all of them|them all|my kids)"
            rf" )?(?:{IF_GONE}|with me (?:dead|gone)\b)",
            r"\b(?:better|best|easier) for (?:everyone|everybody|all of them|them all|all|my (?:kids|family|children))"
            r" (?:if|without) (?:i|me)\b(?! (?:dont|didnt|leave|left|stay|come|go|move|moved|tell|said|say|just (?:left|go"
            r"|leave)|at)\b)",
            r"\b(?:no ?(?:one|body)|not a soul|nobody else) (?:would|will|d|ll)?(?: (?:even|really|ever|actually|care"
            r" or)){0,3} ?(?:notice|miss me|care|cry|be sad|even know|know)(?: (?:at all|or care|or notice|much))? (?:if"
            r"|when) i(?:d|m)?"
            r"(?: (?:just|was|were|wasnt|am|had|simply|never)){0,4} (?:dead|died|gone|die|disappeared|disappear|vanished"
            r"|vanish|not here|here any ?more|killed my ?self|existed|stopped existing)\b(?! from (?:the|facebook|instagram"
            r"|social))",
            r"\b(?:would|will) any ?(?:one|body)(?: (?:even|really|actually)){0,3} (?:notice|miss me|care|cry|know)(?: or"
            r" \w+)? (?:if|when) i (?:just )?(?:was gone|were gone|died|disappeared|was dead|vanished|wasnt here|killed my"
            r" ?self|die|disappear)\b",
            rf"\b(?:the world|they|people|everyone|everybody|you|the kids) ?(?:wouldnt|would not|wont)(?: (?:even|really"
            rf"|ever)){{0,2}} (?:miss me|notice|care) (?:{IF_GONE}|if i (?:wasnt|werent) (?:in it|around))",
            r"\bno ?(?:one|body) would (?:really |even |ever )?miss me\b(?! (?:at|on|in|if|when)\b)",
            r"\bi(?:d|m| would| am| might)?(?: (?:just|really|honestly|probably|all|be|only|truly)){0,4} ?(?:be )?better"
            r" off (?:dead|not (?:being )?(?:here|alive)|gone)\b",
            r"\bbetter off if i (?:was|were) dead\b",
            r"\bi ?a?m (?:just |only |nothing but |such )?a burden (?:to|on) (?:every\w*|my (?:whole )?family|all of them"
            r"|the people|the world)\b",
        ),
    ),
    (
        (
            r"took|taken|tak|swallow|down|neck|eaten|had|popp|overdos|\bod|empt|sav|stockpil|hoard|count|lined|collect"
            r"|drank|drunk|pill|tablet|meds"
        ),
        _any(
            # Having taken something
            rf"\bi(?:ve| have|m| am| was| had)?{ADVERB} {TOOK} {A_LOT}{OF_MY} {DRUG}{AS_PRESCRIBED}",
            rf"{LEFT_OUT}(?:took|taken|swallowed|downed) {A_LOT}{OF_MY} {DRUG}{AS_PRESCRIBED}",
            rf"\btook (?:the|my|some|mums|dads|her|his) (?:\w+ )?{DRUG}.{{0,25}}\ball of (?:them|it)\b",
            rf"(?:\bi(?:ve| have)?{ADVERB} |{LEFT_OUT})(?:took|taken|swallowed|downed) (?:way |far )?(?:too (?:much|many)"
            rf"|the lot|them all|all of (?:them|it)|the whole (?:lot|bottle|packet|pack|box|strip))"
            r"(?= ?(?:$|[^\w ])| (?:and|i|last night|tonight|now|again|of (?:my|the|them|it|something)|on purpose|with"
            r" (?:vodka|wine|alcohol|whisky)|about|an hour|half an hour|\d+|(?:a|two|three) (?:few )?(?:hours?|minutes)"
            r"|earlier|this (?:morning|evening))\b)(?! of (?:my|the|your) (?:time|life|money|space))(?! on\b)",
            rf"{SELF}(?: have|ve)?{ADVERB} (?:took an od|taken an od|took an overdose|taken an overdose|overdosed|oded|od"
            rf" ed|od’d|od-ed|odd on)\b(?! on (?!pills|my|the (?:pills|tablets)|tablets|paracetamol|tylenol|insulin|meds"
            rf"|sleeping|heroin|purpose))",
            rf"{LEFT_OUT}(?:(?:took|taken) an overdose|overdosed(?= ?(?:$|[^\w ])| (?:last|again|tonight|yesterday|and|on"
            rf" (?:my|pills|tablets|paracetamol))\b))",
            rf"\bi(?:ve| have|m| am| was|ve been)?{ADVERB} (?:emptied|emptying|saved up|saving up|saving|been saving|been"
            rf" saving up|stockpiling|stockpiled|hoarding|hoarded|counting out|counted out|lined up|counting|counted"
            rf"|collecting){OF_MY} (?:bottle of |packet of |box of )?{DRUG}(?! (?:on|of every|back|to|for (?!weeks|months"
            rf"|days|ages|when|this|tonight|a|the right))\b)",
            rf"\b{DRUG} (?:are |is |all )?(?:lined up|in my hand|in front of me|beside me|next to me|on the bed)\b",
            r"\bi(?:ve| have)? (?:drank|drunk|swallowed) (?:some |the |a )?(?:bleach|antifreeze|drain cleaner|weed ?killer"
            r"|poison)\b",
        ),
    ),
    (
        r"cut|slic|slash|carv|burn|harm|injur|hurt|slit|my ?self|blade|razor",
        _any(
            # Having cut or hurt oneself
            rf"{SELF}(?: have|ve|ve been|ll| will|m| am)?{ADVERB} (?:cut|cutting|sliced|slicing|slashed|carved|slashing"
            rf"|burnt|burned|burning|started cutting|been cutting|keep cutting|kept cutting){ADVERB} {LIMBS}{BY_ACCIDENT}",
            rf"{SELF} ?(?:m|am|ve been|have been|ve started|started|have started|keep|was|began|ve gone back to|went back"
            rf" to){ADVERB} (?:cutting|self[- ]?harming|self[- ]?injuring)\b(?= ?(?:$|[^\w ])| (?:again|my"
            rf" ?self{BY_ACCIDENT}|my (?:arms?|wrists?|thighs?|legs?)|to feel|to cope|because|and|for|every"
            rf"|on)\b){BY_ACCIDENT}(?! and (?:pasting"
            rf"|gluing))",
            rf"{I_WILL} (?:(?:cut|hurt|harm|injure|burn) (?:my ?self|my (?:arms?|wrists?|thighs?|legs?))|self[-"
            rf" ]?harm)\b{BY_ACCIDENT}(?! if i (?:run|lift|climb|train|jump))",
            rf"{LEFT_OUT}(?:started|been|back to|relapsed and started|started up) (?:cutting|self[- ]?harming)\b(?= ?(?:$"
            rf"|[^\w ])| (?:again|my ?self|after|because|and)\b){BY_ACCIDENT}",
            r"\b(?:bleed\w*|cuts?|burns?|marks|scars)\b.{0,60}\bi (?:did|have done|ve done) (?:it|this|that|them) to my"
            r" ?self\b(?! (?:falling|by|when|while|playing|at|with (?:the|a) (?:bike|skate))\b)|\bive done (?:it|this|that)"
            r" to my ?self again\b",
            rf"\bi(?:ve| have)?{ADVERB} (?:hurt|cut|harmed) my ?self\b{BY_ACCIDENT}.{{0,40}}\b(?:bleed\w*|blood|stitches"
            rf"|deep|deeper)\b",
            r"\b(?:blade|razor|razor blade|razorblade) (?:in my hand|to my (?:wrist|arm|skin|throat|leg)|on my (?:wrist"
            r"|skin|arm|leg))s?\b(?!.{0,20}shav)",
            rf"{I_THINK_OF} (?:cutting|hurting|harming|injuring|burning) (?:my ?self|my (?:arms?|wrists?|thighs?"
            rf"|legs?)){BY_ACCIDENT}",
            r"\burge to (?:cut|self[- ]?harm|hurt my ?self|harm my ?self)\b(?! (?:off|my hair|all|ties|contact))",
            rf"{SELF}(?: have|ve)?{ADVERB} (?:hurt|harmed|injured|cut|hurting|harming) my ?self(?= ?(?:$|[^\w ])| (?:again"
            rf"|on purpose|last night|tonight|because|to (?:feel|stop|make)|deliberately|so (?:badly|i|that)|with a"
            rf" (?:razor|knife|blade|lighter)|every|badly)\b)",
            rf"{SELF}(?: have|ve)?{ADVERB} (?:self[- ]?harm|self[- ]?harmed|selfharmed)\b(?! (?:is|awareness|support|was))",
            r"\b(?:relapsed|back to|relapse) (?:with |into |on |in )?(?:cutting|self[- ]?harm(?:ing)?)\b",
            r"\bi(?:ve| have)? slit my (?:own )?wrists?\b",
        ),
    ),
    (
        r"goodbye|farewell|my last|my final|suicide|by the time",
        _any(
            # Saying goodbye
            r"\bmy (?:last|final) (?:goodbye|words|message|letter) (?:to (?:everyone|everybody|the world|my (?:mum|mom|dad"
            r"|kids|family|parents|children)))\b",
            r"\bi(?:ve| have|m| am)? (?:written|writing|wrote|write) (?:my |the |a |all |all my )?(?:goodbye|farewell"
            r"|suicide) (?:letters?|notes?)(?= ?(?:$|[^\w ])| (?:to (?:everyone|my (?:mum|mom|dad|kids|family|parents"
            r"|children|sister|brother))|for (?:everyone|my)|already|and)\b)(?<!goodbye letter)(?<!farewell letter)",
            r"\bby the time (?:you|anyone|they|someone|she|he) (?:reads?|finds?|gets?|sees?) this,? (?:note |letter "
            r"|message )?i(?:ll| will|m|d) (?:already )?(?:be )?(?:dead|gone(?! to)|no longer (?:here|alive))\b",
        ),
    ),
)


# Words of harming someone else: the writer's own, about "them", "you" in a letter, or anyone.

KIN = (
    r"(?:ex|husband|wife|boyfriend|girlfriend|partner|fiance|fiancee|bf|gf|bitch|bastard|man|woman|guy|girl|cunt|whore|slut"
    r"|prick|bloke|lad"
    r"|lover|kids?|children|son|daughter|baby|dog|cat|mother|father|mum|mom|dad|brother|sister|family|boss|lawyer|mate"
    r"|friend|neighbou?r|stepdad|colleague|fella|feller|lot|lass|missus|squeeze|scumbag|pig|snake|cheat|liar)"
)
THEM = (
    rf"(?:him|her|them|you|both of (?:them|you)|the two of them|the pair of them|(?:my|his|her|their|that|the|this|your)(?:"
    rf" \w+)? {KIN}s?"
    r"|someone|somebody|everyone|everybody|people|that thing)\b"
)
SOMEONE = (
    rf"(?:{THEM}|(?!(?:it|time|off|for|a|an|the|my|me|this|that|some|all|any|two|myself|your|his|her|their|in|on|at|to|with"
    rf"|and|or|up)\b)\w+)"
)
KILL = (
    r"(?:fucking )?(?:kil+|drown|murder|strangle|stab|shoot|poison|suffocate|smother|throttle|butcher|hunt|run over|behead"
    r"|bludgeon|shank)"
)
KILLING = r"(?:kil+ing|drowning|murdering|strangling|stabbing|shooting|poisoning|suffocating|smothering|throttling|running over)"
INJURE = (
    r"(?:fucking )?(?:beat|punch|slap|smack|batter|bash|choke|attack|headbutt|knife|kick|burn|scald|hit|thump|deck"
    r"|hospitali[sz]e|maim|torture|smash|beat up|lay into)"
)
INJURING = (
    r"(?:beating|punching|slapping|smacking|battering|bashing|choking|attacking|headbutting|kicking|burning|hitting|hurting"
    r"|torturing|smashing)"
)
WEAPON = r"(?:knife|gun|bat|hammer|crowbar|machete|shotgun|axe|rifle|blade|screwdriver)"
ON_PURPOSE = (
    r"(?= ?(?:$|[^\w ,])|,| (?:so|if|when|because|badly|bad|really|hard|for (?:what|cheating|leaving|all|hurting|doing"
    r"|this)|and|with|one day|the way|like|physically|back|tonight|right now|last night|yesterday|properly|this time|once"
    r"|all|till|until|again|in (?:the|his|her|their|your) (?:face|head|mouth|teeth|stomach|throat|chest|back)|to (?:death|a"
    r" pulp|the ground)|senseless|unconscious)\b)"
)
FIGURE = (  # "I'll kill him with kindness", "… if he eats my yoghurt", "… in the game"
    r"(?! (?:with (?:kindness|love|laughter|a (?:look|smile|joke|cushion|pillow fight)|my (?:cooking|singing))|off\b"
    r"|laughing|softly|at (?!night|work|home|his|her|their|the)"
    r"|in (?:the|chapter|a|this|my|act|round|episode) ?(?:game|book|novel|story|play|film|final|next|first|last|second"
    r"|debate|race|match|season|scrabble|quiz|one|two|\d)?"
    r"|(?:a |an )?(?:message|text|email|mail|line|glance|look|smile|question|reply|dm|quick)|down|up(?! (?:so|if|when"
    r"|because|badly|till|until))|back (?:a|an|with a (?:text|message))|for (?:forgetting|that (?:haircut|joke|pun|song)"
    r"|not|eating|leaving (?:the|his|her|dirty)|being late|saying|making)"
    r"|(?:if|when|for|unless) (?:he|she|they|you|i)? ?(?:\w+ ){0,3}?(?:eats?|ate|eating|finish\w*|watch(?:es)? (?:it|the"
    r"|our|that)|forgets?|forgot|spoils?|drinks?|drank|wakes? (?:me|the)|sings?|singing|late|snores?|spoiler|yoghurt"
    r"|biscuits?|cake|pizza|netflix|dishes|socks|lid|toilet|plants?|sofa|fridge|tell me to smile|make me laugh|jokes?)))"
)
I_COULD_NOW = (
    rf"\b(?:i|i honestly|i swear i|i really) (?:could|would|d) (?:\w+ )?{_any(KILL, INJURE)} {THEM}(?= (?:right now|with my"
    rf" (?:own |bare )?hands|if i (?:saw|see|had|got|could get)|in (?:his|her|their) sleep|and (?:not|feel|no|then"
    rf"|bury))\b)"
)
HARM_INTENT = _any(
    I_WILL,
    r"\b(?:i swear|i promise|i swear to god|so help me|by god)(?: (?:to god|on my life|down))?,? (?:that )?(?:one day"
    r" )?i(?:ll| will|m going to|m gonna)",
    r"\b(?:nothing|what) (?:will|would|could|is going to) stop me from",
    r"\bi(?:d| would) (?:love|like|give anything|pay good money) to",
    r"\bwe(?:re| are|ll| will) (?:all )?(?:going to|gonna|(?=beat the|kick the|break his|break her))",
    r"\bi(?: really| honestly)?(?:ve| have)? (?:half a mind|a good mind|every right) to",
)
HARM_IN_MIND = _any(
    I_THINK_OF,
    rf"{I_THINK_OF} (?:how|ways)",
    r"\bi(?:m| am)? (?:picture|imagine|see|imagining|picturing|dreaming|plotting|planning)(?: myself)?(?: how to)?",
    r"\bim (?:afraid|scared|worried) (?:of|that ill end up|ill end up)",
)
HARM_PLAN = _any(HARM_INTENT, HARM_IN_MIND)
HARMING = (
    (
        (
            "kil|hurt|murder|strangl|stab|shoot|poison|suffocat|smother|throttl|butcher|hunt|run|mow|drown|behead|bludgeon"
            "|shank|driv|take us|take them|someone|somebody|people|guy|men"
        ),
        _any(
            _after(
                HARM_INTENT,
                rf" {KILL} (?:down )?{THEM}{FIGURE}",
                rf" (?:run|mow) {THEM} (?:over|down)\b(?! (?:the|my) (?:list|notes|plan))",
                r" (?:\w+ (?:the kids|them|us all) and )?(?:drive|take) (?:us|us all|all of us|them|the kids|me and the"
                r" kids)(?: all)? (?:off|into|over|under) (?:the|a)\b(?! (?:bridge (?:to|for|and see)|to |house|school|park"
                r"|airport))",
            ),
            rf"\bi(?:ll| will|m going to|m gonna) (?:fucking |bloody )?(?:kill|murder|strangle|stab|shoot) {SOMEONE}(?="
            rf" (?:if|for (?:what|this)|when i|one day|tonight|with my|and)\b){FIGURE}",
            rf"{HARM_IN_MIND} {KILLING} {THEM}{FIGURE}",
            rf"{I_THINK_OF} (?:how (?:to|id|i could|i would|ill|i might|best to)|ways (?:to|of)|a way to) (?:{KILL}"
            rf"|{KILLING}) {THEM}{FIGURE}",
            rf"\b(?:i|ill|i will) (?:\w+ ){{0,3}}?(?:could )?(?:murder|kill|strangle) {THEM}.{{0,30}}\b(?:not joking|not a"
            rf" joke|not in a jok\w+|im serious|i mean it|for real)\b",
            rf"\bim (?:afraid|scared|worried|terrified)(?: that)? (?:i might|i may|ill|i will|i could|im going to|what"
            rf" i)(?: end up)? (?:{KILL}|{KILLING}|hurt|hurting) {THEM}{FIGURE}(?! (?:feelings|by|again by|if i (?:leave"
            rf"|tell|say|go)))",
            I_COULD_NOW,
            rf"\b(?:want|wanted|wish) (?:to see )?{THEM} killed\b",
            rf"\b(?:get|pay|hire|find|know) (?:someone|somebody|people|a man|a guy|guys|men)(?: \w+)? (?:to|who (?:will|can"
            rf"|would|could)) (?:kill|hurt|beat|do|sort|break|stab|shoot|deal with|take care of) {THEM}(?! (?:good|a"
            rf" favou?r|for (?:work|free)|homework|hair))",
            rf"\b(?:kill|killing|murder|shoot|stab) (?:{THEM}|both of us|us both|us all)(?: first)?,?(?: and)? then (?:kill"
            rf" |shoot )?my ?self\b",
        ),
    ),
    (
        (
            "dead|die|hands|grave|ground|coffin|hospital|morgue|wheelchair|box|body ?bag|intensive|knife|gun|bat|hammer|crowbar"
            "|axe|rifle|machete|acid|petrol|boiling|bleach|alive|breath|cant have|with me|bullet|blade|going down|deserves? to"
            " live|finished with|done with|bones|blood|skull|neck|hiding|beating|kicking"
        ),
        _any(
            rf"\bi(?: really| just| only| honestly| so)?{ADVERB} (?:want|need) {THEM} (?:{DEAD}|to die(?= ?(?:$|[^\w ])|"
            rf" (?:slowly|in|screaming|painfully|alone|for what|so|and)))",
            _after(
                HARM_INTENT,
                rf" (?:put|send) {THEM} (?:in|into|to) (?:the (?:ground|hospital|morgue|grave)|hospital|a (?:coffin|grave"
                rf"|wheelchair|box|body ?bag)|an early grave|intensive care)",
                rf" put (?:a |my |this )?(?:bullet|knife|blade|fist|screwdriver)s? (?:in|into|through|in between) (?:{THEM}"
                rf"|(?:his|her|their|your))",
            ),
            rf"\b(?:if|when|once|until|till|wait until|wait till|the minute|the day) i (?:ever |just |finally )?(?:get|lay"
            rf"|got) my hands (?:on|round|around) (?:{THEM}|(?:his|her|their|your) (?:neck|throat))",
            r"\b(?:hell|shell|theyll|you(?:ll| will)|he will|she will|they will|he is|she is|hes|shes|youre|theyre|they are"
            r"|you are)(?: both)?(?: fucking)? (?:be )?dead(?: man| meat)? (?:if|when|once) (?:i|he (?:touches|comes)|she"
            r" (?:touches|comes)|they (?:touch|come)|you (?:touch|come))\b",
            r"\b(?:hes|shes|theyre|youre) a dead (?:man|woman)\b(?! walking(?! (?:if|when|the (?:minute|second|moment))))",
            rf"\bi(?:m| am|ve| have|ll| will)?{ADVERB} (?:going|go|going over|going round|going there|taking|take|took|got"
            rf"|bought|have|carry|carrying|drive|driving|bring|bringing)(?: (?:over|round|there|back|to (?:his|her|their"
            rf"|your)(?: \w+)?|around))?(?: \w+)?"
            rf" (?:a|my|the|dads|this) (?:kitchen |baseball |big |cricket |loaded )?(?:knife|gun|bat|hammer|crowbar|machete"
            rf"|shotgun|axe|rifle)(?: \w+){{0,4}} (?:for {THEM}|and (?:im|ill|i will|wait)|(?:to|round|over) (?:{THEM}"
            rf"|(?:his|her|their|your))|in case (?:he|she|they) (?:opens|answers))",
            rf"\b{WEAPON}\b.{{0,60}}\b(?:im |i am |and )(?:driving|going|heading|walking|on my way|waiting|off)(?: (?:over"
            rf"|round|there|straight|right))?(?: (?:to|for|outside))? (?:{THEM}|(?:his|her|their|your) (?:house|place|flat"
            rf"|home|door|work|mums))",
            rf"\bi(?:m| am|ll| will) (?:go|going|drive|driving|head|heading|come|coming) (?:over|round|there|back|to (?:his"
            rf"|her|their|your) \w+)"
            rf"(?: there)? with (?:a|my|the) (?:\w+ )?{WEAPON}\b",
            rf"\b(?:wait|waiting|there|go|going|come|coming)(?: (?:for|outside|to|after))? (?:{THEM}|(?:his|her|their|your)"
            rf" (?:house|place|flat|home|door|work))(?: \w+)? with (?:a|my|the) {WEAPON}\b",
            rf"\bi(?:ve| have|ve got)? (?:keep|kept|carry|got|bought|have|hide|hid|put) (?:a|my|the) (?:\w+"
            rf" )?{WEAPON}\b.{{0,40}}\b(?:for when|for if|in case|ready for|waiting for) (?:he|she|they|you|him|her"
            rf"|them)\b(?! (?:comes? to (?:visit|dinner)))",
            rf"\b(?:{WEAPON}|bullet)\b.{{0,30}}\b(?:his|her|their|your) names? (?:is |are |written )?on\b",
            r"\b(?:deserves?|needs?|due|has|owed|getting) a (?:good |proper )?(?:hiding|beating|kicking|hammering"
            r"|battering)\b.{0,40}\b(?:i|ill|im)\b.{0,30}\b(?:give|giving|hand|deliver)\b",
            rf"\b(?:when|by the time|once) i(?:m|ve| am| have) (?:done|finished|through) with {THEM}.{{0,50}}\b(?:wont|will"
            rf" not|cant|never|no one will|nobody will)\b(?=.{{0,40}}\b(?:recogni[sz]e|walk|face|talk|breathe|stand|alive"
            rf"|see)\b)",
            r"\bi (?:want|wanna|need|would love|cant wait) (?:to )?(?:hear|see|feel|watch) (?:his|her|their|your) (?:\w+"
            r" )?(?:bones?|neck|skull|ribs|jaw|teeth|blood|face) (?:crack|break|snap|bleed|on the|run|smash|caved)",
            rf"\b(?:throw|pour|chuck) (?:acid|petrol|boiling water|bleach) (?:on|over|at|in|into|through) (?:{THEM}|(?:his"
            rf"|her|their|your))",
            r"\bif i cant have (?:him|her|them|you),? (?:then )?(?:no ?(?:one|body)|nobody else|no one else|no other (?:man"
            r"|woman))(?: else)? (?:can|will|should|gets|is going to|shall)\b",
            r"\b(?:not|wont|dont deserve to|doesnt deserve to) (?:leave|leaving|walk|get|come) out (?:of (?:there|here"
            r"|this) )?alive\b|\bdoesnt deserve to (?:live|breathe|be alive)\b",
            r"\btak(?:e|ing) (?:the kids|him|her|them|you|the children|everyone) with me (?:when i (?:die|go|do it|kill)|to"
            r" the grave)\b|\bif im going down(?:,)? (?:hes|shes|youre|theyre) (?:dying|coming to the grave)\b",
        ),
    ),
    (
        (
            "beat|punch|slap|smack|batter|bash|chok|attack|headbutt|knif|kick|burn|scald|hit|thump|deck|hospitali|maim|tortur"
            "|smash|lay into|hurt|break|snap|torch|set fire|slit|cut|rip|crush|ram|push|shov|grab|threw|throw|slam|drag|pin"
            "|strangl|wring|stamp|cave|blow|trash|bleed|scream|suffer|beg|knock|put his|put her|head|face"
        ),
        _any(
            _after(
                HARM_INTENT,
                rf" {INJURE} {THEM}{ON_PURPOSE}{FIGURE}",
                rf" (?:beat|kick|punch|knock|smack|slap|bash) (?:the|seven) (?:shit|hell|crap|life|living daylights"
                rf"|daylights|shades|fuck|bells|teeth|bejesus|stuffing|soul)(?: of \w+)? (?:out of|outta|from) {THEM}(?!"
                rf" (?:in the|at (?!his|her)))",
            ),
            rf"\bi(?:d| would) (?:love|like|give anything|kill) to (?:{INJURE}|{KILL}|hurt) {THEM}{ON_PURPOSE}{FIGURE}",
            rf"{I_WANT_TO} (?:hurt|harm|injure) {THEM}(?= ?(?:$|[^\w ,])| (?:so (?:bad|badly|much)|badly|bad|physically|the"
            rf" way|like|for what|because|until|till|as much|back|and (?:i|see|watch|make|the)|really|right now|too)\b)",
            rf"\bi(?:ll| will|m going to|m gonna|m about to| might| am going to)(?: (?:fucking|really|seriously|physically"
            rf"|actually|badly|end up|just)){{0,2}} (?:hurt|hurting|harm|injure) {THEM}(?= ?(?:$|[^\w ,])| (?:badly|bad"
            rf"|physically|if (?:he|she|they|you|i see|i have|i dont (?:leave|get out|calm)|this)|tonight|one day|when i"
            rf" (?:see|find|get)|for what|like)\b)(?! (?:feelings|if i (?:tell|leave|say|go|stay)))",
            rf"{HARM_IN_MIND} (?:{INJURING}|{INJURE}|harming) {THEM}{ON_PURPOSE}{FIGURE}(?! feelings)",
            rf"{HARM_PLAN} (?:break|breaking|snap|snapping|smash|smashing|kick|kicking|bash|bashing|cave|punch|punching"
            rf"|crush|slit|slitting|cut|cutting|wring|wringing|stamp on|rip)(?: in| off| out| open)?"
            rf" (?:(?:(?:his|her|their|your)|{THEM})(?: \w+)? (?:legs?|arms?|neck|nose|jaw|face|head|skull|teeth|ribs"
            rf"|fingers|kneecaps|knees|throat|brakes?|brake lines|heart out|eyes|balls|tongue|windows?|car|door|windscreen)"
            rf"|(?:every|all) (?:bones?|window)(?: of the bones)?)(?: in)?(?! with (?:happiness|laughter))",
            _after(
                HARM_PLAN,
                r" (?:burn|burning|torch|torching|set fire to|setting fire to|blow up|blowing up|ram|ramming|trash"
                r"|trashing)(?: down)? (?:(?:his|her|their|your|the|that|this) (?:\w+ )?(?:house|flat|car|place|home|van"
                r"|shop|bed|door|office|clothes|building)|them|him|her)\b(?!,? (?:photos|letters))",
                rf" (?:make|making) {THEM} (?:bleed|scream|suffer|beg|feel (?:physical|real) pain|hurt(?= ?(?:$|[^\w"
                rf" ])))(?! with)",
                rf" (?:push|pushing|shove|shoving|throw|throwing) {THEM} (?:down|off|in front of|under|through|out of"
                rf"|against|into the (?:wall|road|river)|over the)\b(?! (?:my list|the (?:list|team)|to))",
                r" (?:put|putting|ram|shove|smash|push|drive) (?:my fist|(?:his|her|their|your) (?:head|face|teeth))"
                r" (?:through|into|against|in|down)\b",
                r" (?:knock|knocking|punch|punching|kick|kicking) (?:his|her|their|your) (?:lights|teeth|block|head|face)"
                r" (?:out|off|in|down)\b",
            ),
            rf"{_any(I_AM, LEFT_OUT)}(?: ?going)? (?:over|round|there) to (?:knock|punch|kick|smash|break|beat|hit|kill)"
            rf" (?:{THEM}|(?:his|her|their) (?:lights|teeth|block|head|face|windows?|door))\b",
            r"\bi (?:threw|chucked|hurled|launched) (?:a|the|my|his|her) \w+ at (?:his|her|their|your) (?:head|face)\b",
            rf"(?<!that )(?<!says )(?<!said )(?<!claims )(?<!claimed )(?<!swears )(?<!thinks )(?<!when )\bi(?:ve|"
            rf" have)?{ADVERB} (?:hit|punched|slapped|strangled|choked|kicked|shoved|pushed|headbutted|grabbed|smacked"
            rf"|threw|slammed|dragged|pinned)"
            rf" (?:{THEM}|my \w+)(?= ?(?:$|[^\w ,])(?!”)| (?:in the (?:face|stomach|head|mouth|ribs)|across the|by the"
            rf" (?:throat|neck|hair)|against the (?:wall|door)|last night|again|so hard|down the|round the|around the|to"
            rf" the (?:ground|floor)|hard|yesterday|and (?:i hate|now|im|i am|he|she|they)|until|till)\b)"
            r"(?<!it)(?! (?:in the face with (?:a|the) (?:pie|cake|snowball|truth|facts|water))|(?: again)? (?:at|with the) )",
        ),
    ),
)

# Threats and violence by someone else, and ways of turning up, controlling and exposing.

NOT_ME = r"(?<!\bi )(?<!\bwe )(?<!\bive )(?<!\bweve )(?<!\bit )(?<!\bto )(?<!\bnot )"
EX = (
    r"(?:ex(?:[- ](?:husband|wife|boyfriend|girlfriend|partner|fiancee?|bf|gf))?|husband|wife|boyfriend|girlfriend|partner"
    r"|fiancee?|bf|gf|stepdad|stepfather)"
)
NEW_OTHERS = (
    r"(?:brothers?|sister|mates?|friends?|family|new (?:boyfriend|girlfriend|partner|man|bloke|bf|wife|husband)|dad|father"
    r"|cousins?|mother|mum)"
)
OTHER = rf"(?:he|she|they|you|who|(?:my|the|this|that|her|his) (?:\w+ )?{EX}|(?:his|her|their|your) {NEW_OTHERS})"
OFTEN = (
    r"(?: (?:just|even|always|still|then|once|already|actually|literally|also|both|regularly|often|sometimes|never stops?"
    r"|constantly|keeps?|kept|has|had|have|again|nearly|almost|ever|all|used to|started|starts|basically|fucking|now|has"
    r" been|had been|has started)){0,3}"
)
US = (
    r"(?:me|us|my (?:\w+ )?(?:kids?|children|son|daughter|baby|mum|mom|mother|dad|father|family|parents|sister|brother|dog"
    r"|cat|boyfriend|girlfriend|partner|new \w+|friends?|house|car)|the (?:kids|children|baby|dog|cat|cats|dogs)|our (?:\w+"
    r" )?(?:kids?|children|son|daughter|baby|dog|cat))\b"
)
HARMS = (
    r"(?:kill|murder|hurt|hit|beat|strangle|choke|stab|shoot|slap|punch|burn|attack|harm|rape|smash|find|come after|come"
    r" for|get|destroy|ruin|bury|finish|hunt|drown|run|break|slit|cut|throw acid|do something to|end(?! us\b))"
)
SAYS_TO_US = (
    r"(?:says?|said|saying|told me|tells me|telling me|texts?|texted|texting|wrote|writes|messaged|messages|messaging"
    r"|screams?|screamed|screaming|shouts?|shouted|shouting|swears?|swore|promised|promises|warned(?: me)?|warns(?: me)?"
    r"|threatens|threatened|threatening"
    r"|keeps saying|kept saying|yelled|yells|whispered|told (?:my \w+|everyone|people|(?:the|his|her|our|their) (?:\w+"
    r" ){1,2}?\w+)|left (?:me )?(?:a |another )?(?:voicemails?|messages?|notes?)(?: saying| that said)?|sent (?:me )?(?:a "
    r"|another )?(?:\w+ )?(?:texts?|messages?|voicemails?|notes?)(?: saying| that said| that))"
)
WILL_DO = (
    r"(?:(?:he|she|they|you|someone|somebody|(?:his|her|their) \w+) ?(?:ll|d|will|would|is going to|are going to|was going"
    r" to|were going to|s going to|re going to|s gonna|is gonna|wants to|wanted to|is coming to|s coming to)|hell|shell|hed"
    r"|shed|theyd|theyll|youd|youll)(?: (?:fucking|really|just|rather|either|one day|come and|come|come round and|track me"
    r" down and|find me and)){0,2}"
)
HARMS_US = (
    rf"(?:{HARMS} {US}|(?:make|see to it) (?:sure )?(?:me|i|that i) (?:pay|suffer|disappear|regret|never|lose|dont|wont|end"
    rf" up)|put me in (?:hospital|the ground|a (?:grave|coffin|wheelchair)|the hospital)|take (?:the|my|our) (?:kids"
    rf"|children|son|daughter)(?: away| from me| abroad| and)"
    r"|smash my (?:face|car|windows|head|phone) ?(?:in|up)?|break my (?:legs|neck|arm|jaw|nose|fingers)|burn (?:the|my|our)"
    r" (?:house|car|flat|place)(?: down)?|come (?:round|over|to my \w+) (?:with (?:a (?:knife|gun|bat|hammer)|his (?:mates"
    r"|brothers)|people)|and (?:kill|smash|get me|hurt|sort|make|burn|break|take the|drag))|slit my throat|kick (?:the|my)"
    r" door (?:in"
    r"|down)|have me (?:killed|beaten|followed|deported|sectioned|arrested|sacked|fired)|make up (?:that|lies|stories|a"
    r" story)|(?:tell|ring|call|report me to|contact|go to|message|email) (?:immigration|the (?:police|school|court|council"
    r"|home office)|social services|everyone|my (?:boss|work|landlord|employer|family|parents))(?=.{0,60}\b(?:if i|unless"
    r"|about me|on me|lies|that i)\b)|get me (?:fired|sacked|deported|arrested|locked up|sectioned)|burn (?:it|everything)"
    r" down)"
)
NOT_A_JOKE = (
    r"(?! (?:a|an|some|after (?:the|work|school|class|lunch|dinner)|later|before|to (?:work|dance|laugh|the (?:airport"
    r"|station|party))|back (?:my|the)|for (?:coffee|lunch|dinner|my"
    r" birthday|christmas|the party|a)|up (?:at|from|for)|with (?:kindness|laughter)|at (?:eight|seven|six|five|nine|ten|\d"
    r"|chess|tennis|scrabble|cards|pool|squash|darts|everything|it|a|the game)"
    r"|out of (?:the|my) (?:water|comfort)|off (?:at|the)|on (?:instagram|facebook|tinder|the (?:back|shoulder))|in (?:the"
    r" (?:race|quiz|final|polls|league|next)|touch)|down gently|everything|something|help|home|laughing|tickets|flowers"
    r"|coffee|into|there|through|over (?:it|this|the (?:line|finish))|how)\b)"
)
FEAR = r"(?:afraid|scared|frightened|terrified|petrified|fear|worried)"
PICTURES = r"(?:pictures?|photos?|pics?|videos?|images?|nudes?|tapes?|recordings?|footage|screenshots?|clips?)"
INTIMATE = (
    r"(?:nudes?|(?:naked|nude|intimate|private|sex|sexual|explicit|topless|dirty|sexy|underwear|bedroom|those|sexting)"
    r" (?:\w+ )?" + PICTURES + r"\b(?! of (?:the|a)\b))"
)
EXPOSE = (
    r"(?:post|posting|posted|share|sharing|shared|send|sending|sent|leak|leaking|leaked|publish|published|publishing|upload"
    r"|uploading|uploaded|put|putting|show|showing|showed|release|releasing|released|spread|spreading|forward|forwarding"
    r"|forwarded|expose|circulate|circulating|plaster|email)"
)
EXPOSED_TO = (
    r"(?:to (?:everyone|everybody|my|the whole|all|people|his mates|her friends|their friends|the (?:school|office|family"
    r"|group))|online|on (?:the internet|facebook|instagram|twitter|reddit|whatsapp|line|a (?:site|porn|website)|snapchat"
    r"|telegram|the web|porn)|all over|around|everywhere|unless|if i)"
)

IN_DANGER = (
    (
        (
            "kill|murder|hurt|hit|beat|strangl|chok|stab|shoot|slap|punch|burn|attack|harm|rape|smash|find|come after|come for"
            "|get|destroy|ruin|bury|finish|end|hunt|drown|run|break|slit|cut|acid|do something|put|make|pay|see to it|take|kick"
            "|have me|disappear|die|dead|look for me|something happened|anything happened|told|said|says|cant have me|police"
            "|immigration"
        ),
        _any(
            _after(
                rf"\b{OTHER}{OFTEN}",
                rf" {SAYS_TO_US}(?: (?:to )?(?:me|us|my \w+))?(?: \w+)?(?: that)? ?[:,]? ?[\"“]?{WILL_DO}"
                rf" (?:{HARMS_US}){NOT_A_JOKE}",
                rf" (?:tried|tries|trying|attempted|wants|wanted) to (?:kill|murder|strangle|choke|stab|shoot|drown"
                rf"|suffocate|rape|smother|run (?:me|us) over|poison|burn|hurt|hit|push|force|attack) {US}{NOT_A_JOKE}",
                rf" {SAYS_TO_US}.{{0,60}}\b(?:day i die|i(?:ll| will|d| would) (?:die(?! (?:laughing|of|for))|be dead|end"
                rf" up dead|be killed|be next)|(?:no ?(?:one|body) would (?:\w+ ){{0,2}}(?:look for me|find (?:me|my"
                rf" body)))|(?:pity|shame) if (?:something|anything) (?:happened|should happen))",
            ),
            rf"\b(?:{FEAR}|{FEAR} that|think|believe|worry|know|convinced|dreamt) {WILL_DO} (?:(?:kill|murder|hurt|hit|beat"
            rf"|strangle|stab|shoot|attack|rape|harm|come after|come for|hunt) {US}|find (?:me|us|out where (?:i|we)"
            rf" live)(?= ?(?:$|[^\w ])| (?:and|here|again)\b)|do something (?:to me|to the|bad|terrible|worse)|come (?:back"
            rf" and|round (?:and|again)|here|to the house)|turn up|show up|be (?:outside|waiting)|take the (?:kids"
            rf"|children))(?! (?:feelings|again if i (?:go back|say yes))){NOT_A_JOKE}",
            rf"\b{FEAR} (?:of what |what )(?:he|she|they|you) (?:will|would|might|could|ll|d|may|is going to|s going to|is"
            rf" capable|are capable)\b(?! (?:say|think|feel|answer|reply|tell))",
            rf"\b{OTHER} ?(?:ll|will|would|d|is going to|s going to|are going to|re going to|might|could)(?: (?:fucking"
            rf"|really|actually|literally)){{0,2}} (?:kill|murder|strangle|stab|shoot|hurt|beat|come after|attack) {US}"
            rf" (?:if (?:i (?:leave|left|go|went|dont (?:come|go|answer|do)|tell|told|say|said (?:no|anything)|ever|try"
            rf"|report|called? the police|block|talk|see|speak|date|meet|ran)|(?:he|she|they) (?:finds?|found|knew|knows"
            rf"|gets?|sees? (?:me|us|this)|reads? this|catch|catches))|one day|next time|when (?:he|she|they) (?:finds?"
            rf"|gets? (?:out|here|drunk))|for leaving|unless)",
            rf"\b(?:said|says|told me|tells me|threatened|swore|shouted|screamed|texted|wrote|messaged) (?:that )?(?:to"
            rf" )?(?:if )?(?:i (?:ever|leave|left|go|tell|told|dont|didnt|dated|see|saw|talk|block)|(?:he|she|they) (?:ever"
            rf"|sees?|saw|finds?|found|cant|couldnt|catch|catches)) .{{0,80}}?(?:{WILL_DO} (?:{HARMS_US})|no ?(?:one"
            rf"|body)(?: else)? (?:will|would|can|could)(?: \w+)? ?(?:have me)?)",
            r"\bno ?(?:one|body) would (?:ever |even )?(?:think to )?(?:look for me|find my body|hear me"
            r" scream)\b(?=.{0,20}$).{0,20}",
            r"\b(?:it ?(?:d|would) be )?a (?:pity|shame) if (?:something|anything) (?:\w+ )?(?:happened|were to happen"
            r"|should happen)(?: to (?:me|him|her|them|you|my|the)| ?[.,…]|$)",
            r"\b(?:if (?:he|she|they) (?:cant|couldnt) have me,? (?:then )?no ?(?:one|body)(?: else)? (?:will|would|can"
            r"|could|should|gets))\b",
        ),
    ),
    (
        "threat|blackmail|knife|knives|gun|weapon|dead|machete|extort|sextort|regret|dont go back|watch",
        _any(
            rf"{NOT_ME}\b(?!(?:i|we|it|rain|storm|clouds?) )\w+{OFTEN} (?:threaten|threatens|threatened|threatening) (?:to"
            rf" )?(?:{HARMS} (?:{US}|everyone|people)|(?:me|us|the kids|my \w+)(?= ?(?:$|[^\w ])| (?:with|again|that|if|and"
            rf"|when|because|on|by|over|today|last|yesterday|into|for|every|in)\b)|(?:kill|hurt|harm|shoot|hang|cut) (?:him"
            rf"|her|them)sel(?:f|ves)|take (?:the|my|our|away)|burn|smash|tell (?:my|everyone|the)|come (?:round|to|over"
            rf"|here|back)|ruin|destroy|release|{EXPOSE}|have me|call (?:immigration|my|social|the)|report me|get me|out"
            rf" me)",
            r"(?<!if you )\b(?:was|been|being|am|im|are|were|get|got|getting|keep getting|receive|received|receiving"
            r"|getting|sends? me|sent me|sending me) (?:being )?(?:threatened|blackmailed|death threats|threats|threatening"
            r" (?:messages|texts|calls|letters|emails|voicemails)|sextorted)\b",
            r"\b(?:his|her|their|your|my exs|these|the) (?:\w+ )?threats (?:against|to|are|have|of|get|scare|frighten"
            r"|keep)\b(?! (?:to|of) (?:leave|break|divorce))",
            _after(
                rf"\b{OTHER}{OFTEN}",
                r"(?: is| s| are| was| were|s)? (?:blackmail|blackmails|blackmailed|blackmailing|extorting) (?:me|us)\b",
                r" (?:pulled|held|holds|pulls|pointed|points|put|came at me with|comes at me with|came after me with|waved"
                r"|had|has|got|gets|brought|carries|owns|keeps|threw|sent me a (?:photo|picture) of) (?:out )?(?:a|the|his"
                r"|her|their|an?other) (?:\w+ )?(?:knife|gun|knives|guns|weapon|machete|shotgun|rifle|hammer|axe|bat)\b(?!"
                r" (?:and (?:fork|cut)|to (?:cut|chop|open|spread|slice)|in the drawer|for (?:cooking|christmas)|block|set"
                r"|sharpener|licen[cs]e|cabinet|shop|show|club|range|collection))",
                rf" {SAYS_TO_US}(?: (?:to )?me)?(?: that)? ?[:,]? ?[\"“]?(?:(?:i(?:m| am)|id|ill) (?:be )?(?:a )?dead"
                rf"|i(?:ll| will|d| would)(?: be)? (?:pay(?:ing)? for|wont live|never see"
                rf" (?:the|my) (?:kids|children)|end up (?:dead|in))|i(?:d| had)? better watch|to watch my back|i should"
                rf" watch my back)",
            ),
            r"\b(?:knife|gun) (?:to|at|against) my (?:throat|head|neck|face|back|stomach|chest)\b",
            r"\b(?:youre|im|i was|i am|youll be|ill be|id be) (?:fucking )?dead(?: meat)? (?:if (?:i|you) (?:leave|left"
            r"|tell|told|go|went|dont|ever)|when (?:he|she|they|i) (?:finds?|gets?|sees?)|if (?:he|she|they) (?:finds?"
            r"|sees?|knew))\b",
        ),
    ),
    (
        "says|said|saying|threat|told|swore|swear|text|messag|wrote|keeps|myself|themsel|himsel|hersel",
        (
            rf"\b(?:{OTHER}|\w+){OFTEN} (?:{SAYS_TO_US}|keeps? (?:on )?(?:saying|threatening))(?: (?:to )?(?:me|us))?(?: that)?"
            rf" (?:{WILL_DO}|to) (?:\w+ )?(?:(?:kill|hurt|harm|shoot|hang|cut|off|top) (?:him|her|them) ?sel(?:f|ves)|end"
            rf" (?:his|her|their) (?:own )?life|jump off|overdose|commit suicide|do something stupid|take (?:his|her|their) own"
            rf" life)(?: (?:and \w+|\w+))? ?,?(?:if|unless|when|because|because of|until) (?:i|me|we)\b"
        ),
    ),
    (
        (
            "hit|beat|bash|strangl|chok|stab|slap|punch|kick|rap|push|shov|grab|drag|thr|spat|burn|forc|hands|pin|violent"
            "|abusive|bit|slam|attack|assault|pull|made me|makes me|hurl|launch|smash|hole|fist|drink|spik|hide|hid|lock"
            "|barricad|afraid|scared|frighten|terrif|petrif|fear|worried|safe|headbutt|wrap"
        ),
        _any(
            rf"\b{OTHER}{OFTEN} (?:hit|hits|beats?|bashed|strangled|strangles|choked|chokes|stabbed|slap{{1,2}}ed|slaps"
            rf"|punched|punches|kicked|kicks|raped|rapes|headbutted|assaulted|attacked|attacks|shoved|shoves|grabbed|pinned"
            rf"|slammed|burned|burnt|spat (?:at|on)|hitting|beating|slapping|punching|kicking|choking|pushed|pushes"
            rf"|throws|threw|pulled|dragged|dragging)"
            r" (?:me|us|the (?:kids|children|dog|cat)|my (?:son|daughter|dog|cat|mum))(?= ?(?:$|[^\w ])| (?:in the (?:face"
            r"|stomach|head|mouth|ribs|back|eye|chest)|across|so|again|once|twice|last|when|if|with (?:a|his|her|the)"
            r" (?:\w+ )?(?:belt|bat|stick|bottle|fists?|hands?|shoe|phone|pan|plate|hammer|chair|remote|cable|lead|cord"
            r"|broom|charger|ashtray|glass|elbow|book|car|door|iron|kettle)|by (?:the|my)|in front of|against|down|and"
            r"|because|until|till|hard|while|before|to the|every|around|about|up(?= ?(?:$|[^\w ])| (?:last|again|so|in"
            r" front|when|and|badly)\b)|regularly|a lot|often|on (?:the|saturday|sunday|friday|monday)|for|onto|into|out of"
            r" the car|three|several|the (?:night|day|other)|yesterday)\b)"
            r"(?! (?:with (?:a (?:smile|question|joke|kiss|hug|text|surprise|bill)|the (?:news|truth|bill|divorce|question"
            r"|papers)|his (?:news|smile|charm)|her (?:news|smile))|at |and (?:said hi|ran off laughing)|up (?:on|for|to)"
            r"|for (?:a|money|a loan|fun|coffee)|into (?:the|a) (?:room|shop|world|pool|hug|dance|group)|against his chest"
            r"|down gently|and kissed|back (?:at|in) |out of (?:bed|the (?:house|flat)) to|on (?:the|a) (?:swing|bike"
            r"|sledge|slide))\b)(?!.{0,30}\b(?:cushion|pillow|newspaper|balloon|snowball|ball|frisbee)\b)",
            _after(
                rf"\b{OTHER}{OFTEN}",
                r" (?:threw|throws|hurled|launched|chucked|smashed) (?:a|the|my|his|her|things|plates|something|stuff"
                r"|everything)(?: \w+){0,2} (?:at|over) (?:me|us|my head|the kids)\b(?<!party at me)(?! .{0,10}laugh)(?!"
                r" for)",
                r" (?:punched|punches|kicked|kicks|put|puts|smashed|smashes) (?:(?:(?<!put )(?<!puts )a )?holes?|his fist"
                r"|her fist|their fist"
                r"|(?:his|her) foot|through|up) (?:in|into|through|the|my)\b(?: (?:the|a|my|our))? (?:door|wall|window|tv"
                r"|telly|flat|house|kitchen|place|room|mirror|car)",
                r" (?:put|puts|had|has|got|wrapped|wraps) (?:his|her|their|your) hands? (?:around|round|on|over|to) my"
                r" (?:neck|throat|mouth)\b",
                r" (?:grabbed|grabs|pulled|pulls|dragged|drags) (?:me by )?(?:(?:my|the) (?:throat|neck|hair)|(?:my|the)"
                r" arms?(?= (?:so hard|and (?:twisted|dragged|wouldnt|pulled|squeezed|shook|bruised|would not)|hard"
                r" enough)))\b(?! and (?:danced|kissed))",
                r" (?:forced|forces|forcing|made|makes) me (?:to )?(?:have sex|into sex|to sleep with|do things in bed"
                r"|sleep with (?:him|her|them))",
            ),
            r"\b(?:he|she|they|someone) (?:put|slipped) (?:something|stuff|drugs|a pill) (?:in|into) my (?:drink|food|tea"
            r"|coffee|wine)\b|\b(?:he|she|they) spiked (?:me|my (?:drink|wine|tea|coffee))\b",
            r"\bi(?:ve| have)? (?:had to |have to |used to |would )?(?:hide|hid|hiding|lock|locked|locking"
            r"|barricade[ds]?)(?: (?:my ?self|us|me and the kids))? in (?:the|my|our) (?:bathroom|bedroom|toilet|loo"
            r"|wardrobe|closet|car|spare room|shed)\b.{0,60}\b(?:he|she|they|him|her)\b.{0,30}\b(?:stop|stopped|calm|calmed"
            r"|asleep|screaming|shouting|hammer\w*|bang\w*|kick\w*|drunk|rage|raging)\b",
            rf"\b{OTHER} ?(?:s|is|was|are|were|gets|got|became|turned|can be|could be)?{OFTEN} (?:violent|physically"
            rf" abusive|abusive)(?: (?:to|towards|with|again|when|man|woman)|(?= ?(?:$|[^\w ])))(?! (?:film|game|music))",
            rf"(?:\bi ?(?:m|am|was|ve been|have been|feel|felt|get|got)?{ADVERB}|{LEFT_OUT}(?:so|still|always)?) ?(?:so "
            rf"|very |genuinely |a bit |always |too )?{FEAR} of (?:him|her|them|you|my {EX})(?= ?(?:$|[^\w ,])| (?:when|and"
            rf"|now|because|since|even|still|every|he|she|they|coming|turning|showing|finding me|hurting|being (?:outside"
            rf"|violent|angry)|tonight)\b)(?<!worried of her)",
            r"\bi(?:m| am| was)? (?:not|dont feel|never feel|never felt|didnt feel) safe (?:with (?:him|her|them|you)"
            r"|around (?:him|her|them|you)|in my own (?:home|house|flat)|at home|when (?:he|she|they|you)|from (?:him|her"
            r"|them|you)|while (?:he|she|they))\b",
        ),
    ),
    (
        (
            "outside|turn|show|round|follow|stalk|wait|sitting|park|door|track|airtag|let himself|let herself|lets him|lets her"
            "|broke|break|key|spy|watch|ringing|calling|leave me alone|number|knows where|camera|drove|drives|driving|window"
            "|came to my|comes to my|harass|shop|phone|location|email|message|account|blocked|address|photo|pic|lock|bug|gps"
            "|spyware|hid|every|wherever|texts|rings|phoned|rang|told|asked|begged|gate"
        ),
        _any(
            rf"\b(?!(?:i|we|it|package|parcel|bill|letter|postman|bus|cat|police) )(?:{OTHER}|\w+){OFTEN}(?: is| was| s)?"
            rf" (?:keeps?|kept|wont stop|cant stop|doesnt stop|always|started|never stops|hasnt stopped|is always|still"
            rf"|constantly|starts) (?:on )?(?:turning|showing|coming|popping) (?:up|round|over|by|to)(?: (?:at|outside|to"
            rf"|in|near|round|uninvited|unannounced|drunk|wherever|everywhere|where))(?!.{{0,20}} with (?:flowers|cakes?"
            rf"|biscuits|coffee|food|soup|lunch|a (?:ladder|casserole|cake|smile)))(?! (?:with flowers|in my (?:dreams|head"
            rf"|mind|feed|thoughts|photos)|on my (?:feed|phone|timeline)|terms|late|for (?:dinner|the kids)|to (?:my mind"
            rf"|terms|see the kids|pick)))",
            rf"\b(?:{OTHER}|\w+){OFTEN} (?:turned|turns|shows?|showed|showing|turning|came|come|comes|pops|popped|rocked"
            rf"|rocks) (?:up|round|over|to)(?: (?:again|drunk|uninvited|unannounced|unexpectedly))? ?(?:at|outside|to|in"
            rf" front of)? (?:my|our|the) (?:new |mums |parents |sisters |kids |childrens |sons |daughters )?(?:work"
            rf"|workplace|office|door|house|flat|home|place|school|gym|job|building|street|nursery|window|car|doorstep"
            rf"|apartment|shop|desk|mums|parents|sisters)(?: \w+){{0,2}}? (?:again|drunk|uninvited|unannounced|at (?:night"
            rf"|midnight|[1-5]|[1-5] ?am|two|three|four)|screaming|shouting|every|three times|twice|even though|although"
            rf"|after i (?:told|blocked|asked)|without|demanding|wanting to know|and (?:wouldnt|refused|wont|shouted"
            rf"|screamed|started|would not|banged|waited|demanded|i hid|im scared))\b",
            _after(
                rf"\b{OTHER}{OFTEN}",
                r" (?:turned|turns|showed|shows) up (?:again )?(?:drunk|uninvited|unannounced|wherever i|everywhere i|at"
                r" (?:my|our) (?:work|office|gym|job|workplace|window)|outside (?:my|our|the) \w+|in the middle of the"
                r" night|at (?:night|midnight|[1-5] ?am|three|two|four))(?! (?:with (?:flowers|soup|cake|coffee|lunch|a"
                r" (?!knife|gun)\w+|my (?:things|stuff|post|keys|lunch|charger))|as i|because i asked|to (?:drop|pick"
                r"|collect|return|apologi[sz]e|help)|for (?:the kids|dinner|my birthday)))",
                rf" (?:sent|sends|texted|texts|keeps sending|messaged) (?:me )?(?:a |another |some )?(?:{PICTURES}) of"
                rf" (?:my own (?:house|flat|street|home|door|front door)|my new (?:house|flat|street|home|place)|(?:my|our"
                rf"|the) (?:front door|window|car|kids school|work|office)|me (?:leaving|walking|asleep|through)|the kids"
                rf" (?:at|outside))\b(?! (?:as a|for the)"
                rf"|.{{0,30}}\b(?:estate agent|insurance|advert))",
                r" (?:found|has found|tracked down|worked out|got hold of|got) (?:out )?(?:the|my|our) new (?:address"
                r"|number)\b(?! for (?:me|us))",
                r" (?:broke|breaks|broken|tried to break|climbed|got|forced (?:his|her|their) way|let (?:him|her"
                r"|them)sel(?:f|ves)|lets (?:him|her|them)sel(?:f|ves)|letting (?:him|her|them)sel(?:f|ves)|pushed (?:his"
                r"|her|their) way|came|comes|walks|walked|was|were) (?:in|into|through|inside)(?: (?:to|my|the|our|a))?(?:"
                r" \w+)?(?: (?:flat|house|home|apartment|window|car|room|balcony))? ?(?:with (?:a|his|her|the|an old|their"
                r"|my|our) (?:\w+ )?key|while i (?:was|am|slept|sleep)|when im (?:out|not|asleep|at work)|at night|without"
                r" (?:asking|knocking|permission))",
                r" (?:broke|broken|breaks|tried to break|forced (?:his|her|their) way|let (?:him|her|them)sel(?:f|ves)|lets"
                r" (?:him|her|them)sel(?:f|ves)|pushed (?:his|her|their) way|climbed) in(?:to my|to our|to the (?:house"
                r"|flat)| through|(?= ?(?:$|[^\w ]))| (?:and|again|last|while|when|at|with)\b)(?! on)",
                r" (?:has|have|had|got|kept|keeps|made|copied|still has|wont give (?:me )?back|refuses to give (?:me )?back"
                r"|wont return|wont hand over) (?:back )?(?:a|my|the|his|her|our|their) (?:\w+ )?keys?(?: (?:copied|cut|to"
                r" (?:my|the|our)(?: \w+){1,3}|back))?,? (?:and (?:lets?|let|comes?|came|walks?|uses?|used|i(?:m| am|ve)?"
                r" (?:\w+ )?(?:scared|afraid|frightened|terrified|changed|changing|cant sleep|dont feel)|wont|refuses|turns"
                r"|could come|he|she|they|keeps|just|goes)|without (?:asking|telling|my)|so (?:he|she|they) (?:can|could"
                r"|comes?)|secretly|behind my back|im (?:scared|afraid))\b",
                r" (?:keeps?|kept|is|s|was|has been|wont stop) (?:calling|ringing|texting|messaging|contacting|phoning"
                r"|writing to|emailing)(?: me)? (?:from|on|with|under) (?:new|different|unknown|other|fake|withheld|random"
                r"|blocked|another|a new|hidden|private|a fake|a different) ?(?:numbers?|accounts?|profiles?|emails?"
                r"|number)",
                r" (?:calls?|rings?|texts?|messages?|called|rang|texted|phoned|phones) (?:me )?(?:\d\d+|fifty|forty|thirty"
                r"|twenty|sixty|a hundred|hundreds of) times (?:a|every|each|in|last|today|yesterday|per|since)\b(?!.{0,20}"
                r" when we)",
                r" (?:found out|knows?|worked out|knew|has found|has found out|has my|got hold of|tracked down)(?:"
                r" exactly)? (?:where i (?:live|am living|work|moved|am|sleep)|my new address|where (?:im|we are|were)"
                r" (?:living|staying|hiding))\b(?=.{0,60}\b(?:scared|afraid|terrified|frightened|outside|turned|came|threat"
                r"|police|shouldnt|told him|never told|didnt tell|how|and now|i moved|address))",
            ),
            _after(
                rf"\b{OTHER}",
                r" ?(?:s|is|was|has been|sits|waits|stands|parks|sat|waited|stood|parked|keeps sitting|keeps waiting|keeps"
                r" standing|kept)(?: (?:just|still|been|always|often|sitting|waiting|standing|parked|in (?:his|her|their"
                r"|the) (?:car|van)|there|there again|back|again|right now|now|right))* (?:outside (?:my|our|the|now|again"
                r"|right now|at)|across the (?:street|road)|in front of my|under my window|by my car|at my (?:door|window"
                r"|gate))\b(?! (?:comfort|control|league|family|circle|my (?:comfort|control|league)|the (?:box|law"
                r"|courtroom|school gates to)))",
                rf" ?(?:s|is|was|has|keeps?|kept|has been)?{OFTEN} (?:(?:following|followed|follows|stalking|stalked|stalks"
                rf"|tailing|spying on) (?:me|us|my (?:house|flat|every move)|our house|where i)|(?:watching|watches)"
                rf" (?:(?:me|us) (?:from|through|on the camera|all the time|constantly|day and night|at work|outside)|my"
                rf" (?:house|flat|every move|windows?)|our house|where i))\b(?! (?:back|on (?:instagram|insta|ig|facebook"
                rf"|twitter|tiktok|spotify|strava|snapchat|social|linkedin|here)|into the (?:kitchen|room|lift)|round the"
                rf" (?:shop|kitchen|dance)|around (?:like|the (?:shop|kitchen))|sleep|cook|dance|play|like (?:a|in)|through"
                rf"|leave|go|walk away|cry|in my dreams|eat|grow|with (?:love|those eyes)|for (?:months|years) on))",
                r" ?(?:wont|refuses to|will not|refused to|wouldnt|doesnt want to) (?:give|return|hand)(?: (?:me|back|over"
                r"|up)){0,2} (?:my|the|his|her|their) (?:\w+ )?keys?\b",
                r" ?(?:wont|will not|doesnt|never|refuses to|cant|would not|wouldnt) (?:leave (?:me|us|me and the kids)"
                r" alone|stop (?:calling|texting|ringing|messaging|phoning|contacting|harassing|following|threatening"
                r"|emailing)(?: me| us)?|take no for an answer|accept (?:that its over|no))\b(?! (?:in my (?:head|dreams"
                r"|thoughts)))(?<!you will not leave me alone)",
                rf" ?(?:s|is|was|has been|keeps?|kept)?{OFTEN} (?:harassing|harasses|harassed|terrori[sz]ing|terrori[sz]es"
                rf"|intimidating|intimidates) (?:me|us|my)\b",
            ),
            rf"\b(?:{OTHER}|someone)(?: ?(?:s|is|was|has|keeps?|has been|had))?{OFTEN} (?:bang(?:ing|ed|s)?|pound(?:ing"
            rf"|ed)?|hammer(?:ing|ed)?|kick(?:ing|ed)?) (?:on |at |in |down )?(?:my|the|our) (?:front |back )?(?:door"
            rf"|window)s?\b(?! frame)",
            rf"\b{OTHER}\b.{{0,60}}\b(?:come|comes|came|coming|turn\w*|show\w*|call\w*|text\w*|ring\w*|rang|messag\w*"
            rf"|contact\w*|wait\w*|follow\w*|writ\w*|wrote|email\w*|phon\w*|visit\w*|send\w*|sent)\b.{{0,60}}\b(?:even"
            rf" though|although|after|even after|when|despite me|and) i(?:ve| have|d|had)?"
            rf" (?:told|asked|begged|warned|said to) (?:him|her|them) (?:(?:so many|\w+) times )?(?:to (?:stop|leave me"
            rf"|stay away|go away|leave us)|not to (?:come|call|contact|text|ring|message|turn))\b",
            r"\b(?:tracker|airtag|gps|spyware|stalkerware|hidden camera|listening device|bug)s? (?:under|on|in|inside"
            r"|hidden|from|fitted) (?:my|our|the kids|to my)\b(?! (?:computer code|code|garden))",
            r"\b(?:locks?|door|window|lock)s? (?:was|were|had been|has been|is|are) (?:broken|forced|smashed|kicked in"
            r"|jimmied)\b.{0,60}\b(?:he|she|his|her|my ex|they)\b",
            r"\bi(?:ve| have)?(?: \w+)? block(?:ed)? (?:him|her|them|my ex)\b.{0,40}\b(?:he|she|they|keeps?"
            r"|kept)\b.{0,40}\b(?:new|another|different|fake|other|more) (?:accounts?"
            r"|numbers?|profiles?|emails?)\b",
            rf"\b(?:{OTHER}|someone|somebody) (?:says|said|told me|knows|texted|wrote)?(?: ?(?:he|she|they))? ?knows where"
            rf" (?:my (?:\w+ )?(?:live|lives|works|work|goes)|i (?:live|work|park) and|the kids)\b(?=.{{0,60}}\b(?:pity"
            rf"|shame|happen\w*|scared|afraid|said|says|threat\w*|careful|told|sorry|pay)\b)",
            rf"\b(?:{OTHER}|someone|somebody) ?(?:s|is|was|has been|has|had)?{OFTEN} (?:track|tracks|tracking|tracked"
            rf"|hacked(?: into)?|hacking(?: into)?|bugged|monitors|monitoring|monitored|(?:checking|checks|checked|reads"
            rf"|reading|read)(?= .{{0,40}}\b(?:every|without|behind|secretly|all the time|constantly|at night|whenever|when"
            rf" im|to see who)\b)|goes through|went through|going through|searches|searched|logs into|logged into|logging"
            rf" into|gets"
            rf" into|got into|put (?:a|an|some kind of) (?:\w+ )?(?:tracker|airtag|spyware|app|camera|gps) (?:on|in|under))"
            r" (?:me\b|(?:all )?(?:my|of my) (?:\w+ )?(?:phone|location|car|messages|emails?|accounts?|email|texts|whatsapp"
            r"|icloud|bank|every move|laptop|computer|diary|bag|flat|instagram|mail|post|mileage|receipts|movements)|where"
            r" i (?:am|go|went))(?! (?:on strava|down to (?:say|apologi[sz]e)|out at))",
        ),
    ),
    (
        (
            "wont let|let me|allow|control|lock|passport|wages|salary|money|bank|card|forbid|forbad|permission|isolat|phone"
            "|trapped|hide|hid|took"
        ),
        _any(
            _after(
                rf"\b{OTHER}{OFTEN}",
                r" (?:wont|will not|doesnt|does not|didnt|never|wouldnt|dont|would not) (?:let|lets|allow|allowed) me (?:to"
                r" )?(?:leave(?! (?:a|my|him|her) (?:review|comment|mark|message|tip))|out|go(?! (?:first|of))|see (?:my"
                r"|anyone|friends|the kids)|work|sleep|eat|have (?:my|a|any|friends|money)|talk to|speak to|use|drive|wear"
                r"|use my|touch|near|get a|study|go out|visit|call)",
                r" (?:locked|locks|locking|shut|trapped|trapping|traps) (?:me|us) (?:in|out|inside|up|outside|into)\b(?! by"
                r" (?:accident|mistake))",
                r" (?:took|takes|taken|hid|hides|hidden|confiscated|confiscates|keeps|kept|smashed|smashes|broke|destroyed"
                r"|withholds|holds|has) (?:away |back |all )?(?:my|our) (?:passport|wages|salary|bank ?card|cards|phone"
                r"|money|id|papers|car keys|documents|visa|medication|benefits|savings|pay)(?= ?(?:$|[^\w ])| (?:away|off"
                r" me|from me|so|and (?:gives|keeps|spends|hides|wont|refuses|makes|only)|every|each|when|whenever|if|to"
                r" (?:stop|keep|control)|as|because|again|hostage)\b)(?!"
                r" and (?:found|returned|brought|fixed|called me back))",
                r" (?:decides?|decided|tells? me|dictates?|dictated|told me|chooses?|chose) (?:who i (?:can|could|see|am"
                r" allowed|talk|was allowed)|what i (?:wear|can|eat|could|am allowed|was allowed)|where i (?:can|could|go"
                r"|am allowed)|when i (?:can|could|sleep|eat))\b",
            ),
            rf"\b{OTHER} ?(?:s|is|was|has|had|always|tries to|tried to)?{OFTEN} (?:control|controls|controlled|controlling)"
            rf" (?:me\b|everything i|what i|who i|where i|my|all (?:the|my|our) money|the money|our money|every)(?! (?:so"
            rf"|heart))",
            r"\bi(?:m| am| was| wasnt|ve never been|ve not been)?(?: not)? (?:allowed to|need(?:ed)? (?:his|her|their)"
            r" permission|have to ask (?:him|her|them) (?:for permission|if i (?:can|may)|for (?:money|every)))(?:"
            r" .{0,40})? (?:see my (?:friends|family|mum|sister)|leave the house|go out|have (?:my own )?(?:friends|money|a"
            r" bank|a phone|a job)|work|spend|for (?:money|every|permission)|to (?:go|leave|see|spend))\b(?<!to work)",
        ),
    ),
    (
        "picture|photo|pic|video|image|nude|tape|recording|footage|screenshot|clip|revenge porn|sextort|naked|onlyfans",
        _any(
            rf"\b(?:{OTHER}|someone|somebody|\w+){OFTEN}(?: ?(?:is|s|are|was|re|will|ll|d|would|going to|gonna|wants to"
            rf"|want to|threatens to|threatened to|threatening to|says|said|might|could|has|have|had|keeps|told me|hell"
            rf"|shell|hed|shed|theyll|theyd|that|swears|ill|of|about|by|and)){{1,5}} {EXPOSE} (?:all |out )?(?:me |of"
            rf" )?(?:my|our|those|the|these|some|that)? ?(?:\w+ )?{INTIMATE}",
            rf"\b(?:threat\w*|blackmail\w*|says (?:he|she|they)|said (?:he|she|they)|says hell|says shell|said hed|said"
            rf" shed|say theyll|says theyll|going to|hell|shell|theyll|hed|shed|theyd|will|would|ll)(?: \w+){{0,3}}?"
            rf" {EXPOSE} (?:all )?(?:my|our|those|the|these|that|old|some|every)(?: \w+){{0,2}} {PICTURES}\b(?:"
            rf" \w+){{0,6}}? {EXPOSED_TO}\b(?=.{{0,60}}\b(?:if i|unless|dont|didnt|wont|my (?:boss|work|parents|family|mum"
            rf"|mom|dad|employer|friends|colleagues|job|husband|wife|school|kids)|internet|online|everyone|everybody"
            rf"|porn))(?<!i will)",
            _after(
                rf"\b{OTHER}{OFTEN}",
                rf" (?:posted|shared|leaked|uploaded|sent|spread|showed|published|put) (?:my|our|a|the|some)?(?: \w+)?"
                rf" ?{INTIMATE}",
                rf" (?:has|have|still has|kept|keeps|saved|filmed|secretly|recorded|took)(?: \w+){{0,3}} {INTIMATE}(?: of"
                rf" (?:me|us))? ?,?(?:and (?:he|she|they|is|s|im|i am|wont|refuses|says|threat|keeps)|wont delete|refuses"
                rf" to delete|without my)",
            ),
            rf"\b(?:threat\w*|blackmail\w*) (?:me |us )?(?:with|over|about|using|to (?:share|post|send|leak|show|upload"
            rf"|release|publish)) (?:my|our|the|those|some|a|old)?(?: \w+){{0,3}}? ?{PICTURES}\b",
            rf"\b{_any(INTIMATE, PICTURES)} (?:of (?:me|us) )?(?:will be|would be|are going to be|have been|were|was|got"
            rf"|are) (?:posted|shared|leaked|sent (?:to|round|around)|uploaded|online|on the internet|all"
            rf" over)\b(?=.{{0,60}}\b(?:if i|unless|naked|nude|intimate|ex|without|consent|revenge|porn))",
            r"\b(?:revenge porn|sextort(?:ion|ed|ing))\b(?=.{0,60}\b(?:me|my|im|i)\b)|\b(?:me|my|im|i)\b.{0,40}\b(?:revenge"
            r" porn|sextort(?:ion|ed|ing))\b",
        ),
    ),
)
WHAT_THEY_SAY = (
    (
        (
            "kill|find|hurt|dead|regret|pay|end you|come for|coming|get you|watch your|where you|cant have you|smash|break|burn"
            "|everyone|nudes|pictures|photos|myself"
        ),
        _any(
            r"\b(?:ill|i will|im going to|im gonna|i swear ill|i could|i want to|i should) (?:fucking )?(?:kill|find|hurt"
            r"|end|get|destroy|come for|come after|bury|stab|shoot|strangle|beat|smash|ruin|break|hunt|make) (?:you|your"
            r"|the kids)\b(?! (?:for|a|some|home|back|help|happy|feel|smile|laugh|dinner|tea))",
            r"\byou(?:re| are)(?: fucking)? dead\b|\byou(?:ll| will) (?:regret|pay|be sorry)\b|\bwatch your back\b|\bif i"
            r" cant have you,? no ?(?:one|body)\b",
            r"\bi know where you (?:live|work|are|park)|\bim (?:outside|coming (?:for|to get|round))\b|\byou cant hide\b"
            r"|\bim watching you\b",
            rf"\b(?:ill|i will|im going to)(?: \w+){{0,2}} {EXPOSE}(?: \w+){{0,3}} {PICTURES}\b",
            r"\b(?:ill|i will|im going to|im gonna) (?:kill|hurt|hang|shoot) my ?self (?:if|unless|when|because) you\b"
            r"|\byou(?:ll| will) find me dead\b|\bif you (?:leave|go|dont come)[^.]{0,30} i(?:ll| will|m going to) (?:kill"
            r"|hurt|hang) my ?self\b",
        ),
    ),
)
"""What another person says to the one who writes, within quotation marks: there, "you" is the writer."""

# Whose words they are.

SAID = (
    r"(?:said|says|screamed|screams|shouted|shouts|yelled|yells|whispered|whispers|texted|texts|wrote|writes|messaged"
    r"|messages|sang|sings|singing|goes|went|replied|replies"
    r"|answered|typed|posted|reads|read|muttered|joked|jokes|begged|cried|sobbed|told me|told us|tells me|warned|threatened"
    r"|swore|captioned|quoted|quotes|ends with|begins|starts|called|titled)"
)
NOT_THE_WRITER = (
    r"(?!(?:i|we|ive|weve|id|im|and|or|but|have|had|ve|just|never|always|finally|once|also|then|only|nearly|almost|even|to"
    r"|be|myself) )"
)
QUOTED_BEFORE = (
    "(?:"
    rf"(?:\b{NOT_THE_WRITER}\w+(?: (?:just|once|then|always|even|only|also|never|still|back|again|suddenly)){{0,2}}"
    rf" {SAID}(?: (?:to )?(?:me|him|her|them|us|my \w+))?(?: back)?(?: that)? ?[:,]? ?"
    r"|\b(?:him|her|them|messages?|texts?|voicemails?|emails?|posts?|captions?|notes?|graffiti|signs?|stickers?|t-shirts?"
    r"|mugs?) (?:saying|that (?:said|says|read|reads)|with) ?[:,]? ?)"
    ")$"
)
FICTION = (
    r"\b(?:song|songs|lyrics?|chorus|verse|sings|sang|sung|singing|singer|album|playlist|radio|poem|poet|novel|book|film"
    r"|movie|series|episode|tv|character|scene|opera|musical|podcast|headline|article"
    r"|documentary|quote|quotes|quoting|quotation|shakespeare|hamlet|juliet|romeo|karaoke|band|track|title|titled|meme"
    r"|t-?shirt|tiktok|ballad|spotify|remix|soundtrack|essay|translation|translate|grammar|vinyl|record|theatre|script"
    r"|stanza|proverb|saying|motto|gig|concert|sitcom)\b"
)
QUOTED_AFTER = (
    rf",? ?(?:(?:he|she|they|you|mum|dad|my \w+|the \w+) {SAID}|{SAID} (?!i\b)\w+|(?:is|was|were) (?:his|her|their|what"
    rf" (?:he|she|they)))"
)
THEIRS_WITHOUT_MARKS = (
    rf"(?P<who>\b(?:(?:he|she|they|you|(?:my|his|her|the|their) (?:\w+ )?\w+) {SAID}(?: (?:to )?(?:me|him|us))?(?: that)?"
    rf"|(?:texts?|messages?|notes?|voicemails?|letters?|emails?) (?:saying|that (?:said|says)))),? ?:? ?"
    r"(?P<words>(?:if you|if i|i|ill|im|ive|id|youre|you will|youll|watch your|your)\b[^,;.!?…]{1,200}?)(?= and i\b| but"
    r" i\b| so i\b| and now\b| because i\b|[,;.!?…]|$)"
)
TITLE_BEFORE = rf"{FICTION}(?: (?!and\b|but\b|because\b|so\b|made\b|makes\b|that\b)\w+){{0,3}}[ :,–—\"“-]*$"
THEIRS_AFTER_IT = (
    r"^(?P<words>.{1,200}?)[,.:–—-]? (?:thats|that is|that was|is|was|were|these were|those were) (?:what (?:he|she|they"
    r"|you) (?:wrote|said|told me|texted|shouted|screamed|says|sent)|(?:his|her|their|your) (?:last |final |exact"
    r" )?(?:words|text|message))\b"
)
LIGHT_HEARTED = (
    r"\b(?:grin\w*|laugh\w*|smil\w*|jok\w*|wink\w*|giggl\w*|teas\w*|winning|i win|i won|playing|pretend\w*)\b"
)
