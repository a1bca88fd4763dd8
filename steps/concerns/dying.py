"""Words about wanting to die, and about having hurt oneself."""

from exback.model.distress import Concern, Help

from .shared import NUMBERS

ABOUT_DYING = Help(
    in_short=(
        "If this is about wanting to die, or about hurting yourself, please don't stay alone with it. No one else is "
        f"reading this. If you're in danger now, or if you've taken something, call {NUMBERS}, even if you feel fine. To "
        "talk to someone, leave and type: exback crisis"
    ),
    in_full=(
        "Some of what you wrote could mean that you want to die, or that you've hurt yourself. If it does, please don't "
        "stay alone with it. If you're in danger now, or if you've taken something, call "
        f"{NUMBERS}, even if you feel fine. To talk to someone, leave and type: exback crisis\n\n"
        "On a calmer day you can make a plan for hours like this: exback plan\n\n"
        "If it's about someone else, call for them. exback is a program. It can't know what you meant, no one else is "
        "reading this, and nothing was sent. You can carry on here, too."
    ),
)

PHRASES = r"""
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

DYING = Concern("dying", ABOUT_DYING, PHRASES)
