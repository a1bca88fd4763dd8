"""The two pages before someone begins: what exback is and who it's for, and who could read what is written here."""

from exback.model.items import Reading

WELCOME = (
    Reading(
        "what-this-is",
        """exback takes you through three stages: no contact, soul searching and, if it's right for both of you, one honest \
invitation. Some people get back together. Some find that they're better off. Both count the same here. exback never writes to \
anyone, and it has no tricks to make someone come back. No one does.

It's for adults, and it's for wellbeing and reflection. It isn't treatment, and no one is watching. To talk to someone: exback \
crisis

If you're under 18, what you feel is just as real. Please talk to an adult you trust too: a parent, someone at school, a doctor.

If the person you miss has died, we're so sorry. Please leave out the steps about contact. A letter that's never sent (exback \
letter) or a plan for a hard day (exback dates) may still help. For grief itself, a doctor or a hospice can tell you who helps \
near you.""",
    ),
    Reading(
        "who-can-read-this",
        """Before you write anything, know who could read it.

What you write stays on this computer, in one file. exback sends nothing anywhere, and there's no account. The file isn't \
encrypted unless you lock it with a passphrase: exback lock

- Anyone who uses your login can read it while it isn't locked.
- So can the person who looks after this computer, at work for example.
- A backup or a cloud folder may have a copy.

If the person you're writing about could use this login, think of another place to do this. If someone walks in, press Ctrl-Q (in \
plain lines, type hide): exback closes at once and clears the screen.

You can leave at any moment with Ctrl-C, and everything is saved, half a sentence too. To delete it all: exback reset --erase""",
    ),
)
