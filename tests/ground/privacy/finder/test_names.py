"""Names of people: how many are found in labelled sentences, and how often nobody is there."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from kuultu.ground.privacy.finder import Certainty, Find, Kind, find

HERE = Path(__file__).parent
MARK = re.compile(r"\[\[(.*?)\]\]")

FRAMES_FI = (
    ("Eilen {} kertoi asiasta.", 0),
    ("Meidän talossa {} huutaa öisin.", 0),
    ("{} ei saanut aikaa lääkärille.", 0),
    ("Huomasin, että {} auttaa kaikkia, ja kiitin.", 0),
    ("Kerron tässä {} tarinan.", 1),
    ("Se oli {} idea.", 1),
    ("{} lapset kävivät kerhossa.", 1),
    ("Annoin avaimet {} jo maanantaina.", 2),
    ("Kaikki nauroivat {} bussissa.", 2),
    ("En tunne {} kovin hyvin.", 3),
    ("Kukaan ei auttanut {} silloin.", 3),
    ("Puhuttiin {} ja muista.", 4),
)
NAMES_SV_EN = (
    *("Agneta", "Rolf", "Tove", "Mattias", "Pernilla", "Leif", "Hodan", "Idris", "Parisa", "Thuy"),
    *("Marjatta", "Ola Sundman", "Rauha Åkerlund", "Samira Haddad", "Yusuf", "Ludmila", "Kwabena"),
    *("Nigel", "Phoebe Hart", "Deborah", "Curtis", "Fiona", "Ayan", "Zerihun", "Anoosheh", "Duc"),
)
FRAMES_SV_EN = (
    ("sv", "I går sade {} att det är svårt."),
    ("sv", "Vi bad {} om råd, men förgäves."),
    ("sv", "{} orkar inte längre."),
    ("en", "Last week {} was told to wait."),
    ("en", "We asked {} for advice, but in vain."),
    ("en", "{} cannot go on."),
)

type Labelled = tuple[str, str, list[tuple[int, int]]]
"""Language, sentence, and where its names stand."""


def lines_of(name: str) -> Iterator[list[str]]:
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def written() -> Iterator[Labelled]:
    """The sentences written for this test."""
    for language, marked in lines_of("named_sentences.tsv"):
        places, taken = [], 0
        for match in MARK.finditer(marked):
            start = match.start() - taken
            places.append((start, start + len(match[1])))
            taken += 4
        yield language, MARK.sub(r"\1", marked), places


def framed() -> Iterator[Labelled]:
    """Frames filled with names, in Finnish in the right case."""
    for (frame, case), cases in product(FRAMES_FI, lines_of("inflected_names.tsv")):
        yield "fi", *filled(frame, cases[case])
    for (language, frame), name in product(FRAMES_SV_EN, NAMES_SV_EN):
        yield language, *filled(frame, name)


def filled(frame: str, name: str) -> tuple[str, list[tuple[int, int]]]:
    start = frame.index("{}")
    return frame.format(name), [(start, start + len(name))]


def names_in(text: str) -> list[Find]:
    return [each for each in find(text) if each.kind is Kind.NAME]


def recall(sentences: Iterator[Labelled]) -> dict[str, tuple[int, int]]:
    """Per language: names found whole, and names there are."""
    there: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for language, text, places in sentences:
        finds = names_in(text)
        there[language] += len(places)
        found[language] += sum(any(each.start <= start and end <= each.end for each in finds) for start, end in places)
    return {language: (found[language], there[language]) for language in there}


def share(*counts: tuple[int, int]) -> float:
    return sum(found for found, _ in counts) / sum(there for _, there in counts)


def test_there_are_enough_labelled_sentences() -> None:
    assert len([*written(), *framed()]) >= 700


def test_names_in_written_sentences_are_found() -> None:
    found = recall(written())
    assert share(found["fi"]) >= 0.9
    assert share(found["sv"], found["en"]) >= 0.8
    others = [counts for language, counts in found.items() if language not in ("fi", "sv", "en")]
    assert share(*others) >= 0.7


def test_names_in_any_case_and_place_are_found() -> None:
    found = recall(framed())
    assert share(found["fi"]) >= 0.9
    assert share(found["sv"], found["en"]) >= 0.8


def test_what_is_found_is_the_name_and_little_more() -> None:
    extra = sum(len(each.text) for _, text, _ in written() for each in names_in(text))
    needed = sum(end - start for _, _, places in written() for start, end in places)
    assert extra <= 1.1 * needed


def test_clean_sentences_raise_few_false_alarms() -> None:
    sentences = [text for _, text in lines_of("clean_sentences.tsv")]
    alarms = [each.text for text in sentences for each in names_in(text)]
    assert len(sentences) > 100
    assert len(alarms) <= 0.05 * len(sentences), alarms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toivo paremmasta elää.", []),
        ("Toivo Rantala tuli.", ["Toivo Rantala"]),
        ("Siellä oli Toivo.", ["Toivo"]),
        ("Tampereella ja Lahdessa oli kylmä.", []),
        ("Eilen Matti Lahti tuli.", ["Matti Lahti"]),
        ("Opettaja Virtanen auttoi.", ["Virtanen"]),
        ("Wahiba Virtanen auttoi.", ["Wahiba", "Virtanen"]),
        ("Wilmassa oli viesti, ja Wilma-viesti tuli myös.", []),
        ("KELA ja MIGRI eivät vastanneet.", []),
        ("Sitten MATTI huusi.", ["MATTI"]),
        ("Kun Punainen Risti tuli.", []),
        ('Sanoi hiljaa: "Kiitos!" ja lähti.', []),
        ("ahmed odotti ulkona.", ["ahmed"]),
        ("Tämä on Xyzzyn syy.", ["Xyzzyn"]),
        ("Luokka A ja luokka B.", []),
        ("Жили Люди.", []),
        ("Приехал Зарипбек.", ["Зарипбек"]),
        ("Она любит Москву.", []),
        ("Вера важна.", []),
        ("Говорила Вера.", ["Вера"]),
        ("جاء عبد الرزاق ومحمد.", ["عبد الرزاق", "محمد"]),
        ("قال مُحَمَّد شيئا", ["مُحَمَّد"]),
        ("ฉันชื่อสมศรี", ["สมศรี"]),
        ("ስመይ ኣበበ እዩ", ["ኣበበ"]),
        ("Jag heter Zerihun Gebremariam.", ["Zerihun Gebremariam"]),
    ],
)
def test_particular_sentences(text: str, expected: list[str]) -> None:
    assert [each.text for each in names_in(text)] == expected


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Siellä oli Matti.", Certainty.LIKELY),
        ("Siellä oli Dahlqvist.", Certainty.LIKELY),
        ("Siellä oli Xyzzy.", Certainty.POSSIBLE),
        ("siellä oli ahmed", Certainty.POSSIBLE),
    ],
)
def test_unknown_capitals_are_only_possible(text: str, certainty: Certainty) -> None:
    assert [each.certainty for each in names_in(text)] == [certainty]
