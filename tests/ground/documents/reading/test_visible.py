"""What a reader of the page sees is read, in order; what it does not see is left out and counted."""

import pytest

from kuultu.ground.documents.reading.document import read_document, text_of
from kuultu.ground.documents.reading.gate import open_package
from kuultu.ground.documents.reading.shapes import Document
from tests.ground.documents.reading.word_parts import (
    R,
    cell,
    control,
    field,
    pack,
    para,
    part_of,
    parts,
    row,
    run,
    table,
    word_file,
)


def seen(content: str, more: dict[str, str] | None = None, section: str = "") -> Document:
    return read_document(open_package(word_file(content, more, section)))


def text(content: str) -> str:
    return text_of(seen(content).blocks)


TEXT_FIELD = "<w:ffData><w:textInput/></w:ffData>"
FORM_BOX = '<w:ffData><w:checkBox><w:default w:val="0"/>{}</w:checkBox></w:ffData>'
LIST = '<w:ffData><w:ddList>{}<w:listEntry w:val="koti"/><w:listEntry w:val="koulu"/></w:ddList></w:ffData>'
INSERTED = '<w:ins w:id="1" w:author="Aino">{}</w:ins>'
DELETED = '<w:del w:id="1" w:author="Aino"><w:r><w:delText>{}</w:delText></w:r></w:del>'
BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
RUBY = f"<w:r><w:ruby><w:rt>{run('かんじ')}</w:rt><w:rubyBase>{run('漢字')}</w:rubyBase></w:ruby></w:r>"

VISIBLE = {
    "runs join": (para(run("Bus"), run("si")), "Bussi"),
    "a tab": (para(run("a"), "<w:r><w:tab/></w:r>", run("b")), "a\tb"),
    "a tab stop is no tab": (para(run("a"), properties='<w:tabs><w:tab w:val="left" w:pos="9"/></w:tabs>'), "a"),
    "a line break": (para(run("a"), "<w:r><w:br/></w:r>", run("b")), "a\nb"),
    "a carriage return": (para(run("a"), "<w:r><w:cr/></w:r>", run("b")), "a\nb"),
    "a hyphen that does not break": (para(run("a"), "<w:r><w:noBreakHyphen/></w:r>", run("b")), "a-b"),
    "a hyphen that is not there": (para(run("a"), "<w:r><w:softHyphen/></w:r>", run("b")), "ab"),
    "a symbol": (para('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>'), "☑"),
    "an unknown symbol": (para('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>'), "\ufffd"),
    "a table": (table(row(cell(para(run("a"))), cell(para(run("b")))), row(cell(para(run("c"))))), "a\tb\nc"),
    "a table in a table": (table(row(cell(table(row(cell(para(run("a")), para(run("b")))))))), "a\nb"),
    "an inline control": (para(run("a"), control("x", run("b")), run("c")), "abc"),
    "a block control": (control("x", para(run("a")) + para(run("b"))), "a\nb"),
    "a control around a cell": (table(row(control("x", cell(para(run("a")))), cell(para(run("b"))))), "a\tb"),
    "a control around a row": (table(control("x", row(cell(para(run("a")))))), "a"),
    "a link": (para('<w:hyperlink r:id="rId1">', run("a"), "</w:hyperlink>"), "a"),
    "an insertion": (para(INSERTED.format(run("a"))), "a"),
    "text moved here": (para('<w:moveTo w:id="1">', run("a"), "</w:moveTo>"), "a"),
    "a smart tag": (para("<w:smartTag>", run("a"), "</w:smartTag>"), "a"),
    "custom xml": ("<w:customXml>" + para(run("a")) + "</w:customXml>", "a"),
    "another direction": (para('<w:dir w:val="rtl">', run("تحية"), "</w:dir>"), "تحية"),
    "a simple field": (para('<w:fldSimple w:instr="PAGE">', run("3"), "</w:fldSimple>"), "3"),
    "a field's result": (para(field(" DATE ", run("24.3."))), "24.3."),
    "a form's text field": (para(field(" FORMTEXT ", run("Mallila"), TEXT_FIELD)), "Mallila"),
    "a form's empty box": (para(field(" FORMCHECKBOX ", "", FORM_BOX.format(""))), "☐"),
    "a form's ticked box": (para(field(" FORMCHECKBOX ", "", FORM_BOX.format("<w:checked/>"))), "☒"),
    "a form's unticked box": (para(field(" FORMCHECKBOX ", "", FORM_BOX.format('<w:checked w:val="0"/>'))), "☐"),
    "a form's list": (para(field(" FORMDROPDOWN ", "", LIST.format('<w:result w:val="1"/>'))), "koulu"),
    "a form's list as it was": (para(field(" FORMDROPDOWN ", "", LIST.format(""))), "koti"),
    "a field that never ends": (para('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', run("a")), "a"),
    "ruby": (para(RUBY), "漢字かんじ"),
    "mathematics": (para("<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"), "a+b"),
    "a drawing's words": (para("<w:r><w:drawing><a:p><a:r><a:t>a</a:t></a:r></a:p></w:drawing></w:r>"), "a"),
    "word art": (para('<w:r><w:pict><v:textpath string="Luonnos"/></w:pict></w:r>'), "Luonnos"),
    "a text box": (para(run("a"), SHAPE.format(para(run("b"))), run("c")), "ac\nb"),
    "a box in a box": (
        para(run("a"), SHAPE.format(para(run("b"), SHAPE.format(para(run("c")))) + para(run("d")))),
        "a\nb\nc\nd",
    ),
    "a paragraph whose mark is deleted": (
        para(run("a"), properties='<w:rPr><w:del w:id="1"/></w:rPr>') + para(run("b")) + para(run("c")),
        "ab\nc",
    ),
    "text outside a paragraph": (run("a") + para(run("b")), "a\nb"),
    "text in a table without cells": (f"<w:tbl>{para(run('a'))}</w:tbl>", "a"),
    "an element nobody knows": (para('<n:novelty xmlns:n="urn:new">', run("a"), "</n:novelty>"), "a"),
    "a shown run in a hidden style": (para(run("a", '<w:rStyle w:val="Piilo"/><w:vanish w:val="0"/>')), "a"),
    "a no-break space": (para(run("18\u00a0h")), "18 h"),
    "decomposed letters": (para(run("a\u0308iti")), "äiti"),
    "an accent in the next run": (para(run("a"), run("\u0308iti")), "äiti"),
}  # fmt: skip


