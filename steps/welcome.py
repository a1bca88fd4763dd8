"""The pages before anything is written: what exback is, who it's for, and who could read what is written here."""

from exback.model.items import Reading

WELCOME = (
    Reading(
        "what-this-is",
        """Something has ended, and you're here. That's a good place to start.

People may have told you to move on. You may feel that what you had is worth another chance. exback takes that wish \
seriously, and it takes you seriously first.

It goes with you through three stages: no contact, soul searching and, if it's right for both of you, one honest \
invitation. Some people get back together. Some find that they're better off. Both count the same here.

exback never writes to anyone. It has no tricks to make someone come back. No one does.

If you're in danger, or want to talk to someone now, leave with Ctrl-C and type: exback crisis

If you want to write to them right now, leave and type: exback urge""",
    ),
    Reading(
        "who-this-is-for",
        """exback is for adults whose relationship has ended. It's for wellbeing and reflection. It isn't treatment, and no one \
is watching.

If you're under 18, what you feel is just as real. Please talk to an adult you trust too: a parent, someone at school, a \
doctor. You can also call the lines that exback crisis lists for everyone.

If the person you miss has died, we're so sorry. The steps about contact aren't for you; please leave them out. These may \
still help: a letter that's never sent (exback letter), a plan for a hard day (exback dates), a minute each day (exback \
checkin). For grief itself, a doctor or a hospice can tell you who helps people in mourning near you.""",
    ),
    Reading(
        "who-can-read-this",
        """Before you write anything, know who could read it.

What you write stays on this computer, in one file. exback sends nothing anywhere, and there's no account. Other users of \
this computer can't open the file. It isn't encrypted unless you lock it with a passphrase: exback lock

- Anyone who uses your login can read it while it isn't locked.
- So can the person who looks after this computer, at work for example.
- A backup or a cloud folder may have a copy.

If the person you're writing about uses this login, or lives with you and could, think of another place to do this. If someone \
walks in, press Ctrl-Q (in plain lines, type hide): exback closes at once and clears the screen.

You can leave at any moment with Ctrl-C. exback saves what you've written, half a sentence too. To delete everything: exback \
reset --erase""",
    ),
)
