"""The texts that we ship for invitations, guidance and forms say the same in every language."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.utils import translation

import kuultu
from kuultu.ground.languages.registry import (
    ARAB,
    CONTENT,
    CYRILLIC,
    ETHIOPIC,
    LATIN,
    THAI,
)
from kuultu.ground.web.words import VERDICTS

FOLDER = Path(kuultu.__file__).parent / "loop" / "materials" / "texts"
CODES = sorted(path.stem for path in FOLDER.glob("*.toml"))
READY = set(CONTENT)
SECTIONS = [
    "meta",
    "domains",
    "questions",
    "invitation",
    "invitation_decision",
    "facilitator",
    "scribe",
    "induction",
    "form",
    "privacy",
    "message",
    "poster",
    "card",
    "steps",
]
QUESTIONS = ["OPEN1", "ATT1", "ATT2", "SEC1", "SEC2", "INT1", "INT2", "PAR1", "PAR2", "CLOSE1"]
PLACEHOLDERS = {
    "municipality",
    "organisation",
    "facilitator",
    "contact",
    "date",
    "time",
    "place",
    "language",
    "rsvp_date",
}
# The letters of a script; a text in it may hold a name or two in Latin letters, not a sentence.
LETTERS = {
    LATIN: r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]",
    CYRILLIC: r"[\u0400-\u04ff]",
    ARAB: r"[\u0600-\u06ff]",
    ETHIOPIC: r"[\u1200-\u137f]",
    THAI: r"[\u0e00-\u0e7f]",
}
# Letters that betray a neighbouring language typed by mistake.
FOREIGN_LETTERS = {
    "ar": "گچپژکی",
    "fa-AF": "يكةى",
    "fa": "يكةى",
    "uk": "ыэъёЫЭЪЁ",
    "ru": "іїєґІЇЄҐ",
}
# The one place that shows a Finnish translation beside the speaker's words, and codes that the program reads.
IN_FINNISH = {"form.example.translation"}
FOR_THE_PROGRAM = {"form.example.mark", "form.example.shared"}
MARK = re.compile(r"\{([^{}]*)\}")
LATIN_RUN = re.compile(r"[A-Za-zÀ-ɏ]+(?:[ ,.]+[A-Za-zÀ-ɏ]+){2,}")


def load(code: str) -> dict[str, Any]:
    """One language's texts."""
    return tomllib.loads((FOLDER / f"{code}.toml").read_text(encoding="utf-8"))


