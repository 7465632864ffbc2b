"""Codes: what was put in comes out, from SVG, from PNG, small and large."""

import io

import pytest
import zxingcpp
from PIL import Image

from kuultu.ground.documents import qr

LINKS = (
    "https://mallila.example/r/MAL26-D-1",
    "https://mallila.example/k/MAL26-D?kieli=fa-AF",
    "A",
    "https://mallila.example/" + "x" * 200,
)


@pytest.mark.parametrize("link", LINKS)
def test_the_png_opens_the_link_and_is_one_bit_deep(link: str) -> None:
    made = qr.png(link)
    picture = Image.open(io.BytesIO(made))
    assert picture.mode == "1"
    assert qr.read(picture.convert("L")) == [link]
    assert len(made) < 3000


def test_four_white_modules_stand_round_the_code() -> None:
    picture = Image.open(io.BytesIO(qr.png("A", scale=3))).convert("L")
    box = picture.point(lambda value: 255 - value).getbbox()
    assert box == (12, 12, picture.width - 12, picture.height - 12)


@pytest.mark.parametrize("link", LINKS)
def test_the_svg_draws_the_same_modules_as_the_png(link: str) -> None:
    drawn = qr.svg(link)
    picture = Image.open(io.BytesIO(qr.png(link, scale=1))).convert("L")
    assert f'viewBox="0 0 {picture.width} {picture.height}"' in drawn
    dark = 0
    for step in drawn.split('d="')[2].split('"')[0].split("M")[1:]:
        dark += int(step.split("h")[1].split("v")[0])
    assert dark == picture.tobytes().count(0)


def test_a_code_is_always_the_same() -> None:
    assert qr.svg("A") == qr.svg("A")
    assert zxingcpp.create_barcode("A", zxingcpp.BarcodeFormat.QRCode).text == "A"


def test_letters_that_cameras_guess_at_are_refused() -> None:
    with pytest.raises(ValueError, match="percent-encode"):
        qr.svg("https://mallila.example/äiti")
