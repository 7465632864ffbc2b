"""The discussion questions, and the guides of facilitator and scribe."""

from collections.abc import Iterator
from dataclasses import replace

from kuultu.ground.documents.model import Block, Bullets, Document, Heading, Pair, Spacer, Text, Words
from kuultu.loop.materials.documents.invitation import event_facts
from kuultu.loop.materials.models import Kind, Question
from kuultu.loop.materials.pack import Pack
from kuultu.loop.materials.wording import weakest

SECTION = {Kind.FACILITATOR: "facilitator", Kind.SCRIBE: "scribe"}


def questions(pack: Pack) -> Document:
    """The questions under their domains, the event's language leading, the municipality's beside it."""
    title = pack.say("invitation.labels.questions_heading")
    said = [pack.question(question) for question in pack.questions]
    paper = pack.paper(title.text, draft=not said or not weakest(said).is_checked)
    return replace(paper, blocks=(Heading(title.text, level=1, lang=title.lang), *_asked(pack)))


def _asked(pack: Pack) -> Iterator[Block]:
    domain = ""
    for number, question in enumerate(pack.questions, start=1):
        if question.domain != domain:
            domain = question.domain
            name = pack.say(f"domains.{domain}")
            other = pack.other(f"domains.{domain}")
            if domain != "other":
                yield Heading(name.text, level=2, lang=name.lang, other=other, domain=domain)
        elif number > 1:
            yield Spacer(5)
        yield from _question(pack, question, number)


def _question(pack: Pack, question: Question, number: int) -> Iterator[Block]:
    said, beside = pack.question(question), pack.question_beside(question)
    first = Words(f"{number}. {said.text}", pack.marked(said))
    yield Pair(first, beside, strong=True) if beside else Text(first.text, lang=first.lang, strong=True)
    if said.probes:
        yield Bullets(said.probes, lang=pack.marked(said))


def guide(pack: Pack, kind: Kind) -> Document:
    """A guide in the event's language, with when and where on top."""
    section = SECTION[kind]
    title = pack.say(f"{section}.title")
    paper = pack.paper(title.text, draft=not pack.texts.whole(kind).is_checked)
    blocks: list[Block] = [Heading(title.text, level=1, lang=title.lang), event_facts(pack)]
    for heading, body in pack.texts.sections(section):
        blocks.append(Heading(pack.filled(heading), level=2, lang=pack.marked(heading)))
        blocks.append(Bullets(tuple(pack.filled(body).split("\n")), lang=pack.marked(body)))
    return replace(paper, blocks=tuple(blocks))
