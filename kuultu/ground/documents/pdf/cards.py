"""The deck of experience cards: A6, four to an A4 sheet, fronts and backs; or A5 in large print."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from kuultu.ground.documents import qr, symbols
from kuultu.ground.documents.model import LAKE
from kuultu.ground.documents.pdf.maker import plain
from kuultu.ground.documents.pdf.press import PressError, faces, measured, press, signs

type Sheet = Literal["a6x4", "a5"]


@dataclass(frozen=True)
class CardFace:
    """One card. `number` and `code` are the same in every language; `domain` "" has no sign, only its name.

    `made`: the line that says the card is made from several accounts. `link` is what the code opens.
    """

    number: str
    code: str
    domain: str
    domain_name: str
    title: str
    narrative: str
    made: str
    link: str


@dataclass(frozen=True)
class CardLabels:
    """The words on every card, in the deck's language. `notes` "" leaves the lines for notes out."""

    title: str
    round: str
    more: str
    unsure: str
    less: str
    one_line: str
    scan: str
    notes: str = ""


class CardsTooLong(ValueError):
    """Narratives that do not fit even in the smallest print; `codes` names their cards."""

    def __init__(self, codes: tuple[str, ...]) -> None:
        super().__init__(f"too long for the card in the smallest print: {', '.join(codes)}")
        self.codes = codes


def cards_pdf(
    cards: Sequence[CardFace],
    *,
    lang: str,
    labels: CardLabels,
    timestamp: datetime,
    sheet: Sheet = "a6x4",
    sender: str = "",
    draft_mark: str = "",
    draft_short: str = "",
    staff_lang: str = "fi",
    accent: str = LAKE,
) -> bytes:
    """The deck (PDF/UA-1). `draft_mark` on the sheet's edge and `draft_short` on each card, in the language of
    the staff, while nobody has checked the language. Raises CardsTooLong."""
    data = _data(cards, lang, labels, sheet)
    data |= {
        "author": sender,
        "draft_mark": draft_mark,
        "draft_short": draft_short,
        "staff_lang": staff_lang,
        "accent": accent,
        "faces": faces({lang, staff_lang}),
        "signs": signs(accent),
    }
    try:
        return press("cards", data, timestamp=timestamp)
    except PressError as refused:
        raise _too_long(refused) from refused


def text_size(cards: Sequence[CardFace], *, lang: str, labels: CardLabels, sheet: Sheet = "a6x4") -> float:
    """The size in points (of Latin letters) that the whole deck's narratives are set in; under 12 a card is too
    long to read at a table. Raises CardsTooLong."""
    data = _data(cards, lang, labels, sheet)
    data |= {"author": "", "draft_mark": "", "draft_short": "", "staff_lang": lang, "accent": LAKE}
    data |= {"faces": faces({lang}), "signs": signs(LAKE)}
    try:
        return float(measured("cards", data, "<text-size>"))
    except PressError as refused:
        raise _too_long(refused) from refused


def _data(cards: Sequence[CardFace], lang: str, labels: CardLabels, sheet: Sheet) -> dict[str, Any]:
    return {
        "lang": lang,
        "labels": plain(labels),
        "sheet": sheet,
        "colours": symbols.DOMAIN_COLOURS,
        "cards": [plain(each) | {"svg": qr.svg(each.link, margin=0), "alt": f"QR: {each.link}"} for each in cards],
    }


def _too_long(refused: PressError) -> Exception:
    """The typesetter's refusal in the workbench's terms, when it is about length."""
    first = str(refused).split("\n", 1)[0]
    _, found, codes = first.partition("too long: ")
    return CardsTooLong(tuple(codes.strip('"').split())) if found else refused
