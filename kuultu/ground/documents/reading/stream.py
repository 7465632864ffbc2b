"""Reading one part's tree, pruned of what is not visible, into paragraphs and tables, in one pass.

The pass looks only at elements that are text, hold text, or help to find it; lxml finds them by name without
making Python objects of the rest, which is what makes it fast. Where a thing belongs is asked of its parents.
"""

from collections.abc import Callable

from lxml.etree import _Element

from kuultu.ground.documents.reading import names as n
from kuultu.ground.documents.reading.anchors import OURS
from kuultu.ground.documents.reading.draft import Draft
from kuultu.ground.documents.reading.old_fields import shown_by
from kuultu.ground.documents.reading.refusals import Reason, Refused
from kuultu.ground.documents.reading.shapes import Block, Cell, Row, Table
from kuultu.ground.documents.reading.symbols import symbol

MAX_CHARACTERS = 400_000


type _Place = Draft | Cell | Row | Table | list[Block]
type _Here = tuple[_Place, str, bool]


class Story:
    """One part, read. `visible` counts its characters, `drawn` the boxes that stand in the text without being any,
    `smuggled` characters without a shape and `repeated` ones that were left out; `notes` are the notes it points to."""

    def __init__(self, root: _Element, joined: frozenset[_Element], headings: frozenset[str]) -> None:
        self.blocks: list[Block] = []
        self.notes: list[tuple[str, str]] = []
        self.visible = self.drawn = self.smuggled = self.repeated = 0
        self._joined = joined
        self._headings = headings
        self._draft: Draft | None = None
        self._waiting: list[str] = []
        self._controls: dict[_Element, tuple[str, bool]] = {}
        outermost: _Here = (self.blocks, "", False)
        self._known: dict[_Element | None, _Here] = {None: outermost, root: outermost}
        self._read(root)

    def _read(self, root: _Element) -> None:
        readers = self._readers()
        for element in root.iter(*n.READ):
            readers[element.tag](element)
        if self._draft is not None:
            self._finish(self._draft)
        self.visible -= self.drawn

    def _readers(self) -> dict[str, Callable[[_Element], None]]:
        """What to do with each element that matters. Whatever is not named here is looked through."""
        return {
            n.TEXT: self._text,
            n.MATHS: self._text,
            n.DRAWN_TEXT: self._text,
            n.WORD_ART: lambda element: self._add(element, element.get(n.STRING, "")),
            n.TAB: self._tab,
            n.POSITION_TAB: lambda element: self._add(element, "\t"),
            n.BREAK: lambda element: self._add(element, "\n"),
            n.RETURN: lambda element: self._add(element, "\n"),
            n.HYPHEN: lambda element: self._add(element, "-"),
            n.SYMBOL: lambda element: self._add(element, symbol(element.get(n.FONT, ""), element.get(n.CHARACTER, ""))),
            n.FIELD: self._old_field,
            n.PARAGRAPH: self._paragraph,
            n.PARAGRAPH_STYLE: self._style,
            n.CELL: self._cell,
            n.ROW: self._row,
            n.TABLE: self._table,
            n.GRID_SPAN: self._span,
            n.GRID_BEFORE: self._indent,
            n.TAG: self._tag,
            n.PROMPT: self._prompt,
            n.BOOKMARK: self._bookmark,
            n.FOOTNOTE_MARK: lambda element: self.notes.append((n.FOOTNOTE, element.get(n.ID, ""))),
            n.ENDNOTE_MARK: lambda element: self.notes.append((n.ENDNOTE, element.get(n.ID, ""))),
        }

    # Text

    def _text(self, element: _Element) -> None:
        text, draft = element.text, self._draft
        if text and draft is not None and draft.pieces is None:
            draft.texts.append(text)
        elif text:
            self._add(element, text)

    def _tab(self, element: _Element) -> None:
        """A tab in a run; a tab stop in a paragraph's properties has a kind, and is no character."""
        if element.get(n.VALUE) is None:
            self._add(element, "\t")

    def _old_field(self, element: _Element) -> None:
        """An old form field: its check box, which is drawn and no character, or its list's chosen entry."""
        box, chosen = shown_by(element)
        self.drawn += len(box)
        self._add(element, box + chosen)

    def _add(self, element: _Element, text: str) -> None:
        draft = self._draft or self._begin(element, self.blocks)
        draft.texts.append(text)
        if draft.pieces is not None:
            _, tag, prompt = self._where(element)
            draft.pieces.append((tag, prompt, text))

    # Structure

    def _paragraph(self, element: _Element) -> None:
        place, tag, prompt = self._known.get(element.getparent()) or self._where(element)
        holder = place if isinstance(place, list) else _blocks_of(place)
        draft = self._draft
        if draft is None or draft.element not in self._joined or draft.holder is not holder:
            draft = self._begin(element, holder)
        draft.element = element
        self._known[element] = (draft, tag, prompt)
        if tag or prompt:
            draft.begin_control(tag, prompt)

    def _begin(self, element: _Element, holder: list[Block]) -> Draft:
        if self._draft is not None:
            self._finish(self._draft)
        draft = self._draft = Draft(element, holder, self._waiting)
        self._waiting = []
        holder.append(draft.paragraph)
        return draft

    def _finish(self, draft: Draft) -> None:
        """Close a paragraph. Raises Refused when the file holds more text than a report has."""
        seen, smuggled, repeated = draft.close()
        self.visible += seen
        self.smuggled += smuggled
        self.repeated += repeated
        if self.visible > MAX_CHARACTERS:
            raise Refused(Reason.OVERFULL, "characters")

    def _style(self, element: _Element) -> None:
        if element.get(n.VALUE) in self._headings and self._draft is not None:
            self._draft.paragraph.heading = True

    def _table(self, element: _Element) -> None:
        table = Table()
        place, _, prompt = self._where(element)
        _blocks_of(place).append(table)
        self._known[element] = (table, "", prompt)

    def _row(self, element: _Element) -> None:
        place, _, prompt = self._known.get(element.getparent()) or self._where(element)
        if isinstance(place, Table):
            row = Row()
            place.rows.append(row)
            self._known[element] = (row, "", prompt)

    def _cell(self, element: _Element) -> None:
        place, tag, prompt = self._known.get(element.getparent()) or self._where(element)
        if isinstance(place, Row):
            cell = Cell(place.end)
            place.cells.append(cell)
            self._known[element] = (cell, tag, prompt)

    def _span(self, element: _Element) -> None:
        place = self._where(element)[0]
        if isinstance(place, Cell):
            place.span = n.number(element.get(n.VALUE, ""), 1)

    def _indent(self, element: _Element) -> None:
        place = self._where(element)[0]
        if isinstance(place, Row):
            place.start = n.number(element.get(n.VALUE, ""), 1)

    # What answers are found by

    def _tag(self, element: _Element) -> None:
        tag = element.get(n.VALUE, "")
        if "." in tag:
            self._control(element, tag, False)

    def _prompt(self, element: _Element) -> None:
        if n.is_on(element.get(n.VALUE)):
            self._control(element, "", True)

    def _control(self, element: _Element, tag: str, prompt: bool) -> None:
        """Note what a control's properties say of it; its words come later."""
        properties = element.getparent()
        control = properties.getparent() if properties is not None else None
        if properties is None or control is None or control.tag != n.CONTROL:
            return
        earlier_tag, earlier_prompt = self._controls.get(control, ("", False))
        tag, prompt = tag or earlier_tag, prompt or earlier_prompt
        self._controls[control] = (tag, prompt)
        place, outer_tag, outer_prompt = self._where(control)
        tag, prompt = tag or outer_tag, prompt or outer_prompt
        self._known[control] = (place, tag, prompt)
        content = properties.getnext()
        if content is not None:
            self._known[content] = (place, tag, prompt)
        if isinstance(place, Draft):
            place.begin_control(tag, prompt)

    def _bookmark(self, element: _Element) -> None:
        name = element.get(n.NAME, "")
        if not name.startswith(OURS):
            return
        draft = self._draft
        if draft is not None and element.getparent() is draft.element:
            draft.bookmarks.append(name)
            return
        place = self._where(element)[0]
        if isinstance(place, Draft):
            place.bookmarks.append(name)
        elif isinstance(place, Cell) and draft is not None and draft.holder is place.blocks:
            draft.bookmarks.append(name)
        else:
            self._waiting.append(name)

    def _where(self, element: _Element) -> _Here:
        """What is around an element: the nearest place, the innermost control of ours, whether within a prompt.

        Remembered for parents further up, so that deep nesting is climbed once.
        """
        up = element.getparent()
        here = self._known.get(up)
        if here is None and up is not None:  # a run, mostly: what it stands in is known
            up = up.getparent()
            here = self._known.get(up)
        return here or self._climb(up)

    def _climb(self, up: _Element | None) -> _Here:
        known = self._known
        path: list[_Element] = []
        while up is not None and up not in known:
            path.append(up)
            up = up.getparent()
        here = known[up]
        for step in path:
            known[step] = here
        return here

    @property
    def loose_bookmarks(self) -> tuple[str, ...]:
        """Bookmarks behind the last paragraph."""
        return tuple(self._waiting)


def _blocks_of(place: _Place) -> list[Block]:
    """Where a block goes that stands in `place`. In a damaged table it goes to the last cell."""
    match place:
        case Draft():
            return place.holder
        case Cell():
            return place.blocks
        case Row():
            if not place.cells:
                place.cells.append(Cell(place.end))
            return place.cells[-1].blocks
        case Table():
            if not place.rows:
                place.rows.append(Row())
            return _blocks_of(place.rows[-1])
    return place
