"""The report form: its parts A to F, the tag of every field, and what is printed round them.

Word, paper and web share these tags; docs/materials.md lists them. On paper there are boxes to tick; where one
types there is a column for the translation and a legend of the signs.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kuultu.ground.documents.model import (
    QR,
    AnswerGrid,
    Block,
    Choice,
    Columns,
    Document,
    Example,
    Fact,
    Facts,
    Field,
    Fields,
    FormId,
    Heading,
    Marks,
    PageBreak,
    Pair,
    Panel,
    Text,
    Words,
)
from kuultu.loop.materials.models import Kind, Question
from kuultu.loop.materials.pack import Pack
from kuultu.loop.materials.wording import Texts, weakest

ROWS = 4
TOP = (1, 2, 3)
AGES = ("under_18", "from_18", "from_30", "from_50", "over_65")
GENDERS = ("woman", "man", "other")
YEARS = ("under_2", "from_2", "from_6", "over_10", "always")
PLACES = ("organisation", "library", "school", "home", "other")
CHECKS = ("read_back", "corrected", "delivery", "quotes", "no_names")
HOW = ("verbatim", "notes", "memory")
# What is typed in the mark column, and the word of it in our texts. Two signs may stand together: “+”.
SIGNS = (("+", "good"), ("−", "bad"), ("±", "both"), ("!", "proposal"), ("“", "quote"))
# Typed in their place, or copied from what is printed.
ALSO = (
    ("-", "bad"), ("–", "bad"), ("+-", "both"), ("+−", "both"), ("▲", "good"), ("▼", "bad"), ("▲▼", "both"),
    ("◆", "proposal"), ('"', "quote"), ("”", "quote"), ("„", "quote"), ("«", "quote"), ("»", "quote"), ("“ ”", "quote"),
)  # fmt: skip


def report_form(pack: Pack, *, typed: bool) -> Document:
    """The form of an event; `typed` for one that is filled in Word."""
    said = [pack.texts.whole(Kind.FORM), *(pack.question(each) for each in pack.questions)]
    paper = pack.paper(pack.texts["form.report_title"], draft=not weakest(said).is_checked)
    # where one types, the signs stand at the foot of every page
    foot = " · ".join(filter(None, (legend(pack.texts), paper.foot))) if typed else paper.foot
    return replace(
        paper,
        foot=foot,
        about=pack.event.round.name,
        code_label=pack.texts["form.event_code"],
        form=FormId(pack.event.full_code, str(pack.version), pack.lang),
        page_link=pack.scribe_link,
        blocks=tuple(_blocks(pack, typed=typed)),
    )


def _blocks(pack: Pack, *, typed: bool) -> Iterator[Block]:
    title = Heading(pack.texts["form.report_title"], level=1, lang=_lang(pack, "form.report_title"))
    if typed and pack.scribe_link:  # on paper the code stands on every page
        code = QR(pack.scribe_link, pack.texts["form.send"], size=20)
        yield Columns(((title,), (code,)), widths=(6, 1))
    else:
        yield title
    yield from _event(pack)
    yield from _people(pack)
    yield from _answers(pack, typed=typed)
    yield from _matters(pack)
    if not typed:  # on paper it is one leaf that the group looks at together
        yield PageBreak()
    yield from _checks(pack)
    yield from _reader(pack)
    if not typed:
        send = pack.say("form.send")
        yield Panel((_facing(send, pack.other("form.send"), strong=True),), frame=True)


def _event(pack: Pack) -> Iterator[Block]:
    """A. What is known is printed; what only the scribe knows is asked."""
    yield from _part(pack, "A")
    facts = pack.facts_in(pack.texts.say("form.event.date").language)
    yield Facts((
        _fact(pack, "form.event.date", facts["date"][:1].upper() + facts["date"][1:], facts["time"]),
        _fact(pack, "form.event.place", pack.event.place or "–", pack.event.address),
        _fact(pack, "form.event.language", facts["language"]),
    ), columns=3)  # fmt: skip
    yield Fields((_field(pack, "A.time", "form.event.time", "A1"),
                  _yes_no(pack, "A.interpreter", "form.event.interpreter", "A2")))  # fmt: skip
    yield _yes_no(pack, "A.briefed", "form.event.briefed", "A3")
    yield _choose(pack, "A.place", "form.event.place", "A4", _choices(pack, "form.places", PLACES))


def _people(pack: Pack) -> Iterator[Block]:
    """B. Counts only."""
    yield from _part(pack, "B")
    counts = (("B1", "total"), ("B2", "first_time"), ("B3", "left_early"))
    boxes = (replace(_field(pack, f"B.{name}", f"form.people.{name}", number), box=True) for number, name in counts)
    yield Fields(tuple(boxes), columns=len(counts))
    yield _boxes(pack, "form.people.age", "form.ages", "B.age", AGES, "B4")
    yield _boxes(pack, "form.people.years", "form.years", "B.years", YEARS, "B5")
    yield _boxes(pack, "form.people.gender", "form.genders", "B.gender", GENDERS, "B6")


def _example(pack: Pack, *, typed: bool) -> Example:
    said = pack.say("form.example.original")
    title, marks = pack.texts["form.example.heading"], _marks(pack, typed=typed)
    return Example(title, said.text, marks, ticked=("good", "quote"), number="C1.1", lang=said.lang)


def _answers(pack: Pack, *, typed: bool) -> Iterator[Block]:
    """C. Question by question, an example first."""
    yield from _part(pack, "C")
    yield _example(pack, typed=typed)
    if typed:
        mark = pack.texts["form.columns.mark"]
        yield Text(legend(pack.texts), lang=_lang(pack, "form.marks.good"), opening=f"{mark}:")
    for number, question in enumerate(pack.questions, start=1):
        yield _grid(pack, question, f"C{number}", typed=typed)


def legend(texts: Texts) -> str:
    """The signs that are typed in the mark column: `+ good · − bad …`."""
    return " · ".join(f"{sign} {texts[f'form.marks.{word}']}" for sign, word in SIGNS)


def _grid(pack: Pack, question: Question, number: str, *, typed: bool) -> AnswerGrid:
    said = pack.question(question)
    translation = pack.staff.say("form.columns.translation")
    return AnswerGrid(
        key=question.key,
        question=said.text,
        marks=_marks(pack, typed=typed),
        lang=pack.marked(said),
        other=pack.question_beside(question),
        rows=ROWS,
        translate=Words(translation.text, translation.language) if typed and pack.two_languages else None,
        notes=(
            _field(pack, f"{question.key}.differed", "form.differed", f"{number}.8"),
            _field(pack, f"{question.key}.skipped", "form.not_asked", f"{number}.9"),
        ),
        domain=question.domain,
        number=number,
    )


def _marks(pack: Pack, *, typed: bool) -> Marks:
    texts = pack.texts
    made = Marks(
        statement=texts["form.columns.original"],
        translation=texts["form.columns.translation"],
        mark=texts["form.columns.mark"],
        good=texts["form.marks.good"],
        bad=texts["form.marks.bad"],
        mixed=texts["form.marks.both"],
        proposal=texts["form.marks.proposal"],
        quote=texts["form.marks.quote"],
    )
    return replace(made, signs=tuple(sign for sign, _word in SIGNS)) if typed else made


def _matters(pack: Pack) -> Iterator[Block]:
    """D. What mattered most to the group."""
    yield from _part(pack, "D")
    for number in TOP:
        yield replace(_field(pack, f"D.{number}", "form.statement", f"D{number}"), lines=2)
    yield Fields((_field(pack, "D.who_else", "form.matters.who_else", "D4"),
                  _field(pack, "D.works_well", "form.matters.works_well", "D5")))  # fmt: skip


def _checks(pack: Pack) -> Iterator[Block]:
    """E. Read back and agreed to."""
    yield from _part(pack, "E")
    for number, name in enumerate(CHECKS, start=1):
        yield _yes_no(pack, f"E.{name}", f"form.checks.{name}", f"E{number}")
    yield _choose(pack, "E.how", "form.checks.how", "E6", _choices(pack, "form.checks", HOW))
    yield replace(_field(pack, "E.remark", "form.matters.own_remarks", "E7"), lines=2)


def _reader(pack: Pack) -> Iterator[Block]:
    """F. The second pair of eyes in the organisation."""
    yield _bar(pack, "F")
    yield Fields((_field(pack, "F.checked", "form.reader.date", "F1"),
                  _field(pack, "F.initials", "form.reader.initials", "F2")))  # fmt: skip
    yield _yes_no(pack, "F.removed", "form.reader.removed", "F3")


def _part(pack: Pack, letter: str) -> Iterator[Block]:
    """A part's bar, and its hint in both languages."""
    yield _bar(pack, letter)
    yield _facing(pack.say(f"form.hints.{letter}"), pack.other(f"form.hints.{letter}"))


