"""Why a file is not read: one machine-readable reason per thing that a person can do about it.

The sentences that tell people what to do are written where the page is made; each reason here
is distinct enough for one such sentence (research: trust F5).
"""

from enum import StrEnum


class Reason(StrEnum):
    """What is wrong with the file, as the sender can mend it."""

    EMPTY = "empty"  # no bytes: choose the file again
    NOT_WORD = "not_word"  # none of the kinds below
    OLD_WORD = "old_word"  # .doc of Word 97–2003: save as .docx
    RICH_TEXT = "rich_text"  # .rtf: save as .docx
    OPEN_DOCUMENT = "open_document"  # .odt: save as .docx
    PAGES = "pages"  # Apple Pages: export as Word
    PDF = "pdf"  # send the Word file, or type it in
    PLAIN_TEXT = "plain_text"  # paste it into the form
    WEB_PAGE = "web_page"  # a page saved from a browser
    PICTURE = "picture"  # a photograph of the form: type it in
    OTHER_OFFICE = "other_office"  # a workbook or a slide show
    TEMPLATE = "template"  # .dotx: save as a document
    ENCRYPTED = "encrypted"  # take the password off
    MACROS = "macros"  # .docm, .dotm or macros inside: save as .docx without them
    ACTIVE_CONTROLS = "active_controls"  # programs inside the page (ActiveX)
    EMBEDDED_FILE = "embedded_file"  # another file lies inside: an object, a workbook, an archive
    INSERTED_DOCUMENT = "inserted_document"  # an unread second document is to be merged in (altChunk)
    EXTERNAL_ENTITY = "external_entity"  # a DTD or an entity: no Word program writes one
    TOO_BIG = "too_big"  # over 5 MB as sent: take pictures out
    BOMB = "bomb"  # unpacks to far more than it weighs
    OVERFULL = "overfull"  # too many parts, elements, characters or levels: far more than a report
    BAD_NAMES = "bad_names"  # duplicate, absolute or climbing names inside: not made by a Word program
    DAMAGED = "damaged"  # cannot be opened: save it again
    TOO_SLOW = "too_slow"  # took longer than the limit
    UNAVAILABLE = "unavailable"  # our reader could not start: not the file's fault, try again


class Refused(Exception):
    """The file is not read. `detail` is for the log: never text from the file."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail
