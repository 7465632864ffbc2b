"""A poster, A4: large words, when and where, a code to sign up with, strips with the number to tear off."""

from dataclasses import dataclass
from datetime import datetime

from kuultu.ground.documents import symbols
from kuultu.ground.documents.model import LAKE, QR, Words
from kuultu.ground.documents.pdf.maker import plain
from kuultu.ground.documents.pdf.press import faces, press, signs


@dataclass(frozen=True)
class Poster:
    """What stands on a poster, in `lang` but for `Words`.

    `headline`: short lines, set as large as they fit; `talk`: in which language one talks, said in that language, and
    `talk_other` in the municipality's. `strip`: the lines of a strip beside its number. `draft_mark`: said on the edge,
    in `staff_lang`, while nobody has checked the language.
    """

    lang: str
    title: str
    headline: tuple[str, ...]
    line: str
    talk: Words
    talk_other: Words | None
    date: str
    time: str
    place: str
    address: str
    promises: tuple[str, ...]
    code_to_scan: QR
    call: str
    phone: str
    by: str
    sender: str
    code: str
    strip: tuple[str, str]
    draft_mark: str = ""
    staff_lang: str = "fi"
    accent: str = LAKE
    arms: str = ""


def poster_pdf(poster: Poster, *, timestamp: datetime) -> bytes:
    """The poster (PDF/UA-1). The same poster and time give the same bytes."""
    said = {poster.lang, poster.staff_lang, poster.talk.lang}
    said |= {poster.talk_other.lang} if poster.talk_other else set()
    data = plain(poster) | {
        "author": poster.sender,
        "arms": poster.arms or symbols.arms(poster.accent),
        "faces": faces(said - {""}),
        "signs": signs(poster.accent),
        "colours": symbols.DOMAIN_COLOURS,
    }
    return press("poster", data, timestamp=timestamp)
