"""The findings that the steps rest on: what a study saw, in whom, and what it can't show.

The sentences are our own. A claim without a row here isn't made, and a row is added only after reading the paper.
"""

from exback.model.evidence import Finding

CANNOT_SAY_WHY = "It shows what goes together, not what causes what."
SMALL = "The study is small."

EVIDENCE = (
    Finding(
        key="contact-slows",
        result="On days with contact, love and sadness faded more slowly.",
        sample="58 young adults who kept a diary for 28 days",
        limits=f"{SMALL} {CANNOT_SAY_WHY}",
        source="Sbarra & Emery 2005, Personal Relationships 12",
    ),
    Finding(
        key="contact-distress",
        result="Meeting in person was linked to more distress two months later, but not among people who had children together.",
        sample="122 adults after a separation",
        limits=CANNOT_SAY_WHY,
        source="O'Hara et al. 2020",
    ),
    Finding(
        key="looking",
        result="Looking at an ex's profile on purpose was linked to more distress that day, the next day and months later. Coming across it by chance mattered less.",
        sample="464 people asked once, and 762 more in four later studies, among them a long-term one, an experiment and a diary",
        limits="The study of 464 can't show which came first, the looking or the distress.",
        source="Marshall 2012, Cyberpsychology; Marshall 2026, Computers in Human Behavior 176:108869",
    ),
    Finding(
        key="cycling",
        result="Couples who'd broken up and got back together were twice as likely as other couples to report physical violence. More breakups were linked to more distress.",
        sample="792 young adults in one study, 545 people in another",
        limits=CANNOT_SAY_WHY,
        source="Halpern-Meekin et al. 2013; Monk et al. 2018",
    ),
    Finding(
        key="reunion-common",
        result="44 in 100 had broken up and got back together with their current or latest partner.",
        sample="792 people aged 17 to 24 who had been in a relationship in the past two years",
        limits="It only counts how many did. It doesn't say how long it lasted, or anything about any one couple. These are the same people as in the study of couples who break up and get back together.",
        source="Halpern-Meekin et al. 2013, Journal of Adolescent Research 28",
    ),
    Finding(
        key="why-known",
        result="People who understood why it had ended had fewer symptoms later, such as low mood and worry.",
        sample="160 people aged 20 to 25",
        limits=CANNOT_SAY_WHY,
        source="Kansky & Allen 2018",
    ),
    Finding(
        key="left-behind",
        result="Being left, being surprised by it and being betrayed were each linked to more distress.",
        sample="192 students",
        limits=f"{CANNOT_SAY_WHY} People were asked once.",
        source="Field et al. 2009",
    ),
    Finding(
        key="self-unclear",
        result="After a breakup, people were less clear about who they were.",
        sample="three studies",
        limits="It's about young people, over a few weeks or months.",
        source="Slotter, Gardner & Finkel 2010",
    ),
    Finding(
        key="checking-helps",
        result="People who came to four long sessions of questions had a clearer picture of who they were than people who came to two short ones. Nothing else that was measured differed.",
        sample="210 young adults over nine weeks",
        limits="These were long visits to a lab. It doesn't show that a one-minute check-in helps.",
        source="Larson & Sbarra 2015",
    ),
    Finding(
        key="kindness",
        result="People who spoke kindly about themselves had fewer unwanted thoughts, up to nine months later.",
        sample="109 adults after a divorce",
        limits=CANNOT_SAY_WHY,
        source="Sbarra, Smith & Mehl 2012",
    ),
    Finding(
        key="benefit",
        result="Writing about what a breakup had made possible raised good feelings, mostly where both had wanted it to end. Bad feelings stayed the same.",
        sample="about 100 people, three sessions of writing",
        limits=f"{SMALL} It only followed people for a few days.",
        source="Lewandowski 2009",
    ),
    Finding(
        key="writing",
        result="Writing about their feelings protected people from some tension and illness.",
        sample="145 students after a breakup",
        limits="The effect was seen over a few weeks.",
        source="Lepore & Greenberg 2002",
    ),
    Finding(
        key="writing-harms",
        result="People who were searching for meaning did worse when they wrote about their feelings than when they made plain notes about their day.",
        sample="90 adults after a separation, put into groups at random",
        limits=SMALL,
        source="Sbarra et al. 2013",
    ),
    Finding(
        key="reappraise",
        result="Thinking about an ex's faults made people love them less, but it also put people in a worse mood. Thinking about something else lifted their mood.",
        sample="small groups in a lab",
        limits="It was measured within minutes, not over weeks.",
        source="Langeslag & Sanchez 2018",
    ),
    Finding(
        key="activation",
        result="Planning things that do you good eased depression quite a lot, on average.",
        sample="26 trials; the average difference was 0.74 of a standard deviation",
        limits="Most of the trials were of low quality, and none was only about breakups.",
        source="Ekers et al. 2014",
    ),
    Finding(
        key="if-then",
        result="People who plan “if this happens, then I'll do that” more often do what they meant to.",
        sample="94 tests, with a medium effect (0.65), and 642 later ones, with small to medium effects (0.27 to 0.66)",
        limits="Few of the tests were about love.",
        source="Gollwitzer & Sheeran 2006; a meta-analysis of 2024",
    ),
    Finding(
        key="surfing",
        result="Riding an urge out changed what people did. It didn't change the urge itself.",
        sample="123 smokers",
        limits="It was about cigarettes, not messages.",
        source="Bowen & Marlatt 2009",
    ),
    Finding(
        key="dating",
        result="People in a new relationship felt more settled about the old one.",
        sample="small groups",
        limits=CANNOT_SAY_WHY,
        source="Brumbaugh & Fraley 2015",
    ),
    Finding(
        key="apology",
        result="What matters most in an apology is taking responsibility and offering to put things right. Asking for forgiveness matters least.",
        sample="755 people who read made-up cases from work",
        limits="They read about strangers, and no one had really been hurt.",
        source="Lewicki et al. 2016",
    ),
    Finding(
        key="pursuit",
        result="Most people who were rejected did at least one thing the other person didn't want. They were more likely than people who left to think it had helped.",
        sample="282 students, 120 of whom had been left",
        limits="People were only asked about themselves. No one asked the other person. Another study, of 1,167 people, found that mild pursuit was also linked to getting back together.",
        source="Langhinrichsen-Rohling et al. 2000, Violence and Victims 15; Dardis & Gidycz 2017, Sex Roles",
    ),
    Finding(
        key="bond-fades",
        result="The bond had half faded after about four years, and it faded more slowly where there was contact.",
        sample="320 people whose relationship had lasted more than two years, asked once",
        limits=f"It's an average, and people differ a lot. {CANNOT_SAY_WHY}",
        source="Chong & Fraley 2025",
    ),
    Finding(
        key="self-guided",
        result="Self-guided programs help a little more than no program at all.",
        sample="3,876 people in trials of programs for depression",
        limits="exback wasn't one of them. No one has tested it in a trial.",
        source="Karyotaki et al. 2017",
    ),
    Finding(
        key="forecast",
        result="People expected the first weeks after a breakup to be worse than they were, especially if they were in love or "
        "had been left.",
        sample="students in one study over several months, whose relationship ended during that time",
        limits="They were asked what they expected before the breakup. It doesn't show that a fear someone has afterwards is wrong.",
        source="Eastwick, Finkel, Krishnamurti & Loewenstein 2008, Journal of Experimental Social Psychology 44, from the abstract",
    ),
    Finding(
        key="later-self",
        result="Writing a letter to your later self, or from it, lowered distress right away.",
        sample="738 people in Japan, put into groups at random in the first spring of the pandemic",
        limits="It was measured right after the writing, so it doesn't show that the effect lasts. The letters weren't about breakups.",
        source="Chishima, Liu & Wilson 2021, Applied Psychology: Health and Well-Being 13, from the abstract",
    ),
    Finding(
        key="single-session",
        result="On average, single sessions of help eased many kinds of trouble a little.",
        sample="415 trials in 24 reviews; the average difference was 0.25 of a standard deviation",
        limits="No one has tested exback's. One chat session after a breakup did more in its own trial of 254 people: 0.70 after seven "
        "days, among those who finished. That's a preprint, and the session wasn't compared with other help. exback isn't that program.",
        source="an umbrella review of 2025; Menzel et al. 2026, a preprint",
    ),
    Finding(
        key="safety-plan",
        result="Safety plans made with a clinician were linked to fewer suicidal acts. Thoughts of suicide stayed the same.",
        sample="the studies in one meta-analysis",
        limits="The plans were made with a clinician. It doesn't show what a plan does when someone writes it alone.",
        source="a meta-analysis of 2021, British Journal of Psychiatry",
    ),
)
