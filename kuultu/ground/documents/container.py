"""Zip containers of office files: fixed order, fixed date, parts that never change deflated once.

The same parts give the same bytes on every machine of one zlib; nothing of the machine or the hour leaks in.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

DATE = 0x5A21  # 1 January 2025, as MS-DOS writes it
UTF8 = 0x800


@dataclass(frozen=True)
class Part:
    """One file inside the container, deflated and ready to be laid in."""

    name: str
    data: bytes
    size: int
    crc: int


def deflated(name: str, content: bytes | str, level: int = 6) -> Part:
    """A part made ready. Text is written as UTF-8."""
    raw = content.encode() if isinstance(content, str) else content
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Part(name, packer.compress(raw) + packer.flush(), len(raw), zlib.crc32(raw))


def pack(parts: Iterable[Part]) -> bytes:
    """The container. The first part should be `[Content_Types].xml`: some readers look for it there."""
    body: list[bytes] = []
    directory: list[bytes] = []
    at = 0
    for part in parts:
        name = part.name.encode()
        common = struct.pack("<HHHHHIIIHH", 20, UTF8, 8, 0, DATE, part.crc, len(part.data), part.size, len(name), 0)
        head = b"PK\x03\x04" + common + name
        directory.append(b"PK\x01\x02\x14\x00" + common + struct.pack("<HHHII", 0, 0, 0, 0, at) + name)
        body += (head, part.data)
        at += len(head) + len(part.data)
    listing = b"".join(directory)
    end = struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, len(directory), len(directory), len(listing), at, 0)
    return b"".join((*body, listing, end))
