"""The phrases of a draft that press, hurt or frighten, and what someone who reads one of them might feel.

Data only: one `Signal` per remark. `linter` says how a phrase is read.
"""

from msgspec import Struct


class Signal(Struct, frozen=True):
    """The phrases that a remark is about (`finds`), and harmless ones that look like them (`fine`).

    Phrases are regular expressions over plain words with single spaces, separated by “|” or a new line. W is any word,
    ~ up to three words, ~~ up to seven; `NAMED` explains the other capitals. `fine` is matched first, so “no pressure
    please” isn't read as “please”; a fine phrase must start no later than the one it excuses.
    """

    kind: str
    says: str
    finds: str
    fine: str = ""


NAMED = {
    "ANSWER": "(answer|reply|respond|write|text|call|ring|phone|message|talk|speak|listen)",
    "REPLIED": "(answered|replied|responded|written|wrote|texted|called|rang|messaged|talked|spoken)",
    "TELL": "(answer|reply to|respond to|write|text|call|ring|phone|message|talk to|speak to|listen to|get back to)",
    "IGNORE": "(ignore|ignoring|ghost|ghosting|ghosted|block|blocking|avoid|avoiding|reject|rejecting|punish"
    "|punishing|shut me|shutting me|push me|pushing me|hiding|running)",
    "PLACE": "(house|home|flat|apartment|place|door|doorstep|window|street|road|building|car|work|workplace"
    "|office|desk|school|uni|university|college|gym|shop|studio|clinic|class|club|bus stop|station|church|salon"
    "|hotel)",
    "KIN": "(mum|dad|mother|father|sister|brother|parents?|family|friends?|cousin|boss|colleagues?|flatmate"
    "|roommate|neighbou?rs?)",
    "CHILDREN": "(kids|children|boys|girls|daughter|son|little one)",
    "PERSON": "(guy|girl|man|woman|bloke|lad)",
    "PEOPLE": "(people|men|women|guys|girls|others)",
    "DAY": "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tonight|tomorrow|noon|midnight|then"
    "|weekend)",
    "HARSH": "(selfish|heartless|cruel|coward|liar|ungrateful|pathetic|monster|bitch|bastard|asshole|slut|whore)",
    "LOVELY": "(beautiful|gorgeous|handsome|stunning|sexy|irreplaceable|unforgettable|perfect|special)",
    "PET": "(babe|baby|bae|darling|sweetheart|honey|sweetie|dearest|beloved|angel|beautiful|gorgeous|handsome)",
    "DOES": "(are|were|have|got|had|go|went|moved|live|work|started|met|do|did|will|want|feel|left|look|looked"
    "|seem|seemed|read|posted|liked|changed|unfollowed|blocked|deleted|broke|split|cut|miss|said)",
    "SAW": "(saw|see|seen|spotted|noticed|watched|watch|watching)",
    "SPLIT": "(left|split up|split|broke up|broke|ended|parted|separated|divorced|dumped|walked|cheated)",
    "WRONGED": "(hurt|hurting|cheated|cheating|lied|lying|left you|let you|treated|pushed|ruined|failed|betrayed)",
    "LOVE": "(love|loved|loving|adore|adored|miss|missed|missing|crave)",
    "HURT": "(hurt|broke|broken|destroyed|ruined|wrecked|crushed|betrayed|abandoned|used|replaced|wasted|dumped"
    "|dropped|discarded|shattered|devastated|humiliated|threw)",
    "SAD": "(broken|miserable|heartbroken|devastated|desperate|depressed|lonely|abandoned|rejected|used|worthless"
    "|betrayed|discarded|replaced|humiliated|empty|lost|nothing|nobody|hurting|suffering|falling apart|dying inside"
    "|dead inside)",
    "MESSAGES": "(messages?|texts?|letters?|e?mails?|calls?)",
    "SHALL": "(will|am going to)",
    "WILL": "(will|would|shall|am going to|might|could|may|can)",
    "REFUSE": "(do not|did not|will not|can not|are not|is not|have not|would not|refuse|say no|said no|ignore"
    "|never|block|leave|reject)",
    "UNLESS": "(if (you|i|we) (W )?REFUSE|if not|unless (you|we|i)|if you (W )?(see|meet|kiss|date|marry"
    "|go near) (him|her))",
    "THEN": "((?!(not|never|could|can|would|should|might|may) )W )?",
    "SOON": "(?=$| (then|tonight|today|tomorrow|now|later|anyway|soon|myself|instead|after|before|and|with|every|again"
    "|unless|until|when|at|on|this|some|one|DAY|in (person|an|half|five|ten|twenty|a (bit|few|minute|moment)|[^ ]{1,40} (minutes|mins|min))|if (you|i) (do not|will not|keep|ignore|block))( |$))",
    "VISIT": "((come|coming|drop|dropping|stop|stopping|swing|swinging|pop|popping|drive|driving) (by|round|around|over)(SOON)"
    "|(pop|drop|look) in( on you|( tonight| today| tomorrow| later| anyway)?$)|be (round|over)(SOON)|be (round |over )?at yours"
    "|(come|coming|drive|driving|walk|head|heading|cycle|go) (over |round |back )?to (you|yours|your (W )?PLACE)"
    "|(come|coming|drive|driving) (over |round )?(and |to )?(see|find|get|visit|fetch|talk to|speak to|collect|ask) (you|my|it|them)"
    "|(come|coming) (W )?(in person|myself|knocking|looking for (you|my|it|them))|(turn|show) up(?! on time)"
    "|(let myself|break) in|use (my|the) key|pay you (a|another|one) (W )?visit|visit you|sleep (outside|on) your"
    "|(sit|stand|wait|camp|park|be) (W )?(outside|on|at|by|near|opposite|in front of) your(?! (reply|answer|best)))",
    "SILENT": "(if (you|i|we) (W )?(do not|did not|will not|can not|have not|never|refuse to|get no) (W )?(ANSWER|REPLIED|hear|heard"
    "|get|see|pick up|open|unblock|let|agree|say|tell|want to (ANSWER|hear|see|meet))"
    "|if (you|i) (W )?(keep|go on|ignore|block|say no|refuse|hear nothing)|if (not|there is no)|unless (you|i|we|there)"
    "|until (you|i|we))",
    "THING": "(things?|stuff|clothes|keys?|books?|records?|vinyl|jackets?|coat|jumpers?|sweater|hoodie|scarf|umbrella"
    "|charger|laptop|guitar|bike|post|mail|letters?|parcels?|package|box(es)?|bags?|watch|ring|glasses|drill|camera"
    "|plants?|headphones|passport|cds?|dvds?|shirts?|t shirt|shoes|boots|hat|gloves|necklace|earrings?|documents?"
    "|papers?|tent|cookbook|bowl|dish)",
    "RELATIVE": "(KIN|nan|nana|gran|granny|grandma|grandmother|grandpa|grandad|granddad|grandfather|aunt|uncle|CHILDREN"
    "|baby|dog|cat|puppy)",
    "W": "[^ ]{1,40}",
    "~": "(W ){0,3}",
    "~~": "(W ){0,7}",
}

