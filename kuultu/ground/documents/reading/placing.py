"""Placing everything that was read: each character goes to an answer, a field, the printed form, or a person.

Order of finding: tag, bookmark, a table with known questions, paragraphs under a known question; the rest is
unplaced and shown (METHOD rule 10; research: documents, "Answer in short"). `Reading.visible` is counted where
the file is read, `Reading.accounted` in what comes out of here.
"""

from collections.abc import Iterator

from kuultu.ground.documents.reading.anchors import (
    COLUMNS,
    OF_FORM,
    Anchor,
    Anchors,
    Identity,
    identity_in,
    identity_of_bookmark,
)
from kuultu.ground.documents.reading.cells import Finder
from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.documents.reading.form_tables import FormTables
from kuultu.ground.documents.reading.free_tables import FreeTables
from kuultu.ground.documents.reading.ledger import Ledger
from kuultu.ground.documents.reading.letters import trim
from kuultu.ground.documents.reading.matching import Printed
from kuultu.ground.documents.reading.result import Caution, Reading, Warned
from kuultu.ground.documents.reading.shapes import Block, Document, Paragraph, Part
from kuultu.ground.documents.reading.wording import Wording


def place(document: Document, form: FormMap | None) -> Reading:
    """A reading of a document as a filled form; without a form, by the tags and bookmarks alone."""
    placer = _Placer(document, form)
    placer.flow(document.blocks, None)
    for note in document.notes:
        placer.ledger.leave(note)
    return placer.reading()


