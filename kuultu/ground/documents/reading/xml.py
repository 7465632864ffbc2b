"""XML of strangers: UTF-8 only, no DTD, no entity, no network, and never more elements than a report has.

lxml's own limits stay on (`huge_tree=False`: 256 levels, 10 MB of text in a node); the budget of elements
is counted in the bytes before the parser sees them. Sources: trust F2, F3; ECMA-376 part 2, §6.1.2 (parts
are UTF-8 or UTF-16).
"""

import re

from lxml import etree

from kuultu.ground.documents.reading.refusals import Reason, Refused

MAX_ELEMENTS = 200_000
SHORTEST_ELEMENT = 4  # bytes: <a/>

_DECLARATION = re.compile(rb"^\s*<\?xml\s[^>]*?>")
_ENCODING = re.compile(rb"""encoding\s*=\s*["']([A-Za-z0-9._\-]+)["']""")
_ALLOWED = (b"utf-8", b"utf8", b"us-ascii", b"ascii")
_UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\x00", b"\x00<")
_LIMITS = ("Excessive depth", "xmlSAX2Characters: huge text node", "Huge input", "too long", "Maximum")

_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    collect_ids=False,
    remove_comments=True,
    remove_pis=True,
)

# Strict Open XML (ISO/IEC 29500-1) names the same elements in other namespaces.
_STRICT = (
    (
        b'"http://purl.oclc.org/ooxml/wordprocessingml/main"',
        b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
    ),
    (
        b'"http://purl.oclc.org/ooxml/officeDocument/relationships"',
        b'"http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
    ),
    (
        b'"http://purl.oclc.org/ooxml/officeDocument/math"',
        b'"http://schemas.openxmlformats.org/officeDocument/2006/math"',
    ),
    (
        b'"http://purl.oclc.org/ooxml/drawingml/main"',
        b'"http://schemas.openxmlformats.org/drawingml/2006/main"',
    ),
)


def as_utf8(data: bytes) -> bytes:
    """A part's bytes as UTF-8 without a DTD, Strict names made Transitional. Raises Refused."""
    if data.startswith(_UTF16):
        data = _from_utf16(data)
    if b"<!" in data and (b"<!DOCTYPE" in data or b"<!ENTITY" in data):
        raise Refused(Reason.EXTERNAL_ENTITY)
    declaration = _DECLARATION.match(data, 0, 300)
    named = _ENCODING.search(declaration[0]) if declaration else None
    if named and named[1].lower() not in _ALLOWED:
        raise Refused(Reason.DAMAGED, "encoding")
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, transitional in _STRICT:
            data = data.replace(strict, transitional)
    return data


def parse(data: bytes) -> etree._Element:
    """The root of a part that `as_utf8` has passed. Raises Refused."""
    if len(data) > SHORTEST_ELEMENT * MAX_ELEMENTS and data.count(b"<") - data.count(b"</") > MAX_ELEMENTS:
        raise Refused(Reason.OVERFULL, "elements")
    try:
        return etree.fromstring(data, _PARSER)
    except etree.XMLSyntaxError as error:
        over = any(words in str(error) for words in _LIMITS)
        raise Refused(Reason.OVERFULL if over else Reason.DAMAGED, "xml") from error


def _from_utf16(data: bytes) -> bytes:
    """UTF-16 with or without a byte order mark, its declaration taken off, as UTF-8."""
    codec = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-be" if data[0] == 0 else "utf-16-le"
    try:
        return _DECLARATION.sub(b"", data.decode(codec).encode())
    except UnicodeError as error:
        raise Refused(Reason.DAMAGED, "utf-16") from error
