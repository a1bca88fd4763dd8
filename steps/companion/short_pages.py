"""What `now` says to someone who can't sleep, had news of the other one, is angry, blames themselves, or has been drinking.

Nothing may be known of them yet. So no page sends anyone to the other person, and each one also fits someone who is afraid.
They come up at any hour: people drink at noon, and who works nights lies awake by day.
"""

from exback.model.context import Context
from exback.model.items import Choice, Kind, Option, Reading, Text
from exback.model.prose import Prose, Quote

from ..situation import afraid, frightened_them, may_write_about_children, order_too

SLEEP, NEWS, ANGRY, FAULT, DRINKING = "sleep", "news", "angry", "fault", "drinking"
ASKS = {
    SLEEP: "What can wait until you've slept?",
    ANGRY: "What are you angry about?",
    FAULT: "What would you say to a friend who said this?",
}
NOTES = {
    SLEEP: "Write down what's going round in your head. It'll still be here when you wake up.",
    ANGRY: "All of it, as it comes. It stays here, and it isn't sent to anyone.",
    FAULT: "Think of someone you like who says to you: “It's all my fault.”",
}
LEADS = {
    SLEEP: "This can wait until you've slept:",
    ANGRY: "You wrote this here, and sent it to no one:",
    FAULT: "You'd say this to a friend:",
}

SLEEPLESS = """You don't have to make yourself sleep. For now, just rest.

If you've been lying there for a long time, get up. Sit somewhere warm with the lights low, and do something dull. Fold the \
washing, or read something you know. Go back to bed when your eyes get heavy.

Keep the phone out of reach, where you'd still hear it ring. Nothing you could look up about them now would help you sleep. Get \
up at your usual time, even after a bad night. If you sleep badly for weeks, talk to a doctor.

If you're awake because you're afraid of someone, or not safe where you are, that comes first. To find someone to talk \
to now: exback crisis"""

NEWS_OF_THEM = """You saw or heard something, and now it's all there again. It can hurt, frighten you, or both.

What you know by chance is enough, so don't look for more. Close the page, or change the subject. You can \
tell people what you'd rather not hear: “Please don't tell me about them for a while.”

You don't have to decide today what it means. What you've heard may be half of it, or wrong.

If you need to know where they are so that you're safe, that's different. Keep doing what keeps you safe. A helpline can \
help with that: exback crisis"""

ANGER = """You're allowed to be angry. Being angry and acting on it are two different things, and you can do the first without \
the second.

While it's this strong, don't do anything that reaches them: no message, no call, no post about them. Don't go where they are.

Let it come down first. Walk about slowly. Run cold water over your wrists. Let each breath out take longer than the breath in.

If they've hurt or frightened you, don't face them alone. If you think you might hurt someone, or break something, go where \
you're alone and call someone: exback crisis"""

ANGER_AFTER_FEAR = """You may be angry about what was done to you. You're allowed to be.

Don't show it to them, because that could put you at risk. Don't answer them now, and don't face them alone. Save what they \
send, because it may help you later.

Let it come down first. Walk about slowly. Run cold water over your wrists. Let each breath out take longer than the breath in.

To hide this page at once, press Ctrl-Q. If you'd like to say it out loud to someone who knows about \
this: exback crisis"""

BLAME = """Right now it feels as if all of it is your fault. You may have done things that you'd do differently now. You may also \
be blaming yourself for things you didn't do. In an hour like this no one can tell which is which, and you don't have to.

You can look at your own part on a calmer day, with time for it. Then you'll see what it was and what it wasn't.

Please don't send them anything about it. Eat something, rest, and let this hour pass.

If someone hurt, threatened or controlled you: what they did isn't your fault. To talk to someone who knows about \
this: exback crisis"""

BLAME_AFTER_FEAR = """Right now it feels as if all of it is your fault. You told exback that you've been afraid of them. What they did \
to you was their doing, whatever you said or did before.

You don't have to sort out anything else in an hour like this, and you don't owe them an apology or an answer.

To hide this page at once, press Ctrl-Q.

It's worth saying this out loud to someone who knows about fear. They've heard it before, and they won't ask you what you did \
wrong: exback crisis"""

BLAME_AFTER_HARM = """Right now it feels as if all of it is your fault. You told exback that they've been afraid of you. That part is \
your doing, and you can work on it with someone who's trained for this: exback crisis

Feeling terrible doesn't put it right, and no one is asking you to. Other things may not have been your doing. In an hour like this no one can tell which is which.

Please don't send them anything about it, not even to say sorry. They need to feel safe from you. Eat something, rest, and let \
this hour pass. If you think you might hurt yourself, call someone now: exback crisis"""

