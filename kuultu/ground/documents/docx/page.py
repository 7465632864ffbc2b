"""What a document gathers while its blocks are written: numbers, pictures, numbered lists."""

from dataclasses import dataclass, field

from kuultu.ground.documents import qr
from kuultu.ground.documents.model import QR, Document
from kuultu.ground.documents.scripts import is_rtl

TEXT_WIDTH = 9638  # twips between the margins of an A4 page: 170 mm


@dataclass
class Page:
    """One Word file in the making."""

    document: Document
    pictures: list[bytes] = field(default_factory=list)
    lists: list[bool] = field(default_factory=list)
    counted: int = 0

    @property
    def lang(self) -> str:
        """The document's language."""
        return self.document.lang

    @property
    def accent(self) -> str:
        """The municipality's colour, as Word writes it."""
        return self.document.accent.lstrip("#")

    @property
    def rtl(self) -> bool:
        """Whether the page reads from the right."""
        return is_rtl(self.document.lang)

    def number(self) -> int:
        """The next free number, for bookmarks and pictures."""
        self.counted += 1
        return self.counted

    def picture(self, code: QR) -> str:
        """Keeps the picture; its relation's name."""
        self.pictures.append(qr.png(code.data))
        return f"rIdQr{len(self.pictures)}"

    def numbered_list(self) -> int:
        """A list that begins at one again; its `w:numId`. Number 1 is the list without order."""
        self.lists.append(True)
        return len(self.lists) + 1
