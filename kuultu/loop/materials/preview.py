"""Preview: a paper's blocks as a page draws them, each by the name of what it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from kuultu.ground.documents.model import Block, Columns, Document, PageBreak, Panel, Spacer


@dataclass(frozen=True)
class Shown:
    """A block and what stands inside it. `kind`: its class, in small letters."""

    kind: str
    block: Block
    inner: "tuple[tuple[Shown, ...], ...]" = ()


def preview(document: Document) -> tuple[Shown, ...]:
    """The blocks of a paper; breaks and empty room are left out."""
    return _shown(document.blocks)


def _shown(blocks: Iterable[Block]) -> tuple[Shown, ...]:
    return tuple(_one(block) for block in blocks if not isinstance(block, Spacer | PageBreak))


def _one(block: Block) -> Shown:
    match block:
        case Panel():
            inner: tuple[tuple[Shown, ...], ...] = (_shown(block.blocks),)
        case Columns():
            inner = tuple(_shown(cell) for cell in block.cells)
        case _:
            inner = ()
    return Shown(type(block).__name__.lower(), block, inner)
