"""A drawing as pixels, for programs that do not show SVG: a municipality's arms in Word and on slides."""

import struct
from functools import lru_cache

import typst

from kuultu.ground.documents.pdf.press import PressError

PAGE = (
    b"#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
    b'#image(bytes(sys.inputs.svg), format: "svg", height: 20mm)'
)
DOTS = 300  # an inch, at 20 mm height


@lru_cache(maxsize=64)
def png_of_svg(svg: str) -> bytes:
    """The drawing, 20 mm high at 300 dots an inch, on no ground. Raises PressError for what is no SVG."""
    try:
        made = typst.compile(PAGE, format="png", ppi=DOTS, sys_inputs={"svg": svg}, ignore_system_fonts=True)
    except typst.TypstError as refused:
        raise PressError(str(refused)) from refused
    return bytes(made)


def shape_of(png: bytes) -> float:
    """Width over height, from the picture's header."""
    width, height = struct.unpack_from(">II", png, 16)
    return float(width / height)