class _Placer:
    """One document being placed."""

    def __init__(self, document: Document, form: FormMap | None) -> None:
        self._document = document
        self._order = form.order if form else {}
        self._printed = Printed(form)
        self._finder = Finder(Anchors(form))
        self.ledger = Ledger(self._highest_rows)
        self._marks = set(document.loose_bookmarks)
        for paragraph in _paragraphs(document.blocks):
            if paragraph.bookmarks:
                self._marks.update(paragraph.bookmarks)
            if paragraph.parts:
                self._set_prompts_aside(paragraph)
        wording = Wording(self.ledger, self._printed, self._finder)
        self._wording = wording
        self._form_tables = FormTables(self.ledger, self._printed, self._finder, wording, self.flow)
        self._free_tables = FreeTables(self.ledger, self._printed, wording, self.flow)

    def flow(self, blocks: list[Block], target: str | None) -> str | None:
        """Enter blocks in order. `target` is the question or field that free text answers; the one at the end."""
        for block in blocks:
            if isinstance(block, Paragraph):
                target = self._paragraph(block, target)
            elif self._finder.is_anchored(block):
                self._form_tables.place(block)
                target = None
            else:
                self._free_tables.place(block, target if target in self._printed.form.questions else None)
                target = None
        return target

    def reading(self) -> Reading:
        """What came out."""
        bookmarked, printed = self._identities()
        identity = next(iter([*bookmarked, *printed]), None)
        answers, fields = self.ledger.answers(self._order), self.ledger.fields()
        return Reading(
            event=identity.event if identity else None,
            version=identity.version if identity else None,
            language=identity.language if identity else None,
            answers=answers,
            fields=fields,
            unplaced=tuple(self.ledger.unplaced),
            margins=tuple(self._document.margins),
            dropped=self._document.dropped,
            warnings=tuple(self._warnings(bookmarked, printed)),
            visible=self._document.visible,
            accounted=self.ledger.accounted(answers, fields) - self._document.drawn,
        )

    # Paragraphs outside the form's tables

    def _paragraph(self, paragraph: Paragraph, target: str | None) -> str | None:
        """Enter a paragraph; what the next one answers."""
        if paragraph.parts and self._finder.tagged(paragraph):
            self._controls(paragraph)
            return None
        text = trim(paragraph.text)
        if not text:
            return target
        marked = self._finder.marked(paragraph)
        if marked:
            self._enter(marked[0], text)
            return None
        named = self._printed.question(text)
        if named:
            self._wording.aside(text)
            return named
        return self._after_heading(text, paragraph.heading, target)

    def _after_heading(self, text: str, heading: bool, target: str | None) -> str | None:
        """A paragraph that is no question: one that begins with a question, a label, an answer, or none of these."""
        first, _, rest = text.partition("\n")
        named = self._printed.question(first) if rest else None
        begun = None if named else self._printed.question_before(first) or self._printed.field_before(first)
        if named:
            self._wording.aside(first)
            self._answer(named, rest)
            return named
        if begun:
            name, label, value = begun
            self.ledger.print(label)
            self._answer(name, f"{value}\n{rest}")
            return name
        if self._is_printed(text, target):
            self.ledger.print(text)
            return self._printed.field(text) or (None if self._printed.is_section(text) else target)
        if target and not heading:
            self._answer(target, text)
            return target
        self.ledger.leave(text)
        return None

    def _is_printed(self, text: str, target: str | None) -> bool:
        return self._printed.is_surely_printed(text) if target else self._printed.is_label(text)

    def _answer(self, target: str, text: str) -> None:
        """Enter free text under a printed question or label."""
        text = self._wording.without_prompts(trim(text))
        if not text:
            return
        self.ledger.cautions[Caution.FOUND_BY_TEXT] += 1
        if target in self._printed.form.questions:
            self.ledger.put(target, self.ledger.next_row(target), COLUMNS[0], text)
        else:
            self.ledger.add_to_field(target, text)

    def _controls(self, paragraph: Paragraph) -> None:
        """A paragraph with controls of ours outside any table: each answer is what stands in its control."""
        for part in paragraph.parts:
            anchor = self._finder.tag(part.tag)
            text = trim(part.text)
            if anchor:
                self._enter(anchor, text)
            else:
                self._wording.aside(text)

    def _enter(self, anchor: Anchor, text: str) -> None:
        text = self._wording.without_prompts(text)
        if not anchor.known:
            self.ledger.unknown.add(anchor.name)
            self.ledger.leave(text)
        elif anchor.column:
            self.ledger.put(anchor.name, anchor.row, anchor.column, text)
        else:
            self.ledger.add_to_field(anchor.name, text)

    # Before and after

    def _highest_rows(self) -> dict[str, int]:
        """The highest row number that tags and bookmarks give each question."""
        highest: dict[str, int] = {}
        for paragraph in _paragraphs(self._document.blocks):
            if paragraph.parts or paragraph.bookmarks:
                for anchor in self._finder.tagged(paragraph) + self._finder.marked(paragraph):
                    highest[anchor.name] = max(anchor.row, highest.get(anchor.name, 0))
        return highest

    def _set_prompts_aside(self, paragraph: Paragraph) -> None:
        """Take out what Word shows in an empty control; the control stays, to find its cell by."""
        prompts = [part for part in paragraph.parts if part.prompt]
        if not prompts:
            return
        for part in prompts:
            self.ledger.print(part.text)
        paragraph.parts = tuple(Part(part.tag, "", False) if part.prompt else part for part in paragraph.parts)
        paragraph.text = "".join(part.text for part in paragraph.parts)

    def _identities(self) -> tuple[list[Identity], list[Identity]]:
        """The form's names in bookmarks and in printed lines, each once, in a stable order."""
        named = (identity_of_bookmark(mark) for mark in self._marks if mark.startswith(OF_FORM))
        bookmarked = sorted({each for each in named if each})
        in_margins = (identity_in(text) for text in self._document.margins)
        printed = dict.fromkeys([*self._printed.identities, *(each for each in in_margins if each)])
        return bookmarked, list(printed)

    def _warnings(self, bookmarked: list[Identity], printed: list[Identity]) -> Iterator[Warned]:
        dropped = self._document.dropped
        names = {each.event for each in bookmarked} or {each.event for each in printed}
        if not names:
            yield Warned(Caution.NO_IDENTITY)
        if len(names) > 1:
            yield Warned(Caution.TWO_FORMS, ", ".join(sorted(names)))
        if bookmarked and printed and set(bookmarked) != set(printed):
            told = (" · ".join(each) for each in (bookmarked[0], printed[0]))
            yield Warned(Caution.IDENTITY_DIFFERS, " / ".join(told))
        if self.ledger.unknown:
            yield Warned(Caution.UNKNOWN_QUESTION, ", ".join(sorted(self.ledger.unknown)))
        counts = {
            **self.ledger.cautions,
            Caution.UNPLACED: len(self.ledger.unplaced),
            Caution.REPEATED_TEXT: self._document.repeated,
            Caution.TRACKED_CHANGES: dropped.deleted_characters,
            Caution.HIDDEN_TEXT: dropped.hidden_characters,
            Caution.COMMENTS: dropped.comments,
            Caution.PICTURES: max(0, dropped.pictures - self._printed.form.pictures),
            Caution.FORM_CONTROLS: dropped.controls,
            Caution.NOTES: len(self._document.notes),
        }
        yield from (Warned(caution, str(counts[caution])) for caution in Caution if counts.get(caution))


def _paragraphs(blocks: list[Block]) -> Iterator[Paragraph]:
    """Every paragraph, those in tables too, in no promised order."""
    waiting = [blocks]
    while waiting:
        for block in waiting.pop():
            if isinstance(block, Paragraph):
                yield block
            else:
                waiting.extend(cell.blocks for row in block.rows for cell in row.cells)
