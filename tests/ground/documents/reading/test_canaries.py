"""Names hide in many places of a Word file; none of them comes out (research: trust F4)."""

import json

from kuultu.ground.documents.reading.child import read
from kuultu.ground.documents.reading.result import reading_as_json, reading_from_json
from tests.ground.documents.reading.filled_forms import filled, form_map
from tests.ground.documents.reading.word_parts import bookmark, control, field, pack, para, part_of, parts, run, unpack

SECRET = "Virtanenlintu"
PEOPLE = f'w:author="{SECRET}" w:initials="{SECRET}"'
HIDING_PLACES = {
    "deleted words": f'<w:del w:id="1" {PEOPLE}><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>',
    "author of an insertion": f'<w:ins w:id="2" {PEOPLE}><w:r/></w:ins>',
    "words moved away": f'<w:moveFrom w:id="3" {PEOPLE}>{run(SECRET)}</w:moveFrom>',
    "hidden words": run(SECRET, "<w:vanish/>"),
    "field code": field(f' AUTHOR "{SECRET}" ', run("x")).replace(run("x"), ""),
    "name of a control": f'<w:sdt><w:sdtPr><w:alias w:val="{SECRET}"/></w:sdtPr><w:sdtContent/></w:sdt>',
    "alternative text of a picture": f'<w:r><w:drawing><a:docPr name="{SECRET}" descr="{SECRET}"/></w:drawing></w:r>',
    "name of a bookmark": bookmark(SECRET),
    "revision mark": f'<w:r w:rsidR="{SECRET}"/>',
    "old properties of a run": f'<w:r><w:rPr><w:rPrChange w:id="4" {PEOPLE}/></w:rPr></w:r>',
}
PARTS = {
    "docProps/core.xml": f"<core><creator>{SECRET}</creator><lastModifiedBy>{SECRET}</lastModifiedBy></core>",
    "docProps/app.xml": f"<Properties><Manager>{SECRET}</Manager><Company>{SECRET}</Company></Properties>",
    "docProps/custom.xml": f"<Properties><property name='{SECRET}'>{SECRET}</property></Properties>",
    "customXml/item1.xml": f"<a>{SECRET}</a>",
    "word/people.xml": f"<w:people xmlns:w='urn:x'><w:person w:author='{SECRET}'/></w:people>",
    "word/glossary/document.xml": part_of("glossaryDocument", para(run(SECRET))),
    "docProps/thumbnail.jpeg": SECRET,
    f"word/media/{SECRET}.png": SECRET,
}  # fmt: skip
NEXT_TO_THE_DOCUMENT = {
    "comments.xml": part_of("comments", f'<w:comment w:id="1" {PEOPLE}>{para(run(SECRET))}</w:comment>'),
    "footnotes.xml": part_of("footnotes", f'<w:footnote w:id="9">{para(run(SECRET))}</w:footnote>'),
    "settings.xml": part_of("settings", f'<w:docVars><w:docVar w:name="{SECRET}" w:val="{SECRET}"/></w:docVars>'),
}


def form_with_secrets() -> bytes:
    hidden = para("".join(HIDING_PLACES.values()))
    content = filled("fi").content() + hidden
    return pack(parts(content, NEXT_TO_THE_DOCUMENT) | PARTS)


def test_the_secrets_are_in_the_file() -> None:
    found = sum(SECRET.encode() in name.encode() + content for name, content in unpack(form_with_secrets()).items())
    assert found == len(PARTS) + len(NEXT_TO_THE_DOCUMENT) + 1


def test_no_secret_comes_out() -> None:
    told = json.dumps(reading_as_json(read(form_with_secrets(), form_map())))
    assert SECRET not in told
    assert "Bussi ei kulje" in told


def test_what_was_left_out_is_counted() -> None:
    dropped = read(form_with_secrets(), form_map()).dropped
    assert dropped.deleted_characters == 3 * len(SECRET)
    assert dropped.hidden_characters == len(SECRET)
    assert (dropped.comments, dropped.authors, dropped.field_codes) == (1, 1, 1)
    assert (dropped.custom_parts, dropped.thumbnails) == (1, 1)
    assert dropped.properties == 5


def test_a_reading_survives_json() -> None:
    reading = read(form_with_secrets(), form_map())
    assert reading_from_json(json.loads(json.dumps(reading_as_json(reading)))) == reading


def test_the_json_has_the_keys_it_promises() -> None:
    told = reading_as_json(read(filled("ar").file(), form_map()))
    assert list(told) == [
        "event", "version", "language", "answers", "fields", "unplaced", "margins", "dropped", "warnings", "visible",
        "accounted",
    ]  # fmt: skip
    assert told["answers"][0] == {
        "question": "ATT1", "row": 1, "text": filled("ar").said["ATT1.1.o"], "original": filled("ar").said["ATT1.1.o"],
        "translation": filled("ar").said["ATT1.1.t"], "mark": "▼",
    }  # fmt: skip


def test_a_control_without_words_gives_no_answer() -> None:
    assert read(pack(parts(para(control("ATT1.1.o", "")))), form_map()).answers == ()
