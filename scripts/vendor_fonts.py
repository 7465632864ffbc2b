# /// script
# requires-python = ">=3.12"
# dependencies = ["fonttools==4.68.0", "brotli==1.2.1"]
# ///
"""Renew the fonts that lie in the package, from the Debian and npm packages that publish them.

Needs `apt-get`, `dpkg-deb` and `npm`, and fontTools with brotli (`uv run scripts/vendor_fonts.py`).
Writes static TrueType files for documents, compressed subsets for pages, the licence texts, and in
each folder a manifest (package, version, licence, sha256) that a test compares with the files.

The versions are pinned on purpose: Noto Naskh Arabic after 2.004 draws a letter as a skeleton with
shared dots, and text set with it can no longer be copied, searched or read aloud.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOR_DOCUMENTS = ROOT / "kuultu/ground/documents/fonts"
FOR_PAGES = ROOT / "kuultu/ground/web/static/web/fonts"

DEBIAN = "fonts-noto-core", "20201225-1"
NPM = "@expo-google-fonts/sarabun", "0.4.1"
NOTO = "usr/share/fonts/truetype/noto"

LATIN_AND_CYRILLIC = (
    "U+0020-024F,U+02B0-036F,U+0400-052F,U+1C80-1C88,U+1E00-1EFF,"
    "U+2000-206F,U+2070-209F,U+20A0-20C0,U+2100-214F,U+2C60-2C7F,U+A720-A7FF,U+FFFD"
)
ARABIC = "U+0020-007E,U+00A0,U+00AB,U+00BB,U+0600-06FF,U+0750-077F,U+200B-200F,U+202A-202E,U+FB50-FDFF,U+FE70-FEFF"
ETHIOPIC = "U+0020-007E,U+00A0,U+1200-139F,U+2D80-2DDF,U+AB00-AB2F"
THAI = "U+0020-007E,U+00A0,U+0E00-0E7F,U+200B,U+2010-2015,U+2018-201F,U+2026,U+25CC"
SHAPES = "U+25A0-25A1,U+25B2,U+25BC,U+25C6,U+25CB,U+25CF,U+2605-2606,U+2610-2612,U+2665,U+2713-2717,U+2764,U+2B50"
ARROWS = "U+2190-2199,U+21D0-21D4,U+2212,U+2248,U+2260,U+2264-2265"


@dataclass(frozen=True)
class Font:
    """One file inside a package; `pages` the characters kept for pages ("" = not sent to pages).

    `kept` the characters kept for documents; "" keeps the file byte for byte as published.
    """

    name: str
    package: tuple[str, str]
    path: str
    pages: str = ""
    kept: str = ""


FONTS = (
    Font("NotoSans-Regular", DEBIAN, f"{NOTO}/NotoSans-Regular.ttf", LATIN_AND_CYRILLIC),
    Font("NotoSans-Bold", DEBIAN, f"{NOTO}/NotoSans-Bold.ttf", LATIN_AND_CYRILLIC),
    Font("NotoNaskhArabic-Regular", DEBIAN, f"{NOTO}/NotoNaskhArabic-Regular.ttf", ARABIC),
    Font("NotoNaskhArabic-Bold", DEBIAN, f"{NOTO}/NotoNaskhArabic-Bold.ttf", ARABIC),
    Font("NotoSansEthiopic-Regular", DEBIAN, f"{NOTO}/NotoSansEthiopic-Regular.ttf", ETHIOPIC),
    Font("NotoSansEthiopic-Bold", DEBIAN, f"{NOTO}/NotoSansEthiopic-Bold.ttf", ETHIOPIC),
    Font("Sarabun-Regular", NPM, "package/400Regular/Sarabun_400Regular.ttf", THAI),
    Font("Sarabun-Bold", NPM, "package/700Bold/Sarabun_700Bold.ttf", THAI),
    Font("NotoSansSymbols2-Regular", DEBIAN, f"{NOTO}/NotoSansSymbols2-Regular.ttf", kept=SHAPES),
    Font("NotoSansMath-Regular", DEBIAN, f"{NOTO}/NotoSansMath-Regular.ttf", kept=ARROWS),
)
OFL = "package/LICENSE_FONT"  # the licence with Sarabun's copyright in its first line
NOTO_COPYRIGHT = "Copyright 2010-2020 Google LLC (Noto fonts, without a reserved font name)"


def fetch(into: Path) -> dict[tuple[str, str], Path]:
    """Both packages, unpacked under `into`."""
    debian, npm = into / "debian", into / "npm"
    npm.mkdir()
    subprocess.run(["apt-get", "download", f"{DEBIAN[0]}={DEBIAN[1]}"], cwd=into, check=True)
    subprocess.run(["dpkg-deb", "-x", str(next(into.glob("*.deb"))), str(debian)], check=True)
    subprocess.run(["npm", "pack", f"{NPM[0]}@{NPM[1]}"], cwd=into, check=True)
    shutil.unpack_archive(next(into.glob("*.tgz")), npm, filter="data")
    return {DEBIAN: debian, NPM: npm}


def subset(source: Path, target: Path, characters: str, flavour: str) -> None:
    """The characters alone, every shaping feature kept, hints dropped, time stamps kept still."""
    command = [sys.executable, "-m", "fontTools.subset", str(source), f"--output-file={target}"]
    command += [f"--unicodes={characters}", "--layout-features=*", "--no-hinting", "--no-recalc-timestamp"]
    if flavour:
        command.append(f"--flavor={flavour}")
    subprocess.run(command, check=True)


def entry(path: Path, font: Font, made: str) -> dict[str, str]:
    """One line of the manifest."""
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    package, version = font.package
    return {
        "file": path.name, "package": package, "version": version, "from": font.path,
        "made": made, "licence": "OFL-1.1", "sha256": digest,
    }  # fmt: skip


def write(folder: Path, lines: list[dict[str, str]], packages: dict[tuple[str, str], Path]) -> None:
    """The manifest and the licence texts of one folder."""
    licence = (packages[NPM] / OFL).read_text()
    (folder / "OFL-Sarabun.txt").write_text(licence)
    (folder / "OFL-Noto.txt").write_text(NOTO_COPYRIGHT + licence[licence.index("\n") :])
    (folder / "manifest.json").write_text(json.dumps(lines, indent=1, ensure_ascii=False) + "\n")


def main() -> None:
    """Fetch, convert, write both folders."""
    for folder in (FOR_DOCUMENTS, FOR_PAGES):
        folder.mkdir(parents=True, exist_ok=True)
    documents: list[dict[str, str]] = []
    pages: list[dict[str, str]] = []
    with tempfile.TemporaryDirectory() as scratch:
        packages = fetch(Path(scratch))
        for font in FONTS:
            source = packages[font.package] / font.path
            printed = FOR_DOCUMENTS / f"{font.name}.ttf"
            if font.kept:
                subset(source, printed, font.kept, "")
            else:
                shutil.copyfile(source, printed)
            documents.append(entry(printed, font, f"subset {font.kept}" if font.kept else "as published"))
            if font.pages:
                shown = FOR_PAGES / f"{font.name}.woff2"
                subset(source, shown, font.pages, "woff2")
                pages.append(entry(shown, font, f"woff2 subset {font.pages}"))
        write(FOR_DOCUMENTS, documents, packages)
        write(FOR_PAGES, pages, packages)


if __name__ == "__main__":
    main()
