"""Short codes can be read aloud and guessed."""

from kuultu.loop.rounds.codes import next_event_code, next_round_code


def test_round_codes_follow_each_other_within_a_year() -> None:
    assert next_round_code("MAL", 2026, set()) == "MAL26"
    assert next_round_code("MAL", 2026, {"MAL26", "MAL26B"}) == "MAL26C"


def test_an_event_gets_its_language_s_initial_then_a_number() -> None:
    assert next_event_code("Dari", set()) == "D"
    assert next_event_code("Dari", {"D"}) == "D2"


def test_an_event_is_never_called_as_a_card_or_a_measure_is() -> None:
    assert next_event_code("Kinyarwanda", {"K"}) == "KN"
    assert next_event_code("Tigrinya", {"T"}) == "TG"
    assert next_event_code("Tigrinya", {"T", "TG"}) == "TR"


def test_no_code_has_a_letter_that_reads_like_a_digit() -> None:
    taken: set[str] = set()
    for _ in range(30):
        taken.add(next_event_code("Irish", taken))
    assert not any("I" in code or "O" in code for code in taken)
