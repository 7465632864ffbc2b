"""Pack: an event with everything that its papers are made of, in its language and in the municipality's.

Shelf: all that a round has in words, from which packs are taken.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time
from functools import cached_property

from kuultu.ground.documents.model import Document, Words
from kuultu.ground.languages.dates import HELSINKI, clock, long_date
from kuultu.loop.materials.models import Kind, Material, Question, QuestionSet, source_language
from kuultu.loop.materials.wording import PLACEHOLDER, SECTIONS, Texts, Wording, weakest, wording_of
from kuultu.loop.rounds.models import AssignedRole, Event, Round

BLANK = "…………………"  # to be filled in by hand


@dataclass(frozen=True)
class Pack:
    """What is handed out at one event. `version`: of the question set; `scribe_link`: the address, or "" to leave out.

    `texts` are in the event's language, `staff` in the municipality's first. `event` comes with its round,
    municipality, organisation and assignments; questions with their translations.
    """

    event: Event
    texts: Texts
    staff: Texts
    questions: tuple[Question, ...] = ()
    version: int = 1
    scribe_link: str = ""

    @property
    def stamp(self) -> datetime:
        """When its files say that they were made: the round's first day, so that the same words give the same bytes."""
        return datetime.combine(self.event.round.starts_on, time(12), UTC)

    @property
    def lang(self) -> str:
        """The event's language."""
        return self.event.language

    @property
    def two_languages(self) -> bool:
        """Does the municipality's language stand beside the event's?"""
        return self.texts.language != self.staff.language

    @cached_property
    def facts(self) -> dict[str, str]:
        """What the placeholders stand for, in the event's language."""
        return self.facts_in(self.lang)

    def facts_in(self, code: str) -> dict[str, str]:
        """What the placeholders in our texts stand for. What is not known yet is room to write it in."""
        event = self.event
        day = event.starts_at.astimezone(HELSINKI).date()
        known = {
            "municipality": event.round.municipality.named_in(code),
            "organisation": event.organisation.name if event.organisation else event.round.municipality.named_in(code),
            "facilitator": self.named(AssignedRole.FACILITATOR),
            "contact": " ".join(filter(None, (event.contact_name, event.contact_phone))),
            "date": long_date(day, code),
            "time": f"{clock(event.starts_at, code)}–{clock(event.ends_at, code)}",
            "place": ", ".join(filter(None, (event.place, event.address))),
            "language": event.tongue.own if code == event.language else event.tongue.named_in(code),
            "rsvp_date": long_date(event.rsvp_by, code) if event.rsvp_by else "",
        }
        return {name: value or BLANK for name, value in known.items()}

    def named(self, role: AssignedRole) -> str:
        """The first names of those who facilitate or write."""
        return ", ".join(each.first_name for each in self.event.assignments.all() if each.role == role)

    def gaps(self) -> list[str]:
        """Names of what the invitation lacks: `place`, `facilitator`, `contact`, `rsvp_date`."""
        return [name for name in ("place", "facilitator", "contact", "rsvp_date") if self.facts[name] == BLANK]

    def filled(self, said: Wording) -> str:
        """A text with its placeholders filled in its own language; a brace that is none of them stays."""
        if "{" not in said.text:
            return said.text
        facts = self.facts if said.language == self.lang else self.facts_in(said.language)
        return PLACEHOLDER.sub(lambda found: facts.get(found[1], found[0]), said.text)

    def say(self, key: str) -> Words:
        """A text in the event's language, filled, with the language that it truly has."""
        said = self.texts.say(key)
        return Words(self.filled(said), self.marked(said))

    def other(self, key: str) -> Words | None:
        """The same in the municipality's language, where it is another than what stands already."""
        said, first = self.staff.say(key), self.texts.say(key)
        return None if said.language == first.language else Words(self.filled(said), said.language)

    def question(self, question: Question) -> Wording:
        """A question in the event's language."""
        return wording_of(question, self.lang)

    def question_beside(self, question: Question) -> Words | None:
        """A question in the municipality's language, where it is another."""
        said = wording_of(question, self.staff.language)
        return None if said.language == self.question(question).language else Words(said.text, said.language)

    def marked(self, said: Wording) -> str:
        """The language to mark a text with: none when it is the document's own."""
        return "" if said.language == self.lang else said.language

    def paper(self, title: str, *, draft: bool, foot: bool = True) -> Document:
        """A document without content: heads and feet as all papers of the event have them."""
        event, town = self.event, self.event.round.municipality
        mark = self.staff["card.unchecked"] if draft else ""
        return Document(
            title=title,
            lang=self.lang,
            sender=town.named_in(self.lang),
            about=event.organisation.name if event.organisation else "",
            code=event.full_code,
            foot=f"{self.texts['form.help']}: {event.contact_phone}" if foot and event.contact_phone else "",
            pages=f"{self.texts['form.page']} {{page}} / {{pages}}",
            draft_mark=mark,
            staff_lang=self.staff.say("card.unchecked").language,
            accent=town.colour,
        )


@dataclass(frozen=True)
class Artefact:
    """One thing that is handed out, in one language, and how far its words have come."""

    kind: Kind
    language: str
    said: Wording

    @property
    def state(self) -> str:
        """`missing` (it falls back to another language), `stale`, `machine`, `draft`, `checked` or `approved`."""
        if self.said.fell_back:
            return "missing"
        return "stale" if self.said.stale else self.said.state.value

    @property
    def needs_reader(self) -> bool:
        """Has nobody who knows the language checked it as it stands?"""
        return not self.said.is_checked


@dataclass(frozen=True)
class Shelf:
    """Every word that a round hands out, loaded once: nothing here asks the database again."""

    round: Round
    question_set: QuestionSet | None
    questions: tuple[Question, ...]
    own: Mapping[tuple[str, str], Material]

    def texts(self, code: str) -> Texts:
        """The words in a language."""
        return Texts(code, self.own)

    def pack(self, event: Event, *, scribe_link: str = "") -> Pack:
        """An event's pack."""
        version = self.question_set.version if self.question_set else 1
        staff = self.texts(source_language(self.round))
        return Pack(event, self.texts(event.language), staff, self.questions, version, scribe_link)

    def artefacts(self, code: str) -> list[Artefact]:
        """What there is to hand out in a language; no questions and no form before the questions are prepared."""
        texts = self.texts(code)
        asked = [wording_of(question, code) for question in self.questions]
        said = {kind: texts.whole(kind) for kind in SECTIONS}
        if asked:
            said[Kind.QUESTIONS] = weakest(asked)
            said[Kind.FORM] = weakest([said[Kind.FORM], *asked])
        else:
            del said[Kind.FORM]
        return [Artefact(kind, code, said[kind]) for kind in Kind if kind in said]
