"""The phrases of a draft that make another reason to meet or leave no choice, and what a reader might feel.

Data only, as in `draft_phrases`.
"""

from .draft_phrases import Signal

TURNS_UP = Signal(
    "watching",
    "You'd be going to where they are before they've said yes. They may feel followed, and that can be frightening.",
    finds="""
        (outside|in front of|opposite|across from|below|under) your (W )?(W )?PLACE
        (be|am|was|were|stand|wait|waiting|standing|sitting|turn up|show up|arrive|appear|knock|knocking
            |ring) (W )?at your (W )?(W )?PLACE
        (wait|waiting|waited|standing|stand|sitting) ~(for you|outside)|wait by (the|your) (door|gate|car|entrance)
        i SHALL (W )?(pick|collect|catch|get|fetch|meet|find|see) you (up )?(W )?(off|from|at|after|outside|before) (your
            |the )?(work|school|class|office|gym|train|shift|bus|lecture|yoga|training|practice)
        i SHALL (W )?(meet you|be there) (at|after|when) (your )?(work|class|you (finish|leave|get|come|arrive|are done))
        i SHALL (W )?(be|wait|sit|stand|come|go) ~~(where|when|until) you (always |usually |W )?(work|live|sit|run|train
            |swim|finish|leave|start|park|arrive|shop|get (off|out|home|in|there)|come (out|home|in|off))
        (swing|pop|drop|stop|come|call) (by|round|over|in) (at |to )?(yours|your (W )?PLACE)
        (staying|live|living|moved|moving|am|i will be) ~~(street|streets|door|doors|house|houses|minutes?|block|blocks|metres?
            |corner) (away )?(down |up )?from (you|yours|your PLACE)
        (on|at) your (W )?(steps?|stairs|landing|sofa)$
        i (SHALL|thought i would) (W )?wait (at|in|by|under|near|here|there|all|every|until)
        (turn|turning|turned|show|showing|showed|pop|popping) up (W )?(at|outside|on) (your|yours)
        i (W )?SHALL (W )?(turn up|show up)|(might|may|could) (W )?(turn|show|pop) up
        i am (coming|driving|flying|cycling|walking|heading|on my way) (W )?(over|round|to (you|yours|your|see you)|your way)
        i SHALL (W )?(come|drive|fly|cycle|walk|travel|get on a (train|plane)) (W )?((over|round|down|up) )?(and|to) (see|find
            |get|surprise|talk to) you
        i (drove|came|flew|travelled|cycled|walked|took W W) ~~to (see|surprise|find|talk to) you|(come|came|drove
            |driven|drive) all (the|this) way
        i (am|will be) (W )?(outside|downstairs)( now| your| and| waiting)?$|i am downstairs|i am here waiting
        i will be (outside|downstairs) (at W( W)?$|when you|after your|your|waiting)|open (the|your) door$
        come (down|outside|downstairs|to the (door|window))( and W| now| for W W?)?$|(buzz|let) me (in|up)$|can i come (up|in)
        look out (of )?(the|your) window|(knock|knocking|knocked) (on|at) your|your (doorbell|buzzer|letter ?box|mailbox
            |porch|windscreen|windshield|front (door|garden|step|gate)|driveway)
        (i (have )?left|i SHALL (W )?(leave|put|drop|slip)) ~~your (W )?(PLACE|desk|bag|locker|gate)
        (hope|hoping|try|trying|going|sure|wanted|SHALL) (W )?(to )?(i )?(bump|run) into you
        surprise you (at|with|by|one|outside|after|before|on)|(your KIN|the neighbou?rs?) (will|can) let me in
        i (can|could|will|am going to|might) (W )?(bring|drop|take|run|carry) (it|them|this|that|these|those|your W
            |your W W|the W|the W W) (over|round|by|off)( (to (you|yours|your PLACE)|at yours|myself))?( (tonight|today
            |tomorrow|now|later|anyway|after work|this evening|W night|in an hour))(?! at)
        i SHALL (W )?(drop|pop|swing|stop|come) (by|round|over) (tonight|today|tomorrow|anyway|later|W night|on|after
            |at W$|with|and|when|before)
        i SHALL (W )?(come|drop|pop|swing|stop|call) (by|in|round|over) (at )?(your|to your)
        i (thought|figured) i (would|could|will) (W )?(drop|pop|swing|stop|come|call) (by|in|round|over)( (and|to|with|on
            |at (yours|your)))?
        (see|do not be surprised) (W )?(if|when) (i|you see me) ~(turn|show|stand|standing|pop|appear|outside|there)
        do not be surprised (if|when)
        ^((?!(if|when|whenever|once|where) )W )?(W )?i SHALL (THEN)VISIT(?! (W ){0,6}(if|once) (you|that|it))
        i am (W )?on my way( now| over)?$|^expect me (at|on|over|round|any|soon|DAY)
    """,
    fine="""
        (not|no need to|nobody|without|never) (be )?(wait|waiting) ~(for you|outside)
        (i (will|would|do|did|am|shall) )?(not|never|nor) (W )?(turn|turning|show|showing|pop|popping|wait|waiting|come|coming|knock|knocking|drop
            |dropping) (W )?(up|round|over|by|at|on|in|for|outside)( your)?( W)?
        (table|seat|bench|sit|sitting|tables|chairs|garden) outside|at your (place )?(pace|own|own pace|leisure
            |convenience)
        i am (coming|driving|flying|heading|walking) (W )?(W )?to your (W )?(town|city|part|area|side|end|country|region|corner)
        i (can|could) (W )?(bring|drop|take|run|carry) (W )?(W )?(W )?(over|round|by|off) (W )?(W )?if (you|that|it|this)
        let me in on|i SHALL (come|drop|pop) (by|in|round|over) to your (W )?(town|city|part|area|side|end|country|region|corner)
    """,
)

