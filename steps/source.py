"""The claims of the article and the comments that this program grew from, each in a few words of our own.

Steps and items name them in `claims`. Where a claim goes further than the evidence, the page says the weaker thing that
is true. docs/source-map.md is made from this table.
"""

from exback.model.evidence import Claim

CLAIMS = (
    Claim("S1", "The wish for another chance is taken seriously."),
    Claim("S2", "First, contact stops, although every impulse says the opposite."),
    Claim("S3", "Silence leaves them room to miss you and to think."),
    Claim("S4", "Pushing makes them step back."),
    Claim("S5", "They may come back on their own; if not, two stages are left."),
    Claim("S6", "Soul searching is the most important part."),
    Claim("S7", "Wanting them back may be bargaining, and may be a bad decision."),
    Claim("S8", "It may not have been as good as memory says."),
    Claim("S9", "A mind in chaos can't see clearly, so calm down first."),
    Claim("S10", "You may find that you are better off without them."),
    Claim("S11", "Do things that you enjoy."),
    Claim("S12", "Make some positive changes."),
    Claim("S13", "Go on a few dates, if you like; online is one way."),
    Claim("S14", "You don't need them to be happy, and you may still want them."),
    Claim("S15", "The last stage is for those who live well without them."),
    Claim("S16", "You are the one who opens contact again."),
    Claim("S17", "Ask for a simple coffee, and go slowly from there."),
    Claim("S18", "They may see you in a new light, because you did change."),
    Claim("S19", "If they don't want to, that's all right too."),
    Claim("S20", "Some relationships deserve another chance, and some deserve to end."),
    Claim("S21", "What you bring is that you're steadier now, and no technique replaces that."),
    Claim(
        "S22",
        "If you changed, they may be drawn to you again. No one knows that, so it has to be worth it to you anyway.",
    ),
    Claim("C1", "Two questions: do I want them, and can I be happy without them? Time helps."),
    Claim(
        "C2",
        "Distance ended it. After months of no contact and a life of one's own, they wrote. A long wait can be right.",
    ),
    Claim("C2b", "Accepting it isn't a straight line. What's meant to be can't be hurried, and no one can promise it."),
    Claim(
        "C3", "Calling pushed them away. Another time silence helped, and later growth showed what was really wanted."
    ),
    Claim("C4a", "They may have moved on."),
    Claim("C4b", "People often think hard before they leave, and an ex is often an ex for a good reason."),
    Claim("C4c", "There may have been a deal-breaker."),
    Claim("C4d", "Someone who was hurt or betrayed needs an apology. Absence or better looks change nothing."),
    Claim("C4e", "It matters who left whom, and why."),
    Claim("C4f", "If you gave your best, you have nothing better to offer a second time, unless something is new."),
    Claim("C4g", "Your future lies ahead of you."),
    Claim("C4h", "If one wants the relationship and the other only comfort, say so before anyone gets hurt."),
    Claim(
        "C4i",
        "Some break up in the heat of the moment, again and again; most people think it over for a long time before they go.",
    ),
    Claim("C4j", "Sometimes it's no one's fault: the two weren't right for each other."),
    Claim("C4k", "Sleeping with an ex is often comfort for one and hope for the other, and then someone gets hurt."),
)
