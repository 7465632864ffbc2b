"""PDF for print and for screen readers (PDF/UA-1): documents of blocks, the deck of experience cards, a poster."""

from kuultu.ground.documents.pdf.cards import CardFace, CardLabels, CardsTooLong, cards_pdf, text_size
from kuultu.ground.documents.pdf.maker import to_pdf
from kuultu.ground.documents.pdf.poster import Poster, poster_pdf
from kuultu.ground.documents.pdf.press import PressError

__all__ = [
    "CardFace",
    "CardLabels",
    "CardsTooLong",
    "Poster",
    "PressError",
    "cards_pdf",
    "poster_pdf",
    "text_size",
    "to_pdf",
]
