"""PDF for print and for screen readers (PDF/UA-1): documents of blocks, and the deck of experience cards."""

from kuultu.ground.documents.pdf.cards import CardFace, CardLabels, CardsTooLong, cards_pdf, text_size
from kuultu.ground.documents.pdf.maker import to_pdf
from kuultu.ground.documents.pdf.press import PressError

__all__ = ["CardFace", "CardLabels", "CardsTooLong", "PressError", "cards_pdf", "text_size", "to_pdf"]
