"""Taking out of a part's tree what nobody sees on the page, and counting it.

What remains is read in one pass, whatever wraps it: an element nobody has thought of is looked through, so
its words are read; only what this file names is left out. Rules: ECMA-376 part 1, §17.13.5 (tracked
changes), §17.3.2.41 (hidden text), §17.16.18 (field codes), §17.3.3.25 (ruby); part 3, §9 (alternate content).
Each step collects inner elements before outer ones, so that nothing is counted twice.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element

from kuultu.ground.documents.reading import names as n
from kuultu.ground.documents.reading.letters import count

UNSEEN = "unseen"
WORDS = (n.TEXT, n.DELETED_TEXT, n.MATHS, n.DRAWN_TEXT)


@dataclass(slots=True)
class Pruned:
    """What was taken out, in characters without white space, and `codes`, a number of field codes.

    `joined` are the paragraphs whose mark was deleted: they run on into the next.
    """

    deleted: int = 0
    hidden: int = 0
    copied: int = 0
    codes: int = 0
    joined: frozenset[_Element] = frozenset()


def prune(root: _Element, hidden_styles: frozenset[str]) -> Pruned:
    """Take everything invisible out of `root`, and lay text boxes behind the paragraph they hang on."""
    pruned = Pruned()
    pruned.copied = sum(_choose(each) for each in _inner_first(root, n.ALTERNATIVES))
    pruned.joined, pruned.deleted = _take_out_deleted(root)
    pruned.hidden = sum(_take_out(each) for each in _hidden(root, hidden_styles))
    pruned.codes = _empty_codes(root)
    for ruby in _inner_first(root, n.RUBY):
        ruby.extend(list(ruby.iterchildren(n.RUBY_TEXT)))
    for box in _inner_first(root, n.BOX):
        anchor = next(box.iterancestors(n.PARAGRAPH), None)
        if anchor is not None and anchor.getparent() is not None:
            anchor.addnext(box)
    return pruned


def words_in(element: _Element) -> int:
    """Characters of the words in an element, without white space."""
    return sum(count(each.text) for each in element.iter(*WORDS) if each.text)


def _has_words(element: _Element) -> bool:
    return any(each.text and count(each.text) for each in element.iter(*WORDS))


def _inner_first(root: _Element, *names: str) -> list[_Element]:
    found = list(root.iter(*names))
    found.reverse()
    return found


def _take_out(element: _Element) -> int:
    """Make an element unseen; how many characters go with it.

    What is in it loses its names, so that no later step meets it. (Removing a large branch takes lxml a time
    that grows with its square, since it makes up the namespaces of the branch anew.)
    """
    taken = words_in(element)
    for each in element.iter(*n.READ, n.DELETED_TEXT):
        each.tag = UNSEEN
    return taken


def _choose(alternatives: _Element) -> int:
    """Keep the first alternative that has words (else the first); the characters of the others."""
    branches = list(alternatives.iterchildren(n.ALTERNATIVE, n.FALLBACK))
    kept = next((each for each in branches if _has_words(each)), branches[0] if branches else None)
    return sum(_take_out(each) for each in branches if each is not kept)


def _take_out_deleted(root: _Element) -> tuple[frozenset[_Element], int]:
    """Deleted and moved-away text, deleted rows; and the paragraphs whose mark alone was deleted."""
    joined = set()
    taken = 0
    for element in _inner_first(root, n.DELETED, n.MOVED_AWAY):
        parent = element.getparent()
        above = parent.getparent() if parent is not None else None
        if parent is None or above is None:
            continue
        if parent.tag == n.RUN_PROPERTIES and above.tag == n.PARAGRAPH_PROPERTIES:
            joined.add(above.getparent())
        elif parent.tag == n.ROW_PROPERTIES:
            taken += _take_out(above)
        else:
            taken += _take_out(element)
    taken += sum(_take_out(each) for each in _inner_first(root, n.DELETED_TEXT))
    return frozenset(each for each in joined if each is not None), taken


def _hidden(root: _Element, styles: frozenset[str]) -> Iterator[_Element]:
    """Hidden runs and rows. What a run says itself goes before its style."""
    for element in _inner_first(root, n.VANISH, n.HIDDEN_ROW):
        parent = element.getparent()
        above = parent.getparent() if parent is not None else None
        if above is not None and above.tag in (n.RUN, n.ROW) and n.is_on(element.get(n.VALUE)):
            yield above
    if styles:
        for element in _inner_first(root, n.RUN_STYLE, n.PARAGRAPH_STYLE):
            holder = _styled(element)
            if holder is not None and element.get(n.VALUE) in styles:
                yield from (run for run in _inner_first(holder, n.RUN) if not _has_a_say(run))


def _styled(style: _Element) -> _Element | None:
    """The run or paragraph that a style name styles; none for the style of a paragraph mark or of old times."""
    parent = style.getparent()
    above = parent.getparent() if parent is not None else None
    wanted = n.RUN if style.tag == n.RUN_STYLE else n.PARAGRAPH
    return above if above is not None and above.tag == wanted else None


def _has_a_say(run: _Element) -> bool:
    """Whether a run says itself if it is hidden."""
    return run.find(f"{n.RUN_PROPERTIES}/{n.VANISH}") is not None


def _empty_codes(root: _Element) -> int:
    """Remove words that stand in a field's code (results of fields within it); how many codes there are.

    A field that never ends is damage: its words stay.
    """
    whole, open_ = set(), []
    for mark in root.iter(n.FIELD):
        kind = mark.get(n.FIELD_TYPE)
        if kind == "begin":
            open_.append(mark)
        elif kind == "end" and open_:
            whole.add(open_.pop())
    if whole:
        for text in _words_in_codes(root, whole):
            text.text = ""
    return sum(1 for _ in root.iter(n.CODE))


def _words_in_codes(root: _Element, whole: set[_Element]) -> Iterator[_Element]:
    """Words between the beginning of a whole field and its separator."""
    in_code: list[bool] = []
    depth = 0
    for element in root.iter(n.FIELD, *WORDS):
        kind = element.get(n.FIELD_TYPE) if element.tag == n.FIELD else None
        if kind == "begin":
            in_code.append(element in whole)
            depth += in_code[-1]
        elif kind == "separate" and in_code:
            depth -= in_code[-1]
            in_code[-1] = False
        elif kind == "end" and in_code:
            depth -= in_code.pop()
        elif kind is None and depth:
            yield element
