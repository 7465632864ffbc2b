"""The browser files in the package are the ones in the manifest."""

import hashlib
import json
from pathlib import Path

import kuultu

VENDOR = Path(kuultu.__file__).parent / "ground/web/static/web/vendor"


def test_every_file_has_the_hash_of_the_manifest() -> None:
    told = {line["file"]: line["sha256"] for line in json.loads((VENDOR / "manifest.json").read_text())}
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.iterdir()
        if path.name != "manifest.json"
    }
    assert found == told


def test_htmx_is_pinned_and_its_licence_lies_beside_it() -> None:
    lines = json.loads((VENDOR / "manifest.json").read_text())
    assert {(line["package"], line["version"], line["licence"]) for line in lines} == {("htmx.org", "4.0.1", "0BSD")}
    assert 'this.version="4.0.1"' in (VENDOR / "htmx.min.js").read_text()
    assert "Zero-Clause BSD" in (VENDOR / "LICENSE-htmx.txt").read_text()
