"""A server of our own for tests: its own data, its own port, stopped with everything it started."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = "kuultu.config.settings"
# How long a server gets to stop by itself.
PATIENCE = 5


@dataclass
class Site:
    """The running server: its address, its data folder, and ways to run commands on the same data.

    `log`: what the server writes, letters among it, since no mail server is named; None when it is thrown away.
    """

    address: str
    data: Path
    settings: str
    process: subprocess.Popen[bytes] = field(repr=False)
    log: Path | None = None

    def manage(self, *command: str, stdin: str | None = None) -> str:
        """What `manage.py <command>` prints."""
        return run(["manage.py", *command], environment(self.data, self.settings, self.address), stdin)

    def ask(self, module: str) -> str:
        """What a module's `main()` prints, with this site's data and address."""
        code = f"import django; django.setup(); from {module} import main; main()"
        return run(["-c", code], environment(self.data, self.settings, self.address))


def environment(data: Path, settings: str = SETTINGS, address: str = "") -> dict[str, str]:
    """The server's own environment: its own data, no mail, no proxy."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KUULTU_", "DATABASE_URL"))}
    ours = {
        "KUULTU_DATA_DIR": str(data),
        "DJANGO_SETTINGS_MODULE": settings,
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    return kept | ours | ({"KUULTU_SITE_URL": address} if address else {})


def run(arguments: list[str], env: dict[str, str], stdin: str | None = None) -> str:
    """What this interpreter prints; an error with its last words when it fails."""
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=env, input=stdin, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed:\n{done.stderr[-2000:]}")
    return done.stdout


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def serving(data: Path, settings: str = SETTINGS, log: Path | None = None) -> Iterator[Site]:
    """`kuultu serve` on a free port, in a session of its own, and all of it gone at the end."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with contextlib.ExitStack() as stack:
        out = stack.enter_context(log.open("wb")) if log else subprocess.DEVNULL
        process = subprocess.Popen(
            [sys.executable, "-m", "kuultu", "serve", "--port", str(port)],
            cwd=ROOT, env=environment(data, settings, address) | {"PYTHONUNBUFFERED": "1"}, start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=out, stderr=out,
        )  # fmt: skip
        stack.callback(stop, process)
        wait_for(f"{address}/sign-in/", process)
        yield Site(address, data, settings, process, log)


def stop(process: subprocess.Popen[bytes]) -> None:
    """Ask it to stop; after a while end it with its workers."""
    process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=PATIENCE)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=PATIENCE)


def wait_for(address: str, process: subprocess.Popen[bytes], seconds: float = 60) -> None:
    """Until the server answers."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError("The server stopped before it answered.")
        try:
            urllib.request.urlopen(address, timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("The server did not answer in time.")
