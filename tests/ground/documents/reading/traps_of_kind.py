"""Files that are no Word documents, or have programs and other files in them."""

from kuultu.ground.documents.reading.kinds import COMPOUND
from kuultu.ground.documents.reading.refusals import Reason
from tests.ground.documents.reading.trapdoor import TYPES, honest, trap, with_document, with_part
from tests.ground.documents.reading.word_parts import HEAD, PACKAGE, R, body, pack, para, run

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def of_type(kind: str) -> bytes:
    types = str(honest()[TYPES]).replace(MAIN, kind)
    return pack(honest() | {TYPES: types})


def compound(stream: str) -> bytes:
    return COMPOUND + bytes(504) + stream.encode("utf-16-le") + bytes(2048)


# Other kinds of file


@trap(Reason.EMPTY)
def nothing() -> bytes:
    return b""


@trap(Reason.OLD_WORD)
def word_97() -> bytes:
    return compound("WordDocument")


@trap(Reason.OLD_WORD)
def word_2003_xml() -> bytes:
    return b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'


@trap(Reason.ENCRYPTED)
def password() -> bytes:
    return compound("EncryptedPackage")


@trap(Reason.OTHER_OFFICE)
def old_workbook() -> bytes:
    return compound("Workbook")


@trap(Reason.RICH_TEXT)
def rich_text() -> bytes:
    return b"{\\rtf1\\ansi Terve}"


@trap(Reason.PDF)
def pdf() -> bytes:
    return b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@trap(Reason.PICTURE)
def photograph() -> bytes:
    return b"\xff\xd8\xff\xe0" + bytes(6_000_000)


@trap(Reason.PICTURE)
def photograph_of_a_new_phone() -> bytes:
    return b"\x00\x00\x00\x18ftypheic" + bytes(100)


@trap(Reason.PLAIN_TEXT)
def plain_text() -> bytes:
    return b"Bussi ei kulje iltaisin.\r\n"


@trap(Reason.WEB_PAGE)
def web_page() -> bytes:
    return b"<!DOCTYPE html><html><body>Terve</body></html>"


@trap(Reason.NOT_WORD)
def noise() -> bytes:
    return bytes(range(256)) * 8


@trap(Reason.OPEN_DOCUMENT)
def open_document() -> bytes:
    return pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"})


@trap(Reason.OTHER_OFFICE)
def workbook() -> bytes:
    return pack({"xl/workbook.xml": "<workbook/>", TYPES: "<Types/>"})


@trap(Reason.PAGES)
def apple_pages() -> bytes:
    return pack({"Index/Document.iwa": b"\x00", "preview.jpg": b"\xff\xd8\xff"})


@trap(Reason.NOT_WORD)
def any_archive() -> bytes:
    return pack({"kuva.txt": "Terve"})


@trap(Reason.TEMPLATE)
def template() -> bytes:
    return of_type("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml")


# Programs and files within the file


@trap(Reason.MACROS)
def macro_document() -> bytes:
    return of_type("application/vnd.ms-word.document.macroEnabled.main+xml")


@trap(Reason.MACROS)
def macro_template() -> bytes:
    return of_type("application/vnd.ms-word.template.macroEnabledTemplate.main+xml")


@trap(Reason.MACROS)
def macros_in_a_docx() -> bytes:
    return with_part("word/vbaProject.bin", COMPOUND)


@trap(Reason.EMBEDDED_FILE)
def ole_object() -> bytes:
    return with_part("word/embeddings/oleObject1.bin", COMPOUND)


@trap(Reason.EMBEDDED_FILE)
def workbook_inside() -> bytes:
    return with_part("word/embeddings/Book1.xlsx", pack({"xl/workbook.xml": "<a/>"}))


@trap(Reason.EMBEDDED_FILE)
def ole_called_a_picture() -> bytes:
    return with_part("word/media/image1.png", COMPOUND + bytes(100))


@trap(Reason.EMBEDDED_FILE)
def archive_in_archive() -> bytes:
    return with_part("word/media/more.dat", pack({"a": bytes(1_000_000)}))


@trap(Reason.EMBEDDED_FILE)
def program_inside() -> bytes:
    return with_part("word/media/setup.exe", b"MZ" + bytes(100))


@trap(Reason.ACTIVE_CONTROLS)
def foreign_control() -> bytes:
    described = '<ax:ocx xmlns:ax="urn:x" ax:classid="{00000000-0000-0000-0000-000000000000}"/>'
    return pack(honest() | {"word/activeX/activeX1.xml": described, "word/activeX/activeX1.bin": b"x"})


@trap(Reason.ACTIVE_CONTROLS)
def control_without_description() -> bytes:
    return with_part("word/activeX/activeX1.bin", b"x")


@trap(Reason.INSERTED_DOCUMENT)
def alternative_chunk() -> bytes:
    return with_document(body(para(run("Terve")) + '<w:altChunk r:id="rId9"/>'))


@trap(Reason.INSERTED_DOCUMENT)
def alternative_chunk_by_relation() -> bytes:
    arrow = f'<Relationship Id="rId9" Type="{R}/aFChunk" Target="chunk.html"/>'
    listed = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{arrow}</Relationships>'
    return pack(honest() | {"word/_rels/document.xml.rels": listed, "word/chunk.html": "<p>Terve</p>"})
