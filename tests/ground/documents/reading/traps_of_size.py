"""Files that unpack or parse to more than they should, name what they should not, or are broken."""

import io
import struct
import zipfile
import zlib

from kuultu.ground.documents.reading.refusals import Reason
from tests.ground.documents.reading.trapdoor import DOCUMENT, honest, trap, with_document, with_part
from tests.ground.documents.reading.word_parts import PACKAGE, SPACES, body, pack, para, run

# Entities


def _with_dtd(dtd: str, text: str) -> str:
    words = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    return f'<?xml version="1.0"?>{dtd}<w:document {SPACES}>{words}</w:document>'


@trap(Reason.EXTERNAL_ENTITY)
def billion_laughs() -> bytes:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return with_document(_with_dtd(f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>', "&l9;"))


@trap(Reason.EXTERNAL_ENTITY)
def file_entity() -> bytes:
    return with_document(_with_dtd('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;"))


@trap(Reason.EXTERNAL_ENTITY)
def parameter_entity() -> bytes:
    return with_document(_with_dtd('<!DOCTYPE x [<!ENTITY % e SYSTEM "http://127.0.0.1:9/x.dtd"> %e;]>', ""))


@trap(Reason.EXTERNAL_ENTITY)
def entity_in_utf16() -> bytes:
    text = _with_dtd('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>', "&e;")
    return with_document(text.replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16"))


@trap(Reason.EXTERNAL_ENTITY)
def entity_in_the_styles() -> bytes:
    return with_part("word/styles.xml", '<!DOCTYPE x [<!ENTITY a "b">]><x/>')


@trap(Reason.EXTERNAL_ENTITY)
def entity_in_the_properties() -> bytes:
    return with_part("docProps/core.xml", '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/"><x/>')


@trap(Reason.DAMAGED)
def entity_hidden_by_another_encoding() -> bytes:
    return with_document('<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4APA-x/+AD4-')


# Size


@trap(Reason.TOO_BIG)
def too_many_bytes() -> bytes:
    return pack(honest() | {"word/media/image1.bmp": bytes(6_000_000)}, zipfile.ZIP_STORED)


@trap(Reason.BOMB)
def zeros() -> bytes:
    return with_part("word/media/image1.bmp", bytes(300_000_000))


@trap(Reason.BOMB)
def squeezed() -> bytes:
    return with_document(body(para(run(" " * 7_000_000))))


@trap(Reason.BOMB)
def many_big_parts() -> bytes:
    noise_ = b"".join(struct.pack(">Q", n * 0x9E3779B97F4A7C15 & (1 << 64) - 1)[:2] + bytes(40) for n in range(90_000))
    return pack(honest() | {f"word/media/image{n}.bmp": noise_[:3_500_000] for n in range(7)})


@trap(Reason.BOMB)
def million_paragraphs() -> bytes:
    return with_document(body("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 1_000_000))


@trap(Reason.OVERFULL)
def quarter_million_paragraphs_hard_to_squeeze() -> bytes:
    return with_document(body("".join(f"<w:p>{zlib.crc32(str(n).encode()):x}</w:p>" for n in range(250_000))))


@trap(Reason.OVERFULL)
def too_many_characters() -> bytes:
    words = "".join(para(run(f"{zlib.crc32(str(n).encode()):x}" * 5)) for n in range(25_000))
    return with_document(body(words))


@trap(Reason.OVERFULL)
def too_deep() -> bytes:
    return with_document(body("<w:smartTag>" * 500 + "</w:smartTag>" * 500))


@trap(Reason.OVERFULL)
def too_many_entries() -> bytes:
    return pack(honest() | {f"word/media/{n}.txt": b"" for n in range(400)})


@trap(Reason.OVERFULL)
def fifty_thousand_entries() -> bytes:
    return pack({f"{n}": b"" for n in range(50_000)})


# Names and packing


@trap(Reason.BAD_NAMES)
def climbing_name() -> bytes:
    return with_part("word/../../etc/cron.d/x", "x")


@trap(Reason.BAD_NAMES)
def absolute_name() -> bytes:
    return with_part("/etc/passwd", "x")


@trap(Reason.BAD_NAMES)
def backslash_name() -> bytes:
    return with_part("word\\..\\x.xml", "<x/>")


@trap(Reason.BAD_NAMES)
def drive_name() -> bytes:
    return with_part("C:/x.xml", "<x/>")


@trap(Reason.BAD_NAMES)
def name_twice() -> bytes:
    packed = io.BytesIO(pack(honest()))
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("Word/Document.xml", body(para(run("Toinen"))))
    return packed.getvalue()


@trap(Reason.ENCRYPTED)
def encrypted_entry() -> bytes:
    data = bytearray(pack(honest()))
    for start, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(start, at + 1)) >= 0:
            data[at + flags] |= 1
    return bytes(data)


@trap(Reason.DAMAGED)
def unusual_packing() -> bytes:
    return pack(honest(), zipfile.ZIP_LZMA)


@trap(Reason.DAMAGED)
def size_that_lies() -> bytes:
    """The directory says 100 bytes; ten million come out."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in honest().items():
            archive.writestr(name, b" " * 10_000_000 if name == DOCUMENT else content)
    data = bytearray(packed.getvalue())
    size = struct.pack("<I", 10_000_000)
    at = -1
    while (at := data.find(size, at + 1)) >= 0:
        data[at : at + 4] = struct.pack("<I", 100)
    return bytes(data)


@trap(Reason.DAMAGED)
def half_a_file() -> bytes:
    data = pack(honest())
    return data[: len(data) // 2]


@trap(Reason.DAMAGED)
def no_document_part() -> bytes:
    return pack(honest() | {"_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"/>'})


@trap(Reason.DAMAGED)
def broken_document() -> bytes:
    return with_document(body(para(run("Terve")))[:-20])


@trap(Reason.DAMAGED)
def undeclared_entity() -> bytes:
    return with_document(body("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>"))
