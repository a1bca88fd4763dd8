"""The one application of a session: pages are swapped into it, and the terminal isn't set up anew between two of them.

Between two pages nothing is drawn, and what is typed waits for the next page. The caller stays an ordinary function: the
event loop runs while a page is up, and stands still while answers are saved.
"""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.filters import Condition
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import DynamicKeyBindings, KeyBindings, merge_key_bindings
from prompt_toolkit.key_binding.key_bindings import KeyBindingsBase
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.containers import Container
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style

from exback.engine.view import Leave
from exback.screen.terminal.alternate_screen import GONE, AlternateScreen
from exback.signals import SIGNALLED

STYLE = Style(
    [
        ("pointer", "fg:ansimagenta bold"),
        ("highlighted", "bold"),
        ("selected", "fg:ansimagenta"),
        ("text", ""),
        ("quiet", "dim"),  # bright black is invisible in some dark themes
        ("hint", "dim"),
        ("unsaved", "bold"),
    ]
)
PASTED = 40
"""So many letters without an Enter, typed before a page is up, are no typing: someone has pasted into another page."""


class Shown:
    """What is on the screen. `is_weighty` says that keys typed before it's drawn are ignored: it has to be read first."""

    container: Container  # the whole screen
    focused: Window  # where what is typed goes
    keys: KeyBindingsBase
    is_weighty = False

    def begin(self) -> None:
        """Do what has to be done once, before it's drawn."""

    def before_render(self) -> None:
        """Fit its parts to the window as it is now."""

    def after_key(self) -> None:
        """See to what was typed."""

    def save(self) -> None:
        """Save what is in it, before a signal ends it."""


