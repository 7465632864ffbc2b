"""What the log of the terminal says: what broke and where in the code. No links, no codes, nothing that was typed.

An address behind a door is its key, and a database's complaint repeats the row it complains of.
"""

import logging
import re
import traceback
from types import TracebackType

# /s/<token>/… /join/<code>/…: the first part stays, so that one sees which door it was.
DOOR = re.compile(r"/(in|s|f|o|t|join|hall|table|screen|a|c|m)/[^\s?'\"]*")
QUERY = re.compile(r"\?[^\s'\"]*")

type Broken = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """Lines without what stands behind a door or in a query; of an error its kind and the lines of code."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # the library's name
        return QUERY.sub("?…", DOOR.sub(r"/\1/…", super().formatMessage(record)))

    def formatException(self, ei: Broken) -> str:  # the library's name
        lines: list[str] = []
        error = ei[1]
        while error is not None:
            lines = [*_frames(error), f"{type(error).__module__}.{type(error).__qualname__}", *lines]
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(lines)


def _frames(error: BaseException) -> list[str]:
    """Where it went wrong: file, line and function. The lines themselves hold code, not what was typed."""
    return [line.rstrip("\n") for line in traceback.format_tb(error.__traceback__)]
