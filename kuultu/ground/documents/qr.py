"""Codes for a phone's camera: as SVG for print, as PNG for Word and slides, and read back for tests."""

import math
import struct
import zlib
from functools import lru_cache

import zxingcpp

QR_ONLY = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)


@lru_cache(maxsize=1024)
def _modules(data: str) -> tuple[bytes, ...]:
    """The modules, row by row, 0 = dark, without a margin. Medium error correction."""
    if not data.isascii():
        raise ValueError(f"cameras guess at letters outside ASCII: percent-encode {data!r}")
    made = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    flat = memoryview(zxingcpp.write_barcode_to_image(made, scale=1, add_quiet_zones=False)).tobytes()
    side = math.isqrt(len(flat))
    return tuple(flat[row * side : (row + 1) * side] for row in range(side))


@lru_cache(maxsize=256)
def svg(data: str, *, colour: str = "#16262E", margin: int = 4) -> str:
    """Scalable, `margin` modules of white round it (four are the standard's least)."""
    rows = _modules(data)
    side = len(rows) + 2 * margin
    path: list[str] = []
    for y, row in enumerate(rows, margin):
        x = 0
        while (x := row.find(b"\x00", x)) >= 0:
            end = row.find(b"\xff", x)
            end = len(row) if end < 0 else end
            path.append(f"M{x + margin} {y}h{end - x}v1h{x - end}z")
            x = end
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="{colour}" d="{"".join(path)}"/></svg>'
    )


def png(data: str, *, scale: int = 8, margin: int = 4) -> bytes:
    """One bit a pixel, `scale` pixels a module: sharp at any size and small."""
    rows = _modules(data)
    side = (len(rows) + 2 * margin) * scale
    white = b"\xff" * margin
    blank = _line(b"\xff" * (len(rows) + 2 * margin), scale) * (margin * scale)
    lines = blank + b"".join(_line(white + row + white, scale) * scale for row in rows) + blank
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(lines, 9)) + _chunk(b"IEND", b"")
    )


def _line(row: bytes, scale: int) -> bytes:
    """One scan line, packed to bits, with the filter byte before it."""
    wide = "".join(("1" if value else "0") * scale for value in row)
    padded = wide + "0" * (-len(wide) % 8)
    return b"\x00" + int(padded, 2).to_bytes(len(padded) // 8, "big")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def read(image: object) -> list[str]:
    """What the codes in a picture say (a PIL image, or an array of grey or RGB pixels), in no order."""
    return [each.text for each in zxingcpp.read_barcodes(image, formats=QR_ONLY)]
