"""A result as a sentence, before any number."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.privacy.disclosure import InFigures, InWords, Nothing, Shown, Word
from kuultu.ground.privacy.disclosure.thresholds import MOST_FROM, SMALLEST_CLASS
from kuultu.loop import Sentence
from kuultu.loop.surveys.models import Item

WORDS: dict[Word, Sentence] = {
    Word.NEARLY_ALL: _("Nearly everybody answered: {answer}."),
    Word.MOST: _("Most answered: {answer}."),
    Word.FEW: _("Few answered: {answer}."),
    Word.DIVIDED: _("Answers are divided."),
}
OR = _(" or ")
TOO_FEW = _("Fewer than five answered: nothing is shown.")


def sentence_of(item: Item, shown: Shown, code: str) -> str:
    """In the page's language; `code` is the language in which the answers are named."""
    told = _word(shown)
    if told is None:
        return str(TOO_FEW)
    word, answers = told
    named = str(OR).join(item.option_in(key, code)[0] for key in answers)
    return str(WORDS[word]).format(answer=named)


def _word(shown: Shown) -> tuple[Word, tuple[str, ...]] | None:
    match shown:
        case Nothing():
            return None
        case InWords():
            return shown.word, shown.about
        case InFigures():
            leader = max((each for each in shown.slices if not each.rest), key=lambda each: each.people)
            if leader.people < MOST_FROM * shown.people:
                return Word.DIVIDED, ()
            nearly = shown.people - leader.people < SMALLEST_CLASS
            return Word.NEARLY_ALL if nearly else Word.MOST, leader.answers
