"""The phrases that `distress` looks for: of wanting to die, of harming someone, and of being threatened by someone.

Data only. Every pattern searches one sentence of plain text: lower case, single spaces, no apostrophes ("dont", "im"). They come
in pairs: words, one of which every phrase of the group has, and the phrases. Searching a megabyte for every phrase took 5 s, and
most sentences have none of these words.

They are strings, which `re` compiles on first use: that takes longer than all the rest of the import. No repetition is unbounded,
so a long text without a full stop doesn't take long either.
"""

from __future__ import annotations


def _any(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


def _words(text: str) -> str:
    return _any(*text.split())


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
        rf"{LEFT_OUT}(?:going to|gonna|gunna|about to)",
    )
    + BEFORE_THE_VERB
)
I_THINK_OF = _any(
    rf"{SELF}(?: have|ve)?{ADVERB} (?:think|thought|dream|dreamed|dreamt|fantasi[sz]ed?) (?:of|about)",
    rf"{I_AM} (?:(?:thinking|dreaming|fantasi[sz]ing|daydreaming) (?:of|about)|considering|contemplating|planning|imagining)",
    rf"{I_AM} (?:close to|on the verge of)",
    rf"{SELF} ?(?:have|ve|had|keep having|keep getting|get){ADVERB} (?:had )?(?:thoughts|urges|dreams|fantasies) (?:of|about)",
    rf"{SELF}{ADVERB} (?:feel|felt) like",
    rf"{LEFT_OUT}(?:thinking (?:of|about)|thoughts (?:of|about)|feel like)",
)
I_DO_NOT_WANT_TO = _any(
    rf"\bi{ADVERB} (?:dont|do not|didnt|did not|no longer|never){ADVERB} (?:want to|wan+a|wanted to|wish to|care to)",
    rf"\b(?:dont think|not sure|not sure if|dont know if|dont know whether) i{ADVERB} (?:want to|wanna|can)",
    rf"\bpart of me{ADVERB} (?:doesnt|does not|no longer){ADVERB} wants?(?: to)?",
    rf"{LEFT_OUT}(?:dont|do not|no longer){ADVERB} (?:want to|wan+a)",
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
    r"| (?:if|because|cause|cos|but|i|im|ive|and|or|ever|tomorrow|again|in this world|another day|without (?:him|her|them|you))\b"
    rf"| (?:{MORE}|now|at all|tonight)\b(?! (?:in|at|with|near|here|there|next|like)\b))"
)
NOT_A_PLACE = (  # "I don't want to be here any more": not "in this flat", "at this party", "than an hour"
    r"(?! (?:in (?!this world\b|this life\b|pain\b|the world\b|this universe\b)|at (?!all\b)|with|for (?:christmas|the|this|another)|than"
    r"|when (?:he|she|they|the)|while|without a|on (?:saturday|sunday|monday|my own)|either|working|till|until|before)\b)"
)
AS_A_JOKE = r"(?! (?:laughing|for|over|at|trying|by (?:working|eating|doing)|with (?:work|laughter|kindness))\b)"
MY_LIFE = r"my (?:own )?life\b(?! (?:together|with|as|in|here|there|at|on|of)\b)"
MY_OWN_LIFE = r"my own life\b(?! (?:back|into|in|and|more|again|seriously|apart|for granted)\b)"
SUICIDE = r"(?:su[iy]?[ci]+de|sucide|suicid)\b(?! (?:prevention|awareness|hotline|helpline|line|rates?|statistics|squad|mission)\b)"
ENDS = r"(?= ?(?:$|[^\w ])| (?:again|now|tonight|today|yesterday|last night|this (?:morning|evening)|because|so|and|but|on purpose)\b)"

