"""Reading strangers' files in a child process with limits. The web process never unpacks or parses one itself.

`read` starts a child for one file (tens of milliseconds); `Reader` keeps one for many. Whatever happens to the
child, its owner gets a reading or Refused (research: trust F3, N1).
"""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Self

import lxml

from kuultu.ground.documents.reading import frames
from kuultu.ground.documents.reading.form_map import FormMap
from kuultu.ground.documents.reading.gate import check_outside
from kuultu.ground.documents.reading.refusals import Reason, Refused
from kuultu.ground.documents.reading.result import Reading

# A hostile file is answered within this time; the largest honest one takes a tenth of it.
SECONDS = 2.0
START_SECONDS = 15.0

_BOOT = "import sys; sys.path[:0] = sys.argv[1:]; from kuultu.ground.documents.reading.worker import main; main()"
_PLACES = (str(Path(__file__).resolve().parents[4]), str(Path(lxml.__file__).resolve().parents[1]))
_COMMAND = (sys.executable, "-I", "-S", "-B", "-c", _BOOT, *_PLACES)


def read(data: bytes, form: FormMap | None = None) -> Reading:
    """Read a Word file's bytes as a filled form, in a child process. Raises Refused, and nothing else."""
    check_outside(data)
    with Reader() as reader:
        return reader.read(data, form)


class Reader:
    """A child that reads many files, one at a time, and is replaced when one of them was its end."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def process_id(self) -> int | None:
        """The child's number, while there is one."""
        return self._process.pid if self._process else None

    def read(self, data: bytes, form: FormMap | None = None) -> Reading:
        """Read one file. Raises Refused, and nothing else."""
        check_outside(data)
        with self._lock:
            line = self._line or self._start()
            until = time.monotonic() + self._seconds
            try:
                line.settimeout(self._seconds)
                line.sendall(frames.question(data, form))
                return frames.receive_answer(lambda size: _receive(line, size, until))
            except TimeoutError as error:
                self._end()
                raise Refused(Reason.TOO_SLOW, "time") from error
            except (OSError, EOFError, ValueError, KeyError, TypeError) as error:
                raise Refused(self._reason_of_end(), "child") from error

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def _start(self) -> socket.socket:
        """Start a child and wait until it has given up its rights."""
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                self._process = subprocess.Popen(
                    _COMMAND,
                    stdin=theirs.fileno(),
                    stdout=theirs.fileno(),
                    stderr=subprocess.DEVNULL,
                    env={},
                    cwd="/",
                    close_fds=True,
                    start_new_session=True,
                )
            self._line = ours
            ready = _receive(ours, len(frames.READY), time.monotonic() + START_SECONDS)
        except (OSError, EOFError) as error:
            self._end()
            ours.close()
            raise Refused(Reason.UNAVAILABLE, type(error).__name__) from error
        if ready != frames.READY:
            self._end()
            raise Refused(Reason.UNAVAILABLE, "not ready")
        return ours

    def _reason_of_end(self) -> Reason:
        """Why the child fell silent, as far as the system tells."""
        process = self._process
        self._end()
        code = process.returncode if process else None
        return Reason.TOO_SLOW if code == -signal.SIGXCPU else Reason.DAMAGED

    def _end(self) -> None:
        """End the child, kindly first: closing the line ends one that is well."""
        line, process = self._line, self._process
        self._line = self._process = None
        if line:
            line.close()
        if process:
            process.kill()
            process.wait()


def _receive(line: socket.socket, size: int, until: float) -> bytes:
    """Exactly `size` bytes before the time is up. Raises TimeoutError, EOFError or OSError."""
    parts = []
    while size:
        left = until - time.monotonic()
        if left <= 0:
            raise TimeoutError
        line.settimeout(left)
        part = line.recv(min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