def _bar(pack: Pack, letter: str) -> Heading:
    name = pack.say(f"form.sections.{letter}")
    return Heading(name.text, level=2, lang=name.lang, other=pack.other(f"form.sections.{letter}"), number=letter)


def _facing(first: Words, second: Words | None, *, strong: bool = False) -> Block:
    if second is None:
        return Text(first.text, lang=first.lang, strong=strong)
    return Pair(first, second, strong=strong)


def _fact(pack: Pack, key: str, value: str, note: str = "") -> Fact:
    return Fact(pack.texts[key], value, note, _lang(pack, key))


def _field(pack: Pack, tag: str, key: str, number: str) -> Field:
    said = pack.say(key)
    return Field(tag, said.text, lang=said.lang, other=pack.other(key), number=number)


def _boxes(pack: Pack, key: str, group: str, tag: str, names: Iterable[str], number: str) -> Fields:
    said = pack.say(key)
    items = tuple(replace(_field(pack, f"{tag}.{name}", f"{group}.{name}", ""), box=True) for name in names)
    return Fields(items, columns=len(items), number=number, label=said.text, lang=said.lang, other=pack.other(key))


def _yes_no(pack: Pack, tag: str, key: str, number: str) -> Field:
    return _choose(pack, tag, key, number, _choices(pack, "form", ("yes", "no")))


def _choose(pack: Pack, tag: str, key: str, number: str, choices: tuple[Choice, ...]) -> Field:
    return replace(_field(pack, tag, key, number), lines=0, choices=choices)


def _choices(pack: Pack, group: str, names: Iterable[str]) -> tuple[Choice, ...]:
    return tuple(Choice(name, pack.texts[f"{group}.{name}"], pack.other(f"{group}.{name}")) for name in names)


def _lang(pack: Pack, key: str) -> str:
    return pack.marked(pack.texts.say(key))
