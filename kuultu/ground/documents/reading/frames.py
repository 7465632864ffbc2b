"""What the web process and the reading child say to each other: lengths first, then JSON, then the file's bytes.

JSON, not pickle: nothing that the child says may run in the web process.
"""

import json
import struct
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.documents.reading.refusals import Reason, Refused
from kuultu.ground.documents.reading.result import Reading, reading_as_json, reading_from_json

READY = b"+"
_ASKED = struct.Struct(">II")
_ANSWERED = struct.Struct(">I")
# 400,000 characters escaped, and the rest: no honest answer is longer.
MAX_ANSWER = 16 * 1024 * 1024

type Receive = Callable[[int], bytes]


def question(data: bytes, form: FormMap | None) -> bytes:
    """Ask for a reading."""
    asked = json.dumps(form.as_json() if form else None).encode()
    return _ASKED.pack(len(asked), len(data)) + asked + data


def receive_question(receive: Receive) -> tuple[bytes, FormMap | None]:
    """The file and the form. `receive(n)` gives exactly n bytes or raises EOFError."""
    asked, size = _ASKED.unpack(receive(_ASKED.size))
    form = _form(receive(asked))
    return receive(size), form


@lru_cache(maxsize=4)
def _form(asked: bytes) -> FormMap | None:
    """The form: the same one for file after file, and its keys take as long to make as a file to read."""
    plain = json.loads(asked)
    return FormMap.from_json(plain) if plain else None


def answer(outcome: Reading | Refused) -> bytes:
    """Tell what came of it."""
    if isinstance(outcome, Refused):
        plain: dict[str, Any] = {"refused": outcome.reason.value, "detail": outcome.detail}
    else:
        plain = {"reading": reading_as_json(outcome)}
    told = json.dumps(plain).encode()
    return _ANSWERED.pack(len(told)) + told


def receive_answer(receive: Receive) -> Reading:
    """The reading. Raises Refused, as the child did; ValueError, KeyError or TypeError for what is no answer."""
    (size,) = _ANSWERED.unpack(receive(_ANSWERED.size))
    if size > MAX_ANSWER:
        raise ValueError("answer too long")
    told = json.loads(receive(size))
    if "refused" in told:
        raise Refused(Reason(told["refused"]), str(told["detail"]))
    return reading_from_json(told["reading"])
