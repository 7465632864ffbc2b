"""The element and attribute names of WordprocessingML that the reader looks at (ECMA-376 part 1, §17)."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VML = "{urn:schemas-microsoft-com:vml}"

# What a document is built of.
TABLE, ROW, CELL, PARAGRAPH, RUN = _W + "tbl", _W + "tr", _W + "tc", _W + "p", _W + "r"
GRID_SPAN, GRID_BEFORE = _W + "gridSpan", _W + "gridBefore"
PARAGRAPH_STYLE, RUN_STYLE = _W + "pStyle", _W + "rStyle"
RUN_PROPERTIES, ROW_PROPERTIES, PARAGRAPH_PROPERTIES = _W + "rPr", _W + "trPr", _W + "pPr"

# What is text.
TEXT, MATHS, DRAWN_TEXT = (
    _W + "t",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}t",
    "{http://schemas.openxmlformats.org/drawingml/2006/main}t",
)
WORD_ART = _VML + "textpath"
TAB, POSITION_TAB, BREAK, RETURN = _W + "tab", _W + "ptab", _W + "br", _W + "cr"
SYMBOL, HYPHEN = _W + "sym", _W + "noBreakHyphen"
RUBY, RUBY_TEXT = _W + "ruby", _W + "rt"

# How answers are found again.
CONTROL, TAG, PROMPT = _W + "sdt", _W + "tag", _W + "showingPlcHdr"
BOOKMARK = _W + "bookmarkStart"

# Old form fields and field codes.
FIELD, FIELD_DATA, CODE = _W + "fldChar", _W + "ffData", _W + "instrText"
CHECK_BOX, CHECKED, DEFAULT, CHOICES, CHOICE, CHOSEN = (
    _W + "checkBox",
    _W + "checked",
    _W + "default",
    _W + "ddList",
    _W + "listEntry",
    _W + "result",
)

# What is not visible.
DELETED, MOVED_AWAY, DELETED_TEXT = _W + "del", _W + "moveFrom", _W + "delText"
VANISH, HIDDEN_ROW = _W + "vanish", _W + "hidden"
ALTERNATIVES, ALTERNATIVE, FALLBACK = _MC + "AlternateContent", _MC + "Choice", _MC + "Fallback"
BOX = _W + "txbxContent"

# Other stories.
FOOTNOTE_MARK, ENDNOTE_MARK = _W + "footnoteReference", _W + "endnoteReference"
FOOTNOTE, ENDNOTE = _W + "footnote", _W + "endnote"
HEADER_MARK, FOOTER_MARK, TITLE_PAGE = _W + "headerReference", _W + "footerReference", _W + "titlePg"

# Attributes.
VALUE, NAME, ID, TYPE = _W + "val", _W + "name", _W + "id", _W + "type"
FIELD_TYPE, FONT, CHARACTER = _W + "fldCharType", _W + "font", _W + "char"
RELATION = _R + "id"
STRING = "string"

# Everything that the stream stops at; all other elements are looked through.
READ = (
    TEXT, PARAGRAPH, CELL, ROW, TABLE, TAG, BOOKMARK, PARAGRAPH_STYLE, TAB, BREAK, GRID_SPAN, GRID_BEFORE, PROMPT,
    MATHS, DRAWN_TEXT, WORD_ART, POSITION_TAB, RETURN, HYPHEN, SYMBOL, FIELD, FOOTNOTE_MARK, ENDNOTE_MARK,
)  # fmt: skip


def is_on(value: str | None) -> bool:
    """Whether an on/off property is on: on when it says nothing (§17.17.4)."""
    return value not in ("0", "false", "off")


def number(value: str, least: int) -> int:
    """A small number in an attribute, at most 63, which is what Word's tables and lists allow; `least` for nonsense."""
    return max(least, min(int(value), 63)) if value.isdecimal() and len(value) < 6 else least
