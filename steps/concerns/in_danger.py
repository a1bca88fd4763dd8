"""Words about being threatened, followed, hurt or controlled by someone."""

from exback.model.distress import Concern, Help

from .shared import NUMBERS

ABOUT_DANGER = Help(
    in_short=(
        f"If someone is threatening you, or you're afraid of them, you don't have to answer. If you're in danger now, call {NUMBERS}. "
        "Save what they've sent you. To hide this page at once, press Ctrl-Q. To talk to "
        "someone who knows about threats, leave and type: exback crisis"
    ),
    in_full=(
        "Some of what you wrote could mean that someone is threatening, following, hurting or controlling you. If so, "
        f"it isn't your fault, and you don't have to deal with it alone. If you're in danger now, call {NUMBERS}. If they "
        "say they'll hurt themselves, call that number for them and say where they are. You don't have to go there.\n\n"
        "You don't have to answer them. Save the evidence somewhere they can't reach it: messages, call logs, and a "
        "note of what happened and when. If they can see this phone or computer, use a different one. To hide this page at "
        "once, press Ctrl-Q. To talk to people who know about threats and control, and won't "
        "push you into anything, leave and type: exback crisis\n\n"
        "If they're threatening to share intimate pictures, don't pay, and don't answer. Take screenshots with the date and "
        "their name on them. Then use the report form of the site or app, and tell the police. To find someone to talk to: "
        "findahelpline.com\n\n"
        "exback doesn't tell anyone what you wrote, and it can't know what you meant. You can carry on here, too."
    ),
)

PHRASES = r"""
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

IN_DANGER = Concern("in-danger", ABOUT_DANGER, PHRASES, WHAT_THEY_SAY)
