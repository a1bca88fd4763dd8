"""What the phrases of all concerns share, and the emergency numbers that all help names."""

NUMBERS = "112, 999, 911 or the emergency number where you are"

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
"""Wherever `<name>` is in a phrase, this is put in its place."""

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
"""Where `{name}` is in a phrase, one of the lines of this name is there. Each is looked for once in a sentence."""

QUOTATIONS = r"""
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
"""
"""Whose words they are: how a text says that someone else said them, or that they're from a song, a film or a joke.

The names are those that `exback.model.distress.Concerns` asks for, and the parts that these share.
"""
