"""Codes, numbers and addresses in every writing people use. All of them are invented."""

from collections.abc import Callable
from itertools import cycle
from random import Random

import pytest
from stdnum import iban

from kuultu.ground.privacy.finder import Certainty, Find, Kind, find

CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
FRAMES = cycle(
    (
        "Hänen tunnuksensa on {} ja hän odottaa.",
        "Tunnus: {}, kirje ei tullut.",
        "Min kod är {}.",
        "My number is {} they said",
        "رقمي هو {} ولم يجب أحد.",
        "شماره من {} است.",
        "Lambarkaygu waa {} oo",
        "Мій номер {} і все.",
        "ቁጽረይ {} እዩ።",
    )
)


def code(random: Random, signs: str = "-+YXWVUABCDEF") -> str:
    """A code with a temporary individual number: it can belong to nobody."""
    date = f"{random.randint(1, 28):02}{random.randint(1, 12):02}{random.randint(0, 99):02}"
    number = f"{random.randint(900, 999)}"
    return f"{date}{random.choice(signs)}{number}{CHECKS[int(date + number) % 31]}"


def only(kind: Kind, text: str) -> list[Find]:
    return [each for each in find(text) if each.kind is kind]


WRITINGS: dict[str, Callable[[Random], str]] = {
    "plain": code,
    "small letters": lambda random: code(random).lower(),
    "en dash": lambda random: code(random, "-").replace("-", "\u2013"),
    "non-breaking hyphen": lambda random: code(random, "-").replace("-", "\u2011"),
    "minus sign": lambda random: code(random, "-").replace("-", "\u2212"),
    "spaces": lambda random: (c := code(random))[:6] + " " + c[6] + " " + c[7:],
    "Arabic-Indic digits": lambda random: code(random).translate(ARABIC),
    "extended Arabic-Indic digits": lambda random: code(random).translate(PERSIAN),
    "Finnish suffix": lambda random: code(random) + ":n",
    "invisible marks": lambda random: "\u200f" + code(random).replace("-", "\u2060-\u200e"),
    "grouped date": lambda random: (c := code(random))[:2] + " " + c[2:4] + " " + c[4:],
    "full-width digits": lambda random: (
        (c := code(random))[:6].translate(str.maketrans("0123456789", "０１２３４５６７８９")) + c[6:]
    ),
}


@pytest.mark.parametrize("writing", WRITINGS)
def test_every_identity_code_is_found_in_every_writing(writing: str) -> None:
    random = Random(writing)
    for _ in range(1000):
        written = WRITINGS[writing](random)
        text = next(FRAMES).format(written)
        (found,) = only(Kind.IDENTITY_CODE, text)
        assert found.certainty is Certainty.SURE
        assert found.text == text[found.start : found.end]
        assert found.text == written.removesuffix(":n").lstrip("\u200f")


def test_a_code_with_a_wrong_check_character_is_only_likely() -> None:
    """A few begin like a mobile number and are found as one: covered all the same."""
    random = Random(41)
    as_codes = 0
    for _ in range(1000):
        right = code(random)
        wrong = right[:-1] + random.choice([c for c in CHECKS if c != right[-1]])
        (found,) = find(f"Tunnus {wrong} ei kelpaa.")
        assert found.text == wrong
        as_codes += (found.kind, found.certainty) == (Kind.IDENTITY_CODE, Certainty.LIKELY)
    assert as_codes >= 980


def test_a_code_whose_sign_was_left_out_is_likely() -> None:
    (found,) = only(Kind.IDENTITY_CODE, "Tunnus 131052 900W puuttuu.")
    assert (found.text, found.certainty) == ("131052 900W", Certainty.LIKELY)
    assert only(Kind.IDENTITY_CODE, "Tunnus 131052 900A puuttuu.") == []


def test_an_impossible_date_is_no_code() -> None:
    assert only(Kind.IDENTITY_CODE, "Sarjanumero 991399-900A on laitteessa.") == []


