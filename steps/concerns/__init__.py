"""Words that give reason to be concerned about someone, in English, and the help that's shown after them.

The notation of the phrases is explained in `exback.model.phrase_search`. To add a phrase, add its sentence to
tests/support/distress first, and look-alikes that mean something else.
"""

from exback.model.distress import Concerns

from .dying import DYING
from .harming import HARMING
from .in_danger import IN_DANGER
from .shared import PARTS, QUOTATIONS, SHARED

CONCERNS = Concerns(DYING, IN_DANGER, HARMING, parts=PARTS + QUOTATIONS, shared=SHARED)
"""The one that counts first where a text has several: someone who is threatened may well write of hitting back."""