DRUG = (
    r"(?:pills?|tablets?|meds|medication|medicine|sleeping (?:pills?|tablets?)|sleepers|paracetamols?|tylenol|ibuprofen|aspirins?"
    r"|codeine|co-codamol|xanax|valium|diazepam|zopiclone|benzos|antidepressants?|anti-depressants?|sertraline|painkillers|pain killers"
    r"|insulin|morphine|oxy|opioids|fentanyl|propranolol|amitriptyline|ambien|sedatives)\b"
)
TOOK = r"(?:took|taken|take|taking|swallow|swallowed|swallowing|downed|necked|eaten|had|popped)"
A_LOT = (
    r"(?:too many|too much|so many|a lot|lots|loads|all|the whole|a whole|a bunch|a handful|handfuls|the rest|the entire|an entire"
    r"|an? (?:bottle|packet|pack|box|strip|load)|(?:a )?(?:dozen|hundred)s?|[2-9]\d|1\d\d|[1-9]\d\d?0|ten|twelve|fifteen|twenty|thirty|forty"
    r"|fifty|sixty|about \d\d|every)"
)
OF_MY = (
    r"(?: (?:lot|bottle|packet|pack|box|strip|load))?(?: of)?"
    r"(?: (?:my|the|these|those|them|his|her|our|mums?|dads?|old|leftover|last|left|sleeping|prescription|other|strong|\w+s)){0,3}"
)
AS_PRESCRIBED = r"(?! (?:on time|as|this morning|today|like|with (?:breakfast|food|dinner|water)|every|regularly|properly|for|daily|back)\b)"
BY_ACCIDENT = (
    r"(?! (?:off|shaving|on|a|an|some|loose|free|out|while|when i was|chopping|cooking|slicing|peeling|by accident|accidentally|opening"
    r"|in half|down|back|short|another|my|making|doing|with (?:a|the) (?:tin|can|paper|bread|kitchen|lid|glass)|from|too much slack|trying|gardening"
    r"|running|at|playing|in the (?:kitchen|garden|gym))\b)"
)
LIMBS = r"(?:my (?:own )?(?:wrists?|arms?|forearms?|thighs?|legs?|skin|hips?|stomach|veins?|throat)|myself)"
RELATIVES = (
    r"(?:mum|mom|mother|dad|father|parents|sister|brother|son|daughter|kids?|children|family|friends|boys|girls|little ones?|wife|husband"
    r"|cat|dog|baby|siblings|loved ones)"
)
ALL_THE_OTHERS = _any(
    r"(?:every ?(?:one|body)(?: else)?|the (?:whole )?world|people|no ?body|no one|(?:they|you|we|those people) ?(?:d|ll|re|would|will|are|were)? all"
    r"|(?:they|you|the two of them|my parents) ?(?:d|ll|would|will)? both)",
    rf"(?:my|the|our|his|her) (?:\w+ )?{RELATIVES}(?: and (?:my |the )?\w+)?",
)
BETTER = r"(?:better(?: off)?|happier|better of|relieved|fine|a better place|so much easier|freer|safer)"
IF_GONE = (
    r"(?:if|when|once) i(?:d|m)?(?: (?:just|was|were|wasnt|werent|am|had|would|didnt|simply|never|am not|was not|no longer|longer|all)){0,4}"
    r" (?:dead|died|gone|die|disappeared|disappear|vanished|not here|not around|here(?= ?(?:$|[^\w ]| any ?more| any longer))|alive|existed|exist"
    r"|(?:been )?born|not alive|killed my ?self|out of the way)\b"
)
LIVING = (
    r"(?:living|being alive|being here|life|existing|staying alive|waking up|being on this (?:earth|planet)|breathing)"
    r"\b(?! (?:in|at|with|alone|like (?!this)|there|together|next|out|apart|on|near|under|room|here|for|away|so far|this close|up (?:at|to|early|every))\b)"
)
GOING_ON = r"(?:going on|carrying on|going|living|trying to (?:live|stay alive)|being here|being alive|staying alive|existing|waking up)"
GO_ON = _any(
    rf"(?:go|carry) on(?= ?(?:$|[^\w ])| (?:{MORE}|like this|much longer|living|without|this way|with (?:life|this life|living|my life)|another day|if|i|because)\b)",
    r"(?:keep|continue|go on) (?:going|living|existing)(?= ?(?:$|[^\w ])| (?:like this|any ?more|any longer|on|this way|without|much longer)\b)",
    r"live(?: (?:like this|with (?:myself|this pain|the pain|this))?)? ?any ?more\b(?! (?:in|at|with|here|there)\b)",
    r"(?:face|bear|do|take) (?:life|living|being alive)\b",
    r"(?:face|take|do|survive|get through|bear|see) (?:another|one more|tomorrow|the next) ?(?:day|night|hour|minute|morning|week)?"
    r"(?= ?(?:$|[^\w ])| (?:of this|like this|alive|without)\b)",
)
GO_ON_WITH = (  # "I can't go on like this with him", "… in this job": the relationship or the job, not life
    r"(?! (?:(?:any ?more|like this|this way|any longer|much longer) )?(?:with (?:him|her|them|you|us|my|the|this (?:job|flat|relationship|course))"
    r"|at (?:work|this|the)|in (?:this|the|that|my|our) (?!world|life|pain)|holiday|a date|dates|tinder|as (?:we|they)|as a couple|between us|living (?:with|in|here|at)"
    r"|without (?:a|coffee|sleep|knowing|talking|some|my (?:phone|glasses|coffee)))\b)"
)
IN_FRONT_OF = (
    r"(?:(?:in front of|under|into|infront of) (?:a|the|that|an?other|some|this|my) (?:oncoming |moving |next )?"
    r"(?:train|bus|car|lorry|truck|tube|tram|traffic|van|underground)s?|into (?:oncoming )?traffic|in front of traffic|on the (?:tracks|rails))"
)
OFF_A_HEIGHT = r"(?:off|from|out of|over) (?:a|the|that|this|my|our|some) (?:\w+ )?(?:bridge|roof|balcony|building|cliff|window|viaduct|car ?park|edge|tower|pier|ledge)\b"
HIMSELF_A_WAY = _any(
    rf"(?:kill|unalive|hang|top|neck|off|drown|shoot|electrocute|suffocate|overdose) my ?self\b(?! (?:in (?:the foot|work|wine|chocolate)|with work)){AS_A_JOKE}",
    rf"(?:jump(?:ed)?|throw my ?self|fling my ?self|step|leap|walk|drive|drop) {_any(OFF_A_HEIGHT, IN_FRONT_OF)}",
    r"(?:drive|crash|steer|swerve) (?:my |the |this )?(?:car |van |bike )?(?:into|off|at) (?:a|the|that|an?other|oncoming) (?:\w+ )?(?:wall|tree|bridge|road|cliff|lorry|truck|lamp ?post|barrier|traffic|pillar)\b(?! trip)",
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
HIMSELF_A_WAY_ING = _any(
    rf"(?:killing|unaliving|hanging|topping|drowning|shooting|offing|overdosing) my ?self\b(?! (?:in|with|out)){AS_A_JOKE}",
    rf"(?:jumping|throwing my ?self|stepping|leaping|walking|driving) {_any(OFF_A_HEIGHT, IN_FRONT_OF)}",
    r"(?:driving|crashing|steering|swerving) (?:my |the |this )?(?:car |van |bike )?(?:into|off|at) (?:a|the|that|oncoming) (?:\w+ )?(?:wall|tree|bridge|road|cliff|lorry|truck|lamp ?post|barrier|traffic|pillar)\b(?! trip)",
    r"(?:slitting|slashing|cutting|slicing) my (?:own )?(?:wrists?|throat|veins?)",
    rf"(?:taking|swallowing|downing) {A_LOT}{OF_MY} {DRUG}{AS_PRESCRIBED}",
    r"overdosing\b(?! on (?!pills|my|the|tablets|paracetamol|tylenol|insulin|meds))",
    rf"(?:ending {MY_LIFE}|taking {MY_OWN_LIFE})",
    r"ending it all\b(?! (?:with|between)\b)",
    rf"(?:committing )?{SUICIDE}",
    r"(?:dying|death)\b(?! (?:my|of|it|for|her|his|metal|cab|star|the|on|valley|in (?:venice|paradise))\b)(?! by chocolate)",
    r"(?:not being (?:here|alive|around)(?= ?(?:$|[^\w ])| (?:any ?more|any longer))|being (?:dead|gone)\b)",
)

DYING = (
    (
        r"die|dead|dying|death|alive|here|around|exist|earth|world|born|survived|woke|hit|kill|crash|take|took|end",
        _any(
            # Wanting to be dead
            rf"{I_WANT_TO} (?:{DIE}|be {DEAD}|not be (?:here|alive|around)\b{NOT_A_PLACE})",
            rf"\b(?:makes?|made|making|make) me{ADVERB} (?:want to|wanna) {DIE}",
            rf"\b(?:wish|hope|hoping|wishing|pray|praying|prayed) (?:that )?i(?: could| would|d| will|ll)?{ADVERB} (?:{DIE}|drop dead)",
            rf"\bwish i{ADVERB} (?:was|were|had been|am){ADVERB} (?:{DEAD}|not alive|not here any ?more|no longer (?:here|alive))",
            rf"\bwish i (?:wasnt|was not|werent|were not|isnt){ADVERB} (?:alive|here {MORE}|on this (?:earth|planet)|in this world|around {MORE})\b{NOT_A_PLACE}",
            rf"\bwish i{ADVERB} (?:didnt|did not|never){ADVERB} exist(?:ed)?\b",
            r"\bwish i (?:was|were|had|d) never (?:been )?born\b",
            r"\bwish (?:i|my mum|my mother|my mom) (?:hadnt|had not|had never|never) (?:been born|had me|woken up|woke up|survived)\b(?! (?:so|at|to|early|late|next|with|in))",
            rf"\b(?:wish|hope) (?:a|the|some|that|this) (?:\w+ )?(?:car|bus|train|lorry|truck|plane|tumou?r|heart attack|something) (?:would |will |d )?(?:just )?"
            rf"(?:hits?|kills?|crash(?:es)?|runs? me over|take|took|takes|ends?) ?(?:me\b|{ENDS})(?! (?:out|on|to|for|up)\b)",
            rf"{_any(f'{SELF}(?:d| would| had)?{ADVERB}', LEFT_OUT)} rather (?:be {DEAD}(?= ?(?:$|[^\w ])| than (?:live|alive|be alive|go on|feel|keep|do this|face|without|here))|not be (?:here|alive)|not (?:live|exist))",
            r"\b(?:death|dying|being dead|not existing|suicide) (?:would|will|sounds|seems|is|feels|looks)(?: be| like)?(?: (?:so|much|a|the|an|way|my|such|just)){0,3}"
            r" (?:easier|relief|better|only (?:way|option|answer|thing|solution)|peaceful|nice|option|way out|comforting|release|kinder|answer)\b",
        ),
    ),
    (
        r"kill|unaliv|hang|top|neck|off|drown|shoot|suffocat|overdos|jump|throw|fling|step|leap|walk|driv|drop|crash|steer|swerv|slit|slash|cut|slic|do my|brain|bullet|gun|\bod\b|tak|swallow|down|end|kms|commit|su[iy]?c|not |dying|death|die|being|attempt",
        _any(
            # Killing oneself, and how
            rf"{I_WILL} {HIMSELF_A_WAY}",
            rf"{I_THINK_OF}{BEFORE_THE_VERB} {HIMSELF_A_WAY_ING}",
            rf"\bi(?: just)? could (?:just|easily|simply|so easily) {HIMSELF_A_WAY}",
            rf"\b(?:thoughts|urge|urges|plan|plans|courage|guts|nerve|way|ways) (?:to|of|for) {_any(HIMSELF_A_WAY, HIMSELF_A_WAY_ING)}",
            rf"\b(?:its|it is|its not|too late|time|easier|better|ready|best) to {_any('kill my ?self', f'end {MY_LIFE}', 'end it all', DIE)}\b(?! with)",
            rf"\b(?:my|my own|my (?:first|second|last)) {SUICIDE} (?:note|attempt|plan|letter)",
            rf"\b(?:my|my own) {SUICIDE}",
            rf"{SELF} ?(?:m|am|was|feel|felt|have been|ve been|get|got|keep){ADVERB} (?:feeling |getting )?(?:so |very |really |pretty |actively |passively )?(?:suicidal|sucidal|suicidial)\b",
            rf"{LEFT_OUT}(?:feeling|feel|been) (?:so |very |really )?suicidal\b",
            rf"{_any(rf'{SELF} ?(?:have|ve|had|get|keep having|keep getting|m having)', 'my', LEFT_OUT)}{ADVERB} ?(?:had |been having |having )?suicidal thoughts\b(?! (?:are|is) (?:gone|a))",
            rf"{SELF}(?: have|ve)?{ADVERB} (?:tried|attempted|attempt|googled|looked up|searched)(?: for)? {_any('to kill my ?self', f'to end {MY_LIFE}', f'{SUICIDE}', 'how to (?:kill my ?self|die|hang|tie a noose|overdose)', 'painless ways', 'ways to die')}",
            r"\bhow (?:many|much) (?:\w+ ){0,3}(?:to|would it take to) (?:die|kill (?:me|my ?self|you|yourself))\b",
        ),
    ),
    (
        r"alive|exist|earth|planet|world|life|live|living|here|around|go on|carry|going|continue|another|tomorrow|morning|make it|surviv|last|wake|sleep|gone|stop|cease|born|disappear|vanish|end|over|ended|face|take|bear|night|point|reason|purpose|sense|tired|sick|done|woke|will to",
        _any(
            # Not wanting to live, to be here, to go on
            rf"{I_DO_NOT_WANT_TO} (?:be alive|exist|be (?:on|in) this (?:earth|planet|world|life))\b",
            rf"{I_DO_NOT_WANT_TO} be (?:here|around)(?: on (?:this )?earth| in this world)?(?: {MORE}\b{NOT_A_PLACE}| (?:at all|now|tomorrow|tonight)\b{NOT_A_PLACE}|(?= ?(?:$|[^\w ,])| (?:if|because|without (?:him|her|them|you))\b))",
            rf"{I_DO_NOT_WANT_TO} (?:live|go on living|keep living|continue living|carry on living|stay alive|keep existing){NO_MORE}",
            rf"{I_DO_NOT_WANT_TO} (?:go on|carry on|keep going|continue)(?= ?(?:$|[^\w ])| (?:any ?more|any longer|like this|living|with (?:life|this life|living))\b){GO_ON_WITH}",
            rf"{I_DO_NOT_WANT_TO} (?:do|have|live) (?:life|this life|my life)(?: {MORE}\b|(?= ?(?:$|[^\w ])))",
            rf"{I_DO_NOT_WANT_TO} (?:see|face|live (?:to see|through|for)|have) (?:another (?:day|morning|birthday|christmas|year)|tomorrow|the morning|the sun (?:rise|come up))\b(?! (?:with|like|in|at|of (?:work|school|this job)))",
            rf"{I_DO_NOT_WANT_TO} (?:make it|survive|last)(?: (?:to|through|until|past))?(?: (?:the|this|tonight|tomorrow|until))?(?: (?:night|morning|week|day|christmas))?(?= ?(?:$|[^\w ]))",
            rf"{I_DO_NOT_WANT_TO} wake up (?:any ?more|any longer|ever again|again|tomorrow|in the morning)\b(?! \w)",
            rf"\b(?:hope|wish|hoping|wishing|pray|praying)(?: that)? i (?:dont|never|wouldnt|didnt|wont|could not|couldnt|could just not|just dont|just wouldnt|just didnt|could never) (?:have to )?wake up{NO_MORE}",
            rf"{I_WANT_TO} (?:go to sleep|fall asleep|sleep|close my eyes|go to bed) and (?:never|not|dont) (?:ever )?(?:wake(?: back)? up|open them)\b",
            rf"{I_WANT_TO} (?:sleep forever|never wake up|be gone(?: forever| for good)?(?= ?(?:$|[^\w ]))|stop (?:existing|living|being alive|breathing)|cease to exist|not have been born)\b",
            rf"{I_WANT_TO} (?:disappear|vanish)(?: (?:forever|for good|completely|from (?:this|the) (?:world|earth|planet)|off the face of the earth|and never (?:come back|be found)))\b",
            rf"{_any(SELF, LEFT_OUT)} ?(?:want|wanted|need|wish for){ADVERB} (?:it all|everything|my life|this life)(?: to)?(?: just)? (?:end|be over|finally end|ends|ended)\b(?! (?:with|between|well|soon so))",
            rf"\bi{ADVERB} (?:cant|cannot|can not|cant even|dont think i can|dont know if i can|dont know how to|dont know how i can|dont know how i will|dont know how much longer i can){ADVERB} {GO_ON}{GO_ON_WITH}",
            rf"{LEFT_OUT}(?:cant|cannot|can not){ADVERB} {GO_ON}{GO_ON_WITH}",
            r"\bi(?: dont know how| no longer know how| cant see how) (?:to|i can|i could|im supposed to|ill) (?:live|survive this|stay alive|keep living|go on living)(?= ?(?:$|[^\w ])| (?:any ?more|through this|like this|without)\b)",
            r"\bi (?:wont|will not|dont think ill|dont think i will|dont think im going to|may not|might not|doubt ill|dont expect to|not going to|dont plan to|dont plan on|dont intend to)"
            r" (?:be (?:here|around|alive)|make it|live|survive|last|see) (?:much longer|for much longer|past|through the night|the night|till morning|until morning|to morning|through tonight"
            r"|tonight|by (?:christmas|tomorrow|morning|the weekend|new year)|this week|to see|tomorrow|another (?:day|week|year|christmas|night|birthday)|the week|to be \d+)\b(?! (?:meeting|shift|exam|lecture|(?:\w+ )?party|film))",
            rf"\b(?:no|(?:dont|do not|cant|cannot|didnt|no longer) (?:have|see) (?:an?y?|the)|isnt any|isnt a|whats the|what is the|wheres the|see no|have no|not much|is there a|is there any|little)"
            rf" (?:more |real )?(?:reason|point|purpose|sense)(?: left)?(?: (?:in|of|for me|to|me|in me|of me))*? (?:live|being here|stay alive|be alive|exist|be here|go on|carry on|keep going|keep living|wake up|{GOING_ON})(?:{NO_MORE}|(?=\?))",
            r"\b(?:i have|ive got|ive|i had|theres|there is|got|have|is) nothing (?:left )?(?:(?:for me )?(?:here|in this world|in this life) )?(?:left )?to live for\b",
            r"\bnothing (?:is )?(?:left )?worth living for\b|\bnothing left (?:for me )?(?:in this (?:world|life)|on this earth)\b",
            r"\b(?:life|it|this life)(?: just)? (?:is not|isnt|is no longer|isnt even|doesnt feel|does not feel|feels not) worth (?:living|going on|carrying on|staying alive)\b(?! without\b(?! (?:him|her|them|you)\b))(?! (?:in|there|here|at|if you))",
            r"\b(?:is|was|if) (?:life|my life|living|it|this life) (?:even |really |still )?worth (?:living|it to stay|staying alive)\b",
            rf"{_any(I_AM, f'{SELF} ?(?:m|am){ADVERB}', LEFT_OUT)} ?(?:so |very |completely |totally )?(?:tired of|sick of|done with|over|finished with|exhausted by|fed up with|exhausted from|through with)"
            rf" (?:{LIVING}|my life(?= ?(?:$|[^\w ]))|this life(?= ?(?:$|[^\w ])))(?! insurance)(?! lessons)",
            rf"\bi{ADVERB} (?:hate|cant stand|cant bear|regret) (?:being alive|that im (?:still )?alive|that i (?:woke up|survived)|having survived)\b",
            r"\b(?:have|ive|ve|got) (?:no|lost (?:my|all)|little) (?:will|desire|wish) to (?:live|go on|be alive|be here)\b",
            r"\b(?:lost|losing) my will to live\b",
        ),
    ),
    (
        r"better|happier|relieved|fine|easier|freer|safer|best|notice|miss me|care|cry|be sad|know|burden|gone",
        _any(
            # Others better off
            rf"\b{ALL_THE_OTHERS}(?: (?:would|will|d|ll|are|is|re|were|might|could|really|all|both|just|probably|honestly|definitely|be|so|much|a lot|far|way|maybe|only|finally)){{0,6}}"
            rf" {BETTER}(?: off| place| in the long run)?(?: and \w+)? (?:without me\b(?! (?:there|at the|on the|in the (?:team|band|room|meeting|office)))|{IF_GONE})",
            rf"\b(?:he|she|they|you|it|we|things?)(?: (?:would|will|d|ll|all|both|just|probably|honestly|be|so|much|a lot)){{0,6}} {BETTER}(?: off)? (?:for (?:everyone|everybody|all of them|them all|my kids) )?{IF_GONE}",
            r"\b(?:better|best|easier) for (?:everyone|everybody|all of them|them all|all|my (?:kids|family|children)) (?:if|without) (?:i|me)\b(?! (?:dont|didnt|leave|left|stay|come|go|move|moved|tell|said|say|just (?:left|go|leave)|at)\b)",
            r"\b(?:no ?(?:one|body)|not a soul|nobody else) (?:would|will|d|ll)?(?: (?:even|really|ever|actually|care or)){0,3} ?(?:notice|miss me|care|cry|be sad|even know|know)(?: (?:at all|or care|or notice|much))? (?:if|when) i(?:d|m)?"
            r"(?: (?:just|was|were|wasnt|am|had|simply|never)){0,4} (?:dead|died|gone|die|disappeared|disappear|vanished|vanish|not here|here any ?more|killed my ?self|existed|stopped existing)\b(?! from (?:the|facebook|instagram|social))",
            r"\b(?:would|will) any ?(?:one|body)(?: (?:even|really|actually)){0,3} (?:notice|miss me|care|cry|know)(?: or \w+)? (?:if|when) i (?:just )?(?:was gone|were gone|died|disappeared|was dead|vanished|wasnt here|killed my ?self|die|disappear)\b",
            r"\bno ?(?:one|body) would (?:really |even |ever )?miss me\b(?! (?:at|on|in|if i (?:skip|leave|didnt come))\b)",
            r"\bi(?:d|m| would| am| might)?(?: (?:just|really|honestly|probably|all|be|only|truly)){0,4} ?(?:be )?better off (?:dead|not (?:being )?(?:here|alive)|gone)\b",
            r"\bbetter off if i (?:was|were) dead\b",
            r"\bim (?:just |only |nothing but |such )?a burden (?:to|on) (?:everyone|everybody|my (?:whole )?family|all of them|the people)\b",
        ),
    ),
    (
        r"took|taken|tak|swallow|down|neck|eaten|had|popp|overdos|\bod|empt|sav|stockpil|hoard|count|lined|collect|drank|drunk|pill|tablet|meds",
        _any(
            # Having taken something
            rf"\bi(?:ve| have|m| am| was| had)?{ADVERB} {TOOK} {A_LOT}{OF_MY} {DRUG}{AS_PRESCRIBED}",
            rf"{LEFT_OUT}(?:took|taken|swallowed|downed) {A_LOT}{OF_MY} {DRUG}{AS_PRESCRIBED}",
            rf"\bi(?:ve| have)?{ADVERB} (?:took|taken|swallowed|downed) (?:way |far )?(?:too (?:much|many)|the lot|them all|all of (?:them|it)|the whole (?:lot|bottle|packet|pack|box|strip))"
            r"(?= ?(?:$|[^\w ])| (?:and|i|last night|tonight|now|again|of (?:my|the|them|it|something)|on purpose|with (?:vodka|wine|alcohol|whisky))\b)(?! of (?:my|the|your) (?:time|life|money|space))(?! on\b)",
            rf"{SELF}(?: have|ve)?{ADVERB} (?:took an od|taken an od|took an overdose|taken an overdose|overdosed|oded|od ed|od’d|od-ed|odd on)\b(?! on (?!pills|my|the (?:pills|tablets)|tablets|paracetamol|tylenol|insulin|meds|sleeping|heroin|purpose))",
            rf"{LEFT_OUT}(?:took|taken) an overdose\b",
            rf"\bi(?:ve| have|m| am| was|ve been)?{ADVERB} (?:emptied|emptying|saved up|saving up|saving|been saving|been saving up|stockpiling|stockpiled|hoarding|hoarded|counting out|counted out|lined up|counting|counted|collecting){OF_MY} (?:bottle of |packet of |box of )?{DRUG}(?! on)",
            rf"\b{DRUG} (?:are |is |all )?(?:lined up|in my hand|in front of me|beside me|next to me|on the bed)\b",
            r"\bi(?:ve| have)? (?:drank|drunk|swallowed) (?:some |the |a )?(?:bleach|antifreeze|drain cleaner|weed ?killer|poison)\b",
        ),
    ),
    (
        r"cut|slic|slash|carv|burn|harm|injur|hurt|slit",
        _any(
            # Having cut or hurt oneself
            rf"{SELF}(?: have|ve|ve been|ll| will|m| am)?{ADVERB} (?:cut|cutting|sliced|slicing|slashed|carved|slashing|burnt|burned|burning|started cutting|been cutting|keep cutting|kept cutting){ADVERB} {LIMBS}{BY_ACCIDENT}",
            rf"{SELF} ?(?:m|am|ve been|have been|ve started|started|have started|keep|was|began|ve gone back to|went back to){ADVERB} (?:cutting|self[- ]?harming|self[- ]?injuring)\b(?= ?(?:$|[^\w ])| (?:again|my ?self|my (?:arms?|wrists?|thighs?|legs?)|to feel|to cope|because|and|for|every|on)\b){BY_ACCIDENT}(?! and (?:pasting|gluing))",
            rf"{I_WILL} (?:(?:cut|hurt|harm|injure|burn) (?:my ?self|my (?:arms?|wrists?|thighs?|legs?))|self[- ]?harm)\b{BY_ACCIDENT}(?! if i (?:run|lift|climb|train|jump))",
            rf"{I_THINK_OF} (?:cutting|hurting|harming|injuring|burning) (?:my ?self|my (?:arms?|wrists?|thighs?|legs?)){BY_ACCIDENT}",
            r"\burge to (?:cut|self[- ]?harm|hurt my ?self|harm my ?self)\b(?! (?:off|my hair|all|ties|contact))",
            rf"{SELF}(?: have|ve)?{ADVERB} (?:hurt|harmed|injured|cut|hurting|harming) my ?self(?= ?(?:$|[^\w ])| (?:again|on purpose|last night|tonight|because|to (?:feel|stop|make)|deliberately|so (?:badly|i|that)|with a (?:razor|knife|blade|lighter)|every|badly)\b)",
            rf"{SELF}(?: have|ve)?{ADVERB} (?:self[- ]?harm|self[- ]?harmed|selfharmed)\b(?! (?:is|awareness|support|was))",
            r"\b(?:relapsed|back to|relapse) (?:with |into |on |in )?(?:cutting|self[- ]?harm(?:ing)?)\b",
            r"\bi(?:ve| have)? slit my (?:own )?wrists?\b",
        ),
    ),
    (
        r"goodbye|farewell|my last|my final|suicide|by the time",
        _any(
            # Saying goodbye
            r"\bmy (?:last|final) (?:goodbye|words|message|letter) (?:to (?:everyone|everybody|the world|my (?:mum|mom|dad|kids|family|parents|children)))\b",
            r"\bi(?:ve| have|m| am)? (?:written|writing|wrote|write) (?:my |the |a |all |all my )?(?:goodbye|farewell|suicide) (?:letters?|notes?)(?= ?(?:$|[^\w ])| (?:to (?:everyone|my (?:mum|mom|dad|kids|family|parents|children|sister|brother))|for (?:everyone|my)|already|and)\b)(?<!goodbye letter)(?<!farewell letter)",
            r"\bby the time (?:you|anyone|they|someone|she|he) (?:reads?|finds?|gets?|sees?) this,? (?:note |letter |message )?i(?:ll| will|m|d) (?:already )?(?:be )?(?:dead|gone(?! to)|no longer (?:here|alive))\b",
        ),
    ),
)


# Words of harming someone else: the writer's own, about "them", "you" in a letter, or anyone.

KIN = (
    r"(?:ex|husband|wife|boyfriend|girlfriend|partner|fiance|fiancee|bf|gf|bitch|bastard|man|woman|guy|girl|cunt|whore|slut|prick|bloke|lad"
    r"|lover|kids?|children|son|daughter|baby|dog|cat|mother|father|mum|mom|dad|brother|sister|family|boss|lawyer|mate|friend|neighbou?r|stepdad|colleague)"
)
THEM = (
    rf"(?:him|her|them|you|both of (?:them|you)|the two of them|the pair of them|(?:my|his|her|their|that|the|this|your)(?: \w+)? {KIN}s?"
    r"|someone|somebody|everyone|everybody|people|that thing)\b"
)
SOMEONE = rf"(?:{THEM}|(?!(?:it|time|off|for|a|an|the|my|me|this|that|some|all|any|two|myself|your|his|her|their|in|on|at|to|with|and|or|up)\b)\w+)"
KILL = r"(?:fucking )?(?:kill|murder|strangle|stab|shoot|poison|suffocate|smother|throttle|butcher|hunt|run over|behead|bludgeon|shank)"
KILLING = r"(?:killing|murdering|strangling|stabbing|shooting|poisoning|suffocating|smothering|throttling|running over)"
INJURE = r"(?:fucking )?(?:beat|punch|slap|smack|batter|bash|choke|attack|headbutt|knife|kick|burn|scald|hit|thump|deck|hospitali[sz]e|maim|torture|smash|beat up|lay into)"
INJURING = r"(?:beating|punching|slapping|smacking|battering|bashing|choking|attacking|headbutting|kicking|burning|hitting|hurting|torturing|smashing)"
ON_PURPOSE = r"(?= ?(?:$|[^\w ,])|,| (?:so|if|when|because|badly|bad|really|hard|for (?:what|cheating|leaving|all|hurting|doing|this)|and|with|one day|the way|like|physically|back|tonight|right now|till|until|again|in (?:the|his|her|their|your) (?:face|head|mouth|teeth|stomach|throat|chest|back)|to death)\b)"
FIGURE = (  # "I'll kill him with kindness", "… if he eats my yoghurt", "… in the game"
    r"(?! (?:with (?:kindness|love|laughter|a (?:look|smile|joke|cushion|pillow fight)|my (?:cooking|singing))|off\b|laughing|softly|at (?!night|work|home|his|her|their|the)"
    r"|in (?:the|chapter|a|this|my|act|round|episode) ?(?:game|book|novel|story|play|film|final|next|first|last|second|debate|race|match|season|scrabble|quiz|one|two|\d)?"
    r"|(?:a |an )?(?:message|text|email|mail|line|glance|look|smile|question|reply|dm|quick)|down|up(?! (?:so|if|when|because|badly|till|until))|back (?:a|an|with a (?:text|message))|for (?:forgetting|that (?:haircut|joke|pun|song)|not|eating|leaving (?:the|his|her|dirty)|being late|saying|making)"
    r"|(?:if|when|for|unless) (?:he|she|they|you|i)? ?(?:\w+ ){0,3}?(?:eats?|ate|eating|finish\w*|watch(?:es)? (?:it|the|our|that)|forgets?|forgot|spoils?|drinks?|drank|wakes? (?:me|the)|sings?|singing|late|snores?|spoiler|yoghurt"
    r"|biscuits?|cake|pizza|netflix|dishes|socks|lid|toilet|plants?|sofa|fridge|tell me to smile|make me laugh|jokes?)))"
)
I_COULD_NOW = rf"\b(?:i|i honestly|i swear i|i really) (?:could|would|d) (?:\w+ )?{_any(KILL, INJURE)} {THEM}(?= (?:right now|with my (?:own |bare )?hands|if i (?:saw|see|had|got|could get)|in (?:his|her|their) sleep|and (?:not|feel|no|then|bury))\b)"
HARM_INTENT = _any(
    I_WILL,
    r"\b(?:i swear|i promise|i swear to god|so help me|by god)(?: (?:to god|on my life|down))?,? (?:that )?(?:one day )?i(?:ll| will|m going to|m gonna)",
    r"\b(?:nothing|what) (?:will|would|could|is going to) stop me from",
    r"\bi(?: really| honestly)?(?:ve| have)? (?:half a mind|a good mind|every right) to",
)
HARM_IN_MIND = _any(
    I_THINK_OF,
    r"\bi(?:m| am)? (?:picture|imagine|see|imagining|picturing|dreaming|plotting|planning)(?: myself)?(?: how to)?",
    r"\bim (?:afraid|scared|worried) (?:of|that ill end up|ill end up)",
)
HARMING = (
    (
        "kill|murder|strangl|stab|shoot|poison|suffocat|smother|throttl|butcher|hunt|run over|running over|behead|bludgeon|shank",
        _any(
            rf"{HARM_INTENT} {KILL} (?:down )?{THEM}{FIGURE}",
            rf"\bi(?:ll| will|m going to|m gonna) (?:fucking |bloody )?(?:kill|murder|strangle|stab|shoot) {SOMEONE}(?= (?:if|for (?:what|this)|when i|one day|tonight|with my|and)\b){FIGURE}",
            rf"{HARM_IN_MIND} {KILLING} {THEM}{FIGURE}",
            rf"\bim (?:afraid|scared|worried|terrified)(?: that)? (?:i might|i may|ill|i will|i could|im going to|what i)(?: end up)? (?:{KILL}|{KILLING}|hurt|hurting) {THEM}{FIGURE}(?! (?:feelings|by|again by|if i (?:leave|tell|say|go)))",
            I_COULD_NOW,
            rf"\b(?:want|wanted|wish) (?:to see )?{THEM} killed\b",
            rf"\b(?:get|pay|hire|find|know) (?:someone|somebody|people|a man|a guy|guys|men)(?: \w+)? (?:to|who (?:will|can|would|could)) (?:kill|hurt|beat|do|sort|break|stab|shoot|deal with|take care of) {THEM}(?! (?:good|a favou?r|for (?:work|free)|homework|hair))",
            rf"\b(?:kill|killing|murder|shoot|stab) (?:{THEM}|both of us|us both|us all)(?: first)?,?(?: and)? then (?:kill |shoot )?my ?self\b",
        ),
    ),
    (
        "dead|die|hands on|grave|ground|coffin|hospital|pay|suffer|blood|knife|gun|bat|hammer|acid|petrol|alive|breath",
        _any(
            rf"\bi(?: really| just| only| honestly| so)?{ADVERB} (?:want|need) {THEM} (?:{DEAD}|to die(?= ?(?:$|[^\w ])| (?:slowly|in|screaming|painfully|alone|for what|so|and)))",
            rf"{HARM_INTENT} (?:put|send) {THEM} (?:in|into|to) (?:the (?:ground|hospital|morgue|grave)|hospital|a (?:coffin|grave|wheelchair|box|body ?bag)|an early grave|intensive care)",
            rf"\b(?:if|when|once|until|till|wait until|wait till) i (?:ever |just )?(?:get|lay|got) my hands (?:on|round|around) (?:{THEM}|(?:his|her|their|your) (?:neck|throat))",
            r"\b(?:hell|shell|theyll|you(?:ll| will)|he will|she will|they will|he is|she is|hes|shes|youre|theyre|they are|you are)(?: both)?(?: fucking)? (?:be )?dead(?: man| meat)? (?:if|when|once) (?:i|he (?:touches|comes)|she (?:touches|comes)|they (?:touch|come)|you (?:touch|come))\b",
            r"\b(?:hes|shes|theyre|youre) a dead (?:man|woman)\b(?! walking)",
            rf"\bi(?:m| am|ve| have|ll| will)?{ADVERB} (?:going|go|going over|going round|going there|taking|take|took|got|bought|have|carry|carrying|drive|driving|bring|bringing)(?: (?:over|round|there|back|to (?:his|her|their|your)(?: \w+)?|around))?(?: \w+)?"
            rf" (?:a|my|the|dads|this) (?:kitchen |baseball |big |cricket |loaded )?(?:knife|gun|bat|hammer|crowbar|machete|shotgun|axe|rifle)(?: \w+){{0,4}} (?:for {THEM}|and (?:im|ill|i will|wait)|(?:to|round|over) (?:{THEM}|(?:his|her|their|your))|in case (?:he|she|they) (?:opens|answers))",
            rf"\b(?:throw|pour|chuck) (?:acid|petrol|boiling water|bleach) (?:on|over|at|in|into|through) (?:{THEM}|(?:his|her|their|your))",
            r"\bif i cant have (?:him|her|them|you),? (?:then )?(?:no ?(?:one|body)|nobody else|no one else|no other (?:man|woman))(?: else)? (?:can|will|should|gets|is going to|shall)\b",
            r"\b(?:not|wont|dont deserve to|doesnt deserve to) (?:leave|leaving|walk|get|come) out (?:of (?:there|here|this) )?alive\b|\bdoesnt deserve to (?:live|breathe|be alive)\b",
            r"\btak(?:e|ing) (?:the kids|him|her|them|you|the children|everyone) with me (?:when i (?:die|go|do it|kill)|to the grave)\b|\bif im going down(?:,)? (?:hes|shes|youre|theyre) (?:dying|coming to the grave)\b",
        ),
    ),
    (
        "beat|punch|slap|smack|batter|bash|chok|attack|headbutt|knif|kick|burn|scald|hit|thump|deck|hospitali|maim|tortur|smash|lay into|hurt|break|snap|torch|set fire|slit|cut|rip|crush|ram|push|shov",
        _any(
            rf"{HARM_INTENT} {INJURE} {THEM}{ON_PURPOSE}{FIGURE}",
            rf"{HARM_INTENT} (?:beat|kick|punch|knock|smack|slap|bash) (?:the|seven) (?:shit|hell|crap|life|living daylights|daylights|shades|fuck|bells|teeth|bejesus|stuffing|soul)(?: of \w+)? (?:out of|outta|from) {THEM}(?! (?:in the|at (?!his|her)))",
            rf"\bi(?:d| would) (?:love|like|give anything|kill) to (?:{INJURE}|{KILL}|hurt) {THEM}{ON_PURPOSE}{FIGURE}",
            rf"{I_WANT_TO} (?:hurt|harm|injure) {THEM}(?= ?(?:$|[^\w ,])| (?:so (?:bad|badly|much)|badly|bad|physically|the way|like|for what|because|until|till|as much|back|and (?:i|see|watch|make|the)|really|right now|too)\b)",
            rf"\bi(?:ll| will|m going to|m gonna|m about to| might| am going to)(?: (?:fucking|really|seriously|physically|actually|badly|end up|just)){{0,2}} (?:hurt|hurting|harm|injure) {THEM}(?= ?(?:$|[^\w ,])| (?:badly|bad|physically|if (?:he|she|they|you|i see|i have|i dont (?:leave|get out|calm)|this)|tonight|one day|when i (?:see|find|get)|for what|like)\b)(?! (?:feelings|if i (?:tell|leave|say|go|stay)))",
            rf"{HARM_IN_MIND} (?:{INJURING}|{INJURE}|harming) {THEM}{ON_PURPOSE}{FIGURE}(?! feelings)",
            rf"{_any(HARM_INTENT, HARM_IN_MIND)} (?:break|breaking|snap|snapping|smash|smashing|kick|kicking|bash|bashing|cave|punch|punching|crush|slit|slitting|cut|cutting|wring|wringing|stamp on|rip)(?: in| off| out| open)?"
            rf" (?:(?:(?:his|her|their|your)|{THEM})(?: \w+)? (?:legs?|arms?|neck|nose|jaw|face|head|skull|teeth|ribs|fingers|kneecaps|knees|throat|brakes?|brake lines|heart out|eyes|balls|tongue|windows?|car|door|windscreen)|(?:every|all) (?:bones?|window)(?: of the bones)?)(?: in)?(?! with (?:happiness|laughter))",
            rf"{_any(HARM_INTENT, HARM_IN_MIND)} (?:burn|burning|torch|torching|set fire to|setting fire to|blow up|blowing up|ram|ramming|trash|trashing)(?: down)? (?:(?:his|her|their|your|the|that|this) (?:\w+ )?(?:house|flat|car|place|home|van|shop|bed|door|office|clothes|building)|them|him|her)\b(?!,? (?:photos|letters))",
            rf"{_any(HARM_INTENT, HARM_IN_MIND)} (?:make|making) {THEM} (?:bleed|scream|suffer|beg|feel (?:physical|real) pain|hurt(?= ?(?:$|[^\w ])))(?! with)",
            rf"{_any(HARM_INTENT, HARM_IN_MIND)} (?:push|pushing|shove|shoving|throw|throwing) {THEM} (?:down|off|in front of|under|through|out of|against|into the (?:wall|road|river)|over the)\b(?! (?:my list|the (?:list|team)|to))",
            rf"\bi(?:ve| have)?{ADVERB} (?:hit|punched|slapped|strangled|choked|kicked|beat|shoved|pushed|headbutted|grabbed|smacked|threw|slammed|dragged|pinned)"
            rf" (?:{THEM}|my \w+)(?= ?(?:$|[^\w ,])(?!”)| (?:in the (?:face|stomach|head|mouth|ribs)|across the|by the (?:throat|neck|hair)|against the (?:wall|door)|last night|again|so hard|down the|round the|around the|to the (?:ground|floor)|hard|yesterday|and (?:i hate|now|im|i am|he|she|they)|until|till)\b)"
            r"(?<!it)(?! (?:in the face with (?:a|the) (?:pie|cake|snowball|truth|facts|water))|(?: again)? (?:at|with the) )",
        ),
    ),
)

# Threats and violence by someone else, and ways of turning up, controlling and exposing.

NOT_ME = r"(?<!\bi )(?<!\bwe )(?<!\bive )(?<!\bweve )(?<!\bit )(?<!\bto )(?<!\bnot )"
EX = r"(?:ex(?:[- ](?:husband|wife|boyfriend|girlfriend|partner|fiancee?|bf|gf))?|husband|wife|boyfriend|girlfriend|partner|fiancee?|bf|gf|stepdad|stepfather)"
NEW_OTHERS = r"(?:brothers?|sister|mates?|friends?|family|new (?:boyfriend|girlfriend|partner|man|bloke|bf|wife|husband)|dad|father|cousins?|mother|mum)"
OTHER = rf"(?:he|she|they|you|who|(?:my|the|this|that|her|his) (?:\w+ )?{EX}|(?:his|her|their|your) {NEW_OTHERS})"
OFTEN = r"(?: (?:just|even|always|still|then|once|already|actually|literally|also|both|regularly|often|sometimes|never stops?|constantly|keeps?|kept|has|had|have|again|nearly|almost|ever|all|used to|started|starts|basically|fucking|now|has been|had been|has started)){0,3}"
US = r"(?:me|us|my (?:\w+ )?(?:kids?|children|son|daughter|baby|mum|mom|mother|dad|father|family|parents|sister|brother|dog|cat|boyfriend|girlfriend|partner|new \w+|friends?|house|car)|the (?:kids|children|baby|dog|cat|cats|dogs)|our (?:\w+ )?(?:kids?|children|son|daughter|baby|dog|cat))\b"
HARMS = r"(?:kill|murder|hurt|hit|beat|strangle|choke|stab|shoot|slap|punch|burn|attack|harm|rape|smash|find|come after|come for|get|destroy|ruin|bury|finish|end|hunt|drown|run|break|slit|cut|throw acid|do something to|put)"
SAYS_TO_US = (
    r"(?:says?|said|saying|told me|tells me|telling me|texts?|texted|texting|wrote|writes|messaged|messages|messaging|screams?|screamed|screaming|shouts?|shouted|shouting|swears?|swore|promised|promises|warned(?: me)?|warns(?: me)?|threatens|threatened|threatening"
    r"|keeps saying|kept saying|yelled|yells|whispered|told my \w+|left (?:me )?(?:a |another )?(?:voicemails?|messages?|notes?)(?: saying| that said)?|sent (?:me )?(?:a |another )?(?:\w+ )?(?:texts?|messages?|voicemails?|notes?)(?: saying| that said| that))"
)
WILL_DO = r"(?:(?:he|she|they|you|someone|somebody|(?:his|her|their) \w+) ?(?:ll|d|will|would|is going to|are going to|was going to|were going to|s going to|re going to|s gonna|is gonna|wants to|wanted to|is coming to|s coming to)|hell|shell|hed|shed|theyd|theyll|youd|youll)(?: (?:fucking|really|just|rather|either|one day|come and|come|come round and|track me down and|find me and)){0,2}"
HARMS_US = (
    rf"(?:{HARMS} {US}|(?:make|see to it) (?:sure )?(?:me|i|that i) (?:pay|suffer|disappear|regret|never|lose|dont|wont|end up)|put me in (?:hospital|the ground|a (?:grave|coffin|wheelchair)|the hospital)|take (?:the|my|our) (?:kids|children|son|daughter)(?: away| from me| abroad| and)"
    r"|smash my (?:face|car|windows|head|phone) ?(?:in|up)?|break my (?:legs|neck|arm|jaw|nose|fingers)|burn (?:the|my|our) (?:house|car|flat|place)(?: down)?|come (?:round|over|to my) (?:with|and)|slit my throat|kick (?:the|my) door (?:in|down)|have me (?:killed|beaten|followed|deported|sectioned))"
)
NOT_A_JOKE = (
    r"(?! (?:a|an|some|to (?:work|dance|laugh|the (?:airport|station|party))|back (?:my|the)|for (?:coffee|lunch|dinner|my birthday|christmas|the party|a)|up (?:at|from|for)|with (?:kindness|laughter)|at (?:eight|seven|six|five|nine|ten|\d|chess|tennis|scrabble|cards|pool|squash|darts|everything|it|a|the game)"
    r"|out of (?:the|my) (?:water|comfort)|off (?:at|the)|on (?:instagram|facebook|tinder|the (?:back|shoulder))|in (?:the (?:race|quiz|final|polls|league|next)|touch)|down gently|everything|something|help|home|laughing|tickets|flowers|coffee|into|there|through|over (?:it|this|the (?:line|finish))|how))"
)
FEAR = r"(?:afraid|scared|frightened|terrified|petrified|fear|worried)"
PICTURES = r"(?:pictures?|photos?|pics?|videos?|images?|nudes?|tapes?|recordings?|footage|screenshots?|clips?)"
INTIMATE = (
    r"(?:nudes?|(?:naked|nude|intimate|private|sex|sexual|explicit|topless|dirty|sexy|underwear|bedroom|those|sexting) (?:\w+ )?"
    + PICTURES
    + ")"
)
EXPOSE = r"(?:post|posting|posted|share|sharing|shared|send|sending|sent|leak|leaking|leaked|publish|published|publishing|upload|uploading|uploaded|put|putting|show|showing|showed|release|releasing|released|spread|spreading|forward|forwarding|forwarded|expose|circulate|circulating|plaster|email)"
EXPOSED_TO = r"(?:to (?:everyone|everybody|my|the whole|all|people|his mates|her friends|their friends|the (?:school|office|family|group))|online|on (?:the internet|facebook|instagram|twitter|reddit|whatsapp|line|a (?:site|porn|website)|snapchat|telegram|the web|porn)|all over|around|everywhere|unless|if i)"

IN_DANGER = (
    (
        "kill|murder|hurt|hit|beat|strangl|chok|stab|shoot|slap|punch|burn|attack|harm|rape|smash|find|come after|come for|get|destroy|ruin|bury|finish|end|hunt|drown|run|break|slit|cut|acid|do something|put|make|pay|see to it|take|kick|have me|disappear",
        _any(
            rf"\b{OTHER}{OFTEN} {SAYS_TO_US}(?: (?:to )?(?:me|us|my \w+))?(?: \w+)?(?: that)? ?[:,]? ?[\"“]?{WILL_DO} (?:{HARMS_US}){NOT_A_JOKE}",
            rf"\b(?:{FEAR}|{FEAR} that|think|believe|worry|know|convinced|dreamt) {WILL_DO} (?:(?:kill|murder|hurt|hit|beat|strangle|stab|shoot|attack|rape|harm|come after|come for|hunt) {US}|find (?:me|us|out where (?:i|we) live)(?= ?(?:$|[^\w ])| (?:and|here|again)\b)|do something (?:to me|to the|bad|terrible|worse)|come (?:back and|round (?:and|again)|here|to the house)|turn up|show up|be (?:outside|waiting)|take the (?:kids|children))(?! (?:feelings|again if i (?:go back|say yes))){NOT_A_JOKE}",
            rf"\b{FEAR} (?:of what |what )(?:he|she|they|you) (?:will|would|might|could|ll|d|may|is going to|s going to|is capable|are capable)\b(?! (?:say|think|feel|answer|reply|tell))",
            rf"\b{OTHER} ?(?:ll|will|would|d|is going to|s going to|are going to|re going to|might|could)(?: (?:fucking|really|actually|literally)){{0,2}} (?:kill|murder|strangle|stab|shoot|hurt|beat|come after|attack) {US} (?:if (?:i (?:leave|left|go|went|dont (?:come|go|answer|do)|tell|told|say|said (?:no|anything)|ever|try|report|called? the police|block|talk|see|speak|date|meet|ran)|(?:he|she|they) (?:finds?|found|knew|knows|gets?|sees? (?:me|us|this)|reads? this|catch|catches))|one day|next time|when (?:he|she|they) (?:finds?|gets? (?:out|here|drunk))|for leaving|unless)",
            rf"\b{OTHER}{OFTEN} (?:tried|tries|trying|attempted|wants|wanted) to (?:kill|murder|strangle|choke|stab|shoot|drown|suffocate|rape|smother|run (?:me|us) over|poison|burn|hurt|hit|push|force|attack) {US}{NOT_A_JOKE}",
            rf"\b(?:said|says|told me|tells me|threatened|swore|shouted|screamed|texted|wrote|messaged) (?:that )?(?:to )?(?:if )?(?:i (?:ever|leave|left|go|tell|told|dont|didnt|dated|see|saw|talk|block)|(?:he|she|they) (?:ever|sees?|saw|finds?|found|cant|couldnt|catch|catches)) .{{0,80}}?(?:{WILL_DO} (?:{HARMS_US})|no ?(?:one|body)(?: else)? (?:will|would|can|could)(?: \w+)? ?(?:have me)?)",
            r"\b(?:if (?:he|she|they) (?:cant|couldnt) have me,? (?:then )?no ?(?:one|body)(?: else)? (?:will|would|can|could|should|gets))\b",
        ),
    ),
    (
        "threat|blackmail|knife|knives|gun|weapon|dead|machete|extort|sextort|regret|dont go back|watch",
        _any(
            rf"{NOT_ME}\b(?!(?:i|we|it|rain|storm|clouds?) )\w+{OFTEN} (?:threaten|threatens|threatened|threatening) (?:to )?(?:{HARMS} (?:{US}|everyone|people)|(?:me|us|the kids|my \w+)(?= ?(?:$|[^\w ])| (?:with|again|that|if|and|when|because|on|by|over|today|last|yesterday|into|for|every|in)\b)|(?:kill|hurt|harm|shoot|hang|cut) (?:him|her|them)sel(?:f|ves)|take (?:the|my|our|away)|burn|smash|tell (?:my|everyone|the)|come (?:round|to|over|here|back)|ruin|destroy|release|{EXPOSE}|have me|call (?:immigration|my|social|the)|report me|get me|out me)",
            r"\b(?:was|been|being|am|im|are|were|get|got|getting|keep getting|receive|received|receiving|getting|sends? me|sent me|sending me) (?:being )?(?:threatened|blackmailed|death threats|threats|threatening (?:messages|texts|calls|letters|emails|voicemails)|sextorted)\b",
            r"\b(?:his|her|their|your|my exs|these|the) (?:\w+ )?threats (?:against|to|are|have|of|get|scare|frighten|keep)\b(?! (?:to|of) (?:leave|break|divorce))",
            rf"\b{OTHER}{OFTEN}(?: is| s| are| was| were|s)? (?:blackmail|blackmails|blackmailed|blackmailing|extorting) (?:me|us)\b",
            rf"\b{OTHER}{OFTEN} (?:pulled|held|holds|pulls|pointed|points|put|came at me with|comes at me with|came after me with|waved|had|has|got|gets|brought|carries|owns|keeps|threw|sent me a (?:photo|picture) of) (?:out )?(?:a|the|his|her|their|an?other) (?:\w+ )?(?:knife|gun|knives|guns|weapon|machete|shotgun|rifle|hammer|axe|bat)\b(?! (?:and (?:fork|cut)|to (?:cut|chop|open|spread|slice)|in the drawer|for (?:cooking|christmas)|block|set|sharpener))",
            r"\b(?:knife|gun) (?:to|at|against) my (?:throat|head|neck|face|back|stomach|chest)\b",
            r"\b(?:youre|im|i was|i am|youll be|ill be|id be) (?:fucking )?dead(?: meat)? (?:if (?:i|you) (?:leave|left|tell|told|go|went|dont|ever)|when (?:he|she|they|i) (?:finds?|gets?|sees?)|if (?:he|she|they) (?:finds?|sees?|knew))\b",
            rf"\b{OTHER}{OFTEN} {SAYS_TO_US}(?: (?:to )?me)?(?: that)? ?[:,]? ?[\"“]?(?:(?:i(?:m| am)|id|ill) (?:be )?(?:a )?dead|i(?:ll| will|d| would)(?: be)? (?:regret (?:it|this|leaving)|pay(?:ing)? for|sorry|wont live|never see (?:the|my) (?:kids|children)|end up (?:dead|in))|i(?:d| had)? better watch|to watch my back|i should watch my back)",
        ),
    ),
    (
        "says|said|saying|threat|told|swore|swear|text|messag|wrote|keeps",
        rf"\b(?:{OTHER}|\w+){OFTEN} (?:{SAYS_TO_US}|keeps? (?:on )?(?:saying|threatening))(?: (?:to )?(?:me|us))?(?: that)? (?:{WILL_DO}|to) (?:\w+ )?(?:(?:kill|hurt|harm|shoot|hang|cut|off|top) (?:him|her|them) ?sel(?:f|ves)|end (?:his|her|their) (?:own )?life|jump off|overdose|commit suicide|do something stupid|take (?:his|her|their) own life)(?: (?:and \w+|\w+))? ?,?(?:if|unless|when|because|because of|until) (?:i|me|we)\b",
    ),
    (
        "hit|beat|strangl|chok|stab|slap|punch|kick|rap|push|shov|grab|drag|threw|throw|spat|burn|forc|hands|thr|pin|violent|hurt|bit|slam|attack|pull|brui",
        _any(
            rf"\b{OTHER}{OFTEN} (?:hit|hits|beats?|beat me up|strangled|strangles|choked|chokes|stabbed|slapped|slaps|punched|punches|kicked|kicks|raped|rapes|headbutted|assaulted|attacked|attacks|shoved|shoves|grabbed|pinned|slammed|burned|burnt|spat (?:at|on)|bit|hitting|beating|slapping|punching|kicking|choking|pushed|pushes|throws|threw|pulled|dragged|dragging)"
            r" (?:me|us|the (?:kids|children|dog|cat)|my (?:son|daughter|dog|cat|mum))(?= ?(?:$|[^\w ])| (?:in the (?:face|stomach|head|mouth|ribs|back|eye|chest)|across|so|again|once|twice|last|when|if|with (?:a|his|her|the)|by (?:the|my)|against|down|and|because|until|till|hard|while|before|to the|every|around|about|up(?= ?(?:$|[^\w ])| (?:last|again|so|in front|when|and|badly)\b)|regularly|a lot|often|on (?:the|saturday|sunday|friday|monday)|for|onto|into|out of the car|three|several|the (?:night|day|other)|yesterday)\b)"
            r"(?! (?:with (?:a (?:smile|question|joke|kiss|hug|text|surprise|bill)|the (?:news|truth|bill|divorce|question|papers)|his (?:news|smile|charm)|her (?:news|smile))|at |and (?:said hi|ran off laughing)|up (?:on|for|to)|for (?:a|money|a loan|fun|coffee)|into (?:the|a) (?:room|shop|world|pool|hug|dance|group)|against his chest|down gently|and kissed|back (?:at|in) |out of (?:bed|the (?:house|flat)) to)\b)",
            rf"\b{OTHER}{OFTEN} (?:put|puts|had|has|got|wrapped|wraps) (?:his|her|their|your) hands? (?:around|round|on|over|to) my (?:neck|throat|mouth)\b",
            rf"\b{OTHER}{OFTEN} (?:grabbed|grabs|pulled|pulls|dragged|drags) (?:me by )?(?:my|the) (?:throat|neck|hair|arm)\b(?! and (?:danced|kissed))",
            rf"\b{OTHER}{OFTEN} (?:forced|forces|forcing|made|makes) me (?:to )?(?:have sex|into sex|to sleep with|do things in bed|sleep with (?:him|her|them))",
            rf"\b{OTHER} ?(?:s|is|was|are|were|gets|got|became|turned|can be|could be)?{OFTEN} (?:violent|physically abusive|abusive)(?: (?:to|towards|with|again|when|man|woman)|(?= ?(?:$|[^\w ])))(?! (?:film|game|music))",
            rf"\b(?:im|i am|i was|ive been|i feel|been|so|i get|still|are|really|too) (?:so |really |very |still |genuinely |honestly |a bit |always |too )?{FEAR} of (?:him|her|them|you|my {EX})(?= ?(?:$|[^\w ,])| (?:when|and|now|because|since|even|still|every|he|she|they|coming|turning|showing|finding me|hurting|being (?:outside|violent|angry)|tonight)\b)(?<!worried of her)",
            r"\bi(?:m| am| was)? (?:not|dont feel|never feel|never felt|didnt feel) safe (?:with (?:him|her|them|you)|around (?:him|her|them|you)|in my own (?:home|house|flat)|at home|when (?:he|she|they|you)|from (?:him|her|them|you)|while (?:he|she|they))\b",
        ),
    ),
    (
        "outside|turn|show|round|follow|stalk|wait|sitting|park|door|track|airtag|let himself|let herself|lets him|lets her|broke|break|key|spy|watch|ringing|calling|leave me alone|number|knows where|camera|drove|drives|driving|window|came to my|comes to my|harass",
        _any(
            rf"\b(?!(?:i|we|it|package|parcel|bill|letter|postman|bus|cat|police) )(?:{OTHER}|\w+){OFTEN}(?: is| was| s)? (?:keeps?|kept|wont stop|cant stop|doesnt stop|always|started|never stops|hasnt stopped|is always|still|constantly|starts) (?:on )?(?:turning|showing|coming|popping) (?:up|round|over|by|to)(?: (?:at|outside|to|in|near|round|uninvited|unannounced|drunk|wherever|everywhere|where))(?! (?:with flowers|in my (?:dreams|head|mind|feed|thoughts|photos)|on my (?:feed|phone|timeline)|terms|late|for (?:dinner|the kids)|to (?:my mind|terms|see the kids|pick)))",
            rf"\b(?:{OTHER}|\w+){OFTEN} (?:turned|turns|shows?|showed|showing|turning|came|come|comes|pops|popped|rocked|rocks) (?:up|round|over|to)(?: (?:again|drunk|uninvited|unannounced|unexpectedly))? ?(?:at|outside|to|in front of)? (?:my|our|the) (?:new |mums |parents |sisters |kids |childrens |sons |daughters )?(?:work|workplace|office|door|house|flat|home|place|school|gym|job|building|street|nursery|window|car|doorstep|apartment|shop|desk|mums|parents|sisters)(?: \w+){{0,2}}? (?:again|drunk|uninvited|unannounced|at (?:night|midnight|[1-5]|[1-5] ?am|two|three|four)|screaming|shouting|every|three times|twice|even though|although|after i (?:told|blocked|asked)|without|demanding|wanting to know|and (?:wouldnt|refused|wont|shouted|screamed|started|would not|banged|waited|demanded|i hid|im scared))\b",
            rf"\b{OTHER}{OFTEN} (?:turned|turns|showed|shows) up (?:again )?(?:drunk|uninvited|unannounced|at (?:my|our) (?:work|door|house|flat|office|gym|job|workplace|place|building|doorstep|window)|outside (?:my|our|the) \w+|in the middle of the night|at (?:night|midnight|[1-5] ?am|three|two|four))(?! (?:with (?:flowers|soup|my (?:things|stuff|post))|to (?:drop|pick|collect|return|apologi[sz]e|help)|for (?:the kids|dinner|my birthday)))",
            rf"\b{OTHER} ?(?:s|is|was|has been|sits|waits|stands|parks|sat|waited|stood|parked|keeps sitting|keeps waiting|keeps standing|kept)(?: (?:just|still|been|always|often|sitting|waiting|standing|parked|in (?:his|her|their|the) (?:car|van)|there|there again|back|again|right now|now|right))* (?:outside (?:my|our|the|now|again|right now|at)|across the (?:street|road)|in front of my|under my window|by my car|at my (?:door|window|gate))\b(?! (?:my (?:comfort|control|league)|the (?:box|law|courtroom|school gates to)))",
            rf"\b{OTHER} ?(?:s|is|was|has|keeps?|kept|has been)?{OFTEN} (?:following|followed|follows|stalking|stalked|stalks|tailing|spying on|watching|watches) (?:me|us|my (?:house|flat|every move)|our house|where i)\b(?! (?:back|on (?:instagram|insta|ig|facebook|twitter|tiktok|spotify|strava|snapchat|social|linkedin|here)|into the (?:kitchen|room|lift)|round the (?:shop|kitchen|dance)|around (?:like|the (?:shop|kitchen))|sleep|cook|dance|play|like (?:a|in)|through|leave|go|walk away|cry|in my dreams|eat|grow|with (?:love|those eyes)|for (?:months|years) on))",
            rf"\b(?:{OTHER}|someone)(?: ?(?:s|is|was|has|keeps?|has been|had))?{OFTEN} (?:bang(?:ing|ed|s)?|pound(?:ing|ed)?|hammer(?:ing|ed)?|kick(?:ing|ed)?) (?:on |at |in |down )?(?:my|the|our) (?:front |back )?(?:door|window)s?\b(?! frame)",
            rf"\b{OTHER}{OFTEN} (?:broke|breaks|broken|tried to break|climbed|got|forced (?:his|her|their) way|let (?:him|her|them)sel(?:f|ves)|lets (?:him|her|them)sel(?:f|ves)|letting (?:him|her|them)sel(?:f|ves)|pushed (?:his|her|their) way|came|comes|walks|walked|was|were) (?:in|into|through|inside)(?: (?:to|my|the|our|a))?(?: \w+)?(?: (?:flat|house|home|apartment|window|car|room|balcony))? ?(?:with (?:a|his|her|the|an old|their|my|our) (?:\w+ )?key|while i (?:was|am|slept|sleep)|when im (?:out|not|asleep|at work)|at night|without (?:asking|knocking|permission))",
            rf"\b{OTHER}{OFTEN} (?:broke|broken|breaks|tried to break|forced (?:his|her|their) way|let (?:him|her|them)sel(?:f|ves)|lets (?:him|her|them)sel(?:f|ves)|pushed (?:his|her|their) way|climbed) in(?:to my|to our|to the (?:house|flat)| through|(?= ?(?:$|[^\w ]))| (?:and|again|last|while|when|at|with)\b)(?! on)",
            rf"\b{OTHER}{OFTEN} (?:has|have|had|got|kept|keeps|made|copied|still has|wont give (?:me )?back|refuses to give (?:me )?back|wont return|wont hand over) (?:back )?(?:a|my|the|his|her|our|their) (?:\w+ )?keys?(?: (?:copied|cut|to (?:my|the|our)(?: \w+){{1,3}}|back))?,? (?:and (?:lets?|let|comes?|came|walks?|uses?|used|i(?:m| am|ve)? (?:\w+ )?(?:scared|afraid|frightened|terrified|changed|changing|cant sleep|dont feel)|wont|refuses|turns|could come|he|she|they|keeps|just|goes)|without (?:asking|telling|my)|so (?:he|she|they) (?:can|could|comes?)|secretly|behind my back|im (?:scared|afraid))\b",
            rf"\b{OTHER} ?(?:wont|refuses to|will not|refused to|wouldnt|doesnt want to) (?:give|return|hand)(?: (?:me|back|over|up)){{0,2}} (?:my|the|his|her|their) (?:\w+ )?keys?\b",
            rf"\b{OTHER} ?(?:s|is|was|has been|has|had)?{OFTEN} (?:track|tracks|tracking|tracked|hacked(?: into)?|hacking(?: into)?|bugged|monitors|monitoring|monitored|checking|checks|checked|reads|reading|goes through|went through|going through|searches|searched|logs into|logged into|logging into|gets into|got into|put (?:a|an|some kind of) (?:\w+ )?(?:tracker|airtag|spyware|app|camera|gps) (?:on|in|under))"
            r" (?:me\b|(?:all )?(?:my|of my) (?:\w+ )?(?:phone|location|car|messages|emails?|accounts?|email|texts|whatsapp|icloud|bank|every move|laptop|computer|diary|bag|flat|instagram|mail|post|mileage|receipts|movements)|where i (?:am|go|went))(?! (?:on strava|down to (?:say|apologi[sz]e)|out at))",
            rf"\b{OTHER} ?(?:wont|will not|doesnt|never|refuses to|cant|would not|wouldnt) (?:leave (?:me|us|me and the kids) alone|stop (?:calling|texting|ringing|messaging|phoning|contacting|harassing|following|threatening|emailing)(?: me| us)?|take no for an answer|accept (?:that its over|no))\b(?! (?:in my (?:head|dreams|thoughts)))(?<!you will not leave me alone)",
            rf"\b{OTHER} ?(?:s|is|was|has been|keeps?|kept)?{OFTEN} (?:harassing|harasses|harassed|terrori[sz]ing|terrori[sz]es|intimidating|intimidates) (?:me|us|my)\b",
            rf"\b{OTHER}{OFTEN} (?:keeps?|kept|is|s|was|has been|wont stop) (?:calling|ringing|texting|messaging|contacting|phoning|writing to|emailing)(?: me)? (?:from|on|with|under) (?:new|different|unknown|other|fake|withheld|random|blocked|another|a new|hidden|private|a fake|a different) ?(?:numbers?|accounts?|profiles?|emails?|number)",
            rf"\b{OTHER}{OFTEN} (?:calls?|rings?|texts?|messages?|called|rang|texted|phoned|phones) (?:me )?(?:\d\d+|fifty|forty|thirty|twenty|sixty|a hundred|hundreds of) times (?:a|every|each|in|last|today|yesterday|per|since)\b",
            rf"\b{OTHER}{OFTEN} (?:found out|knows?|worked out|knew|has found|has found out|has my|got hold of|tracked down)(?: exactly)? (?:where i (?:live|am living|work|moved|am|sleep)|my new address|where (?:im|we are|were) (?:living|staying|hiding))\b(?=.{{0,60}}\b(?:scared|afraid|terrified|frightened|outside|turned|came|threat|police|shouldnt|told him|never told|didnt tell|how|and now|i moved|address))",
        ),
    ),
    (
        "wont let|let me|allow|control|lock|passport|wages|salary|money|bank|card|forbid|forbad|permission|isolat|phone|trapped|hide|hid|took",
        _any(
            rf"\b{OTHER}{OFTEN} (?:wont|will not|doesnt|does not|didnt|never|wouldnt|dont|would not) (?:let|lets|allow|allowed) me (?:to )?(?:leave(?! (?:a|my|him|her) (?:review|comment|mark|message|tip))|out|go(?! (?:first|of))|see (?:my|anyone|friends|the kids)|work|sleep|eat|have (?:my|a|any|friends|money)|talk to|speak to|use|drive|wear|use my|touch|near|get a|study|go out|visit|call)",
            rf"\b{OTHER} ?(?:s|is|was|has|had|always|tries to|tried to)?{OFTEN} (?:control|controls|controlled|controlling) (?:me\b|everything i|what i|who i|where i|my|all (?:the|my|our) money|the money|our money|every)(?! (?:so|heart))",
            rf"\b{OTHER}{OFTEN} (?:locked|locks|locking|shut|trapped|trapping|traps) (?:me|us) (?:in|out|inside|up|outside|into)\b",
            rf"\b{OTHER}{OFTEN} (?:took|takes|taken|hid|hides|hidden|confiscated|confiscates|keeps|kept|smashed|smashes|broke|destroyed|withholds|holds|has) (?:away |back |all )?(?:my|our) (?:passport|wages|salary|bank ?card|cards|phone|money|id|papers|car keys|documents|visa|medication|benefits|savings|pay)(?= ?(?:$|[^\w ])| (?:away|off me|from me|so|and|every|each|when|whenever|if|to (?:stop|keep|control)|as|because|again|hostage)\b)(?! and (?:found|returned|brought|fixed|called me back))",
            rf"\b{OTHER}{OFTEN} (?:decides?|decided|tells? me|dictates?|dictated|told me|chooses?|chose) (?:who i (?:can|could|see|am allowed|talk|was allowed)|what i (?:wear|can|eat|could|am allowed|was allowed)|where i (?:can|could|go|am allowed)|when i (?:can|could|sleep|eat))\b",
            r"\bi(?:m| am| was| wasnt|ve never been|ve not been)?(?: not)? (?:allowed to|need(?:ed)? (?:his|her|their) permission|have to ask (?:him|her|them) (?:for permission|if i (?:can|may)|for (?:money|every)))(?: .{0,40})? (?:see my (?:friends|family|mum|sister)|leave the house|go out|have (?:my own )?(?:friends|money|a bank|a phone|a job)|work|spend|for (?:money|every|permission)|to (?:go|leave|see|spend))\b(?<!to work)",
        ),
    ),
    (
        "picture|photo|pic|video|image|nude|tape|recording|footage|screenshot|clip|revenge porn|sextort|naked|onlyfans",
        _any(
            rf"\b(?:{OTHER}|someone|somebody|\w+){OFTEN}(?: ?(?:is|s|are|was|re|will|ll|d|would|going to|gonna|wants to|want to|threatens to|threatened to|threatening to|says|said|might|could|has|have|had|keeps|told me|hell|shell|hed|shed|theyll|theyd|that|swears|ill|of|about|by|and)){{1,5}} {EXPOSE} (?:all |out )?(?:me |of )?(?:my|our|those|the|these|some|that)? ?(?:\w+ )?{INTIMATE}",
            rf"\b(?:threat\w*|blackmail\w*|says (?:he|she|they)|said (?:he|she|they)|says hell|says shell|said hed|said shed|say theyll|says theyll|going to|hell|shell|theyll|hed|shed|theyd|will|would|ll)(?: \w+){{0,3}}? {EXPOSE} (?:all )?(?:my|our|those|the|these|that|old|some|every)(?: \w+){{0,2}} {PICTURES}\b(?: \w+){{0,6}}? {EXPOSED_TO}\b(?=.{{0,60}}\b(?:if i|unless|dont|didnt|wont|my (?:boss|work|parents|family|mum|mom|dad|employer|friends|colleagues|job|husband|wife|school|kids)|internet|online|everyone|everybody|porn))(?<!i will)",
            rf"\b{OTHER}{OFTEN} (?:posted|shared|leaked|uploaded|sent|spread|showed|published|put) (?:my|our|a|the|some)?(?: \w+)? ?{INTIMATE}",
            rf"\b(?:threat\w*|blackmail\w*) (?:me |us )?(?:with|over|about|using|to (?:share|post|send|leak|show|upload|release|publish)) (?:my|our|the|those|some|a|old)?(?: \w+){{0,3}}? ?{PICTURES}\b",
            rf"\b{_any(INTIMATE, PICTURES)} (?:of (?:me|us) )?(?:will be|would be|are going to be|have been|were|was|got|are) (?:posted|shared|leaked|sent (?:to|round|around)|uploaded|online|on the internet|all over)\b(?=.{{0,60}}\b(?:if i|unless|naked|nude|intimate|ex|without|consent|revenge|porn))",
            r"\b(?:revenge porn|sextort(?:ion|ed|ing))\b(?=.{0,60}\b(?:me|my|im|i)\b)|\b(?:me|my|im|i)\b.{0,40}\b(?:revenge porn|sextort(?:ion|ed|ing))\b",
            rf"\b{OTHER}{OFTEN} (?:has|have|still has|kept|keeps|saved|filmed|secretly|recorded|took)(?: \w+){{0,3}} {INTIMATE}(?: of (?:me|us))? ?,?(?:and (?:he|she|they|is|s|im|i am|wont|refuses|says|threat|keeps)|wont delete|refuses to delete|without my)",
        ),
    ),
)
WHAT_THEY_SAY = (
    (
        "kill|find|hurt|dead|regret|pay|end you|come for|coming|get you|watch your|where you|cant have you|smash|break|burn|everyone|nudes|pictures|photos|myself",
        _any(
            r"\b(?:ill|i will|im going to|im gonna|i swear ill|i could|i want to|i should) (?:fucking )?(?:kill|find|hurt|end|get|destroy|come for|come after|bury|stab|shoot|strangle|beat|smash|ruin|break|hunt|make) (?:you|your|the kids)\b(?! (?:a|some|home|back|help|happy|feel|smile|laugh|dinner|tea))",
            r"\byou(?:re| are)(?: fucking)? dead\b|\byou(?:ll| will) (?:regret|pay|be sorry)\b|\bwatch your back\b|\bif i cant have you,? no ?(?:one|body)\b",
            r"\bi know where you (?:live|work|are|park)|\bim (?:outside|coming (?:for|to get|round))\b|\byou cant hide\b|\bim watching you\b",
            rf"\b(?:ill|i will|im going to)(?: \w+){{0,2}} {EXPOSE}(?: \w+){{0,3}} {PICTURES}\b",
            r"\b(?:ill|i will|im going to|im gonna) (?:kill|hurt|hang|shoot) my ?self (?:if|unless|when|because) you\b|\byou(?:ll| will) find me dead\b|\bif you (?:leave|go|dont come)[^.]{0,30} i(?:ll| will|m going to) (?:kill|hurt|hang) my ?self\b",
        ),
    ),
)
"""What another person says to the one who writes, within quotation marks: there, "you" is the writer."""

# Whose words they are.

SAID = (
    r"(?:said|says|screamed|screams|shouted|shouts|yelled|yells|whispered|whispers|texted|texts|wrote|writes|messaged|messages|sang|sings|singing|goes|went|replied|replies"
    r"|answered|typed|posted|reads|read|muttered|joked|jokes|begged|cried|sobbed|told me|told us|tells me|warned|threatened|swore|captioned|quoted|quotes|ends with|begins|starts|called|titled)"
)
NOT_THE_WRITER = r"(?!(?:i|we|ive|weve|id|im|and|or|but|have|had|ve|just|never|always|finally|once|also|then|only|nearly|almost|even|to|be|myself) )"
QUOTED_BEFORE = (
    rf"(?:\b{NOT_THE_WRITER}\w+(?: (?:just|once|then|always|even|only|also|never|still|back|again|suddenly)){{0,2}} {SAID}(?: (?:to )?(?:me|him|her|them|us|my \w+))?(?: back)?(?: that)? ?[:,]? ?"
    r"|\b(?:him|her|them|messages?|texts?|voicemails?|emails?|posts?|captions?|notes?|graffiti|signs?|stickers?|t-shirts?|mugs?) (?:saying|that (?:said|says|read|reads)|with) ?[:,]? ?)"
)
FICTION = (
    r"\b(?:song|songs|lyrics?|chorus|verse|sings|sang|sung|singing|singer|album|playlist|radio|poem|poet|novel|book|film|movie|series|episode|tv|character|scene|opera|musical|podcast|headline|article"
    r"|documentary|quote|quotes|quoting|quotation|shakespeare|hamlet|juliet|romeo|karaoke|band|track|title|titled|meme|t-?shirt|tiktok|ballad|spotify|remix|soundtrack|essay|translation|translate|grammar|vinyl|record|theatre|script|stanza|proverb|saying|motto|gig|concert|sitcom)\b"
)
QUOTED_AFTER = rf",? ?(?:(?:he|she|they|you|mum|dad|my \w+|the \w+) {SAID}|{SAID} (?!i\b)\w+|(?:is|was|were) (?:his|her|their|what (?:he|she|they)))"
QUOTED_WITHOUT_MARKS = (
    rf"(?P<who>\b(?:he|she|they|you|(?:my|his|her|the|their) (?:\w+ )?\w+) {SAID}(?: (?:to )?(?:me|him|us))?(?: that)?),? ?:? ?"
    r"(?P<words>(?:if you|i|ill|im|ive|id|youre|you will|youll)\b[^,;.!?…]{1,200}?)(?= and i\b| but i\b| so i\b| and now\b| because i\b|[,;.!?…]|$)"
)
TITLE_BEFORE = rf"{FICTION}(?: (?!and\b|but\b|because\b|so\b|made\b|makes\b|that\b)\w+){{0,3}}[ :,–—\"“-]*$"