def leaves(node: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every value with its path: `scribe.sections.3.body.0`."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, f"{path}.{key}" if path else str(key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, f"{path}.{index}")
    else:
        yield path, node


def texts(code: str) -> dict[str, str]:
    """What a person reads, by path: without `meta` and the codes that the program reads."""
    return {
        path: value
        for path, value in leaves(load(code))
        if isinstance(value, str) and not path.startswith("meta.") and path not in FOR_THE_PROGRAM
    }


def test_the_first_languages_are_there_and_all_are_in_the_registry() -> None:
    assert set(CODES) >= READY
    assert set(CODES) <= set(CONTENT)


@pytest.mark.parametrize("code", CODES)
def test_every_language_is_marked_as_a_draft_of_the_finnish_text(code: str) -> None:
    assert load(code)["meta"] == {"state": "draft", "source": "fi", "version": 1, "language": code}


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_the_same_keys_and_lists(code: str) -> None:
    own, source = load(code), load("fi")
    assert list(own) == SECTIONS
    assert list(own["questions"]) == QUESTIONS
    assert [(path, type(value)) for path, value in leaves(own)] == [
        (path, type(value)) for path, value in leaves(source)
    ]


@pytest.mark.parametrize("code", CODES)
def test_every_text_holds_the_placeholders_of_its_source_and_no_others(code: str) -> None:
    own, source = texts(code), texts("fi")
    for path, text in own.items():
        assert sorted(MARK.findall(text)) == sorted(MARK.findall(source[path])), path
        assert set(MARK.findall(text)) <= PLACEHOLDERS, path
        assert "{" not in MARK.sub("", text) and "}" not in MARK.sub("", text), path


def test_every_placeholder_is_used_in_the_short_message() -> None:
    used = set(MARK.findall(texts("fi")["message.text"]))
    assert used == PLACEHOLDERS - {"municipality"}


@pytest.mark.parametrize("code", CODES)
def test_no_text_is_empty_or_badly_typed(code: str) -> None:
    for path, text in texts(code).items():
        assert text.strip() == text != "", path
        assert "  " not in text and "\n" not in text and "\t" not in text, path
        assert text == unicodedata.normalize("NFC", text), path
        odd = [letter for letter in text if unicodedata.category(letter) in ("Cc", "Cf", "Co", "Cn")]
        assert set(odd) <= {"\u200c"}, f"{path}: {odd!r}"  # the zero-width non-joiner is Persian spelling


@pytest.mark.parametrize("code", CODES)
def test_a_text_is_written_in_its_own_script(code: str) -> None:
    script = CONTENT[code].script
    for path, text in texts(code).items():
        words = MARK.sub("", text)
        letters = [letter for letter in words if unicodedata.category(letter)[0] in "LM"]
        if path in IN_FINNISH or not letters:
            continue
        own = sum(bool(re.match(LETTERS[script], letter)) for letter in letters)
        assert own * 2 > len(letters), f"{path}: {text}"
        if script != LATIN:
            assert not LATIN_RUN.search(words), f"{path}: {text}"


@pytest.mark.parametrize("code", sorted(set(CODES) & set(FOREIGN_LETTERS)))
def test_no_letters_of_a_neighbouring_language(code: str) -> None:
    for path, text in texts(code).items():
        assert not set(text) & set(FOREIGN_LETTERS[code]), f"{path}: {text}"


@pytest.mark.parametrize("code", sorted(set(CODES) - {"fi"}))
def test_nothing_was_left_in_finnish(code: str) -> None:
    source = texts("fi")
    for path, text in texts(code).items():
        words = re.findall(r"[^\W\d_]{2,}", MARK.sub("", text))
        if path not in IN_FINNISH and len(words) > 1:
            assert text != source[path], path


@pytest.mark.parametrize("code", CODES)
def test_numbers_are_the_same_european_digits_everywhere(code: str) -> None:
    own, source = texts(code), texts("fi")
    for path, text in own.items():
        assert not [letter for letter in text if letter.isdigit() and letter not in "0123456789"], path
        assert re.findall(r"\d+", text) == re.findall(r"\d+", source[path]), f"{path}: {text}"


@pytest.mark.parametrize("code", CODES)
def test_numbers_keep_their_order_when_read_from_right_to_left(code: str) -> None:
    """A plain space parts a phone number into pieces that change places; a dash turns a range round."""
    for path, text in texts(code).items():
        assert not re.search(r"\d \d", text), f"{path}: use a no-break space"
        if CONTENT[code].direction == "rtl":
            assert not re.search(r"\d[-–]\d", text), f"{path}: write the range in words"


@pytest.mark.parametrize("code", CODES)
def test_questions_are_questions_with_two_or_three_probes(code: str) -> None:
    for key, question in load(code)["questions"].items():
        assert set(question) == {"text", "probes"}, key
        assert 2 <= len(question["probes"]) <= 3, key
        if code != "th":  # Thai writes no question mark
            assert set("?؟፧") & set(question["text"]), key


@pytest.mark.parametrize("code", CODES)
def test_the_poster_fits_its_three_lines_and_four_promises(code: str) -> None:
    poster = load(code)["poster"]
    assert len(poster["headline"]) == 3 and len(poster["promises"]) == 4
    assert max(len(line) for line in poster["headline"]) <= 24
    assert max(len(promise.split()) for promise in poster["promises"]) <= 3
    assert max(len(promise) for promise in poster["promises"]) <= 26


@pytest.mark.parametrize("code", CODES)
def test_the_short_message_stays_short(code: str) -> None:
    assert len(load(code)["message"]["text"]) <= 400


@pytest.mark.parametrize("code", CODES)
def test_the_emergency_number_stands_in_both_guides(code: str) -> None:
    both = load(code)
    for role in ("facilitator", "scribe"):
        assert any("112" in line for section in both[role]["sections"] for line in section["body"]), role


@pytest.mark.parametrize("code", CODES)
def test_the_example_row_uses_known_marks(code: str) -> None:
    form = load(code)["form"]
    assert set(form["marks"]) == {"good", "bad", "both", "proposal", "quote", "own"}
    assert set(form["shared"]) == {"one", "some", "most", "all"}
    assert form["example"]["mark"] in form["marks"]
    assert form["example"]["shared"] in form["shared"]
    assert form["example"]["quote"] is True


@pytest.mark.parametrize("code", CODES)
def test_the_printed_cards_ask_in_the_words_of_the_hall(code: str) -> None:
    """Paper and phone lie side by side on the table."""
    with translation.override(code):
        said = {name: str(word) for name, (_kind, _icon, word) in VERDICTS.items()}
    assert all(texts(code)[f"steps.{name}"] == said[name] for name in ("more", "less"))


def test_plain_finnish_says_the_same_to_residents_in_short_sentences() -> None:
    plain = tomllib.loads((FOLDER / "plain" / "fi.toml").read_text(encoding="utf-8"))
    source = {name: part for name, part in load("fi").items() if name in plain}
    assert [(path, type(value)) for path, value in leaves(plain)] == [(path, type(v)) for path, v in leaves(source)]
    ours = {path: text for path, text in texts("fi").items() if path.split(".")[0] in plain}
    for path, text in leaves(plain):
        if path in ours:
            assert set(MARK.findall(str(text))) == set(MARK.findall(ours[path])), path
            assert max(len(each.split()) for each in re.split(r"[.!?:] ", str(text))) <= 15, text
