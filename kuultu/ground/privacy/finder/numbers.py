"""Numbers that an office gave to a person: immigration, customer, passport and permit numbers."""

import re
from collections.abc import Iterator

from kuultu.ground.privacy.finder.find import Certainty, Hit, Kind

OFFICE = (
    r"(?:asiakas|diaari|hakemus|lupa|kortin|passin|passi|oleskelulupakortin|UMA|Migri\w*|dnro|diaari)"
    r"(?:-|\s)?(?:numero\w*|nro|nr|tunnus\w*)?"
    r"|(?:kund|ärende|ansöknings|pass|klient)(?:-|\s)?(?:nummer|nr)\w*"
    r"|(?:customer|case|application|passport|permit|client|file)\s(?:number|no\.?|id)"
    r"|номер\s(?:паспорта|дела|клиента|справи)|паспорт\w*"
    r"|رقم\s(?:الجواز|الملف|القضية|العميل)|جواز\sالسفر|شماره\s(?:گذرنامه|پرونده)|کیس"
)
NUMBERED = re.compile(
    rf"(?<!\w)(?:{OFFICE})\s?(?::|on|är|is|-|—|=|это)?\s?(?P<number>[A-Z]{{0,3}}\d[\d/ -]{{3,14}}\d)(?![\w/])",
    re.IGNORECASE,
)
PASSPORT = re.compile(r"(?<![\w-])[A-Z]{2}\d{7}(?![\w-])")


def other_numbers(text: str) -> Iterator[Hit]:
    """A number beside the word that says whose it is; a passport number also without one."""
    for match in NUMBERED.finditer(text):
        yield Hit(Kind.OTHER_ID, *match.span("number"), Certainty.LIKELY)
    for match in PASSPORT.finditer(text):
        yield Hit(Kind.OTHER_ID, *match.span(), Certainty.LIKELY)
