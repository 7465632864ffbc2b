"""PDF: conforms to PDF/UA-1, can be read aloud in every script, opens its codes to a camera."""

import dataclasses
import datetime
import itertools
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from making_judges import needs_java, one_form, pages, pdf_text, pdf_words, vera
from making_samples import the_cards, the_form, the_letter
from making_texts import LANGUAGES

from kuultu.ground.documents import qr
from kuultu.ground.documents.fonts.coverage import drawable
from kuultu.ground.documents.model import (
    Cell,
    Columns,
    Document,
    Heading,
    Panel,
    Table,
    Text,
)
from kuultu.ground.documents.pdf import CardsTooLong, PressError, cards_pdf, text_size, to_pdf
from kuultu.ground.documents.pdf.press import press

NOON = datetime.datetime(2026, 3, 1, 12, tzinfo=datetime.UTC)


def texts(thing: object) -> Iterator[str]:
    """Every text that a document prints, word by word."""
    if isinstance(thing, str):
        yield from thing.split()
    elif isinstance(thing, tuple | list):
        for each in thing:
            yield from texts(each)
    elif dataclasses.is_dataclass(thing):
        on_screen_only = {"translation", "mark", "translate", "signs"}  # the paper form has no column for them
        hidden = on_screen_only | {
            "lang",
            "tag",
            "key",
            "domain",
            "state",
            "data",
            "alt",
            "size",
            "value",
            "accent",
            "link",
            "note_lang",
            "verdict",
            "ticked",
        }
        for field in dataclasses.fields(thing):
            if field.name not in hidden or (field.name == "state" and type(thing).__name__ == "Quote"):
                yield from texts(getattr(thing, field.name))


def is_word(token: str) -> bool:
    """Not a code or a number: PDFium turns those round inside right-to-left lines, whoever made the file."""
    return sum(each.isalpha() for each in token) > 1 and not token.isupper()


def share_found(words: list[str], read: str) -> float:
    return sum(one_form(word) in read for word in words) / len(words)


@pytest.fixture(scope="module")
def made() -> dict[tuple[str, str], bytes]:
    files = {}
    for lang in LANGUAGES:
        cards, labels = the_cards(lang)
        files["letter", lang] = to_pdf(the_letter(lang), timestamp=NOON)
        files["form", lang] = to_pdf(the_form(lang, questions=3), timestamp=NOON)
        files["cards", lang] = cards_pdf(cards, lang=lang, labels=labels, timestamp=NOON)
    return files


@needs_java
def test_every_file_conforms_to_the_rules_for_screen_readers(
    made: dict[tuple[str, str], bytes], tmp_path: Path
) -> None:
    paths = []
    for (kind, lang), data in made.items():
        paths.append(tmp_path / f"{kind}-{lang}.pdf")
        paths[-1].write_bytes(data)
    assert vera(paths) == []


@needs_java
def test_the_judge_finds_a_file_that_does_not_conform(tmp_path: Path) -> None:
    blank = pypdfium2.PdfDocument.new()
    blank.new_page(100, 100)
    path = tmp_path / "blank.pdf"
    blank.save(path)
    assert any("6.2-1" in line for line in vera([path]))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", ["letter", "form", "cards"])
def test_nearly_every_word_can_be_copied_and_read_aloud(
    made: dict[tuple[str, str], bytes], kind: str, lang: str
) -> None:
    if kind == "cards":
        cards, labels = the_cards(lang)
        words = [*texts(cards), *texts(labels.more), *texts(labels.scan), *texts(labels.round)]
    else:
        document = the_letter(lang) if kind == "letter" else the_form(lang, questions=3)
        words = [*texts(document.blocks), *texts(document.sender), *texts(document.foot), *texts(document.code)]
    words = [word for word in words if is_word(word)]
    assert len(words) > 60
    for reader, read in pdf_words(made[kind, lang]).items():
        assert share_found(words, read) >= 0.95, reader