DRUNK = """You've been drinking, and they're on your mind. You don't have to decide anything now, and nothing you'd write has \
to go out now.

{waits}

Put the phone away, where you'd still hear it ring, or give it to someone you're with. Drink a big glass of water. Don't drive, \
and don't go to them.

If you have to get it out, write a letter that you don't send. It stays here.

If you feel very unwell, or took something else as well, call the emergency number: 112, 999, 911 or the one where you are."""

WAITS = "A message can wait until {noon}. By then you can read it sober, and you may be glad that it never went out."
MORNING = 4  # o'clock; until then, noon is hours of sleep away
NEVER = "Please don't send them anything, now or when you're sober. If you think you might do it anyway, call someone: exback crisis"
ONLY_CHILDREN = (
    "Please don't send them anything that isn't about the children, now or when you're sober. If you think you might do it anyway, "
    "call someone: exback crisis"
)
NEVER_AFTER_FEAR = (
    "You don't owe them a message or an answer. If you're worried about what they might do, tell someone where you are. To "
    "find someone to talk to now: exback crisis"
)


def _blame(here: Context) -> str:
    return BLAME_AFTER_FEAR if afraid(here) else BLAME_AFTER_HARM if frightened_them(here) else BLAME


def _drunk(here: Context) -> str:
    return DRUNK.format(waits=_what_waits(here))


def _what_waits(here: Context) -> str:
    if afraid(here):
        return NEVER_AFTER_FEAR
    if may_write_about_children(here):
        return ONLY_CHILDREN
    if here.withheld:
        return NEVER
    return WAITS.format(noon="noon" if here.now.hour < MORNING else "noon tomorrow")


def _page(here: Context) -> str:
    pages = {
        SLEEP: lambda: SLEEPLESS,
        NEWS: lambda: NEWS_OF_THEM,
        ANGRY: lambda: ANGER_AFTER_FEAR if afraid(here) else ANGER,
        FAULT: lambda: _blame(here),
        DRINKING: lambda: _drunk(here),
    }
    return "\n\n".join((pages[here.text("what")](), *(order_too(here) if afraid(here) else ())))


def _next(here: Context) -> tuple[Option, ...]:
    if here["what"] == DRINKING:
        return (
            Option("bed", "Put the phone away"),
            Option("letter", "Write a letter I won't send", opens="letter"),
            Option("urge", "Wait until the urge passes", "ten minutes", opens="urge"),
        )
    leave_it = Option("leave-it", "Leave it for today")
    looked = Option("looked", "Write down that I checked on them", opens="look")
    if not here.journey.is_done("your-story"):
        return (leave_it, looked)  # the page about an ending opens after the story
    over = "if that's what it is; you can take it back"
    return (leave_it, looked, Option("moved-on", "Open “They've moved on”", over, opens="moved-on"))


ITEMS = (
    Reading("page", _page, when=lambda here: here["what"] in (SLEEP, NEWS, ANGRY, FAULT, DRINKING)),
    Text(
        "say",
        lambda here: ASKS.get(here.text("what"), "What was on your mind?"),
        long=True,
        optional=True,
        note=lambda here: NOTES[here.text("what")],
        kind=Kind.NOTE,
        when=lambda here: here["what"] in ASKS,
    ),
    Choice("next", "What would help now?", options=_next, when=lambda here: here["what"] in (NEWS, DRINKING)),
)

MIRRORS = {
    SLEEP: "You can't sleep. For now, resting is fine.",
    NEWS: "You had news of them. You don't have to do anything with it today.",
    ANGRY: "You're angry, and you came here first.",
    FAULT: "Right now it feels as if it's all your fault.",
    DRINKING: "You've been drinking, and you stopped here first.",
}
SMALL_THINGS = {
    SLEEP: "One small thing: put a glass of water beside the bed, and turn the clock to the wall.",
    NEWS: "One small thing: do something for the next hour that has nothing to do with them.",
    ANGRY: "One small thing: hold your wrists under cold water for a minute.",
    FAULT: "One small thing: make yourself something warm to eat or drink.",
    DRINKING: "One small thing: drink a big glass of water, and eat something.",
}


def mirror(here: Context) -> Prose:
    """Return what they said and, if they wrote something, their words."""
    what = here.text("what")
    words = here.answers.get("say")
    return (MIRRORS[what], *((Quote(words, None, LEADS[what]),) if isinstance(words, str) else ()))