@pytest.mark.parametrize("what", VISIBLE)
def test_visible_text_is_read(what: str) -> None:
    content, expected = VISIBLE[what]
    document = seen(content, {"styles.xml": part_of("styles", HIDDEN_STYLES)})
    assert text_of(document.blocks) == expected
    shown = "".join(expected.split())
    drawn = sum(shown.count(box) for box in "☐☒") if "form's" in what else 0
    assert document.visible == len(shown) - drawn
    assert document.dropped.deleted_characters == document.dropped.hidden_characters == 0


HIDDEN_STYLES = (
    '<w:style w:type="character" w:styleId="Piilo"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Alla"><w:basedOn w:val="Ylla"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ylla"><w:rPr><w:vanish w:val="true"/></w:rPr></w:style>'
)
INVISIBLE = {
    "deleted": (para(run("a"), DELETED.format("salaa")), "deleted"),
    "deleted though inserted": (para(run("a"), INSERTED.format(DELETED.format("salaa"))), "deleted"),
    "deleted text without its wrapping": (para(run("a"), "<w:r><w:delText>salaa</w:delText></w:r>"), "deleted"),
    "moved away": (para(run("a"), '<w:moveFrom w:id="1">', run("salaa"), "</w:moveFrom>"), "deleted"),
    "a deleted row": (
        para(run("a")) + table(row(cell(para(run("salaa"))), properties='<w:del w:id="1" w:author="Aino"/>')),
        "deleted",
    ),
    "hidden": (para(run("a"), run("salaa", "<w:vanish/>")), "hidden"),
    "hidden by its style": (para(run("a"), run("salaa", '<w:rStyle w:val="Piilo"/>')), "hidden"),
    "hidden by what its style is based on": (
        para(run("a")) + para(run("salaa"), properties='<w:pStyle w:val="Alla"/>'),
        "hidden",
    ),
    "a hidden row": (para(run("a")) + table(row(cell(para(run("salaa"))), properties="<w:hidden/>")), "hidden"),
    "smuggled in tag characters": (para(run("a" + "".join(chr(0xE0000 + ord(sign)) for sign in "salaa"))), "hidden"),
    "a second copy of a box": (
        para(f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'>{BOX.format(para(run('a')))}</mc:Choice>"
             f"<mc:Fallback>{BOX.format(para(run('salaa')))}</mc:Fallback></mc:AlternateContent></w:r>"),
        "copied",
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", INVISIBLE)
def test_invisible_text_is_left_out_and_counted(what: str) -> None:
    content, kind = INVISIBLE[what]
    document = seen(content, {"styles.xml": part_of("styles", HIDDEN_STYLES)})
    assert text_of(document.blocks) == "a"
    assert document.visible == 1
    counts = {name: getattr(document.dropped, f"{name}_characters") for name in ("deleted", "hidden", "copied")}
    assert counts == {"deleted": 0, "hidden": 0, "copied": 0} | {kind: 5}


def test_a_fallback_is_read_where_the_choice_has_no_words() -> None:
    content = f"<mc:AlternateContent><mc:Choice/><mc:Fallback>{run('a')}</mc:Fallback></mc:AlternateContent>"
    assert text(para(f"<w:r>{content}</w:r>")) == "a"


def test_field_codes_are_counted_and_not_read() -> None:
    inner = field(' MERGEFIELD "x" ', run("salaa"))
    outer = field("IF ", run("tulos")).replace("</w:instrText></w:r>", "</w:instrText></w:r>" + inner, 1)
    document = seen(para(run("a "), outer))
    assert text_of(document.blocks) == "a tulos"
    assert document.dropped.field_codes == 2


def test_comments_and_their_authors_are_counted_and_not_read() -> None:
    comments = part_of(
        "comments", f'<w:comment w:id="0" w:author="Ville" w:initials="V">{para(run("salaa"))}</w:comment>' * 2
    )
    document = seen(para(run("a"), '<w:r><w:commentReference w:id="0"/></w:r>'), {"comments.xml": comments})
    assert text_of(document.blocks) == "a"
    assert (document.dropped.comments, document.dropped.authors) == (2, 2)


def test_properties_custom_parts_and_thumbnails_are_counted_and_not_read() -> None:
    core = (
        '<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="urn:d"><dc:creator>Ville</dc:creator>'
        "<cp:lastModifiedBy>Ville</cp:lastModifiedBy></cp:coreProperties>"
    )
    more = {
        "docProps/core.xml": core, "customXml/item1.xml": "<salaa/>", "docProps/thumbnail.jpeg": "x",
    }  # fmt: skip
    dropped = seen('<w:p w:rsidR="00AB12CD" w:rsidRDefault="00AB12CE"/>', more).dropped
    assert (dropped.properties, dropped.custom_parts, dropped.thumbnails) == (2, 1, 1)
    assert dropped.revision_ids == 2


def test_pictures_of_the_body_are_counted_those_of_headers_not() -> None:
    made = parts(para(run("a")), {"word/media/image1.png": "x", "word/media/arms.png": "x"})
    arrow = f'<Relationship Id="rId9" Type="{R}/image" Target="media/image1.png"/>'
    made["word/_rels/document.xml.rels"] = made["word/_rels/document.xml.rels"].replace("</Rel", arrow + "</Rel")
    assert read_document(open_package(pack(made))).dropped.pictures == 1


def test_notes_are_read_where_visible_text_points_to_them() -> None:
    notes = part_of(
        "footnotes",
        f'<w:footnote w:id="0" w:type="separator">{para()}</w:footnote>'
        f'<w:footnote w:id="2">{para(run("Alaviite."))}</w:footnote>'
        f'<w:footnote w:id="3">{para(run("salaa"))}</w:footnote>',
    )
    gone = '<w:del w:id="1"><w:r><w:footnoteReference w:id="3"/></w:r></w:del>'
    document = seen(para(run("a"), '<w:r><w:footnoteReference w:id="2"/></w:r>', gone), {"footnotes.xml": notes})
    assert document.notes == ["Alaviite."]
    assert document.visible == 10
    assert document.dropped.deleted_characters == 5


def section(*marks: str, first: bool = False) -> str:
    return f"<w:sectPr>{''.join(marks)}{'<w:titlePg/>' if first else ''}</w:sectPr>"


def test_headers_and_footers_are_kept_apart() -> None:
    more = {"header1.xml": part_of("hdr", para(run("Mallila"))), "footer1.xml": part_of("ftr", para(run("Sivu 1")))}
    marks = (
        '<w:headerReference w:type="default" r:id="header1"/>',
        '<w:footerReference w:type="default" r:id="footer1"/>',
    )
    document = seen(para(run("a")), more, section(*marks))
    assert document.margins == ["Mallila", "Sivu 1"]
    assert document.visible == 1


@pytest.mark.parametrize("first", [True, False])
def test_a_first_page_header_counts_only_where_it_is_on(first: bool) -> None:
    more = {"header1.xml": part_of("hdr", para(run("Kansi")))}
    document = seen(para(), more, section('<w:headerReference w:type="first" r:id="header1"/>', first=first))
    assert document.margins == (["Kansi"] if first else [])


@pytest.mark.parametrize("on", [True, False])
def test_an_even_page_header_counts_only_where_it_is_on(on: bool) -> None:
    settings = part_of("settings", "<w:evenAndOddHeaders/>" if on else "")
    more = {"header1.xml": part_of("hdr", para(run("Parillinen"))), "settings.xml": settings}
    document = seen(para(), more, section('<w:headerReference w:type="even" r:id="header1"/>'))
    assert document.margins == (["Parillinen"] if on else [])


def test_a_missing_header_part_is_no_header() -> None:
    assert seen(para(), None, section(f'<w:headerReference w:type="default" xmlns:r="{R}" r:id="none"/>')).margins == []


def test_grid_columns_count_what_cells_span() -> None:
    content = table(row(cell(para(), span=2), cell(para())), row(cell(para()), properties='<w:gridBefore w:val="2"/>'))
    (made,) = seen(content).blocks
    assert [[each.column for each in line.cells] for line in made.rows] == [[0, 2], [2]]  # type: ignore[union-attr]
