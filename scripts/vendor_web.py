"""Renew the browser files that lie in the package, from the npm packages that publish them.

Needs `npm`. Writes the files, their licences and a manifest (package, version, licence, sha256) that a test
compares with the files. Versions are pinned: raise one here, run this, look at the pages, commit both.
"""

import hashlib
import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "kuultu/ground/web/static/web/vendor"


@dataclass(frozen=True)
class File:
    """One file of a package, and the name under which it lies here."""

    package: str
    version: str
    path: str
    name: str
    licence: str


FILES = (
    File("htmx.org", "4.0.1", "dist/htmx.min.js", "htmx.min.js", "0BSD"),
    File("htmx.org", "4.0.1", "LICENSE", "LICENSE-htmx.txt", "0BSD"),
)


def fetch(package: str, version: str, into: Path) -> Path:
    """A package, unpacked under `into`."""
    into.mkdir()
    subprocess.run(["npm", "pack", f"{package}@{version}", "--pack-destination", str(into)], check=True)
    shutil.unpack_archive(next(into.glob("*.tgz")), into, filter="data")
    return into / "package"


def entry(file: File, unpacked: Path) -> dict[str, str]:
    """Copy one file; its line of the manifest."""
    target = FOLDER / file.name
    shutil.copyfile(unpacked / file.path, target)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    return {
        "file": file.name, "package": file.package, "version": file.version, "from": file.path,
        "licence": file.licence, "sha256": digest,
    }  # fmt: skip


def main() -> None:
    """Fetch each package once, copy its files, write the manifest."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = []
    with tempfile.TemporaryDirectory() as scratch:
        unpacked: dict[str, Path] = {}
        for file in FILES:
            if file.package not in unpacked:
                unpacked[file.package] = fetch(file.package, file.version, Path(scratch) / str(len(unpacked)))
            lines.append(entry(file, unpacked[file.package]))
    (FOLDER / "manifest.json").write_text(json.dumps(lines, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
