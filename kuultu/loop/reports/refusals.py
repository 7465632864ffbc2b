# door words: scribes read these, so the content languages carry them too
"""Why a Word file could not be read, as a sentence that says what to do. Source: research trust F5."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kuultu.ground.documents.reading.refusals import Reason
from kuultu.ground.languages.registry import CONTENT, language

type Sentence = str | Promise

# What to do
SAVE_AS = _("Open it, choose “Save as” and the type .docx.")
SAVE_ANEW = _("Open it in Word, save it anew and choose it again.")
CLEAN_FORM = _("Copy the answers into a clean form and send that.")
OTHER_FILE = _("Choose the report form, saved as .docx.")
TYPE_IN = _("Its words cannot be read in. Send the Word form, or type the report in.")
EXPORT = _("In Pages choose “Export to” and “Word”, then choose the new file.")
OF_KIND = _("This is a {kind} file.")


def _said(what: Sentence, to_do: Sentence) -> Sentence:
    return format_lazy("{} {}", what, to_do)


def _kind(kind: str, to_do: Sentence) -> Sentence:
    return _said(format_lazy(OF_KIND, kind=kind), to_do)


SENTENCES: dict[Reason, Sentence] = {
    Reason.EMPTY: _said(_("The file is empty."), SAVE_ANEW),
    Reason.NOT_WORD: _said(_("This is not a Word document."), OTHER_FILE),
    Reason.OLD_WORD: _kind(".doc", SAVE_AS),
    Reason.RICH_TEXT: _kind(".rtf", SAVE_AS),
    Reason.OPEN_DOCUMENT: _kind(".odt", SAVE_AS),
    Reason.TEMPLATE: _kind(".dotx", SAVE_AS),
    Reason.PAGES: _kind("Pages", EXPORT),
    Reason.PDF: _kind("PDF", TYPE_IN),
    Reason.PLAIN_TEXT: _kind(".txt", TYPE_IN),
    Reason.WEB_PAGE: _kind(".html", TYPE_IN),
    Reason.PICTURE: _said(_("This is a picture."), TYPE_IN),
    Reason.OTHER_OFFICE: _said(_("This is a spreadsheet or a slide show."), OTHER_FILE),
    Reason.ENCRYPTED: _("The file has a password. Take it off, save the file and choose it again."),
    Reason.MACROS: _said(_("The file holds macros, which are never read."), SAVE_AS),
    Reason.ACTIVE_CONTROLS: _said(_("The file holds programs (ActiveX)."), CLEAN_FORM),
    Reason.EMBEDDED_FILE: _said(_("Another file lies inside this one."), CLEAN_FORM),
    Reason.INSERTED_DOCUMENT: _said(_("A second document has been inserted into this one."), SAVE_ANEW),
    Reason.EXTERNAL_ENTITY: _said(_("The file holds instructions that no Word program writes."), CLEAN_FORM),
    Reason.TOO_BIG: _("The file is bigger than 5 MB. Take the pictures out, save it and choose it again."),
    Reason.BOMB: _said(_("The file unpacks to far more than a report can hold."), CLEAN_FORM),
    Reason.OVERFULL: _said(_("The file holds far more than one report."), CLEAN_FORM),
    Reason.BAD_NAMES: _said(_("The file was not made by a Word program."), SAVE_ANEW),
    Reason.DAMAGED: _said(_("The file is damaged and cannot be opened."), SAVE_ANEW),
    Reason.TOO_SLOW: _said(_("Reading the file took too long."), CLEAN_FORM),
    Reason.UNAVAILABLE: _("The reader could not start just now. It is not the file's fault: try again in a moment."),
}


def sentence(reason: Reason) -> Sentence:
    """What is wrong with the file, and what to do."""
    return SENTENCES[reason]


# What a person should know of a form that was read; {detail} is a number, a code or a language.
CAUTIONS: dict[str, Sentence] = {
    "no_identity": _("The form does not say which event it belongs to. Is it this one's?"),
    "identity_differs": _("The form names two events. Are the answers this one's?"),
    "two_forms": _("The file holds the forms of two events. Do all lines belong here?"),
    "copied_rows": _("Rows had been copied; each copy was read as a line of its own."),
    "extra_rows": _("Rows had been added; they were read too and have the next numbers."),
    "found_by_text": _("The answers were found by the printed questions. Look through them."),
    "unknown_question": _("The form asks a question that this round does not have. Is it another version?"),
    "unplaced": _("Some texts found no place. Give them one below."),
    "repeated_text": _("An old program had repeated a text; it was read once."),
    "tracked_changes": _("Deleted text was left out."),
    "hidden_text": _("Hidden text was left out."),
    "comments": _("Comments were left out."),
    "pictures": _("Pictures were left out. What stands in them has to be typed in."),
    "form_controls": _("What stands in the boxes of Word's old toolbox cannot be read. Type it in."),
    "notes": _("Footnotes were read; they belong to no question."),
    "other_language_declared": _("The form was made for another language: {detail}. Was the right form chosen?"),
    "looks_like_another_language": _("The answers look like another language: {detail}. Check the report's language."),
    "other_version": _("The form is of version {detail} of the questions. Is every line under the right one?"),
}


def warning(code: str, detail: str = "") -> str:
    """A caution in words; a language is called by its name on the page."""
    says = str(CAUTIONS.get(code, code))
    if code in {"other_language_declared", "looks_like_another_language"} and detail in CONTENT:
        detail = language(detail).named_in(get_language() or "fi")
    return says.format(detail=detail)
