"""Forms that went through LibreOffice: saved again as .docx, and there and back through .odt and .doc.

Which version does what to a control stands in research, documents: "Content controls and LibreOffice".
"""

import shutil
import subprocess
from pathlib import Path

import pytest

from kuultu.ground.documents.reading.here import read_here
from tests.ground.documents.reading.filled_forms import LANGUAGES, SAID, by_tag, filled, form_map
from tests.ground.documents.reading.our_forms import our_answers, our_filled_form, our_map
from tests.ground.documents.reading.word_parts import bookmark, control, para, run, word_file

MAP = form_map()
SOFFICE = shutil.which("soffice")
pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def convert(folder: Path, target: str, files: list[Path]) -> list[Path]:
    """Files saved by LibreOffice in another format, all in one go."""
    out = folder / f"to_{target}"
    profile = (folder / "profile").as_uri()
    command = [SOFFICE or "", f"-env:UserInstallation={profile}", "--headless", "--convert-to", target]
    subprocess.run([*command, "--outdir", str(out), *map(str, files)], check=True, capture_output=True, timeout=240)
    return [out / f"{path.stem}.{target}" for path in files]


def with_enter(lang: str) -> bytes:
    """A form where somebody pressed Enter in a control: Word makes it a block of two paragraphs."""
    form = filled(lang)
    lines = para(bookmark("a_SEC1_1_o"), run(SAID[lang][0])) + para(run(SAID[lang][1]))
    return word_file(form.content().replace(form.answer("SEC1.1.o"), control("SEC1.1.o", lines)))


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every form as it was before LibreOffice: plain, with Enter, and ours."""
    folder = tmp_path_factory.mktemp("forms")
    made = {f"plain_{lang}": filled(lang).file() for lang in LANGUAGES}
    made |= {f"enter_{lang}": with_enter(lang) for lang in LANGUAGES}
    made |= {f"ours_{lang}": our_filled_form(lang, 3) for lang in LANGUAGES}
    for name, data in made.items():
        (folder / f"{name}.docx").write_bytes(data)
    return sorted(folder.glob("*.docx"))


def check(saved: list[Path]) -> None:
    """Each answer of each form is found where it was written."""
    for path in saved:
        kind, lang = path.stem.split("_")
        ours = kind == "ours"
        expected = our_answers(lang, 3) if ours else filled(lang).said
        if kind == "enter":
            expected |= {"SEC1.1.o": "\n".join(SAID[lang])}
        reading = read_here(path.read_bytes(), our_map(lang, 3) if ours else MAP)
        assert by_tag(reading) == expected, path.name
        assert reading.event == "MAL26-D", path.name
        assert reading.language == lang, path.name
        assert reading.unplaced == (), path.name
        assert reading.visible == reading.accounted, path.name


def test_forms_saved_by_libreoffice_keep_every_answer(written: list[Path], tmp_path: Path) -> None:
    check(convert(tmp_path, "docx", written))


@pytest.mark.slow
def test_forms_keep_every_answer_through_odt(written: list[Path], tmp_path: Path) -> None:
    check(convert(tmp_path, "docx", convert(tmp_path, "odt", written)))


@pytest.mark.slow
def test_forms_without_enter_keep_every_answer_through_doc(written: list[Path], tmp_path: Path) -> None:
    plain = [path for path in written if not path.stem.startswith("enter")]
    check(convert(tmp_path, "docx", convert(tmp_path, "doc", plain)))