PRESSES = Signal(
    "pressure",
    "They may feel that they have to answer.",
    finds="""
        please|asap|immediately|straight away|urgent|urgently|as soon as (possible|you (can|get|see|read|wake))
        TELL me( back| right)?( now| today| tonight)?|(write|call|text) back|pick up (the|your) phone
        (reply|respond|answer) (right )?(now|soon|quickly)|^answer$|(read|seen|got) (this|it|them) answer
        say (yes|you will)|promise me|you know you (want|need)|come on( W)? (ANSWER|one|do not|give|say|meet)|come on$
        you (have )?(have|need|got) to|you must|you (had |would )?better (ANSWER|come|not|be|give|meet|show|have)
        you should (at least|ANSWER|come|give|hear (me|what)|meet|let|try)|you could (at least|have the)|decency
        courtesy|you can not (W )?(say no|refuse|ignore|disappear|do this|run|avoid|hide|go on|leave (me|it|us|things))
        i (W )?(must|have to|need to|got to) ((see|meet) you|talk$|(talk|speak) (to|with) you|hear (from you|your)
            |explain)
        i (W )?(must|have to|need to|got to) know (if|why|what|whether|how)|i need (us|this)$
        i (do )?need (an answer|answers|closure|to (see|talk|speak|meet)$)|desperate to (see|talk|hear|meet)
        i can not wait to (see|meet|hear|talk to|hold|be with|have) you|one (last|final|more) time
        i (want|need|expect|demand|am (begging|asking)|beg|ask) you (W )?(W )?(to (come|ANSWER|explain|hear|give
            |see|meet)|again)
        i (am )?(asking|ask) you ~time
        (want|need|demand|deserve|expect|owed) (an?|some|the) (W )?(answers?|reply|explanation|truth|closure|response)
        i (want|deserve|expect|demand) (answers|closure)|i expect to (hear|see you|meet)|i insist (that|on you|you)
        (wait|waiting|hope|hoping|look|looking|await|awaiting) ~your (reply|answer)|forward to (hearing from|seeing) you
        (hear from you|answer|reply) ~soon
        we (W )?(need to|have to|got to|must|ought to) (talk|speak|meet|see each other|discuss|fix|try|give|sort|work)
        we should talk|can we (W )?(talk|speak|meet) (right now|now)
        i SHALL (not stop|never stop|keep|go on|not give up|never give up|not leave you|not rest|fight)
        i am not (giving up|going anywhere|leaving (this|until))|not (take|taking) (a )?no for
        i keep (writing|texting|calling|trying|asking)|i WILL do (anything|everything)$
        i WILL do (anything|everything|whatever) (it|for|to|if|you (ask|say|want))
        do not (IGNORE|leave me|hang up|walk away|give up|turn me down|do this|say no|throw|be like|act like|shut me)
        do not (make me (beg|wait)|keep me waiting|forget (about )?(me|us))
        (stop|quit|keep|keeps) (IGNORE|playing games)|(stop|quit) being|unblock me|you (have )?blocked me
        are you (W )?(IGNORE|angry|mad at|not (going|answering|talking))
        why (W )?(do|did|will|are|have|would|can) (you|not you|you not) (W )?(IGNORE|ANSWER|REPLIED|hate|being
            |doing this)
        when (will|are) you (W )?(ANSWER|coming back|come back|going to ANSWER)
        how long (W )?(are|will|do|have|must) (you|i)
        (did|have) you (W )?(get|got|see|seen|read|receive|received) my (W )?MESSAGES
        you (have )?(never|not) (W )?(REPLIED|ANSWER)|you (do|did|will|would) not (W )?(ANSWER|return)
        (how many|so many|all|any|none|hundreds|thousands) (of )?(my )?MESSAGES
        i (have )?(REPLIED|tried|asked|emailed) ~times|begging|i beg( of)? you|beg of you|on my knees
        give me ~(chance|try|shot|minutes?|hour|answer|reply|reason|sign|evening|night|day|call|ring|second|moment)
        let me (prove|show you|make it|fix|try|come back)|hear me out
        let me (explain|talk|see you|speak|tell you (how|why|what))|(do|did) (this|it|that) for (me|us)
        (too much|not much) to ask|i am not asking (for )?much|how hard (can|is|could)|no (reason|excuse) (not|to say)
        (all|the only thing) i (am asking|ask|want|need)( for)?|at least (ANSWER|meet|give|read|let me|say|you)
        i am waiting$|wait(ed|ing)? (W )?(for (your|an|a|any) (W )?ANSWER|to hear from)
        (it|that|this) (W )?(mean|means) (W )?(a lot|much|more|the world|everything) to me
        (everyone|my friends|our friends|my family|my mum) (says?|thinks?|agrees?|tells? me) (that )?(you|we|i should)
        forgive me|(can|could|will) you (W )?forgive|(seconds?|minutes?) of your time|that hard$|you can spare
        (hear|heard) it from (you|your)|(nothing|not a word|no word|no answer|silence) from you
        (sent|wrote|written) you (many|two|three|four|five|six|ten|twenty|W of) (W )?MESSAGES|gave me (a|the) chance
        look at me|answer (your|the|my) (phone|MESSAGES)|^say something|turn your back|know where (we|i) stand
        my phone (W )?(buzz|ring)(es|s)?|(check|checking|staring at|looking at) my phone|crazy waiting
        waiting and waiting|for my sake|crawl (to|back)|tell me (why|what i|the truth|now|yes)
        leave me (hanging|waiting|like this)|(hear|listen to) my (W )?(side|story)|my side of|surely you (can|could)
        do not be late|you can (W )?manage|^answer (this|it)|i need you
    """,
    fine="""
        (no need|need not|not|never|without) ~(ANSWER|decide)( (W )?(straight away|immediately|asap|right now|now
            |soon|quickly|today))?
        not ~(straight away|immediately|as soon as)
        (if|whenever|when|should) you (W )?(W )?(feel|like|want|wish|fancy|are|have|would|can|need
            |get) ~~(TELL me( back)?|give me a (call|ring))
        give me a (call|ring|shout) (if|when|whenever)|no (pressure|rush|hurry|stress|drama) ~please
        (not|nothing) (W )?urgent|as you please|if you please
        please (W )?(feel (free|no)|say (no|so|hi|hello)|tell me (so|to stop|no)|take (your|all|no)|ignore
            |disregard|leave (this|it|my)|skip|drop)
        please (W )?(excuse|pardon|forgive (my|the)|no pressure|pass|bring|delete|know (that )?(there|you|it
            |i will not|no))
        please (W )?do not (W )?feel( (that |as if |like )?you (have|need|must|should) to)?
        please (W )?do not (?!IGNORE|(leave|hang|walk|give|turn|say no|throw|make|keep|forget|go|hurt|hate|tell|do) )W
        please (W )?give (W )?(W )?(W )?(best|love|regards|wishes|hug)
        (if|when|whenever|unless|before|after|while|though|time|space|room|rest|what|whatever) you (have )?(have
            |need|got) to
        (everything|anything|all|do|did|would|will|might|may|case|because|since|where|as|how) you (have )?(have
            |need|got) to
        (feel|think|like|saying|that|mean|sure|said) you (have )?(have|need|got) to|you better (now|than)
        you (W )?(have to|need to|must|should) (W )?((try|taste|see) (the|their|this|that|my|one)|laugh|smile)
        (what|all|everything|anything) (that )?you must|you must (be|have|know|think|not (W )?(feel|worry|think|ANSWER))
        TELL me( back)? (any time|whenever|about|or not|or never|that you|you|how|(W )?(if
            |when) (and when )?you (W )?(like|want))
        TELL me( back)? (W )?(if|when) you (W )?(wish|fancy|feel|would|get (a|time|round)|are|have (a|time)|can
            |could|prefer)
        (to|can|could|may|might|not|never|or|will|would|did|do|does|they|who|people|he|she|nobody|you) (TELL me|say yes)
        (to|can|could|may|might|not|or|will|would) (write|call|text) back|(write|call|text) back (if|whenever|when you)
        (if|whether|only|they|he|she) (W )?say yes|say yes (or|and) no|(if|case) you (have )?never
        (if|case|though|whether|that) you (have|do|did|will|would|can) (W )?not (W )?(ANSWER|REPLIED)
        not (W )?(expecting|waiting for|wait for|expect|need|want) (an|any|a|your) (answer|reply)
        i SHALL (keep|go on) (it|this|the|my|your|you|an|to|on|out|quiet|away|them|both|things|a|holiday|W free)
        forgive me (if|for (writing|asking|the|my|being (slow|late)))|i need you to know ~(no|only)|to ask of
        all i (want|need)( for)? (W )?(W )?is (W )?(W )?(W )?(coffee|tea|cake|sleep|walk|seat|table)
    """,
)

