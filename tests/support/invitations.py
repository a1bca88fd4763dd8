"""Invitations and apologies as people write them: fine ones, and uneasy invitations with what a reader should be told."""

from __future__ import annotations

from msgspec import Struct

FINE = (
    # short
    "Coffee some time? No is a fine answer.",
    "Hi J. Would you like a coffee one day? If not, all good.",
    "hey, fancy a coffee next week? no worries if not",
    "Tea on Sunday, if you feel like it. If you don't, I won't mind.",
    "hi its sam. would u like to grab a coffee sometime? totally ok if not",
    # warm
    "Hi Robin, I hope you are well. I would love a coffee with you some time. If not, that is fine.",
    (
        "Hello Noor. I hope the new job treats you kindly. If a coffee some afternoon sounds nice to you, I'd be glad. If it "
        "doesn't, I'm glad anyway."
    ),
    "I'd love to see you for a coffee one of these days. No need to answer if you'd rather not.",
    "Hey you. The park has its autumn colours on. I'd enjoy a walk and a coffee with you, if you'd enjoy it too.",
    "Happy birthday, Kim. I hope the day is a good one. Coffee some time this spring, only if you like?",
    "I would love you to meet me for a coffee, but only if that sounds good to you.",
    # formal
    (
        "Dear Alex, I hope this finds you well. I wonder whether you would care to join me for a coffee in the coming weeks. "
        "Should you prefer not to, I will understand entirely."
    ),
    "Dear Dr Okafor, would you join me for a coffee after the conference on the 14th? Please feel free to say no.",
    (
        "Good morning, Helen. I shall be in town on Thursday and would be pleased to buy you a coffee. Please do not feel "
        "obliged. With kind regards, Martin"
    ),
    "I am writing to ask whether you might like to have coffee some time. No pressure, please; a no will be taken as a no.",
    # funny
    (
        "My coffee machine has died and I'm in mourning. Want to come and pay respects at the café on Mill Lane? Feel free to "
        "send apologies."
    ),
    "I owe you a coffee and roughly four hundred biscuits. I can pay the first part on Saturday, if you want it.",
    (
        "Their carrot cake is to die for and I would kill for an espresso. Join me on Friday? You can always say no, the cake "
        "won't be offended."
    ),
    "I promise to talk about nothing but dogs for half an hour. Coffee? You may decline on behalf of all cats.",
    "I've learned to make a flat white. It's very flat. Want to try one at mine or, wiser, at the café by the station?",
    # another first language
    (
        "Hello Ana, I hope you have a good time in Porto. I want to invite you for one coffee, if you have the wish. If no, "
        "is no problem for me."
    ),
    (
        "Hi, I am next week in Berlin for work. Maybe we drink together a coffee on Wednesday at 4? If it does not suit you, "
        "I understand it well."
    ),
    "Good day Pierre. Please excuse my English. You would like to take a coffee with me? You are free to say no.",
    "Hi Mei, long time no see! I am happy if we can drink tea together. You don't have to reply, don't worry.",
    # parents together
    (
        "Hi Jo, nothing about the kids this time. Would you like a coffee on Tuesday after drop-off? If not, see you at "
        "handover as usual."
    ),
    (
        "Mia's show was lovely, and you looked happy there. Shall we have a coffee some time, just as two people? It's fine to "
        "say no, and nothing changes for the children."
    ),
    (
        "I'll bring Leo back at five on Sunday as agreed. There's a new café next to the school, if you'd like one with me "
        "before. Otherwise just the handover."
    ),
    (
        "The school fair is on the 9th and I'm on the cake stall. If you want a coffee there with me, come and find the worst "
        "cupcakes."
    ),
    # who left
    "Hi Dana. I know I'm the last one who may ask, so this is easy to turn down. A coffee, one hour, wherever you like?",
    (
        "Hello Chris, it's been a long while. I have no claim on your time. If a coffee seems like a good idea to you, I'd be "
        "glad, and if not I wish you well."
    ),
    "You don't owe me anything, so feel free to leave this. I would like to have a coffee with you.",
    # with time and place
    "I'm seeing my sister on Saturday, I could come by after. A quick coffee at that café by the station?",
    "Are you around on Thursday? I'm at the library until 3 and could do a coffee after. If Thursday's no good, never mind.",
    "I'll be at Café Rosa on Saturday from 10.30, reading. If you feel like joining, I'd be happy. If not, the book is good.",
    "The Thai place on Bold Street has reopened. Lunch or coffee, your choice, any day or none.",
    "There is a market by the river on Sunday. I'm going anyway. Come along if you fancy it.",
    "I'm in your part of town on Monday for the dentist. Coffee at 2, at Lina's? Only if it suits you.",
    # several sentences
    (
        "Hi Lee. I got the job at the museum, and it's mostly labels. I walked past the bakery and thought of you. Would you "
        "like a coffee there some time? A no is fine, and so is silence."
    ),
    (
        "It was good to run into you at Tom's party. I'd like to carry on where we were interrupted by the dog. Coffee, some "
        "time? And no hard feelings if you'd rather leave it at that."
    ),
    (
        "Hello Sasha. I hope your mum is better. I have your blue umbrella; I can post it, or hand it over with a coffee, "
        "whichever you prefer."
    ),
    (
        "I'm back from Lisbon. It rained, I read a lot, I can't sleep on trains any better than before. Well, I can't blame "
        "them. Coffee one day, if you like."
    ),
    # ways to make a no easy
    "Text me if you feel like a coffee, and if you don't, that's completely fine.",
    "Please take your time, or don't answer at all. I'd enjoy a coffee with you.",
    "If you say no, I'll understand, and I won't ask again.",
    "If I don't hear from you, I'll take it as a no and wish you all the best.",
    "Call me whenever you like, or never. I'd enjoy a coffee.",
    "You must be busy, so no rush: a coffee some time in May?",
    "I don't expect an answer. If you ever feel like a coffee, I would too.",
    "No need to say yes. I just thought I'd ask once: coffee?",
    "If you need to think about it, take all the time you need. And if it's a no, that's an answer too.",
    "Last time we met you were reading about bees. I saw a book on them and wondered if you'd like a coffee one day.",
    "I miss the bus every time I talk about cake, so let's sit down for it. Would you like to?",
    "We could meet at the museum café, or not at all, which is allowed.\n\nBest wishes,\nSam",
    "I don't want to press you, so only this: I'd like a coffee with you, and I'm all right without.",
    # near to what frightens or makes small, and neither
    "Nobody makes coffee the way they do at Lina's. Would you like one with me some day? A no is fine.",
    "Whatever you say is fine, and bring your friends if you like. Coffee at the new café some time?",
    "I'll be at the market on Sunday, whether it rains or not. Whether you come or not is all yours to decide.",
    "There is a quiz on Thursday, and a seat for you. Whether you want to or not is up to you.",
    "Coffee on Sunday? I'll be fine whether you say yes or not, and I'll be happy whether you come or not.",
    "I still have your drill. I can bring it over to the library on Friday, or post it, or bring it if we have a coffee.",
    "I could drop the book off tomorrow if that suits you, or leave it at the desk. Coffee some other day?",
    # near to a threat, to half an apology and to turning up, and none of them
    "I won't take it badly if you say no. Coffee one day?",
    "If you feel pressured by this, please ignore it. A coffee, if you'd like one?",
    "I'd love to see you again some time, over a coffee. No is fine.",
    "I like the terrace there because you can see the river. Coffee one day?",
    "The weather's not that bad for February. A walk and a coffee?",
    "Let's have a coffee and see what happens. Or let's not, which is fine too.",
    "I'm watching the match at Tom's on Friday. Coffee on Saturday, if you like?",
    "I'll beat you at chess, over a coffee, if you're up for it.",
    "Sorry if I missed your message. Coffee in March?",
    "I have some photos of you and the dog; I can post them or email them. Coffee is a separate question.",
    "It's a café where you get a free cake every Friday. Want to try it?",
    "I'll pop in on my mum on Sunday and then I'm free. Coffee at three, if it suits you?",
    "Everyone will see how good that cake is sooner or later. Want a slice with me?",
    "I could show your mum the garden some time too, but first: a coffee, the two of us, if you like?",
    # near to a pretext, to turning up, and to half an apology, and none of them
    "I hope your mum is feeling better. A coffee some day, if you like?",
    "I've finished your book, and I can post it or leave it with Ana. A coffee is a separate question, and no is fine.",
    "I was tired all winter and am awake again. Coffee one day?",
    "We both like the bakery on Mill Lane. I'd enjoy a coffee there with you, if you want.",
    "I'm coming to your town on the 12th for work. Coffee, if you feel like it?",
    "Because you liked the cake at Lina's, I thought I'd ask: coffee there some day? No is fine.",
    "I haven't booked anything. Coffee on Friday, if you like.",
    "I'll be at the library all day Friday. If you'd like a coffee, come by, and if not, that's fine.",
    "Sorry if this is out of the blue. Would you like a coffee some time?",
    "Sorry if this comes as a surprise. I'd like a coffee with you, and no is fine.",
    "I'm in town for my brother's wedding next week. Coffee on Sunday, only if it suits you.",
    "My sister got a dog. Coffee in the park one day?",
    "I won't turn up anywhere. A coffee, if you want one.",
    "Would you like to see the new exhibition, or have a coffee? Either, or neither, is fine.",
    "I have no news, and nothing I need. I'd just enjoy a coffee with you.",
    "I'm well, work is fine, the cat is fat. Coffee some day?",
    "Hi, it's Kim. I passed my exam. Fancy a coffee to celebrate? Totally fine if not.",
    "I found a café with bad music and good coffee. Want to try it with me one day?",
    "We were both busy last year. Coffee this year?",
    "I didn't mean to write such a long message. Coffee?",
)

