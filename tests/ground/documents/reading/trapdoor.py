"""How a trap is kept, and what traps are built of."""

from collections.abc import Callable
from functools import cache

from kuultu.ground.documents.reading.refusals import Reason
from tests.ground.documents.reading.word_parts import pack, para, parts, run

DOCUMENT = "word/document.xml"
TYPES = "[Content_Types].xml"

type Trap = Callable[[], bytes]
TRAPS: dict[str, tuple[Reason, Trap]] = {}


def trap(reason: Reason) -> Callable[[Trap], Trap]:
    def keep(make: Trap) -> Trap:
        made = cache(make)
        TRAPS[make.__name__] = (reason, made)
        return made

    return keep


def honest() -> dict[str, str | bytes]:
    return dict(parts(para(run("Terve"))))


def with_part(name: str, content: str | bytes) -> bytes:
    return pack(honest() | {name: content})


def with_document(content: str | bytes) -> bytes:
    return with_part(DOCUMENT, content)