def number(random: Random) -> str:
    return f"{random.randint(0, 9999):04}"


PHONES: dict[str, Callable[[str], str]] = {
    "spaces": lambda n: f"050 000 {n}",
    "together": lambda n: f"050000{n}",
    "dash": lambda n: f"050-000{n}",
    "dash and pairs": lambda n: f"040-000 {n[:2]} {n[2:]}",
    "en dash": lambda n: f"044\u2013000 {n}",
    "non-breaking spaces": lambda n: f"045\u00a0000\u00a0{n}",
    "brackets": lambda n: f"(050) 000 {n}",
    "country code": lambda n: f"+358 50 000 {n}",
    "country code together": lambda n: f"+35850000{n}",
    "country code and zero": lambda n: f"+358 (0)50 000 {n}",
    "two zeros": lambda n: f"00358 50 000 {n}",
    "bare country code": lambda n: f"358 50 000 {n}",
    "slash": lambda n: f"050/000{n}",
    "points": lambda n: f"050.000.{n}",
    "Arabic-Indic digits": lambda n: f"٠٥٠ ٠٠٠ {n.translate(ARABIC)}",
    "extended Arabic-Indic digits": lambda n: f"۰۴۰۰۰۰{n.translate(PERSIAN)}",
}


@pytest.mark.parametrize("writing", PHONES)
def test_phones_are_found(writing: str) -> None:
    random = Random(writing)
    written = [PHONES[writing](number(random)) for _ in range(500)]
    found = [only(Kind.PHONE, next(FRAMES).format(each)) for each in written]
    right = sum([each.text for each in finds] == [text] for finds, text in zip(found, written, strict=True))
    assert right >= 0.99 * len(written)


@pytest.mark.parametrize("text", ["+46 70 174 06 05", "+44 7700 900123", "+1 202 555 0143"])
def test_phones_of_other_countries(text: str) -> None:
    assert [each.text for each in only(Kind.PHONE, f"Siskoni numero on {text}.")] == [text]


def test_a_country_code_that_does_not_exist_is_no_phone() -> None:
    assert only(Kind.PHONE, "Summa on +210 123 45678.") == []


def test_a_service_number_is_only_possible() -> None:
    (found,) = only(Kind.PHONE, "Soita 0800 000 123, jos tarvitset apua.")
    assert found.certainty is Certainty.POSSIBLE


def account(random: Random, country: str, digits: int) -> str:
    """An account at a bank that does not exist, with a right check number."""
    body = "99" + "".join(random.choices("0123456789", k=digits - 2))
    return country + iban.calc_check_digits(f"{country}00{body}") + body


def grouped(text: str) -> str:
    return " ".join(text[n : n + 4] for n in range(0, len(text), 4))


ACCOUNTS: dict[str, Callable[[Random], str]] = {
    "together": lambda random: account(random, "FI", 14),
    "groups": lambda random: grouped(account(random, "FI", 14)),
    "non-breaking groups": lambda r: grouped(account(r, "FI", 14)).replace(" ", "\u00a0"),
    "small letters": lambda random: account(random, "FI", 14).lower(),
    "German": lambda random: grouped(account(random, "DE", 18)),
    "Arabic-Indic digits": lambda random: grouped(account(random, "FI", 14)).translate(ARABIC),
}


@pytest.mark.parametrize("writing", ACCOUNTS)
def test_bank_accounts_are_found(writing: str) -> None:
    random = Random(writing)
    for _ in range(500):
        written = ACCOUNTS[writing](random)
        (found,) = only(Kind.IBAN, next(FRAMES).format(written))
        assert (found.text, found.certainty) == (written, Certainty.SURE)


def test_two_accounts_one_after_the_other() -> None:
    text = "Tilit FI21 1234 5600 0007 85 ja FI2112345600000785 sekä FI00 1234 5600 0007 85."
    assert [(each.text, each.certainty) for each in only(Kind.IBAN, text)] == [
        ("FI21 1234 5600 0007 85", Certainty.SURE),
        ("FI2112345600000785", Certainty.SURE),
        ("FI00 1234 5600 0007 85", Certainty.LIKELY),
    ]


