"""A face stands in a note, and no two terminals draw it equally wide."""

from exback.model.items import Text
from exback.model.program import Step

STEP = Step(
    id="wide-face",
    title="Wide face",
    minutes=1,
    purpose="To smile.",
    items=(Text("smile", "What made you smile?", note="Anything at all \U0001f642"),),
    mirror="Something made you smile.",
    small_thing="Think of it once more.",
)
