"""What is suggested once a week after the rule: things that take longer than a minute, need no money, and are about one's own life.

The ids are permanent, because answers are saved under them. A new one goes at the end.
"""

LARGER_THINGS = {
    "new-dish": "Cook something you've never cooked, from what's already in the house.",
    "new-way": "Walk somewhere you've never walked, for half an hour, and come home another way.",
    "old-friend": "Write to a friend from school or an old job you haven't talked to in a year. Ask how they are.",
    "one-drawer": "Empty one drawer or one shelf, and put back only what you want to keep.",
    "learn-by-heart": "Learn a poem or a song by heart. One verse is enough.",
    "teach": "Teach someone something you're good at, or write it down as if you were going to.",
    "screen-free": "Spend one evening without a screen. Decide beforehand what you'll do instead.",
    "repair": "Fix one thing at home that's been broken or wobbly for too long.",
    "early-light": "Get up early one morning and watch it get light, at a window or outside, for ten minutes.",
    "library": "Pick a subject you know nothing about, and read about it for an hour.",
    "help-out": "Do something useful for a friend or a neighbour who isn't expecting it: carry, cook, explain, listen.",
    "own-room": "Change one corner of where you live, so that it looks the way you like it now.",
    "draw": "Draw what you see from where you're sitting. It doesn't have to be good, and no one has to see it.",
    "family-story": "Ask someone older about a time before you were born, or write down a story from your family.",
    "body": "Move until you're out of breath, three times this week, in whatever way your body allows.",
    "long-letter": "Write a letter for yourself to read in a year. Put in what an ordinary day looks like now.",
    "paperwork": "Do the one piece of paperwork you've been putting off. Set a timer for half an hour.",
    "old-skill": "Take up something you used to be able to do: an instrument, a language, a game. Half an hour, badly.",
    "good-night": "Go to bed an hour earlier on three evenings, with the phone out of reach.",
    "listen": "Listen to a whole album or a radio play from start to end, without doing anything else.",
    "plant": "Grow something: a seed from the kitchen, a cutting, a branch in water.",
    "photos": "Take ten photos this week of what you like about your life now.",
    "say-thanks": "Thank a friend, a teacher or someone in your family for something they did long ago. Say exactly what it was.",
    "no-complaint": "Ask for one thing that you usually go without, at work or at home.",
    "play": "Play something with other people: cards, a ball, a game online with a friend.",
    "map": "Write down where you'd like to be in five years: the place, the people, an ordinary Tuesday there.",
    "quiet-hour": "Sit for an hour somewhere quiet where you feel safe, without a book and without a phone.",
    "shared-meal": "Eat with someone this week, at your table or theirs. It can be bread and soup.",
    "list-of-good": "Write down thirty small things you enjoy, and do three of them this week.",
    "neighbours": "Learn the name of someone you see often: a neighbour, the person at the counter, a colleague.",
}
