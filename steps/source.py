"""The claims of the article and the comments that this program grew from, each in a few words of our own.

Steps and items name them in `claims`. Where a claim goes further than the evidence, the page says the weaker thing that
is true. docs/source-map.md is made from this table.
"""

from exback.model.evidence import Claim

CLAIMS = (
    Claim("S1", "Wanting another chance is taken seriously."),
    Claim("S2", "First you stop all contact, even though everything in you wants the opposite."),
    Claim("S3", "Silence leaves them room to miss you and to think."),
    Claim("S4", "Pushing makes them step back."),
    Claim("S5", "They may come back on their own. If they don't, there are two more stages."),
    Claim("S6", "Soul searching is the most important part."),
    Claim("S7", "Wanting them back may be bargaining, and may be a bad decision."),
    Claim("S8", "It may not have been as good as you remember."),
    Claim("S9", "You can't see clearly while your mind is in chaos, so calm down first."),
    Claim("S10", "You may find that you're better off without them."),
    Claim("S11", "Do things you enjoy."),
    Claim("S12", "Make some positive changes."),
    Claim("S13", "Go on a few dates if you like, online or not."),
    Claim("S14", "You don't need them to be happy, even if you still want them."),
    Claim("S15", "The last stage is for people who live well without them."),
    Claim("S16", "You're the one who gets back in touch."),
    Claim("S17", "Ask them for a simple coffee, and go slowly from there."),
    Claim("S18", "They may see you in a new light, because you've changed."),
    Claim("S19", "If they don't want to, that's all right too."),
    Claim("S20", "Some relationships deserve another chance, and some deserve to end."),
    Claim("S21", "What you bring is that you're steadier now. No technique can replace that."),
    Claim(
        "S22",
        "If you've changed, they may be drawn to you again. No one can know that, so changing has to be worth it to you anyway.",
    ),
    Claim("C1", "Two questions: do I want them, and can I be happy without them? Time helps."),
    Claim(
        "C2",
        "Distance ended it. There was no contact for months, and life went on. Then they wrote. A long wait can be right.",
    ),
    Claim("C2b", "Accepting it isn't a straight line. What's meant to be can't be hurried, and no one can promise it."),
    Claim(
        "C3",
        "Calling pushed them away. Another time, silence helped. Later, growing as a person showed what was really wanted.",
    ),
    Claim("C4a", "They may have moved on."),
    Claim("C4b", "People often think hard before they leave, and an ex is often an ex for a good reason."),
    Claim("C4c", "There may have been a deal-breaker."),
    Claim("C4d", "Someone who was hurt or betrayed needs an apology. Staying away or looking better changes nothing."),
    Claim("C4e", "It matters who left, and why."),
    Claim("C4f", "If you gave your best, you have nothing better to offer a second time, unless something is new."),
    Claim("C4g", "Your future is ahead of you."),
    Claim(
        "C4h", "If one of you wants the relationship and the other only wants comfort, say so before anyone gets hurt."
    ),
    Claim(
        "C4i",
        "Some people break up in the heat of the moment, again and again. Most think it over for a long time before they go.",
    ),
    Claim("C4j", "Sometimes it's no one's fault. You weren't right for each other."),
    Claim(
        "C4k", "Sleeping with an ex is often comfort for one of you and hope for the other, and then someone gets hurt."
    ),
)
