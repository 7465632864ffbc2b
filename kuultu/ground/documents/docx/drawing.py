"""Pictures inside Word: a code with the text that is read out for it, and the arms, which are passed over."""

from kuultu.ground.documents.docx.text import attribute

EMU_PER_MM = 36_000
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


def picture(relation: str, number: int, alt: str, height: float, width: float = 0) -> str:
    """A run with a picture in the line, in millimetres; without `width` square, without `alt` an ornament."""
    tall = round(height * EMU_PER_MM)
    wide = round(width * EMU_PER_MM) or tall
    named = f'<wp:docPr id="{number}" name="Picture {number}" descr={attribute(alt)}'
    named += "/>" if alt else f">{DECORATIVE}</wp:docPr>"
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{tall}"/>'
        f'{named}<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="Picture {number}" descr={attribute(alt)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{tall}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></w:r>"
    )
