"""The first page of someone new, where each of its ways leads, and what is read before they begin their story."""

from __future__ import annotations

import os

from exback.commands import countries, crisis
from exback.commands.pages import BEGIN, TITLE, LookAround, answer_to, page
from exback.engine.view import Screen, View
from exback.model.dates import in_minutes
from exback.model.items import Choice, Option, Reading
from exback.model.program import Program
from exback.model.prose import blocks

TALK = "talk"
LOOK_AROUND = "look-around"
QUESTION = "Your relationship has ended. What do you need right now?"
WHY_FIRST = """You can look at any of these. Nothing is saved until you answer something.

exback is a self-help program for the time after a relationship."""
WHY_READ = "There are two short pages to read before the first question. Nothing is saved until you begin your story."
WHY_TALK = "exback asks nothing here and saves nothing. To see this page at any time: exback crisis"


def first_page(program: Program) -> View:
    """Return the page on which someone new says what they need right now."""
    ways = [
        Option(program.moment, "I want to write to them", "ten minutes here first"),
        Option(program.trouble, "Something else is wrong"),
        Option(TALK, "I need to talk to someone", "phone numbers by country"),
        Option(program.first, BEGIN, in_minutes(program.step(program.first).minutes)),
        Option(LOOK_AROUND, "I want to look around first", "a made-up person, ten weeks on"),
    ]
    question = Choice("first-page", QUESTION, options=tuple(way for way in ways if way.id))
    return page(TITLE, question, why=WHY_FIRST)


def leads_to_a_step(program: Program, screen: Screen, choice: str) -> bool:
    """Show what comes before the step that was chosen, or in its place. Return whether to go on to it.

    Raises Left, or LookAround.
    """
    if choice == LOOK_AROUND:
        raise LookAround
    if choice == TALK:
        numbers = crisis.page_now(os.environ, otherwise=countries.EVERY)
        answer_to(screen, page(TITLE, Reading(TALK, ""), body=(numbers,), why=WHY_TALK, can_back=True))
        return False
    return choice != program.first or _is_read(program, screen)


def _is_read(program: Program, screen: Screen) -> bool:
    """Show what is to be read before the first step. Return False if the person goes back from its first page."""
    readings, place = program.welcome(), 0
    while 0 <= place < len(readings):
        reading = readings[place]
        view = page(TITLE, reading, body=blocks(str(reading.text)), why=WHY_READ, can_back=True)
        place += 1 if answer_to(screen, view) is not None else -1
    return place >= 0