EMAILS = (
    "aino.{}@example.fi",
    "AINO_{}@EXAMPLE.FI",
    "a{}+kuultu@posti.example.org",
    "äiti{}@esimerkki.example",
    "x{}@sub.sub.example.com",
    "aino{} @ example.fi",
)
SPELT = ("aino{} (at) example.fi", "aino{}(ät)example.fi", "aino{} [at] example [piste] fi")


@pytest.mark.parametrize("writing", EMAILS + SPELT)
def test_e_mail_addresses_are_found(writing: str) -> None:
    expected = Certainty.LIKELY if writing in SPELT else Certainty.SURE
    for n in range(200):
        written = writing.format(n)
        (found,) = only(Kind.EMAIL, next(FRAMES).format(written))
        assert (found.text, found.certainty) == (written, expected)


@pytest.mark.parametrize(
    "address",
    [
        "Kauppakatu 12 B 4",
        "Kauppakatu 12",
        "Kauppakatu 12 b",
        "Kauppakatu 12 as. 4",
        "Kauppakatu 12 B 4, 33200 Tampere",
        "Iso Roobertinkatu 3 A",
        "Vanha Turuntie 115",
        "Mäntykuja 2-4",
        "Rantapolku 7 C",
        "Koivurinne 1",
        "Storgatan 5",
        "Skolvägen 12 B 3",
        "Strandgränden 4, 65100 Vasa",
        "kauppakatu 12",
        "skolvägen 3",
        "Hämeenkadulla 5",
    ],
)
def test_street_addresses_are_found(address: str) -> None:
    (found,) = only(Kind.STREET_ADDRESS, f"Asun nyt {address} ja viihdyn.")
    assert (found.text, found.certainty) == (address, Certainty.LIKELY)


@pytest.mark.parametrize(
    "text",
    [
        "Valtatie 4 on ruuhkainen.",
        "Nyt avattiin laskettelurinne 2 vihdoin.",
        "Hissikuja 5 %",
        "Riksväg 8 är farlig.",
    ],
)
def test_roads_and_slopes_are_no_addresses(text: str) -> None:
    assert only(Kind.STREET_ADDRESS, text) == []


def test_a_postcode_with_its_town_is_possible() -> None:
    (found,) = only(Kind.STREET_ADDRESS, "Muutimme 33200 Tampere viime vuonna.")
    assert (found.text, found.certainty) == ("33200 Tampere", Certainty.POSSIBLE)


def test_a_street_written_small_behind_a_capital_is_possible() -> None:
    (found,) = only(Kind.STREET_ADDRESS, "Asun nyt Vanha talvitie 11 ja viihdyn.")
    assert (found.text, found.certainty) == ("Vanha talvitie 11", Certainty.POSSIBLE)


@pytest.mark.parametrize(
    ("text", "plate", "certainty"),
    [
        ("Auto oli ABC-123 pihassa.", "ABC-123", Certainty.LIKELY),
        ("Siinä luki ABC-123.", "ABC-123", Certainty.LIKELY),
        ("Siinä luki AB-12.", "AB-12", Certainty.POSSIBLE),
        ("auton rekisterinumero on abc 123", "abc 123", Certainty.LIKELY),
        ("bilen hade ABC 12D på plåten", "ABC 12D", Certainty.LIKELY),
        ("Autoilijat ja EU-27 sekä CD-20.", None, None),
    ],
)
def test_plates_are_found(text: str, plate: str | None, certainty: Certainty | None) -> None:
    found = [(each.text, each.certainty) for each in only(Kind.PLATE, text)]
    assert found == ([(plate, certainty)] if plate else [])


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Asiakasnumeroni on 12345678.", None),
        ("Asiakasnumero: 12345678.", "12345678"),
        ("UMA 12345678 odottaa.", "12345678"),
        ("Diaarinumero 1234/567/2024 on sama.", "1234/567/2024"),
        ("Mitt kundnummer är 4455667.", "4455667"),
        ("My passport number is XP1234567.", "XP1234567"),
        ("Passi XP1234567 katosi.", "XP1234567"),
        ("номер паспорта 1234567", "1234567"),
        ("رقم الجواز ١٢٣٤٥٦٧", "١٢٣٤٥٦٧"),
    ],
)
def test_numbers_that_offices_give_are_found(text: str, number: str | None) -> None:
    found = [each.text for each in only(Kind.OTHER_ID, text)]
    assert found == ([number] if number else ["12345678"])


