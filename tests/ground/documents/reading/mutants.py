"""Seeded damage to good files: flipped bytes, cuts, parts swapped, markup edited. The same seed, the same file."""

import random
import re
from collections.abc import Callable

from tests.ground.documents.reading.word_parts import pack, unpack

type Damage = Callable[[random.Random, bytes], bytes]

_TAG = re.compile(rb"<[^<>]+>")
_JUNK = (
    b"<w:p>",
    b"</w:tbl>",
    b"&#0;",
    b"&lt;",
    b"\xff\xfe",
    b"]]>",
    b"<!--",
    b"<w:sdt><w:sdtPr/>",
    b'w:val="9999999"',
)
_BIG = (b"<w:smartTag>", b"<w:tbl><w:tr><w:tc>", b'<w:r w:a="', b"<w:p/>", b"\xe2\x80\xae", b"&amp;")


def flip_bytes(chance: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def cut(chance: random.Random, data: bytes) -> bytes:
    return data[: chance.randrange(len(data))]


def cut_out(chance: random.Random, data: bytes) -> bytes:
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 400) :]


def grow(chance: random.Random, data: bytes) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.randbytes(chance.randint(1, 300)) + data[at:]


def flip_in_the_directory(chance: random.Random, data: bytes) -> bytes:
    out = bytearray(data)
    start = data.find(b"PK\x01\x02")
    for _ in range(chance.randint(1, 4)):
        out[chance.randrange(max(start, 0), len(out))] = chance.randrange(256)
    return bytes(out)


def swap_parts(chance: random.Random, data: bytes) -> bytes:
    parts = unpack(data)
    one, other = chance.choice(list(parts)), chance.choice(list(parts))
    return pack(parts | {one: parts[other], other: parts[one]})


def drop_a_part(chance: random.Random, data: bytes) -> bytes:
    parts = unpack(data)
    del parts[chance.choice(list(parts))]
    return pack(parts)


def edit_a_part(edit: Callable[[random.Random, bytes], bytes]) -> Damage:
    def damage(chance: random.Random, data: bytes) -> bytes:
        parts = unpack(data)
        name = "word/document.xml" if chance.random() < 0.7 else chance.choice(list(parts))
        if not parts.get(name):
            name = next(name for name in parts if parts[name])
        return pack(parts | {name: edit(chance, parts[name])})

    damage.__name__ = edit.__name__
    return damage


def drop_tags(chance: random.Random, part: bytes) -> bytes:
    rate = chance.choice((0.001, 0.01, 0.2))
    return _TAG.sub(lambda tag: b"" if chance.random() < rate else tag[0], part)


def shuffle_tags(chance: random.Random, part: bytes) -> bytes:
    tags = _TAG.findall(part) or [b"<x/>"]
    return _TAG.sub(lambda tag: chance.choice(tags) if chance.random() < 0.01 else tag[0], part)


def add_junk(chance: random.Random, part: bytes) -> bytes:
    for _ in range(chance.randint(1, 5)):
        at = chance.randrange(len(part))
        part = part[:at] + chance.choice(_JUNK) + part[at:]
    return part


def blow_up(chance: random.Random, part: bytes) -> bytes:
    at = part.find(b">", chance.randrange(len(part))) + 1
    return part[:at] + chance.choice(_BIG) * chance.choice((10, 1_000, 60_000)) + part[at:]


def repeat_a_stretch(chance: random.Random, part: bytes) -> bytes:
    start = chance.randrange(len(part))
    stretch = part[start : start + chance.randint(1, 3_000)]
    return part[:start] + stretch * chance.choice((2, 20, 300)) + part[start:]


def scramble(chance: random.Random, part: bytes) -> bytes:
    return chance.randbytes(len(part)) if chance.random() < 0.3 else flip_bytes(chance, part)


DAMAGES: tuple[Damage, ...] = (
    flip_bytes, cut, cut_out, grow, flip_in_the_directory, swap_parts, drop_a_part,
    *map(edit_a_part, (drop_tags, shuffle_tags, add_junk, blow_up, repeat_a_stretch, scramble, cut)),
)  # fmt: skip


def mutant(seed: int, good: list[bytes]) -> bytes:
    """Mutant number `seed` of some good files."""
    chance = random.Random(seed)
    damaged = DAMAGES[seed % len(DAMAGES)](chance, chance.choice(good))
    again = chance.random() < 0.2 and _opens(damaged)
    return DAMAGES[chance.randrange(len(DAMAGES))](chance, damaged) if again else damaged


def _opens(data: bytes) -> bool:
    """Whether every part can be unpacked and holds something."""
    try:
        return all(unpack(data).values())
    except Exception:  # whatever zipfile says to a damaged file
        return False
