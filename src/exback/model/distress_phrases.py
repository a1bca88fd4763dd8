"""The phrases that `distress` looks for: of wanting to die, of harming someone, and of being threatened by someone.

Data only. Every phrase is looked for in one sentence of plain text: lower case, single spaces, no apostrophes ("dont", "im").
A phrase is a line, and indented lines go on with it. It's a regular expression with three marks of its own:

    [kill|murder]   at its beginning: one of these beginnings of words is in every sentence that has the phrase. Only then
                    is it looked for, and compiled: ordinary days pay nothing for it. Choose rare words
    <them>          the part of this name, as if it were written here
    {i_will}        one of the lines of this name in SHARED, matched once for all phrases and as long as it can be; outside
                    brackets only. No look-ahead may stand right before it

Brackets capture nothing, so `(a|b)` is enough. No repetition is unbounded, so a long text without a full stop doesn't take
long either. To add a phrase, add its sentence to tests/support/distress first, and look-alikes that mean something else.
"""

from __future__ import annotations

PARTS = r"""
adverb: ( (just|really|only|so|still|even|also|honestly|actually|truly|sometimes|often|always|simply|do(?! (my|life
    |this|it)\b)|kind of|kinda|sort of|secretly|almost|nearly|seriously|literally|now|then|again|probably|desperately
    |both|fucking|all|constantly|definitely|genuinely|basically|already|totally|completely|swear to god|swear|well
    |better)\b){0,2}
before_the_verb: ( (just|really|simply|fucking|actually|literally)\b){0,2}
left_out: (^|[.!?;:,("“”…—–-] ?)(and |but |so |honestly )?(just |really )?
want_to: (want(ed|ing)? (to|too|2)|wan+a|wanto|wnat to|wish(ed)? to|long(ed)? to)
die: die\b(?! (laughing|laughter|happy|old|rich|free|of|from|for(?! real)|with|on|as|to|at (home|the|a|\d)|a|an
    |in (your|his|her|their|that|this|peace)|before (you|him|her|them|my|i)|knowing|trying|doing|one day|some ?day
    |young|wondering|single|alone|inside|when (he|she|they|it|my|the|we) )\b)(?!-)
dead: dead\b(?! (asleep|serious|sure|certain|honest|drunk|tired|set|last|to|on|center|centre)\b)
more: (any ?more|any longer|no more|anymo)
no_more: (?= ?($|[^\w ])| (if|because|cause|cos|but|i|im|ive|and|or|ever|tomorrow|again|in this world|another day
    |without (him|her|them|you))\b| (<more>|now|at all|tonight)\b(?! (in|at|with|near|here|there|next|like)\b))
no_place_after: \b(?= ?($|[^\w ,])|,(?! (in|at|with|near|on|among)\b)| (if (?!he|she|they|the|it)|because|but|and|i
    |im|so|its|theres|please|without (him|her|them|you))\b)
not_a_place: (?!,? (in (?!this world\b|this life\b|pain\b|the world\b|this universe\b)|at (?!all\b)|with
    |for (christmas|the|this|another)|than|when (he|she|they|the)|while|without a|on (saturday|sunday|monday|my own)
    |either|working|till|until|before)\b)
as_a_joke: (?! (laughing|for|over|at|trying|by (working|eating|doing)|with (work|laughter|kindness))\b)
my_life: my (own )?life\b(?! (together|with|as|in|here|there|at|on|of)\b)
my_own_life: my own life\b(?! (back|into|in|and|more|again|seriously|apart|for granted)\b)
suicide: (suicide?|suycide|sucide|suicde|suiicide|suis+ide)\b(?! (prevention|awareness|hotline|helpline|line|rates?
    |statistics|squad|mission)\b)
suicidal: (suicidal+|sucidal+|suicidial|suicidle|suicdal|suisidal|suicidel)
exist: ex(is|si|sis|iss|as)ts?
disappear: dis{1,2}ap{1,2}(ea|e|ie)r(ed)?
ends: (?= ?($|[^\w ])| (again|now|tonight|today|yesterday|last night|this (morning|evening)|because|so|and|but
    |on purpose)\b)
took: (took|taken|take|taking|swallow|swallowed|swallowing|downed|necked|eaten|had|popped)
a_lot: (too many|too much|so many|a lot|lots|loads|all|the whole|a whole|a bunch|a handful|handfuls|the rest
    |the entire|an entire|an? (bottle|packet|pack|box|strip|load)|(a )?(dozen|hundred)s?|[2-9]\d|1\d\d|[1-9]\d\d?0
    |ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|about \d\d|every)
of_my: ( (lot|bottle|packet|pack|box|strip|load))?( of)?( (my|the|these|those|them|his|her|our|mums?|dads?|old
    |leftover|last|left|sleeping|prescription|other|strong|\w+s)){0,3}
as_prescribed: (?! (on time|as|this morning|today|like|with (breakfast|food|dinner|water)|every|regularly|properly
    |for|daily|back|to|down|out|away|home|from|of every)\b)
by_accident: (?! (off|less|shaving|on|a|an|some|loose|free|out|while|when i was|chopping|cooking|slicing|peeling
    |by accident|accidentally|opening|in half|down|back|short|another|my|making|doing|with (a|the) (tin|can|paper
    |bread|kitchen|lid|glass)|from|too much slack|trying|gardening|running|at|playing|in the (kitchen|garden|gym))\b)
limbs: (my (own )?(wrists?|arms?|forearms?|thighs?|legs?|skin|hips?|stomach|veins?|throat)|myself)
relatives: (mum|mom|mother|dad|father|parents|sister|brother|son|daughter|kids?|children|family|friends|boys|girls
    |little ones?|wife|husband|cat|dog|baby|siblings|loved ones)
all_the_others: ((every ?(one|body)( else)?|the (whole )?world|people|no ?body|no one|(they|you|we|those people) ?(d
    |ll|re|would|will|are|were)? all|(they|you|the two of them|my parents) ?(d|ll|would|will)? both)|(my|the|our|his
    |her) (\w+ )?<relatives>( and (my |the )?\w+)?)
better: (better( off)?|happier|better of|relieved|fine|a better place|so much easier|freer|safer)
if_gone: (if|when|once) i(d|m)?( (just|was|were|wasnt|werent|am|had|would|didnt|simply|never|am not|was not|no longer
    |longer|all)){0,4} (dead|died|gone|die|disappeared|disappear|vanished|not here|not around|here(?= ?($|[^\w ]
    | any ?more| any longer))|alive|existed|exist|(been )?born|not alive|killed my ?self|out of the way)\b
living: (living|being alive|being here|life|existing|staying alive|waking up|being on this (earth|planet)
    |breathing)\b(?! (in|at|with|alone|like (?!this)|there|together|next|out|apart|on|near|under|room|here|for|away
    |so far|this close|up (at|to|early|every))\b)
going_on: (going on|carrying on|going|living|trying to (live|stay alive)|being here|being alive|staying alive
    |existing|waking up)
go_on: ((go|carry) on(?= ?($|[^\w ])| (<more>|like this|much longer|living|without|this way|with (life|this life
    |living|my life)|another day|if|i|because)\b)|(keep|continue|go on) (going|living|existing)(?= ?($|[^\w ])
    | (like this|any ?more|any longer|on|this way|without|much longer)\b)|live( (like this|with (myself|this pain
    |the pain|this))?)? ?any ?more\b(?! (in|at|with|here|there)\b)|(face|bear|do|take) (life|living|being alive)\b
    |(face|take|do|survive|get through|bear|see) (another|one more|tomorrow|the next) ?(day|night|hour|minute|morning
    |week)?(?= ?($|[^\w ])| (of this|like this|alive|without)\b))
go_on_with: (?! ((any ?more|like this|this way|any longer|much longer) )?(with (him|her|them|you|us|my|the|this (job
    |flat|relationship|course))|at (work|this|the)|in (this|the|that|my|our) (?!world|life|pain)|holiday|a date|dates
    |tinder|as (we|they)|as a couple|between us|living (with|in|here|at)|without (a|coffee|sleep|knowing|talking|some
    |my (phone|glasses|coffee)))\b)
in_front_of: ((in front of|under|into|infront of) (a|the|that|an?other|some|this|my) (oncoming |moving |next )?(train
    |bus|car|lorry|truck|tube|tram|traffic|van|underground)s?|into (oncoming )?traffic|in front of traffic
    |on the (tracks|rails))
off_a_height: (off|from|out of|over) (a|the|that|this|my|our|some) (\w+ )?(bridge|roof|balcony|building|cliff|window
    |viaduct|car ?park|edge|tower|pier|ledge)\b
kin: (ex|husband|wife|boyfriend|girlfriend|partner|fiance|fiancee|bf|gf|bitch|bastard|man|woman|guy|girl|cunt|whore
    |slut|prick|bloke|lad|lover|kids?|children|son|daughter|baby|dog|cat|mother|father|mum|mom|dad|brother|sister
    |family|boss|lawyer|mate|friend|neighbou?r|stepdad|colleague|fella|feller|lot|lass|missus|squeeze|scumbag|pig
    |snake|cheat|liar)
kill: (fucking )?(kil+|drown|murder|strangle|stab|shoot|poison|suffocate|smother|throttle|butcher|hunt|run over
    |behead|bludgeon|shank)
killing: (kil+ing|drowning|murdering|strangling|stabbing|shooting|poisoning|suffocating|smothering|throttling
    |running over)
injure: (fucking )?(beat|punch|slap|smack|batter|bash|choke|attack|headbutt|knife|kick|burn|scald|hit|thump|deck
    |hospitali[sz]e|maim|torture|smash|beat up|lay into)
injuring: (beating|punching|slapping|smacking|battering|bashing|choking|attacking|headbutting|kicking|burning|hitting
    |hurting|torturing|smashing)
weapon: (knife|gun|bat|hammer|crowbar|machete|shotgun|axe|rifle|blade|screwdriver)
on_purpose: (?= ?($|[^\w ,])|,| (so|if|when|because|badly|bad|really|hard|for (what|cheating|leaving|all|hurting
    |doing|this)|and|with|one day|the way|like|physically|back|tonight|right now|last night|yesterday|properly
    |this time|once|all|till|until|again|in (the|his|her|their|your) (face|head|mouth|teeth|stomach|throat|chest
    |back)|to (death|a pulp|the ground)|senseless|unconscious)\b)
figure: (?! (with (kindness|love|laughter|a (look|smile|joke|cushion|pillow fight)|my (cooking|singing))|off\b
    |laughing|softly|at (?!night|work|home|his|her|their|the)|in (the|chapter|a|this|my|act|round|episode) ?(game
    |book|novel|story|play|film|final|next|first|last|second|debate|race|match|season|scrabble|quiz|one|two|\d)?
    |(a |an )?(message|text|email|mail|line|glance|look|smile|question|reply|dm|quick)|down|up(?! (so|if|when|because
    |badly|till|until))|back (a|an|with a (text|message))|for (forgetting|that (haircut|joke|pun|song)|not|eating
    |leaving (the|his|her|dirty)|being late|saying|making)|(if|when|for|unless) (he|she|they|you
    |i)? ?(\w+ ){0,3}?(eats?|ate|eating|finish\w*|watch(es)? (it|the|our|that)|forgets?|forgot|spoils?|drinks?|drank
    |wakes? (me|the)|sings?|singing|late|snores?|spoiler|yoghurt|biscuits?|cake|pizza|netflix|dishes|socks|lid|toilet
    |plants?|sofa|fridge|tell me to smile|make me laugh|jokes?)))
not_me: (?<!\bi )(?<!\bwe )(?<!\bive )(?<!\bweve )(?<!\bit )(?<!\bto )(?<!\bnot )
ex: (ex([- ](husband|wife|boyfriend|girlfriend|partner|fiancee?|bf|gf))?|husband|wife|boyfriend|girlfriend|partner
    |fiancee?|bf|gf|stepdad|stepfather)
new_others: (brothers?|sister|mates?|friends?|family|new (boyfriend|girlfriend|partner|man|bloke|bf|wife|husband)|dad
    |father|cousins?|mother|mum)
often: ( (just|even|always|still|then|once|already|actually|literally|also|both|regularly|often|sometimes
    |never stops?|constantly|keeps?|kept|has|had|have|again|nearly|almost|ever|all|used to|started|starts|basically
    |fucking|now|has been|had been|has started)\b){0,3}
harms: (kill|murder|hurt|hit|beat|strangle|choke|stab|shoot|slap|punch|burn|attack|harm|rape|smash|find|come after
    |come for|get|destroy|ruin|bury|finish|hunt|drown|run|break|slit|cut|throw acid|do something to)
not_a_joke: (?! (a|an|some|after (the|work|school|class|lunch|dinner)|later|before|to (work|dance|laugh|the (airport
    |station|party))|back (my|the)|for (coffee|lunch|dinner|my birthday|christmas|the party|a)|up (at|from|for)
    |with (kindness|laughter)|at (eight|seven|six|five|nine|ten|\d|chess|tennis|scrabble|cards|pool|squash|darts
    |everything|it|a|the game)|out of (the|my) (water|comfort)|off (at|the)|on (instagram|facebook|tinder|the (back
    |shoulder))|in (the (race|quiz|final|polls|league|next)|touch)|down gently|everything|something|help|home
    |laughing|tickets|flowers|coffee|into|there|through|over (it|this|the (line|finish))|how)\b)
fear: (afraid|scared|frightened|terrified|petrified|fear|worried)
pictures: (pictures?|photos?|pics?|videos?|images?|nudes?|tapes?|recordings?|footage|screenshots?|clips?)
intimate: (nudes?|(naked|nude|intimate|private|sex|sexual|explicit|topless|dirty|sexy|underwear|bedroom|those
    |sexting) (\w+ )?<pictures>\b(?! of (the|a)\b))
expose: (post|posting|posted|share|sharing|shared|send|sending|sent|leak|leaking|leaked|publish|published|publishing
    |upload|uploading|uploaded|put|putting|show|showing|showed|release|releasing|released|spread|spreading|forward
    |forwarding|forwarded|expose|circulate|circulating|plaster|email)
exposed_to: (to (everyone|everybody|my|the whole|all|people|his mates|her friends|their friends|the (school|office
    |family|group))|online|on (the internet|facebook|instagram|twitter|reddit|whatsapp|line|a (site|porn|website)
    |snapchat|telegram|the web|porn)|all over|around|everywhere|unless|if i)
said: (said|says|screamed|screams|shouted|shouts|yelled|yells|whispered|whispers|texted|texts|wrote|writes|messaged
    |messages|sang|sings|singing|goes|went|replied|replies|answered|typed|posted|reads|read|muttered|joked|jokes
    |begged|cried|sobbed|told me|told us|tells me|warned|threatened|swore|captioned|quoted|quotes|ends with|begins
    |starts|called|titled)
not_the_writer: (?!(i|we|ive|weve|id|im|and|or|but|have|had|ve|just|never|always|finally|once|also|then|only|nearly
    |almost|even|to|be|myself) )
quoted_before: ((\b<not_the_writer>\w+( (just|once|then|always|even|only|also|never|still|back|again
    |suddenly)){0,2} <said>( (to )?(me|him|her|them|us|my \w+))?( back)?( that)? ?[:,]? ?|\b(him|her|them|messages?
    |texts?|voicemails?|emails?|posts?|captions?|notes?|graffiti|signs?|stickers?|t-shirts?|mugs?) (saying|that (said
    |says|read|reads)|with) ?[:,]? ?))$
fiction: \b(song|songs|lyrics?|chorus|verse|sings|sang|sung|singing|singer|album|playlist|radio|poem|poet|novel|book
    |film|movie|series|episode|tv|character|scene|opera|musical|podcast|headline|article|documentary|quote|quotes
    |quoting|quotation|shakespeare|hamlet|juliet|romeo|karaoke|band|track|title|titled|meme|t-?shirt|tiktok|ballad
    |spotify|remix|soundtrack|essay|translation|translate|grammar|vinyl|record|theatre|script|stanza|proverb|saying
    |motto|gig|concert|sitcom)\b
quoted_after: ,? ?((he|she|they|you|mum|dad|my \w+|the \w+) <said>|<said> (?!i\b)\w+|(is|was|were) (his|her|their
    |what (he|she|they)))
theirs_without_marks: (?P<who>\b((he|she|they|you|(my|his|her|the|their) (\w+ )?\w+) <said>( (to )?(me|him
    |us))?( that)?|(texts?|messages?|notes?|voicemails?|letters?|emails?) (saying|that (said
    |says)))),? ?:? ?(?P<words>(if you|if i|i|ill|im|ive|id|youre|you will|youll|watch your
    |your)\b[^,;.!?…]{1,200}?)(?= and i\b| but i\b| so i\b| and now\b| because i\b|[,;.!?…]|$)
title_before: <fiction>( (?!and\b|but\b|because\b|so\b|made\b|makes\b|that\b)\w+){0,3}[ :,–—\"“-]*$
theirs_after_it: ^(?P<words>.{1,200}?)[,.:–—-]? (thats|that is|that was|is|was|were|these were|those were) (what (he
    |she|they|you) (wrote|said|told me|texted|shouted|screamed|says|sent)|(his|her|their
    |your) (last |final |exact )?(words|text|message))\b
light_hearted: \b(grin\w*|laugh\w*|smil\w*|jok\w*|wink\w*|giggl\w*|teas\w*|winning|i win|i won|playing|pretend\w*)\b
surely: ( (fucking|really|just|rather|either|one day|come and|come|come round and|track me down and
    |find me and)\b){0,2}
into_water: into (the|a) (sea|ocean|river|lake|water|canal)(?= ?($|[^\w ])| (and|until|till) (\w+ )?(not|never|keep
    |keeping|dont|disappear|drown|let)\b)
break: (break|breaking|snap|snapping|smash|smashing|kick|kicking|bash|bashing|cave|punch|punching|crush|slit|slitting
    |cut|cutting|wring|wringing|stamp on|rip)( in| off| out| open)?
hurt_themselves: (\w+ )?((kill|hurt|harm|shoot|hang|cut|off|top) (him|her|them) ?sel(f|ves)|end (his|her
    |their) (own )?life|jump off|overdose|commit suicide|do something stupid|take (his|her|their) own life)( (and \w+
    |\w+))? ?,?(if|unless|when|because|because of|until) (i|me|we)\b
"""
"""Wherever `<name>` stands, this is put in its place."""