SETS_A_TIME = Signal(
    "pressure",
    "It sets a deadline. They may feel rushed.",
    finds="""
        (let me know|tell me|answer|reply|respond|decide|back to me|hear back|hear from you|(need|want|have
            |like) to know) ~(by|before|until) (W )?DAY
        (let me know|tell me|answer|reply|decide) (W )?(right now|now|today|tonight|quickly|soon|within)
    """,
    fine="(no need|need not|not|never|without) ~(tell|answer|reply|decide|know) ~(now|today|tonight|quickly|soon|DAY)",
)

BLAMES = Signal(
    "guilt",
    "They may feel blamed, or feel that it's their job to fix your pain.",
    finds="""
        because of (you|what you)|your (own )?fault|thanks to you i|HARSH (to|of|with) (you|me|us)|^HARSH$
        you (are|were|have been|would be|can be) ~HARSH|you HARSH
        you are (being )?(W )?(cold (to|with|hearted)|mean to|ignoring me)|you are being (cold|mean)
        you (have )?(W )?HURT (me|us|my|our|everything)|you (have )?(W )?threw (W )?(W )?away
        you (cheated|lied|walked (out|away)|ran away|turned your back|gave up on|stopped caring|moved on)
        you (have )?(forgot|forgotten) (me|us|about (me|us))
        you left (me|us)( (alone|behind|here|with nothing|broken|like))?$
        you left (me|us) (alone|behind|here|with nothing)
        how (W )?(you hurt|bad you|you made me feel|could you|can you (be|live|ignore|treat|forget|sleep|do))
        live with yourself|what you (did|have done|are doing|put me through|do) to (me|us)|look what you (did|have done)
        this is what i get
        i can not (sleep|breathe|function|concentrate|stop crying|cope|get over|move on|be happy|bear|forget (you
            |us|what))
        i can not eat( or sleep| any more| since| without| anything)?$|i can not eat (or|without|since)
        not been able to (sleep|eat|work|think|stop|function)
        i can not (stand|take|handle) (it|this|being|not|living|any more|the (silence|thought|pain|quiet))
        i can not do this( alone| without you| any more)?$
        i can not think (straight|clearly|of anything else|about anything)
        i (have )?(not|barely|hardly) (W )?(slept|sleep|eat|eaten (in|for|since|W since)|left (my|the) (bed|house|flat))
        lie awake|lying awake|awake all night|sleepless|i ~(cry|cried)
        (cries|cried|tears) (W )?(when|whenever|every|for|because)|i (am|feel|felt|am feeling) (W )?SAD
        i am (a (W )?(mess|wreck)|in (W )?pain)|i (feel|felt) (W )?(alone|like (nothing|dirt|rubbish|trash))
        i am not (doing (well|good)|ok|okay|coping|myself|eating)|i am (W )?alone( now| here| again| every W)?$
        it (hurts|hurt|kills|breaks) (me|that|when|to|much|every)|(it|everything) hurts$
        (this|silence|waiting|it) is killing me( not| inside)?$
        (my|the) (W )?(life|world) (is |has |was |feels )(W )?(empty|nothing|over|broken|ruined|hell|meaningless
            |falling apart|in pieces)
        (broken|broke|breaks|breaking) my heart|my (heart is )?broken( heart)?|my heart (aches|hurts|breaks|bleeds)
        my life (a )?(hell|misery)
        (SAD|the same|hard|sad|hell|happy|sleep|go on|a day|life|home|bed|alone|pointless) (W )?without you
        after (all|everything|what) (that )?(i|we) (have )?(did|done|gave|given|been|went|gone|sacrificed|put|had
            |shared)
        you owe (me|us|it|this)|the least you (can|could)|you promised
        you said you would (W )?(never|not|be|love|stay|wait|call|fight|try)|(say|a|word of) goodbye$
        you (do not|never|did not|can not) (W )?(care|cared|loved me|understand|understood|listened)
        you (do not|never|did not|can not) (W )?know (what (it|i)|how (much|it|hard|i))
        (mattered|meant|mean) (W )?(W )?to you|(was|am) (W )?nothing to you|like i (was|am|never|did not)|never existed
        you (make|made|are making|keep making) (me|it) (feel|suffer|cry|hard|sad|miserable|ill|sick|impossible)
        you are (killing|hurting) me|(it|that|this) is (not fair|unfair)|(gave|given) up ~for (you|us)
        lost ~(over|because of) (this|you|us)|hope you are happy now
        i (gave|have given|sacrificed) (you )?(everything|it all|my (best|life|heart|all|youth)|the best|W years|years)
        i am owed|(everything|all) (that )?i (have )?(did|done|do|gave|given) for
        i did everything (for|right|i could)|(misses|miss) you( too| both)?
        (keeps?|keep on) asking (for you|about you|after you|where|when|why)
        (asks?|asked|cries|cry) (for you|where you|why you|(W W )?(when|if|whether) you are)
        do (it|this) for the CHILDREN|sake of (the|our) CHILDREN|for the (CHILDREN )?sake
        CHILDREN (need|needs|deserve|deserves) (us|both|you|a family|(a|their) (mum|dad))
        the only (one|person|thing|reason) (W )?(who|that|i (have|get|can|had)|in my life|left)
        i (can |have |will |W )?forgive you|i forgave you|shame on you|ashamed of yourself|heartbroken
        ruin(ed|ing|s) (my|me|our|everything)|(i|me) (W )?(W )?suffer(ing)?|(my|with|of|from) grief|antidepressants
        i trusted you|i was there for you|no idea what (i|it)|hole in my|(fall|falling) (apart|to pieces)
        what kind of (person|man|woman|mother|father|friend)|you (W )?(took|taken) everything|no one to (talk|turn) to
        i (W )?(W )?(W )?(W )?alone (every|at night)|alone in (the|this|our) (dark|flat|house|bed|room)|how do you sleep
        be without you|i paid for (everything|all|your)|you used to care|hope (it|he|she|that) (was|is) worth it
        worst (day|year|time|months?|weeks?) of my|killed something|hate (me|us|what you)|i hate (you|that you|how you)
        i (W )?(supported|carried|nursed) you|(it|everything) is (W )?lonely|after all (these|those|the) years i
        i am (W )?dead to you|this hurts|hurts (me|like)|treated (me|us)|punished (me|us)
        how you (can|could) (W )?(forget|do this|live|ignore|treat|be|leave|walk|throw|act)|(pick|picking) up the pieces
        enjoy(ing)? your (W )?(freedom|life)|(i|we) deserved? (this|better)|did nothing wrong
        without (saying )?(a word|goodbye)|never (said|say) (sorry|goodbye|thank)
        you never (W )?(tried|fought|asked|were there|apologi[sz]ed)|fool of me|end of my (rope|tether)
        sit(ting)? here ~crying|(am|been|was|still) crying|tears (in|down|every)|wasted ~(years|time|life)
        is (W )?upset about
        (evening|evenings|day|days|night|nights|weekend|weekends) (in tears|crying)
    """,
    fine="""
        (i|we|will|would|do|did|to|not|and) (have |am |will |would )?(miss|missed|missing) you
        (if|case) you (do not|did not|can not) (W )?(care|understand|know)
        you (hurt|broke|used) my (W )?(foot|arm|cup|mug|bike|chair|phone)
        i (W )?(W )?(cry|cried|crying) (W )?(laughing|with laughter|at (films|movies|weddings))
        i can not sleep (on|in|past|at) (trains|planes|buses|hotels|W)|you let (me|us) (know|have|borrow|use|in|stay)
        you left (me|us) (a|the|your|some)|no goodbye|i have (not )?eaten (there|at|a|all)
        (not|never) (W )?because of you|not your fault
    """,
)