class SessionApplication(Application[None]):
    """An application on an alternate screen that was entered. `show` may be called again and again until `close`.

    `suspend` stops exback as Ctrl-Z does.
    """

    def __init__(self, screen: AlternateScreen, *, colour: bool) -> None:
        self._screen = screen
        self.suspend = screen.suspend
        self._answer: asyncio.Future[object] | None = None
        self._failure: BaseException | None = None
        self._running: asyncio.Task[None] | None = None
        self._runner = asyncio.Runner()
        self._shown: Shown | None = None
        self._is_paste_begun = False
        self._known = 0  # how many of the keys that wait are known to be typed, and not pasted
        super().__init__(
            layout=Layout(Window()),
            key_bindings=merge_key_bindings(
                [DynamicKeyBindings(lambda: self._shown.keys if self._shown else None), self._keys_before_any_page()]
            ),
            full_screen=True,
            max_render_postpone_time=None,  # else the last key of a page would have the next one drawn twice
            input=screen.input,
            output=screen.output,
            style=STYLE,
            color_depth=ColorDepth.DEPTH_4_BIT if colour else ColorDepth.DEPTH_1_BIT,
        )
        self.ttimeoutlen = 0.05  # no key here is a lone Escape that something could follow, so don't wait for it
        self.before_render += lambda _: self._shown.before_render() if self._shown else None
        self.key_processor.after_key_press += lambda _: self._shown.after_key() if self._shown else None

    # What the front end does with it

    def show(self, shown: Shown) -> object:
        """Show something until it's answered, and return what it was answered with.

        Raises what ended it: SystemExit with the exit code at a signal, EOFError where the terminal is gone.
        """
        self._runner.get_loop().set_exception_handler(self._on_error)
        self._runner.run(self._show(shown))
        failure, self._failure = self._failure, None
        if failure is not None:
            raise failure
        assert self._answer is not None
        return self._answer.result()

    def close(self) -> None:
        """End the application. The terminal may be gone."""
        self._shown, self._answer = None, None
        with suppress(*GONE):
            if self._running is not None and not self._running.done():
                super().exit()
                self._runner.run(_ended(self._running))
        self._runner.close()

    async def _show(self, shown: Shown) -> None:
        if self._running is None:
            await self._begin()
        assert self._running is not None
        self._shown, self._answer = shown, asyncio.get_running_loop().create_future()
        self.layout = Layout(shown.container, shown.focused)
        self._screen.wake = partial(asyncio.get_running_loop().call_soon_threadsafe, self._heed_signal)
        shown.begin()
        self._in_context(self._take_early_keys)
        self._heed_signal()
        if not self._answer.done():
            self._draw_first()
        ends: list[asyncio.Future[Any]] = [self._answer, self._running]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        self._screen.wake = lambda: None
        if not self._answer.done():
            self._failure = self._running.exception() or EOFError()

    async def _begin(self) -> None:
        """Start to listen to the terminal. Nothing is drawn before there is something to show."""
        loop = asyncio.get_running_loop()
        has_begun: asyncio.Future[None] = loop.create_future()
        running = self.run_async(
            pre_run=lambda: has_begun.set_result(None), set_exception_handler=False, handle_sigint=False
        )
        self._running = loop.create_task(running)
        await asyncio.wait([has_begun, self._running], return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()  # raises what kept it from beginning

    def is_up(self, shown: Shown) -> bool:
        """Whether something is shown and hasn't been answered yet."""
        return self._shown is shown and not self.is_done

    # What the library calls

    @property
    def is_done(self) -> bool:
        """Whether keys have to wait, because nothing is up that could take them."""
        return super().is_done or self._answer is None or self._answer.done()

    def exit(
        self, result: object = None, exception: BaseException | type[BaseException] | None = None, style: str = ""
    ) -> None:
        """Answer what is shown, which doesn't end the application."""
        if self.is_done or self._answer is None:
            return
        if exception is not None:
            self._failure = exception if isinstance(exception, BaseException) else exception()
        self._answer.set_result(result)

    def _redraw(self, render_as_done: bool = False) -> None:
        if not self.is_done:  # else a frame between two pages would be drawn
            super()._redraw(render_as_done)

    def _on_error(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """End what is shown with an error that happened in the event loop, instead of printing it onto the page."""
        error = context.get("exception")
        if error is not None:
            self.exit(exception=error)

    # What comes while nothing is up

    def _in_context(self, work: Callable[[], None]) -> None:
        """Do what asks the library which application is running."""
        assert self.context is not None
        self.context.copy().run(work)

    def _take_early_keys(self) -> None:
        """Let what was typed since the last page answer this one, and the ones after it. Pastes were meant for another page."""
        assert self._shown is not None
        queue = self.key_processor.input_queue
        early = [*queue, *self._unread_keys()]
        queue.clear()
        self._is_paste_begun = _is_mid_paste(self.input)
        known, fresh = early[: self._known], early[self._known :]
        self.key_processor.feed_multiple([*(ending(early) if self._shown.is_weighty else (*known, *typed(fresh)))])
        self.key_processor.process_keys()
        self._known = len(queue)  # none if the page is still up

    def forget_typed_ahead(self) -> None:
        """Forget what was typed after an answer that's refused: it was meant for the next question."""
        queue = self.key_processor.input_queue
        kept = [*ending([*queue])]
        queue.clear()
        queue.extend(kept)

    def _keys_before_any_page(self) -> KeyBindings:
        """Return the keys for what began before a page was up.

        Until the first page a terminal turns Enter into Ctrl-J, which the library knows in text fields only. And a paste that
        began between two pages may end on the second one, which it wasn't meant for.
        """
        keys = KeyBindings()
        keys.add("c-j", eager=True)(lambda event: event.key_processor.feed(KeyPress(Keys.ControlM, "\r"), first=True))
        is_paste_begun = Condition(lambda: self._is_paste_begun)
        keys.add(Keys.BracketedPaste, eager=True, filter=is_paste_begun)(lambda _: self._drop_paste())
        return keys

    def _drop_paste(self) -> None:
        self._is_paste_begun = False

    def _draw_first(self) -> None:
        """Draw a page for the first time. If its answer weighs a lot, what was typed before it's on the screen is forgotten."""
        flush = self.output.flush
        self.output.flush = lambda: None  # type: ignore[method-assign]  # the library flushes as soon as it has drawn
        try:
            self._redraw()
            if self._shown is not None and self._shown.is_weighty:
                self._in_context(self._take_early_keys)
        finally:
            self.output.flush = flush  # type: ignore[method-assign]
        flush()

    def _unread_keys(self) -> Iterable[KeyPress]:
        while keys := self.input.read_keys():
            yield from keys

    def _heed_signal(self) -> None:
        """End what is shown if a signal came. It is saved first: when a window was closed, everything after that may fail."""
        if self.is_done or self._shown is None:
            return  # the next page heeds it
        number = self._screen.take_signal()
        if number is None:
            return
        self._shown.save()
        if number == signal.SIGINT:
            self.exit(result=Leave(interrupted=True))
        else:
            self.exit(exception=SystemExit(SIGNALLED + number))


def _is_mid_paste(source: Input) -> bool:
    """Whether the beginning of a paste was read, and its end wasn't yet. The library's parser doesn't say so in public."""
    parser = getattr(source, "vt100_parser", None)
    return parser is not None and bool(parser._in_bracketed_paste)


async def _ended(task: asyncio.Task[None]) -> None:
    await task


def typed(keys: list[KeyPress]) -> Iterable[KeyPress]:
    """Yield the keys that someone has typed, without what must have been pasted."""
    is_letter = [len(key.key) == 1 and key.key.isprintable() for key in keys]
    is_pasted = sum(is_letter) >= PASTED and not any(key.key in (Keys.ControlM, Keys.ControlJ) for key in keys)
    for key, letter in zip(keys, is_letter, strict=True):
        if key.key != Keys.BracketedPaste and not (letter and is_pasted):
            yield key


def ending(keys: list[KeyPress]) -> Iterable[KeyPress]:
    """Yield the keys that leave exback."""
    return (key for key in keys if key.key in (Keys.ControlC, Keys.ControlQ))