WAITS_THERE = Signal(
    "pressure",
    "You'd be there whether they said yes or not. That makes it hard to say no.",
    finds="""
        i SHALL (W )?be (at|in) (the|our|that) W( W){0,4} (at|from) W( (tonight|tomorrow|(on )?DAY))?$
        i SHALL (W )?be there (at|from) W( (tonight|tomorrow|(on )?DAY))?$|i SHALL (W )?be there (anyway|either way|whatever)
    """,
)

HANDS_OVER = Signal(
    "pretext",
    "It gives them something to hand over or pick up. They may feel that they can't say no.",
    finds="""
        (have|got|found|kept|keep|holding) (on to )?(some of |one of |all |all of |a (box|bag
            |pile) of |W )?your (W )?(W )?THING ~~(coffee|meet|tea|drink|lunch|dinner|come|when|where|give (it|them|you)|hand|drop|bring|return|collect
            |pick|swap|exchange|get (it|them)|over)
        (coffee|meet|meeting|see you|see each other|drink|tea|lunch|come over|come by|come round) ~~(give|hand|return
            |giving|handing|returning|swap|exchange|collect|pick up|drop off|get) (you )?(back )?(W )?(it|them|your W
            |your W W|my W|my W W|our (W )?THING|the (W )?THING)( back| over| off)?
        (give|hand|return|bring|get) (you )?(back )?(it|them|your W|your W W) (back )?(to you )?(over|with|at|during) (a|the) (W )?(coffee
            |tea|drink|lunch|dinner|walk|meal)
        (give|hand|return|bring|get) (you )?(back )?(it|them|your W|your W W) (back )?(to you )?(in person|personally|myself|face to face)
        (come|pop|drop by|call) (and |over |round |by |to |over and |round and |by and )?(pick|collect|get|fetch|grab) (up )?(it
            |them|your W|your W W|the rest|the last|your (W )?THING)
        (can|could|will|would|want|need|going|have) (you )?(to )?(come and |come to |come )?(pick up|collect|fetch|come for) (your
            |it$|them$|the rest)
        (want|need|like|get|collect|fetch|have|pick up) (W )?my (W )?(W )?THING( back)?|left (W )?my (W )?THING (at (yours|your)|in your|with you)
        you (have|got) (some of )?my (W )?THING
        (post|mail|letters?|parcels?|package) ((came|arrived|is|has come|has arrived) )?(here )?for you(?! to)
        i SHALL (W )?(give|hand|return) (it|them|your W|your W W) (back|over|to you)
        when (can|could|should|shall|may) (i|you|we) (W )?(drop|give|bring|pick|collect|return|hand|fetch|get) (W )?(it|them|your W)
        (i (have|got|bought|made|brought|found) )(you )?(a|your|the|something|W) (W )?(birthday
            |christmas |little |small )?(present|gift|surprise) (for you|to give)
        i (have|got|bought|made|brought|found|saved) something for you|i (bought|made|got) you (a|an|something)
    """,
    fine="""
        (have|got|found|kept|with) ~~(post|mail|leave|send|donate|keep) (it|them)( W){0,7}
        (post|mail|send|leave) (it|them|your W) ~~(or|whichever)( W){0,7}
        (it|them|your W|your W W) ~~or (i )?(W )?(post|mail|leave|send) (it|them)( W){0,7}
        you (have|got) my (W )?(W )?(W )?(keep|number|address|word)
    """,
)

