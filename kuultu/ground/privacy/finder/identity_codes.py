"""Finnish personal identity codes, however they are written.

The century sign has been one of - Y X W V U (1900s), A B C D E F (2000s) or + (1800s) since 2023;
individual numbers from 900 on are temporary. The check character comes from python-stdnum.
"""

import re
from collections.abc import Iterator

from stdnum.fi import hetu

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind

CODE = re.compile(
    r"(?<!\d)(\d\d)[ .]?(\d\d)[ .]?(\d\d)( ?)([-+A-FU-Ya-fu-y])( ?)(\d{3})( ?)"
    r"([0-9A-FHJ-NPR-Ya-fhj-npr-y])(?!\d)"
)
WITHOUT_SIGN = re.compile(r"(?<!\d)(\d{6}) ?(\d{3}) ?([A-FHJ-NPR-Y])(?![0-9A-Za-z])")


def identity_codes(text: str) -> Iterator[Hit]:
    """Codes with a right check character are sure; look-alikes with a possible date are likely."""
    for match in CODE.finditer(text):
        certainty = _certainty(match)
        if certainty:
            yield Hit(Kind.IDENTITY_CODE, *match.span(), certainty)
    for match in WITHOUT_SIGN.finditer(text):
        date, number, check = match.groups()
        if any(_is_code(f"{date}{sign}{number}{check}") for sign in "-A"):
            yield Hit(Kind.IDENTITY_CODE, *match.span(), Certainty.LIKELY)


def _certainty(match: re.Match[str]) -> Certainty | None:
    code = re.sub(r"[ .]", "", match.group())
    if _is_code(code):
        return Certainty.SURE
    day, month = int(match.group(1)), int(match.group(2))
    written_tight = len(code) == len(match.group())
    ends_word = not match.string[match.end() : match.end() + 1].isalpha()
    if written_tight and ends_word and 1 <= day <= 31 and 1 <= month <= 12:
        return Certainty.LIKELY
    return None


def _is_code(code: str) -> bool:
    return bool(hetu.is_valid(code, allow_temporary=True))
