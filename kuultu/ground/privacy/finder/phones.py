"""Telephone numbers, Finnish ones and those with a country code."""

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import Leniency, NumberParseException, PhoneNumberMatcher, PhoneNumberType
from stdnum.fi import ytunnus

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind

MAYBE = re.compile(r"(?:\+|(?<!\d)\(?0)(?:[ ()./-]{0,3}\d){5}")
"""Numbers begin with + or 0 here: bare figures such as 50 000 000 would pass as numbers, too."""

BARE_COUNTRY_CODE = re.compile(r"(?<![\d+])358[ -]?\(?0?\)?[ -]?(?:4\d|50)(?:[ -]?\d){6,8}(?!\d)")
MOBILE = re.compile(r"(?<![\d.,:/-])0(?:4\d|50)(?:[ ./()-]{0,2}\d){5,9}(?![\d])")
FOREIGN = re.compile(r"(?<![\d+])\+[1-9](?:[ ()./-]{0,2}\d){7,14}(?!\d)")
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d\d)")

ORGANISATIONS = frozenset(
    (
        PhoneNumberType.TOLL_FREE,
        PhoneNumberType.PREMIUM_RATE,
        PhoneNumberType.SHARED_COST,
        PhoneNumberType.UAN,
    )
)
"""Service numbers: a person to look at them, but they belong to nobody."""


def phones(text: str) -> Iterator[Hit]:
    """Numbers that exist in a numbering plan; business ids, dates and bare figures are left out."""
    found = [*_in_use(text)] if MAYBE.search(text) else []
    yield from found
    for match in (*MOBILE.finditer(text), *BARE_COUNTRY_CODE.finditer(text), *FOREIGN.finditer(text)):
        is_found = any(hit.start <= match.start() and match.end() <= hit.end for hit in found)
        if not is_found and _could_be_called(match.group()):
            yield Hit(Kind.PHONE, *match.span(), Certainty.LIKELY)


def _in_use(text: str) -> Iterator[Hit]:
    for match in PhoneNumberMatcher(text, "FI", leniency=Leniency.VALID):
        if MAYBE.match(match.raw_string) and not _is_something_else(match.raw_string):
            service = phonenumbers.number_type(match.number) in ORGANISATIONS
            certainty = Certainty.POSSIBLE if service else Certainty.SURE
            yield Hit(Kind.PHONE, match.start, match.end, certainty)


def _could_be_called(raw: str) -> bool:
    """Whether a number has a right length; the numbers in use change too often to ask for more."""
    digits = re.sub(r"\D", "", raw)
    try:
        number = phonenumbers.parse(digits if digits.startswith("0") else f"+{digits}", "FI")
    except NumberParseException:
        return False
    return not _is_something_else(raw) and bool(phonenumbers.is_possible_number(number))


def _is_something_else(raw: str) -> bool:
    return bool(DATE.fullmatch(raw)) or bool(ytunnus.is_valid(raw))
