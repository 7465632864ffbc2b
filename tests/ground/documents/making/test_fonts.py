"""The fonts in the package are the ones in the manifests, under their licence, and reach every language."""

import hashlib
import json
from pathlib import Path

import pytest

import kuultu

PACKAGE = Path(kuultu.__file__).parent
FOLDERS = PACKAGE / "ground/documents/fonts", PACKAGE / "ground/web/static/web/fonts"


@pytest.mark.parametrize("folder", FOLDERS, ids=("documents", "pages"))
def test_every_font_has_the_hash_of_the_manifest(folder: Path) -> None:
    told = {line["file"]: line["sha256"] for line in json.loads((folder / "manifest.json").read_text())}
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.iterdir()
        if path.suffix in {".ttf", ".woff2"}
    }
    assert found == told


@pytest.mark.parametrize("folder", FOLDERS, ids=("documents", "pages"))
def test_the_licence_lies_beside_the_fonts(folder: Path) -> None:
    for name in ("OFL-Noto.txt", "OFL-Sarabun.txt"):
        text = (folder / name).read_text()
        assert text.startswith("Copyright")
        assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_arabic_stays_at_the_version_that_can_be_read_aloud() -> None:
    lines = json.loads((FOLDERS[0] / "manifest.json").read_text())
    naskh = [line for line in lines if "Naskh" in line["file"]]
    assert {(line["package"], line["version"]) for line in naskh} == {("fonts-noto-core", "20201225-1")}
    data = (FOLDERS[0] / "NotoNaskhArabic-Regular.ttf").read_bytes()
    assert "2.004".encode("utf-16-be") in data


def test_pages_carry_less_than_half_a_megabyte() -> None:
    assert sum(path.stat().st_size for path in FOLDERS[1].glob("*.woff2")) < 500_000