BRINGS_IN_SOMEBODY = Signal(
    "jealousy",
    "It brings someone else into it. They may feel tested or compared.",
    finds="""
        (i am|i have been|been|i was|started|is|also) (W )?(seeing|dating|sleeping with|going out with) (someone
            |anyone|him|her|again|(W )?PEOPLE)
        (seeing|dating|talking to|met|meeting|messaging|kissed|date with) (a|this|another) (W )?PERSON
        talking to someone (new|else|special)|dating( someone| again| apps?| PEOPLE)?|tinder|grindr|bumble|on hinge
        matched with|i (have |am )?(W )?(went|been|gone|going) on (W )?(W )?(W )?dates?
        i (have )?(had|have|got) (W )?(W )?dates? (with|last|on|tonight|tomorrow|this|next)
        i (have )?(had|have|got) (W )?(W )?dates?$|(someone|anyone) (new|special|better)
        (with|found|find|met|meet|love|loves|like|seeing|see|want|is there|there is|kissed) (someone|anyone) (else
            |nice|amazing|lovely|wonderful|great)
        (have |are |did )you (W )?(found|find|met|meet|seeing|dating|with) (someone|anyone|him|her)
        i (have )?met someone( W)?$|i (have )?met someone (and|last|who (makes|treats|loves|understands|is|likes))
        i (have )?(a|got a) (W )?(boyfriend|girlfriend|partner)|i am (W )?with someone( now| else)?
        (are you|you are) (W )?with (someone|anyone|him|her)( now| else)?|are you (W )?(dating|seeing|single)
        single (now|again|too)|(boyfriend|girlfriend|lover|fiance|fiancee)s?
        (my|your) (new|other) (PERSON|boyfriend|girlfriend|partner|lover|love|flame|crush|date)
        (your|that|another|the other) (boyfriend|girlfriend|rebound|fling)
        who (W )?(is|was|are) (he|she|(the|that|this) (W )?PERSON)
        (PERSON|PEOPLE|someone|lots|others) (W )?(W )?(who )?(want to W|want|wants|like|likes|love|loves|fancy
            |fancies|asked|ask|treats|texts) me
        (hit|hitting|hits) on me|(ask|asked|asking|asks) me out|chatt?(ed|ing) me up
        (plenty|lots|many) (of )?(other )?(offers|options)|jealous
        flirt(ed|ing)? with|hook(ed|ing)? up with|slept with|one night stand|kissed (someone|another|him|her)
        in love with (someone|another|him|her)
        (he|she) (W )?(treats|loves|wants|makes|knows|kisses) (me|you|about (me|us|you))
        (does|did|is|can) (he|she) (W )?(know (about|that|you|we)|treat|love|make you|kiss|worth|better than|good to)
        (he|she) is (W )?(nothing|not (you|me)|(better|younger) than)|compared to (you|him|her)
        (better|more|hotter|happier|richer|nicer) than (he|she|him|her|me|i) (ever|did|could|does|can|will|is|makes)
        found a replacement|asked out|gave me (their|her|his) number
        (had|have|get|got) (plenty of |many |other )?offers$|replaced me|(hands|eyes) off you
        the other PERSON$|fish in the sea|(he|she) (can not|does not|will never|never) W (W )?(like (me|i)|you like)
        (left|leave|dumped|dropped) (me|us) for (him|her|W)|anyone i want|interested in me
        (chatting|talking|texting|writing) (to|with) (a|this|another) (W )?PERSON
    """,
    fine="""
        (i am )?(W )?seeing (someone|(a|the|this) (W )?PERSON) (about|from)
        (not|no|never) (a date|dating|seeing anyone|jealous)
        jealous of (your|the) (W )?(coffee|garden|view|dog|cat|weather|kitchen|holiday|flat)|(has|have) a date (for|yet)
        (talking to|met|meeting|seeing) (someone|(a|this) (W )?PERSON) (else )?(at work|from|about|who (said|told
            |sells))
    """,
)

CORNERS = Signal(
    "ultimatum",
    "It sets a condition. They may feel cornered.",
    finds="""
        (last|only|final) chance|(last|final) (warning|offer)|last (try|attempt|shot)
        (this is|is|be) my (W )?last (message|text|letter|email|word)
        last time (that )?i (W )?(ask|asking|write|writing|try|trying)|ask twice
        (this is|be) the last (time|message|text|letter|thing) (you|i|that)|or else|(now|time|DAY) or never
        before it is too late|too late for us|time is running out|running out of (time|patience)|my patience
        either you ~~or
        or (we|i|it|that|this) (am|are|is|will be) (W )?(done|over|finished|through|gone|it|leaving|coming|moving
            |selling|telling)
        or (you can )?forget( about)?|or (W )?(court|police|my lawyer)|it is (me|us) or
        (i am|we are) (done|through) (waiting|trying|with (you|us|this))
        UNLESS ~~(i|we) WILL (W )?(know|be (outside|gone|done|forced)|call|find|tell|sell|throw|burn|delete|block
            |assume|have to)
        UNLESS ~~(i|we) WILL (W )?(come (over|round|there|to (you|your)|looking|and)|show (up|everyone)
            |do something|hate|post|move on)
        UNLESS ~~(i|we) WILL (W )?(lose|hurt|kill|end|make (you|sure)|go (to|public)|see you)
        UNLESS ~~(i|we) WILL (W )?take (the (W )?(CHILDREN|dog|cat)|you|my|legal|it to)
        UNLESS ~~(i|we) WILL (W )?(keep (your|calling|writing|coming|trying)|wait (outside|at)|never|not (forgive
            |speak|talk|see|wait|return|give))
        UNLESS ~~(i|we) (am|are) (W )?(done|over|finished|selling|keeping|leaving|moving|telling|coming
            |going to (your|the)|throwing|deleting|blocking)
        UNLESS ~~(it|this|that|we) (is|are) (W )?(over|the end|it|finished|goodbye)
        UNLESS ~~(i|we) (do not know what|have no choice|swear)
        UNLESS ~~you (will|are going to|can) (W )?(never|not see|regret|lose|be sorry|forget|pay|find out)
        if you ~~(then you|you|it means you) (do not|never|did not|have never) (W )?(love|loved|care|cared|meant)
        if you (W )?(love|loved|cared|care about|respected) ~~(would|will|come|answer)
        if you have (any|a) (heart|feelings|decency)
        UNLESS ~~do not (ever )?(contact|call|write|talk|speak|bother|expect|come)
        if (i do not hear|you do not) ~~i know
        or i SHALL (W )?(come (to|over|there|round)|tell|call|show|find you|post|keep|leave|be gone|ring|phone|text
            |write to)
        or i SHALL (W )?(be done|lose|delete|give up|hurt|sell|throw)
        (until|unless) you (W )?(ANSWER|agree|come back|say|meet me|explain)
        you will (W )?(regret|be sorry|never see|not see|never find|pay for|lose me|miss me)|you will see (what|who)
        make you (pay|regret|sorry)|i SHALL (never|not) (forgive|speak to|talk to|see|trust) (you|me)
        never (speak|talk) to you again|(you have|giv(e|ing) you) (got )?until
        (will|can) not wait (forever|W longer|much longer)|^i am done$|i (am warning|warn) you
        this is (your chance|the end|goodbye|good bye)
        you have (W )?(one|two|three|24|W) (minutes?|hours?|days?|weeks?) (to|or|left)|hear from (me|my) ~lawyer
        choose (me|us|between (me|us|him|her))|do not make me (W )?(come|call|tell|do|choose|go|angry|regret|hate)
        (take|see|drag|meet) you (to|in) court|full custody|my (lawyer|solicitor|attorney)|call the police
        (over|gone|lost|done|finished) (forever|for good)|no way back|^say no and
        (if|unless) you do not want ~to know
        you will not (W )?(get|have|find|see) (another|a second|any more|your|W again|them|him|her)
        only (W )?(give|return|sign|pay|hand|let you) ~~if you (meet|talk|answer|come|agree|reply|see)
        (and|or) (we|it|i) (are|is|am) (W )?(finished|done|over|through|history)
        your (W )?(things|stuff|clothes|records|books) (W )?(W )?(in|to) the (bin|trash|tip|dump)
        (until|unless) you (pick|collect) (it|them)
    """,
    fine="""
        you will not (W )?(regret|be sorry)|not make you (pay|sorry)
        UNLESS ~~(i|we) WILL (W )?assume (that )?(it is |the answer is )?(a )?no
        UNLESS ~~(i|we) WILL (W )?(not (mind|be|hold|ask|write|bother|see it|take it)|know (that )?(it is|you are
            |not to))
        UNLESS ~~(i|we) WILL (W )?(tell you (about|another)|sell (the|my) (W )?tickets?|have to (drink|eat)
            |never (mind|mention|ask|bother|write))
        (i )?(W )?(not|never) (W )?ask twice|take you to court(yard|$)
    """,
)

