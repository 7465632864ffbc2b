"""The parts that Word expects and nothing in the document uses: theme and list of fonts."""

from functools import cache

from kuultu.ground.documents.container import Part, deflated
from kuultu.ground.documents.docx.styles import HEAD, INK, MAIN, MIST, MUTED

DRAWING = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
FONTS = (("Arial", "swiss"), ("Ebrima", "auto"), ("Leelawadee UI", "swiss"))
ACCENTS = "7B3A86", "00695C", "7A5600", "A02F45", "1D5C9E", "A8480A"


@cache
def font_table() -> Part:
    """`word/fontTable.xml`: the fonts by name only."""
    made = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="00"/><w:family w:val="{family}"/>'
        '<w:pitch w:val="variable"/></w:font>'
        for name, family in FONTS
    )
    return deflated("word/fontTable.xml", f"{HEAD}<w:fonts {MAIN}>{made}</w:fonts>")


def theme_xml(accent: str) -> str:
    """A theme with the house's colours and Arial: for the menus of the programs that open the file."""
    colours = [("dk1", INK), ("lt1", "FFFFFF"), ("dk2", accent), ("lt2", MIST)]
    colours += [(f"accent{n}", each) for n, each in enumerate(ACCENTS, 1)]
    colours += [("hlink", accent), ("folHlink", MUTED)]
    scheme = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours)
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface="Arial"/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{HEAD}<a:theme {DRAWING} name="Kuultu"><a:themeElements><a:clrScheme name="Kuultu">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Kuultu"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>'
        f'<a:fmtScheme name="Kuultu"><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
        f"</a:fmtScheme></a:themeElements></a:theme>"
    )


@cache
def theme_part(accent: str) -> Part:
    """`word/theme/theme1.xml`."""
    return deflated("word/theme/theme1.xml", theme_xml(accent))
