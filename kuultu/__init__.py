"""Kuultu: hear residents in their own languages, decide with them, keep what was decided."""

__version__ = "0.1.0"