BIG_FEELINGS = Signal(
    "history",
    "These are big feelings, and they may not know what to say to that.",
    finds="""
        i (W )?(W )?(W )?LOVE (you|us|being with|having you|what we)
        i (W )?(W )?LOVE (talking|seeing|hearing|holding|waking|our|the way (you|we)|everything about|my best friend)
        i (W )?(W )?(loved|miss|missed) your
        i (W )?(W )?love your (W )?(smile|face|voice|eyes|laugh|hands|touch|smell|body)
        i (W )?(want|wanted|need|needed) (you( back| in my| and| again| badly| only| more)?$|you (back|in my
            |and only|again|more)|us)
        ^(hi |hey |hello |oh |god |and |but |we )?(miss|missing|love|loving) you
        (and|but|do|then|because) (miss|love) you|(love|miss) you (much|lots|forever|more|with|like|every)
        (you|to|will|did|not) (W )?(love|loved|miss|missed) (me|us)
        (did|do) you (W )?(love|miss|want|think (about|of)|care about) (me|us|it)|in love( with (you|each)| again)?$
        in love with (you|each)|(fell|falling|fall|fallen) (back )?(in love|for you)|(true|great|only) love
        love of my life|soul ?mates?|meant (to be|for each)|belong (together|to me|with me)
        perfect (together|for each other|for me)|destiny
        you are (W )?(the one|my (W )?(everything|life|world|person|home|love|happiness|sunshine|rock|other half
            |best friend))
        you (were|are) (W )?the (best|love|only) (W )?(thing|one|person|part|man|woman)
        best (time|years|days|summer|thing|part) of my|best thing that|you (W )?(W )?(looked|look|are|were) (W )?LOVELY
        (nobody|no one|anyone|someone) (W )?(compares|like you|but you|makes me)
        (nobody|no one) (W )?(W )?(knows?|understands?|gets?|loved?|loves|made|makes?) me
        (feel|felt) (this|that|the same) way|feel the same|feelings (for you|have not|never|are|did not|left)
        how i (feel|felt) (about|for)|my feelings|i (W )?care (about|for) you|feel (anything|something) for
        (my|your) heart|on my mind|(out of my|you ~in my) (head|mind)|in my (thoughts|dreams)
        (stopped?|help|quit) (loving|thinking|dreaming|missing|hoping|caring)|think(ing)? (W )?(about|of) (you|us)
        dream(s|ed|t|ing)? (about|of) (you|us)|(had|have) a dream (about|of|with|where)
        you (W )?(W )?(make|makes|made) me (W )?(happy|smile|laugh|whole|complete|better|feel (alive|safe|loved
            |special))
        you (W )?(mean|meant) (W )?(everything|the world|much|a lot)( to me)?
        (hold|kiss|touch|hug|cuddle) you(?! (up|to|back))
        (next to|beside|sleep with|sleep next to) you( at night| again| in bed)|(in|miss) (my|your) arms
        your (lips|kisses|touch|scent|skin)|(your|that) (W )?(smile|eyes|laugh) (of yours|again)|hear your voice
        lonely without|marry (me|you)|forever yours|yours forever|you forever
        i will (W )?(never (forget|stop|find|love|get over|be happy|be the same|move on)|be (here|there) for you
            |wait forever)
        (not|get|getting|got) over (you|us)|(hi|hey|hello|dear|morning|night) (W )?(PET|my (love|dear))|^PET
        (my|you) PET|^my love|my love$|throw (it|this|us|everything) (all )?away|something most people
        (wear|wearing|have|keep|kept) (the|our|my|your) (W )?ring|your (W )?(picture|photo) (W )?(on|in|by|beside|next)
        how much (i|you) (W )?(love|miss|mean|meant|care|want|need)|let me love|(am|forever) yours$|complete me
        (anyone|no one|nobody) else for me|(imagine|picture) (my|a) (life|future)|(sleep|sleeping) (in your|alone)
        (sleep|sleeping|slept|wear|wearing|smell|hold) (in |on )?your (W )?(t shirt|hoodie|shirt|jumper|pillow)
        first love|(crazy|mad) about you|crazy for you
    """,
    fine="""
        (do you )?(W )?think (of|about) us (meeting|going|having|getting|trying)
        (it|that|this|coffee) (would|will) (W )?make me (W )?happy|i (W )?WILL (W )?(love|miss|like) (you|us) to
        (do not|will not|not) (W )?miss (you|it)$|(send|give|with) (W )?(W )?my love
        i (W )?(W )?missed (you|your) (call|message|text|email|at|by|on|birthday|W (call|message|text))
        (broken|broke|breaks|breaking) my heart|(think|thinking|thought) of (you|us) (as|two|and (your|the))
        (made|makes) me think of you|in love with (the|this|that|my)|my heart (aches|hurts|breaks|bleeds|is broken)
        i (W )?(love|loved|miss|missed) (your|our) (W )?(idea|coffee|dog|cat|train|bus|stop|concert|talk|book
            |article|show|film|play)
        to your heart is content|heart (rate|attack|doctor|surgery)
    """,
)