# “ill” is read as “i'll”, so it is looked for as “i will”.
BRINGS_BAD_NEWS = Signal(
    "pretext",
    "It comes with sad news. They may feel that only someone heartless would say no.",
    finds="""
        (my|our|the) (W )?RELATIVE (is|has been|have been|are|got|fell|had|has|will be) (W )?(W )?(i will|sick|poorly|unwell
            |dying|in (the )?hospital|in intensive care|diagnosed|at the vet|rushed|taken (in|to)|not well|not doing well
            |worse|stroke|heart attack|fall|accident|cancer|dementia|put down)
        (is|was|has|have) (been )?(W )?(taken (in|into|to) (W )?(hospital|st|a and e)|rushed (in|to)|(admitted|sent) to hospital|diagnosed with)
        (mum|dad|gran|nan|grandma|grandad) is (been )?(taken|rushed|not (well|good)|poorly|sick|i will|dying|worse|in hospital)
        (vet|doctor|hospital|nurse|surgeon|consultant) (W )?(is|are|was|seems?|looked) (W )?worried|(gone|went|been) off (her|his|their) food
        (my|our|the) (W )?RELATIVE (is |has |have )?(W )?(died|passed away|passed on|dead)|the funeral
        (my|our|the) (W )?RELATIVE (will|may|might) not (W )?(make it|live|be here|last)
        i (am|have been|might be|may be|got|was) (W )?(in (the )?hospital|diagnosed|unwell|rushed|admitted|i will$|sick$
            |poorly)
        i (had|have had|have|need) (an|a) (W )?(accident|operation|biopsy|scan|breakdown|panic attack|seizure|tumou?r|stroke
            |heart attack|health scare|scare)
        (my|the) (blood|test|scan|biopsy) results|my results|in hospital|in the hospital (with|since|again|and|for)|intensive care
        (the )?doctors? (says|said|say|thinks|think|found|told|is|are) (W )?(worried|that|me|i|it|something)
        biopsy|chemo|chemotherapy|tumou?r|my (surgery|operation|diagnosis|illness)|bad news|terrible news
        something (W )?(bad|terrible|awful|horrible|serious) (has )?happened|something happened to (me|us)
        i (have )?lost my (job|W KIN|KIN|home|flat|dad|mum)
        RELATIVE (would love|wants?|would like|asks?|asked) to see you|to see you (one last|before (he|she|they|it))
    """,
    fine="(famous|no) bad news|something (bad|terrible|awful) to",
)

