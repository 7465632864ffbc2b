"""What the style sheet says that matters to a reader: which styles hide text, which are headings.

Found in the bytes, without a tree: the sheet is often larger than the document, and only two facts are wanted.
"""

import re
from collections.abc import Iterator

# Word allows fewer; a longer chain is a trap.
MAX_BASES = 20

_ID = re.compile(rb'w:styleId="([^"]+)"')
_BASE = re.compile(rb'<w:basedOn\s+w:val="([^"]+)"')
_VANISH = re.compile(rb'<w:vanish(?:\s+w:val="(\w+)")?\s*/>')
_HEADING = re.compile(rb'<w:name\s+w:val="(?:[Hh]eading \d|[Tt]itle|[Ss]ubtitle)"|<w:outlineLvl\s+w:val="[0-8]"')


def hidden_styles(sheet: bytes) -> frozenset[str]:
    """Ids of the styles whose text is hidden, by themselves or through what they are based on (§17.7.4.3)."""
    if b"<w:vanish" not in sheet:
        return frozenset()
    says: dict[str, bool] = {}
    base: dict[str, str] = {}
    for style in _styles(sheet):
        name = _first(_ID, style)
        vanish = _VANISH.search(style)
        if vanish:
            says[name] = vanish[1] not in (b"0", b"false", b"off")
        base[name] = _first(_BASE, style)
    return frozenset(name for name in base if _inherited(name, says, base))


def heading_styles(sheet: bytes) -> frozenset[str]:
    """Ids of the styles that are headings: by their built-in name, or by an outline level."""
    return frozenset(_first(_ID, style) for style in _styles(sheet) if _HEADING.search(style))


def _styles(sheet: bytes) -> Iterator[bytes]:
    """The bytes of each style. Cut at fixed words, so that the time grows with the length only."""
    return (chunk.partition(b"</w:style>")[0] for chunk in sheet.split(b"<w:style ")[1:])


def _inherited(name: str, says: dict[str, bool], base: dict[str, str]) -> bool:
    for _ in range(MAX_BASES):
        if name in says:
            return says[name]
        name = base.get(name, "")
    return False


def _first(pattern: re.Pattern[bytes], text: bytes) -> str:
    found = pattern.search(text)
    return found[1].decode("utf-8", "replace") if found else ""
