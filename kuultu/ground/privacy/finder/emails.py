"""E-mail addresses, also when the at sign is written out."""

import re
from collections.abc import Iterator

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind

EMAIL = re.compile(r"(?<![\w.+%'-])[\w.+%'-]{1,64}(?<![.'])\s?@\s?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
SPELT_OUT = re.compile(
    r"(?<![\w.+-])[\w.+-]{1,64}\s?[(\[{]\s?(?:at|ät|a|miukumauku)\s?[)\]}]\s?"
    r"[\w-]{1,63}(?:(?:\.|\s?[(\[{]\s?(?:dot|piste|punkt)\s?[)\]}]\s?)[\w-]{1,63}){1,8}",
    re.IGNORECASE,
)


def emails(text: str) -> Iterator[Hit]:
    """Addresses with a sign are sure, spelt-out ones likely."""
    if "@" in text:
        for match in EMAIL.finditer(text):
            yield Hit(Kind.EMAIL, *match.span(), Certainty.SURE)
    for match in SPELT_OUT.finditer(text):
        yield Hit(Kind.EMAIL, *match.span(), Certainty.LIKELY)
