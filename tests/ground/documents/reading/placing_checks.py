"""Reading a form or its content, with the checks that every reading must pass."""

from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.result import Caution, Reading
from tests.ground.documents.reading.filled_forms import Form, form_map
from tests.ground.documents.reading.word_parts import word_file

MAP = form_map()


def read(content: str | Form | bytes) -> Reading:
    """A reading, which must account for every visible character."""
    data = content.file() if isinstance(content, Form) else word_file(content) if isinstance(content, str) else content
    reading = read_here(data, MAP)
    assert reading.visible == reading.accounted
    return reading


def cautions(reading: Reading) -> set[Caution]:
    return {each.caution for each in reading.warnings}