THE_PAST = Signal(
    "history",
    "It brings up the past. A first coffee is easier without it.",
    finds="""
        remember (when|how) (we|you|it)
        remember (W )?(our|us|all the|the (W )?(time|times|day|days|night|nights|way|first|good|summer|trip)
            |what (we|you|it))
        remember that (W )?(night|time|day|summer|weekend|trip|holiday|evening|kiss)
        that (summer|night|winter|kiss) (in|at|when|we|with|by|on)
        what (we|you and i) (had|were|could have|built|shared)
        we (had|have) something (special|good|real|rare|great|most)|we used to
        used to (be (us|happy|together|mine|in love)|love me)|when we (were|first|had|fell|kissed|lived|still|started)
        (day|night|place|where|how) we (first )?met|where we (W )?(had|kissed|sat|used|fell|went)
        (old|good old|happy) (times|days) (W )?(sake|together|again)|for old times|like old times|the old (days|us|me)
        (good|great|happy|beautiful) memories
        our (W )?(love|story|relationship|song|anniversary|marriage|wedding|history|past|time together|years
            |memories|bed|breakup|break up|dreams|honeymoon)
        our (old|first (kiss|date|night|dance|flat|home|time|trip|holiday|summer|christmas|year))
        our (W )?(kiss|fights?|mistakes?|bench|spot|ring|special)|our last (night|fight|argument|holiday|trip|weekend)
        the past(?! (few|day|week|month|year|W (days|weeks|months|years)))|past mistakes
        (about|after|despite|for|forget|of|regret) what (happened(?! (at|in|to (the|my|your)))|i did|i said|you did
            |you said)
        what happened between|(what|where) (it |we |i )?went wrong
        sorry (for|about) (W )?(what|everything|how (i|we|it|things)|WRONGED|that night|us|it all|all (of it|the|that))
        sorry (for|about) (W )?my (part|behaviou?r|mistakes?|words|anger|temper|drinking|jealousy|past)
        sorry (for|about) (W )?the (W )?(pain|fights?|hurt|past|way)
        sorry (for|about) (W )?being (a|an|jealous|cold|selfish|distant)
        sorry (that )?i (W )?(WRONGED|said|made you|did not (listen|see|love|fight))
        apologi(s|z)e for (W )?(everything|what|how|hurting|my|the way)|i (W )?(W )?(hurt|hurting) you
        (to|about|for) hurt(ing)? you|i was (W )?(W )?(selfish|stupid|idiot|fool|jerk|blind|cruel|distant)
        i was (W )?(terrible|bad|horrible|awful) (to you|partner|boyfriend|girlfriend|husband|wife|person)
        i was wrong( about (us|you|everything|it all))?$|my (W )?mistakes?( and| W)?$|i made (W )?(W )?mistakes?$
        i made (W )?(W )?mistakes? (and|that|by|with (you|us)|when|letting|leaving)|worst mistake
        i (messed|screwed|fucked) (W )?up|i regret (?!to)W|biggest (regret|mistake)|learn(ed|t) my lesson|turn back time
        go back in time|(since|after|when|before|because|why|that|until) i SPLIT( you| us| it| things)?$
        (since|after|when|before|because|why|that|until) (you|we) (SPLIT|moved out)
        (since|after|about|before) (the|our) (breakup|break up|split|separation|divorce)
        (you|we|i) (broke up|split up|broke it off|ended (it|things|us|our|what))
        (was|am) the one who (left|ended|walked|broke|wanted)|leaving you|(letting|let) you go|losing you|i lost you
        we were (W )?(happy|good|great|perfect|together|in love|a (W )?(team|couple|family)|made|meant|everything
            |the best|something)
        i (have )?(W )?changed( i (swear|promise)| for you| for good| for the better| a lot| much| completely| now)?$
        i have changed (for|a lot|and|much|completely|as)
        i am (a |W )?(different|new|changed|better) (person|man|woman|me|one)|work(ed|ing) on (myself|me|us)|in therapy
        to therapy|my (W )?therapist|got sober|anger management
        i wish i had (not|never|done|said|known|told|listened|stayed|been|fought|tried|treated|loved)
        i wish i (could (go|turn|take|change|have)|did not|never)
        i wish (we (had|could|were)|you (were|had|would|could)|things (were|had))
        i should (not )?have (said|done|left|listened|fought|treated|told|stayed|known|been|never|loved|let|gone)
        (talk|speak|chat|conversation) (W )?about (what happened|everything(?! (and|else|but))|things|feelings|why)
        (talk|speak|chat|conversation) (W )?about (us|our (relationship|love|future|problems)|where we|what we)
        it (was|is) (W )?my (own )?fault|all my fault|what i lost
        (know|see|realis(e|ed)|realiz(e|ed)|understand) ~what (i|we) had|(different|better) this time
        (be|are) different (now|this time)|be better for you|you (were|are) my (W )?(best friend|wife|husband|partner)
        we had (W )?(W )?(beautiful|great|wonderful|amazing|best|good|happy) (times?|years|life|love|moments|things?)
        our life( together)?|our (photos|pictures)( together)?$|our (trip|holiday|time) (to|in|at|together)
        we were married|married for|years (together|do not)|things ended|how (it|things|we) ended
        can not forget (that|the|how|what)|i cheated|my cheating|you and me it was
        i have (W )?(grown( up| much| a lot)?$|matured)
        i was not (W )?(good|fair|kind|there|honest|nice) (W )?(to|for|with) you|take back (everything|what|all)
        (should never|never should) have|anything to go back|i would give anything
    """,
    fine="""
        remember (the|that) (W )?time (at|we said)|sorry about (W )?everything being
        when we (had) (W )?(message|news|snow|time)
        our (first|old) (W )?(chemistry|teacher|boss|school|neighbou?r|landlord)
        (about|after) the split (level|shift|bill)|we split the
    """,
)

MORE_THAN_A_COFFEE = Signal(
    "history",
    "It asks for more than a coffee. They may back away.",
    finds="""
        back together|(be|live|stay|happy|grow old|family|couple|us) together|together (again|forever)
        (a|be) (W )?(family|couple|us) again
        back to (how (it|things|we)|the way (it|things|we)|what we|us$|being us|each other|where we)
        (way|come) back to (each other|us|me|you)|(second|another|one more|new) (chance|shot)
        a chance (for us|again|with you|to (prove|show|fix|make it))
        (make|have|get|need|want|for|deserve) (W )?(fresh|new|clean) (start|beginning|slate)
        (want|win|get|have|got|bring|having|getting) (you|us) back|take me back|(have|want|get) (me|my W) back
        come back (home|please)|(^|please )(come back|come home)|come home to
        you (would |to |will |W )?(came|come) back$
        start(ing)? (all )?(over|afresh|fresh|from scratch|from the beginning)|start again (as|with|from)
        (we|us|could|can) (W )?start again|try again|try (it|us) again
        give (us|it|this|our W) (another|a|one more) (W )?(go|try|chance|shot)
        (we|us|can|could|to) (W )?work (it|this|things|everything) out
        sort (this|things|everything) out (between|together)|work out (between|for) us
        (fix|save|repair|mend|rebuild|rekindle) (us|what|our)
        (we|i|can|could|to) (W )?(fix|save|repair|mend) (this|things)|make (this|us|things) (work|right)
        make it (right|work (this|between|again|with us|for us))|(we|us) (W )?make it work(?! (on|at))|make it up to you
        make amends|fight for (us|you)|about us|us (again|together)
        (want|miss|believe in|hope for|chance for|give up on|there is an?|of) us( again| back| together)?$|marry me
        have children with you
        (want|wish|long|hoping|hope|meant|supposed|like|love|dream) (W )?(to )?(be|spend W life
            |grow old) with you( again| forever)?$
        friends with benefits|one (last|more) night|your place or mine|spend the night|come to bed|make love
        (give|gave|given) (it|us|this|love) (another|one more) (go|try|chance|shot)
        start from (zero|the beginning|scratch)|one more try|try one more time
    """,
    fine="""
        (when|after|before|until|once|since) you (W )?(come|came) back|back together (the|W) (keys|boxes)
        try again (another|some|next|later|in|on|at)|(news|email|letter|post|message|story) about us
        (one|both|two|some|each|all|either|most|many) of us|(sort|work) (it|things) out (with (the|my|work))
        new start(er)? (at|in)|(bring|get|have) (you|us) back (to|by|home|your|the|in time|before)
    """,
)

