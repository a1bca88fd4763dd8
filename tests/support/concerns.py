"""What exback's own steps give reason to be concerned about, and the help for it."""

from __future__ import annotations

from importlib import import_module

from exback.loader import load
from exback.model.distress import Concerns

load()  # registers the folder of steps, in which the concerns lie
CONCERNS: Concerns = import_module("exback.steps.concerns").CONCERNS
DYING, IN_DANGER, HARMING = CONCERNS.kinds
ABOUT_DYING, ABOUT_DANGER, ABOUT_HARMING = DYING.help, IN_DANGER.help, HARMING.help
assert HARMING.help_after_fear
ABOUT_HARMING_AFTER_FEAR = HARMING.help_after_fear
concern_in = CONCERNS.found_in
