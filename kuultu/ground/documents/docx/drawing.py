"""A code for a phone's camera inside Word: a one-bit picture with the text that is read out for it."""

from kuultu.ground.documents.docx.text import attribute

EMU_PER_MM = 36_000
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"


def picture(relation: str, number: int, alt: str, millimetres: float) -> str:
    """A run with a square picture in the line."""
    side = round(millimetres * EMU_PER_MM)
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{side}" cy="{side}"/>'
        f'<wp:docPr id="{number}" name="QR {number}" descr={attribute(alt)}/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{PICTURE}"><pic:pic><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="QR {number}" descr={attribute(alt)}/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{side}" cy="{side}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:inline></w:drawing></w:r>"
    )