FINE_APOLOGIES = (
    "I lied to you about the money for a year. You planned a life on it, and it was not there.",
    "I read your messages. You could not feel at home in your own flat. I was wrong to do it.",
    "I saw that you were tired, and I went on. You had to carry both of us.",
    "I'm sorry I shouted at you in front of your parents. It was humiliating for you. I've taken a course since, and I leave the room before I shout.",
    "I owe you 400 euros and I'm paying it back on the first. You don't have to do anything.",
    "I didn't come to the hospital when your father died. You sat there alone. I regret it every week.",
    "I never asked you how you were. I do ask people now.",
    "I slept with someone else and I let you find out from a friend. You trusted me, and I used that.",
    "I made fun of you in front of our friends. You laughed along, and I knew it hurt.",
    "You don't have to answer this. I want nothing from you.",
    "I left without a word. You had to explain it to everyone alone.",
    "I broke your trust because I lied. There was no one else to blame.",
    "I am sorry that I hurt you.",
    "I hurt you, and your sister, too.",
    "You believed me because you had trusted me for years. I used that.",
    "I didn't let you finish a sentence all evening.",
    "I said I didn't mean it. I did mean it, and it was cruel.",
    "I'm not asking you to see how I've changed or to answer.",
    "I took your coat and sold it. I'll pay you what it cost.",
    "I was unfair to you in front of the children. You went quiet for days.",
    "I told your friends something you'd told me in confidence. You had to hear it from them.",
)


