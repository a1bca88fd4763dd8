"""Text for rich to draw, with nothing hidden in it: rich passes control and direction characters on to the terminal."""

from __future__ import annotations

from typing import Any

from rich.console import Console
from rich.text import Text as Written

from exback.model.prose import visible


class Text(Written):
    """Words to draw, with control and direction characters shown by their numbers, so widths are right as well."""

    def __init__(self, text: str = "", *rest: Any, **options: Any) -> None:  # noqa: ANN401  # what rich's Text takes
        super().__init__(visible(text), *rest, **options)

    @classmethod
    def assemble(cls, *parts: Any, **options: Any) -> Text:  # noqa: ANN401  # likewise
        """Return words and other text one after the other."""
        whole = super().assemble(*parts, **options)
        assert isinstance(whole, Text)
        return whole

    def append(self, text: Written | str, style: Any = None) -> Text:  # noqa: ANN401  # likewise
        """Add words at the end."""
        super().append(visible(text) if isinstance(text, str) else text, style)
        return self


class Paper(Console):
    """What rich draws on; plain strings, such as cells and heads of tables, come by here."""

    def render_str(self, text: str, **options: Any) -> Written:  # noqa: ANN401  # likewise
        """Return a string as text to draw."""
        return super().render_str(visible(text), **options)