SHARED = r"""
self: (?<!dont think )(?<!not saying )(?<!not that )(?<!not as if )(?<!doesnt mean )(?<!he thinks )(?<!she thinks )
    (?<!they think )(?<!he thought )(?<!she thought )(?<!they thought )(?<!asked if )(?<!asks if )(?<!asked me if )
    (?<!asks me if )(?<!asked whether )(?<!everyone thinks )(?<!you think )(?<!you thought )(?<!as if )
    (?<!its not like )\bi
i_or_so: {self}
i_or_so: <left_out>
i_am: {self} ?(m|am|was|have been|ve been|keep|kept|cant stop|cannot stop|couldnt stop)<adverb>
i_am_or_so: {i_am}
i_am_or_so: <left_out>
i_want_to: [want|wan|wnat|wish|long] {self}( have|ve)?<adverb> <want_to>\b<before_the_verb>
i_want_to: {i_am} wanting to<before_the_verb>
i_want_to: \b(part|some|half|all) of me<adverb> (wants?|wanted) to<before_the_verb>
i_want_to: [want|wan] <left_out>(want to|wan+a)<before_the_verb>
i_want_to: \bmake me (want to|wanna)<before_the_verb>
i_will: {i_want_to}
i_will: [am to|decided t|got to|had to|have to|intend|need t|needed t|plan t|planned|tried] {self}( have
    |ve)?<adverb> (need|needed|plan|planned|decided|tried|intend|intended|have|had|am|got) to<before_the_verb>
i_will: [about to|close t|going to|gonna|gunna|planning|ready|tempted|trying] {i_am} (going to|gonna|gunna|about to
    |ready to|planning to|planning on|trying to|tempted to|this close to)<before_the_verb>
i_will: {self} ?(ll|will|might|may|should|must)<adverb><before_the_verb>
i_will: [shall|should i] \b(should|shall) i<adverb><before_the_verb>
i_will: [going|gonna|gunna|about to|tempted|planning|trying] <left_out>((am )?going to|gonna|gunna|about to
    |tempted to|planning to|trying to)<before_the_verb>
i_think_of: [dream|fantasi|think a|think o|thought a|thought o] {self}( have|ve)?<adverb> (think|thought|dream
    |dreamed|dreamt|fantasi[sz]ed?) (of|about)
i_think_of: [considering|contemplating|daydreaming|dreaming|fantasi|imagining|planning|thinking] {i_am} ((thinking
    |dreaming|fantasi[sz]ing|daydreaming) (of|about)|considering|contemplating|planning|imagining)
i_think_of: [close t|verge] {i_am} (close to|on the verge of)
i_think_of: [dreams|fantasies|thoughts|urges] {self} ?(have|ve|had|keep having|keep getting
    |get)<adverb> (had )?(thoughts|urges|dreams|fantasies) (of|about)
i_think_of: [feel li|felt l] {self}<adverb> (feel|felt) like
i_think_of: [thinking|thoughts|feel like] <left_out>((cant stop |keep |been |always )?thinking (of|about)
    |thoughts (of|about)|feel like)
i_wish_to: {i_want_to}
i_wish_to: [hope i|only i|wish i] \b(wish|hope|if only) i (could |would |can |just )?(just )?
i_cant: [cant|cannot|can not|dont] \bi<adverb> (cant|cannot|can not|cant even|dont think i can|dont know if i can
    |dont know how to|dont know how i can|dont know how i will|dont know how much longer i can)<adverb>
i_cant: [cant|cannot|can not] <left_out>(cant|cannot|can not)<adverb>
i_do_not_want_to: [dont|do not|didnt|did not|no longer|never] \bi<adverb> (dont|do not|didnt|did not|no longer
    |never)<adverb> (want to|wan+a|wanted to|wish to|care to)
i_do_not_want_to: [dont think|dont know|not sure] \b(dont think|not sure( if)?|dont know (if
    |whether)) i<adverb> (want to|wanna|can)
i_do_not_want_to: [part of me] \bpart of me<adverb> (doesnt|does not|no longer)<adverb> wants?( to)?
i_do_not_want_to: [want|wan] <left_out>(dont|do not|no longer)<adverb> (want to|wan+a)
i_do_not_want_to: [want|wan] (?<!they )(?<!you )(?<!we )(?<!who )(?<!people )(?<!kids )(?<!children )(?<!parents )
    (?<!just )\b(dont|do not) (want to|wan+a)
drug: [ambien|amitriptyline|anti|aspirin|benzos|co-codamol|codeine|diazepam|fentanyl|ibuprofen|insulin|med|morphine
    |opioids|oxy|pain|paracetamol|pill|propranolol|sedatives|sertraline|sleepers|tablet|tylenol|valium|xanax
    |zopiclone] \b(pills?|tablets?|meds|medication|medicine|sleeping (pills?|tablets?)|sleepers|paracetamols?|tylenol
    |ibuprofen|aspirins?|codeine|co-codamol|xanax|valium|diazepam|zopiclone|benzos|antidepressants?|anti-depressants?
    |sertraline|pain ?k\w{0,3}l\w{0,2}ers|insulin|morphine|oxy|opioids|fentanyl|propranolol|amitriptyline|ambien
    |sedatives)\b
a_way_to_die: [drown m|electrocute|hang m|kill my|neck|off my|overdose m|shoot my|suffocate|top m|unalive] (kill
    |unalive|hang|top|neck|off|drown|shoot|electrocute|suffocate|overdose) my ?self\b(?! (in (the foot|work|wine
    |chocolate)|with work))<as_a_joke>
a_way_to_die: [drive|drop|fling|jump|leap|step|throw|walk] (jump(ed)?|throw my ?self|fling my ?self|step|leap|walk
    |drive|drop) (<off_a_height>|<in_front_of>)
a_way_to_die: [crash|drive|steer|swerve] (drive|crash|steer|swerve) (my |the |this )?(car |van |bike )?(into|off
    |at) (a|the|that|an?other|oncoming) (\w+ )?(wall|tree|bridge|road|cliff|lorry|truck|lamp ?post|barrier|traffic
    |pillar)\b(?! trip)
a_way_to_die: [throat|vein|wrist] (slit|slash|cut|slice) (open )?my (own )?(wrists?|throat|veins?)
a_way_to_die: [brain|bullet|do m|put a g] (do my ?self in|blow my (own )?brains out|put a (bullet|gun) (in|to
    |through) my (own )?(head|mouth|brain))
a_way_to_die: [od|overdose] (od|overdose)\b(?! on (?!pills|my|the|tablets|paracetamol|tylenol|insulin|meds|sleeping
    |heroin))
a_way_to_die: [down|swallow|take] (take|swallow|down) <a_lot><of_my> {drug}<as_prescribed>
a_way_to_die: [end m|take my] (end <my_life>|take <my_own_life>)
a_way_to_die: [end it a] end it all\b(?! (with|between)\b)
a_way_to_die: [commit s|kms|unalive] (kms|unalive|commit s)\b
a_way_to_die: [commit s] commit <suicide>
a_way_to_die: [alive|not e|not liv|not wa] not (wake up|exist|be alive|live)\b(?! (with|in|at|early|late|near|next))
a_way_of_dying: [drowning m|hanging m|killing my|offing|overdosing|shooting m|topping|unaliving] (killing|unaliving
    |hanging|topping|drowning|shooting|offing|overdosing) my ?self\b(?! (in|with|out))<as_a_joke>
a_way_of_dying: [driving|jumping|leaping|stepping|throwing|walking] (jumping|throwing my ?self|stepping|leaping
    |walking|driving) (<off_a_height>|<in_front_of>)
a_way_of_dying: [crashing|driving|steering|swerving] (driving|crashing|steering
    |swerving) (my |the |this )?(car |van |bike )?(into|off|at) (a|the|that|oncoming) (\w+ )?(wall|tree|bridge|road
    |cliff|lorry|truck|lamp ?post|barrier|traffic|pillar)\b(?! trip)
a_way_of_dying: [throat|vein|wrist] (slitting|slashing|cutting|slicing) my (own )?(wrists?|throat|veins?)
a_way_of_dying: [downing|swallowing|taking] (taking|swallowing|downing) <a_lot><of_my> {drug}<as_prescribed>
a_way_of_dying: [overdosing] overdosing\b(?! on (?!pills|my|the|tablets|paracetamol|tylenol|insulin|meds))
a_way_of_dying: [ending m|taking] (ending <my_life>|taking <my_own_life>)
a_way_of_dying: [ending it a] ending it all\b(?! (with|between)\b)
a_way_of_dying: [suic|suis|suycide|sucid] <suicide>
a_way_of_dying: [death|dying] (dying|death)(?= ?($|[^\w -])| (all the time|constantly|every|again|tonight|as a)\b)
a_way_of_dying: [being d|being g|not b] (not being (here|alive|around)(?= ?($|[^\w ])| (any ?more|any longer))
    |being (dead|gone)\b)
them: \b(him|her|them|you|both of (them|you)|the two of them|the pair of them|someone|somebody|everyone|everybody
    |people|that thing)\b
them: \b(my|his|her|their|that|the|this|your)( \w+)? <kin>s?\b
harm_intent: {i_will}
harm_intent: [god|i pr|i sw|so he] \b(i swear|i promise|i swear to god|so help me|by god)( (to god|on my life
    |down))?,? (that )?(one day )?i(ll| will|m going to|m gonna)
harm_intent: [me fr] \b(nothing|what) (will|would|could|is going to) stop me from
harm_intent: [anything|like to|love t|pay g] \bi(d| would) (love|like|give anything|pay good money) to
harm_intent: [we a|we wi|wel|wer] \bwe(re| are|ll| will) (all )?(going to|gonna|(?=beat the|kick the|break his
    |break her))
harm_intent: [every r|mind] \bi( really| honestly)?(ve| have)? (half a mind|a good mind|every right) to
harm_in_mind: {i_think_of}
harm_in_mind: [how|ways] {i_think_of} (how|ways)
harm_in_mind: [am p|am s|dreaming|i pic|i pl|i se|im p|im se|imagin] \bi(m| am)? (picture|imagine|see|imagining
    |picturing|dreaming|plotting|planning)( myself)?( how to)?
harm_in_mind: [afraid o|ill e|im sc|im w] \bim (afraid|scared|worried) (of|that ill end up|ill end up)
harm_plan: {harm_intent}
harm_plan: {harm_in_mind}
other: \b(he|she|they|you|who)
other: \b(my|the|this|that|her|his) (\w+ )?<ex>
other: \b(his|her|their|your) <new_others>
us: \b(me|us|my (\w+ )?(kids?|children|son|daughter|baby|mum|mom|mother|dad|father|family|parents|sister|brother|dog
    |cat|boyfriend|girlfriend|partner|new \w+|friends?|house|car)|the (kids|children|baby|dog|cat|cats|dogs)
    |our (\w+ )?(kids?|children|son|daughter|baby|dog|cat))\b
says_to_us: \b((says?|said|saying|told me|tells me|telling me|texts?|texted|texting|wrote|writes|messaged|messages
    |messaging|screams?|screamed|screaming|shouts?|shouted|shouting|swears?|swore|promised|promises|warned( me)?
    |warns( me)?|threatens|threatened|threatening|keeps saying|kept saying|yelled|yells|whispered|told (my \w+
    |everyone|people|(the|his|her|our|their) (\w+ ){1,2}?\w+)|left (me )?(a |another )?(voicemails?|messages?
    |notes?)( saying| that said)?|sent (me )?(a |another )?(\w+ )?(texts?|messages?|voicemails?|notes?)( saying
    | that said| that)))\b
will_do: \b(((he|she|they|you|someone|somebody|(his|her|their) \w+) ?(ll|d|will|would|is going to|are going to
    |was going to|were going to|s going to|re going to|s gonna|is gonna|wants to|wanted to|is coming to|s coming to)
    |hell|shell|hed|shed|theyd|theyll|youd|youll))\b
harms_us: [acid|attack|beat|break|burn|bury|choke|come a|come f|cut|destroy|do s|drown|find|finish|get|harm|hit|hunt
    |hurt|kill|murder|punch|rape|ruin|run|shoot|slap|slit|smash|stab|strangle] <harms> {us}
harms_us: [make i|make m|make t|sure|to i] (make|see to it) (sure )?(me|i|that i) (pay|suffer|disappear|regret|never
    |lose|dont|wont|end up)
harms_us: [put me i] put me in (hospital|the ground|a (grave|coffin|wheelchair)|the hospital)
harms_us: [abroad|away|children a|daughter a|from m|kids an|son a] take (the|my|our) (kids|children|son
    |daughter)( away| from me| abroad| and)
harms_us: [smash m] smash my (face|car|windows|head|phone) ?(in|up)?
harms_us: [break m] break my (legs|neck|arm|jaw|nose|fingers)
harms_us: [burn my|burn o|burn t] burn (the|my|our) (house|car|flat|place)( down)?
harms_us: [a bat|a hamm|and br|and bu|and dr|and ge|and hu|and k|and mak|and sma|and tak|brothers|mates|sort|with a g
    |with a k|with p] come (round|over|to my \w+) (with (a (knife|gun|bat|hammer)|his (mates|brothers)|people)
    |and (kill|smash|get me|hurt|sort|make|burn|break|take the|drag))
harms_us: [slit] slit my throat
harms_us: [door d|door i] kick (the|my) door (in|down)
harms_us: [have m] have me (killed|beaten|followed|deported|sectioned|arrested|sacked|fired)
harms_us: [make u] make up (that|lies|stories|a story)
harms_us: [boss|employer|everyone|home o|immigration|my fa|my lan|my pare|my wo|police|services|the cou|the sc] (tell
    |ring|call|report me to|contact|go to|message|email) (immigration|the (police|school|court|council|home office)
    |social services|everyone|my (boss|work|landlord|employer|family|parents))(?=.{0,60}\b(if i|unless|about me|on me
    |lies|that i)\b)
harms_us: [end m] end (me|my (kids?|children|family|life))\b
harms_us: [get m] get me (fired|sacked|deported|arrested|locked up|sectioned)
harms_us: [burn e|it d] burn (it|everything) down
them_or_us: {them}
them_or_us: \b(both of us|us both|us all)
them_or_whose: {them}
them_or_whose: \b(his|her|their|your)
where_they_are: {them}
where_they_are: \b(his|her|their|your) (house|place|flat|home|door|work|mums)
them_or_mine: {them}
them_or_mine: \bmy \w+
i_take_a_weapon: \bi(m| am|ve| have|ll| will)?<adverb> (going|go|going over|going round|going there|taking|take|took
    |got|bought|have|carry|carrying|drive|driving|bring|bringing)( (over|round|there|back|to (his|her|their
    |your)( \w+)?|around))?( \w+)? (a|my|the|dads|this) (kitchen |baseball |big |cricket |loaded )?(knife|gun|bat
    |hammer|crowbar|machete|shotgun|axe|rifle)\b
someone: {them}
someone: \b(?!(it|time|off|for|a|an|the|my|me|this|that|some|all|any|two|myself|your|his|her|their|in|on|at|to|with
    |and|or|up)\b)\w+
comes_for_us: (kill|murder|hurt|hit|beat|strangle|stab|shoot|attack|rape|harm|come after|come for|hunt) {us}
comes_for_us: (find (me|us|out where (i|we) live)(?= ?($|[^\w ])| (and|here|again)\b)|do something (to me|to the|bad
    |terrible|worse)|come (back and|round (and|again)|here|to the house)|(turn|show) up(?! late)|be (outside|waiting)
    |take the (kids|children))
they_said_if: \b(said|says|told me|tells me|threatened|swore|shouted|screamed|texted|wrote
    |messaged) (that )?(to )?(if )?(i (ever|leave|left|go|tell|told|dont|didnt|dated|see|saw|talk|block)|(he|she
    |they) (ever|sees?|saw|finds?|found|cant|couldnt|catch|catches))
they_threaten: <not_me>\b(?!(i|we|it|rain|storm|clouds?) )\w+<often> (threaten|threatens|threatened|threatening)\b
harms_someone: <harms> {us}
harms_someone: <harms> (everyone|people)
they_say: {says_to_us}
they_say: \bkeeps? (on )?(saying|threatening)
other_or_someone: {other}
other_or_someone: \b(someone|somebody)
"""
"""Where `{name}` stands, one of the lines of this name is there. Each is looked for once in a sentence."""

