"""A guided self-help program for the terminal, after a breakup."""

__version__ = "0.1.0"
