"""Presentations for a decision event: plain slides in, a PowerPoint file of real titles, tables and notes out."""

from kuultu.ground.documents.pptx.maker import presentation_pptx
from kuultu.ground.documents.pptx.model import (
    AskedSlide,
    CardsSlide,
    Contrast,
    DeckCard,
    DifferencesSlide,
    Heard,
    QuestionsSlide,
    QuestionToDeciders,
    Slide,
    TextSlide,
    ThemeSlide,
    TitleSlide,
    UnitChart,
    UnitRow,
)

__all__ = [
    "AskedSlide",
    "CardsSlide",
    "Contrast",
    "DeckCard",
    "DifferencesSlide",
    "Heard",
    "QuestionToDeciders",
    "QuestionsSlide",
    "Slide",
    "TextSlide",
    "ThemeSlide",
    "TitleSlide",
    "UnitChart",
    "UnitRow",
    "presentation_pptx",
]
