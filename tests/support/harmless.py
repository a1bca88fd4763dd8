"""Harmless pages of a diary that have the words of grave ones, as people type them: curly apostrophes, line breaks, long days."""

from __future__ import annotations

HARMLESS = (
    "I’m dead on my feet.\nTwelve hours at work, and then the bus didn’t come. I could’ve killed for a seat.",
    "Mum’s going to kill me when she sees what I’ve done to my hair. It’s orange. It’s really, really orange.",
    (
        "We watched the film you’d always wanted to see.\n\nThe detective says “I’ll kill him before he gets to the bridge” and jumps off "
        "the roof, and I thought: he’d have loved this."
    ),
    "The choir’s doing that song with the chorus “I don’t want to live without your love” and I couldn’t sing it. I mouthed the words.",
    "I can’t go on holiday in August, they’ve cancelled my leave.\nI can’t keep going to that café either, it’s ours.",
    "My sister said, “You’d be better off without him.” I know she’s right.\nI’m not there yet.",
    "Nobody would miss me at the meeting, so I stayed at home and slept. Best decision of the week.",
    "I don’t want to be here any more, in this flat, with his coat still on the hook. I’m going to look at rooms on Saturday.",
    "I cut myself off from everyone in January. I cut my hair in February. I cut out sugar in March.\n\nApril is for calling people back.",
    "Took all the old pills back to the chemist, like the leaflet says. Took the whole box of his things to his brother as well.",
    "It’s killing me that she hasn’t written. I’m dying to know what she thinks, and I’d die of shame if she knew that I’d asked.",
    "He used to say he’d die for a good curry. I’d kill for one now. There’s nothing in the fridge but mustard.",
    "I keep thinking about ending it with the gym. I’m tired of living out of boxes, too, and sick of waking up at five.",
    "The kids fought over the blue cup again. “I’ll kill you!” “No, I’ll kill YOU!”\nThen they watched cartoons with their arms round each other.",
    "I’d never hurt him. I just want him to understand that it hurt me.",
    "She hit me with the news over coffee: they’re moving to Leeds in the spring. It hit me harder than I’d thought.",
    "He still has my key and my good pan. I’ll ask his sister to bring both.",
    "They followed me back on Instagram, and then they posted our holiday photos with a nice line about the sea.",
    "I’m scared of him meeting someone else. I’m scared of her saying no. I’m scared of the whole summer, to be honest.",
    "He turned up at my sister’s party with a cake he’d baked himself. Everyone clapped. I ate two pieces and went home at nine.",
    (
        "A long day. I woke at six and couldn’t get back to sleep, so I made tea and read the end of that novel where the husband swears "
        "he’ll burn down the house. Then work, which was all right. Ana says that I’m a different person since the swimming. After that the "
        "bus, rain, soup. I don’t want to write to him tonight. I wanted to yesterday. That’s one whole day."
    ),
    "I shot her a message about the keys.\nShe shot me down.\nI’ll live.",
    "He never let me win at chess.\nHe never let me pay, either.",
    "I’d smash him at tennis now. I beat her at cards, I beat my own time in the pool, and I punched the air like an idiot.",
    "I’m not going to kill myself over a deadline. I’ve told my boss that it’ll be Thursday.",
    "We’d said we’d grow old together and die in the same week.\n\nWell. I’ll grow old, anyway.",
    "The therapist asked if I want to die. I said no, and that’s the truth. I want to sleep.",
    "I’m over it, I’m over him, I’m over the whole thing. I’m done with waiting for the phone.",
    "There’s no point in going on about it. There’s no point in going there, either: they moved out weeks ago.",
    "I want it to be over, this whole divorce, the lawyers, the forms. I want everything to be in one place, and my name on the door.",
)
