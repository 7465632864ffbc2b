"""Street addresses in Finland: Kauppakatu 12 B 4, Storgatan 5, with or without the town."""

import re
from collections.abc import Iterator

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind
from kuultu.ground.privacy.finder.word_lists import words_of

ENDINGS = "|".join(sorted(words_of("streets_fi", "streets_sv"), key=len, reverse=True))
STRONG = re.compile(r"(?:katu|kadu|kuja|polku|polu|raitti|gata|väg|gränd)", re.IGNORECASE)
ADDRESS = re.compile(
    rf"(?<![\w'-])(?:[A-ZÅÄÖ][\w'-]{{1,30}} ){{0,2}}?(?P<street>[\w'-]{{0,40}}\w(?:{ENDINGS}))"
    r" (?P<number>\d{1,3}(?: ?[a-z](?![\wåäö]))?(?:-\d{1,3})?)"
    r"(?: ?(?:as\.?|lgh|bst\.?|[A-Z](?![\wåäö]))(?: ?\d{1,3}(?!\d))?)?"
    r"(?:,? (?:FI-)?\d{5} [A-ZÅÄÖ][\wåäö-]+)?"
)
NOT_STREETS = words_of("not_streets")
POSTCODE = re.compile(r"(?<![\d,.-])(?:FI-)?\d{5} [A-ZÅÄÖ][a-zåäö]{2,}(?![\wåäö])")
MEASURES = re.compile(r" ?(?:%|€|euro|vuot|tunti|tuntia|kertaa|kpl|km|år\b|timm)")


def addresses(text: str) -> Iterator[Hit]:
    """A street with a number is likely an address; written small it must end in a sure ending."""
    for match in ADDRESS.finditer(text):
        street = match["street"]
        if street.lower() in NOT_STREETS or MEASURES.match(text, match.end("number")):
            continue
        if street[0].isupper() or STRONG.search(street):
            yield Hit(Kind.STREET_ADDRESS, *match.span(), Certainty.LIKELY)
        elif match.group()[0].isupper():
            yield Hit(Kind.STREET_ADDRESS, *match.span(), Certainty.POSSIBLE)
    for match in POSTCODE.finditer(text):
        yield Hit(Kind.STREET_ADDRESS, *match.span(), Certainty.POSSIBLE)
