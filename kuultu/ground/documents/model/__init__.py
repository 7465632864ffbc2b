"""What a document says, apart from how it looks: the same value makes a Word file and a PDF.

Every text may carry a language of its own (`lang`, a code of `ground.languages`; "" = the document's).
Direction, font and size follow from the language, never from the caller. Texts are plain: no markup;
a line break in a `Text` begins a new paragraph.
"""

from kuultu.ground.documents.model.blocks import (
    QR,
    Bullets,
    Cell,
    Contact,
    Fact,
    Facts,
    Heading,
    PageBreak,
    Pair,
    Quote,
    Spacer,
    Stage,
    StageLine,
    Steps,
    Table,
    Text,
    Voice,
    Voices,
    Words,
)
from kuultu.ground.documents.model.document import LAKE, Block, Columns, Document, Numbered, Panel
from kuultu.ground.documents.model.form import AnswerGrid, Choice, Example, Field, Fields, FormId, Marks

__all__ = [
    "LAKE",
    "QR",
    "AnswerGrid",
    "Block",
    "Bullets",
    "Cell",
    "Choice",
    "Columns",
    "Contact",
    "Document",
    "Example",
    "Fact",
    "Facts",
    "Field",
    "Fields",
    "FormId",
    "Heading",
    "Marks",
    "Numbered",
    "PageBreak",
    "Pair",
    "Panel",
    "Quote",
    "Spacer",
    "Stage",
    "StageLine",
    "Steps",
    "Table",
    "Text",
    "Voice",
    "Voices",
    "Words",
]
