"""The invitation to the decision event: a letter in each language of the hall and of the discussions."""

from django.conf import settings

from kuultu.ground.documents.model import (
    QR,
    Block,
    Columns,
    Contact,
    Document,
    Fact,
    Facts,
    Heading,
    Text,
    Words,
)
from kuultu.ground.languages.dates import HELSINKI, clock, long_date
from kuultu.ground.languages.registry import language
from kuultu.loop.decisions.models import DecisionEvent
from kuultu.loop.materials.documents.invitation import ANSWERS
from kuultu.loop.materials.pack import BLANK
from kuultu.loop.materials.queries import texts_of
from kuultu.loop.materials.wording import PLACEHOLDER, Texts

SECTION = "invitation_decision"


def invitation(event: DecisionEvent, code: str) -> Document:
    """The letter. Who facilitates and until when one signs up is written by hand."""
    town, letter = event.round.municipality, _Letter(event, code)
    title, lead, help = (letter.say(key) for key in ("title", "lead", "help"))
    blocks: tuple[Block, ...] = (
        Heading(title.text, level=1, lang=title.lang),
        Text(lead.text, lang=lead.lang, opening=letter.say("greeting").text, size="lead"),
        letter.when_and_where(),
        Columns(tuple(letter.answer(label, keys) for label, keys in ANSWERS)),
        letter.sign_up(),
        Text(help.text, lang=help.lang, opening=letter.label("help").text, size="small"),
        Text(town.named_in(code), opening=letter.say("closing").text),
    )
    return Document(
        title=title.text, lang=code, blocks=blocks, sender=town.named_in(code), about=event.round.name,
        code=event.round.code, draft_mark="" if letter.is_checked else texts_of(event.round, "fi")["card.unchecked"],
        staff_lang="fi", accent=town.colour, rings=True, leaf=True,
        pages=f"{letter.texts['form.page']} {{page}} / {{pages}}",
    )  # fmt: skip


class _Letter:
    """The words of the letter in a language, with what is known of the event filled in."""

    def __init__(self, event: DecisionEvent, code: str) -> None:
        self.event, self.code = event, code
        self.texts: Texts = texts_of(event.round, code)
        day = event.starts_at.astimezone(HELSINKI).date()
        town = event.round.municipality
        self.date = long_date(day, code)
        self.hours = f"{clock(event.starts_at, code)}–{clock(event.ends_at, code)}"
        self.facts = {
            "municipality": town.named_in(code), "organisation": town.named_in(code), "facilitator": BLANK,
            "contact": " ".join(filter(None, (town.contact_phone, town.contact_email))) or BLANK, "rsvp_date": BLANK,
            "date": self.date, "time": self.hours, "place": event.place or BLANK,
        }  # fmt: skip

    @property
    def is_checked(self) -> bool:
        """Has a named reader checked the words?"""
        return self.texts.say(f"{SECTION}.title").is_checked

    def say(self, key: str) -> Words:
        """A text of the letter, filled, with its language where it is another."""
        said = self.texts.say(f"{SECTION}.{key}")
        text = PLACEHOLDER.sub(lambda found: self.facts.get(found[1], found[0]), said.text)
        return Words(text, "" if said.language == self.code else said.language)

    def label(self, key: str) -> Words:
        """A heading or a label."""
        return self.say(f"labels.{key}")

    def answer(self, label: str, keys: tuple[str, ...]) -> tuple[Block, ...]:
        """A question that people have, and what we say to it."""
        heading, said = self.label(label), [self.say(key) for key in keys]
        text = " ".join(each.text for each in said)
        return Heading(heading.text, level=2, lang=heading.lang), Text(text, lang=said[0].lang)

    def when_and_where(self) -> Facts:
        """When, where, in which languages, at what price."""
        tongues = ", ".join(language(each).own for each in self.event.languages) or BLANK
        day = self.date[:1].upper() + self.date[1:]
        told = (("when", day, self.hours), ("where", self.event.place or BLANK, ""), ("language", tongues, ""),
                ("price", "0 €", self.say("free").text))  # fmt: skip
        return Facts(
            tuple(Fact(self.label(name).text, value, note, self.label(name).lang) for name, value, note in told)
        )

    def sign_up(self) -> Contact:
        """How one says that one comes."""
        town = self.event.round.municipality
        title, until, more = (self.label(name) for name in ("rsvp", "rsvp_date", "more"))
        address = f"{settings.SITE_URL}/{town.slug}/?lang={self.code}"
        return Contact(
            title.text, by=f"{until.text}: {BLANK}", how=town.contact_email, phone=town.contact_phone or BLANK,
            qr=QR(address, f"{more.text}: {address}", more.text, more.lang, size=22), lang=title.lang,
        )  # fmt: skip