DYING = r"""
[be de|die|not b] {i_want_to} (<die>|be <dead>|not be (here|alive|around)\b<not_a_place>)
[wanna|want to die] \b(makes?|made|making|make) me<adverb> (want to|wanna) <die>
[hope i|hope t|hoping|pray|wish i|wish t|wishing] \b(wish|hope|hoping|wishing|pray|praying|prayed) (that )?i( could
    | would|d| will|ll)?<adverb> (<die>|drop dead)
[wish i] \bwish i<adverb> (was|were|had been|am)<adverb> (<dead>|not alive|not here any ?more|no longer (here|alive))
[i i|i wer|was no|wish i wasn] \bwish i (wasnt|was not|werent|were not|isnt)<adverb> (alive|here <more>
    |on this (earth|planet)|in this world|around <more>)\b<not_a_place>
[exas|exi|exs] \bwish i<adverb> (didnt|did not|never)<adverb> <exist>(ed)?\b
[born] \bwish i ?(was|were|had|d|ve) never (been )?born\b
[i nev|wish i h|wish my] \bwish (i|my mum|my mother|my mom) (hadnt|had not|had never|never) (been born|had me
    |woken up|woke up|survived)\b(?! (so|at|to|early|late|next|with|in))
[hope a|hope s|hope t|wish a|wish s|wish t] \b(wish|hope) (a|the|some|that|this) (\w+ )?(car|bus|train|lorry|truck
    |plane|tumou?r|heart attack|something) (would |will |d )?(just )?(hits?|kills?|crash(es)?|runs? me over|take|took
    |takes|ends?) ?(me\b|<ends>)(?! (out|on|to|for|up)\b)
[be de|not b|not e|not liv] {i_or_so}(d| would| had)?<adverb> ?rather (be <dead>(?= ?($|[^\w ])| than (live|alive
    |be (alive|here|alone|without)|go (on|through)|feel|keep|carry on|do this|face|without|here|spend another|lose))
    |not be (here|alive)|not (live|exist))
[being d|death|dying|not e|suicide] \b(death|dying|being dead|not existing|suicide) (would|will|sounds|seems|is|feels
    |looks)( be| like)?( (so|much|a|the|an|way|my|such|just)){0,3} (easier|relief|better|only (way|option|answer
    |thing|solution)|peaceful|nice|option|way out|comforting|release|kinder|answer)\b
{i_will} {a_way_to_die}
[easier|easy t|just t|simple t|tempting] \b(easy|easier|tempting|simple) (just )?to (just )?{a_way_to_die}
[all of|step o|them al|to j] \b(easy|easier|tempting|simple) (just )?to (just )?(take them all|take all of them
    |swallow them all|step off(?= ?($|[^\w ]))|jump(?= ?($|[^\w ])))
[jumping] {i_think_of} jumping(?= ?($|[^\w ])| (tonight|again|off)\b)(?! off the (diving|high|garden))
[braking|steering|turning the] {i_think_of} not (braking|steering|turning the (steering )?wheel)\b
[walking i] {i_think_of} walking <into_water>
[walk i] {i_will} walk <into_water>
[all i] \b(one|a single) (step|jump|turn|push|second|slip)\b.{0,40}\ball it(d| would| will|ll) take\b|\ball it(d
    | would) take (is|would be) (one|a single) (step|jump|turn|push)\b
[,en|,ha|,ki|,ta|,un|ending m|hanging m|killing my|taking|unaliv] (^|[ ,])((killing my ?self|unaliving my ?self
    |unalive my ?self|ending <my_life>|taking <my_own_life>|hanging my ?self)) (is|would|will|seems|feels|sounds|was
    |has|keeps?|crosses)\b(?! (not|never|no|off the table|at)\b)
[answer|choice|escape|exit|option|solution|way o] \b(way out|option|choice|solution|answer|escape|exit)( (left|here
    |of this|i have|i can see|of it))? (except|exept|but|other than|besides|apart from|is|than) (to )?(dying|die
    |death|suicide|be dead|being dead|kill(ing)? my ?self|end(ing)? (my life|it all))\b(?! (on|of)\b)
[more de|only th] \bworth more dead\b|\bonly thing (thats )?keeping me (alive|here(?= ?($|[^\w ])| (is|now)\b))
[do to|not sa] \b(what|that) (i|ill|i will|i might|i may|i could|im going to|id|i would)( \w+)? do to my ?self\b
    |\bnot safe (on my own|alone|by my ?self|with my ?self|from my ?self)\b
[deserve] \b(dont|do not|didnt) deserve to (live|be alive|<exist>|be here|breathe|still be here)(<no_more>|(?= after
    | with what))
{i_think_of}<before_the_verb> {a_way_of_dying}
[could jus|easily|simply] \bi( just)? could (just|easily|simply|so easily) {a_way_to_die}
\b(thoughts|urge|urges|plan|plans|courage|guts|nerve|way|ways) (to|of|for) {a_way_to_die}
\b(thoughts|urge|urges|plan|plans|courage|guts|nerve|way|ways) (to|of|for) {a_way_of_dying}
[end it a|end m|kill my|to die] \b(its|it is|its not|too late|time|easier|better|ready|best) to (kill my ?self
    |end <my_life>|end it all|<die>)\b(?! with)
[last s|my fir|my se|my su|own su] \b(my|my own|my (first|second|last)) <suicide> (note|attempt|plan|letter)
[my su|own su] \b(my|my own) <suicide>
[suic|suci|suis] {self} ?(m|am|was|feel|felt|have been|ve been|get|got
    |keep)<adverb> (feeling |getting )?(so |very |really |pretty |actively |passively )?<suicidal>\b
[suic|suci|suis] <left_out>(feeling|feel|been) (so |very |really )?<suicidal>\b
[thoughts] {i_or_so} ?((have|ve|had|get|keep having|keep getting
    |m having)<adverb> )?(had |been having |having )?suicidal thoughts\b(?! (are|is) (gone|a))
[suicidal] my<adverb> suicidal thoughts\b(?! (are|is) (gone|a))
[attempt|googled|looked u|searched|tried] {self}( have|ve)?<adverb> (tried|attempted|attempt|googled|looked up
    |searched)( for)? (to kill my ?self|to end <my_life>|<suicide>|how to (kill my ?self|die|hang|tie a noose
    |overdose)|painless ways|ways to die)
[how m] \bhow (many|much) (\w+ ){0,3}(to|would it take to) (die|kill (me|my ?self|you|yourself))\b
[alive|be in t|exas|exi|exs|on thi] {i_do_not_want_to} (be alive|<exist>|be (on|in) this (earth|planet|world|life))\b
[be ar|be he] {i_do_not_want_to} be (here|around)( on (this )?earth| in this world)?( <more>| at all| now| tomorrow
    | tonight)?<no_place_after>
[alive|continue|existing|keep l|live|on liv] {i_do_not_want_to} (live|go on living|keep living|continue living
    |carry on living|stay alive|keep existing)<no_more>
[carry|continue|go on|keep g] {i_do_not_want_to} (go on|carry on|keep going|continue)(?= ?($|[^\w ])| (any ?more
    |any longer|like this|living|with (life|this life|living))\b)<go_on_with>
[do l|have li|live l|my li|this l] {i_do_not_want_to} (do|have|live) (life|this life|my life)( <more>\b|(?= ?($
    |[^\w ])))
[face|have a|have t|live f|live t|see an|see t] {i_do_not_want_to} (see|face|live (to see|through|for)
    |have) (another (day|morning|birthday|christmas|year)|tomorrow|the morning|the sun (rise|come up))(?= ?($|[^\w ])
    | (like this|of this|without (him|her|them|you)|alive|come|dawn|any ?more)\b)
[last|make i|survive] {i_do_not_want_to} (make it|survive|last)( (to|through|until|past))?( (the|this|tonight
    |tomorrow|until))?( (night|morning|week|day|christmas))?(?= ?($|[^\w ]))
[wake u] {i_do_not_want_to} wake up (any ?more|any longer|ever again|again|tomorrow|in the morning)\b(?! \w)
[hope i|hope t|hoping|pray|wish i|wish t|wishing] \b(hope|wish|hoping|wishing|pray|praying)( that)? i (dont|never
    |wouldnt|didnt|wont|could not|couldnt|could just not|just dont|just wouldnt|just didnt
    |could never) (have to )?wake up<no_more>
[and do|and nev|and not] {i_wish_to} ?(go to sleep|fall asleep|sleep|close my eyes|go to bed) and (never|not
    |dont) (ever )?(wake( back)? up|open them)\b
[be g|born|exist|forever|never w|stop b|stop l] {i_want_to} (sleep forever|never wake up|be gone( forever
    | for good)?(?= ?($|[^\w ]))|stop (existing|living|being alive|breathing)|cease to exist|not have been born)\b
[and nev|completely|earth|for g|forever|planet|world] {i_want_to} (<disappear>|vanish)( (forever|for good|completely
    |from (this|the) (world|earth|planet)|off the face of the earth|and never (come back|be found)))\b
[be ov|end] {i_or_so} ?(want|wanted|need|wish for)<adverb> (it all|everything|my life|this life)( to)?( just)? (end
    |be over|finally end|ends|ended)\b(?! (with|between|well|soon so))
[go on|carry on|keep g|keep l|keep e|continue|live|face|bear|do l|do b|take l|take a|take b|take o|take t|survive
    |get through|see a|see o|see t] {i_cant} <go_on><go_on_with>
[dont k|no l|see ho] \bi( dont know how| no longer know how| cant see how) (to|i can|i could|im supposed to
    |ill) (live|survive this|stay alive|keep living|go on living)(?= ?($|[.!?;…])| (any ?more|through this
    |like this)\b)
[dont p|dont t|doubt|expect|i no|i won|intend|may n|might n|will n] \bi (wont|will not|dont think ill
    |dont think i will|dont think im going to|may not|might not|doubt ill|dont expect to|not going to|dont plan to
    |dont plan on|dont intend to) (be (here|around|alive)|make it|live|survive|last|see) (much longer|for much longer
    |past|through the night|the night|till morning|until morning|to morning|through tonight|tonight|by (christmas
    |tomorrow|morning|the weekend|new year)|this week|to see|tomorrow|another (day|week|year|christmas|night
    |birthday)|the week|to be \d+)\b(?! (meeting|shift|exam|lecture|(\w+ )?party|film))
[imagine m|picture m|see m] \b(dont|do not|cant|cannot) (see|picture|imagine) my ?self (being |still )?(alive
    |living past|making it (to|past|through)|here (at|by|next)|reaching|around (at|by|next))
[matter] \bwont matter\b.{0,30}\bi wont be (here|around|alive)\b|\bi wont be (here|around
    |alive)\b.{0,30}\bwont matter\b
[reason|point|purpose|sense] \b(no|(dont|do not|cant|cannot|didnt|no longer) (have|see) (an?y?|the)|isnt any|isnt a
    |whats the|what is the|wheres the|see no|have no|not much|is there a|is there any|little) (more |real )?(reason
    |point|purpose|sense)( left)?( (in|of|for me|to|me|in me|of me))*? (live|being here|stay alive|be alive|exist
    |be here|go on|carry on|keep going|keep living|wake up|<going_on>)(<no_more>|(?=\?))(?! if the\b)
[live f] (\b(i have|ive got|ive|i had|theres|there is|got|have|is) |<left_out>)nothing (left )?((for me )?(here
    |in this world|in this life) )?(left )?to live for\b
[earth|in thi|living f] \bnothing (is )?(left )?worth living for\b|\bnothing left (for me )?(in this (world|life)
    |on this earth)\b
[worth] \b(life|it|this life)( just)? (is not|isnt|is no longer|isnt even|doesnt feel|does not feel
    |feels not) worth (living|going on|carrying on|staying alive)\b(?! without (a|an|any|some|the|my|good|coffee|tea
    |chocolate|cheese|wine|beer|music|books?|friends|risks?|love|art|football|sugar|bread|bacon|pizza|dogs|cats|joy
    |pain|purpose|meaning|laughter|adventure|garlic|butter|carbs|wifi|internet|hope)\b)(?! (in|there|here|at|if you))
[alive|worth l] \b(is|was|if) (life|my life|living|it|this life) (even |really |still )?worth (living|staying alive)\b
[alive|being he|breathing|existing|life|living|on thi
    |waking] {i_am_or_so} ?(so |very |completely |totally )?(tired of|sick of|done with|over|finished with
    |exhausted by|fed up with|exhausted from|through with) (<living>|my life(?= ?($|[^\w ]))|this life(?= ?($
    |[^\w ])))(?! insurance)(?! lessons)
[alive|i woke u|survived] \bi<adverb> (hate|cant stand|cant bear|regret) (being alive|that im (still )?alive
    |that i (woke up|survived)|having survived)\b
[desire|will t|wish t] \b(have|ive|ve|got) (no|lost (my|all)|little) (will|desire|wish) to (live|go on|be alive
    |be here)\b
[my wi] \b(lost|losing) my will to live\b
[better|easier|fine|freer|happier|relieved|safer] \b<all_the_others>( (would|will|d|ll|are|is|re|were|might|could
    |really|all|both|just|probably|honestly|definitely|be|so|much|a lot|far|way|maybe|only
    |finally)){0,6} <better>( off| place| in the long run)?( and \w+)? (with me (dead|gone|out of the way)\b
    |without me\b(?! (there|at the|on the|in the (team|band|room|meeting|office)))|<if_gone>)
[childrens|everybodys|everyones|kids l|my fa|peoples|their l] \b(their|everyones|everybodys|the kids|my kids
    |my familys|peoples|all their|the childrens) (lives|life)( (would|will|d|ll|are|all|both|just|probably|honestly
    |be|so|much|a lot|get)){0,6} (<better>|simpler|easier)( off)? (without me|with me (dead|gone)|<if_gone>)
[better|easier|fine|freer|happier|relieved|safer] \b(he|she|they|you|it|we|his life|her life|things?)( (would|will|d
    |ll|all|both|just|probably|honestly|be|so|much|a lot)){0,6} <better>( off)? (for (everyone|everybody|all of them
    |them all|my kids) )?(<if_gone>|with me (dead|gone)\b)
[best f|better f|easier] \b(better|best|easier) for (everyone|everybody|all of them|them all|all|my (kids|family
    |children)) (if|without) (i|me)\b(?! (dont|didnt|leave|left|stay|come|go|move|moved|tell|said|say|just (left|go
    |leave)|at)\b)
[a so|no b|no o|nobody|noo] \b(no ?(one|body)|not a soul|nobody else) (would|will|d|ll)?( (even|really|ever|actually
    |care or)){0,3} ?(notice|miss me|care|cry|be sad|even know|know)( (at all|or care|or notice|much))? (if|when) i(d
    |m)?( (just|was|were|wasnt|am|had|simply|never)){0,4} (dead|died|gone|die|disappeared|disappear|vanished|vanish
    |not here|here any ?more|killed my ?self|existed|stopped existing)\b(?! from (the|facebook|instagram|social))
[will a|would an] \b(would|will) any ?(one|body)( (even|really|actually)){0,3} (notice|miss me|care|cry
    |know)( or \w+)? (if|when) i (just )?(was gone|were gone|died|disappeared|was dead|vanished|wasnt here
    |killed my ?self|die|disappear)\b
[care|miss m|notice] \b(the world|they|people|everyone|everybody|you|the kids) ?(wouldnt|would not|wont)( (even
    |really|ever)){0,2} (miss me|notice|care) (<if_gone>|if i (wasnt|werent) (in it|around))
[miss m] \bno ?(one|body) would (really |even |ever )?miss me\b(?! (at|on|in|if|when)\b)
[off d|off g|off n] \bi(d|m| would| am| might)?( (just|really|honestly|probably|all|be|only
    |truly)){0,4} ?(be )?better off (dead|not (being )?(here|alive)|gone)\b
[off if i w] \bbetter off if i (was|were) dead\b
[a bu] \bi ?a?m (just |only |nothing but |such )?a burden (to|on) (every\w*|my (whole )?family|all of them|the people
    |the world)\b
[amb|ami|ant|asp|ben|co-|cod|dia|fen|ibu|insu|med|morp|opi|oxy|pai|para|pil|properly|sed|sert|sleepe|tablet|tyl|val
    |xan|zop] \bi(ve| have|m| am| was| had)?<adverb> <took> <a_lot><of_my> {drug}<as_prescribed>
[amb|ami|ant|asp|ben|co-|cod|dia|fen|ibu|insu|med|morp|opi|oxy|pai|para|pil|properly|sed|sert|sleepe|tablet|tyl|val
    |xan|zop] <left_out>(took|taken|swallowed|downed) <a_lot><of_my> {drug}<as_prescribed>
[all of] \btook (the|my|some|mums|dads|her|his) (\w+ )?{drug}.{0,25}\ball of (them|it)\b
[all of|strip|the lot|them al|too m|whole b|whole l|whole p] (\bi(ve| have)?<adverb> |<left_out>)(took|taken
    |swallowed|downed) (way |far )?(too (much|many)|the lot|them all|all of (them|it)|the whole (lot|bottle|packet
    |pack|box|strip))(?= ?($|[^\w ])| (and|i|last night|tonight|now|again|of (my|the|them|it|something)|on purpose
    |with (vodka|wine|alcohol|whisky)|about|an hour|half an hour|\d+|(a|two|three) (few )?(hours?|minutes)|earlier
    |this (morning|evening))\b)(?! of (my|the|your) (time|life|money|space))(?! on\b)
[an o|od e|od-ed|odd o|oded|od’d|overdose] {self}( have|ve)?<adverb> (took an od|taken an od|took an overdose
    |taken an overdose|overdosed|oded|od ed|od’d|od-ed|odd on)\b(?! on (?!pills|my|the (pills|tablets)|tablets
    |paracetamol|tylenol|insulin|meds|sleeping|heroin|purpose))
[overdose] <left_out>((took|taken) an overdose|overdosed(?= ?($|[^\w ])| (last|again|tonight|yesterday|and|on (my
    |pills|tablets|paracetamol))\b))
[collecting|count|empt|hoard|lined|saved u|saving|stockpil] \bi(ve| have|m| am| was|ve been)?<adverb> (emptied
    |emptying|saved up|saving up|saving|been saving|been saving up|stockpiling|stockpiled|hoarding|hoarded
    |counting out|counted out|lined up|counting|counted
    |collecting)<of_my> (bottle of |packet of |box of )?{drug}(?! (on|of every|back|to|for (?!weeks|months|days|ages
    |when|this|tonight|a|the right))\b)
[beside m|in fr|in my|lined|next to m|on the b] \b{drug} (are |is |all )?(lined up|in my hand|in front of me
    |beside me|next to me|on the bed)\b
[drank|drunk|swallowed] \bi(ve| have)? (drank|drunk|swallowed) (some |the |a )?(bleach|antifreeze|drain cleaner
    |weed ?killer|poison)\b
[burned|burning|burnt|carved|cut|slash|sliced|slicing] {self}( have|ve|ve been|ll| will|m| am)?<adverb> (cut|cutting
    |sliced|slicing|slashed|carved|slashing|burnt|burned|burning|started cutting|been cutting|keep cutting
    |kept cutting)<adverb> <limbs><by_accident>
[cutting|self] {self} ?(m|am|ve been|have been|ve started|started|have started|keep|was|began|ve gone back to
    |went back to)<adverb> (cutting|self[- ]?harming|self[- ]?injuring)\b(?= ?($|[^\w ])| (again
    |my ?self<by_accident>|my (arms?|wrists?|thighs?|legs?)|to feel|to cope|because|and|for|every
    |on)\b)<by_accident>(?! and (pasting|gluing))
[burn my|cut mys|harm|hurt mys|injure|my ar|my leg|self|thigh|wrist] {i_will} ((cut|hurt|harm|injure|burn) (my ?self
    |my (arms?|wrists?|thighs?|legs?))|self[- ]?harm)\b<by_accident>(?! if i (run|lift|climb|train|jump))
[cutting|self] <left_out>(started|been|back to|relapsed and started|started up) (cutting|self[- ]?harming)\b(?= ?($
    |[^\w ])| (again|my ?self|after|because|and)\b)<by_accident>
[my se|to mys] \b(bleed\w*|cuts?|burns?|marks|scars)\b.{0,60}\bi (did|have done|ve done) (it|this|that
    |them) to my ?self\b(?! (falling|by|when|while|playing|at|with (the|a) (bike|skate))\b)|\bive done (it|this
    |that) to my ?self again\b
[bleed|blood|deep|stitches] \bi(ve| have)?<adverb> (hurt|cut|harmed) my ?self\b<by_accident>.{0,40}\b(bleed\w*|blood
    |stitches|deep|deeper)\b
[blade|razor] \b(blade|razor|razor blade|razorblade) (in my hand|to my (wrist|arm|skin|throat|leg)|on my (wrist|skin
    |arm|leg))s?\b(?!.{0,20}shav)
[burning m|cutting m|harming|hurting m|injuring] {i_think_of} (cutting|hurting|harming|injuring|burning) (my ?self
    |my (arms?|wrists?|thighs?|legs?))<by_accident>
[urge] \burge to (cut|self[- ]?harm|hurt my ?self|harm my ?self)\b(?! (off|my hair|all|ties|contact))
[hit|hitting|punch|slam|smash|bang] {self}.{0,60}\b(hit|punch|slam|smash|bang)([tm]?ing|m?ed|s)? my own (head|face
    |legs?|arms?)\b(?! (by (accident|mistake)|on the (door|cupboard|shelf|ceiling)|playing))
[cut mys|harm|hurt mys|hurting m|injured|my se] {self}( have|ve)?<adverb> (hurt|harmed|injured|cut|hurting
    |harming) my ?self(?= ?($|[^\w ])| (again|on purpose|last night|tonight|because|to (feel|stop|make)|deliberately
    |so (badly|i|that)|with a (razor|knife|blade|lighter)|every|badly)\b)
[self] {self}( have|ve)?<adverb> (self[- ]?harm|self[- ]?harmed|selfharmed)\b(?! (is|awareness|support|was))
[cutting|self] \b(relapsed|back to|relapse) (with |into |on |in )?(cutting|self[- ]?harm(ing)?)\b
[slit] \bi(ve| have)? slit my (own )?wrists?\b
[my fina|my la] \bmy (last|final) (goodbye|words|message|letter) (to (everyone|everybody|the world|my (mum|mom|dad
    |kids|family|parents|children)))\b
[farewell|goodbye|suicide] \bi(ve| have|m| am)? (written|writing|wrote|write) (my |the |a |all |all my )?(goodbye
    |farewell|suicide) (letters?|notes?)(?= ?($|[^\w ])| (to (everyone|my (mum|mom|dad|kids|family|parents|children
    |sister|brother))|for (everyone|my)|already|and)\b)(?<!goodbye letter)(?<!farewell letter)
[by the t] \bby the time (you|anyone|they|someone|she|he) (reads?|finds?|gets?
    |sees?) this,? (note |letter |message )?i(ll| will|m|d) (already )?(be )?(dead|gone(?! to)|no longer (here
    |alive))\b
"""

