"""The poster: on the wall of a shop or a school, in the event's language."""

from dataclasses import replace

from kuultu.ground.documents.model import QR, Block, Bullets, Contact, Document, Heading, Spacer, Text, Words
from kuultu.ground.documents.pdf import Poster
from kuultu.loop.materials.documents.invitation import event_facts, more
from kuultu.loop.materials.models import Kind
from kuultu.loop.materials.pack import BLANK, Pack


def poster_sheet(pack: Pack) -> Poster:
    """The poster as it is printed."""
    event, town = pack.event, pack.event.round.municipality
    facts, paper = pack.facts, poster(pack)
    by, scan = pack.say("invitation.labels.rsvp_date"), pack.say("poster.scan")
    return Poster(
        lang=pack.lang, title=paper.title, headline=pack.texts.lines("poster.headline"),
        line=pack.say("poster.line").text,
        talk=Words(pack.say("poster.talk").text, pack.lang), talk_other=_talk_beside(pack),
        date=facts["date"][:1].upper() + facts["date"][1:], time=facts["time"], place=event.place or BLANK,
        address=event.address, promises=pack.texts.lines("poster.promises"),
        code_to_scan=QR(more(pack).data, more(pack).alt, scan.text, scan.lang), call=pack.say("poster.call").text,
        phone=event.contact_phone or BLANK, by=f"{by.text}: {facts['rsvp_date']}" if event.rsvp_by else "",
        sender=", ".join(dict.fromkeys((facts["organisation"], town.named_in(pack.lang)))), code=event.full_code,
        strip=(event.contact_name or facts["organisation"], f"{facts['date']} · {facts['time']}"),
        draft_mark=paper.draft_mark, staff_lang=paper.staff_lang, accent=town.colour,
    )  # fmt: skip


def poster(pack: Pack) -> Document:
    """The same words as a paper that can be changed in Word."""
    texts = pack.texts
    title = " ".join(texts.lines("poster.headline"))
    line, scan, call = (pack.say(f"poster.{name}") for name in ("line", "scan", "call"))
    by = pack.say("invitation.labels.rsvp_date")
    talk, beside = Words(pack.say("poster.talk").text, pack.lang), _talk_beside(pack)
    event = pack.event
    blocks: list[Block] = [
        *(Heading(each, level=1) for each in texts.lines("poster.headline")),
        Text(line.text, lang=line.lang, size="lead", strong=True),
        Text(talk.text, strong=True),
        *([Text(beside.text, lang=beside.lang, strong=True)] if beside else []),
        event_facts(pack),
        Contact(scan.text, by=f"{by.text}: {pack.facts['rsvp_date']}", how=call.text,
                phone=event.contact_phone or BLANK, qr=more(pack), lang=scan.lang),
        Spacer(4),
        Bullets(texts.lines("poster.promises")),
    ]  # fmt: skip
    paper = pack.paper(title, draft=not texts.whole(Kind.POSTER).is_checked, foot=False)
    return replace(paper, blocks=tuple(blocks), rings=True, leaf=True)


def _talk_beside(pack: Pack) -> Words | None:
    """In which language one talks, for those who read the municipality's."""
    return pack.other("poster.talk") if pack.two_languages else None
