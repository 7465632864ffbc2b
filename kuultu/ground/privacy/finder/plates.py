"""Number plates of cars."""

import re
from collections.abc import Iterator

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind
from kuultu.ground.privacy.finder.word_lists import words_of

PLATE = re.compile(r"(?<![\w-])[A-ZÅÄÖ]{2,3}-[1-9]\d{0,2}(?![\w-])")
NEAR_A_CAR = re.compile(
    r"(?:rekister|kilpi|kilve|auto|registernummer|plate|bil(?:en)?\b|car\b|номер|машин|سيارة|ماشین)"
    r"\w{0,20}\W(?:.{0,30}?\W)?(?P<plate>[A-Za-zÅÄÖåäö]{2,3}[ -][1-9]\d{0,2}|[A-Za-z]{3}[ -]\d\d[A-Za-z0-9])"
    r"(?![\w-])",
    re.IGNORECASE,
)
NOT_PLATES = words_of("not_plates")


def plates(text: str) -> Iterator[Hit]:
    """Three letters and three digits are likely a plate, anything shorter possibly one."""
    for match in PLATE.finditer(text):
        letters, _dash, digits = match.group().partition("-")
        if letters.lower() not in NOT_PLATES:
            usual = len(letters) == 3 and len(digits) == 3
            yield Hit(Kind.PLATE, *match.span(), Certainty.LIKELY if usual else Certainty.POSSIBLE)
    for match in NEAR_A_CAR.finditer(text):
        if re.split("[ -]", match["plate"])[0].lower() not in NOT_PLATES:
            yield Hit(Kind.PLATE, *match.span("plate"), Certainty.LIKELY)