WATCHES = Signal(
    "watching",
    "They may feel watched or followed. That can be frightening.",
    finds="""
        key to your PLACE
        (drove|drive|driving|walked|walk|walking|went|go|cycled|passed|pass|passing|came|been|parked) (W )?(past|by
            |around|outside) your (W )?(W )?PLACE
        (passed|pass|parked|passing) (W )?your (W )?PLACE|i SHALL (come|go|drive|be) (W )?(to|at) your (W )?PLACE
        (parked|standing|sitting|am) ~across (the|your) (street|road)
        (i (have )?(W )?|^)SAW you (W )?(at|with|in|on|near|outside|today|yesterday|last|from|online|through|and|when)
        (i (have )?(W )?|^)SAW you (walk|leave|go|come|get|laugh|kiss|drive|there|every)(ing)?
        i (can )?see you (from|up)|i (have )?(saw|seen|spotted|noticed) you$
        i (have |can )?SAW your (W )?(car|lights?|bike|posts?|story|stories|profile|status|name)
        i (have )?SAW your (W )?(pictures?|photos?|window|W (light|car|bike))
        (saw|seen|see|noticed|know) (who|where|what) you (were|are|did|do|will be) (W )?(with|from|doing|at)
        i (can |have )?(SAW|notice) (that )?you DOES|you (are|were|have been|W) online
        you are (W )?up( late)?$|last seen|i know you (have )?(read|seen)
        you (have )?(read|seen|opened) my (W )?(messages?|texts?|story)|(on|left on|me on) read|blue ticks|two ticks
        read receipts?|your (W )?(instagram|facebook|tiktok|snapchat|whatsapp|linkedin|twitter|strava|spotify|location)
        (SAW|look|looked|looking|check|checked|checking|read|scrolled|scrolling|follow
            |following) (W )?(W )?your (W )?(profile|stories|posts?|status|page|account|feed)
        i know (W )?(where|when) (you|he|she|your) (W )?(DOES|lives|works|be|park|shop|sleep|finish|leave|get|come
            |start|stay|train|KIN)
        i know (which|what) (time|train|bus|gym|caf.|bar|shop|street|building|flat|floor|days?) you
        i know (what|that) you (W )?(did|are doing|were doing|have been doing)|i know (W )?who (you|he|she|it)
        i know your (W )?(W )?(shift|schedule|routine|shifts|address|password|code|hours|train|class|street
            |building|lunch break)
        i know (that )?you (are|were) (W )?(home|there|at (home|his|her)|awake|alone|reading|with (him|her|someone)
            |seeing|sleeping)
        are you (at )?(home|alone|awake)( now| tonight)?$
        (told|tells|tell|telling) me (W )?(that )?(you (W )?DOES|about you|(where|who|what|how) you|everything)
        (heard|hear|found out) ((from|through|via) (W )?W )?(that )?(you|your KIN) (W )?DOES
        you (W )?(run|go|train|swim|walk|shop|jog|row|climb|play|practi[sc]e) ~~every (DAY|day|morning|evening|night|week
            |W morning|W evening)
        you (looked|seemed|were looking) (W )?(W )?in (that|your|the) ~(coat|dress|jacket|hat|suit|shirt|jumper|scarf|skirt|boots|W)
        (asked|asking|ask|ring|rang|called|texted|messaged|emailed|wrote to|contacted|visited|(spoke|talked
            |spoken) (to|with)|talking to) (W )?(your|our) (W )?KIN
        (asked|asking) (?!you)W (W )?(about you|(where|how|who|what|when|whether|if) you|for your (W )?(address|number))
        your (W )?KIN (W )?(said|says|told|tells|gave|thinks) (me )?(that )?(you|your|about you)|your (W )?KIN gave me
        i watch you
        (watched|watching|followed|following|track|tracked|tracking|spied|spying|stalk|stalked|stalking) (on |over )?you
        (keep|kept|keeping) (an eye|tabs) on you|check(ing|ed)? (up )?on you|your password|stalk(er|ed|ing)
        where (were|have) you( been)?|where are you( now| right now| going| tonight| sleeping| staying)?$
        who (are|were) you (W )?with|who (W )?(was|is) that
        (found|got|have) (out )?your (W )?(address|new number|number)|your new (address|number)
        found out (W )?(where|who|that|what|about) (you|he|she)
        (made|created|using|opened|borrowed) (a|my|another|this) (W )?(W )?(account|profile|phone|number) (because
            |since|to) ~(you|reach|write)
        you can not hide|i will find you|i found you
        (says|said|thinks) (that )?you (W )?DOES|eye on you
        (log|logged) in to your
        (was|were|been|am|be|happened|left|sat|walked) (W )?(W )?(W )?(in|on) your (street|road|building|doorstep
            |stairs|steps|garden)
        you (did not|never) (come|get|go) home|you (wore|were wearing|had on) (today|yesterday|last|this|on)
        (look|looking|looked|stare|staring) (W )?(at|through) (W )?(your|our) (W )?(pictures?|photos?)
        (pictures?|photos?|story|video|what) ~you posted|your (W )?lights? (was|were|is|are) (W )?(on|off)
        find out where
        i am (W )?(near|close to|round the corner from) your (house|home|flat|apartment|place|building)
        you were (at|in|with|out) ~(last night|yesterday|this morning)
        parked (outside|near|in front of|across from) (your|you)|followed your (W )?(car|bus|bike|train)
        i know (that )?you (are|go|train|swim|run) (at|to|in) the ~(on|every|at)|scroll(ed|ing)? through your
        i (see|saw) on (instagram|facebook|tiktok|linkedin|twitter|social media)
    """,
    fine="""
        i (will|would|could|might|may) (W )?(W )?see you|(since|when|time|last) i (W )?(saw|seen) you( last)?
        i (have )?(W )?(saw|seen|see) you (at|in|on) (the|W) (handover|pick up|drop off|school|meeting)
        you (W )?(W )?(told|tell) me
        (you|i) (W )?(said|thought|think) (that )?you
        (not|never) (W )?(follow|following|watch|watching|ask|asked|asking|check) ~you
        (until|before|if|when|after) you are (at )?home|i know where (you|he|she) ((are|is) coming from|got)
        i SHALL (come|go|be) (W )?(to|at) your (side|part|end) of
    """,
)

MAKES_SMALL = Signal(
    "guilt",
    "It says that no one else would have them. They may feel worthless and trapped.",
    finds="""
        (nobody|no one) (else )?(will|would|could|can|is going to) (W )?(love|want|adore|treat|care for|put up with
            |look after) (W )?you(?! to)
        (good luck|try) finding (someone|anyone) (W )?(like me|who (will|would|could|can) (love|put up|want|have))
    """,
)

PARTS_FROM_OTHERS = Signal(
    "pressure",
    "It turns them against people they trust. They may feel alone with you.",
    finds="""
        (whatever|no matter what|never mind what) (W )?(your|our) (W )?(KIN|people) (W )?(say|says|said|think|thinks
            |thought|tell|tells|told|want|wants)
        (do not|stop|never) (listen|listening) to (W )?(your|our) (W )?KIN
        (your|our) (W )?KIN (do not|does not|need not) ((have|need) to )?know
    """,
)

COMES_ANYWAY = Signal(
    "pressure",
    "It doesn't wait for their yes. They may feel that they have no choice.",
    finds="""
        i SHALL (W )?(wait|sit|stand|stay|be (there|here|outside|waiting|at|in|on|by|under)) ~~~whether you (come|show
            |turn|want|like|ANSWER)( up| it)? or not(?! is)
        i SHALL (W )?(wait|sit|stand|stay|be (there|here|outside|waiting|at|in|on|by|under)) ~~~whether or not you (come
            |show|turn|want|like|ANSWER)
        (whether|if) you (W )?(like|want) (it |to |that |this )?or not
    """,
    fine="(whether|if) you (W )?(like|want) (it |to )?or not is (W )?(fine|up|yours|all)",
)

