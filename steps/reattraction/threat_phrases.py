"""The phrases of any message that threaten, and what someone who reads one of them might feel.

Data only, as in `draft_phrases`.
"""

from .draft_phrases import Signal

PICTURES = "(pictures?|photos?|pics?|videos?|nudes?|recordings?|screenshots?|messages?|texts?|chats?)"

THREATENS = Signal(
    "harm",
    "It's a threat, or it sounds like one, and it would frighten them. Please talk to someone first. You can call one of the helplines in exback crisis.",
    finds=f"""
        or else$|or else (i|you|we|it|everyone|your)
        you (will|are going to|would) (be sorry|regret|pay for (what|this|that|it|everything|how|leaving|hurting|doing|every))
        you will be sorry|(live|going) to regret (it|this|that|leaving|the day)
        you (have to|must|(had |would )?better|need to) ANSWER ~or (i|we|you|it|your|everyone|else)
        or i (SHALL|am) (W )?(tell|telling|show|showing) (everyone|all|them|your|the|people|anyone|him|her)
        or i SHALL (W )?(come (over|round|there|looking|after|and)|find you|follow you|hurt|kill|ruin|destroy|make you
            |do something|wait outside|turn up|show up|call your|ring your|post (it|them|those|your)|put (it|them|everything|those)|take (the|your|our) (W )?CHILDREN)
        or (all )?your (W )?(KIN|boyfriend|girlfriend|wife|husband|work|children) (will|gets?|sees?|hears?|knows?|finds?|is going)
        or (everyone|people|they all|the whole W) (will|gets?|sees?|hears?|knows?|finds?|is going)
        or i (W )?(come to your|tell (everyone|them|all|your)|show (everyone|them|all|your)|call your|ring your|post|go to your)
        shall i (W )?(tell|ask|call) (W )?(him|her|them|your (W )?(KIN|boyfriend|girlfriend|wife|husband|boss))
        (not|never) (W )?think (that )?you (can|could|will) (W )?(walk away|walk out|get away|leave me|hide|run|forget me|get rid)
        i (can|could|SHALL) (W )?make (things|it|life|this) (W )?(W )?(difficult|hard|hell|ugly|bad|worse|nasty|unpleasant|impossible) for you
        (bad|nasty|terrible|funny) things (W )?(happen|happened) to (people|anyone|someone|you|those)
        (have|got|kept) (W )?{PICTURES} (of you )?(that )?you (would not|do not|will not) (W )?want
        your (W )?(W )?{PICTURES} (W )?(go|goes|going|will be|end up|land|are) (W )?(online|on the internet|everywhere|to (everyone|your))
        i (W )?know (how|ways) to get (W )?(it|one|you|them|an answer|what i want)
        hate for (your|everyone|the) (W )?(KIN|boyfriend|girlfriend|wife|husband|colleagues|children|W) to (W )?(find|see|hear|know|read|learn)
        i (W )?(W )?know (all )?(your|about your) (W )?secrets?|should know what you are (W )?like
        (post|share|leak|upload|publish|spread|forward) (those|these|your|our|all the|every) (W )?{PICTURES}
        (show|send|forward) (the|those|these|your|our|all) (W )?{PICTURES} to (everyone|your|all|anyone|people|him|her|the)
        SHALL (W )?(show|send) (everyone|anyone|them all|people|the world) (the|your|our|those|these|my|what|all|every)
        (you|your (W )?KIN|everyone|they) WILL (W )?know everything|not afraid to use (it|them|this)
        think (W )?(W )?(W )?before you (say no|ignore|block|refuse|hang up|leave me|walk away|report)
        you (do not|would not) want to (find out|know|see) (what|how far|who) i
        not make me (W )?(come (looking|after|over|round|to|there|and)|tell (everyone|your)|show (everyone|your)|do (this|it|something|that)|hurt|post|find you)
        if i can not have you|(nobody|no one) (else )?(will have|can have|gets to have|gets) you
        make (sure|certain) (that )?(everyone|people|they all|your (W )?KIN|the world|no one) (know|knows|sees?|hears?|finds? out|learns?|ever W) (W )?(what
            |who|how|about (you|this|us|it)|the truth|everything)
        (keep|go on|carry on|try) (ignoring|blocking|avoiding|refusing|not) ~~and (see|watch|you will|i SHALL)
        (ignore|block|leave|refuse|report|cross) (me|this|us) ~and (see|watch|you will (see|be|find)|i SHALL)
        i (W )?know (W )?(where|when) (you|he|she) (W )?(live|lives|work|works|sleep|sleeps|park|parks|shop|study|stay|moved|hide|go|drink|train|finish|get off)
        i (W )?know (W )?where (you|he|she) (are|is)( now| tonight| staying| living| working| hiding| going)?$
        i (W )?know (W )?where (your|the) (W )?(W )?(KIN|CHILDREN|PLACE|boyfriend|girlfriend) (W )?(is|are|live|lives|work|works|goes?|sleeps?)
        i (W )?know (which|what) (train|bus|street|building|floor|gym|shift|shifts|route|school|car|door|flat) (you|your|he|she)
        (nobody|no one) (leaves|dumps|walks (away|out) (from|on)|says no to|does this to|does that to|makes a fool of|treats|crosses|humiliates) me
        (not|never) (get|getting) away with (it|this|that|what)|gets? away with (doing|leaving|treating|hurting) (this|me|that)
        do you (W )?want (your (W )?(W )?(KIN|boyfriend|girlfriend|wife|husband|work|children)|everyone|them|people|him|her) to (see|know|hear|find out|read) (what|who
            |about|how|the|those|your|this)
        (shame|pity|bad|sad|terrible|awful|unfortunate) if (W )?(W )?(W )?(saw|knew|heard|found|happened|read|got out|came out|leaked|learned)
        can not (promise|guarantee|control|say|answer for|be (held )?responsible for) what (i|will|might|happens|comes)
        never see (the|your|our|my) (W )?CHILDREN|take the CHILDREN (away|from you)
        (i have|i have got|there (is|are)) (W )?(W )?ways (of|to) (mak|find|get|reach)(e|ing)? you|i have nothing (left )?to lose
        i could (W )?(ruin|destroy|end|finish) (you|your (W )?(life|career|name|reputation|job))
        (WILL|SHALL) (W )?(ruin|destroy|wreck) (your|you|his|her)|(last|final) warning|i am (only )?(warning|going to warn) you|consider (this|yourself) (a warning|warned)
        you (W )?(know|have seen) what i am (like|capable)|you know what (W )?(will|happens|happened) (W )?(if|when|last|to)
        you (are|will be) (W )?(dead|finished|done for)( to W)?( if| when|$)
        (or|otherwise) (W )?(i|we|my (W )?KIN( and i)?) ((SHALL |are going to |might |may |have to |am |are )?(have to )?(THEN)VISIT
            |am (W )?(on my way|coming$))
        (or|otherwise) (you (SHALL|can) )?(W )?((find|see) me ~(at|on|outside|by|near|opposite|in front of) your
            |expect me (at|on|by|over|round|there|any|soon|DAY))
        SILENT ~~(i|we) ((SHALL|are going to|might|may|have to|am|are) )(have to )?(THEN)(VISIT|on my way)
        (i|we) (SHALL|are going to|am|are) (THEN)VISIT ~(SILENT)(?! (W )?rather)
        (do|will|would|must) i (W )?(have to )(THEN)VISIT|not make (me|us) (W )?VISIT|forced to VISIT
        i (W )?know where (to|i can) (W )?find you
        i SHALL (W )?(find|track|hunt) you( down)?( anyway| one day| soon|( wherever| whatever| no matter)( W){1, 4})?$
    """,
    fine="""
        (if|unless) you (do|would|are|can) (W )?(not )?(W )?(mind|fancy|busy|drive|rather|feel like (coming|travelling|driving|town))( W){0,5}
        you (will|are going to|would) (be sorry|regret) (if )?you (missed|miss|did not (try|taste|see)|do not (try|taste|see))
        or else (i|we) (can|could|might) (W )?(walk|just|also|do)|you (will|are going to|would) (be sorry|regret) (to hear|missing)
        SHALL (W )?show everyone (at|in|how|around)|(do|did) not (W )?know what i am
        (nobody|no one) treats me (to|better)|or (everyone|people) will (W )?(think|eat|have (W )?(cake|coffee))
        i (W )?know where (you|he|she) (are|is) coming from
        you (are|will be) (W )?(done|finished) (with|at|by|for the day)
    """,
)
