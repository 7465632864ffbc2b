"""Word files: `to_docx` makes one from a document, `fill` types answers into a form as a person would."""

from kuultu.ground.documents.docx.control import bookmark
from kuultu.ground.documents.docx.fill import fill
from kuultu.ground.documents.docx.maker import to_docx

__all__ = ["bookmark", "fill", "to_docx"]
