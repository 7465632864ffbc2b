"""Places to answer in: an inline rich-text content control and an empty bookmark at the start of its cell.

The control is rich text (no `w:text`): older LibreOffice repeats the text of plain-text controls when it
saves. The tag or the bookmark only finds the cell; the answer is the text of the whole cell. The control
holds one en space, so that there is something to click on; it reads as an empty answer. It is bound to no
data: a bound control brings an old answer back when a program edits the text alone.
"""

from kuultu.ground.documents.docx.page import Page
from kuultu.ground.documents.docx.text import attribute, run_properties
from kuultu.ground.documents.scripts import is_rtl

EMPTY = "\u2002"


def bookmark(tag: str) -> str:
    """The name of the bookmark that doubles a tag: `C4.1.o` is `a_C4_1_o` (Word allows 40 characters)."""
    name = "a_" + tag.replace(".", "_").replace("-", "_")
    if len(name) > 40:
        raise ValueError(f"the tag {tag!r} is too long for a bookmark: shorten it to 38 characters")
    return name


def mark(name: str, number: int) -> str:
    """An empty bookmark."""
    return f'<w:bookmarkStart w:id="{number}" w:name={attribute(name)}/><w:bookmarkEnd w:id="{number}"/>'


def answer(page: Page, tag: str, title: str, lang: str = "", style: str = "Answer") -> str:
    """The paragraph of an answer cell. `title` is read out; it may be 64 characters long in Word."""
    own = lang or page.lang
    properties = run_properties(own, page.lang, rtl=is_rtl(own))
    empty = f'<w:r>{properties}<w:t xml:space="preserve">{EMPTY}</w:t></w:r>'
    return _controlled(page, tag, title, empty, own, style, "sdtLocked")


def asked(page: Page, tag: str, text: str, lang: str = "", style: str = "TableText") -> str:
    """The paragraph of a text that is to be translated: nobody changes it, and it is found again by its tag."""
    return _controlled(page, tag, tag, page.runs(text, lang), lang or page.lang, style, "sdtContentLocked")


def _controlled(page: Page, tag: str, title: str, runs: str, lang: str, style: str, lock: str) -> str:
    control = (
        f"<w:sdt><w:sdtPr><w:alias w:val={attribute(title[:64])}/><w:tag w:val={attribute(tag)}/>"
        f'<w:lock w:val="{lock}"/></w:sdtPr><w:sdtContent>{runs}</w:sdtContent></w:sdt>'
    )
    return page.paragraph(mark(bookmark(tag), page.number()) + control, style, lang)
