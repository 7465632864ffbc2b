"""The briefing of facilitator and scribe before the discussion: slides to show, and the same as a paper."""

from collections.abc import Iterator
from dataclasses import replace

from kuultu.ground.documents.model import Block, Bullets, Document, Heading, Text
from kuultu.ground.documents.pptx import Slide, TextSlide, TitleSlide, presentation_pptx
from kuultu.loop.materials.models import Kind
from kuultu.loop.materials.pack import Pack


def induction_slides(pack: Pack) -> bytes:
    """The slides as an editable PowerPoint file."""
    paper = induction(pack)
    town = pack.event.round.municipality
    return presentation_pptx(
        list(_slides(pack)),
        lang=pack.lang,
        title=paper.title,
        foot=f"{town.named_in(pack.lang)} · {pack.event.full_code}",
        sender=paper.sender,
        draft_mark=paper.draft_mark,
        staff_lang=paper.staff_lang,
        accent=town.colour,
    )


def _slides(pack: Pack) -> Iterator[Slide]:
    code = pack.event.full_code
    when = f"{pack.facts['date']}\n{pack.facts['place']}"
    yield TitleSlide(pack.say("induction.title").text, pack.say("induction.lead").text, when, code)
    for heading, body in pack.texts.sections("induction", "slides"):
        yield TextSlide(pack.filled(heading), tuple(pack.filled(body).split("\n")), code)


def induction(pack: Pack) -> Document:
    """What stands on the slides, to read or print."""
    title, lead = pack.say("induction.title"), pack.say("induction.lead")
    blocks: list[Block] = [Heading(title.text, level=1, lang=title.lang), Text(lead.text, lang=lead.lang, size="lead")]
    for heading, body in pack.texts.sections("induction", "slides"):
        blocks.append(Heading(pack.filled(heading), level=2, lang=pack.marked(heading)))
        blocks.append(Bullets(tuple(pack.filled(body).split("\n")), lang=pack.marked(body)))
    paper = pack.paper(title.text, draft=not pack.texts.whole(Kind.INDUCTION).is_checked)
    return replace(paper, blocks=tuple(blocks))
