"""The child that reads strangers' files. It gets bytes and gives JSON; it can open nothing and reach nobody.

Started without Django, site packages' start-up code, environment or working directory (see child.py). Once its
own modules are loaded it gives up the right to open files or sockets, to write, to start processes, and limits
its memory and, per file, its processor time (research: trust F3).
"""

import codecs
import io
import os
import resource
import sys
from contextlib import suppress
from zipfile import ZIP_DEFLATED, ZipFile

from kuultu.ground.documents.reading.frames import READY, answer, receive_question
from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.refusals import Refused
from kuultu.ground.documents.reading.result import Reading

CPU_SECONDS = 5
# Address space, of which about 60 MB is the interpreter itself: what is resident stays below it.
MEMORY = 256 * 1024 * 1024

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
_TO_MAIN = f'<Relationship Type="{_OFFICE}" Target="d.xml"/>'
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SMALLEST = {
    "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Override PartName="/d.xml" ContentType="{_MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_RELATIONS}">{_TO_MAIN}</Relationships>',
    "d.xml": f'<w:document xmlns:w="{_WORD}"><w:body><w:p><w:r><w:t>\u00e4</w:t></w:r></w:p></w:body></w:document>',
}


def main() -> None:
    """Read files from standard input until it ends; answer on standard output."""
    _warm_up()
    _give_up_rights()
    os.write(1, READY)
    with suppress(EOFError):
        while True:
            data, form = receive_question(_receive)
            _limit_time()
            try:
                outcome: Reading | Refused = read_here(data, form)
            except Refused as refused:
                outcome = refused
            _send(answer(outcome))


def _warm_up() -> None:
    """Read the smallest file there is, so that everything is loaded that a reading may need."""
    for name in ("utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp437", "latin-1", "ascii"):
        codecs.lookup(name)
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, text in _SMALLEST.items():
            archive.writestr(name, text)
    read_here(packed.getvalue())


def _give_up_rights() -> None:
    """No more files, sockets, processes or dumps; memory up to the limit, where the system can hold to one."""
    for limit in (resource.RLIMIT_NOFILE, resource.RLIMIT_FSIZE, resource.RLIMIT_NPROC, resource.RLIMIT_CORE):
        resource.setrlimit(limit, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _limit_time() -> None:
    """Let this file have its seconds of processor, counted from now; the system ends the process after them."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime) + 1
    resource.setrlimit(resource.RLIMIT_CPU, (spent + CPU_SECONDS, resource.RLIM_INFINITY))


def _receive(size: int) -> bytes:
    """Exactly `size` bytes. Raises EOFError when the other side has gone."""
    parts = []
    while size:
        part = os.read(0, min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _send(told: bytes) -> None:
    view = memoryview(told)
    while view:
        view = view[os.write(1, view) :]
