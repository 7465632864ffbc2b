"""Telling languages apart: a warning when it is sure, silence when it is not."""

import pytest

from kuultu.loop.reports.tongues import guess_of, looks_like_another

SENTENCES = {
    "fi": "Bussi ei pysähtynyt, vaikka odotimme lasten kanssa pysäkillä",
    "sv": "Bussen stannade inte fast vi väntade på hållplatsen",
    "en": "The bus did not stop although we were waiting there",
    "se": "In busse ii bisánan vaikko vurddiimet doppe mánáiguin",
    "et": "Bussijuht nägi meid, aga sõitis edasi ega peatunud",
    "ru": "Водитель автобуса увидел нас и уехал, не остановившись",
    "uk": "Водій автобуса побачив нас і поїхав, не зупинився",
    "ar": "نظر السائق إلينا ومضى دون أن يتوقف عند المحطة",
    "fa": "راننده اتوبوس ما را دید ولی نگه نداشت و رفت",
    "so": "Darawalka baska wuu na arkay laakiin ma uusan istaagin",
    "sw": "Dereva wa basi alituona lakini hakusimama kituoni kabisa",
    "ti": "ኣብ ቤት መጻሕፍቲ ሓገዙኒ እዮም ጽቡቕ ድማ ተሰሚዑኒ",
    "th": "รถเมล์ไม่จอดให้เราทั้งที่เรารออยู่ที่ป้าย",
    "vi": "Xe buýt không dừng lại dù chúng tôi đang đợi ở bến",
    "es": "El autobús no paró aunque estábamos esperando allí",
    "rw": "Shoferi wa bisi ntiyahagaze kandi twari dutegereje abana",
    "bs": "Vozač autobusa nas je vidio i otišao dalje bez nas",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_each_language_is_known_and_every_other_is_told(code: str) -> None:
    assert guess_of(SENTENCES[code]) == code
    assert looks_like_another([SENTENCES[code]], code) is None
    for other in SENTENCES:
        if other != code:
            assert looks_like_another([SENTENCES[code]], other) == code


@pytest.mark.parametrize(("text", "declared"), [("fa", "fa-AF"), ("rw", "rn")])
def test_the_pairs_that_no_machine_tells_apart_are_left_to_people(text: str, declared: str) -> None:
    assert looks_like_another([SENTENCES[text]], declared) is None


@pytest.mark.parametrize("text", ["", "Bussi", "Bussi ei tullut", "050 000 0000", "รถเมล์", "12.3. 17:00 – 19:00 8"])
def test_too_little_says_nothing(text: str) -> None:
    assert guess_of(text) is None
    assert looks_like_another([text], "ar") is None


def test_one_line_of_another_language_does_not_make_a_report_foreign() -> None:
    assert looks_like_another([SENTENCES["fi"], SENTENCES["sv"], SENTENCES["fi"]], "fi") is None
    assert looks_like_another([SENTENCES["fi"], SENTENCES["sv"]], "ar") is None