LAYS_A_LIFE_ON_THEM = Signal(
    "harm",
    "They may feel that your life is in their hands. Please talk to someone first. You can call one of the helplines in exback crisis.",
    finds="""
        (kill|killing|hurt|hurting|harm|harming|cut|cutting|hang|shoot|drown|burn|starve) (myself|my self)|slit my
        unalive|an overdose(?! of)|overdosed|suicid(e|al)|(end|ending) (it all|my (W )?life|myself|everything)
        i (W )?(WILL|want to|am about to) end (it|this)( now| tonight| all)?$|(take|taking) my (own )?life
        jump (off|from) (a|the|my) (W )?(bridge|roof|balcony|cliff|building)|jump (in front of|out of (a|the|my) window)
        (took|taken|swallow|swallowed) (W )?(W )?(pills|tablets)|my (W )?(blood|death) (W )?(on|will be)|on my grave
        my funeral
        (not|never|no longer) (W )?(want|wish) to (live|be alive|be here|exist|wake up|go on|be in this world
            |keep living)
        want to (die|be dead|disappear|stop existing|never wake|sleep forever|not wake)
        wish i (was|were) (dead|never born|not (here|alive))|wish i (would|could) (die|not wake)
        (want|wish|hope|could|rather) (W )?(to )?never wake up|never been born
        (better|best|happier|easier) off (W )?(dead|without me( W)?$|if i)|(world|everyone) ~better (off )?without me
        rather (die|be dead)|i (W )?(WILL) die( without| if| of (this|love)| soon| tonight|$| here| alone)
        (dying|die|dead) without you|i am (dying|dead)( W)? without|without me in it
        (no|any|lost (the|my)|see (a|the|any)|not (a|the)|what is the) (reason|point|will|strength|use|sense) (to
            |in|for|of) (live|living|life|being (alive|here)|going on|go on|carry on|wake up|get up)
        nothing (left )?(to live|worth living) for|nothing left( for me)?$|not worth living|life (W )?(is )?not worth
        worth living without|(it all|everything|the pain|all this) to (end|stop|be over)
        i (W )?(can not|could not|will not) (go on|carry on|keep going)( like this| without you| living| this way
            | any more)?$
        can not (go on|carry on) (like|without|living)
        can not live (W )?(without (you|us|her|him|this|it)|like this|any more)|can not live$
        (can not|will not) (survive|make it)( without| if| this| another| much|$| the (night|week))
        (might|may|could) not be (here|around|alive) (any|much|tomorrow|next|by)
        not be (here|around|alive) (any more|much longer|for (much )?long(er)?)|(final|last) (goodbye|words)
        (goodbye|good bye) forever|my last night|if i (am|was|were) (dead|gone|not here)
        (when|once) i am (dead|gone (you|it|maybe|then|do not|they))|if i (die|died)|find me dead
        i ~(do|doing) (something|anything) (stupid|bad|drastic|terrible|to myself)
        (only|one|the) (reason|thing|person) (W )?(W )?(i am|keeping me|keeps me) (W )?(alive|here|living)
        reason to live|my life (is )?in your hands|life depends on you|i (W )?(W )?(W )?(die|dying)
        i (am|will be|want to be) (W )?dead (by|soon|tomorrow)|feel like dying|keep living (like|without|this)
        worry about me (much )?longer|(do|done|doing) to myself|you are (W )?(W )?i live for
        think(ing)? (about|of) (W )?(ending (it|my|things|everything)|dying|death|not being here)
        thought (about|of) (W )?(ending (it|my)|dying)|if i (was|were) not (around|alive)|want to end it
        can not do (life|this life)|i want it to (stop|end|be over)$
    """,
    fine="""
        famous last words
        (hurt|cut|burn|kill|killing|hang) myself (W )?(shaving|cooking|skiing|running|climbing|at|on|while|laughing
            |out|with)
        i WILL not die
        i (W )?(W )?(W )?(die|dying|dead) (for|of|to|laughing|tired|end|serious|easy|good|keen|right|on|certain
            |sure|set|against)
        (end|ending) everything (with|on a)
    """,
)

FRIGHTENS = Signal(
    "harm",
    "It would frighten them. Please talk to someone first. You can call one of the helplines in exback crisis.",
    finds="""
        i (W )?(will|am going to|could|might|want to|swear i will) (W )?(hurt|kill|destroy|ruin|punish|smash|strangle|hit
            |wreck) (you|him|her|them|your|someone|anyone)
        (kill|harm) (you|him|her|them) (if|when|and|or|all|for)|hurt (you|him|her|them) if|burn (down )?your|i have (got )?a (gun|knife)
        WILL (W )?(tell|show) (W )?(everyone|the world|them all|the whole W|your (work|wife|husband|partner|boyfriend
            |girlfriend|boss)) ~(what|about|who|the truth|everything|the|your|those|how)
        SHALL (W )?(tell|show) (everyone|the world|them all|your (work|boss|wife|husband|partner|boyfriend|girlfriend))
        WILL (W )?(tell|show) (all )?your (W )?KIN (W )?(what you|who you|about (you|us|him|her|what)|the truth|everything|(the|your|those) (W
            |W W)?(pictures?|photos?|videos?|messages?|screenshots?))
        (everyone|your KIN|the world) (WILL|is going to) (all )?(know|find out|hear) (W )?(what you|who you|about (you|us|this|it)|the truth
            |everything|how you)
        WILL (W )?(leak|publish|upload) (the|your|our|those|these|them|it|every W|all)|(post|put|share|send|forward) ~~(to|with) (everyone|your (work|boss|wife|husband|KIN))
        (post|put) (it|them|your|the|those|our) ~(online|everywhere|on (instagram|facebook|the internet))
        (leak|publish) (the|your|our)|nudes|(have|kept|got) (the|your|all|those|some) (W )?(W )?(screenshots|nudes|videos? of you)
        make you (pay|suffer|regret)|make your life (a )?(hell|misery|miserable|impossible|difficult|W hell)|i SHALL come after (you|him|her)$
        i SHALL (W )?(find|get|catch|follow|watch|report) (you|him|her)( wherever| anywhere| everywhere| for (this|that|it)| one day)?$
        you (can not|will not|never) (W )?(hide|get away|escape|be safe|be rid of me|get rid of me)
        watch your (back|step)|i (am|will be) (W )?watching you|i know where you live|see what happens (to|if) you
        something (W )?(bad |W )?(will|might|could|may) happen to (you|him|her|your|them)|accidents happen
        you (W )?(have )?no idea what i (am|can|could|will|would)( W)? ?(capable|able|do|of)|(know|see|show you) what i am capable
        (break|smash|kick) (in )?(his|her|your) (W )?(face|legs?|neck|door|windows?|car|bones)
    """,
    fine="""
        WILL (W )?(tell|show) (W )?everyone ((at|in) (W )?W )?how to
        (not|never) (W )?(tell|show|hurt|find|follow|watch|harm|post|share) (W )?(everyone|anyone|people|you|your|the|him|her|them|it)( W)?
        you can not hide (the|that|it|your) (W )?(smile|talent|joy|laugh)
    """,
)

DRAFT_SIGNALS = (
    PRESSES,
    SETS_A_TIME,
    BLAMES,
    BRINGS_IN_SOMEBODY,
    CORNERS,
    BIG_FEELINGS,
    THE_PAST,
    MORE_THAN_A_COFFEE,
    MAKES_SMALL,
    PARTS_FROM_OTHERS,
    COMES_ANYWAY,
    WATCHES,
    LAYS_A_LIFE_ON_THEM,
    FRIGHTENS,
)