HARMING = r"""
[kil|drown|murder|strangle|stab|shoot|poison|suffocate|smother|throttle|butcher|hunt|run over|behead|bludgeon
    |shank] {harm_intent} <kill> (down )?{them}<figure>
[mow|run] {harm_intent} (run|mow) {them} (over|down)\b(?! (the|my) (list|notes|plan))
[kids al|kids i|kids o|kids u|them al|them i|them o|them u|us al|us in|us o|us u] {harm_intent} (\w+ (the kids|them
    |us all) and )?(drive|take) (us|us all|all of us|them|the kids|me and the kids)( all)? (off|into|over|under) (the
    |a)\b(?! (bridge (to|for|and see)|to |house|school|park|airport))
[bloody|fucking|gonna|i will k|i will s|ill kil|ill sh|ill st|im going to kil|im going to s|murder] \bi(ll| will
    |m going to|m gonna) (fucking |bloody )?(kill|murder|strangle|stab|shoot) {someone}(?= (if|for (what|this)|when i
    |one day|tonight|with my|and)\b)<figure>
[kil|drowning|murdering|strangling|stabbing|shooting|poisoning|suffocating|smothering|throttling
    |running over] {harm_in_mind} <killing> {them}<figure>
[a way|how b|how i|how to|ways] {i_think_of} (how (to|id|i could|i would|ill|i might|best to)|ways (to|of)
    |a way to) (<kill>|<killing>) {them}<figure>
[a jok|for r|im se|joking|mean i] \b(i|ill|i will) (\w+ ){0,3}?(could )?(murder|kill
    |strangle) {them}.{0,30}\b(not joking|not a joke|not in a jok\w+|im serious|i mean it|for real)\b
[im af|im w|scared i|scared th|scared w|terrified] \bim (afraid|scared|worried|terrified)( that)? (i might|i may|ill
    |i will|i could|im going to|what i)( end up)? (<kill>|<killing>|hurt|hurting) {them}<figure>(?! (feelings|by
    |again by|if i (leave|tell|say|go)))
[and bu|and fe|and no|and then|hands|her sl|i had|if i c|if i g|if i s|in hi|in thei|right n] \b(i|i honestly
    |i swear i|i really) (could|would|d) (\w+ )?(<kill>|<injure>) {them}(?= (right now|with my (own |bare )?hands
    |if i (saw|see|had|got|could get)|in (his|her|their) sleep|and (not|feel|no|then|bury))\b)
[killed] \b(want|wanted|wish) (to see )?{them} killed\b
[a ma|find s|get s|guy|hire|know so|men|pay s|people] \b(get|pay|hire|find|know) (someone|somebody|people|a man|a guy
    |guys|men)( \w+)? (to|who (will|can|would|could)) (kill|hurt|beat|do|sort|break|stab|shoot|deal with
    |take care of) {them}(?! (good|a favou?r|for (work|free)|homework|hair))
[then k|then m|then s] \b(kill|killing|murder|shoot
    |stab) {them_or_us}( first)?,?( and)? then (kill |shoot )?my ?self\b
[dead|to die] \bi( really| just| only| honestly| so)?<adverb> (want|need) {them} (<dead>|to die(?= ?($|[^\w ])
    | (slowly|in|screaming|painfully|alone|for what|so|and)))
[a bod|a box|a whe|care|coffin|grave|ground|hospital|morgue] {harm_intent} (put|send) {them} (in|into
    |to) (the (ground|hospital|morgue|grave)|hospital|a (coffin|grave|wheelchair|box|body ?bag)|an early grave
    |intensive care)
[blade|bullet|fist|knife|screwdriver] {harm_intent} put (a |my |this )?(bullet|knife|blade|fist|screwdriver)s? (in
    |into|through|in between) {them_or_whose}
[my han] \b(if|when|once|until|till|wait until|wait till|the minute|the day) i (ever |just |finally )?(get|lay
    |got) my hands (on|round|around) {them}
[my han] \b(if|when|once|until|till|wait until|wait till|the minute|the day) i (ever |just |finally )?(get|lay
    |got) my hands (on|round|around) ((his|her|their|your) (neck|throat))
[are d|be de|both d|fucking|he i|hell d|hes d|she i|shell d|shes d|theyll d|theyre d|will d|youll d|youre] \b(hell
    |shell|theyll|you(ll| will)|he will|she will|they will|he is|she is|hes|shes|youre|theyre|they are
    |you are)( both)?( fucking)? (be )?dead( man| meat)? (if|when|once) (i|he (touches|comes)|she (touches|comes)
    |they (touch|come)|you (touch|come))\b
[a de] \b(hes|shes|theyre|youre) a dead (man|woman)\b(?! walking(?! (if|when|the (minute|second|moment))))
[axe|bat|crow|gun|hamm|knif|mache|rif|shotg] {i_take_a_weapon}( \w+){0,4} for {them}
[axe|bat|crow|gun|hamm|knif|mache|rif|shotg] {i_take_a_weapon}( \w+){0,4} (to|round|over) {them_or_whose}
[and i wi|and il|and im|and wai|case] {i_take_a_weapon}( \w+){0,4} (and (im|ill|i will|wait)|in case (he|she
    |they) (opens|answers))
[axe|bat|blade|crowbar|gun|hammer|knife|machete|rifle|screwdriver
    |shotgun] \b<weapon>\b.{0,60}\b(im |i am |and )(driving|going|heading|walking|on my way|waiting|off)( (over|round
    |there|straight|right))?( (to|for|outside))? {where_they_are}
[with a|with my|with the] \bi(m| am|ll| will) (go|going|drive|driving|head|heading|come|coming) (over|round|there
    |back|to (his|her|their|your) \w+)( there)? with (a|my|the) (\w+ )?<weapon>\b
[axe|bat|blade|crowbar|gun|hammer|knife|machete|rifle|screwdriver|shotgun] \b(wait|waiting|there|go|going|come
    |coming)( (for|outside|to|after))? {where_they_are}( \w+)? with (a|my|the) <weapon>\b
[case|for if|for w|ready f|waiting f] \bi(ve| have|ve got)? (keep|kept|carry|got|bought|have|hide|hid|put) (a|my
    |the) (\w+ )?<weapon>\b.{0,40}\b(for when|for if|in case|ready for|waiting for) (he|she|they|you|him|her
    |them)\b(?! (comes? to (visit|dinner)))
[name] \b(<weapon>|bullet)\b.{0,30}\b(his|her|their|your) names? (is |are |written )?on\b
[battering|beating|hammering|hiding|kicking] \b(deserves?|needs?|due|has|owed|getting) a (good |proper )?(hiding
    |beating|kicking|hammering|battering)\b.{0,40}\b(i|ill|im)\b.{0,30}\b(give|giving|hand|deliver)\b
[done w|finished w|through w] \b(when|by the time|once) i(m|ve| am| have) (done|finished
    |through) with {them}.{0,50}\b(wont|will not|cant|never|no one will|nobody will)\b(?=.{0,40}\b(recogni[sz]e|walk
    |face|talk|breathe|stand|alive|see)\b)
[cant w|i want to se|need f|need h|need s|need t|need w|to fe|to hear|to wat|wanna|want f|want he|want s|want w
    |would l] \bi (want|wanna|need|would love|cant wait) (to )?(hear|see|feel|watch) (his|her|their
    |your) (\w+ )?(bones?|neck|skull|ribs|jaw|teeth|blood|face) (crack|break|snap|bleed|on the|run|smash|caved)
[chuck|pour|throw] \b(throw|pour|chuck) (acid|petrol|boiling water|bleach) (on|over|at|in|into
    |through) {them_or_whose}
[cant h] \bif i cant have (him|her|them|you),? (then )?(no ?(one|body)|nobody else|no one else|no other (man
    |woman))( else)? (can|will|should|gets|is going to|shall)\b
[alive|deserve] \b(not|wont|dont deserve to|doesnt deserve to) (leave|leaving|walk|get|come) out (of (there|here
    |this) )?alive\b|\bdoesnt deserve to (live|breathe|be alive)\b
[grave|if im|me when i] \btak(e|ing) (the kids|him|her|them|you|the children|everyone) with me (when i (die|go|do it
    |kill)|to the grave)\b|\bif im going down(,)? (hes|shes|youre|theyre) (dying|coming to the grave)\b
[attack|bash|batter|beat|burn|choke|deck|headbutt|hit|hospitali|kick|knife|lay i|mai|punch|scald|slap|smack|smash
    |thump|torture] {harm_intent} <injure> {them}<on_purpose><figure>
[bash|beat s|beat t|kick s|kick t|knock s|knock t|punch s|punch t|slap se|slap t|smack] {harm_intent} (beat|kick
    |punch|knock|smack|slap|bash) (the|seven) (shit|hell|crap|life|living daylights|daylights|shades|fuck|bells|teeth
    |bejesus|stuffing|soul)( of \w+)? (out of|outta|from) {them}(?! (in the|at (?!his|her)))
[anything|kill t|like to|love t] \bi(d| would) (love|like|give anything|kill) to (<injure>|<kill>
    |hurt) {them}<on_purpose><figure>
[harm|hurt|injure] {i_want_to} (hurt|harm|injure) {them}(?= ?($|[^\w ,])| (so (bad|badly|much)|badly|bad|physically
    |the way|like|for what|because|until|till|as much|back|and (i|see|watch|make|the)|really|right now|too)\b)
[harm|hurt|injure] \bi(ll| will|m going to|m gonna|m about to| might| am going to)( (fucking|really|seriously
    |physically|actually|badly|end up|just)){0,2} (hurt|hurting|harm|injure) {them}(?= ?($|[^\w ,])| (badly|bad
    |physically|if (he|she|they|you|i see|i have|i dont (leave|get out|calm)|this)|tonight|one day|when i (see|find
    |get)|for what|like)\b)(?! (feelings|if i (tell|leave|say|go|stay)))
[attack|bash|batter|beat|burn|chok|deck|harm|headbutt|hit|hospitali|hurting|kick|knife|lay i|mai|punch|scald|slap
    |smack|smash|thump|tortur] {harm_in_mind} (<injuring>|<injure>|harming) {them}<on_purpose><figure>(?! feelings)
[bash|break|cave|crush|cut|kick|punch|rip|slit|smash|snap|stamp
    |wring] {harm_plan} <break> {them_or_whose}( \w+)? (legs?|arms?|neck|nose|jaw|face|head|skull|teeth|ribs|fingers
    |kneecaps|knees|throat|brakes?|brake lines|heart out|eyes|balls|tongue|windows?|car|door
    |windscreen)( in)?(?! with (happiness|laughter))
[bone|window] {harm_plan} <break> (every|all) (bones?|window)( of the bones)?( in)?(?! with (happiness|laughter))
[blow|burn|fire t|ram|torch|trash] {harm_plan} (burn|burning|torch|torching|set fire to|setting fire to|blow up
    |blowing up|ram|ramming|trash|trashing)( down)? ((his|her|their|your|the|that|this) (\w+ )?(house|flat|car|place
    |home|van|shop|bed|door|office|clothes|building)|them|him|her)\b(?!,? (photos|letters))
[beg|bleed|hurt|pain|scream|suffer] {harm_plan} (make|making) {them} (bleed|scream|suffer|beg|feel (physical
    |real) pain|hurt(?= ?($|[^\w ])))(?! with)
[push|shov|throw] {harm_plan} (push|pushing|shove|shoving|throw|throwing) {them} (down|off|in front of|under|through
    |out of|against|into the (wall|road|river)|over the)\b(?! (my list|the (list|team)|to))
[face|fist|head|teeth] {harm_plan} (put|putting|ram|shove|smash|push|drive) (my fist|(his|her|their|your) (head|face
    |teeth)) (through|into|against|in|down)\b
[block|face|head|lights|teeth] {harm_plan} (knock|knocking|punch|punching|kick|kicking) (his|her|their|your) (lights
    |teeth|block|head|face) (out|off|in|down)\b
[to bea|to break|to hit|to ki|to knoc|to pun|to sm] {i_am_or_so} ?(going )?(over|round|there) to (knock|punch|kick
    |smash|break|beat|hit|kill) {them}
[block|face|her doo|her head|his d|his head|lights|teeth|their|window] {i_am_or_so} ?(going )?(over|round
    |there) to (knock|punch|kick|smash|break|beat|hit|kill) ((his|her|their) (lights|teeth|block|head|face|windows?
    |door))\b
[face|head] \bi (threw|chucked|hurled|launched) (a|the|my|his|her) \w+ at (his|her|their|your) (head|face)\b
[choked|dragged|grabbed|headbutted|hit|kicked|pinned|punched|pushed|shoved|slammed|slapped|smacked|strangled
    |threw] (?<!that )(?<!says )(?<!said )(?<!claims )(?<!claimed )(?<!swears )(?<!thinks )(?<!when )\bi(ve
    | have)?<adverb> (hit|punched|slapped|strangled|choked|kicked|shoved|pushed|headbutted|grabbed|smacked|threw
    |slammed|dragged|pinned) {them_or_mine}(?= ?($|[^\w ,])(?!”)| (in the (face|stomach|head|mouth|ribs)|across the
    |by the (throat|neck|hair)|against the (wall|door)|last night|again|so hard|down the|round the|around the
    |to the (ground|floor)|hard|yesterday|and (i hate|now|im|i am|he|she|they)|until
    |till)\b)(?<!it)(?! (in the face with (a|the) (pie|cake|snowball|truth|facts|water))|( again)? (at|with the) )
"""

