"""Characters: tidied, counted, compared."""

from unicodedata import is_normalized

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuultu.ground.documents.reading.letters import count, glance, key, tidy, trim

LRI, RLI, PDI, LRE, PDF, RLO, LRM, RLM = "\u2066", "\u2067", "\u2069", "\u202a", "\u202c", "\u202e", "\u200e", "\u200f"
ZWNJ, ZWJ = "\u200c", "\u200d"


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("a\u0308", "ä"),
        ("18\u00a0h", "18 h"),
        ("a\u202f!", "a !"),
        ("a\r\nb\u2028c", "a\nb\nc"),
        ("ko\u00adti", "koti"),
        ("\ufeffkoti", "koti"),
        (f"{RLI}تحية{PDI} koti", f"{RLI}تحية{PDI} koti"),
        (f"{RLI}تحية koti", "تحية koti"),
        (f"{RLI}تحية{PDF} koti", "تحية koti"),
        (f"{RLO}abc{PDF}", "abc"),
        (f"می{ZWNJ}آید", f"می{ZWNJ}آید"),
        (f"e{ZWJ}", f"e{ZWJ}"),
    ],
)
def test_text_is_tidied(written: str, tidied: str) -> None:
    assert tidy(written) == tidied


@pytest.mark.parametrize(
    ("text", "trimmed"),
    [
        (f"{RLM} تحية {LRM}", "تحية"),
        (f"{RLI}تحية{PDI}", "تحية"),
        (f"{RLI}تحية{PDI} koti", "تحية koti"),
        (f"a \n {ZWNJ}b", "a\nb"),
        (f"می{ZWNJ}آید{ZWNJ}", f"می{ZWNJ}آید"),
    ],
)
def test_ends_are_trimmed_and_directions_stay_closed(text: str, trimmed: str) -> None:
    assert trim(text) == trimmed


def test_shapeless_characters_do_not_count() -> None:
    assert count(f"می{ZWNJ}آید {RLI}ab{PDI}\u200b\ufeff\n\t") == 7
    assert count("bussi 18") == 7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("كيف الحال؟", "کیف الحال"),
        ("خانوادهٔ شما چه می‌کند", "خانواده شما چه ميكند"),
        ("C4. Miten?", "miten"),
        ("3) Miten menee", "MITEN   MENEE!"),
        ("A  Tilaisuus", "Tilaisuus"),
        ("Vuosi ٢٠٢٦", "vuosi 2026"),
        ("Mäki\u0308", "Ma\u0308kï"),
    ],
)
def test_the_same_words_have_the_same_key(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("18–29", "30–29"), ("sää", "saa"), ("1", "2"), ("▲", "▼")])
def test_other_words_have_another_key(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_a_prompt_of_signs_is_compared_by_its_look() -> None:
    assert glance("☐ ▲  ☐ ▼") == glance("☐\u00a0▲ ☐ ▼\u200f")
    assert glance("☒ ▲ ☐ ▼") != glance("☐ ▲ ☐ ▼")


@given(st.text())
def test_tidied_text_is_normal_and_stays_so(text: str) -> None:
    once = tidy(text)
    assert is_normalized("NFC", once)
    assert tidy(once) == once


@given(st.text())
def test_trimming_takes_nothing_visible(text: str) -> None:
    assert count(trim(tidy(text))) == count(tidy(text))


@given(st.lists(st.text()))
def test_lines_count_as_much_together_as_apart(lines: list[str]) -> None:
    tidied = [tidy(line) for line in lines]
    assert count("\n".join(tidied)) == sum(map(count, tidied))
