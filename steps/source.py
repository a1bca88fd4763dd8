"""The claims of the article and the comments that this program grew from, each in a few words of our own.

Steps and items name them in `claims`. Where a claim goes further than the evidence, the page says the weaker thing that
is true. docs/source-map.md is made from this table.
"""

from exback.model.evidence import Claim

CLAIMS = (
    Claim("S1", "The wish for another chance is taken seriously."),
    Claim("S2", "First of all, contact stops, against every impulse."),
    Claim("S3", "Silence leaves them room to miss you and to think."),
    Claim("S4", "Pushing makes them step back."),
    Claim("S5", "They may come by themselves; if not, two stages are left."),
    Claim("S6", "Soul searching is the most important part."),
    Claim("S7", "Wanting them back may be bargaining, and may be a bad decision."),
    Claim("S8", "It may not have been as good as memory says."),
    Claim("S9", "A mind in chaos cannot see clearly: calm down first."),
    Claim("S10", "You may find that you are better off without them."),
    Claim("S11", "Do things that you enjoy."),
    Claim("S12", "Make some positive changes."),
    Claim("S13", "Go on a few dates, if you like; online is one way."),
    Claim("S14", "You do not need them to be happy, and you may still want them."),
    Claim("S15", "The last stage is for those who live well without them."),
    Claim("S16", "You are the one who opens contact again."),
    Claim("S17", "Ask for a simple coffee, and go slowly from there."),
    Claim("S18", "They may see you in a new light, because you did change."),
    Claim("S19", "If they do not want to, that is all right too."),
    Claim("S20", "Some relationships deserve another chance, and some an end."),
    Claim("S21", "What you bring is that you're steadier now, and no technique replaces that."),
    Claim(
        "S22",
        "If you changed, they may be drawn to you again. No one knows that, so it has to be worth it to you anyway.",
    ),
    Claim("C1", "Two questions: do I want them, and can I be happy without them? Time helps."),
    Claim("C2", "Distance ended it; quiet, a life of one's own, and months later a message. Long waits can be right."),
    Claim("C2b", "Accepting it isn't a straight line. What's meant to be can't be hurried, and no one can promise it."),
    Claim("C3", "Calling pushed them away; silence helped another time; and growth showed what was really wanted."),
    Claim("C4a", "They may have moved on."),
    Claim("C4b", "People think hard before they leave; an ex is often one for a reason."),
    Claim("C4c", "There may have been a deal-breaker."),
    Claim("C4d", "Whoever was hurt or betrayed needs an apology, not absence or good looks."),
    Claim("C4e", "It matters who left whom, and why."),
    Claim("C4f", "Who gave their best has nothing better to offer, unless something is new."),
    Claim("C4g", "Your future lies ahead of you."),
    Claim("C4h", "One wants the relationship, the other comfort: say which."),
    Claim(
        "C4i",
        "Some break up in the heat of the moment, again and again; most people think it over for long before they go.",
    ),
    Claim("C4j", "Sometimes it's no one's fault: the two weren't right for each other."),
    Claim("C4k", "Sleeping with an ex is often comfort for one and hope for the other, and then someone gets hurt."),
)
