"""Telling a Word document from everything else by its bytes, never by its name.

Magic numbers: [MS-CFB] 2.2 (old Word, and any file with a password, is a compound file); [MS-OFFCRYPTO]
2.3.4.4 (the stream EncryptedPackage); APPNOTE 4.3.7 (zip); OpenDocument 1.3 part 2 §3.3 (mimetype entry).
"""

from collections.abc import Collection

from kuultu.ground.documents.reading.refusals import Reason, Refused

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_STARTS = (
    (b"{\\rtf", Reason.RICH_TEXT),
    (b"%PDF", Reason.PDF),
    (b"PK", Reason.DAMAGED),
    (b"\x89PNG", Reason.PICTURE),
    (b"\xff\xd8\xff", Reason.PICTURE),
    (b"GIF8", Reason.PICTURE),
    (b"II*\x00", Reason.PICTURE),
    (b"MM\x00*", Reason.PICTURE),
    (b"\xdb\xa5", Reason.OLD_WORD),
    (b"\x31\xbe\x00\x00", Reason.OLD_WORD),
)
_IN_A_COMPOUND = (
    ("EncryptedPackage", Reason.ENCRYPTED),
    ("WordDocument", Reason.OLD_WORD),
    ("Workbook", Reason.OTHER_OFFICE),
    ("PowerPoint Document", Reason.OTHER_OFFICE),
)
_ARCHIVE_PARTS = (
    ("index/document.iwa", Reason.PAGES),
    ("index.zip", Reason.PAGES),
    ("xl/workbook.xml", Reason.OTHER_OFFICE),
    ("xl/workbook.bin", Reason.OTHER_OFFICE),
    ("ppt/presentation.xml", Reason.OTHER_OFFICE),
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MAIN_PARTS = {
    WORD + "document.main+xml": None,
    WORD + "template.main+xml": Reason.TEMPLATE,
    "application/vnd.ms-word.document.macroEnabled.main+xml": Reason.MACROS,
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": Reason.MACROS,
}


def require_zip(data: bytes) -> None:
    """Pass bytes that begin as a zip archive. Raises Refused with the reason that fits what they are."""
    if not data:
        raise Refused(Reason.EMPTY)
    if not data.startswith(ZIP):
        raise Refused(_kind(data))


def require_word(main_type: str, names: Collection[str], mimetype: bytes) -> None:
    """Pass an archive whose main part is a Word document. `names` are lower case. Raises Refused."""
    if main_type in _MAIN_PARTS:
        reason = _MAIN_PARTS[main_type]
        if reason:
            raise Refused(reason, "main part")
        return
    if mimetype.startswith(b"application/vnd.oasis.opendocument.text"):
        raise Refused(Reason.OPEN_DOCUMENT)
    if mimetype.startswith(b"application/vnd.oasis.opendocument"):
        raise Refused(Reason.OTHER_OFFICE)
    for part, reason in _ARCHIVE_PARTS:
        if part in names:
            raise Refused(reason)
    raise Refused(Reason.DAMAGED if "word/document.xml" in names else Reason.NOT_WORD, "no main part")


def _kind(data: bytes) -> Reason:
    """What bytes that are no zip archive are."""
    if data.startswith(COMPOUND):
        return _compound_kind(data)
    for start, reason in _STARTS:
        if data.startswith(start):
            return reason
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1") or data[8:12] == b"WEBP":
        return Reason.PICTURE
    return _text_kind(data)


def _compound_kind(data: bytes) -> Reason:
    """A compound file by its streams, whose names are UTF-16. An unknown one counts as old Word."""
    for stream, reason in _IN_A_COMPOUND:
        if stream.encode("utf-16-le") in data:
            return reason
    return Reason.OLD_WORD


def _text_kind(data: bytes) -> Reason:
    """Word's single-file XML, a web page, plain text, or nothing we know."""
    head = data[:4096]
    if b"<?mso-application" in head or b"<pkg:package" in head:
        return Reason.OLD_WORD
    if any(mark in head.lower() for mark in (b"<html", b"<!doctype html", b"mime-version:")):
        return Reason.WEB_PAGE
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return Reason.PLAIN_TEXT
    if b"\x00" in head:
        return Reason.NOT_WORD
    return Reason.PLAIN_TEXT if _is_text(head) else Reason.NOT_WORD


def _is_text(head: bytes) -> bool:
    """Few control characters: text in some encoding."""
    controls = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in head)
    return controls * 100 < len(head)
