"""Places in the original text, covering, coarsening, any text at all, and speed."""

from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuultu.ground.privacy.finder import (
    Certainty,
    Choice,
    Find,
    Kind,
    Suggestion,
    coarsen,
    cover,
    find,
)

LABELS = {
    Kind.IDENTITY_CODE: "henkilötunnus",
    Kind.PHONE: "puhelinnumero",
    Kind.EMAIL: "sähköposti",
    Kind.IBAN: "tilinumero",
    Kind.STREET_ADDRESS: "katuosoite",
    Kind.PLATE: "rekisterinumero",
    Kind.OTHER_ID: "tunnusnumero",
    Kind.NAME: "nimi",
}
TEXT = "Naapurini Pirkko, Kauppakatu 12 B 4, soittaa numerosta 050 000 1234."

PIECES = st.sampled_from(
    (
        *("050", " 000 ", "1234", "+", "358", "-", "\u2013", "\u2011", "\u00a0", "\u200f", "."),
        *("131052", "900W", "A", "FI", "21", "5600", "@", "example.fi", "Kauppakatu ", "12", "/"),
        *("Matti", " ", "Virtanen", "٠٥", "۰", "محمد", "و", "ስመይ ", "ชื่อ", "a\u0308", "İ", "ß"),
        *("\n", "[", "]", "asiakasnumero ", "auto ", "ABC-123", "ﷺ", "ﬁ", "🧑🏽", "\x00", "(", ")"),
    )
)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=60))
def test_any_text_at_all(text: str) -> None:
    """Finds never fail, lie where they say, do not overlap, and are gone when covered."""
    finds = find(text)
    end = 0
    for each in finds:
        assert end <= each.start < each.end <= len(text)
        assert each.text == text[each.start : each.end]
        end = each.end
    covered = cover(text, finds, {}, labels=LABELS)
    kept = len(text) - sum(len(each.text) for each in finds)
    brackets = 4 if "[" in text else 2
    assert len(covered) == kept + sum(len(LABELS[each.kind]) + brackets for each in finds)
    assert cover(text, finds, dict.fromkeys(finds, Choice.KEEP), labels=LABELS) == text


@pytest.mark.parametrize(
    "text",
    [
        "a\u0308iti 050 000 1234 soitti",
        "\u200e\u200e050\u200f 000 1234\u200f",
        "🧑🏽 050 000 1234",
        "\ufeffNumero ٠٥٠ ٠٠٠ ١٢٣٤",
        "soft\u00adhyphen 050\u00a0000\u00a01234",
    ],
)
def test_places_are_those_of_the_original_text(text: str) -> None:
    (found,) = [each for each in find(text) if each.kind is Kind.PHONE]
    assert text[found.start : found.end] == found.text
    digits = "".join(str(int(c)) for c in found.text if c.isdigit())
    assert digits == "0500001234"


def test_a_decomposed_name_is_found_whole() -> None:
    text = "Siellä oli Pa\u0308ivi eilen"
    assert "Pa\u0308ivi" in [each.text for each in find(text)]


def test_overlapping_finds_become_one_that_covers_both() -> None:
    (found,) = find("Tunnus 061295+929K ei kelpaa.")
    assert found.text == "061295+929K"
    assert found.kind is Kind.IDENTITY_CODE


@pytest.mark.parametrize(
    "piece",
    ["a", "a.", "a-", "Aa-", "Aa ", "0 ", "+0", "FI21 ", "auto", "katu", "(", "عبد ", "\u200c", "   A"],
)
def test_hostile_texts_take_no_more_time_than_their_length_asks(piece: str) -> None:
    """Twice as long must not take four times the time: a search that looks back would."""
    size = 8000 // len(piece)
    short, long = (best_time(piece * times + "@") for times in (size, 4 * size))
    assert long < 10 * short + 0.05


def best_time(text: str) -> float:
    spent = []
    for _ in range(3):
        start = process_time()
        find(text)
        spent.append(process_time() - start)
    return min(spent)


def test_nothing_is_found_in_nothing() -> None:
    assert find("") == ()
    assert find("Kaikki on hyvin.") == ()


def test_covering_puts_the_category_in_brackets() -> None:
    assert (
        cover(TEXT, find(TEXT), {}, labels=LABELS)
        == "Naapurini [nimi], [katuosoite], soittaa numerosta [puhelinnumero]."
    )


def test_the_scribe_chooses() -> None:
    name, address, phone = find(TEXT)
    choices = {name: "ystävä", address: Choice.COARSEN, phone: Choice.KEEP}
    assert (
        cover(TEXT, (phone, name, address), choices, labels=LABELS)
        == "Naapurini [ystävä], [Kauppakatu], soittaa numerosta 050 000 1234."
    )


def test_double_brackets_where_the_text_has_brackets_of_its_own() -> None:
    text = "[nauraa] Siellä oli Matti."
    assert cover(text, find(text), {}, labels=LABELS) == "[nauraa] Siellä oli [[nimi]]."


def test_a_missing_label_is_noticed() -> None:
    with pytest.raises(KeyError):
        cover(TEXT, find(TEXT), {}, labels={})


@pytest.mark.parametrize(
    ("text", "coarse"),
    [
        ("Kauppakatu 12 B 4, 33200 Tampere", "Tampere"),
        ("Iso Roobertinkatu 3 A", "Iso Roobertinkatu"),
        ("33200 Tampere", "Tampere"),
        ("12", "katuosoite"),
    ],
)
def test_an_address_is_coarsened_to_its_town_or_street(text: str, coarse: str) -> None:
    found = Find(Kind.STREET_ADDRESS, 0, len(text), text, Certainty.LIKELY)
    assert coarsen(found, labels=LABELS) == coarse


def test_everything_else_is_coarsened_to_its_category() -> None:
    found = Find(Kind.PHONE, 0, 12, "050 000 1234", Certainty.SURE)
    assert coarsen(found, labels=LABELS) == "puhelinnumero"


def test_what_is_suggested() -> None:
    name, address, phone = find(TEXT)
    assert [each.suggestion for each in (name, address, phone)] == [
        Suggestion.COVER,
        Suggestion.COARSEN,
        Suggestion.COVER,
    ]
    (unknown,) = find("Siellä oli Xyzzy.")
    assert unknown.suggestion is Suggestion.LOOK


def test_a_report_of_sixty_statements_takes_less_than_fifty_milliseconds() -> None:
    random = Random(47)
    parts = (
        "Bussi ei enää pysähdy kylällä, ja Helsingissä on helpompi saada töitä kuin täällä.",
        "Naapurini Kerttu on yksin, koska kukaan ei käy, ja se on surullista.",
        "Numero on 050 000 1234, jos joku haluaa soittaa.",
        "الناس يسلمون علينا في المتجر وهذا جميل.",
        "Vuonna 2024 tilaisuus oli 12.5. klo 17.30–19.00.",
        "Lärarna är vänliga men har bråttom, sade Birgitta.",
    )
    statements = [" ".join(random.sample(parts, 2)) for _ in range(60)]
    assert min(time_of_all(statements) for _ in range(7)) < 0.05


def time_of_all(statements: list[str]) -> float:
    start = process_time()
    for statement in statements:
        find(statement)
    return process_time() - start
