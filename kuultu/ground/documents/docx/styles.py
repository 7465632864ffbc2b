"""The parts of a Word file that are the same in every file of one language and colour: styles, settings, lists.

Fonts are named, not embedded: Arial, Ebrima and Leelawadee UI are what people have. `w:szCs` is a tenth larger
than `w:sz`: Arabic and Thai letters look smaller at the same size.
"""

from dataclasses import dataclass
from functools import cache

from kuultu.ground.documents.container import Part, deflated
from kuultu.ground.documents.docx.table import LOOKS, table_style
from kuultu.ground.documents.docx.text import LATIN_FONT, SCRIPT_TAGS
from kuultu.ground.documents.scripts import face, is_rtl, script_of, word_tag

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
INK, MUTED, MIST = "16262E", "51626B", "F3F6F7"


@dataclass(frozen=True)
class Style:
    """A paragraph style; `size` in points, `before` and `after` in points, `line` in 240ths of a line."""

    name: str
    title: str
    size: float = 0
    strong: bool = False
    colour: str = ""
    before: float = 0
    after: float = 0
    line: int = 0
    based: str = "Normal"
    follow: str = "Normal"
    outline: int = -1
    shade: str = ""
    keep: bool = False
    indent: str = ""


def styles(accent: str) -> tuple[Style, ...]:
    """All paragraph styles; `accent` colours the headings of level 2."""
    return (
        Style("Heading1", "heading 1", 24, strong=True, before=0, after=12, line=252, outline=0, keep=True),
        Style(
            "Heading2", "heading 2", 14, strong=True, colour=accent, before=14, after=4, line=252, outline=1, keep=True
        ),
        Style("Heading3", "heading 3", 12, strong=True, before=12, after=4, line=260, outline=2, keep=True),
        Style("Numbered", "Numbered", 14, strong=True, before=18, after=5, line=252, outline=1, keep=True),
        Style("Section", "Section", based="Heading2", before=16, after=6, shade=MIST, colour=INK, outline=1, keep=True),
        Style("Second", "Second language", 10, colour=MUTED, after=6, keep=True),
        Style("Together", "Fields together", strong=True, before=8, after=2, keep=True),
        Style("TogetherSecond", "Fields together, second language", 9, colour=MUTED, after=3, keep=True),
        Style("Lead", "Lead", 13, after=10),
        Style("Small", "Small", 9.5, after=4),
        Style("Label", "Label", 9, colour=MUTED, after=1, line=250, follow="Label"),
        Style("TableText", "Table text", 10.5, after=1, line=259, follow="TableText"),
        Style("TableHead", "Table head", strong=True, after=1, based="TableText", follow="TableText", keep=True),
        Style(
            "TableQuiet", "Table text, quiet", colour=MUTED, after=1, based="TableText", follow="TableQuiet", keep=True
        ),
        Style("RowHead", "Table row, kept", after=1, based="TableText", follow="TableText", keep=True),
        Style("Answer", "Answer", 11, line=276, follow="Answer"),
        Style("AnswerKept", "Answer, kept", based="Answer", follow="AnswerKept", keep=True),
        Style("ListText", "List text", after=4, indent='<w:ind w:left="397" w:hanging="397"/>', follow="ListText"),
        Style("FormLine", "Form line", 9, colour=MUTED, after=4),
        Style("Gap", "Gap", 4, line=240, keep=True),
        Style("Header", "header", 9.5, colour=MUTED, after=5, line=240),
        Style("Footer", "footer", 9, colour=MUTED, line=240),
    )


def style_xml(one: Style) -> str:
    """`w:style` of a paragraph style."""
    spacing = f'<w:spacing w:before="{round(one.before * 20)}" w:after="{round(one.after * 20)}"'
    spacing += f' w:line="{one.line}" w:lineRule="auto"/>' if one.line else "/>"
    half = round(one.size * 2)
    paragraph = "".join(
        (
            "<w:keepNext/><w:keepLines/>" if one.keep else "",
            f'<w:shd w:val="clear" w:color="auto" w:fill="{one.shade}"/>' if one.shade else "",
            spacing,
            one.indent,
            f'<w:outlineLvl w:val="{one.outline}"/>' if one.outline >= 0 else "",
        )
    )
    run = "".join(
        (
            "<w:b/><w:bCs/>" if one.strong else "",
            f'<w:color w:val="{one.colour}"/>' if one.colour else "",
            f'<w:sz w:val="{half}"/><w:szCs w:val="{round(half * 1.1)}"/>' if half else "",
        )
    )
    custom = ' w:customStyle="1"' if one.title[0].isupper() else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{one.name}"><w:name w:val="{one.title}"/>'
        f'<w:basedOn w:val="{one.based}"/><w:next w:val="{one.follow}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


@cache
def styles_part(lang: str, accent: str) -> Part:
    """`word/styles.xml` for one language and colour."""
    font, tag = face(lang).word, word_tag(lang)
    latin = LATIN_FONT if is_rtl(lang) else font
    complex_tag = tag if script_of(lang) in SCRIPT_TAGS else "ar-SA"
    defaults = (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{latin}" w:eastAsia="{latin}" w:hAnsi="{latin}" '
        f'w:cs="{font}"/><w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="24"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="en-US" w:bidi="{complex_tag}"/></w:rPr></w:rPrDefault>'
        f'<w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        f"</w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
        '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>"
        '<w:style w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Code of a place"/><w:qFormat/>'
        f'<w:rPr><w:b/><w:bCs/><w:noProof/><w:color w:val="{accent}"/></w:rPr></w:style>'
    )
    made = "".join(style_xml(each) for each in styles(accent))
    made += "".join(table_style(each, accent) for each in LOOKS)
    return deflated("word/styles.xml", f"{HEAD}<w:styles {MAIN}>{defaults}{normal}{made}</w:styles>")


@cache
def settings_part(lang: str) -> Part:
    """`word/settings.xml`: today's layout rules, no personal data kept when somebody saves."""
    tag = word_tag(lang)
    bidi = f' w:bidi="{tag}"' if is_rtl(lang) else ""
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1))
    )
    inner = (
        '<w:zoom w:percent="100"/><w:removePersonalInformation/><w:removeDateAndTime/>'
        f'<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compat}</w:compat><w:themeFontLang w:val="{tag}"{bidi}/>'
        f'<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
    )
    return deflated("word/settings.xml", f"{HEAD}<w:settings {MAIN}>{inner}</w:settings>")


@cache
def numbering_part(lists: int) -> Part:
    """`word/numbering.xml`: number 1 is the list without order, 2 … are numbered lists that each begin at one."""
    indent = '<w:pPr><w:ind w:left="397" w:hanging="397"/></w:pPr>'
    bullet = (
        '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>{indent}</w:lvl>'
        "</w:abstractNum>"
    )
    steps = (
        '<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>{indent}'
        "<w:rPr><w:b/><w:bCs/></w:rPr></w:lvl></w:abstractNum>"
    )
    numbers = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>' + "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        f'<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number in range(2, lists + 2)
    )
    return deflated("word/numbering.xml", f"{HEAD}<w:numbering {MAIN}>{bullet}{steps}{numbers}</w:numbering>")
