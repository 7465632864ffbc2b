"""Words that announce a name: "my name is …", "Mr …", in the languages of the discussions."""

import re
from collections.abc import Iterator

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind

WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
CAPITALISED = rf"(?-i:(?=[A-ZÅÄÖÉÍÓÁÚČĆŠŽĐÕÜА-ЯІЇЄҐ]){WORD}(?: (?=[A-ZÅÄÖÉÍÓÁÚČĆŠŽĐÕÜА-ЯІЇЄҐ]){WORD}){{0,3}})"
MY_NAME_IS = re.compile(
    r"(?<!\w)(?:nimeni on|nimensä on|nimi on|(?:jag|hon|han) heter|heter|name is|named"
    r"|зовут|звати|magacaygu waa|magacaygu|magaciisu waa|magaceedu waa|la yiraahdo"
    r"|jina langu ni|jina lake ni|tên là|nitwa|yitwa|me llamo|se llama|minu nimi on"
    r"|zovem se|zove se|namma lea)"
    rf" (?P<name>{CAPITALISED})",
    re.IGNORECASE,
)
ARABIC = re.compile(
    r"(?<!\w)(?:اسمي|إسمي|اسمه|اسمها|السيد|السيدة|الأستاذ|الأستاذة|الدكتور|الدكتورة|اسم من|نام من|آقای|خانم)"
    rf" (?P<name>{WORD})"
)
ETHIOPIC = re.compile(rf"(?<!\w)(?:ስመይ|ኣቶ|አቶ|ወይዘሮ) (?P<name>{WORD})")
THAI = re.compile(r"(?:นางสาว|นาย(?!จ้าง)|(?:ฉัน|ผม|ดิฉัน|เขา|เธอ)ชื่อ)\s?(?P<name>[\u0e00-\u0e7f]{2,20})")


def introduced(text: str) -> Iterator[Hit]:
    """Names that are announced as names."""
    for match in MY_NAME_IS.finditer(text):
        yield Hit(Kind.NAME, *match.span("name"), Certainty.LIKELY)
    if text.isascii():
        return
    for pattern in (ARABIC, ETHIOPIC, THAI):
        for match in pattern.finditer(text):
            yield Hit(Kind.NAME, *match.span("name"), Certainty.LIKELY)
