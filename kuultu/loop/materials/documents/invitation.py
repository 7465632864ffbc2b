"""The invitation: a letter, what happens to people's information on its back, and the same as a short message."""

from dataclasses import replace

from django.conf import settings

from kuultu.ground.documents.model import (
    QR,
    Block,
    Bullets,
    Columns,
    Contact,
    Document,
    Fact,
    Facts,
    Heading,
    PageBreak,
    Spacer,
    Text,
    Words,
)
from kuultu.ground.documents.scripts import script_of, script_of_character
from kuultu.loop.materials.models import Kind
from kuultu.loop.materials.pack import BLANK, Pack

ANSWERS = (
    ("why_you", ("why_you",)),
    ("who_listens", ("who_listens",)),
    ("what_then", ("what_then",)),
    ("must_i_talk", ("must_i_talk", "voluntary")),
)


def invitation(pack: Pack) -> Document:
    """One leaf: the letter in front, the privacy notice on the back."""
    title = pack.say("invitation.title")
    lead, help = pack.say("invitation.lead"), pack.say("invitation.help")
    paper = pack.paper(title.text, draft=not pack.texts.whole(Kind.INVITATION).is_checked, foot=False)
    blocks: tuple[Block, ...] = (
        Heading(title.text, level=1, lang=title.lang),
        Text(lead.text, lang=lead.lang, opening=pack.say("invitation.greeting").text, size="lead"),
        event_facts(pack),
        Columns(tuple(_answer(pack, label, keys) for label, keys in ANSWERS)),
        _sign_up(pack),
        Text(help.text, lang=help.lang, opening=pack.say("invitation.labels.help").text, size="small"),
        Text(", ".join(_senders(pack)), opening=pack.say("invitation.closing").text),
        PageBreak(),
        *_privacy(pack),
    )
    return replace(paper, blocks=blocks, rings=True, leaf=True)


def event_facts(pack: Pack) -> Facts:
    """When, where, in which language, at what price."""
    event = pack.event
    facts = pack.facts_in(pack.texts.say("invitation.labels.when").language)
    practical = " · ".join(filter(None, (event.address, event.practical)))
    return Facts((
        _fact(pack, "when", facts["date"][:1].upper() + facts["date"][1:], facts["time"]),
        replace(_fact(pack, "where", event.place or BLANK, practical), note_lang=_written_in(pack, practical)),
        _fact(pack, "language", facts["language"], ""),
        _fact(pack, "price", "0 €", pack.say("invitation.free").text),
    ))  # fmt: skip


def message(pack: Pack) -> Words:
    """The invitation as plain text, to send from a phone, with its language."""
    said = pack.texts.say("message.text")
    return Words(pack.filled(said), said.language)


def _written_in(pack: Pack, text: str) -> str:
    """The language of what staff have typed: the municipality's, unless it is in the script of the event's."""
    own = any(script_of_character(each) == script_of(pack.lang) for each in text)
    return pack.staff.language if pack.two_languages and not own else ""


def _fact(pack: Pack, name: str, value: str, note: str) -> Fact:
    label = pack.say(f"invitation.labels.{name}")
    return Fact(label.text, value, note, label.lang)


def _answer(pack: Pack, label: str, keys: tuple[str, ...]) -> tuple[Block, ...]:
    heading = pack.say(f"invitation.labels.{label}")
    said = [pack.say(f"invitation.{key}") for key in keys]
    text = " ".join(each.text for each in said)
    return Heading(heading.text, level=2, lang=heading.lang), Text(text, lang=said[0].lang)


def _sign_up(pack: Pack) -> Block:
    event, title = pack.event, pack.say("invitation.labels.rsvp")
    until = pack.texts.say("invitation.labels.rsvp_date")
    by = f"{until.text}: {pack.facts_in(until.language)['rsvp_date']}"
    how = event.contact_name or pack.facts["organisation"]
    return Contact(title.text, by=by, how=how, phone=event.contact_phone or BLANK, qr=more(pack), lang=title.lang)


def more(pack: Pack) -> QR:
    """The municipality's own page in the reader's language: who asks, and what came of it before."""
    said = pack.say("invitation.labels.more")
    address = f"{settings.SITE_URL}/{pack.event.round.municipality.slug}/?lang={pack.lang}"
    return QR(address, f"{said.text}: {address}", said.text, said.lang, size=22)


def _senders(pack: Pack) -> list[str]:
    return [name for name in (pack.facts["facilitator"], pack.facts["organisation"]) if name != BLANK]


def _privacy(pack: Pack) -> tuple[Block, ...]:
    title, text, consent = (pack.say(f"privacy.{key}") for key in ("title", "text", "consent"))
    return (
        Heading(title.text, level=2, lang=title.lang),
        Bullets(tuple(text.text.split("\n")), lang=text.lang),
        Spacer(4),
        Text(consent.text, lang=consent.lang, strong=True),
    )
