"""The search finds what a reader would call the same."""

import pytest

from kuultu.loop.statements.folding import fold


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("автобус", "Автобус не зупинився"),
        ("BUSSI", "bussi ajoi ohi"),
        ("زندگي", "زندگی سخت است"),  # an Arabic yeh typed for a Persian one
        ("كتاب", "کتاب"),  # the same with kaf
        ("مدرسه", "مَدْرَسَة"),  # vowel signs and teh marbuta
        ("เดินคนเดียว", "ไม่กล้าเดินคนเดียวตอนกลางคืน"),  # no blanks between words
        ("ቤት", "ቤት ትምህርቲ"),
        ("ﬁnni", "Finnish"),  # a ligature from a PDF
        ("két  từ", "KÉT TỪ"),
    ],
)
def test_words_are_found_however_they_are_typed(typed: str, written: str) -> None:
    assert fold(typed) in fold(written)


def test_what_differs_stays_different() -> None:
    assert fold("bussi") not in fold("buss")
    assert fold("äiti") != fold("aiti")
