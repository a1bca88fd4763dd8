"""Words about wanting to harm someone."""

from exback.model.distress import Concern, Help

from .shared import NUMBERS

ABOUT_HARMING = Help(
    in_short=(
        "If you might hurt someone, first get away from them, and out of the house if they're there. If anyone is in danger "
        f"now, call {NUMBERS}. You can say you're afraid of what you'll do. exback doesn't tell anyone what you write here. "
        "To talk to someone about it, leave and type: exback crisis"
    ),
    in_full=(
        "Some of what you wrote could mean that you might hurt someone. If it does, put some distance between you first. "
        "Leave, or stay somewhere they aren't, and give anything that could be used as a weapon to someone else. If anyone "
        f"is in danger now, call {NUMBERS}. You can say that you're afraid of what you'll do.\n\n"
        "There are people you can talk to about this, and they've heard it before. Some countries have a helpline for "
        "people worried about their behaviour. To see it, leave and type: exback crisis\n\n"
        "exback doesn't tell anyone what you wrote. It's a program, and it can't know what you meant. It makes no "
        "note of it, and it keeps only the words you saved. You can carry on here, too."
    ),
)
ABOUT_HARMING_AFTER_FEAR = Help(
    in_short=(
        "If you might hurt someone, or have to defend yourself, get yourself out first if you can. If you're in danger now, "
        f"call {NUMBERS}. exback doesn't tell anyone what you write here. To talk to people who know what fear and anger can "
        "do, leave and type: exback crisis"
    ),
    in_full=(
        "Being this angry at someone who hurt you makes sense, and thinking something isn't doing it. What matters "
        "now is that you stay safe. If you can get away, go. If anyone is in danger now, call "
        f"{NUMBERS}.\n\n"
        "There are people who know what fear and anger can do, and they won't blame you for either. To find them, leave and "
        "type: exback crisis\n\n"
        "exback doesn't tell anyone what you wrote. It's a program, and it can't know what you meant. It makes no "
        "note of it, and it keeps only the words you saved. You can carry on here, too."
    ),
)

PHRASES = r"""
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

HARMING = Concern("harming", ABOUT_HARMING, PHRASES, help_after_fear=ABOUT_HARMING_AFTER_FEAR)