class Uneasy(Struct, frozen=True):
    """A draft, what a reader should be told about it, and the hour it was written."""

    text: str
    kinds: frozenset[str]
    hour: int = 11


def _uneasy(kinds: str, text: str, hour: int = 11) -> Uneasy:
    return Uneasy(text, frozenset(kinds.split()), hour)


UNEASY = (
    # pressure
    _uneasy("pressure", "Please answer me. It's only a coffee."),
    _uneasy("pressure", "I need to see you, even for ten minutes. Coffee tomorrow?"),
    _uneasy("pressure", "We need to talk. Coffee at three?"),
    _uneasy("pressure", "u have to give me a chance to explain. coffee?"),
    _uneasy("pressure", "Why don’t you reply? It’s just a coffee."),
    _uneasy("pressure", "Meet me for a coffee and let me know by Friday."),
    _uneasy("pressure", "DON'T IGNORE ME. One coffee."),
    _uneasy("pressure", "It would mean the world to me if you came for a coffee."),
    _uneasy("pressure", "I've called you five times now. All I'm asking for is a coffee."),
    _uneasy("pressure", "just hear me\nout over a coffee"),
    _uneasy("pressure", "One coffee, whatever your friends say."),
    _uneasy("pressure", "Don't listen to your sister. It is one coffee."),
    _uneasy("pressure", "I will be at the café on Friday at six whether you come or not."),
    _uneasy("pressure", "We are having that coffee whether you like it or not."),
    # guilt
    _uneasy("guilt", "I can't sleep and I can't eat. Maybe a coffee would help."),
    _uneasy("guilt", "After everything I did for you, a coffee is a small thing."),
    _uneasy("guilt", "You broke my heart, but I'd still have a coffee with you."),
    _uneasy("guilt", "The dog misses you. Coffee in the park?"),
    _uneasy("guilt", "You owe me at least half an hour. Saturday, the café."),
    _uneasy("guilt", "I cry every night because of you. A coffee, maybe?"),
    _uneasy("guilt", "Nothing is the same without you here. Coffee?"),
    _uneasy("guilt", "Do it for the kids. One coffee."),
    _uneasy("guilt", "Nobody will ever love you the way I do. Coffee?"),
    _uneasy("guilt", "No one is going to put up with you as I did. One coffee."),
    # jealousy
    _uneasy("jealousy", "I'm seeing someone, but I'd still enjoy a coffee with you."),
    _uneasy("jealousy", "Hope your new girlfriend won't mind if we have a coffee."),
    _uneasy("jealousy", "Ive been dating again and its great. Coffee so I can tell you about it?"),
    _uneasy("jealousy", "I met someone last month. I thought you should hear it from me, over coffee."),
    _uneasy("jealousy", "I wonder whether there is somebody else now. Otherwise, coffee?"),
    # ultimatum
    _uneasy("ultimatum", "If you don't answer I'll know what I was to you."),
    _uneasy("ultimatum", "This is your last chance for a coffee with me."),
    _uneasy("ultimatum", "Coffee on Saturday or we're done for good."),
    _uneasy("ultimatum", "It's now or never: coffee, Friday, two o'clock."),
    _uneasy("ultimatum harm", "You'll regret it if you let this go. Coffee?"),
    _uneasy(
        "pretext ultimatum", "You can have your guitar back when we have had a coffee. I'll keep it until you agree."
    ),
    # history
    _uneasy("history", "I love you. Would you like a coffee?"),
    _uneasy("history", "I still miss\nyou so much. A coffee, perhaps?"),
    _uneasy("history", "I like to remember when we got lost in Rome. Coffee for old times' sake?"),
    _uneasy("history", "I've changed so much since you left. Coffee?"),
    _uneasy("history", "Could we give us another try, beginning with a coffee?"),
    _uneasy("history", "I can’t stop thinking about you. Let's have a coffee."),
    _uneasy("history", "I'm sorry for everything. Coffee, so that we can talk about what happened?"),
    _uneasy("history", "Hey babe, coffee on Sunday?"),
    _uneasy("history", "I want you back. Begin with a coffee?"),
    _uneasy("history", "I dreamt about you again. Coffee?"),
    # watching
    _uneasy("watching", "I'll wait outside your office on Friday with two coffees."),
    _uneasy("watching", "I saw you with your bike at the market on Sunday. Coffee next time?"),
    _uneasy("watching harm", "I know where you work now, so a coffee near there would be easy."),
    _uneasy("watching", "Anna told me you're back in town. Coffee?"),
    _uneasy("watching", "I saw on your Instagram that the move went well. Coffee in the new place?"),
    _uneasy("watching", "I drove past your flat and your light was on. Coffee one evening?"),
    _uneasy("watching", "I asked your sister how you are. She thinks a coffee would be all right."),
    _uneasy("watching", "I'll be waiting for you at the café at five."),
    _uneasy("watching", "I still have your jumper. I can bring it over tonight. Coffee?"),
    # harm
    _uneasy("harm", "I don't want to live any more. I know a coffee is a strange thing to ask for."),
    _uneasy("harm", "I cant go on like this. A coffee would help."),
    _uneasy("harm", "There's no reason to live, but a coffee would be nice."),
    _uneasy("harm", "Coffee? Otherwise I don't know, I might do something stupid."),
    # pretext
    _uneasy("pretext", "I found your grey scarf behind the sofa. Shall we have a coffee so I can give it back?"),
    _uneasy("pretext", "You left some books here. Come over and pick them up on Saturday, and we'll have a coffee."),
    _uneasy("pretext", "I still have your keys. When can I drop them off? We could have a coffee."),
    _uneasy("pretext", "There's a parcel here for you. Coffee on Friday and I'll bring it?"),
    _uneasy("pretext", "My mum is in hospital and she'd be glad to see you. Coffee there?"),
    _uneasy("pretext", "The dog is really ill. I thought you'd want to see him, maybe with a coffee."),
    _uneasy("pretext", "I got my test results today. Could we have a coffee?"),
    _uneasy("pretext", "I've booked a table for two at Rosa's on Friday at eight. Just a coffee, if you like."),
    _uneasy("pretext", "I already bought us tickets for Saturday. It would be a shame to waste them."),
    _uneasy("pretext", "I need your advice about the flat. Coffee?"),
    _uneasy("pretext", "I have something important to tell you, and I can't do it by text. Coffee?"),
    _uneasy("pretext", "Sorry, wrong person! But since I'm writing: coffee?"),
    _uneasy("pretext", "Could you do me a favour? I need someone to look at my car. Coffee on me."),
    # turning up
    _uneasy("watching", "I'll pick you up after work on Thursday and we'll get a coffee."),
    _uneasy("watching", "I'll be at the café where you always sit before work. Join me."),
    _uneasy("watching", "Look out of your window. I've brought coffee."),
    _uneasy("watching", "I'll come over with coffee tomorrow."),
    _uneasy("watching", "I'm driving over to see you with cake."),
    _uneasy("watching", "I thought I'd drop by with coffee on Sunday."),
    # half an apology
    _uneasy("guilt", "I'm sorry if you felt hurt. Coffee?"),
    _uneasy("guilt", "We both made mistakes. Coffee, and a clean table?"),
    _uneasy("guilt", "I only shouted because you never listened. Coffee?"),
    _uneasy("guilt history", "I never meant to hurt you. Let's have a coffee."),
    _uneasy("guilt history", "You weren't perfect either, but let's have a coffee."),
    _uneasy("guilt", "I'm sorry you took it so badly. Coffee some day?"),
    # threats
    _uneasy("harm", "If you don't come for a coffee, everyone will find out what you did."),
    _uneasy("harm", "I'll tell everyone what you're like. Or we have a coffee."),
    _uneasy("harm", "I'll show your boss the photos. Coffee first?"),
    _uneasy("harm", "I have the screenshots of your messages, by the way. Coffee?"),
    _uneasy("harm", "Watch your back. Coffee?"),
    # about the whole
    _uneasy("questions", "How are you? Would you like a coffee?"),
    _uneasy("questions", "hi how are you. are you free for a coffee on sunday?"),
    _uneasy("night", "Coffee some time? No is a fine answer.", hour=23),
    _uneasy("night", "Would you like a coffee one day?", hour=4),
    _uneasy("length", f"Coffee? {'I have so much to tell about the garden and the goats. ' * 6}"),
    # there whether they come or not
    _uneasy("pressure", "I'll be at the café at six tonight"),
    _uneasy("pressure", "Coffee on Friday? I'll be there from four"),
    _uneasy("pressure", "I will be in the park by the lake from ten on Sunday"),
    # several at once
    _uneasy("pressure guilt", "Please, I'm begging you, you owe me a coffee after all I've done."),
    _uneasy("ultimatum harm", "If you say no I'll kill myself, and you will be sorry."),
    _uneasy("history pressure questions night", "I love you. Why won't you answer? Can we meet for a coffee?", hour=2),
    _uneasy("watching jealousy", "I saw you with your new boyfriend. Coffee without him?"),
    _uneasy("pressure history", "Give me one more chance. We were so happy. Start with a coffee."),
)