def clean(random: Random) -> str:
    """A sentence full of figures, none of them anybody's."""
    n = random.randint
    year = n(1950, 2030)
    return random.choice(
        (
            f"Vuosina {year}–{year + 4} osallistui {n(10, 999)} ihmistä.",
            f"Tilaisuus on {n(1, 28)}.{n(1, 12)}.{year} klo {n(8, 20)}.{n(10, 59)}–{n(18, 21)}.00.",
            f"Kysymys {n(1, 9)}.{n(1, 9)}: miksi {n(2, 90)} % ei vastannut?",
            f"Yhdistyksen Y-tunnus on {n(1000000, 9999999)}-{n(0, 9)}.",
            f"Hanke maksaa {n(1, 99)} {n(100, 999)} {n(100, 999)} euroa vuodessa.",
            f"Laki {n(1, 999)}/{year} tuli voimaan {n(1, 12)}/{year}.",
            f"Bussi {n(1, 99)} kulkee {n(5, 23)}:{n(10, 59)} ja valtatie {n(1, 99)} on suljettu.",
            f"Deltagarna var {n(10, 99)}-{n(100, 999)} och kursen kostade {n(10, 99)},{n(10, 99)} euro.",
            f"Rummet är {n(100, 999)} i hus {n(1, 9)}, våning {n(1, 9)}; fråga {n(1, 20)} blev kvar.",
            f"In {year} there were {n(1, 9)},{n(100, 999)} people, {n(10, 99)}.{n(1, 9)} per cent.",
            f"Grid {n(60, 69)}.{n(10000, 99999)}, {n(20, 29)}.{n(10000, 99999)} is the village hall.",
            f"EU-{n(20, 28)}, COVID-19, ISO {n(1000, 99999)} ja SFS-EN {n(100, 99999)}.",
            f"Tavoite 3.{n(1, 9)}.{n(1, 9)} toteutui {n(1, 99)}/{n(100, 200)} kunnassa.",
            f"Asukkaita oli {n(10000, 99999)} ja uusia {n(100, 9999)} eli {n(1, 9)},{n(1, 9)} %.",
            f"ISBN 978-952-{n(10, 99)}-{n(1000, 9999)}-{n(0, 9)} ja viite {n(10000, 99999)} {n(10000, 99999)}.",
            f"في عام {year} شارك {n(10, 500)} شخصا في {n(2, 40)} لقاء.",
            f"در سال {year} تعداد {n(10, 500)} نفر آمدند.",
            f"У {year} році було {n(10, 500)} людей, тобто {n(1, 99)} %.",
            f"Sanadkii {year} waxaa yimid {n(10, 500)} qof.",
            f"Pöytä {n(1, 12)}, kortti {n(1, 30)}: enemmän {n(3, 40)}, vähemmän {n(3, 40)}.",
        )
    )


@pytest.mark.parametrize(
    "kind",
    [
        Kind.IDENTITY_CODE,
        Kind.PHONE,
        Kind.IBAN,
        Kind.EMAIL,
        Kind.PLATE,
        Kind.OTHER_ID,
        Kind.STREET_ADDRESS,
    ],
)
def test_at_most_five_false_alarms_in_a_thousand_clean_sentences(kind: Kind) -> None:
    random = Random(43)
    alarms = [each.text for _ in range(1000) for each in only(kind, clean(random))]
    assert len(alarms) <= 5, alarms
