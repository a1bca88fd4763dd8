"""The one message that someone may send: an invitation, or an apology as the whole message. At most one of them, for good."""

from msgspec import Struct

from exback.model.context import Run
from exback.model.journey import Journey


class Message(Struct, frozen=True, kw_only=True):
    """A message that a step drafts and holds: the id of the step, and of the item with its words.

    The items `sent` and `reply` of the step say whether it was sent, and what came back.
    """

    step: str
    draft: str

    def when_sent(self, journey: Journey) -> Run | None:
        """Return the first run that says it was sent, or that said so before it was changed.

        What was sent stays sent: otherwise a change of this answer would lead to a second message.
        """
        return next((run for run in journey.finished(self.step) if _says_sent(run)), None)


def _says_sent(run: Run) -> bool:
    answers = [run.answers.get("sent"), run.hidden.get("sent")]
    return "yes" in [*answers, *(earlier.value for earlier in run.history if earlier.item == "sent")]


INVITATION = Message(step="one-invitation", draft="draft")
