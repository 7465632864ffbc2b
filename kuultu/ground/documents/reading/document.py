"""A whole Word file, read: the body, the notes it points to, its headers and footers, and what was left out."""

from collections.abc import Iterator

from lxml.etree import _Element

from kuultu.ground.documents.reading import names as n
from kuultu.ground.documents.reading.letters import count, trim
from kuultu.ground.documents.reading.metadata import count_metadata
from kuultu.ground.documents.reading.package import Package
from kuultu.ground.documents.reading.pruning import Pruned, prune, words_in
from kuultu.ground.documents.reading.shapes import Block, Document, Dropped, Table
from kuultu.ground.documents.reading.stream import Story
from kuultu.ground.documents.reading.styles import heading_styles, hidden_styles
from kuultu.ground.documents.reading.xml import parse


def read_document(package: Package) -> Document:
    """Everything visible in a file that the gate let through. Raises Refused."""
    part = package.part(package.main)
    root = parse(part)
    sheet = package.related("styles") or b""
    hidden = hidden_styles(sheet)
    pruned = prune(root, hidden)
    story = Story(root, pruned.joined, heading_styles(sheet) if b":pStyle " in part else frozenset())
    notes, note_count, lost = _notes(package, story, hidden)
    dropped = Dropped(
        deleted_characters=pruned.deleted + lost,
        hidden_characters=pruned.hidden + story.smuggled,
        copied_characters=pruned.copied + story.repeated,
        field_codes=pruned.codes,
    )
    return Document(
        blocks=story.blocks,
        notes=notes,
        margins=list(_margins(package, root, hidden)),
        loose_bookmarks=story.loose_bookmarks,
        dropped=count_metadata(package, dropped),
        visible=story.visible + note_count,
        drawn=story.drawn,
        repeated=story.repeated,
    )


def text_of(blocks: list[Block]) -> str:
    """The text of blocks: a line per paragraph, a tab between the cells of a row."""
    return trim("\n".join(_lines(blocks)))


def _lines(blocks: list[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table):
            for row in block.rows:
                yield "\t".join(text_of(cell.blocks) for cell in row.cells)
        else:
            yield block.text


def _notes(package: Package, story: Story, hidden: frozenset[str]) -> tuple[list[str], int, int]:
    """The notes that visible text points to, their visible characters, and those of notes nothing points to."""
    texts: list[str] = []
    visible = lost = 0
    for kind, name in (("footnotes", n.FOOTNOTE), ("endnotes", n.ENDNOTE)):
        part = package.related(kind)
        if part is None or part.count(b"</w:t>") == 0:
            continue
        wanted = {number for mark, number in story.notes if mark == name}
        root = parse(part)
        pruned = prune(root, hidden)
        lost += pruned.deleted
        for note in root.iter(name):
            if note.get(n.ID) not in wanted:
                lost += words_in(note)
                continue
            read = Story(note, pruned.joined, frozenset())
            visible += read.visible
            texts.append(text_of(read.blocks))
    return [text for text in texts if text], visible, lost


def _margins(package: Package, root: _Element, hidden: frozenset[str]) -> Iterator[str]:
    """Headers and footers as printed: each text once; first-page and even-page ones only where they are on."""
    settings = package.related("settings") or b""
    seen: set[str] = set()
    for mark in root.iter(n.HEADER_MARK, n.FOOTER_MARK):
        section = mark.getparent()
        kind = mark.get(n.TYPE)
        first_is_off = kind == "first" and (section is None or section.find(n.TITLE_PAGE) is None)
        if first_is_off or (kind == "even" and b"evenAndOddHeaders" not in settings):
            continue
        relation = package.main_relations.get(mark.get(n.RELATION, ""))
        if relation is None or relation.outside or relation.target not in package or relation.target in seen:
            continue
        seen.add(relation.target)
        text = _margin_text(package.part(relation.target), hidden)
        if count(text) and text not in seen:
            seen.add(text)
            yield text


def _margin_text(part: bytes, hidden: frozenset[str]) -> str:
    root = parse(part)
    pruned: Pruned = prune(root, hidden)
    return text_of(Story(root, pruned.joined, frozenset()).blocks)
