# door words: scribes read these, so the content languages carry them too
"""Why a Word file could not be read, as a sentence that says what to do. Source: research trust F5."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kuultu.ground.documents.reading.refusals import Reason

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
