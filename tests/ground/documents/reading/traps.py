"""Every trap there is: files made to harm a reader, or that are no Word documents, with the reason for each."""

from collections.abc import Iterator

from kuultu.ground.documents.reading.refusals import Reason
from tests.ground.documents.reading import traps_of_kind, traps_of_size
from tests.ground.documents.reading.trapdoor import TRAPS, honest

__all__ = ["TRAPS", "every", "honest", "traps_of_kind", "traps_of_size"]


def every() -> Iterator[tuple[str, Reason, bytes]]:
    for name, (reason, make) in TRAPS.items():
        yield name, reason, make()
