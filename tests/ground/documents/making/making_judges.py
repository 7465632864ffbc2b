"""Programs of other hands that open what we made."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

LIBRE_OFFICE = shutil.which("soffice")
needs_libre_office = pytest.mark.skipif(LIBRE_OFFICE is None, reason="LibreOffice (soffice) is not installed")
needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="Java is not installed: veraPDF cannot run")


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
