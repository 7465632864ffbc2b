# door words: scribes read these, so the content languages carry them too
"""Why a Word file could not be read, as a sentence that says what to do. Source: research trust F5."""

from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kuultu.ground.documents.reading.refusals import Reason
from kuultu.ground.languages.registry import CONTENT, language

SENTENCES: dict[Reason, str | Promise] = {
    Reason.EMPTY: _("The file is empty. Choose it again, or save it anew first."),
    Reason.NOT_WORD: _("This is not a Word document. Choose the report form, saved as .docx."),
    Reason.OLD_WORD: _("This is an old Word file (.doc). Open it, choose “Save as” and the type .docx."),
    Reason.RICH_TEXT: _("This is an .rtf file. Open it, choose “Save as” and the type .docx."),
    Reason.OPEN_DOCUMENT: _("This is an .odt file. Open it, choose “Save as” and the type .docx."),
    Reason.PAGES: _("This is a Pages file. In Pages choose “Export to” and “Word”, then choose the new file."),
    Reason.PDF: _("This is a PDF, which cannot be read back. Send the Word file, or type the report in."),
    Reason.PLAIN_TEXT: _("This is a plain text file. Copy its lines into the questions here."),
    Reason.WEB_PAGE: _("This is a web page. Save the report as a Word document (.docx), or type it in."),
    Reason.PICTURE: _("This is a picture. Pictures are not kept: type in what stands on the form."),
    Reason.OTHER_OFFICE: _("This is a spreadsheet or a slide show. Choose the report form, saved as .docx."),
    Reason.TEMPLATE: _("This is a template (.dotx). Open it, choose “Save as” and the type .docx."),
    Reason.ENCRYPTED: _("The file has a password. Open it, take the password off, save it and choose it again."),
    Reason.MACROS: _("The file holds macros, which are never read. Save it as a Word document (.docx) without them."),
    Reason.ACTIVE_CONTROLS: _("The file holds programs (ActiveX). Copy the answers into a clean form and send that."),
    Reason.EMBEDDED_FILE: _("Another file lies inside this one. Take it out, save the form and choose it again."),
    Reason.INSERTED_DOCUMENT: _(
        "A second document has been inserted into this one and is not opened. Open the form in Word, save it and "
        "choose it again."
    ),
    Reason.EXTERNAL_ENTITY: _(
        "The file holds instructions that no Word program writes. Copy the answers into a clean form and send that."
    ),
    Reason.TOO_BIG: _("The file is bigger than 5 MB. Take the pictures out, save it and choose it again."),
    Reason.BOMB: _("The file unpacks to far more than a report can hold. Copy the answers into a clean form."),
    Reason.OVERFULL: _("The file holds far more than one report. Send each report in a form of its own."),
    Reason.BAD_NAMES: _("The file was not made by a Word program. Open it in Word, save it anew and choose it again."),
    Reason.DAMAGED: _("The file is damaged and cannot be opened. Open it in Word, save it anew and choose it again."),
    Reason.TOO_SLOW: _("Reading the file took too long. Copy the answers into a clean form and send that."),
    Reason.UNAVAILABLE: _("The reader could not start just now. It is not the file's fault: try again in a moment."),
}


def sentence(reason: Reason) -> str | Promise:
    """What is wrong with the file, and what to do."""
    return SENTENCES[reason]


# What a person should know of a form that was read; {detail} is a number, a code or a language.
CAUTIONS: dict[str, str | Promise] = {
    "no_identity": _("The form does not say which event it belongs to. Make sure that it is this one's."),
    "identity_differs": _("The form names two events. Make sure that the answers are this one's."),
    "two_forms": _("The file holds the forms of two events. Make sure that all lines belong here."),
    "copied_rows": _("Rows had been copied; each copy was read as a line of its own."),
    "extra_rows": _("Rows had been added; they were read too and have the next numbers."),
    "found_by_text": _(
        "The form's hidden marks were gone: its answers were found by the printed questions. Look through them."
    ),
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
