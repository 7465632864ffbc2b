"""Why a translator's file could not be read, as a sentence that says what to do."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kuultu.ground.documents.reading.refusals import Reason

SAVE_AS_WORD = _("Open it, choose “Save as” and the type .docx, or ask the translator for the file that you sent.")
SENTENCES: dict[Reason, str | Promise] = {
    Reason.EMPTY: _("The file is empty. Choose the one that came back from the translator."),
    Reason.TOO_BIG: _("The file is bigger than 5 MB, which these texts never are. Is it the right one?"),
    Reason.ENCRYPTED: _("The file has a password. Take it off, save the file and choose it again."),
    Reason.MACROS: _("The file holds macros, which are never read. Save it as .docx without them."),
    Reason.OLD_WORD: SAVE_AS_WORD,
    Reason.RICH_TEXT: SAVE_AS_WORD,
    Reason.OPEN_DOCUMENT: SAVE_AS_WORD,
    Reason.TEMPLATE: SAVE_AS_WORD,
    Reason.PAGES: SAVE_AS_WORD,
    Reason.UNAVAILABLE: _("The reader could not start just now. It is not the file's fault: try again in a moment."),
}
OTHERWISE = _(
    "This file cannot be read. Choose the XLIFF or Word file that was downloaded here and came back translated."
)


def sentence(reason: Reason) -> str | Promise:
    """What is wrong with the file, and what to do."""
    return SENTENCES.get(reason, OTHERWISE)
