"""The two pages before anything is written: what exback is, and who could read what is written here."""

from exback.model.items import Reading

WELCOME = (
    Reading(
        "what-this-is",
        """Something has ended, and you are here. That is a good place to begin.

Many people will have told you to move on. Perhaps you know that what you had was worth another chance. exback takes \
that wish seriously, and it takes you seriously first.

It walks with you through three stages: no contact, soul searching, and, if it is right for both of you, one \
honest invitation. Some people get back together. Some find that they are better off. Here both count the same.

exback never writes to anybody. It knows no tricks to make a person come back, and nobody else does either. It \
is for adults, for wellbeing and reflection. It is not treatment, and nobody is watching it. If you are in danger, or want to \
talk to a person now, leave with Ctrl-C and type: exback crisis

If you want to write to them right now, leave and type: exback urge""",
    ),
    Reading(
        "who-can-read-this",
        """Before you write anything, know who could read it.

What you write stays on this computer, in one file. exback sends nothing anywhere, and there is no account. The file is \
closed to other users of this computer. It is not encrypted unless you lock it with a passphrase: exback lock

- Somebody who uses your login can read it while it is not locked.
- So can the person who looks after this computer, at work for example.
- A backup or a cloud folder may hold a copy.

If the person you are writing about uses this login, or lives with you and could, think of another place to do this.

You can leave at any moment with Ctrl-C. Leaving saves what you have written, half a sentence too. To \
delete everything: exback reset --erase""",
    ),
)
