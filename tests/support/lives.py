"""Answers that fit every step: one life, told so that tests can vary it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SAFE: Mapping[str, object] = MappingProxyType(
    {"asked-to-stop": False, "ordered-away": False, "afraid-of-them": False, "afraid-of-me": False}
)

LIFE: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "your-story": {
            "name": "J.",
            "who-ended": "them",
            "ended": "three weeks ago",
            "ties": [],
            **SAFE,
        },
        "the-whole-story": {
            "reasons": "You said that you needed room.",
            "causes": ["distance"],
            "together": "one-to-three",
            "came-back": "never",
            "my-thinking": "unknown",
            "their-thinking": "thought-over",
            "wish": "to sleep again",
        },
        "why-space": {
            "fear": "They forget me.",
            "pushed": "some",
            "pushing-did": "They answered less each time.",
            "space-for": "Quiet evenings.",
        },
        "contact-rule": {
            "kind": "full",
            "exceptions": "The spare key.",
            "since": "today",
            "length": "30",
            "signature": "I keep quiet, for my own sake.",
        },
        "contact-rule again": {
            "kind": "full",
            "exceptions": "The spare key.",
            "length": "30",
            "signature": "I keep quiet, for my own sake.",
        },
        "clear-cues": {"cues": ["phone", "photos"], "do-phone": "archive", "do-photos": "leave", "told": "my sister"},
        "risky-moments": {
            "moment-1": "It is past 11 and I open our thread",
            "plan-1": "the phone goes into the kitchen",
            "moment-2": "I come home to a quiet flat",
            "plan-2": "I put on the radio",
            "moment-3": "I have had two glasses of wine",
            "plan-3": "I call my brother",
            "memory": "Kitchen, radio, brother.",
        },
        "ride-an-urge": {"before": 6, "breath": "finished", "where": "In the chest.", "after": 4},
        "first-week": {
            **{f"plan-{plan}": f"a plan for {plan}" for plan in ("sleep", "meal", "person", "outing", "joy")},
            **{f"day-{plan}": "monday" for plan in ("sleep", "meal", "person", "outing", "joy")},
        },
        "first-week again": {"kept": ["sleep", "meal"], "learnt": "Walking helped."},
        "why-it-ended": {
            "sides": ["me", "circumstances"],
            "reason-me": "I was never home.",
            "change-me": "has",
            "breaker-me": "them",
            "reason-circumstances": "Two cities.",
            "change-circumstances": "could",
            "breaker-circumstances": "neither",
            "distance": "One of us would have had to find other work.",
            "their-side": "I was lonely beside them.",
            "surprised": "That it was so simple.",
        },
        "missing-or-bargaining": {
            "longing": 6,
            "acceptance": 4,
            "rumination": 5,
            "hope": 5,
            "loneliness": 5,
            "either-way": 4,
        },
        "was-it-that-good": {
            "good": "We laughed.",
            "hurt": "We never spoke of money.",
            "tuesday": "Pasta and the news.",
            "evening": "The slammed door.",
            "needs": ["safe", "seen", "fun"],
            "met": ["fun"],
        },
        "who-am-i-now": {
            "roles": "Sister, colleague.",
            "values": ["honesty", "friends"],
            "put-aside": "The choir.",
            "back-1": "The choir",
            "back-2": "Swimming",
            "back-3": "Sundays",
            "this-week": "1",
        },
        "kindness-and-my-part": {
            "friend": "You did what you could.",
            "my-part": "I did not listen.",
            "owed": "yes",
            "what-for": "For the evening in May.",
        },
        "what-opened-up": {"opened": "Evenings of my own.", "strength": "I can be alone."},
        "live-forward": {
            "joy": "Swim on Thursday",
            "people": "My sister",
            "change": "Early to bed",
            "first-move": "Pack the bag tonight",
            "dates": "not-now",
        },
        "happy-without": {
            "need-or-want": "want",
            "year": "A small flat and a dog.",
            "believe": 7,
            "missing-piece": "Look at flats",
        },
        "two-questions": {"want": 7, "want-why": "We fit.", "without": 8, "without-why": "I have friends."},
        "decide": {"because": "I looked at both columns.", "if-wrong": "I would be waiting still."},
        "am-i-ready": {
            "fine-with-no": 9,
            "no-evening": "At my sister's.",
            "can-now": "Spend a Sunday alone.",
        },
        "what-has-changed": {
            "state-me": "changed",
            "what-me": "I am home at six.",
            "state-circumstances": "unseen",
            "distance-now": "I may work from anywhere now.",
            "verdict": "go-on",
        },
        "their-side": {
            **SAFE,
            "asked-for": "Time.",
            "with-somebody": "no",
            "receive": "A surprise, and then easy.",
            "take-no": "I call my sister.",
            "go": "yes",
        },
        "apology": {
            "did": "I let you wait.",
            "effect": "You felt small.",
            "regret": "That I saw it and went on.",
            "changed": "I am home at six.",
            "repair": "The evenings I missed, if you want them.",
            "in-one-piece": "I let you wait, and you felt small. I regret that I saw it and went on. I am home at six now.",
            "whole-message": "part",
        },
        "meet-and-go-slowly": {"hope": "A calm hour.", "not-raise": "May.", "leave": "At five."},
        "check-in": {"mood": 6, "longing": 5, "sleep": 6, "happened": [], "line": "A grey day."},
        "check-in weekly": {"phq-1": "1", "phq-2": "0", "gad-1": "1", "gad-2": "0"},
        "urge": {"before": 8, "breath": "finished", "now-what": "go-on", "after": 4, "wrote": False},
        "letting-go": {
            "why-now": "I am tired.",
            "was-good": "The lake.",
            "put-down": "The hope for Sunday.",
            "keep": "That I can say what I need.",
            "contact-from-here": "none",
            "next": "The choir trip.",
        },
        "accepted": {
            **SAFE,
            "slow": "Once a week.",
            "keeps": ["friends"],
            "limit": "Silence for days.",
            "want": "The relationship.",
            "breaks": "My sister, then the rule.",
            "keep": "The choir.",
        },
        "declined": {
            "thanks": "Thank you for telling me.",
            "feels": "Heavy and clear.",
            "friend": "Come over.",
            "keep": "I asked honestly.",
            "next": "The choir.",
        },
        "no-reply": {
            "story": "unseen",
            "stop-waiting": "The thread.",
            "friend": "Come over.",
            "keep": "Evenings of my own.",
            "next": "The choir.",
        },
    }
)
