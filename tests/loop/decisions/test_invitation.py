"""The invitation to the decision event, in every language."""

import io
import zipfile
from datetime import datetime

import pypdfium2
import pytest
from django.test import Client

from kuultu.ground.documents.docx import to_docx
from kuultu.ground.documents.pdf import to_pdf
from kuultu.ground.languages.registry import CONTENT
from kuultu.loop.decisions.invitation import invitation
from kuultu.loop.decisions.models import DecisionEvent

pytestmark = pytest.mark.usefixtures("in_mallila")


@pytest.mark.parametrize("code", CONTENT)
def test_the_letter_is_one_page_in_every_language(event: DecisionEvent, code: str, now: datetime) -> None:
    letter = invitation(event, code)
    document = pypdfium2.PdfDocument(to_pdf(letter, timestamp=now))
    assert len(document) == 1
    said = document[0].get_textpage().get_text_bounded()
    assert event.place in said and "{" not in said and event.code not in said
    with zipfile.ZipFile(io.BytesIO(to_docx(letter))) as opened:
        assert event.place in opened.read("word/document.xml").decode()


def test_it_is_downloaded_in_the_languages_of_the_hall_and_of_the_discussions(
    event: DecisionEvent, aino_browser: Client, leena_browser: Client
) -> None:
    here = f"/mallila/{event.round.code}/decisions/"
    page = aino_browser.get(f"{here}people/").text
    assert all(f"{here}invitation-{code}.pdf" in page for code in event.languages)
    letter = aino_browser.get(f"{here}invitation-ar.docx")
    assert letter.headers["Content-Disposition"].endswith('invitation-ar.docx"') and letter.content[:2] == b"PK"
    assert aino_browser.get(f"{here}invitation-xx.pdf").status_code == 404
    assert aino_browser.get(f"{here}invitation-ar.exe").status_code == 404
    assert leena_browser.get(f"{here}invitation-ar.pdf").status_code == 403
