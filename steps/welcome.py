"""The two pages before someone begins: what exback is and who it's for, and who could read what is written here."""

from exback.model.items import Reading

WELCOME = (
    Reading(
        "what-this-is",
        """exback takes you through three stages: no contact, soul searching and, if it's right for both of you, one honest \
invitation. Some people get back together. Some find that they're better off apart. exback is for both. It \
never writes to anyone. It has no tricks to make someone come back, because there aren't any.

It's for adults, for wellbeing and reflection. It isn't treatment, and there's no one at the other end. To talk to \
someone: exback crisis

If you're under 18, what you feel is just as real. Please also talk to an adult you trust, like a parent, someone at \
school or a doctor.

If the person you miss has died, we're so sorry. Please skip the steps about contact. A letter you never send (exback \
letter) or a plan for a hard day (exback dates) may still help. For the grief itself, a doctor or a hospice can tell \
you who helps near you.""",
    ),
    Reading(
        "who-can-read-this",
        """Before you write anything, you should know who could read it.

What you write stays on this computer, in one file. exback doesn't send anything anywhere, and there's no account. The \
file isn't encrypted unless you lock it with a passphrase: exback lock

- Anyone who uses your login can read it, unless it's locked.
- So can whoever looks after this computer, at work for example.
- A backup or a cloud folder may have a copy.

If the person you're writing about could use this login, find another place to do this. If someone walks in, press \
Ctrl-Q. exback closes at once and clears the screen.

You can leave at any time with Ctrl-C. Everything is saved, even half a sentence. To delete it all: exback reset --erase""",
    ),
)