@pytest.mark.parametrize("lang", ["fi", "ar"])
def test_each_page_of_a_form_carries_its_own_code(made: dict[tuple[str, str], bytes], lang: str) -> None:
    shown = [qr.read(page) for page in pages(made["form", lang])]
    assert len(shown) > 1
    assert shown == [[f"https://mallila.example/r/MAL26-D-{n}"] for n in range(1, len(shown) + 1)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_backs_of_the_cards_open_the_cards(made: dict[tuple[str, str], bytes], lang: str) -> None:
    front, back = pages(made["cards", lang])
    assert qr.read(front) == []
    assert sorted(qr.read(back)) == [f"https://mallila.example/MAL26-K{n}" for n in (1, 2, 3, 4)]


@pytest.mark.parametrize("lang", ["fi", "ar"])
def test_each_back_lies_behind_its_front_when_the_sheet_is_turned(lang: str) -> None:
    cards, labels = the_cards(lang)
    names = ("Alfa", "Beeta", "Gamma", "Delta")
    cards = [dataclasses.replace(card, title=name) for card, name in zip(cards, names, strict=True)]
    opened = pypdfium2.PdfDocument(cards_pdf(cards, lang=lang, labels=labels, timestamp=NOON))
    where = []
    for page in opened:
        text = page.get_textpage()
        width = page.get_width()
        where.append({})
        for card in cards:
            left, bottom, right, _ = text.get_charbox(text.search(card.title).get_next()[0])
            where[-1][card.code] = ((left + right) / 2 > width / 2, bottom > page.get_height() / 2)
    front, back = where
    assert {code: (not right, top) for code, (right, top) in front.items()} == back
    assert front["MAL26-K1"] == (lang == "ar", True)


def test_a_deck_of_five_fills_two_sheets() -> None:
    cards, labels = the_cards("fi", 5)
    made = pages(cards_pdf(cards, lang="fi", labels=labels, timestamp=NOON))
    assert [sorted(qr.read(page)) for page in made[1::2]] == [
        [f"https://mallila.example/MAL26-K{n}" for n in (1, 2, 3, 4)], ["https://mallila.example/MAL26-K5"],
    ]  # fmt: skip


def test_one_text_size_serves_the_whole_deck_and_steps_down_with_its_longest_card() -> None:
    cards, labels = the_cards("fi")
    short = [dataclasses.replace(card, narrative="Lyhyt kertomus.") for card in cards]
    longer = [*short[:3], dataclasses.replace(short[3], narrative=cards[3].narrative + cards[3].narrative[:90])]
    assert text_size(short, lang="fi", labels=labels) == 16
    assert 11 <= text_size(longer, lang="fi", labels=labels) < 14
    assert text_size(short, lang="fi", labels=labels, sheet="a5") == 22


def test_a_card_that_cannot_fit_is_named() -> None:
    cards, labels = the_cards("ar")
    cards[2] = dataclasses.replace(cards[2], narrative=cards[2].narrative * 5)
    for attempt in (
        lambda: cards_pdf(cards, lang="ar", labels=labels, timestamp=NOON),
        lambda: text_size(cards, lang="ar", labels=labels),
    ):
        with pytest.raises(CardsTooLong) as refused:
            attempt()
        assert refused.value.codes == ("MAL26-K3",)


@pytest.mark.parametrize("notes", ["", "Muistiinpanoja"])
def test_large_print_and_lines_for_notes_stay_on_their_pages(notes: str) -> None:
    cards, labels = the_cards("th", 2)
    labels = dataclasses.replace(labels, notes=notes)
    large = pages(cards_pdf(cards, lang="th", labels=labels, timestamp=NOON, sheet="a5"))
    assert len(large) == 4
    assert len(pages(cards_pdf(cards, lang="th", labels=labels, timestamp=NOON))) == 2


def test_the_draft_mark_is_on_every_sheet_and_every_card() -> None:
    cards, labels = the_cards("ti")
    made = cards_pdf(
        cards,
        lang="ti",
        labels=labels,
        timestamp=NOON,
        draft_mark="Luonnos: kieltä ei ole tarkistettu",
        draft_short="Luonnos",
    )
    read = pdf_text(made)
    assert read.count("Luonnos:kieltäeioletarkistettu") == 2
    assert read.count("Luonnos") == 2 + 4
    letter = dataclasses.replace(the_letter("ti"), draft_mark="Luonnos: kieltä ei ole tarkistettu")
    assert pdf_text(to_pdf(letter, timestamp=NOON)).count("Luonnos") == 3


@pytest.mark.parametrize("kind", ["letter", "form"])
def test_the_same_document_gives_the_same_bytes(kind: str, made: dict[tuple[str, str], bytes]) -> None:
    document = the_letter("th") if kind == "letter" else the_form("th", questions=3)
    assert to_pdf(document, timestamp=NOON) == made[kind, "th"]


def test_an_emoji_or_a_foreign_letter_is_shown_as_a_box_instead_of_stopping_the_press() -> None:
    assert drawable("Hei 🙂 漢 → ✓\u200e\x07") == "Hei □ □ → ✓"
    document = Document("x", "fi", (Heading("Hei 🙂", level=1), Text("漢 \x00 → ✓ ▲\u202e")))
    assert "Hei□□→✓▲" in pdf_text(to_pdf(document, timestamp=NOON))


def test_markup_stays_text() -> None:
    nasty = '#panic("x") *b* _i_ $x$ \\ // <l> @r [a]'
    read = pdf_text(to_pdf(Document(nasty, "fi", (Heading(nasty, level=1), Text(nasty))), timestamp=NOON))
    assert read.count("".join(nasty.split())) == 2


def test_headings_may_be_chosen_by_size_alone_without_breaking_the_outline() -> None:
    blocks = (
        Heading("a", level=2), Heading("b", level=3), Columns(((Heading("c", level=3),), (Heading("d", level=1),))),
        Panel((Heading("e", level=3), Text("f"))),
    )  # fmt: skip
    assert len(pages(to_pdf(Document("x", "fi", blocks), timestamp=NOON))) == 1


def test_a_long_table_repeats_its_header_on_the_next_page() -> None:
    rows = tuple((Cell(f"rivi {n}"), Cell("b")) for n in range(60))
    document = Document("x", "fi", (Heading("x", level=1), Table(("Otsikko", "b"), rows)))
    made = to_pdf(document, timestamp=NOON)
    assert pdf_text(made).count("Otsikko") == len(pages(made)) > 1


def test_a_font_that_is_missing_is_a_failure_and_not_a_warning() -> None:
    face = {"size": 1, "gap": 0.7, "digits": 1, "rtl": False, "lang": "fi", "region": None}
    block = {"kind": "Text", "text": "x", "lang": "", "opening": "", "size": "text", "strong": False, "quiet": False}
    data = {
        "title": "x", "lang": "fi", "author": "", "accent": "#000000", "form": None, "rings": False, "leaf": False,
        "draft_mark": "",
        "pages": "", "foot": "", "code": "", "sender": "", "blocks": [block],
    }  # fmt: skip
    press("document", data | {"faces": {"fi": face | {"families": ["Noto Sans"]}}}, timestamp=NOON)
    with pytest.raises(PressError, match="unknown font family: no such font"):
        press("document", data | {"faces": {"fi": face | {"families": ["No Such Font"]}}}, timestamp=NOON)


def test_no_letter_touches_the_edge_of_the_paper(made: dict[tuple[str, str], bytes]) -> None:
    for (kind, lang), data in itertools.islice(made.items(), 12):
        for page in pypdfium2.PdfDocument(data):
            text = page.get_textpage()
            boxes = [text.get_charbox(n) for n in range(text.count_chars())]
            drawn = [box for box in boxes if box[2] > box[0]]
            assert min(box[0] for box in drawn) > 14, (kind, lang)
            assert max(box[2] for box in drawn) < page.get_width() - 14, (kind, lang)
