"""Three front ends of one protocol: a terminal, plain lines, and a script for tests."""

from exback.screen.protocol import Keep, Screen

__all__ = ["Keep", "Screen"]