IS_ARRANGED = Signal(
    "pretext",
    "It's arranged before they've said yes. They may feel that saying no would spoil it.",
    finds="""
        (booked|reserved|paid for) (W )?(W )?(W )?(table|room|seats?|tickets?|trip|flights?|hotel|restaurant|dinner|place|slot
            |cabin|weekend)
        (a|our|the|my) (W )?(table|room|reservation|booking|booth) (W )?(is |has been |for (two|us|both|you) )?(booked|reserved
            |waiting|at (W|seven|eight|six))|(table|tickets?|reservation|booking|dinner|flights?) (W )?(is |are )?for (two
            |us|both of us|the two)
        (got|bought|have|picked up|ordered) (us|you|two|both of us) (W )?(W )?(W )?(tickets?|seats?)
        (tickets?|seats?|a place|a seat) (W )?(with your name|in your name)
        i (have )?(booked|reserved|paid|ordered)( us| it| for (us|two|both|you))
        (would|will) be (W )?(a )?(shame|waste|pity|wasted) (to|if|not)|(lose|losing|waste) (the|my) (deposit|money|ticket)
        (everyone|they|my KIN|your KIN|our KIN|the CHILDREN) (is |are |all )?(expecting|counting on|waiting for) you
        (told|promised) (everyone|them|my KIN|your KIN|the CHILDREN) (that )?(you|we) (are|will|would)
        i (have )?(taken|took) (W )?(W )?day off (for|so|to)|(it is all|everything is) (arranged|booked|sorted|planned|set up)
    """,
    fine="""
        (no|not|nothing|without|never) (W )?(booked|reserved|paid for|ordered|arranged)
        (not|no) (W )?(W )?(shame|waste|pity)|nothing is (W )?(arranged|booked|sorted|planned)
        for (two|both) (minutes|hours|days|weeks)
    """,
)

ASKS_FOR_HELP = Signal(
    "pretext",
    "It gives them another reason to come. They may come for that, and feel tricked.",
    finds="""
        (need|use|want|like|ask for|asking for) your (W )?(help|advice|opinion|signature|ear|wisdom)
        (me|need|ask|asking|want|for|you) (a|one|this) (W )?(W )?favou?r
        (you )?help me (with|move|choose|decide|understand|find|sort|fix|pick|out)
        (have|got|is) (W )?(W )?something (W )?(W )?(to|that|you|i) (W )?(tell|show|give|ask|should|must|need|say|discuss)
        (have|got) (W )?(W )?(news|a secret|a question|questions|a confession|a surprise) (W )?(for you|to|that|you|about)
        can not (say|tell|write|explain|do|discuss|put) (it|this|that|you|them) (W )?(W )?(by|over|in|on) (a )?(text|phone
            |message|writing|email|here|the phone|words)|(tell|explain|say|show) (it|this|you) ~(in person|face to face)
        (not|better|best|rather|only) (W )?(W )?(in person|face to face)$|(has|needs|have|it) to be (in person|face to face)
        (need|have|got|ought) to (sign|sort|settle|discuss|go (over|through)|clear up|sort out|talk about|talk through
            |deal with|finish) (W )?(W )?(W )?(papers?|documents?|lease|deposit|bills?|contract|tax|taxes|insurance|money|account|paperwork
            |forms?|house|flat|dog|cat|will|loan|phone)
        wrong (person|number|chat|contact)|(meant|supposed) (for|to (send|go)) ~someone else|sent (this )?by (mistake|accident)
        (pocket|accidentally|by mistake|by accident) (dial|dialled|dialed|called|rang|texted|messaged)
    """,
    fine="""
        (not|never|nothing|without|no) (W )?(need|want|have|got|asking for) (W )?(W )?(help|advice|favou?r|news|to tell|question)
        (nothing|anything) (W )?(to|that)|if you (W )?(W )?need (W )?(help|advice)
    """,
)

PRETEXT_SIGNALS = (
    TURNS_UP,
    WAITS_THERE,
    HANDS_OVER,
    BRINGS_BAD_NEWS,
    IS_ARRANGED,
    ASKS_FOR_HELP,
)
