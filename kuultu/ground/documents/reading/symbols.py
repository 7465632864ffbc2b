"""Symbols that Word stores as a number in a picture font, as the characters they show.

Only fonts that every Word has, and of them the signs that people put on forms.
"""

_WINGDINGS = {
    0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x76: "❖",
    0x9E: "·", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x54: "☒", 0xA3: "□"}
_WINGDINGS_3 = {0x70: "▲", 0x71: "▼", 0x74: "◀", 0x75: "▶"}
_SYMBOL = {
    0xA3: "≤", 0xA8: "♦", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB7: "•",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3, "symbol": _SYMBOL}

UNKNOWN = "\ufffd"


def symbol(font: str, character: str) -> str:
    """The character of a `w:sym`: `character` is hexadecimal, often F0xx in a picture font. Always one character."""
    try:
        code = int(character, 16)
        known = _FONTS.get(font.lower(), {}).get(code & 0xFF if code >= 0xF000 or code <= 0xFF else -1)
        plain = known or chr(code)
    except (ValueError, OverflowError):
        return UNKNOWN
    return plain if plain.isprintable() and not plain.isspace() else UNKNOWN