IN_DANGER = r"""
{other}<often> {says_to_us}( (to )?(me|us
    |my \w+))?( \w+)?( that)? ?[:,]? ?[\"“]?{will_do}<surely> {harms_us}<not_a_joke>
[attempted|trie|trying|wanted to|wants t] {other}<often> (tried|tries|trying|attempted|wants|wanted) to (kill|murder
    |strangle|choke|stab|shoot|drown|suffocate|rape|smother|run (me|us) over|poison|burn|hurt|hit|push|force
    |attack) {us}<not_a_joke>
[be de|be k|be n|day i|happen|id d|ill d|no b|no o|nobody w|noo|up d|will d
    |would d] {other}<often> {says_to_us}.{0,60}\b(day i die|i(ll| will|d| would) (die(?! (laughing|of|for))|be dead
    |end up dead|be killed|be next)|(no ?(one|body) would (\w+ ){0,2}(look for me|find (me|my body)))|(pity
    |shame) if (something|anything) (happened|should happen))
[afraid|believe|convinced|dreamt|fear|frightened|know|petrified|scared|terrified|think|worr] \b(<fear>|<fear> that
    |think|believe|worry|know|convinced|dreamt) {will_do}<surely> {comes_for_us}(?! (feelings|again if i (go back
    |say yes)))<not_a_joke>
[afraid w|fear|frightened|of wh|petrified|scared w|terrified|worried w] \b<fear> (of what |what )(he|she|they
    |you) (will|would|might|could|ll|d|may|is going to|s going to|is capable|are capable)\b(?! (say|think|feel|answer
    |reply|tell))
[for l|i da|i mee|if h|if i b|if i do|if i e|if i g|if i le|if i r|if i s|if i t|if i we|if s|if they|next ti|one d
    |police|she f|she ge|unless|when he f|when he g|when they] {other} ?(ll|will|would|d|is going to|s going to
    |are going to|re going to|might|could)( (fucking|really|actually|literally)){0,2} (kill|murder|strangle|stab
    |shoot|hurt|beat|come after|attack) {us} (if (i (leave|left|go|went|dont (come|go|answer|do)|tell|told|say
    |said (no|anything)|ever|try|report|called? the police|block|talk|see|speak|date|meet|ran)|(he|she|they) (finds?
    |found|knew|knows|gets?|sees? (me|us|this)|reads? this|catch|catches))|one day|next time|when (he|she
    |they) (finds?|gets? (out|here|drunk))|for leaving|unless)
{they_said_if} .{0,80}?{will_do}<surely> {harms_us}
[no one|no body|nobody|noone] {they_said_if} .{0,80}?no ?(one|body)( else)? (will|would|can|could)( \w+)? ?(have me)?
[look f|me sc|my bod] \bno ?(one|body) would (ever |even )?(think to )?(look for me|find my body
    |hear me scream)\b(?=.{0,20}$).{0,20}
[a sha|pity] \b(it ?(d|would) be )?a (pity|shame) if (something|anything) (\w+ )?(happened|were to happen
    |should happen)( to (me|him|her|them|you|my|the)| ?[.,…]|$)
[have m] \b(if (he|she|they) (cant|couldnt) have me,? (then )?no ?(one|body)( else)? (will|would|can|could|should
    |gets))\b
[threaten] {they_threaten} (to )?{harms_someone}
[threaten] {they_threaten} (to )?((me|us|the kids|my \w+)(?= ?($|[^\w ])| (with|again|that|if|and|when|because|on|by
    |over|today|last|yesterday|into|for|every|in)\b)|(kill|hurt|harm|shoot|hang|cut) (him|her|them)sel(f|ves)
    |take (the|my|our|away)|burn|smash|tell (my|everyone|the)|come (round|to|over|here|back)|ruin|destroy|release
    |<expose>|have me|call (immigration|my|social|the)|report me|get me|out me)
[blackmailed|sextorted|threatened|threatening|threats] (?<!if you )\b(was|been|being|am|im|are|were|get|got|getting
    |keep getting|receive|received|receiving|getting|sends? me|sent me|sending me) (being )?(threatened|blackmailed
    |death threats|threats|threatening (messages|texts|calls|letters|emails|voicemails)|sextorted)\b
[threats] \b(his|her|their|your|my exs|these|the) (\w+ )?threats (against|to|are|have|of|get|scare|frighten
    |keep)\b(?! (to|of) (leave|break|divorce))
[blackmail|extorting] {other}<often>( is| s| are| was| were|s)? (blackmail|blackmails|blackmailed|blackmailing
    |extorting) (me|us)\b
[knife|knives|gun|weapon|machete|shotgun|rifle|hammer|axe|bat] {other}<often> (pulled|held|holds|pulls|pointed|points
    |put|came at me with|comes at me with|came after me with|waved|had|has|got|gets|brought|carries|owns|keeps|threw
    |sent me a (photo|picture) of) (out )?(a|the|his|her|their|an?other) (\w+ )?(knife|gun|knives|guns|weapon|machete
    |shotgun|rifle|hammer|axe|bat)\b(?! (and (fork|cut)|to (cut|chop|open|spread|slice)|in the drawer|for (cooking
    |christmas)|block|set|sharpener|licen[cs]e|cabinet|shop|show|club|range|collection))
[better wa|dead|end up|never se|pay f|payi|watch m
    |wont li] {other}<often> {says_to_us}( (to )?me)?( that)? ?[:,]? ?[\"“]?((i(m| am)|id|ill) (be )?(a )?dead|i(ll
    | will|d| would)( be)? (pay(ing)? for|wont live|never see (the|my) (kids|children)|end up (dead|in))|i(d
    | had)? better watch|to watch my back|i should watch my back)
[gun|knife] \b(knife|gun) (to|at|against) my (throat|head|neck|face|back|stomach|chest)\b
[am d|be de|fucking|im de|was de|youre] \b(youre|im|i was|i am|youll be|ill be|id be) (fucking )?dead( meat)? (if (i
    |you) (leave|left|tell|told|go|went|dont|ever)|when (he|she|they|i) (finds?|gets?|sees?)|if (he|she|they) (finds?
    |sees?|knew))\b
[himsel|hersel|themsel|him sel|her sel|them sel|end h|end the|own life|jump off|overdose|commit
    |do something] {they_say}( (to )?(me|us))?( that)? {will_do}<surely> <hurt_themselves>
[himsel|hersel|themsel|him sel|her sel|them sel|end h|end the|own life|jump off|overdose|commit
    |do something] {they_say}( (to )?(me|us))?( that)? to <hurt_themselves>
[assaulted|attack|bashed|beat|burned|burnt|chok|dragg|grabbed|headbutted|hit|kicked|kicking|kicks|pinned|pulled
    |punche|punching|pushe|rape|shove|sla|spat|stabbed|strangle|threw|throws] {other}<often> (hit|hits|beats?|bashed
    |strangled|strangles|choked|chokes|stabbed|slap{1,2}ed|slaps|punched|punches|kicked|kicks|raped|rapes|headbutted
    |assaulted|attacked|attacks|shoved|shoves|grabbed|pinned|slammed|burned|burnt|spat (at|on)|hitting|beating
    |slapping|punching|kicking|choking|pushed|pushes|throws|threw|pulled|dragged|dragging) (me|us|the (kids|children
    |dog|cat)|my (son|daughter|dog|cat|mum))(?= ?($|[^\w ])| (in the (face|stomach|head|mouth|ribs|back|eye|chest)
    |across|so|again|once|twice|last|when|if|with (a|his|her|the) (\w+ )?(belt|bat|stick|bottle|fists?|hands?|shoe
    |phone|pan|plate|hammer|chair|remote|cable|lead|cord|broom|charger|ashtray|glass|elbow|book|car|door|iron|kettle)
    |by (the|my)|in front of|against|down|and|because|until|till|hard|while|before|to the|every|around|about
    |up(?= ?($|[^\w ])| (last|again|so|in front|when|and|badly)\b)|regularly|a lot|often|on (the|saturday|sunday
    |friday|monday)|for|onto|into|out of the car|three|several|the (night|day|other)|yesterday)\b)(?! (with (a (smile
    |question|joke|kiss|hug|text|surprise|bill)|the (news|truth|bill|divorce|question|papers)|his (news|smile|charm)
    |her (news|smile))|at |and (said hi|ran off laughing)|up (on|for|to)|for (a|money|a loan|fun|coffee)|into (the
    |a) (room|shop|world|pool|hug|dance|group)|against his chest|down gently|and kissed|back (at|in) |out of (bed
    |the (house|flat)) to|on (the|a) (swing|bike|sledge|slide))\b)(?!.{0,30}\b(cushion|pillow|newspaper|balloon
    |snowball|ball|frisbee)\b)
[at me|at the kid|at u|my head|over me|over the k|over u] {other}<often> (threw|throws|hurled|launched|chucked
    |smashed) (a|the|my|his|her|things|plates|something|stuff|everything)( \w+){0,2} (at|over) (me|us|my head
    |the kids)\b(?<!party at me)(?! .{0,10}laugh)(?! for)
[fist|her foo|his f|hole|kicked t|kicked u|kicks|punched thr|punched u|punches|put thr|put u|puts
    |smashe] {other}<often> (punched|punches|kicked|kicks|put|puts|smashed|smashes) (((?<!put )(?<!puts )a )?holes?
    |his fist|her fist|their fist|(his|her) foot|through|up) (in|into|through|the|my)\b( (the|a|my|our))? (door|wall
    |window|tv|telly|flat|house|kitchen|place|room|mirror|car)
[my mou|neck|throat] {other}<often> (put|puts|had|has|got|wrapped|wraps) (his|her|their|your) hands? (around|round|on
    |over|to) my (neck|throat|mouth)\b
[drag|grab|pull] {other}<often> (grabbed|grabs|pulled|pulls|dragged|drags) (me by )?((my|the) (throat|neck|hair)|(my
    |the) arms?(?= (so hard|and (twisted|dragged|wouldnt|pulled|squeezed|shook|bruised|would not)
    |hard enough)))\b(?! and (danced|kissed))
[do thin|sex|sleep wi] {other}<often> (forced|forces|forcing|made|makes) me (to )?(have sex|into sex|to sleep with
    |do things in bed|sleep with (him|her|them))
[in my|into m|spiked] \b(he|she|they|someone) (put|slipped) (something|stuff|drugs|a pill) (in|into) my (drink|food
    |tea|coffee|wine)\b|\b(he|she|they) spiked (me|my (drink|wine|tea|coffee))\b
[barricade|hid|lock] \bi(ve| have)? (had to |have to |used to |would )?(hide|hid|hiding|lock|locked|locking
    |barricade[ds]?)( (my ?self|us|me and the kids))? in (the|my|our) (bathroom|bedroom|toilet|loo|wardrobe|closet
    |car|spare room|shed)\b.{0,60}\b(he|she|they|him|her)\b.{0,30}\b(stop|stopped|calm|calmed|asleep|screaming
    |shouting|hammer\w*|bang\w*|kick\w*|drunk|rage|raging)\b
[abusive|violent] {other} ?(s|is|was|are|were|gets|got|became|turned|can be|could be)?<often> (violent
    |physically abusive|abusive)( (to|towards|with|again|when|man|woman)|(?= ?($|[^\w ])))(?! (film|game|music))
[afraid|scared|frightened|terrified|petrified|fear|worried] (\bi ?(m|am|was|ve been|have been|feel|felt|get
    |got)?<adverb>|<left_out>(so|still|always)?) ?(so |very |genuinely |a bit |always |too )?<fear> of (him|her|them
    |you|my <ex>)(?= ?($|[^\w ,])| (when|and|now|because|since|even|still|every|he|she|they|coming|turning|showing
    |finding me|hurting|being (outside|violent|angry)|tonight)\b)(?<!worried of her)
[safe] \bi(m| am| was)? (not|dont feel|never feel|never felt|didnt feel) safe (with (him|her|them|you)|around (him
    |her|them|you)|in my own (home|house|flat)|at home|when (he|she|they|you)|from (him|her|them|you)|while (he|she
    |they))\b
[coming|popping|showing|turning] \b(?!(i|we|it|package|parcel|bill|letter|postman|bus|cat|police) )\w+<often>( is
    | was| s)? (keeps?|kept|wont stop|cant stop|doesnt stop|always|started|never stops|hasnt stopped|is always|still
    |constantly|starts) (on )?(turning|showing|coming|popping) (up|round|over|by|to)( (at|outside|to|in|near|round
    |uninvited|unannounced|drunk|wherever|everywhere|where))(?!.{0,20} with (flowers|cakes?|biscuits|coffee|food|soup
    |lunch|a (ladder|casserole|cake|smile)))(?! (with flowers|in my (dreams|head|mind|feed|thoughts|photos)
    |on my (feed|phone|timeline)|terms|late|for (dinner|the kids)|to (my mind|terms|see the kids|pick)))
[came ov|came r|came t|came u|come o|come r|come t|come u|comes|pop|rock|show|turned|turning
    |turns] \b\w+<often> (turned|turns|shows?|showed|showing|turning|came|come|comes|pops|popped|rocked|rocks) (up
    |round|over|to)( (again|drunk|uninvited|unannounced|unexpectedly))? ?(at|outside|to|in front of)? (my|our
    |the) (new |mums |parents |sisters |kids |childrens |sons |daughters )?(work|workplace|office|door|house|flat
    |home|place|school|gym|job|building|street|nursery|window|car|doorstep|apartment|shop|desk|mums|parents
    |sisters)( \w+){0,2}? (again|drunk|uninvited|unannounced|at (night|midnight|[1-5]|[1-5] ?am|two|three|four)
    |screaming|shouting|every|three times|twice|even though|although|after i (told|blocked|asked)|without (asking
    |warning|telling|being)|demanding|wanting to know|and (wouldnt|refused|wont|shouted|screamed|started|would not
    |banged|waited|demanded|i hid|im scared))\b
[showed|shows|turned u|turns] {other}<often> (turned|turns|showed|shows) up (again )?(drunk|uninvited|unannounced
    |wherever i|everywhere i|at (my|our) (work|office|gym|job|workplace|window)|outside (my|our|the) \w+
    |in the middle of the night|at (night|midnight|[1-5] ?am|three|two|four))(?! (with (flowers|soup|cake|coffee
    |lunch|a (?!knife|gun)\w+|my (things|stuff|post|keys|lunch|charger))|as i|because i asked|to (drop|pick|collect
    |return|apologi[sz]e|help)|for (the kids|dinner|my birthday)))
[messaged|sending|sends|sent|texted|texts] {other}<often> (sent|sends|texted|texts|keeps sending
    |messaged) (me )?(a |another |some )?(<pictures>) of (my own (house|flat|street|home|door|front door)
    |my new (house|flat|street|home|place)|(my|our|the) (front door|window|car|kids school|work|office)|me (leaving
    |walking|asleep|through)|the kids (at|outside))\b(?! (as a|for the)|.{0,30}\b(estate agent|insurance|advert))
[address|number] {other}<often> (found|has found|tracked down|worked out|got hold of|got) (out )?(the|my
    |our) new (address|number)\b(?! for (me|us))
[breaks|broke in|broke t|broken|came i|came th|climbed|comes i|comes t|got i|got thr|let h|lets h|letting|thems|tried
    |walked|walks|was i|was thr|way i|way t|were i|were th] {other}<often> (broke|breaks|broken|tried to break
    |climbed|got|forced (his|her|their) way|let (him|her|them)sel(f|ves)|lets (him|her|them)sel(f|ves)|letting (him
    |her|them)sel(f|ves)|pushed (his|her|their) way|came|comes|walks|walked|was|were) (in|into|through|inside)( (to
    |my|the|our|a))?( \w+)?( (flat|house|home|apartment|window|car|room|balcony))? ?(with (a|his|her|the|an old|their
    |my|our) (\w+ )?key|while i (was|am|slept|sleep)|when im (out|not|asleep|at work)|at night|without (asking
    |knocking|permission))
[breaks|broke in|broken i|climbed|let h|lets h|thems|tried|way i] {other}<often> (broke|broken|breaks|tried to break
    |forced (his|her|their) way|let (him|her|them)sel(f|ves)|lets (him|her|them)sel(f|ves)|pushed (his|her|their) way
    |climbed) in(to my|to our|to the (house|flat)| through|(?= ?($|[^\w ]))| (and|again|last|while|when|at
    |with)\b)(?! on)
[key] {other}<often> (has|have|had|got|kept|keeps|made|copied|still has|wont give (me )?back
    |refuses to give (me )?back|wont return|wont hand over) (back )?(a|my|the|his|her|our
    |their) (\w+ )?keys?( (copied|cut|to (my|the|our)( \w+){1,3}|back))?,? (and (lets?|let|comes?|came|walks?|uses?
    |used|i(m| am|ve)? (\w+ )?(scared|afraid|frightened|terrified|changed|changing|cant sleep|dont feel)|wont|refuses
    |turns|could come|he|she|they|keeps|just|goes)|without (asking|telling|my)|so (he|she|they) (can|could|comes?)
    |secretly|behind my back|im (scared|afraid))\b
[calling|contacting|emailing|messaging|phoning|ringing|texting|writing] {other}<often> (keeps?|kept|is|s|was|has been
    |wont stop) (calling|ringing|texting|messaging|contacting|phoning|writing to|emailing)( me)? (from|on|with
    |under) (new|different|unknown|other|fake|withheld|random|blocked|another|a new|hidden|private|a fake
    |a different) ?(numbers?|accounts?|profiles?|emails?|number)
[times] {other}<often> (calls?|rings?|texts?|messages?|called|rang|texted|phoned|phones) (me )?(\d\d+|fifty|forty
    |thirty|twenty|sixty|a hundred|hundreds of) times (a|every|each|in|last|today|yesterday|per
    |since)\b(?!.{0,20} when we)
[address|where i|where w] {other}<often> (found out|knows?|worked out|knew|has found|has found out|has my|got hold of
    |tracked down)( exactly)? (where i (live|am living|work|moved|am|sleep)|my new address|where (im|we are
    |were) (living|staying|hiding))\b(?=.{0,60}\b(scared|afraid|terrified|frightened|outside|turned|came|threat
    |police|shouldnt|told him|never told|didnt tell|how|and now|i moved|address))
[across|by my|gate|in fr|my do|outside|window] {other} ?(s|is|was|has been|sits|waits|stands|parks|sat|waited|stood
    |parked|keeps sitting|keeps waiting|keeps standing|kept)( (just|still|been|always|often|sitting|waiting|standing
    |parked|in (his|her|their|the) (car|van)|there|there again|back|again|right now|now|right))* (outside (my|our|the
    |now|again|right now|at)|across the (street|road)|in front of my|under my window|by my car|at my (door|window
    |gate))\b(?! (comfort|control|league|family|circle|my (comfort|control|league)|the (box|law|courtroom
    |school gates to)))
[follow|spying|stalk|tailing|watches|watching] {other} ?(s|is|was|has|keeps?|kept|has been)?<often> ((following
    |followed|follows|stalking|stalked|stalks|tailing|spying on) (me|us|my (house|flat|every move)|our house|where i)
    |(watching|watches) ((me|us) (from|through|on the camera|all the time|constantly|day and night|at work|outside)
    |my (house|flat|every move|windows?)|our house|where i))\b(?! (back|on (instagram|insta|ig|facebook|twitter
    |tiktok|spotify|strava|snapchat|social|linkedin|here)|into the (kitchen|room|lift)|round the (shop|kitchen|dance)
    |around (like|the (shop|kitchen))|sleep|cook|dance|play|like (a|in)|through|leave|go|walk away|cry|in my dreams
    |eat|grow|with (love|those eyes)|for (months|years) on))
[give|hand|return] {other} ?(wont|refuses to|will not|refused to|wouldnt|doesnt want to) (give|return|hand)( (me|back
    |over|up)){0,2} (my|the|his|her|their) (\w+ )?keys?\b
[accept|an a|leave me a|stop|us al] {other} ?(wont|will not|doesnt|never|refuses to|cant|would not
    |wouldnt) (leave (me|us|me and the kids) alone|stop (calling|texting|ringing|messaging|phoning|contacting
    |harassing|following|threatening|emailing)( me| us)?|take no for an answer|accept (that its over
    |no))\b(?! (in my (head|dreams|thoughts)))(?<!you will not leave me alone)
[harass|intimidat|terrori] {other} ?(s|is|was|has been|keeps?|kept)?<often> (harassing|harasses|harassed
    |terrori[sz]ing|terrori[sz]es|intimidating|intimidates) (me|us|my)\b
[bang|hammer|kick|pound] {other_or_someone}( ?(s|is|was|has|keeps?|has been|had))?<often> (bang(ing|ed|s)?|pound(ing
    |ed)?|hammer(ing|ed)?|kick(ing|ed)?) (on |at |in |down )?(my|the|our) (front |back )?(door|window)s?\b(?! frame)
[contact|go a|leave m|leave u|stay aw|stop|to ca|to com|to mes|to r|to tex|to tu] {other}\b.{0,60}\b(come|comes|came
    |coming|turn\w*|show\w*|call\w*|text\w*|ring\w*|rang|messag\w*|contact\w*|wait\w*|follow\w*|writ\w*|wrote
    |email\w*|phon\w*|visit\w*|send\w*|sent)\b.{0,60}\b(even though|although|after|even after|when|despite me
    |and) i(ve| have|d|had)? (told|asked|begged|warned|said to) (him|her|them) ((so many|\w+) times )?(to (stop
    |leave me|stay away|go away|leave us)|not to (come|call|contact|text|ring|message|turn))\b
[airtag|bug|device|gps|hidden|spyware|stalkerware|tracker] \b(tracker|airtag|gps|spyware|stalkerware|hidden camera
    |listening device|bug)s? (under|on|in|inside|hidden|from|fitted) (my|our|the kids|to my)\b(?! (computer code|code
    |garden))
[broken|forced|jimmied|kicked i|smashed] \b(locks?|door|window|lock)s? (was|were|had been|has been|is|are) (broken
    |forced|smashed|kicked in|jimmied)\b.{0,60}\b(he|she|his|her|my ex|they)\b
[block] \bi(ve| have)?( \w+)? block(ed)? (him|her|them|my ex)\b.{0,40}\b(he|she|they|keeps?|kept)\b.{0,40}\b(new
    |another|different|fake|other|more) (accounts?|numbers?|profiles?|emails?)\b
[where] {other_or_someone} (says|said|told me|knows|texted|wrote)?( ?(he|she|they))? ?knows where (my (\w+ )?(live
    |lives|works|work|goes)|i (live|work|park) and|the kids)\b(?=.{0,60}\b(pity|shame|happen\w*|scared|afraid|said
    |says|threat\w*|careful|told|sorry|pay)\b)
[bugged|check|gets|goes t|going thr|got i|hack|log|monitor|put a|put s|read|searche|track
    |went th] {other_or_someone} ?(s|is|was|has been|has|had)?<often> (track|tracks|tracking|tracked|hacked( into)?
    |hacking( into)?|bugged|monitors|monitoring|monitored|(checking|checks|checked|reads|reading
    |read)(?= .{0,40}\b(every|without|behind|secretly|all the time|constantly|at night|whenever|when im
    |to see who)\b)|goes through|went through|going through|searches|searched|logs into|logged into|logging into
    |gets into|got into|put (a|an|some kind of) (\w+ )?(tracker|airtag|spyware|app|camera|gps) (on|in|under)) (me\b
    |(all )?(my|of my) (\w+ )?(phone|location|car|messages|emails?|accounts?|email|texts|whatsapp|icloud|bank
    |every move|laptop|computer|diary|bag|flat|instagram|mail|post|mileage|receipts|movements)|where i (am|go
    |went))(?! (on strava|down to (say|apologi[sz]e)|out at))
[allow|let m|lets m] {other}<often> (wont|will not|doesnt|does not|didnt|never|wouldnt|dont|would not) (let|lets
    |allow|allowed) me (to )?(leave(?! (a|my|him|her) (review|comment|mark|message|tip))|out|go(?! (first|of))
    |see (my|anyone|friends|the kids)|work|sleep|eat|have (my|a|any|friends|money)|talk to|speak to|use|drive|wear
    |use my|touch|near|get a|study|go out|visit|call)
[lock|shut|trap] {other}<often> (locked|locks|locking|shut|trapped|trapping|traps) (me|us) (in|out|inside|up|outside
    |into)\b(?! by (accident|mistake))
[passport|wages|salary|bank|card|phone|money|id|papers|car keys|documents|visa|medication|benefits|savings
    |pay] {other}<often> (took|takes|taken|hid|hides|hidden|confiscated|confiscates|keeps|kept|smashed|smashes|broke
    |destroyed|withholds|holds|has) (away |back |all )?(my|our) (passport|wages|salary|bank ?card|cards|phone|money
    |id|papers|car keys|documents|visa|medication|benefits|savings|pay)(?= ?($|[^\w ])| (away|off me|from me|so
    |and (gives|keeps|spends|hides|wont|refuses|makes|only)|every|each|when|whenever|if|to (stop|keep|control)|as
    |because|again|hostage)\b)(?! and (found|returned|brought|fixed|called me back))
[choose|chose|decide|dictate] {other}<often> (decide[sd]?|dictate[sd]?|chooses?|chose) (who i (can|could|see
    |am allowed|talk|was allowed)|what i (wear|can|eat|could|am allowed|was allowed)|where i (can|could|go
    |am allowed)|when i (can|could|sleep|eat))\b
[control] {other} ?(s|is|was|has|had|always|tries to|tried to)?<often> (control|controls|controlled
    |controlling) (me\b|everything i|what i|who i|where i|my|all (the|my|our) money|the money|our money|every)(?! (so
    |heart))
[allowed|permission|to as] \bi(m| am| was| wasnt|ve never been|ve not been)?( not)? (allowed to|need(ed)? (his|her
    |their) permission|have to ask (him|her|them) (for permission|if i (can|may)|for (money
    |every)))( .{0,40})? (see my (friends|family|mum|sister)|leave the house|go out|have (my own )?(friends|money
    |a bank|a phone|a job)|work|spend|for (money|every|permission)|to (go|leave|see|spend))\b(?<!to work)
[nude|naked|intimate|private|sex|explicit|topless|dirty|underwear|bedroom|those] \b\w+<often>( ?(is|s|are|was|re|will
    |ll|d|would|going to|gonna|wants to|want to|threatens to|threatened to|threatening to|says|said|might|could|has
    |have|had|keeps|told me|hell|shell|hed|shed|theyll|theyd|that|swears|ill|of|about|by
    |and)){1,5} <expose> (all |out )?(me |of )?(my|our|those|the|these|some|that)? ?(\w+ )?<intimate>
[clip|footage|image|nude|photo|pic|recording|screenshot|tape|video] \b(threat\w*|blackmail\w*|says (he|she|they)
    |said (he|she|they)|says hell|says shell|said hed|said shed|say theyll|says theyll|going to|hell|shell|theyll|hed
    |shed|theyd|will|would|ll)( \w+){0,3}? <expose> (all )?(my|our|those|the|these|that|old|some
    |every)( \w+){0,2} <pictures>\b( \w+){0,6}? <exposed_to>\b(?=.{0,60}\b(if i|unless|dont|didnt|wont|my (boss|work
    |parents|family|mum|mom|dad|employer|friends|colleagues|job|husband|wife|school|kids)|internet|online|everyone
    |everybody|porn))(?<!i will)
[nude|naked|intimate|private|sex|explicit|topless|dirty|underwear|bedroom|those] {other}<often> (posted|shared|leaked
    |uploaded|sent|spread|showed|published|put) (my|our|a|the|some)?( \w+)? ?<intimate>
[nude|naked|intimate|private|sex|explicit|topless|dirty|underwear|bedroom|those] {other}<often> (has|have|still has
    |kept|keeps|saved|filmed|secretly|recorded|took)( \w+){0,3} <intimate>( of (me|us))? ?,?(and (he|she|they|is|s|im
    |i am|wont|refuses|says|threat|keeps)|wont delete|refuses to delete|without my)
[blackmail|threat] \b(threat\w*|blackmail\w*) (me |us )?(with|over|about|using|to (share|post|send|leak|show|upload
    |release|publish)) (my|our|the|those|some|a|old)?( \w+){0,3}? ?<pictures>\b
[all o|internet|leaked|online|posted|sent|shared|uploaded] \b(<intimate>|<pictures>) (of (me|us) )?(will be|would be
    |are going to be|have been|were|was|got|are) (posted|shared|leaked|sent (to|round|around)|uploaded|online
    |on the internet|all over)\b(?=.{0,60}\b(if i|unless|naked|nude|intimate|ex|without|consent|revenge|porn))
[porn|sextort] \b(revenge porn|sextort(ion|ed|ing))\b(?=.{0,60}\b(me|my|im|i)\b)|\b(me|my|im
    |i)\b.{0,40}\b(revenge porn|sextort(ion|ed|ing))\b
"""

