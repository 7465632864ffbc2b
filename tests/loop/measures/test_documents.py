"""The action programme on paper."""

import io
import zipfile
from datetime import date, datetime

import pypdfium2
import pytest
from lxml import etree

from kuultu.ground.documents.model import Facts, Numbered, StageLine, Voices
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.loop.cards.models import Card
from kuultu.loop.decisions.models import Outcome, Verdict
from kuultu.loop.measures.documents import programme, programme_docx, programme_pdf
from kuultu.loop.measures.models import Measure
from kuultu.loop.rounds.models import Round
from tests.factories import a_card, a_measure, a_report, a_round, a_statement, an_event, freeze


@pytest.fixture
def card(mallila: Municipality) -> Card:
    with scope(mallila):
        round = a_round()
        made = a_card(round, a_statement(a_report(an_event(round))), domain="security", title="Puhelu alikulussa")
        freeze(round)
        return made


@pytest.fixture
def measure(mallila: Municipality, card: Card) -> Measure:
    with scope(mallila):
        return a_measure(
            card.deck.round, card, sentence="Alikulku valaistaan.", owner_body="Tekninen toimi",
            owner_post="tekninen johtaja", partners="nuorisotyö, Silta ry", due_on=date(2026, 10, 31),
            indicators="Lamppu korjataan viikossa.",
        )  # fmt: skip


def block_of(round: Round) -> Numbered:
    return next(block for block in programme(round, "fi").blocks if isinstance(block, Numbered))


def test_a_measure_says_who_with_whom_and_by_when_in_one_line(mallila: Municipality, measure: Measure) -> None:
    with scope(mallila):
        block = block_of(measure.programme.round)
    assert (block.number, block.title) == ("1", "Alikulku valaistaan.")
    facts = block.blocks[0]
    assert isinstance(facts, Facts) and facts.columns == 3
    assert [(each.label, each.value) for each in facts.items] == [
        ("Vastaa", "Tekninen toimi"), ("Yhdessä", "nuorisotyö, Silta ry"),
        ("Valmis viimeistään", "lauantaina 31. lokakuuta 2026"),
    ]  # fmt: skip


@pytest.mark.parametrize(("accepted", "state"), [(True, "done"), (None, "todo")])
def test_only_a_promise_that_its_owner_has_made_is_done(
    mallila: Municipality, card: Card, accepted: bool | None, state: str
) -> None:
    with scope(mallila):
        a_measure(card.deck.round, card, accepted=accepted)
        line = next(each for each in block_of(card.deck.round).blocks if isinstance(each, StageLine))
    assert [each.state for each in line.stages] == [state, "todo", "todo", "todo"]
    assert all(each.said for each in line.stages)


def test_the_voices_behind_a_measure_carry_the_halls_verdict(
    mallila: Municipality, measure: Measure, now: datetime
) -> None:
    with scope(mallila):
        round = measure.programme.round
        before = next(each for each in block_of(round).blocks if isinstance(each, Voices)).items[0]
        assert (before.verdict, before.said) == ("", "")
        card = measure.cards.get()
        Verdict.objects.create(card=card, table=None, outcome=Outcome.LESS, closed_at=now)
        [voice] = next(each for each in block_of(round).blocks if isinstance(each, Voices)).items
    assert voice.label == f"{card.code} Puhelu alikulussa"
    assert (voice.domain, voice.verdict, voice.said) == ("security", "less", "Vähemmän tätä")


def test_word_and_pdf_say_the_same(mallila: Municipality, measure: Measure, now: datetime) -> None:
    with scope(mallila):
        round = measure.programme.round
        word, pdf = programme_docx(round, "fi"), programme_pdf(round, "fi", now=now)
    with zipfile.ZipFile(io.BytesIO(word)) as opened:
        body = etree.fromstring(opened.read("word/document.xml"))
    in_word = "".join("".join(str(text) for text in body.itertext()).split())
    document = pypdfium2.PdfDocument(pdf)
    in_pdf = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    for text in ("Alikulku valaistaan.", "tekninen johtaja", "31. lokakuuta 2026", "Lamppu korjataan viikossa.",
                 "Luvattu", "Puhelu alikulussa", "Miten asia on nyt"):  # fmt: skip
        assert "".join(text.split()) in in_word and "".join(text.split()) in in_pdf
    assert len(document) == 1