WHAT_THEY_SAY = r"""
[after y|beat y|break y|bury y|come f|destroy|end y|find y|get y|hunt|hurt y|kill y|make y|ruin y|shoot y|smash y
    |stab y|strangle y|the kid] \b(ill|i will|im going to|im gonna|i swear ill|i could|i want to
    |i should) (fucking )?(kill|find|hurt|end|get|destroy|come for|come after|bury|stab|shoot|strangle|beat|smash
    |ruin|break|hunt|make) (you|your|the kids)\b(?! (for|a|some|home|back|help|happy|feel|smile|laugh|dinner|tea))
[are d|cant h|fucking|you wi|youl|your b|youre] \byou(re| are)( fucking)? dead\b|\byou(ll| will) (regret|pay
    |be sorry)\b|\bwatch your back\b|\bif i cant have you,? no ?(one|body)\b
[hide|im co|im ou|im w|where y] \bi know where you (live|work|are|park)|\bim (outside|coming (for|to get|round))\b
    |\byou cant hide\b|\bim watching you\b
[clip|footage|image|nude|photo|pic|recording|screenshot|tape|video] \b(ill|i will
    |im going to)( \w+){0,2} <expose>( \w+){0,3} <pictures>\b
[me de|my se|myself b|myself if|myself wh|unless|you do|you g|you l] \b(ill|i will|im going to|im gonna) (kill|hurt
    |hang|shoot) my ?self (if|unless|when|because) you\b|\byou(ll| will) find me dead\b|\bif you (leave|go
    |dont come)[^.]{0,30} i(ll| will|m going to) (kill|hurt|hang) my ?self\b
"""
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
